"""The report as a page: complete, escaped, alone, and true to the scorecard."""

import itertools
import json
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

import copro
from checking import faults
from copro.privacy.withhold import without_single_answers
from copro.report import html, text, words
from copro.report.explain import explain
from copro.report.outline import tell_scorecard
from example import loaded
from profiles import scaled
from strategies import damaged


def page(assessment: copro.Assessment, framework: copro.Framework | None = None) -> str:
    return html.render(tell_scorecard(without_single_answers(copro.score(assessment, framework)), assessment))


class Reader(HTMLParser):
    """Collect tags, attributes and the words of cells and headings."""

    VOID = frozenset({"meta", "br", "line", "circle", "rect"})

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_page_is_well_formed_and_stands_alone() -> None:
    read = Reader(page(loaded()))
    assert not read.open
    assert read.named("html") == [{"lang": "en"}]
    assert len(read.named("h1")) == 1
    for tag in ("script", "link", "img", "iframe", "a", "form"):
        assert not read.named(tag)
    for _, attributes in read.tags:
        assert not any(name.startswith("on") or name in {"href", "src", "style"} for name in attributes)
    assert "http" not in page(loaded()).replace("http-equiv", "")


def test_every_chart_has_a_title_and_the_table_its_figures() -> None:
    card = copro.score(loaded())
    read = Reader(page(loaded()))
    charts = [svg for svg in read.named("svg") if svg.get("role") == "img"]
    titles = {title["id"] for title in read.named("title") if title}
    assert len(charts) == len(card.principles)
    assert {chart["aria-labelledby"] for chart in charts} <= titles
    words_of_page = " ".join(read.text)
    for principle in card.principles:
        assert words.steps(principle.sides["community"].score, card.framework.scale) in words_of_page
    assert all(header.get("scope") in {"col", "row"} for header in read.named("th"))
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_headings_never_skip_a_level() -> None:
    levels = [int(tag[1]) for tag, _ in Reader(page(loaded())).tags if tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_markup_in_words_is_shown_never_run() -> None:
    evil = "<script>alert(1)</script>"
    assessment = loaded()
    first = attrs.evolve(assessment.responses[0], comments={"power-decide": evil}, quote="public")
    marked = attrs.evolve(
        assessment,
        title=evil,
        initiative=attrs.evolve(assessment.initiative, name=evil),
        responses=(first, *assessment.responses[1:]),
    )
    read = Reader(page(marked))
    assert not read.named("script")
    assert "".join(read.text).count(evil) >= 3


def test_words_are_printed_only_as_far_as_people_allow() -> None:
    content = " ".join(Reader(page(loaded())).text)
    for response in loaded().responses:
        for comment in response.comments.values():
            assert (comment in content) == (response.quote != "no")


def test_every_status_renders_with_its_sentence() -> None:
    seen: dict[str, str] = {}
    for path in sorted((Path(__file__).parents[1] / "schemas" / "vectors").glob("*.json")):
        vector: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if "assessment" not in vector:
            continue
        own = vector["framework"]
        framework = copro.frameworks.get(own) if isinstance(own, str) else copro.loads(json.dumps(own))
        assert isinstance(framework, copro.Framework)
        assessment = copro.loads(json.dumps(vector["assessment"]), framework=framework)
        assert isinstance(assessment, copro.Assessment)
        card = without_single_answers(copro.score(assessment, framework))
        sentence = words.status_words(card)
        assert sentence in " ".join(text.render(tell_scorecard(card)).split())
        assert sentence in "".join(Reader(html.render(tell_scorecard(card))).text)
        seen[card.reason or card.status] = sentence
        assert ("Level:" in sentence) == (card.overall.level is not None), path.name
    assert {"scored", "community_silent", "service_silent", "nothing_known", "community_declined"} <= set(seen)
    assert seen["community_silent"].startswith("The services' own account.")
    assert seen["service_silent"].startswith("The community's own account.")
    assert seen["community_declined"] == "The community chose not to be scored."


def test_lines_fit_a_terminal() -> None:
    lines = text.render(tell_scorecard(without_single_answers(copro.score(loaded())))).splitlines()
    assert max(map(len, lines)) <= 110


def example_in_brief() -> copro.Scorecard:
    """The scorecard of the example with the two principles that levels name: every part of one, much smaller."""
    core = copro.frameworks.get("copro-core@2026")
    named = [principle for principle in core.principles if principle.id in {"power", "inclusion"}]
    framework = attrs.evolve(core, id="in-brief", principles=named)
    asked = {indicator.id for principle in framework.principles for indicator in principle.indicators}

    def kept(said: Mapping[str, Any]) -> dict[str, Any]:
        return {indicator: value for indicator, value in said.items() if indicator in asked}

    whole = loaded()
    assert whole.agreed is not None
    responses = [
        attrs.evolve(each, ratings=kept(each.ratings), comments=kept(each.comments), evidence=kept(each.evidence))
        for each in whole.responses
    ]
    agreed = attrs.evolve(whole.agreed, ratings=kept(whole.agreed.ratings))
    assessment = attrs.evolve(whole, framework=framework.name, responses=responses, agreed=agreed)
    return without_single_answers(copro.certainty(assessment, framework, replicates=20))


CARDS = [
    json.loads(copro.dumps(example_in_brief())),
    json.loads(Path(__file__).with_name("cases").joinpath("valid/scorecard-withheld-and-uncertain.json").read_text()),
]


@scaled(3)
@given(st.sampled_from(CARDS).flatmap(damaged))
def test_whatever_scorecard_is_accepted_can_be_shown(document: dict[str, Any]) -> None:
    data = json.dumps(document).encode()
    if faults(data):
        return
    card = copro.load(data)
    assert isinstance(card, copro.Scorecard)
    shown = without_single_answers(card)
    assert text.render(tell_scorecard(shown))
    assert html.render(tell_scorecard(shown))
    assert text.render(explain(shown, None))
