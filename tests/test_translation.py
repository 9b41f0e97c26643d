"""One assessment in the words of another framework: what is carried over, what never is, and what is said of it."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import copro
from copro.model.crosswalk import Relation
from copro.model.scorecard import Scorecard
from copro.model.suppressed import Figure, Suppressed
from copro.model.translation import Missing, TranslatedPrinciple
from copro.model.values import MAIN_SIDES
from copro.report import text
from copro.report.translation import tell_translation
from copro.scoring.translation import HUB, joined, translate, turned
from example import EXAMPLE
from running import Run
from strategies import World, crosswalks, frameworks, indicator_ids, step_values, worlds

RELATIONS: tuple[Relation, ...] = get_args(Relation)


def link(one: str, relation: Relation, other: str, confidence: Any = "high") -> copro.Link:
    return copro.Link(
        from_=one,
        to=other,
        relation=relation,
        rationale=f"Why {one} and {other}.",
        author="Us",
        date=dt.date(2026, 3, 1),
        confidence=confidence,
    )


def crosswalk(name: str, one: str, other: str, *links: copro.Link) -> copro.Crosswalk:
    return copro.Crosswalk(id=name, from_=one, to=other, links=links)


def framework(name: str, principles: Mapping[str, str], **changes: Any) -> copro.Framework:
    """A framework with one statement for each principle, rated 0 to 4."""
    usual: dict[str, Any] = {
        "id": name,
        "edition": "1",
        "title": name.capitalize(),
        "scale": copro.Scale(steps=[copro.Step(value=value, name=str(value)) for value in range(5)]),
        "perspectives": [
            copro.Perspective(id="residents", name="Residents", side="community", direct=True),
            copro.Perspective(id="staff", name="Staff", side="service"),
        ],
        "principles": [
            copro.Principle(
                id=one, name=title, indicators=[copro.Indicator(id=f"{one}-seen", statement=f"{title} can be seen.")]
            )
            for one, title in principles.items()
        ],
        "policy": copro.Policy(aggregation=None, minimum_coverage=0),
    }
    return copro.Framework(**{**usual, **changes})


# A worked case: 0 to 4, two residents and two members of staff.
#
#            residents   staff     community  services  score
# heard      1 3         4 4       0.5        1         0.75
# together   0 2         2 2       0.25       0.5       0.375
# money      - -         3 1       none       0.5       none: the community did not rate it
# time       4 4         0 2       1          0.25      0.625
# place      2 2         2 2       0.5        0.5       0.5

VILLAGE = framework(
    "village", {"heard": "Heard", "together": "Together", "money": "Money", "time": "Time", "place": "Place"}
)
PROMISE = framework(
    "promise",
    {
        "openness": "Openness",
        "sharing": "Sharing",
        "fair": "Fairness",
        "deciding": "Deciding",
        "joy": "Joy",
        "who": "Who is there",
    },
)
ANSWERS: dict[str, dict[str, Any]] = {
    "c1": {"heard": 1, "together": 0, "money": "dont_know", "time": 4, "place": 2},
    "c2": {"heard": 3, "together": 2, "money": "dont_know", "time": 4, "place": 2},
    "s1": {"heard": 4, "together": 2, "money": 3, "time": 0, "place": 2},
    "s2": {"heard": 4, "together": 2, "money": 1, "time": 2, "place": 2},
}
TO_CORE = crosswalk(
    "village-to-core",
    "village@1",
    HUB,
    link("heard", "exact", "communication"),
    link("heard", "broader", "inclusion", "low"),
    link("together", "exact", "roles", "medium"),
    link("together", "close", "power"),
    link("money", "exact", "reciprocity"),
    link("time", "exact", "purpose"),
    link("place", "exact", "outcomes"),
)
FROM_PROMISE = crosswalk(
    "promise-to-core",
    "promise@1",
    HUB,
    link("openness", "exact", "communication"),
    link("sharing", "exact", "roles"),
    link("sharing", "close", "purpose", "low"),
    link("fair", "exact", "reciprocity"),
    link("deciding", "close", "power"),
    link("who", "exact", "inclusion"),
)
BOTH = (TO_CORE, FROM_PROMISE)


def assessment(answers: Mapping[str, Mapping[str, Any]] = ANSWERS, named: str = "village@1") -> copro.Assessment:
    return copro.Assessment(
        id="first-look",
        title="First look",
        framework=named,
        initiative=copro.Initiative(id="lunch-club", name="Lunch club"),
        stakeholders=[
            copro.Stakeholder(id=name, perspective="residents" if name.startswith("c") else "staff") for name in answers
        ],
        responses=[
            copro.Response(stakeholder=name, ratings={f"{one}-seen": rating for one, rating in said.items()})
            for name, said in answers.items()
        ],
    )


def village_card(answers: Mapping[str, Mapping[str, Any]] = ANSWERS) -> Scorecard:
    return copro.score(assessment(answers), VILLAGE)


def translated(card: Scorecard | None = None) -> copro.Translation:
    return copro.translate(card or village_card(), "promise@1", crosswalks=BOTH, framework=PROMISE)


def principle(translation: copro.Translation, name: str) -> TranslatedPrinciple:
    return next(principle for principle in translation.principles if principle.id == name)


def figures(one: TranslatedPrinciple) -> tuple[Figure, Figure, Figure]:
    return one.sides["community"], one.sides["service"], one.score


def test_a_figure_is_the_lowest_of_the_exact_and_close_ones() -> None:
    result = translated()
    assert figures(principle(result, "openness")) == (0.5, 1, 0.75)
    sharing = principle(result, "sharing")
    assert figures(sharing) == (0.25, 0.25, 0.375)  # the sides' lowest are of different principles
    assert [(route.source, route.relation, route.confidence) for route in sharing.rests_on] == [
        ("together", "exact", "medium"),
        ("time", "close", "low"),
    ]
    assert [x.rationale for x in sharing.rests_on[1].links] == ["Why time and purpose.", "Why sharing and purpose."]
    assert [(x.from_, x.to) for x in sharing.rests_on[1].links] == [("time", "purpose"), ("purpose", "sharing")]
    assert result.crosswalks == ("village-to-core", "promise-to-core")


def test_where_a_source_has_no_score_there_is_none_and_it_is_said_why() -> None:
    fair = principle(translated(), "fair")
    assert figures(fair) == (None, 0.5, None)
    assert fair.missing == (Missing(principle="money", reason="one_sided"),)


def test_links_that_are_neither_exact_nor_close_are_listed_and_never_scored() -> None:
    result = translated()
    assert [(route.source, route.target, route.relation) for route in result.listed] == [
        ("heard", "who", "related"),  # broader, then exact
        ("together", "deciding", "related"),  # close, then close
    ]
    assert principle(result, "who").score is principle(result, "deciding").score is None


def test_both_silences_are_told() -> None:
    result = translated()
    assert result.silent == ("deciding", "joy", "who")
    assert result.no_place == ("place",)


def test_a_translation_has_no_level_no_overall_figure_and_no_gap() -> None:
    names = {name for cls in (copro.Translation, TranslatedPrinciple) for name in attrs.fields_dict(cls)}
    assert not names & {"level", "level_name", "overall", "gap", "status"}


def test_a_principle_that_was_not_asked_gives_no_score() -> None:
    short = attrs.evolve(VILLAGE, id="village-short", short_form_of="village@1", principles=VILLAGE.principles[:3])
    asked = {name: {key: said[key] for key in ("heard", "together", "money")} for name, said in ANSWERS.items()}
    sharing = principle(translated(copro.score(assessment(asked, "village-short@1"), short)), "sharing")
    assert figures(sharing) == (None, None, None)
    assert sharing.missing == (Missing(principle="time", reason="not_asked"),)


def test_none_comes_before_withheld_and_withheld_before_a_number() -> None:
    hidden = Suppressed()
    for found, expected in (((0.5, hidden), hidden), ((None, hidden), None), ((None, 0.5), None), ((0.5, 0.0), 0)):
        card = village_card()
        scores = dict(zip(("together", "time"), found, strict=True))
        card = attrs.evolve(
            card, principles=[attrs.evolve(p, score=scores.get(p.id, p.score)) for p in card.principles]
        )
        assert principle(translated(card), "sharing").score == expected


def test_a_direct_crosswalk_is_used_as_it_is_and_comes_before_the_way_through_the_core() -> None:
    direct = crosswalk(
        "direct", "promise@1", "village@1", link("joy", "broader", "time"), link("fair", "close", "place")
    )
    result = copro.translate(village_card(), "promise@1", crosswalks=(*BOTH, direct), framework=PROMISE)
    assert result.crosswalks == ("direct",)
    assert [(route.source, route.relation) for route in principle(result, "fair").rests_on] == [("place", "close")]
    assert [(route.source, route.relation) for route in result.listed] == [("time", "narrower")]


def test_a_crosswalk_of_ones_own_comes_before_one_that_ships() -> None:
    other = crosswalk("other", "village@1", HUB, link("place", "exact", "communication"))
    result = copro.translate(village_card(), "promise@1", crosswalks=(other, *BOTH), framework=PROMISE)
    assert result.crosswalks == ("other", "promise-to-core")
    assert [route.source for route in principle(result, "openness").rests_on] == ["place"]


def test_a_short_form_counts_as_its_full_form() -> None:
    example = copro.load(EXAMPLE)
    assert isinstance(example, copro.Assessment)
    card = copro.score(example)
    same = copro.translate(card, "copro-core-short@2026")
    assert [figures(p)[2] for p in same.principles] == [p.score for p in card.principles]
    assert (same.crosswalks, same.silent, same.no_place, same.listed) == ((), (), (), ())
    result = copro.translate(card, "promise@1", crosswalks=BOTH, framework=PROMISE)
    assert result.crosswalks == ("promise-to-core",)
    roles, purpose = (next(p for p in card.principles if p.id == name) for name in ("roles", "purpose"))
    assert principle(result, "sharing").score == min(roles.score, purpose.score)  # type: ignore[type-var]  # numbers


def test_from_one_framework_of_the_field_to_another_no_figure_is_carried_so_far() -> None:
    """As the documentation says: no link to the core is exact, and two close ones are only related."""
    to_core = [walk for walk in copro.frameworks.crosswalks() if walk.to == HUB]
    assert {link.relation for walk in to_core for link in walk.links} <= {"close", "broader", "related"}
    card = attrs.evolve(village_card(), framework=attrs.evolve(village_card().framework, id="nef-six", edition="2010"))
    result = copro.translate(card, "wales-five@2017")
    assert result.crosswalks == ("nef-six-to-core", "wales-five-to-core")
    assert set(result.silent) == {one.id for one in result.principles}


# Relations.


def test_relations_join_as_the_table_says() -> None:
    table: dict[tuple[Relation, Relation], Relation] = {
        ("exact", "exact"): "exact",
        ("exact", "close"): "close",
        ("close", "exact"): "close",
    }
    tried = [(one, other) for one in RELATIONS for other in RELATIONS]
    assert len(tried) == 25
    for pair in tried:
        assert joined(*pair) == table.get(pair, "related"), pair


def test_a_link_followed_backwards_swaps_broader_and_narrower() -> None:
    back = {relation: turned(link("a", relation, "b")) for relation in RELATIONS}
    assert {relation: found.relation for relation, found in back.items()} == {
        "exact": "exact",
        "close": "close",
        "broader": "narrower",
        "narrower": "broader",
        "related": "related",
    }
    assert {(found.from_, found.to, found.rationale) for found in back.values()} == {("b", "a", "Why a and b.")}
    for relation in RELATIONS:
        assert turned(turned(link("a", relation, "b"))) == link("a", relation, "b")


# Laws.


def renamed(one: copro.Framework, name: str) -> copro.Framework:
    return attrs.evolve(one, id=name, short_form_of=None)


def all_figures(of: Iterable[Any]) -> dict[tuple[str, str], Figure]:
    """Every figure of principles, whether scored or translated: their own and each side's."""
    found: dict[tuple[str, str], Figure] = {}
    for one in of:
        found[one.id, "score"] = one.score
        for side in MAIN_SIDES:
            shown = one.sides[side]
            found[one.id, side] = shown if isinstance(one, TranslatedPrinciple) else shown.score
    return found


@given(worlds())
def test_an_identity_crosswalk_gives_the_same_figures(world: World) -> None:
    own, answered = world
    card = copro.score(answered, own)
    links = [link(one.id, "exact", one.id) for one in own.principles]
    other = renamed(own, "other")
    through = renamed(own, "middle")
    for walks in (
        [crosswalk("same", own.name, other.name, *links)],
        [crosswalk("in", own.name, through.name, *links), crosswalk("out", through.name, other.name, *links)],
    ):
        result = translate(card, other, walks, through.name)
        assert all_figures(result.principles) == all_figures(card.principles)
        assert (result.silent, result.no_place, result.listed) == ((), (), ())


@given(worlds(), frameworks(), frameworks(), st.data())
def test_a_figure_is_one_of_its_sources_and_above_none_and_only_near_links_carry_it(
    world: World, middle: copro.Framework, target: copro.Framework, data: st.DataObject
) -> None:
    own, answered = world
    card = copro.score(answered, own)
    middle, target = renamed(middle, "middle"), renamed(target, "target")
    walks = [data.draw(crosswalks(own, middle)), data.draw(crosswalks(middle, target))]
    result = translate(card, target, walks, middle.name)
    here = all_figures(card.principles)

    def relations(walk: copro.Crosswalk, start: str) -> dict[tuple[str, str], str]:
        forward = walk.from_ == start
        return {((x.from_, x.to) if forward else (x.to, x.from_)): x.relation for x in walk.links}

    first, second = relations(walks[0], own.name), relations(walks[1], middle.name)
    near = {
        (source, there)
        for (source, passed), one in first.items()
        for (left, there), other in second.items()
        if passed == left and "exact" in {one, other} and {one, other} <= {"exact", "close"}
    }
    assert {(r.source, r.target) for p in result.principles for r in p.rests_on} == near
    assert not {(r.source, r.target) for r in result.listed} & near
    for (name, kind), figure in all_figures(result.principles).items():
        sources = [here[source, kind] for source, there in near if there == name]
        if isinstance(figure, float | int):
            assert figure in sources
            assert all(isinstance(one, float | int) and figure <= one for one in sources)
        else:
            assert figure is None
            assert not sources or None in sources
    assert {p.id for p in result.principles} - set(result.silent) == {there for _, there in near}
    assert {p.id for p in card.principles} - set(result.no_place) == {source for source, _ in near}


@given(worlds(reversible=False), frameworks(), st.data())
def test_raising_a_rating_never_lowers_a_translated_figure(
    world: World, target: copro.Framework, data: st.DataObject
) -> None:
    own, answered = world
    target = renamed(target, "target")
    walks = [data.draw(crosswalks(own, target))]
    steps = step_values(own)
    rated = [
        (number, name)
        for number, response in enumerate(answered.responses)
        for name in indicator_ids(own)
        if isinstance(response.ratings.get(name), float | int) and response.ratings[name] != steps[-1]
    ]
    assume(rated)
    number, name = data.draw(st.sampled_from(rated))
    responses = list(answered.responses)
    responses[number] = attrs.evolve(responses[number], ratings={**responses[number].ratings, name: steps[-1]})
    before = all_figures(translate(copro.score(answered, own), target, walks).principles)
    raised = copro.score(attrs.evolve(answered, responses=responses), own)
    for place, figure in all_figures(translate(raised, target, walks).principles).items():
        was = before[place]
        assert (was is None) == (figure is None)
        if isinstance(was, float | int) and isinstance(figure, float | int):
            assert figure >= was - 1e-12


@given(worlds(), frameworks(), st.data())
def test_what_is_withheld_stays_withheld(world: World, target: copro.Framework, data: st.DataObject) -> None:
    own, answered = world
    target = renamed(target, "target")
    walks = [data.draw(crosswalks(own, target))]
    card = copro.score(answered, own)
    shown = copro.without_single_answers(card)
    here, raw = all_figures(shown.principles), all_figures(translate(card, target, walks).principles)
    result = translate(shown, target, walks)
    for one in result.principles:
        for kind in ("score", *MAIN_SIDES):
            figure = all_figures([one])[one.id, kind]
            sources = [here[route.source, kind] for route in one.rests_on]
            if Suppressed() in sources:
                assert not isinstance(figure, float | int)
            else:
                assert figure == raw[one.id, kind]
            if isinstance(figure, float | int):
                assert figure in sources  # whatever is shown stands on the scorecard as it is shown


# What is refused.


def test_no_way_there_is_an_error_that_says_where_there_is_one() -> None:
    card = village_card()
    with pytest.raises(copro.NoTranslationError, match="nor to anything else") as caught:
        copro.translate(card, "promise@1", framework=PROMISE)
    assert caught.value.available == ()
    with pytest.raises(copro.NoTranslationError, match=r"From village@1 there is a way to .*copro-core@2026") as caught:
        copro.translate(card, "promise@1", crosswalks=[TO_CORE], framework=PROMISE)
    assert HUB in caught.value.available
    assert "village@1" not in caught.value.available


@pytest.mark.parametrize("name", [vocabulary.name for vocabulary in copro.frameworks.vocabularies()])
def test_no_score_is_ever_carried_to_a_vocabulary(name: str) -> None:
    with pytest.raises(copro.NoTranslationError, match="never scored"):
        copro.translate(village_card(), name)


def test_an_unknown_target_comes_with_a_suggestion() -> None:
    with pytest.raises(copro.UnknownIdError) as caught:
        copro.translate(village_card(), "copro-core@2062")
    assert caught.value.suggestion == "copro-core@2026"


def test_what_is_given_is_checked() -> None:
    card = village_card()
    with pytest.raises(TypeError):
        copro.translate(assessment(), "promise@1")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(TypeError):
        copro.translate(card, "promise@1", crosswalks=[PROMISE])  # type: ignore[list-item]  # on purpose
    for wrong, code in (
        ({"framework": VILLAGE}, "framework-mismatch"),
        ({"framework": attrs.evolve(PROMISE, scale=VILLAGE.scale, principles=PROMISE.principles * 2)}, "duplicate-id"),
        (
            {"framework": PROMISE, "crosswalks": [attrs.evolve(TO_CORE, links=[link("heard", "exact", "no")])]},
            "unknown-principle",
        ),
        (
            {"framework": PROMISE, "crosswalks": [attrs.evolve(FROM_PROMISE, links=[link("no", "exact", "power")])]},
            "unknown-principle",
        ),
        ({"framework": PROMISE, "crosswalks": [attrs.evolve(TO_CORE, links=TO_CORE.links * 2)]}, "duplicate-link"),
    ):
        with pytest.raises(copro.InvalidDocumentError) as caught:
            copro.translate(card, "promise@1", **wrong)
        assert code in {finding.code for finding in caught.value.findings if isinstance(finding, copro.Finding)}


# What people see.


def test_a_translation_is_said_in_plain_words() -> None:
    card = village_card()
    told = text.render(tell_translation(translated(card), card), width=80)
    assert max(map(len, told.splitlines())) <= 80
    lines = [" ".join(line.split()) for line in told.splitlines()]
    for said in (
        "Community Services Score",
        "Openness 2.0 4.0 3.0",
        "Sharing 1.0 1.0 1.5",
        "Fairness none 2.0 none",
        "no score: Money has none, because one side did not rate it.",
        "LINKS THAT CARRY NO FIGURE",
        "- Your assessment says nothing on: Joy.",
        "- Your assessment only touches: Deciding; Who is there.",
        "- Promise says nothing on: Place.",
        "A translation has no level and no overall figure.",
        "Do not rank, fund or close things by these numbers.",
    ):
        assert said in lines, said
    flat = " ".join(lines)
    assert "rests on: Time is close to Sharing, by way of purpose; low confidence." in flat
    assert "Why time and purpose." in flat
    assert "Heard touches Who is there, by way of inclusion; low confidence." in flat
    assert "level:" not in told.lower()


def test_a_withheld_figure_is_called_private() -> None:
    one_voice = {name: said for name, said in ANSWERS.items() if name != "c2"}
    card = copro.without_single_answers(village_card(one_voice))
    told = text.render(tell_translation(translated(card), card))
    assert "Openness private 4.0 private" in [" ".join(line.split()) for line in told.splitlines()]
    assert "Private: not shown" in told


def test_nothing_to_carry_is_said_and_so_is_a_status() -> None:
    loose = crosswalk("loose", "village@1", "promise@1", link("heard", "related", "openness"))
    card = village_card({name: said for name, said in ANSWERS.items() if name.startswith("s")})
    told = text.render(
        tell_translation(copro.translate(card, "promise@1", crosswalks=[loose], framework=PROMISE), card)
    )
    assert "No figure can be carried over." in told
    assert "The services' own account." in told


# The command line.


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    values: dict[str, Any] = {
        "village": VILLAGE,
        "promise": PROMISE,
        "in": TO_CORE,
        "out": FROM_PROMISE,
        "answers": assessment(),
    }
    paths = {name: tmp_path / f"{name}.json" for name in values}
    for name, value in values.items():
        copro.dump(value, paths[name])
    return paths


def test_compare_as_shows_one_assessment_in_another_framework(run: Run, files: dict[str, Path]) -> None:
    words = ("compare", files["answers"], "--framework", files["village"], "--as", files["promise"])
    code, out, err = run(*words, "--crosswalk", files["in"], "--crosswalk", files["out"])
    assert (code, err) == (0, "")
    card = copro.without_single_answers(village_card())
    assert out == text.render(tell_translation(translated(card), card))
    assert run(*words, "--crosswalk", files["out"])[0] == 2


def test_compare_as_reads_a_scorecard_too(run: Run, files: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    copro.dump(village_card(), path)
    walks = ("--crosswalk", files["in"], "--crosswalk", files["out"])
    code, out, _ = run("compare", path, "--as", files["promise"], "--framework", files["village"], *walks)
    assert code == 0
    assert "Sharing" in out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((EXAMPLE,), 2, "or one with --as"),
        ((EXAMPLE, EXAMPLE, "--as", "copro-core@2026"), 2, "one file"),
        ((EXAMPLE, EXAMPLE, "--crosswalk", EXAMPLE), 2, "goes with --as"),
        ((EXAMPLE, "--as", "arnstein@1969"), 2, "never scored"),
        ((EXAMPLE, "--as", "copro-cor@2026"), 2, "Did you mean 'copro-core@2026'?"),
        ((EXAMPLE, "--as", "there-is-none.json"), 3, "there-is-none.json"),
        ((EXAMPLE, "--as", EXAMPLE), 2, "a framework is needed"),
        ((EXAMPLE, "--as", "copro-core-short@2026", "--crosswalk", EXAMPLE), 2, "not a crosswalk document"),
        (("there-is-none.json", "--as", "copro-core@2026"), 3, "there-is-none.json"),
    ],
)
def test_compare_as_refuses_with_one_plain_line(run: Run, words: tuple[object, ...], code: int, said: str) -> None:
    ended, _, err = run("compare", *words)
    assert ended == code
    assert said in err
    assert "Traceback" not in err


def test_a_crosswalk_of_ones_own_is_checked_with_its_framework(run: Run, files: dict[str, Path]) -> None:
    assert run("validate", files["in"], "--framework", files["village"])[0] == 0
    code, out, _ = run("validate", files["in"])
    assert code == 1
    assert "unknown-framework" in out
    document = json.loads(files["in"].read_text(encoding="utf-8"))
    document["links"][0]["from"] = "haerd"
    files["in"].write_text(json.dumps(document), encoding="utf-8")
    assert "Did you mean 'heard'?" in run("validate", files["in"], "--framework", files["village"])[1]
