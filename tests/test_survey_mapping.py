"""Survey exports: what a mapping names gets in, everything else stays out, and faults are told at their cells."""

import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

import copro
from copro.documents.schemas import schema_text
from example import ROOT

EXPORT = ROOT / "examples" / "survey-export"

WHO = "Which of these\u00a0are you here? "
DECIDE = "Decisions about the initiative are made together.\n(Choose one.)"
ACCESS = "Times, places and travel do not stop people."
WHY = "Why?"
ID, START, DONE, EMAIL, NAME = "ID", "Start time", "Completion time", "Email", "Name"

FORMS: dict[str, Any] = {
    "format": "copro/mapping/1",
    "framework": "copro-core-short@2026",
    "about": {
        "id": "club-2026",
        "title": {"en": "Club", "cy": "Clwb"},
        "initiative": {"id": "club", "name": "Club"},
        "period": {"start": "2026-01-01", "end": "2026-06-30"},
        "collected": "closed_group",
    },
    "respondent": {"column": ID},
    "perspective": {
        "column": "Which of these are you here?",
        "answers": {
            "I use it": "people-using-services",
            "I work here": "practitioners",
            "Rather not say": "undisclosed",
        },
    },
    "date": {"column": DONE},
    "quote": {"column": "May we quote you?", "answers": {"No": "no", "Yes, to anyone": "public"}},
    "answers": {"Not yet": 0, "In part; for some": 2, "Established": 3, "I don't know": "dont_know"},
    "ratings": [
        {"column": "Decisions about the initiative are made together. (Choose one.)", "indicator": "power-decide"},
        {"column": ACCESS, "indicator": "access-practical", "answers": {"1": 0, "5": 4, "n/a": "not_applicable"}},
    ],
    "comments": [{"column": WHY, "indicator": "power-decide"}],
}
"""A mapping for an export as Microsoft Forms writes it."""


def june(*when: int) -> dt.datetime:
    """A moment in June 2026: day, hour, minute, second."""
    day, hour, minute, second = (*when, 0, 0, 0)[:4]
    return dt.datetime(2026, 6, day, hour, minute, second, tzinfo=dt.UTC)


HEADINGS = [ID, START, DONE, EMAIL, NAME, WHO, DECIDE, ACCESS, WHY, "May we quote you?"]
ROWS: list[list[Any]] = [
    [1, june(1, 9), june(1, 9, 12, 30), "zz@mail.example", "Zed Zee", "I use it;",
     "In part; for some", 5, "Ask zz@mail.example.", "No"],
    [2, june(2, 9), june(2), "yy@mail.example", "Why Ys", "i work  here", "I don't know",
     "n/a", None, "Yes, to anyone"],
    [3, june(3, 9), june(3, 9), "xx@mail.example", "Ex Ex", None, None, None, "=1+1", None],
]  # fmt: skip


def forms(path: Path, *rows: list[Any], headings: list[Any] | None = None) -> Path:
    """A workbook as Microsoft Forms writes it: dates as numbers, answers as whole texts."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "remove_timezone": True})
    sheet = book.add_worksheet("Sheet1")
    day = book.add_format({"num_format": "m/d/yy h:mm:ss"})
    for number, row in enumerate([headings or HEADINGS, *(rows or ROWS)]):
        for index, value in enumerate(row):
            if isinstance(value, dt.datetime):
                sheet.write_datetime(number, index, value, day)
            elif value is not None:
                sheet.write(number, index, value)
    book.close()
    path.write_bytes(file.getvalue())
    return path


def mapping(**changes: Any) -> copro.SurveyMapping:
    loaded = copro.loads(json.dumps({**FORMS, **changes}))
    assert isinstance(loaded, copro.SurveyMapping)
    return loaded


def read(
    path: Path, how: copro.SurveyMapping | None = None, **options: Any
) -> tuple[copro.Assessment, list[copro.Finding]]:
    assessment, findings = copro.read_tables(path, mapping=how or mapping(), **options)
    return assessment, list(findings)


def faults(path: Path, how: copro.SurveyMapping | None = None, **options: Any) -> list[tuple[str, str | None]]:
    with pytest.raises(copro.InvalidDocumentError) as caught:
        read(path, how, **options)
    return [
        (found.code, found.cell or f"{found.line}:{found.column_name}")
        for found in caught.value.findings
        if isinstance(found, copro.Finding)
    ]


def test_an_export_of_microsoft_forms_becomes_an_assessment(tmp_path: Path) -> None:
    assessment, findings = read(forms(tmp_path / "forms.xlsx"))
    assert (assessment.id, assessment.collected) == ("club-2026", "closed_group")
    assert assessment.title == copro.loads(json.dumps(FORMS)).about.title  # type: ignore[union-attr]  # a mapping
    assert str(assessment.period.end if assessment.period else "") == "2026-06-30"
    assert [(one.id, one.perspective) for one in assessment.stakeholders] == [
        ("r1", "people-using-services"), ("r2", "practitioners"), ("r3", "undisclosed"),
    ]  # fmt: skip
    assert [one.ratings for one in assessment.responses] == [
        {"power-decide": 2, "access-practical": 4},
        {"power-decide": "dont_know", "access-practical": "not_applicable"},
        {},
    ]
    assert [str(one.date) for one in assessment.responses] == ["2026-06-01", "2026-06-02", "2026-06-03"]
    assert [one.quote for one in assessment.responses] == ["no", "public", "no"]
    assert assessment.responses[2].comments == {"power-decide": "=1+1"}
    assert [(f.code, f.severity, f.cell) for f in findings] == [
        ("address-left-out", "warning", "I2"), ("columns-left-out", "advice", "A1"),
    ]  # fmt: skip
    assert "Start time; Email; Name" in findings[1].message


def test_no_name_and_no_address_gets_out(tmp_path: Path) -> None:
    assessment, findings = read(forms(tmp_path / "forms.xlsx"))
    out = copro.dumps(assessment) + repr(findings)
    for secret in ("mail.example", "Zed", "Zee", "Why Ys", "Ex Ex"):
        assert secret not in out
    one_word = forms(tmp_path / "one.xlsx", [1, None, june(1), None, "Zed", None, None, None, None, None])
    assert faults(one_word, mapping(respondent={"column": NAME})) == [("not-an-id", "E2")]
    for column in (NAME, EMAIL):
        with pytest.raises(copro.InvalidDocumentError) as caught:
            read(tmp_path / "forms.xlsx", mapping(respondent={"column": column}))
        assert [found.code for found in caught.value.findings if isinstance(found, copro.Finding)] == ["not-an-id"] * 3
        assert not any(secret in repr(caught.value.findings) for secret in ("mail.example", "Zed", "Why Ys"))


KOBO = """"start";"end";"about_you/who";"ratings/power_decide";"ratings/access";"ratings/why";"_id";"_uuid";"_submission_time"
"2026-06-01T09:00:00.000+01:00";"2026-06-01T09:09:00.000+01:00";"uses";"2";"dk";"Line one
line two";"4711";"0b5d4a0e-6f0c-4f57-9d4e-1f7f6b0f0f11";"2026-06-01T08:09:30"
"2026-06-02T09:00:00.000+01:00";"2026-06-02T09:09:00.000+01:00";"uses works";"0";"4";"";"4712";"1c6e5b1f-7a1d-4068-8e5f-2a8a7c1a1a22";"2026-06-02T08:09:30"
"""

KOBO_MAPPING = {
    "table": {"delimiter": ";"},
    "respondent": {"column": "_uuid", "prefix": "k"},
    "perspective": {
        "column": "about_you/who",
        "answers": {"uses": "people-using-services", "works": "practitioners", "uses works": "undisclosed"},
    },
    "date": {"column": "_submission_time"},
    "quote": None,
    "answers": {"0": 0, "2": 2, "4": 4, "dk": "dont_know"},
    "ratings": [
        {"column": "ratings/power_decide", "indicator": "power-decide"},
        {"column": 5, "indicator": "access-practical"},
    ],
    "comments": [{"column": "ratings/why", "indicator": "power-decide"}],
}


def kobo(**changes: Any) -> copro.SurveyMapping:
    document = {**FORMS, **KOBO_MAPPING, **changes}
    loaded = copro.loads(json.dumps({key: value for key, value in document.items() if value is not None}))
    assert isinstance(loaded, copro.SurveyMapping)
    return loaded


def test_an_export_of_kobotoolbox_becomes_an_assessment(tmp_path: Path) -> None:
    path = tmp_path / "kobo.csv"
    path.write_text(KOBO, encoding="utf-8-sig", newline="")
    assessment, findings = read(path, kobo())
    assert [one.id for one in assessment.stakeholders] == [
        "k0b5d4a0e-6f0c-4f57-9d4e-1f7f6b0f0f11", "k1c6e5b1f-7a1d-4068-8e5f-2a8a7c1a1a22",
    ]  # fmt: skip
    assert [one.perspective for one in assessment.stakeholders] == ["people-using-services", "undisclosed"]
    assert [one.ratings for one in assessment.responses] == [
        {"power-decide": 2, "access-practical": "dont_know"}, {"power-decide": 0, "access-practical": 4},
    ]  # fmt: skip
    assert assessment.responses[0].comments == {"power-decide": "Line one\nline two"}
    assert [str(one.date) for one in assessment.responses] == ["2026-06-01", "2026-06-02"]
    assert "start; end; _id" in findings[0].message
    numbered, _ = read(path, kobo(respondent={"column": "_id", "prefix": "k-"[:1]}))
    assert [one.id for one in numbered.stakeholders] == ["k4711", "k4712"]


FAULTS: dict[str, tuple[dict[str, Any], tuple[str, str, str], list[tuple[str, str]]]] = {
    "an unknown answer": ({}, ('"2";"dk"', '"two";"dk"', ""), [("unknown-answer", "2:ratings/power_decide")]),
    "an unknown answer after a text of two lines": (
        {},
        ('"0";"4"', '"0";"44"', ""),
        [("unknown-answer", "4:ratings/access")],
    ),
    "a perspective that is not mapped": ({}, ('"uses works"', '"both"', ""), [("unknown-answer", "4:about_you/who")]),
    "a day that is none": ({}, ('"2026-06-02T08:09:30"', '"2026-06-32"', ""), [("bad-date", "4:_submission_time")]),
    "the same respondent": ({"respondent": {"column": "_id"}}, ('"4712"', '"4711"', ""), [("duplicate-row", "4:_id")]),
    "a column that is not there": (
        {"date": {"column": "_submision_time"}},
        ("", "", ""),
        [("unknown-column", "1:None")],
    ),
    "a position past the last": ({"date": {"column": 10}}, ("", "", ""), [("unknown-column", "1:None")]),
    "a column that is there twice": ({}, ('"_id"', '"_uuid"', ""), [("ambiguous-column", "1:None")]),
    "another delimiter": ({"table": {"delimiter": ","}}, ("", "", ""), [("not-csv", "1:None")]),
    "days written otherwise": (
        {"date": {"column": "_submission_time", "format": "%d/%m/%Y"}},
        ("", "", ""),
        [("bad-date", "2:_submission_time"), ("bad-date", "4:_submission_time")],
    ),
    "headings further down": (
        {"table": {"delimiter": ";", "heading_row": 9}},
        ("", "", ""),
        [("empty-table", "9:None")],
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_in_an_export_is_told_at_its_cell(what: str, tmp_path: Path) -> None:
    changes, (old, new, _), expected = FAULTS[what]
    path = tmp_path / "kobo.csv"
    path.write_text(KOBO.replace(old, new, 1) if old else KOBO, encoding="utf-8", newline="")
    found = faults(path, kobo(**changes))
    assert found == expected


def test_hints_say_what_was_perhaps_meant(tmp_path: Path) -> None:
    path = tmp_path / "kobo.csv"
    path.write_text(KOBO.replace('"uses";', '"usses";'), encoding="utf-8", newline="")
    with pytest.raises(copro.InvalidDocumentError) as caught:
        read(path, kobo(date={"column": "_submision_time"}))
    hints = [found.hint for found in caught.value.findings if isinstance(found, copro.Finding)]
    assert hints == ["Did you mean '_submission_time'?", "Did you mean 'uses'?"]


def test_several_ticked_perspectives_need_a_word_in_the_mapping(tmp_path: Path) -> None:
    ticked = [[1, None, june(1), None, None, "I use it;I work here;", "Not yet", None, None, None]]
    path = forms(tmp_path / "forms.xlsx", *ticked)
    assert faults(path) == [("several-answers", "F2")]
    asked = {**FORMS["perspective"], "several": "undisclosed"}
    assert read(path, mapping(perspective=asked))[0].stakeholders[0].perspective == "undisclosed"


def test_a_perspective_may_be_the_same_for_everybody_and_rows_may_be_numbered(tmp_path: Path) -> None:
    how = mapping(perspective={"always": "practitioners"}, respondent={"prefix": "w"})
    assessment, _ = read(forms(tmp_path / "forms.xlsx"), how)
    assert [(one.id, one.perspective) for one in assessment.stakeholders] == [
        (f"w{number}", "practitioners") for number in (1, 2, 3)
    ]


def test_without_answers_in_the_mapping_the_words_of_the_framework_are_read(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [1, None, 46174, None, None, "Family and unpaid carers", "Embedded", 4, None, None],
        [2, None, 46174.75, None, None, "practitioners", "dont_know", 1.0, None, None],
    ]
    questions = [{"column": 7, "indicator": "power-decide"}, {"column": 8, "indicator": "access-practical"}]
    how = mapping(answers={}, perspective={"column": 6}, ratings=questions)
    assessment, _ = read(forms(tmp_path / "forms.xlsx", *rows), how)
    assert [one.perspective for one in assessment.stakeholders] == ["family-carers", "practitioners"]
    assert [one.ratings for one in assessment.responses] == [
        {"power-decide": 4, "access-practical": 4}, {"power-decide": "dont_know", "access-practical": 1},
    ]  # fmt: skip
    assert {str(one.date) for one in assessment.responses} == {"2026-06-01"}
    rows[0][7] = 5
    assert faults(forms(tmp_path / "forms.xlsx", *rows), how) == [("unknown-answer", "H2")]


def test_two_surveys_become_one_assessment_and_the_more_open_way_counts(tmp_path: Path) -> None:
    first, _ = read(forms(tmp_path / "forms.xlsx"))
    path = tmp_path / "kobo.csv"
    path.write_text(KOBO, encoding="utf-8", newline="")
    second = kobo(about={**FORMS["about"], "collected": "open_link"})
    both, findings = read(path, second, into=first)
    assert len(both.responses) == 5
    assert both.collected == "open_link"
    assert "collected-differs" in [found.code for found in findings]
    assert ("duplicate-response", "2:_id") in faults(
        path, kobo(respondent={"column": "_id", "prefix": "r"}), into=into_4711(first)
    )
    other = kobo(framework="copro-core@2026")
    assert ("framework-mismatch", "None:None") in faults(path, other, into=first)


def into_4711(assessment: copro.Assessment) -> copro.Assessment:
    document = json.loads(copro.dumps(assessment).replace('"r1"', '"r4711"'))
    loaded = copro.loads(json.dumps(document))
    assert isinstance(loaded, copro.Assessment)
    return loaded


def test_a_named_sheet_and_a_lower_row_of_headings(tmp_path: Path) -> None:
    file = tmp_path / "forms.xlsx"
    forms(file, HEADINGS, *ROWS, headings=["A title over the table"])
    how = mapping(table={"sheet": "sheet1", "heading_row": 2})
    assert len(read(file, how)[0].responses) == 3
    with pytest.raises(copro.InvalidDocumentError, match="no sheet 'Shet1'"):
        read(file, mapping(table={"sheet": "Shet1"}))


MAPPING_FAULTS: dict[str, tuple[dict[str, Any], str, str]] = {
    "indicator": (
        {"ratings": [{"column": 1, "indicator": "power-decid"}]},
        "unknown-indicator",
        "/ratings/0/indicator",
    ),
    "perspective": ({"perspective": {"always": "staff"}}, "unknown-perspective", "/perspective/always"),
    "answer": (
        {"perspective": {"column": 1, "answers": {"x": "staff"}}},
        "unknown-perspective",
        "/perspective/answers/x",
    ),
    "step": ({"answers": {"x": 9}}, "not-a-step", "/answers/x"),
    "own step": (
        {"ratings": [{"column": 1, "indicator": "power-decide", "answers": {"x": 9}}]},
        "not-a-step",
        "/ratings/0/answers/x",
    ),
    "word": ({"answers": {"x": "perhaps"}}, "unknown-word", "/answers/x"),
    "twice": (
        {"ratings": [{"column": 1, "indicator": "power-decide"}] * 2},
        "duplicate-question",
        "/ratings/1/indicator",
    ),
    "format": ({"date": {"column": 1, "format": "%q"}}, "bad-date-format", "/date/format"),
    "half a format": ({"date": {"column": 1, "format": "%d/%m"}}, "bad-date-format", "/date/format"),
    "framework": ({"framework": "copro-cor@2026"}, "unknown-framework", "/framework"),
    "both": ({"perspective": {"column": 1, "always": "practitioners"}}, "schema", "/perspective"),
    "property": ({"rating": []}, "unknown-property", "/rating"),
}


@pytest.mark.parametrize("what", MAPPING_FAULTS)
def test_a_fault_in_a_mapping_is_told_at_its_place(what: str) -> None:
    changes, code, pointer = MAPPING_FAULTS[what]
    found = copro.validate(json.dumps({**FORMS, **changes}).encode())
    assert [(one.code, one.pointer) for one in found] == [(code, pointer)]


def test_a_mapping_comes_back_as_it_was() -> None:
    for document in (
        FORMS,
        {**FORMS, **{k: v for k, v in KOBO_MAPPING.items() if v}},
        *json.loads(schema_text("mapping"))["examples"],
    ):
        value = copro.loads(json.dumps(document))
        assert copro.loads(copro.dumps(value)) == value
        assert copro.validate(copro.dumps(value).encode()) == ()


def test_the_example_of_an_export_scores(tmp_path: Path) -> None:
    how = copro.load(EXPORT / "mapping.json")
    assert isinstance(how, copro.SurveyMapping)
    assessment, findings = read(EXPORT / "export.csv", how)
    assert "illustration" in str(assessment.title)
    assert [found.code for found in findings] == ["columns-left-out"]
    assert len(assessment.responses) == 8
    assert copro.score(assessment).status == "scored"
