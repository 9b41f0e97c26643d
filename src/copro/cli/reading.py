"""What every command shares: its options, how it reads files, how it prints findings."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from copro import api, frameworks
from copro.model.assessment import Assessment
from copro.model.framework import Framework
from copro.model.scorecard import Scorecard

FINE, FAULTS, USAGE, CANNOT_READ, INTERNAL = 0, 1, 2, 3, 4
"""Exit codes: fine; the document has errors; wrong usage; cannot read or write; our own fault."""

format_option = click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to print the result."
)
framework_option = click.option(
    "--framework",
    "framework_file",
    metavar="FILE|NAME",
    help="The framework's file, if it is not one that ships with copro.",
)


def source_of(file: str) -> str | bytes:
    """What the library reads for a file named on the command line; - is standard input."""
    return sys.stdin.buffer.read() if file == "-" else file


def name_of(file: str) -> str:
    """What a file is called in messages."""
    return "standard input" if file == "-" else file


def load(file: str, framework: Framework | None) -> Any:
    """Load a document; its findings carry the file's name."""
    return api.load(source_of(file), framework=framework)


def named(name: str) -> Any:
    """What ships under a name, or what a file holds: so a path stands wherever a name does."""
    is_path = name == "-" or name.endswith(".json") or Path(name).is_file()
    return load(name, None) if is_path else frameworks.find(name)


def framework_in(name: str | None) -> Framework | None:
    """Read the framework given with --framework, a file or a name, if one is."""
    if name is None:
        return None
    framework = named(name)
    if not isinstance(framework, Framework):
        raise click.BadParameter("this is not a framework document", param_hint="--framework")
    return framework


def scorecard_in(file: str, framework_file: str | None) -> tuple[Scorecard, Assessment | None]:
    """Read an assessment and score it, or read a scorecard."""
    framework = framework_in(framework_file)
    document = load(file, framework)
    if isinstance(document, Assessment):
        return api.certainty(document, framework), document
    if isinstance(document, Scorecard):
        return document, None
    raise click.BadParameter("an assessment or a scorecard is needed", param_hint="FILE")


def print_findings(findings: Iterable[Any], *, err: bool = True) -> None:
    """Print findings, one a line."""
    for finding in findings:
        head = place_of(finding)
        hint = f" {finding.hint}" if finding.hint else ""
        click.echo(f"{head or 'document'}: {finding.severity} {finding.code}: {finding.message}{hint}", err=err)


def place_of(finding: Any) -> str:
    """Where a finding is, in the words of its file: line and column, sheet and cell, or the heading of a column."""
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part is not None)
    if finding.sheet is not None:
        return ": ".join(filter(None, (place, "!".join(filter(None, (finding.sheet, finding.cell))))))
    return ": ".join(filter(None, (place, finding.column_name or finding.pointer)))


def as_json(value: Any) -> str:
    """Write plain data as JSON text."""
    return json.dumps(value, ensure_ascii=False, indent=2)
