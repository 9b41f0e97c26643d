"""Findings about the exports of survey tools, and about mappings."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "ambiguous-column",
        "error",
        means=marked("Several columns of the export have the heading that the mapping names."),
        why='Survey tools repeat a heading such as "Why?" after each question. A guess could put words about one thing under another.',
        do=marked("Name the column by its position, counted from 1. The hint says which positions it could be."),
        example=Example(
            "a mapping, once an export is read with it",
            wrong="""
            {"comments": [
              {"column": "Why?", "indicator": "power-menu"},
              {"column": 6, "indicator": "power-money"}
            ]}
            """,
            place="line 1",
            note="The fourth and the sixth column of the export are both headed `Why?`.",
            right="""
            {"comments": [
              {"column": 4, "indicator": "power-menu"},
              {"column": 6, "indicator": "power-money"}
            ]}
            """,
        ),
    ),
    Code(
        "unknown-answer",
        "error",
        means=marked("The mapping does not say what this answer means."),
        why="The answer would be lost, and nobody would see that.",
        do=marked(
            "If the answer is misspelt, correct it. If people could choose it, add it to `answers` in the mapping."
        ),
        example=Example(
            "the export of a survey tool",
            wrong="""
            Number,You are,Who decides the menu?,Why?,Who sees the budget?,Why?
            1,Member,The staff,,Both,
            """,
            place="line 2, column `Who decides the menu?`",
            note="The mapping has the answers `Staff`, `Both` and `Members`.",
            right="""
            Number,You are,Who decides the menu?,Why?,Who sees the budget?,Why?
            1,Member,Staff,,Both,
            """,
        ),
    ),
    Code(
        "several-answers",
        "error",
        means=marked("More than one answer is ticked where one counts."),
        why="A person speaks from one place, and gives one rating. Which one they meant, only they know.",
        do=marked(
            "Ask which one counts. If you cannot: for the place that people speak from, the mapping can say what `several` stand for, such as `undisclosed`. Next time, let people tick only one."
        ),
        example=Example(
            "the export of a survey tool",
            wrong="""
            Number,You are,Who decides the menu?,Why?,Who sees the budget?,Why?
            1,Member;Staff,Staff,,Both,
            """,
            place="line 2, column `You are`",
            right="""
            Number,You are,Who decides the menu?,Why?,Who sees the budget?,Why?
            1,Member,Staff,,Both,
            """,
        ),
    ),
    Code(
        "not-an-id",
        "error",
        means=marked("The column of ids holds something that may be a name or an address. It is not repeated."),
        why="An id stands beside every answer. If it is a name, everyone who opens the file sees who said what.",
        do=marked(
            "Name another column in the mapping, such as the number that the tool gave. Or name none: then rows are numbered. An id needs a digit, and nothing but letters, digits, `-` and `_`."
        ),
        example=Example(
            "the export of a survey tool",
            wrong="""
            Number,You are,Who decides the menu?,Why?,Who sees the budget?,Why?
            kitchen@club.example,Member,Staff,,Both,
            """,
            place="line 2, column `Number`",
            note="The mapping says that ids are in the column `Number`.",
            right="""
            Number,You are,Who decides the menu?,Why?,Who sees the budget?,Why?
            1,Member,Staff,,Both,
            """,
        ),
    ),
    Code(
        "address-left-out",
        "warning",
        means=marked("There was an e-mail address in somebody's words. It was left out."),
        why="Whoever reads the words would know whom to write to, and perhaps who wrote them. Names are not noticed: `copro` sees only addresses.",
        do=marked(
            "Read what people wrote before you pass it on. Take names out as well, in the export or in the assessment."
        ),
        example=Example(
            "the export of a survey tool",
            wrong="""
            Number,You are,Who decides the menu?,Why?,Who sees the budget?,Why?
            1,Member,Staff,Write to kitchen@club.example.,Both,
            """,
            place="line 2, column `Why?`",
            right="""
            Number,You are,Who decides the menu?,Why?,Who sees the budget?,Why?
            1,Member,Staff,Write to the kitchen.,Both,
            """,
        ),
    ),
    Code(
        "columns-left-out",
        "advice",
        means=marked("The mapping does not name these columns, so nothing of them got in."),
        why="For names, addresses and times that is right. But a question that was forgotten is missing, and with it what people said.",
        do=marked("Read the list. Add to the mapping what is missing. If nothing is, there is nothing to do."),
        example=Example(
            "a mapping, once an export is read with it",
            wrong="""
            {"comments": [{"column": 4, "indicator": "power-menu"}]}
            """,
            place="line 1",
            note="The fourth and the sixth column of the export are both headed `Why?`.",
            right="""
            {"comments": [
              {"column": 4, "indicator": "power-menu"},
              {"column": 6, "indicator": "power-money"}
            ]}
            """,
        ),
    ),
    Code(
        "collected-differs",
        "advice",
        means=marked("Answers that are put together were collected in two ways. The more open way now stands for all."),
        why="If some answers came over a link that anyone could open, nobody can say who gave them. So the whole gets no level.",
        do=marked(
            "Nothing, if that is right. If it is a slip, correct `collected` in the mapping. Or keep the answers apart, in two assessments."
        ),
        example=Example(
            "a mapping, once the answers are added to an assessment",
            wrong="""
            {"about": {"collected": "open_link"}}
            """,
            note="The assessment says `known_people`.",
            right="""
            {"about": {"collected": "known_people"}}
            """,
        ),
    ),
    Code(
        "duplicate-question",
        "error",
        means=marked("Two questions are mapped to the same indicator."),
        why="A person has one rating for each indicator. One of the two answers would be lost.",
        do=marked(
            "Keep the question that asks what the indicator says. Correct the indicator of the other, or take that question out."
        ),
        example=Example(
            "a mapping",
            wrong="""
            {"ratings": [
              {"column": "Who decides the menu?", "indicator": "power-menu"},
              {"column": "Who sees the budget?", "indicator": "power-menu"}
            ]}
            """,
            place="`/ratings/1/indicator`",
            right="""
            {"ratings": [
              {"column": "Who decides the menu?", "indicator": "power-menu"},
              {"column": "Who sees the budget?", "indicator": "power-money"}
            ]}
            """,
        ),
    ),
    Code(
        "bad-date-format",
        "error",
        means=marked("The format of days in a mapping does not say day, month and year."),
        why="Only you know whether 03/04 is in March or in April. Without the year, the day is no day.",
        do=marked(
            "Write it as the export has it: `%d` is the day, `%m` the month, `%Y` the year with four digits and `%y` with two. `%d/%m/%Y` reads 03/04/2026 as the third of April."
        ),
        example=Example(
            "a mapping",
            wrong="""
            {"date": {"column": "Day", "format": "%d/%m"}}
            """,
            place="`/date/format`",
            right="""
            {"date": {"column": "Day", "format": "%d/%m/%Y"}}
            """,
        ),
    ),
)
