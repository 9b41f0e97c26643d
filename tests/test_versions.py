"""Versions of the formats: old documents become current ones, and nothing that users keep is touched."""

import copy
import io
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from referencing import Registry

import copro
from copro import api
from copro.documents import migration, schemas
from copro.documents.migration import Amendment
from copro.documents.schemas import schema_text
from copro.model.document import KINDS
from copro.model.migration import Migration
from example import CASES
from profiles import scaled
from running import Result, Run
from strategies import World, rich_worlds

RELEASED = sorted((CASES / "versions").glob("*/*.json"))
EVERYTHING = json.loads((CASES / "valid" / "assessment-everything.json").read_text(encoding="utf-8"))


def kind_of(path: Path) -> str:
    return next(kind for kind in sorted(KINDS, key=len, reverse=True) if path.stem.startswith(kind))


def free_data(value: Any) -> list[Any]:
    """All that users keep in a document, in the order in which it stands there."""
    if isinstance(value, list):
        return [kept for item in value for kept in free_data(item)]
    found: list[Any] = []
    for key, item in value.items() if isinstance(value, dict) else ():
        found += [item] if key == "extra" and isinstance(item, dict) else free_data(item)
    return found


# Every version that was ever released.


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_document_of_every_released_version_is_sound_and_comes_back_with_its_free_data(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    kind = kind_of(path)
    assert document["format"] == f"copro/{kind}/{path.parent.name}"
    framework: copro.Framework | None = None
    if document.get("framework") == "kitchen-table@1":
        own = copro.load(path.with_name("framework.json"))
        assert isinstance(own, copro.Framework)
        framework = own
    assert [finding for finding in copro.validate(path, framework=framework) if finding.severity != "advice"] == []
    value = copro.load(path, framework=framework)
    text = copro.dumps(value)
    assert [
        finding for finding in copro.validate(text.encode(), framework=framework) if finding.severity != "advice"
    ] == []
    assert copro.loads(text, framework=framework) == value
    written = json.loads(text)
    assert written["format"] == f"copro/{kind}/{migration.current(kind)}"
    assert [kept for kept in free_data(document) if kept] == free_data(written)


def test_every_version_of_every_kind_has_its_documents() -> None:
    there = {(kind_of(path), int(path.parent.name)) for path in RELEASED}
    assert there == {(kind, major) for kind in KINDS for major in range(1, migration.current(kind) + 1)}


@pytest.mark.parametrize("kind", KINDS)
def test_the_frozen_documents_hold_free_data_wherever_it_is_allowed(kind: str) -> None:
    def places(value: Any, place: str = "") -> Iterator[str]:
        if isinstance(value, list):
            for item in value:
                yield from places(item, place)
        for key, item in value.items() if isinstance(value, dict) else ():
            if key == "extra":
                yield place
            else:
                yield from places(item, f"{place}/{key}")

    schema = json.loads(schema_text(kind))
    allowed = ["extra" in part.get("properties", {}) for part in (schema, *schema["$defs"].values())]
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in RELEASED if kind_of(path) == kind]
    assert len({place for document in documents for place in places(document)}) >= sum(allowed)


def test_the_chain_has_no_gap_and_belongs_to_known_kinds() -> None:
    assert {kind for kind, _ in migration.CHAIN} <= set(KINDS)
    assert all(migration.oldest(kind) == 1 for kind in KINDS)


# A chain of two older versions, invented for these tests: today's form of an assessment is version 3.
# In version 1 stakeholders were called "who", and "I don't know" was a question mark.
# In version 2 every note was called a remark, and the language was never written.


def walk(value: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """Change every object of a document, wherever it stands: a careless amendment."""
    if isinstance(value, dict):
        return change({key: walk(item, change) for key, item in value.items()})
    return [walk(item, change) for item in value] if isinstance(value, list) else value


def renamed(old: str, new: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda found: {new if key == old else key: item for key, item in found.items()}


def replaced(old: str, new: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def replace(found: dict[str, Any]) -> dict[str, Any]:
        ratings = found.get("ratings")
        if isinstance(ratings, dict):
            ratings = {key: new if rating == old else rating for key, rating in ratings.items()}
            return {**found, "ratings": ratings}
        return found

    return replace


WHO = Amendment(why="Stakeholders have one name everywhere.", apply=renamed("who", "stakeholders"))
MARK = Amendment(
    why="A question mark could be mistaken.", apply=lambda old: dict(walk(old, replaced("?", "dont_know")))
)
NOTE = Amendment(why="A remark is a note.", apply=lambda old: dict(walk(old, renamed("remark", "note"))))
LANGUAGE = Amendment(why="The language is written.", apply=lambda old: {"language": "en", **old})
INVENTED = {("assessment", 1): (WHO, MARK), ("assessment", 2): (NOTE, LANGUAGE)}


def aged(document: dict[str, Any], major: int) -> dict[str, Any]:
    """A document of today as it would have been written in an invented older version."""

    def outside_free_data(value: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
        if isinstance(value, dict):
            return change(
                {key: item if key == "extra" else outside_free_data(item, change) for key, item in value.items()}
            )
        return [outside_free_data(item, change) for item in value] if isinstance(value, list) else value

    old: dict[str, Any] = outside_free_data(copy.deepcopy(document), renamed("note", "remark"))
    old["format"] = f"copro/assessment/{major}"
    if old["language"] == "en":
        del old["language"]
    if major == 1:
        old = renamed("stakeholders", "who")(outside_free_data(old, replaced("dont_know", "?")))
    return old


def tempting(value: Any) -> Any:
    """A document whose free data looks like what the invented amendments change, at every place that may hold it."""
    bait = {"who": [1], "remark": {"remark": None, "extra": {"remark": 2}}, "ratings": {"a": "?"}, "format": "x"}
    if isinstance(value, dict):
        return {key: {**item, **bait} if key == "extra" else tempting(item) for key, item in value.items()}
    return [tempting(item) for item in value] if isinstance(value, list) else value


def of_today(assessment: copro.Assessment) -> dict[str, Any]:
    """An assessment as a document of the invented present, with free data wherever it is allowed."""
    document = json.loads(copro.dumps(assessment))
    places = ("stakeholders", "responses", "decisions", "commitments", "evidence")
    for holder in (document, *(item for place in places for item in document.get(place, ()))):
        holder.setdefault("extra", {})
    whole = {**tempting(document), "language": document.get("language", "en"), "format": "copro/assessment/3"}
    return dict(whole)


@contextmanager
def invented_chain(chain: Mapping[tuple[str, int], tuple[Amendment, ...]] = INVENTED) -> Iterator[None]:
    """A release in which assessments have an invented history; their schema is today's."""

    def validator(kind: str) -> Draft202012Validator:
        text = schema_text(kind).replace(f"copro/{kind}/1", f"copro/{kind}/{migration.current(kind)}")
        return Draft202012Validator(json.loads(text), registry=Registry())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migration, "CHAIN", dict(chain))
        patch.setattr(schemas, "validator", validator)
        yield


def migrated(document: Mapping[str, Any]) -> Migration:
    return api.migrate(json.dumps(document).encode())


def leaves(value: Any, place: str = "") -> dict[str, Any]:
    """Every value of a document that holds no other, by its place."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found: dict[str, Any] = {}
    for key, item in inner:
        found |= leaves(item, f"{place}/{str(key).replace('~', '~0').replace('/', '~1')}")
    return found or {place: (type(value), value)}


@scaled(1 / 4)
@given(rich_worlds())
def test_an_old_document_becomes_what_it_would_be_today_and_free_data_stays(world: World) -> None:
    today = of_today(world[1])
    with invented_chain():
        for major in (1, 2):
            old = aged(today, major)
            moved = migrated(old)
            assert moved.document == today
            assert free_data(moved.document) == free_data(old) == free_data(today) != []
            assert (moved.found, moved.now) == (f"copro/assessment/{major}", "copro/assessment/3")


@scaled(1 / 4)
@given(rich_worlds())
def test_an_old_document_gets_the_advice_on_what_it_becomes(world: World) -> None:
    framework, whole = world
    today = of_today(whole)
    with invented_chain():
        now = copro.validate(json.dumps(today).encode(), framework=framework)
        then = copro.validate(json.dumps(aged(today, 1)).encode(), framework=framework)
    told = [finding for finding in then if finding.code != "format-migrated"]
    assert len(told) == len(then) - 1
    assert all(finding.line is None for finding in told)
    assert sorted(told, key=str) == sorted((attrs.evolve(f, line=None, column=None) for f in now), key=str)


@scaled(0.5)
@given(rich_worlds())
def test_migrating_twice_changes_nothing(world: World) -> None:
    with invented_chain():
        once = migrated(aged(of_today(world[1]), 1))
        twice = migrated(once.document)
    assert once.changes
    assert twice.changes == ()
    assert twice.document == once.document


@scaled(1 / 4)
@given(rich_worlds())
def test_the_report_lists_exactly_what_differs_and_why(world: World) -> None:
    old = aged(of_today(world[1]), 1)
    before = copy.deepcopy(old)
    with invented_chain():
        moved = migrated(old)
    one, other = leaves(old), leaves(moved.document)
    differing = {place for place in one.keys() | other.keys() if one.get(place) != other.get(place)}
    told = {change.pointer for change in moved.changes}
    assert len(told) == len(moved.changes)
    assert all(any(f"{place}/".startswith(f"{pointer}/") for pointer in told) for place in differing)
    assert all(any(f"{place}/".startswith(f"{pointer}/") for place in differing) for pointer in told)
    for change in moved.changes:
        held = (any(f"{place}/".startswith(f"{change.pointer}/") for place in side) for side in (one, other))
        assert tuple(held) == {"added": (False, True), "removed": (True, False), "changed": (True, True)}[change.what]
        assert change.why.endswith(".")
    assert old == before


def test_each_change_names_its_reason() -> None:
    old = aged({**EVERYTHING, "language": "en"}, 1)
    with invented_chain():
        changes = {change.pointer: (change.what, change.why) for change in migrated(old).changes}
    assert changes == {
        "/format": ("changed", "The format is copro/assessment/3 now."),
        "/language": ("added", LANGUAGE.why),
        "/who": ("removed", WHO.why),
        "/stakeholders": ("added", WHO.why),
        "/responses/0/ratings/access-practical": ("changed", MARK.why),
        "/agreed/ratings/roles-deliver": ("changed", MARK.why),
        "/agreed/remark": ("removed", NOTE.why),
        "/agreed/note": ("added", NOTE.why),
        "/invited/0/remark": ("removed", NOTE.why),
        "/invited/0/note": ("added", NOTE.why),
        "/declined/0/remark": ("removed", NOTE.why),
        "/declined/0/note": ("added", NOTE.why),
        "/evidence/0/remark": ("removed", NOTE.why),
        "/evidence/0/note": ("added", NOTE.why),
    }


def test_lists_that_grow_or_shrink_and_values_of_another_type_are_told() -> None:
    chain = {
        ("assessment", 1): (
            Amendment(why="Shorter.", apply=lambda old: {**old, "a": old["a"][:1]}),
            Amendment(why="Longer.", apply=lambda old: {**old, "b": [*old["b"], 3]}),
            Amendment(why="A number.", apply=lambda old: {**old, "c": 1}),
            Amendment(why="There and back.", apply=lambda old: {**old, "d": 2}),
            Amendment(why="And back.", apply=lambda old: {**old, "d": 1}),
        )
    }
    with invented_chain(chain):
        moved = migrated({"format": "copro/assessment/1", "a": [1, 2], "b": [1], "c": True, "d": 1})
    told = [(change.pointer, change.what, change.why) for change in moved.changes[1:]]
    assert told == [
        ("/a/1", "removed", "Shorter."),
        ("/b/1", "added", "Longer."),
        ("/c", "changed", "A number."),
    ]


def test_an_amendment_that_loses_free_data_is_our_own_fault_and_is_stopped() -> None:
    careless = {("assessment", 1): (Amendment(why="Gone.", apply=lambda old: {"format": old["format"]}),)}
    with invented_chain(careless), pytest.raises(RuntimeError, match="free data"):
        migrated(EVERYTHING)


def test_a_document_too_faulty_to_be_amended_is_told_and_never_a_traceback() -> None:
    strict = {("assessment", 1): (Amendment(why="Moved.", apply=lambda old: {**old, "id": old["responses"][0]["id"]}),)}
    data = b'{"format": "copro/assessment/1", "responses": 7}'
    with invented_chain(strict):
        (finding,) = copro.validate(data)
        for refuse in (api.migrate, copro.load):
            with pytest.raises(copro.InvalidDocumentError):
                refuse(data)
    assert (finding.code, finding.severity) == ("cannot-migrate", "error")
    assert "copro/assessment/1" in finding.message
    assert "copro/assessment/2" in finding.message


@scaled(1 / 4)
@given(rich_worlds())
def test_load_brings_old_documents_to_today_on_the_way_in(world: World) -> None:
    framework, assessment = world
    today = of_today(assessment)
    text = json.dumps(aged(today, 1))
    with invented_chain():
        value = copro.loads(text, framework=framework)
        assert value == copro.loads(json.dumps(today), framework=framework)
        written = json.loads(copro.dumps(value))
        assert written["format"] == "copro/assessment/3"
        assert free_data(written) == free_data(today)
        finding = copro.validate(text.encode(), framework=framework)[0]
    assert (finding.code, finding.severity, finding.pointer) == ("format-migrated", "advice", "/format")


def test_faults_of_an_old_document_have_the_places_of_the_new_one_and_no_false_lines() -> None:
    old = aged({**EVERYTHING, "language": "en", "agreed": {"ratings": {}, "note": 7}}, 1)
    with invented_chain():
        told, fault = copro.validate(json.dumps(old, indent=1).encode())
    assert told.code == "format-migrated"
    assert (fault.code, fault.pointer, fault.line, fault.column) == ("wrong-type", "/agreed/note", None, None)


# What is refused.


def test_a_newer_document_is_refused_and_names_what_to_install_where_it_tells() -> None:
    newer = {"format": "copro/scorecard/2", "produced_by": "coproduction 3.1.4"}
    (finding,) = copro.validate(json.dumps(newer).encode())
    assert (finding.code, finding.pointer) == ("newer-format", "/format")
    assert finding.hint == "It was written by coproduction 3.1.4. Install that or a newer one."
    for writer in (None, 7, "another program 2", "coproduction 1.0; rm -rf /", "coproduction 9\n"):
        (finding,) = copro.validate(json.dumps({**newer, "produced_by": writer}).encode())
        assert finding.hint is not None
        assert finding.hint.startswith("Install a newer coproduction.")
    with pytest.raises(copro.UnsupportedVersionError) as caught:
        api.migrate(json.dumps(newer).encode())
    assert (caught.value.found, caught.value.supported) == ("copro/scorecard/2", "copro/scorecard/1")


def test_a_document_older_than_any_known_is_refused() -> None:
    (finding,) = copro.validate(b'{"format": "copro/assessment/0"}')
    assert (finding.code, finding.severity, finding.pointer) == ("older-format", "error", "/format")
    assert "copro/assessment/0" in finding.message
    assert "copro/assessment/1" in finding.message
    without_the_first = {("assessment", 2): INVENTED["assessment", 2]}
    with invented_chain(without_the_first):
        assert (migration.oldest("assessment"), migration.current("assessment")) == (2, 3)
        (finding,) = copro.validate(b'{"format": "copro/assessment/1"}')
        assert finding.code == "older-format"
        with pytest.raises(copro.InvalidDocumentError, match="copro/assessment/2"):
            api.migrate(b'{"format": "copro/assessment/1"}')


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"format": "copro/poem/1"}', b'{"format": "copro/assessment/01"}', b"\xff"]
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(copro.InvalidDocumentError):
        api.migrate(data)


def test_a_property_of_a_later_release_is_an_error_that_says_so() -> None:
    (finding,) = copro.validate(json.dumps({**EVERYTHING, "zzz": 1}).encode())
    assert finding.code == "unknown-property"
    assert finding.hint == "Free data goes into 'extra'. Or a newer coproduction knows it."


# The command line.


@pytest.fixture
def migrate(run: Run) -> Run:
    """Run ``copro migrate`` where formats have changed."""

    def run_migrate(*words: object, given: str = "") -> Result:
        with invented_chain():
            return run("migrate", *words, given=given)

    return run_migrate


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.json"
    path.write_text(json.dumps(aged({**EVERYTHING, "language": "en"}, 1)), encoding="utf-8")
    return path


TODAY = {**EVERYTHING, "language": "en", "format": "copro/assessment/3"}


def test_migrate_prints_the_report_and_writes_nothing(migrate: Run, old: Path) -> None:
    before = old.read_bytes()
    done = migrate(old)
    assert (done.code, done.err) == (0, "")
    head, *lines = done.out.splitlines()
    assert head == f"{old}: copro/assessment/1 to copro/assessment/3, 14 changes"
    assert "  /agreed/note added: A remark is a note." in lines
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir()] == ["old.json"]


def test_migrate_check_tells_by_its_exit_code(migrate: Run, old: Path, tmp_path: Path) -> None:
    before = old.read_bytes()
    assert migrate("--check", old).code == 1
    assert old.read_bytes() == before
    current = tmp_path / "current.json"
    current.write_text(json.dumps(TODAY), encoding="utf-8")
    done = migrate("--check", current)
    assert (done.code, done.out) == (0, f"{current}: copro/assessment/3 is current, nothing to change\n")


def test_migrate_write_writes_back_only_what_changes(migrate: Run, old: Path, tmp_path: Path) -> None:
    current = tmp_path / "current.json"
    current.write_text(json.dumps(TODAY, separators=(",", ":")), encoding="utf-8")
    before = current.read_bytes()
    old.chmod(0o640)
    assert migrate("--write", old, current).code == 0
    assert json.loads(old.read_text(encoding="utf-8")) == TODAY
    assert old.stat().st_mode & 0o777 == 0o640
    assert current.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["current.json", "old.json"]


def test_migrate_writes_to_another_file_or_to_standard_output(migrate: Run, old: Path, tmp_path: Path) -> None:
    before, new = old.read_bytes(), tmp_path / "new.json"
    assert migrate(old, "-o", new).code == 0
    assert json.loads(new.read_text(encoding="utf-8")) == TODAY
    done = migrate("-", "-o", "-", given=old.read_text(encoding="utf-8"))
    assert json.loads(done.out) == TODAY
    assert done.err.startswith("standard input: copro/assessment/1 to copro/assessment/3")
    assert old.read_bytes() == before
    again = migrate(new, "--output", "-")
    assert again.out == new.read_text(encoding="utf-8")


def test_migrate_goes_on_after_a_bad_file(migrate: Run, old: Path, tmp_path: Path) -> None:
    bad, newer = tmp_path / "bad.json", tmp_path / "newer.json"
    bad.write_text("{", encoding="utf-8")
    newer.write_text('{"format": "copro/assessment/9"}', encoding="utf-8")
    done = migrate("--write", bad, newer, tmp_path / "nowhere.json", old)
    assert done.code == 3
    assert f"{bad}:1:2: error not-json" in done.err
    assert f"{newer}: This is copro/assessment/9" in done.err
    assert "nowhere.json" in done.err
    assert "No such file" in done.err
    assert json.loads(old.read_text(encoding="utf-8")) == TODAY
    assert migrate(bad, old).code == 1


def test_migrate_takes_folders_and_never_writes_back_a_line(migrate: Run, old: Path, tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_bytes(old.read_bytes() + b"\n" + json.dumps(TODAY).encode() + b"\n")
    before = lines.read_bytes()
    done = migrate("--write", tmp_path)
    assert done.code == 1
    assert f"{lines}:1: a line is not written back" in done.err
    assert f"{lines}:2: copro/assessment/3 is current" in done.out
    assert lines.read_bytes() == before
    assert json.loads(old.read_text(encoding="utf-8")) == TODAY
    assert migrate(lines, "-o", "-").code == 2


def test_migrate_says_where_it_cannot_write(migrate: Run, old: Path, tmp_path: Path) -> None:
    done = migrate(old, "-o", tmp_path / "nowhere" / "new.json")
    assert done.code == 3
    assert "nowhere" in done.err


@pytest.mark.parametrize("words", [["--check", "--write", "a"], ["-o", "b", "a", "a"], ["--write", "-"], []])
def test_migrate_refuses_what_makes_no_sense(migrate: Run, words: list[str]) -> None:
    assert migrate(*words).code == 2


def test_a_text_file_that_is_not_utf_8_is_refused_like_its_bytes() -> None:
    for read in (api.migrate, api.is_case_study, copro.load):
        with pytest.raises(copro.InvalidDocumentError) as caught:
            read(io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8"))
        assert [finding.code for finding in caught.value.findings if isinstance(finding, copro.Finding)] == [
            "not-utf-8"
        ]
