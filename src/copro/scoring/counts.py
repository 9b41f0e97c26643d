"""The ways to count voices, under all of which a level must hold."""

from collections.abc import Sequence

import attrs

from copro.model.framework import COUNTS, Count
from copro.rules.plan import Plan
from copro.scoring.answers import Row

DIRECT: frozenset[Count] = frozenset({"direct_perspectives", "direct_people"})
"""The ways that let direct voices alone speak for the community."""

BY_PERSON: frozenset[Count] = frozenset({"people", "direct_people"})
"""The ways that count each answer of a side alike."""


def heard_in(rows: Sequence[Row], count: Count) -> list[Row]:
    """The answers that one way of counting hears: services whole; of the community, perhaps direct voices alone."""
    return [row for row in rows if count not in DIRECT or row.side != "community" or row.is_direct]


def plan_for(plan: Plan, count: Count) -> Plan:
    """The plan with each perspective, or each answer, of a side counting alike."""
    return attrs.evolve(plan, is_by_person=count in BY_PERSON)


def in_order(counts: Sequence[Count], plan: Plan) -> list[Count]:
    """The ways to count: that of the policy first, because its figures are shown."""
    own: Count = "people" if plan.is_by_person else "perspectives"
    return sorted(counts, key=lambda count: (count != own, COUNTS.index(count)))
