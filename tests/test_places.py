"""A finding's line and column are where its JSON Pointer points, however the text is laid out."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import copro
from copro.interchange.places import locate
from copro.interchange.strict_json import pointer_path, pointer_text

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
    line, column = locate(text, tuple(path))
    start = sum(len(earlier) + 1 for earlier in text.split("\n")[: line - 1]) + column - 1
    found, _ = json.JSONDecoder().raw_decode(text, start)
    assert found == inner


@given(st.lists(st.text(max_size=6).filter(lambda part: not part.isdigit()), max_size=4))
def test_a_pointer_is_read_as_it_is_written(parts: list[str]) -> None:
    assert pointer_path(pointer_text(tuple(parts))) == tuple(parts)


def test_a_key_that_is_there_twice_is_pointed_at_the_second_time() -> None:
    text = '{"a": 1,\n "a": 2}'
    assert locate(text, ("a",), at_key=True) == (2, 2)
    (finding,) = copro.validate(text.encode())
    assert (finding.code, finding.line, finding.column) == ("duplicate-key", 2, 2)


def test_a_property_that_is_missing_is_pointed_at_its_object() -> None:
    found = copro.validate(b'{"format": "copro/framework/1",\n "scale": {}}')
    places = {(finding.pointer, finding.line, finding.column) for finding in found}
    assert ("/scale", 2, 11) in places
    assert ("", 1, 1) in places


def test_every_finding_in_a_file_that_can_be_read_has_a_place() -> None:
    folder = Path(__file__).parent / "cases" / "invalid"
    for path in folder.glob("*.json"):
        for finding in copro.validate(path):
            unread = finding.code in {"not-utf-8", "too-large", "too-deep"}
            assert unread or (finding.line and finding.column), f"{path.name}: {finding.code}"
