"""Row rules: one text for single numbers, arrays and the expressions of dataframes.

Only ``+ - * /``, comparisons, ``&`` and ``|`` are used, which all three understand. So a figure that
may be missing is a pair: its value, and 1 or 0 for known or not.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

TOLERANCE = 1e-9
"""How far a figure may fall short of a declared number and still meet it."""


class Figure(NamedTuple):
    """A figure, and whether it is known.

    Attributes:
        value: A number, an array or an expression; 0 where it is not known.
        known: 1 or 0, or an array or expression of these.
    """

    value: Any
    known: Any = 1.0


UNKNOWN = Figure(0.0, 0.0)


def join(figures: Iterable[Figure], weights: Iterable[float]) -> Figure:
    """Average the figures that are known, each counting by its weight; with equal weights, their midpoint.

    Sum of w_i * x_i over sum of w_i, over those known.

    >>> join([Figure(0.5), Figure(0.25)], [1, 1]), join([Figure(0.5), UNKNOWN], [1, 1])
    (Figure(value=0.375, known=1.0), Figure(value=0.5, known=1.0))
    """
    mass, total, missing = 0.0, 0.0, 1.0
    for (value, known), weight in zip(figures, weights, strict=True):
        mass = mass + weight * known
        total = total + weight * known * value
        missing = missing * (1 - known)
    return Figure(total / (mass + missing), 1 - missing)  # where all are missing, 0 over 1


def difference(figure: Figure, other: Figure) -> Figure:
    """How much one figure is above another; known where both are.

    >>> difference(Figure(0.75), Figure(0.5)), difference(Figure(0.75), UNKNOWN)
    (Figure(value=0.25, known=1.0), Figure(value=0.0, known=0.0))
    """
    known = figure.known * other.known
    return Figure((figure.value - other.value) * known, known)


def at_least(figure: Figure, needed: float) -> Any:
    """Whether a figure is known and meets a number; equal is enough, to 1e-9.

    >>> at_least(Figure(0.1 + 0.2), 0.3), at_least(Figure(0.29), 0.3), at_least(UNKNOWN, 0)
    (True, False, False)
    """
    return (figure.value >= needed - TOLERANCE) & (figure.known > 0)


def at_most(figure: Figure, needed: float) -> Any:
    """Whether a figure is known and no further from 0, either way, than a number.

    >>> at_most(Figure(-0.2), 0.2), at_most(Figure(0.3), 0.2), at_most(UNKNOWN, 1)
    (True, False, False)
    """
    return (figure.value <= needed + TOLERANCE) & (figure.value >= -needed - TOLERANCE) & (figure.known > 0)


def reaches(figure: float, declared: float) -> bool:
    """Tell whether a figure meets a declared number; equal is enough, to 1e-9.

    >>> reaches(0.1 + 0.2, 0.3), reaches(0.29, 0.3)
    (True, False)
    """
    return bool(at_least(Figure(figure), declared))


def climb(levels: Sequence[Sequence[Any]]) -> list[Any]:
    """Whether each level is reached: its own requirements hold, and those of every level below.

    Args:
        levels: n levels, lowest first: whether each of its requirements holds.

    >>> climb([[], [True, True], [False], [True]])
    [True, True, False, False]
    """
    reached: list[Any] = []
    so_far: Any = True
    for holds in levels:
        for one in holds:
            so_far = one & so_far
        reached.append(so_far)
    return reached
