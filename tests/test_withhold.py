"""What is printed never tells one person's answer, not even by subtraction."""

import attrs
from hypothesis import given

import copro
from copro.model.scorecard import (
    PrincipleScore,
    Scorecard,
)
from copro.model.suppressed import Suppressed
from copro.model.values import MAIN_SIDES, SIDES, Side
from copro.privacy.withhold import with_companion, without_single_answers
from example import EXAMPLE
from simulation import Design, framework_of
from strategies import World, worlds


def people_on(principle: PrincipleScore, side: Side) -> dict[str, int]:
    """How many people rated each indicator of a principle on a side; rated ones only."""
    counts = {i.id: sum(p.people for p in i.sides[side].perspectives) for i in principle.indicators}
    return {name: count for name, count in counts.items() if count}


def hidden(figure: object) -> bool:
    return isinstance(figure, Suppressed)


def test_a_single_withheld_figure_takes_its_smallest_neighbour_along() -> None:
    assert with_companion({"a"}, {"a": 1, "b": 3, "c": 2}) == {"a", "c"}
    assert with_companion({"a", "b"}, {"a": 1, "b": 1, "c": 2}) == {"a", "b"}
    assert with_companion({"a"}, {"a": 1, "b": 0}) == {"a"}
    assert with_companion(set(), {"a": 2}) == set()


def check_nothing_single_shows(card: Scorecard) -> None:
    shown = without_single_answers(card)
    for side in SIDES:
        rated = {p.id: people_on(p, side) for p in card.principles if people_on(p, side)}
        answered = {p.id: p.sides[side].respondents for p in card.principles}
        one_rating = [n for n, counts in rated.items() if answered[n] == 1 and max(counts.values()) == 1]
        dark = [p.id for p in shown.principles if hidden(p.sides[side].score)]
        assert set(one_rating) <= set(dark)
        needed = (side,) if side == "independent" else MAIN_SIDES
        joined = {p.id for p in card.principles if not p.reason and all(p.sides[s].score is not None for s in needed)}
        if len(joined & set(dark)) == 1:
            assert hidden(shown.overall.sides[side].score) or shown.overall.sides[side].score is None
        for principle in shown.principles:
            counts = people_on(principle, side)
            out = [i.id for i in principle.indicators if hidden(i.sides[side].value)]
            assert {name for name, count in counts.items() if count == 1} <= set(out)
            if len(out) == 1 and not hidden(principle.sides[side].score):
                raise AssertionError(f"{out} can be worked out from the score of {principle.id}")
            for indicator in principle.indicators:
                perspectives = [p for p in indicator.sides[side].perspectives if p.people]
                for perspective in perspectives:
                    if perspective.people == 1:
                        assert hidden(perspective.value)
                        assert hidden(perspective.counts)
                        assert hidden(perspective.unrated)
                dark_ones = [p for p in perspectives if hidden(p.value)]
                if len(dark_ones) == 1:
                    assert hidden(indicator.sides[side].value)


@given(worlds())
def test_nothing_that_is_shown_tells_one_persons_answer(case: World) -> None:
    framework, assessment = case
    check_nothing_single_shows(copro.score(assessment, framework))


def test_the_example_keeps_single_answers_private() -> None:
    assessment = copro.load(EXAMPLE)
    assert isinstance(assessment, copro.Assessment)
    card = copro.score(assessment)
    check_nothing_single_shows(card)
    shown = without_single_answers(card)
    assert [p.score for p in shown.principles] == [p.score for p in card.principles]
    assert shown.overall.score == card.overall.score
    assert hidden(shown.overall.sides["independent"].score)
    assert all(hidden(p.sides["independent"].score) for p in shown.principles if p.sides["independent"].respondents)


def test_withholding_twice_changes_nothing_more() -> None:
    assessment = copro.load(EXAMPLE)
    assert isinstance(assessment, copro.Assessment)
    once = without_single_answers(copro.score(assessment))
    assert without_single_answers(once) == once


def example_card(**policy: object) -> Scorecard:
    assessment = copro.load(EXAMPLE)
    assert isinstance(assessment, copro.Assessment)
    core = copro.frameworks.get(assessment.framework)
    own = attrs.evolve(core, id="own", policy=attrs.evolve(core.policy, **policy))  # type: ignore[arg-type]  # fields
    return copro.certainty(attrs.evolve(assessment, framework=own.name), own, replicates=50)


def test_what_could_be_tried_out_for_the_answers_is_left_out() -> None:
    card = example_card()
    shown = without_single_answers(card)
    assert card.assessment.digest
    assert card.certainty
    assert card.certainty.seed
    assert shown.assessment.digest is None
    assert shown.certainty
    assert shown.certainty.seed is None
    assert shown.framework.digest == card.framework.digest


def test_how_sure_a_withheld_figure_is_is_withheld_with_it() -> None:
    """Two people who each rate another statement: their score could be solved for single answers."""
    framework = framework_of(Design(name="two", community=[2], service=[3]), 1)
    (principle,) = framework.principles
    weighted = [attrs.evolve(one, weight=weight) for one, weight in zip(principle.indicators, (1, 2, 3), strict=True)]
    framework = attrs.evolve(framework, principles=[attrs.evolve(principle, indicators=weighted)])
    first, second, third = (indicator.id for indicator in weighted)
    said = {
        "c1": {first: 0},
        "c2": {second: 0, third: 0},
        **{f"s{n}": dict.fromkeys((first, second), 4) for n in range(3)},
    }
    assessment = copro.Assessment(
        id="two",
        title="Two",
        framework=framework.name,
        initiative=copro.Initiative(id="two", name="Two"),
        stakeholders=[copro.Stakeholder(id=w, perspective="community0" if w[0] == "c" else "service0") for w in said],
        responses=[copro.Response(stakeholder=who, ratings=ratings) for who, ratings in said.items()],
    )
    card = copro.certainty(assessment, framework)
    assert card.principles[0].gap is not None
    assert card.principles[0].gap.is_clear
    shown = without_single_answers(card).principles[0]
    assert shown.gap is not None
    assert hidden(shown.gap.value)
    for place in (shown.gap, shown, shown.sides["community"]):
        assert (place.interval, place.standard_error, place.degrees_of_freedom) == (None, None, None)
    assert not shown.gap.is_clear


def test_agreement_keeps_its_status_but_not_its_figures_where_an_answer_is_withheld() -> None:
    card = example_card()
    shown = without_single_answers(card)
    for full, told in zip(card.principles, shown.principles, strict=True):
        lone = any(hidden(i.sides[side].value) for i in told.indicators for side in SIDES)
        assert full.agreement
        assert told.agreement
        assert told.agreement.status == full.agreement.status
        assert (told.agreement.alpha is None) == lone


def test_a_mean_that_is_not_arithmetic_is_withheld_with_what_is_in_it() -> None:
    for aggregation in ("geometric", "harmonic", "minimum"):
        shown = without_single_answers(example_card(aggregation=aggregation))
        assert hidden(shown.overall.sides["independent"].score)
        assert not hidden(shown.overall.sides["community"].score)


def test_what_is_withheld_of_the_next_level_comes_last() -> None:
    level = copro.Level(
        value=1, name="One", requires=[copro.Requirement(measure="score", of=["a", "b", "c"], at_step=2)]
    )
    steps = [copro.Step(value=value, name=str(value)) for value in range(3)]
    framework = copro.Framework(
        id="own",
        edition="1",
        title="Own",
        scale=copro.Scale(steps=steps),
        perspectives=[
            copro.Perspective(id="residents", name="Residents", side="community", direct=True),
            copro.Perspective(id="staff", name="Staff", side="service"),
        ],
        principles=[
            copro.Principle(
                id="p", name="P", indicators=[copro.Indicator(id=name, statement="It happens.") for name in "abcd"]
            )
        ],
        policy=copro.Policy(),
        levels=[copro.Level(value=0, name="None"), level],
    )
    people = [copro.Stakeholder(id=f"x{n}", perspective="residents" if n < 3 else "staff") for n in range(6)]
    responses = [copro.Response(stakeholder=p.id, ratings={"b": 0, "c": 0, "d": 0}) for p in people]
    responses[0] = copro.Response(stakeholder="x0", ratings={"a": 1, "b": 0, "c": 0, "d": 0})
    responses[3] = copro.Response(stakeholder="x3", ratings={"a": 1, "b": 0, "c": 0, "d": 0})
    assessment = copro.Assessment(
        id="a",
        title="A",
        framework="own@1",
        initiative=copro.Initiative(id="i", name="I"),
        stakeholders=people,
        responses=responses,
    )
    card = copro.score(assessment, framework)
    assert [unmet.indicator for unmet in card.unmet] == ["a", "b", "c"]
    shown = without_single_answers(card)
    assert [(u.indicator, hidden(u.found)) for u in shown.unmet] == [("c", False), ("a", True), ("b", True)]
