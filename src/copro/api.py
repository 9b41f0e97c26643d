"""Join reading, checking and scoring; no logic of its own."""

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO

import attrs

from copro import checking, frameworks
from copro.advice.on_comparison import advice_on_comparison
from copro.advice.on_scorecard import advice_on_scorecard
from copro.checking import Given, Readable
from copro.documents import structure
from copro.documents.remarks import as_findings
from copro.errors import InvalidDocumentError
from copro.messages import telling
from copro.model.assessment import Assessment, Collected
from copro.model.comparison import Comparison
from copro.model.crosswalk import Crosswalk
from copro.model.document import Document
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.mapping import SurveyMapping
from copro.model.migration import Migration
from copro.model.power import Promises
from copro.model.scorecard import Scorecard
from copro.model.translation import Translation
from copro.model.vocabulary import Vocabulary
from copro.scoring import translation
from copro.scoring.promises import promises_of
from copro.scoring.scorecard import score as score_assessment
from copro.tables import files
from copro.uncertainty import comparison
from copro.version import PRODUCED_BY


def load(
    source: Readable, *, framework: Framework | None = None, ends: Iterable[Framework | Vocabulary] = ()
) -> Document:
    """Read a document and build the frozen value that it describes.

    A document of an older version of its format is brought to the current one on the way in.

    Args:
        source: A path, the bytes of a document, or an open file.
        framework: For an assessment, the framework that it names, unless that one is shipped.
        ends: For a crosswalk, the frameworks or vocabularies that it links, unless they are shipped.

    Returns:
        A :class:`Framework`, :class:`Assessment`, :class:`Scorecard`, :class:`CaseStudy`,
        :class:`Vocabulary`, :class:`Crosswalk` or :class:`SurveyMapping`.

    Raises:
        InvalidDocumentError: If the document has errors; all of them are in ``findings``.
        UnsupportedVersionError: If the document is of a newer format.
        OSError: If the source cannot be read.

    >>> load("examples/walk-your-neighbourhood/assessment.json").id
    'walk-your-neighbourhood-2026'
    """
    return checking.build(source, Given(framework, ends))


def loads(text: str, *, framework: Framework | None = None, ends: Iterable[Framework | Vocabulary] = ()) -> Document:
    """Build the frozen value that a JSON text describes; otherwise like :func:`load`."""
    return checking.build_text(text, Given(framework, ends))


def dump(value: Document, target: str | os.PathLike[str] | IO[str]) -> None:
    """Write a value as a JSON document, in UTF-8; the same value always gives the same bytes.

    Args:
        value: Any document that :func:`load` gives.
        target: A path, or a file opened for text.

    Raises:
        OSError: If the target cannot be written.
    """
    if isinstance(target, str | os.PathLike):
        Path(target).write_bytes(dumps(value).encode("utf-8"))
    else:
        target.write(dumps(value))


def dumps(value: Document) -> str:
    """Write a value as JSON text; the same value always gives the same text.

    >>> dumps(frameworks.get("copro-core@2026")).splitlines()[1]
    '  "format": "copro/framework/1",'
    """
    return structure.to_json(value)


def validate(
    source: Readable, *, framework: Framework | None = None, ends: Iterable[Framework | Vocabulary] = ()
) -> tuple[Finding, ...]:
    """Say everything that is wrong with a document, and what is worth thinking about; never raises.

    Args:
        source: A path, the bytes of a document, or an open file.
        framework: For an assessment, the framework that it names, unless that one is shipped.
        ends: For a crosswalk, the frameworks or vocabularies that it links, unless they are shipped.

    Returns:
        Everything found; errors and warnings, and advice where there is no error.

    >>> [finding.code for finding in validate(b'{"format": "copro/assesment/1"}')]
    ['unknown-format']
    """
    return checking.findings_on(source, Given(framework, ends))


def migrate(source: Readable) -> Migration:
    """Bring a document to the current version of its format, and say what changed.

    Nothing else is checked: :func:`validate` says whether the result is sound.

    Args:
        source: A path, the bytes of a document, or an open file.

    Returns:
        The document, as plain as JSON, with every change; free data under ``extra`` is as it was.

    Raises:
        InvalidDocumentError: If the source is no JSON, of no known format, or too faulty to be amended.
        UnsupportedVersionError: If the document is of a newer format.
        OSError: If the source cannot be read.

    >>> moved = migrate("examples/walk-your-neighbourhood/assessment.json")
    >>> moved.found == moved.now, moved.changes
    (True, ())
    """
    return checking.migrated(source)


def score(assessment: Assessment, framework: Framework | None = None) -> Scorecard:
    """Score an assessment.

    Ratings become each perspective's value, perspectives each side's value, sides the
    principle's score, principles the overall score; levels are requirements on these.

    Args:
        assessment: An assessment, loaded or built in Python.
        framework: The framework that it names, unless that one is shipped.

    Returns:
        The scorecard, with everything needed to work each figure out again. A status other
        than ``scored`` is a result, not an error.

    Raises:
        InvalidDocumentError: If ids of the assessment point nowhere, or its framework is not found.
        TypeError: If it is not an assessment.

    >>> score(load("examples/walk-your-neighbourhood/assessment.json")).status
    'scored'
    """
    used = checking.framework_of(assessment, framework)
    card = score_assessment(assessment, used)
    with telling(assessment.language) as speech:
        findings = as_findings(advice_on_scorecard(card, assessment, used), assessment, used)
    return attrs.evolve(
        card,
        findings=findings,
        language=speech.spoken,
        assessment=attrs.evolve(card.assessment, digest=structure.digest(assessment)),
        framework=attrs.evolve(card.framework, digest=structure.digest(used)),
        produced_by=PRODUCED_BY,
    )


def certainty(assessment: Assessment, framework: Framework | None = None, *, replicates: int = 2000) -> Scorecard:
    """Score an assessment and say how sure the score is.

    Adds to what :func:`score` gives: 95 % intervals, the probability of each level, and whether the
    level survives other choices of policy.

    Args:
        assessment: An assessment, loaded or built in Python.
        framework: The framework that it names, unless that one is shipped.
        replicates: How many times the answers are drawn again, 1 or more.

    Returns:
        The scorecard, with ``certainty`` and ``sensitivity`` filled.

    Raises:
        InvalidDocumentError: If ids of the assessment point nowhere, or its framework is not found.

    >>> card = certainty(load("examples/walk-your-neighbourhood/assessment.json"))
    >>> card.overall.interval[0] <= card.overall.score <= card.overall.interval[1]
    True
    """
    from copro.uncertainty.intervals import certainty as add_certainty  # noqa: PLC0415  numpy, for who asks
    from copro.uncertainty.sensitivity import sensitivity as add_sensitivity  # noqa: PLC0415  numpy as well

    card = score(assessment, framework)
    used = framework or frameworks.get(assessment.framework)
    return add_sensitivity(add_certainty(card, assessment, used, replicates), assessment, used)


def commitments(
    assessment: Assessment, framework: Framework | None = None, *, as_of: dt.date | None = None
) -> Promises | None:
    """Say what became of an assessment's commitments, as of a date.

    Args:
        assessment: An assessment, loaded or built in Python.
        framework: The framework that it names, unless that one is shipped.
        as_of: The date; left out, the end of the period, else the latest date in the document.

    Returns:
        The record in each direction and every commitment; ``None`` where none is recorded.

    Raises:
        InvalidDocumentError: If ids point nowhere, or events cannot have happened so.
    """
    used = checking.framework_of(assessment, framework)
    return promises_of(assessment, used, as_of)


def compare(
    cards: Iterable[Scorecard], assessments: Iterable[Assessment] = (), framework: Framework | None = None
) -> Comparison:
    """Put scorecards of one initiative at several times side by side, in the order given.

    Args:
        cards: Two scorecards or more, of one initiative and one edition of one framework.
        assessments: The assessments behind them, to see whether the same few people answer every time.
        framework: The framework that these name, unless that one is shipped.

    Returns:
        Every figure over all occasions, with its changes; a change is clear where it is larger
        than its uncertainty. Nothing is ever ranked.

    Raises:
        InvalidDocumentError: If the initiatives, frameworks, editions or scales differ.

    >>> card = score(load("examples/walk-your-neighbourhood/assessment.json"))
    >>> [change.value for change in compare([card, card]).courses[0].changes]
    [0.0]
    """
    cards = tuple(cards)
    if found := comparison.obstacles(cards):
        raise InvalidDocumentError(found)
    assessments = tuple(assessments)
    used = checking.framework_of(assessments[0], framework) if assessments else None
    with telling(cards[-1].assessment.language) as speech:
        findings = as_findings(advice_on_comparison(cards, assessments, used))
    return attrs.evolve(comparison.compare(cards), findings=findings, spoken=speech.spoken)


def translate(
    scorecard: Scorecard,
    target: str,
    *,
    crosswalks: Iterable[Crosswalk] | None = None,
    framework: Framework | None = None,
) -> Translation:
    """Show a scorecard in the words of another framework.

    A principle of the target gets the lowest score among the scorecard's principles that are an
    exact or close match for it; each side's own score likewise. Over any other link nothing is
    carried. Two frameworks that are not linked directly are joined through ``copro-core@2026``.

    Args:
        scorecard: A scorecard; give it to :func:`copro.without_single_answers` first where the result is shown.
        target: ``id@edition`` of the framework to show it in.
        crosswalks: Crosswalks of your own; they come before those that ship.
        framework: The target, unless it is shipped.

    Returns:
        Figures from 0 to 1 with the links they rest on, the links that carry none, and what each
        framework says that the other does not. It has no level, no overall figure and no gap.

    Raises:
        NoTranslationError: If no crosswalk leads there, or the target is no framework: a vocabulary is never scored.
        UnknownIdError: If the target does not ship with copro, and none was given.
        InvalidDocumentError: If what was given has faults, or is not the target.
        TypeError: If it is not a scorecard, or a crosswalk is none.

    >>> card = score(load("examples/walk-your-neighbourhood/assessment.json"))
    >>> translate(card, "copro-core-short@2026").principles[0].rests_on[0].relation
    'exact'
    """
    if not isinstance(scorecard, Scorecard):
        raise TypeError(f"a Scorecard is needed, not {type(scorecard).__name__}")
    own = tuple(crosswalks or ())
    wanted = checking.target_of(target, framework, own)
    return translation.translate(scorecard, wanted, (*own, *frameworks.crosswalks()))


def is_case_study(source: Readable) -> bool:
    """Tell whether a source says that it is a case study, of whatever version and with whatever faults.

    Raises:
        InvalidDocumentError: If the source is no JSON, so that nobody can tell.
        OSError: If it cannot be read.
    """
    document = checking.parsed(source)
    named = document.get("format") if isinstance(document, dict) else None
    return isinstance(named, str) and named.startswith("copro/case-study/")


def read_tables(
    source: str | os.PathLike[str],
    *,
    framework: Framework | None = None,
    mapping: SurveyMapping | None = None,
    collected: Collected | None = None,
    into: Assessment | None = None,
) -> tuple[Assessment, tuple[Finding, ...]]:
    """Read an assessment from tables: a workbook, a folder of CSV files, or one table of answers.

    Args:
        source: A path: ``.xlsx``, ``.csv`` or a folder.
        framework: The framework that people answered, unless the tables name a shipped one. One
            table of answers names none.
        mapping: How to read the export of a survey tool.
        collected: For one table of answers: how the answers were collected.
        into: For one table of answers: the assessment that they are added to.

    Returns:
        The assessment, and what there is to say about the tables short of errors.

    Raises:
        InvalidDocumentError: If the tables have errors; each finding says its cell.
        OSError: If they cannot be read.
        MissingExtraError: If it is a workbook, and the extra ``xlsx`` is not installed.
    """
    path = Path(source)
    added_to = structure.to_document(into) if into is not None else None
    if mapping is not None:
        used = framework or frameworks.get(mapping.framework)
        return checking.assessment_in(files.read_survey(path, mapping, used, added_to), framework, str(path))
    sheets, findings = files.read(path)
    if not sheets and (unread := checking.errors_in(tuple(findings))):
        raise InvalidDocumentError(unread)
    shape = files.shape_of(sheets, files.kind_of_file(path))
    if shape == "workbook":
        if into is not None:
            findings.append(files.whole_already(path))
        read = files.read_sheets(path, sheets, findings)
    else:
        named = framework.name if framework is not None else None
        base = files.base_of(path, added_to, named, collected, findings)
        read = files.read_answers(sheets, findings, shape, base)
    return checking.assessment_in(read, framework, str(path))


def write_tables(
    assessment: Assessment,
    target: str | os.PathLike[str],
    *,
    framework: Framework | None = None,
    shape: files.Shape | None = None,
    language: str | None = None,
) -> tuple[Finding, ...]:
    """Write an assessment as tables: a workbook, a folder of CSV files, or one table of answers.

    Args:
        assessment: An assessment, loaded or built in Python.
        target: A path: ``.xlsx``, ``.csv`` or a folder.
        framework: The framework that it names, unless that one is shipped.
        shape: ``workbook``: all of it, for ``.xlsx`` and folders; ``wide``: a row a respondent;
            ``long``: a row a rating. Left out: ``wide`` for ``.csv``, else ``workbook``.
        language: BCP 47 tag of what a workbook explains; left out, the assessment's.

    Returns:
        What the tables leave behind, as advice; nothing for a workbook or a folder.

    Raises:
        InvalidDocumentError: If ids of the assessment point nowhere, or a text is too long for a cell.
        OSError: If it cannot be written.
        MissingExtraError: If it is a workbook, and the extra ``xlsx`` is not installed.
    """
    used = checking.framework_of(assessment, framework)
    path = Path(target)
    chosen = shape or ("wide" if files.kind_of_file(path) == "csv" else "workbook")
    document = structure.to_document(assessment)
    findings = files.write(document, path, used, language or assessment.language, chosen)
    if checking.errors_in(findings):
        raise InvalidDocumentError(findings)
    return findings


def new_workbook(
    framework: Framework, target: str | os.PathLike[str], *, people: int = 10, language: str | None = None
) -> None:
    """Write an empty workbook in which people can answer a framework.

    Args:
        framework: The framework.
        target: A path ending in ``.xlsx``; never one that is there already.
        people: How many columns for answers there are, 1 or more.
        language: BCP 47 tag of headings and explanations; left out, the framework's.

    Raises:
        OSError: If it cannot be written, or is there already.
        MissingExtraError: If the extra ``xlsx`` is not installed.
    """
    files.write_blank(Path(target), framework, language or framework.language, people)
