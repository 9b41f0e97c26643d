"""Every sentence in one catalogue; easy words for readers; nothing falls back in silence."""

import ast
import gettext
import json
import re
import string
import threading
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import catalogues
import copro
from copro.messages import counted, languages, message, say, speaking, telling
from copro.model.crosswalk import Relation
from copro.privacy.withhold import without_single_answers
from copro.report import frameworks, html, markdown, text, words
from copro.report.comparison import tell_comparison
from copro.report.explain import explain
from copro.report.outline import tell_scorecard
from copro.report.promises import tell_promises
from copro.report.story import tell_stories
from copro.report.translation import tell_translation
from example import ROOT
from running import Run

EXAMPLE = ROOT / "examples" / "walk-your-neighbourhood"
EASY_WORDS = "en-x-easyread"
ALL = [pytest.param(path, id=path.parts[-3]) for path in catalogues.catalogues()]


def assessment(document: dict[str, Any] | None = None, framework: copro.Framework | None = None) -> copro.Assessment:
    given = document or json.loads((EXAMPLE / "assessment.json").read_text(encoding="utf-8"))
    loaded = copro.loads(json.dumps(given), framework=framework)
    assert isinstance(loaded, copro.Assessment)
    return loaded


def in_text(card: copro.Scorecard) -> str:
    return text.render(tell_scorecard(card, length="page"))


def in_page(card: copro.Scorecard, answers: copro.Assessment | None = None) -> str:
    return html.render(tell_scorecard(card, answers))


def in_explanation(
    card: copro.Scorecard, about: str | None = None, answers: copro.Assessment | None = None, *, private: bool = False
) -> str:
    return text.render(explain(card, about, answers, private=private))


def sentences(of: Message) -> tuple[str, ...]:
    return tuple(of.id) if isinstance(of.id, tuple | list) else (of.id,)


def translations(of: Message) -> tuple[str, ...]:
    return tuple(of.string) if isinstance(of.string, tuple | list) else (of.string or "",)


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


# The catalogue.


def calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(catalogues.SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in catalogues.KEYWORDS:
                yield f"{path.name}:{node.lineno}", node


def is_look_up(node: ast.expr) -> bool:
    """Whether a table is asked for a sentence that it may not have."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get"


def test_a_sentence_is_written_where_it_is_said_or_in_a_table() -> None:
    found = list(calls())
    assert len(found) > 300
    for place, call in found:
        assert isinstance(call.func, ast.Name)
        first = call.args[0]
        assert isinstance(first, ast.Constant | ast.Name | ast.Attribute | ast.Subscript) or is_look_up(first), place
        if call.func.id != "message":
            assert all(isinstance(arg, ast.Constant) for arg in call.args[: 2 if call.func.id == "counted" else 1]), (
                place
            )


@pytest.mark.parametrize("path", ALL)
def test_a_catalogue_holds_every_sentence_and_no_other(path: Path) -> None:
    said = {sentence.id for sentence in catalogues.extracted() if sentence.id}
    kept = catalogues.read(path)
    held = {sentence.id for sentence in kept if sentence.id}
    assert len(said) > 400
    assert said - held == set(), "run python3 tasks.py messages"
    assert held - said == set(), "run python3 tasks.py messages"
    assert not kept.obsolete
    assert [sentence.id for sentence in kept if sentence.id and sentence.fuzzy] == []


@pytest.mark.parametrize("path", ALL)
def test_a_catalogue_is_compiled(path: Path) -> None:
    def entries(data: bytes) -> dict[object, object]:
        found = read_mo(BytesIO(data))
        forms = {"": found.plural_forms}
        return forms | {sentences(sentence): translations(sentence) for sentence in found if sentence.id}

    compiled = catalogues.compiled(catalogues.read(path))
    assert entries(path.with_suffix(".mo").read_bytes()) == entries(compiled), "run python3 tasks.py messages"
    assert entries(compiled)


@pytest.mark.parametrize("path", ALL)
def test_a_translation_has_the_places_of_its_sentence(path: Path) -> None:
    for sentence in catalogues.read(path):
        if sentence.id and catalogues.is_translated(sentence):
            wanted = set[str]().union(*map(places, sentences(sentence)))
            for translation in translations(sentence):
                assert places(translation) == wanted, sentence.id


def test_every_sentence_for_readers_is_in_easy_words() -> None:
    unsaid = [
        sentence.id
        for sentence in catalogues.read(catalogues.LOCALE / EASY_WORDS / "LC_MESSAGES" / "copro.po")
        if sentence.id and catalogues.is_for_readers(sentence) and not catalogues.is_translated(sentence)
    ]
    assert unsaid == []


# Plain words.

MOST_WORDS = {"en": 25, EASY_WORDS: 15}

NEVER_USED = {
    "en": (
        "hard to reach",
        "service user",
        "leverage",
        "empower",
        "utilise",
        "robust",
        "holistic",
        "synergy",
        "vulnerable",
        "going forward",
        "best practice",
        "beneficiar",
        "non-compliant",
        "reliability",
        "validated",
    ),
    EASY_WORDS: (
        "approximately",
        "assessment",
        "confidence",
        "confirmed",
        "coverage",
        "figure",
        "indicator",
        "initiative",
        "interval",
        "mean of",
        "median",
        "overall",
        "participat",
        "perspective",
        "principle",
        "probability",
        "respond",
        "stakeholder",
        "whom",
    ),
}
"""Words that talk past people; in easy words also those that only experts use."""


def said_to_readers(language: str) -> Iterator[str]:
    path = catalogues.LOCALE / EASY_WORDS / "LC_MESSAGES" / "copro.po"
    for sentence in catalogues.read(path):
        if sentence.id and catalogues.is_for_readers(sentence):
            yield from sentences(sentence) if language == "en" else translations(sentence)


@pytest.mark.parametrize("language", MOST_WORDS)
def test_words_are_plain(language: str) -> None:
    found = list(said_to_readers(language))
    assert len(found) > 300
    for told in found:
        plain = re.sub(r"\{[^}]*\}", "this", told)
        for sentence in re.split(r"(?<=[.?!:;])\s", plain):
            assert len(sentence.split()) <= MOST_WORDS[language], sentence
        for avoided in (*NEVER_USED["en"], *NEVER_USED[language]):
            assert avoided not in plain.lower(), told


# A language that nobody speaks shows what bypasses the catalogue.

ACCENTS = str.maketrans("aeiounscAEIOUNSC", "áéíóúñšçÁÉÍÓÚÑŠÇ")


def strange(sentence: str) -> str:
    """A sentence with accents on its letters and brackets around it, its places as they were."""
    parts = re.split(r"(\{[^}]*\})", sentence)
    return f"⟦{''.join(part if part.startswith('{') else part.translate(ACCENTS) for part in parts)}⟧"


@cache
def known() -> frozenset[str]:
    return frozenset(one for sentence in catalogues.extracted() if sentence.id for one in sentences(sentence))


class Strange(gettext.NullTranslations):
    """A catalogue of strange sentences, for every sentence that the catalogue holds."""

    def __init__(self) -> None:
        super().__init__()
        self.known = known()

    def gettext(self, sentence: str) -> str:
        return strange(sentence) if sentence in self.known else sentence

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)


TEXTS = frozenset(
    {
        "title",
        "name",
        "summary",
        "statement",
        "descriptors",
        "meaning",
        "description",
        "citation",
        "threshold_basis",
        "licence",
        "publisher",
        "rating_rule",
        "choose_perspective",
        "note",
        "reason",
        "who",
        "organisation",
        "comments",
        "power",
        "went_wrong",
        "others_can_take",
        "terms",
        "copyright",
        "by",
        "setting",
        "before",
        "together",
        "changed_for_people",
        "changed_for_practitioners",
        "changed_for_organisation",
        "transcript",
        "limits",
        "group",
        "rationale",
    }
)
"""The properties of documents that hold words of their own."""


def in_quotes(value: Any, *, is_text: bool = False) -> Any:
    """A document with every text of its own in quotes, so that it can be told from the library's words."""
    if isinstance(value, dict):
        return {
            key: in_quotes(item, is_text=key in TEXTS or (is_text and isinstance(item, str)))
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [in_quotes(item, is_text=is_text) for item in value]
    return f"«{value}»" if is_text and isinstance(value, str) else value


def marked_up(document: dict[str, Any]) -> dict[str, Any]:
    """The document in quotes, with the ids that share a name with a text put back."""
    quoted: dict[str, Any] = in_quotes(document)
    for commitment in quoted.get("commitments", ()):
        commitment["by"] = [party.strip("«»") for party in commitment["by"]]
        for event in commitment.get("events", ()):
            event["by"] = event["by"].strip("«»")
    return quoted


IDS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(@[a-z0-9-]+)?")


def unsaid(told: str, ids: set[str]) -> list[str]:
    """Words that are neither a document's own, nor an id, nor a bar, nor from the catalogue."""
    told = re.sub(r"[|CSB][.CSB]{19}[|CSB]", " ", told)
    before = None
    while before != told:
        before, told = told, re.sub(r"⟦[^⟦⟧]*⟧|«[^«»]*»|[⟦«][^⟦⟧«»]* \.\.\.", " ", told)
    return [word for word in re.findall(r"[^\W\d_][\w@-]*", told) if word not in ids]


class Visible(HTMLParser):
    """The words of a page that people see or hear, and the languages that they are marked with."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.languages: list[str | None] = []
        self.inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.inside.append(tag)
        for name, value in attributes:
            if name == "lang":
                self.languages.append(value)
            if name in {"data-label", "alt", "title", "aria-label"}:
                self.words.append(value or "")

    def handle_data(self, data: str) -> None:
        if "style" not in self.inside[-1:]:
            self.words.append(data)


def every_output(quoted: copro.Assessment, framework: copro.Framework) -> Iterator[tuple[str, str]]:
    card = copro.certainty(quoted, framework, replicates=20)
    shown = without_single_answers(card)
    yield "text", in_text(shown)
    yield "markdown", markdown.render(tell_scorecard(shown, quoted))
    yield "page", " ".join(Visible(in_page(shown, quoted)).words)
    yield "explanation", in_explanation(shown)
    for principle in shown.principles[:2]:
        yield f"explanation of {principle.id}", in_explanation(shown, principle.id)
    yield "private", in_explanation(card, card.principles[0].id, quoted, private=True)
    yield "ledger", text.render(tell_promises(card.commitments, quoted.language))
    fewer = [attrs.evolve(voice, rated=0) if place == 0 else voice for place, voice in enumerate(card.voices)]
    other = attrs.evolve(card, voices=fewer, certainty=None, policy=attrs.evolve(card.policy, known_by=3))
    yield "comparison", text.render(tell_comparison(copro.compare([card, other], [quoted, quoted], framework)))
    yield "framework", frameworks.show(framework)


def ids_in(*documents: dict[str, Any]) -> set[str]:
    found: set[str] = set()
    for document in documents:
        found |= {
            part
            for quoted in re.findall(r'"([^"]*)"', json.dumps(document))
            for part in [quoted]
            if IDS.fullmatch(part)
        }
    return found | {name.partition("@")[0] for name in found}


def vectors() -> list[Any]:
    """The example, and the first scoring vector of every kind."""
    example = json.loads((EXAMPLE / "assessment.json").read_text(encoding="utf-8"))
    core = json.loads(copro.dumps(copro.frameworks.get("copro-core@2026")))
    found = [pytest.param({**core, "id": "core"}, {**example, "framework": "core@2026"}, id="example")]
    kinds = set()
    for path in sorted((ROOT / "schemas" / "vectors").glob("*.json")):
        vector, kind = json.loads(path.read_text(encoding="utf-8")), path.stem.partition("-")[0]
        if "assessment" in vector and isinstance(vector["framework"], dict) and kind not in kinds:
            kinds.add(kind)
            found.append(pytest.param(vector["framework"], vector["assessment"], id=path.stem))
    return found


@pytest.mark.parametrize(("framework", "answers"), vectors())
def test_no_sentence_bypasses_the_catalogue(framework: dict[str, Any], answers: dict[str, Any]) -> None:
    used = copro.loads(json.dumps(marked_up(framework)))
    assert isinstance(used, copro.Framework)
    with speaking("qps-ploc", Strange()):
        for name, told in every_output(assessment(marked_up(answers), used), used):
            assert unsaid(told, ids_in(framework, answers)) == [], name
            assert "⟦" in told, name


def test_no_sentence_of_a_story_bypasses_the_catalogue() -> None:
    document = json.loads((EXAMPLE / "the-tea-money.json").read_text(encoding="utf-8"))
    for changes in ({}, {"tense": "futuring", "told_from": 2030}):
        told = copro.loads(json.dumps(marked_up({**document, **changes})))
        assert isinstance(told, copro.CaseStudy)
        with speaking("qps-ploc", Strange()):
            assert unsaid(text.render(tell_stories([(told, "7")], 1, full=True)), set()) == []


def test_no_sentence_of_a_list_bypasses_the_catalogue() -> None:
    shown = copro.Vocabulary(
        id="steps",
        edition="1",
        title="«Steps»",
        publisher="«Us».",
        licence="«MIT»",
        source=copro.Source(citation="«A page»", year=2020, url="7", copyright="«Them»", licence="«Asked»"),
        ordered=True,
        terms=[
            copro.Term(id="one", name="«One»", value=1, group="«Low»", origin="source", verified=False),
            copro.Term(id="two", name="«Two»", value=2, meaning="«More»", origin="authors"),
        ],
    )
    plain = attrs.evolve(shown, ordered=False, publisher=None, source=None, terms=shown.terms[1:])
    link = copro.Link(
        from_="one", to="two", relation="close", rationale="«Why»", author="«Us»", date="2026-03-04", confidence="low"
    )
    walk = copro.Crosswalk(
        id="walk", title="«Walk»", summary="«All»", licence="«MIT»", from_="a@1", to="b@1", links=[link, link]
    )
    with speaking("qps-ploc", Strange()):
        told = [frameworks.show(one) for one in (shown, plain, walk)]
        told.append(frameworks.list_all([], [shown, plain], [walk]))
    for output in told:
        assert unsaid(output, {"steps", "one", "two", "walk", "a", "b", "close", "a@1", "b@1", "steps@1"}) == []


def test_no_sentence_of_a_translation_bypasses_the_catalogue() -> None:
    core = json.loads(copro.dumps(copro.frameworks.get("copro-core@2026")))
    used, target = (copro.loads(json.dumps(marked_up({**core, "id": name}))) for name in ("core", "other"))
    assert isinstance(used, copro.Framework)
    assert isinstance(target, copro.Framework)
    ends = (
        ("power", "power"),
        ("power", "access"),
        ("roles", "access"),
        ("systems", "systems"),
        ("access", "outcomes"),
    )
    relations: tuple[Relation, ...] = ("exact", "close", "exact", "broader", "related")
    walk = copro.Crosswalk(
        id="walk",
        from_="core@2026",
        to="other@2026",
        links=[
            copro.Link(
                from_=one,
                to=other,
                relation=relation,
                rationale="«Why»",
                author="us",
                date="2026-03-04",
                confidence="low",
            )
            for (one, other), relation in zip(ends, relations, strict=True)
        ],
    )
    answers = json.loads((EXAMPLE / "assessment.json").read_text(encoding="utf-8"))
    quoted = assessment(marked_up({**answers, "framework": "core@2026"}), used)
    with speaking("qps-ploc", Strange()):
        card = copro.score(quoted, used)
        unrated = [attrs.evolve(p, score=None, reason="unknown") if p.id == "roles" else p for p in card.principles]
        for shown in (
            without_single_answers(card),
            attrs.evolve(card, principles=unrated, status="one_sided", reason="community_silent"),
        ):
            told = text.render(
                tell_translation(copro.translate(shown, target.name, crosswalks=[walk], framework=target), shown)
            )
            assert unsaid(told, ids_in(core, answers) | {"core", "other@2026", "walk"}) == []


def test_what_bypasses_the_catalogue_is_seen() -> None:
    assert unsaid("⟦Ñó⟧ «text» |...C.......S.......| power-decide new", {"power-decide"}) == ["new"]


# Easy words.


def own_texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from own_texts(item)


def test_the_example_is_wholly_in_easy_words_as_far_as_the_library_speaks() -> None:
    quoted = assessment()
    core = copro.frameworks.get(quoted.framework)
    texts = {*own_texts(json.loads(copro.dumps(core))), *own_texts(json.loads(copro.dumps(quoted)))}
    with speaking(EASY_WORDS) as speech:
        outputs = dict(every_output(quoted, core))
    assert speech.sentences == set()
    assert {one.rstrip(".") for one in speech.in_other_words} <= {one.rstrip(".") for one in texts}
    assert "The level is: Sharing has begun." in outputs["text"]
    assert "This report is in easy words." in outputs["page"]
    assert "WHO ANSWERED" not in outputs["text"]


def test_a_report_says_what_is_not_in_its_language() -> None:
    quoted = attrs.evolve(assessment(), title={"en": "A walk", EASY_WORDS: "We walk"})
    shown = without_single_answers(copro.score(quoted))
    with speaking(EASY_WORDS):
        told, page, told_why = in_text(shown), in_page(shown, quoted), in_explanation(shown, "power")
    assert told.startswith("We walk\n")
    for output in (told, page, told_why):
        assert re.search(r"[0-9]+ texts are not in easy words yet\. They are in English\.", output)
    for output in (told, page, told_why):
        assert "Power and decisions" not in output.partition("This report is in")[2], (
            "a list of texts is nobody's result"
        )
    assert "This report is in English.\n" in in_text(shown)
    assert " no " not in in_text(shown).partition("This report is in English.")[2]


def test_findings_in_another_language_are_told() -> None:
    plain = copro.score(assessment())
    assert plain.language == "en"
    with speaking(EASY_WORDS):
        easy = copro.score(assessment())
        told = " ".join(in_text(without_single_answers(plain)).split())
    assert easy.language == EASY_WORDS
    assert {finding.message for finding in easy.findings}.isdisjoint(finding.message for finding in plain.findings)
    assert "Staff explained, led or gave 1 of 8 answers from the community." in told
    assert copro.loads(copro.dumps(easy)) == easy
    assert '"language": "en-x-easyread"' in copro.dumps(easy)
    with speaking(EASY_WORDS) as speech:
        in_page(without_single_answers(plain))
    assert speech.in_other_words["Staff explained, led or gave 1 of 8 answers from the community."] == "en"
    with speaking("en") as speech:
        in_page(without_single_answers(easy))
    assert EASY_WORDS in speech.in_other_words.values()


# Which language.


def test_the_languages_that_ship() -> None:
    assert languages() == ("en", EASY_WORDS)


def test_without_being_asked_it_tells_in_the_documents_language() -> None:
    easy = attrs.evolve(assessment(), language=EASY_WORDS)
    assert copro.score(easy).language == EASY_WORDS
    assert copro.compare([copro.score(easy)] * 2).spoken == EASY_WORDS
    assert "The level is: Sharing has begun." in in_text(copro.score(easy))
    welsh = in_text(copro.score(attrs.evolve(assessment(), language="cy")))
    assert "Level: Sharing has begun." in welsh
    assert "This report is in English.\ncopro has no sentences of its own in Welsh.\n" in welsh
    assert "texts have no English. They are in Welsh." in welsh
    assert "no sentences" not in in_text(copro.score(attrs.evolve(assessment(), language="en-GB")))


def test_a_language_without_sentences_falls_back_and_says_so() -> None:
    with speaking("cy") as speech:
        told = in_text(copro.score(assessment()))
    assert "Level: Sharing has begun." in told
    assert "copro has no sentences of its own in Welsh." in told
    assert speech.in_other_words["Level: Sharing has begun."] == "en"
    assert "Level: Sharing has begun." not in told.partition("copro has no sentences")[2]


@pytest.mark.parametrize("tag", ["", "../..", "e", "en_GB", "en-", "en-x-easyread\n"])
def test_a_language_is_a_tag(tag: str) -> None:
    with pytest.raises(ValueError, match="language tag"), speaking(tag):
        pass


def test_regions_do_not_matter_and_varieties_do() -> None:
    with speaking("EN-x-EasyRead") as speech:
        assert message("Worth knowing") == "Good to know"
    with speaking("en-GB-x-easyread") as speech:
        assert message("Worth knowing") == "Worth knowing"
    assert list(speech.in_other_words) == ["Worth knowing"]
    with speaking("en-GB") as speech:
        assert (message("Worth knowing"), say("Power", "en")) == ("Worth knowing", "Power")
    assert speech.in_other_words == {}


def test_texts_are_said_in_the_nearest_language() -> None:
    texts = {"cy": "Grym", "en": "Power", EASY_WORDS: "Who decides"}
    for asked, expected, missed in (
        (EASY_WORDS, "Who decides", False),
        ("cy-GB", "Grym", False),
        ("gd", "Power", True),
        ("cy-x-easyread", "Grym", True),
    ):
        with speaking(asked) as speech:
            assert say(texts, "en") == expected
        assert bool(speech.in_other_words) == missed, asked
    assert say(texts, "cy") == "Grym"
    assert say(None, "en") == ""


# Pages.


def test_a_page_says_its_language_and_that_of_other_words() -> None:
    names = {"en": "A garden", "cy": "Gardd"}
    quoted = attrs.evolve(assessment(), title="Ein Jahr", language="de")
    quoted = attrs.evolve(quoted, initiative=attrs.evolve(quoted.initiative, name=names))
    page = in_page(without_single_answers(copro.score(quoted)), quoted)
    assert '<html lang="en">' in page
    assert '<h1><span lang="de">Ein Jahr</span></h1>' in page
    assert "<title>Ein Jahr: Level: Sharing has begun.</title>" in page
    assert '<span lang="de">We hear about it afterwards' in page or '<p><span lang="de">' in page
    assert "A garden" in page
    with speaking(EASY_WORDS):
        page = in_page(without_single_answers(copro.score(assessment())))
    assert '<html lang="en-x-easyread">' in page
    assert "<span lang=" not in page
    assert not set(page) & set("\ufdd0\ufdd1\ufdd2")


def test_a_text_cannot_forge_a_language() -> None:
    forged = '\ufdd0de\ufdd1 \ufdd0x" onclick="\ufdd1a\ufdd2 <b>\ufdd2 \ufdd1'
    quoted = attrs.evolve(assessment(), title=forged, language="de")
    page = in_page(without_single_answers(copro.score(quoted)))
    assert not set(page) & set("\ufdd0\ufdd1\ufdd2")
    assert 'onclick="' not in page
    assert "<b>" not in page
    opened = Visible(page)
    assert opened.inside.count("span") == page.count("</span>")


def test_words_of_another_language_are_marked_within_a_sentence() -> None:
    with telling("en", carries_languages=True):
        told = words.labelled(say({"cy": "Grym"}, "cy"), "1")
    assert html.with_languages(f"<p title='{told}'>{told}</p><title>{told}</title>") == (
        "<p title='Grym: 1'><span lang=\"cy\">Grym</span>: 1</p><title>Grym: 1</title>"
    )


# Tellings.


def test_each_telling_notes_what_it_said_and_no_more() -> None:
    with speaking("cy") as speech:
        with telling("en") as first:
            message("Worth knowing")
        with telling("en") as second:
            message("The result")
    assert (list(first.in_other_words), list(second.in_other_words)) == (["Worth knowing"], ["The result"])
    assert list(speech.in_other_words) == ["Worth knowing", "The result"]


def test_threads_speak_their_own_languages() -> None:
    started = threading.Barrier(8)
    told: dict[int, set[str]] = {}

    def tell(number: int) -> None:
        with speaking(EASY_WORDS if number % 2 else "en"):
            started.wait(timeout=300)
            told[number] = {message("Worth knowing") for _ in range(2000)}

    threads = [threading.Thread(target=tell, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == {number: {"Good to know" if number % 2 else "Worth knowing"} for number in range(8)}
    assert message("Worth knowing") == "Worth knowing"


SIX_FORMS = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"


def catalogue(entries: str, plural: str = "nplurals=2; plural=(n != 1);") -> gettext.GNUTranslations:
    head = 'msgid ""\nmsgstr ""\n"Language: cy\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    read: Catalog = read_po(BytesIO(f'{head}"Plural-Forms: {plural}\\n"\n\n{entries}'.encode()))
    return gettext.GNUTranslations(BytesIO(catalogues.compiled(read)))


def test_a_language_has_as_many_plural_forms_as_it_needs() -> None:
    forms = "\n".join(f'msgstr[{number}] "{{count}} form {number}"' for number in range(6))
    own = catalogue(f'msgid "{{count}} person"\nmsgid_plural "{{count}} people"\n{forms}\n', SIX_FORMS)
    with speaking("cy", own) as speech:
        told = [counted("{count} person", "{count} people", count) for count in (0, 1, 2, 3, 6, 40)]
        assert counted("{count} answer", "{count} answers", 1) == "1 answer"
    assert told == [f"{count} form {number}" for number, count in enumerate((0, 1, 2, 3, 6, 40))]
    assert speech.in_other_words == {"1 answer": "en"}


def test_a_translation_may_be_the_same_as_the_sentence() -> None:
    own = catalogue('msgid "Scots"\nmsgstr "Scots"\n')
    with speaking("cy", own) as speech:
        assert message("Scots") == "Scots"
    assert speech.in_other_words == {}


@pytest.mark.parametrize("broken", ["{who} {0}", "{", "{name.first}", "{name"])
def test_a_broken_translation_falls_back(broken: str) -> None:
    own = catalogue(f'msgid "Leaving out {{name}}: {{level}}."\nmsgstr "{broken}"\n')
    with speaking("cy", own) as speech:
        assert message("Leaving out {name}: {level}.", name="Power", level="no level") == "Leaving out Power: no level."
    assert list(speech.in_other_words.values()) == ["en"]


# Own terms for people.


def test_own_terms_take_the_place_of_a_perspectives_name() -> None:
    terms = {"people-using-services": "Walkers", "practitioners": {"en": "Staff", EASY_WORDS: "People who work here"}}
    ours = attrs.evolve(assessment(), terms=terms)
    card = without_single_answers(copro.score(ours))
    assert {voice.perspective: voice.name for voice in card.voices}["people-using-services"] == "Walkers"
    with speaking(EASY_WORDS):
        easy = in_text(card)
    for told in (in_text(card), in_page(card), in_explanation(card, "power-decide")):
        assert "Walkers" in told
        assert "Staff" in told
        assert "People who use the service" not in told
    assert "People who work here" in easy
    assert copro.score(ours).overall == copro.score(assessment()).overall
    assert copro.loads(copro.dumps(ours)) == ours


def test_terms_keep_the_language_of_the_assessment() -> None:
    ours = attrs.evolve(assessment(), language="cy", terms={"practitioners": "Staff ni"})
    names = {voice.perspective: voice.name for voice in copro.score(ours).voices}
    assert dict(names["practitioners"] or {}) == {"cy": "Staff ni"}  # type: ignore[arg-type]  # a language map
    assert '<span lang="cy">Staff ni</span>' in in_page(without_single_answers(copro.score(ours)))


def test_a_term_for_nobody_is_an_error() -> None:
    document = json.loads((EXAMPLE / "assessment.json").read_text(encoding="utf-8"))
    (finding,) = copro.validate(json.dumps({**document, "terms": {"practitoners": "Staff"}}).encode())
    assert (finding.code, finding.pointer) == ("unknown-perspective", "/terms/practitoners")
    assert finding.hint == "Did you mean 'practitioners'?"


def test_a_comparison_knows_a_perspective_under_another_term() -> None:
    first = copro.score(assessment())
    second = copro.score(attrs.evolve(assessment(), terms={"practitioners": "Staff"}))
    assert [finding.code for finding in copro.compare([first, second]).findings] == ["no-intervals"]


# On the command line.


COMMANDS = (
    ("score", "assessment.json"),
    ("explain", "card.json", "power-decide"),
    ("report", "card.json", "-o", "-"),
    ("compare", "card.json", "card.json"),
    ("commitments", "assessment.json"),
    ("stories", "."),
    ("frameworks", "show", "copro-core@2026"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_command_that_tells_takes_a_language(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    command: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("assessment.json", "the-tea-money.json"):
        Path(name).write_text((EXAMPLE / name).read_text(encoding="utf-8"), encoding="utf-8")
    copro.dump(copro.score(assessment()), "card.json")
    code, easy, _ = run(*command, "--language", EASY_WORDS)
    assert code == 0
    assert "This report is in easy words." in easy
    assert re.search("texts? (is|are) not in easy words yet", easy)
    monkeypatch.setenv("COPRO_LANGUAGE", EASY_WORDS)
    assert run(*command)[1] == easy
    assert run(*command, "--language", "easy read!")[0] == 2
    monkeypatch.delenv("COPRO_LANGUAGE")
    assert "This report is in English." in run(*command)[1]


def test_a_scorecard_is_printed_with_the_language_of_its_findings(run: Run) -> None:
    code, printed, _ = run("score", EXAMPLE / "assessment.json", "--format", "json", "--language", EASY_WORDS)
    assert (code, json.loads(printed)["language"]) == (0, EASY_WORDS)
    assert any(
        "Staff explained, led or gave 1 of them." in finding["message"] for finding in json.loads(printed)["findings"]
    )
