"""Findings for people: like a compiler's, with the line at fault; what is alike is told once."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from copro.findings.codes import CODES
from copro.findings.discreet import may_be_quoted, without_values
from copro.findings.tally import CheckedDocument
from copro.findings.visible import excerpt, shortened, visible
from copro.messages import counted, message
from copro.model.finding import Finding, FindingCode

MOST_ALIKE = 5
"""How many findings that are alike are shown in one file."""

MOST_PLACES = 10
"""How many places are named of those that are not shown."""

MOST_KINDS = 200
"""How many kinds of alike findings are told apart in one file; what comes then is one kind for each code."""

ABOUT_A_PROPERTY: frozenset[FindingCode] = frozenset(
    {"duplicate-key", "missing-property", "not-here", "unknown-property"}
)
"""Findings that are alike only if they are about the same property."""

VALUES = re.compile(r"""'[^']*'|"[^"]*"|[0-9]+(?:\.[0-9]+)?""")
"""What may differ between messages that are alike: quoted words, and numbers."""


@attrs.define
class Alike:
    """Findings of one file that are alike: how many, and where those are that are not shown."""

    code: str
    count: int = 0
    places: list[str] = attrs.field(factory=list)


def as_text(checked: Iterable[CheckedDocument], *, width: int = 100, everything: bool = False) -> Iterator[str]:
    """Render findings as lines for people, one document after another.

    The lines of assessments, scorecards and stories, and of what nobody can tell, are shown without
    their values: what somebody said does not belong on a screen or in a log.

    Where the same fault comes more than five times in a file, the first five are shown, and
    the others are counted, with their lines.

    Args:
        checked: The documents; those of one file come together.
        width: How many characters fit on a line of the screen.
        everything: Whether to show every finding.

    Yields:
        Lines, each with its line feed.
    """
    for file, documents in itertools.groupby(checked, key=lambda document: document.file):
        groups: dict[tuple[str, str], Alike] = {}
        read, ignored = 0, 0
        for document in documents:
            read += 1
            ignored += len(document.ignored)
            lines = document.text.split("\n") if document.findings else []
            quoted = may_be_quoted(document.text) if document.findings else False
            for finding in document.findings:
                alike = groups.setdefault(_kind(finding, groups), Alike(finding.code))
                alike.count += 1
                if everything or alike.count <= MOST_ALIKE:
                    yield from _finding(finding, lines, document.first_line, width, quoted=quoted)
                elif len(alike.places) < MOST_PLACES:
                    alike.places.append(_short_place(finding))
        for alike in groups.values():
            if not everything and alike.count > MOST_ALIKE:
                yield f"{_name(file)}: {alike.code}: {_more(alike)}\n"
        if not groups:
            yield f"{_name(file)}: {_nothing_found(read, ignored)}\n"


def _kind(finding: Finding, known: Mapping[tuple[str, str], Alike]) -> tuple[str, str]:
    """What findings have in common that are alike: the code and the message, whatever the values in it."""
    about_a_property = finding.code in ABOUT_A_PROPERTY
    kind = finding.code, finding.message if about_a_property else VALUES.sub("*", finding.message)
    return kind if kind in known or len(known) < MOST_KINDS else (finding.code, "")


def _finding(finding: Finding, lines: list[str], first_line: int, width: int, *, quoted: bool) -> Iterator[str]:
    """One finding: its place and message, the line at fault with a caret, what to do.

    The line has no values where the document may be about people, and is left out where it is private.
    """
    yield f"{_place(finding)}: {finding.severity} {finding.code}: {shortened(finding.message)}\n"
    pointer = shortened(finding.pointer)
    at = None if finding.line is None else finding.line - first_line
    is_private = finding.code in CODES and CODES[finding.code].is_private
    if at is not None and 0 <= at < len(lines) and any(lines) and not is_private:
        gutter = f"{finding.line:>5} | "
        line, column = lines[at].removesuffix("\r"), finding.column or 1
        if not quoted:
            line, column = without_values(line, column)
        part, before = excerpt(line, column, max(width - len(gutter), 20))
        yield f"{gutter}{part}".rstrip() + "\n"
        if finding.column is not None:
            yield f"{'':>5} | {'':>{before}}^ {pointer}".rstrip() + "\n"
        elif pointer:
            yield f"{'':>5} | {pointer}\n"
    elif pointer:
        yield f"{'':>5} | {pointer}\n"
    if finding.hint:
        yield f"{'':>5} = {shortened(finding.hint)}\n"


def _place(finding: Finding) -> str:
    """File, line and column; or file, sheet and cell."""
    where = [finding.sheet, finding.cell] if finding.cell or finding.sheet else [finding.line, finding.column]
    parts = [_name(finding.file) if finding.file else message("document")]
    parts += [visible(str(part)) for part in where if part is not None]
    column = f" ({visible(finding.column_name)})" if finding.column_name else ""
    return ":".join(parts) + column


def _short_place(finding: Finding) -> str:
    """A place within its file."""
    if finding.cell:
        return visible(f"{finding.sheet or ''}:{finding.cell}".lstrip(":"))
    return "?" if finding.line is None else str(finding.line)


def _name(file: str) -> str:
    """A file's name, which must not start like a command of a program that reads along."""
    return f"./{visible(file)}" if file.startswith(":") else visible(file)


def _more(alike: Alike) -> str:
    places = list(dict.fromkeys(alike.places))
    more = alike.count - MOST_ALIKE
    rest = ", ..." if more > len(alike.places) else ""
    return counted(
        "and {count} more like this, at line {places}; --all shows it.",
        "and {count} more like these, at lines {places}; --all shows them.",
        more,
        places=", ".join(places) + rest,
    )


def _nothing_found(documents: int, ignored: int) -> str:
    if ignored:
        return counted(
            "no faults found, apart from {count} ignored", "no faults found, apart from {count} ignored", ignored
        )
    if documents > 1:
        return counted("{count} document, no faults found", "{count} documents, no faults found", documents)
    return message("no faults found")
