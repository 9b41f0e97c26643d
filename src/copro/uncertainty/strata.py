"""The answers as tables, one a perspective, and what draws from them start from."""

import hashlib
import json
import math
from collections.abc import Iterable

import attrs
import numpy as np
from numpy.typing import NDArray

from copro.model.assessment import Assessment
from copro.model.framework import Framework
from copro.model.values import Side, Unrated
from copro.scoring.answers import Row, read_rows

Array = NDArray[np.float64]


@attrs.frozen
class Stratum:
    """What the people of one perspective said.

    Attributes:
        perspective: The perspective.
        side: The side it stands on.
        values: Responses x indicators: rescaled ratings, NaN where not rated.
    """

    perspective: str
    side: Side
    values: Array

    @property
    def raters(self) -> Array:
        """Indicators: how many responses rated each."""
        count: Array = (~np.isnan(self.values)).sum(axis=0).astype(float)
        return count


def sort_answers(assessment: Assessment, framework: Framework) -> list[Stratum]:
    """Sort the responses that count by perspective, leaving out those without a rating.

    Within a perspective they stand in an order that depends only on what was said.
    """
    ids = [indicator.id for indicator in framework.indicators]
    rows = sorted((row for row in read_rows(assessment, framework) if row.values), key=_row_key)
    return [
        Stratum(perspective.id, perspective.side, _table(mine, ids))
        for perspective in framework.perspectives
        if (mine := [row for row in rows if row.perspective == perspective.id])
    ]


def _table(rows: Iterable[Row], ids: Iterable[str]) -> Array:
    ids = list(ids)
    return np.array([[row.values.get(name, math.nan) for name in ids] for row in rows])


def _row_key(row: Row) -> str:
    """A row's perspective and ratings as text, alike for 3 and 3.0."""
    given = {key: value.value if isinstance(value, Unrated) else float(value) for key, value in row.ratings.items()}
    return json.dumps([row.perspective, given], sort_keys=True)


def answer_seed(assessment: Assessment, framework: Framework) -> str:
    """SHA-256 of the framework's name and what was said, whoever said it, in hexadecimal."""
    said = json.dumps([framework.name, sorted(map(_row_key, read_rows(assessment, framework)))])
    return hashlib.sha256(said.encode("utf-8")).hexdigest()
