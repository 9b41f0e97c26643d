"""Closed and full streams, pipes, links in circles, files that are there already: no harm, and the right exit code."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

import copro
from copro import api
from copro.cli.files import documents
from copro.cli.migrate import _replace
from example import EXAMPLE, loaded
from running import Run

if sys.platform == "win32":
    pytest.skip("streams and links as POSIX has them", allow_module_level=True)

COPRO = (sys.executable, "-m", "copro")


def ended(command: str, *words: object, **options: Any) -> "subprocess.CompletedProcess[str]":
    """Run a command in a shell, where "$@" stands for copro and its words."""
    whole = ("sh", "-c", command, "sh", *COPRO, *map(str, words))
    return subprocess.run(whole, check=False, capture_output=True, text=True, **options)


# Streams.


@pytest.mark.parametrize("words", [("validate", "nowhere.json"), ("score", EXAMPLE), ("score", "nowhere.json")])
def test_a_closed_stream_never_ends_in_a_fault_of_our_own(words: tuple[object, ...]) -> None:
    unread = words[1] == "nowhere.json"
    assert ended('"$@" 2>&-', *words).returncode == (3 if unread else 0)
    without_output = ended('"$@" >&-', *words)
    assert (without_output.returncode, without_output.stderr) == (3, "copro: the output is closed\n")


def test_standard_input_that_is_closed_cannot_be_read() -> None:
    for command in ("validate", "score", "explain"):
        done = ended('"$@" <&-', command, "-")
        assert done.returncode == 3, command
        assert "standard input" in done.stdout + done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_a_full_disk_under_the_messages_keeps_the_exit_code() -> None:
    assert ended('"$@" 2>/dev/full', "score", "nowhere.json").returncode == 3
    done = ended('"$@" >/dev/full 2>/dev/full', "validate", EXAMPLE)
    assert (done.returncode, done.stderr) == (3, "")


def test_a_reader_that_goes_away_is_no_fault_of_the_document() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing) as nobody:
        done = subprocess.run([*COPRO, "validate", EXAMPLE], check=False, stdout=nobody, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (3, b"")


def test_somebody_who_stops_a_command_gets_no_traceback() -> None:
    # What a shell runs in the background is told to ignore interrupts, and hands that on: so listen again.
    listening = "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", f"{listening}; runpy.run_module('copro', run_name='__main__')", "validate", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin is not None
        running.stdin.write(b" " * 1_000_000)  # more than a pipe holds: once it is written, the command is reading
        running.send_signal(signal.SIGINT)
        _, told = running.communicate()
    assert running.returncode == 130
    assert b"Traceback" not in told


# Patterns.


@pytest.fixture
def circle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with links that lead round, a pipe, a link to nothing, and what is hidden."""
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "a" / "round").symlink_to("..")
    (deep / "again").symlink_to("../..")
    (deep / "nothing.json").symlink_to("nowhere")
    (tmp_path / "a" / ".hidden").mkdir()
    os.mkfifo(deep / "pipe.json")
    for folder in (tmp_path, tmp_path / "a" / ".hidden", deep):
        (folder / "x.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("**/*.json", ["a/b/nothing.json", "a/b/x.json", "x.json"]),
        ("a/**/*.json", ["a/b/nothing.json", "a/b/x.json"]),
        ("./a/**/x.json", ["./a/b/x.json"]),
        ("a/**/b/**/x.json", ["a/b/x.json"]),
        ("a/*/*.json", ["a/b/nothing.json", "a/b/x.json", "a/round/x.json"]),
        ("a/**", ["a/b/nothing.json", "a/b/x.json"]),
        ("**", ["./a/b/nothing.json", "./a/b/x.json", "./x.json"]),
        ("a/[b]", ["a/b/nothing.json", "a/b/x.json"]),
        ("a/**/none.json", ["a/**/none.json"]),
    ],
)
def test_a_pattern_gives_each_file_once_and_never_waits_for_a_pipe(
    circle: Path, pattern: str, found: list[str]
) -> None:
    assert [read.name for read in documents([pattern])] == found
    if not pattern.startswith((".", "**")):
        assert [read.name for read in documents([str(circle / pattern)])] == [str(circle / name) for name in found]


# Files that are there already.


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.json", "folder"])
def test_convert_never_writes_over_what_is_there_unless_told_to(run: Run, tmp_path: Path, name: str) -> None:
    source, target = EXAMPLE, tmp_path / name
    if name == "a.json":
        source = tmp_path / "source.xlsx"
        run("convert", EXAMPLE, source)
    there = target / "ratings.csv" if name == "folder" else target
    there.parent.mkdir(exist_ok=True)
    there.write_bytes(b"somebody's answers")
    refused = run("convert", source, target)
    assert refused.code == 3
    assert "--overwrite" in refused.err
    assert there.read_bytes() == b"somebody's answers"
    assert [path.name for path in there.parent.iterdir() if path.name != "source.xlsx"] == [there.name]
    (there.parent / "notes.txt").write_bytes(b"mine")
    assert run("convert", source, target, "--overwrite").code == 0
    assert there.read_bytes() != b"somebody's answers"
    assert (there.parent / "notes.txt").read_bytes() == b"mine"


def test_a_workbook_has_the_ending_of_one_and_a_language_that_is_one(run: Run, tmp_path: Path) -> None:
    assert run("new", "workbook", "copro-core@2026", "-o", tmp_path / "a.txt").code == 2
    assert run("new", "workbook", "copro-core@2026", "-o", tmp_path / "a.xlsx", "--language", "!!").code == 2
    assert run("convert", EXAMPLE, tmp_path / "a.xlsx", "--language", "zz<>").code == 2
    told = run("new", "workbook", EXAMPLE, "-o", tmp_path / "a.xlsx")
    assert (told.code, "FRAMEWORK" in told.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_demo_does_not_write_over_what_somebody_made_of_it(run: Run, tmp_path: Path) -> None:
    assert run("demo", tmp_path).code == 0
    assert run("demo", tmp_path).code == 0
    (tmp_path / "assessment.json").write_text("{}", encoding="utf-8")
    assert run("demo", tmp_path).code == 3
    assert (tmp_path / "assessment.json").read_text(encoding="utf-8") == "{}"


def test_a_migration_replaces_no_device_and_nothing_that_may_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe, kept = tmp_path / "pipe", tmp_path / "kept.json"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [sys.executable, "-c", "import sys; print(open(sys.argv[1]).read(), end='')", pipe], stdout=subprocess.PIPE
    ) as reading:
        assert _replace(pipe, "{}") == 0
        out: IO[bytes] | None = reading.stdout
        assert out is not None
        assert out.read() == b"{}"
    assert pipe.is_fifo()
    kept.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != kept)
    assert _replace(kept, "[]") == 3
    assert kept.read_text(encoding="utf-8") == "{}"
    assert "Permission denied" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.json", "pipe"]


# Tables as other programs write them.


TABLE = "stakeholder,perspective,power-decide,power-terms\r\nc1,family-carers,1,2\r\nc2,practitioners,3,\r\n"


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        "\ufeff" + TABLE,
        TABLE.replace(",", ";"),
        TABLE.replace(",", "\t"),
        TABLE.replace("\r\n", "\r"),
        "\r\n\r\n" + TABLE,
        TABLE + ",,,\r\n  ,,\t,\r\n",
        TABLE.replace("\r\n", ",,\r\n"),
    ],
)
def test_a_table_is_read_however_a_spreadsheet_program_saved_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(text.encode("utf-8"))
    core = copro.frameworks.get("copro-core@2026")
    assessment, found = api.read_tables(path, framework=core, collected="known_people")
    assert found == ()
    assert [dict(response.ratings) for response in assessment.responses] == [
        {"power-decide": 1, "power-terms": 2},
        {"power-decide": 3},
    ]


def test_answers_in_a_column_without_a_heading_are_not_lost_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(TABLE.replace("power-terms", "").encode())
    core = copro.frameworks.get("copro-core@2026")
    with pytest.raises(copro.InvalidDocumentError) as caught:
        api.read_tables(path, framework=core, collected="known_people")
    assert [f.code for f in caught.value.findings if isinstance(f, copro.Finding)] == ["unknown-column"]


@pytest.mark.parametrize("how", ["renamed", "emptied", "blank rows"])
def test_a_workbook_without_its_answers_is_an_error_and_blank_rows_are_none(tmp_path: Path, how: str) -> None:
    import openpyxl  # noqa: PLC0415  as another program would write it

    path = tmp_path / "a.xlsx"
    api.write_tables(loaded(), path)
    book = openpyxl.load_workbook(path)
    if how == "renamed":
        book["ratings"].title = "answers"
    elif how == "emptied":
        book["ratings"].delete_rows(1, 100)
    else:
        for sheet, row in (("stakeholders", 90), ("ratings", 200), ("comments", 99)):
            book[sheet].cell(row, 2).value = "  "
    book.save(path)
    if how == "blank rows":
        assert api.read_tables(path) == (copro.load(EXAMPLE), ())
        return
    with pytest.raises(copro.InvalidDocumentError) as caught:
        api.read_tables(path)
    told = {f.code: f.hint for f in caught.value.findings if isinstance(f, copro.Finding)}
    assert set(told) == {"missing-sheet", *(["unknown-sheet"] if how == "renamed" else [])}
    assert told["missing-sheet"] == ("Is it one of these: 'answers'?" if how == "renamed" else None)


def test_a_file_that_holds_no_table_is_one_fault_and_no_other(tmp_path: Path) -> None:
    for name, data in (("a.xlsx", b"PK"), ("a.csv", b'"'), ("a.csv", b"\xff"), ("a.ods", b"")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(copro.InvalidDocumentError) as caught:
            api.read_tables(tmp_path / name)
        assert len(caught.value.findings) == 1, name


def test_no_fault_of_a_table_repeats_what_a_cell_holds_or_who_it_is_about(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    run("convert", EXAMPLE, folder)
    changes = {
        "ratings": [(",c2,", ",zelda-quark,"), ("power-decide,", "power-decided,")],
        "stakeholders": [("practitioners", "Zelda Quark z@example.org")],
        "comments": [("c1,", "zelda-quark,")],
        "sides": [("invited", "zelda-quark")],
        "events": [("accepted", "Zelda Quark")],
    }
    for name, pairs in changes.items():
        path = folder / f"{name}.csv"
        text = path.read_bytes().decode("utf-8")
        for old, new in pairs:
            assert old in text, (name, old)
            text = text.replace(old, new, 1)
        path.write_bytes(text.encode("utf-8"))
    ratings = (folder / "ratings.csv").read_bytes().decode("utf-8").splitlines(keepends=True)
    fields = ratings[-1].rstrip().rsplit(",", 1)
    ratings[-1] = f"{fields[0]},Zelda said no\r\n"
    (folder / "ratings.csv").write_bytes("".join(ratings).encode("utf-8"))
    for table in ("answers.csv", "long.csv"):
        run("convert", EXAMPLE, tmp_path / table, "--shape", "wide" if table == "answers.csv" else "long")
        path = tmp_path / table
        lines = path.read_bytes().decode("utf-8").splitlines(keepends=True)
        people = lines[1].replace("c1,", "zelda-quark,", 1)
        path.write_bytes("".join([*lines, people, people, people.replace("people-using", "Zelda", 1)]).encode())
    options = ("--framework", "copro-core@2026", "--collected", "known_people")
    for source, words in ((folder, ()), (tmp_path / "answers.csv", options), (tmp_path / "long.csv", options)):
        told = run("convert", source, tmp_path / "out.json", *words)
        assert told.code == 1, source
        assert "zelda" not in told.err.lower(), told.err
        assert "example.org" not in told.err


def test_an_answer_that_a_mapping_lacks_is_not_repeated(run: Run, tmp_path: Path) -> None:
    folder = Path(EXAMPLE).parents[1] / "survey-export"
    mapping = json.loads((folder / "mapping.json").read_text(encoding="utf-8"))
    mapping["perspective"]["column"] = "Name"  # by mistake
    export = (folder / "export.csv").read_text(encoding="utf-8").replace("anonymous,,", "anonymous,Zelda Quark,")
    (tmp_path / "m.json").write_text(json.dumps(mapping), encoding="utf-8")
    (tmp_path / "e.csv").write_text(export, encoding="utf-8")
    told = run("convert", tmp_path / "e.csv", tmp_path / "out.json", "--mapping", tmp_path / "m.json")
    assert told.code == 1
    assert "e.csv:2 (Name): error unknown-answer" in told.err
    assert "Zelda" not in told.err
