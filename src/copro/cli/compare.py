"""Compare one initiative over time."""

import click

from copro import api
from copro.cli.reading import framework_in, framework_option, language_option, scorecard_in
from copro.messages import message
from copro.report import text
from copro.scoring.withhold import without_single_answers


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE FILE...")
@framework_option
@language_option
def compare(files: tuple[str, ...], framework_file: str | None) -> None:
    """Compare one initiative over time: assessments or scorecards, in the order given."""
    if len(files) < 2:
        raise click.UsageError(message("A comparison takes two files or more."))
    read = [scorecard_in(file, framework_file) for file in files]
    cards = [without_single_answers(card) for card, _ in read]
    assessments = [answers for _, answers in read if answers is not None]
    compared = api.compare(cards, assessments if len(assessments) == len(cards) else (), framework_in(framework_file))
    click.echo(text.render_comparison(compared), nl=False)
