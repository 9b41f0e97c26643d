"""Where the project's files lie, and its example, as tests use them."""

import json
from pathlib import Path
from typing import Any

import copro

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
EXAMPLE = ROOT / "examples" / "walk-your-neighbourhood" / "assessment.json"


def example(**changes: Any) -> dict[str, Any]:
    """The example as a document, with some of it changed."""
    return {**json.loads(EXAMPLE.read_text(encoding="utf-8")), **changes}


def loaded() -> copro.Assessment:
    """The example as an assessment."""
    assessment = copro.load(EXAMPLE)
    assert isinstance(assessment, copro.Assessment)
    return assessment
