"""One verdict everywhere: what one validator accepts, every validator accepts, whatever it is written in.

Here jsonschema, which the library uses, and jsonschema-rs, which is written in Rust;
``python3 tasks.py node`` asks Ajv the same.
"""

from functools import cache
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import copro
from corpus import FOLDERS, SCHEMAS, corpus, in_python, is_read, schemas_of, sound, validator, verdicts
from strategies import damaged


def fetch(uri: str) -> Any:
    raise AssertionError(f"{uri} would have been fetched")


@cache
def rust(kind: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(SCHEMAS[kind], retriever=fetch)


def test_the_corpus_holds_sound_and_faulty_documents_of_every_schema() -> None:
    found: dict[str, set[bool]] = {kind: set() for kind in SCHEMAS}
    for document in filter(is_read, corpus()):
        for kind, verdict in in_python(document).items():
            found[kind].add(verdict)
    assert found == {key: {True, False} for key in SCHEMAS}
    names = [document.name for document in corpus()]
    assert len(set(names)) == len(names)
    for folder in FOLDERS:
        assert any(name.startswith(folder) for name in names), folder


def test_python_and_rust_say_the_same_of_every_document() -> None:
    differ = []
    for document in filter(is_read, corpus()):
        one = in_python(document)
        other = verdicts(document, lambda kind, value: rust(kind).is_valid(value))
        if one != other:
            differ.append((document.name, one, other))
    assert differ == []


@given(st.sampled_from(sound()).flatmap(damaged))
def test_python_and_rust_say_the_same_of_whatever_is_damaged(document: dict[str, Any]) -> None:
    for kind in schemas_of(document):
        assert validator(kind).is_valid(document) == rust(kind).is_valid(document), kind


def test_what_strict_reading_refuses_never_becomes_a_document() -> None:
    refused = [document for document in corpus() if not is_read(document)]
    codes = {finding.code for document in refused for finding in copro.validate(document.text.encode("utf-8"))}
    assert codes >= {"not-json", "duplicate-key", "bad-number", "lone-surrogate"}
    for document in refused:
        with pytest.raises(copro.InvalidDocumentError):
            copro.loads(document.text)


def test_a_schema_that_pointed_outside_itself_would_be_told() -> None:
    with pytest.raises(Exception, match="would have been fetched"):
        jsonschema_rs.Draft202012Validator({"$ref": "http://example.org/a.json"}, retriever=fetch)
