"""Keep one person's answers out of what is shown.

A scorecard holds everything; what is printed must not tell what one person answered. A figure
that rests on one person is withheld, and where that leaves only one figure out of a mean that is
shown, so is the next smallest, or the first could be worked out from the rest.
"""

from collections.abc import Iterable, Mapping

import attrs

from copro.model.power import Power
from copro.model.scorecard import (
    Gap,
    IndicatorScore,
    IndicatorSide,
    Overall,
    PerspectiveValue,
    PrincipleScore,
    Scorecard,
    SideScore,
    Unmet,
)
from copro.model.suppressed import Figure, Suppressed
from copro.model.values import MAIN_SIDES, SIDES, FrozenMap, Side
from copro.scoring.status import voices_that_count

HIDDEN = Suppressed()


def without_single_answers(card: Scorecard) -> Scorecard:
    """Withhold every figure of a scorecard that would tell what one person answered.

    On each side: perspectives of one person; indicators and principles that one person alone rated;
    each with a companion where it would stand alone; and the overall figure of a side of one.

    Args:
        card: A full scorecard.

    Returns:
        The scorecard with :class:`copro.Suppressed` in place of those figures. Status, level, coverage
        and the numbers of people stay.
    """
    hidden = {side: _hidden_principles(card.principles, side) for side in SIDES}
    counting = frozenset(voices_that_count(card.policy))
    principles = tuple(
        _withhold_principle(principle, {side for side in SIDES if principle.id in hidden[side]}, counting)
        for principle in card.principles
    )
    alone = {side for side in SIDES if len(hidden[side]) == 1 or _is_one_person(card, side)}
    return attrs.evolve(
        card,
        principles=principles,
        overall=_withhold_overall(card.overall, alone, counting),
        unmet=tuple(_withhold_unmet(unmet, principles, alone=alone) for unmet in card.unmet),
        power=card.power and _withhold_power(card.power),
    )


def with_companion(single: Iterable[str], people: Mapping[str, int]) -> frozenset[str]:
    """Add the smallest other one to a single withheld figure, so that it stays unknown.

    >>> sorted(with_companion({"a"}, {"a": 1, "b": 5, "c": 2}))
    ['a', 'c']
    """
    hidden = frozenset(single)
    others = [name for name, count in people.items() if count and name not in hidden]
    if len(hidden) != 1 or not others:
        return hidden
    return hidden | {min(others, key=lambda name: people[name])}


def _people(indicator: IndicatorScore, side: Side) -> int:
    return sum(perspective.people for perspective in indicator.sides[side].perspectives)


def _hidden_principles(principles: Iterable[PrincipleScore], side: Side) -> frozenset[str]:
    """The principles that one person alone rated on a side, with a companion."""
    people = {p.id: max(p.sides[side].respondents, *(_people(i, side) for i in p.indicators)) for p in principles}
    return with_companion({name for name, count in people.items() if count == 1}, people)


def _is_one_person(card: Scorecard, side: Side) -> bool:
    return sum(voice.people for voice in card.voices if voice.side == side) == 1


def _withhold_principle(principle: PrincipleScore, sides: set[Side], counting: frozenset[Side]) -> PrincipleScore:
    """Withhold a principle's figures on the given sides, and single answers on the others."""
    people = {side: {i.id: _people(i, side) for i in principle.indicators} for side in SIDES}
    hidden = {
        side: frozenset(counts)
        if side in sides
        else with_companion({name for name, count in counts.items() if count == 1}, counts)
        for side, counts in people.items()
    }
    indicators = tuple(
        _withhold_indicator(indicator, {side for side in SIDES if indicator.id in hidden[side]}, counting)
        for indicator in principle.indicators
    )
    if not sides:
        return attrs.evolve(principle, indicators=indicators)
    return attrs.evolve(
        principle,
        score=_hide(principle.score) if sides & counting else principle.score,
        gap=_hide_gap(principle.gap) if sides & set(MAIN_SIDES) else principle.gap,
        interval=None if sides & counting else principle.interval,
        sides=FrozenMap({s: _hide_side(x) if s in sides else x for s, x in principle.sides.items()}),
        indicators=indicators,
    )


def _withhold_indicator(indicator: IndicatorScore, sides: set[Side], counting: frozenset[Side]) -> IndicatorScore:
    return attrs.evolve(
        indicator,
        score=_hide(indicator.score) if sides & counting else indicator.score,
        sides=FrozenMap({s: _withhold_side(x, whole=s in sides) for s, x in indicator.sides.items()}),
    )


def _withhold_side(side: IndicatorSide, *, whole: bool) -> IndicatorSide:
    """Withhold a side's value and all its perspectives, or only perspectives of one person."""
    people = {p.perspective: p.people for p in side.perspectives}
    single = with_companion({name for name, count in people.items() if count == 1}, people)
    alone = {p.perspective for p in side.perspectives if _responses(p) == 1 and p.people <= 1}
    hidden = frozenset(people) if whole else single | alone
    return attrs.evolve(
        side,
        value=_hide(side.value) if whole else side.value,
        perspectives=tuple(_withhold_perspective(p) if p.perspective in hidden else p for p in side.perspectives),
    )


def _responses(perspective: PerspectiveValue) -> int:
    unrated = perspective.unrated
    return perspective.respondents + (0 if isinstance(unrated, Suppressed) else sum(unrated.values()))


def _withhold_perspective(perspective: PerspectiveValue) -> PerspectiveValue:
    return attrs.evolve(perspective, value=_hide(perspective.value), counts=HIDDEN, unrated=HIDDEN)


def _withhold_overall(overall: Overall, alone: set[Side], counting: frozenset[Side]) -> Overall:
    """Withhold overall figures that rest on a single principle that is withheld."""
    if not alone:
        return overall
    sides = {s: _hide_side(x) if s in alone else x for s, x in overall.sides.items()}
    return attrs.evolve(
        overall,
        score=_hide(overall.score) if alone & counting else overall.score,
        interval=None if alone & counting else overall.interval,
        gap=_hide_gap(overall.gap) if alone & set(MAIN_SIDES) else overall.gap,
        sides=FrozenMap(sides),
    )


def _withhold_unmet(unmet: Unmet, principles: Iterable[PrincipleScore], *, alone: set[Side]) -> Unmet:
    """Withhold what was found where the figure itself is withheld."""
    figures: list[Figure] = [HIDDEN] if alone and unmet.principle is None else []
    for principle in principles:
        if principle.id == unmet.principle and unmet.indicator is None:
            figures.append(principle.sides[unmet.side].score if unmet.side else principle.score)
        figures += [indicator.score for indicator in principle.indicators if indicator.id == unmet.indicator]
    hidden = any(isinstance(figure, Suppressed) for figure in figures)
    return attrs.evolve(unmet, found=_hide(unmet.found)) if hidden else unmet


def _withhold_power(power: Power) -> Power:
    """Withhold how far one person says that people took part."""
    participation = [
        attrs.evolve(
            told, sides={s: attrs.evolve(x, step=HIDDEN) if x.people == 1 else x for s, x in told.sides.items()}
        )
        for told in power.participation
    ]
    return attrs.evolve(power, participation=participation)


def _hide(figure: Figure) -> Figure:
    return None if figure is None else HIDDEN


def _hide_side(side: SideScore) -> SideScore:
    return attrs.evolve(side, score=_hide(side.score), interval=None)


def _hide_gap(gap: Gap | None) -> Gap | None:
    return None if gap is None else attrs.evolve(gap, value=_hide(gap.value), interval=None)
