"""Score assessments: print it, explain it, report it, follow its promises."""

import datetime as dt
import json
import sys
from pathlib import Path

import attrs
import click

from copro import api
from copro.checking import Given, errors_in, examine
from copro.cli.files import Ids, RawDocument, documents, is_one_document
from copro.cli.reading import (
    CANNOT_READ,
    FAULTS,
    FINE,
    LAYOUTS,
    format_option,
    framework_in,
    framework_option,
    language_option,
    load,
    print_checked,
    scorecard_in,
)
from copro.documents.structure import to_document
from copro.findings.visible import visible
from copro.messages import message
from copro.model.assessment import Assessment
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.outline import Outline
from copro.model.scorecard import Scorecard
from copro.privacy.withhold import without_single_answers
from copro.report import explain as explaining
from copro.report import html
from copro.report.outline import tell_scorecard
from copro.report.promises import tell_promises


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@framework_option
@click.option("--private", is_flag=True, help="Keep figures that tell one person's answer. Do not pass it on.")
@click.option("--certainty", "certain", is_flag=True, help="Say how sure each is; one FILE always does.")
@format_option(*LAYOUTS, "json")
@language_option
def score(files: tuple[str, ...], framework_file: str | None, style: str, *, private: bool, certain: bool) -> None:
    """Score assessments: who answered, the level and why, clear gaps first.

    FILE is a file, a folder, a pattern in quotation marks, or - for standard input. A file whose name
    ends in .jsonl or .ndjson holds a document on each line. With --format json, several scorecards
    are written one on each line.
    """
    framework = framework_in(framework_file)
    if is_one_document(files):
        card, _ = scorecard_in(files[0], framework)
        shown = card if private else without_single_answers(card)
        click.echo(api.dumps(shown) if style == "json" else LAYOUTS[style](_brief(shown)), nl=False)
        return
    ids, ended = Ids(), FINE
    for raw in documents(files):
        scored, found = _score(raw, framework, ids, certain=certain)
        if scored is not None:
            shown = scored if private else without_single_answers(scored)
            click.echo(_line(shown) if style == "json" else LAYOUTS[style](_brief(shown, visible(raw.place))))
        if found:
            print_checked(raw.checked(found))
        codes = {finding.code for finding in found if finding.severity == "error"}
        ended = max(ended, CANNOT_READ if "cannot-read" in codes else FAULTS if codes else FINE)
    sys.exit(ended)


def _score(
    raw: RawDocument, framework: Framework | None, ids: Ids, *, certain: bool
) -> tuple[Scorecard | None, tuple[Finding, ...]]:
    """Score a document, or say its faults; of what is neither assessment nor scorecard, only say so."""
    if raw.fault is not None:
        return None, (raw.fault,)
    examined = examine(raw.data, Given(framework))
    found = (*errors_in(examined.findings), *ids.twice(raw, examined.identity))
    document = examined.value
    if isinstance(document, Assessment):
        return (api.certainty if certain else api.score)(document, framework), found
    if isinstance(document, Scorecard):
        return document, found
    if document is not None:
        note = message("{place}: not scored, because it is not an assessment.", place=visible(raw.place))
        click.echo(note, err=True)
    return None, found


def _brief(card: Scorecard, *above: str) -> Outline:
    """A scorecard as a terminal holds it, under the name of its file where there are several."""
    return attrs.evolve(tell_scorecard(card, length="page"), above=above)


def _line(card: Scorecard) -> str:
    """A scorecard on one line, for JSON Lines."""
    return json.dumps(to_document(card), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@click.command()
@click.argument("file")
@click.argument("about", required=False, metavar="[PRINCIPLE|INDICATOR]")
@framework_option
@click.option("--private", is_flag=True, help="Show each person's answer as well. Do not pass it on.")
@format_option(*LAYOUTS)
@language_option
def explain(file: str, about: str | None, framework_file: str | None, style: str, *, private: bool) -> None:
    """Show how the figures of an assessment or scorecard came about."""
    card, answers = scorecard_in(file, framework_in(framework_file))
    if private:
        told = explaining.explain(card, about, answers, private=True)
    else:
        told = explaining.explain(without_single_answers(card), about)
    click.echo(LAYOUTS[style](told), nl=False)


@click.command()
@click.argument("file")
@framework_option
@click.option("--output", "-o", metavar="FILE", help="Where to write it; - for standard output.")
@language_option
def report(file: str, framework_file: str | None, output: str | None) -> None:
    """Write an HTML report of an assessment or scorecard, and print its path."""
    card, answers = scorecard_in(file, framework_in(framework_file))
    page = html.render(tell_scorecard(without_single_answers(card), answers))
    if output == "-":
        click.echo(page, nl=False)
    else:
        path = Path(output or f"{card.assessment.id}.html")
        path.write_text(page, encoding="utf-8")
        click.echo(path)


@click.command()
@click.argument("file")
@framework_option
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The date; else the end of the period."
)
@format_option(*LAYOUTS)
@language_option
def commitments(file: str, framework_file: str | None, as_of: dt.datetime | None, style: str) -> None:
    """Print what became of promises, with reasons, as of a date."""
    framework = framework_in(framework_file)
    document = load(file, framework)
    if not isinstance(document, Assessment):
        raise click.BadParameter(message("an assessment is needed"), param_hint="FILE")
    promises = api.commitments(document, framework, as_of=as_of.date() if as_of else None)
    click.echo(LAYOUTS[style](tell_promises(promises, document.language)), nl=False)
