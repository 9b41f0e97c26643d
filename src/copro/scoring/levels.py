"""Which level is reached, and what the next one still asks for."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol

import attrs

from copro.model.framework import (
    AgreementAtLeast,
    CommitmentsKeptAtLeast,
    CoverageAtLeast,
    EachSideAtLeast,
    EveryPrincipleAtLeast,
    GapAtMost,
    IndicatorsAtLeast,
    Level,
    OverallAtLeast,
    PowerSharedAtLeast,
    PrincipleAtLeast,
    Requirement,
    Scale,
)
from copro.model.power import Power, Promises
from copro.model.scorecard import (
    Gap,
    Overall,
    PrincipleScore,
    Skipped,
    Unmet,
)
from copro.model.suppressed import Figure, number
from copro.model.values import MAIN_SIDES, MainSide
from copro.scoring.answers import rescale
from copro.scoring.means import TOLERANCE
from copro.scoring.power import shared_over
from copro.scoring.promises import kept_over


class Figures(Protocol):
    """What requirements are held against: single figures, or arrays of them.

    Each method gives ``None`` where there is no figure.
    """

    scale: Scale
    applicable: Sequence[str]

    def overall(self) -> Any:
        """The overall score."""

    def principle(self, principle: str) -> Any:
        """The score of a principle."""

    def indicator(self, indicator: str) -> Any:
        """The score of an indicator."""

    def side(self, side: MainSide, principle: str | None) -> Any:
        """A side's own score, overall or for a principle."""

    def gap(self, principle: str | None) -> Any:
        """The gap, overall or for a principle."""

    def coverage(self, principle: str | None) -> Any:
        """Coverage, overall or of a principle."""

    def agreement(self, principle: str | None) -> Any:
        """The share of ratings near their median, overall or of a principle."""

    def kept(self) -> tuple[int, int]:
        """How many due promises of services to the community were kept, and how many are due."""

    def shared(self, rights: Collection[str]) -> tuple[int, int]:
        """How many recorded rights the community holds, and how many there are."""


@attrs.frozen
class Demand:
    """One figure that a requirement holds against a number."""

    found: Any
    needed: float
    at_most: bool = False
    principle: str | None = None
    indicator: str | None = None
    side: MainSide | None = None

    def holds(self) -> Any:
        """Whether it is met; equal is enough, to 1e-9; no figure never meets it."""
        if self.found is None:
            return False
        return self.found <= self.needed + TOLERANCE if self.at_most else self.found >= self.needed - TOLERANCE


def overall_at_least(requirement: OverallAtLeast, figures: Figures) -> list[Demand]:
    """Hold the overall score against a value."""
    return [Demand(figures.overall(), requirement.value)]


def each_side_at_least(requirement: EachSideAtLeast, figures: Figures) -> list[Demand]:
    """Hold each side's own score, overall or for a principle, against a value."""
    about = requirement.principle
    return [Demand(figures.side(s, about), requirement.value, principle=about, side=s) for s in MAIN_SIDES]


def principle_at_least(requirement: PrincipleAtLeast, figures: Figures) -> list[Demand]:
    """Hold one principle's score against a value; one without a score fails."""
    return [Demand(figures.principle(requirement.principle), requirement.value, principle=requirement.principle)]


def every_principle_at_least(requirement: EveryPrincipleAtLeast, figures: Figures) -> list[Demand]:
    """Hold every principle's score against a value, passing over those that do not apply."""
    return [Demand(figures.principle(p), requirement.value, principle=p) for p in figures.applicable]


def indicators_at_least(requirement: IndicatorsAtLeast, figures: Figures) -> list[Demand]:
    """Hold each named indicator's score against a step of the scale."""
    needed = rescale(requirement.step, figures.scale.lowest, figures.scale.highest)
    return [Demand(figures.indicator(i), needed, indicator=i) for i in requirement.indicators]


def gap_at_most(requirement: GapAtMost, figures: Figures) -> list[Demand]:
    """Hold the gap, whichever side is higher, against a value."""
    gap = figures.gap(requirement.principle)
    return [Demand(None if gap is None else abs(gap), requirement.value, at_most=True, principle=requirement.principle)]


def coverage_at_least(requirement: CoverageAtLeast, figures: Figures) -> list[Demand]:
    """Hold coverage, overall or of a principle, against a value."""
    about = requirement.principle
    return [Demand(figures.coverage(about), requirement.value, principle=about)]


def agreement_at_least(requirement: AgreementAtLeast, figures: Figures) -> list[Demand]:
    """Hold the share of ratings near their median, overall or of a principle, against a value."""
    about = requirement.principle
    return [Demand(figures.agreement(about), requirement.value, principle=about)]


def commitments_kept_at_least(requirement: CommitmentsKeptAtLeast, figures: Figures) -> list[Demand]:
    """Hold the share of due promises that were kept against a value."""
    return _of_counts(requirement, *figures.kept())


def power_shared_at_least(requirement: PowerSharedAtLeast, figures: Figures) -> list[Demand]:
    """Hold the share of rights that the community holds against a value."""
    return _of_counts(requirement, *figures.shared(requirement.rights))


def _of_counts(requirement: CommitmentsKeptAtLeast | PowerSharedAtLeast, part: int, whole: int) -> list[Demand]:
    """Hold a share of recorded things against a value; too few of them fail, or are skipped."""
    if whole >= max(requirement.minimum, 1):
        return [Demand(part / whole, requirement.value)]
    return [Demand(None, requirement.value)] if requirement.when_none == "fail" else []


DEMANDS: Mapping[type, Callable[..., list[Demand]]] = {
    OverallAtLeast: overall_at_least,
    EachSideAtLeast: each_side_at_least,
    PrincipleAtLeast: principle_at_least,
    EveryPrincipleAtLeast: every_principle_at_least,
    IndicatorsAtLeast: indicators_at_least,
    GapAtMost: gap_at_most,
    CoverageAtLeast: coverage_at_least,
    AgreementAtLeast: agreement_at_least,
    CommitmentsKeptAtLeast: commitments_kept_at_least,
    PowerSharedAtLeast: power_shared_at_least,
}
"""What each kind of requirement holds against what."""


def demands(requirements: Iterable[Requirement], figures: Figures) -> list[tuple[Requirement, Demand]]:
    """Everything that the given requirements ask for."""
    return [(wanted, demand) for wanted in requirements for demand in DEMANDS[type(wanted)](wanted, figures)]


class ScoredFigures:
    """The figures of one scorecard, for requirements to be held against."""

    def __init__(
        self,
        overall: Overall,
        principles: Sequence[PrincipleScore],
        scale: Scale,
        power: Power | None = None,
        promises: Promises | None = None,
    ) -> None:
        self.scale = scale
        self._power = power
        self._promises = promises
        self.applicable: Sequence[str] = [
            principle.id for principle in principles if principle.reason != "not_applicable"
        ]
        self._overall = overall
        self._principles = {principle.id: principle for principle in principles}
        self._indicators = {indicator.id: indicator for p in principles for indicator in p.indicators}

    def overall(self) -> float | None:
        """The overall score."""
        return _number(self._overall.score)

    def principle(self, principle: str) -> float | None:
        """The score of a principle."""
        return _number(self._principles[principle].score)

    def indicator(self, indicator: str) -> float | None:
        """The score of an indicator."""
        return _number(self._indicators[indicator].score)

    def side(self, side: MainSide, principle: str | None) -> float | None:
        """A side's own score, overall or for a principle that has a score."""
        return _number(self._place(principle).sides[side].score) if self._is_scored(principle) else None

    def gap(self, principle: str | None) -> float | None:
        """The gap, overall or for a principle."""
        gap: Gap | None = self._place(principle).gap
        return None if gap is None or not self._is_scored(principle) else _number(gap.value)

    def coverage(self, principle: str | None) -> float | None:
        """Coverage, overall or of a principle."""
        return self._place(principle).coverage

    def agreement(self, principle: str | None) -> float | None:
        """The share of ratings near their median, overall or of a principle."""
        found = self._place(principle).agreement
        return found.share if found and self._is_scored(principle) else None

    def kept(self) -> tuple[int, int]:
        """How many due promises of services to the community were kept, and how many are due."""
        return kept_over(self._promises)

    def shared(self, rights: Collection[str]) -> tuple[int, int]:
        """How many recorded rights the community holds, and how many there are."""
        return shared_over(self._power, rights)

    def _is_scored(self, principle: str | None) -> bool:
        return principle is None or self._principles[principle].reason is None

    def _place(self, principle: str | None) -> Overall | PrincipleScore:
        return self._overall if principle is None else self._principles[principle]


def _number(figure: Figure) -> float | None:
    return None if figure is None else number(figure)


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
        missing = [(wanted, demand) for wanted, demand in demands(level.requires, figures) if not demand.holds()]
        if missing:
            return reached, tuple(_unmet(level, *pair) for pair in sorted(missing, key=_distance))
        reached = level
    return reached, ()


def skipped(levels: Iterable[Level], figures: Figures) -> tuple[Skipped, ...]:
    """The requirements that are passed over because too little is recorded to hold them against."""
    return tuple(
        Skipped(level=level.value, requirement=requirement, reason="too_few_recorded")
        for level in levels
        for requirement in level.requires
        if isinstance(requirement, CommitmentsKeptAtLeast | PowerSharedAtLeast)
        and not DEMANDS[type(requirement)](requirement, figures)
    )


def _unmet(level: Level, requirement: Requirement, demand: Demand) -> Unmet:
    return Unmet(
        level=level.value,
        requirement=requirement,
        principle=demand.principle,
        indicator=demand.indicator,
        side=demand.side,
        found=demand.found,
        needed=demand.needed,
    )


def _distance(missing: tuple[Requirement, Demand]) -> tuple[bool, float]:
    _, demand = missing
    return (demand.found is None, 0.0 if demand.found is None else abs(demand.needed - demand.found))
