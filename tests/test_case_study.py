"""Case studies: what one is, when it may be shared, and which ones are listed."""

import json
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import copro
from copro import cli
from copro.documents.schemas import schema_text
from running import Result, Run

EXAMPLE: dict[str, Any] = json.loads(schema_text("case-study"))["examples"][0]


def story(**changes: Any) -> copro.CaseStudy:
    told = copro.loads(json.dumps({**EXAMPLE, **changes}))
    assert isinstance(told, copro.CaseStudy)
    return told


def faults(**changes: Any) -> list[str]:
    found = copro.validate(json.dumps({**EXAMPLE, **changes}).encode())
    return [f"{finding.code} {finding.pointer or '-'}" for finding in found]


# What one is.


def test_the_example_of_the_schema_loads_and_comes_back() -> None:
    assert copro.validate(json.dumps(EXAMPLE).encode()) == ()
    told = story()
    assert (told.tense, told.form, told.told_by.side, told.principles) == ("lived", "text", "community", ())
    written = copro.dumps(told)
    assert copro.loads(written) == told
    assert copro.dumps(copro.loads(written)) == written
    assert {**EXAMPLE, **json.loads(written)} == json.loads(written)


FULL: dict[str, Any] = {
    "language": "gd",
    "tense": "futuring",
    "told_from": 2041,
    "form": "video",
    "media": "urn:garden:gate",
    "transcript": {"gd": "A' gheata", "en": "The gate"},
    "date": "2026-06-02",
    "initiative": {"id": "garden", "name": "The garden"},
    "framework": "copro-core@2026",
    "principles": ["power", "access"],
    "changed_for_practitioners": "We stay less late.",
    "changed_for_organisation": {"en": "One key more."},
    "extra": {"shelf": [1, None]},
}


def test_one_with_everything_loads_and_comes_back() -> None:
    told = story(**FULL)
    assert copro.loads(copro.dumps(told)) == told
    written = json.loads(copro.dumps(told))
    assert {key: written[key] for key in FULL} == FULL


@pytest.mark.parametrize("missing", [key for key in EXAMPLE if key != "format"])
def test_what_no_story_may_leave_out(missing: str) -> None:
    document = {key: value for key, value in EXAMPLE.items() if key != missing}
    (finding,) = copro.validate(json.dumps(document).encode())
    assert (finding.code, finding.pointer) == ("missing-property", "")
    assert missing in finding.message


# Lived, or imagined.


@pytest.mark.parametrize(
    ("tense", "told_from", "fault"),
    [
        (None, None, None),
        ("lived", None, None),
        ("futuring", 2041, None),
        ("futuring", None, "missing-property -"),
        ("lived", 2041, "not-here /told_from"),
        (None, 2041, "not-here /told_from"),
    ],
)
def test_only_what_is_imagined_is_told_from_a_later_year(tense: Any, told_from: int | None, fault: str | None) -> None:
    said = {"tense": tense, "told_from": told_from}
    given = {key: value for key, value in said.items() if value is not None}
    assert faults(**given) == ([fault] if fault else [])
    if fault is None:
        assert attrs.evolve(story(), **given) == story(**given)
    else:
        with pytest.raises(ValueError, match="told_from is for futuring, and futuring needs it"):
            attrs.evolve(story(), **given)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"tense": "dreamt"}, ["unknown-word /tense"]),
        ({"form": "song"}, ["unknown-word /form"]),
        ({"told_by": {"side": "all", "who": "Us"}}, ["unknown-word /told_by/side"]),
        ({"consent": {"shared_with": "friends"}}, ["unknown-word /consent/shared_with"]),
        ({"date": "2026-02-30"}, ["bad-date /date"]),
        ({"framework": "copro-core@2026", "principles": ["powr"]}, ["unknown-principle /principles/0"]),
        ({"framework": "copro-core@2026", "principles": ["power", "x"]}, ["unknown-principle /principles/1"]),
        ({"framework": "copro-cor@2026", "principles": ["power"]}, ["unknown-framework /framework"]),
        ({"principles": ["power"]}, ["missing-property -"]),
    ],
)
def test_what_is_wrong_with_a_story(changes: dict[str, Any], found: list[str]) -> None:
    assert faults(**changes) == found


@pytest.mark.parametrize(("kind", "word"), [("tense", "dreamt"), ("form", "song"), ("id", "The gate")])
def test_a_story_built_in_python_is_held_to_the_same_words(kind: str, word: str) -> None:
    changed: dict[str, Any] = {kind: word}
    with pytest.raises(ValueError, match=kind):
        attrs.evolve(story(), **changed)


def test_an_unknown_principle_is_answered_with_what_was_probably_meant() -> None:
    document = {**EXAMPLE, "framework": "copro-core@2026", "principles": ["powr"]}
    (finding,) = copro.validate(json.dumps(document).encode())
    assert finding.hint == "Did you mean 'power'?"


# Whether it may be shared.


@pytest.mark.parametrize(
    ("shared_with", "form", "transcript", "shared"),
    [
        ("public", "text", None, True),
        ("group", "text", None, False),
        ("nobody", "text", None, False),
        ("public", "audio", None, False),
        ("public", "video", None, False),
        ("public", "image", None, False),
        ("public", "audio", "Its words", True),
        ("public", "video", "Its words", True),
        ("public", "image", "What it shows", True),
        ("group", "video", "Its words", False),
        ("nobody", "image", "What it shows", False),
    ],
)
def test_a_story_is_shared_with_everyones_consent_and_in_words(
    shared_with: str,
    form: str,
    transcript: str | None,
    shared: bool,  # noqa: FBT001  a case
) -> None:
    given = {} if transcript is None else {"transcript": transcript}
    assert story(consent={"shared_with": shared_with}, form=form, **given).may_be_shared is shared


# Which ones are listed.


ABOUT_POWER = {"framework": "copro-core@2026", "principles": ["power", "access"]}
ABOUT_ACCESS = {"framework": "copro-core@2026", "principles": ["access"]}
PRIVATE = {"consent": {"shared_with": "nobody"}}


def put(folder: Path, name: str, **changes: Any) -> Path:
    path = folder / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**EXAMPLE, "id": path.stem, "title": f"About {path.stem}", **changes}))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five stories: two about power that may be shared, one of them deeper down; three others."""
    put(tmp_path, "gate", **ABOUT_POWER)
    put(tmp_path / "older", "kettle", **ABOUT_POWER, tense="futuring", told_from=2041)
    put(tmp_path, "secret", **ABOUT_POWER, **PRIVATE)
    put(tmp_path, "film", **ABOUT_POWER, form="video")
    put(tmp_path, "ramp", **ABOUT_ACCESS)
    put(tmp_path, "hidden-ramp", **ABOUT_ACCESS, **PRIVATE)
    (tmp_path / "notes.json").write_text('{"anything": [1, 2]}')
    (tmp_path / "list.json").write_text("[1]")
    (tmp_path / "nothing.json").write_text("null")
    (tmp_path / "notes.txt").write_text("copro/case-study/1")
    copro.dump(copro.frameworks.get("copro-core@2026"), tmp_path / "framework.json")
    return tmp_path


def titles(result: Result) -> list[str]:
    return [line.split(" (")[0] for line in result.out.splitlines() if line.startswith("About ")]


def test_only_stories_about_the_principle_that_may_be_shared_are_listed(run: Run, folder: Path) -> None:
    result = run("stories", folder, "--principle", "power")
    assert (result.code, result.err) == (0, "")
    assert titles(result) == ["About gate", "About kettle"]
    assert result.out.splitlines()[-3] == "2 may be shared; 2 may not, and are not listed."
    for kept in ("secret", "film", "ramp"):
        assert kept not in result.out


def test_a_story_in_a_few_lines(run: Run, tmp_path: Path) -> None:
    put(tmp_path, "gate", **ABOUT_POWER, tense="futuring", told_from=2041)
    told = " ".join(run("stories", tmp_path).out.split())
    for sentence in (
        "About gate (",
        "imagined, told from 2041; told by Two people who garden here; text",
        "How power moved: We hold a key now, and decide the hours with the caretaker.",
        "What went wrong: The first lock broke and nobody had agreed who pays.",
        "What others can take: Agree who pays for small things before you start.",
        "1 may be shared; 0 may not, and are not listed.",
    ):
        assert sentence in told


def test_without_a_principle_every_story_counts(run: Run, folder: Path) -> None:
    result = run("stories", folder)
    assert titles(result) == ["About gate", "About kettle", "About ramp"]
    assert result.out.splitlines()[-3] == "3 may be shared; 3 may not, and are not listed."


def test_one_that_is_kept_back_is_said_in_the_singular(run: Run, folder: Path) -> None:
    (folder / "film.json").unlink()
    assert run("stories", folder, "--principle", "power").out.splitlines()[-3].endswith("1 may not, and is not listed.")


def test_a_folder_without_stories_is_no_fault(run: Run, tmp_path: Path) -> None:
    assert run("stories", tmp_path) == (
        0,
        "0 may be shared; 0 may not, and are not listed.\n\nThis report is in English.\n",
        "",
    )


def test_a_faulty_story_is_named_and_the_others_are_still_listed(run: Run, folder: Path) -> None:
    faulty = put(folder, "a-faulty-one", **{**ABOUT_POWER, "principles": ["powr"]})
    result = run("stories", folder, "--principle", "power")
    assert result.code == 1
    assert titles(result) == ["About gate", "About kettle"]
    assert result.out.splitlines()[-3] == "2 may be shared; 2 may not, and are not listed."
    assert str(faulty) in result.err
    assert "There is no principle 'powr'." in result.err
    assert "Traceback" not in result.err


def test_a_folder_that_is_not_there_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("stories", tmp_path / "nowhere").code == 2
    assert run("stories", put(tmp_path, "gate")).code == 2


def test_stories_says_what_it_cannot_read_and_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "newer.json").write_text('{"format": "copro/case-study/2"}', encoding="utf-8")
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere.json")
    (tmp_path / "other.json").write_text('{"anything": 1}', encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["copro", "stories", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    printed = capsys.readouterr()
    assert ended.value.code == 1
    for name in ("broken.json", "newer.json", "gone.json"):
        assert name in printed.err
    assert "other.json" not in printed.err
    assert printed.out == "0 may be shared; 0 may not, and are not listed.\n\nThis report is in English.\n"
