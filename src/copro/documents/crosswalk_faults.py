"""Whether the parts of a vocabulary, and the two ends of a crosswalk, fit together."""

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from copro.documents.faults import IdKind, Known, dangling, ids, items, repeated
from copro.documents.pointers import finding_at
from copro.messages import message
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.values import is_number
from copro.model.vocabulary import Vocabulary

ENDS = ("from", "to")


def in_vocabulary(document: Mapping[str, Any]) -> Iterator[Finding]:
    """Say every fault of sense in a vocabulary document."""
    terms = list(items(document.get("terms"), ("terms",)))
    yield from repeated("term", ids(terms))
    if document.get("ordered") is not True:
        return
    valued = [(term["value"], path) for term, path in terms if is_number(term.get("value"))]
    for (lower, _), (higher, path) in itertools.pairwise(valued):
        if higher <= lower:
            text = message(
                "The value {higher} does not rise above the value before it, {lower}.", higher=higher, lower=lower
            )
            hint = message("In an ordered vocabulary, write the lowest term first.")
            yield finding_at("values-not-rising", text, (*path, "value"), hint)


def in_crosswalk(document: Mapping[str, Any], named: Mapping[str, Framework | Vocabulary]) -> Iterator[Finding]:
    """Say every fault of reference and sense in a crosswalk document.

    Args:
        document: The document, of whatever shape.
        named: The frameworks and vocabularies that it names, by full name; those not found are left out.
    """
    links = list(items(document.get("links"), ("links",)))
    ends = {end: named.get(name) for end in ENDS if isinstance(name := document.get(end), str)}
    kinds = {type(found) for found in ends.values() if found is not None}
    if len(kinds) > 1:
        text = message(
            "This links a framework with a vocabulary. A vocabulary is never scored, so nothing could be carried over."
        )
        yield finding_at("crosswalk-mixed", text, ("to",), message("Link two frameworks, or two vocabularies."))
    for end, found in ends.items():
        kind: IdKind = "term" if isinstance(found, Vocabulary) else "principle"
        there: dict[str, Known | None] = {kind: parts_of(found) if found is not None else None}
        for link, path in links:
            yield from dangling(kind, [(link.get(end), (*path, end))], there)
    seen: set[tuple[str, str]] = set()
    for link, path in links:
        one, other = link.get("from"), link.get("to")
        if not isinstance(one, str) or not isinstance(other, str):
            continue
        if (one, other) in seen:
            text = message("Another link joins {one!r} and {other!r} already.", one=one, other=other)
            yield finding_at("duplicate-link", text, path, message("Keep one link a pair."))
        seen.add((one, other))


def parts_of(end: Framework | Vocabulary) -> list[str]:
    """The ids that a link can join: a framework's principles, a vocabulary's terms."""
    return [part.id for part in (end.terms if isinstance(end, Vocabulary) else end.principles)]
