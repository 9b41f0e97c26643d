"""Where in a JSON text a JSON Pointer points: line and column."""

import bisect
import json
import re
from collections.abc import Iterator

from copro.documents.pointers import Pointer

SPACE = re.compile(r"[ \t\n\r]*")
VALUE = json.JSONDecoder()


class Places:
    """The places of one JSON text, which has been read without a fault of syntax.

    Only objects and lists on the way to a place are walked, each of them once and no further than
    that place; the decoder skips what stands before it. So a place costs little more than reading
    the text up to it, and many places in one text cost little more than one.

    Args:
        text: The JSON text.
        is_last: Whether, of a key that is there more than once, the last occurrence counts; walks to
            the end of each object.

    >>> Places('{"a": [10, 20]}').find(("a", 1))
    (1, 12)
    """

    def __init__(self, text: str, *, is_last: bool = False) -> None:
        self._text, self._is_last = text, is_last
        self._lines: list[int] = [0, *(found.end() for found in re.finditer("\n", text))]
        self._walks: dict[int, tuple[dict[str, tuple[int, int]], Iterator[tuple[str, int, int]]]] = {}

    def find(self, path: Pointer, *, at_key: bool = False) -> tuple[int, int]:
        """Find the line and column of a place.

        Args:
            path: The parts of a JSON Pointer.
            at_key: Whether to point at the key of the last part, not at its value.

        Returns:
            Line and column, both from 1; those of the nearest place above, where the path ends early.
        """
        start = _skip(self._text, 0)
        for depth, part in enumerate(path):
            found = self._member(start, str(part))
            if found is None:
                break
            key, value = found
            start = key if at_key and depth == len(path) - 1 else value
        line = bisect.bisect_right(self._lines, start)
        return line, start - self._lines[line - 1] + 1

    def _member(self, start: int, name: str) -> tuple[int, int] | None:
        """Where the key and the value of a member of a container are; ``None`` where it has none."""
        seen, rest = self._walks.setdefault(start, ({}, _members(self._text, start)))
        if name not in seen or self._is_last:
            for found, key, value in rest:
                seen[found] = key, value
                if found == name and not self._is_last:
                    break
        return seen.get(name)


def _members(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """The members of the object or list at a place: name, where its key is, where its value is."""
    closing = {"{": "}", "[": "]"}.get(text[start])
    at, index = _skip(text, start + 1), 0
    while closing is not None and text[at] != closing:
        name, key = str(index), at
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
