"""The words that people read in a framework, vocabulary or crosswalk, wherever they stand."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, get_args

import attrs

from copro.model.values import Text

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


def source_digest(value: Any) -> str:
    """Name what a translation was made from: the SHA-256 of all words in the document's own language.

    Returns:
        64 hexadecimal digits; any changed, added or moved sentence changes them.
    """
    words = [in_just(text, value.language, value.language) for _, text in texts_in(value)]
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode("utf-8")).hexdigest()
