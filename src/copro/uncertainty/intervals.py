"""How sure the figures are: intervals, clear gaps, and how likely each level is."""

from collections.abc import Sequence
from typing import Any

import attrs

from copro.model.assessment import Assessment
from copro.model.framework import Framework
from copro.model.scorecard import Certainty, Gap, Overall, PrincipleScore, Scorecard
from copro.model.suppressed import Figure, number
from copro.model.values import SIDES, FrozenMap
from copro.rules.plan import Plan
from copro.scoring.answers import read_rows
from copro.uncertainty.estimates import LEVEL, Estimate, chance, clear, interval
from copro.uncertainty.likelihoods import level_likelihoods
from copro.uncertainty.spread import Shares, Spread, slopes
from copro.uncertainty.strata import Stratum, answer_seed, sort_answers

REPLICATES = 2000
"""How many times the answers are drawn again, for the likelihoods of levels."""


def certainty(card: Scorecard, assessment: Assessment, framework: Framework, replicates: int = REPLICATES) -> Scorecard:
    """Add intervals, clear gaps and level likelihoods to a scorecard.

    Args:
        card: The scorecard of the assessment, as :func:`copro.score` gives it.
        assessment: The assessment.
        framework: The framework that it names.
        replicates: How many times to draw the answers for the likelihoods of levels, 1 or more.

    Returns:
        The scorecard with intervals, reasons and probabilities of levels. What is drawn is seeded
        by what was said, so renaming, redacting or reordering people changes nothing.

    Raises:
        ValueError: If ``replicates`` is below 1.
    """
    if replicates < 1:
        raise ValueError(f"replicates must be 1 or more, not {replicates}")
    seed, rows = answer_seed(assessment, framework), read_rows(assessment, framework)
    likely = level_likelihoods(card, assessment, framework, replicates, seed)
    card = with_intervals(card, sort_answers(rows, card), Plan.of(framework))
    overall = attrs.evolve(card.overall, level_probabilities=likely)
    return attrs.evolve(card, overall=overall, certainty=Certainty(replicates=replicates, seed=seed))


def with_intervals(card: Scorecard, strata: Sequence[Stratum], plan: Plan) -> Scorecard:
    """Add intervals, and which gaps are clear, to a scorecard.

    Leave each person out in turn: e is how far the figure of their perspective then moves, times
    n - 1, for the n people of the perspective who rated. On one side, with df the sum of n - 1 over
    its perspectives, people lie apart by a variance of

    - s^2 = (0.125^2 + mean over principles of the sum of e^2) / (1 + mean df), over all principles;
    - (2 df s^2 + sum of e^2) / (3 df) on one principle, with 2 df degrees of freedom;
    - (0.1^2 + sum of e^2) / (1 + df) overall, with df degrees of freedom.

    The variance of a side's figure is that times the sum of a^2 / n, where a is what each
    perspective counts in it. Sides are joined by Satterthwaite's rule. Intervals are those of
    Student's t, cut to what the figure can be. A gap of one principle is clear by Holm's rule over
    all of them, the overall gap by its own interval.

    Args:
        card: The scorecard of the answers.
        strata: The answers.
        plan: The plan of the framework.

    Returns:
        The scorecard with intervals.
    """
    spread = Spread.of(strata, plan)
    principles = tuple(_sure_principle(principle, spread, index) for index, principle in enumerate(card.principles))
    is_clear = clear({p.id: found for p in principles if p.gap and (found := _chance(p.gap)) is not None})
    principles = tuple(
        attrs.evolve(p, gap=p.gap and attrs.evolve(p.gap, is_clear=p.id in is_clear)) for p in principles
    )
    return attrs.evolve(card, principles=principles, overall=_sure_overall(card, spread))


def _chance(gap: Gap) -> float | None:
    """How likely such a gap would be if there were none; ``None`` where that cannot be told."""
    if gap.standard_error is None or gap.degrees_of_freedom is None:
        return None
    return chance(number(gap.value), Estimate(gap.standard_error, gap.degrees_of_freedom))


def _sure(figure: Figure, estimate: Estimate | None, lowest: float = 0) -> dict[str, Any]:
    """The fields that say how sure a figure is; none where there is no figure."""
    if figure is None:
        return {}
    found = interval(number(figure), estimate, lowest)
    return {
        "interval": found,
        "interval_reason": "too_few" if found is None else None,
        "standard_error": estimate and estimate.standard_error,
        "degrees_of_freedom": estimate and estimate.degrees_of_freedom,
    }


def _sure_principle(principle: PrincipleScore, spread: Spread, index: int) -> PrincipleScore:
    def estimate(shares: Shares) -> Estimate | None:
        return spread.of_principle(shares, index)

    sides = {
        side: attrs.evolve(own, **_sure(own.score, estimate(spread.within(side))))  # type: ignore[arg-type]
        for side, own in principle.sides.items()
    }
    gap = principle.gap and attrs.evolve(principle.gap, **_sure(principle.gap.value, estimate(spread.apart()), -1))
    return attrs.evolve(
        principle, sides=FrozenMap(sides), gap=gap, **_sure(principle.score, estimate(spread.together()))
    )


def _sure_overall(card: Scorecard, spread: Spread) -> Overall:
    overall, plan = card.overall, spread.plan
    joint = slopes(plan, {p.id: p.score for p in card.principles if p.reason is None})
    own = {
        side: slopes(plan, {p.id: p.sides[side].score for p in card.principles if card.counts_overall(p, side)})
        for side in SIDES
    }
    sides = {
        side: attrs.evolve(
            overall.sides[side], **_sure(overall.sides[side].score, spread.of_whole(spread.within(side), own))
        )
        for side in SIDES
    }
    gap = overall.gap
    if gap is not None:
        gap = attrs.evolve(gap, **_sure(gap.value, spread.of_whole(spread.apart(), own), -1))
        found = _chance(gap)
        gap = attrs.evolve(gap, is_clear=found is not None and found <= LEVEL)
    return attrs.evolve(
        overall,
        sides=FrozenMap(sides),
        gap=gap,
        **_sure(overall.score, spread.of_whole(spread.together(), dict.fromkeys(SIDES, joint))),
    )
