"""How sure the figures are: what they would be if other people like these had answered."""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence

import attrs
import numpy as np

from copro.model.assessment import Assessment
from copro.model.framework import Framework
from copro.model.scorecard import Certainty, Gap, Interval, IntervalReason, PrincipleScore, Scorecard, SideScore
from copro.model.values import MAIN_SIDES, SIDES, FrozenMap, Side, Unrated
from copro.rules.plan import WHOLE, Plan, Subject
from copro.rules.requirements import needs_both
from copro.scoring.answers import Row, read_rows
from copro.scoring.status import voices_that_count
from copro.uncertainty.replicates import Array, Cells, Replicates, level_counts, replicate_figures

REPLICATES = 2000
"""How many times the answers are drawn again."""

PERCENTILES = (2.5, 97.5)
"""The ends of a 95 % interval."""


def certainty(card: Scorecard, assessment: Assessment, framework: Framework, replicates: int = REPLICATES) -> Scorecard:
    """Add intervals and level probabilities to a scorecard.

    A stratified bootstrap. Each replicate draws, within each perspective of n responses, n - 1 of
    them with replacement. Where only one response of a perspective rated an indicator, that value
    stays and borrows a residual, times sqrt(n / (n - 1)), from its side, held to 0..1; figures
    that rest on such values say ``borrowed_spread``. A side on which no perspective has two
    responses has no interval: ``single_respondent``. Intervals are the 2.5th and 97.5th
    percentiles, widened where needed to hold the figure itself.

    The draws are seeded by SHA-256 of the framework's name and the sorted list of (perspective,
    ratings), so renaming, redacting or reordering people changes nothing.

    Args:
        card: The scorecard of the assessment, as :func:`copro.score` gives it.
        assessment: The assessment.
        framework: The framework that it names.
        replicates: How many times to draw, 1 or more.

    Returns:
        The scorecard with intervals, reasons and probabilities of levels.

    Raises:
        ValueError: If ``replicates`` is below 1.

    Source:
        Rao and Wu (1988), Journal of the American Statistical Association 83(401), for n - 1
        draws in each stratum.
    """
    rows = sorted(read_rows(assessment, framework), key=_row_key)
    seed = answer_seed(assessment, framework)
    if replicates < 1:
        raise ValueError(f"replicates must be 1 or more, not {replicates}")
    if not any(row.values for row in rows):
        return attrs.evolve(card, certainty=Certainty(replicates=replicates, seed=seed))
    draws = _Draws.of(rows, framework)
    random = np.random.Generator(np.random.PCG64(int(seed, 16)))
    cells = draws.cells(replicates, random)
    plan = Plan.of(framework)
    figures = replicate_figures(cells, card, plan)
    return _with_intervals(card, plan, draws, figures, Certainty(replicates=replicates, seed=seed))


def _row_key(row: Row) -> str:
    """A row's perspective and ratings as text, alike for 3 and 3.0."""
    given = {key: value.value if isinstance(value, Unrated) else float(value) for key, value in row.ratings.items()}
    return json.dumps([row.perspective, given], sort_keys=True)


def answer_seed(assessment: Assessment, framework: Framework) -> str:
    """SHA-256 of the framework's name and what was said, whoever said it, in hexadecimal."""
    said = json.dumps([framework.name, sorted(map(_row_key, read_rows(assessment, framework)))])
    return hashlib.sha256(said.encode("utf-8")).hexdigest()


@attrs.frozen
class _Stratum:
    """One perspective: its responses as a table, and which cells a single response rated.

    Attributes:
        perspective: The perspective.
        side: The side it stands on.
        values: Responses x indicators: rescaled ratings, NaN where not rated.
        raters: Indicators: how many responses rated each.
    """

    perspective: str
    side: Side
    values: Array
    raters: Array

    @property
    def lone(self) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        """Which indicators a single response rated."""
        single: np.ndarray[tuple[int], np.dtype[np.bool_]] = self.raters == 1
        return single

    def residuals(self) -> list[Array]:
        """Each response's distance from its perspective's means, times sqrt(n / (n - 1)).

        Where a response or its perspective has no such distance, the mean of the response's others
        stands in; a response without any is left out.
        """
        shared = self.raters >= 2
        if not shared.any():
            return []
        widened = np.sqrt(self.raters[shared] / (self.raters[shared] - 1))
        found = []
        for distances in (self.values[:, shared] - np.nanmean(self.values[:, shared], axis=0)) * widened:
            if not np.isnan(distances).all():
                residual = np.full(self.values.shape[1], np.nanmean(distances))
                residual[shared] = np.where(np.isnan(distances), residual[shared], distances)
                found.append(residual)
        return found

    def draw(self, replicates: int, random: np.random.Generator, pool: Sequence[Array]) -> Cells:
        """Draw this perspective's responses again, many times."""
        count, width = self.values.shape
        rated = ~np.isnan(self.values)
        known = np.nan_to_num(self.values)
        totals = np.broadcast_to(known.sum(axis=0), (replicates, width)).copy()
        counts = np.broadcast_to(rated.sum(axis=0).astype(float), (replicates, width)).copy()
        if count >= 2:
            drawn = np.floor(random.random((replicates, count - 1)) * count).astype(int)
            slots = drawn + count * np.arange(replicates)[:, None]
            tally = np.bincount(slots.ravel(), minlength=replicates * count).reshape(replicates, count)
            times = tally * (count / (count - 1))
            again = times @ rated
            redrawn = (again > 0) & ~self.lone
            totals = np.where(redrawn, times @ known, totals)
            counts = np.where(redrawn, again, counts)
        if self.lone.any() and pool:
            borrowed = np.asarray(pool)[np.floor(random.random(replicates) * len(pool)).astype(int)]
            totals = np.where(self.lone, np.clip(totals + borrowed, 0, 1), totals)
        return Cells(self.perspective, totals, counts)


@attrs.frozen
class _Draws:
    """Everything that is drawn from, by perspective, and what each side can lend."""

    strata: tuple[_Stratum, ...]
    pools: Mapping[Side, Sequence[Array]]

    @classmethod
    def of(cls, rows: Sequence[Row], framework: Framework) -> "_Draws":
        """Sort rows into strata."""
        ids = [indicator.id for indicator in framework.indicators]
        strata = []
        for perspective in framework.perspectives:
            mine = [row for row in rows if row.perspective == perspective.id and row.values]
            if mine:
                values = np.array([[row.values.get(name, math.nan) for name in ids] for row in mine])
                strata.append(
                    _Stratum(perspective.id, perspective.side, values, (~np.isnan(values)).sum(axis=0).astype(float))
                )
        pools = {side: [r for stratum in strata if stratum.side == side for r in stratum.residuals()] for side in SIDES}
        return cls(tuple(strata), pools)

    def cells(self, replicates: int, random: np.random.Generator) -> list[Cells]:
        """Draw every perspective again, many times."""
        return [stratum.draw(replicates, random, self.pools[stratum.side]) for stratum in self.strata]

    def reason(self, sides: Iterable[Side], columns: slice) -> IntervalReason | None:
        """Why figures of some sides over some indicators have no interval, or what theirs rests on."""
        there = [s for s in self.strata if s.side in set(sides) and s.raters[columns].any()]
        if any(not self.pools[stratum.side] for stratum in there):
            return "single_respondent"
        return "borrowed_spread" if any(stratum.lone[columns].any() for stratum in there) else None


def _with_intervals(card: Scorecard, plan: Plan, draws: _Draws, figures: Replicates, made: Certainty) -> Scorecard:
    counting = voices_that_count(card.policy)
    everything = slice(None)
    widths = np.cumsum([0, *(len(principle.indicators) for principle in card.principles)])
    principles = tuple(
        _principle_interval(principle, slice(start, stop), draws=draws, figures=figures, counting=counting)
        for principle, start, stop in zip(card.principles, widths, widths[1:], strict=False)
    )
    overall, reason = card.overall, draws.reason(counting, everything)
    sides = {
        side: _side_interval(overall.sides[side], figures.sides[WHOLE][side], draws.reason([side], everything))
        for side in SIDES
    }
    overall = attrs.evolve(
        overall,
        interval=interval(figures.together[WHOLE], overall.score, reason),
        interval_reason=reason if overall.score is not None else None,
        sides=FrozenMap(sides),
        gap=_gap_interval(overall.gap, figures.gap(WHOLE), draws.reason(MAIN_SIDES, everything)),
        level_probabilities=_probabilities(
            card,
            plan,
            figures,
            reason,
            alone=draws.reason(MAIN_SIDES, everything) == "single_respondent",
        ),
    )
    return attrs.evolve(card, overall=overall, principles=principles, certainty=made)


def _principle_interval(
    principle: PrincipleScore,
    columns: slice,
    *,
    draws: _Draws,
    figures: Replicates,
    counting: Iterable[Side],
) -> PrincipleScore:
    subject = Subject(principle=principle.id)
    own = figures.sides[subject]
    sides = {side: _side_interval(principle.sides[side], own[side], draws.reason([side], columns)) for side in SIDES}
    reason = draws.reason(counting, columns)
    return attrs.evolve(
        principle,
        interval=interval(figures.together[subject], principle.score, reason),
        interval_reason=reason if principle.score is not None else None,
        sides=FrozenMap(sides),
        gap=_gap_interval(principle.gap, figures.gap(subject), draws.reason(MAIN_SIDES, columns)),
    )


def _side_interval(side: SideScore, figures: Array | None, reason: IntervalReason | None) -> SideScore:
    found = reason if side.score is not None else None
    return attrs.evolve(side, interval=interval(figures, side.score, reason), interval_reason=found)


def _gap_interval(gap: Gap | None, figures: Array | None, reason: IntervalReason | None) -> Gap | None:
    return gap and attrs.evolve(gap, interval=interval(figures, gap.value, reason), interval_reason=reason)


def interval(figures: Array | None, estimate: object, reason: IntervalReason | None) -> Interval | None:
    """The 2.5th and 97.5th percentiles of replicates, widened to hold the figure itself.

    Args:
        figures: Replicates of one figure; ``None`` where there is none.
        estimate: The figure.
        reason: ``single_respondent`` where there can be no interval.

    Returns:
        Lower and upper end, or ``None``.
    """
    if not isinstance(estimate, float | int) or reason == "single_respondent" or figures is None:
        return None
    low, high = (float(end) for end in np.percentile(figures, PERCENTILES))
    return min(low, estimate), max(high, estimate)


def _probabilities(
    card: Scorecard, plan: Plan, figures: Replicates, reason: IntervalReason | None, *, alone: bool
) -> FrozenMap[float] | None:
    """How often each level is the highest reached, over the replicates; ``none`` for no level."""
    if card.overall.level is None or reason == "single_respondent":
        return None
    if alone and any(needs_both(row.requirement) for rows in plan.levels for row in rows):
        return None
    reached = level_counts(plan, card, figures)
    return FrozenMap({name: count / figures.count for name, count in reached.items()})
