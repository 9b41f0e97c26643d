"""Laws of scoring that hold for every framework and every assessment. One test a law."""

import itertools
import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from random import Random
from typing import Any, TypeVar

import attrs
import jsonschema
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import copro
from copro.documents.schemas import schema_text
from copro.model.scorecard import (
    PerspectiveValue,
)
from copro.model.suppressed import Figure, number
from copro.model.values import MAIN_SIDES, MainSide, Rating, Unrated
from copro.rules.means import geometric_mean, harmonic_mean, minimum, weighted_mean
from copro.rules.plan import Plan
from copro.rules.requirements import demands
from copro.scoring.answers import Answers, read_rows
from copro.scoring.counts import count_voices
from copro.scoring.levels import figures_of
from strategies import CORE, World, answers, core_assessments, indicator_ids, shares, step_values, weights, worlds

T = TypeVar("T")

Cell = tuple[int, str]
"""A response, by its place, and an indicator."""

TINY = 1e-12

ASKS_FOR_MORE = (copro.Measure.SCORE, copro.Measure.COVERAGE)
"""What a higher rating can only help with; a limit on a gap, or agreement, is not one."""


def scores_of(card: copro.Scorecard) -> dict[str, float]:
    """Every score there is, of the whole and of each principle, together and by side."""
    figures: dict[str, Figure] = {"overall": card.overall.score}
    figures |= {f"overall {side}": score.score for side, score in card.overall.sides.items()}
    for principle in card.principles:
        figures[principle.id] = principle.score
        figures |= {f"{principle.id} {side}": score.score for side, score in principle.sides.items()}
    return {name: number(figure) for name, figure in figures.items() if figure is not None}


def rung(card: copro.Scorecard) -> float:
    """The level, with none below all."""
    return -math.inf if card.overall.level is None else card.overall.level


def with_cells(assessment: copro.Assessment, changed: Mapping[Cell, Rating | None]) -> copro.Assessment:
    """The same assessment with other answers in some cells; ``None`` is silence."""
    responses = []
    for place, response in enumerate(assessment.responses):
        ratings = {**response.ratings, **{name: new for (at, name), new in changed.items() if at == place}}
        told = {name: rating for name, rating in ratings.items() if rating is not None}
        responses.append(attrs.evolve(response, ratings=told))
    return attrs.evolve(assessment, responses=responses)


def rated_cells(assessment: copro.Assessment) -> dict[Cell, float]:
    """Every cell that holds a rating."""
    return {
        (place, name): rating
        for place, response in enumerate(assessment.responses)
        for name, rating in response.ratings.items()
        if not isinstance(rating, Unrated)
    }


def reversed_indicators(framework: copro.Framework) -> set[str]:
    return {i.id for principle in framework.principles for i in principle.indicators if i.reversed}


def raise_one(data: st.DataObject, world: World, *, of_reversed: bool) -> copro.Assessment:
    """Raise one rating by one step or more."""
    framework, assessment = world
    flipped = reversed_indicators(framework)
    cells = {
        cell: rating
        for cell, rating in rated_cells(assessment).items()
        if rating < framework.scale.highest and (cell[1] in flipped) == of_reversed
    }
    assume(cells)
    cell = data.draw(st.sampled_from(sorted(cells)), label="cell")
    higher = data.draw(st.sampled_from([step for step in step_values(framework) if step > cells[cell]]), label="to")
    return with_cells(assessment, {cell: higher})


def with_between_sides(framework: copro.Framework, between: Any) -> copro.Framework:
    voice = attrs.evolve(framework.policy.voice, between_sides=between)
    return attrs.evolve(framework, policy=attrs.evolve(framework.policy, voice=voice))


def perspective_value(card: copro.Scorecard, indicator: str, perspective: str) -> PerspectiveValue | None:
    for principle in card.principles:
        for score in principle.indicators:
            for side in score.sides.values():
                for value in side.perspectives:
                    if (score.id, value.perspective) == (indicator, perspective):
                        return value
    return None


@cache
def scorecard_schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema_text("scorecard")))


@given(worlds())
def test_every_score_and_coverage_is_from_0_to_1_and_every_gap_from_minus_1_to_1(world: World) -> None:
    framework, assessment = world
    card = copro.score(assessment, framework)
    figures: list[Figure] = [*scores_of(card).values(), card.overall.coverage]
    for principle in card.principles:
        figures.append(principle.share_rated)
        for indicator in principle.indicators:
            figures.append(indicator.score)
            for side in indicator.sides.values():
                figures += [side.value, *(voice.value for voice in side.perspectives)]
    if card.agreed is not None:
        figures += [card.agreed.score, card.agreed.share_rated]
        figures += [figure for each in card.agreed.principles for figure in (each.score, each.share_rated)]
    assert all(0 <= number(figure) <= 1 for figure in figures if figure is not None)
    gaps = [gap for gap in (card.overall.gap, *(p.gap for p in card.principles)) if gap is not None]
    assert all(-1 <= number(gap.value) <= 1 for gap in gaps)


@given(worlds())
def test_under_parity_a_principles_score_is_exactly_the_midpoint_of_the_sides_shown(world: World) -> None:
    framework, assessment = world
    card = copro.score(assessment, with_between_sides(framework, "parity"))
    for principle in card.principles:
        shown = [number(figure) for side in MAIN_SIDES if (figure := principle.sides[side].score) is not None]
        if principle.score is not None:
            assert principle.score == sum(shown) / len(shown)


@given(worlds(), st.data())
def test_raising_a_rating_never_lowers_a_score(world: World, data: st.DataObject) -> None:
    framework, assessment = world
    before = scores_of(copro.score(assessment, framework))
    after = scores_of(copro.score(raise_one(data, world, of_reversed=False), framework))
    assert before.keys() == after.keys()
    assert all(after[name] >= before[name] - TINY for name in before)


@given(worlds(), st.data())
def test_raising_a_rating_of_a_reversed_indicator_never_raises_a_score(world: World, data: st.DataObject) -> None:
    framework, assessment = world
    before = scores_of(copro.score(assessment, framework))
    after = scores_of(copro.score(raise_one(data, world, of_reversed=True), framework))
    assert before.keys() == after.keys()
    assert all(after[name] <= before[name] + TINY for name in before)


@given(worlds(), st.sampled_from(["plain", "reversed"]), st.data())
def test_raising_a_rating_moves_the_level_its_own_way_where_levels_only_ask_for_more(
    world: World, kind: str, data: st.DataObject
) -> None:
    framework, assessment = world
    levels = [
        attrs.evolve(level, requires=[wanted for wanted in level.requires if wanted.measure in ASKS_FOR_MORE])
        for level in framework.levels
    ]
    asks_for_more = attrs.evolve(framework, levels=[level for level in levels if level.requires or level == levels[0]])
    faults = copro.validate(copro.dumps(asks_for_more).encode())
    assume(not any(fault.severity == "error" for fault in faults))  # what is left may ask for nothing new
    before = rung(copro.score(assessment, asks_for_more))
    after = rung(copro.score(raise_one(data, world, of_reversed=kind == "reversed"), asks_for_more))
    assert after <= before if kind == "reversed" else after >= before


@given(core_assessments(), st.sampled_from(MAIN_SIDES), st.sampled_from(CORE.principles))
def test_on_the_core_leaving_a_principle_unanswered_never_raises_the_level(
    assessment: copro.Assessment, side: MainSide, any_principle: copro.Principle
) -> None:
    sides = {place.id: place.side for place in CORE.perspectives}
    side_of = {stakeholder.id: sides[stakeholder.perspective] for stakeholder in assessment.stakeholders}
    before = copro.score(assessment)
    weakest = min(before.principles, key=lambda principle: number(principle.sides[side].score or 0))
    for principle in (any_principle, weakest):
        names = {indicator.id for indicator in principle.indicators}
        blank: dict[Cell, Rating | None] = {
            (place, name): None
            for place, response in enumerate(assessment.responses)
            for name in names & set(response.ratings)
            if side_of[response.stakeholder] == side
        }
        assert rung(copro.score(with_cells(assessment, blank))) <= rung(before)


@given(worlds(), st.randoms(use_true_random=False))
def test_order_and_ids_of_people_never_change_a_figure_to_the_bit(world: World, random: Random) -> None:
    framework, assessment = world

    def shuffled(items: Iterable[T]) -> list[T]:
        mixed = list(items)
        random.shuffle(mixed)
        return mixed

    named = shuffled(stakeholder.id for stakeholder in assessment.stakeholders)
    new_id = {old: f"person-{number}" for number, old in enumerate(named)}
    other = attrs.evolve(
        assessment,
        stakeholders=shuffled(attrs.evolve(person, id=new_id[person.id]) for person in assessment.stakeholders),
        responses=shuffled(
            attrs.evolve(
                response,
                stakeholder=new_id[response.stakeholder],
                ratings=dict(shuffled(response.ratings.items())),
            )
            for response in assessment.responses
        ),
    )
    card, other_card = (
        copro.dumps(attrs.evolve(result, assessment=attrs.evolve(result.assessment, digest=None)))
        for result in (copro.score(assessment, framework), copro.score(other, framework))
    )
    assert card == other_card


@given(worlds(), st.floats(0.001, 10), st.floats(0.001, 10), st.floats(0.001, 10))
def test_weights_matter_only_as_ratios(world: World, outer: float, inner: float, sides: float) -> None:
    framework, assessment = world
    scaled = attrs.evolve(
        framework,
        principles=[
            attrs.evolve(
                principle,
                weight=principle.weight * outer,
                indicators=[attrs.evolve(i, weight=i.weight * inner) for i in principle.indicators],
            )
            for principle in framework.principles
        ],
    )
    between = framework.policy.voice.between_sides
    if not isinstance(between, str):
        scaled = with_between_sides(scaled, {side: weight * sides for side, weight in between.items()})
    card, other = copro.score(assessment, framework), copro.score(assessment, scaled)
    assert scores_of(other) == pytest.approx(scores_of(card), abs=1e-9)
    assert [p.share_rated for p in other.principles] == pytest.approx(
        [p.share_rated for p in card.principles], abs=1e-9
    )
    assert other.overall.coverage == pytest.approx(card.overall.coverage, abs=1e-9)
    assert (other.status, other.reason, other.overall.level) == (card.status, card.reason, card.overall.level)
    assert other.overall.left_out == card.overall.left_out


@given(st.lists(st.tuples(st.one_of(shares(), st.floats(1e-6, 1)), weights()), min_size=1, max_size=12))
def test_minimum_is_at_most_harmonic_is_at_most_geometric_is_at_most_arithmetic(
    pairs: list[tuple[float, float]],
) -> None:
    values, by = [0.0 if value < 1e-6 else value for value, _ in pairs], [weight for _, weight in pairs]
    means = [mean(values, by) for mean in (minimum, harmonic_mean, geometric_mean, weighted_mean)]
    assert all(lower <= higher + TINY for lower, higher in itertools.pairwise(means))


@given(worlds(), st.sampled_from([Unrated.DONT_KNOW, Unrated.PREFER_NOT_TO_SAY]), st.data())
def test_an_unrated_state_never_counts_as_zero(world: World, state: Unrated, data: st.DataObject) -> None:
    framework, assessment = world
    silent = [
        (place, name)
        for place, response in enumerate(assessment.responses)
        for name in indicator_ids(framework)
        if name not in response.ratings
    ]
    assume(silent)
    cell = data.draw(st.sampled_from(silent), label="silent cell")
    card = copro.score(assessment, framework)
    unrated = copro.score(with_cells(assessment, {cell: state}), framework)
    lowest = copro.score(with_cells(assessment, {cell: framework.scale.lowest}), framework)
    assert scores_of(unrated) == scores_of(card)

    place, name = cell
    response = assessment.responses[place]
    (perspective,) = [s.perspective for s in assessment.stakeholders if s.id == response.stakeholder]
    before, after, zero = (perspective_value(each, name, perspective) for each in (card, unrated, lowest))
    if before is None or after is None or zero is None:
        return  # this perspective is not scored at all
    assert after.value == before.value
    counted = response.answered != "for_someone" and name not in reversed_indicators(framework)
    if counted and before.value is not None and number(before.value) > 0:
        assert number(zero.value) < number(before.value)


@given(worlds())
def test_a_level_reached_implies_every_lower_level_and_not_the_next(world: World) -> None:
    framework, assessment = world
    card = copro.score(assessment, framework)
    assume(card.status == "scored")
    assume(framework.levels)
    taking_part, rows = assessment.initiative.taking_part, Plan.of(framework).levels
    answers = Answers.of(read_rows(assessment, framework), Plan.of(framework), taking_part)
    counted = count_voices(answers, framework.policy.level_holds_for, taking_part)
    figures = [figures_of(card, each.ranges, each.knowledge.together) for each in counted.values()]
    level = card.overall.level if card.overall.level is not None else (card.overall.level_range or (None,))[0]
    assert level is not None
    reached = [each for each in framework.levels if each.value <= level]
    assert card.overall.level_name in {reached[-1].name, None}
    assert all(demand.holds for asked in rows[1 : len(reached)] for of in figures for demand in demands(asked, of))
    following = framework.levels[len(reached) : len(reached) + 1]
    asked_next = [[demand for asked in rows[len(reached) :][:1] for demand in demands(asked, of)] for of in figures]
    missing = [[demand for demand in asked if not demand.holds] for asked in asked_next]
    assert any(missing) == bool(following)
    told = sorted((u.found is None, u.found or 0, u.needed) for u in card.unmet)
    assert told in [sorted((d.found is None, d.found or 0, d.row.needed) for d in each) for each in missing]
    assert {unmet.level for unmet in card.unmet} == {level.value for level in following}


@given(worlds())
def test_only_the_status_scored_has_a_level(world: World) -> None:
    framework, assessment = world
    card = copro.score(assessment, framework)
    assert (card.reason is None) == (card.status == "scored")
    if card.status != "scored":
        assert card.overall.level is None
        assert card.overall.level_name is None
        assert card.unmet == ()
    else:
        assert (card.overall.level is not None) == bool(framework.levels)
    if card.status in {"one_sided", "declined"}:
        assert card.overall.score is None


@given(worlds())
def test_a_scorecard_always_fits_its_schema_and_holds_no_nan(world: World) -> None:
    framework, assessment = world
    document = json.loads(copro.dumps(copro.score(assessment, framework)), parse_constant=pytest.fail)
    scorecard_schema().validate(document)


@given(worlds(), st.data())
def test_an_answer_in_someones_place_never_changes_a_score(world: World, data: st.DataObject) -> None:
    framework, assessment = world
    place = data.draw(st.sampled_from(framework.perspectives), label="perspective")
    proxy = copro.Response(
        stakeholder="absent", answered="for_someone", helped_by="service", ratings=data.draw(answers(framework))
    )
    more = attrs.evolve(
        assessment,
        stakeholders=[*assessment.stakeholders, copro.Stakeholder(id="absent", perspective=place.id)],
        responses=[*assessment.responses, proxy],
    )
    before, after = copro.score(assessment, framework), copro.score(more, framework)
    assert after.overall == before.overall
    assert after.principles == before.principles
    assert (after.status, after.reason, after.unmet) == (before.status, before.reason, before.unmet)


@given(worlds(reversible=False), st.data())
def test_where_everyone_rates_the_same_step_every_score_is_its_place(world: World, data: st.DataObject) -> None:
    framework, assessment = world
    step = data.draw(st.sampled_from(step_values(framework)), label="step")
    same = with_cells(assessment, dict.fromkeys(rated_cells(assessment), step))
    lowest, highest = framework.scale.lowest, framework.scale.highest
    for score in scores_of(copro.score(same, framework)).values():
        assert score == pytest.approx((step - lowest) / (highest - lowest), abs=TINY)


@given(worlds(), st.integers(2, 500))
def test_a_group_is_one_voice_whatever_its_size(world: World, people: int) -> None:
    framework, assessment = world
    other = attrs.evolve(
        assessment,
        responses=[
            attrs.evolve(response, people=people) if response.answered == "group" else response
            for response in assessment.responses
        ],
    )
    before, after = copro.score(assessment, framework), copro.score(other, framework)
    assert [principle.score for principle in after.principles] == [principle.score for principle in before.principles]
    assert after.overall.sides == before.overall.sides


@given(worlds())
def test_those_on_neither_side_are_shown_and_move_no_sides_figure(world: World) -> None:
    framework, assessment = world
    neither = {place.id for place in framework.perspectives if place.side == "independent"}
    theirs = {person.id for person in assessment.stakeholders if person.perspective in neither}
    without = attrs.evolve(
        assessment, responses=[response for response in assessment.responses if response.stakeholder not in theirs]
    )
    before, after = copro.score(assessment, framework), copro.score(without, framework)
    for principle, other in zip(before.principles, after.principles, strict=True):
        for side in MAIN_SIDES:
            assert principle.sides[side] == other.sides[side]
        pooled = framework.policy.voice.between_sides == "people"
        if None not in {principle.score, other.score} and not pooled:
            assert principle.score == other.score
