"""Tables as CSV files: text that any program reads, and that no spreadsheet program takes for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from copro.documents.strict_json import MAX_BYTES
from copro.messages import message
from copro.model.finding import Finding
from copro.model.suggest import did_you_mean
from copro.tables.grids import Grid, Place, Row, Sheet, Value, number_text
from copro.tables.sheets import SHEETS

LONGEST_FIELD = 131_072
"""The most characters that a field may have; Python's reader of CSV takes no more."""

MAX_ROWS = 200_000
MAX_COLUMNS = 16_384
"""The most rows and columns that are read; a workbook cannot have more columns."""

RISKY = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""How a text begins that a spreadsheet program may take for a formula; apostrophes before it do not count."""


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet program may take for a formula.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("'quoted'")
    ("'=1+1", "''=1+1", "'quoted'")
    """
    return f"'{text}" if RISKY.match(text) else text


def unguarded(text: str) -> str:
    """Take away the apostrophe that :func:`guarded` puts there."""
    return text[1:] if text.startswith("'") and RISKY.match(text) else text


def csv_text(grid: Grid) -> str:
    """Write a table as CSV: rows end with CR LF, and only cells of words are guarded."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([column.name for column in grid.columns])
    for row in grid.rows:
        writer.writerow([field(value) for value in row])
    return written.getvalue()


def field(value: Value) -> str:
    """One cell as a field of a CSV file."""
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else number_text(value)


def too_long(grids: Iterable[Grid], longest: int, *, in_utf_16: bool = False) -> Iterator[Finding]:
    """Say which texts are longer than a cell can hold."""
    for grid in grids:
        for number, row in enumerate(grid.rows, 2):
            for column, value in zip(grid.columns, row, strict=True):
                if not isinstance(value, str) or len(value) <= longest // 2 - 1:
                    continue
                size = len(value.encode("utf-16-le")) // 2 if in_utf_16 else len(field(value))
                if size > longest:
                    text = message(
                        "A text of {size} characters does not fit into a cell, which holds {longest}.",
                        size=size,
                        longest=longest,
                    )
                    place = Place(sheet=grid.name, column_name=column.name)
                    named = [] if grid.name == "stakeholders" else zip(grid.columns[:2], row, strict=False)
                    keys = [key for one, key in named if one.name != "stakeholder" and isinstance(key, str)]
                    whose = ", ".join([str(number), *(key for key in keys if len(key) <= 200)])
                    hint = message("It is in row {whose}. Shorten it, or keep the JSON.", whose=whose)
                    yield place.finding("too-long", text, hint)


def too_big(grids: Iterable[Grid]) -> Iterator[Finding]:
    """Say which tables have more rows or columns than would be read again."""
    for grid in grids:
        if found := over_cap(len(grid.rows), len(grid.columns)):
            yield Place(sheet=grid.name).finding("too-large", found)


def read_csv(
    data: bytes, name: str, file: str | None, delimiter: str | None = None
) -> tuple[Sheet | None, list[Finding]]:
    """Read a CSV file strictly.

    Args:
        data: Its bytes, UTF-8 with or without a byte order mark.
        name: What the table is called.
        file: The file's name in findings.
        delimiter: What stands between fields; left out, it is told from the headings.

    Returns:
        The table, with the line on which each row starts; ``None`` where it cannot be read.
    """
    at = Place(file=file)
    if len(data) > MAX_BYTES:
        text = message("The file is larger than {size} MiB.", size=MAX_BYTES // 1024 // 1024)
        return None, [at.finding("too-large", text)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = message("Byte {byte} is not UTF-8.", byte=error.start)
        hint = message("In a spreadsheet program, save the file as 'CSV UTF-8'.")
        return None, [at.finding("not-utf-8", said, hint)]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter or delimiter_in(text))
    rows: list[Row] = []
    start = 1
    try:
        for fields in reader:
            cells = tuple(unguarded(one) or None for one in fields)
            if any(cell is not None and cell.strip() for cell in cells):
                rows.append(Row(start, cells))
            start = reader.line_num + 1
            if found := over_cap(len(rows), len(cells)):
                return None, [at.finding("too-large", found)]
    except csv.Error as error:
        said = message("From line {line} on this is not CSV: {fault}.", line=start, fault=str(error))
        hint = message(
            "Look for a quotation mark that is not closed, for one very long text, or for another delimiter."
        )
        return None, [Place(file=file, line=start).finding("not-csv", said, hint)]
    if not rows:
        return None, [at.finding("empty-table", message("The table is empty; it needs a row of headings."))]
    sheet = Sheet(name, rows[0], rows[1:], file, in_workbook=False)
    return sheet, []


def delimiter_in(text: str) -> str:
    r"""What stands between the headings: in many countries, spreadsheet programs write a semicolon.

    >>> delimiter_in("\r\nstakeholder;perspective\r\nc1;carers, paid\r\n")
    ';'
    """
    headings = text.lstrip().partition("\n")[0]
    return "," if "," in headings else next((mark for mark in ";\t" if mark in headings), ",")


def over_cap(rows: int, columns: int) -> str | None:
    """Say so where a table has more rows or columns than are read."""
    if rows <= MAX_ROWS + 1 and columns <= MAX_COLUMNS:
        return None
    return message("A table may have {rows} rows and {columns} columns at most.", rows=MAX_ROWS, columns=MAX_COLUMNS)


def write_folder(grids: Sequence[Grid], folder: Path) -> None:
    """Write one CSV file a table into a folder, each with a byte order mark, by which Excel knows UTF-8."""
    folder.mkdir(parents=True, exist_ok=True)
    for grid in grids:
        (folder / f"{grid.name}.csv").write_bytes(csv_text(grid).encode("utf-8-sig"))


def read_folder(folder: Path) -> tuple[list[Sheet], list[Finding]]:
    """Read the CSV files of a folder that are sheets; say which are not."""
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() != ".csv":
            continue
        if path.stem not in SHEETS:
            hint = did_you_mean(path.stem, SHEETS)
            text = message("There is no sheet {name!r}, so this was not read.", name=path.stem)
            findings.append(Place(file=str(path)).finding("unknown-sheet", text, hint))
            continue
        sheet, found = read_csv(path.read_bytes(), path.stem, str(path))
        findings += found
        if sheet is not None:
            sheets.append(sheet)
    return sheets, findings
