"""Places in a document, as JSON Pointers have them, and findings at such a place."""

import re

from copro.findings.codes import new_finding
from copro.model.finding import Finding, FindingCode

INDEX = re.compile(r"0|[1-9][0-9]{0,8}")
"""How a JSON Pointer writes an index; a key may look the same, but "007" is only a key."""

Pointer = tuple[str | int, ...]


def pointer_text(path: Pointer) -> str:
    """Write a path as a JSON Pointer (RFC 6901).

    >>> pointer_text(("responses", 0, "ratings", "a/b"))
    '/responses/0/ratings/a~1b'
    """
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def pointer_path(pointer: str) -> Pointer:
    """The parts of a JSON Pointer; parts that may be list indices as numbers.

    >>> pointer_path("/responses/0/ratings/a~1b")
    ('responses', 0, 'ratings', 'a/b')
    """
    parts = (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])
    return tuple(int(part) if INDEX.fullmatch(part) else part for part in parts)


def finding_at(code: FindingCode, text: str, path: Pointer = (), hint: str | None = None) -> Finding:
    """Make a finding at a place in a document.

    >>> finding_at("bad-date", "There is no day 2026-02-30.", ("period", "end")).severity
    'error'
    """
    return new_finding(code, text, hint, pointer=pointer_text(path))


AT_KEY: frozenset[FindingCode] = frozenset({"unknown-property", "not-here", "duplicate-key"})
"""Findings that are about a key, not about its value."""


KEYED_BY_ID = frozenset({"ratings", "comments", "evidence", "participation", "terms"})
"""Properties whose keys are ids, so that an id that points nowhere is a key there."""


def is_about_key(finding: Finding, path: Pointer) -> bool:
    """Tell whether a finding at a place is about the key there, not about its value."""
    is_id = finding.code.startswith("unknown-") and not finding.has_code("unknown-word")
    return finding.code in AT_KEY or (is_id and len(path) > 1 and path[-2] in KEYED_BY_ID)
