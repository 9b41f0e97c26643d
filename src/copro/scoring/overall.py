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
from copro.model.values import SIDES, Side, Unrated
from copro.rules.means import weighted_mean
from copro.rules.plan import Plan, Subject, Weighted
from copro.rules.profile import over_rated, overall_of
from copro.scoring.agreement import agreement_of
from copro.scoring.answers import Answers, Row, rescale_all
from copro.scoring.principles import gap_between, share_rated, side_scores


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
    applicable = [i for i in framework.indicators if i.id in answers.knowledge.applicable]
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
        coverage=coverage_of(answers),
        share_rated=_mean_share((p.share_rated, p.weight) for p in principles),
        sides=side_scores(answers, framework, applicable, sides, _know_all(principles)),
        gap=gap_between(sides),
        agreement=agreement_of(answers.rows, applicable, framework),
        left_out=tuple(LeftOut(principle=p.id, reason=p.reason) for p in principles if p.reason is not None),
    )


def coverage_of(answers: Answers) -> float:
    """The share of the principles that apply that is known; 0 where none applies."""
    applicable = answers.ranges.applicable
    known = sum(Subject(principle=name) in answers.knowledge.together for name in applicable)
    return known / len(applicable) if applicable else 0.0


def _know_all(principles: Sequence[PrincipleScore]) -> list[Side]:
    """The sides that know every principle that applies."""
    applicable = [p for p in principles if p.reason != "not_applicable"]
    return [side for side in SIDES if applicable and all(p.sides[side].known for p in applicable)]


def agreed_score(assessment: Assessment, framework: Framework, plan: Plan) -> AgreedScore | None:
    """Score what the group settled on as one profile: no sides, no gap, no level, no minimum."""
    agreed = assessment.agreed
    if agreed is None or {note.side for note in assessment.declined} & set(framework.policy.required_sides):
        return None
    row = Row(
        perspective="agreed",
        side="independent",
        people=1,
        is_direct=False,
        pay_depends=False,
        ratings=agreed.ratings,
        values=rescale_all(agreed.ratings, framework),
    )
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
        share_rated=_mean_share((p.share_rated, weights[p.id]) for p in principles),
        principles=principles,
    )


def _agreed_principle(row: Row, principle: Principle, weighted: Weighted) -> AgreedPrinciple:
    score = over_rated(weighted, [row.values.get(indicator.id) for indicator in principle.indicators])
    said = [row.ratings.get(indicator.id) for indicator in principle.indicators]
    applies = any(given is not Unrated.NOT_APPLICABLE for given in said if given is not None) or not any(said)
    reason: MissingReason | None = None if score is not None else "unrated" if applies else "not_applicable"
    return AgreedPrinciple(
        id=principle.id,
        score=score,
        reason=reason,
        share_rated=share_rated([row], principle.indicators) if applies else None,
    )


def _mean_share(shares: Iterable[tuple[float | None, float]]) -> float | None:
    """Mean of shares by weight, leaving out those that do not apply."""
    applicable = [(share, weight) for share, weight in shares if share is not None]
    return weighted_mean([share for share, _ in applicable], [w for _, w in applicable]) if applicable else None
