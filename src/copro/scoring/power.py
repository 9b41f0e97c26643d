"""Who holds which power, and whether promises were kept. These measures are the project's own."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

import attrs

from copro.messages import message, say
from copro.model.assessment import Assessment, Commitment, Decision
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.power import (
    DUE,
    Direction,
    Experienced,
    Holdings,
    LedgerEntry,
    Participation,
    Power,
    PromiseRecord,
    Promises,
    Standing,
    Unconfirmed,
)
from copro.model.promises import Act, People, State, follow
from copro.model.values import MAIN_SIDES, MainSide, Side
from copro.scoring.answers import scored_responses

FEWEST_DUE = 5
"""Below this many due promises there is no share, only counts."""


@attrs.frozen
class _Parties:
    """Which side each stakeholder and each perspective stands on."""

    sides: Mapping[str, Side]

    @classmethod
    def of(cls, assessment: Assessment, framework: Framework) -> "_Parties":
        sides = framework.sides
        people = {name: sides[place] for name, place in assessment.perspectives.items() if place in sides}
        return cls({**sides, **people})

    def sides_of(self, parties: Iterable[str]) -> frozenset[Side]:
        """The sides that some parties stand on."""
        return frozenset(self.sides[party] for party in parties if party in self.sides)


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
    parties = _Parties.of(assessment, framework)
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


def _unconfirmed_by(decision: Decision, parties: _Parties) -> tuple[MainSide, ...]:
    sides = parties.sides_of(decision.confirmed_by)
    return tuple(side for side in MAIN_SIDES if side not in sides)


def _can_services_veto(decision: Decision, parties: _Parties) -> bool:
    """Whether the community has a part in deciding, but services alone can say no."""
    decide = parties.sides_of(decision.rights.get("decide", ()))
    veto = parties.sides_of(decision.rights.get("veto", ())) & set(MAIN_SIDES)
    return "community" in decide and veto == {"service"}


def _holder(decision: Decision, right: str, parties: _Parties) -> str:
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


def promises_of(assessment: Assessment, framework: Framework, as_of: dt.date | None = None) -> Promises | None:
    """Say what became of promises, as of a date.

    A promise is due once it was accepted and its accepted day has come, or it was judged, or
    withdrawn. ``say_do`` is kept over due: unjudged and disputed ones count as due and not kept.
    A change that was not accepted leaves the old day in force.

    Args:
        assessment: An assessment whose commitments follow the table of events.
        framework: The framework that it names.
        as_of: The date; left out, the end of the period, else the latest date in the document.

    Returns:
        The record in each direction and every commitment, or ``None`` where none is recorded.
    """
    if not assessment.commitments:
        return None
    day = as_of or _default_day(assessment)
    parties = _Parties.of(assessment, framework)
    people = People(
        assessment.perspectives,
        {s.id: str(s.organisation) for s in assessment.stakeholders if s.organisation},
    )
    ledger = [_entry(commitment, day, parties, people) for commitment in assessment.commitments]
    directions: tuple[Direction, ...] = ("services_to_community", "community_to_services", "other")
    return Promises(
        as_of=day,
        records={
            direction: _record(e.standing for e in ledger if e.direction == direction) for direction in directions
        },
        ledger=ledger,
    )


def _default_day(assessment: Assessment) -> dt.date | None:
    """The end of the period, else the latest day on which anything recorded had happened."""
    if assessment.period:
        return assessment.period.end
    found: list[dt.date | None] = [response.date for response in assessment.responses]
    found += [item.date for item in assessment.evidence]
    found += [event.date for commitment in assessment.commitments for event in commitment.events]
    found += [decision.permission.date for decision in assessment.decisions if decision.permission]
    found += [note.date for note in (*assessment.invited, *assessment.declined)]
    found += [assessment.agreed.date] if assessment.agreed else []
    return max((day for day in found if day is not None), default=None)


def _entry(commitment: Commitment, day: dt.date | None, parties: _Parties, people: People) -> LedgerEntry:
    events = [event for event in commitment.events if day is None or event.date <= day]
    acts = [Act(event=e.event, date=e.date.isoformat(), by=e.by, has_reason=e.reason is not None) for e in events]
    state: State | None = None
    offered, agreed, accepted = commitment.due_on, None, False
    for event, (after, _) in zip(events, follow(acts, commitment.by, commitment.to, people), strict=True):
        state = after
        offered = event.due_on or offered
        if after == "accepted":
            accepted, agreed = True, offered
    return LedgerEntry(
        id=commitment.id,
        title=commitment.title,
        direction=_direction(commitment.by, commitment.to, parties),
        state=state,
        standing=_standing(state, accepted=accepted, is_due=agreed is not None and day is not None and agreed <= day),
        due_on=agreed if accepted else offered,
        reason=next((event.reason for event in reversed(events) if event.reason is not None), None),
    )


def _standing(state: State | None, *, accepted: bool, is_due: bool) -> Standing:
    if state is None:
        return "not_yet_made"
    if not accepted:
        return "never_accepted"
    if state in {"kept", "broken", "disputed", "withdrawn"}:
        return state
    if not is_due:
        return "waiting"
    return "unjudged" if state == "delivered" else "overdue"


def _direction(by: Collection[str], to: Collection[str], parties: _Parties) -> Direction:
    givers, takers = (parties.sides_of(named) & set(MAIN_SIDES) for named in (by, to))
    if givers == {"service"} and "community" in takers:
        return "services_to_community"
    if givers == {"community"} and "service" in takers:
        return "community_to_services"
    return "other"


def _record(standings: Iterable[Standing]) -> PromiseRecord:
    counts = Counter(standings)
    due = sum(counts[standing] for standing in DUE)
    return PromiseRecord(
        made=counts.total() - counts["not_yet_made"],
        due=due,
        say_do=counts["kept"] / due if due >= FEWEST_DUE else None,
        **{standing: counts[standing] for standing in (*DUE, "waiting", "never_accepted")},
    )


def _permission_fault(decision: Decision, assessment: Assessment) -> str | None:
    permission = decision.permission
    if permission is None or permission.state == "not_needed":
        return None
    title = say(decision.title, assessment.language)
    if permission.state == "asked":
        return message(
            "{decision}: permission to carry it out has been asked for, and is not held yet.", decision=title
        )
    if permission.state == "refused":
        return message("{decision}: permission to carry it out was refused.", decision=title)
    if assessment.period is None or permission.date is None or permission.date <= assessment.period.start:
        return None
    return message("{decision}: work started before permission to carry it out was held.", decision=title)


def findings_on_power(assessment: Assessment, promises: Promises | None) -> Iterator[Finding]:
    """Say where work started without permission, and which promises nobody judged."""
    for index, decision in enumerate(assessment.decisions):
        if told := _permission_fault(decision, assessment):
            yield Finding(
                code="no-permission",
                severity="advice",
                message=told,
                hint=message("Get permission before the work starts, or say openly that it may not be carried out."),
                pointer=f"/decisions/{index}/permission",
            )
    for index, entry in enumerate(promises.ledger if promises else ()):
        if entry.standing in {"overdue", "unjudged"}:
            yield Finding(
                code="never-judged",
                severity="advice",
                message=message(
                    "{promise}: this promise is due, and nobody whom it was made to has judged it.",
                    promise=say(entry.title, assessment.language),
                ),
                hint=message("Ask them whether it was kept."),
                pointer=f"/commitments/{index}",
            )


def shared_over(power: Power | None, rights: Collection[str]) -> tuple[int, int]:
    """How many recorded rights the community holds, and how many there are; all rights, or some."""
    if power is None:
        return 0, 0
    chosen = [held for right, held in power.by_right.items() if not rights or right in rights]
    return sum(held.shared + held.community for held in chosen), sum(held.total for held in chosen)


def kept_over(promises: Promises | None) -> tuple[int, int]:
    """How many of the services' promises to the community were kept, and how many are due."""
    record = promises.records["services_to_community"] if promises else PromiseRecord()
    return record.kept, record.due
