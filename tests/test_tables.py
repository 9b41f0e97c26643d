"""Tables: what goes in comes out, nothing becomes a formula, and every fault is told at its cell."""

import csv
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from functools import partial
from pathlib import Path
from typing import Any, get_args

import attrs
import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import copro
from copro.documents.schemas import schema_text
from copro.model import assessment as model
from copro.model.promises import EventName, Right
from copro.model.values import Helper, MainSide, Party, Unrated
from copro.tables import csv_files, files, xlsx_reader
from copro.tables.sheets import (
    ABOUT,
    ANSWERED,
    COMMITMENTS,
    DECISIONS,
    EVENTS,
    EVIDENCE,
    LISTS,
    SHEETS,
    SIDES,
    STAKEHOLDERS,
)
from copro.tables.words import told_apart
from example import EXAMPLE, loaded
from profiles import scaled
from strategies import World, rich_worlds, words, worlds

CORE = copro.frameworks.get("copro-core@2026")

AWKWARD = (
    *("007", "1e5", "1E400", "TRUE", "null", "NaN", "2026-10-02", "02/10/2026", "12:30", "-1", "0,5", "1.", "+44 7700"),
    *("=1+1", "+1", "-x", "@x", "\tx", "\rx", "\nx", " =1", "'=1", "''=1", "'x", "'", "=HYPERLINK('x')", "\u3000=1"),
    *("\uff1d1", "\uff0b1", "\uff0d1", "\uff201", "{=1}", "|cmd", "%x", "http://x", "mailto:x", "internal:x"),
    *(" ", "\n", "\r", "\t", "\u00a0", "  x  ", "x\n", "x\ry", "x\r\ny", "\u2028", "\x85", "\ufeffx", "x\x00y"),
    *("\x01", "\x0b", "\x1f", "\x7f", "\ufffe", "\uffff", "\U0001f600", "e\u0301", "\u202eabc", "\U0010ffff"),
    *("_x000D_", "_x005F_", "_x005F_x000D_", "x005F_", "_x0041_", "_xD83D_", "_x000d", "a_x000D_b_x005F_c"),
    *("<r>x</r>", "<r></r>", "<r>&</r>", "<t>x</t>", "&amp;", "]]>", "<!--", '"', '""', '"x', ",", ";", "a;b", "a,b"),
    *("(none)", "(empty)", "#N/A", "#REF!", "[1]", "{}", "title:cy", "id", "lists", "x" * 5000),
)

SHORT = copro.frameworks.get("copro-core-short@2026")
SMALL = copro.Assessment(
    id="small",
    title="Small",
    framework=SHORT.name,
    initiative=copro.Initiative(id="club", name="Club", taking_part={"community": 30}),
    conduct=copro.Conduct(choose_who="service"),
    stakeholders=[
        copro.Stakeholder(id="c1", perspective="people-using-services"),
        copro.Stakeholder(id="c2", perspective="family-carers", extra={"kept": True}),
        copro.Stakeholder(id="p1", perspective="practitioners", organisation="Council"),
    ],
    responses=[
        copro.Response(stakeholder="c1", ratings={"capacity-support": 1, "power-decide": 0}, date="2026-03-01"),
        copro.Response(
            stakeholder="c2",
            ratings={"capacity-support": "dont_know"},
            comments={"power-decide": "Never asked."},
            evidence={"power-decide": ["minutes"]},
            participation={"menu": 2},
            quote="group",
        ),
        copro.Response(stakeholder="p1", answered="with_help", helped_by="neither", ratings={"power-decide": 3}),
    ],
    agreed=copro.Agreed(date="2026-04-01", ratings={"power-decide": 1}),
    invited=[copro.SideNote(side="service", date="2026-02-01", note="By letter.")],
    decisions=[
        copro.Decision(
            id="menu",
            title="What we cook",
            rights={"decide": ["practitioners"], "veto": []},
            promised=4,
            permission=copro.Permission(state="held"),
            confirmed_by=["c1", "p1"],
        ),
    ],
    commitments=[
        copro.Commitment(
            id="fares",
            title="Pay fares",
            by=["practitioners"],
            to=["c1", "c2"],
            due_on="2026-05-01",
            shares=copro.Shares(kind="money", decision="menu", rights=["decide"]),
            events=[
                copro.Event(event="made", date="2026-03-01", by="practitioners"),
                copro.Event(event="accepted", date="2026-03-02", by="c1", reason={"en": "Good.", "cy": "Da."}),
            ],
        ),
    ],
    evidence=[copro.Evidence(id="minutes", kind="document", title="Minutes", shareable=True)],
    extra={"from": "tests"},
)
"""An assessment with something in every sheet."""


def written(assessment: copro.Assessment, path: Path, **options: Any) -> Path:
    assert copro.write_tables(assessment, path, **options) == ()
    return path


def there_and_back(assessment: copro.Assessment, framework: copro.Framework, name: str) -> copro.Assessment:
    with tempfile.TemporaryDirectory() as folder:
        path = written(assessment, Path(folder) / name, framework=framework)
        read, findings = copro.read_tables(path, framework=framework)
        assert findings == ()
        return read


def full_of(text: str) -> copro.Assessment:
    """An assessment with a text wherever a text can stand."""
    both = {"cy": text, "en-x-easyread": f"{text}{text}"}
    before = SMALL
    return attrs.evolve(
        before,
        title=text,
        initiative=attrs.evolve(before.initiative, name=both, summary=text),
        stakeholders=[
            attrs.evolve(one, organisation=f"{text}{one.id}", extra={text: text}) for one in before.stakeholders
        ],
        responses=[
            attrs.evolve(one, comments={"power-decide": text}, extra={"": [text, None]}) for one in before.responses
        ],
        agreed=copro.Agreed(ratings={}, note=text),
        decisions=[attrs.evolve(one, title=both) for one in before.decisions],
        commitments=[
            attrs.evolve(one, title=text, limits=both, events=[attrs.evolve(e, reason=text) for e in one.events])
            for one in before.commitments
        ],
        evidence=[attrs.evolve(one, title=both, url=text, by=text, note=text) for one in before.evidence],
        extra={text: {text: 1.5}},
    )


# What goes in comes out.


@scaled(1 / 5)
@given(rich_worlds())
def test_any_assessment_comes_back_from_csv_files_and_from_a_workbook(world: World) -> None:
    framework, assessment = world
    assert there_and_back(assessment, framework, "tables") == assessment
    assert there_and_back(assessment, framework, "tables.xlsx") == assessment


def test_the_example_comes_back_the_same_and_always_gives_the_same_bytes(tmp_path: Path) -> None:
    assessment = loaded()
    first, second = written(assessment, tmp_path / "1.xlsx"), written(assessment, tmp_path / "2.xlsx")
    assert first.read_bytes() == second.read_bytes()
    for path in (first, written(assessment, tmp_path / "folder")):
        read, findings = copro.read_tables(path)
        assert (read, findings) == (assessment, ())
        assert json.loads(copro.dumps(read)) == json.loads(copro.dumps(assessment))


@pytest.mark.parametrize("name", ["tables", "tables.xlsx"])
def test_awkward_texts_come_back_as_they_were(name: str) -> None:
    joined = attrs.evolve(
        SMALL,
        responses=[],
        evidence=[
            copro.Evidence(id=f"e{number}", kind="document", title=text, note={"cy": text, "en": text}, url=text)
            for number, text in enumerate(AWKWARD)
        ],
        decisions=[],
        commitments=[],
        extra={text: [text] for text in AWKWARD},
    )
    assert there_and_back(joined, SHORT, name) == joined


@scaled(1 / 10)
@given(words())
@example("_x000D_\r=1")
@example("<r>'=1</r>")
def test_a_text_comes_back_from_wherever_it_stands(text: str) -> None:
    assessment = full_of(text)
    assert there_and_back(assessment, SHORT, "tables") == assessment
    assert there_and_back(assessment, SHORT, "tables.xlsx") == assessment


def test_nothing_there_is_not_the_same_as_an_empty_list() -> None:
    before = SMALL
    person = before.stakeholders[0].id
    variants: tuple[dict[str, Any], ...] = (
        {"conduct": copro.Conduct(), "agreed": copro.Agreed(ratings={})},
        {"conduct": None, "agreed": None},
        {"responses": []},
        {"responses": [copro.Response(stakeholder=person)]},
        {"responses": tuple(reversed(before.responses))},
        {
            "responses": [
                attrs.evolve(r, ratings={}, comments={}, evidence={"power-decide": []}) for r in before.responses
            ]
        },
        {"decisions": [attrs.evolve(one, rights={"decide": (), "veto": ()}) for one in before.decisions]},
        {"decisions": [attrs.evolve(one, rights={}) for one in before.decisions]},
    )
    for changes in variants:
        assessment = attrs.evolve(before, **changes)
        for name in ("tables", "tables.xlsx"):
            assert there_and_back(assessment, SHORT, name) == assessment


def test_odd_numbers_come_back_exactly() -> None:
    steps = [-0.1, 0.1 + 0.2, 1 / 3, 1e-7, 999999.9999999999, 123456]
    framework = attrs.evolve(
        CORE,
        id="odd",
        scale=copro.Scale(steps=[copro.Step(value=v, name="Same") for v in sorted(steps)]),
        levels=[],
        principles=[
            attrs.evolve(p, indicators=[attrs.evolve(i, descriptors=(), next=()) for i in p.indicators])
            for p in CORE.principles
        ],
    )
    ids = [indicator.id for principle in framework.principles for indicator in principle.indicators]
    assessment = attrs.evolve(
        loaded(),
        framework=framework.name,
        agreed=None,
        responses=[copro.Response(stakeholder="c1", ratings=dict(zip(ids, steps, strict=False)))],
        initiative=copro.Initiative(id="x", name="x", taking_part={"community": 10**30, "service": 0}),
    )
    for name in ("tables", "tables.xlsx", "wide.csv", "wide.xlsx"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            shape: Any = "wide" if name.startswith("wide") else "workbook"
            copro.write_tables(assessment, path, framework=framework, shape=shape)
            into = None if name.startswith("tables") else attrs.evolve(assessment, responses=[])
            read, _ = copro.read_tables(path, framework=framework, into=into)
            assert read == assessment


@scaled(1 / 5)
@given(worlds(), st.sampled_from(("wide", "long")), st.sampled_from(("a.csv", "a.xlsx")))
def test_one_table_added_to_the_rest_is_the_assessment_again(world: World, shape: Any, name: str) -> None:
    framework, assessment = world
    answered = [response for response in assessment.responses if response.ratings]
    whole = attrs.evolve(
        assessment,
        responses=[copro.Response(stakeholder=r.stakeholder, ratings=r.ratings) for r in answered],
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        told = copro.write_tables(whole, path, framework=framework, shape=shape)
        assert any("about the initiative" in finding.message for finding in told)
        rest = attrs.evolve(whole, responses=[])
        assert copro.read_tables(path, framework=framework, into=rest) == (whole, ())
        if shape == "wide":
            alone, _ = copro.read_tables(path, framework=framework, collected="closed_group")
            who = [attrs.evolve(one, direct=None, pay_depends=None) for one in whole.stakeholders]  # left behind
            assert (alone.stakeholders, alone.responses) == (tuple(who), whole.responses)
            has_own_answers = any(one.direct or one.pay_depends for one in whole.stakeholders)
            assert any("their own lives" in finding.message for finding in told) == has_own_answers
            assert (alone.id, alone.collected) == ("a", "closed_group")


def test_a_long_table_keeps_comments_and_a_table_says_what_it_leaves_behind(tmp_path: Path) -> None:
    assessment = loaded()
    wide = {finding.message for finding in copro.write_tables(assessment, tmp_path / "w.csv")}
    long = {finding.message for finding in copro.write_tables(assessment, tmp_path / "l.csv", shape="long")}
    assert wide - long == {"Left behind: comments."}
    assert {"Left behind: promises.", "Left behind: decisions.", "Left behind: evidence."} <= long
    bare = attrs.evolve(assessment, responses=[])
    read, _ = copro.read_tables(tmp_path / "l.csv", into=bare)
    assert [r.comments for r in read.responses] == [r.comments for r in assessment.responses]
    assert [r.ratings for r in read.responses] == [r.ratings for r in assessment.responses]


def test_every_property_of_an_assessment_has_its_column() -> None:
    """So that a property that is added to the format is not lost in silence."""
    schema = json.loads(schema_text("assessment"))
    own = {
        "stakeholder": (STAKEHOLDERS, ()),
        "response": (ANSWERED, ("stakeholder", "ratings", "comments", "evidence", "participation")),
        "side_note": (SIDES, ()),
        "decision": (DECISIONS, ()),
        "commitment": (COMMITMENTS, ("events",)),
        "event": (EVENTS, ()),
        "evidence": (EVIDENCE, ()),
        "": (
            ABOUT,
            ("format", "stakeholders", "responses", "invited", "declined", "decisions", "commitments", "evidence"),
        ),
        "initiative": ([column for column in ABOUT if column.path[0] == "initiative"], ()),
        "agreed": ([column for column in ABOUT if column.path[0] == "agreed"], ("ratings",)),
        "conduct": ([column for column in ABOUT if column.path[0] == "conduct"], ()),
        "shares": ([column for column in COMMITMENTS if column.path[0] == "shares"], ()),
        "permission": ([column for column in DECISIONS if column.path[0] == "permission"], ()),
    }
    for name, (columns, elsewhere) in own.items():
        depth = 1 if name in {"initiative", "agreed", "conduct", "shares", "permission"} else 0
        there = {column.path[depth] for column in columns if len(column.path) > depth}
        properties = (schema["$defs"][name] if name else schema)["properties"]
        assert (there | set(elsewhere)) - {"terms"} == set(properties) - {"terms"}, name


def test_the_words_of_a_project_come_back(tmp_path: Path) -> None:
    terms = {"practitioners": "Helpers", "neighbours": {"en": "Us", "cy": "Ni"}}
    document = {**json.loads(copro.dumps(SMALL)), "terms": terms}
    files.write(document, tmp_path / "folder", SHORT, "en", "workbook")
    files.write(document, tmp_path / "a.xlsx", SHORT, "en", "workbook")
    for path in (tmp_path / "folder", tmp_path / "a.xlsx"):
        read = files.read_sheets(path, *files.read(path))
        assert (read.document["terms"], read.findings) == (terms, [])
    (tmp_path / "folder" / "terms.csv").write_text("perspective,term\n,x\nneighbours,\nneighbours,a\nneighbours,b\n")
    found = files.read_sheets(tmp_path / "folder", *files.read(tmp_path / "folder")).findings
    at = [(one.code, one.line, one.column_name) for one in found]
    assert at == [("empty-cell", 2, "perspective"), ("empty-cell", 3, "term"), ("duplicate-row", 5, "perspective")]


def test_every_fixed_word_has_something_to_show_for_it() -> None:
    for name, type_ in {
        "collected": model.Collected,
        "party": Party,
        "helper": Helper,
        "main_side": MainSide,
        "answered": model.Answered,
        "quote": model.Quote,
        "permission": model.PermissionState,
        "share": model.ShareKind,
        "event": EventName,
        "evidence": model.EvidenceKind,
    }.items():
        assert set(LISTS[name]) == set(get_args(type_)), name
    assert set(LISTS["unrated"]) == set(Unrated)
    assert set(get_args(Right)) <= {column.name for column in SHEETS["decisions"]}
    assert told_apart({"a": "Same", "b": "same"}) == {"a": "Same (a)", "b": "same (b)"}
    assert told_apart({"a": "b", "b": "x"}) == {"a": "b (a)", "b": "x"}


# For people.


def test_a_workbook_can_be_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "new.xlsx"
    copro.new_workbook(CORE, path, people=3)
    with pytest.raises(FileExistsError):
        copro.new_workbook(CORE, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["how_to", *SHEETS, "lists"]
    ratings = book["ratings"]
    assert [cell.value for cell in ratings[1]][-4:] == ["Agreed after talking", "s1", "s2", "s3"]
    first = CORE.principles[0].indicators[0]
    assert [cell.value for cell in ratings[2]][:2] == [first.id, first.statement]
    assert str(first.descriptors[1]) in str(ratings["C2"].value)
    assert ratings.freeze_panes == "C2"
    assert ratings["A1"].alignment.wrap_text
    rules = {str(rule.sqref): str(rule.formula1) for rule in ratings.data_validations.dataValidation}
    assert set(rules) == {f"{letter}2:{letter}37" for letter in "DEFG"}
    start, end = (int(part.rpartition("$")[2]) for part in rules["E2:E37"].split(":"))
    choices = [book["lists"].cell(row, 2).value for row in range(start, end + 1)]
    assert choices[:2] == ["0 Not yet", "1 Starting"]
    assert "I don't know" in choices
    ratings["E2"], ratings["F2"], ratings["G2"] = "1 starting ", "I don't know", 3
    about = {row[0].value: row[2] for row in book["about"].iter_rows()}
    for name, value in {
        "title": "A first look",
        "initiative_name": "Café & more",
        "collected": "Within a closed group",
    }.items():
        about[name].value = value
    for row, place in enumerate(("People who use the service", "practitioners", "undisclosed"), 2):
        book["stakeholders"].cell(row, 2).value = place
    book["stakeholders"]["G2"] = "2026-10-02"
    book.save(path)
    read, findings = copro.read_tables(path)
    assert findings == ()
    assert (read.id, read.initiative.id, read.collected) == ("a-first-look", "cafe-more", "closed_group")
    assert [r.ratings[first.id] for r in read.responses] == [1, "dont_know", 3]
    assert [s.perspective for s in read.stakeholders] == ["people-using-services", "practitioners", "undisclosed"]
    assert str(read.responses[0].date) == "2026-10-02"


def test_rows_that_hold_nobody_are_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "new.xlsx"
    copro.new_workbook(CORE, path, people=4)
    book = openpyxl.load_workbook(path)
    about = {row[0].value: row[2] for row in book["about"].iter_rows()}
    about["title"].value, about["initiative_name"].value = "First", "Club"
    book["stakeholders"]["B3"] = "practitioners"
    book["ratings"]["F2"] = "2 In part"
    book.save(path)
    read, findings = copro.read_tables(path)
    assert [one.id for one in read.stakeholders] == ["s2"]
    assert [(f.code, f.severity, f.cell) for f in findings] == [("empty-row", "advice", "A2")]
    assert "3 rows" in findings[0].message


def test_a_workbook_speaks_the_language_asked_for(tmp_path: Path) -> None:
    framework = attrs.evolve(
        CORE,
        id="two",
        title={"en": "Two", "cy": "Dau"},
        perspectives=[attrs.evolve(p, name={"en": p.name, "cy": f"cy {p.name}"}) for p in CORE.perspectives],
    )
    assessment = attrs.evolve(loaded(), framework=framework.name)
    path = written(assessment, tmp_path / "cy.xlsx", framework=framework, language="cy")
    book = openpyxl.load_workbook(path)
    assert book["how_to"]["A1"].value == "Dau"
    assert book["stakeholders"]["B2"].value == "cy People who use the service"
    assert copro.read_tables(path, framework=framework) == (assessment, ())


@pytest.mark.parametrize(("language", "lacking"), [("en", 0), ("en-x-easyread", 0), ("cy", 196)])
def test_a_workbook_says_which_language_it_was_asked_for_and_what_it_lacks(
    language: str, lacking: int, tmp_path: Path
) -> None:
    framework = copro.frameworks.get("copro-core-short@2026")
    copro.new_workbook(framework, tmp_path / "blank.xlsx", language=language)
    book = openpyxl.load_workbook(tmp_path / "blank.xlsx", read_only=True)
    lines = [str(row[0].value) for row in book["how_to"].iter_rows()]
    book.close()
    asked = lines.index(f"This workbook was asked for in {language}.")
    told = [line for line in lines[asked:] if "texts of the framework" in line]
    assert told == (
        [f"{lacking} texts of the framework are not there in {language}. They are in en."] if lacking else []
    )
    assert any("headings" in line for line in lines[asked:]) == (language != "en")


# Formulas.


@given(st.text(alphabet="'=+-@ \t\r\n\uff1d\uff0b\uff0d\uff20x1\u3000", max_size=6))
def test_no_text_in_a_csv_file_begins_like_a_formula(text: str) -> None:
    guarded = csv_files.guarded(text)
    assert csv_files.unguarded(guarded) == text
    assert not guarded.lstrip().startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"))
    assert not guarded.startswith(("\t", "\r", "\n"))


def test_no_cell_that_is_written_is_a_formula_and_numbers_stay_numbers(tmp_path: Path) -> None:
    assessment = attrs.evolve(full_of('=HYPERLINK("http://x")'), language="en")
    book = openpyxl.load_workbook(written(assessment, tmp_path / "a.xlsx"))
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}
    assert not any(cell.hyperlink for sheet in book for row in sheet for cell in row)
    folder = written(assessment, tmp_path / "folder")
    for file in folder.iterdir():
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")):
            assert not any(field.startswith("=") for field in row)
    minus = attrs.evolve(
        CORE,
        id="minus",
        scale=copro.Scale(steps=[copro.Step(value=v, name="S") for v in (-2, 0, 1, 2, 3)]),
        principles=[
            attrs.evolve(p, indicators=[attrs.evolve(i, next=()) for i in p.indicators]) for p in CORE.principles
        ],
    )
    negative = attrs.evolve(
        loaded(),
        framework=minus.name,
        agreed=None,
        responses=[copro.Response(stakeholder="c1", ratings={"power-decide": -2})],
    )
    copro.write_tables(negative, tmp_path / "minus.csv", framework=minus)
    assert ",-2," in (tmp_path / "minus.csv").read_text(encoding="utf-8-sig")


# Faults, at their cells.


def places(path: Path, **options: Any) -> dict[str, list[str]]:
    """The places of the errors that tables have, by code."""
    with pytest.raises(copro.InvalidDocumentError) as caught:
        copro.read_tables(path, **options)
    found: dict[str, list[str]] = {}
    for finding in caught.value.findings:
        assert isinstance(finding, copro.Finding)
        assert finding.file is not None
        assert str(finding.file).startswith(str(path))
        if finding.sheet is None:
            at = f"{Path(finding.file).name}:{finding.line}:{finding.column_name}"
        else:
            at = f"{finding.sheet}!{finding.cell}" if finding.cell else finding.sheet
        found.setdefault(finding.code, []).append(at)
    return found


CELLS: dict[str, tuple[dict[str, str | int | None], dict[str, list[str]]]] = {
    "a rating that is no word": ({"ratings!F3": "Startin"}, {"unknown-word": ["ratings!F3"]}),
    "a rating that is no step": ({"ratings!F3": 7}, {"unknown-word": ["ratings!F3"]}),
    "an indicator that is not there": ({"ratings!A3": "capacity-suport"}, {"unknown-indicator": ["ratings!A3"]}),
    "an indicator that is there twice": ({"ratings!A3": "power-decide"}, {"duplicate-row": ["ratings!A7"]}),
    "an indicator without its id": ({"ratings!A3": None}, {"empty-cell": ["ratings!A3"]}),
    "a person who is not there": ({"ratings!E1": "c9"}, {"unknown-stakeholder": ["ratings!E1"]}),
    "a person who is there twice": ({"ratings!F1": "c1"}, {"duplicate-heading": ["ratings!F1"]}),
    "answers without a person": ({"ratings!F1": None}, {"unknown-column": ["ratings!F1"]}),
    "a perspective that is not there": ({"stakeholders!B2": "practitoners"}, {"unknown-word": ["stakeholders!B2"]}),
    "a day that is no day": ({"stakeholders!G2": "2026-02-30"}, {"bad-date": ["stakeholders!G2"]}),
    "a day written otherwise": ({"stakeholders!G2": "2/10/2026"}, {"bad-pattern": ["stakeholders!G2"]}),
    "a group without its size": (
        {"stakeholders!H2": "As a group, together", "stakeholders!I2": "Services"},
        {"missing-property": ["stakeholders!K2"]},
    ),
    "free data that is no JSON": ({"stakeholders!F3": "{"}, {"not-json": ["stakeholders!F3"]}),
    "free data that is no object": ({"about!C23": "[1]"}, {"not-json": ["about!C23"]}),
    "a title that is missing": ({"about!C3": None}, {"missing-property": ["about!C3"]}),
    "a property that is not there": (
        {"about!A3": "titel"},
        {"unknown-property": ["about!A3"], "missing-property": ["about"]},
    ),
    "a framework that is not there": ({"about!C5": "copro-cor@2026"}, {"unknown-framework": ["about!C5"]}),
    "a column that is not there": ({"decisions!T1": "Notes"}, {"unknown-column": ["decisions!T1"]}),
    "a promise that is not there": (
        {"events!A2": "fare"},
        {"unknown-commitment": ["events!A2"], "impossible-event": ["events!B3"]},
    ),
    "a decision that is not there": ({"participation!B2": "men"}, {"unknown-decision": ["participation!B2"]}),
    "a part that is no number": ({"participation!C2": "much"}, {"unknown-word": ["participation!C2"]}),
    "a comment on nothing": ({"comments!B2": None}, {"empty-cell": ["comments!B2"]}),
    "a comment that says nothing": ({"comments!C2": None, "comments!D2": None}, {"empty-cell": ["comments!C2"]}),
    "a side that did something else": ({"sides!A2": "Forgotten"}, {"unknown-word": ["sides!A2"]}),
    "a holder that is not there": ({"decisions!I2": "practitioner"}, {"unknown-party": ["decisions!I2"]}),
    "a text in one language and several": ({"events!E3": "Good."}, {"two-texts": ["events!F3", "events!G3"]}),
    "a permission without its state": (
        {"decisions!P2": None, "decisions!Q2": "2026-01-01"},
        {"missing-property": ["decisions!P2"]},
    ),
    "a formula": ({"decisions!B2": "=1+1"}, {"formula-without-result": ["decisions!B2"]}),
}


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(SMALL, tmp_path_factory.mktemp("workbook") / "a.xlsx")


@pytest.mark.parametrize("what", CELLS)
def test_a_fault_in_a_workbook_is_told_at_its_cell(what: str, workbook: Path, tmp_path: Path) -> None:
    changes, expected = CELLS[what]
    book = openpyxl.load_workbook(workbook)
    for place, value in changes.items():
        sheet, _, cell = place.partition("!")
        book[sheet][cell] = value
    path = tmp_path / "a.xlsx"
    book.save(path)
    found = places(path)
    assert found == expected


def test_a_fault_in_a_csv_file_is_told_at_its_line_and_column(tmp_path: Path) -> None:
    folder = written(attrs.evolve(SMALL, title="One\nTitle\r\non three lines"), tmp_path / "folder")

    def change(name: str, old: str, new: str) -> None:
        path = folder / name
        text = path.read_bytes().decode("utf-8-sig")
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode())

    change("about.csv", "copro-core-short@2026", "copro-core-short@2027")
    assert places(folder) == {"unknown-framework": ["about.csv:7:value"]}
    change("about.csv", "copro-core-short@2027", "copro-core-short@2026")
    change("stakeholders.csv", "practitioners", "practitoners")
    change("comments.csv", "Never asked.", '"A line\nand another\n"')
    change("comments.csv", "minutes", "minits")
    change("evidence.csv", "document", "paper")
    change("evidence.csv", "true", "perhaps")
    assert places(folder) == {
        "unknown-perspective": ["stakeholders.csv:4:perspective"],
        "unknown-evidence": ["comments.csv:2:evidence"],
        "unknown-word": ["evidence.csv:2:kind"],
        "wrong-type": ["evidence.csv:2:shareable"],
    }


WIDE = {
    "no such indicator": (
        "stakeholder,perspective,power-decid\nc1,family-carers,1\n",
        "unknown-indicator:1:power-decid",
    ),
    "no such step": ("stakeholder,perspective,power-decide\nc1,family-carers,9\n", "not-a-step:2:power-decide"),
    "a word": ("stakeholder,perspective,power-decide\nc1,family-carers,yes\n", "unknown-word:2:power-decide"),
    "nobody": ("stakeholder,perspective,power-decide\n,family-carers,1\n", "empty-cell:2:stakeholder"),
    "no place": ("stakeholder,perspective,power-decide\nc1,,1\n", "missing-property:2:perspective"),
    "no such place": ("stakeholder,perspective,power-decide\nc1,carers,1\n", "unknown-perspective:2:perspective"),
    "twice": (
        "stakeholder,perspective,power-decide\nc1,family-carers,1\nc1,family-carers,2\n",
        "duplicate-row:3:stakeholder",
    ),
    "two headings": ("stakeholder,perspective,x,x\nc1,family-carers,1,1\n", "duplicate-heading:1:x"),
    "too many cells": ("stakeholder,perspective,power-decide\nc1,family-carers,1,1\n", "too-many-cells:2:None"),
    "another table": ("Time,Question\nnow,yes\n", "unknown-table:1:Time"),
    "an address for an id": (
        "stakeholder,perspective,power-decide\na@b.example,family-carers,1\n",
        "bad-pattern:2:stakeholder",
    ),
    "long: twice": (
        "stakeholder,perspective,indicator,rating\nc1,family-carers,power-decide,1\nc1,,power-decide,2\n",
        "duplicate-row:3:indicator",
    ),
    "long: two places": (
        "stakeholder,perspective,indicator,rating\nc1,family-carers,power-decide,1\nc1,neighbours,inclusion-reach,2\n",
        "other-perspective:3:perspective",
    ),
    "long: nothing rated": (
        "stakeholder,perspective,indicator,rating\nc1,family-carers,,1\n",
        "empty-cell:2:indicator",
    ),
}


@pytest.mark.parametrize("what", WIDE)
def test_a_fault_in_one_table_is_told_at_its_line_and_column(what: str, tmp_path: Path) -> None:
    text, expected = WIDE[what]
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-8", newline="")
    code, line, column = expected.split(":")
    found = places(path, framework=SHORT, collected="known_people")
    assert found[code][0] == f"answers.csv:{line}:{column}"


def test_a_table_is_added_to_people_who_are_there_and_answers_are_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("stakeholder,perspective,power-decide\nc1,,2\nn1,neighbours,1\n", encoding="utf-8")
    rest = attrs.evolve(SMALL, responses=SMALL.responses[1:])
    read, _ = copro.read_tables(path, into=rest)
    assert [one.stakeholder for one in read.responses] == ["c2", "p1", "c1", "n1"]
    assert [one.id for one in read.stakeholders] == ["c1", "c2", "p1", "n1"]
    assert (read.decisions, read.extra) == (SMALL.decisions, SMALL.extra)
    assert places(path, into=SMALL) == {"duplicate-response": ["more.csv:2:stakeholder"]}
    path.write_text("stakeholder,perspective,power-decide\nc1,neighbours,2\n", encoding="utf-8")
    assert places(path, into=rest) == {"other-perspective": ["more.csv:2:perspective"]}


# Hostile files.


def only_code(path: Path) -> str:
    (code,) = places(path, framework=SHORT, collected="known_people") or [""]
    return code


HEAD = "stakeholder,perspective,power-decide\n"
BYTES = {
    "unbalanced quotes": (HEAD.encode() + b'c1,"family-carers,1\n', "not-csv"),
    "a stray quote": (HEAD.encode() + b'c1,"family"-carers,1\n', "not-csv"),
    "a field of 200 KiB": (HEAD.encode() + b"c1,family-carers," + b"x" * 200 * 1024, "not-csv"),
    "another encoding": (HEAD.encode() + "c1,f\xe9,1\n".encode("latin-1"), "not-utf-8"),
    "UTF-16": (HEAD.encode("utf-16"), "not-utf-8"),
    "nothing": (b"", "empty-table"),
    "too many columns": (b"stakeholder,perspective" + b"," * 17_000, "too-large"),
    "NUL": (HEAD.encode() + b"c1,family-carers\0,1\n", "unknown-perspective"),
}


@pytest.mark.parametrize("what", BYTES)
def test_a_csv_file_that_cannot_be_read_is_a_finding(what: str, tmp_path: Path) -> None:
    data, code = BYTES[what]
    path = tmp_path / "answers.csv"
    path.write_bytes(data)
    assert code in places(path, framework=SHORT, collected="known_people")


def test_a_csv_file_that_is_too_large_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_files, "MAX_ROWS", 3)
    path = tmp_path / "answers.csv"
    path.write_text(HEAD + "c1,family-carers,1\n" * 4, encoding="utf-8")
    assert only_code(path) == "too-large"
    with pytest.raises(copro.InvalidDocumentError, match="3 rows"):
        copro.write_tables(loaded(), tmp_path / "folder")
    assert not (tmp_path / "folder").exists()


def packed(path: Path, sheet: str, **members: bytes) -> Path:
    """A workbook with one sheet, written by hand."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="answers" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet
        if sheet.startswith("<?")
        else f'<worksheet xmlns="{main}">{sheet}</worksheet>',
    }
    everything: dict[str, str | bytes] = {**parts, **members}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in everything.items():
            archive.writestr(name, content)
    return path


def cell(place: str, value: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


HEADINGS = f'<row r="1">{cell("A1", "stakeholder")}{cell("B1", "perspective")}{cell("C1", "power-decide")}</row>'
ANSWER = f'<row r="2">{cell("A2", "c1")}{cell("B2", "family-carers")}<c r="C2"><v>3</v></c></row>'


def test_a_workbook_written_by_hand_is_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.xlsx", f"<sheetData>{HEADINGS}{ANSWER}</sheetData>")
    read, findings = copro.read_tables(path, framework=SHORT, collected="known_people")
    assert read.responses[0].ratings == {"power-decide": 3}
    assert findings == ()


SHEETS_OF_HARM = {
    "no sheet data that ends": ("<sheetData>", "not-xlsx"),
    "entities": ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "not-xlsx"),
    "a last row of all": (
        f'<sheetData>{HEADINGS}<row r="1048576">{cell("A1048576", "c1")}</row></sheetData>',
        "too-large",
    ),
    "a column past the last": (f'<sheetData>{HEADINGS}<row r="2">{cell("ABCDE2", "c1")}</row></sheetData>', "not-xlsx"),
    "a spreadsheet error": (
        f'<sheetData>{HEADINGS}<row r="2">{cell("A2", "c1")}{cell("B2", "family-carers")}<c r="C2" t="e"><v>#REF!</v></c></row></sheetData>',
        "cell-error",
    ),
    "a formula without a result": (
        f'<sheetData>{HEADINGS}<row r="2">{cell("A2", "c1")}{cell("B2", "family-carers")}<c r="C2"><f>1+1</f></c></row></sheetData>',
        "formula-without-result",
    ),
}


@pytest.mark.parametrize("what", SHEETS_OF_HARM)
def test_a_sheet_that_does_harm_is_a_finding(what: str, tmp_path: Path) -> None:
    sheet, code = SHEETS_OF_HARM[what]
    path = packed(tmp_path / "a.xlsx", sheet)
    assert code in places(path, framework=SHORT, collected="known_people")


def test_what_a_sheet_claims_of_its_size_is_not_believed(tmp_path: Path) -> None:
    claim = '<dimension ref="A1:XFD1048576"/>'
    rows = "".join(f'<row r="{n}">{cell(f"A{n}", f"c{n}")}{cell(f"B{n}", "neighbours")}</row>' for n in range(2, 402))
    path = packed(tmp_path / "a.xlsx", f"{claim}<sheetData>{HEADINGS}{rows}</sheetData>")
    read, findings = copro.read_tables(path, framework=SHORT, collected="known_people")
    assert (len(read.stakeholders), findings) == (400, ())


def test_a_formula_is_read_as_its_saved_result_and_merged_cells_are_said(tmp_path: Path) -> None:
    saved = f'<row r="2">{cell("A2", "c1")}{cell("B2", "family-carers")}<c r="C2"><f>1+1</f><v>2</v></c></row>'
    merged = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'
    path = packed(tmp_path / "a.xlsx", f"<sheetData>{HEADINGS}{saved}</sheetData>{merged}")
    read, findings = copro.read_tables(path, framework=SHORT, collected="known_people")
    assert read.responses[0].ratings == {"power-decide": 2}
    assert [(f.code, f.severity, f.sheet, f.cell) for f in findings] == [("merged-cells", "warning", "answers", "A2")]


def test_a_workbook_that_unpacks_to_too_much_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed(tmp_path / "a.xlsx", "<sheetData/>", bomb=b"\0" * (xlsx_reader.MAX_UNPACKED + 1))
    assert bomb.stat().st_size < 1_000_000
    monkeypatch.setattr(xlsx_reader, "string_reader", None)  # so that opening it would fail
    assert only_code(bomb) == "too-large"
    many = packed(tmp_path / "b.xlsx", "<sheetData/>", **{f"m{n}": b"" for n in range(xlsx_reader.MAX_MEMBERS)})
    assert only_code(many) == "too-large"
    for data in (b"", b"PK", b"not a zip", b"\xd0\xcf\x11\xe0" * 100):
        path = tmp_path / "c.xlsx"
        path.write_bytes(data)
        assert only_code(path) == "not-xlsx"


@scaled(2 / 3)
@given(st.data())
def test_a_damaged_workbook_never_breaks_the_reader(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = packed(Path(folder) / "a.xlsx", f"<sheetData>{HEADINGS}{ANSWER}</sheetData>")
        broken = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
        sheets, findings = xlsx_reader.read_workbook(bytes(broken), "a.xlsx")
        assert sheets or findings


def test_a_text_too_long_for_a_cell_is_refused_with_its_place(tmp_path: Path) -> None:
    fits, long = "\U0001f600" * 16_383, "\U0001f600" * 16_384
    assert there_and_back(attrs.evolve(SMALL, title=fits), SHORT, "a.xlsx").title == fits
    said = copro.Response(stakeholder="c1", comments={"power-decide": long})
    assessment = attrs.evolve(SMALL, responses=[said], title=long)
    with pytest.raises(copro.InvalidDocumentError) as caught:
        copro.write_tables(assessment, tmp_path / "a.xlsx")
    found = [(f.code, f.sheet, f.column_name, f.hint) for f in caught.value.findings if isinstance(f, copro.Finding)]
    assert [one[:3] for one in found] == [("too-long", "about", "value"), ("too-long", "comments", "comment")]
    assert "row 2, power-decide." in str(found[1][3])
    assert not (tmp_path / "a.xlsx").exists()
    assert there_and_back(assessment, SHORT, "folder") == assessment
    with pytest.raises(copro.InvalidDocumentError):
        copro.write_tables(attrs.evolve(SMALL, title="=" + "x" * 131_071), tmp_path / "folder")
    assert there_and_back(attrs.evolve(SMALL, title="=" + "x" * 131_070), SHORT, "folder").id == "small"


def test_sheets_that_nobody_knows_are_said(tmp_path: Path) -> None:
    folder = written(SMALL, tmp_path / "folder")
    (folder / "event.csv").write_text("x", encoding="utf-8")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    read, findings = copro.read_tables(folder)
    assert (read, [f.code for f in findings]) == (SMALL, ["unknown-sheet"])
    assert "events" in str(findings[0].hint)
    (folder / "about.csv").unlink()
    assert "missing-sheet" in places(folder)
    book = openpyxl.load_workbook(written(SMALL, tmp_path / "a.xlsx"))
    book.create_sheet("Our notes")["A1"] = "x"
    book.save(tmp_path / "a.xlsx")
    read, findings = copro.read_tables(tmp_path / "a.xlsx")
    assert (read, [(f.code, f.sheet) for f in findings]) == (SMALL, [("unknown-sheet", "Our notes")])


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(SMALL, tmp_path / "a.xlsx")
    for missing in ("xlsxwriter", "openpyxl.reader.excel", "defusedxml"):
        with monkeypatch.context() as without:
            without.setitem(sys.modules, missing, None)
            use = partial(copro.write_tables, SMALL) if missing == "xlsxwriter" else copro.read_tables
            with pytest.raises(copro.MissingExtraError, match=r"pip install 'coproduction\[xlsx\]'"):
                use(path)


def test_the_libraries_for_workbooks_load_only_for_workbooks(tmp_path: Path) -> None:
    code = (
        "import sys, copro\n"
        f"assessment = copro.load({str(EXAMPLE)!r})\n"
        f"copro.write_tables(assessment, {str(tmp_path / 'folder')!r})\n"
        f"copro.read_tables({str(tmp_path / 'folder')!r})\n"
        "print(*{'openpyxl', 'xlsxwriter', 'defusedxml'} & {name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_tables_need_a_file_that_can_hold_them(tmp_path: Path) -> None:
    for name, shape, code in (
        ("a.xls", None, "unknown-ending"),
        ("a.json", None, "unknown-ending"),
        ("a.csv", "workbook", "wrong-shape"),
        ("folder", "wide", "wrong-shape"),
    ):
        with pytest.raises(copro.InvalidDocumentError) as caught:
            copro.write_tables(SMALL, tmp_path / name, shape=shape)  # type: ignore[arg-type]  # a word, for the test
        assert [found.code for found in caught.value.findings if isinstance(found, copro.Finding)] == [code]
    assert not list(tmp_path.iterdir())
    (tmp_path / "a.xls").write_bytes(b"x")
    assert only_code(tmp_path / "a.xls") == "unknown-ending"
    copro.write_tables(SMALL, tmp_path / "a.csv")
    assert places(tmp_path / "a.csv") == {"not-said": ["a.csv:None:None"] * 2}
    assert places(written(SMALL, tmp_path / "folder"), into=SMALL) == {"not-here": ["folder:None:None"]}


def test_a_warning_that_may_explain_an_error_is_told_with_it(tmp_path: Path) -> None:
    path = written(loaded(), tmp_path / "merged.xlsx")
    book = openpyxl.load_workbook(path)
    book["stakeholders"].merge_cells("A2:A3")
    book.save(path)
    with pytest.raises(copro.InvalidDocumentError) as caught:
        copro.read_tables(path)
    told = {(finding.code, finding.severity) for finding in caught.value.findings if isinstance(finding, copro.Finding)}
    assert ("merged-cells", "warning") in told
    assert any(severity == "error" for _, severity in told)
