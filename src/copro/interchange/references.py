"""Whether the ids of a document point somewhere, and whether its parts fit together.

Works on documents as they are read, whatever their shape, so that faults of reference are told
beside faults of form; what has the wrong shape is left to the schema.
"""

import datetime as dt
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from copro.interchange.strict_json import Pointer, pointer_text
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.promises import EVENTS, Act, People, follow
from copro.model.suggest import nearest
from copro.model.values import UNDISCLOSED, is_number

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DATE_KEYS = frozenset({"date", "start", "end", "due_on", "valid_until"})


def fault(code: str, message: str, path: Pointer, hint: str | None = None) -> Finding:
    """Make an error at a place."""
    return Finding(code=code, message=message, hint=hint, pointer=pointer_text(path))


def mapping(value: Any) -> Mapping[str, Any]:
    """The value, where it is an object; else an empty one."""
    return value if isinstance(value, Mapping) else {}


def items(value: Any, path: Pointer = ()) -> Iterator[tuple[Mapping[str, Any], Pointer]]:
    """The objects of a list, each with its place."""
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, Mapping):
            yield item, (*path, index)


def texts(value: Any, path: Pointer = ()) -> Iterator[tuple[str, Pointer]]:
    """The strings of a list, each with its place."""
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, str):
            yield item, (*path, index)


def unknown(kind: str, word: str, known: Iterable[str], path: Pointer) -> Finding:
    """Make the error that an id points nowhere, with what may have been meant."""
    guess = nearest(word, known)
    hint = f"Did you mean {guess!r}?" if guess else None
    return fault(f"unknown-{kind}", f"There is no {kind.replace('-', ' ')} {word!r}.", path, hint)


def repeated(kind: str, named: Iterable[tuple[Any, Pointer]]) -> Iterator[Finding]:
    """Make an error at each id that was there before."""
    seen: set[str] = set()
    for name, path in named:
        if isinstance(name, str) and name in seen:
            yield fault("duplicate-id", f"Another {kind} has the id {name!r} already.", path, "Give each its own id.")
        elif isinstance(name, str):
            seen.add(name)


def ids(objects: Iterable[tuple[Mapping[str, Any], Pointer]]) -> list[tuple[Any, Pointer]]:
    """The ids of objects, each with its place."""
    return [(item.get("id"), (*path, "id")) for item, path in objects]


def impossible_dates(value: Any, path: Pointer = ()) -> Iterator[Finding]:
    """Make an error at each date that no calendar has."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from impossible_dates(item, (*path, index))
    for key, item in mapping(value).items():
        if key == "extra":
            continue
        if key in DATE_KEYS and isinstance(item, str) and DATE.fullmatch(item):
            try:
                dt.date.fromisoformat(item)
            except ValueError:
                yield fault("bad-date", f"There is no day {item}.", (*path, key))
        else:
            yield from impossible_dates(item, (*path, key))


def in_framework(document: Mapping[str, Any]) -> Iterator[Finding]:
    """Say every fault of reference and sense in a framework document."""
    principles = list(items(document.get("principles"), ("principles",)))
    indicators = [
        (indicator, place)
        for principle, path in principles
        for indicator, place in items(principle.get("indicators"), (*path, "indicators"))
    ]
    perspectives = list(items(document.get("perspectives"), ("perspectives",)))
    yield from repeated("principle", ids(principles))
    yield from repeated("indicator", ids(indicators))
    yield from repeated("perspective", ids(perspectives))
    steps = _step_values(document)
    for index, (lower, higher) in enumerate(itertools.pairwise(steps)):
        if higher <= lower:
            message = f"Step {higher} does not rise above the step before it, {lower}."
            yield fault("steps-not-rising", message, ("scale", "steps", index + 1, "value"))
    for indicator, path in indicators:
        descriptors = indicator.get("descriptors")
        if isinstance(descriptors, list) and descriptors and len(descriptors) != len(steps):
            message = f"There are {len(descriptors)} descriptors for {len(steps)} steps."
            yield fault("descriptors-mismatch", message, (*path, "descriptors"), "Write one a step, or none.")
    yield from _perspective_faults(document, perspectives)
    known = {"principle": _known(principles), "indicator": _known(indicators)}
    yield from _level_faults(document, known, steps)


def _step_values(document: Mapping[str, Any]) -> list[float]:
    steps = mapping(document.get("scale")).get("steps")
    return [step["value"] for step, _ in items(steps) if is_number(step.get("value"))]


def _known(objects: Iterable[tuple[Mapping[str, Any], Pointer]]) -> list[str]:
    return [item["id"] for item, _ in objects if isinstance(item.get("id"), str)]


def _perspective_faults(
    document: Mapping[str, Any], perspectives: Sequence[tuple[Mapping[str, Any], Pointer]]
) -> Iterator[Finding]:
    for perspective, path in perspectives:
        if perspective.get("id") == UNDISCLOSED:
            yield fault("reserved-id", f"The id {UNDISCLOSED!r} is built in.", (*path, "id"), "Choose another id.")
        if perspective.get("direct") is True and perspective.get("side") != "community":
            message = "Only a perspective on the community's side can be direct."
            yield fault("direct-not-community", message, (*path, "direct"))
    required = mapping(document.get("policy")).get("required_sides", ["community", "service"])
    for side, _ in texts(required):
        on_side = [perspective for perspective, _ in perspectives if perspective.get("side") == side]
        if side == "community" and on_side and not any(perspective.get("direct") for perspective in on_side):
            message = (
                "The community's side is required, but no perspective on it is direct, so it can never have answered."
            )
            yield fault(
                "no-direct-perspective", message, ("perspectives",), 'Mark who lives with the issue: "direct": true.'
            )
        elif side in {"community", "service"} and not on_side:
            message = f"The {side} side is required, but no perspective stands on it."
            yield fault("side-without-perspective", message, ("perspectives",), "Add one, or change required_sides.")


def _level_faults(
    document: Mapping[str, Any], known: Mapping[str, Sequence[str]], steps: Sequence[float]
) -> Iterator[Finding]:
    has_overall = mapping(document.get("policy")).get("aggregation", "arithmetic") is not None
    levels = list(items(document.get("levels"), ("levels",)))
    last: float | None = None
    demands: dict[tuple[Any, ...], tuple[float, Any]] = {}
    for index, (level, path) in enumerate(levels):
        value, requires = level.get("value"), level.get("requires", [])
        if isinstance(value, int | float):
            if last is not None and value <= last:
                message = f"Level {value} does not rise above the level before it, {last}."
                yield fault("levels-not-rising", message, (*path, "value"), "Write levels lowest first.")
            last = value
        if index == 0 and requires:
            message = "The lowest level must require nothing, so that every scored assessment has a level."
            yield fault("lowest-level-requires", message, (*path, "requires"))
        if index > 0 and not requires:
            message = "This level requires nothing beyond the level below, so nobody can be on that one."
            yield fault("levels-contradict", message, path)
        for requirement, place in items(requires, (*path, "requires")):
            yield from _requirement_faults(requirement, place, known, steps)
            if not has_overall and requirement.get("kind") == "overall_at_least":
                message = "This framework has no overall score: its aggregation is null."
                yield fault("no-overall", message, place)
            yield from _contradictions(requirement, place, value, demands)


def _requirement_faults(
    requirement: Mapping[str, Any], path: Pointer, known: Mapping[str, Sequence[str]], steps: Sequence[float]
) -> Iterator[Finding]:
    principle = requirement.get("principle")
    if isinstance(principle, str) and principle not in known["principle"]:
        yield unknown("principle", principle, known["principle"], (*path, "principle"))
    for indicator, place in texts(requirement.get("indicators"), (*path, "indicators")):
        if indicator not in known["indicator"]:
            yield unknown("indicator", indicator, known["indicator"], place)
    step = requirement.get("step")
    if is_number(step) and step not in steps:
        yield fault("not-a-step", f"{step} is not a step of the scale.", (*path, "step"), _steps_hint(steps))


def _contradictions(
    requirement: Mapping[str, Any], path: Pointer, level: Any, demands: dict[tuple[Any, ...], tuple[float, Any]]
) -> Iterator[Finding]:
    """Find a level that asks for less than a level below it, which can then never matter."""
    kind, value = requirement.get("kind"), requirement.get("value", requirement.get("step"))
    if not is_number(value) or not isinstance(kind, str):
        return
    named = requirement.get("indicators")
    about = requirement.get("principle")
    for subject in [name for name, _ in texts(named)] or [about if isinstance(about, str) else ""]:
        demand = value if kind != "gap_at_most" else -value
        before = demands.get((kind, subject))
        if before is not None and demand < before[0]:
            message = f"Level {level} asks for less here than level {before[1]} below it does."
            yield fault("levels-contradict", message, path, "A higher level holds only where the lower ones do.")
        if before is None or demand > before[0]:
            demands[kind, subject] = (demand, level)


def _steps_hint(steps: Iterable[float]) -> str:
    return f"The steps are {', '.join(map(str, steps))}."


def in_assessment(document: Mapping[str, Any], framework: Framework | None) -> Iterator[Finding]:
    """Say every fault of reference and sense in an assessment document.

    Without its framework, only what the document says of itself can be checked.
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
        yield fault("period-reversed", "The period ends before it starts.", ("period", "end"))
    known = {
        "stakeholder": _known(stakeholders),
        "evidence": _known(evidence),
        "decision": _known(decisions),
        "party": [*_known(stakeholders), *(p.id for p in framework.perspectives)] if framework else None,
    }
    yield from _response_faults(document, known)
    yield from _power_faults(decisions, commitments, known)
    yield from _promise_faults(commitments, stakeholders, known["party"])
    if framework is not None:
        yield from _stakeholder_faults(stakeholders, framework)
        yield from _rating_faults(document, framework)


def _stakeholder_faults(
    stakeholders: Iterable[tuple[Mapping[str, Any], Pointer]], framework: Framework
) -> Iterator[Finding]:
    perspectives = [perspective.id for perspective in framework.perspectives]
    for stakeholder, path in stakeholders:
        name, perspective = stakeholder.get("id"), stakeholder.get("perspective")
        if isinstance(perspective, str) and perspective not in (*perspectives, UNDISCLOSED):
            yield unknown("perspective", perspective, (*perspectives, UNDISCLOSED), (*path, "perspective"))
        if isinstance(name, str) and name in perspectives:
            message = f"{name!r} is the id of a perspective, so it cannot be a stakeholder's."
            yield fault("id-clash", message, (*path, "id"), "Choose another id.")


def _response_faults(document: Mapping[str, Any], known: Mapping[str, Sequence[str] | None]) -> Iterator[Finding]:
    answered: Counter[str] = Counter()
    for response, path in items(document.get("responses"), ("responses",)):
        name = response.get("stakeholder")
        if isinstance(name, str):
            answered[name] += 1
            if name not in (known["stakeholder"] or ()):
                yield unknown("stakeholder", name, known["stakeholder"] or (), (*path, "stakeholder"))
            if answered[name] > 1:
                message = f"{name!r} has a response already."
                hint = "Keep one response a stakeholder; another occasion is another assessment."
                yield fault("duplicate-response", message, path, hint)
        for indicator, listed in mapping(response.get("evidence")).items():
            yield from _dangling("evidence", texts(listed, (*path, "evidence", indicator)), known)
        for decision in mapping(response.get("participation")):
            yield from _dangling("decision", [(decision, (*path, "participation", decision))], known)


def _dangling(
    kind: str, named: Iterable[tuple[Any, Pointer]], known: Mapping[str, Sequence[str] | None]
) -> Iterator[Finding]:
    """Make an error at each id that points nowhere."""
    there = known[kind]
    for name, path in named:
        if there is not None and isinstance(name, str) and name not in there:
            yield unknown(kind, name, there, path)


def _promise_faults(
    commitments: Iterable[tuple[Mapping[str, Any], Pointer]],
    stakeholders: Iterable[tuple[Mapping[str, Any], Pointer]],
    parties: Sequence[str] | None,
) -> Iterator[Finding]:
    """Follow each commitment's events.

    One whose shape the schema faults is left to the schema; a party that nobody knows is told once.
    """
    named = [stakeholder for stakeholder, _ in stakeholders if isinstance(stakeholder.get("id"), str)]
    people = People(
        {s["id"]: s["perspective"] for s in named if isinstance(s.get("perspective"), str)},
        {s["id"]: str(s["organisation"]) for s in named if s.get("organisation")},
    )
    for commitment, path in commitments:
        events = list(items(commitment.get("events"), (*path, "events")))
        if not all(event.get("event") in EVENTS for event, _ in events if isinstance(event.get("event"), str)):
            continue
        acts = [
            Act(event=e["event"], date=e["date"], by=e["by"], has_reason=bool(e.get("reason")))
            for e, _ in events
            if all(isinstance(e.get(key), str) for key in ("event", "date", "by"))
        ]
        if len(acts) < len(events):
            continue
        by, to = ([party for party, _ in texts(commitment.get(role))] for role in ("by", "to"))
        for act, (_, place), (_, found) in zip(acts, events, follow(acts, by, to, people), strict=True):
            if found is not None and not (found.field == "by" and parties is not None and act.by not in parties):
                yield fault(found.code, found.message, (*place, found.field) if found.field else place)


def _power_faults(
    decisions: Iterable[tuple[Mapping[str, Any], Pointer]],
    commitments: Iterable[tuple[Mapping[str, Any], Pointer]],
    known: Mapping[str, Sequence[str] | None],
) -> Iterator[Finding]:
    for decision, path in decisions:
        for right, parties in mapping(decision.get("rights")).items():
            yield from _dangling("party", texts(parties, (*path, "rights", right)), known)
        yield from _dangling("stakeholder", texts(decision.get("confirmed_by"), (*path, "confirmed_by")), known)
    for commitment, path in commitments:
        for role in ("by", "to"):
            yield from _dangling("party", texts(commitment.get(role), (*path, role)), known)
        shared = mapping(commitment.get("shares"))
        yield from _dangling("decision", [(shared.get("decision"), (*path, "shares", "decision"))], known)
        for event, place in items(commitment.get("events"), (*path, "events")):
            yield from _dangling("party", [(event.get("by"), (*place, "by"))], known)
            yield from _dangling("evidence", texts(event.get("evidence"), (*place, "evidence")), known)


def _rating_faults(document: Mapping[str, Any], framework: Framework) -> Iterator[Finding]:
    indicators = [indicator.id for principle in framework.principles for indicator in principle.indicators]
    steps = [step.value for step in framework.scale.steps]
    there = {"indicator": indicators}
    rated: list[tuple[Any, Pointer]] = [(mapping(document.get("agreed")).get("ratings"), ("agreed", "ratings"))]
    for response, path in items(document.get("responses"), ("responses",)):
        rated.append((response.get("ratings"), (*path, "ratings")))
        for kind in ("comments", "evidence"):
            for indicator in mapping(response.get(kind)):
                yield from _dangling("indicator", [(indicator, (*path, kind, indicator))], there)
    for ratings, path in rated:
        for indicator, rating in mapping(ratings).items():
            if indicator not in indicators:
                yield unknown("indicator", indicator, indicators, (*path, indicator))
            if is_number(rating) and rating not in steps:
                hint = _steps_hint(steps)
                yield fault("not-a-step", f"{rating} is not a step of the scale.", (*path, indicator), hint)


def in_case_study(document: Mapping[str, Any], framework: Framework) -> Iterator[Finding]:
    """Say which principles a case study names that its framework has not."""
    there = {"principle": [principle.id for principle in framework.principles]}
    yield from _dangling("principle", texts(document.get("principles"), ("principles",)), there)
