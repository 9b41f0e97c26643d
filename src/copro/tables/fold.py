"""Put an assessment document together from its tables, and keep in mind which cell each value came from."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from copro.documents.pointers import pointer_text
from copro.messages import counted, message
from copro.model.finding import Finding, FindingCode
from copro.model.suggest import did_you_mean
from copro.tables.at_cells import KEY
from copro.tables.cells import CellError, Labels, understood
from copro.tables.grids import Place, Row, Sheet, Value, id_from, number_text, plain, ragged
from copro.tables.sheets import (
    ABOUT,
    AGREED,
    ANSWERED,
    COMMENTS,
    EMPTY_OBJECT,
    PARTICIPATION,
    PARTS_THAT_MAY_BE_EMPTY,
    PLACE,
    RATINGS,
    SHEETS,
    STAKEHOLDERS,
    Column,
    Path,
)
from copro.tables.unfold import value_at


@attrs.define
class Part:
    """A piece of the document, and the cells that it came from, by the place within it."""

    value: dict[str, Any] = attrs.field(factory=dict)
    places: dict[tuple[str, ...], Place] = attrs.field(factory=dict)

    def put(self, path: Path, value: Any) -> None:
        """Set a value somewhere within."""
        *way, last = path
        inner = self.value
        for part in way:
            inner = inner.setdefault(part, {})
        inner[last] = value

    def take(self, path: Path, value: Any, place: Place, named_at: Place | None = None) -> None:
        """Set a value, unless there is none, and remember its cell and that of its name."""
        if value is not None:
            self.put(path, value)
            self.places[path] = place
            self.places[*path, KEY] = named_at or place

    def take_in(self, path: tuple[str | int, ...], part: "Part") -> None:
        """Remember the places of a part that stands somewhere within this one."""
        at = tuple(map(str, path))
        self.places.update({(*at, *inner): place for inner, place in part.places.items()})


@attrs.define
class Folding:
    """An assessment document on its way from tables: what is there so far, and what was wrong."""

    labels: Labels
    whole: Part = attrs.field(factory=Part)
    responses: dict[str, Part] = attrs.field(factory=dict)
    order: dict[str, int] = attrs.field(factory=dict)
    findings: list[Finding] = attrs.field(factory=list)
    people: dict[str, dict[str, Any]] = attrs.field(factory=dict)

    def say(self, place: Place, code: FindingCode, text: str, hint: str | None = None, path: Path = ()) -> None:
        """Note a fault at a cell."""
        self.findings.append(place.finding(code, text, hint, pointer=pointer_text(path)))

    def response_of(self, stakeholder: str, place: Place) -> Part:
        """The response of a stakeholder, started with the first cell that says something of it."""
        if stakeholder not in self.responses:
            self.responses[stakeholder] = Part({"stakeholder": stakeholder}, {("stakeholder",): place, (): place})
        return self.responses[stakeholder]

    def read(self, cell: Value, column: Column, place: Place) -> Any:
        """Understand a cell; ``None`` where it is empty or at fault."""
        try:
            return understood(cell, column, self.labels)
        except CellError as fault:
            self.say(place, fault.code, fault.text, fault.hint)
            return None


def fold(sheets: Sequence[Sheet], labels: Labels) -> tuple[dict[str, Any], dict[tuple[str, ...], Place], list[Finding]]:
    """Put an assessment document together.

    Args:
        sheets: The tables that were read.
        labels: What a workbook shows for the words of the format; empty for CSV files.

    Returns:
        The document, unchecked; the cell of each of its values, also of those that are not there;
        and what could not be understood.
    """
    work = Folding(labels)
    known: dict[str, Sheet] = {}
    for sheet in sheets:
        name = plain(sheet.name)
        if name in SHEETS and name not in known:
            known[name] = sheet
    read_about(known.get("about"), work)
    read_stakeholders(known.get("stakeholders"), work)
    read_ratings(known.get("ratings"), work)
    for name in ("comments", "participation"):
        read_answers(name, known.get(name), work)
    for name in ("decisions", "commitments", "evidence"):
        read_list(name, known.get(name), work)
    read_sides(known.get("sides"), work)
    read_events(known.get("events"), work)
    read_terms(known.get("terms"), work)
    read_responses(work)
    return {"format": "copro/assessment/1", **work.whole.value}, work.whole.places, work.findings


def columns_of(sheet: Sheet, known: Iterable[Column], work: Folding, *, strict: bool = True) -> dict[int, Column]:
    """Tell by its heading what each column of a sheet holds."""
    by_name = {column.name: column for column in known}
    shown = work.labels.get(f"headings of {plain(sheet.name)}", {})
    found: dict[int, Column] = {}
    work.findings += ragged(sheet)
    for index, cell in enumerate(sheet.heading.cells):
        heading = heading_text(cell)
        name = shown.get(plain(heading), heading)
        if plain(name).replace(" ", "_") in by_name:
            name = plain(name).replace(" ", "_")
        base, _, language = name.partition(":")
        place = sheet.place(sheet.heading, index)
        if name in (column.name for column in found.values()):
            work.say(place, "duplicate-heading", message("Another column is headed {heading!r}.", heading=heading))
        elif name in by_name:
            found[index] = by_name[name]
        elif language and base in by_name and by_name[base].kind == "text":
            found[index] = by_name[base].in_tongue(language)
        elif not strict and heading:
            found[index] = Column(name, "rating", "", (), "rating", rated_by=name)
        elif heading or any(row.cell(index) is not None for row in sheet.rows):
            hint = did_you_mean(name, [*by_name, *shown], message("Delete the column."))
            work.say(place, "unknown-column", message("No column is headed {heading!r}.", heading=heading), hint)
    return found


def heading_text(cell: Value) -> str:
    """The words of a heading."""
    return "" if cell is None else (cell if isinstance(cell, str) else number_text(cell)).strip()


def part_of(row: Row, columns: Mapping[int, Column], sheet: Sheet, work: Folding) -> Part:
    """Read an object from a row."""
    part = Part(places={(): sheet.place(row, next(iter(columns), None))})
    for index, column in columns.items():
        place = sheet.place(row, index)
        part.places.setdefault(column.path, place)
        value = work.read(row.cell(index), column, place)
        if value is None:
            continue
        part.places[column.path] = place
        if clashes(part, column):
            text = message("This text is there in one language and in several.")
            work.say(place, "two-texts", text, message("Keep one of the two."))
        else:
            part.put(column.path, value)
    return part


def clashes(part: Part, column: Column) -> bool:
    """Whether a text is given both in the document's language and language by language."""
    if column.kind != "text":
        return False
    way = column.path[:-1] if column.language is not None else column.path
    there: Any = part.value
    for name in way:
        there = there.get(name) if isinstance(there, dict) else None
    return isinstance(there, str) if column.language is not None else there is not None


def read_about(sheet: Sheet | None, work: Folding) -> None:
    """Read what is said once."""
    if sheet is None:
        return
    columns = columns_of(sheet, SHEETS["about"], work)
    names = {column.name: index for index, column in columns.items()}
    values = {index: column for index, column in columns.items() if column.base == "value"}
    rows = {column.name: column for column in ABOUT}
    seen: set[str] = set()
    work.whole.places[()] = Place(file=sheet.file, sheet=sheet.name if sheet.in_workbook else None)
    for row in sheet.rows:
        name, at = str(row.cell(names.get("property")) or "").strip(), sheet.place(row, names.get("property"))
        if name not in rows or name in seen:
            hint = did_you_mean(name, rows) if name not in rows else None
            text = message("{name!r} is not a property, or is there already.", name=name)
            work.say(at, "unknown-property", text, hint)
            continue
        seen.add(name)
        read_property(row, rows[name], values, sheet, work)
    work.whole.value.setdefault("initiative", {})
    for path, words in ((("id",), ("title",)), (("initiative", "id"), ("initiative", "name"))):
        text = value_at(work.whole.value, words)
        name = id_from(next(iter(text.values()), "") if isinstance(text, dict) else text or "")
        if name and value_at(work.whole.value, path) is None:
            work.whole.put(path, name)


def read_property(row: Row, column: Column, values: Mapping[int, Column], sheet: Sheet, work: Folding) -> None:
    """Read one row of ``about``."""
    for index, of in values.items():
        place = sheet.place(row, index)
        work.whole.places.setdefault(column.path, place)
        cell = row.cell(index)
        if cell is None or cell == "":
            continue
        if column.name in PARTS_THAT_MAY_BE_EMPTY:
            if str(cell).strip() == EMPTY_OBJECT:
                work.whole.value.setdefault(column.name, {})
            else:
                text = message("This row can only say {word}.", word=EMPTY_OBJECT)
                work.say(place, "unknown-word", text, path=column.path)
            continue
        if of.language is not None and column.kind != "text":
            work.say(place, "not-here", message("Only words that people read come in several languages."))
            continue
        own = column.in_tongue(of.language) if of.language is not None else column
        value = work.read(cell, own, place)
        if value is not None and clashes(work.whole, own):
            text = message("This text is there in one language and in several.")
            work.say(place, "two-texts", text, message("Keep one of the two."))
        else:
            work.whole.take(own.path, value, place)


def read_stakeholders(sheet: Sheet | None, work: Folding) -> None:
    """Read who takes part and how they answered."""
    people: list[Part] = []
    if sheet is not None:
        columns = columns_of(sheet, SHEETS["stakeholders"], work)
        who = {index: column for index, column in columns.items() if column.base in {c.name for c in STAKEHOLDERS}}
        how = {index: column for index, column in columns.items() if column in ANSWERED}
        where = next((index for index, column in columns.items() if column is PLACE), None)
        for row in sheet.rows:
            person = part_of(row, who, sheet, work)
            answers = part_of(row, how, sheet, work)
            number = work.read(row.cell(where), PLACE, sheet.place(row, where)) if where is not None else None
            people.append(person)
            name = person.value.get("id", "")
            if name and (answers.value or number is not None):
                response = work.response_of(name, person.places.get(("id",), sheet.place(row, None)))
                response.value.update(answers.value)
            if isinstance(number, int):
                work.order[name] = number
            if name in work.responses:
                work.responses[name].places.update({path: at for path, at in answers.places.items() if path})
    work.whole.value["stakeholders"] = [person.value for person in people]
    for index, person in enumerate(people):
        work.whole.take_in(("stakeholders", index), person)


def read_ratings(sheet: Sheet | None, work: Folding) -> None:
    """Read the answers: one row an indicator, one column a stakeholder."""
    if sheet is None:
        return
    columns = columns_of(sheet, (*RATINGS, AGREED), work, strict=False)
    names = {column.name: index for index, column in columns.items()}
    seen: set[str] = set()
    for row in sheet.rows:
        at = sheet.place(row, names.get("indicator_id"))
        indicator = str(row.cell(names.get("indicator_id")) or "").strip()
        answers = {index: column for index, column in columns.items() if column.kind == "rating"}
        if not indicator or indicator in seen:
            if any(row.cell(index) is not None for index in answers):
                text = message("This row needs the id of an indicator.")
                again = message("Another row is about {name!r} already.", name=indicator)
                work.say(at, "duplicate-row" if indicator else "empty-cell", again if indicator else text)
            continue
        seen.add(indicator)
        for index, column in answers.items():
            place = sheet.place(row, index)
            value = work.read(row.cell(index), column, place)
            if column.rated_by is None:
                work.whole.take(("agreed", "ratings", indicator), value, place, at)
            elif value is not None:
                response = work.response_of(column.rated_by, sheet.place(sheet.heading, index))
                response.take(("ratings", indicator), value, place, at)


def read_answers(name: str, sheet: Sheet | None, work: Folding) -> None:
    """Read comments with their evidence, or how far people took part: one row a stakeholder and a thing."""
    if sheet is None:
        return
    columns = columns_of(sheet, SHEETS[name], work)
    names = {column.name: index for index, column in columns.items()}
    own = {index: column for index, column in columns.items() if column.path}
    who, what = ((COMMENTS if name == "comments" else PARTICIPATION)[number].name for number in (0, 1))
    seen: set[tuple[str, str]] = set()
    for row in sheet.rows:
        key = tuple(str(row.cell(names.get(one)) or "").strip() for one in (who, what))
        part = part_of(row, own, sheet, work)
        if not all(key):
            column = who if not key[0] else what
            text = message("This row needs something under {heading!r}.", heading=column)
            work.say(sheet.place(row, names.get(column)), "empty-cell", text)
            continue
        stakeholder, thing = key
        if (stakeholder, thing) in seen:
            text = message("Another row is about the same person and {name!r} already.", name=thing)
            work.say(sheet.place(row, names.get(who)), "duplicate-row", text)
            continue
        seen.add((stakeholder, thing))
        if not part.value and any(row.cell(index) is not None for index in own):
            continue  # what its cells hold is told already
        if not part.value:
            text = message("This row says nothing about {name!r}.", name=thing)
            work.say(sheet.place(row, next(iter(own), None)), "empty-cell", text)
            continue
        response = work.response_of(stakeholder, sheet.place(row, names.get(who)))
        for path, value in part.value.items():
            response.take((path, thing), value, part.places[path,], sheet.place(row, names.get(what)))


def read_list(name: str, sheet: Sheet | None, work: Folding) -> None:
    """Read a sheet of one object a row."""
    if sheet is None:
        return
    columns = columns_of(sheet, SHEETS[name], work)
    for row in sheet.rows:
        put_last((name,), part_of(row, columns, sheet, work), work)


def put_last(at: Path, part: Part, work: Folding) -> None:
    """Add an object to a list of the document."""
    there: list[Any] = work.whole.value.setdefault(at[0], [])
    there.append(part.value)
    work.whole.take_in((*at, len(there) - 1), part)


def read_sides(sheet: Sheet | None, work: Folding) -> None:
    """Read which sides were invited, and which declined."""
    if sheet is None:
        return
    columns = columns_of(sheet, SHEETS["sides"], work)
    first = next((index for index, column in columns.items() if column.name == "what"), None)
    own = {index: column for index, column in columns.items() if column.path}
    for row in sheet.rows:
        place = sheet.place(row, first)
        part = part_of(row, own, sheet, work)
        what = work.read(row.cell(first), SHEETS["sides"][0], place)
        if what in {"invited", "declined"}:
            put_last((what,), part, work)
        elif what is not None or row.cell(first) is None:
            text = message("A side was 'invited' or has 'declined'; this says something else.")
            work.say(place, "unknown-word", text)


def read_events(sheet: Sheet | None, work: Folding) -> None:
    """Read what happened to promises, in the order of the rows."""
    if sheet is None:
        return
    columns = columns_of(sheet, SHEETS["events"], work)
    first = next((index for index, column in columns.items() if column.name == "commitment"), None)
    own = {index: column for index, column in columns.items() if column.path}
    there = {promise.get("id"): number for number, promise in enumerate(work.whole.value.get("commitments", ()))}
    for row in sheet.rows:
        name = str(row.cell(first) or "").strip()
        part = part_of(row, own, sheet, work)
        if name not in there:
            hint = did_you_mean(name, [str(one) for one in there if one])
            text = message("There is no {kind} {name!r}.", kind="commitment", name=name)
            work.say(sheet.place(row, first), "unknown-commitment", text, hint)
            continue
        events = work.whole.value["commitments"][there[name]].setdefault("events", [])
        events.append(part.value)
        work.whole.take_in(("commitments", there[name], "events", len(events) - 1), part)


def read_terms(sheet: Sheet | None, work: Folding) -> None:
    """Read what a project calls perspectives."""
    if sheet is None:
        return
    columns = columns_of(sheet, SHEETS["terms"], work)
    first = next((index for index, column in columns.items() if not column.path), None)
    own = {index: column for index, column in columns.items() if column.path}
    for row in sheet.rows:
        place = sheet.place(row, first)
        part = part_of(row, own, sheet, work)
        name = work.read(row.cell(first), SHEETS["terms"][0], place)
        if name is None and row.cell(first) is None:
            text = message("This row needs something under {heading!r}.", heading="perspective")
            work.say(place, "empty-cell", text)
        elif name in work.whole.value.get("terms", {}):
            work.say(place, "duplicate-row", message("Another row is about {name!r} already.", name=name))
        elif name is not None and "term" in part.value:
            work.whole.take(("terms", name), part.value["term"], part.places["term",], place)
        elif name is not None and all(row.cell(index) is None for index in own):
            text = message("This row says nothing about {name!r}.", name=name)
            work.say(sheet.place(row, next(iter(own), None)), "empty-cell", text)


def read_responses(work: Folding) -> None:
    """Put responses in order, and leave out rows that hold nobody."""
    people = work.whole.value["stakeholders"]
    used = [n for n, person in enumerate(people) if set(person) != {"id"} or person["id"] in work.responses]
    if len(used) < len(people):
        text = counted(
            "{count} row of 'stakeholders' holds an id and nothing else; it was left out.",
            "{count} rows of 'stakeholders' hold an id and nothing else; they were left out.",
            len(people) - len(used),
        )
        place = work.whole.places["stakeholders", str(next(n for n in range(len(people)) if n not in used))]
        work.findings.append(place.finding("empty-row", text))
        moved = {str(old): str(new) for new, old in enumerate(used)}
        work.whole.places = {
            (path[0], moved[path[1]], *path[2:]) if path[:1] == ("stakeholders",) else path: place
            for path, place in work.whole.places.items()
            if path[:1] != ("stakeholders",) or path[1] in moved
        }
        work.whole.value["stakeholders"] = people = [people[n] for n in used]
    row_of = {person.get("id"): number for number, person in reversed(list(enumerate(people)))}
    last = len(people)

    def position(name: str) -> tuple[bool, int]:
        return name not in work.order, work.order.get(name, row_of.get(name, last))

    work.whole.value["responses"] = []
    for name in sorted(work.responses, key=position):
        put_last(("responses",), work.responses[name], work)
    if "agreed" in work.whole.value:
        work.whole.value["agreed"].setdefault("ratings", {})
