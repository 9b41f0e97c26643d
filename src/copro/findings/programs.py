"""Findings for programs: every one of them, as JSON, as SARIF 2.1.0, and as GitHub's workflow commands."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import attrs

from copro.findings.codes import CODES
from copro.findings.text import NOTHING, Checked, Count, Tally
from copro.findings.visible import visible
from copro.messages import message
from copro.model.finding import Finding
from copro.version import PRODUCED_BY, __version__

FORMAT = "copro/findings/1"

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

LEVELS = {"error": "error", "warning": "warning", "advice": "note"}
"""Severities as SARIF has them."""

COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}
"""Severities as GitHub has them."""

INDEX = re.compile(r"/[0-9]+(?=/|$)")


def as_json(checked: Iterable[Checked], tally: Tally, *, partners: bool = False) -> Iterator[str]:
    """Write findings as a document of the format ``copro/findings/1``, piece by piece.

    Args:
        checked: The documents, counted by the tally while they pass.
        tally: What is in it at the end is written at the end.
        partners: Whether to say what was found by partner.

    Yields:
        Pieces of JSON text, all of it ASCII, so that nothing in it can change how it is shown.
    """
    yield f'{{\n  "format": {json.dumps(FORMAT)},\n  "produced_by": {json.dumps(PRODUCED_BY)},\n  "findings": ['
    separator = "\n    "
    for document in checked:
        for finding in document.findings:
            yield separator + json.dumps(attrs.asdict(finding))
            separator = ",\n    "
    total = tally.total
    parts: dict[str, Any] = {
        "files": [{"file": file, **_figures(count)} for file, count in tally.files.items()],
        "counts": dict(total.codes),
        "ignored": dict(total.ignored),
    }
    if partners:
        parts["partners"] = [_partner(partner, files) for partner, files in tally.partners.items()]
    yield "\n  ]" + "".join(f",\n  {json.dumps(name)}: {json.dumps(part)}" for name, part in parts.items()) + "\n}\n"


def as_sarif(checked: Iterable[Checked], root: str) -> dict[str, Any]:
    """Write findings as a SARIF 2.1.0 log.

    Args:
        checked: The documents.
        root: The folder that the addresses of files start from.

    Returns:
        The log, as plain data. Columns are counted in UTF-16 code units, as the log says. A
        fingerprint stays the same when lines move, and when other items of a list come or go.
    """
    results: list[dict[str, Any]] = []
    seen: Counter[str] = Counter()
    for document in checked:
        lines = document.text.split("\n") if document.findings else []
        for finding in document.findings:
            address = quote(_relative(finding.file or document.file, root), errors="surrogateescape")
            alike = "\0".join((finding.code, address, INDEX.sub("/*", finding.pointer), finding.message))
            seen[alike] += 1
            place: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": address}}}
            if finding.line is not None:
                place["physicalLocation"]["region"] = _region(finding, lines, document.first_line)
            if logical := ":".join(filter(None, (finding.sheet, finding.cell))) or finding.pointer:
                place["logicalLocations"] = [{"fullyQualifiedName": logical}]
            print_of = hashlib.sha256(f"{alike}\0{seen[alike]}".encode("utf-8", "backslashreplace"))
            results.append(
                {
                    "ruleId": finding.code,
                    "level": LEVELS[finding.severity],
                    "message": {"text": _told(finding)},
                    "locations": [place],
                    "partialFingerprints": {"coproFinding/v1": print_of.hexdigest()},
                }
            )
    could_read = all(result["ruleId"] != "cannot-read" for result in results)
    driver = {
        "name": "copro",
        "version": __version__,
        "rules": [_rule(code) for code in sorted({result["ruleId"] for result in results})],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": could_read}],
        "columnKind": "utf16CodeUnits",
        "results": results,
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def as_github(checked: Iterable[Checked], root: str) -> Iterator[str]:
    """Write findings as workflow commands, which GitHub shows beside the lines at fault.

    Args:
        checked: The documents.
        root: The folder that the names of files start from.

    Yields:
        One command a line. Nothing in a document can end a command or start another.
    """
    for document in checked:
        for finding in document.findings:
            cell = ":".join(filter(None, (finding.sheet, finding.cell)))
            properties = {
                "file": _relative(finding.file or document.file, root),
                "line": finding.line,
                "col": finding.column,
                "title": " ".join(filter(None, ("copro", finding.code, cell))),
            }
            told = [finding.message, finding.hint, finding.pointer]
            words = "\n".join(visible(part) for part in told if part)
            named = ",".join(
                f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None
            )
            yield f"::{COMMANDS[finding.severity]} {named}::{_data(words)}\n"


def _figures(count: Count) -> dict[str, int]:
    return {
        "documents": count.documents,
        "errors": count.severities["error"],
        "warnings": count.severities["warning"],
        "advice": count.severities["advice"],
    }


def _partner(partner: str, files: Mapping[str, Count]) -> dict[str, Any]:
    count = sum(files.values(), NOTHING)
    return {"partner": partner, "files": len(files), **_figures(count), "counts": dict(count.codes)}


def _rule(code: str) -> dict[str, Any]:
    """What SARIF says of a code, apart from its results."""
    if code not in CODES:
        return {"id": code}
    known = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": message(known.means)},
        "help": {"text": message(known.do)},
        "defaultConfiguration": {"level": LEVELS[known.severity]},
    }


def _region(finding: Finding, lines: list[str], first_line: int) -> dict[str, int]:
    """Line and column as SARIF counts them."""
    line = finding.line or 1
    if finding.column is None:
        return {"startLine": line}
    at = line - first_line
    before = lines[at][: finding.column - 1] if 0 <= at < len(lines) else ""
    return {"startLine": line, "startColumn": finding.column + sum(character > "\uffff" for character in before)}


def _relative(file: str, root: str) -> str:
    """A file's name from the root, where it lies below it, with slashes."""
    path = PurePath(file)
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _told(finding: Finding) -> str:
    """What a finding says, so that no reader of SARIF takes a part of it for a link."""
    return visible(" ".join(filter(None, (finding.message, finding.hint)))).replace("](", "] (")


def _data(text: str) -> str:
    """Text as the data of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text as a property of a workflow command."""
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
