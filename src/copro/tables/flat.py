"""One table of answers: wide, a row a respondent; or long, a row a rating."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from copro.findings.codes import new_finding
from copro.messages import marked, message
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.tables.fold import Folding, Part, columns_of, put_last
from copro.tables.grids import Grid, Place, Row, Sheet, Value, plain, ragged
from copro.tables.sheets import Column
from copro.tables.unfold import Document, listed

WHO = (
    Column("stakeholder", "word", marked("Id"), (), width=12),
    Column("perspective", "word", marked("Speaks as"), (), width=30),
)
"""The first columns of either table."""

LONG = (
    *WHO,
    Column("indicator", "word", marked("Indicator"), (), width=22),
    Column("rating", "rating", marked("Rating"), ("rating",), width=16),
    Column("comment", "string", marked("In their own words"), ("comment",), width=70),
)

ANSWER = Column("rating", "rating", marked("Rating"), ())
"""Any further column of a wide table."""

LEFT_BEHIND = (
    ("about", marked("what is said about the initiative and about the assessment itself")),
    ("organisation", marked("organisations")),
    ("own_answers", marked("what people said of their own lives and their pay")),
    ("answered", marked("when and how people answered, and how far their words may be shown")),
    ("comments", marked("comments")),
    ("response_evidence", marked("which evidence goes with which rating")),
    ("participation", marked("how far people took part in decisions")),
    ("silent", marked("people without any answer, and answers without any rating")),
    ("agreed", marked("what was agreed after talking")),
    ("sides", marked("which sides were invited or declined")),
    ("decisions", marked("decisions")),
    ("commitments", marked("promises")),
    ("evidence", marked("evidence")),
    ("terms", marked("words of your own for perspectives")),
    ("extra", marked("free data")),
)
"""What one table cannot hold, in the words in which it is told."""


def wide(document: Document, framework: Framework) -> Grid:
    """A row a stakeholder, a column an indicator."""
    ids = [indicator.id for indicator in framework.indicators]
    said = {response["stakeholder"]: response.get("ratings", {}) for response in document["responses"]}
    columns = (*WHO, *(Column(name, "rating", "", (), rated_by=name) for name in ids))
    rows: list[tuple[Value, ...]] = [
        (person["id"], person["perspective"], *(said.get(person["id"], {}).get(name) for name in ids))
        for person in document["stakeholders"]
    ]
    return Grid("answers", columns, rows)


def long(document: Document) -> Grid:
    """A row for each indicator that a stakeholder rated or spoke about."""
    places = {person["id"]: person["perspective"] for person in document["stakeholders"]}
    rows = [
        ((who, places[who], name), {"rating": ratings.get(name), "comment": comments.get(name)})
        for response in document["responses"]
        for who in [response["stakeholder"]]
        for ratings, comments in [(response.get("ratings", {}), response.get("comments", {}))]
        for name in dict.fromkeys((*ratings, *comments))
    ]
    return listed("answers", LONG, rows) if rows else Grid("answers", LONG, [])


def left_behind(document: Document, *, has_comments: bool) -> Iterator[Finding]:
    """Say which parts of an assessment one table does not hold."""
    people, responses = document["stakeholders"], document["responses"]
    own = {"stakeholder", "ratings", "comments", "evidence", "participation", "extra"}
    answered = {response["stakeholder"] for response in responses}
    kept = ("ratings", "comments") if has_comments else ("ratings",)
    there = {
        "about": True,
        "organisation": any("organisation" in person for person in people),
        "own_answers": any("direct" in person or "pay_depends" in person for person in people),
        "answered": any(set(response) - own for response in responses),
        "comments": not has_comments and any("comments" in response for response in responses),
        "response_evidence": any("evidence" in response for response in responses),
        "participation": any("participation" in response for response in responses),
        "silent": any(not any(response.get(part) for part in kept) for response in responses)
        or (has_comments and any(person["id"] not in answered for person in people)),
        "sides": "invited" in document or "declined" in document,
        "extra": any("extra" in part for part in (document, *people, *responses)),
    }
    for name, words in LEFT_BEHIND:
        if there.get(name, name in document):
            text = message("Left behind: {what}.", what=message(words))
            yield new_finding("left-behind", text)


def is_long(sheet: Sheet) -> bool:
    """Whether a table has a row a rating."""
    headings = {plain(str(cell)) for cell in sheet.heading.cells}
    return {"stakeholder", "indicator", "rating"} <= headings


def is_wide(sheet: Sheet) -> bool:
    """Whether a table has a row a respondent."""
    return [plain(str(cell)) for cell in sheet.heading.cells[:2]] == ["stakeholder", "perspective"]


def read_wide(sheet: Sheet, work: Folding) -> None:
    """Read a row a respondent; the first two columns say who it is, each further one is an indicator."""
    work.findings += ragged(sheet)
    names = [str(cell or "").strip() for cell in sheet.heading.cells]
    for index in range(2, len(names)):
        if not names[index] and any(row.cell(index) is not None for row in sheet.rows):
            text = message("This column has no heading.")
            work.say(sheet.place(sheet.heading, index), "unknown-column", text)
        elif names[index] and names[index] in names[2:index]:
            text = message("Another column is headed {heading!r}.", heading=names[index])
            work.say(sheet.place(sheet.heading, index), "duplicate-heading", text)
    for row in sheet.rows:
        who = person(row, {"stakeholder": 0, "perspective": 1}, sheet, work)
        if who is None:
            continue
        if who in work.responses:
            text = message("Another row is about the same person already.")
            work.say(sheet.place(row, 0), "duplicate-row", text)
            continue
        for index in (index for index in range(2, len(names)) if names[index]):
            place = sheet.place(row, index)
            value = work.read(row.cell(index), ANSWER, place)
            if value is not None:
                work.response_of(who, sheet.place(row, 0)).take(
                    ("ratings", names[index]), value, place, sheet.place(sheet.heading, index)
                )


def read_long(sheet: Sheet, work: Folding) -> None:
    """Read a row a rating."""
    columns = columns_of(sheet, LONG, work)
    at = {column.name: index for index, column in columns.items()}
    seen: set[tuple[str, str]] = set()
    for row in sheet.rows:
        who = person(row, at, sheet, work)
        indicator = str(row.cell(at.get("indicator")) or "").strip()
        named_at = sheet.place(row, at.get("indicator"))
        if who is None:
            continue
        if not indicator or (who, indicator) in seen:
            text = message("Another row is about the same person and {name!r} already.", name=indicator)
            needed = message("This row needs something under {heading!r}.", heading="indicator")
            work.say(named_at, "duplicate-row" if indicator else "empty-cell", text if indicator else needed)
            continue
        seen.add((who, indicator))
        for index, column in columns.items():
            if column.path:
                part = "ratings" if column.name == "rating" else "comments"
                place = sheet.place(row, index)
                value = work.read(row.cell(index), column, place)
                if value is not None:
                    work.response_of(who, sheet.place(row, 0)).take((part, indicator), value, place, named_at)


def person(row: Row, at: Mapping[str, int], sheet: Sheet, work: Folding) -> str | None:
    """Whose row it is; a new stakeholder is added to the document."""
    name = str(row.cell(at.get("stakeholder")) or "").strip()
    place = sheet.place(row, at.get("stakeholder"))
    if not name:
        text = message("This row needs something under {heading!r}.", heading="stakeholder")
        work.say(place, "empty-cell", text)
        return None
    perspective = str(row.cell(at.get("perspective")) or "").strip()
    known = work.people
    if name not in known:
        made: dict[str, Any] = {"id": name, **({"perspective": perspective} if perspective else {})}
        known[name] = made
        where = sheet.place(row, at.get("perspective"))
        put_last(("stakeholders",), Part(made, {(): place, ("id",): place, ("perspective",): where}), work)
    elif perspective and known[name].setdefault("perspective", perspective) != perspective:
        text = message("The same person speaks from another place elsewhere.")
        work.say(sheet.place(row, at.get("perspective")), "other-perspective", text)
    return name


def merged(base: Mapping[str, Any], work: Folding) -> None:
    """Add what was read to a document that is there already: new stakeholders, new responses."""
    whole = work.whole
    read_people: Sequence[dict[str, Any]] = whole.value.pop("stakeholders", [])
    old_places, whole.places = whole.places, {}
    whole.value = {**base, "stakeholders": list(base.get("stakeholders", ()))}
    there = {one["id"]: one for one in whole.value["stakeholders"]}
    places_of: dict[str, dict[tuple[str, ...], Place]] = {str(number): {} for number in range(len(read_people))}
    for path, at in old_places.items():
        places_of[path[1]][path[2:]] = at
    for number, one in enumerate(read_people):
        places = places_of[str(number)]
        if one["id"] not in there:
            put_last(("stakeholders",), Part(one, places), work)
        elif one.get("perspective", there[one["id"]]["perspective"]) != there[one["id"]]["perspective"]:
            text = message("The same person speaks from another place elsewhere.")
            work.say(places["perspective",], "other-perspective", text)
    whole.value["responses"] = list(base.get("responses", ()))
    for part in work.responses.values():
        put_last(("responses",), part, work)
