"""Findings for programs: every one of them, as a document of the format ``copro/findings/1``."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from copro.findings.tally import NOTHING, CheckedDocument, Count, Tally
from copro.version import PRODUCED_BY

FINDINGS_FORMAT = "copro/findings/1"


def as_json(checked: Iterable[CheckedDocument], tally: Tally, *, partners: bool = False) -> Iterator[str]:
    """Write findings as a document, piece by piece.

    Args:
        checked: The documents, counted by the tally while they pass.
        tally: What is in it at the end is written at the end.
        partners: Whether to say what was found by partner.

    Yields:
        Pieces of JSON text, all of it ASCII, so that nothing in it can change how it is shown.
    """
    format_and_program = f'"format": {json.dumps(FINDINGS_FORMAT)},\n  "produced_by": {json.dumps(PRODUCED_BY)}'
    yield f'{{\n  {format_and_program},\n  "findings": ['
    separator = "\n    "
    for document in checked:
        for finding in document.findings:
            yield separator + json.dumps(attrs.asdict(finding))
            separator = ",\n    "
    total = tally.total
    parts: dict[str, Any] = {
        "files": [{"file": file, **_counts(count)} for file, count in tally.files.items()],
        "counts": dict(total.codes),
        "ignored": dict(total.ignored),
    }
    if partners:
        parts["partners"] = [_partner(partner, files) for partner, files in tally.partners.items()]
    yield "\n  ]" + "".join(f",\n  {json.dumps(name)}: {json.dumps(part)}" for name, part in parts.items()) + "\n}\n"


def _counts(count: Count) -> dict[str, int]:
    return {
        "documents": count.documents,
        "errors": count.severities["error"],
        "warnings": count.severities["warning"],
        "advice": count.severities["advice"],
    }


def _partner(partner: str, files: Mapping[str, Count]) -> dict[str, Any]:
    count = sum(files.values(), NOTHING)
    return {"partner": partner, "files": len(files), **_counts(count), "counts": dict(count.codes)}
