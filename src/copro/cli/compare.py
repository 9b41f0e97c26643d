"""Compare one initiative over time, or see one assessment in another framework."""

import click

from copro import api
from copro.cli.reading import (
    LAYOUTS,
    format_option,
    framework_in,
    framework_option,
    language_option,
    load,
    named,
    scorecard_in,
)
from copro.messages import message
from copro.model.assessment import Assessment
from copro.model.crosswalk import Crosswalk
from copro.model.framework import Framework
from copro.model.outline import Outline
from copro.model.scorecard import Scorecard
from copro.privacy.withhold import without_single_answers
from copro.report.comparison import tell_comparison
from copro.report.translation import tell_translation


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE FILE...")
@framework_option
@click.option(
    "--as",
    "target",
    metavar="FILE|NAME",
    help="Show one FILE in the words of another framework, one that ships with copro or your own.",
)
@click.option(
    "--crosswalk",
    "crosswalk_files",
    metavar="FILE",
    multiple=True,
    help="With --as: a crosswalk of your own; may be given more than once.",
)
@format_option(*LAYOUTS)
@language_option
def compare(
    files: tuple[str, ...], framework_file: str | None, target: str | None, crosswalk_files: tuple[str, ...], style: str
) -> None:
    """Compare one initiative over time: assessments or scorecards, in the order given.

    With --as, see one of them in the words of another framework.
    """
    if target is not None:
        if len(files) > 1:
            raise click.UsageError(message("With --as, give one file."))
        told = _translated(files[0], target, framework_in(framework_file), crosswalk_files)
        click.echo(LAYOUTS[style](told), nl=False)
        return
    if crosswalk_files:
        raise click.UsageError(message("--crosswalk goes with --as."))
    if len(files) < 2:
        raise click.UsageError(message("A comparison takes two files or more, or one with --as."))
    framework = framework_in(framework_file)
    read = [scorecard_in(file, framework) for file in files]
    cards = [without_single_answers(card) for card, _ in read]
    assessments = [answers for _, answers in read if answers is not None]
    compared = api.compare(cards, assessments if len(assessments) == len(cards) else (), framework)
    click.echo(LAYOUTS[style](tell_comparison(compared)), nl=False)


def _translated(file: str, target: str, framework: Framework | None, crosswalk_files: tuple[str, ...]) -> Outline:
    """One assessment or scorecard in the words of another framework."""
    document = load(file, framework)
    card = api.score(document, framework) if isinstance(document, Assessment) else document
    if not isinstance(card, Scorecard):
        raise click.BadParameter(message("an assessment or a scorecard is needed"), param_hint="FILE")
    wanted = named(target)
    if not isinstance(wanted, Framework):
        text = message("a framework is needed; anything else is never scored, so no score can be carried there")
        raise click.BadParameter(text, param_hint="--as")
    ends = [wanted, *([framework] if framework else [])]
    crosswalks = [_crosswalk_in(name, ends) for name in crosswalk_files]
    card = without_single_answers(card)
    return tell_translation(api.translate(card, wanted.name, crosswalks=crosswalks, framework=wanted), card)


def _crosswalk_in(file: str, ends: list[Framework]) -> Crosswalk:
    crosswalk = api.load(file, ends=ends)
    if not isinstance(crosswalk, Crosswalk):
        raise click.BadParameter(message("this is not a crosswalk document"), param_hint="--crosswalk")
    return crosswalk
