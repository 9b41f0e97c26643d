"""Try the library in one command."""

import errno
import os
from pathlib import Path

import click

from copro import api
from copro.cli.reading import language_option, print_findings, scorecard_in
from copro.documents.published import published
from copro.messages import message
from copro.privacy.withhold import without_single_answers
from copro.report import html, text
from copro.report.outline import tell_scorecard

EXAMPLE = "examples/walk-your-neighbourhood/assessment.json"


@click.command()
@click.argument("folder", default="copro-demo", metavar="[FOLDER]")
@language_option
def demo(folder: str) -> None:
    """Try it: write the example into a folder, check it, score it, write its report."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    assessment, page = place / "assessment.json", place / "report.html"
    example = published(EXAMPLE)
    if assessment.exists() and assessment.read_text(encoding="utf-8", errors="replace") != example:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(assessment))  # somebody's own by now
    assessment.write_text(example, encoding="utf-8")
    findings = api.validate(assessment)
    print_findings(findings)
    click.echo(f"{assessment}: {message('no faults found') if not findings else message('see above')}\n")
    card, answers = scorecard_in(str(assessment), None)
    shown = without_single_answers(card)
    click.echo(text.render(tell_scorecard(shown, length="page")))
    page.write_text(html.render(tell_scorecard(shown, answers)), encoding="utf-8")
    click.echo(message("The report: {path}", path=page.resolve()))
