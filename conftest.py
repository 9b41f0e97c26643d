"""Run the examples in README, documentation and docstrings."""

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import PythonCodeBlockParser

options = ELLIPSIS | NORMALIZE_WHITESPACE

pytest_collect_file = (
    Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=options)], patterns=["README.md", "docs/**/*.md"])
    + Sybil(parsers=[DocTestParser(optionflags=options)], patterns=["src/**/*.py"])
).pytest()
