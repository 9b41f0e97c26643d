"""From ratings to the figures of indicators, principles and the whole."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from copro.model.values import MAIN_SIDES, SIDES, Side
from copro.rules.means import aggregate, mean, weighted_mean
from copro.rules.plan import Plan, Subject, Weighted
from copro.rules.reducers import NUMBERS, Reducer
from copro.rules.rows import UNKNOWN, Figure, difference, join


class Cell(NamedTuple):
    """What one perspective said of one indicator.

    Attributes:
        terms: Figures that sum up to the sum of its rescaled ratings.
        count: How many ratings that is; above 0.
    """

    terms: Sequence[Any]
    count: Any


class Profile(NamedTuple):
    """What the answers come to; ``None`` where nobody rated.

    Attributes:
        sides: Each side's own figures, by indicator and principle.
        together: The figures of the sides together, by indicator and principle.
    """

    sides: Mapping[Subject, Mapping[Side, Any]]
    together: Mapping[Subject, Any]


def profile_of(cells: Mapping[str, Mapping[str, Cell]], plan: Plan, by: Reducer = NUMBERS) -> Profile:
    """Work out the figures of every indicator and principle.

    A perspective's value is the mean of its ratings; a side's value the mean of its perspectives'
    values, or of its ratings; a side's score for a principle the weighted mean of its values over the
    indicators that it rated. The sides are joined by their weights, or every rating counts the same.

    Args:
        cells: Indicator to perspective to what it said; only perspectives that rated it.
        plan: The plan of the framework.
        by: How figures are joined.

    Returns:
        Figures from 0 to 1.
    """
    sides: dict[Subject, Mapping[Side, Any]] = {}
    together: dict[Subject, Any] = {}
    for principle in plan.principles:
        values, pooled = [], []
        for indicator in principle.parts:
            said, subject = cells.get(indicator.id, {}), Subject(indicator=indicator.id)
            values.append(_by_side(said, plan, by))
            pooled.append(_of_all(said.values(), by) if plan.side_weights is None else None)
            sides[subject], together[subject] = values[-1], join_sides(values[-1], pooled[-1], plan)
        subject = Subject(principle=principle.id)
        sides[subject] = {side: over_rated(principle, [v[side] for v in values], by) for side in SIDES}
        together[subject] = join_sides(sides[subject], over_rated(principle, pooled, by), plan)
    return Profile(sides, together)


def _by_side(said: Mapping[str, Cell], plan: Plan, by: Reducer) -> dict[Side, Any]:
    """Each side's value of an indicator: each perspective once, or each response once."""
    found: dict[Side, Any] = {}
    for side in SIDES:
        cells = [cell for perspective, cell in said.items() if plan.side_of[perspective] == side]
        if plan.is_by_person or not cells:
            found[side] = _of_all(cells, by)
        else:
            found[side] = mean([by.total(cell.terms) / cell.count for cell in cells], by)
    return found


def _of_all(cells: Iterable[Cell], by: Reducer) -> Any:
    """The mean over all ratings, each counting once."""
    cells = list(cells)
    if not cells:
        return None
    return by.total([term for cell in cells for term in cell.terms]) / by.total([cell.count for cell in cells])


def over_rated(principle: Weighted, values: Sequence[Any], by: Reducer = NUMBERS) -> Any:
    """The weighted mean of a principle's indicators over those that have a value; ``None`` where none has."""
    rated = [(value, i.weight) for i, value in zip(principle.parts, values, strict=True) if value is not None]
    if len(rated) == 1:
        return rated[0][0]
    return weighted_mean([value for value, _ in rated], [weight for _, weight in rated], by) if rated else None


def join_sides(sides: Mapping[Side, Any], pooled: Any, plan: Plan) -> Any:
    """Join the sides' figures into one, as the policy's voice says.

    ``parity``: the midpoint of the sides shown. ``community``: its figure alone. ``people``:
    the pooled figure. Weights: sum of weight * figure over sum of weights. A side without a
    figure is left out.

    Args:
        sides: Each side's figure, 0 to 1, or ``None``.
        pooled: The figure of all responses together.
        plan: The plan of the framework.

    Returns:
        A figure from 0 to 1, or ``None`` where nobody whose answers count rated anything.
    """
    if plan.side_weights is None:
        return pooled
    return _or_none(join([known(sides[side]) for side in plan.side_weights], plan.side_weights.values()))


def known(figure: Any) -> Figure:
    """A figure as the row rules need it."""
    return UNKNOWN if figure is None else Figure(figure)


def _or_none(figure: Figure) -> Any:
    return figure.value if figure.known else None


def gap_of(sides: Mapping[Any, Any]) -> Any:
    """The services' figure minus the community's; ``None`` where one of them has none.

    >>> gap_of({"community": 0.25, "service": 0.75})
    0.5
    """
    community, service = (known(sides[side]) for side in MAIN_SIDES)
    return _or_none(difference(service, community))


def overall_of(figures: Mapping[str, Any], over: Collection[str], plan: Plan, by: Reducer = NUMBERS) -> Any:
    """Join figures of principles, by the policy's aggregation.

    Args:
        figures: Principle to figure, 0 to 1.
        over: The principles that count.
        plan: The plan of the framework.
        by: How figures are joined.

    Returns:
        A figure from 0 to 1, or ``None`` where there is no aggregation or nothing counts.
    """
    return aggregate(plan.aggregation, [(figures[p.id], p.weight) for p in plan.principles if p.id in over], by)
