"""Write tables as an XLSX workbook: one for people to fill in, or a plain one."""

import datetime as dt
import html
import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from copro.errors import MissingExtraError
from copro.messages import counted, current, marked, message, same_language, speaking
from copro.model.framework import Framework
from copro.model.texts import in_just, texts_in
from copro.model.values import in_language
from copro.tables.grids import Grid, Value, number_text
from copro.tables.sheets import ABOUT, Column
from copro.tables.words import HEADINGS, LISTS_SHEET, headings_of, lists_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""The most UTF-16 units that a cell of a workbook may hold."""

IMPOSSIBLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Characters that XML cannot hold, or does not keep."""

LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}(?:_|[\x00-\x08\x0b-\x1f\ufffe\uffff]))")
"""A ``_`` that would begin an escape; the escape of a character that XML cannot hold begins with one too."""

HOW_TO_SHEET = "how_to"
"""The first sheet of a workbook: how to fill it in."""

ROOM = 200
"""How many rows below the filled ones still offer their lists."""

STEPS = (
    marked("Fill in the white cells. Leave a cell empty where nobody said anything. Empty is never counted as zero."),
    marked("about: what is assessed, and how the answers were collected."),
    marked("stakeholders: one row for each person or group. Say which place they speak from. Never write a name."),
    marked("ratings: one column for each person, one row for each statement. Choose from the list in the cell."),
    marked("comments: what people want to say about a statement, in their own words."),
    marked("The other sheets are for what was decided, promised and shown. Leave them empty if you like."),
    marked("lists: what the words in the lists stand for. Leave it as it is."),
    marked("A column of your own makes the workbook unreadable for copro; put your notes on a sheet of your own."),
    marked("Whoever holds this file can see who said what. Agree first who that is."),
)
"""What the first sheet says, after the framework's own rules."""


def workbook_bytes(grids: Sequence[Grid], framework: Framework, language: str) -> bytes:
    """Write sheets as a workbook that people can fill in.

    Args:
        grids: The sheets.
        framework: The framework; its steps and perspectives become lists to choose from.
        language: The language of headings, lists and explanations, where there are words in it.

    Returns:
        The workbook; the same sheets always give the same bytes.

    Raises:
        MissingExtraError: If XlsxWriter is not installed.
    """
    with speaking(language):
        return told(grids, framework, language)


def told(grids: Sequence[Grid], framework: Framework, language: str) -> bytes:
    """Write the workbook, in the language that is spoken."""
    file = io.BytesIO()
    book = new_book(file)
    lists = {**lists_of(framework, language), **headings_of(grids)}
    how_to = write_how_to(book, framework, language)
    ranges = where_listed(lists)
    looks = Looks(book)
    for grid in grids:
        sheet = book.add_worksheet(grid.name)
        shown = lists[HEADINGS.format(sheet=grid.name)]
        for index, column in enumerate(grid.columns):
            put(sheet, 0, index, shown.get(column.name, column.name), looks.heading)
            sheet.set_column(index, index, column.width, looks.of(column, grid))
        for number, row in enumerate(grid.rows, 1):
            for index, (column, value) in enumerate(zip(grid.columns, row, strict=True)):
                words = words_of(grid, number, column)
                look = looks.of(column, grid)
                put(sheet, number, index, said(value, column, lists.get(words or "", {})), look)
        offer_lists(sheet, grid, ranges)
        sheet.freeze_panes(1, 2 if grid.name == "ratings" else 1)
    write_lists(book, lists, looks)
    for line in in_which_language(framework, language):
        how_to(line)
    return finished(book, file)


def in_which_language(framework: Framework, language: str) -> Iterator[str]:
    """Say which language the workbook is in, and how much of it is in another."""
    yield message("This workbook was asked for in {language}.", language=language)
    lacking = sum(in_just(text, language, framework.language) is None for _, text in texts_in(framework))
    if lacking and not same_language(language, framework.language):
        yield counted(
            "{count} text of the framework is not there in {language}. It is in {own}.",
            "{count} texts of the framework are not there in {language}. They are in {own}.",
            lacking,
            language=language,
            own=framework.language,
        )
    if (others := len(current().in_other_words)) > 0:
        yield counted(
            "{count} of the headings and explanations is not there in {language}.",
            "{count} of the headings and explanations are not there in {language}.",
            others,
            language=language,
        )


def plain_bytes(grid: Grid) -> bytes:
    """Write one table as a workbook with one sheet, headed as a CSV file is."""
    file = io.BytesIO()
    book = new_book(file)
    looks = Looks(book)
    sheet = book.add_worksheet(grid.name)
    for index, column in enumerate(grid.columns):
        put(sheet, 0, index, column.name, looks.heading)
    for number, row in enumerate(grid.rows, 1):
        for index, value in enumerate(row):
            put(sheet, number, index, value, looks.text)
    sheet.freeze_panes(1, 0)
    return finished(book, file)


def new_book(file: io.BytesIO) -> "Workbook":
    """Start a workbook in which every text stays a text."""
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415  an extra, only for who writes workbooks
    except ImportError as error:
        raise MissingExtraError("xlsx") from error
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(file, options)
    book.set_properties({"created": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)})  # the same bytes every time
    return book


class Looks:
    """How cells look."""

    def __init__(self, book: "Workbook") -> None:
        cell: dict[str, Any] = {"text_wrap": True, "valign": "top"}
        self.heading = book.add_format({**cell, "bold": True, "bottom": 1, "bg_color": "#E8EEF4"})
        self.text = book.add_format({**cell, "num_format": "@"})
        self.number = book.add_format(cell)
        self.given = book.add_format({**cell, "num_format": "@", "bg_color": "#F2F2F2"})

    def of(self, column: Column, grid: Grid) -> Any:
        """The look of a column: grey where the framework speaks, text so that 007 stays 007."""
        fixed = {"ratings": 3, "about": 2}.get(grid.name, 0)
        if column in grid.columns[:fixed]:
            return self.given
        return self.number if column.kind == "whole" and column.words is None else self.text


def put(sheet: "Worksheet", row: int, column: int, value: Value, look: Any) -> None:
    """Write one cell: texts always as texts, numbers as numbers unless that would change them."""
    if value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        put_text(sheet, row, column, value, look)
    elif float(f"{value:.16G}") == value:
        sheet.write_number(row, column, value, look)
    else:
        put_text(sheet, row, column, number_text(value), look)


def put_text(sheet: "Worksheet", row: int, column: int, text: str, look: Any) -> None:
    """Write a text."""
    if failed := sheet.write_string(row, column, text, look):
        raise ValueError(f"a cell was not written: {failed}")  # a fault of this package: lengths are checked before


def finished(book: "Workbook", file: io.BytesIO) -> bytes:
    """Close a workbook, with its texts as they are.

    XlsxWriter takes ``<r>...</r>`` for markup of its own, and of two escapes that share a ``_`` it
    escapes one; so the table of texts is written here.
    """
    book.close()
    written = io.BytesIO()
    with zipfile.ZipFile(file) as made, zipfile.ZipFile(written, "w") as again:
        for member in made.infolist():
            is_table = member.filename == "xl/sharedStrings.xml"
            again.writestr(member, texts_of(book.str_table.string_array) if is_table else made.read(member))
    return written.getvalue()


def texts_of(texts: Sequence[str]) -> str:
    """The table of texts of a workbook, in XML."""
    items = "".join(f'<si><t xml:space="preserve">{escaped(text)}</t></si>' for text in texts)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns='
    return f'{head}"http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>'


def escaped(text: str) -> str:
    r"""A text as XML holds it; what XML cannot hold, and what looks like an escape, as a workbook escapes it.

    >>> escaped("a\r<_x000D_>")
    'a_x000D_&lt;_x005F_x000D_&gt;'
    """
    safe = IMPOSSIBLE.sub(lambda found: f"_x{ord(found[0]):04X}_", LIKE_AN_ESCAPE.sub("_x005F_", text))
    return html.escape(safe, quote=False)


def words_of(grid: Grid, row: int, column: Column) -> str | None:
    """The list that a cell is chosen from; in ``about`` each row has its own."""
    if grid.name == "about":
        name = grid.rows[row - 1][0]
        return next((one.words for one in ABOUT if one.name == name), None) if column.base == "value" else None
    return column.words


def said(value: Value, column: Column, shown: Mapping[str, str]) -> Value:
    """What a cell shows for a value: the words of its list."""
    if value is None:
        return None
    if column.heading and column.name == "meaning":
        meaning = str(value)
        return message(meaning)
    code = value if isinstance(value, str) else number_text(value)
    return shown.get(code, value)


def where_listed(lists: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """For each list, where its words stand in the sheet of lists."""
    ranges, row = {}, 2
    for name, words in lists.items():
        ranges[name] = f"={LISTS_SHEET}!$B${row}:$B${row + len(words) - 1}"
        row += len(words)
    return ranges


def write_lists(book: "Workbook", lists: Mapping[str, Mapping[str, str]], looks: Looks) -> None:
    """Write the sheet that says what each shown word stands for."""
    sheet = book.add_worksheet(LISTS_SHEET)
    for index, title in enumerate(("list", "shown", "stands_for")):
        put(sheet, 0, index, title, looks.heading)
        sheet.set_column(index, index, 40, looks.given)
    row = 1
    for name, words in lists.items():
        for code, label in words.items():
            for index, value in enumerate((name, label, code)):
                put(sheet, row, index, value, looks.given)
            row += 1
    sheet.freeze_panes(1, 0)


def offer_lists(sheet: "Worksheet", grid: Grid, ranges: Mapping[str, str]) -> None:
    """Offer a list in every cell that is chosen from one."""
    rule = {
        "validate": "list",
        "error_title": message("Choose from the list"),
        "error_message": message("Choose one from the list, or leave the cell empty."),
    }
    last = len(grid.rows) + (0 if grid.name in {"about", "ratings"} else ROOM)
    for index, column in enumerate(grid.columns):
        if grid.name == "about":
            for row in range(1, last + 1):
                if (words := words_of(grid, row, column)) is not None and column.language is None:
                    sheet.data_validation(row, index, row, index, {**rule, "source": ranges[words]})
        elif column.words is not None and last:
            sheet.data_validation(1, index, last, index, {**rule, "source": ranges[column.words]})


def write_how_to(book: "Workbook", framework: Framework, language: str) -> Callable[[str], None]:
    """Write the first sheet, how to fill the workbook in; gives what adds a line to it."""
    sheet = book.add_worksheet(HOW_TO_SHEET)
    look = book.add_format({"text_wrap": True, "valign": "top"})
    title = book.add_format({"text_wrap": True, "bold": True, "font_size": 14})
    sheet.set_column(0, 0, 100)
    lines: list[tuple[str, Any]] = [(in_language(framework.title, language), title)]
    lines += [(message(step), look) for step in STEPS]
    if framework.choose_perspective is not None:
        lines += [(message("Which place to speak from"), title)]
        lines += [(in_language(framework.choose_perspective, language), look)]
    if framework.rating_rule:
        lines += [(message("How to choose a rating"), title)]
        lines += [(in_language(rule, language), look) for rule in framework.rating_rule]
    rows = itertools.count()
    for text, style in lines:
        put_text(sheet, next(rows), 0, text, style)
    return lambda text: put_text(sheet, next(rows), 0, text, look)
