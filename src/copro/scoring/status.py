"""Whether there is a score, and if not, why: first reason that holds."""

from collections.abc import Sequence

from copro.model.assessment import Assessment
from copro.model.framework import Framework, Policy
from copro.model.scorecard import Overall, PrincipleScore, Status, StatusReason
from copro.model.values import MAIN_SIDES, SIDES, MainSide, Side
from copro.rules.plan import side_weights
from copro.rules.rows import reaches
from copro.scoring.answers import Answers


def voices_that_count(policy: Policy) -> tuple[Side, ...]:
    """The sides whose ratings make the score, as the policy's voice says."""
    weights = side_weights(policy)
    return SIDES if weights is None else tuple(weights)


def missing_side(answers: Answers, framework: Framework) -> StatusReason | None:
    """Say which required side did not answer.

    The community has answered only when someone has whose own life the initiative is about.
    """
    rated = {row.perspective for row in answers.rows if row.values}
    sides = {row.side for row in answers.rows if row.values}
    required = framework.policy.required_sides
    if "community" in required and not rated & framework.direct:
        return "no_direct_voice" if "community" in sides else "community_silent"
    if "service" in required and "service" not in sides:
        return "service_silent"
    return None


def too_few(assessment: Assessment, answers: Answers) -> tuple[MainSide, ...]:
    """The sides with fewer people than the policy's minimum, unless no more exist and all answered."""
    people = {side: sum(row.people for row in answers.on(side) if row.values) for side in MAIN_SIDES}
    taking_part = assessment.initiative.taking_part
    return tuple(
        side
        for side in MAIN_SIDES
        if people[side] < answers.policy.minimum_people.get(side, 0)
        and not (side in taking_part and 0 < taking_part[side] <= people[side])
    )


def declined_by(assessment: Assessment, policy: Policy) -> frozenset[MainSide]:
    """The sides that chose not to be scored, of those that the policy needs."""
    return frozenset(note.side for note in assessment.declined if note.side in policy.required_sides)


def before_scores(assessment: Assessment, framework: Framework, answers: Answers) -> tuple[Status, StatusReason | None]:
    """The status as far as it rests on who answered."""
    if declined := declined_by(assessment, framework.policy):
        return "declined", "community_declined" if "community" in declined else "service_declined"
    counting = voices_that_count(framework.policy)
    if not any(row.values for row in answers.rows if row.side in counting):
        return "insufficient", "no_ratings"
    if assessment.collected == "open_link":
        return "insufficient", "open_link"
    if missing := missing_side(answers, framework):
        return "one_sided", missing
    if too_few(assessment, answers):
        return "insufficient", "too_few_people"
    return "scored", None


def after_scores(
    overall: Overall, principles: Sequence[PrincipleScore], policy: Policy
) -> tuple[Status, StatusReason | None]:
    """The status as far as it rests on how much was rated."""
    if not reaches(overall.coverage or 0, policy.minimum_coverage):
        return "insufficient", "coverage"
    if all(principle.reason is not None for principle in principles):
        return "insufficient", "no_principle_scored"
    return "scored", None
