"""Every worked vector: what goes in, what comes out, and where the numbers come from."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

import copro
from copro.documents.schemas import schema_text
from copro.rules.means import aggregate
from corpus import figures

PUBLISHED = Path(__file__).parents[1] / "schemas" / "vectors"
VECTORS = sorted(PUBLISHED.glob("*.json"))
FORM = Draft202012Validator(
    json.loads((PUBLISHED / "schema" / "vector.json").read_text(encoding="utf-8")), registry=Registry()
)


def read(path: Path) -> dict[str, Any]:
    vector: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return vector


def framework_of(vector: dict[str, Any]) -> copro.Framework:
    """The framework of a vector: written out in it, or one that ships, by its name."""
    given = vector["framework"]
    framework = copro.frameworks.get(given) if isinstance(given, str) else copro.loads(json.dumps(given))
    assert isinstance(framework, copro.Framework)
    return framework


def check(expected: Any, found: Any, place: str) -> None:
    """Compare only what is expected; numbers to 1e-9."""
    if isinstance(expected, Mapping):
        for key, value in expected.items():
            check(value, found.get(key), f"{place}.{key}")
    elif isinstance(expected, float | int) and not isinstance(expected, bool):
        assert found == pytest.approx(expected, abs=1e-9), place
    else:
        assert found == expected, place


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_vector_comes_out_as_worked_by_hand(path: Path) -> None:
    vector = read(path)
    if "aggregation" in vector:
        given = vector["aggregation"]
        mean = aggregate(given["method"], zip(given["values"], given["weights"], strict=True))
        assert mean == pytest.approx(vector["expected"], abs=1e-9)
        return
    framework = framework_of(vector)
    assessment = copro.loads(json.dumps(vector["assessment"]), framework=framework)
    assert isinstance(assessment, copro.Assessment)
    card = copro.score(assessment, framework)
    expected = vector["expected"]
    found = figures(card)
    for key in expected.keys() - {"unmet"}:
        check(expected[key], found[key], key)
    if "left_out" in expected["overall"]:
        assert found["overall"]["left_out"] == expected["overall"]["left_out"]
    if "unmet" in expected:
        assert len(found["unmet"]) == len(expected["unmet"])
        for index, (wanted, got) in enumerate(zip(expected["unmet"], found["unmet"], strict=True)):
            check(wanted, got, f"unmet[{index}]")


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_a_vector_keeps_to_its_published_form(path: Path) -> None:
    vector = read(path)
    assert [error.message for error in FORM.iter_errors(vector)] == []
    for kind in (kind for kind in ("framework", "assessment") if isinstance(vector.get(kind), dict)):
        schema = Draft202012Validator(json.loads(schema_text(kind)), registry=Registry())
        assert [error.message for error in schema.iter_errors(vector[kind])] == []


def test_the_form_of_vectors_is_sound_and_refuses_what_no_reader_would_expect() -> None:
    Draft202012Validator.check_schema(FORM.schema)
    scored = read(PUBLISHED / "status-scored.json")
    mean = read(PUBLISHED / "aggregation-minimum-ignores-weights.json")
    assert FORM.is_valid(scored)
    assert FORM.is_valid(mean)
    for wrong in (
        {**scored, "expected": {**scored["expected"], "surprise": 1}},
        {**scored, "expected": 1},
        {**scored, "aggregation": mean["aggregation"]},
        {**mean, "expected": scored["expected"]},
        {key: value for key, value in scored.items() if key != "assessment"},
        {key: value for key, value in scored.items() if key != "working"},
        {**scored, "source": ""},
    ):
        assert not FORM.is_valid(wrong)


def test_there_are_vectors() -> None:
    assert len(VECTORS) > 100
