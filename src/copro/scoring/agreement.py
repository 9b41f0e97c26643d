"""How far answers agree: a plain rule, and Krippendorff's alpha."""

from collections.abc import Sequence

from copro.model.framework import Framework, Indicator
from copro.model.scorecard import Agreement, AgreementStatus
from copro.rules.rows import reaches
from copro.scoring.answers import Row


def agreement_of(rows: Sequence[Row], indicators: Sequence[Indicator], framework: Framework) -> Agreement:
    """Say how far some people's answers to some indicators agree.

    A rating is near where it is within the rule's steps of the middle answer to its indicator. Of an
    even number, the middle two are tried in turn, and the one that more are near counts. Below the
    rule's minimum of responses, or where no indicator has two ratings, it is ``too_few``; else
    ``agreed`` where the share of ratings that are near reaches the rule's share, and ``split``
    where it does not. Everyone saying the same is agreement, half low and half high is not.

    Args:
        rows: n responses.
        indicators: m indicators.
        framework: The framework, for its scale and its policy's rule.

    Returns:
        The agreement; share and alpha are ``None`` where it is too few to say.
    """
    rule = framework.policy.agreement
    units = count_units(rows, indicators, framework)
    responses = sum(any(i.id in row.values for i in indicators) for row in rows)
    if responses < rule.minimum_responses or all(sum(unit) < 2 for unit in units):
        return Agreement(responses=responses)
    share = near_share(units, rule.steps_on(framework.scale))
    status: AgreementStatus = "agreed" if reaches(share, rule.share) else "split"
    return Agreement(status=status, share=share, alpha=alpha(units), responses=responses)


def count_units(rows: Sequence[Row], indicators: Sequence[Indicator], framework: Framework) -> list[list[int]]:
    """Count, for each indicator, how many ratings each step got; steps of reversed ones flipped."""
    steps = {step.value: index for index, step in enumerate(framework.scale.steps)}
    units = []
    for indicator in indicators:
        counts = [0] * len(steps)
        for row in rows:
            if indicator.id in row.values:
                counts[steps[row.ratings[indicator.id]]] += 1  # type: ignore[index]  # a cell with a value holds a step
        units.append(counts[::-1] if indicator.reversed else counts)
    return units


def near_share(units: Sequence[Sequence[int]], within: int) -> float:
    """The share of ratings near the middle answer to their indicator.

    Args:
        units: m x k: how many ratings each of k steps got on each of m indicators; not all 0.
        within: How many steps away is still near.

    Returns:
        A share from 0 to 1.

    >>> near_share([[0, 1, 2, 0, 1]], 1)
    0.75
    >>> near_share([[0, 5, 0, 5, 0]], 1)
    0.5
    """
    near = sum(
        max(sum(unit[max(middle - within, 0) : middle + within + 1]) for middle in middle_steps(unit))
        for unit in units
        if any(unit)
    )
    return near / sum(map(sum, units))


def middle_steps(unit: Sequence[int]) -> tuple[int, int]:
    """The steps of the middle two of an even number of ratings, counted by step; of an odd number one, twice.

    >>> middle_steps([1, 0, 2, 1]), middle_steps([5, 0, 0, 5])
    ((2, 2), (0, 3))
    """
    ratings = [step for step, count in enumerate(unit) for _ in range(count)]
    return ratings[(len(ratings) - 1) // 2], ratings[len(ratings) // 2]


def alpha(units: Sequence[Sequence[int]]) -> float | None:
    """Krippendorff's alpha for ordinal ratings.

    1 - D_o / D_e: the disagreement observed within indicators over that expected by chance, where
    the distance of steps c and k is (n_c / 2 + n_(c+1) + ... + n_(k-1) + n_k / 2) squared.

    Args:
        units: m x k: how many ratings each of k steps got on each of m indicators.

    Returns:
        A number of at most 1; 0 is what chance would give. ``None`` where it cannot be computed:
        no indicator has two ratings, or every rating is the same.

    Source:
        Krippendorff (2004), Content Analysis, 2nd edition, chapter 11.

    >>> alpha([[2, 0], [0, 2]])
    1.0
    >>> alpha([[3, 0], [2, 0]]) is None
    True
    """
    import numpy as np  # noqa: PLC0415  only who scores pays for it

    counts = np.asarray(units, dtype=float)
    raters = counts.sum(axis=1)
    counts, raters = counts[raters >= 2], raters[raters >= 2]
    pairs = (counts / (raters - 1)[:, None]).T @ counts  # pairs of equal steps count too, at no distance
    totals = counts.sum(axis=0)
    middles = totals.cumsum() - totals / 2
    distance = np.square(middles[:, None] - middles)
    expected = float(totals @ distance @ totals)
    if not expected:
        return None
    return float(1 - (totals.sum() - 1) * (pairs * distance).sum() / expected)
