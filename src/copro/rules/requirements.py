"""What requirements find in the figures, and which levels these may make."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple, assert_never

import attrs

from copro.model.framework import EVERY_PRINCIPLE, Measure, Requirement
from copro.model.values import Side
from copro.rules.plan import RequirementRow, Subject
from copro.rules.ranges import ANYWHERE, Range, Ranges, gap_range
from copro.rules.rows import Figure, at_least, climb, no_more


@attrs.frozen(kw_only=True)
class Figures:
    """What requirements are held against: single figures or arrays.

    Attributes:
        ranges: Where scores may lie.
        coverage: The share of principles that are known, for the whole; for each principle 1 or 0.
        agreement: The share of ratings near their median, of the whole and of each principle, where it can be told.
        kept: How many due promises of services to the community were kept, and how many are due.
        people: How many people rated, on each side and, under ``None``, in all.
        shared: Of some rights, or all, how many the community holds, and how many are recorded.
    """

    ranges: Ranges
    coverage: Mapping[Subject, float]
    agreement: Mapping[Subject, float | None]
    kept: tuple[int, int]
    people: Mapping[Side | None, int]
    shared: Callable[[Collection[str]], tuple[int, int]]


class Demand(NamedTuple):
    """What a row of a requirement finds.

    Attributes:
        row: The row.
        found: The figure, where it is known.
        holds: Whether the row holds, wherever what is unknown may lie.
        may_hold: Whether it holds for something that the unknown may be.
    """

    row: RequirementRow
    found: Any
    holds: Any
    may_hold: Any


def demands(rows: Sequence[RequirementRow], figures: Figures) -> list[Demand]:
    """Everything that the given rows ask for, leaving out what is passed over."""
    return [demand for row in rows if (demand := _demand(row, figures)) is not None]


def _demand(row: RequirementRow, figures: Figures) -> Demand | None:
    """What a row finds; ``None`` where it is passed over."""
    requirement, ranges = row.requirement, figures.ranges
    applies = row.subject.principle is None or row.subject.principle in ranges.applicable
    if is_skipped(requirement, figures) or (requirement.of == EVERY_PRINCIPLE and not applies):
        return None
    if not applies or (row.subject.indicator is not None and row.subject not in ranges.together):
        return Demand(row, None, holds=False, may_hold=False)
    if requirement.measure is Measure.GAP:
        return _gap(row, gap_range(ranges.sides[row.subject]))
    found = _found(row, figures)
    return Demand(row, None, holds=False, may_hold=False) if found is None else _at_least(row, found)


def _found(row: RequirementRow, figures: Figures) -> Range | None:
    """Where the figure may lie that a row is held against; ``None`` where too little is recorded for one."""
    requirement, ranges = row.requirement, figures.ranges
    match requirement.measure:
        case Measure.SCORE if row.side is not None:
            found = ranges.sides[row.subject].get(row.side, ANYWHERE)
        case Measure.SCORE | Measure.GAP:
            found = ranges.together[row.subject]
        case Measure.COVERAGE:
            found = _known(figures.coverage[row.subject])
        case Measure.AGREEMENT:
            found = _known(figures.agreement[row.subject])
        case Measure.KEPT | Measure.SHARED:
            part, whole = recorded(requirement, figures)
            return _known(part / whole) if whole >= max(requirement.minimum, 1) else None
        case Measure.PEOPLE:
            found = _known(figures.people[row.side])
        case _:
            assert_never(requirement.measure)
    return found


def _known(figure: float | None) -> Range:
    return ANYWHERE if figure is None else Range(figure, figure)


def _at_least(row: RequirementRow, found: Range) -> Demand:
    holds, may_hold = (at_least(Figure(end), row.needed) for end in found)
    return Demand(row, _one(found), holds, may_hold)


def _gap(row: RequirementRow, found: tuple[Range, Range]) -> Demand:
    """A gap is no wider than a number where neither side is further above the other than that."""
    above, below = found
    holds = no_more(above.greatest, row.needed) & no_more(below.greatest, row.needed)
    may_hold = no_more(above.least, row.needed) & no_more(below.least, row.needed)
    gap = _one(above)
    return Demand(row, None if gap is None else abs(gap), holds, may_hold)


def _one(found: Range) -> Any:
    """The figure itself, where its range has no width; of many at once, none is told."""
    is_one = isinstance(found.least, float | int) and found.least == found.greatest
    return found.least if is_one else None


def recorded(requirement: Requirement, figures: Figures) -> tuple[int, int]:
    """Of recorded promises or rights, how many are as a requirement wants them, and how many there are."""
    return figures.kept if requirement.measure is Measure.KEPT else figures.shared(requirement.rights)


def is_skipped(requirement: Requirement, figures: Figures) -> bool:
    """Whether too little is recorded to hold a requirement against, and it is then passed over."""
    return requirement.when_none == "skip" and recorded(requirement, figures)[1] < max(requirement.minimum, 1)


def needs_both(requirement: Requirement) -> bool:
    """Whether a requirement is about both sides, each by itself or against the other."""
    return requirement.side == "each" or requirement.measure is Measure.GAP


class Reached(NamedTuple):
    """Whether each level, lowest first, is reached for certain, and whether no requirement rules it out."""

    certain: list[Any]
    possible: list[Any]


def reached(levels: Sequence[Sequence[RequirementRow]], figures: Figures) -> Reached:
    """Climb the levels, once with the unknown against and once with it in favour."""
    found = [demands(rows, figures) for rows in levels]
    return Reached(
        climb([[demand.holds for demand in level] for level in found]),
        climb([[demand.may_hold for demand in level] for level in found]),
    )
