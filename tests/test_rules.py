"""One text of the rules for numbers, arrays and dataframes: all give the same, to the last bit."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import duckdb
import narwhals as nw
import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copro.model.framework import Aggregation
from copro.rules.arrays import ARRAYS
from copro.rules.means import aggregate
from copro.rules.rows import Figure, at_least, climb, difference, join, no_more
from profiles import scaled

FIGURE = st.one_of(st.none(), st.integers(0, 4).map(lambda n: n / 4), st.floats(0, 1, allow_subnormal=False))
WORLDS = st.lists(st.tuples(FIGURE, FIGURE), min_size=1, max_size=8)
WEIGHTS = st.tuples(st.floats(0.01, 1000), st.floats(0.01, 1000))
NEEDED = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=4)

RESULTS = ("score", "score_known", "gap", "gap_known")


def ruled(community: Figure, service: Figure, weights: Sequence[float], needed: Sequence[Sequence[float]]) -> list[Any]:
    """What the row rules make of the figures of two sides: the score, the gap, and each level reached or not."""
    score, gap = join([community, service], weights), difference(service, community)
    levels = [[at_least(score, low), at_least(community, own), no_more(gap.value, wide)] for low, own, wide in needed]
    return [*score, *gap, *climb(levels)]


def as_rows(world: Sequence[tuple[float | None, float | None]]) -> dict[str, list[float]]:
    columns = {"community": [one for one, _ in world], "service": [other for _, other in world]}
    return {
        name: column
        for side, figures in columns.items()
        for name, column in (
            (side, [figure or 0.0 for figure in figures]),
            (f"{side}_known", [float(figure is not None) for figure in figures]),
        )
    }


def pair(of: Callable[[str], Any], side: str) -> Figure:
    return Figure(of(side), of(f"{side}_known"))


def in_engine(frame: Any, width: int, *arguments: Any) -> list[list[Any]]:
    """The same, as expressions that an engine works out, row by row."""
    names = [*RESULTS, *(f"level_{index}" for index in range(width))]
    made = ruled(pair(nw.col, "community"), pair(nw.col, "service"), *arguments)
    columns = {name: expression.alias(name) for name, expression in zip(names, made, strict=True)}
    told = nw.from_native(frame).with_columns(**columns).select("row", *names)
    collected = told.collect() if isinstance(told, nw.LazyFrame) else told
    return [list(row[1:]) for row in sorted(collected.rows())]


@scaled(0.5)  # engines take their time to start
@given(WORLDS, WEIGHTS, NEEDED)
def test_row_rules_are_the_same_for_numbers_arrays_and_dataframes(
    world: list[tuple[float | None, float | None]],
    weights: tuple[float, float],
    needed: list[tuple[float, float, float]],
) -> None:
    columns = as_rows(world)
    by_number = [
        ruled(pair(row.__getitem__, "community"), pair(row.__getitem__, "service"), weights, needed)
        for row in ({name: column[index] for name, column in columns.items()} for index in range(len(world)))
    ]
    arrays = {name: np.array(column) for name, column in columns.items()}
    by_array = ruled(pair(arrays.__getitem__, "community"), pair(arrays.__getitem__, "service"), weights, needed)
    assert [list(row) for row in zip(*(column.tolist() for column in by_array), strict=True)] == by_number
    polars = pl.DataFrame({"row": range(len(world)), **columns})
    assert in_engine(polars, len(needed), weights, needed) == by_number
    assert in_engine(polars.lazy(), len(needed), weights, needed) == by_number
    with duckdb.connect() as connection:
        connection.register("world", polars.to_arrow())
        assert in_engine(connection.table("world"), len(needed), weights, needed) == by_number


@given(
    st.sampled_from(("arithmetic", "geometric", "harmonic", "minimum")),
    st.lists(st.tuples(FIGURE.filter(lambda x: x is not None), st.floats(0.01, 1000)), min_size=1, max_size=6),
    st.integers(1, 3),
)
def test_means_are_the_same_for_numbers_and_arrays(
    method: Aggregation, figures: list[tuple[float, float]], width: int
) -> None:
    by_number = aggregate(method, figures)
    by_array = aggregate(method, [(np.full(width, figure), weight) for figure, weight in figures], ARRAYS)
    assert by_array.tolist() == pytest.approx([by_number] * width, abs=1e-12)


def test_a_mean_of_nothing_is_nothing_and_a_zero_weighs_all_under_geometric_and_harmonic() -> None:
    assert aggregate("arithmetic", []) is None
    assert aggregate(None, [(0.5, 1)]) is None
    assert [aggregate(method, [(0.0, 1), (1.0, 1000)]) for method in ("geometric", "harmonic", "minimum")] == [0, 0, 0]
    assert math.isclose(aggregate("harmonic", [(5e-324, 1), (1.0, 1)]), 1e-323, rel_tol=1)
