"""Any outline as one accessible HTML page: no scripts, nothing fetched."""

import re
from functools import cache
from typing import TYPE_CHECKING

from copro.messages import LANGUAGE_STARTS, WORDS_END, WORDS_START, unmarked
from copro.model.outline import Outline

if TYPE_CHECKING:
    import jinja2

CHART_WIDTH = 400
"""Width of a chart's drawing, in its own units; it is shown as wide as the page lets it."""

MARGIN = 14
"""Room at both ends of a chart for the marks."""


def render(outline: Outline) -> str:
    """Lay an outline out as a page that stands alone.

    Words in another language than the page's carry ``lang``.

    Args:
        outline: What is told, such as :func:`copro.report.outline.tell_scorecard` gives.

    Returns:
        An HTML document without scripts, links to elsewhere or anything to fetch.
    """
    page = _environment().get_template("page.html.jinja")
    return with_languages(page.render(outline=outline, place=place, chart_width=CHART_WIDTH, margin=MARGIN))


NO_MARKUP = re.compile(
    rf"<title\b[^>]*>[^<]*</title>|<[a-z][^<>]*[{LANGUAGE_STARTS}{WORDS_START}{WORDS_END}][^<>]*>", re.IGNORECASE
)
"""Where a page can hold no markup: in titles, and within a tag."""

IN_ANOTHER_LANGUAGE = re.compile(
    rf"{LANGUAGE_STARTS}([A-Za-z0-9-]+){WORDS_START}([^{LANGUAGE_STARTS}{WORDS_START}{WORDS_END}]*){WORDS_END}"
)
WHOLE_ITEM = re.compile(rf"<li>{IN_ANOTHER_LANGUAGE.pattern}</li>")


def with_languages(page: str) -> str:
    """Put words that carry their language into elements with ``lang``; leave the marks out where no markup may be."""
    page = NO_MARKUP.sub(lambda found: unmarked(found[0]), page)
    page = WHOLE_ITEM.sub(r'<li lang="\1">\2</li>', page)
    count = 1
    while count:
        page, count = IN_ANOTHER_LANGUAGE.subn(r'<span lang="\1">\2</span>', page)
    return unmarked(page)


def place(figure: float | None) -> float | None:
    """Where a figure from 0 to 1 stands on a chart, in the chart's units."""
    return None if figure is None else round(MARGIN + figure * (CHART_WIDTH - 2 * MARGIN), 1)


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
