"""Which level is reached, and what the next one still asks for."""

from collections.abc import Iterable, Sequence

from copro.model.framework import Level
from copro.model.scorecard import Scorecard, Skipped, Unmet
from copro.model.suppressed import Figure, number
from copro.model.values import SIDES, Side
from copro.rules.plan import WHOLE, Plan, Subject
from copro.rules.requirements import Demand, Figures, demands, is_skipped, reached
from copro.scoring.power import shared_over
from copro.scoring.promises import kept_over


def figures_of(card: Scorecard) -> Figures:
    """The figures of a scorecard, for requirements to be held against.

    A principle without a score has no figure of a side either, and no agreement; its coverage is known.
    """
    overall, principles = card.overall, card.principles
    scored = {p.id for p in principles if p.reason is None}
    sides: dict[Subject, dict[Side, float | None]] = {
        WHOLE: {side: _number(overall.sides[side].score) for side in SIDES}
    }
    together = {WHOLE: _number(overall.score)}
    coverage = {WHOLE: overall.coverage}
    agreement = {WHOLE: overall.agreement.share if overall.agreement else None}
    for principle in principles:
        subject, is_scored = Subject(principle=principle.id), principle.id in scored
        together[subject] = _number(principle.score)
        sides[subject] = {s: _number(principle.sides[s].score) if is_scored else None for s in SIDES}
        coverage[subject] = principle.coverage
        agreement[subject] = principle.agreement.share if principle.agreement and is_scored else None
        for indicator in principle.indicators:
            part = Subject(indicator=indicator.id)
            together[part] = _number(indicator.score)
            sides[part] = {s: _number(indicator.sides[s].value) for s in SIDES}
    return Figures(
        applicable=[p.id for p in principles if p.reason != "not_applicable"],
        together=together,
        sides=sides,
        coverage=coverage,
        agreement=agreement,
        kept=kept_over(card.commitments),
        people={side: sum(v.people for v in card.voices if side in {None, v.side}) for side in (*SIDES, None)},
        shared=lambda rights: shared_over(card.power, rights),
    )


def _number(figure: Figure) -> float | None:
    return None if figure is None else number(figure)


def reached_level(levels: Sequence[Level], plan: Plan, figures: Figures) -> tuple[Level | None, tuple[Unmet, ...]]:
    """Climb the levels from the lowest, and stop below the first whose requirements do not hold.

    Args:
        levels: n levels, lowest first; the lowest requires nothing.
        plan: The plan of their framework.
        figures: The figures of one assessment.

    Returns:
        The highest level reached (``None`` where there are no levels), and what the next one
        still asks for: nearest first, then what has no figure, ties in the framework's order.
    """
    height = sum(reached(plan.levels, figures))
    level = levels[height - 1] if height else None
    if height == len(levels):
        return level, ()
    missing = [demand for demand in demands(plan.levels[height], figures) if not demand.holds()]
    return level, tuple(map(_unmet, sorted(missing, key=_distance)))


def skipped(levels: Iterable[Level], figures: Figures) -> tuple[Skipped, ...]:
    """The requirements that are passed over because too little is recorded to hold them against."""
    return tuple(
        Skipped(level=level.value, requirement=requirement, reason="too_few_recorded")
        for level in levels
        for requirement in level.requires
        if is_skipped(requirement, figures)
    )


def _unmet(demand: Demand) -> Unmet:
    row = demand.row
    return Unmet(
        level=row.level,
        requirement=row.requirement,
        principle=row.subject.principle,
        indicator=row.subject.indicator,
        side=row.side,
        found=demand.found,
        needed=row.needed,
    )


def _distance(demand: Demand) -> tuple[bool, float]:
    return (demand.found is None, 0.0 if demand.found is None else abs(demand.row.needed - demand.found))
