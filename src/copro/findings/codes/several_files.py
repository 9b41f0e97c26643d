"""Findings about files that are checked together."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "same-id-twice",
        "warning",
        means=marked("Two documents of one kind, checked together, have the same id."),
        why="Perhaps a partner sent one file twice. Perhaps two different assessments would be taken for one.",
        do=marked("Look at both. If they are the same, keep one. If not, give each its own id."),
        example=Example(
            "the files that are checked together",
            wrong="""
            [{"id": "lunch-club-2026"}, {"id": "lunch-club-2026", "title": "Another one"}]
            """,
            place="`/id`",
            right="""
            [{"id": "lunch-club-2026"}, {"id": "lunch-club-2027"}]
            """,
        ),
    ),
)
