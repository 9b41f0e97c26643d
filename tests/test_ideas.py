"""What people could do next: which principle comes first, and which ideas are told for its statements."""

from typing import Any

import attrs
import pytest

import copro
from copro.model.framework import Requirement
from copro.model.outline import Items, Paragraph, Section
from copro.model.scorecard import PrincipleScore, Scorecard, Unmet
from copro.model.suppressed import Figure, Suppressed
from copro.model.values import FrozenMap, MainSide
from copro.privacy.withhold import without_single_answers
from copro.report import unmet
from copro.report.outline import Length, tell_scorecard
from example import loaded


@pytest.fixture(scope="module")
def card() -> Scorecard:
    return without_single_answers(copro.score(loaded()))


def lacking(principle: str | None, side: MainSide | None = "community", found: Figure = 0.1, **asked: Any) -> Unmet:
    requirement = Requirement(**{"measure": "score", "at_least": 0.5, **asked})
    return Unmet(level=2, requirement=requirement, principle=principle, side=side, found=found, needed=0.5)


def of(card: Scorecard, principle: str) -> PrincipleScore:
    return next(one for one in card.principles if one.id == principle)


def changed(card: Scorecard, principle: str, **changes: Any) -> Scorecard:
    principles = [attrs.evolve(one, **changes) if one.id == principle else one for one in card.principles]
    return attrs.evolve(card, principles=principles)


def with_side(card: Scorecard, principle: str, side: MainSide, **changes: Any) -> Scorecard:
    sides = of(card, principle).sides
    return changed(card, principle, sides=FrozenMap({**sides, side: attrs.evolve(sides[side], **changes)}))


def about(card: Scorecard, *rows: Unmet) -> str:
    return unmet.ideas_about(attrs.evolve(card, unmet=rows))


def section(card: Scorecard, length: Length = "full") -> Section:
    return next(one for one in tell_scorecard(card, length=length).sections if one.id == "next")


@pytest.mark.parametrize("length", ["page", "full"])
def test_ideas_come_before_what_the_next_level_asks_for(card: Scorecard, length: Length) -> None:
    blocks = section(card, length).blocks
    assert [type(block) for block in blocks] == [Paragraph, Paragraph, Items, Paragraph, Items]
    offered, why, ideas, asked, rows = blocks
    assert isinstance(offered, Paragraph)
    assert offered.text == unmet.IDEAS
    assert isinstance(why, Paragraph)
    assert why.text == "Power and decisions comes first: of these, it is what the community rates lowest."
    assert isinstance(ideas, Items)
    assert [len(item.more) for item in ideas.items] == [1, 1, 1]
    assert all(item.more[0].startswith("Services first: ") for item in ideas.items)
    assert isinstance(asked, Paragraph)
    assert asked.text == "What 'Sometimes shared' asks for and is not there yet:"
    assert isinstance(rows, Items)
    assert [item.text for item in rows.items] == [unmet.unmet_words(row, card) for row in card.unmet]


def test_the_principle_that_the_side_concerned_rates_lowest_comes_first(card: Scorecard) -> None:
    assert about(card, lacking("systems"), lacking("power"), lacking("roles")).startswith("Power and decisions")
    assert about(card, lacking("systems"), lacking("roles")).startswith("Backing from organisations comes first")
    assert about(card, lacking("systems", "service")).endswith("it is what services rate lowest.")
    assert about(card, lacking(None, None)).startswith("Power and decisions")


def test_of_several_as_low_the_one_with_the_widest_gap_comes_first(card: Scorecard) -> None:
    score = of(card, "power").sides["community"].score
    told = about(with_side(card, "systems", "community", score=score), lacking("systems"), lacking("power"))
    assert told.startswith("Power and decisions comes first: of what the community rates lowest here, the sides are")


def test_nothing_comes_first_because_it_is_unknown(card: Scorecard) -> None:
    unknown = lacking("power", found=None)
    assert about(card, unknown) == ""
    assert about(card, unknown, lacking("roles")).startswith("Shared work")
    dark = with_side(card, "power", "community", known=False)
    assert about(dark, lacking("power")) == ""
    assert about(dark, lacking(None, None)).startswith("Backing from organisations")


def test_nothing_comes_first_by_a_figure_that_is_withheld(card: Scorecard) -> None:
    withheld = with_side(card, "power", "community", score=Suppressed())
    assert about(withheld, lacking("power", found=Suppressed())) == ""
    assert about(withheld, lacking("power", found=Suppressed()), lacking("roles")).startswith("Shared work")


def test_only_low_ratings_and_gaps_bring_ideas(card: Scorecard) -> None:
    assert about(card, lacking("power", None, measure="coverage")) == ""
    assert about(card, lacking("power", None, measure="gap", at_least=None, at_most=0.1)).startswith("Power")


def test_where_no_principle_comes_first_what_is_asked_for_still_stands(card: Scorecard) -> None:
    overall = attrs.evolve(card.overall, level=None, level_name=None, level_range=(1, 2))
    between = attrs.evolve(card, overall=overall, unmet=[lacking("power", found=None)])
    asked, rows = section(between).blocks
    assert isinstance(asked, Paragraph)
    assert asked.text.startswith("What 'Sometimes shared' asks for")
    assert isinstance(rows, Items)
    assert "no figure yet" in rows.items[0].text


def test_a_statement_stands_at_its_own_step_or_else_at_that_of_its_principle(card: Scorecard) -> None:
    start = of(card, "power").indicators[0]
    shown = [
        attrs.evolve(
            start, sides=FrozenMap({**start.sides, "community": attrs.evolve(start.sides["community"], value=v)})
        )
        for v in (0.0, 0.49, 0.5, 0.75, Suppressed(), 1.0)
    ]
    told = list(unmet.ideas(changed(card, "power", indicators=shown)))
    starts = [next(idea.from_ for idea in start.next if ideas == (unmet.idea_words(idea, "en"),)) for _, ideas in told]
    assert starts == [0, 1, 2, 3, 0], "the best step has nothing above it"


def test_a_statement_that_does_not_apply_gets_no_ideas(card: Scorecard) -> None:
    start, *others = of(card, "power").indicators
    waived = changed(card, "power", indicators=[attrs.evolve(start, score=None, reason="not_applicable"), *others])
    assert len(list(unmet.ideas(card))) == len(others) + 1
    assert [statement for statement, _ in unmet.ideas(waived)] == [str(one.statement) for one in others]


def test_every_idea_of_a_step_is_told_with_its_case(card: Scorecard) -> None:
    disagree = next(one for one in of(card, "networks").indicators if one.id == "networks-disagree")
    own = attrs.evolve(disagree.sides["community"], value=0.0)
    stands = attrs.evolve(disagree, sides=FrozenMap({**disagree.sides, "community": own}))
    one = attrs.evolve(changed(card, "networks", indicators=[stands]), unmet=[lacking("networks")])
    ((_, told),) = unmet.ideas(one)
    assert len(told) == 2
    assert any(", services first: " in idea for idea in told)


def test_without_ideas_the_statements_are_named_and_nothing_is_offered(card: Scorecard) -> None:
    bare = [attrs.evolve(one, next=()) for one in of(card, "power").indicators]
    why, named, *_ = section(changed(card, "power", indicators=bare)).blocks
    assert isinstance(why, Paragraph)
    assert why.text.startswith("Power and decisions comes first")
    assert isinstance(named, Items)
    assert [item.more for item in named.items] == [()] * len(bare)
