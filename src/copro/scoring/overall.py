"""From principle scores to one figure, and to one figure a side."""

from collections.abc import Iterable, Sequence

from copro.model.assessment import Assessment
from copro.model.framework import Aggregation, Framework, Principle
from copro.model.scorecard import (
    AgreedPrinciple,
    AgreedScore,
    Gap,
    LeftOut,
    MissingReason,
    Overall,
    PrincipleScore,
)
from copro.model.suppressed import number
from copro.model.values import SIDES, Side
from copro.scoring.agreement import agreement_of
from copro.scoring.answers import Answers, Row, rescale_all
from copro.scoring.means import AGGREGATE, weighted_mean
from copro.scoring.principles import coverage_of, is_not_applicable, side_scores


def aggregate(method: Aggregation | None, figures: Iterable[tuple[float, float]]) -> float | None:
    """Join (figure, weight) pairs by a policy's aggregation.

    Args:
        method: The aggregation; ``None`` for a profile without a total.
        figures: n figures from 0 to 1, each with its weight above 0.

    Returns:
        A figure from 0 to 1, or ``None`` where there is no method or no figure.
    """
    pairs = list(figures)
    if method is None or not pairs:
        return None
    return AGGREGATE[method]([figure for figure, _ in pairs], [weight for _, weight in pairs])


def overall_of(
    answers: Answers, principles: Sequence[PrincipleScore], framework: Framework, *, own_account: Side | None = None
) -> Overall:
    """Join the principles into the overall figures; level and status come later.

    Args:
        answers: The answers that count.
        principles: The scored principles.
        framework: The framework.
        own_account: The only side that answered, where its own account stands in for a score.

    Returns:
        The overall figures without a level.
    """
    method = framework.policy.aggregation
    indicators = framework.indicators
    scored = [p for p in principles if p.reason is None]
    both = [p for p in scored if p.is_rated_by_both]
    over = {
        "community": both,
        "service": both,
        "independent": [p for p in scored if p.sides["independent"].score is not None],
    }
    if own_account is not None:
        over[own_account] = [p for p in principles if p.sides[own_account].score is not None]
    sides = {side: side_overall(method, over[side], side) for side in SIDES}
    community, service = sides["community"], sides["service"]
    return Overall(
        score=aggregate(method, ((number(p.score), p.weight) for p in scored)),
        coverage=_mean_coverage((p.coverage, p.weight) for p in principles),
        sides=side_scores(answers, framework, indicators, sides),
        gap=Gap(value=service - community) if community is not None and service is not None else None,
        agreement=agreement_of(answers.rows, indicators, framework),
        left_out=tuple(LeftOut(principle=p.id, reason=p.reason) for p in principles if p.reason is not None),
    )


def side_overall(method: Aggregation | None, principles: Iterable[PrincipleScore], side: Side) -> float | None:
    """One side's overall figure over the given principles, all of which it rated."""
    return aggregate(method, ((number(p.sides[side].score), p.weight) for p in principles))


def agreed_score(assessment: Assessment, framework: Framework) -> AgreedScore | None:
    """Score what the group settled on as one profile: no sides, no gap, no level, no minimum."""
    agreed = assessment.agreed
    if agreed is None or {note.side for note in assessment.declined} & set(framework.policy.required_sides):
        return None
    values = rescale_all(agreed.ratings, framework)
    answers = Answers.of([Row("agreed", "independent", 1, agreed.ratings, values)], framework.policy)
    principles = tuple(_agreed_principle(answers, principle) for principle in framework.principles)
    weights = {principle.id: principle.weight for principle in framework.principles}
    return AgreedScore(
        date=agreed.date,
        note=agreed.note,
        score=aggregate(
            framework.policy.aggregation, ((p.score, weights[p.id]) for p in principles if p.score is not None)
        ),
        coverage=_mean_coverage((p.coverage, weights[p.id]) for p in principles),
        principles=principles,
    )


def _agreed_principle(answers: Answers, principle: Principle) -> AgreedPrinciple:
    score = answers.pooled_score(principle.indicators)
    applies = not is_not_applicable(answers, principle.indicators)
    reason: MissingReason | None = None if score is not None else "unrated" if applies else "not_applicable"
    return AgreedPrinciple(
        id=principle.id,
        score=score,
        reason=reason,
        coverage=coverage_of(answers.rows, principle.indicators) if applies else None,
    )


def _mean_coverage(coverages: Iterable[tuple[float | None, float]]) -> float | None:
    """Mean of coverages by weight, leaving out those that do not apply."""
    applicable = [(coverage, weight) for coverage, weight in coverages if coverage is not None]
    return weighted_mean([c for c, _ in applicable], [w for _, w in applicable]) if applicable else None
