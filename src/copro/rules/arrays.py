"""Many figures at once, as NumPy arrays: one element a replicate."""

import functools
import operator
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from copro.rules.reducers import Reducer


class Arrays:
    """Arrays of one length, and single numbers that stand for all their elements."""

    @staticmethod
    def total(terms: Iterable[Any]) -> Any:
        """The sum, element by element."""
        return functools.reduce(operator.add, terms)

    @staticmethod
    def least(figures: Sequence[Any]) -> Any:
        """The lowest, element by element."""
        return functools.reduce(np.minimum, figures)

    @staticmethod
    def where(condition: Any, figure: Any, otherwise: Any) -> Any:
        """One of two figures, element by element."""
        return np.where(condition, figure, otherwise)

    @staticmethod
    def log(figure: Any) -> Any:
        """The natural logarithm, element by element."""
        return np.log(figure)

    @staticmethod
    def exp(figure: Any) -> Any:
        """E to the power of each element."""
        return np.exp(figure)


ARRAYS: Reducer = Arrays()
