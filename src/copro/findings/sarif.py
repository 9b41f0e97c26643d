"""Findings for code scanning: as a log of SARIF 2.1.0."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from copro.findings.codes import CODES
from copro.findings.tally import CheckedDocument
from copro.findings.visible import visible
from copro.messages import message
from copro.model.finding import Finding, Severity
from copro.version import __version__

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

SARIF_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}
"""Severities as SARIF has them."""

LIST_INDEX = re.compile(r"/[0-9]+(?=/|$)")


def as_sarif(checked: Iterable[CheckedDocument], root: str) -> dict[str, Any]:
    """Write findings as a SARIF 2.1.0 log.

    Args:
        checked: The documents.
        root: The folder that the addresses of files start from.

    Returns:
        The log, as plain data. Columns are counted in UTF-16 code units, as the log says. A
        fingerprint stays the same when lines move, and when other items of a list come or go.
    """
    results: list[dict[str, Any]] = []
    rules: set[str] = set()
    seen: Counter[str] = Counter()
    could_read = True
    for document in checked:
        lines = document.text.split("\n") if document.findings else []
        for finding in document.findings:
            address = quote(document.file_of(finding, root), errors="surrogateescape")
            alike = "\0".join((finding.code, address, LIST_INDEX.sub("/*", finding.pointer), finding.message))
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
                    "level": SARIF_LEVELS[finding.severity],
                    "message": {"text": _without_links(finding)},
                    "locations": [place],
                    "partialFingerprints": {"coproFinding/v1": print_of.hexdigest()},
                }
            )
            rules.add(finding.code)
            could_read = could_read and not finding.has_code("cannot-read")
    driver = {"name": "copro", "version": __version__, "rules": [_rule(code) for code in sorted(rules)]}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": could_read}],
        "columnKind": "utf16CodeUnits",
        "results": results,
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    """What SARIF says of a code, apart from its results."""
    if code not in CODES:
        return {"id": code}
    known = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": message(known.means)},
        "help": {"text": message(known.do)},
        "defaultConfiguration": {"level": SARIF_LEVELS[known.severity]},
    }


def _region(finding: Finding, lines: list[str], first_line: int) -> dict[str, int]:
    """Line and column as SARIF counts them."""
    line = finding.line or 1
    if finding.column is None:
        return {"startLine": line}
    at = line - first_line
    before = lines[at][: finding.column - 1] if 0 <= at < len(lines) else ""
    return {"startLine": line, "startColumn": finding.column + sum(character > "\uffff" for character in before)}


def _without_links(finding: Finding) -> str:
    """What a finding says, so that no reader of SARIF takes a part of it for a link."""
    return visible(" ".join(filter(None, (finding.message, finding.hint)))).replace("](", "] (")
