"""Every worked vector: what goes in, what comes out, and where the numbers come from."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import copro
from copro.model.scorecard import Scorecard
from copro.scoring.means import AGGREGATE

VECTORS = sorted((Path(__file__).parent / "cases" / "scoring").glob("*.json"))


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


def gap_value(gap: Mapping[str, Any] | None) -> Any:
    return None if gap is None else gap["value"]


def figures(card: Scorecard) -> dict[str, Any]:
    """The scorecard document in the short form that vectors use."""
    document = json.loads(copro.dumps(card))

    def short(item: dict[str, Any]) -> dict[str, Any]:
        sides = {side: value.get("score", value.get("value")) for side, value in item["sides"].items()}
        return {**item, "sides": sides, **({"gap": gap_value(item["gap"])} if "gap" in item else {})}

    overall = short(document["overall"])
    agreed = document["agreed"]
    return {
        "status": document["status"],
        "reason": document["reason"],
        "overall": {**overall, "left_out": {left["principle"]: left["reason"] for left in overall["left_out"]}},
        "principles": {
            principle["id"]: {**short(principle), "indicators": {i["id"]: short(i) for i in principle["indicators"]}}
            for principle in document["principles"]
        },
        "voices": {voice["perspective"]: {"for_someone": 0, **voice} for voice in document["voices"]},
        "agreed": agreed and {**agreed, "principles": {p["id"]: p["score"] for p in agreed["principles"]}},
    }


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_vector_comes_out_as_worked_by_hand(path: Path) -> None:
    vector = read(path)
    if "aggregation" in vector:
        given = vector["aggregation"]
        mean = AGGREGATE[given["method"]](given["values"], given["weights"])
        assert mean == pytest.approx(vector["expected"], abs=1e-9)
        return
    framework = framework_of(vector)
    assessment = copro.loads(json.dumps(vector["assessment"]), framework=framework)
    assert isinstance(assessment, copro.Assessment)
    card = copro.score(assessment, framework)
    expected = vector["expected"]
    found = figures(card)
    for key in expected.keys() - {"unmet", "findings"}:
        check(expected[key], found[key], key)
    if "left_out" in expected.get("overall", {}):
        assert found["overall"]["left_out"] == expected["overall"]["left_out"]
    assert sorted(finding.code for finding in card.findings) == expected["findings"]
    if "unmet" in expected:
        unmet = json.loads(copro.dumps(card))["unmet"]
        assert len(unmet) == len(expected["unmet"])
        for index, (wanted, got) in enumerate(zip(expected["unmet"], unmet, strict=True)):
            check(wanted, got, f"unmet[{index}]")


def test_vectors_name_their_source() -> None:
    assert VECTORS
    for path in VECTORS:
        vector = read(path)
        assert vector["title"], path.name
        assert vector["source"], path.name
        assert vector["working"], path.name
