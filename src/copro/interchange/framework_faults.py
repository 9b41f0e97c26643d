"""Whether the parts of a framework fit together."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from copro.interchange.faults import fault, ids, items, known_ids, mapping, repeated, steps_hint, texts, unknown
from copro.interchange.strict_json import Pointer
from copro.model.finding import Finding
from copro.model.values import UNDISCLOSED, is_number

NEED_TOTAL = ("overall_at_least", "each_side_at_least", "gap_at_most")
"""Requirements that, without a principle, are about overall figures."""


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
    known = {"principle": known_ids(principles), "indicator": known_ids(indicators)}
    yield from _level_faults(document, known, steps)


def _step_values(document: Mapping[str, Any]) -> list[float]:
    steps = mapping(document.get("scale")).get("steps")
    return [step["value"] for step, _ in items(steps) if is_number(step.get("value"))]


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
            needs_total = requirement.get("kind") in NEED_TOTAL and requirement.get("principle") is None
            if not has_overall and needs_total:
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
        yield fault("not-a-step", f"{step} is not a step of the scale.", (*path, "step"), steps_hint(steps))


def _contradictions(
    requirement: Mapping[str, Any], path: Pointer, level: Any, demands: dict[tuple[Any, ...], tuple[float, Any]]
) -> Iterator[Finding]:
    """Find a level that asks for less than a level below it, which can then never matter."""
    kind, value = requirement.get("kind"), requirement.get("value", requirement.get("step"))
    if not is_number(value) or not isinstance(kind, str):
        return
    named = requirement.get("indicators")
    about = requirement.get("principle") or ", ".join(sorted(right for right, _ in texts(requirement.get("rights"))))
    for subject in [name for name, _ in texts(named)] or [about if isinstance(about, str) else ""]:
        demand = value if kind != "gap_at_most" else -value
        before = demands.get((kind, subject))
        if before is not None and demand < before[0]:
            message = f"Level {level} asks for less here than level {before[1]} below it does."
            yield fault("levels-contradict", message, path, "A higher level holds only where the lower ones do.")
        if before is None or demand > before[0]:
            demands[kind, subject] = (demand, level)
