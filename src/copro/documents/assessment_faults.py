"""Whether the ids of an assessment point somewhere, and whether its parts fit together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from copro.documents.faults import (
    DATE,
    Known,
    dangling,
    ids,
    items,
    known_ids,
    mapping,
    repeated,
    steps_hint,
    texts,
    unknown,
)
from copro.documents.pointers import Pointer, finding_at
from copro.messages import message
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.promises import EVENTS, Act, People, follow
from copro.model.suggest import did_you_mean
from copro.model.values import SIDES, UNDISCLOSED, is_number, same_name
from copro.model.vocabulary import Vocabulary

ACTIVITIES = "star-four-cos@2013"
"""The vocabulary that an initiative's activities, and a decision's activity, come from."""

STAGES = "star-five-steps@2013"
"""The vocabulary that an initiative's stage comes from."""


def in_assessment(
    document: Mapping[str, Any], framework: Framework | None, named: Mapping[str, Framework | Vocabulary]
) -> Iterator[Finding]:
    """Say every fault of reference and sense in an assessment document.

    Without its framework and vocabularies, only what the document says of itself can be checked.
    """
    stakeholders = list(items(document.get("stakeholders"), ("stakeholders",)))
    evidence = list(items(document.get("evidence"), ("evidence",)))
    decisions = list(items(document.get("decisions"), ("decisions",)))
    commitments = list(items(document.get("commitments"), ("commitments",)))
    for kind, objects in (
        ("stakeholder", stakeholders),
        ("item of evidence", evidence),
        ("decision", decisions),
        ("commitment", commitments),
    ):
        yield from repeated(kind, ids(objects))
    period = mapping(document.get("period"))
    start, end = period.get("start"), period.get("end")
    if isinstance(start, str) and isinstance(end, str) and start > end:
        yield finding_at("period-reversed", message("The period ends before it starts."), ("period", "end"))
    numbers = {s["id"]: int(path[-1]) + 1 for s, path in reversed(stakeholders) if isinstance(s.get("id"), str)}
    known: dict[str, Known | None] = {
        "stakeholder": numbers,
        "evidence": known_ids(evidence),
        "decision": known_ids(decisions),
        "party": {**dict.fromkeys((p.id for p in framework.perspectives), 0), **numbers} if framework else None,
    }
    yield from _term_faults(document, decisions, named)
    yield from _response_faults(document, known)
    yield from _power_faults(decisions, commitments, known)
    yield from _promise_faults(commitments, stakeholders, known["party"])
    if framework is not None:
        yield from _stakeholder_faults(stakeholders, framework)
        there = {"perspective": [*(perspective.id for perspective in framework.perspectives), *SIDES]}
        yield from dangling("perspective", [(name, ("terms", name)) for name in mapping(document.get("terms"))], there)
        yield from _rating_faults(document, framework)


def _term_faults(
    document: Mapping[str, Any],
    decisions: Iterable[tuple[Mapping[str, Any], Pointer]],
    named: Mapping[str, Framework | Vocabulary],
) -> Iterator[Finding]:
    initiative = mapping(document.get("initiative"))
    activities: list[tuple[Any, Pointer]] = [
        *texts(initiative.get("activities"), ("initiative", "activities")),
        *((decision.get("activity"), (*path, "activity")) for decision, path in decisions),
    ]
    stages: list[tuple[Any, Pointer]] = [(initiative.get("stage"), ("initiative", "stage"))]
    there = {"activity": ids_in(named, ACTIVITIES), "stage": ids_in(named, STAGES)}
    yield from _named(dangling("activity", activities, there), ACTIVITIES, there["activity"])
    yield from _named(dangling("stage", stages, there), STAGES, there["stage"])


def _named(faults: Iterable[Finding], vocabulary: str, ids: Sequence[str] | None) -> Iterator[Finding]:
    """Faults whose hint, where nothing like it is there, names what there is."""
    for wrong in faults:
        known = message("{vocabulary} has {ids}.", vocabulary=vocabulary, ids=", ".join(ids or ()))
        yield attrs.evolve(wrong, hint=wrong.hint or known)


def ids_in(named: Mapping[str, Framework | Vocabulary], name: str) -> list[str] | None:
    """The ids of a vocabulary's terms; ``None`` where it was not given."""
    vocabulary = named.get(name)
    return [term.id for term in vocabulary.terms] if isinstance(vocabulary, Vocabulary) else None


def _stakeholder_faults(
    stakeholders: Iterable[tuple[Mapping[str, Any], Pointer]], framework: Framework
) -> Iterator[Finding]:
    perspectives = [perspective.id for perspective in framework.perspectives]
    for stakeholder, path in stakeholders:
        name, perspective = stakeholder.get("id"), stakeholder.get("perspective")
        if isinstance(perspective, str) and perspective not in (*perspectives, UNDISCLOSED):
            hint = did_you_mean(perspective, (*perspectives, UNDISCLOSED))
            yield finding_at(
                "unknown-perspective", message("There is no such perspective."), (*path, "perspective"), hint
            )
        if isinstance(name, str) and name in perspectives:
            text = message("{id!r} is the id of a perspective, so it cannot be a stakeholder's.", id=name)
            yield finding_at("id-clash", text, (*path, "id"), message("Choose another id."))


def _response_faults(document: Mapping[str, Any], known: Mapping[str, Known | None]) -> Iterator[Finding]:
    answered: dict[str, int] = {}
    for response, path in items(document.get("responses"), ("responses",)):
        name = response.get("stakeholder")
        if isinstance(name, str):
            yield from dangling("stakeholder", [(name, (*path, "stakeholder"))], known)
            number = int(path[-1]) + 1
            first = answered.setdefault(name, number)
            if first != number:
                text = message("Response number {number} is of the same stakeholder.", number=first)
                hint = message("Keep one response a stakeholder; another occasion is another assessment.")
                yield finding_at("duplicate-response", text, path, hint)
        for indicator, listed in mapping(response.get("evidence")).items():
            yield from dangling("evidence", texts(listed, (*path, "evidence", indicator)), known)
        for decision in mapping(response.get("participation")):
            yield from dangling("decision", [(decision, (*path, "participation", decision))], known)


def _promise_faults(
    commitments: Iterable[tuple[Mapping[str, Any], Pointer]],
    stakeholders: Iterable[tuple[Mapping[str, Any], Pointer]],
    parties: Known | None,
) -> Iterator[Finding]:
    """Follow each commitment's events.

    One whose shape the schema faults is left to the schema; a party that nobody knows is told once.
    """
    named = [stakeholder for stakeholder, _ in stakeholders if isinstance(stakeholder.get("id"), str)]
    people = People(
        {s["id"]: s["perspective"] for s in named if isinstance(s.get("perspective"), str)},
        {s["id"]: same_name(str(s["organisation"])) for s in named if s.get("organisation")},
    )
    for commitment, path in commitments:
        events = list(items(commitment.get("events"), (*path, "events")))
        if not all(event.get("event") in EVENTS for event, _ in events if isinstance(event.get("event"), str)):
            continue
        acts = [
            Act(event=e["event"], date=e["date"], by=e["by"], has_reason=bool(e.get("reason")))
            for e, _ in events
            if all(isinstance(e.get(key), str) for key in ("event", "date", "by")) and DATE.fullmatch(e["date"])
        ]
        if len(acts) < len(events):
            continue
        by, to = ([party for party, _ in texts(commitment.get(role))] for role in ("by", "to"))
        for act, (_, place), (_, found) in zip(acts, events, follow(acts, by, to, people), strict=True):
            if found is not None and not (found.field == "by" and parties is not None and act.by not in parties):
                yield finding_at(found.code, found.text, (*place, found.field) if found.field else place)


def _power_faults(
    decisions: Iterable[tuple[Mapping[str, Any], Pointer]],
    commitments: Iterable[tuple[Mapping[str, Any], Pointer]],
    known: Mapping[str, Known | None],
) -> Iterator[Finding]:
    for decision, path in decisions:
        for right, parties in mapping(decision.get("rights")).items():
            yield from dangling("party", texts(parties, (*path, "rights", right)), known)
        yield from dangling("stakeholder", texts(decision.get("confirmed_by"), (*path, "confirmed_by")), known)
    for commitment, path in commitments:
        for role in ("by", "to"):
            yield from dangling("party", texts(commitment.get(role), (*path, role)), known)
        shared = mapping(commitment.get("shares"))
        yield from dangling("decision", [(shared.get("decision"), (*path, "shares", "decision"))], known)
        for event, place in items(commitment.get("events"), (*path, "events")):
            yield from dangling("party", [(event.get("by"), (*place, "by"))], known)
            yield from dangling("evidence", texts(event.get("evidence"), (*place, "evidence")), known)


def _rating_faults(document: Mapping[str, Any], framework: Framework) -> Iterator[Finding]:
    indicators = [indicator.id for indicator in framework.indicators]
    steps = [step.value for step in framework.scale.steps]
    there = {"indicator": indicators}
    rated: list[tuple[Any, Pointer]] = [(mapping(document.get("agreed")).get("ratings"), ("agreed", "ratings"))]
    for response, path in items(document.get("responses"), ("responses",)):
        rated.append((response.get("ratings"), (*path, "ratings")))
        for kind in ("comments", "evidence"):
            for indicator in mapping(response.get(kind)):
                yield from dangling("indicator", [(indicator, (*path, kind, indicator))], there)
    for ratings, path in rated:
        for indicator, rating in mapping(ratings).items():
            if indicator not in indicators:
                yield unknown("indicator", indicator, indicators, (*path, indicator))
            if is_number(rating) and rating not in steps:
                is_group = path[0] == "agreed"
                text = message("{rating} is not a step of the scale.", rating=rating if is_group else message("This"))
                yield finding_at("not-a-step", text, (*path, indicator), steps_hint(steps))


def in_case_study(document: Mapping[str, Any], framework: Framework) -> Iterator[Finding]:
    """Say which principles a case study names that its framework has not."""
    there = {"principle": [principle.id for principle in framework.principles]}
    yield from dangling("principle", texts(document.get("principles"), ("principles",)), there)
