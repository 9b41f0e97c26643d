"""What a check says about a document about people holds nothing that they said, and not who they are."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import copro
from copro.findings.discreet import may_be_quoted, without_values
from example import EXAMPLE
from running import Run

NAME, ID, WORDS = "Zelda Quark", "zelda-quark", "zeldaquark said that nobody listens"
PEOPLE = ("stakeholders", "responses", "decisions", "commitments", "evidence")
STYLES = ("text", "json", "sarif", "github")


def example() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    return document


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The places of the values in a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if path and not isinstance(value, dict):
        yield path
    for key, item in inner:
        yield from leaves(item, (*path, key))


def places() -> list[tuple[str | int, ...]]:
    """One place of each shape: the same property of another response tells nothing new."""
    document = example()
    document["responses"] = document["responses"][:3]
    seen: dict[tuple[str, ...], tuple[str | int, ...]] = {}
    for part in PEOPLE:
        for path in leaves(document[part], (part,)):
            seen.setdefault(tuple("*" if isinstance(each, int) else each for each in path), path)
    return list(seen.values())


def put(document: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """The document with another value at a place."""
    changed = copy.deepcopy(document)
    inner = changed
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = value
    return changed


@pytest.mark.parametrize("value", [NAME, ID, [WORDS], {ID: 9}, 9173], ids=str)
def test_no_finding_repeats_a_value_from_a_part_about_people(value: Any) -> None:
    document = example()
    document["responses"] = document["responses"][:3]
    faulty = 0
    for path in places():
        findings = copro.validate(json.dumps(put(document, path, value)).encode())
        faulty += bool(findings)
        for finding in findings:
            told = f"{finding.message} {finding.hint}"
            is_key = isinstance(value, dict) and finding.code in {"unknown-property", "unknown-indicator"}
            assert is_key or "zelda" not in told.lower(), (path, told)
            assert "9173" not in told, (path, told)
            assert finding.line is not None
    assert faulty > 40


def test_no_finding_names_a_stakeholder_and_the_hint_says_which_was_perhaps_meant() -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace('"c1"', f'"{ID}"')
    document = json.loads(text)
    document["responses"][1]["stakeholder"] = f"{ID}s"
    document["responses"].append(document["responses"][0])
    document["stakeholders"].append(document["stakeholders"][0])
    document["decisions"][0]["confirmed_by"] = [f"{ID}x"]
    document["commitments"][0]["to"] = ["quark-zelda"]
    findings = copro.validate(json.dumps(document).encode())
    told = {finding.code: f"{finding.message} {finding.hint}" for finding in findings}
    assert {"unknown-stakeholder", "duplicate-response", "duplicate-id", "unknown-party"} <= set(told)
    assert not any("quark" in words for words in told.values())
    assert "number 1 of the stakeholders" in told["unknown-stakeholder"]
    assert "Response number 1" in told["duplicate-response"]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("indent", [None, 2])
def test_no_output_shows_what_somebody_said(run: Run, tmp_path: Path, style: str, indent: int | None) -> None:
    document = example()
    document["title"] = 5
    document["stakeholders"][0]["id"] = NAME
    document["responses"][0] |= {"stakeholder": ID, "ratings": {"power-decide": 9173}, "comments": {"power-decide": 1}}
    document["responses"][1]["comments"] = {"power-decid": WORDS}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(document, indent=indent), encoding="utf-8")
    result = run("validate", path, "--format", style, "--all")
    assert result.code == 1
    shown = (result.out + result.err).lower()
    assert "not-a-step" in shown
    assert "zelda" not in shown
    assert "9173" not in shown
    broken = path.read_text(encoding="utf-8").replace('"ratings":', '"ratings"', 1)
    path.write_text(broken, encoding="utf-8")
    shown = run("validate", path, "--format", style).out.lower()
    assert "not-json" in shown
    assert "zelda" not in shown
    assert "9173" not in shown


def test_lines_of_what_holds_no_answers_are_quoted_whole(run: Run) -> None:
    framework = '{"format": "copro/framework/1", "id": "x", "title": ["power"]}'
    assert '"title": ["power"]' in run("validate", "-", given=framework).out
    assert not may_be_quoted('{"format": "copro/assessment/1"}')
    assert not may_be_quoted('{"title": "\\"format\\": \\"copro/framework/1\\""}')
    assert may_be_quoted('{"format" : "copro/mapping/1", ]')


@pytest.mark.parametrize(
    ("line", "column", "shown", "under"),
    [
        ('  "power-decide": 9,', 19, '  "power-decide": ...,', "..."),
        ('  "power-decide": "dont_know",', 19, '  "power-decide": ...,', "..."),
        ('  "c": "said \\"no\\": never", "x": 1', 30, '  "c": ..., "x": ...', '"x"'),
        ('"c": "she said "Maria": no", "x": 1', 17, None, "..."),
        ('"c": "not closed', 6, '"c": ...', "..."),
        ("[NaN, -1e9, true, maria]", 19, "[..., ..., ..., ...]", "..."),
        ('{"Maria Jones": 1}', 2, "{...: ...}", "..."),
        ("", 1, "", ""),
        ('"a\\', 1, "...", "..."),
        pytest.param('"\\' * 1_000_000, 5, "...", "...", id="a long line of escapes"),
        ("[1]", 4, "[...]", ""),
    ],
)
def test_a_line_without_values_keeps_keys_and_marks(line: str, column: int, shown: str | None, under: str) -> None:
    found, moved = without_values(line, column)
    assert shown in {None, found}
    assert found[moved - 1 :].startswith(under)
    assert "aria" not in found


@given(st.text(alphabet='ab"\\:,{}[] 9\u00e9', max_size=40), st.integers(1, 42))
def test_a_line_without_values_holds_no_value_whatever_is_wrong(line: str, column: int) -> None:
    found, moved = without_values(line, min(column, len(line) + 1))
    assert not set("ab9\u00e9\\") & set(re.sub(r'"[ab9]+"\s*:', "", found))
    assert 1 <= moved <= len(found) + 1
