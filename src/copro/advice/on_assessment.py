"""What is worth thinking about in an assessment without faults, before it is scored. One function a code or two.

Words never hold a stakeholder's id, one person's rating or what a text says. What a scorecard tells
as well is in :mod:`copro.advice.on_scorecard`.
"""

import datetime as dt
from collections.abc import Iterator

from copro.advice.named_people import Sign, signs_of_people
from copro.advice.on_scorecard import never_answered, no_direct_voice
from copro.messages import counted, marked, message
from copro.model.assessment import Assessment
from copro.model.framework import Framework, Scale
from copro.model.remark import NamePath, Remark, named_items
from copro.model.values import MAIN_SIDES, MainSide, Side, Text, Unrated
from copro.rules.plan import Plan
from copro.scoring.answers import Answers, read_rows
from copro.scoring.status import declined_by

FEW_RATINGS = 5
"""From this many ratings on, all of them alike are worth a question."""

SEVERAL_PEOPLE = 2
"""With fewer people than this on a side, a count of its ratings is one person's answer."""

FEW_STEPS = 3
"""On a scale with fewer steps than this, equal ratings say nothing."""

TOP = 1
"""The value of the best step, once ratings are rescaled."""


def advice_on_assessment(assessment: Assessment, framework: Framework) -> Iterator[Remark]:
    """Say what is worth thinking about in an assessment without faults, whether or not it is scored.

    Where a required side declined, nothing is said about who answered and how.

    Args:
        assessment: An assessment without errors.
        framework: The framework that it names, without errors.

    Yields:
        Remarks, in the order in which they are told.
    """
    if not declined_by(assessment, framework.policy):
        answers = Answers.of(read_rows(assessment, framework), framework.policy, Plan.of(framework))
        yield from only_proxy_answers(assessment, framework)
        yield from one_sided(assessment, framework, answers)
        yield from no_direct_voice(framework, answers)
        yield from never_answered(assessment, framework)
        yield from same_rating_throughout(assessment, framework.scale)
        yield from top_without_evidence(assessment, answers)
    yield from response_outside_period(assessment)
    yield from evidence_dates(assessment)
    yield from may_identify_someone(assessment)


ONLY_PROXIES: dict[MainSide, str] = {
    "community": marked("Every answer from the community was given in somebody's place. Such answers are not scored."),
    "service": marked("Every answer from services was given in somebody's place. Such answers are not scored."),
}


def only_proxy_answers(assessment: Assessment, framework: Framework) -> Iterator[Remark]:
    """A side for which only others have answered."""
    for side in _sides_with_proxies_only(assessment, framework):
        yield Remark(
            code="only-proxy-answers",
            text=message(ONLY_PROXIES[side]),
            hint=message("Ask people themselves, with help where they want it."),
            place=("responses",),
        )


def _sides_with_proxies_only(assessment: Assessment, framework: Framework) -> list[MainSide]:
    """The sides that did not decline, and whose every response was given in somebody's place."""
    sides, perspectives = framework.sides, assessment.perspectives
    is_proxy: dict[Side | None, list[bool]] = {}
    for response in assessment.responses:
        given = is_proxy.setdefault(sides.get(perspectives[response.stakeholder]), [])
        given.append(response.answered == "for_someone")
    declined = {note.side for note in assessment.declined}
    return [side for side in MAIN_SIDES if side in is_proxy and all(is_proxy[side]) and side not in declined]


ONE_SIDED: dict[MainSide, tuple[MainSide, str]] = {
    "community": (
        "service",
        marked("Only services have given ratings. That shows what they think, not whether power was shared."),
    ),
    "service": (
        "community",
        marked("Only the community has given ratings. Its own account is shown, but a level needs both sides."),
    ),
}
"""A silent side, to the other one and what there is to say."""


def one_sided(assessment: Assessment, framework: Framework, answers: Answers) -> Iterator[Remark]:
    """Ratings from one side only, where the framework needs the other one as well."""
    heard = {row.side for row in answers.rows if row.values}
    told_already = _sides_with_proxies_only(assessment, framework)
    for silent, (other, text) in ONE_SIDED.items():
        is_missing = silent in framework.policy.required_sides and silent not in heard
        if is_missing and other in heard and silent not in told_already:
            yield Remark(
                code="one-sided",
                text=message(text),
                hint=message("Ask the other side. If it chose not to be scored, say so in 'declined'."),
                place=("responses",),
            )


def same_rating_throughout(assessment: Assessment, scale: Scale) -> Iterator[Remark]:
    """A response whose ratings are all alike."""
    if len(scale.steps) < FEW_STEPS:
        return
    for name, response in named_items(assessment.responses):
        ratings = [rating for rating in response.ratings.values() if not isinstance(rating, Unrated)]
        if len(ratings) >= FEW_RATINGS and len(set(ratings)) == 1:
            yield Remark(
                code="same-rating-throughout",
                text=message(
                    "All {number} ratings in this response are the same. That may be right.", number=len(ratings)
                ),
                hint=message("People who are tired tick down the page. If you can, ask whether it is what they meant."),
                place=("responses", name, "ratings"),
            )


def top_without_evidence(assessment: Assessment, answers: Answers) -> Iterator[Remark]:
    """Statements that services put at the top, with nothing anywhere to show it.

    Told as one count, without the statements, and only where two people or more answered for
    services: otherwise it would tell how one person rated.
    """
    services = [row for row in answers.on("service") if row.values]
    if sum(row.people for row in services) < SEVERAL_PEOPLE:
        return
    at_top = {indicator for row in services for indicator, value in row.values.items() if value == TOP}
    shown = {indicator for response in assessment.responses for indicator, named in response.evidence.items() if named}
    if bare := len(at_top - shown):
        yield Remark(
            code="top-without-evidence",
            text=counted(
                "Services put {count} statement at the top of the scale, and nothing is named that shows it.",
                "Services put {count} statements at the top of the scale, and nothing is named that shows it.",
                bare,
            ),
            hint=message("Name what shows it, such as minutes or records, in 'evidence' of a response."),
            place=("responses",),
        )


def response_outside_period(assessment: Assessment) -> Iterator[Remark]:
    """Responses dated before or after the time that they are about, told at the first."""
    period = assessment.period
    if period is None:
        return
    outside = [
        name
        for name, response in named_items(assessment.responses)
        if response.date is not None and not period.start <= response.date <= period.end
    ]
    if outside:
        yield Remark(
            code="response-outside-period",
            text=counted(
                "{count} response is dated outside the period, which is {start} to {end}.",
                "{count} responses are dated outside the period, which is {start} to {end}. This is the first.",
                len(outside),
                start=period.start,
                end=period.end,
            ),
            hint=message("Check the dates. To answer soon after the period, about the period, is fine."),
            place=("responses", outside[0], "date"),
        )


def evidence_dates(assessment: Assessment) -> Iterator[Remark]:
    """Evidence that had run out when something came to rest on it, or that is later than the period."""
    end = assessment.period.end if assessment.period else None
    behind_answers = [
        (name, response.date or end or dt.date.min)
        for response in assessment.responses
        for named in response.evidence.values()
        for name in named
    ]
    behind_events = [
        (name, event.date)
        for commitment in assessment.commitments
        for event in commitment.events
        for name in event.evidence
    ]
    rated_with = {name for name, _ in behind_answers}
    last_use: dict[str, dt.date] = {}
    for name, day in (*behind_answers, *behind_events):
        last_use[name] = max(day, last_use.get(name, day))
    for evidence in assessment.evidence:
        until, date = evidence.valid_until, evidence.date
        if until is not None and until < last_use.get(evidence.id, until):
            yield Remark(
                code="evidence-out-of-date",
                text=message("This evidence was valid until {date}, and something later rests on it.", date=until),
                hint=message("Add newer evidence, or correct the date."),
                place=("evidence", evidence.id, "valid_until"),
            )
        if end is not None and date is not None and date > end and evidence.id in rated_with:
            yield Remark(
                code="evidence-after-period",
                text=message("This evidence is dated {date}, after the period ended on {end}.", date=date, end=end),
                hint=message("Check both dates. What happened after the period belongs in the next assessment."),
                place=("evidence", evidence.id, "date"),
            )


SIGNS: dict[Sign, str] = {
    "name": marked("This text may name a person."),
    "email": marked("This text may hold a person's e-mail address."),
    "telephone": marked("This text may hold a person's telephone number."),
    "health_number": marked("This text may hold a person's health service number."),
}


def may_identify_someone(assessment: Assessment) -> Iterator[Remark]:
    """Texts from which somebody may be known; what they say is not repeated."""
    for text, place in (*_texts_on_answers(assessment), *_texts_on_power(assessment)):
        for sign in signs_of_people(text):
            yield Remark(
                code="may-identify-someone",
                text=message(SIGNS[sign]),
                hint=message("Take it out, or make sure that the person agrees. It is not repeated here."),
                place=place,
            )


def _texts_on_answers(assessment: Assessment) -> Iterator[tuple[str, NamePath]]:
    """What people wrote about the work and beside their answers, language by language, each with its place."""
    yield from _words(assessment.initiative.summary, "initiative", "summary")
    if assessment.agreed is not None:
        yield from _words(assessment.agreed.note, "agreed", "note")
    for field, notes in (("invited", assessment.invited), ("declined", assessment.declined)):
        for number, note in named_items(notes):
            yield from _words(note.note, field, number, "note")
    for name, response in named_items(assessment.responses):
        for indicator, comment in response.comments.items():
            yield from _words(comment, "responses", name, "comments", indicator)


def _texts_on_power(assessment: Assessment) -> Iterator[tuple[str, NamePath]]:
    """What people wrote about decisions, promises and evidence.

    Who made a document or data may be named; who is quoted, or saw something, should not be.
    """
    for name, decision in named_items(assessment.decisions):
        yield from _words(decision.title, "decisions", name, "title")
    for name, commitment in named_items(assessment.commitments):
        yield from _words(commitment.title, "commitments", name, "title")
        yield from _words(commitment.limits, "commitments", name, "limits")
        for number, event in named_items(commitment.events):
            yield from _words(event.reason, "commitments", name, "events", number, "reason")
    for name, evidence in named_items(assessment.evidence):
        yield from _words(evidence.title, "evidence", name, "title")
        yield from _words(evidence.note, "evidence", name, "note")
        if evidence.kind in {"quote", "observation"}:
            yield from _words(evidence.by, "evidence", name, "by")


def _words(text: Text | None, *place: str | int) -> Iterator[tuple[str, NamePath]]:
    """What a text says, in each language that it is in."""
    if isinstance(text, str):
        yield text, place
    elif text is not None:
        for language, words in text.items():
            yield words, (*place, language)
