"""The same figures many times over: scoring as arrays, one row a replicate.

What :mod:`copro.scoring.principles` and :mod:`copro.scoring.overall` work out for one set of
answers is worked out here for many sets of perspective values at once. Which cells hold a figure
never changes between replicates, so what is missing is what is missing in the scorecard.
"""

from collections.abc import Collection, Mapping, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from copro.model.framework import Aggregation, Framework, Policy, Scale
from copro.model.scorecard import Overall, PrincipleScore, Scorecard
from copro.model.values import MAIN_SIDES, SIDES, FrozenMap, MainSide, Side
from copro.scoring.power import shared_over
from copro.scoring.promises import kept_over

Array = NDArray[np.float64]


@attrs.frozen
class Cells:
    """What the people of one perspective said, many times over.

    Attributes:
        side: The side it stands on.
        totals: Replicates x indicators: the sum of its rescaled ratings; 0 where it rated nothing.
        counts: Replicates x indicators: how many ratings that sum is of.
    """

    side: Side
    totals: Array
    counts: Array


@attrs.frozen
class Replicates:
    """Figures, one row a replicate; a column of NaN where the scorecard has no figure.

    Attributes:
        indicators: Replicates x indicators: scores.
        principles: Replicates x principles: scores.
        sides: Side to replicates x principles: the side's own scores.
        overall: Replicates: the overall score.
        overall_sides: Side to replicates: the side's overall figure.
    """

    indicators: Array
    principles: Array
    sides: Mapping[Side, Array]
    overall: Array
    overall_sides: Mapping[Side, Array]


def replicate_figures(cells: Sequence[Cells], card: Scorecard, framework: Framework) -> Replicates:
    """Score every replicate by the framework's policy.

    Args:
        cells: What each perspective said, many times over.
        card: The scorecard of the answers as given, for what has a figure and what has not.
        framework: The framework.

    Returns:
        The figures of every replicate.
    """
    policy, shape = framework.policy, cells[0].totals.shape
    values = {side: _side_values([c for c in cells if c.side == side], policy, shape) for side in SIDES}
    pooled = _mean_where(sum(c.totals for c in cells), sum(c.counts for c in cells))
    weights = [np.array([i.weight for i in p.indicators], dtype=float) for p in framework.principles]
    spans = np.cumsum([0, *map(len, weights)])

    def by_principle(of_indicators: Array) -> Array:
        columns = [
            _weighted(of_indicators[:, start:stop], weight)
            for start, stop, weight in zip(spans, spans[1:], weights, strict=False)
        ]
        return np.column_stack(columns)

    sides = {side: by_principle(values[side]) for side in SIDES}
    principles = _combine(sides, by_principle(pooled), policy)
    scored = np.array([p.reason is None for p in card.principles])
    principles[:, ~scored] = np.nan
    indicators = _combine(values, pooled, policy)
    unscored = [indicator.reason is not None for indicator in card.indicators]
    indicators[:, np.array(unscored)] = np.nan
    importance = np.array([p.weight for p in framework.principles], dtype=float)
    return Replicates(
        indicators=indicators,
        principles=principles,
        sides=sides,
        overall=aggregate_rows(policy.aggregation, principles, importance),
        overall_sides={side: _side_overall(card, sides[side], side, policy.aggregation, importance) for side in SIDES},
    )


def aggregate_rows(method: Aggregation | None, figures: Array, weights: Array) -> Array:
    """Join figures row by row by a policy's aggregation, leaving out columns of NaN.

    Args:
        method: The aggregation; ``None`` for a profile without a total.
        figures: Rows x principles: figures from 0 to 1, or NaN throughout a column.
        weights: Principles, or rows x principles: weights above 0.

    Returns:
        Rows: figures from 0 to 1; NaN where there is no method or no figure.
    """
    there = ~np.isnan(figures[0])
    rows = max(len(figures), len(np.atleast_2d(weights)))
    if method is None or not there.any():
        return np.full(rows, np.nan)
    shown, counted = figures[:, there], np.atleast_2d(weights)[:, there]
    if method == "minimum":
        return np.broadcast_to(shown.min(axis=1), rows).copy()
    total = counted.sum(axis=1)
    with np.errstate(divide="ignore"):
        if method == "geometric":
            joined: Array = np.exp((counted * np.log(shown)).sum(axis=1) / total)
        elif method == "harmonic":
            joined = total / (counted / shown).sum(axis=1)
        else:
            joined = (counted * shown).sum(axis=1) / total
    return joined


def _side_values(cells: Sequence[Cells], policy: Policy, shape: tuple[int, ...]) -> Array:
    """Replicates x indicators: a side's values, each perspective or each response counting once."""
    if not cells:
        return np.full(shape, np.nan)
    if policy.voice.within_side == "people":
        return _mean_where(sum(c.totals for c in cells), sum(c.counts for c in cells))
    values = [_mean_where(c.totals, c.counts) for c in cells]
    rated = [~np.isnan(value) for value in values]
    return _mean_where(sum(map(np.nan_to_num, values)), sum(there.astype(float) for there in rated))


def _mean_where(totals: Array | int, counts: Array | int) -> Array:
    """Totals over counts; NaN where nothing was counted."""
    empty = np.full(np.shape(totals), np.nan)
    found: Array = np.divide(totals, counts, out=empty, where=np.asarray(counts) > 0)
    return found


def _weighted(values: Array, weights: Array) -> Array:
    """Rows: the weighted mean over the columns that hold figures."""
    there = ~np.isnan(values[0])
    if not there.any():
        return np.full(len(values), np.nan)
    found: Array = (values[:, there] * weights[there]).sum(axis=1) / weights[there].sum()
    return found


def _combine(sides: Mapping[Side, Array], pooled: Array, policy: Policy) -> Array:
    """Join the sides column by column, as :func:`copro.scoring.principles.combine` does."""
    between = policy.voice.between_sides
    if between == "people":
        return pooled.copy()
    if between == "community":
        return sides["community"].copy()
    weights: Mapping[str, float] = dict.fromkeys(MAIN_SIDES, 1.0) if between == "parity" else FrozenMap(between)
    heard = [
        (np.nan_to_num(sides[side]), (~np.isnan(sides[side])) * weights[side]) for side in MAIN_SIDES if side in weights
    ]
    return _mean_where(sum(figure * weight for figure, weight in heard), sum(weight for _, weight in heard))


def _side_overall(card: Scorecard, scores: Array, side: Side, method: Aggregation | None, weights: Array) -> Array:
    """Replicates: a side's overall figure, over the same principles as in the scorecard."""
    over = [card.counts_overall(principle, side) for principle in card.principles]
    return aggregate_rows(method, np.where(over, scores, np.nan), weights)


class ReplicateFigures:
    """The figures of many replicates, for requirements to be held against all at once."""

    def __init__(self, replicates: Replicates, card: Scorecard, scale: Scale) -> None:
        self.scale = scale
        self.applicable: Sequence[str] = [p.id for p in card.principles if p.reason != "not_applicable"]
        self._replicates = replicates
        self._card = card
        self._principles = {principle.id: index for index, principle in enumerate(card.principles)}
        self._indicators = {indicator.id: index for index, indicator in enumerate(card.indicators)}

    def overall(self) -> Array | None:
        """The overall score."""
        return _or_none(self._replicates.overall)

    def principle(self, principle: str) -> Array | None:
        """The score of a principle."""
        return _or_none(self._replicates.principles[:, self._principles[principle]])

    def indicator(self, indicator: str) -> Array | None:
        """The score of an indicator."""
        return _or_none(self._replicates.indicators[:, self._indicators[indicator]])

    def side(self, side: MainSide, principle: str | None) -> Array | None:
        """A side's own score, overall or for a principle."""
        if principle is None:
            return _or_none(self._replicates.overall_sides[side])
        if self._card.principles[self._principles[principle]].reason is not None:
            return None
        return _or_none(self._replicates.sides[side][:, self._principles[principle]])

    def gap(self, principle: str | None) -> Array | None:
        """The gap, overall or for a principle."""
        community, service = (self.side(side, principle) for side in MAIN_SIDES)
        return None if community is None or service is None else service - community

    def coverage(self, principle: str | None) -> float | None:
        """Coverage, which does not depend on what people said: as in the scorecard."""
        return (
            self._card.overall.coverage
            if principle is None
            else self._card.principles[self._principles[principle]].coverage
        )

    def agreement(self, principle: str | None) -> float | None:
        """The share of answers near the median: as in the scorecard."""
        place: Overall | PrincipleScore = (
            self._card.overall if principle is None else self._card.principles[self._principles[principle]]
        )
        if isinstance(place, PrincipleScore) and place.reason is not None:
            return None
        return place.agreement.share if place.agreement else None

    def kept(self) -> tuple[int, int]:
        """What was promised and kept does not depend on ratings: as in the scorecard."""
        return kept_over(self._card.commitments)

    def shared(self, rights: Collection[str]) -> tuple[int, int]:
        """Who holds which rights does not depend on ratings: as in the scorecard."""
        return shared_over(self._card.power, rights)


def _or_none(figures: Array) -> Array | None:
    return None if np.isnan(figures).all() else figures
