"""How many figures become one: what sums, lowest figures and logarithms are, for numbers and for arrays."""

import math
from collections.abc import Iterable, Sequence
from typing import Any, Protocol


class Reducer(Protocol):
    """What the means need to know of the kind of figures that they join."""

    def total(self, terms: Iterable[Any]) -> Any:
        """The sum of figures."""

    def least(self, figures: Sequence[Any]) -> Any:
        """The lowest of figures."""

    def where(self, condition: Any, figure: Any, otherwise: Any) -> Any:
        """A figure where a condition holds, and another where it does not."""

    def log(self, figure: Any) -> Any:
        """The natural logarithm of a figure above 0."""

    def exp(self, figure: Any) -> Any:
        """E to the power of a figure."""


class Numbers:
    """Single numbers; every sum is exact, so order never matters."""

    @staticmethod
    def total(terms: Iterable[float]) -> float:
        """The sum, correctly rounded."""
        return math.fsum(terms)

    @staticmethod
    def least(figures: Sequence[float]) -> float:
        """The lowest."""
        return min(figures)

    @staticmethod
    def where(condition: bool, figure: float, otherwise: float) -> float:  # noqa: FBT001  as the other reducers
        """One of two numbers."""
        return figure if condition else otherwise

    @staticmethod
    def log(figure: float) -> float:
        """The natural logarithm."""
        return math.log(figure)

    @staticmethod
    def exp(figure: float) -> float:
        """E to the power of a number."""
        return math.exp(figure)


NUMBERS: Reducer = Numbers()
