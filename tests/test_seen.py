"""Every text of a document reaches somebody: a marker is put into each, and looked for in what people are shown."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import attrs
import pytest

import copro
from copro.documents.schemas import schema_text
from copro.privacy.withhold import without_single_answers
from copro.report import frameworks, html, text
from copro.report.explain import explain
from copro.report.outline import tell_scorecard
from copro.report.promises import tell_promises
from copro.report.story import tell_stories
from example import CASES, example

MARKER = re.compile(r"QX[0-9]{4}Q")

NEVER_SHOWN = {
    "stakeholders/*/organisation": "it tells who answered; who may judge a promise follows from it",
    "responses/*/comments/*": "where the person said that nobody may see their words",
    "evidence/*/by": "where it may say whose own words they are",
}
"""Texts that no output for people shows, always or in the case named, and why."""


class Place(NamedTuple):
    """A text of a document: the kind of place that it is at, the way to it, and its marker."""

    kind: str
    way: tuple[str | int, ...]
    marker: str


def is_text(part: Mapping[str, Any]) -> bool:
    """Whether a schema is of words that people wrote: no id, date, tag or word of a list."""
    if str(part.get("$ref", "")).endswith("/text"):
        return True
    return part.get("type") == "string" and not {"enum", "const", "pattern", "format"} & part.keys()


def kinds_of_text(schema: Mapping[str, Any], part: Mapping[str, Any], kind: str = "") -> Iterator[str]:
    """Every kind of place at which a document can hold a text."""
    if is_text(part):
        yield kind
        return
    if "$ref" in part:
        part = schema["$defs"][part["$ref"].removeprefix("#/$defs/")]
    for name, inner in part.get("properties", {}).items():
        if name != "extra":
            yield from kinds_of_text(schema, inner, f"{kind}/{name}".strip("/"))
    for key in ("items", "additionalProperties"):
        if isinstance(part.get(key), Mapping):
            yield from kinds_of_text(schema, part[key], f"{kind}/*")


def texts_in(
    value: Any, kinds: set[str], way: tuple[str | int, ...] = ()
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Every text that a document does hold."""
    kind = "/".join("*" if isinstance(step, int) else step for step in way)
    known = next((one for one in kinds if re.fullmatch(re.escape(one).replace(r"\*", "[^/]*"), kind)), None)
    if known is not None:
        yield known, way
    elif isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if step != "extra":
                yield from texts_in(inner, kinds, (*way, step))


def marked(document: dict[str, Any]) -> tuple[dict[str, Any], list[Place]]:
    """The document with a marker in place of every text; every kind of text that its format has is there."""
    copied: dict[str, Any] = json.loads(json.dumps(document))
    schema = json.loads(schema_text(document["format"].split("/")[1]))
    kinds = set(kinds_of_text(schema, schema))
    places = [Place(kind, way, f"QX{number:04}Q") for number, (kind, way) in enumerate(texts_in(copied, kinds))]
    assert {place.kind for place in places} == kinds
    for place in places:
        holder: Any = copied
        for step in place.way[:-1]:
            holder = holder[step]
        holder[place.way[-1]] = place.marker
    return copied, places


def markers(*outputs: str) -> set[str]:
    return {found for output in outputs for found in MARKER.findall(output)}


# An assessment.


def whole_assessment() -> dict[str, Any]:
    """The example with a text at every place where there can be one."""
    whole = example(
        terms={"practitioners": "Staff"},
        declined=[{"side": "service", "date": "2026-09-30", "note": "No time."}],
    )
    whole["evidence"][0]["url"] = "https://example.org"
    return whole


def card_of(document: dict[str, Any]) -> tuple[copro.Scorecard, copro.Assessment]:
    assessment = copro.loads(json.dumps(document))
    assert isinstance(assessment, copro.Assessment)
    return without_single_answers(copro.certainty(assessment, replicates=20)), assessment


def shown_of(document: dict[str, Any]) -> tuple[str, ...]:
    """All that is printed of an assessment for other people."""
    card, assessment = card_of(document)
    return (
        html.render(tell_scorecard(card, assessment)),
        text.render(tell_scorecard(card, length="page")),
        text.render(explain(card)),
        *(text.render(explain(card, principle.id)) for principle in card.principles),
        text.render(tell_promises(card.commitments, assessment.language)),
    )


def at(document: Mapping[str, Any], way: tuple[str | int, ...]) -> Any:
    found: Any = document
    for step in way:
        found = found[step]
    return found


def is_kept_back(place: Place, document: Mapping[str, Any]) -> bool:
    if place.kind == "stakeholders/*/organisation":
        return True
    about = at(document, place.way[:2]) if len(place.way) > 2 else {}
    if place.kind == "responses/*/comments/*":
        return bool(about.get("quote", "no") == "no")
    return place.kind == "evidence/*/by" and about["kind"] in {"quote", "observation"}


def test_every_text_of_an_assessment_reaches_somebody() -> None:
    document, places = marked(whole_assessment())
    scored = {**document, "declined": []}  # without a result, decisions and what people said are not told
    seen = markers(*shown_of(document), *shown_of(scored))
    back = {place for place in places if is_kept_back(place, document)}
    assert {place.kind for place in back} == NEVER_SHOWN.keys()
    assert [place for place in places if place.marker not in seen and place not in back] == []
    written = markers(copro.dumps(card_of(document)[0]), copro.dumps(card_of(scored)[0]))
    assert [place for place in back if place.marker in seen | written] == []


def test_what_a_terminal_prints_shows_the_summary_and_the_notes_too() -> None:
    document, places = marked(whole_assessment())
    seen = markers(text.render(tell_scorecard(card_of(document)[0], length="page")))
    for place in places:
        if place.kind in {
            "title",
            "initiative/name",
            "initiative/summary",
            "invited/*/note",
            "declined/*/note",
        }:
            assert place.marker in seen, place


# Evidence, and whose it is.


def evidence_shown(document: dict[str, Any]) -> str:
    page = shown_of(document)[0]
    return page.partition('<section aria-labelledby="evidence">')[2].partition("</section>")[0]


def test_nothing_tells_who_named_a_piece_of_evidence() -> None:
    """Whoever on a side names it, and however many do, the scorecard is the same."""
    document = example()
    responses = document["responses"]
    community = [each for each in responses if each["stakeholder"][0] in "cfng"]
    moved = {name: pieces for each in community for name, pieces in each.pop("evidence", {}).items()}
    assert moved
    cards = set()
    for holders in ([community[0]], [community[-1]], community):
        for each in community:
            each.pop("evidence", None)
        for each in holders:
            each["evidence"] = moved
        assessment = copro.loads(json.dumps(document))
        assert isinstance(assessment, copro.Assessment)
        cards.add(copro.dumps(without_single_answers(copro.score(assessment))))
    assert len(cards) == 1


def test_what_a_side_named_that_declined_is_left_out_and_nobody_is_quoted() -> None:
    document = example(framework="copro-core@2026", declined=[{"side": "service"}])
    core = copro.frameworks.get("copro-core@2026")
    one_sided = attrs.evolve(
        core, id="ours", policy=attrs.evolve(core.policy, required_sides=("community",), minimum_people={})
    )
    document["framework"] = one_sided.name
    by_services = {
        piece
        for each in document["responses"]
        if each["stakeholder"][0] in "pd"
        for pieces in each.get("evidence", {}).values()
        for piece in pieces
    }
    by_others = {
        piece
        for each in document["responses"]
        if each["stakeholder"][0] not in "pd"
        for pieces in each.get("evidence", {}).values()
        for piece in pieces
    }
    only = by_services - by_others
    assert only
    assessment = copro.loads(json.dumps(document), framework=one_sided)
    assert isinstance(assessment, copro.Assessment)
    card = copro.score(assessment, one_sided)
    assert card.status != "declined"
    assert all(piece.indicators == () for piece in card.evidence if piece.id in only)
    assert {piece.kind for piece in card.evidence} >= {"quote", "observation"}
    assert {piece.kind for piece in without_single_answers(card).evidence} & {"quote", "observation"} == set()


def test_whose_words_they_are_is_kept_back_and_what_they_are_is_not() -> None:
    shown = evidence_shown(example())
    for piece in example()["evidence"]:
        assert piece["title"] in shown
        assert piece["note"] in shown
        assert (piece["by"] in shown) == (piece["kind"] not in {"quote", "observation"}), piece["id"]
    assert "The decision" not in evidence_shown(example(declined=[{"side": "community"}]))
    assert evidence_shown(example(declined=[{"side": "community"}])) == ""


# Frameworks, vocabularies, crosswalks, case studies.


def whole_framework() -> dict[str, Any]:
    core: dict[str, Any] = json.loads(copro.dumps(copro.frameworks.get("copro-core@2026")))
    core["id"] = "ours"
    core["principles"][0]["statement"] = "A principle."
    core["source"] |= {"url": "https://example.org", "copyright": "Us.", "licence": "Not stated."}
    core["translations"] = [{"language": "cy", "by": "Us", "date": "2026-03-01", "source_digest": "0" * 64}]
    return core


def case(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CASES / "valid" / f"{name}-everything.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(
    "document", [whole_framework(), case("vocabulary"), case("crosswalk")], ids=["framework", "vocabulary", "crosswalk"]
)
def test_every_text_of_what_is_shown_by_name_reaches_somebody(document: dict[str, Any]) -> None:
    document, places = marked(document)
    described = copro.loads(json.dumps(document))
    assert isinstance(described, copro.Framework | copro.Vocabulary | copro.Crosswalk)
    seen = markers(frameworks.show(described))
    assert [place for place in places if place.marker not in seen] == []


def test_every_text_of_a_case_study_reaches_somebody() -> None:
    document, places = marked(case("case-study"))
    story = copro.loads(json.dumps(document))
    assert isinstance(story, copro.CaseStudy)
    seen = markers(text.render(tell_stories([(story, "story.json")], full=True)))
    assert [place for place in places if place.marker not in seen] == []
