"""Documents that have been checked, and what was found in them, added up by file and by partner."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

import attrs

from copro.model.finding import Finding


@attrs.frozen(kw_only=True)
class CheckedDocument:
    """A document that has been checked.

    Attributes:
        file: The file's name.
        text: The document's text; empty where it could not be read as text.
        first_line: The line of the file on which the text starts.
        findings: What was found and is told.
        ignored: The codes of what was found and is not told.
    """

    file: str
    text: str = ""
    first_line: int = 1
    findings: tuple[Finding, ...] = ()
    ignored: tuple[str, ...] = ()

    def file_of(self, finding: Finding, root: str) -> str:
        """The name of a finding's file from a folder, where it lies below that, with slashes."""
        path = PurePath(finding.file or self.file)
        return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


@attrs.frozen(kw_only=True)
class Count:
    """What was found in one file, or in several."""

    documents: int = 0
    severities: Counter[str] = attrs.field(factory=Counter)
    codes: Counter[str] = attrs.field(factory=Counter)
    ignored: Counter[str] = attrs.field(factory=Counter)

    def __add__(self, other: "Count") -> "Count":
        return Count(
            documents=self.documents + other.documents,
            severities=self.severities + other.severities,
            codes=self.codes + other.codes,
            ignored=self.ignored + other.ignored,
        )


NOTHING = Count()


@attrs.define
class Tally:
    """What was found so far, file by file, in the order in which they were read."""

    files: dict[str, Count] = attrs.field(factory=dict)

    def counted(self, checked: Iterable[CheckedDocument]) -> Iterator[CheckedDocument]:
        """Count documents while they pass."""
        for document in checked:
            self.files[document.file] = self.files.get(document.file, NOTHING) + Count(
                documents=1,
                severities=Counter(finding.severity for finding in document.findings),
                codes=Counter(finding.code for finding in document.findings),
                ignored=Counter(document.ignored),
            )
            yield document

    @property
    def total(self) -> Count:
        """Everything that was found."""
        return sum(self.files.values(), NOTHING)

    @property
    def partners(self) -> dict[str, dict[str, Count]]:
        """The files of each partner; a partner is the folder that a file lies in."""
        found: dict[str, dict[str, Count]] = {}
        for file, count in self.files.items():
            found.setdefault(PurePath(file).parent.as_posix(), {})[file] = count
        return found
