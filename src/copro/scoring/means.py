"""The means that scores are made of, and when a figure meets a number. Every sum is exact, so order never matters."""

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from copro.model.framework import Aggregation

TOLERANCE = 1e-9
"""How far a figure may fall short of a declared number and still meet it."""


TINY = 1e-100
"""Weights that are all below this are scaled up, or their products would vanish."""


def reaches(figure: float, declared: float) -> bool:
    """Tell whether a figure meets a declared number; equal is enough, to 1e-9.

    >>> reaches(0.1 + 0.2, 0.3), reaches(0.29, 0.3)
    (True, False)
    """
    return figure >= declared - TOLERANCE


def mean(values: Sequence[float]) -> float:
    """Average n numbers, each counting once.

    Sum of x_i over n, with an exactly rounded sum.

    Args:
        values: n numbers, n >= 1.

    Returns:
        A number between the least and the greatest of ``values``, not rounded.

    >>> mean([0.25, 0.75])
    0.5
    """
    return math.fsum(values) / len(values)


def weighted_mean(values: Sequence[float], weights: Sequence[float]) -> float:
    """Average n numbers, each counting by its weight: a low one can be offset by a high one.

    Sum of w_i * x_i over sum of w_i.

    Args:
        values: n scores from 0 to 1, n >= 1.
        weights: n weights above 0; only their ratios matter.

    Returns:
        A score between the least and the greatest of ``values``, not rounded.

    Source:
        OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 6.

    >>> weighted_mean([0.8, 0.4], [1, 1])
    0.6
    """
    heaviest = max(weights)
    if heaviest < TINY:
        weights = [weight / heaviest for weight in weights]
    return math.fsum(w * x for w, x in zip(weights, values, strict=True)) / math.fsum(weights)


def geometric_mean(values: Sequence[float], weights: Sequence[float]) -> float:
    """Average n scores so that a low one weighs more; a zero makes it zero.

    exp(sum of w_i * ln(x_i) over sum of w_i).

    Args:
        values: n scores from 0 to 1, n >= 1.
        weights: n weights above 0; only their ratios matter.

    Returns:
        A score from 0 to 1, never above the weighted mean.

    Source:
        UNDP, Human Development Report technical notes, since 2010.

    >>> round(geometric_mean([0.8, 0.4], [1, 1]), 4)
    0.5657
    """
    if min(values) == 0:
        return 0.0
    return math.exp(weighted_mean([math.log(x) for x in values], weights))


def harmonic_mean(values: Sequence[float], weights: Sequence[float]) -> float:
    """Average n scores so that a low one weighs more still; a zero makes it zero.

    Sum of w_i over sum of w_i / x_i.

    Args:
        values: n scores from 0 to 1, n >= 1.
        weights: n weights above 0; only their ratios matter.

    Returns:
        A score from 0 to 1, never above the geometric mean.

    >>> round(harmonic_mean([0.8, 0.4], [1, 1]), 4)
    0.5333
    """
    if min(values) == 0:
        return 0.0
    lowest = min(values)  # scaled by the lowest, so that no share of it can overflow
    return lowest / weighted_mean([lowest / x for x in values], weights)


def minimum(values: Sequence[float], weights: Sequence[float]) -> float:
    """Take the lowest of n scores; the weights play no part.

    >>> minimum([0.8, 0.4], [1, 1])
    0.4
    """
    del weights
    return min(values)


AGGREGATE: Mapping[Aggregation, Callable[[Sequence[float], Sequence[float]], float]] = MappingProxyType(
    {"arithmetic": weighted_mean, "geometric": geometric_mean, "harmonic": harmonic_mean, "minimum": minimum}
)
"""How principle scores become one, by the word that a policy uses for it."""
