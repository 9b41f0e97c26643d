"""Guess what somebody meant."""

import difflib
from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word most like ``word``, or ``None`` where none is like it.

    >>> nearest("power-decid", ["power-decide", "power-start"])
    'power-decide'
    """
    found = difflib.get_close_matches(word, list(words), n=1, cutoff=0.6)
    return found[0] if found else None
