"""What was checked is not checked again, and what was read is not read again: calls are counted, not seconds."""

import gc
import hashlib
import json
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest

import copro
from copro import checking
from copro.documents import checks, strict_json, structure
from copro.documents.per_object import PerObject, once_per_object
from copro.model.framework import Source
from example import example, loaded
from running import Run


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a document was parsed, held against its schema, followed reference by reference, or hashed."""
    counts: Counter[str] = Counter()

    def count(place: Any, name: str, what: str) -> None:
        work: Callable[..., Any] = getattr(place, name)

        def counted(*arguments: Any, **options: Any) -> Any:
            counts[what] += 1
            return work(*arguments, **options)

        monkeypatch.setattr(place, name, counted)

    copro.score(loaded())  # what ships with copro is read by now
    own_framework()
    count(json, "loads", "parsed")
    count(strict_json, "parse", "read")
    count(checks, "against_schema", "schema")
    count(checks, "in_assessment", "references")
    count(checks, "in_framework", "references of a framework")
    count(hashlib, "sha256", "digest")
    return counts


def own_framework() -> copro.Framework:
    """The core under a name of one's own, as a file."""
    framework = copro.loads(copro.dumps(attrs.evolve(copro.frameworks.get("copro-core@2026"), id="own")))
    assert isinstance(framework, copro.Framework)
    return framework


def answers(name: str, framework: copro.Framework) -> copro.Assessment:
    found = copro.loads(json.dumps(example(id=name, framework=framework.name)), framework=framework)
    assert isinstance(found, copro.Assessment)
    return found


# In Python.


def test_what_was_loaded_is_scored_without_another_check(calls: Counter[str]) -> None:
    framework = own_framework()
    many = [answers(f"a-{number}", framework) for number in range(3)]
    del calls["parsed"]  # this test's own reading of the example is among them
    assert calls == {
        "read": 4,
        "schema": 4,
        "references": 3,
        "references of a framework": 1,
    }
    calls.clear()
    for assessment in many:
        assert copro.score(assessment, framework).status == "scored"
    assert calls == {"digest": 4}
    calls.clear()
    for assessment in many:
        copro.score(assessment, framework)
        copro.commitments(assessment, framework)
    assert calls == {}


def test_a_shipped_framework_that_is_given_costs_nothing(calls: Counter[str]) -> None:
    core, assessment = copro.frameworks.get("copro-core@2026"), loaded()
    calls.clear()
    assert copro.score(assessment, core) == copro.score(assessment)
    assert calls == {"digest": 1}


def test_what_was_built_in_python_is_checked_once(calls: Counter[str]) -> None:
    framework = attrs.evolve(copro.frameworks.get("copro-core@2026"), id="own")
    assessment = attrs.evolve(loaded(), framework="own@2026")
    calls.clear()
    for _ in range(3):
        copro.score(assessment, framework)
    assert calls == {"schema": 1, "references": 1, "references of a framework": 1, "digest": 2}


def test_a_copy_is_checked_for_itself(calls: Counter[str]) -> None:
    assessment = loaded()
    copro.score(assessment)
    calls.clear()
    copro.score(attrs.evolve(assessment))
    assert calls["references"] == 1
    nobody = attrs.evolve(assessment.responses[0], stakeholder="nobody")
    with pytest.raises(copro.InvalidDocumentError, match="stakeholder"):
        copro.score(attrs.evolve(assessment, responses=(nobody, *assessment.responses[1:])))
    core = copro.frameworks.get("copro-core@2026")
    with pytest.raises(copro.InvalidDocumentError, match="principle"):
        copro.score(assessment, attrs.evolve(core, principles=(*core.principles, core.principles[0])))


def test_another_framework_of_the_same_name_is_another_check(calls: Counter[str]) -> None:
    framework = own_framework()
    assessment = answers("a", framework)
    first = framework.principles[0]
    shorter = attrs.evolve(framework, principles=(attrs.evolve(first, indicators=first.indicators[:1]),), levels=())
    calls.clear()
    with pytest.raises(copro.InvalidDocumentError, match="indicator"):
        copro.score(assessment, shorter)
    assert calls["references"] == 1
    assert copro.score(assessment, framework).status == "scored"
    assert calls["references"] == 1


def test_what_is_at_fault_is_refused_every_time() -> None:
    core = copro.frameworks.get("copro-core@2026")
    twice = attrs.evolve(core, principles=(*core.principles, core.principles[0]))
    for _ in range(2):
        with pytest.raises(copro.InvalidDocumentError):
            copro.score(loaded(), twice)


def test_what_tables_gave_is_scored_without_another_check(calls: Counter[str], tmp_path: Path) -> None:
    copro.write_tables(loaded(), tmp_path / "tables")
    read, _ = copro.read_tables(tmp_path / "tables")
    calls.clear()
    copro.score(read)
    assert calls == {"digest": 1}


def test_free_data_cannot_change_behind_a_digest() -> None:
    kept: dict[str, Any] = {"tags": ["a", {"b": [1]}]}
    assessment = attrs.evolve(loaded(), extra=kept)
    before = structure.digest(assessment)
    kept["tags"].append("c")
    assert assessment.extra["tags"] == ("a", {"b": (1,)})
    assert structure.digest(attrs.evolve(assessment)) == before
    assert isinstance(hash(assessment), int)


# On the command line.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six documents of one's own framework: three files, and three lines of one; two have the same id, one is no JSON."""
    (tmp_path / "own.json").write_text(copro.dumps(own_framework()), encoding="utf-8")
    texts = [json.dumps(example(id=f"a-{number % 4}", framework="own@2026")) for number in range(5)]
    (tmp_path / "answers").mkdir()
    for number, text in enumerate(texts[:3]):
        (tmp_path / "answers" / f"{number}.json").write_text(text, encoding="utf-8")
    (tmp_path / "answers" / "more.jsonl").write_text("\n".join([*texts[3:], "{"]), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("words", [("validate",), ("score",), ("score", "--format", "json")])
def test_many_documents_are_each_read_and_checked_once(
    words: tuple[str, ...], run: Run, folder: Path, calls: Counter[str]
) -> None:
    result = run(*words, folder / "answers", "--framework", folder / "own.json")
    assert result.code == 1
    assert "same-id-twice" in f"{result.out}{result.err}"
    digests = {} if words == ("validate",) else {"digest": 6}
    assert calls == {
        "read": 7,
        "parsed": 7,
        "schema": 6,
        "references": 5,
        "references of a framework": 1,
        **digests,
    }


def test_a_comparison_reads_its_framework_once(run: Run, folder: Path, calls: Counter[str]) -> None:
    files = [folder / "answers" / f"{number}.json" for number in range(3)]
    assert run("compare", *files, "--framework", folder / "own.json").code == 0
    assert (calls["read"], calls["schema"], calls["references"]) == (4, 4, 3)


# What is kept about an object.


def test_what_is_known_goes_with_the_object() -> None:
    known: PerObject[str] = PerObject()
    sources = [Source(citation="The same book") for _ in range(100)]
    for number, source in enumerate(sources):
        known.keep(source, f"{number}")
        known.keep(source, f"{number}")
    assert [known.about(source) for source in sources] == [f"{number}" for number in range(100)]
    assert len(known) == 100
    del sources[1:], source
    gc.collect()
    assert len(known) == 1
    assert [known.about(Source(citation="The same book")) for _ in range(100)] == [None] * 100


def test_nothing_that_was_scored_is_kept_alive() -> None:
    framework = own_framework()
    copro.score(answers("a", framework), framework)
    gc.collect()
    before = len(checking.CHECKED_WITH), len(checking.WITHOUT_FAULTS)
    for number in range(5):
        own = attrs.evolve(framework, title=f"Title {number}")
        copro.score(attrs.evolve(loaded(), framework=own.name), own)
    del own
    gc.collect()
    assert (len(checking.CHECKED_WITH), len(checking.WITHOUT_FAULTS)) == before


def test_threads_may_share_what_is_known() -> None:
    framework, assessment = own_framework(), example(framework="own@2026")
    text = json.dumps(assessment)

    def work(_: int) -> str:
        found = copro.loads(text, framework=framework)
        assert isinstance(found, copro.Assessment)
        return str(copro.score(found, framework).framework.digest)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(24))) == {structure.digest(attrs.evolve(framework))}


def test_a_function_works_once_for_each_object_and_gives_the_same() -> None:
    worked: list[str] = []

    @once_per_object
    def shout(source: Source) -> str:
        """Loud."""
        worked.append(str(source.citation))
        return f"{source.citation}!"

    one, same = Source(citation="Book"), Source(citation="Book")
    assert [shout(one), shout(one), shout(same)] == ["Book!"] * 3
    assert worked == ["Book", "Book"]
    assert shout.__doc__ == "Loud."
