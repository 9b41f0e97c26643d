"""The table of codes: complete, plain, the only home of a severity, and all of it in the reference."""

import ast
import re
from collections import Counter
from typing import get_args

from copro.findings.codes import CODES, GROUPS
from copro.model.finding import FindingCode
from example import ROOT

MAKER = ROOT / "src" / "copro" / "findings" / "codes" / "__init__.py"


def test_every_code_is_explained_once() -> None:
    explained = Counter(code.code for group in GROUPS.values() for code in group)
    assert explained == Counter(get_args(FindingCode))


def test_codes_are_ids_with_plain_sentences() -> None:
    for name, code in CODES.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        for words in (code.means, code.why, code.do):
            assert words.endswith((".", "?"))
            assert words[0].isupper() or words[0] in '`"'
            assert "](" not in words  # only the page can show a link


def test_nothing_else_makes_a_finding_so_that_a_code_has_one_severity() -> None:
    for path in sorted((ROOT / "src" / "copro").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and path != MAKER:
                assert getattr(node.func, "id", "") != "Finding", f"{path}:{node.lineno}: use new_finding"
                assert all(keyword.arg != "severity" for keyword in node.keywords), f"{path}:{node.lineno}"


def test_the_reference_shows_every_group_once_in_the_order_of_the_table() -> None:
    page = (ROOT / "docs" / "reference" / "findings.md").read_text(encoding="utf-8")
    assert re.findall(r"^```\{findings\} (\w+)$", page, flags=re.MULTILINE) == list(GROUPS)
