"""How far an estimated figure may be from the true one: intervals, and which differences are clear."""

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from copro.model.scorecard import Interval
from copro.uncertainty.student import critical, two_sided

LEVEL = 0.05
"""How often something is called clear that is not there, at most."""

Key = TypeVar("Key")


class Estimate(NamedTuple):
    """How sure a figure is.

    Attributes:
        standard_error: The standard error of the figure.
        degrees_of_freedom: How much its spread rests on.
    """

    standard_error: float
    degrees_of_freedom: float


def join(parts: Iterable[Estimate]) -> Estimate:
    """How sure a sum of independent figures is, or a difference.

    Variances add up; the degrees of freedom are (sum of v_i)^2 over the sum of v_i^2 / df_i.

    Source:
        Satterthwaite (1946), Biometrics Bulletin 2(6).

    >>> join([Estimate(0.3, 5), Estimate(0.4, 5)])
    Estimate(standard_error=0.5, degrees_of_freedom=9.27...)
    """
    variances = [(part.standard_error**2, part.degrees_of_freedom) for part in parts]
    total = math.fsum(variance for variance, _ in variances)
    return Estimate(math.sqrt(total), total**2 / math.fsum(v**2 / df for v, df in variances))


def interval(figure: float, estimate: Estimate | None, lowest: float = 0, highest: float = 1) -> Interval | None:
    """The 95 % interval of a figure, cut to what the figure can be.

    Args:
        figure: The figure.
        estimate: How sure it is; ``None`` where that cannot be told.
        lowest: The least that it can be.
        highest: The most that it can be.

    Returns:
        Lower and upper end; ``None`` where that is more than half of what the figure can be, which
        is too few answers to say.

    >>> interval(0.9, Estimate(0.1, 1000))
    (0.70..., 1)
    >>> interval(0.5, Estimate(0.2, 1000)) is None
    True
    """
    if estimate is None:
        return None
    reach = critical(estimate.degrees_of_freedom, 1 - LEVEL) * estimate.standard_error
    low, high = max(figure - reach, lowest), min(figure + reach, highest)
    return (low, high) if high - low <= (highest - lowest) / 2 else None


def chance(difference: float, estimate: Estimate) -> float:
    """How likely a difference at least as far from 0 would be if there were none: the t test's p.

    >>> round(chance(0.2776, Estimate(0.1, 4)), 3)
    0.05
    """
    return two_sided(difference / estimate.standard_error, estimate.degrees_of_freedom)


def clear(chances: Mapping[Key, float]) -> set[Key]:
    """Tell which of several differences are clear, looked at together.

    From the least chance on: the first of m must be at most 0.05 / m, the next at most
    0.05 / (m - 1), and so on; the first that is not ends it. So where nothing differs, anything is
    called clear in at most 5 of 100 cases.

    Args:
        chances: Each difference's chance.

    Returns:
        The keys of those that are clear.

    Source:
        Holm (1979), Scandinavian Journal of Statistics 6(2).

    >>> sorted(clear({"a": 0.01, "b": 0.04, "c": 0.02}))
    ['a', 'b', 'c']
    >>> sorted(clear({"a": 0.01, "b": 0.04, "c": 0.03}))
    ['a']
    """
    found: set[Key] = set()
    for key, p in sorted(chances.items(), key=lambda pair: pair[1]):
        if p > LEVEL / (len(chances) - len(found)):
            break
        found.add(key)
    return found
