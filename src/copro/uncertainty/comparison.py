"""Compare one initiative over time; never different initiatives, never a rank."""

import itertools
import math
from collections.abc import Iterator, Sequence

from copro.findings.codes import new_finding
from copro.messages import message
from copro.model.comparison import Change, Comparison, Course, Occasion
from copro.model.finding import Finding
from copro.model.framework import Scale
from copro.model.scorecard import (
    Interval,
    Scorecard,
)
from copro.model.suppressed import Figure
from copro.model.texts import untranslated
from copro.model.values import MAIN_SIDES, MainSide


def obstacles(cards: Sequence[Scorecard]) -> tuple[Finding, ...]:
    """Say why scorecards cannot be compared: another initiative, framework, edition or scale."""
    return tuple(_obstacles(cards))


def _obstacles(cards: Sequence[Scorecard]) -> Iterator[Finding]:
    if len(cards) < 2:
        text = message("A comparison takes two scorecards or more.")
        yield new_finding("nothing-to-compare", text)
    same_file = message("Score both with the same framework file.")
    for card in cards[1:]:
        first, name = cards[0], card.assessment.id
        if card.assessment.initiative.id != first.assessment.initiative.id:
            text = message(
                "{assessment} is about {found}, not {wanted}.",
                assessment=name,
                found=card.assessment.initiative.id,
                wanted=first.assessment.initiative.id,
            )
            hint = message("Only one initiative is compared, with itself, over time.")
            yield new_finding("different-initiative", text, hint)
        if card.framework.name != first.framework.name:
            text = message(
                "{assessment} was made with {found}, not {wanted}.",
                assessment=name,
                found=card.framework.name,
                wanted=first.framework.name,
            )
            hint = message("Figures of different frameworks or editions do not mean the same.")
            yield new_finding("different-framework", text, hint)
        elif (
            None not in {card.framework.digest, first.framework.digest}
            and card.framework.digest != first.framework.digest
        ):
            text = message(
                "{assessment} was made with another framework under the name {framework}.",
                assessment=name,
                framework=card.framework.name,
            )
            yield new_finding("different-framework", text, same_file)
        elif _scale(card) != _scale(first) or _shape(card) != _shape(first):
            text = message(
                "{assessment} has another scale, or other principles, under the same framework name.", assessment=name
            )
            yield new_finding("different-scale", text, same_file)


def _scale(card: Scorecard) -> Scale:
    return untranslated(card.framework.scale, card.framework.language)


def _shape(card: Scorecard) -> list[str]:
    return [name for p in card.principles for name in (p.id, *(i.id for i in p.indicators))]


def compare(cards: Sequence[Scorecard]) -> Comparison:
    """Put the scorecards of one initiative side by side, in the order given.

    A change is the later figure minus the earlier. Its interval joins the intervals of both: the
    lower end is the change minus sqrt((later - its lower end)^2 + (earlier's upper end -
    earlier)^2), the upper end likewise. It is clear where that leaves out 0.

    Args:
        cards: Two scorecards or more that nothing in :func:`obstacles` speaks against.

    Returns:
        The comparison, without advice.

    Source:
        Zou and Donner (2008), Statistics in Medicine 27(10), for the interval of a difference.
    """
    first = cards[0]
    places: list[tuple[int | None, MainSide | None]] = [
        (index, side) for index in (None, *range(len(first.principles))) for side in (None, *MAIN_SIDES)
    ]
    return Comparison(
        initiative=first.assessment.initiative.id,
        name=cards[-1].assessment.initiative.name,
        framework=first.framework.name,
        scale=first.framework.scale,
        language=first.framework.language,
        occasions=[_occasion(card) for card in cards],
        courses=[_course(cards, index, side) for index, side in places],
    )


def _occasion(card: Scorecard) -> Occasion:
    return Occasion(
        assessment=card.assessment.id,
        title=card.assessment.title,
        language=card.assessment.language,
        until=card.assessment.period.end if card.assessment.period else None,
        status=card.status,
        level=card.overall.level,
        level_name=card.overall.level_name,
    )


def _course(cards: Sequence[Scorecard], index: int | None, side: MainSide | None) -> Course:
    found = [_figure(card, index, side) for card in cards]
    principle = None if index is None else cards[0].principles[index]
    return Course(
        principle=principle.id if principle else None,
        name=principle.name if principle else None,
        side=side,
        figures=[figure for figure, _ in found],
        changes=[change(*earlier, *later) for earlier, later in itertools.pairwise(found)],
    )


def _figure(card: Scorecard, index: int | None, side: MainSide | None) -> tuple[Figure, Interval | None]:
    place = card.overall if index is None else card.principles[index]
    if side is None:
        return place.score, place.interval
    return place.sides[side].score, place.sides[side].interval


def change(earlier: Figure, before: Interval | None, later: Figure, after: Interval | None) -> Change:
    """The change from one figure to another, with the interval that both of theirs give it.

    >>> change(0.2, (0.1, 0.3), 0.6, (0.5, 0.7)).is_clear
    True
    >>> change(0.2, (0.0, 0.4), 0.3, (0.1, 0.5)).is_clear
    False
    """
    if not isinstance(earlier, float | int) or not isinstance(later, float | int):
        return Change()
    value = later - earlier
    if before is None or after is None:
        return Change(value=value)
    low = math.hypot(later - after[0], before[1] - earlier)
    high = math.hypot(after[1] - later, earlier - before[0])
    return Change(value=value, interval=(value - low, value + high))
