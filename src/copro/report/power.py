"""Who holds which power, and what became of promises, in words."""

from collections.abc import Iterator

from copro.model.power import DUE, Holdings, Power, PromiseRecord, Promises, Standing
from copro.model.scorecard import Scorecard
from copro.model.suppressed import Suppressed
from copro.model.values import MAIN_SIDES
from copro.report import words
from copro.report.words import say

OWN_MEASURE = "These counts are this project's own measure. They never compare initiatives."
NO_DECISIONS = "No decisions are on record."
NO_PROMISES = "No promises are on record."
LOWER_IS_FINE = "A lower step can be the honest right answer for a decision."

PARTICIPATION = ("done to", "told", "asked", "involved", "co-designing", "co-producing", "community-led")

RIGHTS = {
    "initiate": "to start it",
    "choose_who": "to choose who takes part",
    "choose_how": "to choose how",
    "choose_when": "to choose when",
    "propose": "to propose",
    "decide": "to decide",
    "veto": "to say no",
    "hold_budget": "to hold the budget",
    "carry_out": "to carry it out",
    "stop": "to stop it",
    "judge": "to judge whether it worked",
}

DIRECTIONS = {
    "services_to_community": "Services promised the community",
    "community_to_services": "The community promised services",
    "other": "Other promises",
}

STANDINGS: dict[Standing, str] = {
    "kept": "kept",
    "broken": "broken",
    "disputed": "disputed: those it was made to disagree",
    "withdrawn": "withdrawn after it was accepted",
    "overdue": "due, not delivered and not judged",
    "unjudged": "delivered, not judged yet",
    "waiting": "accepted, not due yet",
    "never_accepted": "not accepted",
    "not_yet_made": "not made by then",
}


def power_lines(card: Scorecard) -> Iterator[str]:
    """Who holds which power, a sentence each."""
    power, language = card.power, card.assessment.language
    if power is None:
        yield NO_DECISIONS
        return
    yield f"Of the {power.decisions} decisions someone wrote down, {power.confirmed} are confirmed by both sides."
    if power.profile.total:
        held = power.profile.shared + power.profile.community
        yield f"The community holds {held} of their {power.profile.total} recorded rights, alone or jointly."
        yield f"These rights: {_holdings(power.profile)}."
    for right, holdings in power.by_right.items():
        yield f"The right {RIGHTS[right]}: {_holdings(holdings)}."
    for activity, holdings in power.by_activity.items():
        yield f"In {activity}: {_holdings(holdings)}."
    titles = {told.decision: say(told.title, language) for told in power.participation}
    for decision in power.services_can_veto:
        yield f"{titles[decision]}: the community has a part in deciding, but services alone can say no."
    for left in power.unconfirmed:
        missing = words.joined([words.PARTY_NAMES[side] for side in left.missing])
        yield f"{say(left.title, language)}: not counted, not confirmed by {missing}."
    yield from _participation(power, language)
    yield OWN_MEASURE


def _holdings(held: Holdings) -> str:
    parts = [
        (held.service, "held by services alone"),
        (held.shared, "shared"),
        (held.community, "held by the community alone"),
        (held.others, "held by nobody on either side"),
    ]
    return words.joined([f"{count} {what}" for count, what in parts if count])


def _participation(power: Power, language: str) -> Iterator[str]:
    lower = False
    for told in power.participation:
        said = []
        for side in MAIN_SIDES:
            one = told.sides[side]
            if isinstance(one.step, Suppressed):
                said.append(f"{words.PARTY_NAMES[side]}: {words.NOT_SHOWN}")
            elif one.step is not None:
                said.append(f"{words.PARTY_NAMES[side]} ({words.people(one.people)}): {PARTICIPATION[one.step]}")
        if said:
            promised = f"promised {PARTICIPATION[told.promised]}; " if told.promised is not None else ""
            lower = True
            yield f"{say(told.title, language)}: {promised}{'; '.join(said)}."
    if lower:
        yield LOWER_IS_FINE


def promise_lines(promises: Promises | None) -> Iterator[str]:
    """What became of promises, a sentence for each direction."""
    if promises is None:
        yield NO_PROMISES
        return
    if promises.as_of is not None:
        yield f"As of {words.day(promises.as_of)}."
    for direction, heading in DIRECTIONS.items():
        record = promises.records[direction]
        if record.made:
            yield f"{heading}: {_record(record)}"
    yield OWN_MEASURE


def _record(record: PromiseRecord) -> str:
    shown = [(name, getattr(record, name)) for name in STANDINGS if name != "not_yet_made"]
    due = [f"{count} {STANDINGS[name]}" for name, count in shown if count and name in DUE]
    rest = [f"{count} {STANDINGS[name]}" for name, count in shown if count and name not in DUE]
    made = f"{record.made} made, {record.due} due"
    kept = f" Kept: {record.kept} of {record.due} that are due." if record.due else ""
    return "".join([made, f" ({'; '.join(due)})" if due else "", f"; {'; '.join(rest)}" if rest else "", ".", kept])


def ledger_lines(promises: Promises | None, language: str) -> Iterator[str]:
    """Every commitment as of the date, with its reason, a sentence each."""
    for entry in promises.ledger if promises else ():
        due = f", due {words.day(entry.due_on)}" if entry.due_on and entry.standing != "not_yet_made" else ""
        reason = (
            f" Reason given: {say(entry.reason, language)}" if entry.reason and entry.standing != "not_yet_made" else ""
        )
        yield f"{say(entry.title, language)} ({entry.id}): {STANDINGS[entry.standing]}{due}.{reason}"
