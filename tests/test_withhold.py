"""What is printed never tells one person's answer, not even by subtraction."""

from pathlib import Path

from hypothesis import given

import copro
from copro.model.scorecard import (
    PrincipleScore,
    Scorecard,
)
from copro.model.suppressed import Suppressed
from copro.model.values import SIDES, Side
from copro.scoring.withhold import with_companion, without_single_answers
from strategies import World, worlds

EXAMPLE = Path(__file__).parents[1] / "examples" / "walk-your-neighbourhood" / "assessment.json"


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
        if one_rating:
            assert len(dark) >= 2 or hidden(shown.overall.sides[side].score) or shown.overall.sides[side].score is None
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
