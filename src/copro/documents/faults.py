"""What the checks of documents share: how to look into one of any shape, and how to say a fault.

The checks work on documents as they are read, so that faults of reference are told beside faults
of form; what has the wrong shape is left to the schema.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from copro.documents.pointers import Pointer, finding_at
from copro.messages import marked, message
from copro.model.finding import Finding, FindingCode
from copro.model.suggest import did_you_mean, nearest

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DATE_KEYS = frozenset({"date", "start", "end", "due_on", "valid_until", "as_of"})


ABOUT_PEOPLE = frozenset({"stakeholders", "responses", "decisions", "commitments", "evidence"})
"""The parts of an assessment whose values are not repeated: they are, or name, what somebody said."""

NOUNS = {
    "commitment": marked("commitment"),
    "decision": marked("decision"),
    "evidence": marked("evidence"),
    "indicator": marked("indicator"),
    "item of evidence": marked("item of evidence"),
    "party": marked("party"),
    "perspective": marked("perspective"),
    "principle": marked("principle"),
    "stakeholder": marked("stakeholder"),
    "term": marked("term"),
}
"""What ids belong to, in words."""


def mapping(value: Any) -> Mapping[str, Any]:
    """The value, where it is an object; else an empty one."""
    return value if isinstance(value, Mapping) else {}


def items(value: Any, path: Pointer = ()) -> Iterator[tuple[Mapping[str, Any], Pointer]]:
    """The objects of a list, each with its place."""
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, Mapping):
            yield item, (*path, index)


def texts(value: Any, path: Pointer = ()) -> Iterator[tuple[str, Pointer]]:
    """The strings of a list, each with its place."""
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, str):
            yield item, (*path, index)


Known = Sequence[str] | Mapping[str, int]
"""The ids that are there; of stakeholders and parties with the place among the stakeholders, from 1, or 0."""

IdKind = Literal[
    "activity",
    "decision",
    "evidence",
    "indicator",
    "party",
    "perspective",
    "principle",
    "stage",
    "stakeholder",
    "term",
]
"""What an id that points nowhere should have named."""

UNKNOWN: Mapping[IdKind, FindingCode] = {
    "activity": "unknown-activity",
    "decision": "unknown-decision",
    "evidence": "unknown-evidence",
    "indicator": "unknown-indicator",
    "party": "unknown-party",
    "perspective": "unknown-perspective",
    "principle": "unknown-principle",
    "stage": "unknown-stage",
    "stakeholder": "unknown-stakeholder",
    "term": "unknown-term",
}


def unknown(kind: IdKind, word: str, known: Iterable[str], path: Pointer) -> Finding:
    """Make the error that an id points nowhere, with what may have been meant.

    A value in a part about people is not repeated; a key is. Where ``known`` says which of the
    stakeholders an id is, from 1, it is told by that number, because their ids are not printed.
    """
    hint = did_you_mean(word, known)
    text = message("There is no {kind} {name!r}.", kind=message(NOUNS.get(kind, kind)), name=word)
    if isinstance(known, Mapping) or (path[0] in ABOUT_PEOPLE and path[-1] != word):
        text = message("There is no {kind} with this id.", kind=message(NOUNS.get(kind, kind)))
        guess = nearest(word, known)
        if guess and isinstance(known, Mapping) and known[guess]:
            hint = message("Did you mean number {number} of the stakeholders?", number=known[guess])
    return finding_at(UNKNOWN[kind], text, path, hint)


def repeated(kind: str, named: Iterable[tuple[Any, Pointer]]) -> Iterator[Finding]:
    """Make an error at each id that was there before."""
    seen: set[str] = set()
    for name, path in named:
        if isinstance(name, str) and name in seen:
            text = message(
                "Another {kind} has the id {name!r} already.", kind=message(NOUNS.get(kind, kind)), name=name
            )
            if kind == "stakeholder":  # whose id is never printed
                text = message("Another {kind} has this id already.", kind=message(NOUNS[kind]))
            yield finding_at("duplicate-id", text, path, message("Give each its own id."))
        elif isinstance(name, str):
            seen.add(name)


def ids(objects: Iterable[tuple[Mapping[str, Any], Pointer]]) -> list[tuple[Any, Pointer]]:
    """The ids of objects, each with its place."""
    return [(item.get("id"), (*path, "id")) for item, path in objects]


def impossible_dates(value: Any, path: Pointer = ()) -> Iterator[Finding]:
    """Make an error at each date that no calendar has."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from impossible_dates(item, (*path, index))
    for key, item in mapping(value).items():
        if key == "extra":
            continue
        if key in DATE_KEYS and isinstance(item, str) and DATE.fullmatch(item):
            try:
                dt.date.fromisoformat(item)
            except ValueError:
                yield finding_at("bad-date", message("There is no day {date}.", date=item), (*path, key))
        else:
            yield from impossible_dates(item, (*path, key))


def known_ids(objects: Iterable[tuple[Mapping[str, Any], Pointer]]) -> list[str]:
    """The ids of objects, apart from those that are no ids."""
    return [item["id"] for item, _ in objects if isinstance(item.get("id"), str)]


def dangling(
    kind: IdKind, named: Iterable[tuple[Any, Pointer]], known: Mapping[str, Known | None]
) -> Iterator[Finding]:
    """Make an error at each id that points nowhere."""
    there = known[kind]
    for name, path in named:
        if there is not None and isinstance(name, str) and name not in there:
            yield unknown(kind, name, there, path)


def steps_hint(steps: Iterable[float]) -> str:
    """Say which steps a scale has."""
    return message("The steps are {steps}.", steps=", ".join(map(str, steps)))


def indicators_in(principles: Iterable[tuple[Mapping[str, Any], Pointer]]) -> list[tuple[Mapping[str, Any], Pointer]]:
    """The indicators of principles, each with its place."""
    return [
        found for principle, path in principles for found in items(principle.get("indicators"), (*path, "indicators"))
    ]


def descriptor_faults(indicator: Mapping[str, Any], path: Pointer, steps: int) -> Iterator[Finding]:
    """Make an error where an indicator has descriptors, and not one a step."""
    descriptors = indicator.get("descriptors")
    if isinstance(descriptors, list) and descriptors and len(descriptors) != steps:
        text = message("There are {texts} descriptors for {steps} steps.", texts=len(descriptors), steps=steps)
        yield finding_at("descriptors-mismatch", text, (*path, "descriptors"), message("Write one a step, or none."))
