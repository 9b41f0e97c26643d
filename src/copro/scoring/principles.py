"""From answers to the score of each indicator and principle."""

import math
from collections.abc import Iterable, Mapping, Sequence

from copro.model.framework import Framework, Indicator, Perspective, Principle
from copro.model.scorecard import (
    Gap,
    IndicatorScore,
    IndicatorSide,
    MissingReason,
    PerspectiveValue,
    PrincipleScore,
    SideScore,
)
from copro.model.values import SIDES, FrozenMap, Side, Unrated
from copro.rules.means import mean
from copro.rules.plan import Subject
from copro.rules.profile import gap_of
from copro.rules.rows import reaches
from copro.scoring.agreement import agreement_of
from copro.scoring.answers import Answers, Row


def coverage_of(rows: Sequence[Row], indicators: Sequence[Indicator]) -> float | None:
    """Share of what these people could have rated that they did rate, by indicator weight.

    Sum of w_i over rated cells, over sum of w_i over all cells that do not hold
    ``not_applicable``; silence and other unrated states stay in.

    Args:
        rows: n responses.
        indicators: m indicators.

    Returns:
        A share from 0 to 1, or ``None`` where there is no such cell.
    """
    applicable = math.fsum(
        i.weight for row in rows for i in indicators if row.ratings.get(i.id) is not Unrated.NOT_APPLICABLE
    )
    rated = math.fsum(i.weight for row in rows for i in indicators if i.id in row.values)
    return rated / applicable if applicable else None


def is_not_applicable(rows: Sequence[Row], indicators: Sequence[Indicator], sides: Iterable[Side] = ()) -> bool:
    """Tell whether somebody said that it does not apply, and nobody anything else.

    Each of the given sides must have said so: silence of one side never makes a principle drop out.
    """
    said = [(row.side, rating) for row in rows for i in indicators if (rating := row.ratings.get(i.id)) is not None]
    voices = {side for side, _ in said}
    return bool(said) and all(rating is Unrated.NOT_APPLICABLE for _, rating in said) and set(sides) <= voices


def why_missing(
    answers: Answers, indicators: Sequence[Indicator], sides: Mapping[Side, float | None], figure: float | None
) -> MissingReason | None:
    """Say why there is no score, first reason that holds, apart from too little coverage."""
    if is_not_applicable(answers.rows, indicators, answers.policy.required_sides):
        return "not_applicable"
    if figure is None:
        return "unrated"
    if any(sides[side] is None for side in answers.policy.required_sides):
        return "one_sided"
    return None


def score_principles(answers: Answers, framework: Framework) -> tuple[PrincipleScore, ...]:
    """Score every principle of the framework, in its order."""
    return tuple(_score_principle(answers, framework, principle) for principle in framework.principles)


def _score_principle(answers: Answers, framework: Framework, principle: Principle) -> PrincipleScore:
    indicators = principle.indicators
    subject = Subject(principle=principle.id)
    sides, figure = answers.profile.sides[subject], answers.profile.together[subject]
    coverage = _principle_coverage(answers, indicators)
    reason = why_missing(answers, indicators, sides, figure)
    if reason is None and not reaches(coverage or 0, answers.policy.minimum_coverage):
        reason = "coverage"
    return PrincipleScore(
        id=principle.id,
        name=principle.name,
        score=figure if reason is None else None,
        reason=reason,
        weight=principle.weight,
        coverage=coverage,
        sides=side_scores(answers, framework, indicators, sides),
        gap=gap_between(sides),
        agreement=agreement_of(answers.rows, indicators, framework),
        indicators=tuple(_score_indicator(answers, framework, indicator) for indicator in indicators),
    )


def gap_between(sides: Mapping[Side, float | None]) -> Gap | None:
    """The gap between two sides' figures, where both have one."""
    gap = gap_of(sides)
    return None if gap is None else Gap(value=gap)


def side_scores(
    answers: Answers, framework: Framework, indicators: Sequence[Indicator], scores: Mapping[Side, float | None]
) -> FrozenMap[SideScore]:
    """Put each side's score beside how many answered and how far they agree."""
    return FrozenMap(
        {
            side: SideScore(
                score=scores[side],
                respondents=sum(any(i.id in row.values for i in indicators) for row in answers.on(side)),
                agreement=agreement_of(answers.on(side), indicators, framework),
            )
            for side in SIDES
        }
    )


def _principle_coverage(answers: Answers, indicators: Sequence[Indicator]) -> float | None:
    """The smallest coverage over the required sides; ``None`` where the principle does not apply."""
    if is_not_applicable(answers.rows, indicators, answers.policy.required_sides):
        return None
    required = answers.policy.required_sides
    if not required:
        return coverage_of(answers.rows, indicators) or 0.0
    return min(coverage_of(answers.on(side), indicators) or 0.0 for side in required)


def _score_indicator(answers: Answers, framework: Framework, indicator: Indicator) -> IndicatorScore:
    subject = Subject(indicator=indicator.id)
    values, figure = answers.profile.sides[subject], answers.profile.together[subject]
    reason = why_missing(answers, (indicator,), values, figure)
    return IndicatorScore(
        id=indicator.id,
        statement=indicator.statement,
        descriptors=indicator.descriptors,
        score=figure if reason is None else None,
        reason=reason,
        weight=indicator.weight,
        reversed=indicator.reversed,
        sides=FrozenMap(
            {
                side: IndicatorSide(
                    value=values[side],
                    perspectives=tuple(
                        _perspective_value(answers, framework, indicator, perspective)
                        for perspective in framework.perspectives
                        if perspective.side == side and any(row.perspective == perspective.id for row in answers.rows)
                    ),
                )
                for side in SIDES
            }
        ),
    )


def _perspective_value(
    answers: Answers, framework: Framework, indicator: Indicator, perspective: Perspective
) -> PerspectiveValue:
    rows = [row for row in answers.rows if row.perspective == perspective.id]
    given = [row.ratings.get(indicator.id) for row in rows]
    rated = [row for row in rows if indicator.id in row.values]
    said = answers.cells.get(indicator.id, {}).get(perspective.id)
    return PerspectiveValue(
        perspective=perspective.id,
        value=mean(said.terms) if said else None,
        respondents=len(rated),
        people=sum(row.people for row in rated),
        counts=tuple(given.count(step.value) for step in framework.scale.steps),
        unrated=FrozenMap({**{state.value: given.count(state) for state in Unrated}, "silent": given.count(None)}),
    )
