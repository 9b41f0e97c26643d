"""What a table is: while it is written, and while it is read."""

import json
import re
import unicodedata
from collections.abc import Iterator

import attrs

from copro.findings.codes import new_finding
from copro.messages import message
from copro.model.finding import Finding, FindingCode
from copro.tables.sheets import Column

Value = str | int | float | None
"""What one cell holds; ``None`` where it is empty."""


@attrs.frozen
class Grid:
    """A table to be written: its columns, and for each row one value a column."""

    name: str
    columns: tuple[Column, ...]
    rows: list[tuple[Value, ...]]


@attrs.frozen
class Place:
    """Where a cell is: in a workbook by sheet and cell, in a CSV file by line and column."""

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None
    column_name: str | None = None

    def finding(self, code: FindingCode, text: str, hint: str | None = None, *, pointer: str = "") -> Finding:
        """Make a finding at this place."""
        return new_finding(code, text, hint, pointer=pointer, **attrs.asdict(self))


@attrs.frozen
class Row:
    """One row of a table that was read: its number in the file, from 1, and its cells."""

    number: int
    cells: tuple[Value, ...]

    def cell(self, index: int | None) -> Value:
        """The cell of a column; empty where the row ends before it, or there is no such column."""
        return self.cells[index] if index is not None and index < len(self.cells) else None


@attrs.frozen
class Sheet:
    """A table that was read.

    Attributes:
        name: What it is called.
        heading: Its first row.
        rows: The rows after that which hold something.
        file: The file that it is in.
        in_workbook: Whether its places are cells of a workbook, not lines of a CSV file.
    """

    name: str
    heading: Row
    rows: list[Row]
    file: str | None
    in_workbook: bool

    def place(self, row: Row, index: int | None) -> Place:
        """Where a cell is; without an index, where the row is."""
        if self.in_workbook:
            cell = f"{column_letters(index)}{row.number}" if index is not None else f"A{row.number}"
            return Place(file=self.file, sheet=self.name, cell=cell)
        heading = self.heading.cell(index)
        name = None if heading is None else str(heading)
        if name is not None and index is not None and self.name == "ratings" and "_" not in name:
            name = column_letters(index)  # its heading is a stakeholder's id
        return Place(file=self.file, line=row.number, column_name=name)


def ragged(sheet: Sheet) -> Iterator[Finding]:
    """Say which rows have cells where there is no column."""
    width = len(sheet.heading.cells)
    for row in sheet.rows:
        if any(cell is not None for cell in row.cells[width:]):
            text = message("This row has {found} cells; the headings are {width}.", found=len(row.cells), width=width)
            yield sheet.place(row, None).finding("too-many-cells", text)


def column_letters(index: int) -> str:
    """The letters of a column of a workbook, counted from 0.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def number_text(value: float) -> str:
    """A number as JSON writes it, whole numbers without a point.

    >>> number_text(2.0), number_text(0.25)
    ('2', '0.25')
    """
    whole = isinstance(value, float) and value.is_integer()
    return json.dumps(int(value) if whole else value)


def plain(text: str) -> str:
    r"""Words as they are compared: one space for any white space, no difference between A and a.

    >>> plain(" What\u00a0is  rated\n")
    'what is rated'
    """
    return " ".join(text.split()).casefold()


def id_from(words: str) -> str:
    """An id made from words; empty where they hold no letter or digit that an id can have.

    >>> id_from("Café Gwrando, year 1")
    'cafe-gwrando-year-1'
    """
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", bare))[:100].rstrip("-")
