"""Whatever the pages for contributors point at is there: files, modules, names, tasks and commands."""

import ast
import importlib
import re
import runpy
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from copro.cli import commands
from example import ROOT

PAGES = ("CONTRIBUTING.md", "docs/explanation/architecture.md")
SOURCE = ROOT / "src" / "copro"
TASKS = runpy.run_path(str(ROOT / "tasks.py"))["TASKS"]
ENDINGS = (".py", ".md", ".json", ".po", ".toml", ".mjs")

NEVER = {"utils", "helpers", "common", "core", "base", "manager"}
"""Names that a rule of style forbids."""

NOT_OURS = {"None", "NaN", "+", "node", "npm", "chromium", "soffice", "attrs", "Attributes"}
"""Words of Python, of other programs and of docstrings."""


def lines(page: str) -> Iterator[tuple[str, list[str]]]:
    """Each line outside fences, with what it holds in backticks."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for line in re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL).splitlines():
        yield line, re.findall(r"`([^`]+)`", line)


def is_path(said: str) -> bool:
    return " " not in said and ("/" in said or said.endswith(ENDINGS))


def files(said: str, folders: list[Path]) -> list[Path]:
    """What a path may mean: from the root, from the package, or in a folder of the same line; ID and EDITION are any."""
    pattern = re.sub("ID|EDITION", "*", said).rstrip("/")
    found = [path for start in (ROOT, SOURCE, *folders) for path in start.glob(pattern)]
    return found or ([] if folders or "/" in said else list(SOURCE.rglob(pattern)))


@cache
def names_in(path: Path) -> set[str]:
    """What a module defines or imports; of another file every word."""
    if path.suffix != ".py":
        return set(re.findall(r"\w+", path.read_text(encoding="utf-8"))) if path.suffix in ENDINGS else set()
    found: set[str] = set()
    for part in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(part, ast.FunctionDef | ast.ClassDef):
            found.add(part.name)
        elif isinstance(part, ast.Assign | ast.AnnAssign):
            targets = part.targets if isinstance(part, ast.Assign) else [part.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
        elif isinstance(part, ast.Import | ast.ImportFrom):
            found |= {alias.asname or alias.name for alias in part.names}
    return found


def module(name: str) -> Path | None:
    """The file of a module, named with or without the package."""
    way = SOURCE.joinpath(*name.removeprefix("copro.").split("."))
    return next((path for path in (way.with_suffix(".py"), way / "__init__.py") if path.exists()), None)


@cache
def names_anywhere() -> set[str]:
    """Modules, what they define, tasks, and the words of schemas: what a small word may be."""
    paths = list(SOURCE.rglob("*.py"))
    schemas = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "schemas").glob("*.json"))
    modules = {path.stem for path in paths} | {path.parent.name for path in paths}
    return modules | set(TASKS) | set(re.findall(r'"([a-z_]+)"', schemas)).union(*map(names_in, paths))


def is_command(said: str) -> bool:
    """Tell whether every word and option of a command is known."""
    program, *words = said.removeprefix("sudo ").split()
    if program == "python3":
        return words[0] == "tasks.py" and (not words[1:] or words[1] in TASKS)
    inner: click.Command = commands
    for word in words:
        if isinstance(inner, click.Group):
            if word not in inner.commands:
                return False
            inner = inner.commands[word]
        elif word.startswith("-") and not any(word in parameter.opts for parameter in inner.params):
            return False
    return True


def is_name(said: str, near: list[Path]) -> bool:
    """Tell whether a name is in a module of the same line; a word in small letters may come from elsewhere too."""
    name = said.removeprefix("@").partition("(")[0]
    first, _, last = name.rpartition(".")
    if first in sys.stdlib_module_names:
        return hasattr(importlib.import_module(first), last)
    if first:
        inside = module(first)
        return module(name) is not None or (inside is not None and last in names_in(inside))
    if any(name in names_in(path) for path in near):
        return True
    return name in names_anywhere() and (name.islower() or not any(path.suffix == ".py" for path in near))


def quoted(said: str) -> bool:
    """Tell whether something stands in a document of ours."""
    paths = [*(ROOT / "schemas").glob("*.json"), *(ROOT / "examples").rglob("*.json"), ROOT / "pyproject.toml"]
    return any(said in path.read_text(encoding="utf-8") for path in paths)


def is_there(said: str, line: str, folders: list[Path], near: list[Path]) -> bool:
    if said in NEVER:
        return "`utils`" in line
    if said.removeprefix("sudo ").startswith(("python3 ", "copro ")):
        return is_command(said)
    if is_path(said):
        return bool(files(said, folders))
    if re.fullmatch(r"@?[A-Za-z_][\w.]*(\(.*\))?", said):
        return said in NOT_OURS or is_name(said, near)
    return said in NOT_OURS or quoted(said)


def faults(page: str) -> Iterator[str]:
    """Every line that points at something that is not there, with what."""
    for line, marked in lines(page):
        paths = [said for said in marked if is_path(said)]
        folders = [path for said in paths for path in files(said, []) if path.is_dir()]
        folders += [path for said in paths for path in files(said, folders) if path.is_dir()]
        near = [path for said in paths for path in files(said, folders)]
        yield from (f"{said} in: {line}" for said in marked if not is_there(said, line, folders, near))


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_for_contributors_points_at_is_there(page: str) -> None:
    assert list(faults(page)) == []


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("`python3 tasks.py check`, `sudo python3 tasks.py tools`, `python3 tasks.py chek`", "python3 tasks.py chek"),
        ("`copro validate`, `copro new framework`, `copro new framwork`", "copro new framwork"),
        ("`copro migrate --write`, `copro migrate --wriet`", "copro migrate --wriet"),
        ("`src/copro/scoring/levels.py`, `src/copro/scoring/level.py`", "src/copro/scoring/level.py"),
        ("`scoring/`, `levels.py`, `.ci/run`, `.ci/walk`", ".ci/walk"),
        ("`strict_json.py` in `src/copro/documents/`, not `levels.py`", "levels.py"),
        (
            "`src/copro/data/frameworks/ID-EDITION.json`, `src/copro/data/frames/ID-EDITION.json`",
            "src/copro/data/frames/ID-EDITION.json",
        ),
        ("`EVENTS` in `src/copro/model/promises.py`, `COUNTS` is not", "COUNTS"),
        ("`COUNTS`, `score()`, `message(table[key])`, `framework`, `math.fsum`, `math.sumf`", "math.sumf"),
        ("`copro.messages.message`, `scoring.levels`, `copro.messages.mesage`", "copro.messages.mesage"),
        ("`@scaled(1 / 4)` in `tests/profiles.py`, `@scalded(1)`", "@scalded(1)"),
        ("`$id`, `[tool.importlinter]`, `[tool.nothing]`", "[tool.nothing]"),
        ("`utils`? `helpers`!", ""),
        ("`helpers`", "helpers"),
    ],
)
def test_what_is_not_there_is_noticed(tmp_path: Path, line: str, missing: str) -> None:
    (tmp_path / "page.md").write_text(f"{line}\n\n```text\n`nothing.py`\n```\n", encoding="utf-8")
    assert list(faults(str(tmp_path / "page.md"))) == ([f"{missing} in: {line}"] if missing else [])


def test_the_page_on_architecture_draws_the_layers_that_are_checked() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = "\n".join(contracts["contracts"][0]["layers"])
    assert f"```text\n{layers}\n```" in (ROOT / PAGES[1]).read_text(encoding="utf-8")


def test_the_map_in_readme_shows_every_room() -> None:
    drawn = re.findall(r"^  (\w+(?:\.py|/))  ", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    rooms = {path.name + "/" * path.is_dir() for path in SOURCE.iterdir() if not path.name.startswith(("_", "."))}
    assert set(drawn) == rooms - {"version.py", "py.typed"}


def test_decisions_stay_a_page_that_can_be_read() -> None:
    page = (ROOT / "docs" / "explanation" / "decisions.md").read_text(encoding="utf-8")
    assert len(page.splitlines()) <= 200
    entries = page.partition("\n## ")[2].splitlines()[1:]
    assert [line for line in entries if line and not re.match(r"## |- \*\*.+\*\* .+\.$", line)] == []


def test_every_task_that_a_page_speaks_of_is_there() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / ".ci" / "run"]
    found = {
        (page.name, task) for page in pages for task in re.findall(r"tasks\.py (\w+)", page.read_text(encoding="utf-8"))
    }
    assert {task for _, task in found} >= {"demo", "test", "check", "prove", "messages"}
    assert [(name, task) for name, task in sorted(found) if task not in TASKS] == []
