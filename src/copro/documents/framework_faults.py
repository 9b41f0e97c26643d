"""Whether the parts of a framework fit together."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from copro.documents.faults import (
    descriptor_faults,
    ids,
    indicators_in,
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
from copro.model.framework import EVERY_PRINCIPLE, Measure
from copro.model.values import MAIN_SIDES, UNDISCLOSED, is_number

NEED_TOTAL = (Measure.SCORE, Measure.GAP)
"""Measures that, of the whole, are about overall figures."""


def in_framework(document: Mapping[str, Any]) -> Iterator[Finding]:
    """Say every fault of reference and sense in a framework document."""
    principles = list(items(document.get("principles"), ("principles",)))
    indicators = indicators_in(principles)
    perspectives = list(items(document.get("perspectives"), ("perspectives",)))
    yield from repeated("principle", ids(principles))
    yield from repeated("indicator", ids(indicators))
    yield from repeated("perspective", ids(perspectives))
    steps = _step_values(document)
    for index, (lower, higher) in enumerate(itertools.pairwise(steps)):
        if higher <= lower:
            told = message("Step {step} does not rise above the step before it, {before}.", step=higher, before=lower)
            yield finding_at("steps-not-rising", told, ("scale", "steps", index + 1, "value"))
    for indicator, path in indicators:
        yield from descriptor_faults(indicator, path, len(steps))
        yield from _idea_faults(indicator, path, steps)
    yield from _perspective_faults(document, perspectives)
    known = {"principle": known_ids(principles), "indicator": known_ids(indicators)}
    yield from _level_faults(document, known, steps)
    yield from _unreachable(document, perspectives)


def _unreachable(
    document: Mapping[str, Any], perspectives: Sequence[tuple[Mapping[str, Any], Pointer]]
) -> Iterator[Finding]:
    """Find what asks for a side that nobody can stand on."""
    peopled = [perspective.get("side") for perspective, _ in perspectives]  # a damaged one may hold what no set can
    for side in MAIN_SIDES:
        if side in peopled or not perspectives:
            continue
        people = mapping(mapping(document.get("policy")).get("minimum_people"))
        if is_number(people.get(side)) and people[side] > 0:
            told = message("People are needed on the {side} side, but no perspective stands on it.", side=side)
            hint = message("Add a perspective on that side, or leave the number out.")
            yield finding_at("level-unreachable", told, ("policy", "minimum_people", side), hint)
        for level, path in items(document.get("levels"), ("levels",)):
            for requirement, place in items(level.get("requires"), (*path, "requires")):
                if side in _sides_of(requirement):
                    told = message(
                        "Level {level} can never be reached: it asks about the {side} side, "
                        "but no perspective stands on it.",
                        level=level.get("value"),
                        side=side,
                    )
                    hint = message("Add a perspective on that side, or ask for something else.")
                    yield finding_at("level-unreachable", told, place, hint)


def _step_values(document: Mapping[str, Any]) -> list[float]:
    steps = mapping(document.get("scale")).get("steps")
    return [step["value"] for step, _ in items(steps) if is_number(step.get("value"))]


def _idea_faults(indicator: Mapping[str, Any], path: Pointer, steps: Sequence[float]) -> Iterator[Finding]:
    """Find ideas that start where nothing comes next, or that start where another one does, in the same case."""
    best = (min if indicator.get("reversed") is True else max)(steps, default=None)
    seen: list[tuple[Any, Any]] = []
    for idea, place in items(indicator.get("next"), (*path, "next")):
        step, case = idea.get("from"), idea.get("when")
        if is_number(step) and step not in steps:
            told = message("{rating} is not a step of the scale.", rating=step)
            yield finding_at("not-a-step", told, (*place, "from"), steps_hint(steps))
        elif is_number(step) and step == best:
            told = message("Nothing comes after step {step}, so no idea can start there.", step=step)
            yield finding_at("not-a-step", told, (*place, "from"), steps_hint(steps))
        if (step, case) in seen:
            told = message("There is another idea from step {step}, for the same case.", step=step)
            hint = message("Keep one, or say with 'when' in which case each is meant.")
            yield finding_at("repeated-item", told, place, hint)
        seen.append((step, case))


def _perspective_faults(
    document: Mapping[str, Any], perspectives: Sequence[tuple[Mapping[str, Any], Pointer]]
) -> Iterator[Finding]:
    for perspective, path in perspectives:
        if perspective.get("id") == UNDISCLOSED:
            told = message("The id {id!r} is built in.", id=UNDISCLOSED)
            yield finding_at("reserved-id", told, (*path, "id"), message("Choose another id."))
        if perspective.get("direct") is True and perspective.get("side") != "community":
            told = message("Only a perspective on the community's side can be direct.")
            yield finding_at("direct-not-community", told, (*path, "direct"))
    required = mapping(document.get("policy")).get("required_sides", ["community", "service"])
    for side, _ in texts(required):
        on_side = [perspective for perspective, _ in perspectives if perspective.get("side") == side]
        if side == "community" and on_side and not any(perspective.get("direct") for perspective in on_side):
            told = message(
                "The community's side is required, but no perspective on it is direct, so it can never have answered."
            )
            hint = message('Mark who lives with the issue: "direct": true.')
            yield finding_at("no-direct-perspective", told, ("perspectives",), hint)
        elif side in {"community", "service"} and not on_side:
            told = message("The {side} side is required, but no perspective stands on it.", side=side)
            hint = message("Add one, or change required_sides.")
            yield finding_at("side-without-perspective", told, ("perspectives",), hint)


def _level_faults(
    document: Mapping[str, Any], known: Mapping[str, Sequence[str]], steps: Sequence[float]
) -> Iterator[Finding]:
    has_overall = mapping(document.get("policy")).get("aggregation", "arithmetic") is not None
    levels = list(items(document.get("levels"), ("levels",)))
    last: float | None = None
    demands: Demands = {}
    for index, (level, path) in enumerate(levels):
        value, requires = level.get("value"), level.get("requires", [])
        if isinstance(value, int | float):
            if last is not None and value <= last:
                told = message(
                    "Level {level} does not rise above the level before it, {before}.", level=value, before=last
                )
                yield finding_at("levels-not-rising", told, (*path, "value"), message("Write levels lowest first."))
            last = value
        if index == 0 and requires:
            told = message("The lowest level must require nothing, so that every scored assessment has a level.")
            yield finding_at("lowest-level-requires", told, (*path, "requires"))
        if index > 0 and not requires:
            told = message("This level requires nothing beyond the level below, so nobody can be on that one.")
            yield finding_at("levels-contradict", told, path)
        if index > 0 and requires and all(_is_implied(requirement, demands) for requirement, _ in items(requires)):
            told = message(
                "Level {level} asks for nothing that the levels below do not ask already, "
                "so nobody can be on the level just below it.",
                level=value,
            )
            yield finding_at(
                "levels-contradict", told, (*path, "requires"), message("Ask for more here, or drop a level.")
            )
        for requirement, place in items(requires, (*path, "requires")):
            yield from _requirement_faults(requirement, place, known, steps)
            needs_total = requirement.get("measure") in NEED_TOTAL and requirement.get("of") is None
            if not has_overall and needs_total:
                told = message("This framework has no overall score: its aggregation is null.")
                yield finding_at("no-overall", told, place)
            yield from _contradictions(requirement, place, value, demands)


def _requirement_faults(
    requirement: Mapping[str, Any], path: Pointer, known: Mapping[str, Sequence[str]], steps: Sequence[float]
) -> Iterator[Finding]:
    yield from unknown_subjects(requirement, path, known)
    step = requirement.get("at_step")
    if is_number(step) and step not in steps:
        told = message("{rating} is not a step of the scale.", rating=step)
        yield finding_at("not-a-step", told, (*path, "at_step"), steps_hint(steps))


def unknown_subjects(
    requirement: Mapping[str, Any], path: Pointer, known: Mapping[str, Sequence[str]]
) -> Iterator[Finding]:
    """Find principles and indicators that a requirement is of and that are not there."""
    of = requirement.get("of")
    if isinstance(of, str) and of != EVERY_PRINCIPLE and of not in known["principle"]:
        yield unknown("principle", of, known["principle"], (*path, "of"))
    for indicator, place in texts(of, (*path, "of")) if isinstance(of, list) else ():
        if indicator not in known["indicator"]:
            yield unknown("indicator", indicator, known["indicator"], place)


def _sides_of(requirement: Mapping[str, Any]) -> tuple[str, ...]:
    """The sides whose own figures a requirement looks at."""
    side = requirement.get("side")
    if side == "each" or requirement.get("measure") == Measure.GAP:
        return MAIN_SIDES
    return (side,) if isinstance(side, str) else ()


Demands = dict[tuple[Any, ...], tuple[float, Any]]
"""What levels so far ask for, by what is measured: how much, and the level that asks for it."""


NUMBERS = ("at_least", "at_most", "at_step")
"""The properties of a requirement that hold its number."""


def _demanded(requirement: Mapping[str, Any]) -> Iterator[tuple[tuple[Any, ...], float]]:
    """What a requirement measures, and how much it asks for; nothing where its shape is wrong."""
    number = next((key for key in NUMBERS if key in requirement), "")
    value: Any = requirement.get(number)
    of = requirement.get("of")
    if not is_number(value):
        return
    rights = sorted(right for right, _ in texts(requirement.get("rights")))
    rest = [requirement.get(key) for key in ("measure", "side")] + [number, *rights]
    least = (requirement.get("minimum", 1), requirement.get("when_none", "fail"))
    for subject in [name for name, _ in texts(of)] if isinstance(of, list) else [of]:
        yield (str(subject), *map(str, (*rest, *least))), -value if number == "at_most" else value


def _is_implied(requirement: Mapping[str, Any], demands: Demands) -> bool:
    """Whether the levels below ask for just this already; one that asks for less contradicts them."""
    asked = list(_demanded(requirement))
    return bool(asked) and all(
        (subject in demands and demands[subject][0] == demand)
        or (_is_of_the_whole(requirement) and demands.get((EVERY_PRINCIPLE, *subject[1:]), (0.0,))[0] >= demand > 0)
        for subject, demand in asked
    )


def _is_of_the_whole(requirement: Mapping[str, Any]) -> bool:
    """Whether this is the one requirement that every principle's score lifts as well."""
    return requirement.get("measure") == Measure.SCORE and not {"of", "side"} & set(requirement)


def _contradictions(requirement: Mapping[str, Any], path: Pointer, level: Any, demands: Demands) -> Iterator[Finding]:
    """Find a level that asks for less than a level below it, which can then never matter."""
    for subject, demand in _demanded(requirement):
        before = demands.get(subject)
        if before is not None and demand < before[0]:
            told = message(
                "Level {level} asks for less here than level {lower} below it does.", level=level, lower=before[1]
            )
            yield finding_at(
                "levels-contradict", told, path, message("A higher level holds only where the lower ones do.")
            )
        if before is None or demand > before[0]:
            demands[subject] = (demand, level)
