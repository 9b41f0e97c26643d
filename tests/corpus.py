"""Every document that validators must agree on: the project's own, its faulty ones, traps, and made mutants.

``python tests/corpus.py FOLDER PROFILE`` writes them, with Python's verdicts, and made worlds with
their figures, for the checks in JavaScript. The profile says how many.
"""

import copy
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry

import copro
import profiles  # noqa: F401  registers them
from copro.documents.strict_json import parse
from copro.model.scorecard import Scorecard
from example import ROOT
from strategies import damaged, worlds

SCHEMAS: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "schemas").glob("*.json"))
}
FOLDERS = ("tests/cases", "examples", "src/copro/data", "schemas/vectors")


class Document(NamedTuple):
    """One document as text, and the schemas that it is held against."""

    name: str
    text: str
    schemas: tuple[str, ...]


def schemas_of(document: Any) -> tuple[str, ...]:
    """The schema of the kind that a document says it is; all, where it says none."""
    named = document.get("format") if isinstance(document, dict) else None
    parts = named.split("/") if isinstance(named, str) else []
    return (parts[1],) if len(parts) == 3 and parts[1] in SCHEMAS else tuple(SCHEMAS)


def as_document(name: str, text: str) -> Document:
    try:
        return Document(name, text, schemas_of(json.loads(text)))
    except (ValueError, RecursionError):
        return Document(name, text, tuple(SCHEMAS))


def from_files() -> Iterator[Document]:
    """Every JSON file of the project that is text, with the documents inside vectors."""
    for path in (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.json"))):
        try:
            text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
        name = str(path.relative_to(ROOT))
        inside = json.loads(text) if path.is_relative_to(ROOT / "schemas") else {}
        documents = {key: inside[key] for key in ("framework", "assessment") if isinstance(inside.get(key), dict)}
        vector = [(f"{name}#{key}", json.dumps(document)) for key, document in documents.items()]
        yield from (as_document(*found) for found in (vector or [(name, text)]))


def from_schemas() -> Iterator[Document]:
    """The examples that the schemas hold, so that every schema has a document of its own."""
    for kind, schema in SCHEMAS.items():
        for number, example in enumerate(schema.get("examples", ())):
            yield Document(f"schemas/{kind}.json example {number}", json.dumps(example), (kind,))


BASE: dict[str, Any] = json.loads((ROOT / "tests/cases/valid/assessment-everything.json").read_text(encoding="utf-8"))
FRAMEWORK: dict[str, Any] = json.loads((ROOT / "tests/cases/valid/framework-uneven-scale.json").read_text("utf-8"))
STANDS_FOR = '"to be replaced"'

TRAPS: dict[str, tuple[dict[str, Any], tuple[str | int, ...], tuple[str, ...]]] = {
    "an id": (
        BASE,
        ("id",),
        (
            '"a\\n"',
            '"a\\r"',
            '"a\\u2028"',
            '"\\na"',
            '"a-"',
            '"A"',
            '"\\u00e9"',
            '"\\uff11"',
            f'"{"a" * 200}"',
            f'"{"a" * 201}"',
            '"a\\u0000"',
            '"0"',
            '"a--b"',
            "0",
            "null",
            '"\\ud83d\\ude00"',
        ),
    ),
    "a date": (
        BASE,
        ("period", "start"),
        (
            '"2026-01-01\\n"',
            '"\\u0662026-01-01"',
            '"2026-1-1"',
            '"2026-13-45"',
            '"+2026-01-01"',
            '"2026-01-01T00:00:00Z"',
        ),
    ),
    "a language": (BASE, ("language",), ('"en\\n"', '"en-"', '"en-x-easyread"', '"x"', f'"en{"-abcdefgh" * 11}"')),
    "a text": (
        BASE,
        ("title",),
        (
            '""',
            '"\\ud83d\\ude00"',
            '"\\u0000"',
            '" "',
            "{}",
            '{"en": ""}',
            '{"en": "\\ud83d\\ude00"}',
            '{"en\\n": "a"}',
            '{"": "a"}',
            '{"__proto__": "a"}',
            '{"constructor": "a"}',
            "[]",
            "1",
            "true",
            "null",
        ),
    ),
    "a count": (
        BASE,
        ("responses", 2, "people"),
        (
            "2.0",
            "2e0",
            "20e-1",
            "2.5",
            "1",
            "1.9999999999999999",
            "100000",
            "1e5",
            "100000.0",
            "100001",
            "1e400",
            "100000.00000000001",
            "9007199254740993",
            f"1{'0' * 30}",
            f"1{'0' * 400}",
            "-0.0",
            "true",
            '"2"',
            "null",
        ),
    ),
    "a count from 0": (
        BASE,
        ("initiative", "taking_part", "service"),
        ("-0", "-0.0", "0.0", "-1e-400", "5e-324", "1e308"),
    ),
    "a step of participation": (BASE, ("decisions", 0, "promised"), ("6.0", "7", "6.000000000000001", "-0.0", "true")),
    "a rating": (
        BASE,
        ("responses", 0, "ratings", "power-decide"),
        (
            "1.0",
            "1e0",
            "true",
            '"1"',
            '"not_applicable"',
            '"Not_applicable"',
            '"dont_know\\n"',
            "null",
            "[]",
            "{}",
            "-1e308",
        ),
    ),
    "ratings": (
        BASE,
        ("responses", 0, "ratings"),
        ('{"__proto__": 1}', '{"constructor": 1}', '{"tostring": 1}', '{"a": 1, "a": "?"}', '{"a": "?", "a": 1}', "[]"),
    ),
    "a list of ids": (
        BASE,
        ("initiative", "activities"),
        ('["a", "a"]', '["a", "A"]', "[]", "[[]]", "{}", '["a", "a\\n"]'),
    ),
    "an unknown property": (BASE, ("__proto__",), ("{}", "1", "null")),
    "another unknown property": (BASE, ("hasOwnProperty",), ("{}", "1")),
    "free data": (
        BASE,
        ("extra",),
        (
            '{"__proto__": 1, "constructor": {}}',
            '{"n": 9007199254740993}',
            '{"n": 1e400}',
            '{"n": NaN}',
            '{"n": -Infinity}',
            '{"half": "\\ud83d"}',
            '{"a": 1, "a": 2}',
            '{"": {"": []}}',
            "[]",
            "null",
            f"{'[' * 40}{']' * 40}",
        ),
    ),
    "a yes or no": (BASE, ("evidence", 0, "shareable"), ("0", "1", '"true"', "null", "false")),
    "a format": (BASE, ("format",), ('"copro/assessment/1\\n"', '"copro/assessment/1.0"', '"copro/assessment/2"', "1")),
    "a weight": (
        FRAMEWORK,
        ("principles", 0, "weight"),
        (
            "1000",
            "1000.0",
            "1e3",
            "1000.0000000000001",
            "1000.00000000000001",
            "0",
            "-0.0",
            "0.0",
            "1e-400",
            "5e-324",
            "true",
        ),
    ),
    "a share": (
        FRAMEWORK,
        ("policy", "agreement"),
        tuple(f'{{"share": {share}}}' for share in ("1", "1.0", "1.0000000000000001", "1.0000000000000002", "-0.0")),
    ),
    "a level": (FRAMEWORK, ("levels", 1, "value"), ("1.0", "1.5", "-1e2", "9007199254740993", f"1{'0' * 400}", '"1"')),
    "a requirement": (
        FRAMEWORK,
        ("levels", 1, "requires", 0),
        (
            '"score"',
            "null",
            "[]",
            "{}",
            '{"measure": "score"}',
            '{"measure": null, "at_least": 0.1}',
            '{"measure": "poem", "at_least": 0.1}',
            '{"measure": "score", "at_least": 0.1, "at_step": 1}',
            '{"measure": "score", "at_least": 0.1, "of": "Power"}',
            '{"measure": "score", "at_least": 0.1, "of": []}',
            '{"measure": "score", "at_least": 0.1, "of": ["power-decide"], "side": "each"}',
            '{"measure": "score", "at_step": 1, "of": "every_principle", "side": "neither"}',
            '{"measure": "gap", "at_most": 1.0, "of": "every_principle"}',
            '{"measure": "gap", "at_most": 1.0, "of": ["power-decide"]}',
        ),
    ),
    "voices": (
        FRAMEWORK,
        ("policy", "voice", "between_sides"),
        ('"parity"', '"parity\\n"', '{"community": 1}', '{"neither": 1}', '{"community": 0}', "{}", "1", "null"),
    ),
}
"""What programs could read differently: a document, a place in it, and what is written there."""


def traps() -> Iterator[Document]:
    for name, (document, way, texts) in TRAPS.items():
        made = copy.deepcopy(document)
        holder: Any = made
        for key in way[:-1]:
            holder = holder[key]
        holder[way[-1]] = json.loads(STANDS_FOR)
        for number, text in enumerate(texts):
            yield Document(f"{name} {number}", json.dumps(made).replace(STANDS_FOR, text), schemas_of(document))


def drawn(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """What a strategy makes, always the same."""
    made: list[Any] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: Any) -> None:
        made.append(value)

    draw()
    return made


def sound() -> list[dict[str, Any]]:
    """Documents with nothing wrong, of every kind and version."""
    files = [*(ROOT / "tests/cases/valid").glob("*.json"), *(ROOT / "tests/cases/versions").glob("*/*.json")]
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(files)]


def mutants() -> Iterator[Document]:
    """Sound documents with something wrong, or something odd, at one or two places."""
    for number, document in enumerate(drawn(st.sampled_from(sound()).flatmap(damaged), 10 * settings().max_examples)):
        yield Document(f"mutant {number}", json.dumps(document), schemas_of(document))


@cache
def corpus() -> tuple[Document, ...]:
    """All of it."""
    return (*from_files(), *from_schemas(), *traps(), *mutants())


@cache
def validator(kind: str) -> Draft202012Validator:
    """A schema as jsonschema checks it; nothing is fetched."""
    return Draft202012Validator(SCHEMAS[kind], registry=Registry())


@cache
def is_read(document: Document) -> bool:
    """Tell whether strict reading lets a document through to its schema."""
    value, _ = parse(document.text)
    return value is not None


def verdicts(document: Document, judge: Callable[[str, Any], bool]) -> dict[str, bool]:
    """What a validator says of a document, against each of its schemas."""
    value = json.loads(document.text)
    return {kind: judge(kind, value) for kind in document.schemas}


@cache
def in_python(document: Document) -> dict[str, bool]:
    """What jsonschema, which the library uses, says of a document that strict reading lets through."""
    return verdicts(document, lambda kind, value: bool(validator(kind).is_valid(value)))


# Scoring, for the second implementation.


def figures(card: Scorecard) -> dict[str, Any]:
    """The scorecard document in the short form that vectors use."""
    document = json.loads(copro.dumps(card))

    def short(item: dict[str, Any]) -> dict[str, Any]:
        sides = {side: value.get("score", value.get("value")) for side, value in item["sides"].items()}
        known = {side: value["known"] for side, value in item["sides"].items() if "known" in value}
        gap = item.get("gap")
        gaps = {"gap": gap and gap["value"]} if "gap" in item else {}
        return {**item, "sides": sides, **({"known": known} if known else {}), **gaps}

    overall = short(document["overall"])
    agreed = document["agreed"]
    return {
        "status": document["status"],
        "reason": document["reason"],
        "overall": {**overall, "left_out": {left["principle"]: left["reason"] for left in overall["left_out"]}},
        "principles": {
            principle["id"]: {**short(principle), "indicators": {i["id"]: short(i) for i in principle["indicators"]}}
            for principle in document["principles"]
        },
        "unmet": document["unmet"],
        "voices": {voice["perspective"]: {"for_someone": 0, **voice} for voice in document["voices"]},
        "agreed": agreed and {**agreed, "principles": {p["id"]: p["score"] for p in agreed["principles"]}},
        "findings": sorted(finding.code for finding in card.findings),
    }


FIGURES = (
    *("score", "reason", "level", "level_name", "level_range", "level_by_count", "coverage", "share_rated"),
    *("gap", "sides", "known", "left_out", "indicators"),
)
NOT_IN_JAVASCRIPT = ('"measure": "kept"', '"measure": "shared"')


def compared(figure: Mapping[str, Any]) -> dict[str, Any]:
    """Of a part of a scorecard, what vectors compare."""
    kept = {key: figure[key] for key in FIGURES if key in figure}
    if "indicators" in kept:
        kept["indicators"] = {name: compared(indicator) for name, indicator in kept["indicators"].items()}
    return kept


def made_worlds() -> Iterator[dict[str, Any]]:
    """Frameworks and assessments that nobody worked by hand, with the figures of this library."""
    for framework, assessment in drawn(worlds(), 2 * settings().max_examples):
        text = copro.dumps(framework)
        if any(measure in text for measure in NOT_IN_JAVASCRIPT):
            continue
        found = figures(copro.score(assessment, framework))
        seen = ("listed", "responded", "rated", "people", "for_someone")
        expected = {
            "status": found["status"],
            "reason": found["reason"],
            "overall": compared(found["overall"]),
            "principles": {name: compared(principle) for name, principle in found["principles"].items()},
            "unmet": [{key: item for key, item in unmet.items() if key != "requirement"} for unmet in found["unmet"]],
            "agreed": found["agreed"] and {key: found["agreed"][key] for key in ("score", "share_rated", "principles")},
            "voices": {name: {key: voice[key] for key in seen} for name, voice in found["voices"].items()},
        }
        yield {"framework": json.loads(text), "assessment": json.loads(copro.dumps(assessment)), "expected": expected}


def write(folder: Path) -> None:
    """Write what the checks in JavaScript read."""
    folder.mkdir(parents=True, exist_ok=True)
    judged = [
        {
            "name": document.name,
            "text": document.text,
            "refused": sorted({finding.code for finding in parse(document.text)[1] if finding.severity == "error"}),
            "verdicts": in_python(document) if is_read(document) else dict.fromkeys(document.schemas, False),
        }
        for document in corpus()
    ]
    (folder / "corpus.json").write_text(json.dumps(judged), encoding="utf-8")
    (folder / "worlds.json").write_text(json.dumps(list(made_worlds())), encoding="utf-8")
    example = copro.load(ROOT / "examples/walk-your-neighbourhood/assessment.json")
    assert isinstance(example, copro.Assessment)
    (folder / "scorecard.json").write_text(copro.dumps(copro.certainty(example)), encoding="utf-8")


if __name__ == "__main__":
    settings.load_profile(sys.argv[2])
    write(Path(sys.argv[1]))
