"""The published schemas, and what a document does against them."""

import json
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from copro.errors import UnknownIdError
from copro.interchange.published import published
from copro.interchange.strict_json import pointer_text
from copro.model.finding import Finding
from copro.model.suggest import nearest

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

KINDS = ("framework", "assessment", "scorecard", "case-study", "vocabulary", "crosswalk", "mapping")
"""The kinds of document that are read."""

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
    where it would stand.
    """
    for error in validator(kind).iter_errors(document):
        yield from _findings(error, where_missing=where_missing)


def _findings(error: Any, *, where_missing: bool) -> Iterator[Finding]:
    """Turn one error of the validator into findings, one for each property concerned."""
    path = tuple(error.absolute_path)
    if error.validator not in PROPERTIES:
        code, message = _plain_words(error)
        yield Finding(code=code, message=message, pointer=pointer_text(path))
        return
    for code, name, message, hint in PROPERTIES[error.validator](error):
        place = path if code == "missing-property" and not where_missing else (*path, name)
        yield Finding(code=code, message=message, hint=hint, pointer=pointer_text(place))


Told = tuple[str, str, str, str | None]
"""A finding's code, the property concerned, the message and the hint."""


def _required(error: Any) -> Iterator[Told]:
    for name in error.validator_value:
        if name not in error.instance and repr(name) in error.message:
            yield "missing-property", name, f"{name!r} is missing.", None


def _dependent(error: Any) -> Iterator[Told]:
    for name, needed in error.validator_value.items():
        for other in needed if name in error.instance else ():
            if other not in error.instance:
                yield "missing-property", other, f"{other!r} is missing, which {name!r} needs.", None


def _additional(error: Any) -> Iterator[Told]:
    allowed = error.schema.get("properties", {})
    for name in error.instance:
        if name not in allowed:
            guess = nearest(name, allowed)
            free = "Free data goes into 'extra'." if "extra" in allowed else None
            hint = f"Did you mean {guess!r}?" if guess else free
            yield "unknown-property", name, f"{name!r} is not a property of this format.", hint


def _ruled_out(error: Any) -> Iterator[Told]:
    for name in error.validator_value["required"]:
        yield "not-here", name, f"{name!r} does not belong here, given the rest of this object.", None


PROPERTIES = {
    "required": _required,
    "dependentRequired": _dependent,
    "additionalProperties": _additional,
    "not": _ruled_out,
}
"""Schema keywords that are about properties, and what each has to say."""


TYPE_NAMES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a text",
}

FAULTS = {
    "type": ("wrong-type", "{value} is not {types}."),
    "enum": ("unknown-word", "{value} is not one of {words}."),
    "const": ("unknown-word", "{value} should be {bound}."),
    "pattern": ("bad-pattern", "{value} is not written as it should be: {pattern}."),
    "minimum": ("out-of-range", "{value} is less than {bound}."),
    "maximum": ("out-of-range", "{value} is more than {bound}."),
    "exclusiveMinimum": ("out-of-range", "{value} is not more than {bound}."),
    "minItems": ("too-short", "This list has {size} items; it needs at least {bound}."),
    "minLength": ("too-short", "This text has {size} characters; it needs at least {bound}."),
    "minProperties": ("too-short", "This object has {size} properties; it needs at least {bound}."),
    "maxItems": ("too-long", "This list has {size} items; {bound} is the most."),
    "maxLength": ("too-long", "This text has {size} characters; {bound} is the most."),
    "uniqueItems": ("repeated-item", "The same item is here more than once."),
}
"""Schema keyword to the finding it becomes."""


def _plain_words(error: Any) -> tuple[str, str]:
    """A code and a plain sentence for one error of the validator."""
    code, sentence = FAULTS.get(error.validator, ("schema", "{message}."))
    bound = error.validator_value
    return code, sentence.format(
        value=_shown(error.instance),
        bound=bound if isinstance(bound, int | float) else _shown(bound),
        size=len(error.instance) if isinstance(error.instance, str | list | dict) else 0,
        types=" or ".join(TYPE_NAMES.get(name, "") for name in ([bound] if isinstance(bound, str) else bound or ()))
        if error.validator == "type"
        else "",
        words=", ".join(map(_shown, bound)) if error.validator == "enum" else "",
        pattern=_pattern_words(error) if error.validator == "pattern" else "",
        message=error.message,
    )


def _pattern_words(error: Any) -> str:
    examples = error.schema.get("examples")
    description = error.schema.get("description", "see the schema").rstrip(".")
    return f"{description[0].lower()}{description[1:]}" + (f", such as {_shown(examples[0])}" if examples else "")


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."
