"""What one cell says."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from copro.documents.strict_json import parse
from copro.messages import message
from copro.model.finding import FindingCode
from copro.model.suggest import did_you_mean
from copro.tables.grids import Value, number_text, plain
from copro.tables.sheets import EMPTY_LIST, Column, Kind

NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,300})(\.[0-9]{1,300})?([eE][+-]?[0-9]{1,3})?")
BETWEEN_IDS = re.compile(r"[;,\s]+")

Labels = Mapping[str, Mapping[str, str]]
"""For each list of a workbook, what is shown to the word of the format that it stands for."""


class CellError(Exception):
    """A cell that cannot be understood: the code, the sentence and the hint of a finding."""

    def __init__(self, code: FindingCode, text: str, hint: str | None = None) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.hint = hint


def understood(cell: Value, column: Column, labels: Labels) -> Any:
    """Read one cell as what its column holds.

    Args:
        cell: What the cell holds.
        column: The column, or row of ``about``, that it stands in.
        labels: What a workbook shows for the words of the format.

    Returns:
        A value of a document; ``None`` where the cell is empty. What cannot be read stays a text:
        the schema says what is wrong with it.

    Raises:
        CellError: If it is not a word of its list, or not the JSON that it should be.
    """
    text = "" if cell is None else cell if isinstance(cell, str) else number_text(cell)
    if column.kind in {"text", "string"} or not text.strip():
        return text if column.kind in {"text", "string"} and text else None
    text = text.strip()
    if column.words is not None and column.words in labels:
        text = from_list(text, labels[column.words])
    return READERS[column.kind](text)


def from_list(text: str, shown: Mapping[str, str]) -> str:
    """The word of the format for what a workbook shows; a word of the format stands for itself."""
    if plain(text) in shown:
        return shown[plain(text)]
    if text in shown.values() or (NUMBER.fullmatch(text) and number_text(float(text)) in shown.values()):
        return text
    hint = did_you_mean(text, (*shown, *shown.values()), message("Choose one from the list."))
    raise CellError("unknown-word", message("What this cell holds is not in its list."), hint)


def as_it_stands(text: str) -> str:
    """A fixed word, an id or a date."""
    return text


def ids(text: str) -> list[str]:
    """A list of ids, divided by semicolons, commas or spaces."""
    return [] if text == EMPTY_LIST else [one for one in BETWEEN_IDS.split(text) if one]


def number(text: str) -> str | float:
    """A number; what is none stays a text, such as ``dont_know``."""
    if not NUMBER.fullmatch(text):
        return text
    if not set(text) & set(".eE"):
        return int(text)
    value = float(text)
    return int(value) if value.is_integer() else value


def flag(text: str) -> str | bool:
    """True or false; what is neither stays a text."""
    return {"true": True, "false": False}.get(text.casefold(), text)


def free(text: str) -> Any:
    """Free data, written as a JSON object."""
    value, findings = parse(text)
    if findings or not isinstance(value, dict):
        fault = findings[0].message if findings else message("A JSON object starts with {start}", start="{.")
        raise CellError("not-json", message("Free data is not a JSON object: {fault}", fault=fault))
    return value


READERS: Mapping[Kind, Callable[[str], Any]] = {
    "word": as_it_stands,
    "date": as_it_stands,
    "ids": ids,
    "rating": number,
    "whole": number,
    "flag": flag,
    "free": free,
}
"""How a cell of each kind is read, once it holds something."""
