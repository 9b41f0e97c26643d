"""What the library says, in the language asked for; what falls back to another one is noted, never hidden.

Every sentence is written in English where it is needed, and looked up in the one catalogue,
``data/locale/LANGUAGE/LC_MESSAGES/copro.po``, when it is said. Texts of documents go through ``say``.
"""

import gettext
import importlib.resources
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache

import attrs

ENGLISH = "en"
"""The language that the sentences are written in; it needs no catalogue."""

TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""A BCP 47 language tag, as the schemas have it."""

LANGUAGE_STARTS, WORDS_START, WORDS_END = "\ufdd0", "\ufdd1", "\ufdd2"
"""Around words in another language, where a telling asks for it: characters that no text may hold."""

MARKS = re.compile(rf"{LANGUAGE_STARTS}[A-Za-z0-9-]*{WORDS_START}|[{LANGUAGE_STARTS}{WORDS_START}{WORDS_END}]")


@attrs.define
class Speech:
    """One telling, in one language.

    Attributes:
        language: BCP 47 tag of the language asked for.
        catalogue: Its sentences; ``None`` where there is no catalogue.
        spoken: BCP 47 tag of the language that the library's own sentences are in.
        instead_of: The language of the document, where nobody asked for one and this one stands in.
        in_other_words: What had to be said in another language, with that language, in order of need.
        sentences: Those of them that are the library's own.
        before: What an earlier part of the telling, such as the scoring, had to say in another language.
        carries_languages: Whether words in another language carry its tag along; an outline asks for that.
    """

    language: str
    catalogue: gettext.NullTranslations | None
    spoken: str = ENGLISH
    instead_of: str | None = None
    in_other_words: dict[str, str] = attrs.field(factory=dict)
    sentences: set[str] = attrs.field(factory=set)
    before: Mapping[str, str] = attrs.field(factory=dict)
    carries_languages: bool = False

    def look_up(self, one: str, many: str = "", count: int | None = None, /, **values: object) -> str:
        """Say a sentence; the English one, noted, where the language has none or a broken one."""
        english = one if count in {None, 1} else many
        if self.catalogue is None:
            return self._own(english, ENGLISH, values)
        found = self.catalogue.gettext(one) if count is None else self.catalogue.ngettext(one, many, count)
        # gettext gives back the very text that it was given where it has none; a translation may be the same words
        if found is one or found is many:
            return self._own(english, ENGLISH, values)
        try:
            return self._own(found, self.spoken, values)
        except (AttributeError, LookupError, ValueError):  # the translation names a place that the sentence has not
            return self._own(english, ENGLISH, values)

    def _own(self, template: str, language: str, values: Mapping[str, object]) -> str:
        said = template.format(**values) if values else template
        if not same_language(language, self.language):
            self.sentences.add(unmarked(said))
        return self.note(said, language)

    def note(self, said: str, language: str) -> str:
        """Note words that are in another language than the one asked for, and give them back."""
        if not same_language(language, self.language):
            self.in_other_words.setdefault(unmarked(said), language)
        return self.carrying(said, language)

    def carrying(self, said: str, language: str) -> str:
        """Words with the tag of their language around them, where the telling is in another and asks for it.

        A full stop at their end stays outside, so that a sentence around them can leave it out.
        """
        if not self.carries_languages or _variety(language)[:2] == _variety(self.spoken)[:2]:
            return said
        own = said.rstrip(".")
        return f"{LANGUAGE_STARTS}{language}{WORDS_START}{own}{WORDS_END}{said[len(own) :]}"


@lru_cache(1024)
def _variety(tag: str) -> tuple[str, str, str]:
    """The language, script and private variety of a tag, such as ``("en", "", "easyread")``; regions do not matter."""
    public, _, private = tag.lower().partition("-x-")
    language, *others = public.split("-")
    return language, next((part for part in others if len(part) == 4 and part.isalpha()), ""), private


@lru_cache(1024)
def same_language(one: str, other: str) -> bool:
    """Tell whether words in one language are words in another: regions do not matter, script and variety do.

    >>> same_language("en-GB", "en"), same_language("en", "en-x-easyread")
    (True, False)
    """
    first, second = _variety(one), _variety(other)
    return first[::2] == second[::2] and (first[1] == second[1] or "" in {first[1], second[1]})


def nearest_tag(tags: Mapping[str, str], language: str, otherwise: str | None = None) -> str:
    """The tag of a language map that is nearest to a language.

    The exact one, then wider ones (``en-x-easyread``, ``en``), then any of the same language, then
    those nearest to the language ``otherwise``, then the first.

    >>> nearest_tag({"cy": "Grym", "en-GB": "Power"}, "en-x-easyread")
    'en-GB'
    """
    for wanted in (language, otherwise):
        tag = wanted or ""
        while tag:
            if tag in tags:
                return tag
            tag = tag.rpartition("-")[0]
        alike = [tag for tag in tags if wanted and _variety(tag)[0] == _variety(wanted)[0]]
        if alike:
            return alike[0]
    return next(iter(tags))


def speaks_english(language: str) -> bool:
    """Tell whether a language is plain English of whatever country, so that sentences need no catalogue."""
    return same_language(language, ENGLISH)


@cache
def languages() -> tuple[str, ...]:
    """The languages that the library's own sentences come in.

    >>> languages()
    ('en', 'en-x-easyread')
    """
    folder = importlib.resources.files("copro") / "data" / "locale"
    shipped = sorted(entry.name for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else []
    return (ENGLISH, *shipped)


@cache
def _shipped(language: str) -> tuple[str, gettext.NullTranslations | None]:
    """The catalogue of a language or of the nearest wider tag, with its tag; English and ``None`` where there is none."""
    shipped = {tag.lower(): tag for tag in languages()}
    wanted = language.lower()
    while wanted and not speaks_english(wanted):
        if wanted in shipped:
            folder = importlib.resources.files("copro") / "data" / "locale" / shipped[wanted] / "LC_MESSAGES"
            with (folder / "copro.mo").open("rb") as file:
                return shipped[wanted], gettext.GNUTranslations(file)
        wanted = wanted.rpartition("-")[0]
    return ENGLISH, None


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

    Raises:
        ValueError: If the language is not a BCP 47 tag.

    >>> with speaking("cy") as speech:
    ...     message("No levels.")
    'No levels.'
    >>> speech.in_other_words
    {'No levels.': 'en'}
    """
    if not TAG.fullmatch(language):
        raise ValueError(f"a language tag such as en or en-x-easyread is needed, not {language!r}")
    spoken, shipped = _shipped(language)
    own = Speech(language, shipped, spoken) if catalogue is None else Speech(language, catalogue, language)
    with _saying(own):
        yield own


@contextmanager
def telling(language: str, *, carries_languages: bool = False) -> Iterator[Speech]:
    """Tell one thing: in the language asked for with :func:`speaking`, else in that of a document.

    Where nobody asked, and the library has no sentences in the document's language, it tells in English.

    Args:
        language: BCP 47 tag of the document.
        carries_languages: Whether words in another language carry its tag along.

    Yields:
        A telling of its own: what it notes is about this one thing.
    """
    asked = _speech.get()
    if asked is not None:
        own = attrs.evolve(
            asked,
            in_other_words={},
            sentences=set(),
            before={**asked.before, **asked.in_other_words},
            carries_languages=carries_languages,
        )
    else:
        spoken, catalogue = _shipped(language)
        if same_language(spoken, language):
            own = Speech(language, catalogue, spoken, carries_languages=carries_languages)
        else:
            own = Speech(ENGLISH, None, instead_of=language, carries_languages=carries_languages)
    with _saying(own):
        yield own
    if asked is not None:
        asked.in_other_words.update(own.in_other_words)
        asked.sentences.update(own.sentences)


@contextmanager
def _saying(speech: Speech) -> Iterator[None]:
    token = _speech.set(speech)
    try:
        yield
    finally:
        _speech.reset(token)


def message(text: str, /, **values: object) -> str:
    """Say a sentence in the current language, its ``{names}`` filled from ``values``.

    >>> message("There is no {kind}.", kind="level")
    'There is no level.'
    """
    speech = _speech.get()
    if speech is None:
        return text.format(**values) if values else text
    return speech.look_up(text, **values)


def counted(one: str, many: str, count: int, /, **values: object) -> str:
    """Say a sentence about a number of things; ``{count}`` is the number.

    >>> counted("{count} person", "{count} people", 3)
    '3 people'
    """
    speech = _speech.get()
    if speech is None:
        return (one if count == 1 else many).format(count=count, **values)
    return speech.look_up(one, many, count, count=count, **values)


def marked(text: str) -> str:
    """Mark words that a table holds for later: they belong to the catalogue, and ``message`` says them."""
    return text


def paragraph(*sentences: str | None) -> str:
    """Sentences one after the other, without the empty ones."""
    return " ".join(filter(None, sentences))


def say(text: str | Mapping[str, str] | None, language: str) -> str:
    """Say a text of a document in the current language, or in the nearest there is, which is noted.

    Args:
        text: A string, or a map from language tag to string; nothing gives an empty string.
        language: BCP 47 tag of the document's plain strings.

    >>> with speaking("cy"):
    ...     say({"en": "Power", "cy": "Grym"}, "en")
    'Grym'
    """
    if text is None:
        return ""
    speech = _speech.get()
    if isinstance(text, str):
        return text if speech is None else speech.note(text, speech.before.get(text, language))
    tag = nearest_tag(text, language if speech is None else speech.language, language)
    return text[tag] if speech is None else speech.note(text[tag], tag)


def unmarked(text: str) -> str:
    """Words without the marks of the languages that they carry, for whatever cannot show these.

    >>> with telling("en", carries_languages=True):
    ...     unmarked(say({"cy": "Grym"}, "en"))
    'Grym'
    """
    return MARKS.sub("", text)


def as_said(text: str, language: str) -> str:
    """A person's own words, which nobody translates: as they are, with their language where that is asked for."""
    return current().carrying(text, language)
