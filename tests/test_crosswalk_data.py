"""The crosswalks that ship, from each framework of the field to the core."""

import datetime as dt
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import copro
from example import ROOT
from test_frameworks import MOST_WORDS, NEVER_USED

FILES = sorted((ROOT / "src/copro/data/crosswalks").glob("*-to-core-2026.json"))
CORE = copro.frameworks.get("copro-core@2026")
WALKS = {walk.from_: walk for walk in copro.frameworks.crosswalks() if walk.to == CORE.name}
EACH = pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
OUR_OWN = {"copro-core@2026", "copro-core-short@2026", "copro-preparation@2026", "case-study-quality@2026"}

COUNTERPARTS = {
    "4pi@2013": {("purpose", "purpose"), ("impact", "outcomes")},
    "christie@2011": set(),
    "copro-week-themes@2022": {
        ("remuneration", "reciprocity"),
        ("balance-of-power", "power"),
    },
    "national-standards@2016": {("planning", "purpose"), ("impact", "outcomes")},
    "nef-six@2010": {("assets", "strengths"), ("mutuality", "reciprocity"), ("shared-roles", "roles")},
    "nhse-model@2016": {("sharing-power", "power"), ("step-reward", "reciprocity")},
    "nihr@2018": {("sharing-power", "power"), ("reciprocity", "reciprocity")},
    "scie@2013": {("accessibility", "access"), ("reciprocity", "reciprocity")},
    "scn-key-messages@2021": {("inequalities", "inclusion")},
    "scn-vision@2017": {("valued", "strengths")},
    "star@2013": set(),
    "uk-public-involvement@2019": {("communications", "communication")},
    "wales-five@2017": {("assets", "strengths"), ("outcomes", "outcomes")},
}
"""Every link that carries a figure: each was weighed, statement by statement, so that none speaks for another theme."""


def words(text: object) -> str:
    assert isinstance(text, str), "these crosswalks are written in one language"
    return text


def what_people_read(walk: copro.Crosswalk) -> Iterator[tuple[str, str]]:
    """Every text of a crosswalk that people see, with its place."""
    yield "summary", words(walk.summary)
    for link in walk.links:
        yield f"{link.from_} to {link.to}", words(link.rationale)


def near(walk: copro.Crosswalk) -> set[tuple[str, str]]:
    return {(link.from_, link.to) for link in walk.links if link.relation in {"exact", "close"}}


def untouched(walk: copro.Crosswalk) -> set[str]:
    """The core's principles that no link leads to."""
    return {principle.id for principle in CORE.principles} - {link.to for link in walk.links}


def test_every_framework_of_the_field_has_a_crosswalk_to_the_core() -> None:
    assert set(WALKS) == set(copro.frameworks.names()) - OUR_OWN
    for name, walk in WALKS.items():
        assert walk.id == f"{name.partition('@')[0]}-to-core"
        assert copro.frameworks.find(walk.id) is walk


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_shipped_crosswalk_has_no_fault_not_even_advice(file: Path) -> None:
    assert copro.validate(file) == ()


@EACH
def test_links_join_principles_that_exist_each_pair_once(walk: copro.Crosswalk) -> None:
    asked = {principle.id for principle in copro.frameworks.get(walk.from_).principles}
    assert {link.from_ for link in walk.links} <= asked
    assert {link.to for link in walk.links} <= {principle.id for principle in CORE.principles}
    pairs = [(link.from_, link.to) for link in walk.links]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("name", COUNTERPARTS)
def test_a_figure_is_carried_only_where_that_was_weighed(name: str) -> None:
    assert near(WALKS[name]) == COUNTERPARTS[name]


def test_no_principle_speaks_for_two_of_the_core() -> None:
    """One number over several themes cannot say which of them it rests on."""
    for walk in WALKS.values():
        ends = [source for source, _ in near(walk)]
        assert len(ends) == len(set(ends)), walk.id


def test_nef_six_is_silent_on_who_takes_part_access_openness_and_change() -> None:
    walk = WALKS["nef-six@2010"]
    assert untouched(walk) == {"inclusion", "access", "communication", "outcomes"}
    assert not {to for _, to in near(walk)} & {"inclusion", "access", "communication", "purpose", "outcomes"}


def test_the_national_standards_have_no_counterpart_for_reciprocity_or_roles() -> None:
    walk = WALKS["national-standards@2016"]
    assert untouched(walk) == {"strengths", "roles"}
    assert not {to for _, to in near(walk)} & {"reciprocity", "roles"}


@EACH
def test_nobody_is_sure_of_a_link_from_words_that_were_not_read(walk: copro.Crosswalk) -> None:
    unread = {
        principle.id
        for principle in copro.frameworks.get(walk.from_).principles
        if not (principle.verified and all(indicator.verified for indicator in principle.indicators))
    }
    assert {link.from_ for link in walk.links if link.confidence == "high"}.isdisjoint(unread)


@EACH
def test_a_crosswalk_is_signed_dated_and_says_that_it_is_opinion(walk: copro.Crosswalk) -> None:
    assert {link.author for link in walk.links} == {"copro project"}
    assert {link.date for link in walk.links} <= {dt.date(2026, 11, 22), dt.date(2026, 11, 28)}
    assert (walk.licence, walk.language) == ("MIT", "en")
    assert "This is our opinion." in words(walk.summary)
    assert "may see it differently. To say so, copy this file" in words(walk.summary)


# Plain words.


@EACH
def test_reasons_are_whole_short_sentences_at_most_two_to_a_link(walk: copro.Crosswalk) -> None:
    for place, text in what_people_read(walk):
        sentences = re.split(r"(?<=[.!?])\s+", text)
        assert place == "summary" or len(sentences) <= 2, place
        for sentence in sentences:
            assert re.fullmatch(r"[A-Z4].*[^.\s]\.", sentence), f"{place}: {sentence}"
            assert len(sentence.split()) <= MOST_WORDS, f"{place}: {sentence}"
            assert "  " not in sentence


@EACH
def test_reasons_never_use_words_that_talk_past_people(walk: copro.Crosswalk) -> None:
    said = [(place, word) for place, text in what_people_read(walk) for word in NEVER_USED if word in text.lower()]
    assert said == []


def test_no_two_links_of_a_crosswalk_have_the_same_reason() -> None:
    for walk in WALKS.values():
        reasons = [words(link.rationale) for link in walk.links]
        assert len(reasons) == len(set(reasons)), walk.id


# The page.


def test_the_page_prints_every_crosswalk_once_with_its_silences_and_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs/reference/crosswalks.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^```\{crosswalk\} (\S+)$", page, re.MULTILINE)) == sorted(w.id for w in WALKS.values())
    monkeypatch.syspath_prepend(ROOT / "docs")
    directive = importlib.import_module("crosswalk_directive")
    for walk in WALKS.values():
        printed = "\n".join(directive.in_markdown(walk))
        assert all(words(text) in printed for _, text in what_people_read(walk))
    lines = list(directive.in_markdown(WALKS["nef-six@2010"]))
    assert "- This framework says nothing on: Who takes part; Nothing in the way; Openness; What changes." in lines
    assert "- The core has a counterpart for: Assets; Mutuality; Shared roles." in lines
    assert not [line for line in lines if line.startswith("- The core says nothing on")]
    assert "- The core says nothing on: Services that work as one." in list(
        directive.in_markdown(WALKS["christie@2011"])
    )
