"""The vocabularies and crosswalks that ship: what is in them, that their words are plain, how they are shown."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import copro
from copro.documents.assessment_faults import ACTIVITIES, STAGES
from copro.documents.schemas import schema_text
from copro.report.frameworks import list_all, show
from copro.report.power import PARTICIPATION

DATA = Path(copro.__file__).parent / "data"
VOCABULARIES = copro.frameworks.vocabularies()
CROSSWALKS = copro.frameworks.crosswalks()
EACH_VOCABULARY = pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda one: one.name)
EACH_CROSSWALK = pytest.mark.parametrize("crosswalk", CROSSWALKS, ids=lambda one: one.id)
MOST_WORDS = 25

TERMS = {
    "arnstein@1969": (
        *("manipulation", "therapy", "informing", "consultation", "placation"),
        *("partnership", "delegated-power", "citizen-control"),
    ),
    "copro-participation@2026": (
        *("done-to", "told", "asked", "involved", "co-designing", "co-producing", "community-led"),
    ),
    "star-five-steps@2013": ("map-it", "focus-it", "people-it", "market-it", "grow-it"),
    "star-four-cos@2013": ("co-commission", "co-design", "co-deliver", "co-assess"),
    "tlap-ladder@2016": (
        *("coercion", "educating", "informing", "consultation", "engagement", "co-design", "co-production"),
    ),
}


def texts(value: object) -> Iterator[str]:
    """Every text that people read, in whatever is inside."""
    if isinstance(value, str):
        yield value
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):  # type: ignore[arg-type]  # just asked
            if field.name not in {"id", "edition", "language", "from_", "to", "url", "author", "citation"}:
                yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)


# What is in them.


def test_the_terms_are_those_of_their_sources_in_their_order() -> None:
    assert {one.name: tuple(term.id for term in one.terms) for one in VOCABULARIES} == TERMS
    ordered = {one.name for one in VOCABULARIES if one.ordered}
    assert ordered == TERMS.keys() - {"star-four-cos@2013"}
    groups = [term.group for term in copro.frameworks.vocabulary("arnstein@1969").terms]
    assert groups == ["Nonparticipation"] * 2 + ["Tokenism"] * 3 + ["Citizen power"] * 3


def test_the_steps_of_participation_are_those_of_the_format_and_of_the_report() -> None:
    terms = copro.frameworks.vocabulary("copro-participation@2026").terms
    step = json.loads(schema_text("assessment"))["$defs"]["participation"]
    assert [term.value for term in terms] == list(range(step["minimum"], step["maximum"] + 1))
    assert tuple(term.name for term in terms) == PARTICIPATION


def test_assessments_are_checked_with_vocabularies_that_ship() -> None:
    assert {ACTIVITIES, STAGES} <= {one.name for one in VOCABULARIES}


@EACH_VOCABULARY
def test_a_vocabulary_says_where_it_comes_from_and_lies_under_its_name(vocabulary: copro.Vocabulary) -> None:
    path = DATA / "vocabularies" / f"{vocabulary.id}-{vocabulary.edition}.json"
    assert copro.validate(path) == ()
    assert copro.load(path) == vocabulary
    assert vocabulary.licence == "MIT"
    assert vocabulary.publisher
    assert vocabulary.source is not None
    assert all((vocabulary.source.year, vocabulary.source.copyright, vocabulary.source.licence))
    assert all(term.meaning and term.origin for term in vocabulary.terms)


def test_the_ladder_of_tlap_is_named_with_its_address_as_they_ask() -> None:
    source = copro.frameworks.vocabulary("tlap-ladder@2016").source
    assert source is not None
    assert source.url is not None
    assert source.url.startswith("https://www.thinklocalactpersonal.org.uk/")
    assert "Think Local Act Personal" in str(source.citation)


@EACH_CROSSWALK
def test_a_crosswalk_has_no_faults_and_a_reason_for_every_link(crosswalk: copro.Crosswalk) -> None:
    (path,) = [path for path in (DATA / "crosswalks").glob("*.json") if copro.load(path) == crosswalk]
    assert path.stem.startswith(f"{crosswalk.id}-")
    assert copro.validate(path) == ()
    assert crosswalk.licence == "MIT"
    for link in crosswalk.links:
        assert re.fullmatch(r"[A-Z0-9].*[^.\s]\.", str(link.rationale)), link
        assert dt.date(2026, 1, 1) <= link.date <= dt.date(2027, 12, 31)


def test_no_two_crosswalks_link_the_same_two() -> None:
    pairs = [frozenset({crosswalk.from_, crosswalk.to}) for crosswalk in CROSSWALKS]
    assert len(set(pairs)) == len(pairs)
    assert len({crosswalk.id for crosswalk in CROSSWALKS}) == len(CROSSWALKS)


def test_ladders_rise_together() -> None:
    steps = {term.id: term.value or 0 for term in copro.frameworks.vocabulary("copro-participation@2026").terms}
    ladders = [crosswalk for crosswalk in CROSSWALKS if crosswalk.to == "copro-participation@2026"]
    assert {ladder.from_ for ladder in ladders} >= {"arnstein@1969", "tlap-ladder@2016"}
    for ladder in ladders:
        rungs = {term.id: term.value or 0 for term in copro.frameworks.vocabulary(ladder.from_).terms}
        near = sorted((rungs[link.from_], steps[link.to]) for link in ladder.links if link.relation == "close")
        assert [step for _, step in near] == sorted(step for _, step in near), ladder.id
        assert {link.relation for link in ladder.links} <= {"close", "related"}, "no two ladders say quite the same"


# Plain words.


@EACH_VOCABULARY
def test_a_vocabulary_is_in_plain_words(vocabulary: copro.Vocabulary) -> None:
    check_plain(vocabulary)


@EACH_CROSSWALK
def test_a_crosswalk_is_in_plain_words(crosswalk: copro.Crosswalk) -> None:
    check_plain(crosswalk)


def check_plain(value: object) -> None:
    sentences = [sentence for text in texts(value) for sentence in re.split(r"(?<=[.!?])\s+", text)]
    assert [one for one in sentences if len(one.split()) > MOST_WORDS] == []
    assert not re.search(
        r"service user|hard to reach|empower|beneficiar|vulnerable|reliab", " ".join(sentences).lower()
    )


# Finding and showing them.


def test_they_are_found_by_name() -> None:
    assert copro.frameworks.vocabulary("arnstein@1969") is copro.frameworks.find("arnstein@1969")
    assert copro.frameworks.find("tlap-to-participation") in CROSSWALKS
    assert copro.frameworks.find("copro-core@2026") is copro.frameworks.get("copro-core@2026")
    for name, suggestion in (("arnstien@1969", "arnstein@1969"), ("tlap-to-particpation", "tlap-to-participation")):
        with pytest.raises(copro.UnknownIdError) as caught:
            copro.frameworks.find(name)
        assert caught.value.suggestion == suggestion
    with pytest.raises(copro.UnknownIdError, match="no vocabulary"):
        copro.frameworks.vocabulary("copro-core@2026")


@pytest.mark.parametrize("what", [*copro.frameworks.all(), *VOCABULARIES, *CROSSWALKS], ids=lambda x: x.id)
def test_what_ships_can_be_shown_within_80_columns(
    what: copro.Framework | copro.Vocabulary | copro.Crosswalk,
) -> None:
    for line in show(what).splitlines():
        assert len(line) <= 80 or line.startswith("  Address: ")
    parts = (
        what.links
        if isinstance(what, copro.Crosswalk)
        else what.principles
        if isinstance(what, copro.Framework)
        else what.terms
    )
    for part in parts:
        assert (part.from_ if isinstance(part, copro.Link) else part.id) in show(what)


def test_the_list_says_editions_publishers_licences_and_what_is_not_verified() -> None:
    core = copro.frameworks.get("copro-core@2026")
    first, *rest = core.principles
    doubtful = attrs.evolve(
        core,
        id="doubtful",
        source=copro.Source(citation="A book", licence="Not stated.", copyright="Its authors.", year=2010),
        principles=[
            attrs.evolve(first, verified=False, origin="source"),
            *(attrs.evolve(one, origin="authors") for one in rest),
        ],
    )
    vocabulary = attrs.evolve(
        VOCABULARIES[0], terms=[attrs.evolve(term, verified=False) for term in VOCABULARIES[0].terms]
    )
    listed = list_all([doubtful], [vocabulary], CROSSWALKS[:1])
    assert max(map(len, listed.splitlines())) <= 80
    for line in (
        "doubtful@2026",
        "  Edition 2026, published by copro project.",
        "  Licence of these words: MIT.",
        "  Licence of the source: Not stated.",
        "  1 statement is not verified.",
        f"  {len(vocabulary.terms)} terms are not verified.",
    ):
        assert line in listed.splitlines(), line
    assert listed.index("FRAMEWORKS") < listed.index("VOCABULARIES") < listed.index("CROSSWALKS")
    assert "not verified" not in list_all([core], VOCABULARIES, CROSSWALKS)
    shown = show(doubtful)
    assert f"({first.id}) [from the source, not verified]" in " ".join(shown.split())
    assert f"({rest[0].id}) [written by the authors of this file]" in " ".join(shown.split())
    for line in ("  Source: A book, 2010.", "  Copyright of the source: Its authors."):
        assert line in shown.splitlines()


def test_a_broader_link_reads_the_way_it_is_written() -> None:
    link = attrs.evolve(CROSSWALKS[0].links[0], from_="a", to="b", relation="broader")
    assert "a is part of b (broader)" in show(attrs.evolve(CROSSWALKS[0], links=[link]))
    link = attrs.evolve(link, relation="narrower")
    assert "a takes in b (narrower)" in show(attrs.evolve(CROSSWALKS[0], links=[link]))
