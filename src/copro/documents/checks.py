"""Check a document: its kind, its schema, its references."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import attrs

from copro.documents.assessment_faults import in_assessment, in_case_study
from copro.documents.crosswalk_faults import in_crosswalk, in_vocabulary
from copro.documents.faults import impossible_dates
from copro.documents.framework_faults import in_framework
from copro.documents.mapping_faults import in_mapping
from copro.documents.migration import FORMAT, current, oldest
from copro.documents.places import Places
from copro.documents.pointers import Pointer, finding_at, is_about_key, pointer_path
from copro.documents.schemas import against_schema
from copro.documents.scorecard_faults import in_scorecard
from copro.messages import message
from copro.model.document import KINDS
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.vocabulary import Vocabulary
from copro.version import __version__

WRITTEN_BY = re.compile(r"coproduction [0-9]{1,9}(\.[0-9]{1,9}){1,2}")
"""A program that a scorecard names under ``produced_by``, where it is a release of ours."""


def kind_of(document: Any) -> tuple[str | None, tuple[Finding, ...]]:
    """Read a document's kind from its ``format``.

    Args:
        document: The document as read from JSON.

    Returns:
        The kind, where this release reads that version of it; else ``None`` with the finding that
        says what is wrong.
    """
    if not isinstance(document, Mapping):
        text = message("A document is a JSON object, which starts with {start}.", start="{")
        return None, (finding_at("wrong-type", text),)
    named = document.get("format")
    if named is None:
        hint = message('Start the document with "format": "{format}", or another kind.', format=_format("assessment"))
        text = message("{property!r} is missing.", property="format")
        return None, (finding_at("missing-property", text, hint=hint),)
    found = FORMAT.fullmatch(named) if isinstance(named, str) else None
    if found is None or found[1] not in KINDS:
        hint = message("This release reads {formats}.", formats=", ".join(map(_format, KINDS)))
        text = message("{format!r} is not a format.", format=named)
        return None, (finding_at("unknown-format", text, ("format",), hint),)
    kind, major = found[1], int(found[2])
    if major > current(kind):
        return None, (_newer(document, kind),)
    if major < oldest(kind):
        return None, (_older(document, kind),)
    return kind, ()


def _newer(document: Mapping[str, Any], kind: str) -> Finding:
    """Say that a later release is needed, and which, where the document tells that."""
    found, reads = str(document["format"]), _format(kind)
    text = message(
        "This is {found}; coproduction {release} reads {reads}.", found=found, release=__version__, reads=reads
    )
    writer = document.get("produced_by")
    if isinstance(writer, str) and WRITTEN_BY.fullmatch(writer):
        hint = message("It was written by {writer}. Install that or a newer one.", writer=writer)
    else:
        hint = message(
            "Install a newer coproduction. Its change log says from which release on it reads {found}.", found=found
        )
    return finding_at("newer-format", text, ("format",), hint)


def _older(document: Mapping[str, Any], kind: str) -> Finding:
    found, reads = str(document["format"]), f"copro/{kind}/{oldest(kind)}"
    text = message("This is {found}; the oldest that this release reads is {reads}.", found=found, reads=reads)
    hint = message("Ask whoever wrote it for one in a newer format.")
    return finding_at("older-format", text, ("format",), hint)


def _format(kind: str) -> str:
    return f"copro/{kind}/{current(kind)}"


def check_schema(document: Mapping[str, Any], kind: str, *, where_missing: bool = False) -> tuple[Finding, ...]:
    """Say every fault of form, by the schema of the document's kind."""
    return tuple(against_schema(document, kind, where_missing=where_missing))


def check_references(
    document: Mapping[str, Any],
    framework: Framework | None = None,
    named: Iterable[Framework | Vocabulary] = (),
) -> tuple[Finding, ...]:
    """Say every fault of reference and sense.

    Args:
        document: A document of a known kind, of whatever shape.
        framework: For an assessment, the framework that it names, where there is one.
        named: For a crosswalk, the frameworks or vocabularies at its ends; for an assessment, those
            that its activities and stage come from. What is not given is not checked.

    Returns:
        The findings, all of them errors.
    """
    return tuple(_references(document, framework, {one.name: one for one in named}))


def with_places(findings: Iterable[Finding], data: bytes | str) -> tuple[Finding, ...]:
    """Add line and column to findings that have a place in a document but not yet in its text.

    They come back in the order of their places; those at one place stay in the order they had.
    """
    findings = tuple(findings)
    if all(finding.line is not None for finding in findings):
        return in_order(findings)
    text = (data.decode("utf-8") if isinstance(data, bytes) else data).removeprefix("\ufeff")
    places = Places(text, is_last=any(finding.has_code("duplicate-key") for finding in findings))
    placed = []
    for finding in findings:
        if finding.line is None:
            path = pointer_path(finding.pointer)
            line, column = places.find(path, at_key=is_about_key(finding, path))
            placed.append(attrs.evolve(finding, line=line, column=column))
        else:
            placed.append(finding)
    return in_order(placed)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in the order of line and column; those without a place come first."""
    return tuple(sorted(findings, key=lambda finding: (finding.line or 0, finding.column or 0)))


class Identity(NamedTuple):
    """What a document is: its kind, its id, and where that stands; a framework's edition is part of its id."""

    kind: str
    id: str
    place: Pointer


def identity_of(document: Any) -> Identity | None:
    """Read what a document is.

    Args:
        document: The document as read from JSON, in whatever version of its format.

    Returns:
        Its kind and id; ``None`` where it is of no known kind, or has no id.
    """
    kind, _ = kind_of(document)
    above: Pointer = ("assessment",) if kind == "scorecard" else ()
    subject = document.get("assessment") if above else document
    name = subject.get("id") if isinstance(subject, Mapping) else None
    if kind is None or not isinstance(name, str):
        return None
    edition = subject.get("edition")
    return Identity(kind, f"{name}@{edition}" if isinstance(edition, str) else name, (*above, "id"))


def _references(
    document: Mapping[str, Any], framework: Framework | None, named: Mapping[str, Framework | Vocabulary]
) -> Iterator[Finding]:
    yield from impossible_dates(document)
    kind, _ = kind_of(document)
    if kind == "framework":
        yield from in_framework(document)
    if kind == "assessment":
        yield from in_assessment(document, framework, named)
    if kind == "mapping":
        yield from in_mapping(document, framework)
    if kind == "scorecard":
        yield from in_scorecard(document)
    if kind == "case-study" and framework is not None:
        yield from in_case_study(document, framework)
    if kind == "vocabulary":
        yield from in_vocabulary(document)
    if kind == "crosswalk":
        yield from in_crosswalk(document, named)
