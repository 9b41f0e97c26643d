"""Which file holds which tables, and how they are read and written."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import attrs

from copro.messages import message
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.mapping import SurveyMapping
from copro.model.suggest import did_you_mean
from copro.tables import csv_files, flat, survey, xlsx_reader, xlsx_writer
from copro.tables.fold import Folding, fold
from copro.tables.grids import Place, Sheet, id_from, plain
from copro.tables.sheets import SHEETS
from copro.tables.unfold import unfold
from copro.tables.words import LISTS_SHEET, labels_in

FileKind = Literal["json", "xlsx", "csv", "folder"]
Shape = Literal["workbook", "wide", "long"]

NEEDED = ("about", "stakeholders", "ratings")
"""The sheets without which nobody's answers would be read."""


def kind_of_file(path: Path) -> FileKind | None:
    """What a path names, by its ending: a document, a workbook, a CSV file, or a folder of these."""
    ending = path.suffix.lower().removeprefix(".")
    if path.is_dir() or not ending:
        return "folder"
    return next((kind for kind in get_args(FileKind) if kind == ending), None)


def read(path: Path, *, delimiter: str | None = None) -> tuple[list[Sheet], list[Finding]]:
    """Read the tables of a workbook, of a CSV file or of a folder of CSV files.

    Raises:
        OSError: If they cannot be read.
        MissingExtraError: If it is a workbook, and the packages that read one are not installed.
    """
    kind = kind_of_file(path)
    if kind in {"json", None}:
        return [], [wrong_file(path)]
    if kind == "folder":
        return csv_files.read_folder(path)
    if kind == "csv":
        sheet, findings = csv_files.read_csv(path.read_bytes(), path.stem, str(path), delimiter)
        return ([sheet] if sheet is not None else []), findings
    return xlsx_reader.read_workbook(path.read_bytes(), str(path))


def wrong_file(path: Path) -> Finding:
    """Say that a file is none that holds tables."""
    text = message("Tables are in .xlsx files, in .csv files, or in a folder of .csv files.")
    hint = message("In a spreadsheet program, save it as .xlsx.")
    return Place(file=str(path)).finding("unknown-ending", text, hint)


def shape_of(sheets: list[Sheet], kind: FileKind | None) -> Shape:
    """What shape tables have: the sheets of an assessment, or one table of answers."""
    if kind == "folder" or any(plain(sheet.name) in {"about", "stakeholders"} for sheet in sheets):
        return "workbook"
    return "long" if sheets and flat.is_long(sheets[0]) else "wide"


@attrs.frozen
class Read:
    """An assessment document read from tables, unchecked, with the cell of each of its values."""

    document: dict[str, Any]
    places: Mapping[tuple[str, ...], Place]
    findings: list[Finding]


def read_sheets(path: Path, sheets: list[Sheet], findings: list[Finding]) -> Read:
    """Put the sheets of a workbook, or of a folder of CSV files, together."""
    ours = {*SHEETS, LISTS_SHEET, xlsx_writer.HOW_TO_SHEET}
    if all(finding.severity != "error" for finding in findings):
        there = {plain(sheet.name) for sheet in sheets}
        for name in (name for name in NEEDED if name not in there):
            text = message("There is no sheet {name!r}, or it is empty.", name=name)
            others = ", ".join(repr(sheet.name) for sheet in sheets if plain(sheet.name) not in ours)
            hint = message("Is it one of these: {names}?", names=others) if others else None
            findings.append(Place(file=str(path)).finding("missing-sheet", text, hint))
    lists = next((sheet for sheet in sheets if sheet.in_workbook and sheet.name == LISTS_SHEET), None)
    for sheet in sheets:
        if plain(sheet.name) not in ours:
            hint = did_you_mean(plain(sheet.name), SHEETS)
            text = message("There is no sheet {name!r}, so this was not read.", name=sheet.name)
            place = Place(file=sheet.file, sheet=sheet.name)
            findings.append(place.finding("unknown-sheet", text, hint))
    document, places, found = fold(sheets, labels_in(lists))
    return Read(document, places, [*findings, *found])


def whole_already(path: Path) -> Finding:
    """Say that what holds a whole assessment is not added to another."""
    text = message("These tables hold a whole assessment; only one table of answers is added to another.")
    return Place(file=str(path)).finding("not-here", text)


def base_of(
    path: Path, into: Mapping[str, Any] | None, framework: str | None, collected: str | None, findings: list[Finding]
) -> Mapping[str, Any]:
    """What one table of answers does not say itself: that of the assessment it goes into, or the file's name.

    What nobody said is added to ``findings``.
    """
    if into is not None:
        return into
    at = Place(file=str(path))
    if framework is None:
        text = message("A table of answers does not say which framework people answered.")
        findings.append(at.finding("not-said", text, message("Give --framework, or --into an assessment.")))
    if collected is None:
        text = message("A table of answers does not say how the answers were collected.")
        findings.append(at.finding("not-said", text, message("Give --collected, or --into an assessment.")))
    name = id_from(path.stem) or "assessment"
    said = {"framework": framework, "collected": collected}
    return {
        "format": "copro/assessment/1",
        "id": name,
        "title": path.stem,
        "initiative": {"id": name, "name": path.stem},
        **{key: value for key, value in said.items() if value is not None},
    }


def read_answers(sheets: list[Sheet], findings: list[Finding], shape: Shape, base: Mapping[str, Any]) -> Read:
    """Put one table of answers together with what it does not say itself."""
    work = Folding({}, findings=list(findings))
    sheet = next(iter(sheets), None)
    if sheet is not None and shape == "long":
        flat.read_long(sheet, work)
    elif sheet is not None and flat.is_wide(sheet):
        flat.read_wide(sheet, work)
    elif sheet is not None:
        text = message("A table of answers starts with the headings 'stakeholder' and 'perspective'.")
        hint = message("To read the export of a survey tool, write a mapping file and give it with --mapping.")
        work.say(sheet.place(sheet.heading, 0), "unknown-table", text, hint)
    flat.merged(base, work)
    return Read(work.whole.value, work.whole.places, work.findings)


def read_survey(path: Path, mapping: SurveyMapping, framework: Framework, base: Mapping[str, Any] | None) -> Read:
    """Read the export of a survey tool, by its mapping."""
    sheets, findings = read(path, delimiter=mapping.table.delimiter)
    work = Folding({}, findings=list(findings))
    survey.read_export(sheets, work, mapping, framework, base)
    return Read(work.whole.value, work.whole.places, work.findings)


def write_blank(path: Path, framework: Framework, language: str, people: int) -> None:
    """Write an empty workbook for a framework, with a column for each of a number of people.

    Raises:
        FileExistsError: If there is a file already: it may hold answers.
        MissingExtraError: If the package that writes workbooks is not installed.
    """
    blank = {
        "framework": framework.name,
        "language": language,
        "stakeholders": [{"id": f"s{number}"} for number in range(1, people + 1)],
        "responses": [],
    }
    made = xlsx_writer.workbook_bytes(unfold(blank, framework, language), framework, language)
    with path.open("xb") as file:
        file.write(made)


def write(
    document: Mapping[str, Any], path: Path, framework: Framework, language: str, shape: Shape
) -> tuple[Finding, ...]:
    """Write an assessment document as tables.

    Args:
        document: The document, checked.
        path: Where to: a workbook, a CSV file, or a folder of CSV files.
        framework: The framework that it names.
        language: The language of what a workbook explains.
        shape: All of its sheets, or one table of answers.

    Returns:
        What the tables leave behind, as advice; or errors, and then nothing was written.

    Raises:
        OSError: If it cannot be written.
        MissingExtraError: If it is a workbook, and the package that writes one is not installed.
    """
    kind = kind_of_file(path)
    if kind in {"json", None}:
        return (wrong_file(path),)
    if (kind == "csv") == (shape == "workbook") and kind != "xlsx":
        text = message("All sheets go into .xlsx or a folder; one table of answers goes into .xlsx or .csv.")
        return (Place(file=str(path)).finding("wrong-shape", text),)
    is_book = kind == "xlsx"
    told: tuple[Finding, ...] = ()
    if shape == "workbook":
        grids = unfold(document, framework, language)
    else:
        grids = [flat.wide(document, framework) if shape == "wide" else flat.long(document)]
        told = tuple(
            attrs.evolve(left, file=str(path)) for left in flat.left_behind(document, has_comments=shape == "long")
        )
    longest = xlsx_writer.LONGEST_CELL if is_book else csv_files.LONGEST_FIELD
    faults = (*csv_files.too_long(grids, longest, in_utf_16=is_book), *csv_files.too_big(grids))
    if faults:
        return faults
    if not is_book and shape == "workbook":
        csv_files.write_folder(grids, path)
    elif is_book and shape == "workbook":
        path.write_bytes(xlsx_writer.workbook_bytes(grids, framework, language))
    elif is_book:
        path.write_bytes(xlsx_writer.plain_bytes(grids[0]))
    else:
        path.write_bytes(csv_files.csv_text(grids[0]).encode("utf-8-sig"))
    return told
