"""Read XLSX workbooks, which may be broken or made to do harm: what is not read is always said."""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from copro.documents.strict_json import MAX_BYTES
from copro.errors import MissingExtraError
from copro.messages import message
from copro.model.finding import Finding
from copro.tables.csv_files import over_cap
from copro.tables.grids import Place, Row, Sheet, Value, column_letters

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

MAX_UNPACKED = 128 * 1024 * 1024
"""The most bytes that a workbook may unpack to."""

MAX_MEMBERS = 1_000
"""The most files that a workbook may be made of."""

MAX_CELLS = 5_000_000
"""The most cells that are read from one sheet."""

ESCAPED = re.compile(r"_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")
"""How a workbook writes a character that XML cannot hold; half a character stays as it is written."""

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_workbook(data: bytes, file: str | None) -> tuple[list[Sheet], list[Finding]]:
    """Read every sheet of a workbook.

    Formulas are never worked out: the result that was saved with them is read, and a formula
    without one is an error. Of merged cells, only the first holds anything.

    Args:
        data: The workbook's bytes.
        file: The file's name in findings.

    Returns:
        The sheets that hold something, and what is wrong with the workbook.

    Raises:
        MissingExtraError: If openpyxl or defusedxml is not installed.
    """
    at = Place(file=file)
    if found := danger(data, at):
        return [], [found]
    reader = string_reader()
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that are not read
            book = reader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            book.read()
            for sheet in book.wb.worksheets:
                rows, found_here = rows_of(sheet, file)
                findings += [*found_here, *oddities(book.archive, sheet, file)]
                if rows:
                    sheets.append(Sheet(sheet.title, rows[0], rows[1:], file, in_workbook=True))
    except Exception:  # noqa: BLE001  a broken workbook breaks its reader in ways that nobody can list
        text = message("This is not an XLSX workbook that can be read.")
        return [], [at.finding("not-xlsx", text, message("Open it in a spreadsheet program and save it as .xlsx."))]
    return sheets, findings


def danger(data: bytes, at: Place) -> Finding | None:
    """Say why a workbook is not even opened: no archive, or one that unpacks to too much."""
    if len(data) > MAX_BYTES:
        text = message("The file is larger than {size} MiB.", size=MAX_BYTES // 1024 // 1024)
        return at.finding("too-large", text)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return at.finding("not-xlsx", message("This is not an XLSX workbook that can be read."))
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        text = message("The workbook unpacks to more than {size} MiB.", size=MAX_UNPACKED // 1024 // 1024)
        return at.finding("too-large", text)
    return None


def string_reader() -> Any:
    """The reader of workbooks, with its own way with texts: openpyxl drops every ``x005F_`` in them."""
    try:
        import defusedxml  # noqa: F401, PLC0415  openpyxl reads with it where it is there
        from openpyxl.reader.excel import ExcelReader  # noqa: PLC0415  an extra, only for who reads workbooks
        from openpyxl.xml.constants import SHARED_STRINGS  # noqa: PLC0415  as above
        from openpyxl.xml.functions import iterparse  # noqa: PLC0415  as above
    except ImportError as error:
        raise MissingExtraError("xlsx") from error

    class Reader(ExcelReader):
        def read_strings(self) -> None:
            part = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]  # in its stub
            if part is None:
                return
            with self.archive.open(part.PartName[1:]) as source:
                for _, node in iterparse(source):
                    if node.tag == f"{MAIN}si":
                        runs = [*node.findall(f"{MAIN}t"), *node.findall(f"{MAIN}r/{MAIN}t")]
                        self.shared_strings.append("".join(run.text or "" for run in runs))
                        node.clear()

    return Reader


def unescaped(text: str) -> str:
    """A text with the characters that its escapes stand for.

    >>> unescaped("_x0041_ and _x005F_x0041_")
    'A and _x0041_'
    """
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def rows_of(sheet: Any, file: str | None) -> tuple[list[Row], list[Finding]]:
    """The rows of a sheet that hold something, the first of them the headings."""
    sheet.reset_dimensions()  # what a sheet claims of its size is not believed
    rows: list[Row] = []
    findings: list[Finding] = []
    size = 0
    for number, found in enumerate(sheet.iter_rows(), 1):
        size += len(found)
        if said := over_cap(number, len(found)) or (over_cap(MAX_CELLS, 1) if size > MAX_CELLS else None):
            place = Place(file=file, sheet=sheet.title, cell=f"A{number}")
            return [], [*findings, place.finding("too-large", said)]
        cells = tuple(value_of(cell) for cell in found)
        for index, cell in enumerate(found):
            if cell.data_type == "e" and cell.value is not None:
                place = Place(file=file, sheet=sheet.title, cell=f"{column_letters(index)}{number}")
                text = message("This cell holds the spreadsheet error {error}.", error=str(cell.value))
                findings.append(place.finding("cell-error", text))
        if any(not isinstance(value, str) or value.strip() for value in cells if value is not None):
            while cells[-1] is None:
                cells = cells[:-1]
            rows.append(Row(number, cells))
    return rows, findings


def value_of(cell: "Cell") -> Value:
    """What a cell holds: a text, a number, or a date or time as text."""
    value: Any = cell.value
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        return (value.date() if value.time() == dt.time() else value).isoformat()
    if isinstance(value, str):
        return unescaped(value)
    return value if isinstance(value, int | float) else str(value)


def oddities(archive: zipfile.ZipFile, sheet: Any, file: str | None) -> Iterator[Finding]:
    """Say what a sheet holds that its cells do not show: merged cells, formulas without a result."""
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415  an extra, only for who reads workbooks

    with archive.open(sheet._worksheet_path) as source:  # noqa: SLF001  the only way to it
        for _, node in iterparse(source):
            if node.tag == f"{MAIN}mergeCell":
                place = Place(file=file, sheet=sheet.title, cell=node.get("ref", "").partition(":")[0])
                text = message("The cells {cells} are merged; only the first is read.", cells=node.get("ref", ""))
                yield place.finding("merged-cells", text)
            elif node.tag == f"{MAIN}row":
                for cell in node.iter(f"{MAIN}c"):
                    if cell.find(f"{MAIN}f") is not None and not cell.findtext(f"{MAIN}v") and cell.get("t") != "str":
                        place = Place(file=file, sheet=sheet.title, cell=cell.get("r"))
                        text = message("This cell holds a formula without a saved result.")
                        hint = message("Type the value, or save the file in a spreadsheet program.")
                        yield place.finding("formula-without-result", text, hint)
                node.clear()
