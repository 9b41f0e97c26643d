"""A framework as the arithmetic needs it: keys, weights and the rows of its requirements."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

from copro.model.framework import EVERY_PRINCIPLE, Aggregation, Framework, Policy, Requirement, Scale
from copro.model.values import MAIN_SIDES, MainSide, Side, as_tuple
from copro.rules.means import TINY


class Subject(NamedTuple):
    """What a figure is of: a principle, an indicator, or the whole."""

    principle: str | None = None
    indicator: str | None = None


WHOLE = Subject()


class RequirementRow(NamedTuple):
    """One figure that a requirement holds against a number.

    Attributes:
        level: The value of the level that asks for it.
        requirement: The requirement.
        subject: What the figure is of.
        side: Whose figure it is; ``None``: everyone's together.
        needed: The number.
    """

    level: int
    requirement: Requirement
    subject: Subject
    side: MainSide | None
    needed: float


class Weighted(NamedTuple):
    """Something that counts by a weight, or by many: an indicator, or a principle with its indicators."""

    id: str
    weight: Any
    parts: "tuple[Weighted, ...]" = ()


@attrs.frozen
class Plan:
    """The choices of a framework, worked out.

    Attributes:
        principles: Each principle with its indicators, and what each counts.
        side_of: Perspective to side.
        is_by_person: Whether each response counts once on its side, and not each perspective.
        side_weights: What each side counts in a score; ``None``: every response counts the same.
        aggregation: How principle scores become one.
        levels: The rows of each level's requirements, lowest level first.
    """

    principles: tuple[Weighted, ...] = attrs.field(converter=as_tuple)
    side_of: Mapping[str, Side]
    is_by_person: bool
    side_weights: Mapping[MainSide, float] | None
    aggregation: Aggregation | None
    levels: tuple[tuple[RequirementRow, ...], ...]

    @classmethod
    def of(cls, framework: Framework) -> "Plan":
        """Work out the plan of a framework."""
        return cls(
            principles=tuple(
                Weighted(p.id, p.weight, tuple(Weighted(i.id, i.weight) for i in p.indicators))
                for p in framework.principles
            ),
            side_of=framework.sides,
            is_by_person=framework.policy.voice.within_side == "people",
            side_weights=side_weights(framework.policy),
            aggregation=framework.policy.aggregation,
            levels=tuple(
                tuple(row for wanted in level.requires for row in _rows(level.value, wanted, framework))
                for level in framework.levels
            ),
        )


def side_weights(policy: Policy) -> Mapping[MainSide, float] | None:
    """What each side counts in a score; ``None`` where every response counts the same, whatever its side."""
    between = policy.voice.between_sides
    if between == "people":
        return None
    if between == "community":
        return MappingProxyType({"community": 1.0})
    if between == "parity":
        return MappingProxyType(dict.fromkeys(MAIN_SIDES, 1.0))
    heaviest = max(between.values())
    unit = heaviest if heaviest < TINY else 1.0
    return MappingProxyType({side: between[side] / unit for side in MAIN_SIDES if side in between})


def rescale(rating: float, scale: Scale, *, is_reversed: bool = False) -> float:
    """Place a rating on 0 to 1: (x - min) / (max - min), or 1 minus that where reversed.

    >>> from copro.model.framework import Step
    >>> rescale(3, Scale(steps=[Step(value=value, name=str(value)) for value in range(5)]))
    0.75
    """
    place = (rating - scale.lowest) / (scale.highest - scale.lowest)
    return 1 - place if is_reversed else place


def _rows(level: int, requirement: Requirement, framework: Framework) -> Iterator[RequirementRow]:
    """A row for each figure that a requirement looks at."""
    numbers = (requirement.at_least, requirement.at_most)
    needed = next((number for number in numbers if number is not None), None)
    if needed is None and requirement.at_step is not None:
        needed = rescale(requirement.at_step, framework.scale)
    sides = MAIN_SIDES if requirement.side == "each" else (requirement.side,)
    for subject in _subjects(requirement, framework):
        for side in sides:
            yield RequirementRow(level, requirement, subject, side, needed or 0.0)


def _subjects(requirement: Requirement, framework: Framework) -> list[Subject]:
    of = requirement.of
    if of is None:
        return [WHOLE]
    if of == EVERY_PRINCIPLE:
        return [Subject(principle=principle.id) for principle in framework.principles]
    return [Subject(principle=of)] if isinstance(of, str) else [Subject(indicator=name) for name in of]
