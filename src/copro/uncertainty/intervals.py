"""How sure the figures are: how far they move when one person is left out, and what follows from that."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import numpy as np

from copro.model.assessment import Assessment
from copro.model.framework import Framework
from copro.model.scorecard import Certainty, Gap, Overall, PrincipleScore, Scorecard
from copro.model.suppressed import Figure, number
from copro.model.values import MAIN_SIDES, SIDES, FrozenMap, Side
from copro.rules.means import aggregate
from copro.rules.plan import Plan
from copro.uncertainty.estimates import LEVEL, Estimate, chance, clear, interval, join
from copro.uncertainty.likelihoods import level_likelihoods
from copro.uncertainty.strata import Array, Stratum, answer_seed, sort_answers

REPLICATES = 2000
"""How many times the answers are drawn again, for the likelihoods of levels."""

PRIOR = 0.125
"""How far people lie apart on a principle, as far as nothing else is known: half a step of five."""

OVERALL_PRIOR = 0.1
"""The same overall, where what a person says of many principles evens out."""


def certainty(card: Scorecard, assessment: Assessment, framework: Framework, replicates: int = REPLICATES) -> Scorecard:
    """Add intervals, clear gaps and level likelihoods to a scorecard.

    Args:
        card: The scorecard of the assessment, as :func:`copro.score` gives it.
        assessment: The assessment.
        framework: The framework that it names.
        replicates: How many times to draw the answers for the likelihoods of levels, 1 or more.

    Returns:
        The scorecard with intervals, reasons and probabilities of levels. What is drawn is seeded
        by what was said, so renaming, redacting or reordering people changes nothing.

    Raises:
        ValueError: If ``replicates`` is below 1.
    """
    if replicates < 1:
        raise ValueError(f"replicates must be 1 or more, not {replicates}")
    seed, plan = answer_seed(assessment, framework), Plan.of(framework)
    strata = sort_answers(assessment, framework)
    likely = level_likelihoods(card, strata, plan, replicates, seed)
    card = with_intervals(card, strata, plan)
    overall = attrs.evolve(card.overall, level_probabilities=likely)
    return attrs.evolve(card, overall=overall, certainty=Certainty(replicates=replicates, seed=seed))


def with_intervals(card: Scorecard, strata: Sequence[Stratum], plan: Plan) -> Scorecard:
    """Add intervals, and which gaps are clear, to a scorecard.

    Leave each person out in turn: e is how far the figure of their perspective then moves, times
    n - 1, for the n people of the perspective who rated. On one side, with df the sum of n - 1 over
    its perspectives, people lie apart by a variance of

    - s^2 = (0.125^2 + mean over principles of the sum of e^2) / (1 + mean df), over all principles;
    - (2 df s^2 + sum of e^2) / (3 df) on one principle, with 2 df degrees of freedom;
    - (0.1^2 + sum of e^2) / (1 + df) overall, with df degrees of freedom.

    The variance of a side's figure is that times the sum of a^2 / n, where a is what each
    perspective counts in it. Sides are joined by Satterthwaite's rule. Intervals are those of
    Student's t, cut to what the figure can be. A gap of one principle is clear by Holm's rule over
    all of them, the overall gap by its own interval.

    Args:
        card: The scorecard of the answers.
        strata: The answers.
        plan: The plan of the framework.

    Returns:
        The scorecard with intervals.
    """
    spread = _Spread.of(strata, plan)
    principles = tuple(_sure_principle(principle, spread, index) for index, principle in enumerate(card.principles))
    is_clear = clear({p.id: found for p in principles if p.gap and (found := _chance(p.gap)) is not None})
    principles = tuple(
        attrs.evolve(p, gap=p.gap and attrs.evolve(p.gap, is_clear=p.id in is_clear)) for p in principles
    )
    return attrs.evolve(card, principles=principles, overall=_sure_overall(card, spread))


def _chance(gap: Gap) -> float | None:
    """How likely such a gap would be if there were none; ``None`` where that cannot be told."""
    if gap.standard_error is None or gap.degrees_of_freedom is None:
        return None
    return chance(number(gap.value), Estimate(gap.standard_error, gap.degrees_of_freedom))


@attrs.frozen
class _Moves:
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
    def of(cls, stratum: Stratum, plan: Plan) -> "_Moves":
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
class _Spread:
    """How far people of the same perspective lie apart.

    Attributes:
        plan: The plan of the framework.
        moves: Each perspective's.
        variances: Side: principles: how far apart on one principle, squared.
        freedom: Side: principles: degrees of freedom, the sum of n - 1.
    """

    plan: Plan
    moves: Mapping[str, _Moves]
    variances: Mapping[Side, Array]
    freedom: Mapping[Side, Array]

    @classmethod
    def of(cls, strata: Sequence[Stratum], plan: Plan) -> "_Spread":
        """Find out from the answers."""
        moves = {one.perspective: _Moves.of(one, plan) for one in strata}
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


def _sure(figure: Figure, estimate: Estimate | None, lowest: float = 0) -> dict[str, Any]:
    """The fields that say how sure a figure is; none where there is no figure."""
    if figure is None:
        return {}
    found = interval(number(figure), estimate, lowest)
    return {
        "interval": found,
        "interval_reason": "too_few" if found is None else None,
        "standard_error": estimate and estimate.standard_error,
        "degrees_of_freedom": estimate and estimate.degrees_of_freedom,
    }


def _sure_principle(principle: PrincipleScore, spread: _Spread, index: int) -> PrincipleScore:
    def estimate(shares: Shares) -> Estimate | None:
        return spread.of_principle(shares, index)

    sides = {
        side: attrs.evolve(own, **_sure(own.score, estimate(spread.within(side))))  # type: ignore[arg-type]
        for side, own in principle.sides.items()
    }
    gap = principle.gap and attrs.evolve(principle.gap, **_sure(principle.gap.value, estimate(spread.apart()), -1))
    return attrs.evolve(
        principle, sides=FrozenMap(sides), gap=gap, **_sure(principle.score, estimate(spread.together()))
    )


def _sure_overall(card: Scorecard, spread: _Spread) -> Overall:
    overall, plan = card.overall, spread.plan
    joint = slopes(plan, {p.id: p.score for p in card.principles if p.reason is None})
    own = {
        side: slopes(plan, {p.id: p.sides[side].score for p in card.principles if card.counts_overall(p, side)})
        for side in SIDES
    }
    sides = {
        side: attrs.evolve(
            overall.sides[side], **_sure(overall.sides[side].score, spread.of_whole(spread.within(side), own))
        )
        for side in SIDES
    }
    gap = overall.gap
    if gap is not None:
        gap = attrs.evolve(gap, **_sure(gap.value, spread.of_whole(spread.apart(), own), -1))
        found = _chance(gap)
        gap = attrs.evolve(gap, is_clear=found is not None and found <= LEVEL)
    return attrs.evolve(
        overall,
        sides=FrozenMap(sides),
        gap=gap,
        **_sure(overall.score, spread.of_whole(spread.together(), dict.fromkeys(SIDES, joint))),
    )
