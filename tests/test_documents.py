"""Documents: what is refused and how it is said, what is read, and that it comes back as it was."""

import codecs
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import copro
from checking import faults
from copro.documents.strict_json import MAX_BYTES
from copro.model.texts import in_just, untranslated
from copro.model.values import FrozenMap
from example import CASES, EXAMPLE
from profiles import scaled
from strategies import World, damaged, frameworks, rich_worlds, worlds

INVALID = sorted((CASES / "invalid").glob("*.json"))
VALID = sorted((CASES / "valid").glob("*.json"))


def name_of(path: Path) -> str:
    return path.stem


def problems(path: Path) -> list[str]:
    """The findings that a file must give: one a line, code and pointer, ``-`` for the whole document."""
    return path.with_suffix(".problems.txt").read_text(encoding="utf-8").splitlines()


def as_problems(findings: tuple[copro.Finding, ...]) -> list[str]:
    return [f"{finding.code} {finding.pointer or '-'}" for finding in findings]


def own_framework(path: Path) -> copro.Framework | None:
    """The framework of its own that a valid assessment names, which lies beside it."""
    named = json.loads(path.read_text(encoding="utf-8")).get("framework")
    for beside in VALID if isinstance(named, str) else ():
        document = json.loads(beside.read_text(encoding="utf-8"))
        if named == f"{document.get('id')}@{document.get('edition')}":
            return as_framework(copro.load(beside))
    return None


def as_framework(value: object) -> copro.Framework:
    assert isinstance(value, copro.Framework)
    return value


def as_assessment(value: object) -> copro.Assessment:
    assert isinstance(value, copro.Assessment)
    return value


def small_framework() -> copro.Framework:
    return copro.Framework(
        id="our-own",
        edition="1",
        title="Our own",
        scale=copro.Scale(steps=[copro.Step(value=0, name="No"), copro.Step(value=1, name="Yes")]),
        perspectives=[
            copro.Perspective(id="residents", name="Residents", side="community", direct=True),
            copro.Perspective(id="staff", name="Staff", side="service"),
        ],
        principles=[
            copro.Principle(
                id="listening",
                name="Listening",
                indicators=[copro.Indicator(id="listening-heard", statement="People are heard.")],
            )
        ],
        levels=[
            copro.Level(value=0, name="Not yet"),
            copro.Level(value=1, name="There", requires=[copro.Requirement(measure="score", at_least=0.5)]),
        ],
    )


def small_assessment(**changes: Any) -> copro.Assessment:
    usual: dict[str, Any] = {
        "id": "first-look",
        "title": "First look",
        "framework": "our-own@1",
        "initiative": copro.Initiative(id="lunch-club", name="Lunch club"),
        "stakeholders": [
            copro.Stakeholder(id="c1", perspective="residents"),
            copro.Stakeholder(id="s1", perspective="staff"),
        ],
        "responses": [
            copro.Response(stakeholder="c1", ratings={"listening-heard": 0}),
            copro.Response(stakeholder="s1", ratings={"listening-heard": 1}),
        ],
    }
    return copro.Assessment(**{**usual, **changes})


# What is refused.


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_an_invalid_file_gives_exactly_its_problems(path: Path) -> None:
    findings = copro.validate(path)
    assert as_problems(findings) == problems(path)
    assert {finding.severity for finding in findings} == {"error"}
    assert {finding.file for finding in findings} == {str(path)}


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_loading_an_invalid_file_raises_once_with_all_its_problems(path: Path) -> None:
    with pytest.raises(copro.CoproError) as caught:
        copro.load(path)
    if isinstance(caught.value, copro.UnsupportedVersionError):
        assert [line.split()[0] for line in problems(path)] == ["newer-format"]
        assert "newer" in str(caught.value)
    else:
        assert isinstance(caught.value, copro.InvalidDocumentError)
        assert caught.value.findings == copro.validate(path)
        assert all(finding.message in str(caught.value) for finding in caught.value.findings)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_every_problem_is_said_in_a_plain_sentence(path: Path) -> None:
    for finding in copro.validate(path):
        for words in filter(None, (finding.message, finding.hint)):
            assert words.endswith((".", "?"))
            assert "\n" not in words
            for machine in ("Traceback", "Error", "<class", "<copro", "object at 0x", "jsonschema", "instance", "None"):
                assert machine not in words
        assert finding.message.endswith(".")


def test_every_invalid_file_has_its_problems_beside_it_and_the_other_way_round() -> None:
    texts = (CASES / "invalid").glob("*.problems.txt")
    assert {path.stem for path in INVALID} == {path.name.removesuffix(".problems.txt") for path in texts}


def test_a_typo_is_answered_with_what_was_probably_meant() -> None:
    hints = {
        finding.hint
        for name in ("unknown-property-typo", "unknown-framework", "unknown-perspective", "unknown-party")
        for finding in copro.validate(CASES / "invalid" / f"{name}.json")
    }
    assert hints >= {
        "Did you mean 'ratings'?",
        "Did you mean 'copro-core-short@2026'?",
        "Did you mean 'neighbours'?",
        "Did you mean 'practitioners'?",
    }


def test_a_framework_of_ones_own_that_was_not_given_is_not_mistaken_for_a_shipped_one() -> None:
    (finding,) = copro.validate(CASES / "invalid" / "unknown-framework-of-ones-own.json")
    assert finding.hint is not None
    assert "--framework" in finding.hint


def test_a_place_in_broken_json_is_told_by_line_and_column() -> None:
    (finding,) = copro.validate(b'{\n  "format": "copro/assessment/1",\n  oops\n}')
    assert (finding.code, finding.line, finding.column) == ("not-json", 3, 3)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b" " * (MAX_BYTES + 1), "too-large"),
        (b'{"format": 1' + b"0" * 5000 + b"}", "bad-number"),
        (b"[" * 100_000 + b"]" * 100_000, "too-deep"),
        (b"", "not-json"),
        (b"\xff\xfe{\x00}\x00", "not-utf-8"),
    ],
)
def test_absurd_documents_are_refused_with_one_clear_finding(data: bytes, code: str) -> None:
    (finding,) = copro.validate(data)
    assert (finding.code, finding.severity, finding.pointer) == (code, "error", "")
    with pytest.raises(copro.InvalidDocumentError):
        copro.load(data)


@pytest.mark.parametrize("path", [CASES / "nowhere.json", CASES, "", "a\0b"], ids=["missing", "folder", "empty", "nul"])
def test_what_cannot_be_read_is_a_finding_of_validate(path: str | Path) -> None:
    (finding,) = copro.validate(path)
    assert (finding.code, finding.severity, finding.file) == ("cannot-read", "error", str(path))
    assert finding.message.endswith(".")


def test_what_cannot_be_read_is_an_os_error_of_load() -> None:
    with pytest.raises(FileNotFoundError):
        copro.load(CASES / "nowhere.json")


def test_a_workbook_in_place_of_a_document_is_led_to_convert(tmp_path: Path) -> None:
    framework = copro.frameworks.get("copro-core-short@2026")
    copro.new_workbook(framework, tmp_path / "answers.xlsx")
    (finding,) = copro.validate(tmp_path / "answers.xlsx")
    assert finding.code == "not-utf-8"
    assert "copro convert" in str(finding.hint)


def test_a_text_file_that_is_not_utf_8_is_a_finding_too() -> None:
    with (CASES / "invalid" / "not-utf-8.json").open(encoding="utf-8") as file:
        assert as_problems(copro.validate(file)) == ["not-utf-8 -"]


SOUND = [json.loads(path.read_text(encoding="utf-8")) for path in VALID]


@scaled(5)
@given(st.sampled_from(SOUND).flatmap(damaged))
def test_validate_never_raises_and_load_accepts_exactly_what_has_no_errors(document: Mapping[str, Any]) -> None:
    beside = as_framework(copro.load(CASES / "valid" / "framework-uneven-scale.json"))
    given_one = beside if document.get("framework") == beside.name else None
    text = json.dumps(document)
    findings = faults(text.encode(), given_one)
    assert all(finding.message.endswith(".") for finding in findings)
    if findings:
        with pytest.raises((copro.InvalidDocumentError, copro.UnsupportedVersionError)):
            copro.loads(text, framework=given_one)
    else:
        value = copro.loads(text, framework=given_one)
        assert copro.loads(copro.dumps(value), framework=given_one) == value
        if isinstance(value, copro.Assessment):
            copro.score(value, given_one)


# What is read.


@pytest.mark.parametrize("path", [*VALID, EXAMPLE], ids=name_of)
def test_a_valid_file_has_no_findings_and_comes_back_as_it_was(path: Path) -> None:
    framework = own_framework(path)
    assert faults(path, framework) == ()
    value = copro.load(path, framework=framework)
    text = copro.dumps(value)
    again = copro.loads(text, framework=framework)
    assert again == value
    assert copro.dumps(again) == text == copro.dumps(value)


@pytest.mark.parametrize("path", [*VALID, EXAMPLE], ids=name_of)
def test_what_is_written_says_all_that_was_read(path: Path) -> None:
    def everything(read: object, written: object, place: str) -> Iterator[str]:
        """Places that were read and not written; a default may be left out."""
        if isinstance(read, dict) and isinstance(written, dict):
            for key, item in read.items():
                if key in written:
                    yield from everything(item, written[key], f"{place}/{key}")
                elif item not in ([], {}, None, "no", "self", "en", "error", "known_people", 0, 1, False):
                    yield f"{place}/{key}"
        elif isinstance(read, list) and isinstance(written, list):
            assert len(read) == len(written)
            for index, (item, other) in enumerate(zip(read, written, strict=True)):
                yield from everything(item, other, f"{place}/{index}")
        elif read != written:
            yield place

    written = json.loads(copro.dumps(copro.load(path, framework=own_framework(path))))
    assert list(everything(json.loads(path.read_text(encoding="utf-8")), written, "")) == []


@pytest.mark.parametrize("path", [*VALID, EXAMPLE], ids=name_of)
def test_what_is_loaded_is_frozen_all_through_except_what_users_keep(path: Path) -> None:
    def loose(value: object, place: str = "") -> Iterator[str]:
        if isinstance(value, dict | list | set):
            yield f"{place}: {type(value).__name__}"
        elif attrs.has(cls := type(value)):
            for name in sorted(attrs.fields_dict(cls).keys() - {"extra"}):
                yield from loose(getattr(value, name), f"{place}.{name}")
        elif isinstance(value, FrozenMap):
            for key, item in value.items():
                yield from loose(item, f"{place}[{key!r}]")
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from loose(item, f"{place}[{index}]")

    assert list(loose(copro.load(path, framework=own_framework(path)))) == []


@pytest.mark.parametrize("path", [p for p in VALID if p.stem.startswith("assessment")], ids=name_of)
def test_a_valid_assessment_can_be_scored_and_its_scorecard_comes_back(path: Path) -> None:
    framework = own_framework(path)
    card = copro.score(as_assessment(copro.load(path, framework=framework)), framework)
    assert faults(copro.dumps(card).encode()) == ()
    assert copro.loads(copro.dumps(card)) == card


def test_a_document_is_read_from_a_path_bytes_a_file_or_text() -> None:
    value = copro.load(EXAMPLE)
    data = EXAMPLE.read_bytes()
    text = data.decode("utf-8")
    assert copro.load(str(EXAMPLE)) == value
    assert copro.load(data) == value
    assert copro.load(io.BytesIO(data)) == value
    assert copro.load(io.StringIO(text)) == value
    assert copro.loads(text) == value
    with EXAMPLE.open("rb") as file:
        assert copro.load(file) == value
    with EXAMPLE.open(encoding="utf-8") as lines:
        assert faults(lines) == ()


def test_a_document_is_written_to_a_path_or_a_file_with_the_same_bytes(tmp_path: Path) -> None:
    value = copro.load(CASES / "valid" / "assessment-everything.json")
    copro.dump(value, tmp_path / "one.json")
    copro.dump(value, str(tmp_path / "two.json"))
    with (tmp_path / "three.json").open("w", encoding="utf-8", newline="") as file:
        copro.dump(value, file)
    written = {path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {copro.dumps(value).encode("utf-8")}
    (data,) = written
    assert data.startswith(b"{\n")
    assert data.endswith(b"\n}\n")
    assert "Club lòn".encode() in data
    assert copro.load(tmp_path / "one.json") == value


def test_a_byte_order_mark_is_a_warning_and_the_document_still_loads() -> None:
    data = codecs.BOM_UTF8 + EXAMPLE.read_bytes()
    (finding,) = copro.validate(data)
    assert (finding.code, finding.severity, finding.pointer) == ("byte-order-mark", "warning", "")
    assert copro.load(data) == copro.load(EXAMPLE)
    assert copro.loads(data.decode("utf-8")) == copro.load(EXAMPLE)


def test_a_warning_is_told_beside_errors() -> None:
    data = codecs.BOM_UTF8 + (CASES / "invalid" / "wrong-type.json").read_bytes()
    assert [finding.code for finding in copro.validate(data)] == ["byte-order-mark", "wrong-type"]
    with pytest.raises(copro.InvalidDocumentError) as caught:
        copro.load(data)
    assert [getattr(finding, "code", None) for finding in caught.value.findings] == ["wrong-type"]


def test_whole_numbers_with_a_decimal_point_are_the_same_ratings() -> None:
    value = as_assessment(copro.load(CASES / "valid" / "assessment-ratings-with-a-decimal-point.json"))
    assert dict(value.responses[0].ratings) == {"power-decide": 3, "access-practical": 4}
    assert '"power-decide": 3,' in copro.dumps(value)


def test_what_users_keep_survives_as_it_is() -> None:
    path = CASES / "valid" / "assessment-everything.json"
    read, written = json.loads(path.read_text(encoding="utf-8")), json.loads(copro.dumps(copro.load(path)))
    assert written["extra"] == read["extra"]
    assert written["commitments"][0]["extra"] == read["commitments"][0]["extra"]
    assert written["stakeholders"][0]["extra"] == read["stakeholders"][0]["extra"]


# The framework that is named.


def test_a_framework_that_is_given_must_be_the_one_named() -> None:
    short = copro.frameworks.get("copro-core-short@2026")
    assert as_problems(copro.validate(EXAMPLE, framework=short)) == ["framework-mismatch /framework"]
    with pytest.raises(copro.InvalidDocumentError) as caught:
        copro.load(EXAMPLE, framework=short)
    assert "copro-core-short@2026" in str(caught.value)
    with pytest.raises(copro.InvalidDocumentError):
        copro.score(as_assessment(copro.load(EXAMPLE)), short)


def test_a_framework_of_ones_own_is_used_where_it_is_given() -> None:
    path = CASES / "valid" / "assessment-uneven-scale.json"
    assert as_problems(copro.validate(path)) == ["unknown-framework /framework"]
    framework = as_framework(copro.load(CASES / "valid" / "framework-uneven-scale.json"))
    assert faults(path, framework) == ()
    assert copro.score(as_assessment(copro.load(path, framework=framework)), framework).status == "scored"
    with pytest.raises(copro.InvalidDocumentError):
        copro.score(small_assessment())


@pytest.mark.parametrize("name", copro.frameworks.names())
def test_a_shipped_framework_is_itself_and_altered_is_not(name: str) -> None:
    framework = copro.frameworks.get(name)
    assert faults(copro.dumps(framework).encode()) == ()
    other = attrs.evolve(framework, title="Other words")
    assert as_problems(copro.validate(copro.dumps(other).encode())) == ["framework-altered /id"]
    own = attrs.evolve(other, edition="2026-ours")
    assert faults(copro.dumps(own).encode()) == ()


def test_another_language_does_not_alter_a_shipped_framework() -> None:
    short = copro.frameworks.get("copro-core-short@2026")
    (english, easy) = (in_just(short.title, tag, "en") or "" for tag in ("en", "en-x-easyread"))
    fine = [
        untranslated(short, "en"),
        attrs.evolve(short, title={"en": english, "en-x-easyread": easy, "cy": "Craidd, ffurf fer"}),
        attrs.evolve(copro.frameworks.get("copro-core@2026"), title={"en": "Co-production core", "cy": "Craidd"}),
    ]
    altered = [
        attrs.evolve(short, title={"en": f"{english}!", "en-x-easyread": easy}),
        attrs.evolve(short, title={"en": english, "en-x-easyread": f"{easy}!"}),
        attrs.evolve(short, title={"en-x-easyread": easy}),
        attrs.evolve(short, minutes=11),
    ]
    assert [as_problems(copro.validate(copro.dumps(one).encode())) for one in fine] == [[], [], []]
    for other in altered:
        assert as_problems(copro.validate(copro.dumps(other).encode())) == ["framework-altered /id"]


# Built in Python.


def test_objects_built_in_python_are_scored_without_any_json() -> None:
    card = copro.score(small_assessment(), small_framework())
    assert (card.status, card.overall.score, card.overall.level, card.overall.level_name) == ("scored", 0.5, 1, "There")
    assert card.overall.gap is not None
    assert card.overall.gap.value == 1
    same = copro.loads(copro.dumps(small_assessment()), framework=small_framework())
    assert same == small_assessment()
    assert copro.score(as_assessment(same), small_framework()) == card


def test_an_assessment_for_a_shipped_framework_needs_no_framework_given() -> None:
    card = copro.score(
        copro.Assessment(
            id="first-look",
            title="First look",
            framework="copro-core-short@2026",
            initiative=copro.Initiative(id="lunch-club", name="Lunch club", taking_part={"community": 1}),
            stakeholders=[copro.Stakeholder(id="c1", perspective="neighbours")],
            responses=[copro.Response(stakeholder="c1", ratings={"power-decide": copro.Unrated.DONT_KNOW})],
        )
    )
    assert (card.status, card.reason) == ("insufficient", "no_ratings")


def test_words_for_unrated_states_become_unrated() -> None:
    response = copro.Response(stakeholder="c1", ratings={"a": "dont_know", "b": "not_applicable", "c": 3.0})
    assert response.ratings == {"a": copro.Unrated.DONT_KNOW, "b": copro.Unrated.NOT_APPLICABLE, "c": 3}


BAD_ARGUMENTS: dict[str, Callable[[], object]] = {
    "an id with a space": lambda: copro.Stakeholder(id="a b", perspective="staff"),
    "an id with a newline": lambda: copro.Stakeholder(id="a\n", perspective="staff"),
    "an id that is a number": lambda: copro.Stakeholder(id=7, perspective="staff"),  # type: ignore[arg-type]  # wrong on purpose
    "an id of nothing": lambda: copro.Initiative(id="", name="Lunch club"),
    "another way of answering": lambda: copro.Response(stakeholder="a", answered="alone"),  # type: ignore[arg-type]  # wrong on purpose
    "people without a group": lambda: copro.Response(stakeholder="a", people=3),
    "a group without people": lambda: copro.Response(stakeholder="a", answered="group", helped_by="neither"),
    "a group of one": lambda: copro.Response(stakeholder="a", answered="group", helped_by="neither", people=1),
    "help that nobody gave": lambda: copro.Response(stakeholder="a", answered="with_help"),
    "help with answering alone": lambda: copro.Response(stakeholder="a", helped_by="service"),
    "true for a rating": lambda: copro.Response(stakeholder="a", ratings={"x": True}),
    "a word for a rating": lambda: copro.Response(stakeholder="a", ratings={"x": "often"}),
    "nan for a rating": lambda: copro.Response(stakeholder="a", ratings={"x": float("nan")}),
    "an impossible day": lambda: copro.Period(start="2026-02-30", end="2026-03-01"),
    "a side that is no side": lambda: copro.SideNote(side="both"),  # type: ignore[arg-type]  # wrong on purpose
    "a perspective on no side": lambda: copro.Perspective(id="a", name="A", side="both"),  # type: ignore[arg-type]  # wrong on purpose
    "no weight": lambda: copro.Indicator(id="a", statement="A.", weight=0),
    "too much weight": lambda: copro.Principle(id="a", name="A", weight=1001, indicators=[]),
    "another mean": lambda: copro.Policy(aggregation="median"),  # type: ignore[arg-type]  # wrong on purpose
    "coverage in per cent": lambda: copro.Policy(minimum_coverage=50),
    "another voice": lambda: copro.Voice(between_sides="service"),
    "a weight for neither side": lambda: copro.Voice(between_sides={"independent": 1}),
    "a side without weight": lambda: copro.Voice(between_sides={"service": 0}),
    "a threshold in steps": lambda: copro.Requirement(measure="score", at_least=3),
    "a threshold that is true": lambda: copro.Requirement(measure="gap", at_most=True),
    "another permission": lambda: copro.Permission(state="given"),  # type: ignore[arg-type]  # wrong on purpose
    "another kind of evidence": lambda: copro.Evidence(id="a", kind="hearsay", title="A"),  # type: ignore[arg-type]  # wrong on purpose
}


@pytest.mark.parametrize("build", BAD_ARGUMENTS.values(), ids=BAD_ARGUMENTS)
def test_a_bad_argument_is_a_value_error_that_says_what_it_should_be(build: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        build()


DANGLING: dict[str, tuple[dict[str, Any], str]] = {
    "indicator": (
        {"responses": [copro.Response(stakeholder="c1", ratings={"listening": 1})]},
        "unknown-indicator /responses/0/ratings/listening",
    ),
    "step": (
        {"responses": [copro.Response(stakeholder="c1", ratings={"listening-heard": 2})]},
        "not-a-step /responses/0/ratings/listening-heard",
    ),
    "stakeholder": (
        {"responses": [copro.Response(stakeholder="c2")]},
        "unknown-stakeholder /responses/0/stakeholder",
    ),
    "perspective": (
        {"stakeholders": [copro.Stakeholder(id="c1", perspective="neighbours")], "responses": []},
        "unknown-perspective /stakeholders/0/perspective",
    ),
    "twice": (
        {"responses": [copro.Response(stakeholder="c1"), copro.Response(stakeholder="c1")]},
        "duplicate-response /responses/1",
    ),
    "framework": ({"framework": "our-owm@1"}, "framework-mismatch /framework"),
}


@pytest.mark.parametrize(("changes", "problem"), DANGLING.values(), ids=DANGLING)
def test_scoring_what_points_nowhere_raises_with_the_findings(changes: dict[str, Any], problem: str) -> None:
    with pytest.raises(copro.InvalidDocumentError) as caught:
        copro.score(small_assessment(**changes), small_framework())
    findings = tuple(finding for finding in caught.value.findings if isinstance(finding, copro.Finding))
    assert as_problems(findings) == [problem]


def test_an_unknown_id_comes_with_a_suggestion() -> None:
    with pytest.raises(copro.UnknownIdError) as caught:
        copro.frameworks.get("copro-cor@2026")
    assert caught.value.suggestion == "copro-core@2026"
    assert "Did you mean 'copro-core@2026'?" in str(caught.value)
    assert isinstance(caught.value, LookupError)
    with pytest.raises(copro.UnknownIdError) as strange:
        copro.frameworks.get("zzz")
    assert strange.value.suggestion is None


def test_importing_copro_imports_none_of_its_dependencies_but_attrs() -> None:
    code = "import sys, copro; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {"copro", "attrs"} <= loaded
    assert not loaded & {"cattrs", "jsonschema", "referencing", "click", "jinja2", "numpy"}
    assert not loaded & {"openpyxl", "xlsxwriter", "defusedxml", "http", "email"}


# Everything that strategies build.


@given(frameworks())
def test_any_framework_is_valid_and_comes_back(framework: copro.Framework) -> None:
    text = copro.dumps(framework)
    assert faults(text.encode()) == ()
    assert copro.loads(text) == framework
    assert copro.dumps(copro.loads(text)) == text == copro.dumps(framework)


@given(rich_worlds())
def test_any_assessment_is_valid_and_comes_back(world: World) -> None:
    framework, assessment = world
    text = copro.dumps(assessment)
    assert faults(text.encode("utf-8"), framework) == ()
    assert copro.loads(text, framework=framework) == assessment
    assert copro.dumps(copro.loads(text, framework=framework)) == text == copro.dumps(assessment)


@given(worlds())
def test_any_scorecard_is_valid_and_comes_back(world: World) -> None:
    framework, assessment = world
    card = copro.score(assessment, framework)
    text = copro.dumps(card)
    assert faults(text.encode("utf-8")) == ()
    assert copro.loads(text) == card
    assert copro.dumps(copro.loads(text)) == text == copro.dumps(copro.score(assessment, framework))
