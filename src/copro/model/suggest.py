"""Guess what somebody meant."""

import difflib
from collections.abc import Iterable

from copro.messages import message


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word most like ``word``, or ``None`` where none is like it.

    >>> nearest("power-decid", ["power-decide", "power-start"])
    'power-decide'
    """
    found = difflib.get_close_matches(word, list(words), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, words: Iterable[str], otherwise: str | None = None) -> str | None:
    """Return a hint that names the word most like ``word``; ``otherwise`` where none is like it.

    >>> did_you_mean("power-decid", ["power-decide", "power-start"])
    "Did you mean 'power-decide'?"
    """
    guess = nearest(word, words)
    return message("Did you mean {guess!r}?", guess=guess) if guess else otherwise
