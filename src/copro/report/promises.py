"""What became of promises, in words."""

from collections.abc import Callable, Iterator

from copro.messages import counted, marked, message, paragraph, say, telling
from copro.model.assessment import ShareKind
from copro.model.outline import Item, Items, Outline
from copro.model.power import DUE, LedgerEntry, PromiseRecord, Promises, Standing
from copro.model.promises import EventName, Right
from copro.report import words
from copro.report.language import signed
from copro.report.power import OWN_MEASURE, PARTICIPATION

NO_PROMISES = marked("No promises are on record.")

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
        told = Items([*record, *ledger_items(promises, language)])
        return signed(Outline(opening=[told], short=message("Each promise")))
