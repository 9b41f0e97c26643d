"""The documents that names on the command line stand for: files, folders, patterns, lines; read one at a time."""

import glob
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import attrs
import click

from copro.cli.reading import standard_input
from copro.documents.checks import Identity, in_order, with_places
from copro.documents.pointers import finding_at
from copro.documents.strict_json import MAX_BYTES, cannot_read
from copro.findings.codes import CODES
from copro.findings.tally import CheckedDocument
from copro.messages import message
from copro.model.finding import Finding

LINES = (".jsonl", ".ndjson")
"""How the names of files end that hold a document on each line."""

DOCUMENTS = (".json", *LINES)
"""How the names of files end that are read when a folder is given."""

MOST_IDS = 100_000
"""How many ids are remembered, to find those that come twice."""


@attrs.frozen(kw_only=True)
class RawDocument:
    """A document as it was read, or why it could not be.

    Attributes:
        name: What its file is called in messages.
        data: Its bytes.
        line: The line of the file that it is, from 1, in a file with a document on each line.
        fault: Why it could not be read.
    """

    name: str
    data: bytes = b""
    line: int | None = None
    fault: Finding | None = None

    @property
    def place(self) -> str:
        """The file, and the line where the document is a line."""
        return self.name if self.line is None else f"{self.name}:{self.line}"

    def placed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Give findings the file's name, the lines of the file, and a hint where they have none."""
        return tuple(
            attrs.evolve(
                finding,
                hint=finding.hint or (message(CODES[finding.code].do) if finding.code in CODES else None),
                file=self.name,
                line=finding.line if self.line is None else self.line + (finding.line or 1) - 1,
            )
            for finding in in_order(findings)
        )

    def checked(self, findings: Iterable[Finding], ignored: Iterable[str] = ()) -> CheckedDocument:
        """Put findings about this document together with its text."""
        placed, text = self.placed(findings), ""
        if placed:
            with suppress(UnicodeDecodeError):
                text = self.data.decode("utf-8").removeprefix("\ufeff")
        return CheckedDocument(
            file=self.name, text=text, first_line=self.line or 1, findings=placed, ignored=tuple(ignored)
        )


def is_one_document(files: tuple[str, ...]) -> bool:
    """Tell whether what was named is one file with one document, or standard input."""
    return len(files) == 1 and not (
        Path(files[0]).is_dir() or files[0].lower().endswith(LINES) or _is_pattern(files[0])
    )


def documents(files: Iterable[str]) -> Iterator[RawDocument]:
    """Read documents one at a time, in the order given, so that memory holds one of them.

    A folder stands for every file below it whose name ends in .json, .jsonl or .ndjson, in the
    order of their names; hidden files and folders are passed over. A pattern with * ? or [ stands for
    what it matches. A file whose name ends in .jsonl or .ndjson holds a document on each line.
    What cannot be read is said in its place, and does not stop the rest.

    Args:
        files: Names of files, folders and patterns; - is standard input.

    Yields:
        Documents, and faults of reading.
    """
    found = [each for file in files for each in _files(file)]
    with _progress(sum(_size(each) for each in found if isinstance(each, str))) as advance:
        for each in found:
            for raw in [each] if isinstance(each, RawDocument) else _in_file(each):
                yield raw
                advance(len(raw.data) + 1)


class Ids:
    """The ids of the documents of one run, of which digests are kept, to find those that come twice."""

    def __init__(self) -> None:
        self._seen: dict[bytes, tuple[str, int | None]] = {}

    @property
    def is_full(self) -> bool:
        """Whether no more ids are remembered, so that later ones may come twice unseen."""
        return len(self._seen) >= MOST_IDS

    def twice(self, raw: RawDocument, identity: Identity | None) -> tuple[Finding, ...]:
        """Say so if an earlier document of the same kind has the same id."""
        if identity is None:
            return ()
        kind, name, place = identity
        key = hashlib.blake2b(f"{kind}\0{name}".encode("utf-8", "replace"), digest_size=12).digest()
        if key not in self._seen:
            if not self.is_full:
                self._seen[key] = (raw.name, raw.line)
            return ()
        file, line = self._seen[key]
        text = message(
            "The {kind} {id!r} is in {file} already.",
            kind=kind.replace("-", " "),
            id=name,
            file=file if line is None else f"{file}:{line}",
        )
        hint = message("If it was sent twice, keep one. If not, give each its own id.")
        finding = finding_at("same-id-twice", text, place, hint)
        return with_places([finding], raw.data)


def name_of(file: str) -> str:
    """What a file is called in messages."""
    return message("standard input") if file == "-" else file


def _is_pattern(file: str) -> bool:
    return glob.has_magic(file) and not os.path.lexists(file)


def _files(file: str) -> Iterator[str | RawDocument]:
    """The files that a name stands for, and what cannot be read."""
    if file == "-":
        yield file
    elif _is_pattern(file):
        matched = list(_matched(file))
        yield from matched
        if not matched:
            yield RawDocument(name=file, fault=cannot_read(message("no file matches this pattern")))
    elif Path(file).is_dir():
        below = list(_below(file))
        nothing = message("the folder holds no .json, .jsonl or .ndjson file")
        yield from below or [RawDocument(name=file, fault=cannot_read(nothing))]
    else:
        yield file


def _matched(pattern: str) -> Iterator[str | RawDocument]:
    """Every document that a pattern stands for, in the order of names.

    What is neither a file nor a folder is passed over, because reading a pipe may never end.
    """
    for each in sorted(set(_names(pattern))):
        if Path(each).is_dir():
            yield from _below(each)
        elif Path(each).is_file() or not Path(each).exists():
            yield each


def _names(pattern: str) -> Iterator[str]:
    """The names that a pattern matches; ``**`` stands for any folders, none of them a link or hidden.

    Links to folders may lead round in a circle; Python's own ``glob`` follows them.
    """
    if pattern == "**" or pattern.endswith(("/**", "/**/")):
        pattern = pattern.rstrip("/").removesuffix("**") or "."  # a folder stands for what is below it already
    start, _, rest = pattern.partition("**/")
    if not rest or not (start.endswith("/") or not start):
        yield from glob.glob(pattern)  # noqa: PTH207  a Path takes no pattern from the root
        return
    for top in glob.glob(start) if start else [""]:  # noqa: PTH207  as above
        for folder in _folders(top):
            yield from _names(glob.escape(folder) + rest)


def _folders(top: str) -> Iterator[str]:
    """A folder and those below it, each with a slash at its end; the current one is empty."""
    yield top
    with suppress(OSError):
        for entry in os.scandir(top or "."):
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                yield from _folders(f"{top}{entry.name}/")


def _below(folder: str) -> Iterator[str | RawDocument]:
    """Every document below a folder, in the order of names."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield RawDocument(name=folder, fault=cannot_read(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        elif entry.name.lower().endswith(DOCUMENTS) and (entry.is_file() or not Path(entry).exists()):
            yield entry.path


def _in_file(file: str) -> Iterator[RawDocument]:
    """Read a file; what keeps it from being read is a fault, not the end."""
    name = name_of(file)
    try:
        if file == "-":
            yield RawDocument(name=name, data=standard_input().read(MAX_BYTES + 1))
            return
        with Path(file).open("rb") as opened:
            if file.lower().endswith(LINES):
                yield from _lines(opened, name)
            else:
                yield RawDocument(name=name, data=opened.read(MAX_BYTES + 1))
    except (OSError, ValueError) as error:  # a name may also hold what no name can
        yield RawDocument(name=name, fault=cannot_read(error))


def _lines(opened: IO[bytes], name: str) -> Iterator[RawDocument]:
    """Read a document from each line that is not empty; of a line that is too long, only the start."""
    number = 0
    found = False
    while line := opened.readline(MAX_BYTES + 1):
        number += 1
        rest = line
        while len(rest) > MAX_BYTES and not rest.endswith(b"\n"):
            rest = opened.readline(MAX_BYTES + 1)
        if line.strip():
            found = True
            yield RawDocument(name=name, data=line.rstrip(b"\r\n"), line=number)
    if not found:
        yield RawDocument(name=name, line=1)


def _size(file: str) -> int:
    try:
        return 0 if file == "-" else Path(file).stat().st_size
    except (OSError, ValueError):
        return 0


@contextmanager
def _progress(size: int) -> Iterator[Callable[[int], None]]:
    """Show how far reading is, where somebody sees it and nothing else is written to that screen."""
    if not size or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=size, label=message("Reading"), file=sys.stderr) as bar:
        yield bar.update
