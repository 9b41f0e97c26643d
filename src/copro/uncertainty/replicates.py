"""Levels many times over: what the rules make of many sets of answers, or of many weightings, at once.

What applies and what is known does not depend on what people said, only on who said it; so it is the
same in every replicate.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import attrs
import numpy as np
from numpy.typing import NDArray

from copro.model.framework import Framework
from copro.model.scorecard import Scorecard
from copro.rules.arrays import ARRAYS
from copro.rules.knowledge import Knowledge
from copro.rules.plan import Plan
from copro.rules.profile import Cell, Profile, profile_of
from copro.rules.ranges import ranges_of
from copro.rules.requirements import reached
from copro.scoring.answers import Answers, Row
from copro.scoring.counts import DIRECT, count_voices
from copro.scoring.levels import figures_of

Array = NDArray[np.float64]

UNKNOWN = "unknown"
"""Stands for a level that cannot be told."""


class Cells(NamedTuple):
    """What the people of one perspective said, many times over.

    Attributes:
        perspective: The perspective.
        totals: Replicates x indicators: the sum of its rescaled ratings; 0 where it rated nothing.
        counts: Replicates x indicators: how many ratings that sum is of.
    """

    perspective: str
    totals: Array
    counts: Array


def replicate_profile(said: Iterable[Cells], indicators: Sequence[str], knowledge: Knowledge, plan: Plan) -> Profile:
    """The figures of every replicate.

    Args:
        said: What each perspective said, many times over.
        indicators: The ids of the columns.
        knowledge: What applies.
        plan: The plan of the framework.

    Returns:
        Figures, one element a replicate; ``None`` where nobody rated.
    """
    cells: dict[str, dict[str, Cell]] = {name: {} for name in indicators if name in knowledge.applicable}
    for each in said:
        for column, name in enumerate(indicators):
            if name in cells and each.counts[0, column] > 0:
                cells[name][each.perspective] = Cell((each.totals[:, column],), each.counts[:, column])
    return profile_of(cells, plan, ARRAYS)


def levels_of_replicates(
    card: Scorecard,
    framework: Framework,
    rows: Sequence[Row],
    taking_part: Mapping[str, int],
    said: Mapping[bool, Sequence[Cells]],
) -> dict[str, int]:
    """How many replicates have each level, by its value; ``unknown`` where it cannot be told.

    Args:
        card: The scorecard of the answers as given.
        framework: The framework.
        rows: The answers as given.
        taking_part: How many people take part in all, by side.
        said: What each perspective said, many times over; under ``True`` by direct voices alone on
            the community's side.

    Returns:
        Counts that add up to the number of replicates.
    """
    names = [indicator.id for indicator in framework.indicators]
    heights = []
    as_given = Answers.of(rows, Plan.of(framework), taking_part)
    for count, counted in count_voices(as_given, framework.policy.level_holds_for, taking_part).items():
        profile = replicate_profile(said[count in DIRECT], names, counted.knowledge, counted.plan)
        heights.append(_heights(card, counted.plan, counted.knowledge, profile))
    return _tally(framework, heights, len(said[False][0].totals))


def levels_of_weightings(
    card: Scorecard, framework: Framework, rows: Sequence[Row], taking_part: Mapping[str, int], weights: Array
) -> dict[str, int]:
    """How many weightings of the principles give each level, by its value; ``unknown`` where it cannot be told.

    Args:
        card: The scorecard.
        framework: The framework.
        rows: The answers that count.
        taking_part: How many people take part in all, by side.
        weights: Weightings x principles: weights above 0.

    Returns:
        Counts that add up to the number of weightings.
    """
    as_given = Answers.of(rows, Plan.of(framework), taking_part)
    counts = count_voices(as_given, framework.policy.level_holds_for, taking_part)
    heights = [
        _heights(card, _weighted_by(counted.plan, weights), counted.knowledge, counted.profile)
        for counted in counts.values()
    ]
    return _tally(framework, heights, len(weights))


def _weighted_by(plan: Plan, weights: Array) -> Plan:
    principles = [p._replace(weight=column) for p, column in zip(plan.principles, weights.T, strict=True)]
    return attrs.evolve(plan, principles=principles)


def _heights(card: Scorecard, plan: Plan, knowledge: Knowledge, profile: Profile) -> tuple[Any, Any]:
    """How many levels are reached for certain, and how many no requirement rules out, in each replicate."""
    ranges = ranges_of(profile, knowledge, plan, ARRAYS)
    found = reached(plan.levels, figures_of(card, ranges, knowledge.together))
    return _count(found.certain), _count(found.possible)


def _count(flags: Sequence[Any]) -> Any:
    return sum(np.asarray(flag, dtype=int) for flag in flags)


def _tally(framework: Framework, heights: Sequence[tuple[Any, Any]], count: int) -> dict[str, int]:
    lowest, highest = (
        np.broadcast_to(np.minimum.reduce([np.broadcast_to(pair[end], count) for pair in heights]), count)
        for end in (0, 1)
    )
    told = lowest == highest
    found = {
        str(level.value): int((told & (lowest == height)).sum()) for height, level in enumerate(framework.levels, 1)
    }
    return {**found, UNKNOWN: int((~told).sum())}
