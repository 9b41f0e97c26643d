"""What a workbook shows for the words of the format, in the language of the people who fill it in."""

from collections.abc import Iterable, Mapping

from copro.messages import message
from copro.model.framework import Framework
from copro.model.values import UNDISCLOSED, in_language
from copro.tables.grids import Grid, Sheet, Value, number_text, plain
from copro.tables.sheets import LISTS, UNDISCLOSED_LABEL, Column

LISTS_SHEET = "lists"
"""The sheet of a workbook that says what each shown word stands for."""

HEADINGS = "headings of {sheet}"
"""The list that holds the headings of a sheet."""


def lists_of(framework: Framework, language: str) -> dict[str, dict[str, str]]:
    """For each list that cells are chosen from: each word of the format, and what is shown for it."""
    lists = {name: {code: message(label) for code, label in words.items()} for name, words in LISTS.items()}
    lists["participation"] = {code: f"{code} {label}" for code, label in lists["participation"].items()}
    steps = {
        number_text(step.value): f"{number_text(step.value)} {in_language(step.name, language)}"
        for step in framework.scale.steps
    }
    lists["rating"] = {**steps, **lists.pop("unrated")}
    lists["perspective"] = {
        **{place.id: in_language(place.name, language) for place in framework.perspectives},
        UNDISCLOSED: message(UNDISCLOSED_LABEL),
    }
    return {name: told_apart(words) for name, words in lists.items()}


def headings_of(grids: Iterable[Grid]) -> dict[str, dict[str, str]]:
    """For each sheet, the name of each column and the heading shown for it."""
    return {
        HEADINGS.format(sheet=grid.name): told_apart(
            {column.name: heading(column) for column in grid.columns if column.rated_by is None}
        )
        for grid in grids
    }


def heading(column: Column) -> str:
    """A column's heading, with the language of its words where there are several."""
    said = message(column.heading)
    return said if column.language is None else f"{said} ({column.language})"


def told_apart(words: Mapping[str, str]) -> dict[str, str]:
    """The shown words, changed where two would be taken for one another or for a word of the format.

    >>> told_apart({"a": "Yes", "b": "yes", "c": "No"})
    {'a': 'Yes (a)', 'b': 'yes (b)', 'c': 'No'}
    """
    told: dict[str, str] = {}
    for code, label in words.items():
        others = {plain(one) for other in words if other != code for one in (other, words[other])}
        told[code] = f"{label} ({code})" if plain(label) in others or not plain(label) else label
    if len({plain(label) for label in told.values()}) < len(told):
        return {code: code for code in words}
    return told


def labels_in(sheet: Sheet | None) -> dict[str, dict[str, str]]:
    """Read back what each shown word stands for: by list, what is shown to the word of the format."""
    labels: dict[str, dict[str, str]] = {}
    for row in sheet.rows if sheet is not None else ():
        name, shown, code = (cell_text(row.cell(index)) for index in range(3))
        if name and shown and code:
            labels.setdefault(name.strip(), {})[plain(shown)] = code.strip()
    return labels


def cell_text(cell: Value) -> str:
    """A cell as text."""
    return "" if cell is None else cell if isinstance(cell, str) else number_text(cell)
