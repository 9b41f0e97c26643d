"""Where in a JSON text a JSON Pointer points: line and column."""

import json
import re
from collections.abc import Iterator

from copro.interchange.strict_json import Pointer

SPACE = re.compile(r"[ \t\n\r]*")
VALUE = json.JSONDecoder()


def locate(text: str, path: Pointer, *, at_key: bool = False) -> tuple[int, int]:
    """Find the line and column of a place, walking only the path to it.

    Siblings are skipped by the decoder, so a walk costs little more than reading the part of the
    text before the place. Where a key is there more than once, its last occurrence counts.

    Args:
        text: JSON text that has been read without a fault of syntax.
        path: The parts of a JSON Pointer.
        at_key: Whether to point at the key of the last part, not at its value.

    Returns:
        Line and column, both from 1; those of the nearest place above, where the path ends early.

    >>> locate('{"a": [10, 20]}', ("a", 1))
    (1, 12)
    """
    start = _skip(text, 0)
    for depth, part in enumerate(path):
        found = [(key, value) for name, key, value in _members(text, start) if name == part or str(name) == str(part)]
        if not found:
            break
        key, value = found[-1]
        start = key if at_key and depth == len(path) - 1 else value
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def _members(text: str, start: int) -> Iterator[tuple[str | int, int, int]]:
    """The members of the object or list at a place: name, where its key is, where its value is."""
    closing = {"{": "}", "[": "]"}.get(text[start])
    at, index = _skip(text, start + 1), 0
    while closing is not None and text[at] != closing:
        name: str | int = index
        key = at
        if closing == "}":
            name, at = VALUE.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        yield name, key, at
        _, at = VALUE.raw_decode(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
        index += 1


def _skip(text: str, at: int) -> int:
    """Past white space."""
    found = SPACE.match(text, at)
    return found.end() if found else at
