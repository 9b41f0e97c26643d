"""How the parts of a check run: side by side, each kept apart, named however it ends, and stopped with all it started."""

import importlib.util
import os
import select
import sys
from pathlib import Path
from types import ModuleType
from typing import IO

import pytest

from example import ROOT

if sys.platform == "win32":
    pytest.skip("process groups as POSIX has them", allow_module_level=True)

PARTS = """
import subprocess, sys
words = sys.argv[1:]
print("first line of", *words)
if words[0] == "wait":  # for ever, and so does a process that it started; each holds a pipe open while it lives
    pipe = open(words[1], "w")
    inner = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"], stdout=pipe)
    print("both are there", file=pipe, flush=True)
    inner.wait()
print("last line of", *words, flush=True)
sys.exit({"good": 0, "bad": 3, "without": 77}[words[0]])
"""


@pytest.fixture
def tasks(tmp_path: Path) -> ModuleType:
    """The tasks, with a script in whose place parts run that end as they are called."""
    spec = importlib.util.spec_from_file_location("tasks", ROOT / "tasks.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.__file__ = str(tmp_path / "parts.py")
    (tmp_path / "parts.py").write_text(PARTS, encoding="utf-8")
    return module


def test_each_part_is_told_by_itself_and_whole_where_it_failed(
    tasks: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    results = tasks.side_by_side((("good 1",), ("bad 1", "good 2"), ("without 1",)))
    assert results == {"good 1": "passed", "bad 1": "failed", "good 2": "passed", "without 1": "skipped"}
    told = capsys.readouterr().out
    assert "first line of bad 1\nlast line of bad 1\n" in told
    assert told.index("last line of bad 1") < told.index("last line of good 2")
    for part in ("good 1", "good 2", "without 1"):
        assert f"first line of {part}" not in told
        assert f"last line of {part}\n" in told


def test_what_there_was_no_time_for_is_named_and_stopped_with_all_that_it_started(
    tasks: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipes = [tmp_path / "one", tmp_path / "two"]
    readers: list[IO[str]] = []
    for pipe in pipes:
        os.mkfifo(pipe)

    def until_both_wait(_seconds: float) -> None:
        readers.extend(pipe.open(encoding="utf-8") for pipe in pipes)
        assert [reader.readline() for reader in readers] == ["both are there\n"] * 2

    monkeypatch.setattr(tasks.time, "sleep", until_both_wait)
    monkeypatch.setattr(tasks.time, "monotonic", iter(map(float, range(100))).__next__)
    results = tasks.side_by_side(((f"wait {pipes[0]}", "good after"), (f"wait {pipes[1]}",), ("good later",)), 2.5)
    assert set(results.values()) == {"not reached"}
    told = capsys.readouterr().out
    assert told.count("not reached") == 2
    assert told.count("first line of wait") == 2
    for reader in readers:
        assert select.select([reader], [], [], 60)[0], "a process goes on"
        assert reader.read() == ""
        reader.close()


@pytest.mark.parametrize(
    ("results", "code"),
    [
        ({"a": "passed", "b": "skipped"}, 0),
        ({"a": "passed", "b": "not reached", "c": "skipped"}, 1),
        ({"a": "passed", "b": "passed", "c": "failed"}, 1),
        ({"a": "not reached"}, 1),
    ],
)
def test_a_failure_fails_and_so_does_reaching_less_than_half(
    tasks: ModuleType, capsys: pytest.CaptureFixture[str], results: dict[str, str], code: int
) -> None:
    with pytest.raises(SystemExit) as ended:
        tasks.concluded("prove", results, 0)
    assert ended.value.code == code
    told = capsys.readouterr().out
    for part, result in results.items():
        assert result == "passed" or f"{result}: {part}\n" in told


def test_every_part_is_a_task_with_its_words(tasks: ModuleType) -> None:
    for chain in (*tasks.CHECK, *tasks.PROVE):
        for part in chain:
            name, *words = part.split()
            assert tasks.takes(tasks.TASKS[name], tuple(words)), part
    assert not tasks.takes(tasks.TASKS["laws"], ())
