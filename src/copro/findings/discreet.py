"""Show a line of a document about people without what they said: its keys and marks, no values."""

import bisect
import re
from functools import lru_cache

TOKEN = re.compile(r'"(?:[^"\\]|\\(?:.|\Z))*+(?:"|\Z)(?P<key>\s*:)?|[^\s\[\]{},:"]+')
"""A text, perhaps a key; or any other value, also one that JSON does not have."""

SHOWN_KEY = re.compile(r'"[A-Za-z0-9_-]{1,100}"\s*:')
"""A key that is shown: a property or an id, never a sentence."""

MASK = "..."
"""What stands for a value: texts, numbers and unrated states all look the same."""

FORMAT_NAMED = re.compile(r'"format"\s*:\s*"copro/(?P<kind>[a-z-]+)/')
MAY_BE_QUOTED = frozenset({"framework", "vocabulary", "crosswalk", "mapping"})
"""Kinds of document that hold nothing that somebody said about an initiative."""


def may_be_quoted(text: str) -> bool:
    """Whether the lines of a document may be shown as they are; not where nobody can tell what it is."""
    found = FORMAT_NAMED.search(text)
    return found is not None and found["kind"] in MAY_BE_QUOTED


def without_values(line: str, column: int) -> tuple[str, int]:
    """Take the values out of a line of JSON, whatever is wrong with it.

    Args:
        line: The line.
        column: A column in it, from 1; one past the end is allowed.

    Returns:
        The line with ``...`` for each value, and where the column is now: at a value, its start.

    >>> without_values('{"ratings": {"power-decide": 9, "power-terms": "dont_know"}}', 30)
    ('{"ratings": {"power-decide": ..., "power-terms": ...}}', 30)
    """
    shown, starts, ends, moved = _masked(line)
    at = column - 1
    before = bisect.bisect_right(starts, at) - 1
    if before < 0:
        return shown, column
    if at < ends[before]:
        return shown, starts[before] + moved[before] + 1
    return shown, column + moved[before] - (ends[before] - starts[before]) + len(MASK)


@lru_cache(maxsize=1)
def _masked(line: str) -> tuple[str, list[int], list[int], list[int]]:
    """A line without values; where each began and ended, and how far those before it moved its start.

    The last line is kept, because a document may be all on one line and have many faults.
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    moved: list[int] = []
    last = shift = 0
    for found in TOKEN.finditer(line):
        if SHOWN_KEY.fullmatch(found[0]):
            continue
        end = found.start("key") if found["key"] else found.end()
        pieces += [line[last : found.start()], MASK]
        starts.append(found.start())
        ends.append(end)
        moved.append(shift)
        shift += len(MASK) - (end - found.start())
        last = end
    return "".join([*pieces, line[last:]]), starts, ends, moved
