"""One initiative over time, as plain text."""

from collections.abc import Iterator

from copro.messages import marked, message, say, telling
from copro.model.comparison import Comparison, Occasion
from copro.model.values import Side
from copro.report import words
from copro.report.lines import closing, wrapped

STATUSES = {
    "scored": marked("scored"),
    "one_sided": marked("one-sided"),
    "insufficient": marked("not enough answers"),
    "declined": marked("declined"),
}

WHOSE: dict[Side | None, str] = {
    None: words.PARTY_NAMES["both"],
    "community": marked("community"),
    "service": words.PARTY_NAMES["service"],
}


def render(comparison: Comparison) -> str:
    """Render one initiative over time, in the order given; a clear change carries a star."""
    with telling(comparison.occasions[-1].language):
        return "\n".join([*_comparison(comparison), "", *closing()]) + "\n"


def _comparison(comparison: Comparison) -> Iterator[str]:
    scale, language = comparison.scale, comparison.language
    name = say(comparison.name, comparison.occasions[-1].language)
    yield from wrapped(message("{initiative}, with {framework}", initiative=name, framework=comparison.framework))
    for number_of, occasion in enumerate(comparison.occasions, start=1):
        yield from wrapped(f"{number_of}. {_occasion_words(occasion, language)}", "  ", "     ")
    for finding in comparison.findings:
        yield from wrapped(words.finding_words(finding, comparison.spoken), "  - ", "    ")
    yield ""
    yield message(
        "From {lowest} to {highest}; * a change larger than its uncertainty",
        lowest=words.plain(scale.lowest),
        highest=words.plain(scale.highest),
    )
    for course in comparison.courses:
        if course.side is None:
            yield say(course.name, language) if course.principle else message("Overall")
        figures = [words.steps(figure, scale) for figure in course.figures]
        changes = [
            f"{words.step_change(change.value, scale)}{'*' if change.is_clear else ''}" for change in course.changes
        ]
        change = message("change {steps}", steps="  ".join(changes))
        yield f"  {message(WHOSE[course.side]):11} {'  '.join(figures)}   {change}"
    yield ""
    yield from wrapped(message(words.DO_NOT_RANK))


def _occasion_words(occasion: Occasion, framework_language: str) -> str:
    title = say(occasion.title, occasion.language)
    if occasion.until:
        title = message("{title}, to {date}", title=title, date=words.day(occasion.until))
    if occasion.level_name:
        level = say(occasion.level_name, framework_language)
        return message("{occasion}: level {level}", occasion=title, level=level)
    return message("{occasion}: status {status}", occasion=title, status=message(STATUSES[occasion.status]))
