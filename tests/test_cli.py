"""The command line: what it prints and how it exits."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import copro
from copro.documents.schemas import schema_text
from example import CASES, EXAMPLE, ROOT, example
from running import Run

INVALID = sorted(path for path in (CASES / "invalid").iterdir() if not path.name.endswith(".problems.txt"))


def without(side: str) -> dict[str, Any]:
    """The example without the responses of one side."""
    document = example()
    framework = copro.frameworks.get("copro-core@2026")
    gone = {p.id for p in framework.perspectives if p.side == side}
    people = {s["id"] for s in document["stakeholders"] if s["perspective"] in gone}
    document["responses"] = [r for r in document["responses"] if r["stakeholder"] not in people]
    return document


def test_validate_finds_nothing_in_the_example(run: Run) -> None:
    result = run("validate", EXAMPLE)
    assert result == (0, f"{EXAMPLE}: no faults found\n", "")


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.name)
def test_validate_names_every_fault_with_its_place(run: Run, path: Path) -> None:
    result = run("validate", "--all", path)
    assert result.code == 1
    assert "Traceback" not in result.out + result.err
    blocks = re.split(rf"^{re.escape(str(path))}:", result.out, flags=re.MULTILINE)[1:]
    problems = path.with_suffix(".problems.txt").read_text(encoding="utf-8").splitlines()
    for block, line in zip(blocks, problems, strict=True):
        code, pointer = line.split(" ", 1)
        place = "^\n" if pointer == "-" else f"^ {pointer}\n"
        assert re.match(rf"\d+:\d+: error {code}: ", block), line
        assert place in block or " | " not in block, line


def test_validate_goes_on_after_a_bad_file(run: Run) -> None:
    result = run("validate", INVALID[0], EXAMPLE, "--format", "json")
    assert result.code == 1
    told = json.loads(result.out)
    assert {finding["file"] for finding in told["findings"]} == {str(INVALID[0])}
    assert [file["file"] for file in told["files"]] == [str(INVALID[0]), str(EXAMPLE)]


def test_validate_reads_standard_input(run: Run) -> None:
    assert run("validate", "-", given=EXAMPLE.read_text(encoding="utf-8")).code == 0
    result = run("validate", "-", given="{")
    assert result.code == 1
    assert result.out.startswith("standard input:1:2: error not-json:")


def test_validate_strict_counts_warnings(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bom.json"
    path.write_bytes(b"\xef\xbb\xbf" + EXAMPLE.read_bytes())
    assert run("validate", path).code == 0
    assert run("validate", "--strict", path).code == 1


def test_a_missing_file_cannot_be_read(run: Run) -> None:
    for command in ("validate", "score", "explain", "report"):
        result = run(command, "there-is-none.json")
        assert result.code == 3
        assert "there-is-none.json" in result.out + result.err


def test_a_full_disk_cannot_be_written(run: Run) -> None:
    assert run("report", EXAMPLE, "-o", "/nowhere/at/all.html").code == 3


def test_wrong_usage(run: Run) -> None:
    assert run("score").code == 2
    assert run("no-such-command").code == 2
    assert run("explain", EXAMPLE, "powr").code == 2
    assert run("frameworks", "show", "copro-cor@2026").code == 2
    assert run("schema", "assesment").code == 2
    assert run("score", EXAMPLE, "--framework", EXAMPLE).code == 2


def test_our_own_fault_ends_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("for the test")

    monkeypatch.setattr("copro.api.certainty", broken)
    result = run("score", EXAMPLE)
    assert result.code == 4
    assert "report it" in result.err
    assert "Traceback" not in result.err


def test_score_of_a_faulty_document_says_why(run: Run) -> None:
    result = run("score", "-", given=json.dumps(example(framework="copro-cor@2026")))
    assert result.code == 1
    assert "unknown-framework" in result.err
    assert "Did you mean 'copro-core@2026'?" in result.err


def test_score_puts_the_level_and_the_widest_gap_first(run: Run) -> None:
    out = run("score", EXAMPLE).out
    assert "Level: Sharing has begun." in out
    assert "Community 1.7, services 2.3 of 4." in out
    principles = out.partition("PRINCIPLES, CLEAR GAPS FIRST")[2].splitlines()[2:]
    assert principles[0].split("|")[0].strip() == "Power and decisions"
    assert out.index("WHO ANSWERED") < out.index("PRINCIPLES") < out.index("WHAT PEOPLE COULD DO NEXT")
    assert "Services decided whom to ask." in out


def test_score_prints_a_scorecard_that_passes_its_schema(run: Run) -> None:
    first, second = (run("score", EXAMPLE, "--format", "json").out for _ in range(2))
    assert first == second
    jsonschema.Draft202012Validator(json.loads(schema_text("scorecard"))).validate(json.loads(first))
    private = run("score", EXAMPLE, "--format", "json", "--private").out
    assert copro.loads(private) == copro.certainty(copro.loads(EXAMPLE.read_text(encoding="utf-8")))  # type: ignore[arg-type]  # an assessment
    assert '"suppressed"' in first
    assert '"suppressed"' not in private


def test_without_direct_voices_it_is_the_services_own_account(run: Run) -> None:
    result = run("score", "-", given=json.dumps(without("community")))
    assert result.code == 0
    assert "The services' own account. It shows what they think, not whether power was shared." in result.out
    assert "Level:" not in result.out
    card = json.loads(run("score", "-", "--format", "json", given=json.dumps(without("community"))).out)
    assert (card["status"], card["overall"]["level"], card["overall"]["score"]) == ("one_sided", None, None)


def test_with_peer_workers_only_the_level_cannot_be_told(run: Run) -> None:
    """What they say is shown; with direct voices alone nobody would speak for the community."""
    document = without("community")
    group = next(response for response in example()["responses"] if response["stakeholder"] == "g1")
    document["responses"].append({**group, "participation": {}})
    person = next(person for person in document["stakeholders"] if person["id"] == "g1")
    person["perspective"] = "peer-workers"
    result = run("score", "-", given=json.dumps(document))
    assert result.code == 0
    said = " ".join(result.out.split())
    assert "No level yet." in said
    assert said.count("None of these have answered yet: People who use the service") == 1
    assert "Level:" not in result.out


def test_with_services_only_it_is_their_own_account(run: Run) -> None:
    said = " ".join(run("score", "-", given=json.dumps(without("community"))).out.split())
    assert "The services' own account. It shows what they think, not whether power was shared." in said


def test_without_services_it_is_the_communitys_own_account(run: Run) -> None:
    result = run("score", "-", given=json.dumps(without("service")))
    assert result.code == 0
    assert "The community's own account. Services were asked on" in " ".join(result.out.split())
    assert "community 0.8" in result.out
    silent = {**without("service"), "invited": []}
    said = " ".join(run("score", "-", given=json.dumps(silent)).out.split())
    assert "Services were asked and did not answer." in said


def test_a_declined_score_is_no_warning(run: Run) -> None:
    result = run("score", "-", given=json.dumps(example(declined=[{"side": "community"}])))
    assert result.code == 0
    assert "The community chose not to be scored." in result.out
    assert "WORTH KNOWING" not in result.out
    assert "COULD DO NEXT" not in result.out


def test_every_status_exits_0_with_a_framework_of_ones_own(run: Run, tmp_path: Path) -> None:
    seen = set()
    for name in ("status-scored", "one-sided-community-silent", "insufficient-open-link", "declined-by-the-community"):
        vector = json.loads((ROOT / "schemas" / "vectors" / f"{name}.json").read_text(encoding="utf-8"))
        framework = tmp_path / "framework.json"
        framework.write_text(json.dumps(vector["framework"]), encoding="utf-8")
        given = json.dumps(vector["assessment"])
        assert run("score", "-", "--framework", framework, given=given).code == 0, name
        assert run("explain", "-", "--framework", framework, given=given).code == 0, name
        card = json.loads(run("score", "-", "--framework", framework, "--format", "json", given=given).out)
        assert card["status"] == vector["expected"]["status"], name
        seen.add(card["status"])
        page = run("report", "-", "--framework", framework, "-o", "-", given=given)
        assert page.code == 0, name
        assert page.out.startswith("<!DOCTYPE html>"), name
    assert seen == {"scored", "one_sided", "insufficient", "declined"}


def test_explain_shows_every_step(run: Run) -> None:
    whole = run("explain", EXAMPLE).out
    assert "Overall: 0.4977, which is 2.0 of 4" in whole
    assert "Sometimes shared: not yet" in whole
    power = run("explain", EXAMPLE, "power").out
    assert "It is the midpoint of both sides: (0.1962 + 0.5972) / 2." in power
    assert "power-decide" in run("explain", EXAMPLE, "power-decide").out


def test_explain_reads_a_scorecard(run: Run, tmp_path: Path) -> None:
    card = tmp_path / "card.json"
    card.write_text(run("score", EXAMPLE, "--format", "json").out, encoding="utf-8")
    assert run("explain", card, "power").out == run("explain", EXAMPLE, "power").out
    assert run("report", card, "-o", "-").code == 0
    framework = tmp_path / "framework.json"
    framework.write_text(run("frameworks", "show", "copro-core@2026", "--format", "json").out, encoding="utf-8")
    assert run("explain", framework).code == 2


def test_only_explain_private_shows_people(run: Run) -> None:
    private = run("explain", EXAMPLE, "power-decide", "--private").out
    assert private.startswith("PRIVATE")
    ids = [stakeholder["id"] for stakeholder in example()["stakeholders"]]
    answered = {response["stakeholder"] for response in example()["responses"]}
    shown = {line.strip().split(":")[0] for line in private.splitlines() if line.startswith("    ")}
    assert answered <= shown
    for words in (("score", EXAMPLE), ("explain", EXAMPLE, "power"), ("report", EXAMPLE, "-o", "-")):
        tokens = set(run(*words).out.replace(":", " ").replace("<", " ").replace(">", " ").split())
        assert not tokens & set(ids), words


def test_report_writes_a_page_and_prints_its_path(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("report", EXAMPLE)
    assert result == (0, "walk-your-neighbourhood-2026.html\n", "")
    assert (tmp_path / "walk-your-neighbourhood-2026.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_demo_ends_with_a_level_and_a_report(run: Run, tmp_path: Path) -> None:
    result = run("demo", tmp_path / "demo")
    assert result.code == 0
    assert "Level: Sharing has begun." in result.out
    assert result.out.splitlines()[-1] == f"The report: {tmp_path / 'demo' / 'report.html'}"
    assert (tmp_path / "demo" / "report.html").is_file()


def test_frameworks_lists_and_shows_what_ships(run: Run) -> None:
    listed = run("frameworks").out
    assert "copro-core@2026" in listed
    assert "copro-core-short@2026" in listed
    shown = run("frameworks", "show", "copro-core@2026", "--format", "json").out
    assert copro.loads(shown) == copro.frameworks.get("copro-core@2026")
    assert "power-decide" in run("frameworks", "show", "copro-core@2026").out


def test_schema_prints_what_is_published(run: Run) -> None:
    assert run("schema").out.split() == [
        "framework",
        "assessment",
        "scorecard",
        "case-study",
        "vocabulary",
        "crosswalk",
        "mapping",
        "findings",
    ]
    for kind in run("schema").out.split():
        assert run("schema", kind).out == (ROOT / "schemas" / f"{kind}.json").read_text(encoding="utf-8")


def test_convert_takes_an_assessment_through_every_kind_of_table(run: Run, tmp_path: Path) -> None:
    book, folder, back = tmp_path / "a.xlsx", tmp_path / "folder", tmp_path / "back.json"
    assert run("convert", EXAMPLE, book, "--language", "en") == (0, "", "")
    assert run("convert", book, folder) == (0, "", "")
    assert run("convert", folder, back) == (0, "", "")
    assert copro.load(back) == copro.load(EXAMPLE)
    assert copro.loads(run("convert", book, "-").out) == copro.load(EXAMPLE)
    assert run("convert", "-", book, "--overwrite", given=back.read_text(encoding="utf-8")).code == 0


def test_convert_to_one_table_says_what_it_leaves_behind(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "answers.csv"
    result = run("convert", EXAMPLE, table, "--shape", "long")
    assert (result.code, result.out) == (0, "")
    assert "Left behind: promises." in result.err
    options = ("--framework", "copro-core@2026", "--collected", "closed_group")
    assert run("convert", table, tmp_path / "b.json", *options).code == 0
    assert run("score", tmp_path / "b.json").code == 0
    refused = run("convert", table, tmp_path / "c.json")
    assert refused.code == 1
    assert "Give --collected" in refused.err
    assert not (tmp_path / "c.json").exists()


def test_convert_points_at_cells(run: Run, tmp_path: Path) -> None:
    book, folder = tmp_path / "a.xlsx", tmp_path / "folder"
    run("convert", EXAMPLE, folder)
    ratings = folder / "ratings.csv"
    text = ratings.read_bytes()
    ratings.write_bytes(text.replace(b"c2", b"zz", 1))
    result = run("convert", folder, book)
    assert result.code == 1
    assert f"{ratings}:1 (F): error unknown-stakeholder: " in result.err
    assert run("new", "workbook", "copro-core@2026", "-o", book).out == f"{book}\n"
    result = run("convert", book, tmp_path / "b.json")
    assert result.code == 1
    assert f"{book}:about:C3: error missing-property: 'title' is missing." in result.err


def test_a_survey_export_becomes_a_scored_assessment_in_two_commands(run: Run, tmp_path: Path) -> None:
    export = ROOT / "examples" / "survey-export"
    made = tmp_path / "assessment.json"
    first = run("convert", export / "export.csv", made, "--mapping", export / "mapping.json")
    assert first.code == 0
    assert "Left out: 3 columns: Start time; Email; Name." in first.err
    second = run("score", made)
    assert second.code == 0
    assert "Level: Sharing has begun, short form." in second.out


def test_convert_wrong_usage(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("convert", EXAMPLE, tmp_path / "b.json").code == 2
    assert run("convert", EXAMPLE, tmp_path / "b.xlsx", "--into", EXAMPLE).code == 2
    assert run("convert", tmp_path / "none.csv", tmp_path / "b.json").code == 3
    assert run("convert", tmp_path / "none", tmp_path / "b.json").code == 3
    assert run("convert", EXAMPLE, tmp_path / "b.txt").code == 1
    assert run("new", "workbook", "copro-cor@2026").code == 2
    (tmp_path / "there.xlsx").write_bytes(b"x")
    assert run("new", "workbook", "copro-core@2026", "-o", tmp_path / "there.xlsx").code == 3
    (tmp_path / "a.csv").write_text("stakeholder\n", encoding="utf-8")
    assert run("convert", tmp_path / "a.csv", tmp_path / "b.json", "--mapping", EXAMPLE).code == 2
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    result = run("convert", EXAMPLE, tmp_path / "b.xlsx")
    assert result.code == 3
    assert "pip install 'coproduction[xlsx]'" in result.err
