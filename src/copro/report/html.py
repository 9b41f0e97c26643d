"""A scorecard as one accessible HTML page: no scripts, nothing fetched."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from copro.messages import (
    LANGUAGE_STARTS,
    WORDS_END,
    WORDS_START,
    as_said,
    counted,
    message,
    paragraph,
    say,
    telling,
)
from copro.model.assessment import Assessment
from copro.model.scorecard import (
    Scorecard,
)
from copro.model.suppressed import Figure
from copro.model.values import MAIN_SIDES
from copro.report import certainty, power, unmet, words
from copro.report import text as plain_text

if TYPE_CHECKING:
    import jinja2

CHART_WIDTH = 400
"""Width of a chart's drawing, in its own units; it is shown as wide as the page lets it."""

MARGIN = 14
"""Room at both ends of a chart for the marks."""


def render(card: Scorecard, answers: Assessment | None = None) -> str:
    """Render a scorecard as a page that stands alone.

    Told in the language asked for with :func:`copro.speaking`, else in the assessment's, where the
    library has sentences in it, else in English; the end says so. Words in another language than
    the page's carry ``lang``.

    Args:
        card: A scorecard, with single people's answers withheld.
        answers: The assessment, for people's own words; printed only as far as each response's
            ``quote`` allows a report within the group, and never with more than the side.

    Returns:
        An HTML document without scripts, links to elsewhere or anything to fetch.
    """

    def text(value: Any) -> str:
        return say(value, card.framework.language)

    with telling(card.assessment.language, carries_languages=True) as speech:
        page = _environment().get_template("report.html.jinja")
        return with_languages(
            page.render(
                card=card,
                language=speech.spoken,
                scale=card.framework.scale,
                message=message,
                counted=counted,
                paragraph=paragraph,
                words=words,
                unmet=unmet,
                text=plain_text,
                certainty=certainty,
                power=power,
                say=text,
                say_of_assessment=lambda value: say(value, card.assessment.language),
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


NO_MARKUP = re.compile(
    rf"<title\b[^>]*>[^<]*</title>|<[a-z][^<>]*[{LANGUAGE_STARTS}{WORDS_START}{WORDS_END}][^<>]*>", re.IGNORECASE
)
"""Where a page can hold no markup: in titles, and within a tag."""

IN_ANOTHER_LANGUAGE = re.compile(
    rf"{LANGUAGE_STARTS}([A-Za-z0-9-]+){WORDS_START}([^{LANGUAGE_STARTS}{WORDS_START}{WORDS_END}]*){WORDS_END}"
)
MARKS = re.compile(rf"{LANGUAGE_STARTS}[A-Za-z0-9-]*{WORDS_START}|[{LANGUAGE_STARTS}{WORDS_START}{WORDS_END}]")


def with_languages(page: str) -> str:
    """Put words that carry their language into elements with ``lang``; leave the marks out where no markup may be."""
    page = NO_MARKUP.sub(lambda found: MARKS.sub("", found[0]), page)
    count = 1
    while count:
        page, count = IN_ANOTHER_LANGUAGE.subn(r'<span lang="\1">\2</span>', page)
    return MARKS.sub("", page)


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
    perspectives = answers.perspectives
    declined = {note.side for note in answers.declined}
    for response in answers.responses:
        if response.quote != "no" and sides.get(perspectives[response.stakeholder]) not in declined:
            for indicator, comment in response.comments.items():
                yield indicator, as_said(comment, answers.language)


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
