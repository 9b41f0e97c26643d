"""The frameworks that ship: what is in them, and that their words are plain."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs
import pytest
import readability  # type: ignore[import-untyped]  # it has no types

import copro
from copro.documents.structure import digest
from copro.documents.translations import check_translations, languages_of
from copro.model.framework import Requirement
from copro.model.texts import in_just, texts_in, untranslated

NAMES = ("copro-core@2026", "copro-core-short@2026")
CORE, SHORT = (copro.frameworks.get(name) for name in NAMES)
SHORT_IN_ENGLISH = untranslated(SHORT, "en")
BOTH = pytest.mark.parametrize("framework", [CORE, SHORT_IN_ENGLISH], ids=NAMES)
OURS = ("case-study-quality@2026", *NAMES, "copro-preparation@2026")
SHIPPED = (
    "4pi@2013",
    "case-study-quality@2026",
    "christie@2011",
    *NAMES,
    "copro-preparation@2026",
    "copro-week-themes@2022",
    "national-standards@2016",
    "nef-six@2010",
    "nhse-model@2016",
    "nihr@2018",
    "scie@2013",
    "scn-key-messages@2021",
    "scn-vision@2017",
    "star@2013",
    "uk-public-involvement@2019",
    "wales-five@2017",
)
IN_ENGLISH = [untranslated(framework, "en") for framework in copro.frameworks.all()]
EACH = pytest.mark.parametrize("framework", IN_ENGLISH, ids=SHIPPED)

PRINCIPLES = {
    "strengths": "What everyone brings",
    "capacity": "Learning and support",
    "reciprocity": "Give and take",
    "networks": "Trust and relationships",
    "roles": "Shared work",
    "power": "Power and decisions",
    "systems": "Backing from organisations",
    "inclusion": "Who takes part",
    "access": "Nothing in the way",
    "communication": "Openness",
    "purpose": "Purpose and time",
    "outcomes": "What changes",
}

SHORT_FORM = (
    "strengths-knowledge",
    "capacity-support",
    "reciprocity-costs",
    "networks-disagree",
    "roles-deliver",
    "power-decide",
    "systems-money",
    "inclusion-reach",
    "access-practical",
    "communication-feedback",
    "purpose-limits",
    "outcomes-change",
)

PERSPECTIVES = (
    ("people-using-services", "People who use the service", "community", True),
    ("family-carers", "Family and unpaid carers", "community", True),
    ("neighbours", "People who live or belong here", "community", True),
    ("community-groups", "Groups run by the people they are for", "community", True),
    ("peer-workers", "People paid for their lived experience", "community", False),
    ("practitioners", "People who work in the service", "service", False),
    ("decision-makers", "People who decide on money or rules", "service", False),
    ("facilitators", "People who help both sides work together", "independent", False),
)

STEPS = ((0, "Not yet"), (1, "Starting"), (2, "In part"), (3, "Established"), (4, "Embedded"))
LEVEL_NAMES = (
    "Little shared so far",
    "Sharing has begun",
    "Sometimes shared",
    "Usually shared",
    "Shared, and built to last",
)


def demands(overall: float, side: float, key: float, every: float) -> tuple[Requirement, ...]:
    """What a core level asks: overall, of each side, of power and inclusion, and of every principle."""
    return (
        copro.Requirement(measure="score", at_least=overall),
        copro.Requirement(measure="score", side="each", at_least=side),
        copro.Requirement(measure="score", of="power", side="each", at_least=key),
        copro.Requirement(measure="score", of="inclusion", side="each", at_least=key),
        copro.Requirement(measure="score", of="every_principle", at_least=every),
    )


LEVELS: dict[int, tuple[Requirement, ...]] = {
    0: (),
    1: (
        copro.Requirement(measure="score", at_least=0.2),
        copro.Requirement(measure="score", of="every_principle", at_least=0.05),
    ),
    2: demands(0.4, 0.3, 0.25, 0.1),
    3: demands(0.6, 0.55, 0.5, 0.3),
    4: demands(0.8, 0.75, 0.7, 0.5),
}

MOST_WORDS = 25

NEVER_USED = (
    "hard to reach",
    "hard-to-reach",
    "service user",
    "leverage",
    "empower",
    "utilise",
    "utilize",
    "stakeholder",
    "robust",
    "holistic",
    "synergy",
    "vulnerable",
    "going forward",
    "best practice",
    "beneficiar",
    "lay people",
    "non-compliant",
)
"""Words that talk about people, or past them."""


def words(text: object) -> str:
    assert isinstance(text, str), "the words of one language are asked for"
    return text


def indicators(framework: copro.Framework) -> list[copro.Indicator]:
    return [indicator for principle in framework.principles for indicator in principle.indicators]


def what_people_read(framework: copro.Framework) -> Iterator[tuple[str, str]]:
    """Every text of a framework that people see, with its place."""
    for name in ("title", "summary", "threshold_basis", "choose_perspective"):
        yield name, words(getattr(framework, name) or "")
    for number, rule in enumerate(framework.rating_rule):
        yield f"rating rule {number}", words(rule)
    for step in framework.scale.steps:
        yield f"step {step.value}", f"{words(step.name)}. {words(step.meaning or '')}"
    for level in framework.levels:
        yield f"level {level.value}", f"{words(level.name)}. {words(level.meaning or '')}"
    for perspective in framework.perspectives:
        yield perspective.id, f"{words(perspective.name)}. {words(perspective.description or '')}"
    for principle in framework.principles:
        yield principle.id, f"{words(principle.name)}. {words(principle.statement or '')}"
    for indicator in indicators(framework):
        yield indicator.id, words(indicator.statement)
        for descriptor in indicator.descriptors:
            yield indicator.id, words(descriptor)


# Finding them.


def test_the_shipped_frameworks_are_found_by_name() -> None:
    assert copro.frameworks.names() == SHIPPED
    assert [framework.name for framework in copro.frameworks.all()] == list(SHIPPED)


def test_a_framework_is_always_the_same_object() -> None:
    assert copro.frameworks.get(NAMES[0]) is CORE
    assert copro.frameworks.all()[SHIPPED.index(NAMES[0])] is CORE


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [("copro-core@2025", NAMES[0]), ("copro-core", NAMES[0]), ("copro-core-shrot@2026", NAMES[1]), ("nothing", None)],
)
def test_an_unknown_framework_is_answered_with_the_nearest(name: str, suggestion: str | None) -> None:
    with pytest.raises(copro.UnknownIdError) as caught:
        copro.frameworks.get(name)
    assert (caught.value.unknown, caught.value.suggestion) == (name, suggestion)


# What is in them.


def test_the_core_has_twelve_principles_of_three_indicators_with_five_descriptors_each() -> None:
    assert {principle.id: principle.name for principle in CORE.principles} == PRINCIPLES
    assert [len(principle.indicators) for principle in CORE.principles] == [3] * 12
    assert len(indicators(CORE)) == len({indicator.id for indicator in indicators(CORE)}) == 36
    assert {len(indicator.descriptors) for indicator in indicators(CORE)} == {5}


@EACH
def test_an_indicators_id_says_its_principle(framework: copro.Framework) -> None:
    for principle in framework.principles:
        assert all(indicator.id.startswith(f"{principle.id}-") for indicator in principle.indicators)


@BOTH
def test_the_scale_goes_from_not_yet_to_embedded(framework: copro.Framework) -> None:
    assert tuple((step.value, step.name) for step in framework.scale.steps) == STEPS


@EACH
def test_the_perspectives_are_those_agreed_on(framework: copro.Framework) -> None:
    assert tuple((p.id, p.name, p.side, p.direct) for p in framework.perspectives) == PERSPECTIVES
    assert all(perspective.description for perspective in framework.perspectives)


@BOTH
def test_the_levels_are_those_agreed_on(framework: copro.Framework) -> None:
    assert {level.value: level.requires for level in framework.levels} == LEVELS
    assert tuple(level.name for level in framework.levels) == LEVEL_NAMES


@EACH
def test_a_level_and_a_step_never_have_the_same_name(framework: copro.Framework) -> None:
    assert {level.name for level in framework.levels}.isdisjoint(step.name for step in framework.scale.steps)


@BOTH
def test_no_level_rests_on_payment_commitments_or_recorded_decisions(framework: copro.Framework) -> None:
    asked = {(wanted.measure, wanted.of, wanted.side) for level in framework.levels for wanted in level.requires}
    assert asked == {
        ("score", None, None),
        ("score", None, "each"),
        ("score", "power", "each"),
        ("score", "inclusion", "each"),
        ("score", "every_principle", None),
    }


@BOTH
def test_both_sides_are_required_and_count_the_same(framework: copro.Framework) -> None:
    assert framework.policy == copro.Policy(
        aggregation="arithmetic",
        voice=copro.Voice(within_side="perspectives", between_sides="parity"),
        required_sides=("community", "service"),
        known_by=2,
        minimum_people={"community": 3, "service": 2},
    )
    assert {principle.weight for principle in framework.principles} == {1}
    assert {(indicator.weight, indicator.reversed) for indicator in indicators(framework)} == {(1, False)}


def test_the_short_form_takes_one_indicator_of_each_principle_as_it_is() -> None:
    assert tuple(indicator.id for indicator in indicators(SHORT_IN_ENGLISH)) == SHORT_FORM
    core = {principle.id: principle for principle in CORE.principles}
    for principle in SHORT_IN_ENGLISH.principles:
        (indicator,) = principle.indicators
        assert indicator in core[principle.id].indicators
        assert principle == attrs.evolve(core[principle.id], indicators=[indicator])
    assert [principle.id for principle in SHORT_IN_ENGLISH.principles] == list(core)


def test_the_short_form_differs_from_the_core_in_nothing_that_scoring_uses() -> None:
    assert SHORT_IN_ENGLISH.short_form_of == CORE.name
    assert CORE.short_form_of is None
    for name in ("scale", "perspectives", "policy", "rating_rule", "choose_perspective", "language", "licence"):
        assert getattr(SHORT_IN_ENGLISH, name) == getattr(CORE, name), name
    assert [level.requires for level in SHORT_IN_ENGLISH.levels] == [level.requires for level in CORE.levels]


def test_the_short_form_says_that_it_is_one() -> None:
    assert "short" in words(SHORT_IN_ENGLISH.title).lower()
    assert (CORE.minutes, SHORT_IN_ENGLISH.minutes) == (35, 10)


@EACH
def test_a_framework_says_what_it_rests_on(framework: copro.Framework) -> None:
    assert "not calibrated" in words(framework.threshold_basis)
    assert framework.licence == "MIT"
    assert framework.source is not None
    assert framework.source.citation
    assert "unpiloted" in words(framework.summary)


@EACH
def test_every_indicator_names_its_sources(framework: copro.Framework) -> None:
    assert [indicator.id for indicator in indicators(framework) if not indicator.sources] == []
    assert all(source.strip() == source != "" for i in indicators(framework) for source in i.sources)


# Frameworks of the field.

COUNTS = {
    "4pi@2013": {"principles": 3, "purpose": 3, "presence": 3, "process": 3, "impact": 3},
    "national-standards@2016": {
        "inclusion": 4,
        "support": 3,
        "planning": 6,
        "working-together": 7,
        "methods": 5,
        "communication": 6,
        "impact": 7,
    },
    "nef-six@2010": {"assets": 3, "capacity": 3, "mutuality": 3, "networks": 3, "shared-roles": 3, "catalysts": 3},
    "nihr@2018": {
        "sharing-power": 3,
        "all-perspectives": 3,
        "respecting-knowledge": 3,
        "reciprocity": 3,
        "relationships": 3,
    },
    "scie@2013": {"equality": 4, "diversity": 4, "accessibility": 4, "reciprocity": 4},
    "uk-public-involvement@2019": {
        "inclusive-opportunities": 3,
        "working-together": 3,
        "support-learning": 3,
        "communications": 3,
        "impact": 3,
        "governance": 3,
    },
    "wales-five@2017": {"assets": 3, "networks": 3, "outcomes": 3, "relationships": 3, "catalysts": 3},
}


@pytest.mark.parametrize("name", COUNTS)
def test_a_framework_of_the_field_has_its_sources_principles_in_order_and_no_total(name: str) -> None:
    framework = copro.frameworks.get(name)
    counted = [(principle.id, len(principle.indicators)) for principle in framework.principles]
    assert counted == list(COUNTS[name].items())
    assert framework.policy == attrs.evolve(CORE.policy, aggregation=None, known_by=1)
    assert framework.levels == ()
    assert {principle.origin for principle in framework.principles} == {"source"}


def test_the_national_standards_mark_the_ten_indicators_that_were_not_read() -> None:
    standards = copro.frameworks.get("national-standards@2016")
    assert {indicator.origin for indicator in indicators(standards)} == {"source"}
    unread = {p.id: sum(not indicator.verified for indicator in p.indicators) for p in standards.principles}
    assert {principle: count for principle, count in unread.items() if count} == {"support": 3, "working-together": 7}


def test_the_key_features_of_nihr_are_from_the_source_and_three_not_verified() -> None:
    features = [i for i in indicators(copro.frameworks.get("nihr@2018")) if i.origin == "source"]
    assert len(features) == 7
    assert [feature.id for feature in features if not feature.verified] == [
        "all-perspectives-flexible",
        "respecting-knowledge-impact",
        "reciprocity-growth",
    ]
    assert all("key feature" in source for feature in features for source in feature.sources)


def test_scie_sees_each_principle_through_each_piece_of_the_jigsaw() -> None:
    for principle in copro.frameworks.get("scie@2013").principles:
        pieces = [indicator.id.removeprefix(f"{principle.id}-") for indicator in principle.indicators]
        assert pieces == ["culture", "structure", "practice", "review"]


def test_the_wales_five_have_the_steps_of_the_audit() -> None:
    framework = copro.frameworks.get("wales-five@2017")
    assert [step.value for step in framework.scale.steps] == [1, 2, 3, 4, 5]
    assert "step 5, so that one is ours" in words(framework.summary)
    assert {len(indicator.descriptors) for indicator in indicators(framework)} == {5}


@pytest.mark.parametrize(
    "name", ["4pi@2013", "nef-six@2010", "scie@2013", "uk-public-involvement@2019", "wales-five@2017"]
)
def test_statements_that_the_source_does_not_have_say_so(name: str) -> None:
    assert {indicator.origin for indicator in indicators(copro.frameworks.get(name))} == {"authors"}


# Plain words.


@EACH
def test_no_sentence_is_longer_than_25_words(framework: copro.Framework) -> None:
    long = {
        f"{place}: {sentence}"
        for place, text in what_people_read(framework)
        for sentence in re.split(r"(?<=[.!?])\s+", text)
        if len(sentence.split()) > MOST_WORDS
    }
    assert long == set()


@EACH
def test_words_that_talk_past_people_are_never_used(framework: copro.Framework) -> None:
    used = {
        f"{place}: {word}" for place, text in what_people_read(framework) for word in NEVER_USED if word in text.lower()
    }
    assert used == set()


@EACH
def test_no_two_descriptors_are_the_same(framework: copro.Framework) -> None:
    counted = Counter(words(text).lower() for indicator in indicators(framework) for text in indicator.descriptors)
    assert [text for text, times in counted.items() if times > 1] == []


@EACH
def test_no_two_statements_are_the_same(framework: copro.Framework) -> None:
    assert len({words(indicator.statement).lower() for indicator in indicators(framework)}) == len(
        indicators(framework)
    )


@EACH
def test_statements_and_descriptors_are_whole_sentences(framework: copro.Framework) -> None:
    for indicator in indicators(framework):
        for text in (indicator.statement, *indicator.descriptors):
            assert re.fullmatch(r"[A-Z'].*[^.\s]\.", words(text)), f"{indicator.id}: {text}"
            assert "  " not in words(text)


# How plain, in figures.

OUR_OWN = [framework for framework in IN_ENGLISH if framework.publisher == "copro project" and framework.name in OURS]
EACH_OF_OURS = pytest.mark.parametrize("framework", OUR_OWN, ids=OURS)

HIGHEST_GRADE = 6

MOST_WORDS_TO_A_STEP = {"copro-core@2026": (20, 12), "copro-core-short@2026": (20, 12)}
"""How many words a step has at most, and on average; of others of our own, 25 and 18."""

EVERYBODY = re.compile(r"\b(?:all|every|everyone|everybody)\b", re.IGNORECASE)
"""What hardly anybody can know of others, so that each use needs its reason."""

MAY_SAY_EVERYBODY = {
    "power-terms": "all three: who, how and when, which the statement names",
    "communication-information": "hear it all: the main facts that the statement names",
    "communication-listened": "all count: the ways to speak that the statement names",
    "start-permissions": "all who could stop the work: one who was not asked can stop it",
    "voice-agreed": "everyone in it agreed: one person who did not is enough to keep a story back",
    "story-setting": "all four: the things that the statement names",
    "learning-take": "all three: the things that the statement names",
    "form-honest": "all three: the things that the statement names",
    **{
        f"barriers-{what}": "everyone was asked: what stops one person stops that person"
        for what in (
            "times",
            "place",
            "building",
            "transport",
            "caring",
            "device",
            "connection",
            "space",
            "format",
            "costs",
        )
    },
}


def grade(texts: Iterable[str]) -> float:
    """The school grade of Flesch and Kincaid, of all texts together."""
    lines = (
        " ".join(re.findall(r"[A-Za-z0-9'\N{RIGHT SINGLE QUOTATION MARK}-]+|[.,;:!?]", sentence))
        for text in texts
        for sentence in re.split(r"(?<=[.!?])\s+", text)
    )
    found: float = readability.getmeasures("\n".join(lines), lang="en")["readability grades"]["Kincaid"]
    return found


def kinds_of_text(framework: copro.Framework) -> Iterator[tuple[str, list[str]]]:
    """What people read in a framework, by kind."""
    rated = indicators(framework)
    yield "about", [words(framework.title), words(framework.summary), words(framework.choose_perspective)]
    yield "rating rule", [words(rule) for rule in framework.rating_rule]
    yield "scale", [f"{words(step.name)}. {words(step.meaning)}" for step in framework.scale.steps]
    yield "levels", [f"{words(level.name)}. {words(level.meaning)}" for level in framework.levels]
    yield "perspectives", [f"{words(p.name)}. {words(p.description)}" for p in framework.perspectives]
    yield "principles", [f"{words(p.name)}. {words(p.statement)}" for p in framework.principles]
    yield "statements", [words(indicator.statement) for indicator in rated]
    yield "steps", [words(text) for indicator in rated for text in indicator.descriptors]
    yield "next", [words(idea.text) for indicator in rated for idea in indicator.next]


@EACH_OF_OURS
def test_no_kind_of_text_is_harder_to_read_than_grade_six(framework: copro.Framework) -> None:
    hard = {kind: grade(texts) for kind, texts in kinds_of_text(framework) if grade(texts) > HIGHEST_GRADE}
    assert hard == {}


def test_the_grade_tells_hard_words_from_plain_ones() -> None:
    assert grade(["You had no help, and nobody to ask."]) < 3
    assert grade(["Participatory governance necessitates sufficient organisational capacity."]) > 20


@EACH_OF_OURS
def test_steps_are_short(framework: copro.Framework) -> None:
    most, on_average = MOST_WORDS_TO_A_STEP.get(framework.name, (25, 18))
    lengths = [len(words(text).split()) for indicator in indicators(framework) for text in indicator.descriptors]
    assert max(lengths) <= most
    assert sum(lengths) / len(lengths) <= on_average


@EACH_OF_OURS
def test_all_and_every_are_said_only_with_a_reason(framework: copro.Framework) -> None:
    said = {
        indicator.id
        for indicator in indicators(framework)
        for text in (indicator.statement, *indicator.descriptors)
        if EVERYBODY.search(words(text))
    }
    assert said - set(MAY_SAY_EVERYBODY) == set()


def test_no_reason_for_all_and_every_is_left_over() -> None:
    said = {
        indicator.id
        for framework in OUR_OWN
        for indicator in indicators(framework)
        for text in (indicator.statement, *indicator.descriptors)
        if EVERYBODY.search(words(text))
    }
    assert set(MAY_SAY_EVERYBODY) - said == set()


@BOTH
def test_statements_of_the_core_need_no_word_for_a_side(framework: copro.Framework) -> None:
    """Anybody can answer them, and no term of a place or a service has to be put in."""
    named = re.compile(
        r"\b(?:communit\w+|service users?|patients?|clients?|professionals?|practitioners?)\b", re.IGNORECASE
    )
    found = {
        words(text)
        for indicator in indicators(framework)
        for text in (indicator.statement, *indicator.descriptors, *(idea.text for idea in indicator.next))
        if named.search(words(text))
    }
    assert found == set()


def test_the_statements_of_the_short_form_fit_a_page_in_large_print() -> None:
    """A4 with margins of 2 cm holds about 280 words in 16 point, with space between statements."""
    assert sum(len(words(indicator.statement).split()) for indicator in indicators(SHORT_IN_ENGLISH)) <= 280


# Words that help.

BOTH_MAY_BEGIN = {"capacity-share": (0, 1), "reciprocity-gain": (1,)}
"""Where services hold nothing that the others lack, so both may move first from the lowest steps."""

A_VERB_FIRST = re.compile(
    r"(?:Add|Agree|Answer|Ask|Before|Begin|Bring|Change|Check|Choose|Do|Find|Get|Give|Go|Hand|Hold|Invite|Keep|Leave|"
    r"Lend|Let|List|Look|Make|Mend|Move|Name|Offer|Open|Pair|Pay|Pick|Plan|Put|Read|Say|Send|Set|Settle|Share|Show|"
    r"Sit|Spend|Start|Stop|Take|Talk|Turn|Use|Work)\b"
)
"""The first words of ideas: verbs, and 'Before', which a verb follows."""

NEVER_ADVISED = (
    "tell people about",
    "raise awareness",
    "encourage people",
    "train the community",
    "train people",
    "educate",
    "make sure",
    "ensure",
    "should",
    "must",
    "but",
    "only",
    "at least",
)
"""Beginnings that look for the fault in people who miss something, and the darker half of a step."""

ON_PAPER = re.compile(r"\b(?:writ\w+|list|page|paper|draw)\b", re.IGNORECASE)
ALOUD = re.compile(r"\b(?:say|tell|told|aloud|hear|voice|talk|tea|speak)\b", re.IGNORECASE)


def ideas_of_ours() -> Iterator[tuple[copro.Framework, copro.Indicator, copro.Idea]]:
    for framework in OUR_OWN:
        for indicator in indicators(framework):
            for idea in indicator.next:
                yield framework, indicator, idea


@EACH_OF_OURS
def test_every_statement_has_an_idea_from_each_step_but_the_last(framework: copro.Framework) -> None:
    steps = [step.value for step in framework.scale.steps]
    for indicator in indicators(framework):
        assert [idea.from_ for idea in indicator.next if idea.when is None] == steps[:-1], indicator.id


def test_the_short_form_has_the_ideas_of_the_core_for_its_statements() -> None:
    core = {indicator.id: indicator.next for indicator in indicators(CORE)}
    assert all(indicator.next == core[indicator.id] for indicator in indicators(SHORT_IN_ENGLISH))


def test_an_idea_is_one_or_two_short_plain_sentences_that_begin_with_a_verb() -> None:
    for framework, indicator, idea in ideas_of_ours():
        told = words(idea.text)
        place = f"{framework.name} {indicator.id} from {idea.from_}: {told}"
        assert A_VERB_FIRST.match(told), place
        assert len(re.findall(r"[.!?](?=\s|$)", told)) == 2, place
        assert len(told.split()) <= 30, place
        assert grade([told]) <= HIGHEST_GRADE, place


def test_an_idea_blames_nobody_and_names_no_step_and_no_level() -> None:
    for framework, indicator, idea in ideas_of_ours():
        told = words(idea.text).lower()
        place = f"{framework.name} {indicator.id} from {idea.from_}: {told}"
        assert [word for word in NEVER_ADVISED if re.search(rf"\b{word}\b", told)] == [], place
        assert not re.search(r"[0-9]|\bsteps? (?:up|higher|two|three|four)\b|\blevel\b", told), place
        if len(framework.scale.steps) == len(STEPS):
            assert [name for name in (*LEVEL_NAMES, *dict(STEPS).values()) if name.lower() in told] == [], place


def test_whoever_holds_the_power_or_the_money_moves_first() -> None:
    for framework, indicator, idea in ideas_of_ours():
        if framework.name == "case-study-quality@2026":
            continue  # a case study is made by whoever makes it
        if idea.from_ < 2 and idea.from_ not in BOTH_MAY_BEGIN.get(indicator.id, ()):
            assert idea.first == "service", f"{indicator.id} from {idea.from_}"
        assert idea.first != "community", f"{indicator.id} from {idea.from_}"


def test_what_would_last_can_be_said_where_it_can_be_written() -> None:
    for framework, indicator, idea in ideas_of_ours():
        if idea.from_ == framework.scale.steps[-2].value and ON_PAPER.search(words(idea.text)):
            assert ALOUD.search(words(idea.text)), f"{indicator.id}: {idea.text}"


def test_who_was_treated_worse_is_never_asked_who_it_was() -> None:
    (disagree,) = (indicator for indicator in indicators(CORE) if indicator.id == "networks-disagree")
    assert [(idea.from_, bool(idea.when)) for idea in disagree.next][:2] == [(0, False), (0, True)]
    assert "do not ask who said it" in words(disagree.next[1].text)
    assert "choose 0, whatever else is true" in words(disagree.statement)
    assert [i.id for _, i, idea in ideas_of_ours() if idea.when] == ["networks-disagree"] * 2


def test_what_could_hurt_on_a_wall_is_private() -> None:
    private = {indicator.id for framework in OUR_OWN for indicator in indicators(framework) if indicator.private}
    assert private == {
        "reciprocity-costs",
        "networks-disagree",
        "networks-trust",
        "capacity-risk",
        "barriers-costs",
        "barriers-place",
        "barriers-space",
    }


def test_one_person_who_met_it_keeps_access_costs_safety_reach_and_words_in() -> None:
    kept = {
        indicator.id
        for framework in OUR_OWN
        for indicator in indicators(framework)
        if indicator.waivable == "nobody_met_it" and not indicator.id.startswith("barriers-")
    }
    assert kept == {
        "access-practical",
        "access-digital",
        "access-formats",
        "reciprocity-costs",
        "networks-disagree",
        "inclusion-reach",
        "strengths-words",
    }
    assert all(
        indicator.waivable == "nobody_met_it"
        for framework in OUR_OWN
        for indicator in indicators(framework)
        if indicator.id.startswith("barriers-")
    )


# Easy words.

EASY = "en-x-easyread"
SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")

HARD = (
    "adequate",
    "appropriate",
    "assess",
    "capacity",
    "commission",
    "consult",
    "deliver",
    "embed",
    "engage",
    "ensure",
    "experience",
    "facilitat",
    "feedback",
    "governance",
    "implement",
    "indicator",
    "initiative",
    "lived",
    "obtain",
    "participat",
    "perspective",
    "principle",
    "prior",
    "procedure",
    "process",
    "professional",
    "regarding",
    "relevant",
    "resource",
    "stakeholder",
    "strateg",
    "sufficient",
    "utilis",
    "veto",
    "via",
)
"""Beginnings of words that easy words do without."""

EXPLAINED = {
    "barrier": "A barrier is",
    "budget": "A budget is",
    "co-production": "Co-production means",
    "contract": "A contract is",
    "control": "This means that",
    "councillors and": "Councillors are",
    "equals": "quals are",
    "funders": "Funders give",
    "independent": "Independent means",
    "introduction": "An introduction is",
    "limits": "Limits are",
    "power": "Power means",
    "practical": "Practical things are",
    "safely means": "Safely means",
    "theme": "A theme is",
    "unverified": "Unverified means",
    "views": "Views are",
}
"""Hard words that stay, each with the words that explain it in the same text."""

EVERY_FORM_EXPLAINS = (
    "You",
    "here",
    "the work",
    "The people it is for",
    "Others",
    "Main",
    "Most",
    "usually",
    "Agreed",
    "Settled",
)
"""Words that the rating rule explains, for every text that people rate."""

AMOUNTS = {
    r"once or twice": r"1 or 2 times",
    r"two or three": r"2 or 3",
    r"one of the four": r"1 of the 4",
    r"within a month": r"within 1 month",
    r"\bhalf\b": r"\bhalf\b",
    r"\bmost\b": r"\bmost\b",
    r"\busually\b": r"\busually\b",
    r"\boften\b": r"\boften\b",
    r"\bseveral\b": r"\bseveral\b",
    r"\bsettled\b": r"\bsettled\b",
    r"\beach\b": r"\beach\b",
    r"\bnobody\b": r"\bnobody\b",
    r"\bbudget\b": r"\bbudget\b",
    r"\bbefore the start\b": r"\bbefore the start\b",
}
"""How much and who, in English and in easy words: what a step turns on."""


def both_ways(framework: copro.Framework = SHORT) -> Iterator[tuple[str, str, str]]:
    """Every text of a framework: its place, its English and its easy words."""
    for path, text in texts_in(framework):
        yield "/".join(map(str, path)), in_just(text, "en", "en") or "", in_just(text, EASY, "en") or ""


def both_descriptors() -> list[tuple[str, str, str]]:
    return [texts for texts in both_ways() if "/descriptors/" in texts[0]]


def sentences(text: str) -> list[str]:
    return SENTENCE_ENDS.split(text)


def syllables(word: str) -> int:
    """Groups of vowels, without a silent ending: a simple counter."""
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])(e|es|ed)$", "", word.lower()))))


def load_of_words(texts: list[str]) -> tuple[float, float]:
    """Syllables a word, and the share of words of three syllables or more."""
    counts = [syllables(word) for text in texts for word in re.findall(r"[A-Za-z']+", text)]
    return sum(counts) / len(counts), sum(count >= 3 for count in counts) / len(counts)


def test_the_short_form_is_whole_in_easy_words() -> None:
    assert languages_of(SHORT) == ("en", EASY)
    assert list(check_translations(SHORT)) == []
    (note,) = SHORT.translations
    assert (note.language, note.by) == (EASY, "copro project")
    assert all(not isinstance(text, str) and set(text) == {"en", EASY} for _, text in texts_in(SHORT))


def test_easy_words_make_short_sentences() -> None:
    lengths = {sentence: len(sentence.split()) for _, _, easy in both_ways() for sentence in sentences(easy)}
    assert {sentence for sentence, length in lengths.items() if length > 15} == set()
    assert sum(lengths.values()) / len(lengths) <= 9


def test_easy_words_are_shorter_still_than_the_english() -> None:
    a_word, long = load_of_words([easy for _, _, easy in both_ways()])
    assert a_word <= 1.25
    assert long <= 0.038
    in_english = load_of_words([english for _, english, _ in both_ways()])
    assert in_english > (1.25, 0.038), "the bounds lie between the two"


def test_easy_words_use_no_brackets_no_semicolons_and_numbers_as_digits() -> None:
    forbidden = re.compile(
        r"[()\[\]{};:/\u2013\u2014]|\.\.\.|\b(?:one|two|three|four|five|six|ten|twelve|once|twice|e\.?g|i\.?e|etc)\b",
        re.IGNORECASE,
    )
    found = {place: forbidden.findall(easy) for place, _, easy in both_ways()}
    assert {place: marks for place, marks in found.items() if marks} == {}


def test_easy_words_do_without_hard_ones() -> None:
    hard = re.compile(rf"\b(?:{'|'.join(HARD)})\w*", re.IGNORECASE)
    living = re.compile(r"lived? (in|or|here|with)", re.IGNORECASE)  # everyday uses of a word that is hard elsewhere
    found = {place: hard.findall(living.sub("", easy)) for place, _, easy in both_ways()}
    assert {place: used for place, used in found.items() if used} == {}


def test_a_hard_word_that_stays_is_explained_in_the_same_text() -> None:
    unexplained = {
        f"{place}: {word}"
        for place, _, easy in both_ways()
        for word, explanation in EXPLAINED.items()
        if re.search(rf"\b{word}", easy, re.IGNORECASE) and explanation not in easy
    }
    assert {one for one in unexplained if not re.search("/name: |^title: ", one)} == set()
    rule = " ".join(easy for place, _, easy in both_ways() if place.startswith("rating_rule"))
    assert [word for word in EVERY_FORM_EXPLAINS if f"'{word}' " not in rule] == []


def test_easy_descriptors_of_an_indicator_all_differ() -> None:
    counted = Counter(easy.lower() for _, _, easy in both_descriptors())
    assert len(both_descriptors()) == 60
    assert [text for text, times in counted.items() if times > 1] == []


def test_how_much_and_who_is_the_same_in_both_versions_of_a_step() -> None:
    differ = {
        f"{place}: {amount}"
        for place, english, easy in both_descriptors()
        for amount, easily in AMOUNTS.items()
        if bool(re.search(amount, english, re.IGNORECASE)) != bool(re.search(easily, easy, re.IGNORECASE))
    }
    assert differ == set()


def test_the_same_english_is_the_same_in_easy_words() -> None:
    said: dict[str, set[str]] = {}
    for _, english, easy in both_ways():
        said.setdefault(english, set()).add(easy)
    assert {english: found for english, found in said.items() if len(found) > 1} == {}


def test_easy_words_name_people_by_the_names_of_the_perspectives() -> None:
    named = re.findall(r"'([A-Z][^']+)'", words(in_just(SHORT.choose_perspective or "", EASY, "en")))
    names = {words(in_just(perspective.name, EASY, "en")) for perspective in SHORT.perspectives}
    assert len(named) == 4
    assert set(named) <= names


def test_translations_leave_a_framework_the_same() -> None:
    assert SHORT != SHORT_IN_ENGLISH
    assert digest(SHORT) == digest(SHORT_IN_ENGLISH)
    assert digest(SHORT) != digest(attrs.evolve(SHORT, title="Other words"))
