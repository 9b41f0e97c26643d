"""Findings about a file as a whole: whether it can be read, and as what."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "cannot-read",
        "error",
        means=marked("The file cannot be opened."),
        why="Nothing in it was checked.",
        do=marked("Check the name, the folder, and whether you may read the file."),
        example=Example(
            "the name of a file",
            wrong="""
            lunch-club-2026.jsn
            """,
            right="""
            lunch-club-2026.json
            """,
        ),
    ),
    Code(
        "too-large",
        "error",
        means=marked("The file is larger than 32 MiB, which is 33,554,432 bytes."),
        why="A file this large can stop a computer that reads it. A thousand people's answers take about one thirtieth of that.",
        do=marked("Split it: one assessment, one file. Look for pictures or whole reports that were pasted into it."),
        example=Example(
            "a file of this many bytes",
            wrong="""
            33554433
            """,
            right="""
            33554432
            """,
        ),
    ),
    Code(
        "not-utf-8",
        "error",
        means=marked("The file's bytes are not UTF-8 text."),
        why="Letters such as é or £ would come out wrong, or differ from program to program.",
        do=marked('Save the file as UTF-8. Most programs ask for the encoding when you choose "Save as".'),
        see="A workbook is not a document: make one of it first, with [`copro convert`](../../how-to/tables.md).",
        example=Example(
            "a file",
            wrong=r"""
            {
              "format": "copro/vocabulary/1", "id": "tea", "edition": "1", "title": "Caf\xE9",
              "terms": [{"id": "tea", "name": "Tea"}]
            }
            """,
            right=r"""
            {
              "format": "copro/vocabulary/1", "id": "tea", "edition": "1", "title": "Caf\xC3\xA9",
              "terms": [{"id": "tea", "name": "Tea"}]
            }
            """,
        ),
    ),
    Code(
        "byte-order-mark",
        "warning",
        means=marked(
            "The file starts with a mark, three bytes that you cannot see. Some programs add it. `copro` passes over it."
        ),
        why="Other programs refuse a file that starts so.",
        do=marked('Save the file as "UTF-8", not as "UTF-8 with BOM".'),
        example=Example(
            "a file",
            wrong=r"""
            \xEF\xBB\xBF{
              "format": "copro/vocabulary/1", "id": "tea", "edition": "1", "title": "Tea",
              "terms": [{"id": "tea", "name": "Tea"}]
            }
            """,
            right="""
            {
              "format": "copro/vocabulary/1", "id": "tea", "edition": "1", "title": "Tea",
              "terms": [{"id": "tea", "name": "Tea"}]
            }
            """,
        ),
    ),
    Code(
        "not-json",
        "error",
        means=marked("The file is not JSON. The line and column say where reading stopped."),
        why="One sign too many, and no program can read on.",
        do=marked(
            "Look at that place, and just before it: for a comma too many or too few, for a missing quotation mark or bracket."
        ),
        example=Example(
            "a file",
            wrong="""
            {
              "format": "copro/vocabulary/1", "id": "tea", "edition": "1", "title": "Tea",
              "terms": [{"id": "tea", "name": "Tea"},]
            }
            """,
            right="""
            {
              "format": "copro/vocabulary/1", "id": "tea", "edition": "1", "title": "Tea",
              "terms": [{"id": "tea", "name": "Tea"}]
            }
            """,
        ),
    ),
    Code(
        "too-deep",
        "error",
        means=marked("Lists and objects are nested deeper than 64."),
        why="No document of ours is nested so deeply. Reading on could stop the program.",
        do=marked("See whether this is the right file. Your own data in `extra` can be written flatter."),
        example=Example(
            "an assessment",
            wrong="""
            {"extra": {"table": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}}
            """,
            place="`/extra/table/0/0/0/0/0/0`",
            right="""
            {"extra": {"table": [[1, 2], [3, 4]]}}
            """,
        ),
    ),
    Code(
        "bad-number",
        "error",
        means=marked("A number is `NaN`, infinite, or too long."),
        why="JSON has no such numbers. Spreadsheets write them where a sum went wrong.",
        do=marked("Write an ordinary number, or leave the property out."),
        example=Example(
            "a file",
            wrong="""
            {
              "format": "copro/vocabulary/1", "id": "tea", "edition": "1", "title": "Tea",
              "terms": [{"id": "tea", "name": "Tea", "value": NaN}]
            }
            """,
            place="`/terms/0/value`",
            right="""
            {
              "format": "copro/vocabulary/1", "id": "tea", "edition": "1", "title": "Tea",
              "terms": [{"id": "tea", "name": "Tea", "value": 1}]
            }
            """,
        ),
    ),
    Code(
        "lone-surrogate",
        "error",
        means=marked("A text holds half a character. Emoji are written as two halves, and one is missing."),
        why="It happens where a program cuts a text off in the middle. Nothing can show such a text.",
        do=marked("Type the end of that text again."),
        example=Example(
            "an assessment",
            wrong=r"""
            {"title": "Lunch club \ud83c"}
            """,
            place="`/title`",
            right=r"""
            {"title": "Lunch club \ud83c\udf72"}
            """,
        ),
    ),
    Code(
        "duplicate-key",
        "error",
        means=marked("One object has the same key twice."),
        why="Some programs take the first value, some the last. So two people could read two different documents.",
        do=marked("Keep the one that is right."),
        example=Example(
            "a file",
            wrong="""
            {
              "format": "copro/vocabulary/1", "id": "tea", "edition": "1", "title": "Tea", "title": "Coffee",
              "terms": [{"id": "tea", "name": "Tea"}]
            }
            """,
            place="`/title`",
            right="""
            {
              "format": "copro/vocabulary/1", "id": "tea", "edition": "1", "title": "Tea",
              "terms": [{"id": "tea", "name": "Tea"}]
            }
            """,
        ),
    ),
    Code(
        "unknown-format",
        "error",
        means=marked("`format` names nothing that `copro` knows."),
        why="It says what kind of document this is. Without it nothing else can be checked.",
        do=marked("Write one of the formats in the hint. For answers it is `copro/assessment/1`."),
        example=Example(
            "an assessment",
            wrong="""
            {"format": "copro/assesment/1"}
            """,
            place="`/format`",
            right="""
            {"format": "copro/assessment/1"}
            """,
        ),
    ),
    Code(
        "newer-format",
        "error",
        means=marked("The document is of a newer format than your `copro` can read."),
        why="The newer format may say things that this `copro` would not see.",
        do=marked("Install a newer `coproduction`. Do not change the number by hand."),
        example=Example(
            "an assessment",
            wrong="""
            {"format": "copro/assessment/2"}
            """,
            place="`/format`",
            right="""
            {"format": "copro/assessment/1"}
            """,
        ),
    ),
    Code(
        "older-format",
        "error",
        means=marked("The document is of a version older than any that `copro` knows. The first version is 1."),
        why="Nobody wrote down what such a document meant, so nothing in it can be trusted to mean the same today.",
        do=marked("Ask whoever wrote it for a newer one. If the number is a slip, correct it."),
        example=Example(
            "an assessment",
            wrong="""
            {"format": "copro/assessment/0"}
            """,
            place="`/format`",
            right="""
            {"format": "copro/assessment/1"}
            """,
        ),
    ),
    Code(
        "format-migrated",
        "advice",
        means=marked("The document is of an older version, and was read as the current one."),
        why="Your file still says what it said, in the older form. Other places told beside this one are those of the current form, without lines. No version is old yet, so you will meet this only after a later release.",
        do=marked(
            "Nothing. To see what differs, run `copro migrate FILE`. To keep it that way, run `copro migrate --write FILE`."
        ),
        example=Example(
            "an assessment, if version 2 were the current one, and version 1 had only the name of the initiative",
            wrong="""
            {"format": "copro/assessment/1", "initiative": "Club"}
            """,
            place="`/format`",
            right="""
            {"format": "copro/assessment/2", "initiative": {"id": "club", "name": "Club"}}
            """,
        ),
    ),
    Code(
        "cannot-migrate",
        "error",
        means=marked("The document is of an older version, and too faulty to be brought to the current one."),
        why="Nothing else in the document was checked. A guess at what was meant could change what people said. No version is old yet, so you will meet this only after a later release.",
        do=marked(
            "Check it with the release of `coproduction` that wrote it, and mend what that finds. Then try again."
        ),
        example=Example(
            "an assessment, if version 2 were the current one, and version 1 had only the name of the initiative",
            wrong="""
            {"format": "copro/assessment/1", "initiative": 7}
            """,
            right="""
            {"format": "copro/assessment/1", "initiative": "Club"}
            """,
        ),
    ),
)
