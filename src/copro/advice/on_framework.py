"""What a framework without faults still leaves its users to guess."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from copro.messages import message
from copro.model.framework import Framework
from copro.model.remark import NamePath, Remark, named_items

PLACEHOLDER = "Write here"
"""How the texts begin that a new framework leaves to its writer."""


def advice_on_framework(framework: Framework) -> Iterator[Remark]:
    """Say what a framework without faults still leaves its users to guess."""
    if framework.source is None:
        yield Remark(
            code="no-source",
            text=message("Nothing says where this framework comes from."),
            hint=message("Add 'source', with a citation that a reader can find it by."),
        )
    if framework.levels and framework.threshold_basis is None:
        yield Remark(
            code="no-threshold-basis",
            text=message("There are levels, but nothing says what their numbers rest on."),
            hint=message("Say so in 'threshold_basis'."),
            place=("levels",),
        )
    for principle in framework.principles:
        for indicator in principle.indicators:
            if not indicator.descriptors:
                yield Remark(
                    code="no-descriptors",
                    text=message(
                        "No descriptors say what can be seen at each step, so two people may rate differently."
                    ),
                    hint=message("Write one a step, lowest first."),
                    place=("principles", principle.id, "indicators", indicator.id),
                )
    for text, place in _strings(framework):
        if text.startswith(PLACEHOLDER):
            yield Remark(
                code="placeholder-left",
                text=message("This text is still the one that 'copro new' wrote."),
                hint=message("Write your own."),
                place=place,
            )


def _strings(value: Any, place: NamePath = ()) -> Iterator[tuple[str, NamePath]]:
    """Every string in a model value, each with its place; free data is its users' own."""
    if isinstance(value, str):
        yield value, place
    parts: Any = ()
    if attrs.has(type(value)):
        parts = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
    elif isinstance(value, Mapping):
        parts = value.items()
    elif isinstance(value, tuple):
        parts = named_items(value)
    for name, part in parts:
        if name != "extra":
            yield from _strings(part, (*place, name))
