"""Take an assessment document apart into tables; ``fold`` puts it together again."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from copro.model.framework import Framework, Indicator
from copro.model.values import in_language
from copro.tables.grids import Grid, Value, number_text
from copro.tables.sheets import (
    ABOUT,
    AGREED,
    ANSWERED,
    EMPTY_LIST,
    EMPTY_OBJECT,
    PARTS_THAT_MAY_BE_EMPTY,
    PLACE,
    RATINGS,
    SHEETS,
    STAKEHOLDERS,
    Column,
)

Document = Mapping[str, Any]


def unfold(document: Document, framework: Framework, language: str) -> list[Grid]:
    """Take a checked assessment document apart.

    Args:
        document: The document, without what is left at its default.
        framework: The framework that it names; its statements go beside the answers.
        language: The language of these.

    Returns:
        Every sheet, in order; one about which the document says nothing has no rows.
    """
    responses = document.get("responses", [])
    rows: dict[str, list[tuple[tuple[Value, ...], Document]]] = {
        "comments": [
            ((response["stakeholder"], indicator), {"comments": said.get(indicator), "evidence": shown.get(indicator)})
            for response in responses
            for said, shown in [(response.get("comments", {}), response.get("evidence", {}))]
            for indicator in dict.fromkeys((*said, *shown))
        ],
        "participation": [
            ((response["stakeholder"], decision), {"participation": step})
            for response in responses
            for decision, step in response.get("participation", {}).items()
        ],
        "sides": [((what,), note) for what in ("invited", "declined") for note in document.get(what, [])],
        "events": [
            ((commitment["id"],), event)
            for commitment in document.get("commitments", [])
            for event in commitment.get("events", [])
        ],
        "terms": [((place,), {"term": term}) for place, term in document.get("terms", {}).items()],
        **{kind: [((), item) for item in document.get(kind, [])] for kind in ("decisions", "commitments", "evidence")},
    }
    special = {"about": about(document), "stakeholders": stakeholders(document)}
    special["ratings"] = ratings(document, framework, language)
    return [special[name] if name in special else listed(name, columns, rows[name]) for name, columns in SHEETS.items()]


def listed(name: str, columns: Sequence[Column], rows: Sequence[tuple[tuple[Value, ...], Document]]) -> Grid:
    """A sheet of one object a row: first what says whose it is, then the object's own cells."""
    keys = len(rows[0][0]) if rows else sum(not column.path for column in columns)
    own = spread(columns[keys:], [item for _, item in rows])
    return Grid(name, (*columns[:keys], *own), [(*key, *cells(item, own)) for key, item in rows])


def about(document: Document) -> Grid:
    """The sheet of what is said once: one row a property."""
    texts = [column for column in ABOUT if column.kind == "text"]
    used = [column for column in spread(texts, [document]) if column.language is not None]
    languages = tuple(dict.fromkeys(str(column.language) for column in used))
    prop, meaning, value = SHEETS["about"]
    rows: list[tuple[Value, ...]] = []
    for column in ABOUT:
        if column.name in PARTS_THAT_MAY_BE_EMPTY and (document.get(column.name) is None or is_told(document, column)):
            continue
        if column.name in PARTS_THAT_MAY_BE_EMPTY:
            said: tuple[Value, ...] = (EMPTY_OBJECT, *(None for _ in languages))
        elif column.kind == "text":
            said = tuple(cells(document, [column, *(column.in_tongue(language) for language in languages)]))
        else:
            said = (*cells(document, [column]), *(None for _ in languages))
        rows.append((column.name, column.heading, *said))
    return Grid("about", (prop, meaning, value, *(value.in_tongue(language) for language in languages)), rows)


def is_told(document: Document, part: Column) -> bool:
    """Whether the other cells say already that a part of the document is there."""
    return any(bool(value) for value in document[part.name].values())


def stakeholders(document: Document) -> Grid:
    """The sheet of people: who they are and, in the same row, how they answered."""
    people, responses = document["stakeholders"], document["responses"]
    by_id = {response["stakeholder"]: (number, response) for number, response in enumerate(responses, 1)}
    plain_order = [person["id"] for person in people if person["id"] in by_id]
    needs_place = plain_order != [response["stakeholder"] for response in responses] or any(
        set(response) == {"stakeholder"} for response in responses
    )
    who, how = spread(STAKEHOLDERS, people), spread(ANSWERED, responses)
    rows = []
    for person in people:
        number, response = by_id.get(person["id"], (None, {}))
        rows.append((*cells(person, who), *cells(response, how), number if needs_place else None))
    return Grid("stakeholders", (*who, *how, PLACE), rows)


def ratings(document: Document, framework: Framework, language: str) -> Grid:
    """The sheet of answers: one row an indicator, one column a stakeholder."""
    said = {response["stakeholder"]: response.get("ratings", {}) for response in document["responses"]}
    agreed = document.get("agreed", {}).get("ratings", {})
    columns = tuple(
        Column(person["id"], "rating", "", (), "rating", 14, rated_by=person["id"])
        for person in document["stakeholders"]
    )
    rows: list[tuple[Value, ...]] = []
    for indicator in framework.indicators:
        answers = [said.get(column.rated_by, {}).get(indicator.id) for column in columns]
        rows.append((*in_words(indicator, framework, language), agreed.get(indicator.id), *answers))
    return Grid("ratings", (*RATINGS, AGREED, *columns), rows)


def in_words(indicator: Indicator, framework: Framework, language: str) -> tuple[str, str, str]:
    """An indicator's id, its statement, and what each step of the scale means for it."""
    meanings = indicator.descriptors or [step.meaning or step.name for step in framework.scale.steps]
    steps = [
        f"{number_text(step.value)} {in_language(step.name, language)}: {in_language(meaning, language)}"
        for step, meaning in zip(framework.scale.steps, meanings, strict=True)
    ]
    return indicator.id, in_language(indicator.statement, language), "\n".join(steps)


def spread(columns: Iterable[Column], objects: Sequence[Document]) -> tuple[Column, ...]:
    """The columns, with one more for each language that a text of these objects comes in."""

    def with_languages(column: Column) -> Iterator[Column]:
        yield column
        if column.kind == "text":
            found = (value_at(item, column.path) for item in objects)
            for language in dict.fromkeys(tag for text in found if isinstance(text, Mapping) for tag in text):
                yield column.in_tongue(language)

    return tuple(one for column in columns for one in with_languages(column))


def cells(item: Document, columns: Iterable[Column]) -> Iterator[Value]:
    """What an object says in each column."""
    for column in columns:
        yield cell(value_at(item, column.path), column)


def cell(value: Any, column: Column) -> Value:
    """One value as a cell: words as they are, lists and free data as text."""
    if column.kind == "text" and isinstance(value, Mapping):
        return None  # it stands in the columns of its languages
    if column.kind == "ids" and value is not None:
        return "; ".join(value) or EMPTY_LIST
    if column.kind in {"flag", "free"} and value is not None:
        return json.dumps(value, ensure_ascii=False)
    return value  # type: ignore[no-any-return]  # a text or a number, by the schema


def value_at(item: Any, path: Sequence[str]) -> Any:
    """What stands at a place in a document; ``None`` where nothing does."""
    for part in path:
        item = item.get(part) if isinstance(item, Mapping) else None
    return item
