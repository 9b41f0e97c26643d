"""The command line says of each case in ``cases/fair`` what ``expected.md`` holds, word for word."""

import json
import re

import pytest

import copro
from fair import FOLDER, cases
from running import Run

EXPECTED = dict(
    re.findall(
        r"^## (\S+)\n.*?^```text\n(.*?)\n```$",
        (FOLDER / "expected.md").read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
)

STANDING = re.compile(r"^(Community|Services|Overall|Rated by|A higher level) ")
"""Paragraphs that every result has, or that are figures."""


def result_of(printed: str) -> list[str]:
    """The paragraphs of the result, without Markdown's own signs."""
    _, _, after = printed.partition("## The result\n")
    section, _, _ = after.partition("\n## ")
    plain = re.sub(r"\*\*|\\(?=[^\w\s])", "", section)
    return [" ".join(paragraph.split()) for paragraph in plain.strip().split("\n\n")]


def test_every_case_is_written_as_it_is_described() -> None:
    described = dict(cases())
    assert {path.stem for path in FOLDER.glob("*.json")} == set(described) == set(EXPECTED)
    for name, assessment in described.items():
        written = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        assert written == json.loads(copro.dumps(assessment)), f"run python tests/fair.py: {name}"


@pytest.mark.parametrize("name", EXPECTED)
def test_the_command_line_says_what_people_should_read(run: Run, name: str) -> None:
    result = run("score", "--format", "markdown", FOLDER / f"{name}.json")
    assert result.code == 0, result.err
    paragraphs = result_of(result.out)
    headline, *beside = EXPECTED[name].split("\n")
    assert paragraphs[0] == headline
    level = next((level for level in meanings(name) if level in paragraphs), None)
    told = [text for text in paragraphs[1:] if not STANDING.match(text) and text != level]
    assert told == beside


def meanings(name: str) -> list[str]:
    """What the levels of a case's framework mean, in English."""
    levels = copro.frameworks.get(dict(cases())[name].framework).levels
    told = [level.meaning for level in levels if level.meaning is not None]
    return [meaning if isinstance(meaning, str) else meaning["en"] for meaning in told]


@pytest.mark.parametrize("name", EXPECTED)
def test_no_headline_says_what_would_hurt(name: str) -> None:
    told = EXPECTED[name].lower()
    for never in ("nobody whose", "payroll", "token", "genuine", "proxy", "hard to reach", "own people", "failed"):
        assert never not in told
    if name == "house-run-by-its-tenants":
        assert "not asked" not in told
        assert "did not answer" not in told
