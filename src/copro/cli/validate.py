"""Find every fault in documents."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from copro.checking import Given, advise, examine
from copro.cli.files import MOST_IDS, Ids, documents
from copro.cli.reading import (
    CANNOT_READ,
    FAULTS,
    framework_option,
    named,
    screen_width,
)
from copro.findings.codes import CODES
from copro.findings.github import as_github
from copro.findings.json import as_json
from copro.findings.sarif import as_sarif
from copro.findings.summary import ignored_words, summary, total_words
from copro.findings.tally import CheckedDocument, Tally
from copro.findings.text import as_text
from copro.messages import counted, message, paragraph
from copro.model.finding import Finding, FindingCode
from copro.model.framework import Framework
from copro.model.suggest import did_you_mean
from copro.model.vocabulary import Vocabulary

CANNOT_BE_READ: FindingCode = "cannot-read"
"""What is told whatever was selected, unless it is ignored, and has an exit code of its own."""


def _known(_context: click.Context, _option: click.Parameter, codes: tuple[str, ...]) -> frozenset[str]:
    """Refuse codes that no finding has."""
    for code in codes:
        if code not in CODES:
            text = message("No finding has the code {code!r}.", code=code)
            raise click.BadParameter(paragraph(text, did_you_mean(code, CODES)))
    return frozenset(codes)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@framework_option
@click.option("--select", "selected", multiple=True, metavar="CODE", callback=_known, help="Tell only these findings.")
@click.option("--ignore", "ignored", multiple=True, metavar="CODE", callback=_known, help="Leave these findings out.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="For people, for programs, for code scanning, or beside the lines on GitHub.",
)
@click.option("--all", "everything", is_flag=True, help="Show every finding, also where many are alike.")
@click.option("--summary", "with_summary", is_flag=True, help="Add up by partner, which is a folder, and by code.")
def validate(
    files: tuple[str, ...],
    framework_file: str | None,
    selected: frozenset[str],
    ignored: frozenset[str],
    style: str,
    *,
    strict: bool,
    everything: bool,
    with_summary: bool,
) -> None:
    """Say everything that is wrong with documents.

    FILE is a file, a folder, a pattern in quotation marks, or - for standard input. A file whose name
    ends in .jsonl or .ndjson holds a document on each line.
    """
    given = named(framework_file) if framework_file else None
    if not isinstance(given, Framework | Vocabulary | None):
        raise click.BadParameter(message("this is not a framework or vocabulary document"), param_hint="--framework")
    left_out = (frozenset(CODES) - selected - {CANNOT_BE_READ} if selected else frozenset()) | ignored
    tally, ids = Tally(), Ids()
    checked = tally.counted(_checked(files, given, left_out, ids))
    if style == "json":
        parts = as_json(checked, tally, partners=with_summary)
    elif style == "sarif":
        parts = iter([json.dumps(as_sarif(checked, str(Path.cwd())), indent=2) + "\n"])
    elif style == "github":
        parts = as_github(checked, str(Path.cwd()))
    else:
        parts = as_text(checked, width=screen_width(), everything=everything)
    for part in parts:
        click.echo(part, nl=False)
    _say_the_rest(tally, ids, with_summary=with_summary and style != "json")
    found = tally.total
    if found.codes[CANNOT_BE_READ]:
        sys.exit(CANNOT_READ)
    if found.severities["error"] or (strict and found.severities["warning"]):
        sys.exit(FAULTS)


def _checked(
    files: tuple[str, ...], given: Framework | Vocabulary | None, left_out: frozenset[str], ids: Ids
) -> Iterator[CheckedDocument]:
    """Check documents one after another, with what was given for them."""
    framework, ends = (None, [given]) if isinstance(given, Vocabulary) else (given, [])
    for raw in documents(files):
        if raw.fault is not None:
            findings: tuple[Finding, ...] = (raw.fault,)
        else:
            examined = examine(raw.data, Given(framework, ends))
            findings = (*examined.findings, *advise(examined), *ids.twice(raw, examined.identity))
        yield raw.checked(
            (finding for finding in findings if finding.code not in left_out),
            (finding.code for finding in findings if finding.code in left_out),
        )


def _say_the_rest(tally: Tally, ids: Ids, *, with_summary: bool) -> None:
    """Say beside the findings what was not told, and add up."""
    found = tally.total
    if with_summary:
        click.echo(summary(tally), err=True)
    if found.documents > 1:
        click.echo(total_words(tally), err=True)
    if found.ignored:
        click.echo(ignored_words(found.ignored), err=True)
    if ids.is_full:
        click.echo(
            counted(
                "After {count} document, ids are no longer compared.",
                "After {count} documents, ids are no longer compared.",
                MOST_IDS,
            ),
            err=True,
        )
