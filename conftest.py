"""Run the examples in README, documentation and docstrings; run the command line."""

import io
import os
import sys
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

import pytest
from sybil import Sybil
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import PythonCodeBlockParser
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

import profiles  # noqa: F401  registers how many examples a law gets, and loads the profile "quick"
from running import Result, Run

os.environ.pop("COPRO_LANGUAGE", None)  # whoever runs the tests may have set it for themselves

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


class Together(LoadScopeScheduling):
    """Each test goes to the next free worker; the examples of a document stay together, for each builds on the last."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, _ = nodeid.partition("::")
        return nodeid if file.startswith("tests/") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Say which worker runs what, where there are several."""
    return Together(config, log)


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
