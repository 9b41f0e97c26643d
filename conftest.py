"""Run the examples in README, documentation and docstrings; run the command line."""

import io
import sys
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

import pytest
from sybil import Sybil
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import PythonCodeBlockParser

from running import Result, Run

options = ELLIPSIS | NORMALIZE_WHITESPACE

pytest_collect_file = (
    Sybil(
        parsers=[PythonCodeBlockParser(doctest_optionflags=options)],
        patterns=["README.md", "docs/*.md", "docs/*/*.md", "docs/*/*/*.md"],
    )
    + Sybil(
        parsers=[DocTestParser(optionflags=options)],
        patterns=["src/copro/*.py", "src/copro/*/*.py", "src/copro/*/*/*.py"],
    )
).pytest()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``copro`` with words, and what stands on standard input."""
    from copro import cli  # noqa: PLC0415  the examples in documents need no command line

    def run_copro(*words: object, given: str = "") -> Result:
        monkeypatch.setattr(sys, "argv", ["copro", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capsys.readouterr()
        return Result(int(ended.value.code or 0), printed.out, printed.err)

    return run_copro
