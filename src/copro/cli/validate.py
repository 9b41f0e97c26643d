"""Find every fault in documents."""

import sys

import attrs
import click

from copro import api
from copro.cli.reading import (
    CANNOT_READ,
    FAULTS,
    as_json,
    format_option,
    framework_in,
    framework_option,
    name_of,
    print_findings,
    source_of,
)
from copro.messages import message
from copro.model.finding import Finding


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@framework_option
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@format_option
def validate(files: tuple[str, ...], framework_file: str | None, style: str, *, strict: bool) -> None:
    """Say everything that is wrong with documents; - reads standard input."""
    framework = framework_in(framework_file)
    findings: list[Finding] = []
    for file in files:
        found = api.validate(source_of(file), framework=framework)
        found = tuple(attrs.evolve(finding, file=name_of(file)) for finding in found)
        findings.extend(found)
        if style == "text":
            print_findings(found, err=False)
            if not found:
                click.echo(f"{name_of(file)}: {message('no faults found')}")
    if style == "json":
        click.echo(as_json([attrs.asdict(finding) for finding in findings]))
    if any(finding.code == "cannot-read" for finding in findings):
        sys.exit(CANNOT_READ)
    if any(finding.severity == "error" or (strict and finding.severity == "warning") for finding in findings):
        sys.exit(FAULTS)
