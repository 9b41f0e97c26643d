"""What is worth thinking about in an assessment without faults, before it is scored. One function a finding.

Words never hold a stakeholder's id, one person's rating or what a text says; places do with indexes.
Where scoring says the same, code and words are the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from copro.advice.named_people import Sign, signs_of_people
from copro.documents.faults import items, mapping, texts
from copro.documents.pointers import Pointer, finding_at
from copro.messages import counted, marked, message
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.values import MAIN_SIDES, UNDISCLOSED, MainSide, Side, in_language, is_number

FEW_RATINGS = 5
"""From this many ratings on, all of them alike are worth a question."""

SEVERAL_PEOPLE = 2
"""With fewer people than this on a side, a count of its ratings is one person's answer."""

FEW_STEPS = 3
"""On a scale with fewer steps than this, equal ratings say nothing."""


@attrs.frozen
class Answer:
    """A response with where it stands.

    Attributes:
        said: The response, as in the document.
        path: Its place.
        perspective: Where it speaks from.
        side: The side of that perspective; ``None`` for the undisclosed.
        has_ratings: Whether it holds a rating, not only unrated states.
    """

    said: Mapping[str, Any]
    path: Pointer
    perspective: str
    side: Side | None
    has_ratings: bool

    @property
    def is_proxy(self) -> bool:
        """Whether somebody gave it in another's place."""
        return self.said.get("answered") == "for_someone"


@attrs.frozen
class Checked:
    """Everything that the findings look at.

    Attributes:
        document: An assessment without faults.
        framework: The framework that it names.
        answers: Its responses.
        declined: The sides that chose not to be scored.
        rated: The perspectives from which a rating counts.
    """

    document: Mapping[str, Any]
    framework: Framework
    answers: Sequence[Answer]
    declined: frozenset[str]
    rated: frozenset[str]

    def heard(self, side: Side) -> bool:
        """Whether a rating from a side counts."""
        return any(p.id in self.rated for p in self.framework.perspectives if p.side == side)


def advice_on_assessment(document: Mapping[str, Any], framework: Framework) -> Iterator[Finding]:
    """Say what is worth thinking about in an assessment without faults.

    Where a required side declined, nothing is said about who answered and how.

    Args:
        document: An assessment document without errors.
        framework: The framework that it names.

    Yields:
        Advice and warnings.
    """
    perspective_of = {s["id"]: s["perspective"] for s, _ in items(document.get("stakeholders"))}
    sides = framework.sides
    declined = frozenset(note["side"] for note, _ in items(document.get("declined")))
    answers = []
    for said, path in items(document.get("responses"), ("responses",)):
        perspective = perspective_of[said["stakeholder"]]
        has_ratings = any(map(is_number, mapping(said.get("ratings")).values()))
        answers.append(Answer(said, path, perspective, sides.get(perspective), has_ratings))
    rated = frozenset(
        a.perspective
        for a in answers
        if a.has_ratings and not a.is_proxy and a.side is not None and a.side not in declined
    )
    checked = Checked(document, framework, answers, declined, rated)
    if not declined & set(framework.policy.required_sides):
        for check in ABOUT_ANSWERS:
            yield from check(checked)
    for check in ABOUT_THE_DOCUMENT:
        yield from check(checked)


ONLY_PROXIES: dict[MainSide, str] = {
    "community": marked("Every answer from the community was given in somebody's place. Such answers are not scored."),
    "service": marked("Every answer from services was given in somebody's place. Such answers are not scored."),
}


def only_proxy_answers(checked: Checked) -> Iterator[Finding]:
    """A side for which only others have answered."""
    for side in MAIN_SIDES:
        if _only_proxies(checked, side):
            hint = message("Ask people themselves, with help where they want it.")
            yield finding_at("only-proxy-answers", message(ONLY_PROXIES[side]), ("responses",), hint)


def _only_proxies(checked: Checked, side: MainSide) -> bool:
    given = [answer.is_proxy for answer in checked.answers if answer.side == side]
    return bool(given) and all(given) and side not in checked.declined


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


def one_sided(checked: Checked) -> Iterator[Finding]:
    """Ratings from one side only, where the framework needs the other one as well."""
    for side in MAIN_SIDES:
        other, told = ONE_SIDED[side]
        silent = side in checked.framework.policy.required_sides and not checked.heard(side)
        if silent and checked.heard(other) and not _only_proxies(checked, side):
            hint = message("Ask the other side. If it chose not to be scored, say so in 'declined'.")
            yield finding_at("one-sided", message(told), ("responses",), hint)


def no_direct_voice(checked: Checked) -> Iterator[Finding]:
    """A community's side without anyone whose own life the initiative is about."""
    if checked.heard("community") and not checked.rated & checked.framework.direct:
        told = message("Nobody whose life this is about has answered.")
        hint = message("Ask people who use the service, their families and carers, and people who live here.")
        yield finding_at("no-direct-voice", told, ("responses",), hint)


def never_answered(checked: Checked) -> Iterator[Finding]:
    """A perspective that is named but that nobody answered from."""
    listed = [stakeholder["perspective"] for stakeholder, _ in items(checked.document.get("stakeholders"))]
    answered = {answer.perspective for answer in checked.answers}
    names = {p.id: in_language(p.name, checked.framework.language) for p in checked.framework.perspectives}
    for perspective in (*names, UNDISCLOSED):
        if perspective in listed and perspective not in answered:
            told = counted(
                "{perspective}: {count} listed, nobody answered.",
                "{perspective}: {count} listed, nobody answered.",
                listed.count(perspective),
                perspective=names.get(perspective, perspective),
            )
            yield finding_at("never-answered", told, ("stakeholders",), message("Ask again, in a way that suits them."))


def same_rating_throughout(checked: Checked) -> Iterator[Finding]:
    """A response whose ratings are all alike."""
    if len(checked.framework.scale.steps) < FEW_STEPS:
        return
    for answer in checked.answers:
        ratings = [rating for rating in mapping(answer.said.get("ratings")).values() if is_number(rating)]
        if len(ratings) >= FEW_RATINGS and len(set(ratings)) == 1:
            told = message(
                "All {number} ratings in this response are the same. That may be right.", number=len(ratings)
            )
            hint = message("People who are tired tick down the page. If you can, ask whether it is what they meant.")
            yield finding_at("same-rating-throughout", told, (*answer.path, "ratings"), hint)


def top_without_evidence(checked: Checked) -> Iterator[Finding]:
    """Statements that services put at the top, with nothing anywhere to show it.

    Told as one count, without the statements, and only where two people or more answered for
    services: otherwise it would tell how one person rated.
    """
    services = [
        answer
        for answer in checked.answers
        if answer.side == "service" and answer.has_ratings and not answer.is_proxy and "service" not in checked.declined
    ]
    if sum(answer.said.get("people", 1) for answer in services) < SEVERAL_PEOPLE:
        return
    scale = checked.framework.scale
    top = {
        indicator.id: scale.lowest if indicator.reversed else scale.highest
        for indicator in checked.framework.indicators
    }
    shown = {
        indicator
        for answer in checked.answers
        for indicator, named in mapping(answer.said.get("evidence")).items()
        if named
    }
    at_top = {
        indicator
        for answer in services
        for indicator, rating in mapping(answer.said.get("ratings")).items()
        if is_number(rating) and rating == top[indicator]
    }
    if bare := len(at_top - shown):
        told = counted(
            "Services put {count} statement at the top of the scale, and nothing is named that shows it.",
            "Services put {count} statements at the top of the scale, and nothing is named that shows it.",
            bare,
        )
        hint = message("Name what shows it, such as minutes or records, in 'evidence' of a response.")
        yield finding_at("top-without-evidence", told, ("responses",), hint)


def response_outside_period(checked: Checked) -> Iterator[Finding]:
    """Responses dated before or after the time that they are about."""
    period = mapping(checked.document.get("period"))
    if not period:
        return
    start, end = period["start"], period["end"]
    outside = [a.path for a in checked.answers if not start <= a.said.get("date", start) <= end]
    if outside:
        told = counted(
            "{count} response is dated outside the period, which is {start} to {end}.",
            "{count} responses are dated outside the period, which is {start} to {end}. This is the first.",
            len(outside),
            start=start,
            end=end,
        )
        hint = message("Check the dates. To answer soon after the period, about the period, is fine.")
        yield finding_at("response-outside-period", told, (*outside[0], "date"), hint)


def evidence_dates(checked: Checked) -> Iterator[Finding]:
    """Evidence that had run out when something came to rest on it, or that is later than the period."""
    end = mapping(checked.document.get("period")).get("end")
    used: dict[str, str] = {}
    by_answers: set[str] = set()
    for answer in checked.answers:
        for named in mapping(answer.said.get("evidence")).values():
            for name, _ in texts(named):
                by_answers.add(name)
                used[name] = max(used.get(name, ""), answer.said.get("date", end or ""))
    for commitment, _ in items(checked.document.get("commitments")):
        for event, _ in items(commitment.get("events")):
            for name, _ in texts(event.get("evidence")):
                used[name] = max(used.get(name, ""), event["date"])
    for evidence, path in items(checked.document.get("evidence"), ("evidence",)):
        name, last, date = evidence["id"], evidence.get("valid_until"), evidence.get("date")
        if last is not None and last < used.get(name, ""):
            told = message("This evidence was valid until {date}, and something later rests on it.", date=last)
            hint = message("Add newer evidence, or correct the date.")
            yield finding_at("evidence-out-of-date", told, (*path, "valid_until"), hint)
        if end is not None and date is not None and date > end and name in by_answers:
            told = message("This evidence is dated {date}, after the period ended on {end}.", date=date, end=end)
            hint = message("Check both dates. What happened after the period belongs in the next assessment.")
            yield finding_at("evidence-after-period", told, (*path, "date"), hint)


SIGNS: dict[Sign, str] = {
    "name": marked("This text may name a person."),
    "email": marked("This text may hold a person's e-mail address."),
    "telephone": marked("This text may hold a person's telephone number."),
    "health_number": marked("This text may hold a person's health service number."),
}


def may_identify_someone(checked: Checked) -> Iterator[Finding]:
    """Texts from which somebody may be known; what they say is not repeated."""
    for text, path in _free_texts(checked.document):
        for sign in signs_of_people(text):
            hint = message("Take it out, or make sure that the person agrees. It is not repeated here.")
            yield finding_at("may-identify-someone", message(SIGNS[sign]), path, hint)


def _free_texts(document: Mapping[str, Any]) -> Iterator[tuple[str, Pointer]]:
    """The texts that people write as they like, language by language, each with its place.

    Who made a document or data may be named; who is quoted, or saw something, should not be.
    """
    places: list[tuple[Any, Pointer, tuple[str, ...]]] = [
        (document.get("initiative"), ("initiative",), ("summary",)),
        (document.get("agreed"), ("agreed",), ("note",)),
    ]
    for key in ("invited", "declined"):
        places += [(note, path, ("note",)) for note, path in items(document.get(key), (key,))]
    for response, path in items(document.get("responses"), ("responses",)):
        comments = mapping(response.get("comments"))
        places.append((comments, (*path, "comments"), tuple(comments)))
    places += [(decision, path, ("title",)) for decision, path in items(document.get("decisions"), ("decisions",))]
    for commitment, path in items(document.get("commitments"), ("commitments",)):
        places.append((commitment, path, ("title", "limits")))
        places += [(event, place, ("reason",)) for event, place in items(commitment.get("events"), (*path, "events"))]
    for evidence, path in items(document.get("evidence"), ("evidence",)):
        people = ("by",) if evidence["kind"] in {"quote", "observation"} else ()
        places.append((evidence, path, ("title", "note", *people)))
    for holder, path, keys in places:
        for key in keys:
            value = mapping(holder).get(key)
            if isinstance(value, str):
                yield value, (*path, key)
            for language, text in mapping(value).items():
                yield text, (*path, key, language)


Check = Callable[[Checked], Iterator[Finding]]

ABOUT_ANSWERS: tuple[Check, ...] = (
    only_proxy_answers,
    one_sided,
    no_direct_voice,
    never_answered,
    same_rating_throughout,
    top_without_evidence,
)
"""Who answered, and how: not for telling where a required side chose not to be scored."""

ABOUT_THE_DOCUMENT: tuple[Check, ...] = (response_outside_period, evidence_dates, may_identify_someone)
"""What holds whoever answered."""
