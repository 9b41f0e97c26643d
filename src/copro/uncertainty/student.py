"""Student's t distribution, for any number of degrees of freedom above 0, whole or not."""

import functools
import math

ENOUGH = 1e-15
"""A step, relative to the result, that no longer changes it."""

NEVER_ZERO = 1e-300
"""Stands for 0 where something is divided by it."""


def two_sided(t: float, df: float) -> float:
    """How likely a value at least as far from 0 as ``t`` is, either way.

    The regularised incomplete beta function at df / (df + t^2), with parameters df / 2 and 1 / 2.

    Args:
        t: The value.
        df: Degrees of freedom, above 0.

    Returns:
        A number from 0 to 1.

    Source:
        NIST Digital Library of Mathematical Functions, 8.17.

    >>> round(two_sided(12.7062, 1), 4), two_sided(0, 5)
    (0.05, 1.0)
    """
    whole = df + t * t
    near, far = df / whole, t * t / whole
    if not far:
        return 1.0
    a = df / 2
    if near < (a + 1) / (a + 2.5):
        return _beta(near, far, a, 0.5)
    return 1 - _beta(far, near, 0.5, a)


def _beta(x: float, rest: float, a: float, b: float) -> float:
    """The regularised incomplete beta function at x = 1 - rest, by its continued fraction."""
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest)
    above, below, fraction = 1.0, 0.0, 1.0
    for term in range(1000 + 10 * math.isqrt(int(a + b))):
        half = term // 2
        if term == 0:
            step = 1.0
        elif term % 2:
            step = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            step = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        below = 1 / ((1 + step * below) or NEVER_ZERO)
        above = (1 + step / above) or NEVER_ZERO
        fraction *= above * below
        if term and abs(above * below - 1) < ENOUGH:
            break
    return math.exp(front) * (fraction - 1) / a


@functools.lru_cache(maxsize=4096)
def critical(df: float, share: float = 0.95) -> float:
    """How far from 0, either way, a given share of values lies at most.

    Newton's method on the logarithms of t and of what lies beyond it, which bend one way only;
    a step is kept short, because far out nothing is left to take a logarithm of.

    Args:
        df: Degrees of freedom, above 0.
        share: The share, above 0 and below 1.

    Returns:
        A number above 0.

    >>> round(critical(4), 3), round(critical(1, 0.5), 3)
    (2.776, 1.0)
    """
    wanted = math.log(1 - share)
    log_front = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
    place = 0.0
    for _ in range(100):
        t = math.exp(place)
        beyond = two_sided(t, df)
        density = math.exp(log_front - (df + 1) / 2 * math.log1p(t * t / df))
        step = (math.log(beyond) - wanted) * beyond / (2 * density * t)
        place += min(step, 1.0)
        if abs(step) < ENOUGH * 10:
            break
    return math.exp(place)
