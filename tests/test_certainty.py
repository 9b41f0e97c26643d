"""How sure: intervals hold the truth as often as they say, and depend on nothing but what was said."""

import math
import random
from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

import copro
from copro.model.framework import AGGREGATIONS, Aggregation
from copro.model.scorecard import (
    Scorecard,
)
from copro.model.suppressed import number
from copro.model.values import MAIN_SIDES, SIDES
from copro.rules.means import aggregate
from copro.rules.plan import Plan
from copro.scoring.answers import Answers, Row, read_rows
from copro.scoring.scorecard import score
from copro.uncertainty.estimates import LEVEL, Estimate, clear, interval
from copro.uncertainty.intervals import certainty
from copro.uncertainty.replicates import Cells, levels_of_replicates, replicate_profile
from copro.uncertainty.sensitivity import sensitivity
from copro.uncertainty.spread import slopes
from copro.uncertainty.student import critical, two_sided
from example import loaded
from simulation import DESIGNS, Design, framework_of, simulate
from strategies import World, worlds

TWO_PEOPLE = Design(name="1 v 1", community=[1], service=[1])


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
    """The arrays agree with the plain path to 1e-9 on the answers as they were given, levels included."""
    framework, assessment = case
    card, rows = score(assessment, framework), read_rows(assessment, framework)
    taking_part, ids = assessment.initiative.taking_part, [indicator.id for indicator in framework.indicators]
    answers = Answers.of(rows, Plan.of(framework), taking_part)
    said = {False: as_given(rows, ids), True: as_given([r for r in rows if r.side != "community" or r.is_direct], ids)}
    assume(said[True])
    found = replicate_profile(said[False], ids, answers.knowledge, answers.plan)
    for subject, figures in answers.profile.sides.items():
        assert all(same(found.sides[subject][side], figures[side]) for side in SIDES)
        assert same(found.together[subject], answers.profile.together[subject])
    if card.status == "scored" and framework.levels:
        level = "unknown" if card.overall.level is None else str(card.overall.level)
        counted = levels_of_replicates(card, framework, rows, taking_part, said)
        assert {name for name, count in counted.items() if count} == {level}


def as_given(rows: Sequence[Row], ids: Sequence[str]) -> list[Cells]:
    """What each perspective said, as a single replicate."""
    made = []
    for perspective in dict.fromkeys(row.perspective for row in rows):
        values = [[row.values.get(name) for name in ids] for row in rows if row.perspective == perspective]
        rated = np.array([[value is not None for value in row] for row in values], dtype=float)
        totals = np.array([[value or 0.0 for value in row] for row in values])
        made.append(Cells(perspective, totals.sum(axis=0)[None, :], rated.sum(axis=0)[None, :]))
    return made


def same(found: Any, wanted: Any) -> bool:
    return found is None if wanted is None else bool(np.atleast_1d(found)[0] == pytest.approx(wanted, abs=1e-9))


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
    framework = framework_of(TWO_PEOPLE, principles=4)
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
    assert (card.overall.interval, card.overall.interval_reason) == (None, "too_few")
    assert card.overall.standard_error is None
    assert card.overall.level_probabilities is None
    assert card.overall.gap is not None
    assert card.overall.gap.interval_reason == "too_few"


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


def test_a_side_of_one_person_has_no_interval_and_the_others_keep_theirs() -> None:
    card = copro.certainty(loaded())
    assert card.overall.interval is not None
    sides = card.principles[5].sides
    assert sides["service"].interval is not None
    assert (sides["independent"].interval, sides["independent"].interval_reason) == (None, "too_few")


def test_an_interval_wider_than_half_of_what_the_figure_can_be_is_too_few_to_say() -> None:
    wide = Estimate(0.13, 1000)
    assert interval(0.5, wide) is None
    assert interval(0.9, wide) == pytest.approx((0.645, 1), abs=0.001)
    assert interval(0.0, wide, -1) == pytest.approx((-0.255, 0.255), abs=0.001)
    assert interval(0.1, None) is None


def test_sensitivity_lists_every_choice_that_changes_the_level() -> None:
    card = copro.certainty(loaded())
    assert card.sensitivity is not None
    families = {family.family: family for family in card.sensitivity.families}
    assert [families[name].tried for name in ("aggregation", "voice", "principles", "perspectives", "weights")] == [
        3,
        2,
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


@pytest.mark.parametrize("design", [d for d in DESIGNS if d.name in {"3 v 3", "3+1+2 v 2+1"}], ids=lambda d: d.name)
def test_intervals_hold_the_truth_and_nothing_is_called_clear_that_is_not_there(design: Design) -> None:
    """A short run of ``benchmarks/certainty.py``; the certainty page has the long one."""
    found = simulate(design, 80)
    assert min(found.score, found.gap, found.side) >= 0.92
    assert found.principle >= 0.9
    assert found.false_gaps <= 0.05
    assert found.false_overall <= 0.08


def answered(community: list[Any], service: list[Any], principles: int = 4) -> Scorecard:
    """The scorecard of people who each say one thing of everything."""
    design = Design(name="said", community=[len(community)], service=[len(service)])
    framework = framework_of(design, principles)
    said = [("community0", rating) for rating in community] + [("service0", rating) for rating in service]
    assessment = copro.Assessment(
        id="said",
        title="Said",
        framework=framework.name,
        initiative=copro.Initiative(id="said", name="Said"),
        stakeholders=[copro.Stakeholder(id=f"r{n}", perspective=place) for n, (place, _) in enumerate(said)],
        responses=[
            copro.Response(stakeholder=f"r{n}", ratings={i.id: rating for i in framework.indicators})
            for n, (_, rating) in enumerate(said)
        ],
    )
    return copro.certainty(assessment, framework, replicates=1)


@pytest.mark.parametrize("community", [[0] * 30, [0] * 29 + [1], [0] * 2])
def test_people_who_all_say_the_same_are_known_to(community: list[int]) -> None:
    card = answered(community, [4] * 4)
    assert card.overall.gap is not None
    assert card.overall.gap.is_clear
    assert all(p.gap is not None and p.gap.is_clear for p in card.principles)
    low, high = card.principles[0].sides["service"].interval or (0, 0)
    assert 0 < low < high == 1


def test_no_gap_is_never_clear_and_a_step_between_few_is_not() -> None:
    assert not any(p.gap and p.gap.is_clear for p in answered([2] * 30, [2] * 30).principles)
    few = answered([1, 2, 3], [2, 3, 4])
    assert few.overall.gap is not None
    assert not few.overall.gap.is_clear


def test_a_gap_that_would_be_clear_alone_can_be_unclear_among_many() -> None:
    """Holm: the more principles there are, the wider the gap must be."""
    community, service = [1, 1, 2, 2, 1], [2, 3, 2, 2, 3]
    alone, among = answered(community, service, 1), answered(community, service, 40)
    assert [p.gap and p.gap.is_clear for p in alone.principles] == [True]
    assert {p.gap and p.gap.is_clear for p in among.principles} == {False}
    assert among.principles[0].gap is not None
    assert among.principles[0].gap.interval is not None
    assert among.principles[0].gap.interval[0] > 0


@given(st.data())
def test_a_standard_error_is_what_scoring_again_without_each_person_gives(data: st.DataObject) -> None:
    """One perspective a side, cells missing: worked out from scorecards alone."""
    design = Design(name="few", community=[data.draw(st.integers(2, 4))], service=[1])
    framework = framework_of(design, 2)
    cells = st.sampled_from([None] * 4 + [0, 1, 2, 4])
    people = [copro.Stakeholder(id=f"c{n}", perspective="community0") for n in range(design.community[0])]
    responses = []
    for person in people:
        ratings = {i.id: rating for i in framework.indicators if (rating := data.draw(cells)) is not None}
        responses.append(copro.Response(stakeholder=person.id, ratings=ratings))
    whole = copro.Assessment(
        id="few",
        title="Few",
        framework=framework.name,
        initiative=copro.Initiative(id="few", name="Few"),
        stakeholders=people,
        responses=responses,
    )
    card = certainty(score(whole, framework), whole, framework, 1)
    squares, freedom = {}, {}
    for index, principle in enumerate(card.principles):
        own = {i.id for i in framework.principles[index].indicators}
        raters = [r for r in responses if own & set(r.ratings)]
        squares[index], freedom[index] = 0.0, max(len(raters) - 1, 0)
        for left_out in raters if len(raters) > 1 else []:
            rest = attrs.evolve(whole, responses=[r for r in responses if r is not left_out])
            without = score(rest, framework).principles[index].sides["community"].score
            moved = number(principle.sides["community"].score) - number(without)
            squares[index] += ((len(raters) - 1) * moved) ** 2
    known = [index for index in freedom if freedom[index]]
    for index in known:
        mean_squares = sum(squares[one] for one in known) / len(known)
        pooled = (0.125**2 + mean_squares) / (1 + sum(freedom[one] for one in known) / len(known))
        variance = (2 * freedom[index] * pooled + squares[index]) / (3 * freedom[index])
        side = card.principles[index].sides["community"]
        assert side.standard_error == pytest.approx(math.sqrt(variance / (freedom[index] + 1)))
        assert side.degrees_of_freedom == 2 * freedom[index]
    for index in set(freedom) - set(known):
        assert card.principles[index].sides["community"].standard_error is None


@pytest.mark.parametrize("aggregation", AGGREGATIONS)
@given(st.lists(st.tuples(st.floats(0.05, 1), st.floats(0.1, 10)), min_size=1, max_size=5))
def test_an_overall_figure_moves_with_each_principle_by_its_slope(
    aggregation: Aggregation, drawn: list[tuple[float, float]]
) -> None:
    framework = framework_of(TWO_PEOPLE, len(drawn) + 1)
    principles = [attrs.evolve(p, weight=w) for p, (_, w) in zip(framework.principles, [*drawn, (0, 1)], strict=True)]
    policy = copro.Policy(aggregation=aggregation)
    plan = Plan.of(attrs.evolve(framework, principles=principles, policy=policy))
    figures = {p.id: figure for p, (figure, _) in zip(principles, drawn, strict=False)}
    found = slopes(plan, figures)
    assert found is not None
    assert found[-1] == 0
    if aggregation == "minimum" and len({f for f, _ in drawn}) < len(drawn):
        assert found.sum() == pytest.approx(1)
        return
    step = 1e-7
    for slope, (name, figure) in zip(found, figures.items(), strict=False):
        up, down = (
            aggregate(aggregation, [({**figures, name: figure + by}[p.id], p.weight) for p in principles[:-1]])
            for by in (step, -step)
        )
        if aggregation != "minimum" or all(abs(figure - f) > 2 * step for n, f in figures.items() if n != name):
            assert slope == pytest.approx((up - down) / (2 * step), abs=1e-4)


def test_a_zero_that_decides_alone_has_no_slope() -> None:
    framework = attrs.evolve(framework_of(TWO_PEOPLE, 2), policy=copro.Policy(aggregation="geometric"))
    assert slopes(Plan.of(framework), {"p0": 0.0, "p1": 0.5}) is None
    assert slopes(Plan.of(attrs.evolve(framework, policy=copro.Policy(aggregation=None))), {"p0": 0.5}) is None


FREEDOMS = st.one_of(st.floats(0.3, 300), st.sampled_from([1.0, 2.0, 1e3, 1e5]))


@given(st.floats(0, 60), FREEDOMS)
def test_students_t_is_that_of_another_program(t: float, df: float) -> None:
    assert two_sided(t, df) == pytest.approx(2 * stats.t.sf(t, df), rel=1e-8, abs=1e-280)
    assert two_sided(-t, df) == two_sided(t, df)


@given(st.one_of(st.floats(0.001, 0.9999), st.sampled_from([0.5, 0.95, 1 - 1e-8])), FREEDOMS)
def test_critical_values_are_those_of_another_program(share: float, df: float) -> None:
    assert critical(df, share) == pytest.approx(stats.t.isf((1 - share) / 2, df), rel=1e-8)


@given(st.dictionaries(st.integers(), st.floats(0, 0.2), max_size=8))
def test_what_is_clear_together_lies_between_bonferroni_and_each_alone(chances: dict[int, float]) -> None:
    found = clear(chances)
    assert {key for key, p in chances.items() if p <= LEVEL / len(chances)} <= found
    left = {key: p for key, p in chances.items() if key not in found}
    assert not any(p <= LEVEL / len(left) for p in left.values())
    assert found <= {key for key, p in chances.items() if p <= LEVEL}
    assert all(chances[key] <= p for key in found for other, p in chances.items() if other not in found)


def of_voices(**voice: Any) -> Scorecard:
    """Three people and one on the community's side, three of the services, with other voices."""
    design = Design(name="voices", community=[3, 1], service=[3])
    policy = copro.Policy(voice=copro.Voice(**voice))
    framework = attrs.evolve(framework_of(design, 2), policy=policy)
    places = ["community0"] * 3 + ["community1"] + ["service0"] * 3
    assessment = copro.Assessment(
        id="voices",
        title="Voices",
        framework=framework.name,
        initiative=copro.Initiative(id="voices", name="Voices"),
        stakeholders=[copro.Stakeholder(id=f"r{n}", perspective=place) for n, place in enumerate(places)],
        responses=[
            copro.Response(stakeholder=f"r{n}", ratings={i.id: rating for i in framework.indicators})
            for n, rating in enumerate([1, 2, 3, 2, 2, 2, 3])
        ],
    )
    return certainty(score(assessment, framework), assessment, framework, 1)


def variance(place: Any) -> float:
    return float(number(place.standard_error)) ** 2


def test_how_sure_a_figure_is_follows_what_each_voice_counts() -> None:
    """A perspective of 3 and one of 1: a^2 / n sums up to 1/12 + 1/4 each alike, to 3/16 + 1/16 by people."""
    parity, people = of_voices(), of_voices(within_side="people")
    pairs: list[tuple[Any, Any]] = [(parity.overall, people.overall)]
    pairs += zip(parity.principles, people.principles, strict=True)
    for alike, by_people in pairs:
        community, service = (variance(alike.sides[side]) for side in MAIN_SIDES)
        assert variance(by_people.sides["community"]) == pytest.approx(community * 0.75)
        assert variance(alike) == pytest.approx((community + service) / 4)
        assert variance(alike.gap) == pytest.approx(community + service)
    only = of_voices(between_sides="community").overall
    assert only.interval == only.sides["community"].interval
    heavy = of_voices(between_sides={"community": 3, "service": 1}).overall
    community, service = (variance(heavy.sides[side]) for side in MAIN_SIDES)
    assert variance(heavy) == pytest.approx((9 * community + service) / 16)
    together = of_voices(within_side="people", between_sides="people").overall
    community, service = (variance(together.sides[side]) for side in MAIN_SIDES)
    assert variance(together) == pytest.approx((16 * community + 9 * service) / 49)
