"""How sure: intervals hold the truth as often as they say, and depend on nothing but what was said."""

import math
import random
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given

import copro
from copro.model.scorecard import (
    Scorecard,
)
from copro.model.suppressed import number
from copro.model.values import MAIN_SIDES, SIDES
from copro.rules.plan import WHOLE, Plan, Subject
from copro.scoring.scorecard import score
from copro.uncertainty.intervals import certainty, interval
from copro.uncertainty.replicates import Cells, replicate_figures
from copro.uncertainty.sensitivity import sensitivity
from example import loaded
from strategies import World, worlds


def simulated_framework(community: list[int], service: list[int]) -> copro.Framework:
    """Four principles of three indicators, and as many perspectives a side as there are numbers."""
    perspectives = [
        copro.Perspective(id=f"{side}{index}", name=side, side=side, direct=side == "community")
        for side, sizes in zip(MAIN_SIDES, (community, service), strict=True)
        for index in range(len(sizes))
    ]
    return copro.Framework(
        id="simulated",
        edition="1",
        title="Simulated",
        scale=copro.Scale(steps=[copro.Step(value=value, name=str(value)) for value in range(5)]),
        perspectives=perspectives,
        principles=[
            copro.Principle(
                id=f"p{p}",
                name=f"P{p}",
                indicators=[copro.Indicator(id=f"p{p}-i{i}", statement="It happens.") for i in range(3)],
            )
            for p in range(4)
        ],
    )


def expected_rating(mean: float, spread: float) -> float:
    """The mean of a normal number rounded to the steps 0 to 4."""
    return sum(0.5 * math.erfc((step - 0.5 - mean) / spread / math.sqrt(2)) for step in range(1, 5))


def simulate(sizes: dict[str, list[int]], framework: copro.Framework, draw: Any) -> tuple[copro.Assessment, float]:
    """Make up an initiative: people differ, items differ, answers waver; and say what is true of it."""
    ids = [indicator.id for principle in framework.principles for indicator in principle.indicators]
    items = draw.normal(0, 0.4, len(ids))
    people, responses, sides = [], [], []
    for side, counts in sizes.items():
        truths = []
        for index, count in enumerate(counts):
            means = draw.uniform(1, 3) + items + draw.normal(0, 0.3, len(ids))
            truths.append(np.mean([expected_rating(mean, math.hypot(0.7, 0.7)) for mean in means]) / 4)
            for person in range(count):
                said = means + draw.normal(0, 0.7) + draw.normal(0, 0.7, len(ids))
                name = f"{side}-{index}-{person}"
                people.append(copro.Stakeholder(id=name, perspective=f"{side}{index}"))
                ratings = dict(zip(ids, map(int, np.clip(np.round(said), 0, 4)), strict=True))
                responses.append(copro.Response(stakeholder=name, ratings=ratings))
        sides.append(float(np.mean(truths)))
    assessment = copro.Assessment(
        id="simulated",
        title="Simulated",
        framework=framework.name,
        initiative=copro.Initiative(id="simulated", name="Simulated"),
        stakeholders=people,
        responses=responses,
    )
    return assessment, sum(sides) / 2


def share_that_holds_the_truth(community: list[int], service: list[int], runs: int = 250) -> float:
    framework = simulated_framework(community, service)
    draw = np.random.default_rng(1)
    held = 0
    for _ in range(runs):
        assessment, truth = simulate({"community": community, "service": service}, framework, draw)
        found = certainty(score(assessment, framework), assessment, framework, 400).overall.interval
        assert found is not None
        held += found[0] <= truth <= found[1]
    return held / runs


@pytest.mark.simulation
@pytest.mark.parametrize(
    ("community", "service"),
    [([8], [8]), ([4, 4], [4, 4]), ([3, 3, 2], [3, 3, 2]), ([6, 1, 1], [7, 1])],
    ids=["8", "4+4", "3+3+2", "6+1+1 against 7+1"],
)
def test_the_interval_holds_the_truth_in_nine_of_ten_initiatives(community: list[int], service: list[int]) -> None:
    assert share_that_holds_the_truth(community, service) >= 0.9


@pytest.mark.simulation
def test_three_people_a_side_are_known_to_be_less_sure_than_they_look() -> None:
    """The documentation says so; this keeps it true."""
    assert 0.8 <= share_that_holds_the_truth([3], [3]) < 0.9


def intervals(card: Scorecard) -> list[Any]:
    places: list[Any] = [card.overall, *card.principles]
    return [
        (place.score, place.interval, place.gap and place.gap.interval, [s.interval for s in place.sides.values()])
        for place in places
    ] + [card.overall.level_probabilities, card.sensitivity and card.sensitivity.share]


@given(worlds())
def test_every_interval_holds_its_figure_and_probabilities_sum_to_one(
    case: World,
) -> None:
    framework, assessment = case
    card = certainty(score(assessment, framework), assessment, framework, 40)
    places: list[Any] = [card.overall, *card.principles]
    for place in places:
        figures = [(place.score, place.interval), *((s.score, s.interval) for s in place.sides.values())]
        figures += [(place.gap.value, place.gap.interval)] if place.gap else []
        for figure, found in figures:
            if found is not None:
                assert isinstance(figure, float | int)
                assert found[0] <= figure <= found[1]
                assert all(map(math.isfinite, found))
    if card.overall.level_probabilities is not None:
        assert sum(card.overall.level_probabilities.values()) == pytest.approx(1)
        assert card.overall.level is not None
    assert copro.loads(copro.dumps(card)) == card


@given(worlds())
def test_replicates_score_as_the_scorecard_does(case: World) -> None:
    """The arrays agree with the plain path to 1e-9 on the answers as they were given."""
    framework, assessment = case
    card = score(assessment, framework)
    ids = [indicator.id for principle in framework.principles for indicator in principle.indicators]
    cells = []
    for perspective in framework.perspectives:
        values = [
            {p.perspective: p for p in i.sides[perspective.side].perspectives}.get(perspective.id)
            for principle in card.principles
            for i in principle.indicators
        ]
        counts = np.array([[value.respondents if value else 0 for value in values]], dtype=float)
        totals = np.array(
            [[number(value.value or 0.0) * value.respondents if value else 0.0 for value in values]], dtype=float
        )
        cells.append(Cells(perspective.id, totals, counts))
    assert len(ids) == cells[0].totals.shape[1]
    figures = replicate_figures(cells, card, Plan.of(framework))

    def same(found: Any, wanted: Any) -> bool:
        return found is None if wanted is None else np.atleast_1d(found)[0] == pytest.approx(wanted, abs=1e-9)

    for principle in card.principles:
        subject = Subject(principle=principle.id)
        assert same(figures.together[subject], principle.score)
        assert all(same(figures.sides[subject][side], principle.sides[side].score) for side in SIDES)
    assert all(same(figures.sides[WHOLE][side], card.overall.sides[side].score) for side in SIDES)
    if card.status not in {"one_sided", "declined"}:
        assert same(figures.together[WHOLE], card.overall.score)


def test_only_what_was_said_decides_the_draws() -> None:
    framework = copro.frameworks.get("copro-core@2026")
    given_order = loaded()
    names = {s.id: f"person-{index}" for index, s in enumerate(given_order.stakeholders)}
    people = [attrs.evolve(s, id=names[s.id], organisation=None) for s in given_order.stakeholders]
    responses = [
        attrs.evolve(r, stakeholder=names[r.stakeholder], comments={}, evidence={}, date=None)
        for r in given_order.responses
    ]
    random.Random(7).shuffle(people)
    random.Random(8).shuffle(responses)
    renamed = attrs.evolve(given_order, stakeholders=people, responses=responses)
    found = [
        intervals(sensitivity(certainty(score(a, framework), a, framework), a, framework))
        for a in (given_order, renamed)
    ]
    assert found[0] == found[1]


def test_other_answers_are_drawn_otherwise() -> None:
    framework = copro.frameworks.get("copro-core@2026")
    first = loaded()
    changed = attrs.evolve(first.responses[0], ratings={**first.responses[0].ratings, "power-decide": 4})
    other = attrs.evolve(first, responses=(changed, *first.responses[1:]))
    seeds = [certainty(score(a, framework), a, framework, 1).certainty for a in (first, other)]
    assert seeds[0] != seeds[1]


def test_two_runs_give_the_same_bytes() -> None:
    assert copro.dumps(copro.certainty(loaded())) == copro.dumps(copro.certainty(loaded()))


def alone(**ratings: Any) -> tuple[copro.Assessment, copro.Framework]:
    """One person on each side, who say the given things."""
    framework = simulated_framework([1], [1])
    people = [copro.Stakeholder(id="c", perspective="community0"), copro.Stakeholder(id="s", perspective="service0")]
    assessment = copro.Assessment(
        id="alone",
        title="Alone",
        framework=framework.name,
        initiative=copro.Initiative(id="alone", name="Alone"),
        stakeholders=people,
        responses=[copro.Response(stakeholder=person.id, ratings=ratings) for person in people],
    )
    return assessment, framework


def test_one_respondent_a_side_has_no_interval_and_says_why() -> None:
    assessment, framework = alone(**{f"p{p}-i{i}": 2 for p in range(4) for i in range(3)})
    card = copro.certainty(assessment, framework)
    assert card.overall.score == 0.5
    assert (card.overall.interval, card.overall.interval_reason) == (None, "single_respondent")
    assert card.overall.level_probabilities is None
    assert card.overall.gap is not None
    assert card.overall.gap.interval_reason == "single_respondent"


def test_all_unrated_is_a_clear_statement() -> None:
    assessment, framework = alone(**{f"p{p}-i{i}": "dont_know" for p in range(4) for i in range(3)})
    card = copro.certainty(assessment, framework)
    assert (card.status, card.reason) == ("insufficient", "no_ratings")
    assert card.overall.interval is None
    assert card.sensitivity is None
    assert {principle.reason for principle in card.principles} == {"unrated"}


def test_a_principle_that_nobody_rated_has_no_interval() -> None:
    framework = copro.frameworks.get("copro-core@2026")
    gone = {indicator.id for indicator in framework.principles[0].indicators}
    whole = loaded()
    responses = [
        attrs.evolve(r, ratings={k: v for k, v in r.ratings.items() if k not in gone}) for r in whole.responses
    ]
    card = copro.certainty(attrs.evolve(whole, responses=responses, agreed=None))
    first = card.principles[0]
    assert (first.reason, first.interval, first.interval_reason) == ("unrated", None, None)
    assert card.overall.interval is not None


def test_borrowed_spread_is_flagged() -> None:
    card = copro.certainty(loaded())
    assert card.overall.interval_reason == "borrowed_spread"
    assert {p.sides["service"].interval_reason for p in card.principles} <= {None, "borrowed_spread"}
    assert card.principles[5].sides["service"].interval_reason is None
    assert card.principles[5].sides["independent"].interval_reason == "single_respondent"


def test_an_interval_is_never_without_its_figure() -> None:
    assert interval(np.array([0.1, 0.2, 0.3]), 0.9, None) == pytest.approx((0.105, 0.9))
    assert interval(np.array([0.1]), 0.1, "single_respondent") is None
    assert interval(None, 0.1, None) is None


def test_sensitivity_lists_every_choice_that_changes_the_level() -> None:
    card = copro.certainty(loaded())
    assert card.sensitivity is not None
    families = {family.family: family for family in card.sensitivity.families}
    assert [families[name].tried for name in ("aggregation", "voice", "principles", "perspectives", "weights")] == [
        3,
        3,
        12,
        7,
        1000,
    ]
    assert [(v.variant, v.level) for v in families["principles"].changed] == [("power", 2)]
    assert card.sensitivity.share == pytest.approx(11 / 12)
    for family in card.sensitivity.families:
        assert family.share == pytest.approx(1 - sum(v.count for v in family.changed) / family.tried)


def test_the_only_voice_of_a_side_is_not_left_out() -> None:
    whole = loaded()
    managers = {s.id for s in whole.stakeholders if s.perspective == "decision-makers"}
    card = copro.certainty(attrs.evolve(whole, responses=[r for r in whole.responses if r.stakeholder not in managers]))
    assert card.sensitivity is not None
    perspectives = next(f for f in card.sensitivity.families if f.family == "perspectives")
    assert (perspectives.tried, perspectives.changed) == (5, ())
