"""Keep one person's answers out of what is shown.

A scorecard holds everything; what is printed must not tell what one person answered. A figure
that rests on one person is withheld, and where that leaves only one figure out of a mean that is
shown, so is the next smallest, or the first could be worked out from the rest.
"""

from collections.abc import Iterable, Mapping
from typing import Any, assert_never

import attrs

from copro.model.assessment import EvidenceKind
from copro.model.framework import Measure
from copro.model.power import Power
from copro.model.scorecard import (
    Agreement,
    Gap,
    IndicatorScore,
    IndicatorSide,
    Overall,
    PerspectiveValue,
    PrincipleScore,
    Scorecard,
    SideScore,
    Support,
    Unmet,
)
from copro.model.suppressed import Figure, Suppressed
from copro.model.values import MAIN_SIDES, SIDES, FrozenMap, Side
from copro.scoring.status import voices_that_count

HIDDEN = Suppressed()

NOT_SURE: dict[str, Any] = {"interval": None, "standard_error": None, "degrees_of_freedom": None}
"""What goes with a figure that is withheld: how sure it is would tell of it."""


def without_single_answers(card: Scorecard) -> Scorecard:
    """Withhold every figure of a scorecard that would tell what one person answered.

    On each side: perspectives of one person; indicators and principles that one person alone rated;
    each with a companion where it would stand alone; and the overall figure of a side of one.

    Args:
        card: A full scorecard.

    Returns:
        The scorecard with :class:`copro.Suppressed` in place of those figures. Status, level, coverage
        and the numbers of people stay. Evidence that may hold somebody's own words does not say whose,
        and is left out where a side declined.
    """
    hidden = {side: _hidden_principles(card, side) for side in SIDES}
    counting = frozenset(voices_that_count(card.policy))
    pooled = card.policy.voice.between_sides == "people"
    principles = tuple(
        _withhold_principle(
            principle, {side for side in SIDES if principle.id in hidden[side]}, counting, pooled=pooled
        )
        for principle in card.principles
    )
    alone = {side for side in SIDES if _gives_away(card, side, hidden[side])}
    unmet = [_withhold_unmet(unmet, principles, alone=alone) for unmet in card.unmet]
    return attrs.evolve(
        card,
        assessment=attrs.evolve(card.assessment, digest=None),
        certainty=card.certainty and attrs.evolve(card.certainty, seed=None),
        principles=principles,
        overall=_withhold_overall(card.overall, alone, counting, pooled=pooled and any(hidden.values())),
        unmet=sorted(unmet, key=lambda one: isinstance(one.found, Suppressed)),
        power=card.power and _withhold_power(card.power),
        evidence=_withhold_evidence(card),
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


def _rests_on_one(principle: PrincipleScore, side: Side) -> bool:
    """Whether a side's score of a principle tells what one person answered.

    One person alone rated it; or every indicator behind it is withheld and their weights differ, so
    that single ratings could be read off the mean.
    """
    people = {i.id: count for i in principle.indicators if (count := _people(i, side))}
    if max(principle.sides[side].respondents, *people.values(), 0) == 1:
        return True
    hidden = with_companion({name for name, count in people.items() if count == 1}, people)
    weights = {indicator.weight for indicator in principle.indicators if indicator.id in hidden}
    return bool(people) and set(people) <= hidden and len(weights) > 1


def _hidden_principles(card: Scorecard, side: Side) -> frozenset[str]:
    """The principles whose score on a side tells one person's answers, with a companion in the same mean."""
    single = {p.id for p in card.principles if p.sides[side].respondents and _rests_on_one(p, side)}
    joined = {p.id: p.sides[side].respondents for p in card.principles if card.counts_overall(p, side)}
    return frozenset(single) | with_companion(single & set(joined), joined)


def _gives_away(card: Scorecard, side: Side, hidden: frozenset[str]) -> bool:
    """Whether a side's overall figure would tell what is withheld.

    It does where it rests on one person, where a single withheld principle is in it, or where the
    withheld ones could be worked out from it: by a mean other than the arithmetic, or unequal weights.
    """
    inside = [p for p in card.principles if p.id in hidden and card.counts_overall(p, side)]
    unequal = len({p.weight for p in inside}) > 1 or (card.policy.aggregation != "arithmetic" and bool(inside))
    return len(inside) == 1 or unequal or _is_one_person(card, side)


def _is_one_person(card: Scorecard, side: Side) -> bool:
    return sum(voice.people for voice in card.voices if voice.side == side) == 1


def _withhold_principle(
    principle: PrincipleScore, sides: set[Side], counting: frozenset[Side], *, pooled: bool
) -> PrincipleScore:
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
    partly = {side for side in SIDES if hidden[side] & {name for name, count in people[side].items() if count}}
    told = bool(sides & counting) or (pooled and bool(partly))
    return attrs.evolve(
        principle,
        score=_hide(principle.score) if told else principle.score,
        gap=_hide_gap(principle.gap) if sides & set(MAIN_SIDES) else principle.gap,
        **(NOT_SURE if told else {}),
        agreement=_status_only(principle.agreement) if partly else principle.agreement,
        sides=FrozenMap(
            {
                s: attrs.evolve(
                    _hide_side(x) if s in sides else x,
                    agreement=_status_only(x.agreement) if s in partly else x.agreement,
                )
                for s, x in principle.sides.items()
            }
        ),
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


def _withhold_overall(overall: Overall, alone: set[Side], counting: frozenset[Side], *, pooled: bool) -> Overall:
    """Withhold overall figures that would tell what is withheld below them; agreement keeps its status."""
    told = bool(alone & counting) or pooled
    return attrs.evolve(
        overall,
        score=_hide(overall.score) if told else overall.score,
        **(NOT_SURE if told else {}),
        gap=_hide_gap(overall.gap) if alone & set(MAIN_SIDES) else overall.gap,
        agreement=_status_only(overall.agreement),
        sides=FrozenMap(
            {
                s: attrs.evolve(_hide_side(x) if s in alone else x, agreement=_status_only(x.agreement))
                for s, x in overall.sides.items()
            }
        ),
    )


def _status_only(agreement: Agreement | None) -> Agreement | None:
    """Keep whether answers agree, without the figures that could be solved for single answers."""
    return agreement and attrs.evolve(agreement, share=None, alpha=None)


def _withhold_unmet(unmet: Unmet, principles: Iterable[PrincipleScore], *, alone: set[Side]) -> Unmet:
    """Withhold what was found where the figure itself is withheld."""
    about = {principle.id: principle for principle in principles}
    match unmet.requirement.measure:
        case Measure.AGREEMENT:
            is_told = False
        case Measure.GAP if unmet.principle is not None:
            gap = about[unmet.principle].gap
            is_told = gap is None or not isinstance(gap.value, Suppressed)
        case Measure.SCORE | Measure.COVERAGE | Measure.GAP:
            is_told = not isinstance(_figure_of(unmet, about, alone=alone), Suppressed)
        case Measure.KEPT | Measure.SHARED | Measure.PEOPLE:
            is_told = True
        case _:
            assert_never(unmet.requirement.measure)
    return unmet if is_told else attrs.evolve(unmet, found=_hide(unmet.found))


def _figure_of(unmet: Unmet, about: Mapping[str, PrincipleScore], *, alone: set[Side]) -> Figure:
    """The figure that an unmet requirement is about."""
    if unmet.indicator is not None:
        indicator = next(i for principle in about.values() for i in principle.indicators if i.id == unmet.indicator)
        return indicator.sides[unmet.side].value if unmet.side else indicator.score
    if unmet.principle is None:
        return HIDDEN if alone else None
    principle = about[unmet.principle]
    return principle.sides[unmet.side].score if unmet.side else principle.score


def _withhold_power(power: Power) -> Power:
    """Withhold how far one or two people say that people took part: a median of two tells both ends."""
    participation = [
        attrs.evolve(
            told,
            sides={
                s: attrs.evolve(x, step=HIDDEN) if 1 <= x.people <= 2 and x.people == x.respondents else x
                for s, x in told.sides.items()
            },
        )
        for told in power.participation
    ]
    return attrs.evolve(power, participation=participation)


OWN_WORDS: frozenset[EvidenceKind] = frozenset({"quote", "observation"})
"""The kinds of evidence that may hold what somebody said."""


def _withhold_evidence(card: Scorecard) -> list[Support]:
    """Keep whose words they are out of evidence; without the words themselves where a side is not to be quoted.

    Nothing says which side such words are of, so none are told where one declined.
    """
    return [
        attrs.evolve(piece, by=None) if piece.kind in OWN_WORDS else piece
        for piece in card.evidence
        if piece.kind not in OWN_WORDS or not card.assessment.declined
    ]


def _hide(figure: Figure) -> Figure:
    return None if figure is None else HIDDEN


def _hide_side(side: SideScore) -> SideScore:
    return attrs.evolve(side, score=_hide(side.score), **NOT_SURE)


def _hide_gap(gap: Gap | None) -> Gap | None:
    return None if gap is None else attrs.evolve(gap, value=_hide(gap.value), is_clear=False, **NOT_SURE)
