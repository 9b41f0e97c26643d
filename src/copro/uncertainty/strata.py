"""The answers as tables, one a perspective, and what draws from them start from."""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping

import attrs
import numpy as np
from numpy.typing import NDArray

from copro.model.assessment import Assessment
from copro.model.framework import Framework
from copro.model.scorecard import Scorecard
from copro.model.values import Side, Unrated
from copro.scoring.answers import Row, read_rows

Array = NDArray[np.float64]


@attrs.frozen
class Stratum:
    """What the people of one perspective said.

    Attributes:
        perspective: The perspective.
        side: The side it stands on.
        is_direct: Whether these are direct voices; of a whole perspective, whether all are.
        values: Responses x indicators: rescaled ratings, NaN where not rated.
    """

    perspective: str
    side: Side
    is_direct: bool
    values: Array

    @property
    def raters(self) -> Array:
        """Indicators: how many responses rated each."""
        count: Array = (~np.isnan(self.values)).sum(axis=0).astype(float)
        return count


def sort_answers(rows: Iterable[Row], card: Scorecard, *, by_voice: bool = False) -> list[Stratum]:
    """Sort the responses that count by perspective, leaving out those without a rating.

    Within a perspective they stand in an order that depends only on what was said. Ratings of what
    does not apply are left out.

    Args:
        rows: The responses that count.
        card: The scorecard, for its perspectives and what applies.
        by_voice: Whether direct voices of a perspective stand apart from its others.

    Returns:
        A table for each perspective that rated, or two.
    """
    applies = {indicator.id: indicator.reason != "not_applicable" for indicator in card.indicators}
    ordered = sorted((row for row in rows if row.values), key=row_key)
    found = []
    for voices in card.voices:
        mine = [row for row in ordered if row.perspective == voices.perspective]
        direct = [row for row in mine if row.is_direct]
        parts = [direct, [row for row in mine if not row.is_direct]] if by_voice else [mine]
        found += [
            Stratum(voices.perspective, part[0].side, len(direct) == len(mine) or part is direct, _table(part, applies))
            for part in parts
            if part
        ]
    return found


def _table(rows: Iterable[Row], applies: Mapping[str, bool]) -> Array:
    return np.array(
        [[row.values.get(name, math.nan) if here else math.nan for name, here in applies.items()] for row in rows]
    )


def row_key(row: Row) -> str:
    """A row's perspective and ratings as text, alike for 3 and 3.0."""
    given = {key: value.value if isinstance(value, Unrated) else float(value) for key, value in row.ratings.items()}
    return json.dumps([row.perspective, given], sort_keys=True)


def answer_seed(assessment: Assessment, framework: Framework) -> str:
    """SHA-256 of the framework's name and what was said, whoever said it, in hexadecimal."""
    said = json.dumps([framework.name, sorted(map(row_key, read_rows(assessment, framework)))])
    return hashlib.sha256(said.encode("utf-8")).hexdigest()
