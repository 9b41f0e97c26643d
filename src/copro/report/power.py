"""Who holds which power, and what became of promises, in words."""

from collections.abc import Callable, Iterator

from copro.messages import counted, marked, message, paragraph, say, telling
from copro.model.assessment import ShareKind
from copro.model.outline import Item, Items, Outline
from copro.model.power import DUE, Holdings, LedgerEntry, Power, PromiseRecord, Promises, Standing
from copro.model.promises import EventName, Right
from copro.model.scorecard import Scorecard
from copro.model.suppressed import Suppressed
from copro.model.values import MAIN_SIDES, MainSide
from copro.report import words
from copro.report.language import signed

OWN_MEASURE = marked("These counts are this project's own measure. They never compare initiatives.")
NO_DECISIONS = marked("No decisions are on record.")
NO_PROMISES = marked("No promises are on record.")
LOWER_IS_FINE = marked("A lower step can be the honest right answer for a decision.")

PARTICIPATION = (
    marked("done to"),
    marked("told"),
    marked("asked"),
    marked("involved"),
    marked("co-designing"),
    marked("co-producing"),
    marked("community-led"),
)

RIGHTS = {
    "initiate": marked("The right to start it: {held}."),
    "choose_who": marked("The right to choose who takes part: {held}."),
    "choose_how": marked("The right to choose how: {held}."),
    "choose_when": marked("The right to choose when: {held}."),
    "propose": marked("The right to propose: {held}."),
    "decide": marked("The right to decide: {held}."),
    "veto": marked("The right to say no: {held}."),
    "hold_budget": marked("The right to hold the budget: {held}."),
    "carry_out": marked("The right to carry it out: {held}."),
    "stop": marked("The right to stop it: {held}."),
    "judge": marked("The right to judge whether it worked: {held}."),
}

DIRECTIONS = {
    "services_to_community": marked("Services promised the community"),
    "community_to_services": marked("The community promised services"),
    "other": marked("Other promises"),
}

STANDINGS: dict[Standing, str] = {
    "kept": marked("kept"),
    "broken": marked("broken"),
    "disputed": marked("disputed: those it was made to disagree"),
    "withdrawn": marked("withdrawn after it was accepted"),
    "overdue": marked("due, not delivered and not judged"),
    "unjudged": marked("delivered, not judged yet"),
    "waiting": marked("accepted, not due yet"),
    "never_accepted": marked("not accepted"),
    "not_yet_made": marked("not made by then"),
}
"""What became of one promise."""

COUNTED: dict[Standing, Callable[[int], str]] = {
    "kept": lambda count: counted("{count} kept", "{count} kept", count),
    "broken": lambda count: counted("{count} broken", "{count} broken", count),
    "disputed": lambda count: counted(
        "{count} disputed: those it was made to disagree", "{count} disputed: those it was made to disagree", count
    ),
    "withdrawn": lambda count: counted(
        "{count} withdrawn after it was accepted", "{count} withdrawn after it was accepted", count
    ),
    "overdue": lambda count: counted(
        "{count} due, not delivered and not judged", "{count} due, not delivered and not judged", count
    ),
    "unjudged": lambda count: counted("{count} delivered, not judged yet", "{count} delivered, not judged yet", count),
    "waiting": lambda count: counted("{count} accepted, not due yet", "{count} accepted, not due yet", count),
    "never_accepted": lambda count: counted("{count} not accepted", "{count} not accepted", count),
}
"""How many promises became that."""


def power_lines(card: Scorecard) -> Iterator[str]:
    """Who holds which power, a sentence each."""
    power, language = card.power, card.assessment.language
    if power is None:
        yield message(NO_DECISIONS)
        return
    yield counted(
        "Of the {count} decision someone wrote down, {confirmed} are confirmed by both sides.",
        "Of the {count} decisions someone wrote down, {confirmed} are confirmed by both sides.",
        power.decisions,
        confirmed=power.confirmed,
    )
    if power.profile.total:
        yield message(
            "The community holds {held} of their {total} recorded rights, alone or jointly.",
            held=power.profile.shared + power.profile.community,
            total=power.profile.total,
        )
        yield message("These rights: {held}.", held=_holdings(power.profile))
    for right, holdings in power.by_right.items():
        yield message(RIGHTS[right], held=_holdings(holdings))
    for activity, holdings in power.by_activity.items():
        yield message("In {activity}: {held}.", activity=activity, held=_holdings(holdings))
    titles = {told.decision: told.title for told in power.participation}
    for decision in power.services_can_veto:
        yield message(
            "{decision}: the community has a part in deciding, but services alone can say no.",
            decision=say(titles[decision], language),
        )
    for left in power.unconfirmed:
        missing = words.joined([message(words.PARTY_NAMES[side]) for side in left.missing])
        yield message(
            "{decision}: not counted, not confirmed by {missing}.", decision=say(left.title, language), missing=missing
        )
    yield from _participation(power, language)
    yield message(OWN_MEASURE)


HELD: dict[str, Callable[[int], str]] = {
    "service": lambda count: counted("{count} held by services alone", "{count} held by services alone", count),
    "shared": lambda count: counted("{count} shared", "{count} shared", count),
    "community": lambda count: counted(
        "{count} held by the community alone", "{count} held by the community alone", count
    ),
    "others": lambda count: counted(
        "{count} held by nobody on either side", "{count} held by nobody on either side", count
    ),
}


def _holdings(held: Holdings) -> str:
    return words.joined([said(count) for holder, said in HELD.items() if (count := getattr(held, holder))])


SAID: dict[MainSide, str] = {
    "community": marked("the community ({people}): {step}"),
    "service": marked("services ({people}): {step}"),
}
SAID_IN_PRIVATE: dict[MainSide, str] = {
    "community": marked("the community: not shown (kept private)"),
    "service": marked("services: not shown (kept private)"),
}


def _participation(power: Power, language: str) -> Iterator[str]:
    lower = False
    for told in power.participation:
        said = []
        for side in MAIN_SIDES:
            one = told.sides[side]
            if isinstance(one.step, Suppressed):
                said.append(message(SAID_IN_PRIVATE[side]))
            elif one.step is not None:
                step = message(PARTICIPATION[one.step])
                said.append(message(SAID[side], people=words.people(one.people), step=step))
        if said:
            lower = True
            if told.promised is not None:
                said.insert(0, message("promised {step}", step=message(PARTICIPATION[told.promised])))
            yield message("{decision}: {steps}.", decision=say(told.title, language), steps=words.apart(said))
    if lower:
        yield message(LOWER_IS_FINE)


def promise_lines(promises: Promises | None) -> Iterator[str]:
    """What became of promises, a sentence for each direction."""
    if promises is None:
        yield message(NO_PROMISES)
        return
    if promises.as_of is not None:
        yield message("As of {date}.", date=words.day(promises.as_of))
    for direction, heading in DIRECTIONS.items():
        record = promises.records[direction]
        if record.made:
            yield words.labelled(message(heading), _record(record))
    yield message(OWN_MEASURE)


RECORDS = {
    (False, False): marked("{made} made, {due} due."),
    (True, False): marked("{made} made, {due} due ({what_became})."),
    (False, True): marked("{made} made, {due} due; {rest}."),
    (True, True): marked("{made} made, {due} due ({what_became}); {rest}."),
}
"""The record of promises: with or without due ones, with or without others."""


def _record(record: PromiseRecord) -> str:
    shown = [(name, count) for name in COUNTED if (count := getattr(record, name))]
    due = [COUNTED[name](count) for name, count in shown if name in DUE]
    rest = [COUNTED[name](count) for name, count in shown if name not in DUE]
    parts = {"what_became": words.apart(due) if due else "", "rest": words.apart(rest) if rest else ""}
    kept = message("Kept: {kept} of {due} that are due.", kept=record.kept, due=record.due) if record.due else ""
    return paragraph(
        message(RECORDS[bool(due), bool(rest)], made=record.made, due=record.due, **parts),
        kept,
    )


EARLIER: dict[EventName, str] = {
    "made": marked("Before that, when it was made: {reason}"),
    "accepted": marked("Before that, when it was accepted: {reason}"),
    "declined": marked("Before that, when it was not accepted: {reason}"),
    "changed": marked("Before that, when it was changed: {reason}"),
    "withdrawn": marked("Before that, when it was withdrawn: {reason}"),
    "delivered": marked("Before that, when it was delivered: {reason}"),
    "kept": marked("Before that, when it was judged kept: {reason}"),
    "broken": marked("Before that, when it was judged broken: {reason}"),
}

SHARES: dict[ShareKind, str] = {
    "rights": marked("It shares rights."),
    "money": marked("It shares money."),
    "time": marked("It shares time."),
    "training": marked("It shares training."),
    "access": marked("It shares access."),
}

SHARES_WITH_RIGHTS: dict[ShareKind, str] = {
    "rights": marked("It shares rights: {rights}."),
    "money": marked("It shares money, and rights: {rights}."),
    "time": marked("It shares time, and rights: {rights}."),
    "training": marked("It shares training, and rights: {rights}."),
    "access": marked("It shares access, and rights: {rights}."),
}

SHARED_RIGHTS: dict[Right, str] = {
    "initiate": marked("to start it"),
    "choose_who": marked("to choose who takes part"),
    "choose_how": marked("to choose how"),
    "choose_when": marked("to choose when"),
    "propose": marked("to propose"),
    "decide": marked("to decide"),
    "veto": marked("to say no"),
    "hold_budget": marked("to hold the budget"),
    "carry_out": marked("to carry it out"),
    "stop": marked("to stop it"),
    "judge": marked("to judge whether it worked"),
}


def ledger_items(promises: Promises | None, language: str) -> list[Item]:
    """Every commitment as of the date: what became of it and why, what it shares, and its limits."""
    return [_promise(entry, language) for entry in promises.ledger] if promises else []


def _promise(entry: LedgerEntry, language: str) -> Item:
    title, standing = say(entry.title, language), message(STANDINGS[entry.standing])
    if entry.standing == "not_yet_made":
        return Item(message("{promise} ({id}): {standing}.", promise=title, id=entry.id, standing=standing))
    told = (
        message(
            "{promise} ({id}): {standing}, due {date}.",
            promise=title,
            id=entry.id,
            standing=standing,
            date=words.day(entry.due_on),
        )
        if entry.due_on
        else message("{promise} ({id}): {standing}.", promise=title, id=entry.id, standing=standing)
    )
    reason = message("Reason given: {reason}", reason=say(entry.reason, language)) if entry.reason else ""
    earlier = [message(EARLIER[one.event], reason=say(one.reason, language)) for one in entry.earlier_reasons]
    return Item(paragraph(told, reason), more=[*reversed(earlier), *_terms(entry, language)])


def _terms(entry: LedgerEntry, language: str) -> Iterator[str]:
    """What was promised: what it shares, how far people take part, and what it does not cover."""
    if entry.shares is not None:
        rights = words.joined([message(SHARED_RIGHTS[right]) for right in entry.shares.rights])
        kind, decision = entry.shares.kind, say(entry.decision, language).rstrip(".")
        yield paragraph(
            message(SHARES_WITH_RIGHTS[kind], rights=rights) if rights else message(SHARES[kind]),
            message("The decision: {decision}.", decision=decision) if decision else "",
        )
    if entry.promised is not None:
        yield message("How far people were promised to take part: {step}.", step=message(PARTICIPATION[entry.promised]))
    if entry.limits is not None:
        yield message("Its limits: {limits}", limits=say(entry.limits, language))


def tell_promises(promises: Promises | None, language: str) -> Outline:
    """Say what became of promises: the record, then every commitment with its reasons and its terms.

    Args:
        promises: The record; ``None`` where no promise is recorded.
        language: BCP 47 tag of the assessment's plain strings.

    Returns:
        An outline, for a form of output such as :func:`copro.report.text.render` to lay out.

    >>> from copro import commitments, load
    >>> promises = commitments(load("examples/walk-your-neighbourhood/assessment.json"))
    >>> tell_promises(promises, "en").opening[0].items[0].text
    'As of 31 October 2026.'
    """
    with telling(language, carries_languages=True):
        record = map(Item, promise_lines(promises))
        return signed(Outline(opening=[Items([*record, *ledger_items(promises, language)])]))
