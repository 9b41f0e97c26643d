"""Score one assessment: print it, explain it, report it, follow its promises."""

import datetime as dt
from pathlib import Path

import click

from copro import api
from copro.cli.reading import format_option, framework_in, framework_option, language_option, load, scorecard_in
from copro.messages import message
from copro.model.assessment import Assessment
from copro.report import explain as explaining
from copro.report import html, text
from copro.scoring.withhold import without_single_answers


@click.command()
@click.argument("file")
@framework_option
@click.option("--private", is_flag=True, help="Keep figures that tell one person's answer. Do not pass it on.")
@format_option
@language_option
def score(file: str, framework_file: str | None, style: str, *, private: bool) -> None:
    """Score an assessment: who answered, the level and why, the widest gaps first."""
    card, _ = scorecard_in(file, framework_file)
    shown = card if private else without_single_answers(card)
    click.echo(api.dumps(shown) if style == "json" else text.render(shown), nl=False)


@click.command()
@click.argument("file")
@click.argument("about", required=False, metavar="[PRINCIPLE|INDICATOR]")
@framework_option
@click.option("--private", is_flag=True, help="Show each person's answer as well. Do not pass it on.")
@language_option
def explain(file: str, about: str | None, framework_file: str | None, *, private: bool) -> None:
    """Show how the figures of an assessment or scorecard came about."""
    card, answers = scorecard_in(file, framework_file)
    if private:
        click.echo(explaining.explain(card, about, answers, private=True), nl=False)
    else:
        click.echo(explaining.explain(without_single_answers(card), about), nl=False)


@click.command()
@click.argument("file")
@framework_option
@click.option("--output", "-o", metavar="FILE", help="Where to write it; - for standard output.")
@language_option
def report(file: str, framework_file: str | None, output: str | None) -> None:
    """Write an HTML report of an assessment or scorecard, and print its path."""
    card, answers = scorecard_in(file, framework_file)
    page = html.render(without_single_answers(card), answers)
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
@language_option
def commitments(file: str, framework_file: str | None, as_of: dt.datetime | None) -> None:
    """Print what became of promises, with reasons, as of a date."""
    framework = framework_in(framework_file)
    document = load(file, framework)
    if not isinstance(document, Assessment):
        raise click.BadParameter(message("an assessment is needed"), param_hint="FILE")
    promises = api.commitments(document, framework, as_of=as_of.date() if as_of else None)
    click.echo(text.render_ledger(promises, document.language), nl=False)
