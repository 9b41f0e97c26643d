"""The published schemas, and what a document does against them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, reduce
from typing import TYPE_CHECKING, Any

from copro.documents.faults import ABOUT_PEOPLE
from copro.documents.pointers import finding_at
from copro.documents.published import published
from copro.errors import UnknownIdError
from copro.messages import marked, message, paragraph
from copro.model.document import KINDS
from copro.model.finding import Finding, FindingCode
from copro.model.suggest import did_you_mean, nearest

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

PUBLISHED = (*KINDS, "findings")
"""Everything that has a published schema: what is read, and what is only written."""


def schema_text(kind: str) -> str:
    """Read a published schema.

    Args:
        kind: One of :data:`PUBLISHED`, such as ``framework``.

    Returns:
        The schema's JSON text, as published.

    Raises:
        UnknownIdError: If there is no such kind.
    """
    if kind not in PUBLISHED:
        raise UnknownIdError("schema", kind, nearest(kind, PUBLISHED))
    return published(f"schemas/{kind}.json")


@cache
def validator(kind: str) -> "Draft202012Validator":
    """Compile the schema of a kind of document, once; nothing is ever fetched."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415  only who checks documents pays for it
    from referencing import Registry  # noqa: PLC0415  as jsonschema

    return Draft202012Validator(json.loads(schema_text(kind)), registry=Registry())


def against_schema(document: Any, kind: str, *, where_missing: bool = False) -> Iterator[Finding]:
    """Say everything in which a document differs from its schema, in the order of the schema.

    A missing property is told at the object that lacks it or, with ``where_missing``, at the place
    where it would stand. What somebody said or is called in an assessment is not repeated.
    """
    for error in validator(kind).iter_errors(document):
        yield from _findings(error, where_missing=where_missing, discreet=kind == "assessment")


def _findings(error: Any, *, where_missing: bool, discreet: bool) -> Iterator[Finding]:
    """Turn one error of the validator into findings, one for each property concerned."""
    path = tuple(error.absolute_path)
    if error.validator not in PROPERTIES:
        is_key = "propertyNames" in error.absolute_schema_path
        code, text = _plain_words(error, discreet=discreet and not is_key and path[:1] in {(p,) for p in ABOUT_PEOPLE})
        yield finding_at(code, text, path)
        return
    for code, name, text, hint in PROPERTIES[error.validator](error):
        place = path if code == "missing-property" and not where_missing else (*path, name)
        yield finding_at(code, text, place, hint)


Told = tuple[FindingCode, str, str, str | None]
"""A finding's code, the property concerned, the message and the hint."""


def _required(error: Any) -> Iterator[Told]:
    for name in error.validator_value:
        if name not in error.instance and repr(name) in error.message:
            yield "missing-property", name, message("{property!r} is missing.", property=name), None


def _dependent(error: Any) -> Iterator[Told]:
    for name, needed in error.validator_value.items():
        for other in needed if name in error.instance else ():
            if other not in error.instance:
                text = message("{property!r} is missing, which {other!r} needs.", property=other, other=name)
                yield "missing-property", other, text, None


def _additional(error: Any) -> Iterator[Told]:
    allowed = error.schema.get("properties", {})
    for name in error.instance:
        if name not in allowed:
            newer = message("Or a newer coproduction knows it.")
            free = message("Free data goes into 'extra'.") if "extra" in allowed else message("Take it out.")
            hint = did_you_mean(name, allowed, paragraph(free, newer))
            yield (
                "unknown-property",
                name,
                message("{property!r} is not a property of this format.", property=name),
                hint,
            )


def _ruled_out(error: Any) -> Iterator[Told]:
    for name in error.validator_value["required"]:
        text = message("{property!r} does not belong here, given the rest of this object.", property=name)
        yield "not-here", name, text, None


PROPERTIES = {
    "required": _required,
    "dependentRequired": _dependent,
    "additionalProperties": _additional,
    "not": _ruled_out,
}
"""Schema keywords that are about properties, and what each has to say."""


TYPE_NAMES = {
    "array": marked("a list"),
    "boolean": marked("true or false"),
    "integer": marked("a whole number"),
    "null": marked("null"),
    "number": marked("a number"),
    "object": marked("an object"),
    "string": marked("a text"),
}

FAULTS: Mapping[str, tuple[FindingCode, str]] = {
    "type": ("wrong-type", marked("{value} is not {types}.")),
    "enum": ("unknown-word", marked("{value} is not one of {words}.")),
    "const": ("unknown-word", marked("{value} should be {bound}.")),
    "pattern": ("bad-pattern", marked("{value} is not written as it should be: {pattern}.")),
    "minimum": ("out-of-range", marked("{value} is less than {bound}.")),
    "maximum": ("out-of-range", marked("{value} is more than {bound}.")),
    "exclusiveMinimum": ("out-of-range", marked("{value} is not more than {bound}.")),
    "minItems": ("too-short", marked("This list has {size} items; it needs at least {bound}.")),
    "minLength": ("too-short", marked("This text has {size} characters; it needs at least {bound}.")),
    "minProperties": ("too-short", marked("This object has {size} properties; it needs at least {bound}.")),
    "maxItems": ("too-long", marked("This list has {size} items; {bound} is the most.")),
    "maxLength": ("too-long", marked("This text has {size} characters; {bound} is the most.")),
    "uniqueItems": ("repeated-item", marked("The same item is here more than once.")),
}
"""Schema keyword to the finding it becomes."""


THIS: dict[type, str] = {
    str: marked("This text"),
    int: marked("This number"),
    float: marked("This number"),
    list: marked("This list"),
    dict: marked("This object"),
}
"""What a value is called that is not repeated."""


def _plain_words(error: Any, *, discreet: bool) -> tuple[FindingCode, str]:
    """A code and a plain sentence for one error of the validator."""
    code, sentence = FAULTS.get(error.validator, ("schema", marked("{message}.")))
    bound = error.validator_value
    return code, message(
        sentence,
        value=message(THIS.get(type(error.instance), marked("This"))) if discreet else _shown(error.instance),
        bound=bound if isinstance(bound, int | float) else _shown(bound),
        size=len(error.instance) if isinstance(error.instance, str | list | dict) else 0,
        types=_any_of([bound] if isinstance(bound, str) else bound or ()) if error.validator == "type" else "",
        words=", ".join(map(_shown, bound)) if error.validator == "enum" else "",
        pattern=_pattern_words(error) if error.validator == "pattern" else "",
        message=message("This is not as it should be") if discreet else error.message,
    )


def _any_of(types: Iterable[str]) -> str:
    """Kinds of value in words."""
    named = [message(TYPE_NAMES[name]) for name in types if name in TYPE_NAMES]
    *rest, last = named
    return reduce(lambda told, name: message("{one} or {other}", one=name, other=told), reversed(rest), last)


def _pattern_words(error: Any) -> str:
    """How a text should be written: the schema's own words, which are in English."""
    examples = error.schema.get("examples")
    description = error.schema.get("description", "see the schema").rstrip(".")
    told = f"{description[0].lower()}{description[1:]}"
    return message("{rule}, such as {example}", rule=told, example=_shown(examples[0])) if examples else told


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."
