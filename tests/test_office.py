"""Workbooks and tables that LibreOffice opens and saves again: what people typed is still there."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import copro
from example import loaded
from test_tables import AWKWARD, SHORT, SMALL, full_of, written

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here"),
]

Resaved = Callable[..., list[Path]]

CHANGED = ("x\r\ny", "_x005F_x000D_")
"""What LibreOffice itself makes something else of: the end of a line, and an escape of an escape."""


@pytest.fixture
def resaved(tmp_path: Path) -> Resaved:
    """Have LibreOffice open files and save each anew; its settings are its own, so nobody else's are touched."""

    def resave(paths: Sequence[Path], ending: str = "xlsx") -> list[Path]:
        options = ("--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", ending)
        saved = tmp_path / "saved"
        command = [str(shutil.which("soffice")), *options, "--outdir", str(saved), *map(str, paths)]
        subprocess.run(command, check=True, capture_output=True)
        return [saved / path.with_suffix(f".{ending}").name for path in paths]

    return resave


def test_an_assessment_comes_back_from_a_workbook_that_was_saved_again(resaved: Resaved, tmp_path: Path) -> None:
    texts = [text for text in AWKWARD if text not in CHANGED]
    assessments = [loaded(), SMALL, *map(full_of, texts)]
    paths = [written(each, tmp_path / f"{number}.xlsx") for number, each in enumerate(assessments)]
    for path, assessment in zip(resaved(paths), assessments, strict=True):
        assert copro.read_tables(path) == (assessment, ()), assessment.title


@pytest.mark.parametrize("language", ["en", "en-x-easyread"])
def test_a_blank_workbook_keeps_its_lists_and_what_it_explains(resaved: Resaved, tmp_path: Path, language: str) -> None:
    copro.new_workbook(SHORT, tmp_path / "blank.xlsx", language=language)
    (again,) = resaved([tmp_path / "blank.xlsx"])
    before, after = (openpyxl.load_workbook(path) for path in (tmp_path / "blank.xlsx", again))
    assert after.sheetnames == before.sheetnames
    choices = 0
    for sheet in before:
        other: Any = after[sheet.title]
        cells = {cell.coordinate: cell.value for row in sheet for cell in row if cell.value is not None}
        assert {cell.coordinate: cell.value for row in other for cell in row if cell.value is not None} == cells
        lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
        assert {str(each.sqref): each.formula1 for each in other.data_validations.dataValidation} == lists
        choices += len(lists)
    assert choices > 0


@pytest.mark.parametrize("shape", ["wide", "long"])
def test_a_table_of_answers_comes_back_from_a_spreadsheet(resaved: Resaved, tmp_path: Path, shape: Any) -> None:
    path = tmp_path / "answers.csv"
    copro.write_tables(loaded(), path, shape=shape)
    (again,) = resaved([path], "csv")
    options: Any = {"framework": copro.frameworks.get(loaded().framework), "collected": "known_people"}
    assert copro.read_tables(again, **options) == copro.read_tables(path, **options)
