"""How to read the export of a survey tool as an assessment."""

from typing import Literal, get_args

import attrs

from copro.model.assessment import Collected, InitiativeName, Period, Quote
from copro.model.values import (
    FrozenMap,
    Rating,
    Text,
    as_map,
    as_tuple,
    freeze,
    freeze_ratings,
    is_id,
    one_of,
)

Delimiter = Literal[",", ";", "\t", "|"]

ColumnName = str | int
"""How a column is named: by its heading, or by its position, from 1."""


@attrs.frozen(kw_only=True)
class About:
    """What an export does not say about the assessment; the names are those in an assessment."""

    id: str = attrs.field(validator=is_id)
    title: Text = attrs.field(converter=freeze)
    language: str = "en"
    initiative: InitiativeName
    period: Period | None = None
    collected: Collected = attrs.field(validator=one_of(get_args(Collected)))


@attrs.frozen(kw_only=True)
class AnswerTable:
    """Where in the file the answers are.

    Attributes:
        sheet: The sheet of a workbook; the first, where none is named.
        heading_row: The row, or in CSV the line, that holds the headings.
        delimiter: What stands between the fields of a CSV file.
    """

    sheet: str | None = None
    heading_row: int = 1
    delimiter: Delimiter = attrs.field(default=",", validator=one_of(get_args(Delimiter)))


@attrs.frozen(kw_only=True)
class Respondent:
    """How respondents become stakeholders: numbered, or by an id that the survey tool gave them."""

    column: ColumnName | None = None
    prefix: str = attrs.field(default="r", validator=is_id)


@attrs.frozen(kw_only=True)
class PerspectiveQuestion:
    """Which place people speak from: a column, or the same for everybody.

    Attributes:
        column: The column of the question.
        answers: What people could choose, and the perspective that each choice is.
        several: The perspective of people who chose more than one; an error, where none is named.
        always: The perspective of everybody who answered.
    """

    column: ColumnName | None = None
    answers: FrozenMap[str] = attrs.field(factory=FrozenMap, converter=as_map)
    several: str | None = None
    always: str | None = None


@attrs.frozen(kw_only=True)
class DateColumn:
    """The column that says when people answered, and how days are written in it."""

    column: ColumnName
    format: str | None = None


@attrs.frozen(kw_only=True)
class QuoteQuestion:
    """The question how far people's words may be shown."""

    column: ColumnName
    answers: FrozenMap[Quote] = attrs.field(converter=as_map)


@attrs.frozen(kw_only=True)
class RatingQuestion:
    """A question that is a rating; ``answers`` only where they differ from those of the mapping."""

    column: ColumnName
    indicator: str = attrs.field(validator=is_id)
    answers: FrozenMap[Rating] = attrs.field(factory=FrozenMap, converter=freeze_ratings)


@attrs.frozen(kw_only=True)
class CommentQuestion:
    """A question that people answered in their own words."""

    column: ColumnName
    indicator: str = attrs.field(validator=is_id)


@attrs.frozen(kw_only=True)
class SurveyMapping:
    """How to read the export of a survey tool as an assessment.

    Attributes:
        framework: The full name, ``id@edition``, of the framework that people answered.
        about: What the export does not say.
        table: Where in the file the answers are.
        respondent: How respondents become stakeholders.
        perspective: The question that asks which place people speak from.
        date: When people answered.
        quote: The question how far people's words may be shown.
        answers: What people could choose, and the rating that each choice is; where there are
            none, the names and numbers of the framework's steps.
        ratings: The questions that are ratings.
        comments: The questions that people answered in their own words.
    """

    framework: str
    about: About
    table: AnswerTable = attrs.field(factory=AnswerTable)
    respondent: Respondent = attrs.field(factory=Respondent)
    perspective: PerspectiveQuestion
    date: DateColumn | None = None
    quote: QuoteQuestion | None = None
    answers: FrozenMap[Rating] = attrs.field(factory=FrozenMap, converter=freeze_ratings)
    ratings: tuple[RatingQuestion, ...] = attrs.field(converter=as_tuple)
    comments: tuple[CommentQuestion, ...] = attrs.field(default=(), converter=as_tuple)
