"""The list of codes: complete, the same in code and documentation, and true of every finding there is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import copro
from copro.documents.schemas import FAULTS
from copro.findings.codes import CODES
from copro.model.finding import Severity
from example import ROOT

MODULES = sorted((ROOT / "src" / "copro").rglob("*.py"))
PAGE = ROOT / "docs" / "reference" / "findings.md"
INVALID = sorted((ROOT / "tests" / "cases" / "invalid").glob("*.json"))

MAKERS = {**dict.fromkeys(("CellError", "Fault", "finding", "finding_at"), 0), "say": 1}
"""Functions and classes that take a code, and which argument it is."""


def text_of(node: ast.expr | None) -> Iterator[str]:
    """The text that an expression is, where it is written out; both sides of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from text_of(node.body)
        yield from text_of(node.orelse)


def codes_made_in(tree: ast.AST) -> Iterator[str]:
    """Every code that is written out where a finding is made."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for keyword in node.keywords:
                if keyword.arg == "code":
                    yield from text_of(keyword.value)
            if name in MAKERS and len(node.args) > MAKERS[name]:
                yield from text_of(node.args[MAKERS[name]])
            if name in {"dangling", "unknown"} and node.args:
                yield from (f"unknown-{kind}" for kind in text_of(node.args[0]))
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "code":
            yield from text_of(node.value)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "kind":
            yield from (f"unknown-{kind}" for kind in text_of(node.value) if isinstance(node.value, ast.IfExp))
        if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            yield from (word for word in text_of(node.value.elts[0]) if len(node.value.elts) == 4)


MADE = (
    {code for path in MODULES for code in codes_made_in(ast.parse(path.read_text(encoding="utf-8")))}
    | {code for code, _ in FAULTS.values()}
    | {"schema"}
)


def test_every_code_that_the_source_makes_is_in_the_list_and_no_other() -> None:
    assert set(CODES) == MADE


def test_the_reference_page_says_what_the_list_says() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| [`")]
    wanted = [f"| [`{name}`](findings/{name}.md) | {code.severity} | {code.means} |" for name, code in CODES.items()]
    missing = [row for row in wanted if row not in rows]
    assert not missing, "\n".join(missing)
    assert rows == wanted


def test_codes_are_ids_with_plain_sentences() -> None:
    for name, code in CODES.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        assert code.severity in get_args(Severity)
        for words in (code.means, code.do):
            assert words.endswith(".")
            assert words[0].isupper() or words[0] == "`"


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_a_finding_has_the_severity_of_its_code(path: Path) -> None:
    for finding in copro.validate(path):
        assert finding.severity == CODES[finding.code].severity
