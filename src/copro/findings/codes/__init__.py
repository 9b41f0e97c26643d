"""Every code that a finding can have, in the order of the reference, whose pages are made from it."""

from collections.abc import Mapping

from copro.findings.code import Code
from copro.findings.codes import (
    cells,
    comparisons,
    form,
    ids,
    on_assessments,
    on_frameworks,
    on_scorecards,
    one_file,
    promises,
    sense,
    several_files,
    surveys,
    tables,
    vocabularies,
)
from copro.model.finding import Finding, FindingCode

GROUPS: Mapping[str, tuple[Code, ...]] = {
    "one_file": one_file.CODES,
    "several_files": several_files.CODES,
    "form": form.CODES,
    "ids": ids.CODES,
    "sense": sense.CODES,
    "on_frameworks": on_frameworks.CODES,
    "on_assessments": on_assessments.CODES,
    "vocabularies": vocabularies.CODES,
    "promises": promises.CODES,
    "tables": tables.CODES,
    "cells": cells.CODES,
    "surveys": surveys.CODES,
    "on_scorecards": on_scorecards.CODES,
    "comparisons": comparisons.CODES,
}
"""The codes that stand together in the reference; each group is a module."""

CODES: Mapping[str, Code] = {code.code: code for group in GROUPS.values() for code in group}
"""Every code by its name."""


def new_finding(
    code: FindingCode,
    text: str,
    hint: str | None = None,
    *,
    pointer: str = "",
    file: str | None = None,
    line: int | None = None,
    column: int | None = None,
    column_name: str | None = None,
    sheet: str | None = None,
    cell: str | None = None,
) -> Finding:
    """Make a finding; its code says how much it matters.

    Args:
        code: Its code.
        text: What was found, in plain sentences.
        hint: What to do about it, where more is known than the code says.
        pointer: The place in a document, as a JSON Pointer.
        file: The file.
        line: The line, from 1.
        column: The column, from 1.
        column_name: The name of a table's column.
        sheet: The sheet of a workbook.
        cell: Its cell.

    >>> new_finding("format-migrated", "This was read as version 2.").severity
    'advice'
    """
    return Finding(
        code=code,
        severity=CODES[code].severity,
        message=text,
        hint=hint,
        pointer=pointer,
        file=file,
        line=line,
        column=column,
        column_name=column_name,
        sheet=sheet,
        cell=cell,
    )


def page_of(code: str) -> str:
    """The address of a code's page, from the documentation's first page.

    >>> page_of("not-a-step")
    'reference/findings/not-a-step.html'
    """
    return f"reference/findings/{code}.html"
