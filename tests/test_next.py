"""What people could do next: which ideas a report shows, and why those."""

import re

import attrs
import pytest

import copro
from copro.messages import speaking
from copro.model.scorecard import IndicatorScore, PrincipleScore, Scorecard
from copro.model.suppressed import Suppressed, number
from copro.model.values import FrozenMap, MainSide
from copro.privacy.withhold import without_single_answers
from copro.report import html, text, unmet
from copro.report.outline import tell_scorecard
from example import loaded

SHOWN = without_single_answers(copro.score(loaded()))
SCALE = SHOWN.framework.scale


def figures_of(principle: PrincipleScore, **figures: float) -> PrincipleScore:
    """The principle with other figures of its sides, and of the gap between them."""
    sides = FrozenMap({s: attrs.evolve(said, score=figures.get(s, said.score)) for s, said in principle.sides.items()})
    assert principle.gap is not None
    gap = attrs.evolve(principle.gap, value=number(sides["service"].score) - number(sides["community"].score))
    return attrs.evolve(principle, sides=sides, gap=gap)


def with_principle(card: Scorecard, changed: PrincipleScore) -> Scorecard:
    return attrs.evolve(card, principles=[changed if p.id == changed.id else p for p in card.principles])


def the(card: Scorecard, name: str) -> PrincipleScore:
    return next(principle for principle in card.principles if principle.id == name)


def asking(card: Scorecard, *, of: str | None = None, side: MainSide | None = None) -> Scorecard:
    """The card where the next level asks for one score and does not find it."""
    requirement = copro.Requirement(measure="score", of=of, side=side, at_least=0.9)
    lacking = attrs.evolve(card.unmet[0], requirement=requirement, principle=of, indicator=None, side=side, needed=0.9)
    return attrs.evolve(card, unmet=[lacking])


def statement_figures(principle: PrincipleScore, *values: float | Suppressed) -> PrincipleScore:
    def said(indicator: IndicatorScore, value: float | Suppressed) -> IndicatorScore:
        community = attrs.evolve(indicator.sides["community"], value=value)
        return attrs.evolve(indicator, sides=FrozenMap({**dict(indicator.sides.items()), "community": community}))

    return attrs.evolve(principle, indicators=list(map(said, principle.indicators, values)))


def told_from(card: Scorecard) -> list[list[float]]:
    """The steps that the ideas shown start at, statement by statement."""
    steps = {idea.text: idea.from_ for p in card.principles for i in p.indicators for idea in i.next}
    return [
        [next(step for words, step in steps.items() if str(words) in idea) for idea in told]
        for _, told in unmet.ideas(card)
    ]


def rated_lowest(card: Scorecard, side: MainSide) -> PrincipleScore:
    return min(card.principles, key=lambda principle: number(principle.sides[side].score))


def test_the_lowest_of_the_side_that_lacks_it_comes_first_and_the_report_says_so() -> None:
    whose_words: dict[MainSide, str] = {"community": "the community rates", "service": "services rate"}
    for side, whose in whose_words.items():
        card = asking(SHOWN, side=side)
        lowest = rated_lowest(card, side)
        assert unmet.ideas_about(card) == f"{lowest.name} comes first: of these, it is what {whose} lowest."
        changed = with_principle(card, figures_of(the(card, "roles"), **{side: 0.01}))
        assert unmet.ideas_about(changed) == f"Shared work comes first: of these, it is what {whose} lowest."


def test_where_no_side_is_named_the_one_that_rates_lower_decides() -> None:
    card = asking(SHOWN, of="power")
    assert unmet.ideas_about(card).endswith("it is what the community rates lowest.")
    turned = with_principle(card, figures_of(the(card, "power"), community=0.75, service=0.25))
    assert unmet.ideas_about(turned).endswith("it is what services rate lowest.")


def test_of_several_as_low_the_widest_gap_comes_first() -> None:
    card = asking(SHOWN, side="community")
    for name, service in (("access", 0.6), ("purpose", 0.9)):
        card = with_principle(card, figures_of(the(card, name), community=0.05, service=service))
    assert unmet.ideas_about(card) == (
        "Purpose and time comes first: of what the community rates lowest here, the sides are furthest apart on it."
    )


def test_a_principle_whose_figure_is_not_shown_is_not_named() -> None:
    card = asking(SHOWN, of="power", side="community")
    hidden = attrs.evolve(the(card, "power").sides["community"], score=Suppressed())
    sides = FrozenMap({**dict(the(card, "power").sides.items()), "community": hidden})
    card = with_principle(card, attrs.evolve(the(card, "power"), sides=sides))
    assert unmet.ideas_about(card) == ""
    assert list(unmet.ideas(card)) == []
    assert "These are ideas" not in text.render(tell_scorecard(card))


def test_a_statement_stands_at_its_own_step_where_that_is_shown_and_else_at_the_principles() -> None:
    card = asking(SHOWN, of="power", side="community")
    power = figures_of(the(card, "power"), community=0.6)
    shown = with_principle(card, statement_figures(power, 0.0, 0.49, 0.75))
    assert told_from(shown) == [[0], [1], [3]]
    assert told_from(with_principle(card, statement_figures(power, *[Suppressed()] * 3))) == [[2], [2], [2]]


def test_a_statement_at_its_best_step_is_passed_over() -> None:
    card = asking(SHOWN, of="power", side="community")
    power = figures_of(the(card, "power"), community=0.6)
    told = list(unmet.ideas(with_principle(card, statement_figures(power, 1.0, 1 - 1e-12, 0.5))))
    assert [statement for statement, _ in told] == [power.indicators[2].statement]


def test_of_a_reversed_statement_the_steps_are_counted_from_the_other_end() -> None:
    card = asking(SHOWN, of="power", side="community")
    power = statement_figures(the(card, "power"), 0.3, 0.3, 0.3)
    turned = [
        attrs.evolve(i, reversed=True, next=[copro.Idea(from_=3, first="both", text=f"Turn {i.id} round.")])
        for i in power.indicators
    ]
    assert told_from(with_principle(card, attrs.evolve(power, indicators=turned))) == [[3], [3], [3]]


def test_where_a_framework_has_no_ideas_the_statement_is_named_and_nothing_more() -> None:
    card = asking(SHOWN, of="power", side="community")
    bare = attrs.evolve(
        the(card, "power"), indicators=[attrs.evolve(i, next=()) for i in the(card, "power").indicators]
    )
    told = list(unmet.ideas(with_principle(card, bare)))
    assert told == [(indicator.statement, ()) for indicator in bare.indicators]


def test_nobody_learns_from_the_ideas_whether_somebody_was_treated_worse() -> None:
    card = asking(SHOWN, of="networks", side="community")
    low = statement_figures(the(card, "networks"), 0.5, 0.0, 0.5)
    ideas = dict(unmet.ideas(with_principle(card, low)))
    (both,) = (told for statement, told in ideas.items() if statement.startswith("You can disagree"))
    assert [told.partition(":")[0] for told in both] == [
        "Services first",
        "If somebody was treated worse for speaking up, services first",
    ]


@pytest.mark.parametrize("language", ["en", "en-x-easyread"])
def test_a_report_shows_ideas_and_no_descriptor_of_a_higher_step(language: str) -> None:
    with speaking(language):
        page, told = html.render(tell_scorecard(SHOWN)), " ".join(text.render(tell_scorecard(SHOWN)).split())
    for output in (page, told):
        assert "Hold one main decision back" in output or "Bring the next choice about money" in output
        assert "A main decision waited until the people it is for agreed." not in output
    sentence = {"en": "Staying where you are can be right.", "en-x-easyread": "It can be right to stay where you are."}
    assert sentence[language] in page
    assert sentence[language] in told


def test_a_measure_that_no_rating_meets_gets_no_ideas() -> None:
    requirement = copro.Requirement(measure="coverage", at_least=0.9)
    card = attrs.evolve(SHOWN, unmet=[attrs.evolve(SHOWN.unmet[0], requirement=requirement, principle=None, side=None)])
    assert unmet.ideas_about(card) == ""


def test_easy_words_have_no_signs_and_no_hundreds() -> None:
    with speaking("en-x-easyread"):
        told, page = text.render(tell_scorecard(SHOWN)), html.render(tell_scorecard(SHOWN))
    for output in (told, page.partition("</style>")[2]):
        assert not [sign for sign in ("+1", "-0", "+0", "\N{MINUS SIGN}", "out of 100", "100 other") if sign in output]
    assert "1.6 more for services" in told


def test_easy_words_are_printed_in_fourteen_point() -> None:
    with speaking("en-x-easyread"):
        page = html.render(tell_scorecard(SHOWN))
    assert '<html lang="en-x-easyread">' in page
    printed = page.partition("@media print {")[2].partition("</style>")[0]
    assert 'html[lang$="-x-easyread"] { font-size: 14pt; }' in printed
    assert 'html[lang$="-x-easyread"] body { font-size: 1rem; }' in printed
    style = page.partition("<style>")[2].partition("</style>")[0]
    sizes = [float(size) for size in re.findall(r"font(?:-size)?: ([0-9.]+)rem", style)]
    assert min(sizes) >= 1, "nothing on the page is smaller than its text"
