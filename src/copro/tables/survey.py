"""Read the export of a survey tool by a mapping: what is not mapped never gets in."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from copro.findings.codes import new_finding
from copro.messages import counted, message
from copro.model.assessment import Collected
from copro.model.framework import Framework
from copro.model.mapping import ColumnName, SurveyMapping
from copro.model.suggest import did_you_mean
from copro.model.values import UNDISCLOSED, Unrated
from copro.tables.cells import CellError
from copro.tables.flat import merged
from copro.tables.fold import Folding, Part, heading_text, put_last
from copro.tables.grids import Row, Sheet, Value, number_text, plain, ragged
from copro.tables.words import cell_text

TOOL_ID = re.compile(r"(?=.*[0-9])[A-Za-z0-9]+([-_][A-Za-z0-9]+)*")
"""An id that a survey tool gives: letters and digits, at least one digit, so that no name passes for one."""

ADDRESS = re.compile(r"[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.[^\s@<>()\[\],;:.]+")
"""Something like an e-mail address."""

ISO_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})([T ].*)?", re.DOTALL)
FIRST_DAY_OF_WORKBOOKS = dt.date(1899, 12, 30)
MOST_OPEN = ("known_people", "closed_group", "open_link")
LONGEST_SHOWN = 60


@attrs.frozen
class Export:
    """An export on its way: the table, its mapping and framework, and what its columns are."""

    sheet: Sheet
    mapping: SurveyMapping
    framework: Framework
    work: Folding
    used: set[int] = attrs.field(factory=set)

    def column(self, named: ColumnName | None) -> int | None:
        """Find a column by its heading or position; ``None``, and a finding, where it is not there."""
        if named is None:
            return None
        headings = [heading_text(cell) for cell in self.sheet.heading.cells]
        if isinstance(named, int):
            found = [named - 1] if named <= len(headings) else []
        else:
            exact = [index for index, heading in enumerate(headings) if heading == named.strip()]
            found = exact or [index for index, heading in enumerate(headings) if plain(heading) == plain(named)]
        if len(found) == 1:
            self.used.add(found[0])
            return found[0]
        at = self.sheet.place(self.sheet.heading, None)
        if found:
            positions = ", ".join(str(index + 1) for index in found)
            text = message("More than one column is headed {heading!r}.", heading=shortened(str(named)))
            hint = message("Name it by its position: one of {positions}.", positions=positions)
            self.work.say(at, "ambiguous-column", text, hint)
            return None
        text = message("No column is headed {heading!r}.", heading=shortened(str(named)))
        lone = message("The table has one column only. Does the mapping name the right delimiter?")
        guess = did_you_mean(str(named), map(shortened, headings))
        self.work.say(at, "unknown-column", text, lone if len(headings) == 1 else guess)
        return None


def read_export(
    sheets: Iterable[Sheet], work: Folding, mapping: SurveyMapping, framework: Framework, base: Mapping[str, Any] | None
) -> None:
    """Read an export as responses.

    Args:
        sheets: The tables of the file.
        work: Where the document grows.
        mapping: What its columns and answers mean.
        framework: The framework that the mapping names.
        base: The assessment that the responses are added to; else the mapping says what it is about.
    """
    sheet = answer_sheet(list(sheets), work, mapping)
    if sheet is not None:
        work.findings += ragged(sheet)
        export = Export(sheet, mapping, framework, work)
        read_rows(export)
        tell_left_out(export)
    document = about(mapping) if base is None else dict(base)
    if base is not None:
        join(document, work, mapping)
    merged(document, work)


def about(mapping: SurveyMapping) -> dict[str, Any]:
    """What the mapping says about the assessment, as an assessment document says it."""
    facts = mapping.about
    said: dict[str, Any] = {
        "format": "copro/assessment/1",
        "id": facts.id,
        "title": thawed(facts.title),
        "framework": mapping.framework,
        "initiative": {"id": facts.initiative.id, "name": thawed(facts.initiative.name)},
        "language": facts.language,
        "collected": facts.collected,
    }
    if facts.period is not None:
        said["period"] = {"start": facts.period.start.isoformat(), "end": facts.period.end.isoformat()}
    return said


def thawed(text: Any) -> Any:
    """A text as a document holds it."""
    return text if isinstance(text, str) else dict(text)


def join(document: dict[str, Any], work: Folding, mapping: SurveyMapping) -> None:
    """See that responses fit the assessment they are added to; the more open way of collecting counts."""
    if document["framework"] != mapping.framework:
        text = message(
            "The mapping is for {one!r}, but the assessment names {other!r}.",
            one=mapping.framework,
            other=document["framework"],
        )
        work.findings.append(new_finding("framework-mismatch", text))
    before: Collected = document.get("collected", "known_people")
    if before != mapping.about.collected:
        document["collected"] = max(before, mapping.about.collected, key=MOST_OPEN.index)
        text = message(
            "Answers were collected in two ways; the whole now says {collected!r}.", collected=document["collected"]
        )
        work.findings.append(new_finding("collected-differs", text))


def answer_sheet(sheets: list[Sheet], work: Folding, mapping: SurveyMapping) -> Sheet | None:
    """The table of answers, from its row of headings on."""
    name = mapping.table.sheet
    found = next((sheet for sheet in sheets if name is None or plain(sheet.name) == plain(name)), None)
    if found is None:
        if name is not None and sheets:
            hint = did_you_mean(name, [sheet.name for sheet in sheets])
            text = message("There is no sheet {name!r}.", name=name)
            work.findings.append(new_finding("missing-sheet", text, hint, file=sheets[0].file))
        return None
    rows = [row for row in (found.heading, *found.rows) if row.number >= mapping.table.heading_row]
    if not rows or rows[0].number != mapping.table.heading_row:
        text = message(
            "Row {row} is empty; the mapping says that it holds the headings.", row=mapping.table.heading_row
        )
        work.say(found.place(Row(mapping.table.heading_row, ()), None), "empty-table", text)
        return None
    return attrs.evolve(found, heading=rows[0], rows=rows[1:])


def read_rows(export: Export) -> None:
    """Read every respondent."""
    mapping, work = export.mapping, export.work
    whose = export.column(mapping.respondent.column)
    if mapping.respondent.column is not None and whose is None:
        return
    speaks = export.column(mapping.perspective.column)
    places = perspective_words(export)
    day = export.column(mapping.date.column) if mapping.date is not None else None
    quote = export.column(mapping.quote.column) if mapping.quote is not None else None
    ratings = [(export.column(one.column), one, rating_words(export, one.answers)) for one in mapping.ratings]
    comments = [(export.column(one.column), one.indicator) for one in mapping.comments]
    for number, row in enumerate(export.sheet.rows, 1):
        name = respondent_id(export, row, whose, number)
        if name is None:
            continue
        at = export.sheet.place(row, whose)
        if name in work.responses:
            work.say(at, "duplicate-row", message("Another row has the same respondent."))
            continue
        chosen = mapping.perspective.always or choose(export, row, speaks, places, mapping.perspective.several)
        person = {"id": name, "perspective": chosen or UNDISCLOSED}
        where = {(): at, ("id",): at, ("perspective",): export.sheet.place(row, speaks)}
        work.whole.value.setdefault("stakeholders", [])
        put_last(("stakeholders",), Part(person, where), work)
        response = work.response_of(name, at)
        if mapping.date is not None:
            response.take(("date",), date_of(export, row, day), export.sheet.place(row, day))
        if mapping.quote is not None:
            words = {plain(text): word for text, word in mapping.quote.answers.items()}
            response.take(("quote",), choose(export, row, quote, words), export.sheet.place(row, quote))
        for index, question, rating_of in ratings:
            rating = choose(export, row, index, rating_of)
            response.take(("ratings", question.indicator), rating, export.sheet.place(row, index))
        for index, indicator in comments:
            words_said = comment_in(export, row, index)
            response.take(("comments", indicator), words_said, export.sheet.place(row, index))


def respondent_id(export: Export, row: Row, index: int | None, number: int) -> str | None:
    """The id of a respondent: the prefix and a number, or what the survey tool calls the row.

    What is in the cell is never printed: it may be a name.
    """
    prefix = export.mapping.respondent.prefix
    if index is None:
        return f"{prefix}{number}"
    found = cell_text(row.cell(index)).strip()
    if not TOOL_ID.fullmatch(found) or len(found) > 100:
        text = message("This is not an id that a survey tool gives: letters and digits, with a digit at least.")
        hint = message("Never use names or e-mail addresses. Leave 'column' out, and rows are numbered.")
        export.work.say(export.sheet.place(row, index), "not-an-id", text, hint)
        return None
    return f"{prefix}{found.lower().replace('_', '-')}"


def perspective_words(export: Export) -> dict[str, str]:
    """What people could choose as the place they speak from."""
    given = export.mapping.perspective.answers
    if given:
        return {plain(text): place for text, place in given.items()}
    names: dict[str, str] = {UNDISCLOSED: UNDISCLOSED}
    for place in export.framework.perspectives:
        names[place.id] = place.id
        for name in [place.name] if isinstance(place.name, str) else place.name.values():
            names[plain(name)] = place.id
    return names


def rating_words(export: Export, own: Mapping[str, Any]) -> dict[str, Any]:
    """What people could choose as a rating: by the question, by the mapping, or by the framework."""
    given = own or export.mapping.answers
    if given:
        return {plain(text): rating for text, rating in given.items()}
    words: dict[str, Any] = {str(word): word for word in Unrated}
    for step in export.framework.scale.steps:
        words[number_text(step.value)] = step.value
        for name in [step.name] if isinstance(step.name, str) else step.name.values():
            words[plain(name)] = step.value
    return words


def choose(export: Export, row: Row, index: int | None, words: Mapping[str, Any], several: str | None = None) -> Any:
    """What a respondent chose; ``None`` where that is nothing, or nothing known."""
    cell = row.cell(index)
    if index is None or cell is None or not cell_text(cell).strip():
        return None
    try:
        return chosen(cell_text(cell), words, several)
    except CellError as fault:
        export.work.say(export.sheet.place(row, index), fault.code, fault.text, fault.hint)
        return None


def chosen(text: str, words: Mapping[str, Any], several: str | None) -> Any:
    """What a text means; survey tools end or divide what was ticked with a semicolon."""
    if plain(text) in words:
        return words[plain(text)]
    parts = [part for part in text.split(";") if part.strip()]
    if len(parts) == 1 and plain(parts[0]) in words:
        return words[plain(parts[0])]
    if len(parts) > 1 and all(plain(part) in words for part in parts):
        if several is not None:
            return several
        hint = message("Ask which one counts, or say in the mapping what 'several' stand for.")
        raise CellError("several-answers", message("{count} answers are ticked here.", count=len(parts)), hint)
    meant = did_you_mean(plain(text), words, message("Add it to 'answers' in the mapping."))
    raise CellError("unknown-answer", message("The mapping does not have the answer in this cell."), meant)


def shortened(text: str) -> str:
    """A text that may be long, as a message shows it."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 3]}..."


def date_of(export: Export, row: Row, index: int | None) -> str | None:
    """The day of a response, year-month-day."""
    cell = row.cell(index)
    if index is None or cell is None or not cell_text(cell).strip():
        return None
    form = export.mapping.date.format if export.mapping.date is not None else None
    found = day_of(cell, None if export.sheet.in_workbook and ISO_DAY.fullmatch(cell_text(cell)) else form)
    if found is None:
        text = message("This is not a day that the mapping can read.")
        hint = message("Say in the mapping how days are written, such as {form}.", form="%d/%m/%Y")
        export.work.say(export.sheet.place(row, index), "bad-date", text, hint)
    return found


def day_of(cell: Value, form: str | None) -> str | None:
    """A day from what a cell holds; a number counts the days of a workbook."""
    try:
        if isinstance(cell, int | float):
            return (FIRST_DAY_OF_WORKBOOKS + dt.timedelta(days=int(cell))).isoformat()
        text = str(cell).strip()
        if form is not None:
            return dt.datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007  the day as written is meant
        found = ISO_DAY.fullmatch(text)
        return dt.date.fromisoformat(found[1]).isoformat() if found else None
    except (ValueError, OverflowError):
        return None


def comment_in(export: Export, row: Row, index: int | None) -> str | None:
    """A respondent's own words, without e-mail addresses."""
    cell = row.cell(index)
    if cell is None or not cell_text(cell).strip():
        return None
    words, found = ADDRESS.subn(message("[e-mail address left out]"), cell_text(cell))
    if found:
        text = message("An e-mail address in these words was left out.")
        place = export.sheet.place(row, index)
        export.work.findings.append(place.finding("address-left-out", text))
    return words


def tell_left_out(export: Export) -> None:
    """Say which columns are not mapped, and so did not get in."""
    headings = [heading_text(cell) for cell in export.sheet.heading.cells]
    left = [shortened(heading) for index, heading in enumerate(headings) if index not in export.used and heading]
    if left:
        text = counted(
            "Left out: {count} column: {names}.",
            "Left out: {count} columns: {names}.",
            len(left),
            names="; ".join(left),
        )
        place = export.sheet.place(export.sheet.heading, None)
        export.work.findings.append(place.finding("columns-left-out", text))
