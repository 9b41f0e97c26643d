"""A scorecard as one accessible HTML page: no scripts, nothing fetched."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from copro.model.assessment import Assessment
from copro.model.scorecard import (
    Scorecard,
)
from copro.model.suppressed import Figure
from copro.model.values import MAIN_SIDES
from copro.report import certainty, power, words
from copro.report.words import say

if TYPE_CHECKING:
    import jinja2

CHART_WIDTH = 400
"""Width of a chart's drawing, in its own units; it is shown as wide as the page lets it."""

MARGIN = 14
"""Room at both ends of a chart for the marks."""


def render(card: Scorecard, answers: Assessment | None = None) -> str:
    """Render a scorecard as a page that stands alone.

    Args:
        card: A scorecard, with single people's answers withheld.
        answers: The assessment, for people's own words; printed only as far as each response's
            ``quote`` allows a report within the group, and never with more than the side.

    Returns:
        An HTML document without scripts, links to elsewhere or anything to fetch.
    """
    language = card.framework.language

    def text(value: Any) -> str:
        return say(value, language)

    return (
        _environment()
        .get_template("report.html.jinja")
        .render(
            card=card,
            scale=card.framework.scale,
            words=words,
            certainty=certainty,
            power=power,
            say=text,
            title=say(card.assessment.title, card.assessment.language),
            initiative=say(card.assessment.initiative.name, card.assessment.language),
            principles=words.by_gap(card),
            place=place,
            chart_width=CHART_WIDTH,
            margin=MARGIN,
            comments=list(quotable(card, answers)) if answers is not None else [],
            sides=MAIN_SIDES,
        )
    )


def place(figure: Figure) -> float | None:
    """Where a figure stands on a chart, in the chart's units."""
    if not isinstance(figure, float | int):
        return None
    return round(MARGIN + figure * (CHART_WIDTH - 2 * MARGIN), 1)


def quotable(card: Scorecard, answers: Assessment) -> Iterator[tuple[str, str]]:
    """People's own words that may be shown within the group, each with its indicator's id.

    A side that chose not to be scored is not quoted either.
    """
    sides = {voice.perspective: voice.side for voice in card.voices}
    perspectives = {stakeholder.id: stakeholder.perspective for stakeholder in answers.stakeholders}
    declined = {note.side for note in answers.declined}
    for response in answers.responses:
        if response.quote != "no" and sides.get(perspectives[response.stakeholder]) not in declined:
            yield from response.comments.items()


@cache
def _environment() -> "jinja2.Environment":
    import jinja2  # noqa: PLC0415  only who writes a report pays for it

    return jinja2.Environment(
        loader=jinja2.PackageLoader("copro.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
