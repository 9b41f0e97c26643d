"""Findings about tables as files: whether they can be read, and what is in them."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "unknown-ending",
        "error",
        means=marked(
            "The file is not one that holds tables. By its ending, it is neither `.xlsx` nor `.csv`, and it is not a folder."
        ),
        why="`copro` tells by the ending how to read a file. Nothing in it was read.",
        do=marked(
            "Open it in a spreadsheet program, and save it as `.xlsx`. To rename a file does not change what is in it; do that only where the name is wrong."
        ),
        example=Example(
            "the name of a table of answers that is saved as CSV",
            wrong="""
            answers.txt
            """,
            right="""
            answers.csv
            """,
        ),
    ),
    Code(
        "not-xlsx",
        "error",
        means=marked(
            "The file is named `.xlsx`, but it is not a workbook that can be read. It may be damaged, locked with a password, or another kind of file."
        ),
        why="Nothing in it was read.",
        do=marked(
            "Open it in a spreadsheet program and save it as `.xlsx`, without a password. If it does not open there either, ask for it again."
        ),
        example=Example(
            "the name of a table of answers that is saved as CSV",
            wrong="""
            answers.xlsx
            """,
            right="""
            answers.csv
            """,
        ),
    ),
    Code(
        "not-csv",
        "error",
        means=marked("From the line that is named on, the file is not CSV."),
        why="One quotation mark too many can swallow every row after it, and those people's answers with it. So nothing is read.",
        do=marked(
            "Look for a quotation mark that is not closed, for one very long text, or for another delimiter than a comma. A mapping can name another delimiter."
        ),
        example=Example(
            "a table of answers",
            wrong="""
            stakeholder,perspective,power-menu
            m1,"members,0
            s1,staff,1
            """,
            place="line 2",
            right="""
            stakeholder,perspective,power-menu
            m1,"members",0
            s1,staff,1
            """,
        ),
    ),
    Code(
        "empty-table",
        "error",
        means=marked("There is no row of headings where one is needed."),
        why="Without headings nobody can tell what a column means. Perhaps this is the wrong file, or an export in which nobody answered.",
        do=marked(
            "Check which file it is. If something stands above the table, give the row of the headings in the mapping, as `heading_row`."
        ),
        example=Example(
            "a mapping, once an export is read with it",
            wrong="""
            {"table": {"heading_row": 5}}
            """,
            place="line 5",
            note="The headings of the export are in line 1, and nothing is in line 5.",
            right="""
            {"table": {"heading_row": 1}}
            """,
        ),
    ),
    Code(
        "wrong-shape",
        "error",
        means=marked(
            "The sheets of a whole assessment were to go into one `.csv` file, or one table of answers into a folder."
        ),
        why="One `.csv` file holds one table. Nothing was written.",
        do=marked(
            "Choose another target. All sheets go into `.xlsx` or a folder; one table goes into `.xlsx` or `.csv`. Or choose another `--shape`."
        ),
        example=Example(
            "a command",
            wrong="""
            copro convert lunch-club-2026.json club.csv --shape workbook --framework lunch-club.json
            """,
            right="""
            copro convert lunch-club-2026.json club.xlsx --shape workbook --framework lunch-club.json
            """,
        ),
    ),
    Code(
        "missing-sheet",
        "error",
        means=marked(
            "A sheet that is needed is not there. A whole assessment needs `about`, `stakeholders` and `ratings`, and a mapping may name the sheet of an export."
        ),
        why="The sheet `about` says which framework people answered. Without it, ratings mean nothing. Without `stakeholders` or `ratings`, nobody's answers would be read.",
        do=marked(
            "Look whether the sheet was renamed, and give it back its name. If it was deleted, take it from an older copy, or from a new workbook."
        ),
        example=Example(
            "the names of the sheets of a workbook",
            wrong="""
            About the club
            stakeholders
            ratings
            """,
            right="""
            about
            stakeholders
            ratings
            """,
        ),
    ),
    Code(
        "unknown-sheet",
        "warning",
        means=marked("A sheet, or a file in a folder, has a name that is none of ours. It was not read."),
        why="If it holds your notes, that is fine. If its name is misspelt, what is on it is missing from the assessment.",
        do=marked("Nothing, if these are your notes. Otherwise correct its name."),
        example=Example(
            "the names of the sheets of a workbook",
            wrong="""
            about
            stakeholders
            ratings
            evidnce
            """,
            place="the sheet `evidnce`",
            right="""
            about
            stakeholders
            ratings
            evidence
            """,
        ),
    ),
    Code(
        "unknown-table",
        "error",
        means=marked("The first two columns of a table of answers are not `stakeholder` and `perspective`."),
        why="Nobody can tell whose answers these are, and which place they speak from.",
        do=marked(
            "Name the first two columns so. If the file is the export of a survey tool, leave it as it is, and write a mapping."
        ),
        see="[Read the export of a survey tool](../../how-to/tables.md#read-the-export-of-a-survey-tool) says how.",
        example=Example(
            "a table of answers",
            wrong="""
            number,you are,power-menu
            m1,members,0
            """,
            place="line 1, column `number`",
            right="""
            stakeholder,perspective,power-menu
            m1,members,0
            """,
        ),
    ),
    Code(
        "not-said",
        "error",
        means=marked(
            "A table of answers does not say which framework people answered, or how their answers were collected, and you did not say it either."
        ),
        why="The framework says what a rating means. If anyone with a link could answer, the answers get no level. So neither is guessed.",
        do=marked(
            "Give both, with `--framework` and `--collected`. Or add the answers to an assessment that says so already, with `--into`."
        ),
        example=Example(
            "a command",
            wrong="""
            copro convert answers.csv new.json --framework lunch-club.json
            """,
            right="""
            copro convert answers.csv new.json --framework lunch-club.json --collected known_people
            """,
        ),
    ),
    Code(
        "left-behind",
        "advice",
        means=marked("A part of the assessment is not in the table that was written."),
        why="One table holds who speaks from where, and ratings. If you keep only the table, the rest is lost.",
        do=marked(
            "Keep the JSON. Or write a workbook or a folder, which hold everything. If you only want the ratings, nothing is wrong."
        ),
        example=Example(
            "a command",
            wrong="""
            copro convert lunch-club-2026.json club.csv --framework lunch-club.json
            """,
            right="""
            copro convert lunch-club-2026.json club.xlsx --framework lunch-club.json
            """,
        ),
    ),
)
