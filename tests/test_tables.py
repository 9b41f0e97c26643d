"""Tables: what goes in comes out, and every fault is told at its cell."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

import copro
from strategies import World, rich_worlds

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "walk-your-neighbourhood" / "assessment.json"
FEW = settings(max_examples=25)


@pytest.fixture(scope="module")
def assessment() -> copro.Assessment:
    loaded = copro.load(EXAMPLE)
    assert isinstance(loaded, copro.Assessment)
    return loaded


def there_and_back(assessment: copro.Assessment, framework: copro.Framework, name: str) -> copro.Assessment:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        assert copro.api.write_tables(assessment, path, framework=framework) == ()
        read, findings = copro.api.read_tables(path, framework=framework)
        assert findings == ()
        return read


@FEW
@given(rich_worlds())
def test_any_assessment_comes_back_from_a_folder_of_csv_files(world: World) -> None:
    framework, assessment = world
    assert there_and_back(assessment, framework, "tables") == assessment


@FEW
@given(rich_worlds())
def test_any_assessment_comes_back_from_a_workbook(world: World) -> None:
    framework, assessment = world
    assert there_and_back(assessment, framework, "tables.xlsx") == assessment
