"""What the library has to say about a document."""

from typing import Literal, get_args

import attrs

from copro.model.values import one_of

Severity = Literal["error", "warning", "advice"]


@attrs.frozen(kw_only=True)
class Finding:
    """One fault, doubt or piece of advice, with its place.

    Attributes:
        code: A stable word for this kind of finding, such as ``not-a-step``.
        severity: ``error``: the document cannot be used; ``warning``: it can, with care;
            ``advice``: something to think about.
        message: One plain sentence about what was found.
        hint: What to do about it, where that is known.
        pointer: JSON Pointer (RFC 6901) of the place; empty for the whole document.
        file: The file, where there is one.
        line: Line of the place, from 1, where it is known.
        column: Column of the place, from 1, where it is known.
        column_name: The name of the table's column, for a place in a table.
        sheet: The sheet, for a place in a workbook.
        cell: The cell, such as ``C7``, for a place in a workbook.
    """

    code: str
    severity: Severity = attrs.field(default="error", validator=one_of(get_args(Severity)))
    message: str
    hint: str | None = None
    pointer: str = ""
    file: str | None = None
    line: int | None = None
    column: int | None = None
    column_name: str | None = None
    sheet: str | None = None
    cell: str | None = None
