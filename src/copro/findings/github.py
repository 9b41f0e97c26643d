"""Findings for GitHub: workflow commands, which it shows beside the lines at fault."""

from collections.abc import Iterable, Iterator, Mapping

from copro.findings.tally import CheckedDocument
from copro.findings.visible import visible
from copro.model.finding import Severity

COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "advice": "notice"}
"""Severities as GitHub has them."""


def as_github(checked: Iterable[CheckedDocument], root: str) -> Iterator[str]:
    """Write findings as workflow commands.

    Args:
        checked: The documents.
        root: The folder that the names of files start from.

    Yields:
        One command a line. Nothing in a document can end a command or start another.
    """
    for document in checked:
        for finding in document.findings:
            cell = ":".join(filter(None, (finding.sheet, finding.cell)))
            properties = {
                "file": document.file_of(finding, root),
                "line": finding.line,
                "col": finding.column,
                "title": " ".join(filter(None, ("copro", finding.code, cell))),
            }
            parts = [finding.message, finding.hint, finding.pointer]
            text = "\n".join(visible(part) for part in parts if part)
            named = ",".join(
                f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None
            )
            yield f"::{COMMANDS[finding.severity]} {named}::{_data(text)}\n"


def _data(text: str) -> str:
    """Text as the data of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text as a property of a workflow command."""
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
