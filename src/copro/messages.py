"""What the library says, in the language asked for; what falls back to English is noted, never hidden.

Every sentence is written in English where it is needed, and looked up in the one catalogue,
``data/locale/LANGUAGE/LC_MESSAGES/copro.po``, when it is said.
"""

import gettext
import importlib.resources
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

import attrs

ENGLISH = "en"
"""The language that the sentences are written in; it needs no catalogue."""


@attrs.define
class Speech:
    """One telling, in one language.

    Attributes:
        language: BCP 47 tag of the language asked for.
        catalogue: Its sentences; ``None`` where there is no catalogue.
        in_other_words: What had to be said in another language, in order of need.
    """

    language: str
    catalogue: gettext.NullTranslations | None
    in_other_words: dict[str, None] = attrs.field(factory=dict)

    def look_up(self, one: str, many: str = "", count: int | None = None) -> str:
        """Find a sentence; the English one, noted, where the language has none."""
        if self.catalogue is None:
            found = one if count in {None, 1} else many
            if not speaks_english(self.language):
                self.in_other_words[found] = None
            return found
        found = self.catalogue.gettext(one) if count is None else self.catalogue.ngettext(one, many, count)
        if found in {one, many}:
            self.in_other_words[found] = None
        return found


def speaks_english(language: str) -> bool:
    """Tell whether a language is plain English of whatever country, so that sentences need no catalogue."""
    return language.partition("-")[0] == ENGLISH and "-x-" not in language


@cache
def languages() -> tuple[str, ...]:
    """The languages that the library's own sentences come in.

    >>> languages()[0]
    'en'
    """
    folder = importlib.resources.files("copro") / "data" / "locale"
    shipped = sorted(entry.name for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else []
    return (ENGLISH, *shipped)


@cache
def _catalogue(language: str) -> gettext.NullTranslations | None:
    """The catalogue of a language or of the nearest wider tag; ``None`` where there is none."""
    tag = language
    while tag and not speaks_english(tag):
        if tag in languages():
            folder = importlib.resources.files("copro") / "data" / "locale" / tag / "LC_MESSAGES"
            with (folder / "copro.mo").open("rb") as file:
                return gettext.GNUTranslations(file)
        tag = tag.rpartition("-")[0]
    return None


_speech: ContextVar[Speech | None] = ContextVar("speech", default=None)


def current() -> Speech:
    """The telling that is going on: English, unless :func:`speaking` says otherwise."""
    return _speech.get() or Speech(ENGLISH, None)


@contextmanager
def speaking(language: str, catalogue: gettext.NullTranslations | None = None) -> Iterator[Speech]:
    """Say everything inside in a language.

    Args:
        language: BCP 47 tag, such as ``en-x-easyread``.
        catalogue: Sentences of your own; else those that ship for this language.

    Yields:
        The telling; afterwards its ``in_other_words`` holds what the language had no words for.

    >>> with speaking("cy") as speech:
    ...     message("No levels.")
    'No levels.'
    >>> list(speech.in_other_words)
    ['No levels.']
    """
    speech = Speech(language, catalogue if catalogue is not None else _catalogue(language))
    token = _speech.set(speech)
    try:
        yield speech
    finally:
        _speech.reset(token)


def message(text: str, /, **values: object) -> str:
    """Say a sentence in the current language, its ``{names}`` filled from ``values``.

    >>> message("There is no {kind}.", kind="level")
    'There is no level.'
    """
    found = current().look_up(text)
    return found.format(**values) if values else found


def counted(one: str, many: str, count: int, /, **values: object) -> str:
    """Say a sentence about a number of things; ``{count}`` is the number.

    >>> counted("{count} person", "{count} people", 3)
    '3 people'
    """
    return current().look_up(one, many, count).format(count=count, **values)


def marked(text: str) -> str:
    """Mark words that a table holds for later: they belong to the catalogue, and ``message`` says them."""
    return text
