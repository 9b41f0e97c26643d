"""Read JSON strictly: what one program reads, every program reads the same."""

import codecs
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from copro.documents.pointers import Pointer, finding_at, pointer_text
from copro.findings.codes import new_finding
from copro.messages import message
from copro.model.finding import Finding

MAX_BYTES = 32 * 1024 * 1024
"""The largest document that is read."""

MAX_DEPTH = 64
"""The deepest nesting that is read."""

PACKED = b"PK\x03\x04"
"""How a ZIP file begins, and so a workbook."""

NESTING = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)|[\[{\]}]', re.DOTALL)
"""A text with its quotation marks, closed or not, or a bracket."""


def parse(data: bytes | str) -> tuple[Any, tuple[Finding, ...]]:
    """Read one JSON document, refusing what other programs would read differently.

    Refused are duplicate keys, NaN and infinity, numbers too large for a float, bytes that are
    not UTF-8, lone surrogates, nesting deeper than 64 and documents larger than 32 MiB. A byte
    order mark is dropped with a warning.

    Args:
        data: The document, as bytes or text.

    Returns:
        The value and the findings; the value is ``None`` where there is an error.
    """
    if len(data) > MAX_BYTES:
        return None, (
            finding_at("too-large", message("The document is larger than {size} MiB.", size=MAX_BYTES // 1024 // 1024)),
        )
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
    except UnicodeDecodeError as error:
        return None, (not_utf_8(error),)
    findings: list[Finding] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        said = message("The document starts with a byte order mark, which was dropped.")
        findings.append(new_finding("byte-order-mark", said, message("Save it without."), line=1, column=1))
    duplicates: dict[int, list[str]] = {}
    keep: list[dict[str, Any]] = []

    def pairs_to_dict(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) < len(pairs):
            names = [name for name, _ in pairs]
            duplicates[id(value)] = sorted({name for name in names if names.count(name) > 1})
            keep.append(value)  # so that no other object can take its identity
        return value

    try:
        value = json.loads(text, object_pairs_hook=pairs_to_dict)
    except json.JSONDecodeError as error:
        said = message("This is not JSON: {reason}.", reason=f"{error.msg[0].lower()}{error.msg[1:]}")
        many = message("A file holds one document. A file with one on each line has a name that ends in .jsonl.")
        hint = many if error.msg == "Extra data" else message("Look there, and just before, for what is missing.")
        return None, (*findings, new_finding("not-json", said, hint, line=error.lineno, column=error.colno))
    except RecursionError:
        return None, (*findings, _too_deep(text))
    except ValueError:
        return None, (*findings, finding_at("bad-number", message("A number has too many digits.")))
    faults = tuple(_faults(text, value, duplicates))
    return (None if faults else value), (*findings, *faults)


def cannot_read(error: Exception | str) -> Finding:
    """Say that there is nothing to read, and why: an error of reading, or words of one's own."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return finding_at("cannot-read", message("The document cannot be read: {reason}.", reason=reason))


def not_utf_8(error: UnicodeDecodeError) -> Finding:
    """Make the finding that a document is not UTF-8."""
    if error.object.startswith(PACKED):
        hint = message("This looks like a workbook. Make a document of it first, with 'copro convert'.")
    elif error.object.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        hint = message("This looks like UTF-16. Save the file as UTF-8.")
    else:
        hint = message("Save the file as UTF-8.")
    line_start = error.object.rfind(b"\n", 0, error.start) + 1
    return new_finding(
        "not-utf-8",
        message("Byte {number} is not UTF-8.", number=error.start),
        hint,
        line=error.object.count(b"\n", 0, error.start) + 1,
        column=len(error.object[line_start : error.start].decode("utf-8", "replace")) + 1,
    )


def _too_deep(text: str) -> Finding:
    """Make the finding that a text is nested too deeply, at the bracket that is one too many."""
    depth, at = 0, 0
    for found in NESTING.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > MAX_DEPTH:
            at = found.start()
            break
    return new_finding(
        "too-deep",
        message("The document is nested deeper than {most}.", most=MAX_DEPTH),
        line=text.count("\n", 0, at) + 1,
        column=at - text.rfind("\n", 0, at),
    )


def _faults(text: str, document: Any, duplicates: Mapping[int, list[str]]) -> Iterator[Finding]:
    """Walk the whole document for what JSON readers disagree about."""
    stack: list[tuple[Any, Pointer]] = [(document, ())]
    while stack:
        value, path = stack.pop()
        if len(path) > MAX_DEPTH:
            yield attrs.evolve(_too_deep(text), pointer=pointer_text(path[:8]))
            return
        if isinstance(value, dict):
            yield from _key_faults(value, duplicates.get(id(value), ()), path)
            stack.extend((item, (*path, name)) for name, item in reversed(value.items()))
        elif isinstance(value, list):
            stack.extend((item, (*path, index)) for index, item in reversed(list(enumerate(value))))
        elif isinstance(value, str) and _has_surrogate(value):
            yield finding_at("lone-surrogate", message("This text holds half a character, which no text can."), path)
        elif isinstance(value, float | int) and not _is_finite(value):
            shown = message("A number of {digits} digits", digits=len(str(value))) if isinstance(value, int) else value
            said = message("{number} is not a number that JSON has, or is too large.", number=shown)
            yield finding_at("bad-number", said, path)


def _key_faults(value: Mapping[str, Any], repeated: Iterable[str], path: Pointer) -> Iterator[Finding]:
    for name in repeated:
        yield finding_at(
            "duplicate-key",
            message("The key {key!r} is there more than once.", key=name),
            (*path, name),
            message("Keep one of them."),
        )
    for name in value:
        if _has_surrogate(name):
            yield finding_at("lone-surrogate", message("A key holds half a character, which no text can."), path)


def _is_finite(number: float) -> bool:
    """Tell whether every program can hold a number, whole ones of any length included."""
    try:
        return math.isfinite(number)
    except OverflowError:
        return False


def _has_surrogate(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text)
