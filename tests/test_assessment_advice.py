"""Advice on an assessment: told where it should be, silent where it should not, and telling on nobody."""

import ast
import json
import time
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner
from hypothesis import given

import copro
from copro import checking
from copro.advice.named_people import signs_of_people
from copro.advice.on_assessment import advice_on_assessment
from copro.advice.on_scorecard import advice_on_scorecard
from copro.cli import commands
from example import EXAMPLE, ROOT
from profiles import scaled
from strategies import World, rich_worlds

STATEMENTS = [i.id for p in copro.frameworks.get("copro-core-short@2026").principles for i in p.indicators]
PEOPLE = {
    "zoe-1": "people-using-services",
    "zoe-2": "family-carers",
    "zoe-3": "community-groups",
    "zoe-4": "practitioners",
    "zoe-5": "decision-makers",
}
LOW = dict(zip(STATEMENTS[:3], (1, 2, 1), strict=True))


def response(name: str, **changes: Any) -> dict[str, Any]:
    return {"stakeholder": name, "ratings": LOW, **changes}


def assessment(**changes: Any) -> dict[str, Any]:
    """An assessment that there is nothing to say about, apart from the changes."""
    return {
        "format": "copro/assessment/1",
        "id": "lunch-club-2026",
        "title": "Lunch club",
        "framework": "copro-core-short@2026",
        "initiative": {"id": "lunch-club", "name": "Lunch club"},
        "period": {"start": "2026-01-01", "end": "2026-06-30"},
        "stakeholders": [{"id": name, "perspective": perspective} for name, perspective in PEOPLE.items()],
        "responses": [response(name) for name in PEOPLE],
        **changes,
    }


def told(**changes: Any) -> list[copro.Finding]:
    return list(copro.validate(json.dumps(assessment(**changes)).encode()))


def codes(**changes: Any) -> list[str]:
    return [finding.code for finding in told(**changes)]


def with_first(**changes: Any) -> list[dict[str, Any]]:
    """Every response, the first with changes."""
    return [response("zoe-1", **changes), *(response(name) for name in list(PEOPLE)[1:])]


def test_there_is_nothing_to_say_about_a_plain_assessment_and_about_the_example() -> None:
    assert codes() == []
    assert copro.validate(EXAMPLE) == ()


def test_a_document_with_an_error_gets_no_advice() -> None:
    found = codes(responses=[response("zoe-4"), response("nobody")])
    assert found == ["unknown-stakeholder"]


# Who answered.


def test_ratings_from_one_side_only_are_told_for_the_side_that_is_silent() -> None:
    (community,) = (f for f in told(responses=[response("zoe-4"), response("zoe-5")]) if f.code == "one-sided")
    assert "Only services" in community.message
    (service,) = (f for f in told(responses=[response(f"zoe-{n}") for n in (1, 2, 3)]) if f.code == "one-sided")
    assert "Only the community" in service.message
    unrated = response("zoe-1", ratings=dict.fromkeys(STATEMENTS, "dont_know"))
    assert "one-sided" in codes(responses=[unrated, response("zoe-4")])
    in_place = response("zoe-2", answered="for_someone", helped_by="service")
    assert "one-sided" in codes(responses=[unrated, in_place, response("zoe-4")])


def test_a_side_that_declined_is_not_asked_again() -> None:
    for side, answering in (("community", ("zoe-4", "zoe-5")), ("service", ("zoe-1", "zoe-2"))):
        silent = [response(name, ratings=dict.fromkeys(STATEMENTS, 4)) for name in answering]
        assert codes(responses=silent, declined=[{"side": side}]) == []
        assert {"one-sided", "never-answered", "same-rating-throughout"} <= set(codes(responses=silent))


def test_nobody_is_told_that_a_side_is_missing_while_nobody_has_answered() -> None:
    assert "one-sided" not in codes(responses=[])


def test_a_side_for_which_only_others_answered_is_told_once() -> None:
    given = [response(f"zoe-{n}", answered="for_someone", helped_by="service") for n in (1, 2, 3)]
    found = codes(responses=[*given, response("zoe-4"), response("zoe-5")])
    assert found == ["only-proxy-answers"]
    assert "only-proxy-answers" not in codes(responses=[*given[:2], response("zoe-3"), response("zoe-4")])


TOLD_TWICE = {"never-answered", "no-direct-voice"}
"""What is told before scoring and after."""


def told_by_both(document: dict[str, Any], framework: copro.Framework | None = None) -> list[copro.Finding]:
    """What validating and scoring an assessment both tell, if they tell the same, without lines and columns."""
    text = json.dumps(document)
    value = copro.loads(text, framework=framework)
    assert isinstance(value, copro.Assessment)
    validated = copro.validate(text.encode(), framework=framework)
    before = [attrs.evolve(f, line=None, column=None) for f in validated if f.code in TOLD_TWICE]
    after = [f for f in copro.score(value, framework).findings if f.code in TOLD_TWICE]
    assert sorted(before, key=str) == sorted(after, key=str)
    return after


def test_what_scoring_says_as_well_is_said_in_the_same_words() -> None:
    document = assessment(responses=[response("zoe-3"), response("zoe-4")])
    assert {finding.code for finding in told_by_both(document)} == TOLD_TWICE


def test_a_perspective_that_never_answered_has_the_name_that_the_assessment_gives_it() -> None:
    silent = [response(name) for name in PEOPLE if name != "zoe-4"]
    terms: dict[str, Any]
    for terms, name in (
        ({}, "People who work in the service"),
        ({"practitioners": "Our link workers"}, "Our link workers"),
        ({"practitioners": {"en": "Our link workers", "cy": "Ein gweithwyr"}}, "Our link workers"),
        ({"decision-makers": "The board"}, "People who work in the service"),
    ):
        (found,) = told_by_both(assessment(responses=silent, terms=terms))
        assert found.message == f"{name}: 1 listed, nobody answered."


def test_a_perspective_that_never_answered_is_named_in_the_language_asked_for() -> None:
    framework = copro.frameworks.get("copro-core-short@2026")
    names = {"en": "Staff", "cy": "Staff y gwasanaeth", "gd": "Luchd-obrach"}
    own = attrs.evolve(
        framework,
        id="own",
        perspectives=[
            attrs.evolve(p, name=names if p.id == "practitioners" else p.name) for p in framework.perspectives
        ],
    )
    document = assessment(framework="own@2026", responses=[response(name) for name in PEOPLE if name != "zoe-4"])
    for language, name in names.items():
        with copro.speaking(language):
            (found,) = told_by_both(document, own)
        assert found.message.startswith(f"{name}: ")
    with copro.speaking("cy"):
        (found,) = told_by_both({**document, "terms": {"practitioners": {"en": "Workers", "cy": "Ein gweithwyr"}}}, own)
    assert found.message.startswith("Ein gweithwyr: ")


@scaled(0.5)
@given(rich_worlds())
def test_whatever_the_assessment_scoring_and_validating_tell_the_same(world: World) -> None:
    framework, whole = world
    with copro.speaking("cy"):
        told_by_both(json.loads(copro.dumps(whole)), framework)


def test_every_remark_is_made_in_one_place() -> None:
    """A code that two functions make says two things before long."""
    made: dict[str, list[str]] = {"Remark": [], "Finding": [], "finding_at": []}
    for path in (ROOT / "src" / "copro").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in made:
                codes = [keyword.value for keyword in node.keywords if keyword.arg == "code"] or node.args[:1]
                made[node.func.id] += [str(code.value) for code in codes if isinstance(code, ast.Constant)]
    assert len(made["Remark"]) == len(set(made["Remark"])) > 20
    assert not {*made["Remark"]} & {*made["Finding"], *made["finding_at"]}


# How they answered.


def test_ratings_that_are_all_alike_are_told_from_five_on() -> None:
    for count, word in ((4, []), (5, ["same-rating-throughout"])):
        assert codes(responses=with_first(ratings=dict.fromkeys(STATEMENTS[:count], 1))) == word
    mixed = {**dict.fromkeys(STATEMENTS[:6], 1), STATEMENTS[6]: 1.0, STATEMENTS[7]: "dont_know"}
    (found,) = told(responses=with_first(ratings=mixed))
    assert found.pointer == "/responses/0/ratings"
    assert found.message.startswith("All 7 ratings")
    assert codes(responses=with_first(ratings={**mixed, STATEMENTS[8]: 2})) == []


def test_on_two_steps_equal_ratings_say_nothing() -> None:
    framework = copro.frameworks.get("copro-core-short@2026")
    short = attrs.evolve(
        framework,
        id="yes-or-no",
        scale=copro.Scale(steps=[copro.Step(value=0, name="No"), copro.Step(value=1, name="Yes")]),
        principles=[
            attrs.evolve(p, indicators=[attrs.evolve(i, descriptors=()) for i in p.indicators])
            for p in framework.principles
        ],
        levels=(),
    )
    document = assessment(
        framework="yes-or-no@2026",
        responses=[response(name, ratings=dict.fromkeys(STATEMENTS, 0)) for name in PEOPLE],
    )
    assert copro.validate(json.dumps(document).encode(), framework=short) == ()


def test_the_top_without_evidence_is_told_once_for_services_only() -> None:
    top = {**LOW, STATEMENTS[3]: 4, STATEMENTS[4]: 4}
    services = [response("zoe-4", ratings=top), response("zoe-5", ratings=top)]
    others = [response(f"zoe-{n}") for n in (1, 2, 3)]
    (found,) = told(responses=[*others, *services])
    assert (found.code, found.pointer) == ("top-without-evidence", "/responses")
    assert "2 statements" in found.message
    assert not any(statement in found.message for statement in STATEMENTS)
    assert codes(responses=[*(response(f"zoe-{n}", ratings=top) for n in (1, 2, 3)), *map(response, ["zoe-4"])]) == [
        "never-answered"
    ]
    in_place = response("zoe-5", ratings=top, answered="for_someone", helped_by="neither")
    both = response("zoe-4", answered="group", people=2, members_confirming=2, helped_by="neither")
    assert codes(responses=[*others, both, in_place]) == []
    assert codes(responses=[*others, {**both, "ratings": top}, in_place]) == ["top-without-evidence"]
    assert codes(responses=[*others, services[0]]) == ["never-answered"]
    shown = [response("zoe-1", evidence={STATEMENTS[3]: ["minutes"], STATEMENTS[4]: ["minutes"]}), *others[1:]]
    minutes = {"id": "minutes", "kind": "document", "title": "Minutes"}
    assert codes(responses=[*shown, *services], evidence=[minutes]) == []
    shown[0]["evidence"][STATEMENTS[4]] = []
    (found,) = told(responses=[*shown, *services], evidence=[minutes])
    assert "1 statement " in found.message


def test_the_top_of_a_reversed_statement_is_its_lowest_step() -> None:
    framework = copro.frameworks.get("copro-core-short@2026")
    first, *rest = framework.principles
    turned = attrs.evolve(first, indicators=[attrs.evolve(first.indicators[0], reversed=True, next=())])
    own = attrs.evolve(framework, id="turned", principles=[turned, *rest])
    for rating, expected in ((0, ["top-without-evidence"]), (4, [])):
        document = assessment(
            framework="turned@2026",
            responses=[
                *(response(f"zoe-{n}") for n in (1, 2, 3, 4)),
                response("zoe-5", ratings={STATEMENTS[0]: rating}),
            ],
        )
        assert [f.code for f in copro.validate(json.dumps(document).encode(), framework=own)] == expected


# Dates.


@pytest.mark.parametrize(
    ("date", "found"), [("2026-01-01", []), ("2026-06-30", []), ("2025-12-31", ["x"]), ("2026-07-01", ["x"])]
)
def test_a_response_outside_the_period_is_told(date: str, found: list[str]) -> None:
    assert codes(responses=with_first(date=date)) == ["response-outside-period" for _ in found]


def test_many_responses_outside_the_period_are_one_finding_at_the_first() -> None:
    late = [response(name, date=f"2026-0{month}-01") for month, name in enumerate(PEOPLE, start=5)]
    (found,) = told(responses=late)
    assert found.pointer == "/responses/2/date"
    assert found.message.startswith("3 responses")
    without = {key: value for key, value in assessment(responses=late).items() if key != "period"}
    assert copro.validate(json.dumps(without).encode()) == ()


def test_evidence_that_had_run_out_is_told_when_something_later_rests_on_it() -> None:
    survey = {"id": "survey", "kind": "data", "title": "Survey", "valid_until": "2026-03-31"}
    using = {"evidence": {STATEMENTS[0]: ["survey"]}}
    for date, expected in (("2026-03-31", []), ("2026-04-01", ["evidence-out-of-date"])):
        assert codes(evidence=[survey], responses=with_first(date=date, **using)) == expected
    (found,) = told(evidence=[survey], responses=with_first(**using))
    assert found.pointer == "/evidence/0/valid_until"
    assert codes(evidence=[survey]) == []


def test_evidence_behind_a_promise_is_held_against_the_day_of_the_event() -> None:
    survey = {"id": "survey", "kind": "data", "title": "Survey", "date": "2026-08-01", "valid_until": "2026-09-30"}
    for day, expected in (("2026-09-30", []), ("2026-10-01", ["evidence-out-of-date"])):
        events = [
            {"event": "made", "date": "2026-01-01", "by": "zoe-5"},
            {"event": "accepted", "date": "2026-01-02", "by": "zoe-1"},
            {"event": "kept", "date": day, "by": "zoe-1", "evidence": ["survey"]},
        ]
        promise = {"id": "fares", "title": "Fares", "by": ["zoe-5"], "to": ["zoe-1"], "events": events}
        assert codes(evidence=[survey], commitments=[promise]) == expected


def test_evidence_from_after_the_period_is_told_where_an_answer_rests_on_it() -> None:
    for date, expected in (("2026-06-30", []), ("2026-07-01", ["evidence-after-period"])):
        photo = {"id": "photo", "kind": "observation", "title": "A photograph", "date": date}
        assert codes(evidence=[photo], responses=with_first(evidence={STATEMENTS[0]: ["photo"]})) == expected
        assert codes(evidence=[photo]) == []


# People who may be known from a text.

NAMING = [
    "Mrs Example said no.",
    "It was Mr. O\u2019Neill's idea.",
    "Ms MacExample chairs it.",
    "Mr May was kind",
    "We asked Dr Examplesson twice.",
    "Nurse Examplesson rang back.",
    "Cllr Examplesson came once.",
    "My nurse Morag is lovely.",
    "I told my support worker Morag, who wrote it down.",
    "her lovely daughter Iona brings her",
    "their social worker, Callum Exampleson",
    "There is a nurse called Morag.",
    "a young man named Callum",
    "write to morag.x@example.org please",
    "Ring me on 07700 900123",
    "(0131) 496 0123, after six",
    "+44 7700 900123",
    "+353 1 496 0123",
    "her number is 943 476 5919",
    "CHI 0101701234",
    "NHS number: 111 222 3333",
]

NOT_NAMING = [
    "The walk in Perth is on the last Friday in May.",
    "Miss Tuesday and you have to wait a week.",
    "I miss Glasgow.",
    "Miss Glasgow a lot.",
    "I saw the Dr. They were kind.",
    "The nurse came on Monday. She was late.",
    "We met at Dr Gray's Hospital in Elgin.",
    "Our manager Council side never came",
    "My GP Practice sent a letter.",
    "My friend Monday mornings cannot come.",
    "A person named NHS Lothian as the cause.",
    "Someone called Social Services to ask.",
    "A nurse called Social Work for us.",
    "A group called Walking Forward started in Fife.",
    "Edinburgh Leisure and Alzheimer Scotland pay for the hall.",
    "Nothing about us without us. People in Stirling said so. The Council agreed.",
    "Ask the office at info@example.org.",
    "Freephone 0800 123 4567 or 0300 123 4567.",
    "On 2026-10-02 we counted 1234567890 steps.",
    "£1,234,567,890 and 10.1234567890",
    "See https://example.org/0131496012/9434765919 for minutes.",
    "Charity SC012345, 31 claims, 36 pounds, 2026-2027.",
    "Mr and Mrs who? We never learnt their names.",
    "My mum and I go together. My Mum too.",
    "Doctor Who is on at seven.",
    "The Professor. Nobody knew why.",
    "Bha an geata glaiste. Rinn sinn còmhla e.",
]


@pytest.mark.parametrize("text", NAMING)
def test_a_text_that_may_name_somebody_is_seen(text: str) -> None:
    assert signs_of_people(text)


@pytest.mark.parametrize("text", NOT_NAMING)
def test_a_text_that_names_nobody_is_left_alone(text: str) -> None:
    assert signs_of_people(text) == ()


def test_texts_that_ship_with_copro_name_nobody() -> None:
    paths = [*(ROOT / "src" / "copro" / "data").rglob("*.json"), *(ROOT / "examples").rglob("*.json")]
    named = {
        path.name: line
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if signs_of_people(line)
    }
    assert named == {}


def test_a_long_text_is_read_in_no_time() -> None:
    hard = ["Dr A" * 25_000, "my " * 30_000, "a nurse called " * 7_000, "x@" * 50_000, "0" * 100_000, "+44 " * 25_000]
    start = time.thread_time()
    for text in hard:
        signs_of_people(text)
    assert time.thread_time() - start < 10


def test_every_text_that_people_write_is_read_and_never_repeated() -> None:
    private = "Mrs Xyzzy, xyzzy@example.org, 07700 900987, CHI 9434765919"
    events = [
        {"event": "made", "date": "2026-01-01", "by": "zoe-5"},
        {"event": "withdrawn", "date": "2026-01-02", "by": "zoe-5", "reason": private},
    ]
    found = told(
        initiative={"id": "lunch-club", "name": "Lunch club", "summary": {"en": "We eat.", "en-x-easyread": private}},
        responses=with_first(comments={STATEMENTS[0]: private, STATEMENTS[1]: "Fine."}),
        agreed={"ratings": LOW, "note": private},
        invited=[{"side": "service", "note": private}],
        decisions=[{"id": "menu", "title": private}],
        commitments=[
            {"id": "fares", "title": private, "limits": private, "by": ["zoe-5"], "to": ["zoe-1"], "events": events}
        ],
        evidence=[
            {"id": "words", "kind": "quote", "title": "Words", "note": private, "by": private},
            {"id": "book", "kind": "document", "title": "A book", "by": "Dr Xyzzy"},
        ],
        extra={"kept": private},
    )
    places = {
        "/initiative/summary/en-x-easyread",
        f"/responses/0/comments/{STATEMENTS[0]}",
        "/agreed/note",
        "/invited/0/note",
        "/decisions/0/title",
        "/commitments/0/title",
        "/commitments/0/limits",
        "/commitments/0/events/1/reason",
        "/evidence/0/note",
        "/evidence/0/by",
    }
    assert {finding.pointer for finding in found} == places
    assert len(found) == 4 * len(places)
    for finding in found:
        assert (finding.code, finding.severity) == ("may-identify-someone", "warning")
        assert "yzzy" not in f"{finding.message}{finding.hint}"
        assert not any(character.isdigit() for character in finding.message)


@pytest.mark.parametrize("style", ["text", "json", "sarif", "github"])
def test_no_output_quotes_what_one_person_said(style: str, tmp_path: Path) -> None:
    document = assessment(
        responses=with_first(
            date="2025-03-04", comments={STATEMENTS[0]: "Mrs Xyzzy"}, ratings=dict.fromkeys(STATEMENTS, 3)
        )
    )
    document["responses"][0]["extra"] = {"kept": "quuxly"}
    (tmp_path / "file.json").write_text(json.dumps(document, indent=1).replace("\n      ", " "), encoding="utf-8")
    ran = CliRunner().invoke(commands, ["validate", "--format", style, str(tmp_path / "file.json")])
    for code in ("may-identify-someone", "same-rating-throughout", "response-outside-period"):
        assert code in ran.output
    assert "/responses/0/ratings" in ran.output
    for private in ("Xyzzy", "quuxly", "2025-03-04", "zoe-1", f'"{STATEMENTS[0]}": 3'):
        assert private not in ran.output


# Whatever the assessment.


@scaled(1 / 4)
@given(rich_worlds())
def test_advice_names_nobody_and_is_the_same_each_time(world: World) -> None:
    framework, whole = world
    text = copro.dumps(whole)
    found = copro.validate(text.encode(), framework=framework)
    assert found == copro.validate(text.encode(), framework=framework)
    assert not any(finding.severity == "error" for finding in found)
    words = " ".join(f"{finding.message} {finding.hint}" for finding in found).split()
    assert not {stakeholder.id for stakeholder in whole.stakeholders} & set(words)


@scaled(0.5)
@given(rich_worlds())
def test_what_is_told_beside_figures_names_nobody_either(world: World) -> None:
    framework, whole = world
    found = copro.score(whole, framework).findings
    words = " ".join(f"{finding.message} {finding.hint}" for finding in found).split()
    assert not {stakeholder.id for stakeholder in whole.stakeholders} & set(words)


@scaled(0.5)
@given(rich_worlds())
def test_remarks_are_about_the_same_things_in_whatever_order_these_are_listed(world: World) -> None:
    framework, whole = world
    turned = attrs.evolve(
        whole,
        stakeholders=whole.stakeholders[::-1],
        responses=whole.responses[::-1],
        decisions=whole.decisions[::-1],
        commitments=whole.commitments[::-1],
        evidence=whole.evidence[::-1],
    )
    one, other = (
        [remark for remark in advice_on_assessment(each, framework) if remark.code != "response-outside-period"]
        for each in (whole, turned)
    )
    assert sorted(one, key=repr) == sorted(other, key=repr)
    beside, turned_beside = (
        list(advice_on_scorecard(copro.score(each, framework), each, framework)) for each in (whole, turned)
    )
    assert sorted(beside, key=repr) == sorted(turned_beside, key=repr)


def test_a_place_points_at_the_thing_that_its_ids_name() -> None:
    events = [
        {"event": "made", "date": "2026-01-01", "by": "zoe-5"},
        {"event": "withdrawn", "date": "2026-01-02", "by": "zoe-5", "reason": "Mrs Xyzzy"},
    ]
    promise = {"title": "Fares", "by": ["zoe-5"], "to": ["zoe-1"]}
    promises = [{"id": "one", **promise, "events": events[:1]}, {"id": "two", **promise, "events": events}]
    document = assessment(
        responses=with_first(comments={"strengths-knowledge": "Mrs Xyzzy"}),
        commitments=promises,
        invited=[{"side": "service"}, {"side": "service", "note": {"en": "Us.", "cy": "Mrs Xyzzy"}}],
    )
    value = copro.loads(json.dumps(document))
    assert isinstance(value, copro.Assessment)
    framework = copro.frameworks.get("copro-core-short@2026")
    assert [remark.place for remark in advice_on_assessment(value, framework)] == [
        ("invited", 2, "note", "cy"),
        ("responses", "zoe-1", "comments", "strengths-knowledge"),
        ("commitments", "two", "events", 2, "reason"),
    ]
    assert [finding.pointer for finding in copro.validate(json.dumps(document).encode())] == [
        "/responses/0/comments/strengths-knowledge",
        "/commitments/1/events/1/reason",
        "/invited/1/note/cy",
    ]
    turned = attrs.evolve(value, responses=value.responses[::-1], commitments=value.commitments[::-1])
    assert [finding.pointer for finding in copro.validate(copro.dumps(turned).encode())] == [
        "/responses/4/comments/strengths-knowledge",
        "/invited/1/note/cy",
        "/commitments/0/events/1/reason",
    ]


def test_a_framework_with_faults_gets_no_advice_and_raises_nothing() -> None:
    core = copro.frameworks.get("copro-core-short@2026")
    one_step = attrs.evolve(core, id="one-step", scale=copro.Scale(steps=core.scale.steps[:1]))
    document = assessment(
        framework="one-step@2026", responses=[response("zoe-4", ratings=dict.fromkeys(STATEMENTS, 0))]
    )
    assert copro.validate(json.dumps(document).encode(), framework=one_step) == ()


def test_advice_on_thousands_of_answers_takes_no_time() -> None:
    people = [{"id": f"c{n}", "perspective": "people-using-services"} for n in range(3000)]
    answers = [
        response(p["id"], comments={STATEMENTS[0]: "We hear about it afterwards, in Leith. " * 10}, date="2026-02-01")
        for p in people
    ]
    many = copro.loads(json.dumps(assessment(stakeholders=people, responses=answers)))
    assert isinstance(many, copro.Assessment)
    framework = copro.frameworks.get("copro-core-short@2026")
    start = time.thread_time()
    assert [f.code for f in advice_on_assessment(many, framework)] == ["one-sided"]
    assert time.thread_time() - start < 10


def test_whoever_loads_or_scores_does_not_pay_for_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("advice was asked for")

    monkeypatch.setattr(checking, "advise", refuse)
    value = copro.loads(json.dumps(assessment()))
    assert isinstance(value, copro.Assessment)
    copro.score(value)
    with pytest.raises(AssertionError, match="asked for"):
        copro.validate(json.dumps(assessment()).encode())
