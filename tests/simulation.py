"""Made-up initiatives of which the truth is known: how often intervals hold it, and what is falsely called clear.

``benchmarks/certainty.py`` runs all designs at length; a test runs some of them, shorter.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import attrs
import numpy as np
from numpy.typing import NDArray

import copro
from copro.model.scorecard import Interval, Scorecard
from copro.model.suppressed import number
from copro.model.values import MAIN_SIDES, MainSide
from copro.rules.plan import Plan
from copro.scoring.answers import read_rows
from copro.scoring.scorecard import score
from copro.uncertainty.comparison import compare
from copro.uncertainty.intervals import with_intervals
from copro.uncertainty.strata import sort_answers

Array = NDArray[np.float64]

PRINCIPLES, INDICATORS = 12, 3
"""As many as the core has."""

PERSON, ANSWER = 0.7, 0.7
"""How far people differ from each other, and single answers of one person from what they mean, in steps."""


@attrs.frozen(kw_only=True)
class Design:
    """Who answers.

    Attributes:
        name: What it is called in the table.
        community: How many people each perspective of the community has.
        service: The same of the services.
        centre: Between which steps the mean of a perspective lies.
        missing: The share of cells that nobody rates.
    """

    name: str
    community: Sequence[int]
    service: Sequence[int]
    centre: tuple[float, float] = (1, 3)
    missing: float = 0


DESIGNS = (
    Design(name="3 v 3", community=[3], service=[3]),
    Design(name="3+1+2 v 2+1", community=[3, 1, 2], service=[2, 1]),
    Design(name="30 v 4", community=[30], service=[4]),
    Design(name="5 v 5, near the top", community=[5], service=[5], centre=(3.3, 4.3)),
    Design(name="2 v 2", community=[2], service=[2]),
    Design(name="6 v 6, 40 % missing", community=[6], service=[6], missing=0.4),
    Design(name="8 v 8", community=[8], service=[8]),
    Design(name="4 v 4", community=[4], service=[4]),
)


class Found(NamedTuple):
    """Shares of runs.

    Attributes:
        score: Overall intervals that hold the truth, of those that are given.
        gap: The same for the overall gap.
        side: The same for a side's overall figure.
        principle: The same for a side's figure of a principle.
        too_few: Overall scores without an interval.
        too_few_sides: Overall figures of a side without one.
        false_gaps: Scorecards with a clear gap of any principle, where no gap is there.
        false_overall: Scorecards with a clear overall gap, where none is there.
        false_changes: Comparisons with a clear change of any principle, where nothing changed.
        false_overall_changes: Overall changes that are clear, where nothing changed.
    """

    score: float
    gap: float
    side: float
    principle: float
    too_few: float
    too_few_sides: float
    false_gaps: float
    false_overall: float
    false_changes: float
    false_overall_changes: float


def simulate(design: Design, runs: int, seed: int = 1) -> Found:
    """Make up initiatives and hold what is said of them against the truth.

    In each run, three initiatives answer: one whose sides differ; and twice one whose people all
    mean the same, other people each time.
    """
    framework, draw = framework_of(design), np.random.default_rng(seed)
    tally: dict[str, list[bool]] = {name: [] for name in Found._fields}
    for _ in range(runs):
        items = draw.normal(0, 0.4, PRINCIPLES * INDICATORS)
        means = {place.id: _means(design, items, draw) for place in framework.perspectives}
        _hold(tally, _scorecard(design, framework, means, draw), framework, means)
        alike = dict.fromkeys(means, _means(design, items, draw))
        once, again = (_scorecard(design, framework, alike, draw) for _ in range(2))
        for card in (once, again):
            tally["false_gaps"].append(any(p.gap is not None and p.gap.is_clear for p in card.principles))
            tally["false_overall"].append(card.overall.gap is not None and card.overall.gap.is_clear)
        courses = compare([once, again]).courses
        tally["false_changes"].append(any(c.changes[0].is_clear for c in courses if c.principle))
        tally["false_overall_changes"] += [c.changes[0].is_clear for c in courses if not c.principle]
    return Found(**{name: float(np.mean(held)) if held else math.nan for name, held in tally.items()})


def framework_of(design: Design, principles: int = PRINCIPLES) -> copro.Framework:
    """A framework of five steps with the perspectives of a design."""
    return copro.Framework(
        id="simulated",
        edition="1",
        title="Simulated",
        scale=copro.Scale(steps=[copro.Step(value=value, name=str(value)) for value in range(5)]),
        perspectives=[
            copro.Perspective(id=f"{side}{index}", name=side, side=side, direct=side == "community")
            for side, sizes in zip(MAIN_SIDES, (design.community, design.service), strict=True)
            for index in range(len(sizes))
        ],
        principles=[
            copro.Principle(
                id=f"p{p}",
                name=f"P{p}",
                indicators=[copro.Indicator(id=f"p{p}-i{i}", statement="It happens.") for i in range(INDICATORS)],
            )
            for p in range(principles)
        ],
    )


def _means(design: Design, items: Array, draw: np.random.Generator) -> Array:
    """What the people of a perspective mean, on average: one number an indicator, in steps."""
    return draw.uniform(*design.centre) + items + draw.normal(0, 0.3, len(items))


def expected_rating(means: Array) -> Array:
    """The mean of normal numbers, rounded to the steps 0 to 4."""
    spread = math.hypot(PERSON, ANSWER)
    return np.array(
        [sum(0.5 * math.erfc((k - 0.5 - mean) / spread / math.sqrt(2)) for k in range(1, 5)) for mean in means]
    )


def _scorecard(
    design: Design, framework: copro.Framework, means: dict[str, Array], draw: np.random.Generator
) -> Scorecard:
    """Let people answer: they differ, their answers waver, and some cells stay empty; and score that."""
    ids = [indicator.id for indicator in framework.indicators]
    people, responses = [], []
    for place, count in zip(framework.perspectives, [*design.community, *design.service], strict=True):
        shape = (count, len(ids))
        said = means[place.id] + draw.normal(0, PERSON, (count, 1)) + draw.normal(0, ANSWER, shape)
        steps, is_there = np.clip(np.round(said), 0, 4).astype(int), draw.random(shape) >= design.missing
        for number_of, (row, there) in enumerate(zip(steps.tolist(), is_there.tolist(), strict=True)):
            name = f"{place.id}-{number_of}"
            people.append(copro.Stakeholder(id=name, perspective=place.id))
            ratings: Any = {key: step for key, step, given in zip(ids, row, there, strict=True) if given}
            responses.append(copro.Response(stakeholder=name, ratings=ratings))
    assessment = copro.Assessment(
        id="simulated",
        title="Simulated",
        framework=framework.name,
        initiative=copro.Initiative(id="simulated", name="Simulated"),
        stakeholders=people,
        responses=responses,
    )
    card = score(assessment, framework)
    return with_intervals(card, sort_answers(read_rows(assessment, framework), card), Plan.of(framework))


def _hold(tally: dict[str, list[bool]], card: Scorecard, framework: copro.Framework, means: dict[str, Array]) -> None:
    """Note which intervals hold the truth."""
    truth: dict[MainSide, Array] = {}
    for side in MAIN_SIDES:
        own = [expected_rating(means[place.id]) / 4 for place in framework.perspectives if place.side == side]
        truth[side] = np.mean(own, axis=0).reshape(PRINCIPLES, INDICATORS).mean(axis=1)
    community, service = (float(truth[side].mean()) for side in MAIN_SIDES)
    overall = card.overall
    assert overall.gap is not None
    tally["too_few"].append(overall.interval is None)
    tally["too_few_sides"] += [overall.sides[side].interval is None for side in MAIN_SIDES]
    tally["score"] += _holds(overall.interval, (community + service) / 2)
    tally["gap"] += _holds(overall.gap.interval, service - community)
    for side in MAIN_SIDES:
        tally["side"] += _holds(overall.sides[side].interval, float(truth[side].mean()))
        for principle, true in zip(card.principles, truth[side], strict=True):
            tally["principle"] += _holds(principle.sides[side].interval, float(true))
    assert 0 <= number(overall.score) <= 1


def _holds(interval: Interval | None, truth: float) -> Iterator[bool]:
    if interval is not None:
        yield interval[0] <= truth <= interval[1]
