"""Read documents, and check them with what they name, whether that ships with copro or was given."""

import os
import weakref
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple, NoReturn

import attrs

from copro import frameworks
from copro.advice.on_assessment import advice_on_assessment
from copro.advice.on_framework import advice_on_framework
from copro.documents import checks, migration, strict_json, structure
from copro.documents.per_object import PerObject
from copro.documents.pointers import finding_at
from copro.documents.remarks import as_findings
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

Readable = str | os.PathLike[str] | bytes | IO[str] | IO[bytes]
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


@attrs.frozen(kw_only=True)
class Examined:
    """What came of reading and checking one document, each of them once.

    Attributes:
        value: The frozen value that it describes; ``None`` where it has errors.
        findings: Everything that is wrong with it.
        document: The document as plain as JSON, in the current version of its format; ``None`` where it is no JSON.
        identity: Its kind and id, as they were written; ``None`` where it has none.
        framework: The framework that it was checked with, where it names one.
        text: Its text or bytes; ``None`` where lines and columns in it are not those of the document.
    """

    value: Document | None = None
    findings: tuple[Finding, ...]
    document: Any = None
    identity: checks.Identity | None = None
    framework: Framework | None = None
    text: bytes | str | None = None


CHECKED_WITH: PerObject["weakref.ref[Framework]"] = PerObject()
"""The framework that each assessment was last checked with, and found to fit."""

WITHOUT_FAULTS: PerObject[bool] = PerObject()
"""The frameworks that were checked and have no faults."""


def examine(text: bytes | str, given: Given) -> Examined:
    """Read and check a document, and build its value where it has no errors; never raises.

    Args:
        text: The document, as text or bytes.
        given: What it may name that does not ship with copro.

    Returns:
        All that was found out, so that nobody need read or check it again.
    """
    document, findings = strict_json.parse(text)
    if errors_in(findings):
        readable = not any(finding.code in UNREADABLE for finding in findings)
        return Examined(document=document, findings=checks.with_places(findings, text) if readable else findings)
    kind, faults = checks.kind_of(document)
    if kind is None:
        return Examined(document=document, findings=checks.with_places((*findings, *faults), text), text=text)
    identity = checks.identity_of(document)
    moved, faults = migration.migrate(document, kind)
    findings = (*findings, *faults)
    if moved is None:
        return Examined(document=document, findings=findings, identity=identity)
    document = moved.document
    used, faults = _faults_in(document, kind, given)
    findings = (*findings, *faults)
    value = None if errors_in(findings) else structure.from_document(document)
    if isinstance(value, Framework | Vocabulary) and (altered := _altered(value)):
        findings, value = (*findings, *altered), None
    if isinstance(value, Framework):
        WITHOUT_FAULTS.keep(value, known=True)
    if isinstance(value, Assessment) and used is not None:
        CHECKED_WITH.keep(value, weakref.ref(used))
    is_as_written = not moved.changes  # else lines and columns of the old text are not those of the new document
    return Examined(
        value=value,
        findings=checks.with_places(findings, text) if is_as_written else findings,
        document=document,
        identity=identity,
        framework=used,
        text=text if is_as_written else None,
    )


def build(source: Readable, given: Given) -> Document:
    """Build the value that a source describes; raise where it has errors."""
    return _built(examine(_read_or_refuse(source), given), source)


def build_text(text: str, given: Given) -> Document:
    """Build the value that a JSON text describes; raise where it has errors."""
    return _built(examine(text, given), None)


def _built(examined: Examined, source: Readable | None) -> Document:
    if examined.value is None:
        _refuse(examined.document, _placed(errors_in(examined.findings), source))
    return examined.value


def findings_on(source: Readable, given: Given) -> tuple[Finding, ...]:
    """Say everything that is wrong with a source and, where nothing is, what is worth thinking about."""
    try:
        text = _read(source)
    except UnicodeDecodeError as error:
        findings: tuple[Finding, ...] = (strict_json.not_utf_8(error),)
    except (OSError, ValueError) as error:  # a path may also hold what no path can
        findings = (strict_json.cannot_read(error),)
    else:
        examined = examine(text, given)
        findings = (*examined.findings, *advise(examined))
    return _placed(findings, source)


def advise(examined: Examined) -> tuple[Finding, ...]:
    """Say what is worth thinking about in a document without errors; whoever only loads one does not pay for it.

    Nothing is said of an assessment that was checked with a framework which has faults of its own.
    """
    value, framework = examined.value, examined.framework
    if isinstance(value, Framework):
        findings = as_findings(advice_on_framework(value), value)
    elif isinstance(value, Assessment) and framework is not None and not faults_of(framework):
        findings = as_findings(advice_on_assessment(value, framework), value)
    else:
        return ()
    return findings if examined.text is None else checks.with_places(findings, examined.text)


def migrated(source: Readable) -> Migration:
    """Bring the document of a source to the current version of its format; raise where that cannot be done."""
    document = parsed(source)
    kind, findings = checks.kind_of(document)
    moved: Migration | None = None
    if kind is not None:
        moved, findings = migration.migrate(document, kind)
    if moved is None:
        _refuse(document, _placed(findings, source))
    return moved


def parsed(source: Readable) -> Any:
    """Read a source as JSON, and check nothing else; raise where it is none."""
    document, findings = strict_json.parse(_read_or_refuse(source))
    if errors := errors_in(findings):
        raise InvalidDocumentError(_placed(errors, source))
    return document


def assessment_in(read: files.Read, framework: Framework | None, file: str) -> tuple[Assessment, tuple[Finding, ...]]:
    """Check a document that came from tables like any other, and point at the cells."""
    used, missing = named_in(read.document.get("framework"), framework)
    checked = (
        *missing,
        *checks.check_schema(read.document, "assessment", where_missing=True),
        *checks.check_references(read.document, used, frameworks.vocabularies()),
    )
    findings = (*read.findings, *at_cells.at_cells(checked, read.places, read.findings, file))
    if errors_in(findings):  # a warning, such as merged cells, may be the cause of an error
        raise InvalidDocumentError(tuple(finding for finding in findings if finding.severity != "advice"))
    assessment = structure.from_document(read.document)
    if not isinstance(assessment, Assessment) or used is None:
        raise TypeError("not an assessment")  # a fault of this package, never of its user
    CHECKED_WITH.keep(assessment, weakref.ref(used))
    return assessment, findings


def framework_of(assessment: Assessment, framework: Framework | None) -> Framework:
    """Find an assessment's framework, and refuse an assessment whose parts do not fit together.

    What was checked with that framework before, such as when it was loaded, is not checked again.
    """
    if not isinstance(assessment, Assessment):
        raise TypeError(f"an Assessment is needed, not {type(assessment).__name__}")
    used, findings = named_in(assessment.framework, framework)
    if used is None or not _was_checked_with(assessment, used):
        document = structure.to_document(assessment)
        findings = (*findings, *checks.check_references(document, used, frameworks.vocabularies()))
    findings = (*findings, *faults_of(framework))
    if used is None or findings:
        raise InvalidDocumentError(findings)
    CHECKED_WITH.keep(assessment, weakref.ref(used))
    return used


def _was_checked_with(assessment: Assessment, framework: Framework) -> bool:
    """Whether an assessment was checked with a framework, both of them the very objects, and found to fit."""
    checked_with = CHECKED_WITH.about(assessment)
    return checked_with is not None and checked_with() is framework


def target_of(name: str, framework: Framework | None, crosswalks: Iterable[Crosswalk]) -> Framework:
    """Find the framework to show a scorecard in, and refuse it or the crosswalks given where they have faults."""
    findings = faults_of(framework)
    if framework is not None and framework.name != name:
        text = message(
            "The target is {target!r}, but the framework given is {given!r}.", target=name, given=framework.name
        )
        findings = (*findings, finding_at("framework-mismatch", text))
    for crosswalk in crosswalks:
        if not isinstance(crosswalk, Crosswalk):
            raise TypeError(f"a Crosswalk is needed, not {type(crosswalk).__name__}")
        findings = (*findings, *faults_of(crosswalk, framework))
    if findings:
        raise InvalidDocumentError(findings)
    wanted = framework or frameworks.find(name)
    if not isinstance(wanted, Framework):
        text = message("{target} is no framework. It is never scored, so no score can be carried there.", target=name)
        raise NoTranslationError(text)
    return wanted


def faults_of(value: Framework | Crosswalk | None, end: Framework | None = None) -> tuple[Finding, ...]:
    """The faults of a framework or crosswalk built in Python; an end that is not at hand is not looked into.

    A framework that has none is checked once, and one that ships with copro is not checked here.
    """
    if value is None or WITHOUT_FAULTS.about(value) or (isinstance(value, Framework) and _ships(value)):
        return ()
    document = structure.to_document(value)
    ends: tuple[Framework | Vocabulary, ...] = ()
    if isinstance(value, Crosswalk):
        ends, _ = ends_of(document, [end] if end else [])
    kind, _ = checks.kind_of(document)
    faults = (*checks.check_schema(document, str(kind)), *checks.check_references(document, None, ends))
    if isinstance(value, Framework) and not faults:
        WITHOUT_FAULTS.keep(value, known=True)
    return faults


def _ships(framework: Framework) -> bool:
    """Whether a framework is one that ships with copro: the very object, not one of the same name."""
    return framework.name in frameworks.names() and frameworks.get(framework.name) is framework


def errors_in(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that are errors."""
    return tuple(finding for finding in findings if finding.severity == "error")


def named_in(name: Any, given: Framework | None = None) -> tuple[Framework | None, tuple[Finding, ...]]:
    """Find the framework of a name.

    Args:
        name: What a document has under ``framework``, which may be anything.
        given: A framework of the user's own, which must then be the one named.

    Returns:
        The framework, or ``None`` with the finding that says why.
    """
    if not isinstance(name, str):
        return None, ()  # the schema says so
    if given is not None and given.name == name:
        return given, ()
    if given is not None:
        text = message(
            "The assessment names {name!r}, but the framework given is {given!r}.", name=name, given=given.name
        )
        hint = message("Give the framework that the assessment names.")
        return None, (finding_at("framework-mismatch", text, ("framework",), hint),)
    shipped = frameworks.names()
    if name in shipped:
        return frameworks.get(name), ()
    text = message("{name!r} is not a framework that ships with copro, and none was given.", name=name)
    hint = _meant(name, shipped) or message("Give the file of a framework of your own with --framework.")
    return None, (finding_at("unknown-framework", text, ("framework",), hint),)


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
            text = message(
                "{name!r} is not a framework or vocabulary that ships with copro, and none was given.", name=name
            )
            hint = _meant(name, shipped) or message(
                "Give the file of a framework or vocabulary of your own with --framework."
            )
            findings.append(finding_at("unknown-framework", text, (end,), hint))
    return tuple(found), tuple(findings)


def _meant(name: str, shipped: Iterable[str]) -> str | None:
    """A hint that names what was perhaps meant, whatever its edition."""
    by_id = {one.partition("@")[0]: one for one in shipped}
    guess = nearest(name.partition("@")[0], by_id)
    return message("Did you mean {guess!r}?", guess=by_id[guess]) if guess else None


def _altered(value: Framework | Vocabulary) -> tuple[Finding, ...]:
    """Say so when a framework or vocabulary carries a shipped name with other content."""
    name = value.name
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
    text = message("{name} ships with copro, and this file says something else under that name.", name=name)
    return (finding_at(code, text, ("id",), message("Give it an id and edition of your own.")),)


def _read(source: Readable) -> bytes | str:
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source)
    if isinstance(source, str | os.PathLike):
        return Path(source).read_bytes()
    return source.read()


def _read_or_refuse(source: Readable) -> bytes | str:
    try:
        return _read(source)
    except UnicodeDecodeError as error:
        raise InvalidDocumentError([strict_json.not_utf_8(error)]) from error


def _faults_in(document: Mapping[str, Any], kind: str, given: Given) -> tuple[Framework | None, tuple[Finding, ...]]:
    """The framework that a document names, and what is wrong with its form and with what it names."""
    used: Framework | None = None
    named: tuple[Framework | Vocabulary, ...] = frameworks.vocabularies() if kind == "assessment" else ()
    missing: tuple[Finding, ...] = ()
    if kind in {"assessment", "mapping"} or (kind == "case-study" and "framework" in document):
        used, missing = named_in(document.get("framework"), given.framework)
    if kind == "crosswalk":
        named, missing = ends_of(document, given.all())
    form = checks.check_schema(document, kind)
    return used, (*missing, *form, *checks.check_references(document, used, named))


def _placed(findings: tuple[Finding, ...], source: Readable | None) -> tuple[Finding, ...]:
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
