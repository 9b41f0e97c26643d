"""Which level is reached, and what the next one still asks for."""

from collections.abc import Callable, Iterable, Sequence

import attrs

from copro.model.framework import (
    CoverageAtLeast,
    EachSideAtLeast,
    EveryPrincipleAtLeast,
    GapAtMost,
    IndicatorsAtLeast,
    Level,
    OverallAtLeast,
    PrincipleAtLeast,
    Requirement,
    Scale,
)
from copro.model.scorecard import Gap, Overall, PrincipleScore, Unmet, number
from copro.model.values import MAIN_SIDES, MainSide
from copro.scoring.answers import rescale
from copro.scoring.principles import TOLERANCE, reaches


@attrs.frozen
class Figures:
    """What requirements are held against."""

    overall: Overall
    principles: Sequence[PrincipleScore]
    scale: Scale

    def principle(self, principle_id: str) -> PrincipleScore:
        """One principle by its id."""
        return next(principle for principle in self.principles if principle.id == principle_id)


@attrs.frozen
class Shortfall:
    """One figure that does not meet what a requirement needs; ``None`` where there is none."""

    found: float | None
    needed: float
    principle: str | None = None
    indicator: str | None = None
    side: MainSide | None = None


def _below(found: float | None, needed: float, **place: str | None) -> list[Shortfall]:
    if found is not None and reaches(found, needed):
        return []
    return [Shortfall(found, needed, **place)]  # type: ignore[arg-type]  # place holds attribute names


def _number(figure: object) -> float | None:
    return None if figure is None else number(figure)  # type: ignore[arg-type]  # figures of this library


def overall_at_least(requirement: OverallAtLeast, figures: Figures) -> list[Shortfall]:
    """Hold the overall score against a value."""
    return _below(_number(figures.overall.score), requirement.value)


def each_side_at_least(requirement: EachSideAtLeast, figures: Figures) -> list[Shortfall]:
    """Hold each side's own score, overall or for a principle, against a value."""
    place = requirement.principle
    sides = figures.overall.sides if place is None else figures.principle(place).sides
    return [
        shortfall
        for side in MAIN_SIDES
        for shortfall in _below(_number(sides[side].score), requirement.value, principle=place, side=side)
    ]


def principle_at_least(requirement: PrincipleAtLeast, figures: Figures) -> list[Shortfall]:
    """Hold one principle's score against a value; one without a score fails."""
    principle = figures.principle(requirement.principle)
    return _below(_number(principle.score), requirement.value, principle=principle.id)


def every_principle_at_least(requirement: EveryPrincipleAtLeast, figures: Figures) -> list[Shortfall]:
    """Hold every principle's score against a value, passing over those that do not apply."""
    return [
        shortfall
        for principle in figures.principles
        if principle.reason != "not_applicable"
        for shortfall in _below(_number(principle.score), requirement.value, principle=principle.id)
    ]


def indicators_at_least(requirement: IndicatorsAtLeast, figures: Figures) -> list[Shortfall]:
    """Hold each named indicator's score against a step of the scale."""
    needed = rescale(requirement.step, figures.scale.lowest, figures.scale.highest)
    return [
        shortfall
        for principle in figures.principles
        for indicator in principle.indicators
        if indicator.id in requirement.indicators
        for shortfall in _below(_number(indicator.score), needed, principle=principle.id, indicator=indicator.id)
    ]


def gap_at_most(requirement: GapAtMost, figures: Figures) -> list[Shortfall]:
    """Hold the gap, whichever side is higher, against a value."""
    place = requirement.principle
    gap: Gap | None = figures.overall.gap if place is None else figures.principle(place).gap
    found = None if gap is None else abs(number(gap.value))
    if found is not None and found <= requirement.value + TOLERANCE:
        return []
    return [Shortfall(found, requirement.value, principle=place)]


def coverage_at_least(requirement: CoverageAtLeast, figures: Figures) -> list[Shortfall]:
    """Hold coverage, overall or of a principle, against a value."""
    place = requirement.principle
    found = figures.overall.coverage if place is None else figures.principle(place).coverage
    return _below(found, requirement.value, principle=place)


CHECKS: dict[type, Callable[..., list[Shortfall]]] = {
    OverallAtLeast: overall_at_least,
    EachSideAtLeast: each_side_at_least,
    PrincipleAtLeast: principle_at_least,
    EveryPrincipleAtLeast: every_principle_at_least,
    IndicatorsAtLeast: indicators_at_least,
    GapAtMost: gap_at_most,
    CoverageAtLeast: coverage_at_least,
}
"""How each kind of requirement is held against the figures."""


def shortfalls(requirements: Iterable[Requirement], figures: Figures) -> list[tuple[Requirement, Shortfall]]:
    """All that the given requirements ask for and that is not there."""
    return [
        (requirement, short)
        for requirement in requirements
        for short in CHECKS[type(requirement)](requirement, figures)
    ]


def reached_level(levels: Sequence[Level], figures: Figures) -> tuple[Level | None, tuple[Unmet, ...]]:
    """Climb the levels from the lowest, and stop below the first whose requirements do not hold.

    Args:
        levels: n levels, lowest first; the lowest requires nothing.
        figures: The figures of one assessment.

    Returns:
        The highest level reached (``None`` where there are no levels), and what the next one
        still asks for: nearest first, then what has no figure, ties in the framework's order.
    """
    reached = None
    for level in levels:
        missing = shortfalls(level.requires, figures)
        if missing:
            return reached, tuple(
                Unmet(level=level.value, requirement=requirement, **attrs.asdict(short, recurse=False))
                for requirement, short in sorted(missing, key=_distance)
            )
        reached = level
    return reached, ()


def _distance(missing: tuple[Requirement, Shortfall]) -> tuple[bool, float]:
    _, short = missing
    return (short.found is None, 0.0 if short.found is None else abs(short.needed - short.found))
