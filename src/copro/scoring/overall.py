"""From principle scores to one figure, and to one figure a side."""

from collections.abc import Iterable, Sequence

from copro.model.assessment import Assessment
from copro.model.framework import Framework, Principle
from copro.model.scorecard import (
    AgreedPrinciple,
    AgreedScore,
    LeftOut,
    MissingReason,
    Overall,
    PrincipleScore,
)
from copro.model.suppressed import number
from copro.model.values import SIDES, Side
from copro.rules.means import weighted_mean
from copro.rules.plan import Plan, Weighted
from copro.rules.profile import over_rated, overall_of
from copro.scoring.agreement import agreement_of
from copro.scoring.answers import Answers, Row, rescale_all
from copro.scoring.principles import coverage_of, gap_between, is_not_applicable, side_scores


def score_overall(
    answers: Answers,
    principles: Sequence[PrincipleScore],
    framework: Framework,
    plan: Plan,
    *,
    own_account: Side | None = None,
) -> Overall:
    """Join the principles into the overall figures; level and status come later.

    Args:
        answers: The answers that count.
        principles: The scored principles.
        framework: The framework.
        plan: Its plan.
        own_account: The only side that answered, where its own account stands in for a score.

    Returns:
        The overall figures without a level.
    """
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
    sides = {
        side: overall_of({p.id: number(p.sides[side].score) for p in over[side]}, [p.id for p in over[side]], plan)
        for side in SIDES
    }
    return Overall(
        score=overall_of({p.id: number(p.score) for p in scored}, [p.id for p in scored], plan),
        coverage=_mean_coverage((p.coverage, p.weight) for p in principles),
        sides=side_scores(answers, framework, indicators, sides),
        gap=gap_between(sides),
        agreement=agreement_of(answers.rows, indicators, framework),
        left_out=tuple(LeftOut(principle=p.id, reason=p.reason) for p in principles if p.reason is not None),
    )


def agreed_score(assessment: Assessment, framework: Framework, plan: Plan) -> AgreedScore | None:
    """Score what the group settled on as one profile: no sides, no gap, no level, no minimum."""
    agreed = assessment.agreed
    if agreed is None or {note.side for note in assessment.declined} & set(framework.policy.required_sides):
        return None
    row = Row("agreed", "independent", 1, agreed.ratings, rescale_all(agreed.ratings, framework))
    principles = tuple(
        _agreed_principle(row, principle, weighted)
        for principle, weighted in zip(framework.principles, plan.principles, strict=True)
    )
    weights = {principle.id: principle.weight for principle in framework.principles}
    scores = {p.id: p.score for p in principles if p.score is not None}
    return AgreedScore(
        date=agreed.date,
        note=agreed.note,
        score=overall_of(scores, scores, plan),
        coverage=_mean_coverage((p.coverage, weights[p.id]) for p in principles),
        principles=principles,
    )


def _agreed_principle(row: Row, principle: Principle, weighted: Weighted) -> AgreedPrinciple:
    score = over_rated(weighted, [row.values.get(indicator.id) for indicator in principle.indicators])
    applies = not is_not_applicable([row], principle.indicators)
    reason: MissingReason | None = None if score is not None else "unrated" if applies else "not_applicable"
    return AgreedPrinciple(
        id=principle.id,
        score=score,
        reason=reason,
        coverage=coverage_of([row], principle.indicators) if applies else None,
    )


def _mean_coverage(coverages: Iterable[tuple[float | None, float]]) -> float | None:
    """Mean of coverages by weight, leaving out those that do not apply."""
    applicable = [(coverage, weight) for coverage, weight in coverages if coverage is not None]
    return weighted_mean([c for c, _ in applicable], [w for _, w in applicable]) if applicable else None
