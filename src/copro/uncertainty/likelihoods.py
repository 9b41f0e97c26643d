"""How likely each level is, if other people like these had answered."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from copro.model.scorecard import Scorecard
from copro.model.values import MAIN_SIDES, SIDES, FrozenMap, Side
from copro.rules.plan import Plan
from copro.rules.requirements import needs_both
from copro.scoring.status import voices_that_count
from copro.uncertainty.replicates import Cells, level_counts, replicate_figures
from copro.uncertainty.strata import Array, Stratum


def level_likelihoods(
    card: Scorecard, strata: Sequence[Stratum], plan: Plan, replicates: int, seed: str
) -> FrozenMap[float] | None:
    """How often each level is the highest reached when the answers are drawn again; ``none`` for no level.

    A stratified bootstrap. Each replicate draws, within each perspective of n responses, n - 1 of
    them with replacement. Where only one response of a perspective rated an indicator, that value
    stays and borrows a residual, times sqrt(n / (n - 1)), from its side, held to 0..1.

    Args:
        card: The scorecard of the answers as given.
        strata: The answers.
        plan: The plan of the framework.
        replicates: How many times to draw.
        seed: What the draws start from, in hexadecimal.

    Returns:
        Shares that sum up to 1; ``None`` where there is no level, or a side that it rests on has no
        perspective with two responses.

    Source:
        Rao and Wu (1988), Journal of the American Statistical Association 83(401), for n - 1
        draws in each stratum.
    """
    pools = {side: [r for one in strata if one.side == side for r in _residuals(one)] for side in SIDES}
    if card.overall.level is None or not _can_draw(strata, pools, voices_that_count(card.policy)):
        return None
    about_both = any(needs_both(row.requirement) for rows in plan.levels for row in rows)
    if about_both and not _can_draw(strata, pools, MAIN_SIDES):
        return None
    random = np.random.Generator(np.random.PCG64(int(seed, 16)))
    cells = [_draw(one, replicates, random, pools[one.side]) for one in strata]
    reached = level_counts(plan, card, replicate_figures(cells, card, plan))
    return FrozenMap({name: count / replicates for name, count in reached.items()})


def _can_draw(strata: Iterable[Stratum], pools: Mapping[Side, Sequence[Array]], sides: Iterable[Side]) -> bool:
    """Whether each of some sides that answered has spread to draw from."""
    asked = set(sides)
    return all(pools[one.side] for one in strata if one.side in asked)


def _residuals(stratum: Stratum) -> list[Array]:
    """Each response's distance from its perspective's means, times sqrt(n / (n - 1)).

    Where a response or its perspective has no such distance, the mean of the response's others
    stands in; a response without any is left out.
    """
    values, raters = stratum.values, stratum.raters
    shared = raters >= 2
    if not shared.any():
        return []
    widened = np.sqrt(raters[shared] / (raters[shared] - 1))
    found = []
    for distances in (values[:, shared] - np.nanmean(values[:, shared], axis=0)) * widened:
        if not np.isnan(distances).all():
            residual = np.full(values.shape[1], np.nanmean(distances))
            residual[shared] = np.where(np.isnan(distances), residual[shared], distances)
            found.append(residual)
    return found


def _draw(stratum: Stratum, replicates: int, random: np.random.Generator, pool: Sequence[Array]) -> Cells:
    """Draw a perspective's responses again, many times."""
    values, lone = stratum.values, stratum.raters == 1
    count, width = values.shape
    rated = ~np.isnan(values)
    known = np.nan_to_num(values)
    totals = np.broadcast_to(known.sum(axis=0), (replicates, width)).copy()
    counts = np.broadcast_to(rated.sum(axis=0).astype(float), (replicates, width)).copy()
    if count >= 2:
        drawn = np.floor(random.random((replicates, count - 1)) * count).astype(int)
        slots = drawn + count * np.arange(replicates)[:, None]
        tally = np.bincount(slots.ravel(), minlength=replicates * count).reshape(replicates, count)
        times = tally * (count / (count - 1))
        again = times @ rated
        redrawn = (again > 0) & ~lone
        totals = np.where(redrawn, times @ known, totals)
        counts = np.where(redrawn, again, counts)
    if lone.any() and pool:
        borrowed = np.asarray(pool)[np.floor(random.random(replicates) * len(pool)).astype(int)]
        totals = np.where(lone, np.clip(totals + borrowed, 0, 1), totals)
    return Cells(stratum.perspective, totals, counts)
