"""One initiative over time, in words."""

from copro.messages import marked, message, say, telling
from copro.model.comparison import Comparison, Occasion
from copro.model.outline import Items, Outline, Paragraph, Row, Section, Table
from copro.model.values import Side
from copro.report import words
from copro.report.language import signed

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


def tell_comparison(comparison: Comparison) -> Outline:
    """Say how one initiative stood over time, in the order given; a clear change carries a star.

    Args:
        comparison: The comparison, of scorecards with single people's answers withheld.

    Returns:
        An outline, for a form of output such as :func:`copro.report.text.render` to lay out.

    >>> from copro import compare, load, score, without_single_answers
    >>> card = without_single_answers(score(load("examples/walk-your-neighbourhood/assessment.json")))
    >>> tell_comparison(compare([card, card])).title
    'Walk Your Neighbourhood, with copro-core@2026'
    """
    told = comparison.occasions[-1].language
    with telling(told, carries_languages=True):
        name = say(comparison.name, told)
        occasions = [_occasion_words(occasion, comparison.language) for occasion in comparison.occasions]
        findings = [words.finding_words(finding, comparison.spoken) for finding in comparison.findings]
        return signed(
            Outline(
                title=message("{initiative}, with {framework}", initiative=name, framework=comparison.framework),
                opening=[Items(occasions, "numbers"), Items(findings)],
                sections=[Section(id="figures", blocks=[_figures(comparison)])],
                closing=[Paragraph(message(words.DO_NOT_RANK), "strong")],
            )
        )


def _figures(comparison: Comparison) -> Table:
    """Every figure over the occasions, which are numbered, and its changes."""
    scale = comparison.scale
    rows = []
    for course in comparison.courses:
        if course.side is None:
            rows.append(Row([say(course.name, comparison.language) if course.principle else message("Overall")]))
        figures = [words.steps(figure, scale) for figure in course.figures]
        changes = [
            f"{words.step_change(change.value, scale)}{'*' if change.is_clear else ''}" for change in course.changes
        ]
        change = message("change {steps}", steps="  ".join(changes))
        rows.append(Row([message(WHOSE[course.side]), *figures, change]))
    numbers = [str(number) for number, _ in enumerate(comparison.occasions, start=1)]
    return Table(
        caption=message(
            "From {lowest} to {highest}; * a change larger than its uncertainty",
            lowest=words.plain(scale.lowest),
            highest=words.plain(scale.highest),
        ),
        heads=["", *numbers, ""],
        rows=rows,
    )


def _occasion_words(occasion: Occasion, framework_language: str) -> str:
    title = say(occasion.title, occasion.language)
    if occasion.until:
        title = message("{title}, to {date}", title=title, date=words.day(occasion.until))
    if occasion.level_name:
        level = say(occasion.level_name, framework_language)
        return message("{occasion}: level {level}", occasion=title, level=level)
    return message("{occasion}: status {status}", occasion=title, status=message(STATUSES[occasion.status]))
