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
    framework_option,
    name_of,
    named,
    print_findings,
    source_of,
)
from copro.messages import message
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.vocabulary import Vocabulary


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@framework_option
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@format_option
def validate(files: tuple[str, ...], framework_file: str | None, style: str, *, strict: bool) -> None:
    """Say everything that is wrong with documents; - reads standard input."""
    given = named(framework_file) if framework_file else None
    if not isinstance(given, Framework | Vocabulary | None):
        raise click.BadParameter(message("this is not a framework or vocabulary document"), param_hint="--framework")
    framework, ends = (given, ()) if isinstance(given, Framework) else (None, (given,) if given else ())
    findings: list[Finding] = []
    for file in files:
        found = api.validate(source_of(file), framework=framework, ends=ends)
        found = tuple(attrs.evolve(finding, file=name_of(file)) for finding in found)
        findings.extend(found)
        if style == "text":
            print_findings(found, err=False)
            if not found:
                click.echo(f"{name_of(file)}: no faults found")
    if style == "json":
        click.echo(as_json([attrs.asdict(finding) for finding in findings]))
    if any(finding.code == "cannot-read" for finding in findings):
        sys.exit(CANNOT_READ)
    if any(finding.severity == "error" or (strict and finding.severity == "warning") for finding in findings):
        sys.exit(FAULTS)
