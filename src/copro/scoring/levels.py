"""Which level is reached however voices are counted, and what the next one still asks for."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from copro.model.framework import Framework, Level
from copro.model.scorecard import LevelRange, Overall, PrincipleScore, Scorecard, Skipped, Unmet
from copro.model.values import SIDES
from copro.rules.plan import WHOLE, RequirementRow, Subject
from copro.rules.ranges import Ranges
from copro.rules.requirements import Demand, Figures, demands, is_skipped, reached
from copro.scoring.answers import Answers
from copro.scoring.counts import count_voices
from copro.scoring.power import shared_over
from copro.scoring.promises import kept_over


def figures_of(card: Scorecard, ranges: Ranges, known: Iterable[Subject]) -> Figures:
    """What levels look at, for one way to count voices.

    Args:
        card: The scorecard, for what does not depend on it: agreement, promises, rights, people.
        ranges: Where figures may lie.
        known: The principles that are known.

    Returns:
        The figures.
    """
    known = set(known)
    places: dict[Subject, Overall | PrincipleScore] = {
        WHOLE: card.overall,
        **{Subject(principle=p.id): p for p in card.principles},
    }
    applicable = [Subject(principle=name) for name in ranges.applicable]
    coverage = {subject: float(subject in known) for subject in applicable}
    coverage[WHOLE] = sum(coverage.values()) / len(applicable) if applicable else 0.0
    return Figures(
        ranges=ranges,
        coverage=coverage,
        agreement={
            subject: place.agreement.share if place.agreement and (subject == WHOLE or subject in known) else None
            for subject, place in places.items()
        },
        kept=kept_over(card.commitments),
        people={side: sum(v.people for v in card.voices if side in {None, v.side}) for side in (*SIDES, None)},
        shared=lambda rights: shared_over(card.power, rights),
    )


def with_level(card: Scorecard, framework: Framework, answers: Answers, taking_part: Mapping[str, int]) -> Scorecard:
    """Add the level that holds however voices are counted, and what the next one asks for.

    Each way to count gives a lowest level, all of whose requirements hold whatever the unknown may
    be, and a highest one, which no single requirement rules out. The level is the lowest over all
    ways; where the lowest low and the lowest high differ, it cannot be told, and lies between them.

    Args:
        card: The scorecard, without a level.
        framework: The framework.
        answers: The answers that count.
        taking_part: How many people take part in all, by side.

    Returns:
        The scorecard with its level, or with the range that it lies in.
    """
    if not framework.levels:
        return card
    levels = answers.plan.levels
    figures = {
        count: figures_of(card, counted.ranges, counted.knowledge.together)
        for count, counted in count_voices(answers, framework.policy.level_holds_for, taking_part).items()
    }
    heights = {count: height_of(levels, of) for count, of in figures.items()}
    lowest, highest = (min(height[end] for height in heights.values()) for end in (0, 1))
    holding = next(count for count, (low, _) in heights.items() if low == lowest)
    level = framework.levels[lowest - 1] if lowest == highest else None
    overall = attrs.evolve(
        card.overall,
        level=level.value if level else None,
        level_name=level.name if level else None,
        level_range=None if level else _values(framework, (lowest, highest)),
        level_by_count={count: _values(framework, height) for count, height in heights.items()},
        skipped=skipped(framework.levels, figures[holding]),
    )
    return attrs.evolve(card, overall=overall, unmet=unmet_above(lowest, levels, figures[holding]))


def height_of(levels: Sequence[Sequence[RequirementRow]], figures: Figures) -> tuple[int, int]:
    """How many levels are reached for certain, and how many no requirement rules out."""
    found = reached(levels, figures)
    return sum(found.certain), sum(found.possible)


def _values(framework: Framework, heights: tuple[int, int]) -> LevelRange:
    low, high = (framework.levels[max(height, 1) - 1].value for height in heights)
    return low, high


def unmet_above(height: int, levels: Sequence[Sequence[RequirementRow]], figures: Figures) -> tuple[Unmet, ...]:
    """What the level above some others asks for and is not there for certain.

    Nearest first, then what is not known; ties in the framework's order.
    """
    if height == len(levels):
        return ()
    missing = [demand for demand in demands(levels[height], figures) if not demand.holds]
    return tuple(map(_unmet, sorted(missing, key=_distance)))


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
    """How far a figure is from what is needed; a computer's rounding makes none nearer than another."""
    return (demand.found is None, 0.0 if demand.found is None else round(abs(demand.row.needed - demand.found), 9))
