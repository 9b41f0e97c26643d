"""One initiative over time: what may be compared, what is told, and what is never done."""

import attrs
import pytest

import copro
from copro.model.scorecard import Scorecard, SideScore
from copro.model.texts import untranslated
from copro.report.comparison import tell_comparison
from copro.report.text import render
from copro.uncertainty.comparison import changes
from example import EXAMPLE


def card(**changes: object) -> Scorecard:
    assessment = copro.load(EXAMPLE)
    assert isinstance(assessment, copro.Assessment)
    return copro.certainty(attrs.evolve(assessment, **changes), replicates=200)  # type: ignore[arg-type]  # fields


def raised(by: int) -> Scorecard:
    """The example with every rating of power raised."""
    assessment = copro.load(EXAMPLE)
    assert isinstance(assessment, copro.Assessment)
    responses = [
        attrs.evolve(
            response,
            ratings={
                key: min(4, rating + by) if key.startswith("power") and not isinstance(rating, str) else rating
                for key, rating in response.ratings.items()
            },
        )
        for response in assessment.responses
    ]
    return card(id="second-year", responses=responses)


def codes(error: pytest.ExceptionInfo[copro.InvalidDocumentError]) -> list[str]:
    return [finding.code for finding in error.value.findings if isinstance(finding, copro.Finding)]


def test_another_initiative_is_refused() -> None:
    other = card(initiative=copro.Initiative(id="another", name="Another"))
    with pytest.raises(copro.InvalidDocumentError) as error:
        copro.compare([card(), other])
    assert codes(error) == ["different-initiative"]


def test_another_edition_and_another_scale_are_refused() -> None:
    first = card()
    edition = attrs.evolve(first, framework=attrs.evolve(first.framework, edition="2027"))
    steps = [attrs.evolve(step, value=step.value * 2) for step in first.framework.scale.steps]
    scale = attrs.evolve(first, framework=attrs.evolve(first.framework, scale=copro.Scale(steps=steps)))
    for other, code in ((edition, "different-framework"), (scale, "different-scale")):
        with pytest.raises(copro.InvalidDocumentError) as error:
            copro.compare([first, other])
        assert codes(error) == [code]


def test_a_translation_added_to_an_edition_does_not_stop_a_comparison() -> None:
    now = copro.frameworks.get("copro-core-short@2026")
    before = untranslated(now, "en")
    assessment = copro.Assessment(
        id="lunch-club-2026",
        title="Lunch club",
        framework=now.name,
        initiative=copro.Initiative(id="lunch-club", name="Lunch club"),
        stakeholders=[copro.Stakeholder(id="c1", perspective="neighbours")],
        responses=[copro.Response(stakeholder="c1", ratings={"power-decide": 1})],
    )
    first, later = copro.score(assessment, before), copro.score(assessment, now)
    assert first.framework.scale != later.framework.scale
    assert [finding.code for finding in copro.compare([first, later]).findings] == ["no-intervals"]
    reworded = [attrs.evolve(step, name=f"{step.name}!") for step in before.scale.steps]
    other = attrs.evolve(first, framework=attrs.evolve(first.framework, digest=None, scale=copro.Scale(steps=reworded)))
    with pytest.raises(copro.InvalidDocumentError) as error:
        copro.compare([other, later])
    assert codes(error) == ["different-scale"]


def test_one_scorecard_is_nothing_to_compare() -> None:
    with pytest.raises(copro.InvalidDocumentError) as error:
        copro.compare([card()])
    assert codes(error) == ["nothing-to-compare"]


def test_a_change_larger_than_its_uncertainty_is_clear() -> None:
    found = copro.compare([card(), raised(2)])
    clear = {(course.principle, course.side) for course in found.courses if course.changes[0].is_clear}
    assert {("power", None), ("power", "community"), ("power", "service")} <= clear
    assert not any(principle not in {"power", None} for principle, _ in clear)
    for course in found.courses:
        change = course.changes[0]
        assert change.value is not None
        assert change.interval is not None
        assert change.interval[0] <= change.value <= change.interval[1]


def test_the_same_few_answering_every_time_is_advice() -> None:
    first = copro.load(EXAMPLE)
    assert isinstance(first, copro.Assessment)
    cards = [copro.score(first)] * 2
    codes_of = [f.code for f in copro.compare(cards, [first, first]).findings]
    assert codes_of == ["no-intervals", "usual-suspects"]
    names = {s.id: f"new-{s.id}" for s in first.stakeholders if s.id.startswith("c")}
    people = [attrs.evolve(s, id=names.get(s.id, s.id)) for s in first.stakeholders]
    responses = [attrs.evolve(r, stakeholder=names.get(r.stakeholder, r.stakeholder)) for r in first.responses]
    plain = {"decisions": (), "commitments": ()}
    other = attrs.evolve(first, stakeholders=people, responses=responses, **plain)  # type: ignore[arg-type]  # fields
    found = copro.compare(cards, [first, other]).findings
    assert [f.code for f in found] == ["no-intervals"]


def test_the_order_given_is_the_order_shown() -> None:
    high, low = raised(2), card()
    assert [occasion.assessment for occasion in copro.compare([high, low]).occasions] == [
        "second-year",
        "walk-your-neighbourhood-2026",
    ]


def test_other_policies_and_other_voices_are_told() -> None:
    first = card()
    policy = attrs.evolve(first, policy=attrs.evolve(first.policy, aggregation="geometric"))
    assert [f.code for f in copro.compare([first, policy]).findings] == ["different-policy"]
    voices = [attrs.evolve(v, rated=0) if v.perspective == "neighbours" else v for v in first.voices]
    found = copro.compare([first, attrs.evolve(first, voices=voices)]).findings
    assert [f.code for f in found] == ["different-perspectives"]
    assert "only the earlier heard People who live or belong here" in found[0].message
    plain = copro.score(copro.load(EXAMPLE))  # type: ignore[arg-type]  # an assessment
    assert [f.code for f in copro.compare([first, plain]).findings] == ["no-intervals"]


def test_the_text_stars_clear_changes_and_never_ranks() -> None:
    text = render(tell_comparison(copro.compare([card(), raised(2)])))
    power = text.partition("Power and decisions")[2].splitlines()[1]
    assert power.rstrip().endswith("*")
    assert "Do not rank" in text


def test_changes_of_principles_are_looked_at_together_and_overall_ones_alone() -> None:
    def scored(figure: float) -> SideScore:
        return SideScore(score=figure, standard_error=0.05, degrees_of_freedom=1000)

    some, more = (scored(0.5), scored(0.65)), (scored(0.5), scored(0.8))
    same = (scored(0.5), scored(0.5))
    assert [c.is_clear for c in changes([some, some], overall=1)] == [True, True]
    assert [c.is_clear for c in changes([some, some, *[same] * 11], overall=1)][:2] == [True, False]
    assert [c.is_clear for c in changes([same, some, more, *[same] * 11], overall=1)][:3] == [False, False, True]


def test_a_change_between_figures_of_which_one_is_too_few_to_say_is_never_clear() -> None:
    known, lone = SideScore(score=0.1, standard_error=0.01, degrees_of_freedom=9), SideScore(score=0.9)
    (found,) = changes([(known, lone)])
    assert found.value == pytest.approx(0.8)
    assert (found.interval, found.is_clear) == (None, False)
