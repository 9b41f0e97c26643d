"""Findings about form: what a document's schema says."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "missing-property",
        "error",
        means=marked("Something that the format needs is not there."),
        why="Without it the document cannot be understood.",
        do=marked("Add it."),
        see="[Document formats](../formats.md) says what each part needs.",
        example=Example(
            "an assessment",
            wrong="""
            {"initiative": {"id": "lunch-club"}, "conduct": {"initiate": "both"}, "evidence": [{"id": "minutes", "title": "Minutes"}]}
            """,
            place="`/evidence/0`",
            right="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club"}, "evidence": [{"id": "minutes", "kind": "document", "title": "Minutes"}]}
            """,
        ),
    ),
    Code(
        "unknown-property",
        "error",
        means=marked("The format has no property of this name, or only a newer release knows it."),
        why="A slip of the pen would otherwise be passed over, and its value lost.",
        do=marked("Check the spelling. Your own data goes into `extra`. Or install a newer `coproduction`."),
        example=Example(
            "an assessment",
            wrong="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club", "sumary": "We eat together."}}
            """,
            place="`/initiative/sumary`",
            right="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club", "summary": "We eat together."}}
            """,
        ),
    ),
    Code(
        "wrong-type",
        "error",
        means=marked("A value is of another kind than needed, such as a text where a number belongs."),
        why='`"3"` in quotation marks is a text. Nobody can add it up.',
        do=marked(
            "Write the value as the message says: numbers without quotation marks, texts with them, lists in `[ ]`."
        ),
        example=Example(
            "an assessment",
            wrong="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club", "taking_part": {"community": "40"}}}
            """,
            place="`/initiative/taking_part/community`",
            right="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club", "taking_part": {"community": 40}}}
            """,
        ),
    ),
    Code(
        "unknown-word",
        "error",
        means=marked("In this place only some words are allowed, and this is none of them."),
        why="Programs act on these words, so they must be the same for everyone.",
        do=marked(
            "Use one of the words in the message. An answer that is no rating is `not_applicable`, `dont_know` or `prefer_not_to_say`."
        ),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"listening-heard": "don't know"}},
              {"stakeholder": "s1", "ratings": {"listening-heard": 1}}
            ]}
            """,
            place="`/responses/0/ratings/listening-heard`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"listening-heard": "dont_know", "power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"listening-heard": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "bad-pattern",
        "error",
        means=marked("An id, a date or a language is not written as it should be."),
        why="Ids and dates must look the same in every program.",
        do=marked(
            "Ids: lower-case letters, digits and single hyphens, such as `lunch-club`. Dates: year, month, day, such as `2026-10-02`. Languages: a tag such as `en` or `gd`."
        ),
        example=Example(
            "an assessment",
            wrong="""
            {"initiative": {"id": "Lunch Club", "name": "Lunch club"}}
            """,
            place="`/initiative/id`",
            right="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club"}}
            """,
        ),
    ),
    Code(
        "out-of-range",
        "error",
        means=marked("A number is too small or too large for its place."),
        why="Beyond its bounds a number means nothing: a group of one person is no group.",
        do=marked("Use a number within the bounds that the message gives."),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "answered": "group", "helped_by": "neither", "people": 1, "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses/0/people`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "answered": "group", "helped_by": "neither", "people": 4, "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "too-short",
        "error",
        means=marked("A list or text has fewer parts than it needs. Mostly it is empty."),
        why="An empty name tells nobody anything. A promise made to nobody is no promise.",
        do=marked(
            "Add what is missing. If there is nothing to say, leave the whole property out where the format allows it."
        ),
        example=Example(
            "an assessment",
            wrong="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club", "summary": ""}}
            """,
            place="`/initiative/summary`",
            right="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club"}}
            """,
        ),
    ),
    Code(
        "too-long",
        "error",
        means=marked("A list or text has more parts than are allowed."),
        why="Bounds keep ids short enough for every program and every table.",
        do=marked("Shorten it. An id need not tell everything: there is a title for that."),
        example=Example(
            "an assessment",
            wrong="""
            {"id": "our-lunch-club-in-the-hall-beside-the-church-our-lunch-club-in-the-hall-beside-the-church-our-lunch-club-in-the-hall-beside-the-church-our-lunch-club-in-the-hall-beside-the-church-our-lunch-club-in-the-hall-beside-the-church"}
            """,
            place="`/id`",
            right="""
            {"id": "our-lunch-club"}
            """,
        ),
    ),
    Code(
        "repeated-item",
        "error",
        means=marked("A list holds the same item twice."),
        why="Then it is not clear whether something else was meant.",
        do=marked("Keep one, or correct the one that is wrong."),
        example=Example(
            "an assessment",
            wrong="""
            {"decisions": [{"id": "menu", "title": "What is cooked", "confirmed_by": ["m1", "m1"]}]}
            """,
            place="`/decisions/0/confirmed_by`",
            right="""
            {"decisions": [{"id": "menu", "title": "What is cooked", "confirmed_by": ["m1", "s1"]}]}
            """,
        ),
    ),
    Code(
        "not-here",
        "error",
        means=marked("This property does not go together with another one beside it."),
        why="One of the two must be wrong: only a group's answer says how many `people` gave it.",
        do=marked("Remove the property, or change the one that it contradicts, such as `answered`."),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "people": 4, "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses/0/people`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "answered": "group", "people": 4, "helped_by": "neither", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "schema",
        "error",
        means=marked("Any other fault of form, for which there is no word of its own."),
        why="The document does not have the form that its format asks for.",
        do=marked("Read the message, and look up what belongs in that place."),
        see="[Document formats](../formats.md) says what each part needs.",
        example=Example(
            "a scorecard",
            wrong="""
            {"overall": {"level_name": 5}}
            """,
            place="`/overall/level_name`",
            right="""
            {"overall": {"level_name": "Starting"}}
            """,
        ),
    ),
    Code(
        "bad-date",
        "error",
        means=marked("There is no such day, such as 30 February."),
        why="It is probably a slip. A wrong day can put an answer outside the period it is about.",
        do=marked("Look the date up, and correct it."),
        example=Example(
            "an assessment",
            wrong="""
            {"period": {"start": "2026-01-01", "end": "2026-06-31"}}
            """,
            place="`/period/end`",
            right="""
            {"period": {"start": "2026-01-01", "end": "2026-06-30"}}
            """,
        ),
    ),
)
