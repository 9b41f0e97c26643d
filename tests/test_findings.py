"""Findings as people and programs get them: complete, in place, and safe to show."""

import io
import json
import os
import re
import subprocess
import sys
import tracemalloc
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import attrs
import jsonschema
import pytest
import yaml  # type: ignore[import-untyped]  # it ships no types
from hypothesis import example as case
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry

import copro
from copro.checking import Given, examine
from copro.cli.files import Ids, RawDocument, documents
from copro.documents.schemas import schema_text
from copro.findings.codes import CODES
from copro.findings.github import as_github
from copro.findings.json import as_json
from copro.findings.sarif import as_sarif
from copro.findings.summary import summary
from copro.findings.tally import CheckedDocument, Tally
from copro.findings.text import MOST_ALIKE, as_text
from copro.findings.visible import excerpt, visible
from example import CASES, EXAMPLE, ROOT, example
from running import Run

BROKEN = CASES / "broken"
SARIF: Any = json.loads((ROOT / "tests" / "oracles" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))

EXPECTED = [
    ("byte-order-mark.json", 1, 1, "byte-order-mark"),
    ("duplicate-key.json", 5, 3, "duplicate-key"),
    ("framework-altered.json", 3, 9, "framework-altered"),
    ("json-syntax.json", 5, 3, "not-json"),
    ("lines.jsonl", 3, 365, "not-a-step"),
    ("lines.jsonl", 4, 423, "not-json"),
    ("newer-format.json", 2, 13, "newer-format"),
    ("not-a-step.json", 8, 67, "not-a-step"),
    ("promise-out-of-order.json", 9, 195, "event-out-of-order"),
    ("too-deep.json", 9, 83, "too-deep"),
    ("unknown-id.json", 8, 51, "unknown-indicator"),
    ("unknown-property.json", 9, 3, "unknown-property"),
    ("utf-16.json", 1, 1, "not-utf-8"),
    ("wrong-type.json", 8, 67, "wrong-type"),
]
"""Every fault of the broken files: file, line, column, code."""


def fault(**changes: Any) -> copro.Finding:
    usual: dict[str, Any] = {"code": "not-a-step", "message": "5 is not a step of the scale.", "file": "a.json"}
    return copro.Finding(**{**usual, **changes})


def texts_of(*findings: copro.Finding, text: str = "", **options: Any) -> str:
    return "".join(as_text([CheckedDocument(file=findings[0].file or "", text=text, findings=findings)], **options))


# All four formats, from one run each.


def test_one_run_gives_every_fault_as_text(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    result = run("validate", ".")
    assert result.code == 1
    heads = re.findall(r"^\./([^:]+):(\d+):(\d+): (\w+) ([a-z0-9-]+): ", result.out, flags=re.MULTILINE)
    assert [(file, int(line), int(column), code) for file, line, column, _, code in heads] == EXPECTED
    assert [severity for _, _, _, severity, code in heads if code != "byte-order-mark"] == ["error"] * 13
    assert result.out.count("\n      = ") == len(EXPECTED)
    assert "Did you mean 'power-decide'?" in result.out
    for line, caret in re.findall(r"^ +\d+ \| (.*)\n      \| ( *)\^", result.out, flags=re.MULTILINE):
        assert len(caret) <= len(line)
    under = result.out.splitlines()
    place = next(number for number, line in enumerate(under) if "not-a-step.json:8:67" in line)
    assert under[place + 1][under[place + 2].index("^") :].startswith("...")


def test_one_run_gives_every_fault_as_json(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    result = run("validate", ".", "--format", "json", "--summary")
    assert result.code == 1
    told = json.loads(result.out)
    jsonschema.Draft202012Validator(json.loads(schema_text("findings"))).validate(told)
    found = [(finding["file"][2:], finding["line"], finding["column"], finding["code"]) for finding in told["findings"]]
    assert found == EXPECTED
    assert all(finding["hint"] for finding in told["findings"])
    assert told["counts"] == {code: [e[3] for e in EXPECTED].count(code) for *_, code in EXPECTED}
    assert sum(file["errors"] for file in told["files"]) == 13
    assert [file["documents"] for file in told["files"] if file["file"] == "./lines.jsonl"] == [4]
    assert told["partners"][0]["partner"] == "."
    assert told["partners"][0]["files"] == 13
    assert told["produced_by"] == f"coproduction {copro.__version__}"


def test_one_run_gives_every_fault_as_sarif(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    result = run("validate", ".", "--format", "sarif")
    assert result.code == 1
    log = json.loads(result.out)
    jsonschema.Draft4Validator(SARIF, registry=Registry()).validate(log)
    (told,) = log["runs"]
    found = []
    for each in told["results"]:
        place = each["locations"][0]["physicalLocation"]
        region = place["region"]
        found.append((place["artifactLocation"]["uri"], region["startLine"], region["startColumn"], each["ruleId"]))
        assert each["message"]["text"]
    assert found == EXPECTED
    rules = [rule["id"] for rule in told["tool"]["driver"]["rules"]]
    assert rules == sorted({code for *_, code in EXPECTED})
    assert {each["level"] for each in told["results"]} == {"error", "warning"}


def test_one_run_gives_every_fault_as_workflow_commands(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    result = run("validate", ".", "--format", "github")
    assert result.code == 1
    found = []
    for line in result.out.splitlines():
        command, properties, message = as_runner_reads(line)
        assert command in {"error", "warning"}
        assert "\n" in message
        code = properties["title"].removeprefix("copro ")
        found.append((properties["file"], int(properties["line"]), int(properties["col"]), code))
    assert found == EXPECTED


# What is shown is safe and readable.


def test_nothing_in_a_document_can_fool_a_terminal(run: Run, tmp_path: Path) -> None:
    tricks = "\u202eedoc\u202c \x9b2J \u200b\u00a0\u2028 \U000e0041 \ud7ff"
    document = example(**{f"x{tricks}": tricks, "title": [f"\x1b[31mred\x07\r{tricks}"]})
    path = tmp_path / "tricks.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    for style in ("text", "json", "sarif", "github"):
        out = run("validate", path, "--format", style).out
        hidden = [character for character in out if visible(character) != character and character != "\n"]
        assert hidden == [], style
        assert "u202e" in out, style
    escaped = run("validate", "-", given='{"format": "copro/framework/1", "a": "\x1b[2J"}').out
    assert "\\u001b[2J" in escaped
    assert "\x1b" not in escaped


@given(st.text(max_size=30))
def test_text_that_is_made_visible_holds_nothing_hidden(text: str) -> None:
    shown = visible(text)
    assert shown.isprintable()
    assert visible(shown) == shown
    if text.isascii() and text.isprintable():
        assert shown == text


def screen_size(text: str) -> int:
    """How many places text takes on a screen."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    accents = sum(unicodedata.category(character) in {"Mn", "Me"} for character in text)
    return len(text) + wide - accents


@given(st.text(alphabet="ab\t\x1b\u202e名", max_size=60), st.integers(1, 70), st.integers(20, 40))
@case("aaa\x1b\x1b\x1b", 5, 20)
def test_an_excerpt_fits_and_its_caret_is_under_the_column(line: str, column: int, width: int) -> None:
    part, before = excerpt(line, column, width)
    assert part.isprintable()
    assert screen_size(part) <= width
    left = next(end for end in range(len(part) + 1) if screen_size(part[:end]) == before)
    at = min(column - 1, len(line))
    assert part[left:].startswith(visible(line[at]) if at < len(line) else "")
    if screen_size(visible(line)) <= width:
        assert part == visible(line)


def test_a_long_line_is_cut_around_the_fault() -> None:
    text = '{"format": "copro/framework/1", "a": "' + "x" * 5000 + '", "b": 5, "c": "' + "y" * 5000 + '"}'
    column = text.index("5,") + 1
    shown = texts_of(fault(line=1, column=column, pointer="/b"), text=text, width=60).splitlines()
    assert len(shown[1]) <= 60
    assert shown[1][shown[2].index("^")] == "5"
    assert shown[1].startswith("    1 | ...")
    assert shown[1].endswith("...")
    assert shown[2].endswith("^ /b")


def test_tabs_and_wide_characters_keep_the_caret_under_the_fault() -> None:
    text = '\t"format": "copro/framework/1", "名": "é", "b": 5'
    shown = texts_of(fault(line=1, column=text.index("5") + 1), text=text).splitlines()
    before = shown[1][: shown[1].index("5")]
    assert screen_size(before) == shown[2].index("^")


def test_the_same_fault_many_times_is_told_once_with_the_other_lines() -> None:
    many = tuple(
        fault(message=f"{n} is not a step of the scale.", line=n, column=1, pointer=f"/r/{n}") for n in range(1, 43)
    )
    other = fault(code="bad-date", message="There is no day 2026-13-01.", line=50, column=1)
    shown = texts_of(*many, other)
    assert shown.count("error not-a-step") == MOST_ALIKE
    assert "bad-date" in shown
    assert shown.splitlines()[-1] == (
        "a.json: not-a-step: and 37 more like these, at lines 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, ...; "
        "--all shows them."
    )
    everything = texts_of(*many, other, everything=True)
    assert everything.count("error not-a-step") == 42
    assert "more like" not in everything


def test_other_properties_are_not_alike_and_other_files_start_anew() -> None:
    missing = [fault(code="missing-property", message=f"'{name}' is missing.", line=1) for name in "abcdefgh"]
    assert texts_of(*missing).count("error missing-property") == 8
    files = [CheckedDocument(file=name, findings=(fault(file=name),) * 5) for name in ("a.json", "b.json")]
    assert "".join(as_text(files)).count("error not-a-step") == 10


def test_a_place_in_a_workbook_or_table_is_told_as_people_know_it() -> None:
    cell = fault(file="a.xlsx", sheet="Ratings", cell="C7", column_name="power-decide")
    assert texts_of(cell).startswith("a.xlsx:Ratings:C7 (power-decide): error not-a-step: ")
    row = fault(file="a.csv", line=7, column_name="power-decide")
    assert texts_of(row, text="a\n" * 9).startswith("a.csv:7 (power-decide): error not-a-step: ")
    log = as_sarif([CheckedDocument(file="a.xlsx", findings=(cell,))], "/")
    jsonschema.Draft4Validator(SARIF, registry=Registry()).validate(log)
    (result,) = log["runs"][0]["results"]
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "Ratings:C7"}]
    assert "title=copro not-a-step Ratings%3AC7" in "".join(
        as_github([CheckedDocument(file="a.xlsx", findings=(cell,))], "/")
    )


# Workflow commands.


def as_runner_reads(line: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as GitHub's runner does: command, properties, message."""
    assert line.startswith("::")
    head, _, data = line[2:].partition("::")
    command, _, properties = head.partition(" ")
    pairs = dict(pair.split("=", 1) for pair in properties.split(",") if pair)
    named = {key: unquote_exactly(value) for key, value in pairs.items()}
    return command, named, unquote_exactly(data)


def unquote_exactly(text: str) -> str:
    for sign, escape in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(escape, sign)
    return text


user_text = st.text(alphabet=st.sampled_from("a:,%\r\n=;]#[\x1b\u202e 0DA"), max_size=12) | st.sampled_from(
    ["x\n::set-env name=PATH::/evil", "::stop-commands::x", "%0A::error::", "a,line=1::b", "##[add-path]x"]
)


@given(user_text, user_text, user_text, user_text, st.sampled_from(["error", "warning", "advice"]))
def test_no_text_of_a_user_can_end_a_command_or_start_one(
    file: str, message: str, hint: str, pointer: str, severity: Any
) -> None:
    found = fault(file=file, message=message, hint=hint, pointer=pointer, line=3, column=1, severity=severity)
    printed = "".join(as_github([CheckedDocument(file=file, findings=(found,))], "/"))
    assert printed.endswith("\n")
    assert not re.search(r"[\r\n]", printed[:-1])
    command, properties, data = as_runner_reads(printed[:-1])
    assert command == {"error": "error", "warning": "warning", "advice": "notice"}[severity]
    assert set(properties) == {"file", "line", "col", "title"}
    assert (properties["line"], properties["title"]) == ("3", "copro not-a-step")
    assert data == "\n".join(visible(part) for part in (message, hint, pointer) if part)


# SARIF.


def test_sarif_counts_columns_in_utf_16_and_quotes_addresses() -> None:
    text = '{"😀": 5}'
    found = fault(file="/data/äé b#%.json", line=1, column=text.index("5") + 1)
    log = as_sarif([CheckedDocument(file="/data/äé b#%.json", text=text, findings=(found,))], "/data")
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 1, "startColumn": len(text[: text.index("5")].encode("utf-16-le")) // 2 + 1}
    assert log["runs"][0]["columnKind"] == "utf16CodeUnits"
    assert unquote(place["artifactLocation"]["uri"]) == "äé b#%.json"
    assert re.fullmatch(r"[A-Za-z0-9%._~/-]+", place["artifactLocation"]["uri"])


def test_a_fingerprint_stays_when_lines_move_and_tells_faults_apart() -> None:
    def prints(*findings: copro.Finding) -> list[str]:
        log = as_sarif([CheckedDocument(file="a.json", findings=findings)], "/")
        return [result["partialFingerprints"]["coproFinding/v1"] for result in log["runs"][0]["results"]]

    one = fault(line=8, column=3, pointer="/responses/3/ratings/a")
    moved = attrs.evolve(one, line=80, column=9, pointer="/responses/4/ratings/a")
    other = attrs.evolve(one, pointer="/responses/3/ratings/b")
    assert prints(one) == prints(moved)
    assert len(set(prints(one, moved, other))) == 3


def test_no_text_of_a_user_becomes_a_link_in_sarif() -> None:
    log = as_sarif(
        [CheckedDocument(file="a", findings=(fault(message="[here](https://evil.example) is no id."),))], "/"
    )
    assert "](" not in log["runs"][0]["results"][0]["message"]["text"]


def test_every_rule_says_what_it_means_and_what_to_do() -> None:
    findings = tuple(fault(code=name, severity=code.severity) for name, code in CODES.items())
    log = as_sarif([CheckedDocument(file="a.json", findings=findings)], "/")
    jsonschema.Draft4Validator(SARIF, registry=Registry()).validate(log)
    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert set(rules) == set(CODES)
    assert all(rules[name]["help"]["text"] == code.do for name, code in CODES.items())
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": False}]  # cannot-read is among them


# What is left out is counted.


def test_what_is_ignored_is_counted_said_and_does_not_fail_the_run(run: Run) -> None:
    path = BROKEN / "not-a-step.json"
    result = run("validate", path, "--ignore", "not-a-step")
    assert (result.code, result.out) == (0, f"{path}: no faults found, apart from 1 ignored\n")
    assert result.err == "1 finding ignored: not-a-step 1.\n"
    told = json.loads(run("validate", path, "--ignore", "not-a-step", "--format", "json").out)
    assert (told["findings"], told["ignored"]) == ([], {"not-a-step": 1})
    both = run("validate", BROKEN, "--ignore", "not-a-step", "--ignore", "not-json")
    assert both.code == 1
    assert "4 findings ignored: not-json 2, not-a-step 2." in both.err


def test_what_is_selected_alone_is_told(run: Run) -> None:
    result = run("validate", BROKEN, "--select", "not-a-step")
    assert result.out.count("error not-a-step") == 2
    assert " error not-json" not in result.out
    assert "12 findings ignored" in result.err
    assert run("validate", EXAMPLE, "--select", "not-a-step").code == 0
    assert run("validate", "there-is-none.json", "--select", "not-a-step").code == 3
    assert run("validate", "there-is-none.json", "--ignore", "cannot-read").code == 0


def test_a_code_that_no_finding_has_is_wrong_usage(run: Run) -> None:
    for option in ("--select", "--ignore"):
        result = run("validate", EXAMPLE, option, "not-a-stp")
        assert result.code == 2
        assert "Did you mean 'not-a-step'?" in result.err
        assert run("validate", EXAMPLE, option, "not-a").code == 2


def test_strict_does_not_count_a_warning_that_is_ignored(run: Run) -> None:
    path = BROKEN / "byte-order-mark.json"
    assert run("validate", path).code == 0
    assert run("validate", path, "--strict").code == 1
    assert run("validate", path, "--strict", "--ignore", "byte-order-mark").code == 0


# Many files.


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of answers from three partners, with what lies about in such folders."""
    monkeypatch.chdir(tmp_path)
    for name in ("east", "west/2026", ".git", "north"):
        (tmp_path / "answers" / name).mkdir(parents=True)
    folder = tmp_path / "answers"
    write = {
        "east/b.json": json.dumps(example(id="east-b")),
        "east/a.JSON": json.dumps(example(id="east-a")),
        "west/2026/c.json": (BROKEN / "not-a-step.json").read_text(encoding="utf-8"),
        "west/notes.txt": "not ours",
        ".git/x.json": "{",
        "north/.hidden.json": "{",
        "north/d.ndjson": f"{json.dumps(example(id='north-1'))}\r\n\r\n{{\n{json.dumps(example(id='east-b'))}",
    }
    for name, content in write.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
    return folder


def names(*files: str) -> list[tuple[str, int | None]]:
    return [(read.name, read.line) for read in documents(files)]


@pytest.mark.usefixtures("answers")
def test_folders_patterns_and_lines_are_read_in_order() -> None:
    north: list[tuple[str, int | None]] = [("answers/north/d.ndjson", line) for line in (1, 3, 4)]
    east: list[tuple[str, int | None]] = [("answers/east/a.JSON", None), ("answers/east/b.json", None)]
    west: list[tuple[str, int | None]] = [("answers/west/2026/c.json", None)]
    assert names("answers") == [*east, *north, *west]
    assert names("answers/west", "answers/east") == [*west, *east]
    assert names("answers/*/*.json") == [east[1]]
    assert names("answers/**/*.json") == [east[1], *west]
    assert names("answers/*st") == [*east, *west]


def test_one_bad_file_or_line_never_stops_the_rest(run: Run, answers: Path) -> None:
    (answers / "east" / "gone.json").symlink_to("nowhere.json")
    result = run("validate", "answers", "nope.json", "answers/empty*")
    assert result.code == 3
    assert "answers/east/gone.json: error cannot-read: " in result.out
    assert "answers/north/d.ndjson:3:2: error not-json: " in result.out
    assert "answers/west/2026/c.json:8:67: error not-a-step: " in result.out
    assert "nope.json: error cannot-read: " in result.out
    assert "answers/empty*: error cannot-read: " in result.out
    assert "7 files, 9 documents, 5 errors, 1 warning" in result.err
    (answers / "empty").mkdir()
    assert run("validate", "answers/empty").code == 3


@pytest.mark.usefixtures("answers")
def test_an_id_that_comes_twice_is_a_warning_that_names_both(run: Run) -> None:
    told = json.loads(run("validate", "answers", "--format", "json").out)
    (twice,) = [finding for finding in told["findings"] if finding["code"] == "same-id-twice"]
    assert (twice["file"], twice["line"], twice["severity"]) == ("answers/north/d.ndjson", 4, "warning")
    assert twice["message"] == "The assessment 'east-b' is in answers/east/b.json already."
    assert twice["pointer"] == "/id"


def test_ids_of_other_kinds_and_editions_are_no_repeats_and_memory_has_a_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ids = Ids()

    def twice(name: str, text: str) -> tuple[copro.Finding, ...]:
        raw = RawDocument(name=name, data=text.encode())
        return ids.twice(raw, examine(raw.data, Given()).identity)

    core = copro.dumps(copro.frameworks.get("copro-core@2026"))
    newer = core.replace('"edition": "2026"', '"edition": "2027"')
    same = json.dumps(example(id="copro-core"))
    card = copro.dumps(copro.score(copro.loads(same)))  # type: ignore[arg-type]  # an assessment
    for text in (core, newer, same, card, "[]", "{", '{"format": "copro/assessment/1"}', "[" * 5000):
        assert twice("a", text) == ()
    (found,) = twice("b", card)
    assert (found.code, found.pointer) == ("same-id-twice", "/assessment/id")
    monkeypatch.setattr("copro.cli.files.MOST_IDS", 4)
    assert ids.is_full
    assert twice("c", json.dumps(example(id="late"))) == ()
    assert twice("d", json.dumps(example(id="late"))) == ()


@pytest.mark.usefixtures("answers")
def test_a_summary_adds_up_by_partner_and_by_code(run: Run) -> None:
    result = run("validate", "answers", "--summary")
    lines = [line.split() for line in result.err.splitlines()]
    assert ["0", "0", "0", "2", "2", "answers/east:", "-"] in lines
    assert ["1", "0", "0", "1", "1", "answers/west/2026:", "not-a-step", "1"] in lines
    assert ["1", "1", "0", "1", "3", "answers/north:", "not-json", "1,", "same-id-twice", "1"] in lines
    assert any(line[:3] == ["1", "1", "not-a-step:"] for line in lines)
    assert result.err.splitlines()[-1] == "4 files, 6 documents, 2 errors, 1 warning, 0 pieces of advice."


def test_a_summary_shows_partners_in_the_order_read_never_by_faults() -> None:
    tally = Tally()
    files = [
        CheckedDocument(file=f"{name}/a.json", findings=(fault(),) * number) for name, number in (("b", 1), ("a", 9))
    ]
    assert list(tally.counted(files)) == files
    shown = summary(tally)
    assert shown.index(" b: ") < shown.index(" a: ")


def test_a_progress_bar_is_shown_only_on_a_screen_of_its_own(answers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    for error, out, shown in ((Screen(), io.StringIO(), True), (Screen(), Screen(), False)):
        monkeypatch.setattr(sys, "stderr", error)
        monkeypatch.setattr(sys, "stdout", out)
        assert len(list(documents([str(answers)]))) == 6
        assert ("100%" in error.getvalue()) == shown
        assert out.getvalue() == ""
    quiet = io.StringIO()
    monkeypatch.setattr(sys, "stderr", quiet)
    list(documents([str(answers)]))
    assert quiet.getvalue() == ""


def lines_of(number: int) -> Iterator[bytes]:
    for index in range(number):
        yield b'{"format": "copro/assesment/1", "id": "a%d"}\n' % index


def test_memory_does_not_grow_with_the_lines_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_bytes(b"".join(lines_of(2_000)))
    tally = Tally()

    def checked() -> Iterator[CheckedDocument]:
        for read in documents([str(path)]):
            yield read.checked(copro.validate(read.data))

    for parts in (as_text(tally.counted(checked())), as_json(tally.counted(checked()), tally)):
        tracemalloc.start()
        size = sum(len(part) for part in parts)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert size
        assert peak < 200_000
    assert tally.total.codes == {"unknown-format": 4_000}


def test_a_line_that_is_too_long_does_not_stop_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copro.cli.files.MAX_BYTES", 100)
    monkeypatch.setattr("copro.documents.strict_json.MAX_BYTES", 100)
    path = tmp_path / "long.jsonl"
    path.write_bytes(b"[]\n" + b'["' + b"x" * 1000 + b'"]\n' + b"{}\n" + b'"' + b"y" * 300)
    found = [(read.line, [finding.code for finding in copro.validate(read.data)]) for read in documents([str(path)])]
    assert found == [(1, ["wrong-type"]), (2, ["too-large"]), (3, ["missing-property"]), (4, ["too-large"])]


def test_an_empty_file_of_lines_is_a_fault(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_bytes(b"\n\n")
    assert "error not-json" in run("validate", path).out


# Scoring many files.


@pytest.mark.usefixtures("answers")
def test_score_of_many_files_gives_each_scorecard_in_order_and_says_the_faults(run: Run) -> None:
    result = run("score", "answers", "--format", "json")
    assert result.code == 1
    cards = [json.loads(line) for line in result.out.splitlines()]
    assert [card["assessment"]["id"] for card in cards] == ["east-a", "east-b", "north-1", "east-b"]
    assert all(card["certainty"] is None for card in cards)
    assert "answers/north/d.ndjson:3:2: error not-json" in result.err
    assert "answers/west/2026/c.json:8:67: error not-a-step" in result.err
    assert "warning same-id-twice" in result.err
    assert '"suppressed"' in result.out
    text = run("score", "answers/east", "answers/north").out
    assert text.index("answers/east/a.JSON\n\nWalk") < text.index("answers/north/d.ndjson:4\n\nWalk")
    assert text.count("Level: Sharing has begun.") == 4


@pytest.mark.usefixtures("answers")
def test_score_of_many_files_adds_certainty_and_single_answers_only_when_asked(run: Run) -> None:
    (line,) = run("score", "answers/east/a*", "--certainty", "--private", "--format", "json").out.splitlines()
    card = copro.loads(line)
    assessment = copro.load("answers/east/a.JSON")
    assert isinstance(assessment, copro.Assessment)
    assert card == copro.certainty(assessment)
    assert json.loads(run("score", "answers/east/a.JSON", "--format", "json").out)["certainty"]


def test_score_passes_over_other_documents_and_says_so(run: Run, answers: Path) -> None:
    (answers / "east" / "core.json").write_text(copro.dumps(copro.frameworks.get("copro-core@2026")), encoding="utf-8")
    (answers / "east" / "newer.json").write_text('{"format": "copro/assessment/2"}', encoding="utf-8")
    result = run("score", "answers/east", "nope.json")
    assert result.code == 3
    assert "answers/east/core.json: not scored, because it is not an assessment." in result.err
    assert "newer.json:1:12: error newer-format" in result.err
    assert "nope.json: error cannot-read" in result.err
    assert result.out.count("Level: Sharing has begun.") == 2


# The hook.


def test_the_entry_of_the_hook_runs() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["types"], hook["language"]) == ("copro-validate", ["json"], "python")
    program, *words = hook["entry"].split()
    command = [str(Path(sys.executable).with_name(program)), *words, *hook.get("args", [])]
    good = subprocess.run([*command, EXAMPLE], capture_output=True, text=True, check=False)
    assert (good.returncode, good.stderr) == (0, "")
    bad = subprocess.run([*command, EXAMPLE, BROKEN / "not-a-step.json"], capture_output=True, text=True, check=False)
    assert bad.returncode == 1
    assert "error not-a-step" in bad.stdout


def test_a_screen_that_lacks_a_character_does_not_end_the_run(tmp_path: Path) -> None:
    path = tmp_path / "dŵr.json"
    path.write_text(json.dumps(example(dŵr=1), ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, "-X", "utf8=0", "-m", "copro", "validate", str(path)]
    narrow = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    ran = subprocess.run(command, capture_output=True, check=False, env=narrow)
    assert ran.returncode == 1
    assert rb"d\u0175r" in ran.stdout
