"""What the library has to say about a document."""

from typing import Literal, get_args

import attrs

from copro.model.values import one_of

Severity = Literal["error", "warning", "advice"]

FindingCode = Literal[
    "cannot-read",
    "too-large",
    "not-utf-8",
    "byte-order-mark",
    "not-json",
    "too-deep",
    "bad-number",
    "lone-surrogate",
    "duplicate-key",
    "unknown-format",
    "newer-format",
    "older-format",
    "format-migrated",
    "cannot-migrate",
    "same-id-twice",
    "missing-property",
    "unknown-property",
    "wrong-type",
    "unknown-word",
    "bad-pattern",
    "out-of-range",
    "too-short",
    "too-long",
    "repeated-item",
    "not-here",
    "schema",
    "bad-date",
    "duplicate-id",
    "duplicate-response",
    "id-clash",
    "reserved-id",
    "unknown-stakeholder",
    "unknown-perspective",
    "unknown-indicator",
    "unknown-level",
    "unknown-principle",
    "unknown-evidence",
    "unknown-decision",
    "unknown-party",
    "unknown-activity",
    "unknown-stage",
    "unknown-framework",
    "framework-mismatch",
    "framework-altered",
    "not-a-step",
    "period-reversed",
    "steps-not-rising",
    "descriptors-mismatch",
    "direct-not-community",
    "no-direct-perspective",
    "side-without-perspective",
    "levels-not-rising",
    "lowest-level-requires",
    "levels-contradict",
    "level-unreachable",
    "counts-mismatch",
    "no-overall",
    "no-source",
    "no-threshold-basis",
    "no-descriptors",
    "placeholder-left",
    "translation-missing",
    "translation-undeclared",
    "translation-stale",
    "one-sided",
    "only-proxy-answers",
    "same-rating-throughout",
    "top-without-evidence",
    "response-outside-period",
    "evidence-out-of-date",
    "evidence-after-period",
    "may-identify-someone",
    "crosswalk-mixed",
    "duplicate-link",
    "unknown-term",
    "values-not-rising",
    "vocabulary-altered",
    "impossible-event",
    "wrong-party",
    "judge-made-promise",
    "judge-same-organisation",
    "already-judged",
    "missing-reason",
    "event-out-of-order",
    "unknown-ending",
    "not-xlsx",
    "not-csv",
    "empty-table",
    "wrong-shape",
    "missing-sheet",
    "unknown-sheet",
    "unknown-table",
    "not-said",
    "left-behind",
    "unknown-column",
    "duplicate-heading",
    "too-many-cells",
    "duplicate-row",
    "empty-cell",
    "empty-row",
    "two-texts",
    "cell-error",
    "formula-without-result",
    "merged-cells",
    "unknown-commitment",
    "other-perspective",
    "ambiguous-column",
    "unknown-answer",
    "several-answers",
    "not-an-id",
    "address-left-out",
    "columns-left-out",
    "collected-differs",
    "duplicate-question",
    "bad-date-format",
    "no-direct-voice",
    "sides-not-required",
    "different-questions",
    "one-voice-moves-side",
    "in-the-dark",
    "mostly-not-applicable",
    "helped-by-service",
    "never-answered",
    "no-permission",
    "never-judged",
    "nothing-to-compare",
    "different-initiative",
    "different-framework",
    "different-scale",
    "different-policy",
    "different-perspectives",
    "no-intervals",
    "usual-suspects",
]
"""The codes that the library gives; what each stands for is in :mod:`copro.findings.codes`."""


@attrs.frozen(kw_only=True)
class Finding:
    """One fault, doubt or piece of advice, with its place.

    Attributes:
        code: A stable word for this kind of finding, such as ``not-a-step``; another release may have others.
        severity: ``error``: the document cannot be used; ``warning``: it can, with care;
            ``advice``: something to think about.
        message: One plain sentence about what was found.
        hint: What to do about it, where that is known.
        pointer: JSON Pointer (RFC 6901) of the place; empty for the whole document.
        file: The file, where there is one.
        line: Line of the place, from 1, where it is known.
        column: Column of the place, from 1, where it is known.
        column_name: The name of the table's column, for a place in a table.
        sheet: The sheet, for a place in a workbook.
        cell: The cell, such as ``C7``, for a place in a workbook.
    """

    code: str
    severity: Severity = attrs.field(default="error", validator=one_of(get_args(Severity)))
    message: str
    hint: str | None = None
    pointer: str = ""
    file: str | None = None
    line: int | None = None
    column: int | None = None
    column_name: str | None = None
    sheet: str | None = None
    cell: str | None = None

    def has_code(self, *codes: FindingCode) -> bool:
        """Tell whether the code is one of these; one that no finding has is an error of types."""
        return self.code in codes
