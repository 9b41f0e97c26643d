"""Read documents, and check them with what they name, whether that ships with copro or was given."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple, NoReturn

import attrs

from copro import frameworks
from copro.advice.on_assessment import advice_on_assessment
from copro.advice.on_framework import advice_on_framework
from copro.documents import checks, migration, strict_json, structure
from copro.documents.pointers import finding_at
from copro.errors import InvalidDocumentError, NoTranslationError, UnsupportedVersionError
from copro.messages import message
from copro.model.assessment import Assessment
from copro.model.crosswalk import Crosswalk
from copro.model.document import Document
from copro.model.finding import Finding, FindingCode
from copro.model.framework import Framework
from copro.model.migration import Migration
from copro.model.suggest import nearest
from copro.model.texts import says_the_same
from copro.model.vocabulary import Vocabulary
from copro.tables import at_cells, files

Source = str | os.PathLike[str] | bytes | IO[str] | IO[bytes]
"""A path, the bytes of a document, or an open file."""

UNREADABLE: frozenset[FindingCode] = frozenset({"not-json", "not-utf-8", "too-large", "too-deep"})
"""Findings after which no place in the text can be looked up."""


class Given(NamedTuple):
    """What a caller gives beside a document, because it does not ship with copro.

    Attributes:
        framework: The framework that an assessment names.
        ends: The frameworks or vocabularies that a crosswalk links.
    """

    framework: Framework | None = None
    ends: Iterable[Framework | Vocabulary] = ()

    def all(self) -> tuple[Framework | Vocabulary, ...]:
        """Everything given: the framework of an assessment may also be the end of a crosswalk."""
        return (*self.ends, *([self.framework] if self.framework else []))


def build(source: Source, given: Given) -> Document:
    """Build the value that a source describes; raise where it has errors."""
    return _build(_read_or_refuse(source), given, source)


def build_text(text: str, given: Given) -> Document:
    """Build the value that a JSON text describes; raise where it has errors."""
    return _build(text, given, None)


def _build(data: bytes | str, given: Given, source: Source | None) -> Document:
    document, findings = _check(data, given)
    if errors := errors_in(findings):
        _refuse(document, _placed(errors, source))
    return structure.from_document(document)


def findings_on(source: Source, given: Given) -> tuple[Finding, ...]:
    """Say everything that is wrong with a source and, where nothing is, what is worth thinking about."""
    try:
        data = _read(source)
    except UnicodeDecodeError as error:
        findings: tuple[Finding, ...] = (strict_json.not_utf_8(error),)
    except (OSError, ValueError) as error:  # a path may also hold what no path can
        findings = (strict_json.cannot_read(error),)
    else:
        document, findings = _check(data, given)
        if not errors_in(findings):
            used, _ = named_in(document, given.framework)
            advice = advise(document, used)
            is_as_written = not any(finding.has_code("format-migrated") for finding in findings)
            findings = (*findings, *(checks.with_places(advice, data) if is_as_written else advice))
    return _placed(findings, source)


def migrated(source: Source) -> Migration:
    """Bring the document of a source to the current version of its format; raise where that cannot be done."""
    document = parsed(source)
    kind, findings = checks.kind_of(document)
    moved: Migration | None = None
    if kind is not None:
        moved, findings = migration.migrate(document, kind)
    if moved is None:
        _refuse(document, _placed(findings, source))
    return moved


def parsed(source: Source) -> Any:
    """Read a source as JSON, and check nothing else; raise where it is none."""
    document, findings = strict_json.parse(_read_or_refuse(source))
    if errors := errors_in(findings):
        raise InvalidDocumentError(_placed(errors, source))
    return document


def assessment_in(read: files.Read, framework: Framework | None, file: str) -> tuple[Assessment, tuple[Finding, ...]]:
    """Check a document that came from tables like any other, and point at the cells."""
    used, named = named_in(read.document, framework)
    checked = (
        *named,
        *checks.check_schema(read.document, "assessment", where_missing=True),
        *checks.check_references(read.document, used, frameworks.vocabularies()),
    )
    findings = (*read.findings, *at_cells.at_cells(checked, read.places, read.findings, file))
    if errors_in(findings):  # a warning, such as merged cells, may be the cause of an error
        raise InvalidDocumentError(tuple(finding for finding in findings if finding.severity != "advice"))
    assessment = structure.from_document(read.document)
    if not isinstance(assessment, Assessment):
        raise TypeError("not an assessment")  # a fault of this package, never of its user
    return assessment, findings


def framework_of(assessment: Assessment, framework: Framework | None) -> Framework:
    """Find an assessment's framework, and refuse an assessment whose parts do not fit together."""
    if not isinstance(assessment, Assessment):
        raise TypeError(f"an Assessment is needed, not {type(assessment).__name__}")
    document = structure.to_document(assessment)
    used, findings = named_in(document, framework)
    findings = (*findings, *checks.check_references(document, used, frameworks.vocabularies()))
    findings = (*findings, *faults_of(framework))
    if used is None or findings:
        raise InvalidDocumentError(findings)
    return used


def target_of(name: str, framework: Framework | None, crosswalks: Iterable[Crosswalk]) -> Framework:
    """Find the framework to show a scorecard in, and refuse it or the crosswalks given where they have faults."""
    findings = faults_of(framework)
    if framework is not None and framework.name != name:
        told = message(
            "The target is {target!r}, but the framework given is {given!r}.", target=name, given=framework.name
        )
        findings = (*findings, finding_at("framework-mismatch", told))
    for crosswalk in crosswalks:
        if not isinstance(crosswalk, Crosswalk):
            raise TypeError(f"a Crosswalk is needed, not {type(crosswalk).__name__}")
        findings = (*findings, *faults_of(crosswalk, framework))
    if findings:
        raise InvalidDocumentError(findings)
    wanted = framework or frameworks.find(name)
    if not isinstance(wanted, Framework):
        told = message("{target} is no framework. It is never scored, so no score can be carried there.", target=name)
        raise NoTranslationError(told)
    return wanted


def faults_of(value: Framework | Crosswalk | None, end: Framework | None = None) -> tuple[Finding, ...]:
    """The faults of a framework or crosswalk built in Python; an end that is not at hand is not looked into."""
    if value is None:
        return ()
    document = structure.to_document(value)
    ends: tuple[Framework | Vocabulary, ...] = ()
    if isinstance(value, Crosswalk):
        ends, _ = ends_of(document, [end] if end else [])
    kind, _ = checks.kind_of(document)
    return (*checks.check_schema(document, str(kind)), *checks.check_references(document, None, ends))


def advise(document: Mapping[str, Any], framework: Framework | None = None) -> tuple[Finding, ...]:
    """Say what is worth thinking about in a document without faults.

    Args:
        document: A document without errors.
        framework: For an assessment, the framework that it names.

    Returns:
        Advice and warnings.
    """
    kind, _ = checks.kind_of(document)
    if kind == "assessment" and framework is not None:
        return tuple(advice_on_assessment(document, framework))
    return tuple(advice_on_framework(document)) if kind == "framework" else ()


def errors_in(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that are errors."""
    return tuple(finding for finding in findings if finding.severity == "error")


def named_in(
    document: Mapping[str, Any], given: Framework | None = None
) -> tuple[Framework | None, tuple[Finding, ...]]:
    """Find the framework that a document names.

    Args:
        document: An assessment, mapping or case study.
        given: A framework of the user's own, which must then be the one named.

    Returns:
        The framework, or ``None`` with the finding that says why.
    """
    name = document.get("framework")
    if not isinstance(name, str):
        return None, ()  # the schema says so
    if given is not None and given.name == name:
        return given, ()
    if given is not None:
        told = message(
            "The assessment names {name!r}, but the framework given is {given!r}.", name=name, given=given.name
        )
        hint = message("Give the framework that the assessment names.")
        return None, (finding_at("framework-mismatch", told, ("framework",), hint),)
    shipped = frameworks.names()
    if name in shipped:
        return frameworks.get(name), ()
    told = message("{name!r} is not a framework that ships with copro, and none was given.", name=name)
    hint = _meant(name, shipped) or message("Give the file of a framework of your own with --framework.")
    return None, (finding_at("unknown-framework", told, ("framework",), hint),)


def ends_of(
    document: Mapping[str, Any], given: Iterable[Framework | Vocabulary] = ()
) -> tuple[tuple[Framework | Vocabulary, ...], tuple[Finding, ...]]:
    """Find the frameworks or vocabularies at the two ends of a crosswalk document.

    Args:
        document: The crosswalk document.
        given: Frameworks and vocabularies of the user's own; they come before those that ship.

    Returns:
        Those found, and a finding for each that is not.
    """
    own = {one.name: one for one in given}
    shipped = (*frameworks.names(), *frameworks.vocabulary_names())
    found: list[Framework | Vocabulary] = []
    findings = []
    for end in ("from", "to"):
        name = document.get(end)
        if not isinstance(name, str):
            continue  # the schema says so
        if name in own:
            found.append(own[name])
        elif name in shipped:
            found.append(frameworks.get(name) if name in frameworks.names() else frameworks.vocabulary(name))
        else:
            told = message(
                "{name!r} is not a framework or vocabulary that ships with copro, and none was given.", name=name
            )
            hint = _meant(name, shipped) or message(
                "Give the file of a framework or vocabulary of your own with --framework."
            )
            findings.append(finding_at("unknown-framework", told, (end,), hint))
    return tuple(found), tuple(findings)


def _meant(name: str, shipped: Iterable[str]) -> str | None:
    """A hint that names what was perhaps meant, whatever its edition."""
    by_id = {one.partition("@")[0]: one for one in shipped}
    guess = nearest(name.partition("@")[0], by_id)
    return message("Did you mean {guess!r}?", guess=by_id[guess]) if guess else None


def _altered(document: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Say so when a checked framework or vocabulary carries a shipped name with other content."""
    name, value = f"{document['id']}@{document['edition']}", structure.from_document(document)
    shipped: Framework | Vocabulary
    if isinstance(value, Vocabulary) and name in frameworks.vocabulary_names():
        shipped = frameworks.vocabulary(name)
    elif isinstance(value, Framework) and name in frameworks.names():
        shipped = frameworks.get(name)
    else:
        return ()
    if says_the_same(value, shipped):
        return ()
    code: FindingCode = "vocabulary-altered" if isinstance(value, Vocabulary) else "framework-altered"
    told = message("{name} ships with copro, and this file says something else under that name.", name=name)
    return (finding_at(code, told, ("id",), message("Give it an id and edition of your own.")),)


def _read(source: Source) -> bytes | str:
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source)
    if isinstance(source, str | os.PathLike):
        return Path(source).read_bytes()
    return source.read()


def _read_or_refuse(source: Source) -> bytes | str:
    try:
        return _read(source)
    except UnicodeDecodeError as error:
        raise InvalidDocumentError([strict_json.not_utf_8(error)]) from error


def _check(data: bytes | str, given: Given) -> tuple[Any, tuple[Finding, ...]]:
    """Read and check a document; the findings are all there are."""
    document, findings = strict_json.parse(data)
    if errors_in(findings):
        readable = not any(finding.code in UNREADABLE for finding in findings)
        return document, checks.with_places(findings, data) if readable else findings
    kind, faults = checks.kind_of(document)
    if kind is None:
        return document, checks.with_places((*findings, *faults), data)
    moved, told = migration.migrate(document, kind)
    findings = (*findings, *told)
    if moved is None:
        return document, findings
    document = moved.document
    findings = (*findings, *_faults_in(document, kind, given))
    if kind in {"framework", "vocabulary"} and not errors_in(findings):
        findings = (*findings, *_altered(document))
    if moved.changes:
        return document, findings  # lines and columns of the old text are not those of the new document
    return document, checks.with_places(findings, data)


def _faults_in(document: Mapping[str, Any], kind: str, given: Given) -> tuple[Finding, ...]:
    """What is wrong with the form of a document, and with what it names."""
    used: Framework | None = None
    named: tuple[Framework | Vocabulary, ...] = frameworks.vocabularies() if kind == "assessment" else ()
    missing: tuple[Finding, ...] = ()
    if kind in {"assessment", "mapping"} or (kind == "case-study" and "framework" in document):
        used, missing = named_in(document, given.framework)
    if kind == "crosswalk":
        named, missing = ends_of(document, given.all())
    form = checks.check_schema(document, kind)
    return (*missing, *form, *checks.check_references(document, used, named))


def _placed(findings: tuple[Finding, ...], source: Source | None) -> tuple[Finding, ...]:
    """Add the file's name to findings, where the source is a file with a name."""
    if not isinstance(source, str | os.PathLike):
        return findings
    return tuple(attrs.evolve(finding, file=os.fspath(source)) for finding in findings)


def _refuse(document: Any, errors: tuple[Finding, ...]) -> NoReturn:
    if any(finding.has_code("newer-format") for finding in errors):
        found = str(document["format"])
        kind = found.split("/")[1]
        raise UnsupportedVersionError(found, f"copro/{kind}/{migration.current(kind)}")
    raise InvalidDocumentError(errors)
