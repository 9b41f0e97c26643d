"""Tables: what goes in comes out, nothing becomes a formula, and every fault is told at its cell."""

import csv
import io
import json
import tempfile
from pathlib import Path
from typing import Any, get_args

import attrs
import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import copro
from copro.interchange.schemas import schema_text
from copro.interchange.tables import csv_files
from copro.interchange.tables.sheets import LISTS, SHEETS
from copro.interchange.tables.words import told_apart
from copro.model import assessment as model
from copro.model.promises import EventName, Right
from copro.model.values import Helper, MainSide, Party, Unrated
from strategies import World, rich_worlds, words, worlds

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "walk-your-neighbourhood" / "assessment.json"
CORE = copro.frameworks.get("copro-core@2026")
FEW = settings(max_examples=20)

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


def load_example() -> copro.Assessment:
    loaded = copro.load(EXAMPLE)
    assert isinstance(loaded, copro.Assessment)
    return loaded


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


@FEW
@given(rich_worlds())
def test_any_assessment_comes_back_from_csv_files_and_from_a_workbook(world: World) -> None:
    framework, assessment = world
    assert there_and_back(assessment, framework, "tables") == assessment
    assert there_and_back(assessment, framework, "tables.xlsx") == assessment


def test_the_example_comes_back_the_same_and_always_gives_the_same_bytes(tmp_path: Path) -> None:
    assessment = load_example()
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


@settings(max_examples=6)
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
    for changes in (
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
    ):
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
            attrs.evolve(p, indicators=[attrs.evolve(i, descriptors=()) for i in p.indicators]) for p in CORE.principles
        ],
    )
    ids = [indicator.id for principle in framework.principles for indicator in principle.indicators]
    assessment = attrs.evolve(
        load_example(),
        framework=framework.name,
        agreed=None,
        responses=[copro.Response(stakeholder="c1", ratings=dict(zip(ids, steps, strict=False)))],
        initiative=copro.Initiative(id="x", name="x", taking_part={"community": 10**30, "service": 0}),
    )
    for name in ("tables", "tables.xlsx", "wide.csv", "wide.xlsx"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            copro.write_tables(assessment, path, framework=framework)
            into = None if name.startswith("tables") else attrs.evolve(assessment, responses=[])
            read, _ = copro.read_tables(path, framework=framework, into=into)
            assert read == assessment


@FEW
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
            assert (alone.stakeholders, alone.responses) == (whole.stakeholders, whole.responses)
            assert (alone.id, alone.collected) == ("a", "closed_group")


def test_a_long_table_keeps_comments_and_a_table_says_what_it_leaves_behind(tmp_path: Path) -> None:
    assessment = load_example()
    wide = {finding.message for finding in copro.write_tables(assessment, tmp_path / "w.csv")}
    long = {finding.message for finding in copro.write_tables(assessment, tmp_path / "l.csv", shape="long")}
    assert wide - long == {"Left behind: comments."}
    assert {"Left behind: promises.", "Left behind: decisions.", "Left behind: evidence."} <= long
    bare = attrs.evolve(assessment, responses=[])
    read, _ = copro.read_tables(tmp_path / "l.csv", into=bare)
    assert [r.comments for r in read.responses] == [r.comments for r in assessment.responses]
    assert [r.ratings for r in read.responses] == [r.ratings for r in assessment.responses]


def test_every_part_of_an_assessment_has_its_column() -> None:
    """So that a part that is added to the format is not lost in silence."""

    def missing(changes: dict[str, Any]) -> bool:
        assessment = attrs.evolve(SMALL, **changes)
        return there_and_back(assessment, SHORT, "tables") != assessment

    for field in attrs.fields(copro.Assessment):
        default = field.default.factory() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]  # a class, whatever its stub says
        if default is not attrs.NOTHING and field.name not in {"stakeholders", "responses"}:
            assert not missing({field.name: default} if field.name not in {"decisions", "evidence"} else {}), field.name
    properties = set(json.loads(schema_text("assessment"))["properties"])
    here = {"format", "id", "title", "language", "framework", "initiative", "period", "collected", "conduct"}
    here |= {
        "stakeholders",
        "responses",
        "agreed",
        "invited",
        "declined",
        "decisions",
        "commitments",
        "evidence",
        "extra",
    }
    assert properties == here | (properties & {"terms"})


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
    book["stakeholders"]["E2"] = "2026-10-02"
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
    assessment = attrs.evolve(load_example(), framework=framework.name)
    path = written(assessment, tmp_path / "cy.xlsx", framework=framework, language="cy")
    book = openpyxl.load_workbook(path)
    assert book["how_to"]["A1"].value == "Dau"
    assert book["stakeholders"]["B2"].value == "cy People who use the service"
    assert copro.read_tables(path, framework=framework) == (assessment, ())


# Formulas.


@settings(max_examples=60)
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
    assert not any(sheet._hyperlinks for sheet in book)
    folder = written(assessment, tmp_path / "folder")
    for file in folder.iterdir():
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")):
            assert not any(field.startswith("=") for field in row)
    minus = attrs.evolve(
        CORE, id="minus", scale=copro.Scale(steps=[copro.Step(value=v, name="S") for v in (-2, 0, 1, 2, 3)])
    )
    negative = attrs.evolve(
        load_example(),
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


CELLS: dict[str, tuple[dict[str, object], dict[str, list[str]]]] = {
    "a rating that is no word": ({"ratings!F3": "Startin"}, {"unknown-word": ["ratings!F3"]}),
    "a rating that is no step": ({"ratings!F3": 7}, {"unknown-word": ["ratings!F3"]}),
    "an indicator that is not there": ({"ratings!A3": "capacity-suport"}, {"unknown-indicator": ["ratings!A3"]}),
    "an indicator that is there twice": ({"ratings!A3": "power-decide"}, {"duplicate-row": ["ratings!A7"]}),
    "an indicator without its id": ({"ratings!A3": None}, {"empty-cell": ["ratings!A3"]}),
    "a person who is not there": ({"ratings!E1": "c9"}, {"unknown-stakeholder": ["ratings!E1"]}),
    "a person who is there twice": ({"ratings!F1": "c1"}, {"duplicate-heading": ["ratings!F1"]}),
    "answers without a person": ({"ratings!F1": None}, {"unknown-column": ["ratings!F1"]}),
    "a perspective that is not there": ({"stakeholders!B2": "practitoners"}, {"unknown-word": ["stakeholders!B2"]}),
    "a day that is no day": ({"stakeholders!E2": "2026-02-30"}, {"bad-date": ["stakeholders!E2"]}),
    "a day written otherwise": ({"stakeholders!E2": "2/10/2026"}, {"bad-pattern": ["stakeholders!E2"]}),
    "a group without its size": (
        {"stakeholders!F2": "As a group, together", "stakeholders!G2": "Services"},
        {"missing-property": ["stakeholders!H2"]},
    ),
    "free data that is no JSON": ({"stakeholders!D3": "{"}, {"not-json": ["stakeholders!D3"]}),
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
