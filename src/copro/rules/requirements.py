"""What requirements find in the figures, and which level that makes."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple, assert_never

import attrs

from copro.model.framework import EVERY_PRINCIPLE, Measure, Requirement
from copro.model.values import Side
from copro.rules.plan import RequirementRow, Subject
from copro.rules.profile import gap_of, known
from copro.rules.rows import at_least, at_most, climb


@attrs.frozen(kw_only=True)
class Figures:
    """What requirements are held against: single figures or arrays, ``None`` where there is none.

    Attributes:
        applicable: The ids of the principles that apply.
        together: The figures of everyone together.
        sides: Each side's own figures.
        coverage: Coverage of the whole and of each principle.
        agreement: The share of ratings near their median, of the whole and of each principle.
        kept: How many due promises of services to the community were kept, and how many are due.
        people: How many people rated, on each side and, under ``None``, in all.
        shared: Of some rights, or all, how many the community holds, and how many are recorded.
    """

    applicable: Collection[str]
    together: Mapping[Subject, Any]
    sides: Mapping[Subject, Mapping[Side, Any]]
    coverage: Mapping[Subject, float | None]
    agreement: Mapping[Subject, float | None]
    kept: tuple[int, int]
    people: Mapping[Side | None, int]
    shared: Callable[[Collection[str]], tuple[int, int]]


class Demand(NamedTuple):
    """A row of a requirement, and the figure that it is held against."""

    row: RequirementRow
    found: Any

    def holds(self) -> Any:
        """Whether it is met; equal is enough, to 1e-9; no figure never meets it."""
        return (at_most if is_limit(self.row.requirement) else at_least)(known(self.found), self.row.needed)


def is_limit(requirement: Requirement) -> bool:
    """Whether a requirement asks that something is not more than a number."""
    return requirement.at_most is not None


def needs_both(requirement: Requirement) -> bool:
    """Whether a requirement is about both sides, each by itself or against the other."""
    return requirement.side == "each" or requirement.measure is Measure.GAP


def demands(rows: Sequence[RequirementRow], figures: Figures) -> list[Demand]:
    """Everything that the given rows ask for, leaving out what is passed over."""
    return [Demand(row, found(row, figures)) for row in rows if not _is_passed_over(row, figures)]


def found(row: RequirementRow, figures: Figures) -> Any:
    """The figure that a row is held against; ``None`` where there is none."""
    match row.requirement.measure:
        case Measure.SCORE:
            return figures.together[row.subject] if row.side is None else figures.sides[row.subject][row.side]
        case Measure.GAP:
            gap = gap_of(figures.sides[row.subject])
            return None if gap is None else abs(gap)
        case Measure.COVERAGE:
            return figures.coverage[row.subject]
        case Measure.AGREEMENT:
            return figures.agreement[row.subject]
        case Measure.KEPT | Measure.SHARED:
            part, whole = recorded(row.requirement, figures)
            return part / whole if whole >= max(row.requirement.minimum, 1) else None
        case Measure.PEOPLE:
            return figures.people[row.side]
        case _:
            assert_never(row.requirement.measure)


def recorded(requirement: Requirement, figures: Figures) -> tuple[int, int]:
    """Of recorded promises or rights, how many are as a requirement wants them, and how many there are."""
    return figures.kept if requirement.measure is Measure.KEPT else figures.shared(requirement.rights)


def is_skipped(requirement: Requirement, figures: Figures) -> bool:
    """Whether too little is recorded to hold a requirement against, and it is then passed over."""
    return requirement.when_none == "skip" and recorded(requirement, figures)[1] < max(requirement.minimum, 1)


def _is_passed_over(row: RequirementRow, figures: Figures) -> bool:
    requirement = row.requirement
    if requirement.of == EVERY_PRINCIPLE:
        return row.subject.principle not in figures.applicable
    return is_skipped(requirement, figures)


def reached(levels: Sequence[Sequence[RequirementRow]], figures: Figures) -> list[Any]:
    """Whether each level is reached, lowest level first."""
    return climb([[demand.holds() for demand in demands(rows, figures)] for rows in levels])
