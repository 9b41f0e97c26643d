"""Krippendorff's alpha against its published example and against another program."""

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import copro
from copro.model.framework import AgreementRule
from copro.scoring.agreement import agreement_of, alpha, middle_steps, near_share
from copro.scoring.answers import Row

GAP = None
PUBLISHED = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, GAP, GAP, GAP],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, GAP, 3],
    [GAP, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, GAP],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, GAP],
]
"""Four observers, twelve units: Krippendorff (2004), Content Analysis; ordinal alpha .815."""

tables = st.integers(2, 6).flatmap(
    lambda steps: st.lists(st.lists(st.integers(0, 5), min_size=steps, max_size=steps), min_size=1, max_size=12)
)


def count(table: list[list[int | None]], steps: int) -> list[list[int]]:
    """Count ratings by unit and step."""
    return [[[row[unit] for row in table].count(step) for step in range(1, steps + 1)] for unit in range(len(table[0]))]


def test_alpha_reproduces_the_published_example() -> None:
    assert alpha(count(PUBLISHED, 5)) == pytest.approx(0.815, abs=5e-4)


def test_alpha_by_hand() -> None:
    """The example of the documentation: two indicators, three people, steps 0 to 2.

    The six ratings are 2 at 0, 1 at 1, 3 at 2, so the steps' middles lie at 1, 2.5 and 4.5, and
    their squared distances are 2.25 (0 and 1), 4 (1 and 2) and 12.25 (0 and 2). Within the first
    indicator each of the two pairs 0-1 counts 1/2 both ways: 2 x 1 x 2.25 = 4.5 observed. By chance
    2 x (2 x 1 x 2.25 + 1 x 3 x 4 + 2 x 3 x 12.25) = 180 over 5: alpha is 1 - 5 x 4.5 / 180.
    """
    assert alpha([[2, 1, 0], [0, 0, 3]]) == pytest.approx(0.875)


@given(tables)
def test_alpha_equals_another_programs(units: list[list[int]]) -> None:
    ours = alpha(units)
    values = [sum(column) for column in zip(*units, strict=True)]
    pairable = [unit for unit in units if sum(unit) >= 2]
    if not pairable or sum(any(unit[step] for unit in pairable) for step in range(len(values))) < 2:
        assert ours is None
        return
    theirs = krippendorff.alpha(
        value_counts=np.array(units), value_domain=list(range(len(values))), level_of_measurement="ordinal"
    )
    assert ours == pytest.approx(theirs, abs=1e-12)


@given(tables)
def test_alpha_does_not_change_when_steps_are_reversed(units: list[list[int]]) -> None:
    ours, flipped = alpha(units), alpha([unit[::-1] for unit in units])
    assert (ours is None) == (flipped is None)
    assert ours is None or ours == pytest.approx(flipped, abs=1e-12)


@given(tables)
def test_near_share_is_a_share_and_grows_with_the_distance_allowed(units: list[list[int]]) -> None:
    if not any(map(any, units)):
        return
    shares = [near_share(units, steps) for steps in range(7)]
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] == 1


def test_an_even_number_has_two_middle_answers() -> None:
    assert middle_steps([1, 1]) == (0, 1)
    assert middle_steps([1, 1, 1]) == (1, 1)
    assert near_share([[1, 1, 1, 1]], 1) == 0.75
    assert near_share([[3, 0, 2, 1]], 0) == 0.5


@given(tables)
def test_no_answer_is_nearer_than_to_its_own_middle(units: list[list[int]]) -> None:
    """The share near the better middle answer is never below half of all, and 1 within all steps."""
    if any(map(any, units)):
        assert near_share(units, len(units[0])) == 1


@pytest.mark.parametrize("name", copro.frameworks.names())
@pytest.mark.parametrize("people", [4, 20])
@pytest.mark.parametrize("ends", ["far", "near"])
def test_half_low_and_half_high_is_split_on_every_framework(name: str, people: int, ends: str) -> None:
    framework = copro.frameworks.get(name)
    steps = framework.scale.steps
    low, high = (1, len(steps) - 2) if ends == "near" and len(steps) > 3 else (0, len(steps) - 1)
    indicator = framework.indicators[0]
    rows = [
        Row(
            "p",
            "community",
            1,
            is_direct=True,
            pay_depends=False,
            ratings={indicator.id: steps[at].value},
            values={indicator.id: at / (len(steps) - 1)},
        )
        for at in [low, high] * (people // 2)
    ]
    found = agreement_of(rows, [indicator], framework)
    assert (found.status, found.share) == ("split", 0.5)


def test_on_three_steps_one_step_is_not_near() -> None:
    scale = copro.Scale(steps=[copro.Step(value=value, name=str(value)) for value in range(3)])
    assert AgreementRule().steps_on(scale) == 0
    assert AgreementRule(within_steps=1).steps_on(scale) == 1


def rated(*ratings: int, rule: AgreementRule | None = None) -> copro.model.scorecard.Agreement:
    """The agreement of one rating each on one indicator of five steps."""
    indicator = copro.Indicator(id="i", statement="It happens.")
    framework = copro.Framework(
        id="f",
        edition="1",
        title="One indicator",
        scale=copro.Scale(steps=[copro.Step(value=value, name=str(value)) for value in range(5)]),
        perspectives=[copro.Perspective(id="p", name="People", side="community", direct=True)],
        principles=[copro.Principle(id="x", name="X", indicators=[indicator])],
        policy=copro.Policy(agreement=rule or AgreementRule()),
    )
    rows = [
        Row("p", "community", 1, is_direct=True, pay_depends=False, ratings={"i": rating}, values={"i": rating / 4})
        for rating in ratings
    ]
    return agreement_of(rows, [indicator], framework)


def test_everyone_saying_the_same_is_agreement_not_an_error() -> None:
    found = rated(2, 2, 2, 2)
    assert (found.status, found.share, found.alpha) == ("agreed", 1, None)


def test_too_few_answers_say_nothing() -> None:
    found = rated(0, 4, 4)
    assert (found.status, found.share, found.alpha, found.responses) == ("too_few", None, None, 3)


def test_the_rule_is_data() -> None:
    assert rated(0, 0, 4, 4).status == "split"
    assert rated(0, 2, 2, 2).status == "split"
    assert rated(0, 2, 2, 2, rule=AgreementRule(share=0.75)).status == "agreed"
    assert rated(0, 2, 2, 2, rule=AgreementRule(within_steps=2)).status == "agreed"
    assert rated(0, 0, 4, 4, rule=AgreementRule(minimum_responses=5)).status == "too_few"
