"""Findings about the rows and cells of tables."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "unknown-column",
        "error",
        means=marked(
            "A column has a heading that is none of ours. Or a mapping names a column that the export does not have."
        ),
        why="A misspelt heading looks just like a column of your own. If it were skipped, answers could go missing unseen.",
        do=marked("Correct the heading. Put your own notes on a sheet of your own."),
        example=Example(
            "the sheet `evidence` of a folder of CSV files",
            wrong="""
            id,kind,titel
            minutes,document,Minutes of March
            """,
            place="line 1, column `titel`",
            right="""
            id,kind,title
            minutes,document,Minutes of March
            """,
        ),
    ),
    Code(
        "duplicate-heading",
        "error",
        means=marked("Two columns of a table have the same heading, or a column of answers has none."),
        why="Nobody can tell which of the two counts.",
        do=marked("Keep one. Or give one of them the heading that it should have."),
        example=Example(
            "a table of answers",
            wrong="""
            stakeholder,perspective,power-menu,power-menu
            m1,members,0,1
            """,
            place="line 1, column `power-menu`",
            right="""
            stakeholder,perspective,power-menu,power-money
            m1,members,0,1
            """,
        ),
    ),
    Code(
        "too-many-cells",
        "error",
        means=marked("A row has cells where there is no heading."),
        why="Most often a comma in somebody's words has cut them in two. Everything after it may stand in the wrong column.",
        do=marked(
            "Put quotation marks around the text that has the comma. In a workbook, look for something to the right of the table."
        ),
        example=Example(
            "a table of answers",
            wrong="""
            stakeholder,perspective,indicator,rating,comment
            m1,members,power-menu,0,The cook decides, always.
            """,
            place="line 2",
            right="""
            stakeholder,perspective,indicator,rating,comment
            m1,members,power-menu,0,"The cook decides, always."
            """,
        ),
    ),
    Code(
        "duplicate-row",
        "error",
        means=marked("Another row is about the same person or thing."),
        why="If one of the two replaced the other, somebody's answer would be lost.",
        do=marked("If it is the same answer twice, keep one row. If two people have the same id, give each their own."),
        example=Example(
            "a table of answers",
            wrong="""
            stakeholder,perspective,indicator,rating
            m1,members,power-menu,0
            m1,members,power-menu,1
            """,
            place="line 3, column `indicator`",
            right="""
            stakeholder,perspective,indicator,rating
            m1,members,power-menu,0
            m2,members,power-menu,1
            """,
        ),
    ),
    Code(
        "empty-cell",
        "error",
        means=marked("A row needs something in this cell, such as whose answer it is."),
        why="Without it the rest of the row belongs to nobody.",
        do=marked(
            "Fill it in. If nobody gave these answers, empty the whole row. A rating that nobody gave may always stay empty."
        ),
        example=Example(
            "a table of answers",
            wrong="""
            stakeholder,perspective,power-menu
            m1,members,0
            ,members,1
            """,
            place="line 3, column `stakeholder`",
            right="""
            stakeholder,perspective,power-menu
            m1,members,0
            m2,members,1
            """,
        ),
    ),
    Code(
        "empty-row",
        "advice",
        means=marked(
            "Rows of the sheet `stakeholders` hold an id and nothing else. They were left out. The finding is told once, at the first of them."
        ),
        why="A new workbook has more ids than people, so this is common. But if somebody did take part, they are missing now.",
        do=marked("Nothing, if nobody has this id. If somebody has, say which place they speak from."),
        example=Example(
            "the sheet `stakeholders` of a folder of CSV files",
            wrong="""
            id,perspective
            m1,members
            s1,staff
            m2,
            """,
            place="line 4, column `id`",
            right="""
            id,perspective
            m1,members
            s1,staff
            m2,members
            """,
        ),
    ),
    Code(
        "two-texts",
        "error",
        means=marked("The same text is there twice: once as it is, and once for a single language."),
        why="Nobody can tell whether they say the same, or which of them to show.",
        do=marked(
            "Keep one of the two. For several languages, give each its own column, such as `title:en` and `title:cy`, and leave the plain one out."
        ),
        example=Example(
            "the sheet `evidence` of a folder of CSV files",
            wrong="""
            id,kind,title,title:cy
            minutes,document,Minutes,Cofnodion
            """,
            place="line 2, column `title:cy`",
            right="""
            id,kind,title:en,title:cy
            minutes,document,Minutes,Cofnodion
            """,
        ),
    ),
    Code(
        "cell-error",
        "error",
        means=marked("A cell holds an error of the spreadsheet program, such as `#REF!` or `#N/A`."),
        why="What somebody said was in this cell, or in one that it pointed to. It is not there any more.",
        do=marked("Look up what the value was, and type it. If nobody knows, empty the cell."),
        example=Example(
            "a table of answers in a workbook",
            wrong="""
            stakeholder,perspective,power-menu
            m1,members,#REF!
            """,
            place="cell `C2` of the sheet `answers`",
            right="""
            stakeholder,perspective,power-menu
            m1,members,0
            """,
        ),
    ),
    Code(
        "formula-without-result",
        "error",
        means=marked("A cell holds a formula, and its result was not saved with it."),
        why="`copro` never works a formula out: a formula in a file from somebody else can do harm. So nobody knows what the cell says.",
        do=marked(
            "Type the value. Or open the file in a spreadsheet program and save it: then the result is saved too."
        ),
        example=Example(
            "a table of answers in a workbook",
            wrong="""
            stakeholder,perspective,power-menu
            m1,members,=F2-1
            """,
            place="cell `C2` of the sheet `answers`",
            right="""
            stakeholder,perspective,power-menu
            m1,members,0
            """,
        ),
    ),
    Code(
        "merged-cells",
        "warning",
        means=marked("Cells of a workbook are merged. Only the first of them holds anything."),
        why="It looks as if a value stood in all of them. Here m2 seems to have said the same as m1, and has said nothing.",
        do=marked("Divide the cells in your spreadsheet program. Then fill in each."),
        example=Example(
            "a table of answers in a workbook",
            wrong="""
            stakeholder,perspective,power-menu
            m1,members,1
            m2,members,(merged with the cell above)
            """,
            place="cell `C2` of the sheet `answers`",
            right="""
            stakeholder,perspective,power-menu
            m1,members,1
            m2,members,1
            """,
        ),
    ),
    Code(
        "unknown-commitment",
        "error",
        means=marked("An event is about a promise that is not on the sheet `commitments`."),
        why="What happened to the promise would be lost, or told of another one.",
        do=marked("Correct the id. Or add the promise to the sheet `commitments`."),
        example=Example(
            "the sheet `events` of a folder of CSV files",
            wrong="""
            commitment,event,date,by
            fare,made,2026-01-10,staff
            """,
            place="line 2, column `commitment`",
            note="The sheet `commitments` has one promise, with the id `fares`.",
            right="""
            commitment,event,date,by
            fares,made,2026-01-10,staff
            """,
        ),
    ),
    Code(
        "other-perspective",
        "error",
        means=marked(
            "Somebody speaks from two places: two rows with the same id name two perspectives. Or the assessment that answers are added to names another."
        ),
        why="Each perspective counts for itself. An answer in the wrong one changes the result.",
        do=marked(
            "Ask which one they spoke from, and use it everywhere. If these are two people, give each their own id."
        ),
        example=Example(
            "a table of answers",
            wrong="""
            stakeholder,perspective,indicator,rating
            m1,members,power-menu,0
            m1,families,power-money,1
            """,
            place="line 3, column `perspective`",
            right="""
            stakeholder,perspective,indicator,rating
            m1,members,power-menu,0
            m1,members,power-money,1
            """,
        ),
    ),
)
