"""The means that scores are made of: of single numbers, or of arrays, as the reducer says."""

from collections.abc import Iterable, Sequence
from typing import Any, assert_never

from copro.model.framework import Aggregation
from copro.rules.reducers import NUMBERS, Reducer

TINY = 1e-100
"""Weights that are all below this are scaled up, or their products would vanish."""


def mean(values: Sequence[Any], by: Reducer = NUMBERS) -> Any:
    """Average n numbers, each counting once.

    Sum of x_i over n, with an exactly rounded sum.

    Args:
        values: n numbers, n >= 1.
        by: How they are joined.

    Returns:
        A number between the least and the greatest of ``values``, not rounded.

    >>> mean([0.25, 0.75])
    0.5
    """
    return by.total(values) / len(values)


def weighted_mean(values: Sequence[Any], weights: Sequence[Any], by: Reducer = NUMBERS) -> Any:
    """Average n numbers, each counting by its weight: a low one can be offset by a high one.

    Sum of w_i * x_i over sum of w_i.

    Args:
        values: n scores from 0 to 1, n >= 1.
        weights: n weights above 0; only their ratios matter.
        by: How they are joined.

    Returns:
        A score between the least and the greatest of ``values``, not rounded.

    Source:
        OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 6.

    >>> weighted_mean([0.75, 0.25], [1, 1])
    0.5
    """
    if all(isinstance(weight, float | int) and weight < TINY for weight in weights):
        weights = [weight / max(weights) for weight in weights]
    return by.total(w * x for w, x in zip(weights, values, strict=True)) / by.total(weights)


def geometric_mean(values: Sequence[Any], weights: Sequence[Any], by: Reducer = NUMBERS) -> Any:
    """Average n scores so that a low one weighs more; a zero makes it zero.

    exp(sum of w_i * ln(x_i) over sum of w_i).

    Args:
        values: n scores from 0 to 1, n >= 1.
        weights: n weights above 0; only their ratios matter.
        by: How they are joined.

    Returns:
        A score from 0 to 1, never above the weighted mean.

    Source:
        UNDP, Human Development Report technical notes, since 2010.

    >>> round(geometric_mean([0.8, 0.4], [1, 1]), 4)
    0.5657
    """
    logs = [by.log(by.where(x > 0, x, 1.0)) for x in values]
    return by.where(by.least(values) > 0, by.exp(weighted_mean(logs, weights, by)), 0.0)


def harmonic_mean(values: Sequence[Any], weights: Sequence[Any], by: Reducer = NUMBERS) -> Any:
    """Average n scores so that a low one weighs more still; a zero makes it zero.

    Sum of w_i over sum of w_i / x_i.

    Args:
        values: n scores from 0 to 1, n >= 1.
        weights: n weights above 0; only their ratios matter.
        by: How they are joined.

    Returns:
        A score from 0 to 1, never above the geometric mean.

    >>> round(harmonic_mean([0.8, 0.4], [1, 1]), 4)
    0.5333
    """
    lowest = by.least(values)
    scale = by.where(lowest > 0, lowest, 1.0)  # shares of the lowest cannot overflow
    shares = [scale / by.where(x > 0, x, scale) for x in values]
    return by.where(lowest > 0, scale / weighted_mean(shares, weights, by), 0.0)


def minimum(values: Sequence[Any], weights: Sequence[Any], by: Reducer = NUMBERS) -> Any:
    """Take the lowest of n scores; the weights play no part.

    >>> minimum([0.8, 0.4], [1, 1])
    0.4
    """
    del weights
    return by.least(values)


def aggregate(method: Aggregation | None, figures: Iterable[tuple[Any, Any]], by: Reducer = NUMBERS) -> Any:
    """Join (figure, weight) pairs by a policy's aggregation.

    Args:
        method: The aggregation; ``None`` for a profile without a total.
        figures: n figures from 0 to 1, each with its weight above 0.
        by: How they are joined.

    Returns:
        A figure from 0 to 1, or ``None`` where there is no method or no figure.

    >>> aggregate("minimum", [(0.8, 1), (0.4, 1)])
    0.4
    """
    pairs = list(figures)
    if method is None or not pairs:
        return None
    values, weights = [figure for figure, _ in pairs], [weight for _, weight in pairs]
    match method:
        case "arithmetic":
            return weighted_mean(values, weights, by)
        case "geometric":
            return geometric_mean(values, weights, by)
        case "harmonic":
            return harmonic_mean(values, weights, by)
        case "minimum":
            return minimum(values, weights, by)
        case _:
            assert_never(method)
