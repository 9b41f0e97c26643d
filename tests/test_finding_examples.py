"""The examples of every code: the wrong one gives the finding, the right one does not."""

import contextlib
import csv
import json
import re
import shlex
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

import attrs
import openpyxl
import pytest
import xlsxwriter
from click.testing import CliRunner

import copro
from copro.cli import commands
from copro.documents.migration import Amendment
from copro.documents.translations import check_translations
from copro.findings.code import Code, Setting
from copro.findings.codes import CODES
from copro.tables.sheets import SHEETS
from example import ROOT
from test_versions import invented_chain

BASES = ROOT / "tests" / "cases" / "findings"
"""Documents that nothing is found in, one of each kind; the examples are changes to them."""


def base(kind: str) -> dict[str, Any]:
    return dict(json.loads((BASES / f"{kind}.json").read_text(encoding="utf-8")))


def patched(document: Any, patch: Any) -> Any:
    """A document with a JSON merge patch (RFC 7386) applied."""
    if not isinstance(patch, Mapping):
        return patch
    result = dict(document) if isinstance(document, Mapping) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = patched(result.get(key), value)
    return result


def framework(patch: Any = None) -> copro.Framework:
    value = copro.loads(json.dumps(patched(base("framework"), patch or {})))
    assert isinstance(value, copro.Framework)
    return value


def assessment(patch: Any) -> copro.Assessment:
    value = copro.loads(json.dumps(patched(base("assessment"), patch)), framework=framework())
    assert isinstance(value, copro.Assessment)
    return value


def scorecard(patch: Any) -> copro.Scorecard:
    card = copro.certainty(assessment({}), framework(), replicates=10)
    value = copro.loads(json.dumps(patched(json.loads(copro.dumps(card)), patch)))
    assert isinstance(value, copro.Scorecard)
    return value


def in_document(kind: str) -> Callable[[str], Iterable[copro.Finding]]:
    def found(example: str) -> Iterable[copro.Finding]:
        data = json.dumps(patched(base(kind), json.loads(example))).encode()
        vocabulary = copro.loads(json.dumps(base("vocabulary")))
        assert isinstance(vocabulary, copro.Vocabulary)
        given = framework() if kind in {"assessment", "case-study", "mapping"} else None
        return copro.validate(data, framework=given, ends=(framework(), vocabulary))

    return found


def in_framework_without_total(example: str) -> Iterable[copro.Finding]:
    document = patched(base("framework"), json.loads(example))
    document["policy"]["aggregation"] = None
    return copro.validate(json.dumps(document).encode())


def in_scorecard(example: str) -> Iterable[copro.Finding]:
    card = json.loads(copro.dumps(copro.score(assessment({}), framework())))
    return copro.validate(json.dumps(patched(card, json.loads(example))).encode())


def in_bytes(example: str) -> Iterable[copro.Finding]:
    r"""In a text, where \xE9 stands for that byte."""
    return copro.validate(re.sub(rb"\\x([0-9A-F]{2})", lambda code: bytes.fromhex(code[1].decode()), example.encode()))


def in_many_bytes(example: str) -> Iterable[copro.Finding]:
    return copro.validate(json.dumps(base("framework")).encode().ljust(int(example)))


def in_name(example: str) -> Iterable[copro.Finding]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "lunch-club-2026.json").write_text(json.dumps(base("assessment")), encoding="utf-8")
        return copro.validate(Path(folder) / example, framework=framework())


def in_files(example: str) -> Iterable[copro.Finding]:
    with tempfile.TemporaryDirectory() as folder:
        for number, patch in enumerate(json.loads(example)):
            document = json.dumps(patched(base("assessment"), patch))
            (Path(folder) / f"{number}.json").write_text(document, encoding="utf-8")
        own = str(BASES / "framework.json")
        ran = CliRunner().invoke(commands, ["validate", folder, "--framework", own, "--format", "json"])
        told = json.loads(ran.stdout)["findings"]
    known = attrs.fields_dict(copro.Finding)
    return [copro.Finding(**{key: value for key, value in one.items() if key in known}) for one in told]


def told(doing: Callable[[], Iterable[copro.Finding]]) -> list[copro.Finding]:
    """The findings that come back, or those of the error."""
    try:
        return list(doing())
    except copro.InvalidDocumentError as error:
        return [finding for finding in error.findings if isinstance(finding, copro.Finding)]


def in_comparison(cards: list[copro.Scorecard], *assessments: copro.Assessment) -> Iterable[copro.Finding]:
    return told(lambda: copro.compare(cards, assessments, framework()).findings)


def in_assessments_compared(example: str) -> Iterable[copro.Finding]:
    both = [assessment(patch) for patch in json.loads(example)]
    return in_comparison([copro.certainty(one, framework(), replicates=10) for one in both], *both)


SMALL = {
    "stakeholders": [{"id": "m1", "perspective": "members"}, {"id": "s1", "perspective": "staff"}],
    "responses": [
        {"stakeholder": "m1", "ratings": {"power-menu": 0}},
        {"stakeholder": "s1", "ratings": {"power-menu": 1}},
    ],
    "commitments": [{"id": "fares", "title": "Fares are paid in advance", "by": ["staff"], "to": ["members"]}],
}
"""What an assessment of tables says; the examples are one of its tables."""


def in_answers(name: str, content: str | Callable[[Path], None]) -> Iterable[copro.Finding]:
    """In one table of answers, in a file of this name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        if callable(content):
            content(path)
        else:
            path.write_text(content, encoding="utf-8")
        return told(lambda: copro.read_tables(path, framework=framework(), collected="known_people")[1])


def in_name_of_answers(example: str) -> Iterable[copro.Finding]:
    return in_answers(example, "stakeholder,perspective,power-menu\nm1,members,0\n")


def in_workbook(example: str) -> Iterable[copro.Finding]:
    """In the cells of a workbook: ``=`` is a formula without a result, ``#`` an error."""

    def write(path: Path) -> None:
        rows = list(csv.reader(example.splitlines()))
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("answers")
            for row, cells in enumerate(rows):
                for column, text in enumerate(cells):
                    if text == "(merged with the cell above)":
                        sheet.merge_range(row - 1, column, row, column, rows[row - 1][column])
                    elif text.startswith(("=", "#")):
                        sheet.write_formula(row, column, "=A1", value=text if text.startswith("#") else "")
                    else:
                        sheet.write(row, column, text)

    return in_answers("answers.xlsx", write)


def in_sheet(name: str) -> Callable[[str], Iterable[copro.Finding]]:
    def found(example: str) -> Iterable[copro.Finding]:
        with tempfile.TemporaryDirectory() as folder:
            copro.write_tables(assessment(SMALL), folder, framework=framework())
            (Path(folder) / f"{name}.csv").write_text(example, encoding="utf-8")
            return told(lambda: copro.read_tables(folder, framework=framework())[1])

    return found


def in_names_of_sheets(example: str) -> Iterable[copro.Finding]:
    """In a workbook that has these sheets of its own, and empty ones where it had none of this name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lunch-club.xlsx"
        copro.write_tables(assessment(SMALL), path, framework=framework())
        book, names = openpyxl.load_workbook(path), example.splitlines()
        for name in SHEETS:
            if name not in names:
                del book[name]
        for name in names:
            if name not in book.sheetnames:
                book.create_sheet(name)["A1"] = "id"
        book.save(path)
        return told(lambda: copro.read_tables(path, framework=framework())[1])


def in_export(table: str, mapping: str, into: copro.Assessment | None = None) -> Iterable[copro.Finding]:
    how = copro.loads(json.dumps(patched(base("mapping"), json.loads(mapping))), framework=framework())
    assert isinstance(how, copro.SurveyMapping)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        path.write_text(table, encoding="utf-8")
        return told(lambda: copro.read_tables(path, framework=framework(), mapping=how, into=into)[1])


def in_mapping_of_export(example: str, into: copro.Assessment | None = None) -> Iterable[copro.Finding]:
    return in_export((BASES / "export.csv").read_text(encoding="utf-8"), example, into)


def in_command(example: str) -> Iterable[copro.Finding]:
    """In what a command prints, in a folder with an assessment, its framework and a table of answers."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        copro.dump(framework(), "lunch-club.json")
        copro.dump(assessment(SMALL), "lunch-club-2026.json")
        copro.write_tables(assessment(SMALL), "answers.csv", framework=framework())
        ran = CliRunner().invoke(commands, shlex.split(example)[1:])
    if isinstance(ran.exception, copro.InvalidDocumentError):
        return [finding for finding in ran.exception.findings if isinstance(finding, copro.Finding)]
    assert ran.exit_code == 0, ran.output
    said = re.findall(r"^(?:.*: )?(error|warning|advice) ([a-z-]+): (.*)$", ran.stderr, flags=re.MULTILINE)
    return [copro.Finding(code=code, severity=severity, message=text) for severity, code, text in said]


NAME_ONLY = Amendment(
    why="An initiative has an id.",
    apply=lambda old: {**old, "initiative": {"id": old["initiative"].lower(), "name": old["initiative"]}},
)


def in_later_release(example: str) -> Iterable[copro.Finding]:
    with invented_chain({("assessment", 1): (NAME_ONLY,)}):
        data = json.dumps(patched(base("assessment"), json.loads(example))).encode()
        return copro.validate(data, framework=framework())


WAYS: dict[Setting, Callable[[str], Iterable[copro.Finding]]] = {
    "an assessment": in_document("assessment"),
    "a framework": in_document("framework"),
    "a framework whose `aggregation` is `null`": in_framework_without_total,
    "a case study": in_document("case-study"),
    "a vocabulary": in_document("vocabulary"),
    "a crosswalk": in_document("crosswalk"),
    "a scorecard": in_scorecard,
    "a file": in_bytes,
    "a file of this many bytes": in_many_bytes,
    "the name of a file": in_name,
    "the files that are checked together": in_files,
    "an assessment, once it is scored": lambda e: copro.score(assessment(json.loads(e)), framework()).findings,
    "a framework, once an assessment is scored with it": lambda e: (
        copro.score(assessment({}), framework(json.loads(e))).findings
    ),
    "a framework, with `copro frameworks check`": lambda e: check_translations(framework(json.loads(e))),
    "the assessments that are compared": in_assessments_compared,
    "a mapping": in_document("mapping"),
    "a mapping, once an export is read with it": in_mapping_of_export,
    "a mapping, once the answers are added to an assessment": lambda e: in_mapping_of_export(e, assessment({})),
    "the export of a survey tool": lambda e: in_export(e, "{}"),
    "a table of answers": lambda e: in_answers("answers.csv", e),
    "a table of answers in a workbook": in_workbook,
    "the name of a table of answers that is saved as CSV": in_name_of_answers,
    "the names of the sheets of a workbook": in_names_of_sheets,
    "a command": in_command,
    "an assessment, if version 2 were the current one, and version 1 had only the name of the initiative": (
        in_later_release
    ),
    "the sheet `events` of a folder of CSV files": in_sheet("events"),
    "the sheet `evidence` of a folder of CSV files": in_sheet("evidence"),
    "the sheet `stakeholders` of a folder of CSV files": in_sheet("stakeholders"),
    "the scorecards that are compared": lambda e: in_comparison([scorecard(patch) for patch in json.loads(e)]),
}
"""How findings come about where an example stands."""


def place_in_words(finding: copro.Finding) -> str:
    """How an example names the place of a finding; empty where it is about the whole."""
    if finding.pointer:
        return f"`{finding.pointer}`"
    if finding.cell:
        return f"cell `{finding.cell}` of the sheet `{finding.sheet}`"
    if finding.sheet:
        return f"the sheet `{finding.sheet}`"
    if finding.line is None or finding.column is not None:
        return ""
    return f"line {finding.line}" + (f", column `{finding.column_name}`" if finding.column_name else "")


def test_every_setting_has_its_way_and_an_example() -> None:
    assert set(WAYS) == set(get_args(Setting)) == {code.example.setting for code in CODES.values()}


@pytest.mark.parametrize("kind", ["framework", "assessment", "case-study", "vocabulary", "crosswalk", "mapping"])
def test_nothing_is_found_in_a_document_that_the_examples_change(kind: str) -> None:
    assert in_document(kind)("{}") == ()


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_the_wrong_example_gives_the_finding_and_the_right_one_does_not(code: Code) -> None:
    example, way = code.example, WAYS[code.example.setting]
    found = [finding for finding in way(example.wrong) if finding.code == code.code]
    assert found, f"{example.wrong} does not give {code.code}"
    assert example.place in {place_in_words(finding) for finding in found}
    left = {finding.code for finding in way(example.right)}
    assert code.code not in left
    assert not left - {"format-migrated"} or "frameworks check" in example.setting
