"""How far people of the same perspective lie apart: what becomes of figures when one person is left out."""

import math
from collections.abc import Iterable, Mapping, Sequence

import attrs
import numpy as np

from copro.model.suppressed import Figure, number
from copro.model.values import MAIN_SIDES, SIDES, Side
from copro.rules.means import aggregate
from copro.rules.plan import Plan
from copro.uncertainty.estimates import Estimate, join
from copro.uncertainty.strata import Array, Stratum

PRIOR = 0.125
"""How far people lie apart on a principle, as far as nothing else is known: half a step of five."""

OVERALL_PRIOR = 0.1
"""The same overall, where what a person says of many principles evens out."""


@attrs.frozen
class Moves:
    """What becomes of a perspective's own figures when one of its people is left out.

    Attributes:
        side: The side it stands on.
        people: How many responses it has.
        raters: Principles: how many of them rated any of it.
        moves: Responses x principles: the figure of all minus that without this one.
    """

    side: Side
    people: int
    raters: Array
    moves: Array

    @classmethod
    def of(cls, stratum: Stratum, plan: Plan) -> "Moves":
        """Leave out each response of a perspective in turn."""
        rated = (~np.isnan(stratum.values)).astype(float)
        known = np.nan_to_num(stratum.values)
        parts = np.concatenate([np.full(len(p.parts), index) for index, p in enumerate(plan.principles)])
        weights = np.array([i.weight for p in plan.principles for i in p.parts])
        belongs = np.equal.outer(parts, np.arange(len(plan.principles))).astype(float)
        weighted = belongs * weights[:, None]
        whole = _figures(known.sum(axis=0), rated.sum(axis=0), weighted)
        without = _figures(known.sum(axis=0) - known, rated.sum(axis=0) - rated, weighted)
        here = rated @ belongs > 0
        moves = np.where(here & ~np.isnan(without), whole - without, 0.0)
        return cls(stratum.side, len(rated), here.sum(axis=0).astype(float), moves)


def _figures(totals: Array, counts: Array, weighted: Array) -> Array:
    """The weighted mean of each principle's indicators over those rated; NaN where none was."""
    there = counts > 0.5
    means = np.where(there, totals / np.maximum(counts, 1), 0.0)
    mass = there @ weighted
    figures: Array = np.where(mass > 0, (means @ weighted) / np.where(mass > 0, mass, 1), np.nan)
    return figures


Shares = Mapping[str, Array]
"""What each perspective counts in each principle's figure; the columns are principles."""


@attrs.frozen
class Spread:
    """How far people of the same perspective lie apart.

    Attributes:
        plan: The plan of the framework.
        moves: Each perspective's.
        variances: Side: principles: how far apart on one principle, squared.
        freedom: Side: principles: degrees of freedom, the sum of n - 1.
    """

    plan: Plan
    moves: Mapping[str, Moves]
    variances: Mapping[Side, Array]
    freedom: Mapping[Side, Array]

    @classmethod
    def of(cls, strata: Sequence[Stratum], plan: Plan) -> "Spread":
        """Find out from the answers."""
        moves = {one.perspective: Moves.of(one, plan) for one in strata}
        variances, freedom = {}, {}
        for side in SIDES:
            own = [one for one in moves.values() if one.side == side]
            nothing = np.zeros(len(plan.principles))
            squares = sum((_squares((one.raters - 1) * one.moves) for one in own), nothing)
            df = sum((np.maximum(one.raters - 1, 0) for one in own), nothing)
            known = df > 0
            pooled = (PRIOR**2 + squares[known].mean()) / (1 + df[known].mean()) if known.any() else PRIOR**2
            variances[side] = (2 * df * pooled + squares) / np.maximum(3 * df, 1)
            freedom[side] = df
        return cls(plan, moves, variances, freedom)

    def within(self, side: Side) -> Shares:
        """What each perspective counts on its side: the same as the others, or by its people."""
        own = {name: one.raters for name, one in self.moves.items() if one.side == side}
        counted = {name: raters if self.plan.is_by_person else np.sign(raters) for name, raters in own.items()}
        return _parts_of_one(counted)

    def together(self) -> Shares:
        """What each perspective counts in the figures of everyone together."""
        weights = self.plan.side_weights
        if weights is None:
            return _parts_of_one({name: one.raters for name, one in self.moves.items()})
        return _parts_of_one(
            {name: share * weight for side, weight in weights.items() for name, share in self.within(side).items()}
        )

    def apart(self) -> Shares:
        """What each perspective counts in the gap between the sides."""
        return {name: share for side in MAIN_SIDES for name, share in self.within(side).items()}

    def of_principle(self, shares: Shares, index: int) -> Estimate | None:
        """How sure the figure of one principle is; ``None`` where a side gives nothing to go by."""
        counts = {name: (share[index], self.moves[name].raters[index]) for name, share in shares.items()}
        parts = []
        for side in SIDES:
            own = [(a, n) for name, (a, n) in counts.items() if a and self.moves[name].side == side]
            if own:
                parts.append((self.variances[side][index], 2 * self.freedom[side][index], own))
        return _joined(parts)

    def of_whole(self, shares: Shares, slopes: Mapping[Side, Array | None]) -> Estimate | None:
        """How sure an overall figure is, which moves with each principle's figure on a side by its slope."""
        parts = []
        for side in SIDES:
            squares, df, own = 0.0, 0, []
            for name, share in shares.items():
                one, slope = self.moves[name], slopes[side]
                if one.side != side:
                    continue
                if slope is None:
                    return None
                by = share * slope
                if by.any():
                    squares += float(_squares((one.people - 1) * (one.moves @ by) / by.sum()))
                    df += one.people - 1
                    own.append((float(by.sum()), float(one.people)))
            if own:
                parts.append(((OVERALL_PRIOR**2 + squares) / (1 + df), df, own))
        return _joined(parts)


def _squares(residuals: Array) -> Array:
    total: Array = np.square(residuals).sum(axis=0)
    return total


def _parts_of_one(counted: Shares) -> Shares:
    """Shares that sum up to 1 over those who rated a principle."""
    total = sum(counted.values(), np.zeros(1))
    return {name: count / np.where(total > 0, total, 1) for name, count in counted.items()}


def _joined(parts: Iterable[tuple[float, float, list[tuple[float, float]]]]) -> Estimate | None:
    """Join sides: of each the variance of a person, its degrees of freedom, and (share, people) pairs."""
    parts = list(parts)
    if not parts or any(df < 1 for _, df, _ in parts):
        return None
    return join(
        Estimate(float(np.sqrt(variance * sum(share**2 / people for share, people in own))), float(df))
        for variance, df, own in parts
    )


def slopes(plan: Plan, figures: Mapping[str, Figure]) -> Array | None:
    """How much an overall figure moves with each principle's, of those that count.

    The derivative of the policy's aggregation.

    Args:
        plan: The plan of the framework.
        figures: The principles that count, each with its figure.

    Returns:
        A number for each principle of the plan; ``None`` where there is no overall figure, or one
        zero makes it 0, so that it has no slope.
    """
    counted = [(p, number(figures[p.id])) for p in plan.principles if p.id in figures]
    overall = aggregate(plan.aggregation, [(figure, p.weight) for p, figure in counted])
    if overall is None or (plan.aggregation in {"geometric", "harmonic"} and not overall):
        return None
    values = np.array([number(figures[p.id]) if p.id in figures else math.inf for p in plan.principles])
    weights = np.array([p.weight if p.id in figures else 0.0 for p in plan.principles])
    if plan.aggregation == "minimum":
        weights = (values == overall) * 1.0
    slopes: Array = weights / weights.sum()
    if plan.aggregation in {"geometric", "harmonic"}:
        slopes *= (overall / values) ** (1 if plan.aggregation == "geometric" else 2)
    return slopes
