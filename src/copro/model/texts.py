"""The words that people read in a framework, vocabulary or crosswalk, wherever they stand."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

import attrs

from copro.model.values import Text

M = TypeVar("M")

Path = tuple[str | int, ...]

TEXT_KINDS = frozenset(get_args(Text))


def texts_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Find every text that can be written in several languages, in the order of the document.

    Args:
        value: A model value, such as a framework.
        path: Where it stands.

    Yields:
        The place of each text and the text: a string, or a map from language tag to string.

    >>> from copro.model.framework import Source
    >>> list(texts_in(Source(citation="A book", url="urn:book")))
    [(('citation',), 'A book')]
    """
    for field in attrs.fields(type(value)):
        item, place = getattr(value, field.name), (*path, field.name)
        if item is not None and frozenset(get_args(field.type)) - {type(None)} == TEXT_KINDS:
            yield place, item
        elif isinstance(item, tuple):
            for index, part in enumerate(item):
                if field.type == tuple[Text, ...]:
                    yield (*place, index), part
                elif attrs.has(type(part)):
                    yield from texts_in(part, (*place, index))
        elif attrs.has(type(item)):
            yield from texts_in(item, place)


def in_just(text: Text, language: str, document_language: str) -> str | None:
    """The words of a text in just this language; ``None`` where it has none."""
    if isinstance(text, str):
        return text if language == document_language else None
    return text.get(language)


def untranslated(value: M, language: str) -> M:
    """The same model value without its translations: of each text, the words in one language.

    Args:
        value: A model value, such as a framework or its scale.
        language: The language of the document that it stands in. A text that has no words in it stays as it is.

    Returns:
        The value; equal to any other that differs from it only in translations.

    >>> from copro.model.framework import Step
    >>> untranslated(Step(value=0, name={"en": "No", "cy": "Na"}), "en").name
    'No'
    """
    whole: Any = value
    changed: dict[str, Any] = {}
    for field in attrs.fields(type(whole)):
        item = getattr(value, field.name)
        if field.name == "translations":
            kept: Any = ()
        elif isinstance(item, tuple):
            of_texts = field.type == tuple[Text, ...]
            parts = tuple(_in_just(part, language) if of_texts else _within(part, language) for part in item)
            kept = item if all(new is old for new, old in zip(parts, item, strict=True)) else parts
        elif item is not None and frozenset(get_args(field.type)) - {type(None)} == TEXT_KINDS:
            kept = _in_just(item, language)
        else:
            kept = _within(item, language)
        if kept is not item:
            changed[field.name] = kept
    found: M = attrs.evolve(whole, **changed) if changed else value
    return found


def _in_just(text: Text, language: str) -> Text:
    return in_just(text, language, language) or text


def _within(item: Any, language: str) -> Any:
    return untranslated(item, language) if attrs.has(type(item)) else item


def says_the_same(one: Any, other: Any) -> bool:
    """Tell whether two frameworks or vocabularies differ at most in languages that only one of them has."""
    if untranslated(one, one.language) != untranslated(other, other.language):
        return False
    pairs = zip(texts_in(one), texts_in(other), strict=True)
    maps = [(a, b) for (_, a), (_, b) in pairs if not isinstance(a, str) and not isinstance(b, str)]
    return not any(a[tag] != b[tag] for a, b in maps for tag in a if tag in b)


def source_digest(value: Any) -> str:
    """Name what a translation was made from: the SHA-256 of all words in the document's own language.

    Returns:
        64 hexadecimal digits; any changed, added or moved sentence changes them.
    """
    words = [in_just(text, value.language, value.language) for _, text in texts_in(value)]
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode("utf-8")).hexdigest()
