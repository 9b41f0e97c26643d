"""The sheets that an assessment is taken apart into: readers and writers both follow these tables."""

from collections.abc import Mapping
from typing import Literal, get_args

import attrs

from copro.messages import marked
from copro.model.promises import Right

Kind = Literal["text", "string", "word", "ids", "rating", "whole", "date", "flag", "free"]
"""What a column holds: words in one language or several, a string, a fixed word or an id, a list of ids,
a rating, a whole number, a date, yes or no, or free data as JSON."""

Path = tuple[str, ...]


@attrs.frozen
class Column:
    """One column of a sheet, or one row of the sheet ``about``.

    Attributes:
        name: Its heading in CSV files, and what every reader understands.
        kind: What its cells hold.
        heading: Its heading in a workbook, in English.
        path: Where its value stands in the object that the row describes.
        words: The list that its cells are chosen from, where there is one.
        width: How wide it is in a workbook, in characters.
        language: The language of its words, for one language of several.
        of: The name without the language.
        rated_by: In ``ratings``, whose answers these are: the id of a stakeholder.
    """

    name: str
    kind: Kind
    heading: str
    path: Path
    words: str | None = None
    width: int = 16
    language: str | None = None
    of: str = ""
    rated_by: str | None = None

    @property
    def base(self) -> str:
        """The name without the language."""
        return self.of or self.name

    def in_tongue(self, language: str) -> "Column":
        """The column that holds the same text in one language of several."""
        name = f"{self.name}:{language}"
        return attrs.evolve(self, name=name, of=self.name, path=(*self.path, language), language=language)


EMPTY_LIST = "(none)"
"""What a cell says where a list is there and empty; a list that is not there is an empty cell."""

EMPTY_OBJECT = "(empty)"
"""What the sheet ``about`` says where a part of the document is there and holds nothing."""


ABOUT = (
    Column("id", "word", marked("Id of this assessment; left empty, it is made from the title"), ("id",)),
    Column("title", "text", marked("Title"), ("title",)),
    Column("language", "word", marked("Language of the words in this workbook"), ("language",)),
    Column("framework", "word", marked("Framework that people answered"), ("framework",)),
    Column(
        "initiative_id",
        "word",
        marked("Id of the initiative; left empty, it is made from the name"),
        ("initiative", "id"),
    ),
    Column("initiative_name", "text", marked("Name of the initiative"), ("initiative", "name")),
    Column("initiative_summary", "text", marked("What the initiative does"), ("initiative", "summary")),
    Column(
        "activities",
        "ids",
        marked("What is done together, such as co-design; co-deliver"),
        ("initiative", "activities"),
    ),
    Column("stage", "word", marked("How far it has come, such as people-it"), ("initiative", "stage")),
    Column(
        "taking_part_community",
        "whole",
        marked("How many people of the community take part in all"),
        ("initiative", "taking_part", "community"),
    ),
    Column(
        "taking_part_service",
        "whole",
        marked("How many people of the services take part in all"),
        ("initiative", "taking_part", "service"),
    ),
    Column("period_start", "date", marked("First day of the time that it is about"), ("period", "start")),
    Column("period_end", "date", marked("Last day of the time that it is about"), ("period", "end")),
    Column("collected", "word", marked("How the answers were collected"), ("collected",), "collected"),
    Column("conduct", "word", marked("Who decided what about the assessment"), ("conduct",)),
    Column("initiate", "word", marked("Who decided that there would be one"), ("conduct", "initiate"), "party"),
    Column("choose_who", "word", marked("Who decided whom to ask"), ("conduct", "choose_who"), "party"),
    Column("choose_how", "word", marked("Who decided how to ask"), ("conduct", "choose_how"), "party"),
    Column("choose_when", "word", marked("Who decided when to ask"), ("conduct", "choose_when"), "party"),
    Column("publish", "word", marked("Who decides what is published"), ("conduct", "publish"), "party"),
    Column("agreed", "word", marked("What was agreed after talking"), ("agreed",)),
    Column("agreed_date", "date", marked("When people agreed on ratings after talking"), ("agreed", "date")),
    Column("agreed_note", "text", marked("How they came to agree"), ("agreed", "note")),
    Column("extra", "free", marked("Free data"), ("extra",)),
)
"""The rows of the sheet ``about``: one a property."""

PARTS_THAT_MAY_BE_EMPTY = ("conduct", "agreed")
"""Rows of ``about`` that are there only to say that a part is there and holds nothing."""

EXTRA = Column("extra", "free", marked("Free data"), ("extra",), width=12)

STAKEHOLDERS = (
    Column("id", "word", marked("Id"), ("id",), width=10),
    Column("perspective", "word", marked("Speaks as"), ("perspective",), "perspective", 30),
    Column("organisation", "text", marked("Organisation"), ("organisation",), width=24),
    Column("direct", "word", marked("Is this work about your own life?"), ("direct",), "own_answer", 18),
    Column(
        "pay_depends",
        "word",
        marked("Could somebody who runs or funds this service end your pay or your work?"),
        ("pay_depends",),
        "own_answer",
        24,
    ),
    EXTRA,
)
"""The first columns of the sheet ``stakeholders``: who they are."""

ANSWERED = (
    Column("date", "date", marked("Answered on"), ("date",), width=12),
    Column("answered", "word", marked("How they answered"), ("answered",), "answered", 24),
    Column("helped_by", "word", marked("Who helped"), ("helped_by",), "helper", 18),
    Column("helped_how", "word", marked("How they helped"), ("helped_how",), "helped_how", 18),
    Column("people", "whole", marked("People in the group"), ("people",), width=10),
    Column("members_confirming", "whole", marked("Members who confirm it"), ("members_confirming",), width=12),
    Column("quote", "word", marked("Their words may be shown to"), ("quote",), "quote", 18),
    Column("response_extra", "free", marked("Free data of the answers"), ("extra",), width=12),
)
"""The further columns of ``stakeholders``: how they answered."""

PLACE = Column("response", "whole", marked("Place among the responses"), (), width=10)
"""In ``stakeholders``: which response in the document it is, where that is not plain from the rows."""

RATINGS = (
    Column("indicator_id", "word", marked("Indicator"), (), width=22),
    Column("what_is_rated", "string", marked("What is rated"), (), width=44),
    Column("what_each_step_means", "string", marked("What each step means"), (), width=70),
)
"""The first columns of the sheet ``ratings``; after them, one for each stakeholder.

Each of these headings holds a ``_``, which no id does: no stakeholder can be taken for one.
"""

AGREED = Column("agreed_ratings", "rating", marked("Agreed after talking"), (), "rating", 16)
"""In ``ratings``: what the group settled on."""

COMMENTS = (
    Column("stakeholder", "word", marked("Id of who says it"), (), width=12),
    Column("indicator", "word", marked("Indicator"), (), width=22),
    Column("comment", "string", marked("In their own words"), ("comments",), width=70),
    Column("evidence", "ids", marked("Ids of evidence for it"), ("evidence",), width=24),
)

PARTICIPATION = (
    Column("stakeholder", "word", marked("Id of who says it"), (), width=12),
    Column("decision", "word", marked("Decision"), (), width=20),
    Column("participation", "whole", marked("How far they took part"), ("participation",), "participation", 20),
)

SIDES = (
    Column("what", "word", marked("What happened"), (), "side_note", 24),
    Column("side", "word", marked("Side"), ("side",), "main_side", 14),
    Column("date", "date", marked("Date"), ("date",), width=12),
    Column("note", "text", marked("Note"), ("note",), width=50),
)

RIGHT_HEADINGS: Mapping[str, str] = {
    "initiate": marked("Who may bring it up"),
    "choose_who": marked("Who chooses who takes part"),
    "choose_how": marked("Who chooses how it is done"),
    "choose_when": marked("Who chooses when it is done"),
    "propose": marked("Who may propose"),
    "decide": marked("Who decides"),
    "veto": marked("Who may say no"),
    "hold_budget": marked("Who holds the money"),
    "carry_out": marked("Who carries it out"),
    "stop": marked("Who may stop it"),
    "judge": marked("Who judges how it went"),
}

DECISIONS = (
    Column("id", "word", marked("Id"), ("id",), width=14),
    Column("title", "text", marked("What is to be decided"), ("title",), width=40),
    Column("activity", "word", marked("Part of the work"), ("activity",), width=14),
    *(Column(right, "ids", RIGHT_HEADINGS[right], ("rights", right), width=20) for right in get_args(Right)),
    Column("promised", "whole", marked("Promised part"), ("promised",), "participation", 18),
    Column("permission_state", "word", marked("Permission"), ("permission", "state"), "permission", 14),
    Column("permission_date", "date", marked("Permission since"), ("permission", "date"), width=12),
    Column("confirmed_by", "ids", marked("Confirmed by"), ("confirmed_by",), width=20),
    EXTRA,
)

COMMITMENTS = (
    Column("id", "word", marked("Id"), ("id",), width=14),
    Column("title", "text", marked("The promise"), ("title",), width=50),
    Column("by", "ids", marked("Who promises"), ("by",), width=20),
    Column("to", "ids", marked("To whom"), ("to",), width=20),
    Column("shares_kind", "word", marked("What it shares"), ("shares", "kind"), "share", 14),
    Column("shares_decision", "word", marked("Decision that it is about"), ("shares", "decision"), width=16),
    Column("shares_rights", "ids", marked("Rights that it shares"), ("shares", "rights"), width=20),
    Column("promised", "whole", marked("Promised part"), ("promised",), "participation", 18),
    Column("limits", "text", marked("What it does not cover"), ("limits",), width=40),
    Column("due_on", "date", marked("Due on"), ("due_on",), width=12),
    EXTRA,
)

EVENTS = (
    Column("commitment", "word", marked("Id of the promise"), (), width=16),
    Column("event", "word", marked("What happened"), ("event",), "event", 16),
    Column("date", "date", marked("Date"), ("date",), width=12),
    Column("by", "word", marked("Whose act it was"), ("by",), width=20),
    Column("reason", "text", marked("Why"), ("reason",), width=50),
    Column("due_on", "date", marked("New day"), ("due_on",), width=12),
    Column("evidence", "ids", marked("Ids of evidence for it"), ("evidence",), width=24),
)

EVIDENCE = (
    Column("id", "word", marked("Id"), ("id",), width=14),
    Column("kind", "word", marked("Kind"), ("kind",), "evidence", 14),
    Column("title", "text", marked("Title"), ("title",), width=40),
    Column("date", "date", marked("Date"), ("date",), width=12),
    Column("valid_until", "date", marked("Valid until"), ("valid_until",), width=12),
    Column("url", "string", marked("Address"), ("url",), width=30),
    Column("by", "text", marked("Made by"), ("by",), width=24),
    Column("note", "text", marked("Note"), ("note",), width=40),
    Column("shareable", "flag", marked("May be shown outside the group"), ("shareable",), "flag", 14),
    EXTRA,
)

TERMS = (
    Column("perspective", "word", marked("Place that people speak from"), (), "perspective", 30),
    Column("term", "text", marked("What you call it"), ("term",), width=40),
)

SHEETS: Mapping[str, tuple[Column, ...]] = {
    "about": (
        Column("property", "word", marked("Property"), (), width=24),
        Column("meaning", "string", marked("What it means"), (), width=44),
        Column("value", "text", marked("Answer"), (), width=60),
    ),
    "stakeholders": (*STAKEHOLDERS, *ANSWERED, PLACE),
    "ratings": (*RATINGS, AGREED),
    "comments": COMMENTS,
    "participation": PARTICIPATION,
    "sides": SIDES,
    "decisions": DECISIONS,
    "commitments": COMMITMENTS,
    "events": EVENTS,
    "evidence": EVIDENCE,
    "terms": TERMS,
}
"""Every sheet, in order, with its columns."""

LISTS: Mapping[str, Mapping[str, str]] = {
    "collected": {
        "known_people": marked("From people we know"),
        "closed_group": marked("Within a closed group"),
        "open_link": marked("Over a link that anyone could open"),
    },
    "party": {
        "community": marked("The community"),
        "service": marked("Services"),
        "both": marked("Both sides"),
        "neither": marked("Neither side"),
    },
    "helper": {
        "community": marked("The community"),
        "service": marked("Services"),
        "neither": marked("Neither side"),
    },
    "helped_how": {
        "interpreting": marked("Interpreting"),
        "reading": marked("Reading"),
        "writing": marked("Writing"),
        "explaining": marked("Explaining"),
        "supporting": marked("Being there"),
        "answering": marked("Helping to answer"),
    },
    "own_answer": {"yes": marked("Yes"), "no": marked("No"), "rather_not_say": marked("Would rather not say")},
    "main_side": {"community": marked("The community"), "service": marked("Services")},
    "answered": {
        "self": marked("Alone"),
        "with_help": marked("With help"),
        "group": marked("As a group, together"),
        "for_someone": marked("Somebody in their place"),
    },
    "quote": {"no": marked("Nobody"), "group": marked("The group"), "public": marked("Everybody")},
    "participation": {
        "0": marked("done to"),
        "1": marked("told"),
        "2": marked("asked"),
        "3": marked("involved"),
        "4": marked("co-designing"),
        "5": marked("co-producing"),
        "6": marked("community-led"),
    },
    "side_note": {"invited": marked("Invited to answer"), "declined": marked("Chose not to be scored")},
    "permission": {
        "held": marked("Held"),
        "asked": marked("Asked for"),
        "refused": marked("Refused"),
        "not_needed": marked("Not needed"),
    },
    "share": {
        "rights": marked("Rights"),
        "money": marked("Money"),
        "time": marked("Time"),
        "training": marked("Training"),
        "access": marked("Access"),
    },
    "event": {
        "made": marked("Made"),
        "accepted": marked("Accepted"),
        "declined": marked("Declined"),
        "changed": marked("Changed"),
        "withdrawn": marked("Withdrawn"),
        "delivered": marked("Delivered"),
        "kept": marked("Judged kept"),
        "broken": marked("Judged broken"),
    },
    "evidence": {
        "document": marked("Document"),
        "data": marked("Data"),
        "quote": marked("Somebody's words"),
        "observation": marked("Something seen"),
        "case_study": marked("Case study"),
    },
    "flag": {"true": marked("Yes"), "false": marked("No")},
    "unrated": {
        "not_applicable": marked("does not apply"),
        "dont_know": marked("I don't know"),
        "prefer_not_to_say": marked("I prefer not to say"),
    },
}
"""The fixed words of the format, and what a workbook shows for them, in English."""

UNDISCLOSED_LABEL = marked("Not said")
