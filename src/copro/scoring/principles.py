"""From answers to the score of each indicator and principle."""

import math
from collections.abc import Collection, Mapping, Sequence

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
from copro.scoring.agreement import agreement_of
from copro.scoring.answers import Answers, Row


def share_rated(rows: Sequence[Row], indicators: Sequence[Indicator]) -> float | None:
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


def why_missing(answers: Answers, subject: Subject, indicators: Sequence[Indicator]) -> MissingReason | None:
    """Say why there is no score, first reason that holds."""
    sides = answers.profile.sides[subject]
    if not any(indicator.id in answers.knowledge.applicable for indicator in indicators):
        return "not_applicable"
    if answers.profile.together[subject] is None:
        return "unrated"
    if any(sides[side] is None for side in answers.plan.required_sides):
        return "one_sided"
    return None if subject in answers.knowledge.together else "unknown"


def score_principles(answers: Answers, framework: Framework) -> tuple[PrincipleScore, ...]:
    """Score every principle of the framework, in its order."""
    return tuple(_score_principle(answers, framework, principle) for principle in framework.principles)


def _score_principle(answers: Answers, framework: Framework, principle: Principle) -> PrincipleScore:
    indicators = principle.indicators
    subject = Subject(principle=principle.id)
    sides, figure = answers.profile.sides[subject], answers.profile.together[subject]
    reason = why_missing(answers, subject, indicators)
    applicable = [indicator for indicator in indicators if indicator.id in answers.knowledge.applicable]
    return PrincipleScore(
        id=principle.id,
        name=principle.name,
        score=figure if reason is None else None,
        reason=reason,
        weight=principle.weight,
        share_rated=_least_share(answers, applicable),
        sides=side_scores(answers, framework, applicable, sides, answers.knowledge.known.get(subject, ())),
        gap=gap_between(sides),
        agreement=agreement_of(answers.rows, applicable, framework),
        indicators=tuple(_score_indicator(answers, framework, indicator) for indicator in indicators),
    )


def gap_between(sides: Mapping[Side, float | None]) -> Gap | None:
    """The gap between two sides' figures, where both have one."""
    gap = gap_of(sides)
    return None if gap is None else Gap(value=gap)


def side_scores(
    answers: Answers,
    framework: Framework,
    indicators: Sequence[Indicator],
    scores: Mapping[Side, float | None],
    known: Collection[Side],
) -> FrozenMap[SideScore]:
    """Put each side's score beside whether it is known, how many answered and how far they agree."""
    return FrozenMap(
        {
            side: SideScore(
                score=scores[side],
                known=side in known,
                respondents=sum(any(i.id in row.values for i in indicators) for row in answers.on(side)),
                agreement=agreement_of(answers.on(side), indicators, framework),
            )
            for side in SIDES
        }
    )


def _least_share(answers: Answers, indicators: Sequence[Indicator]) -> float | None:
    """The smallest share rated over the required sides; ``None`` where nothing applies."""
    if not indicators:
        return None
    required = answers.plan.required_sides
    if not required:
        return share_rated(answers.rows, indicators) or 0.0
    return min(share_rated(answers.on(side), indicators) or 0.0 for side in required)


def _score_indicator(answers: Answers, framework: Framework, indicator: Indicator) -> IndicatorScore:
    subject = Subject(indicator=indicator.id)
    values, figure = answers.profile.sides[subject], answers.profile.together[subject]
    reason = why_missing(answers, subject, (indicator,))
    return IndicatorScore(
        id=indicator.id,
        statement=indicator.statement,
        descriptors=indicator.descriptors,
        next=indicator.next,
        private=indicator.private,
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
