"""From checked documents to frozen values, and back."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

import attrs

from copro.documents.migration import current
from copro.documents.per_object import once_per_object
from copro.model import power, scorecard
from copro.model.crosswalk import Crosswalk, Link
from copro.model.document import KINDS, Document
from copro.model.framework import AgreementRule, Framework, Idea, Policy, Voice
from copro.model.suppressed import Suppressed
from copro.model.texts import untranslated
from copro.model.values import FrozenMap

if TYPE_CHECKING:
    import cattrs

ALWAYS_WRITTEN = frozenset(
    [
        "agreed",
        "agreement",
        "alpha",
        "certainty",
        "changed",
        "commitments",
        "count",
        "counts",
        "coverage",
        "share_rated",
        "known",
        "level_range",
        "degrees_of_freedom",
        "digest",
        "findings",
        "found",
        "gap",
        "interval",
        "interval_reason",
        "is_clear",
        "left_out",
        "level",
        "level_name",
        "level_probabilities",
        "people",
        "power",
        "produced_by",
        "reason",
        "respondents",
        "responses",
        "score",
        "sensitivity",
        "share",
        "skipped",
        "standard_error",
        "status",
        "unmet",
        "unrated",
        "seed",
        "value",
        "weight",
    ]
)
"""Fields of a scorecard that are written even where they are null: no figure is silently absent."""


KEPT = "from_"
"""The field that is called ``from`` in documents, a word that Python keeps for itself."""

RENAMED = (Crosswalk, Link, Idea)
"""The classes that have it."""


def from_document(document: Mapping[str, Any]) -> Document:
    """Build the frozen value of a document that its schema and references have passed."""
    kind = str(document["format"]).split("/")[1]
    content = _plain({key: value for key, value in document.items() if key != "format"})
    return converter().structure(content, KINDS[kind])


def to_document(value: Document) -> dict[str, Any]:
    """Write a value as a document of plain dicts, lists, texts and numbers."""
    kind = next(kind for kind, cls in KINDS.items() if isinstance(value, cls))
    plain: dict[str, Any] = _plain(converter().unstructure(value))
    return {"format": f"copro/{kind}/{current(kind)}", **plain}


def to_json(value: Document) -> str:
    """Write a value as JSON text: the same value always gives the same bytes."""
    return json.dumps(to_document(value), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


@once_per_object
def digest(value: Document) -> str:
    """SHA-256 of a value's document, keys sorted and without white space, in hexadecimal; worked out once for each object.

    A framework's translations are left out first: another language does not make it another framework.
    """
    if isinstance(value, Framework):
        value = untranslated(value, value.language)
    text = json.dumps(to_document(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@cache
def converter() -> "cattrs.Converter":
    """Make the converter; all rules of conversion are here.

    Documents have passed their schema before they come here, so plain values go through as they
    are, and the classes themselves freeze maps and read dates. Only classes within classes need
    building.
    """
    import cattrs  # noqa: PLC0415  only who reads or writes documents pays for it

    made = cattrs.Converter(detailed_validation=False, omit_if_default=True, forbid_extra_keys=True)
    for plain in (int, float, str, bool, dt.date):
        made.register_structure_hook(plain, _as_it_is)
    made.register_structure_hook_func(_holds_no_class, _as_it_is)
    made.register_structure_hook_factory(_is_map_of_classes, lambda cls: _map_hook(made, cls))
    made.register_structure_hook_func(_may_be_suppressed, _structure_figure)
    for cls in RENAMED:
        made.register_structure_hook(cls, _structure_renamed(made, cls))
    made.register_unstructure_hook_factory(attrs.has, lambda cls: _unstructure_class(made, cls))
    made.register_unstructure_hook_func(
        _is_map, lambda items: {key: made.unstructure(item) for key, item in items.items()}
    )
    made.register_unstructure_hook(dt.date, dt.date.isoformat)
    return made


def _as_it_is(value: Any, _type: Any) -> Any:
    return value


def _structure_figure(value: Any, _type: Any) -> Any:
    if isinstance(value, Mapping) and "suppressed" in value:
        return Suppressed(value["suppressed"])
    return tuple(value) if isinstance(value, list) else value


def _map_hook(made: "cattrs.Converter", cls: Any) -> Callable[[Any, Any], Any]:
    (item_class,) = get_args(cls)
    return lambda items, _type: {key: made.structure(item, item_class) for key, item in items.items()}


def _structure_renamed(made: "cattrs.Converter", cls: type[Any]) -> Callable[[Any, Any], Any]:
    """Read a class with a field that Python keeps for itself, such as ``from``."""
    from cattrs.gen import make_dict_structure_fn, override  # noqa: PLC0415  as cattrs

    kept: dict[str, Any] = {KEPT: override(rename="from")}
    return make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=False, **kept)


def _unstructure_class(made: "cattrs.Converter", cls: Any) -> Callable[[Any], Any]:
    from cattrs.gen import make_dict_unstructure_fn, override  # noqa: PLC0415  as cattrs

    written: dict[str, Any] = {KEPT: override(rename="from")} if cls in RENAMED else {}
    written |= {
        field.name: override(omit_if_default=False)
        for field in attrs.fields(cls)
        if cls in {Policy, Voice, AgreementRule, Suppressed}
        or cls.__module__ == power.__name__
        or (cls.__module__ == scorecard.__name__ and field.name in ALWAYS_WRITTEN)
    }
    return make_dict_unstructure_fn(cls, made, _cattrs_omit_if_default=True, **written)


def _is_union(cls: Any) -> bool:
    return get_origin(cls) in {Union, UnionType}


def _is_map(cls: Any) -> bool:
    return cls is FrozenMap or get_origin(cls) is FrozenMap


def _is_map_of_classes(cls: Any) -> bool:
    return _is_map(cls) and any(attrs.has(argument) for argument in get_args(cls))


def _may_be_suppressed(cls: Any) -> bool:
    return _is_union(cls) and Suppressed in get_args(cls)


def _is_built(cls: Any) -> bool:
    """Tell whether a tuple holds classes, or is of a fixed length, which no class freezes for itself."""
    return get_origin(cls) is tuple and (... not in get_args(cls) or any(map(attrs.has, get_args(cls))))


def _holds_no_class(cls: Any) -> bool:
    """Tell whether a map or a union holds plain values only."""
    if _is_map(cls):
        return not _is_map_of_classes(cls)
    return _is_union(cls) and not any(
        (attrs.has(argument) and not _is_map(argument)) or _is_built(argument) for argument in get_args(cls)
    )


def _plain(value: Any) -> Any:
    """Lists for tuples, dicts for maps, ``3`` for ``3.0``: equal values become equal documents."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
