"""Whether the parts of a scorecard fit together, so that whoever prints it can follow every id."""

from collections.abc import Iterator, Mapping
from typing import Any

from copro.documents.faults import (
    IdKind,
    dangling,
    descriptor_faults,
    ids,
    indicators_in,
    items,
    known_ids,
    mapping,
    repeated,
    texts,
)
from copro.documents.framework_faults import unknown_subjects
from copro.documents.pointers import Pointer, finding_at
from copro.messages import message
from copro.model.finding import Finding
from copro.model.values import is_number

Place = tuple[Mapping[str, Any], Pointer]

LEFT_OUT: Mapping[str, IdKind] = {"principles": "principle", "perspectives": "perspective"}
"""Families of other choices that leave something out each time, and what."""


def in_scorecard(document: Mapping[str, Any]) -> Iterator[Finding]:
    """Say every fault of reference and sense in a scorecard document."""
    principles = list(items(document.get("principles"), ("principles",)))
    indicators = indicators_in(principles)
    voices = list(items(document.get("voices"), ("voices",)))
    yield from repeated("principle", ids(principles))
    yield from repeated("indicator", ids(indicators))
    evidence = list(items(document.get("evidence"), ("evidence",)))
    yield from repeated("evidence", ids(evidence))
    yield from repeated("perspective", [(voice.get("perspective"), (*path, "perspective")) for voice, path in voices])
    known = {
        "principle": known_ids(principles),
        "indicator": known_ids(indicators),
        "perspective": [voice["perspective"] for voice, _ in voices if isinstance(voice.get("perspective"), str)],
    }
    for part, path in _parts(document):
        for kind in ("principle", "indicator"):
            yield from dangling(kind, [(part.get(kind), (*path, kind))], known)
        yield from unknown_subjects(mapping(part.get("requirement")), (*path, "requirement"), known)
    for piece, path in evidence:
        yield from dangling("indicator", texts(piece.get("indicators"), (*path, "indicators")), known)
    agreed = items(mapping(document.get("agreed")).get("principles"), ("agreed", "principles"))
    yield from dangling("principle", ids(agreed), known)
    for family, path in items(mapping(document.get("sensitivity")).get("families"), ("sensitivity", "families")):
        left_out = LEFT_OUT.get(str(family.get("family")))
        for variant, place in items(family.get("changed"), (*path, "changed")):
            if left_out is not None:
                yield from dangling(left_out, [(variant.get("variant"), (*place, "variant"))], known)
    for indicator, path in indicators:
        yield from _answers(indicator, path, known["perspective"], _steps(document))
    yield from _levels(document)
    yield from _reason(document)
    yield from _decisions(document)


def _steps(document: Mapping[str, Any]) -> int:
    return len(list(items(mapping(mapping(document.get("framework")).get("scale")).get("steps"))))


def _parts(document: Mapping[str, Any]) -> Iterator[Place]:
    """The parts of a scorecard that name a principle, an indicator or a level."""
    overall = mapping(document.get("overall"))
    yield from items(document.get("unmet"), ("unmet",))
    yield from items(overall.get("left_out"), ("overall", "left_out"))
    yield from items(overall.get("skipped"), ("overall", "skipped"))


def _answers(indicator: Mapping[str, Any], path: Pointer, perspectives: list[str], steps: int) -> Iterator[Finding]:
    yield from descriptor_faults(indicator, path, steps)
    for side, said in mapping(indicator.get("sides")).items():
        place = (*path, "sides", side, "perspectives")
        for answers, where in items(mapping(said).get("perspectives"), place):
            named = [(answers.get("perspective"), (*where, "perspective"))]
            yield from dangling("perspective", named, {"perspective": perspectives})
            counts = answers.get("counts", [])
            if isinstance(counts, list) and len(counts) != steps:
                text = message("There are {counts} counts for {steps} steps.", counts=len(counts), steps=steps)
                yield finding_at("counts-mismatch", text, (*where, "counts"), message("Write one a step."))


def _levels(document: Mapping[str, Any]) -> Iterator[Finding]:
    """Find levels that the framework in the scorecard does not have."""
    overall = mapping(document.get("overall"))
    levels = [
        level["value"]
        for level, _ in items(mapping(document.get("framework")).get("levels"))
        if is_number(level.get("value"))
    ]
    variants = [
        (variant.get("level"), (*place, "level"))
        for family, path in items(mapping(document.get("sensitivity")).get("families"), ("sensitivity", "families"))
        for variant, place in items(family.get("changed"), (*path, "changed"))
    ]
    parts = [
        (part.get("level"), (*path, "level"))
        for part, path in (
            *items(document.get("unmet"), ("unmet",)),
            *items(overall.get("skipped"), ("overall", "skipped")),
        )
    ]
    likely = [
        (word, ("overall", "level_probabilities", word))
        for word in mapping(overall.get("level_probabilities"))
        if word != "none" and word not in map(str, levels)
    ]
    named: list[tuple[Any, Pointer]] = [(overall.get("level"), ("overall", "level")), *parts, *variants, *likely]
    for level, path in named:
        if level is not None and level not in levels:
            yield finding_at("unknown-level", message("There is no level {level}.", level=level), path)


def _reason(document: Mapping[str, Any]) -> Iterator[Finding]:
    """A status other than ``scored`` needs its reason, or nobody can say what stands where a level would."""
    if document.get("status") not in (None, "scored") and document.get("reason") is None:
        text = message("A scorecard without a level needs a reason.")
        yield finding_at("missing-reason", text, ("reason",))


def _decisions(document: Mapping[str, Any]) -> Iterator[Finding]:
    """Find decisions that nothing in the scorecard names."""
    power = mapping(document.get("power"))
    taken_part = items(power.get("participation"), ("power", "participation"))
    known = {"decision": [part["decision"] for part, _ in taken_part if isinstance(part.get("decision"), str)]}
    vetoes = power.get("services_can_veto")
    named = [
        (word, ("power", "services_can_veto", n)) for n, word in enumerate(vetoes if isinstance(vetoes, list) else ())
    ]
    yield from dangling("decision", named, known)
