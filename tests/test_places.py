"""A finding's line and column are where its JSON Pointer points, however the text is laid out."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import copro
from copro.documents.places import Places
from copro.documents.pointers import pointer_path, pointer_text

values = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(values, st.data(), st.sampled_from([None, 1, 2]))
def test_the_text_at_the_place_is_the_value_there(value: Any, data: st.DataObject, indent: int | None) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    path: list[str | int] = []
    inner = value
    while isinstance(inner, dict | list) and inner and data.draw(st.booleans()):
        members = dict(inner) if isinstance(inner, dict) else dict(enumerate(inner))
        path.append(data.draw(st.sampled_from(list(members))))
        inner = members[path[-1]]
    line, column = Places(text).find(tuple(path))
    start = sum(len(earlier) + 1 for earlier in text.split("\n")[: line - 1]) + column - 1
    found, _ = json.JSONDecoder().raw_decode(text, start)
    assert found == inner


@given(st.lists(st.text(max_size=6).filter(lambda part: not part.isdigit()), max_size=4))
def test_a_pointer_is_read_as_it_is_written(parts: list[str]) -> None:
    assert pointer_path(pointer_text(tuple(parts))) == tuple(parts)


def test_a_key_that_is_there_twice_is_pointed_at_the_second_time() -> None:
    text = '{"a": 1,\n "a": 2}'
    assert Places(text, is_last=True).find(("a",), at_key=True) == (2, 2)
    (finding,) = copro.validate(text.encode())
    assert (finding.code, finding.line, finding.column) == ("duplicate-key", 2, 2)


@pytest.mark.parametrize("name", ["007", "0", "9" * 5000, "٣"])
def test_a_key_that_looks_like_a_number_has_a_place(name: str) -> None:
    text = json.dumps({"format": "copro/framework/1", name: 1}, ensure_ascii=False)
    found = next(finding for finding in copro.validate(text.encode()) if finding.code == "unknown-property")
    assert (found.line, found.column) == (1, text.index(f'"{name}"') + 1)


def test_findings_come_in_the_order_of_the_text_whatever_the_order_of_the_schema() -> None:
    text = '{"zzz": 1, "title": 2,\n "format": "copro/framework/1",\n "aaa": 3, "id": "A B"}'
    found = copro.validate(text.encode())
    places = [(finding.line, finding.column) for finding in found]
    assert places == sorted(places)
    said = ["/zzz", "/title", "/aaa", "/id"]
    assert [finding.pointer for finding in found if finding.pointer in said] == said


def test_what_is_nested_too_deeply_is_pointed_at_where_it_starts() -> None:
    for depth in (65, 100_000):
        text = '{"[": "]\\"",\n "a": ' + "[" * depth + "]" * depth + "}"
        (found,) = copro.validate(text.encode())
        assert (found.code, found.line, found.column) == ("too-deep", 2, 7 + 63)
    assert copro.validate(b'["' + b'\\"' * 100_000)[0].code == "not-json"


def test_a_byte_that_is_no_text_is_pointed_at() -> None:
    (found,) = copro.validate('{"title":\n "Caf\u00e9 '.encode() + b'\xe9"}')
    assert (found.code, found.line, found.column) == ("not-utf-8", 2, 8)


def test_thousands_of_faults_in_one_file_are_placed_in_no_time() -> None:
    ratings = ",\n".join(f'"i{number}": "x"' for number in range(5000))
    text = '{"format": "copro/assessment/1", "responses": [{"ratings": {' + ratings + "}}]}"
    found = [finding for finding in copro.validate(text.encode()) if finding.pointer.count("/") == 4]
    assert [finding.line for finding in found] == list(range(1, 5001))


def test_a_property_that_is_missing_is_pointed_at_its_object() -> None:
    found = copro.validate(b'{"format": "copro/framework/1",\n "scale": {}}')
    places = {(finding.pointer, finding.line, finding.column) for finding in found}
    assert ("/scale", 2, 11) in places
    assert ("", 1, 1) in places


def test_every_finding_in_a_file_that_can_be_read_has_a_place() -> None:
    folder = Path(__file__).parent / "cases" / "invalid"
    for path in folder.glob("*.json"):
        for finding in copro.validate(path):
            assert finding.code == "too-large" or (finding.line and finding.column), f"{path.name}: {finding.code}"
