"""The published schemas: that they are sound, say everything in words, and agree with the classes."""

import copy
import datetime as dt
import json
import re
import types
import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
import jsonschema
import pytest

import copro
import definitions
from checking import faults
from copro.documents.schemas import PUBLISHED, schema_text
from copro.model import assessment, case_study, crosswalk, finding, framework, mapping, power, scorecard, vocabulary
from copro.model.document import KINDS
from copro.model.promises import Right
from copro.model.suppressed import Suppressed
from copro.model.values import FrozenMap
from example import ROOT

SCHEMAS: dict[str, Any] = {kind: json.loads(schema_text(kind)) for kind in PUBLISHED}
EXAMPLES = sorted((ROOT / "examples").glob("*/assessment.json"))
SOUND = sorted((ROOT / "tests" / "cases" / "valid").glob("*.json"))

ROOT_OF_SCHEMA = ""
"""Stands for the whole schema, where a definition's name would stand."""

CLASSES: dict[str, dict[type, str]] = {
    "framework": {
        framework.Framework: ROOT_OF_SCHEMA,
        framework.Source: "source",
        framework.TranslationNote: "translation_note",
        framework.Scale: "scale",
        framework.Step: "step",
        framework.Perspective: "perspective",
        framework.Principle: "principle",
        framework.Indicator: "indicator",
        framework.Idea: "idea",
        framework.Policy: "policy",
        framework.Voice: "voice",
        framework.AgreementRule: "agreement_rule",
        framework.Level: "level",
    },
    "assessment": {
        assessment.Assessment: ROOT_OF_SCHEMA,
        assessment.Initiative: "initiative",
        assessment.Period: "period",
        assessment.Conduct: "conduct",
        assessment.SideNote: "side_note",
        assessment.Stakeholder: "stakeholder",
        assessment.Response: "response",
        assessment.Agreed: "agreed",
        assessment.Evidence: "evidence",
        assessment.Decision: "decision",
        assessment.Permission: "permission",
        assessment.Commitment: "commitment",
        assessment.Shares: "shares",
        assessment.Event: "event",
    },
    "scorecard": {
        scorecard.Scorecard: ROOT_OF_SCHEMA,
        scorecard.Subject: "subject",
        scorecard.Basis: "basis",
        scorecard.Voices: "voices",
        scorecard.Overall: "overall",
        scorecard.SideScore: "side_score",
        scorecard.Gap: "gap",
        scorecard.Agreement: "agreement",
        scorecard.LeftOut: "left_out",
        scorecard.Skipped: "skipped",
        scorecard.PrincipleScore: "principle",
        scorecard.IndicatorScore: "indicator",
        scorecard.IndicatorSide: "indicator_side",
        scorecard.PerspectiveValue: "perspective_value",
        scorecard.Unmet: "unmet",
        scorecard.AgreedScore: "agreed",
        scorecard.AgreedPrinciple: "agreed_principle",
        scorecard.Support: "support",
        scorecard.Certainty: "certainty",
        scorecard.Sensitivity: "sensitivity",
        scorecard.Family: "family",
        scorecard.Variant: "variant",
        finding.Finding: "finding",
        power.Power: "power",
        power.Holdings: "holdings",
        power.Unconfirmed: "unconfirmed",
        power.Participation: "participation",
        power.Experienced: "experienced",
        power.Promises: "promises",
        power.PromiseRecord: "promise_record",
        power.LedgerEntry: "ledger_entry",
        power.EarlierReason: "earlier_reason",
    },
    "case-study": {
        case_study.CaseStudy: ROOT_OF_SCHEMA,
        case_study.Teller: "teller",
        case_study.Consent: "consent",
        assessment.InitiativeName: "initiative_name",
    },
    "vocabulary": {vocabulary.Vocabulary: ROOT_OF_SCHEMA, vocabulary.Term: "term"},
    "crosswalk": {crosswalk.Crosswalk: ROOT_OF_SCHEMA, crosswalk.Link: "link"},
    "mapping": {
        mapping.SurveyMapping: ROOT_OF_SCHEMA,
        mapping.About: "about",
        mapping.AnswerTable: "table",
        mapping.Respondent: "respondent",
        mapping.PerspectiveQuestion: "perspective_question",
        mapping.DateColumn: "date_column",
        mapping.QuoteQuestion: "quote_question",
        mapping.RatingQuestion: "rating_question",
        mapping.CommentQuestion: "comment_question",
        assessment.InitiativeName: "initiative_name",
        assessment.Period: "period",
    },
}
"""Every class of the model, with the definition that describes it."""

NOT_CLASSES = {
    "text": "a string or a language map",
    "extra": "whatever users keep",
    "ratings": "a map",
    "rating_answers": "a map",
    "requirement": "a Requirement, whatever it measures",
    **{f"{measure}_requirement": "a Requirement that measures this" for measure in framework.Measure},
    "side_scores": "a map with a side score for each side",
    "figure": "a number, or a Suppressed, which always says its word",
    "found_figure": "as figure, or a number of people",
    "participation_figure": "a step, or a Suppressed",
}
"""Definitions of objects that no class stands for, and what they are."""

OWN_VALUES = {
    "count",
    "optional_share",
    "interval",
    "interval_reason",
    "standard_error",
    "degrees_of_freedom",
    "missing_reason",
    "digest",
}
"""Plain values that only scorecards hold."""

PAIRS = [(kind, cls, name) for kind, table in CLASSES.items() for cls, name in table.items()]


def definition(kind: str, name: str) -> Any:
    return SCHEMAS[kind]["$defs"][name] if name else SCHEMAS[kind]


def resolved(kind: str, part: Any) -> Any:
    """A schema with what it refers to; its own words count before those it refers to."""
    while "$ref" in part:
        target = definition(kind, part["$ref"].removeprefix("#/$defs/"))
        part = {**target, **{key: value for key, value in part.items() if key != "$ref"}}
    return part


def parts(part: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every schema within a schema, apart from its conditions."""
    if not isinstance(part, Mapping):
        return
    yield place, part
    for group in ("properties", "$defs"):
        for name, inner in part.get(group, {}).items():
            yield from parts(inner, f"{place}/{group}/{name}")
    for key in ("items", "additionalProperties", "propertyNames"):
        yield from parts(part.get(key), f"{place}/{key}")


LENDERS = {"scorecard": ("framework", "assessment"), "vocabulary": ("framework",), "crosswalk": ("framework",)}
"""Which other schemas' definitions a kind of document uses, word for word."""


def fields_of(cls: type[attrs.AttrsInstance]) -> dict[str, Any]:
    """The fields of a class, by the names that they have in documents; Python keeps ``from`` for itself."""
    return {name.removesuffix("_"): field for name, field in attrs.fields_dict(cls).items()}


def borrowed(kind: str) -> set[str]:
    """The definitions of a kind that are, word for word, those of its lenders."""
    lenders = [SCHEMAS[lender]["$defs"] for lender in LENDERS.get(kind, ())]
    return {
        name
        for name, part in SCHEMAS[kind]["$defs"].items()
        if any(part == definitions.get(name) for definitions in lenders)
    }


def is_object(part: Any) -> bool:
    kinds = part.get("type", [])
    return "properties" in part or "object" in ([kinds] if isinstance(kinds, str) else kinds)


# Sound schemas.


def test_there_is_a_schema_for_each_kind_and_no_other() -> None:
    assert {path.stem for path in (ROOT / "schemas").glob("*.json")} == set(PUBLISHED)
    assert {path.name for path in (ROOT / "schemas").glob("*") if path.is_dir()} == {"parts", "types", "vectors"}
    for kind in PUBLISHED:
        assert (ROOT / "schemas" / f"{kind}.json").read_text(encoding="utf-8") == schema_text(kind)


def test_an_unknown_schema_is_answered_with_the_nearest() -> None:
    with pytest.raises(copro.UnknownIdError) as caught:
        schema_text("asessment")
    assert caught.value.suggestion == "assessment"


@pytest.mark.parametrize("kind", PUBLISHED)
def test_a_schema_is_valid_and_named(kind: str) -> None:
    schema = SCHEMAS[kind]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:copro:{kind}:1"
    assert schema["properties"]["format"]["const"] == f"copro/{kind}/1"


@pytest.mark.parametrize("kind", PUBLISHED)
def test_every_reference_stays_within_its_own_file(kind: str) -> None:
    references = set(re.findall(r'"\$ref": "([^"]*)"', schema_text(kind)))
    assert references == {f"#/$defs/{name}" for name in SCHEMAS[kind]["$defs"]}


@pytest.mark.parametrize("kind", PUBLISHED)
def test_every_property_and_definition_is_described_in_plain_sentences(kind: str) -> None:
    for place, part in parts(SCHEMAS[kind]):
        if place.split("/")[-2:-1] in (["properties"], ["$defs"], []):
            words = resolved(kind, part).get("description", "")
            assert re.fullmatch(r"[A-Z\"].*[^.\s]\.", words), f"{place}: {words!r}"
            assert "  " not in words


@pytest.mark.parametrize("kind", PUBLISHED)
def test_every_schema_has_examples_and_all_of_them_are_valid(kind: str) -> None:
    assert SCHEMAS[kind]["examples"]
    for example in SCHEMAS[kind]["examples"]:
        jsonschema.Draft202012Validator(SCHEMAS[kind]).validate(example)
        assert kind not in KINDS or faults(json.dumps(example).encode()) == ()
    for place, part in parts(SCHEMAS[kind]):
        alone = {"$defs": SCHEMAS[kind]["$defs"], **{key: item for key, item in part.items() if key != "examples"}}
        for example in part.get("examples", []):
            assert jsonschema.Draft202012Validator(alone).is_valid(example), f"{place}: {example!r}"


@pytest.mark.parametrize("kind", PUBLISHED)
def test_every_object_refuses_what_it_does_not_know(kind: str) -> None:
    for place, part in parts(SCHEMAS[kind]):
        name = place.rpartition("/")[2]
        if "properties" in part and name != "requirement":
            assert part["additionalProperties"] is False, place
        elif is_object(part) and name not in {"extra", "requirement"}:
            assert isinstance(part["additionalProperties"], Mapping), place


@pytest.mark.parametrize("kind", ["framework", "scorecard"])
def test_a_requirement_has_the_fields_of_its_measure_and_no_other(kind: str) -> None:
    parts_of = SCHEMAS[kind]["$defs"]
    requirement = parts_of["requirement"]
    measures = [measure.value for measure in framework.Measure]
    assert requirement["properties"]["measure"]["enum"] == measures
    assert {rule["if"]["properties"]["measure"]["const"]: rule["then"]["$ref"] for rule in requirement["allOf"]} == {
        measure: f"#/$defs/{measure}_requirement" for measure in measures
    }
    for measure in framework.Measure:
        part = parts_of[f"{measure}_requirement"]
        assert part["additionalProperties"] is False
        assert set(part["properties"]) == {"measure", *framework.fields_of(measure)}


def test_shared_definitions_stand_in_every_schema_as_they_are_in_their_one_home() -> None:
    for path, text in definitions.published().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run python3 tasks.py types"


def objects_in(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The place of every object of a document, apart from what users keep."""
    if isinstance(value, dict):
        yield path
        for key, item in value.items():
            if key != "extra":
                yield from objects_in(item, (*path, key))
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from objects_in(item, (*path, index))


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_property_that_nobody_knows_is_a_finding_wherever_it_stands(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(SCHEMAS[document["format"].split("/")[1]])
    assert validator.is_valid(document)
    for place in objects_in(document):
        odd = copy.deepcopy(document)
        at = odd
        for key in place:
            at = at[key]
        at["surprise"] = None
        assert not validator.is_valid(odd), f"{place}"


# Schemas and classes.


def test_the_table_of_classes_and_definitions_leaves_nothing_out() -> None:
    modules = {
        "framework": [framework],
        "assessment": [assessment],
        "scorecard": [scorecard, finding, power],
        "case-study": [case_study],
        "vocabulary": [vocabulary],
        "crosswalk": [crosswalk],
        "mapping": [mapping],
    }
    shared: set[type] = {assessment.InitiativeName, assessment.Period, framework.Requirement}
    for kind, table in CLASSES.items():
        classes = {
            cls
            for module in modules[kind]
            for cls in vars(module).values()
            if isinstance(cls, type) and attrs.has(cls) and cls.__module__ == module.__name__
        }
        assert set(table) - shared == classes - shared
        objects = {name for name, part in SCHEMAS[kind]["$defs"].items() if is_object(part)}
        assert objects - NOT_CLASSES.keys() - borrowed(kind) == set(table.values()) - {ROOT_OF_SCHEMA}
    assert all(any(name in SCHEMAS[kind]["$defs"] for kind in KINDS) for name in NOT_CLASSES)


def test_what_a_scorecard_borrows_from_the_other_schemas_is_the_same_there() -> None:
    own = {
        *CLASSES["scorecard"].values(),
        *OWN_VALUES,
        "side_scores",
        "figure",
        "found_figure",
        "participation_figure",
        "level_range",
    }
    assert SCHEMAS["scorecard"]["$defs"].keys() - own == borrowed("scorecard")
    assert not own & borrowed("scorecard")


def test_findings_that_are_written_are_those_of_the_class_with_nothing_left_out() -> None:
    written, kept = SCHEMAS["findings"]["$defs"]["finding"], SCHEMAS["scorecard"]["$defs"]["finding"]
    assert written["properties"] == kept["properties"]
    assert written["required"] == list(attrs.fields_dict(finding.Finding))


def test_what_frameworks_and_assessments_share_is_the_same_but_for_examples() -> None:
    one, other = SCHEMAS["framework"]["$defs"], SCHEMAS["assessment"]["$defs"]
    shared = one.keys() & other.keys()
    assert shared >= {"id", "text", "language", "main_side"}
    for name in shared:
        assert {**one[name], "examples": None} == {**other[name], "examples": None}, name


@pytest.mark.parametrize(("kind", "cls", "name"), PAIRS)
def test_a_class_has_the_fields_of_its_definition(kind: str, cls: type[attrs.AttrsInstance], name: str) -> None:
    part = definition(kind, name)
    not_fields = {"format"} if name == ROOT_OF_SCHEMA else set()
    fields = fields_of(cls)
    assert set(part["properties"]) - not_fields == set(fields)
    without_default = {name for name, field in fields.items() if field.default is attrs.NOTHING}
    assert set(part.get("required", [])) - {"format"} == without_default


@pytest.mark.parametrize(("kind", "cls", "name"), PAIRS)
def test_a_class_has_the_defaults_of_its_definition(kind: str, cls: type[attrs.AttrsInstance], name: str) -> None:
    for field_name, field in fields_of(cls).items():
        stated = resolved(kind, definition(kind, name)["properties"][field_name])
        default: Any = field.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class, whatever its stub says
            default = default.factory()
        plain = list(default) if isinstance(default, tuple) else default
        if "default" in stated:
            assert plain == stated["default"], field_name
            assert type(plain) is type(stated["default"]), field_name
        else:
            silent = default is attrs.NOTHING or default is None or attrs.has(type(default)) or len(default) == 0
            assert silent, f"{field_name} is {default!r} by default, and the schema does not say so"


def words_of_schema(kind: str, part: Any) -> set[str]:
    """The fixed words that a value can be, looking into lists and maps but not into classes."""
    part = resolved(kind, part)
    words = {word for word in part.get("enum", []) if word is not None}
    for key in ("items", "additionalProperties", "then"):
        if isinstance(part.get(key), Mapping):
            words |= words_of_schema(kind, part[key])
    return words


def words_of_type(hint: Any) -> set[str]:
    if get_origin(hint) is Literal:
        return set(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {member.value for member in hint}
    return set().union(*(words_of_type(argument) for argument in get_args(hint)), set())


@pytest.mark.parametrize(("kind", "cls", "name"), PAIRS)
def test_a_class_knows_the_words_of_its_definition(kind: str, cls: type[attrs.AttrsInstance], name: str) -> None:
    hints = get_type_hints(cls)
    for field_name, field in fields_of(cls).items():
        part = definition(kind, name)["properties"][field_name]
        assert words_of_type(hints[field.name]) == words_of_schema(kind, part), field_name


def test_the_words_that_are_keys_are_known_too() -> None:
    rights = SCHEMAS["assessment"]["$defs"]["right"]["enum"]
    assert tuple(rights) == get_args(Right)
    said = SCHEMAS["scorecard"]["$defs"]["perspective_value"]["properties"]["unrated"]["properties"]
    assert set(said) == {*copro.Unrated, "silent", "suppressed"}
    sides = SCHEMAS["scorecard"]["$defs"]["side_scores"]["properties"]
    assert set(sides) == {"community", "service", "independent"}


JSON_TYPES: dict[type, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    dt.date: "string",
    tuple: "array",
    FrozenMap: "object",
    types.NoneType: "null",
}


def types_of_type(hint: Any) -> set[str]:
    """The JSON types that a field can be written as."""
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        return set().union(*(types_of_type(argument) for argument in get_args(hint)))
    if origin is Literal or (isinstance(hint, type) and issubclass(hint, StrEnum)):
        return {"string"}
    cls = origin or hint
    return {"object"} if attrs.has(cls) else {JSON_TYPES[cls]}


def types_of_schema(kind: str, part: Any) -> set[str]:
    part = resolved(kind, part)
    if "anyOf" in part:
        return set().union(*(types_of_schema(kind, option) for option in part["anyOf"]))
    if "type" in part:
        return {part["type"]} if isinstance(part["type"], str) else set(part["type"])
    return {"null" if word is None else "string" for word in part["enum"]}


@pytest.mark.parametrize(("kind", "cls", "name"), PAIRS)
def test_a_class_has_the_types_of_its_definition(kind: str, cls: type[attrs.AttrsInstance], name: str) -> None:
    hints = get_type_hints(cls)
    for field_name, field in fields_of(cls).items():
        declared = types_of_type(hints[field.name])
        written = types_of_schema(kind, definition(kind, name)["properties"][field_name])
        if "number" in declared:
            declared -= {"integer"}  # a whole number is a number
        assert written - {"null"} == declared - {"null"}, field_name
        assert "null" not in written or "null" in declared, field_name


def test_a_figure_that_is_not_shown_says_why() -> None:
    (field,) = attrs.fields(Suppressed)
    figure = SCHEMAS["scorecard"]["$defs"]["figure"]
    assert figure["required"] == list(figure["properties"]) == [field.name]
    assert set(figure["properties"][field.name]["enum"]) == set(get_args(typing.get_type_hints(Suppressed)[field.name]))


# What ships.


@pytest.mark.parametrize("name", copro.frameworks.names())
def test_a_shipped_framework_fits_its_schema_and_has_no_findings(name: str) -> None:
    framework_id, _, edition = name.partition("@")
    path = ROOT / "src" / "copro" / "data" / "frameworks" / f"{framework_id}-{edition}.json"
    jsonschema.Draft202012Validator(SCHEMAS["framework"]).validate(json.loads(path.read_text(encoding="utf-8")))
    assert copro.validate(path) == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_has_no_findings_and_its_scorecard_fits_its_schema(path: Path) -> None:
    assert copro.validate(path) == ()
    example = copro.load(path)
    assert isinstance(example, copro.Assessment)
    card = copro.score(example)
    jsonschema.Draft202012Validator(SCHEMAS["scorecard"]).validate(json.loads(copro.dumps(card)))
    assert copro.loads(copro.dumps(card)) == card


def test_there_is_an_example() -> None:
    assert EXAMPLES
