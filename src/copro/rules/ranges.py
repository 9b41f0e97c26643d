"""Where a figure may lie: a known one is what it is, an unknown one may lie anywhere on the scale."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from copro.model.values import MAIN_SIDES, SIDES, Side
from copro.rules.knowledge import Knowledge
from copro.rules.means import aggregate
from copro.rules.plan import WHOLE, Plan, Subject
from copro.rules.profile import Profile, join_sides
from copro.rules.reducers import NUMBERS, Reducer


class Range(NamedTuple):
    """The least and the greatest that a figure may be."""

    least: Any
    greatest: Any


ANYWHERE = Range(0.0, 1.0)


class Ranges(NamedTuple):
    """Where figures may lie.

    Attributes:
        applicable: The ids of the principles that apply.
        together: The figures of everyone together.
        sides: Each side's own; a side that need not answer, and does not know, has none.
    """

    applicable: Collection[str]
    together: Mapping[Subject, Range]
    sides: Mapping[Subject, Mapping[Side, Range]]


def ranges_of(profile: Profile, knowledge: Knowledge, plan: Plan, by: Reducer = NUMBERS) -> Ranges:
    """Say where each figure may lie.

    Bounds from single answers would tell these, and blank forms would move them. So an unknown
    figure of a side may lie anywhere. Each join of figures then has a least value, with all that is
    unknown at the bottom, and a greatest, with all of it at the top.

    Args:
        profile: What was rated.
        knowledge: What applies and is known.
        plan: The plan of the framework.
        by: How figures are joined.

    Returns:
        The ranges of the whole, and of every principle and indicator that applies.
    """
    sides: dict[Subject, Mapping[Side, Range]] = {}
    together: dict[Subject, Range] = {}
    applicable = [p for p in plan.principles if any(i.id in knowledge.applicable for i in p.parts)]
    for principle in applicable:
        parts = [Subject(indicator=i.id) for i in principle.parts if i.id in knowledge.applicable]
        for subject in (Subject(principle=principle.id), *parts):
            sides[subject] = own = _sides(subject, profile, knowledge, plan)
            together[subject] = _together(subject, own, profile, knowledge, plan)
    whole = [(together[Subject(principle=p.id)], p.weight) for p in applicable]
    together[WHOLE] = _joined(whole, plan, by)
    sides[WHOLE] = {}
    for side in SIDES:
        own_ranges = [(sides[Subject(principle=p.id)].get(side), p.weight) for p in applicable]
        there = [(one, weight) for one, weight in own_ranges if one is not None]
        sides[WHOLE] = {**sides[WHOLE], **({side: _joined(there, plan, by)} if there else {})}
    return Ranges([p.id for p in applicable], together, sides)


def _sides(subject: Subject, profile: Profile, knowledge: Knowledge, plan: Plan) -> dict[Side, Range]:
    known, figures = knowledge.known[subject], profile.sides[subject]
    own = {side: Range(figures[side], figures[side]) for side in SIDES if side in known}
    return {**dict.fromkeys(plan.required_sides, ANYWHERE), **own}


def _together(
    subject: Subject, sides: Mapping[Side, Range], profile: Profile, knowledge: Knowledge, plan: Plan
) -> Range:
    if plan.side_weights is None:
        figure = profile.together[subject]
        return Range(figure, figure) if subject in knowledge.together else ANYWHERE
    ends = [
        join_sides({side: sides[side][end] if side in sides else None for side in MAIN_SIDES}, None, plan)
        for end in (0, 1)
    ]
    return ANYWHERE if any(end is None for end in ends) else Range(*ends)


def _joined(ranges: Collection[tuple[Range, Any]], plan: Plan, by: Reducer) -> Range:
    """The range of an aggregate: of all the least, and of all the greatest."""
    ends = [aggregate(plan.aggregation, [(one[end], weight) for one, weight in ranges], by) for end in (0, 1)]
    return ANYWHERE if ends[0] is None else Range(*ends)


def gap_range(sides: Mapping[Side, Range]) -> tuple[Range, Range]:
    """How far services may be above the community, and how far the community above services.

    >>> gap_range({"community": Range(0.25, 0.25), "service": ANYWHERE})
    (Range(least=-0.25, greatest=0.75), Range(least=-0.75, greatest=0.25))
    """
    community, service = (sides.get(side, ANYWHERE) for side in MAIN_SIDES)
    above = Range(service.least - community.greatest, service.greatest - community.least)
    return above, Range(community.least - service.greatest, community.greatest - service.least)
