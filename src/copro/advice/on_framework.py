"""What a framework without faults still leaves its users to guess."""

from collections.abc import Iterator, Mapping
from typing import Any

from copro.documents.faults import indicators_in, items, mapping
from copro.documents.pointers import Pointer, finding_at
from copro.messages import message
from copro.model.finding import Finding

PLACEHOLDER = "Write here"
"""How the texts begin that a new framework leaves to its writer."""


def advice_on_framework(document: Mapping[str, Any]) -> Iterator[Finding]:
    """Say what a framework without faults still leaves its users to guess."""
    if document.get("source") is None:
        told = message("Nothing says where this framework comes from.")
        yield finding_at("no-source", told, (), message("Add 'source', with a citation that a reader can find it by."))
    if document.get("levels") and document.get("threshold_basis") is None:
        told = message("There are levels, but nothing says what their numbers rest on.")
        yield finding_at("no-threshold-basis", told, ("levels",), message("Say so in 'threshold_basis'."))
    for indicator, place in indicators_in(items(document.get("principles"), ("principles",))):
        if not indicator.get("descriptors"):
            told = message("No descriptors say what can be seen at each step, so two people may rate differently.")
            yield finding_at("no-descriptors", told, place, message("Write one a step, lowest first."))
    for text, path in _strings(document):
        if text.startswith(PLACEHOLDER):
            told = message("This text is still the one that 'copro new' wrote.")
            yield finding_at("placeholder-left", told, path, message("Write your own."))


def _strings(value: Any, path: Pointer = ()) -> Iterator[tuple[str, Pointer]]:
    if isinstance(value, str):
        yield value, path
    for key, item in enumerate(value) if isinstance(value, list) else mapping(value).items():
        if key != "extra":
            yield from _strings(item, (*path, key))
