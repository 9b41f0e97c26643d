"""Findings about crosswalks and vocabularies."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "crosswalk-mixed",
        "error",
        means=marked("A crosswalk links a framework with a vocabulary."),
        why="A framework is scored, a vocabulary never is. So nothing could be carried over.",
        do=marked("Link two frameworks, or two vocabularies."),
        example=Example(
            "a crosswalk",
            wrong="""
            {"to": "lunch-ladder@1"}
            """,
            place="`/to`",
            right="""
            {"to": "copro-core@2026"}
            """,
        ),
    ),
    Code(
        "duplicate-link",
        "error",
        means=marked("Another link joins the same two already."),
        why="If they differ, nobody knows which one holds.",
        do=marked("Keep one link for each pair. Put both reasons into its `rationale`."),
        example=Example(
            "a crosswalk",
            wrong="""
            {"links": [
              {"from": "power", "to": "power", "relation": "close", "rationale": "Both ask who decides.",
               "author": "The lunch club", "date": "2026-05-02", "confidence": "medium"},
              {"from": "power", "to": "power", "relation": "related", "rationale": "Both ask who decides.",
               "author": "The lunch club", "date": "2026-05-02", "confidence": "medium"}
            ]}
            """,
            place="`/links/1`",
            right="""
            {"links": [
              {"from": "power", "to": "power", "relation": "close", "rationale": "Both ask who decides.",
               "author": "The lunch club", "date": "2026-05-02", "confidence": "medium"},
              {"from": "power", "to": "systems", "relation": "related", "rationale": "Both are about money.",
               "author": "The lunch club", "date": "2026-05-02", "confidence": "low"}
            ]}
            """,
        ),
    ),
    Code(
        "unknown-term",
        "error",
        means=marked("The vocabulary has no such term."),
        why="The link joins nothing.",
        do=marked("Correct the id."),
        example=Example(
            "a crosswalk",
            wrong="""
            {"from": "lunch-ladder@1", "to": "copro-participation@2026", "links": [
              {"from": "tolt", "to": "told", "relation": "exact", "rationale": "The same word.",
               "author": "The lunch club", "date": "2026-05-02", "confidence": "high"}
            ]}
            """,
            place="`/links/0/from`",
            right="""
            {"from": "lunch-ladder@1", "to": "copro-participation@2026", "links": [
              {"from": "told", "to": "told", "relation": "exact", "rationale": "The same word.",
               "author": "The lunch club", "date": "2026-05-02", "confidence": "high"}
            ]}
            """,
        ),
    ),
    Code(
        "values-not-rising",
        "error",
        means=marked("In an ordered vocabulary, a term's value is not above the one before it."),
        why="`ordered` says that the terms rise. Here they do not.",
        do=marked("Write the lowest term first, or leave `ordered` out."),
        example=Example(
            "a vocabulary",
            wrong="""
            {"terms": [{"id": "asked", "name": "Asked", "value": 2}, {"id": "told", "name": "Told", "value": 1}]}
            """,
            place="`/terms/1/value`",
            right="""
            {"terms": [{"id": "told", "name": "Told", "value": 1}, {"id": "asked", "name": "Asked", "value": 2}]}
            """,
        ),
    ),
    Code(
        "vocabulary-altered",
        "error",
        means=marked("A vocabulary has the name of one that ships with `copro`, and says something else."),
        why="Two different vocabularies under one name could never be told apart.",
        do=marked("Give yours an id and an edition of your own."),
        example=Example(
            "a vocabulary",
            wrong="""
            {"id": "copro-participation", "edition": "2026"}
            """,
            place="`/id`",
            right="""
            {"id": "our-participation", "edition": "1"}
            """,
        ),
    ),
)
