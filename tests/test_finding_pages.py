"""The pages about findings: one for each code, and their examples do what the pages say."""

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner

import copro
from copro.cli import commands
from copro.interchange.translations import check_translations
from copro.model.codes import CODES
from example import ROOT

FOLDER = ROOT / "docs" / "reference" / "findings"
PAGES = sorted(FOLDER.glob("*.md"))
BASES = ROOT / "tests" / "cases" / "findings"
"""Documents that nothing is found in, one of each kind; the examples are changes to them."""

PARTS = ["Why it matters", "What to do", "Wrong", "Right"]


def base(kind: str) -> dict[str, Any]:
    return dict(json.loads((BASES / f"{kind}.json").read_text(encoding="utf-8")))


def patched(document: Any, patch: Any) -> Any:
    """A document with a JSON merge patch (RFC 7386) applied."""
    if not isinstance(patch, Mapping):
        return patch
    result = dict(document) if isinstance(document, Mapping) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = patched(result.get(key), value)
    return result


def framework(patch: Any = None) -> copro.Framework:
    value = copro.loads(json.dumps(patched(base("framework"), patch or {})))
    assert isinstance(value, copro.Framework)
    return value


def assessment(patch: Any) -> copro.Assessment:
    value = copro.loads(json.dumps(patched(base("assessment"), patch)), framework=framework())
    assert isinstance(value, copro.Assessment)
    return value


def scorecard(patch: Any) -> copro.Scorecard:
    card = copro.certainty(assessment({}), framework(), replicates=10)
    value = copro.loads(json.dumps(patched(json.loads(copro.dumps(card)), patch)))
    assert isinstance(value, copro.Scorecard)
    return value


def in_document(kind: str) -> Callable[[str], Iterable[copro.Finding]]:
    def found(example: str) -> Iterable[copro.Finding]:
        data = json.dumps(patched(base(kind), json.loads(example))).encode()
        vocabulary = copro.loads(json.dumps(base("vocabulary")))
        assert isinstance(vocabulary, copro.Vocabulary)
        given = framework() if kind in {"assessment", "case-study"} else None
        return copro.validate(data, framework=given, ends=(framework(), vocabulary))

    return found


def in_framework_without_total(example: str) -> Iterable[copro.Finding]:
    document = patched(base("framework"), json.loads(example))
    document["policy"]["aggregation"] = None
    return copro.validate(json.dumps(document).encode())


def in_scorecard(example: str) -> Iterable[copro.Finding]:
    card = json.loads(copro.dumps(copro.score(assessment({}), framework())))
    return copro.validate(json.dumps(patched(card, json.loads(example))).encode())


def in_bytes(example: str) -> Iterable[copro.Finding]:
    r"""In a text, where \xE9 stands for that byte."""
    return copro.validate(re.sub(rb"\\x([0-9A-F]{2})", lambda code: bytes.fromhex(code[1].decode()), example.encode()))


def in_many_bytes(example: str) -> Iterable[copro.Finding]:
    return copro.validate(json.dumps(base("framework")).encode().ljust(int(example)))


def in_name(example: str) -> Iterable[copro.Finding]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "lunch-club-2026.json").write_text(json.dumps(base("assessment")), encoding="utf-8")
        return copro.validate(Path(folder) / example, framework=framework())


def in_files(example: str) -> Iterable[copro.Finding]:
    with tempfile.TemporaryDirectory() as folder:
        for number, patch in enumerate(json.loads(example)):
            document = json.dumps(patched(base("assessment"), patch))
            (Path(folder) / f"{number}.json").write_text(document, encoding="utf-8")
        own = str(BASES / "framework.json")
        ran = CliRunner().invoke(commands, ["validate", folder, "--framework", own, "--format", "json"])
        told = json.loads(ran.stdout)["findings"]
    known = attrs.fields_dict(copro.Finding)
    return [copro.Finding(**{key: value for key, value in one.items() if key in known}) for one in told]


def in_comparison(cards: list[copro.Scorecard], *assessments: copro.Assessment) -> Iterable[copro.Finding]:
    try:
        return copro.compare(cards, assessments, framework()).findings
    except copro.InvalidDocumentError as error:
        return [finding for finding in error.findings if isinstance(finding, copro.Finding)]


def in_assessments_compared(example: str) -> Iterable[copro.Finding]:
    both = [assessment(patch) for patch in json.loads(example)]
    return in_comparison([copro.certainty(one, framework(), replicates=10) for one in both], *both)


WAYS: dict[str, Callable[[str], Iterable[copro.Finding]]] = {
    "In an assessment:": in_document("assessment"),
    "In a framework:": in_document("framework"),
    "In a framework whose `aggregation` is `null`:": in_framework_without_total,
    "In a case study:": in_document("case-study"),
    "In a vocabulary:": in_document("vocabulary"),
    "In a crosswalk:": in_document("crosswalk"),
    "In a scorecard:": in_scorecard,
    "In a file:": in_bytes,
    "In a file of this many bytes:": in_many_bytes,
    "In the name of a file:": in_name,
    "In the files that are checked together:": in_files,
    "In an assessment, once it is scored:": lambda e: copro.score(assessment(json.loads(e)), framework()).findings,
    "In a framework, once an assessment is scored with it:": lambda e: (
        copro.score(assessment({}), framework(json.loads(e))).findings
    ),
    "In a framework, with `copro frameworks check`:": lambda e: check_translations(framework(json.loads(e))),
    "In the assessments that are compared:": in_assessments_compared,
    "In the scorecards that are compared:": lambda e: in_comparison([scorecard(patch) for patch in json.loads(e)]),
}
"""What a page says above its first example, and how findings come about there."""


def parts_of(page: Path) -> dict[str, str]:
    """The text under each second-level heading; the text above the first under ``""``."""
    top, *others = re.split(r"^## (.+)\n", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {"": top, **dict(zip(others[::2], others[1::2], strict=True))}


def example(part: str) -> str:
    """The one fenced block of a part."""
    (found,) = re.findall(r"^```(?:json|text)\n(.*?)\n```$", part, flags=re.MULTILINE | re.DOTALL)
    return str(found)


def test_every_code_has_its_page_and_every_page_its_code() -> None:
    assert [page.stem for page in PAGES] == sorted(CODES)


@pytest.mark.parametrize("kind", ["framework", "assessment", "case-study", "vocabulary", "crosswalk"])
def test_nothing_is_found_in_a_document_that_the_examples_change(kind: str) -> None:
    assert in_document(kind)("{}") == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_short_and_made_like_the_others(page: Path) -> None:
    text, parts = page.read_text(encoding="utf-8"), parts_of(page)
    assert text.count("\n") < 40
    severity = CODES[page.stem].severity.capitalize()
    assert parts.pop("").startswith(f"# `{page.stem}`\n\n**{severity}.** ")
    assert list(parts) == PARTS
    assert all(len(part) > 20 for part in parts.values())
    assert parts["Wrong"].split("\n")[1] in WAYS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_wrong_example_gives_the_finding_and_the_right_one_does_not(page: Path) -> None:
    parts = parts_of(page)
    way = parts["Wrong"].split("\n")[1]
    found = [finding for finding in WAYS[way](example(parts["Wrong"])) if finding.code == page.stem]
    assert found, f"{example(parts['Wrong'])} does not give {page.stem}"
    assert {finding.severity for finding in found} == {CODES[page.stem].severity}
    place = re.search(r"The finding is at `([^`]*)`\.", parts["Wrong"])
    assert (place[1] if place else "") in {finding.pointer for finding in found}
    left = {finding.code for finding in WAYS[way](example(parts["Right"]))}
    assert page.stem not in left
    assert not left or "frameworks check" in way
