"""What became of promises. This measure is the project's own."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from copro.model.assessment import Assessment, Commitment
from copro.model.framework import Framework
from copro.model.power import DUE, Direction, EarlierReason, LedgerEntry, PromiseRecord, Promises, Standing
from copro.model.promises import Act, People, State, follow
from copro.model.values import MAIN_SIDES, Text, same_name
from copro.scoring.parties import Parties

FEWEST_DUE = 5
"""Below this many due promises there is no share, only counts."""


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
    parties = Parties.of(assessment, framework)
    people = People(
        assessment.perspectives,
        {s.id: same_name(str(s.organisation)) for s in assessment.stakeholders if s.organisation},
    )
    decisions = {decision.id: decision.title for decision in assessment.decisions}
    ledger = [_entry(commitment, day, parties, people, decisions) for commitment in assessment.commitments]
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


def _entry(
    commitment: Commitment, day: dt.date | None, parties: Parties, people: People, decisions: Mapping[str, Text]
) -> LedgerEntry:
    events = [event for event in commitment.events if day is None or event.date <= day]
    acts = [Act(event=e.event, date=e.date.isoformat(), by=e.by, has_reason=e.reason is not None) for e in events]
    state: State | None = None
    offered, agreed, accepted = commitment.due_on, None, False
    for event, (after, _) in zip(events, follow(acts, commitment.by, commitment.to, people), strict=True):
        state = after
        offered = event.due_on or offered
        if after == "accepted":
            accepted, agreed = True, offered
    reasons = [(event.event, event.reason) for event in events if event.reason is not None]
    shares = commitment.shares
    return LedgerEntry(
        id=commitment.id,
        title=commitment.title,
        direction=_direction(commitment.by, commitment.to, parties),
        state=state,
        standing=_standing(state, accepted=accepted, is_due=agreed is not None and day is not None and agreed <= day),
        due_on=agreed if accepted else offered,
        reason=reasons[-1][1] if reasons else None,
        earlier_reasons=[EarlierReason(event=event, reason=reason) for event, reason in reasons[:-1]],
        shares=shares,
        decision=decisions.get(shares.decision) if shares is not None and shares.decision is not None else None,
        promised=commitment.promised,
        limits=commitment.limits,
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


def _direction(by: Collection[str], to: Collection[str], parties: Parties) -> Direction:
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


def kept_over(promises: Promises | None) -> tuple[int, int]:
    """How many of the services' promises to the community were kept, and how many are due."""
    record = promises.records["services_to_community"] if promises else PromiseRecord()
    return record.kept, record.due
