"""Frameworks of one's own: a file to start from, what is said about it, and its languages."""

import json
import re
from pathlib import Path
from typing import Any

import attrs

import copro
from copro.documents.translations import check_translations, languages_of
from copro.model.framework import TranslationNote
from copro.model.texts import source_digest, texts_in
from copro.model.values import FrozenMap

FULL = {
    "format": "copro/framework/1",
    "id": "our-promise",
    "edition": "2026",
    "title": "Our promise",
    "source": {"citation": "Agreed in our own group."},
    "threshold_basis": "Our own judgement.",
    "scale": {"steps": [{"value": 0, "name": "No"}, {"value": 1, "name": "Yes"}]},
    "perspectives": [
        {"id": "residents", "name": "Residents", "side": "community", "direct": True},
        {"id": "staff", "name": "Staff", "side": "service"},
    ],
    "principles": [
        {
            "id": "listening",
            "name": "Listening",
            "indicators": [
                {"id": "heard", "statement": "People hear back.", "descriptors": ["Nobody does.", "All do."]}
            ],
        }
    ],
    "levels": [
        {"value": 0, "name": "Not yet"},
        {"value": 1, "name": "There", "requires": [{"measure": "score", "at_least": 0.5}]},
    ],
}


def advice_on(**changes: Any) -> list[str]:
    document = {key: value for key, value in {**FULL, **changes}.items() if value is not None}
    findings = copro.validate(json.dumps(document).encode())
    assert {finding.severity for finding in findings} <= {"advice"}
    assert all(finding.line for finding in findings)
    return [f"{finding.code} {finding.pointer}" for finding in findings]


def own(**changes: Any) -> copro.Framework:
    framework = copro.loads(json.dumps(FULL))
    assert isinstance(framework, copro.Framework)
    return attrs.evolve(framework, **changes)


def test_a_whole_framework_gets_no_advice() -> None:
    assert advice_on() == []


def test_what_a_framework_leaves_to_guess_is_said_with_its_place() -> None:
    assert advice_on(source=None) == ["no-source "]
    assert advice_on(threshold_basis=None) == ["no-threshold-basis /levels"]
    assert advice_on(threshold_basis=None, levels=None) == []
    bare = {"id": "listening", "name": "Listening", "indicators": [{"id": "heard", "statement": "People hear back."}]}
    assert advice_on(principles=[bare]) == ["no-descriptors /principles/0/indicators/0"]
    assert advice_on(title="Write here what it is called", extra={"note": "Write here"}) == ["placeholder-left /title"]


def test_advice_waits_until_errors_are_mended() -> None:
    document = {**FULL, "source": None}
    assert [finding.code for finding in copro.validate(json.dumps(document).encode())] == ["wrong-type"]


def test_a_level_that_every_principle_lifts_already_is_never_just_below() -> None:
    steps = [{"measure": "score", "of": "every_principle", "at_least": 0.4}], [{"measure": "score", "at_least": 0.4}]
    levels = [{"value": n, "name": f"Level {n}", "requires": asked} for n, asked in enumerate(([], *steps))]
    (finding,) = copro.validate(json.dumps({**FULL, "levels": levels}).encode())
    assert (finding.code, finding.pointer) == ("levels-contradict", "/levels/2/requires")
    levels[2]["requires"] = [{"measure": "score", "at_least": 0.41}]
    assert copro.validate(json.dumps({**FULL, "levels": levels}).encode()) == ()


def test_the_starting_file_scores_and_every_text_to_write_is_pointed_at() -> None:
    text = copro.frameworks.starting_file()
    findings = copro.validate(text.encode())
    assert {finding.code for finding in findings} == {"placeholder-left"}
    assert len(findings) == text.count('"Write here')
    framework = copro.loads(text)
    assert isinstance(framework, copro.Framework)
    ratings = {indicator.id: 2 for principle in framework.principles for indicator in principle.indicators}
    people = {"people-using-services": 3, "practitioners": 2}
    named = [(f"{place}-{n}", place) for place, many in people.items() for n in range(many)]
    assessment = copro.Assessment(
        id="first",
        title="First",
        framework=framework.name,
        initiative=copro.Initiative(id="ours", name="Ours"),
        collected="known_people",
        stakeholders=[copro.Stakeholder(id=name, perspective=place) for name, place in named],
        responses=[copro.Response(stakeholder=name, ratings=ratings) for name, _ in named],
    )
    assert copro.score(assessment, framework).overall.level == 1


# Languages.


def test_every_text_of_a_shipped_framework_is_found() -> None:
    framework = copro.frameworks.get("copro-core-short@2026")
    found = {path for path, _ in texts_in(framework)}
    indicators = sum(len(principle.indicators) for principle in framework.principles)
    descriptors = [path for path in found if "descriptors" in path]
    assert len(descriptors) == indicators * len(framework.scale.steps)
    assert {("title",), ("scale", "steps", 0, "name"), ("rating_rule", 0), ("source", "citation")} <= found
    written = json.loads(copro.dumps(framework))
    for path, text in texts_in(framework):
        part = written
        for key in path:
            part = part[key]
        assert part == text


def test_a_framework_in_one_language_lacks_nothing() -> None:
    assert list(check_translations(own())) == []
    assert languages_of(own()) == ("en",)


def in_welsh(text: Any) -> FrozenMap[str]:
    return FrozenMap({"en": text, "cy": f"({text})"})


def translated(document: Any) -> Any:
    """Every text of the small framework in a second, made-up language."""
    names = {"title", "name", "statement", "citation", "threshold_basis"}
    if isinstance(document, dict):
        return {key: dict(in_welsh(item)) if key in names else translated(item) for key, item in document.items()}
    if isinstance(document, list):
        return [
            dict(in_welsh(item)) if isinstance(item, str) and " " in item else translated(item) for item in document
        ]
    return document


def test_a_translation_is_whole_declared_and_fresh_or_it_is_said() -> None:
    both = copro.loads(json.dumps(translated(FULL)))
    assert isinstance(both, copro.Framework)
    assert [finding.code for finding in check_translations(both)] == ["translation-undeclared"]
    note = TranslationNote(language="cy", by="A speaker", date="2026-11-22", source_digest=source_digest(both))
    done = attrs.evolve(both, translations=[note])
    assert list(check_translations(done)) == []
    assert languages_of(done) == ("en", "cy")

    changed = attrs.evolve(done, title=FrozenMap({"en": "Our new promise", "cy": "(Our promise)"}))
    (stale,) = check_translations(changed)
    assert (stale.code, stale.pointer) == ("translation-stale", "/translations/0/source_digest")
    assert source_digest(changed) in str(stale.hint)

    half = attrs.evolve(done, title="Our promise")
    assert [f"{f.code} {f.pointer}" for f in check_translations(half)] == ["translation-missing /title"]
    headless = attrs.evolve(done, title=FrozenMap({"cy": "(Our promise)"}))
    assert [f.code for f in check_translations(headless)] == ["translation-missing", "translation-stale"]


def test_every_shipped_document_is_whole_in_each_of_its_languages() -> None:
    shipped: list[Any] = [*copro.frameworks.all(), *copro.frameworks.vocabularies(), *copro.frameworks.crosswalks()]
    for document in shipped:
        assert not list(check_translations(document))


# The command line.


def test_new_framework_writes_a_file_and_never_over_one(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "ours.json"
    assert run("new", "framework", "-o", file)[0] == 0
    before = file.read_text(encoding="utf-8")
    code, _, err = run("new", "framework", "-o", file)
    assert code == 3
    assert "exists" in err.lower()
    assert file.read_text(encoding="utf-8") == before


def test_a_path_stands_wherever_a_name_does(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "ours.json"
    file.write_text(json.dumps(FULL), encoding="utf-8")
    code, out, _ = run("frameworks", "show", file)
    assert (code, "People hear back." in out) == (0, True)
    assert run("frameworks", "show", tmp_path / "missing.json")[0] == 3
    assert run("frameworks", "show", "our-promis@2026")[0] == 2
    code, _, err = run("frameworks", "show", "schemas/framework.json")
    assert code == 1, err


def test_frameworks_check_tells_each_missing_text_and_ends_with_1(run: Any, tmp_path: Path) -> None:
    code, out, _ = run("frameworks", "check")
    assert code == 0
    assert re.search(r"^copro-core@2026: \d+ texts in en", out, re.MULTILINE)
    half = {**FULL, "title": {"en": "Our promise", "cy": "(Our promise)"}}
    file = tmp_path / "half.json"
    file.write_text(json.dumps(half), encoding="utf-8")
    code, out, _ = run("frameworks", "check", file)
    assert code == 1
    assert "translation-missing" in out
    assert "/principles/0/name" in out
