"""What stands behind the code of a finding: how much it matters, what it means, why, what to do, and an example."""

import inspect
from typing import Literal

import attrs

from copro.model.finding import FindingCode, Severity

Setting = Literal[
    "an assessment",
    "an assessment, if version 2 were the current one, and version 1 had only the name of the initiative",
    "an assessment, once it is scored",
    "the assessments that are compared",
    "a framework",
    "a framework whose `aggregation` is `null`",
    "a framework, once an assessment is scored with it",
    "a framework, with `copro frameworks check`",
    "a scorecard",
    "the scorecards that are compared",
    "a case study",
    "a vocabulary",
    "a crosswalk",
    "a mapping",
    "a mapping, once an export is read with it",
    "a mapping, once the answers are added to an assessment",
    "the export of a survey tool",
    "a table of answers",
    "a table of answers in a workbook",
    "the name of a table of answers that is saved as CSV",
    "the names of the sheets of a workbook",
    "the sheet `events` of a folder of CSV files",
    "the sheet `evidence` of a folder of CSV files",
    "the sheet `stakeholders` of a folder of CSV files",
    "a file",
    "a file of this many bytes",
    "the name of a file",
    "the files that are checked together",
    "a command",
]
"""Where an example stands, in the words of its page; the tests hold a way to try each."""


@attrs.frozen
class Example:
    """What gives a finding, and what does not.

    In a document it is a change to a small one in which nothing is found (JSON merge patch, RFC
    7386); a list of changes is one document each. A table is the whole table.

    Attributes:
        setting: Where it stands.
        wrong: What gives the finding.
        right: What does not give it, nor any other.
        note: What a reader must know to see what is wrong, where the example does not show it.
        place: Where the finding then is, in the words of its page; empty where it is about the whole.
    """

    setting: Setting
    wrong: str = attrs.field(converter=inspect.cleandoc)
    right: str = attrs.field(converter=inspect.cleandoc)
    note: str = ""
    place: str = ""


@attrs.frozen
class Code:
    """What a code stands for, whatever document it is found in.

    Attributes:
        code: The code, which never changes.
        severity: How much every finding with this code matters.
        means: What was found, in plain sentences.
        why: Why it matters.
        do: What to do about it.
        see: Where its page says to read more, as Markdown; empty where there is nothing more.
        is_private: Whether its line may hold what one person said, so that it is not quoted.
        example: A wrong and a right example.
    """

    code: FindingCode
    severity: Severity
    means: str = attrs.field(kw_only=True)
    why: str = attrs.field(kw_only=True)
    do: str = attrs.field(kw_only=True)
    see: str = attrs.field(default="", kw_only=True)
    is_private: bool = attrs.field(default=False, kw_only=True)
    example: Example = attrs.field(kw_only=True)
