"""The same figures many times over: what the rules make of many sets of answers at once.

Which cells hold a figure never changes between replicates, so what is missing is what is missing
in the scorecard.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from copro.model.scorecard import Scorecard
from copro.model.values import SIDES, Side
from copro.rules.arrays import ARRAYS
from copro.rules.plan import WHOLE, Plan, Subject
from copro.rules.profile import Cell, gap_of, overall_of, profile_of
from copro.rules.requirements import Figures, reached
from copro.scoring.levels import figures_of

Array = NDArray[np.float64]


@attrs.frozen
class Cells:
    """What the people of one perspective said, many times over.

    Attributes:
        perspective: The perspective.
        totals: Replicates x indicators: the sum of its rescaled ratings; 0 where it rated nothing.
        counts: Replicates x indicators: how many ratings that sum is of.
    """

    perspective: str
    totals: Array
    counts: Array


@attrs.frozen
class Replicates:
    """Figures, one element a replicate; ``None`` where the scorecard has no figure.

    Attributes:
        together: Scores, of the whole, principles and indicators.
        sides: Each side's own.
        count: How many replicates there are.
    """

    together: Mapping[Subject, Any]
    sides: Mapping[Subject, Mapping[Side, Any]]
    count: int

    def gap(self, subject: Subject) -> Array | None:
        """The gap between the sides."""
        gap: Array | None = gap_of(self.sides[subject])
        return gap


def replicate_figures(said: Iterable[Cells], card: Scorecard, plan: Plan) -> Replicates:
    """Score every replicate.

    Args:
        said: What each perspective said, many times over.
        card: The scorecard of the answers as given, for what has a figure and what has not.
        plan: The plan of the framework.

    Returns:
        The figures of every replicate.
    """
    cells: dict[str, dict[str, Cell]] = {indicator.id: {} for indicator in card.indicators}
    count = 0
    for each in said:
        count = len(each.totals)
        for column, indicator in enumerate(cells):
            if each.counts[0, column] > 0:
                cells[indicator][each.perspective] = Cell((each.totals[:, column],), each.counts[:, column])
    profile = profile_of(cells, plan, ARRAYS)
    together, sides = dict(profile.together), dict(profile.sides)
    unscored = [Subject(principle=p.id) for p in card.principles if p.reason is not None]
    unscored += [Subject(indicator=i.id) for i in card.indicators if i.reason is not None]
    together.update(dict.fromkeys(unscored))
    scored = [p.id for p in card.principles if p.reason is None]
    together[WHOLE] = overall_of({p: together[Subject(principle=p)] for p in scored}, scored, plan, ARRAYS)
    sides[WHOLE] = {
        side: overall_of({p: sides[Subject(principle=p)][side] for p in over}, over, plan, ARRAYS)
        for side in SIDES
        for over in [[p.id for p in card.principles if card.counts_overall(p, side)]]
    }
    return Replicates(together, sides, count)


def level_counts(plan: Plan, card: Scorecard, replicates: Replicates) -> dict[str, int]:
    """How many replicates stop at each level, by the level's value; ``none`` below the lowest.

    What does not depend on ratings, such as coverage and promises, is as in the scorecard.
    """
    as_given = figures_of(card)
    unscored = {Subject(principle=p.id) for p in card.principles if p.reason is not None}
    figures: Figures = attrs.evolve(
        as_given,
        together=replicates.together,
        sides={s: dict.fromkeys(SIDES) if s in unscored else own for s, own in replicates.sides.items()},
    )
    holding = [_count(holds, replicates.count) for holds in reached(plan.levels, figures)]
    names = ["none", *(str(level.value) for level in card.framework.levels)]
    return dict(zip(names, _differences([replicates.count, *holding]), strict=True))


def _count(holds: object, replicates: int) -> int:
    return int(np.broadcast_to(np.asarray(holds, dtype=bool), replicates).sum())


def _differences(counts: Sequence[int]) -> list[int]:
    return [here - above for here, above in zip(counts, [*counts[1:], 0], strict=True)]
