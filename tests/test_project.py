"""Rules that the project keeps for itself."""

import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator

import click

import copro
from copro.cli import commands
from copro.documents.schemas import PUBLISHED
from copro.findings.codes import CODES, page_of
from copro.model.document import KINDS
from example import ROOT

EXAMPLE = "examples/walk-your-neighbourhood/assessment.json"
MADE = {(ROOT / "docs" / page_of(code)).with_suffix(".md") for code in CODES}
"""Pages that are made when the documentation is built."""

READ_BY_PEOPLE = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*/*.md"), *ROOT.glob("docs/*.md")]


def test_public_names_are_complete_sorted_and_described() -> None:
    assert copro.__all__ == sorted(copro.__all__)
    for name in copro.__all__:
        assert getattr(copro, name).__doc__ or name == "__version__"


def test_modules_are_named_for_what_they_hold() -> None:
    vague = re.compile(r"(\.|_)(utils?|helpers?|common|core|base|manager)$")
    for module in pkgutil.walk_packages(copro.__path__, "copro."):
        assert not vague.search(module.name)
        assert importlib.import_module(module.name).__doc__ if module.name != "copro.__main__" else True


def test_documents_of_the_project_say_only_what_is_there() -> None:
    for page in READ_BY_PEOPLE:
        content = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", content):
            assert (page.parent / target).resolve() in MADE or (page.parent / target).exists(), (
                f"{page.name} points at {target}"
            )
        assert "reliab" not in content.lower(), page.name


def options_of(command: click.Command, name: str) -> Iterator[tuple[str, set[str]]]:
    """Each command, with the options that it has of its own."""
    yield (
        name,
        {option for param in command.params for option in (*param.opts, *param.secondary_opts) if option[0] == "-"},
    )
    if isinstance(command, click.Group):
        for inner, below in command.commands.items():
            yield from options_of(below, f"{name} {inner}")


def test_the_page_on_the_command_line_names_every_command_and_option() -> None:
    page = (ROOT / "docs/reference/command-line.md").read_text(encoding="utf-8")
    parts = re.split(r"^##+ ", page, flags=re.MULTILINE)
    for name, options in options_of(commands, "copro"):
        told = "".join(part for part in parts if f"`{name}" in part)
        assert name == "copro" or told, name
        missing = {option for option in options if not re.search(rf"`[^`]*{option}\b", told or page)}
        assert not missing - {"--help", "-h"}, f"{name} {missing}"


def test_the_maps_of_the_code_name_every_part_of_it() -> None:
    parts = {path.name for path in (ROOT / "src/copro").iterdir()} - {"__init__.py", "__main__.py", "__pycache__"}
    parts = {part for part in parts if part not in {"py.typed", "version.py"}} | {"tables"}
    parts |= {path.name for path in (ROOT / "src/copro/data").iterdir() if path.name != "start"}
    for map_of_code in ("README.md", "docs/explanation/architecture.md"):
        content = (ROOT / map_of_code).read_text(encoding="utf-8")
        assert not {part for part in parts if part not in content}, map_of_code


def test_the_glossary_has_each_word_once_and_every_kind_of_document() -> None:
    page = (ROOT / "docs/reference/glossary.md").read_text(encoding="utf-8")
    words = [line for line in page.partition("{glossary}")[2].splitlines() if line and line[0] not in " `"]
    assert len(words) == len(set(words))
    assert {kind.replace("-", " ") for kind in KINDS} <= set(words)


def test_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120


def test_the_twenty_line_script_scores_the_example() -> None:
    script = ROOT / "examples" / "score_it.py"
    assert len(script.read_text(encoding="utf-8").splitlines()) <= 21
    for words, code in (([], 0), ([EXAMPLE], 0), (["schemas/assessment.json"], 1)):
        ran = subprocess.run([sys.executable, script, *words], cwd=ROOT, capture_output=True, text=True, check=False)
        assert ran.returncode == code, ran.stderr
        assert ("level: Sharing has begun" in ran.stdout) == (code == 0)


def test_every_published_schema_has_a_kind() -> None:
    assert {path.stem for path in (ROOT / "schemas").glob("*.json")} == set(PUBLISHED)


def test_the_example_says_that_it_is_an_illustration() -> None:
    document = json.loads((ROOT / EXAMPLE).read_text(encoding="utf-8"))
    assert "illustration" in document["title"]
    answered = [r for r in document["responses"] if r.get("answered") == "group"]
    assert (len(document["responses"]), len(answered)) == (14, 1)


def test_tasks_says_what_it_can_do() -> None:
    ran = subprocess.run([sys.executable, ROOT / "tasks.py", "no"], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "check" in ran.stdout
