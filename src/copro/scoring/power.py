"""Who holds which power. This measure is the project's own."""

from collections import Counter
from collections.abc import Collection, Iterable

from copro.model.assessment import Assessment, Decision
from copro.model.framework import Framework
from copro.model.power import Experienced, Holdings, Participation, Power, Unconfirmed
from copro.model.values import MAIN_SIDES, MainSide, Side
from copro.scoring.answers import scored_responses
from copro.scoring.parties import Parties


def power_of(assessment: Assessment, framework: Framework) -> Power | None:
    """Say who holds which rights over the decisions that were written down.

    Counts (decision, right) pairs of decisions confirmed by someone on each side. Deciding
    counts as the services' own while they alone hold the veto. ``power_sharing`` is the share of pairs that the
    community holds, alone or jointly.

    Args:
        assessment: The assessment.
        framework: The framework that it names.

    Returns:
        The power profile, or ``None`` where no decision is recorded.
    """
    if not assessment.decisions:
        return None
    parties = Parties.of(assessment, framework)
    missing = {d.id: _unconfirmed_by(d, parties) for d in assessment.decisions}
    confirmed = [decision for decision in assessment.decisions if not missing[decision.id]]
    pairs = [
        (right, decision.activity, _holder(decision, right, parties))
        for decision in confirmed
        for right in decision.rights
    ]
    profile = _holdings(holder for _, _, holder in pairs)
    return Power(
        decisions=len(assessment.decisions),
        confirmed=len(confirmed),
        profile=profile,
        power_sharing=(profile.shared + profile.community) / profile.total if profile.total else None,
        by_right={
            right: _holdings(h for r, _, h in pairs if r == right) for right in dict.fromkeys(r for r, _, _ in pairs)
        },
        by_activity={
            activity: _holdings(h for _, a, h in pairs if a == activity)
            for activity in dict.fromkeys(a for _, a, _ in pairs if a is not None)
        },
        services_can_veto=[decision.id for decision in confirmed if _can_services_veto(decision, parties)],
        unconfirmed=[
            Unconfirmed(decision=decision.id, title=decision.title, missing=missing[decision.id])
            for decision in assessment.decisions
            if missing[decision.id]
        ],
        participation=[_participation(decision, assessment, framework) for decision in assessment.decisions],
    )


def _unconfirmed_by(decision: Decision, parties: Parties) -> tuple[MainSide, ...]:
    sides = parties.sides_of(decision.confirmed_by)
    return tuple(side for side in MAIN_SIDES if side not in sides)


def _can_services_veto(decision: Decision, parties: Parties) -> bool:
    """Whether the community has a part in deciding, but services alone can say no."""
    decide = parties.sides_of(decision.rights.get("decide", ()))
    veto = parties.sides_of(decision.rights.get("veto", ())) & set(MAIN_SIDES)
    return "community" in decide and veto == {"service"}


def _holder(decision: Decision, right: str, parties: Parties) -> str:
    sides = parties.sides_of(decision.rights[right])
    if right == "decide" and _can_services_veto(decision, parties):
        return "service"
    if set(MAIN_SIDES) <= sides:
        return "shared"
    return next((side for side in MAIN_SIDES if side in sides), "others")


def _holdings(holders: Iterable[str]) -> Holdings:
    return Holdings(**Counter(holders))


def _participation(decision: Decision, assessment: Assessment, framework: Framework) -> Participation:
    said: dict[Side, list[tuple[int, int]]] = {side: [] for side in MAIN_SIDES}
    for response, _, side in scored_responses(assessment, framework):
        if side in said and decision.id in response.participation:
            said[side].append((response.participation[decision.id], response.people or 1))
    return Participation(
        decision=decision.id,
        title=decision.title,
        promised=decision.promised,
        sides={
            side: Experienced(
                step=sorted(step for step, _ in steps)[(len(steps) - 1) // 2] if steps else None,
                respondents=len(steps),
                people=sum(people for _, people in steps),
            )
            for side, steps in said.items()
        },
    )


def shared_over(power: Power | None, rights: Collection[str]) -> tuple[int, int]:
    """How many recorded rights the community holds, and how many there are; all rights, or some."""
    if power is None:
        return 0, 0
    chosen = [held for right, held in power.by_right.items() if not rights or right in rights]
    return sum(held.shared + held.community for held in chosen), sum(held.total for held in chosen)
