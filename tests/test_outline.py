"""One outline, many forms: each tells the same words in the same order, and no text becomes anything but words."""

import ast
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

import copro
from copro.messages import speaking, unmarked
from copro.model.outline import Block, Items, Outline, Paragraph, Profile, Quotes, Row, Section, Table
from copro.privacy.withhold import without_single_answers
from copro.report import html, markdown, text
from copro.report.comparison import tell_comparison
from copro.report.explain import explain
from copro.report.outline import PARTS, tell_scorecard
from copro.report.promises import tell_promises
from copro.report.story import tell_stories
from copro.report.translation import tell_translation
from example import ROOT, loaded
from profiles import scaled
from running import Run
from strategies import World, rich_worlds

MARKDOWN = MarkdownIt("commonmark").enable("table")
EXAMPLE = ROOT / "examples" / "walk-your-neighbourhood"

HOSTILE = (
    "<script>alert(1)</script>",
    "<b>bold</b> & <!-- hidden -->",
    "&lt;b&gt; &#x41; &amp;amp;",
    "[a link](https://example.org) ![a picture](x.png)",
    "[ref]: https://example.org",
    "<https://example.org>",
    "see https://example.org/a_b?c=d&e=f",
    "ask me@example.org or @council or www.example.org or www. or WWW.1",
    "*one* _two_ **three** __four__ ~~five~~ `six` ``seven``",
    "# heading #",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "12) item",
    "> quote",
    "---",
    "===",
    "***",
    "```\ncode\n```",
    "    code by indenting",
    "| a | b |\n| --- | --- |\n| c | d |",
    "ends with a backslash\\",
    "\\*escaped already\\* \\| \\\\",
    "two  spaces  \nand a line\r\nand\rmore\u2028still",
    "- [ ] a task",
    "$x$ and $$y$$",
    "[^1] and [^1]: note",
    "a | b \\| c",
    "\t\ttabs",
    "=",
    "-",
    "_",
    "\u2060",
    " ",
    "1.",
    "…\u202eright to left",
)
"""Texts that are markup elsewhere."""


# What is told.


def told(outline: Outline, form: str) -> Iterator[str]:
    """Every piece of words that a form of output must show, in order."""
    yield from outline.above
    yield outline.title
    yield from in_blocks(outline.opening, form)
    for section in outline.sections:
        yield from in_section(section, form, capitals=form == "text" and not outline.in_easy_words)
    yield from in_blocks(outline.closing, form)
    if form != "text":
        yield outline.language.heading
    yield from in_blocks(outline.language.blocks, form)


def in_section(section: Section, form: str, *, capitals: bool = False) -> Iterator[str]:
    yield unmarked(section.heading).upper() if capitals and not section.as_written else section.heading
    yield from in_blocks(section.blocks, form)
    for part in section.sections:
        yield from in_section(part, form)


def in_blocks(blocks: Iterable[Block], form: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Items():
                yield from in_items(block)
            case Quotes():
                yield from block.texts
            case Table():
                yield from in_table(block, form)
            case Profile():
                yield from in_profile(block, form)


def in_items(items: Items) -> Iterator[str]:
    for item in items.items:
        yield from (item.text, *item.more)
        if item.below is not None:
            yield from in_items(item.below)


def in_table(table: Table, form: str) -> Iterator[str]:
    yield table.caption
    if form != "text":  # which repeats them in each row, where the columns do not fit
        yield from table.heads
    for row in table.rows:
        yield from row.cells
        if form == "text" and row.below is not None:
            yield from in_items(row.below)
    for row in table.rows:
        if form != "text" and row.below is not None:
            yield row.cells[0]
            yield from in_items(row.below)


def in_profile(profile: Profile, form: str) -> Iterator[str]:
    unclear = [line.is_unclear for line in profile.lines]
    first = unclear.index(True) if True in unclear else None
    if form == "text":
        yield profile.key_to_letters
        for place, line in enumerate(profile.lines):
            yield from (*([profile.unclear] if place == first else []), line.name, line.figures)
    elif form == "page":
        yield from profile.key_to_shapes
        for place, line in enumerate(profile.lines):
            yield from (*([profile.unclear] if place == first else []), line.name)
            yield from ([f": {line.gap}"] if line.gap else [])
            yield line.picture
        yield from in_table(profile.table, form)
    else:
        told = list(zip(unclear, profile.table.rows, strict=True))
        clear = [row for is_unclear, row in told if not is_unclear]
        yield profile.table.caption
        if clear or first is None:
            yield from in_table(attrs.evolve(profile.table, rows=clear, caption=""), form)
        if first is not None:
            yield profile.unclear
            rest = [row for is_unclear, row in told if is_unclear]
            yield from in_table(attrs.evolve(profile.table, rows=rest, caption=""), form)


def bare(words: str) -> str:
    """Words without white space, which each form breaks lines with, and without what nobody sees."""
    return "".join(unmarked(words).replace("\u2060", "").replace("\0", "\ufffd").split())


# What is shown.


class Page(HTMLParser):
    """The words of a page that people see or hear."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.inside: list[str] = []
        self.feed(page.partition("<body>")[2])
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def tokens(shown: str) -> list[Token]:
    return MARKDOWN.parse(shown)


def in_line(token: Token) -> str:
    """The words of a line, as a reader sees them."""
    return "".join(
        part.content or " " for part in token.children or () if part.type not in {"strong_open", "strong_close"}
    )


def words_of_markdown(shown: str) -> str:
    return "".join(bare(in_line(token)) for token in tokens(shown) if token.type == "inline")


def kinds_in(shown: str) -> set[str]:
    """Every kind of thing that Markdown holds."""
    return {part.type for token in tokens(shown) for part in (token, *(token.children or ()))}


KNOWN = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special"),
    *("strong_open", "strong_close", "hardbreak", "blockquote_open", "blockquote_close"),
    *("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"),
    *("list_item_open", "list_item_close"),
    *(f"{part}_{end}" for part in ("table", "thead", "tbody", "tr", "th", "td") for end in ("open", "close")),
}
"""What our Markdown is made of: no links, no pictures, no HTML, no code."""


def assert_same_words(outline: Outline) -> None:
    page = "".join(map(bare, Page(html.render(outline)).words))
    assert page == "".join(map(bare, told(outline, "page")))
    shown = markdown.render(outline)
    assert words_of_markdown(shown) == "".join(map(bare, told(outline, "markdown")))
    assert kinds_in(shown) <= KNOWN
    at, lines = 0, bare(text.render(outline))
    for words in map(bare, told(outline, "text")):
        found = lines.find(words, at)
        assert found >= 0, words
        at = found + len(words)


# The laws.


def full_card(world: World) -> copro.Scorecard:
    framework, assessment = world
    return without_single_answers(copro.score(assessment, framework))


@scaled(0.5)
@given(rich_worlds())
def test_every_form_tells_the_same_words_in_the_same_order(world: World) -> None:
    card = full_card(world)
    assert_same_words(tell_scorecard(card, world[1]))
    assert_same_words(explain(card))


@pytest.mark.parametrize("language", ["en", "en-x-easyread", "cy"])
def test_every_form_tells_the_same_words_of_the_example(language: str) -> None:
    with speaking(language):
        card = without_single_answers(copro.certainty(loaded()))
        for length in PARTS:
            assert_same_words(tell_scorecard(card, loaded(), length=length))
        for about in (None, "power", "power-decide"):
            assert_same_words(explain(card, about))
        assert_same_words(tell_promises(card.commitments, "en"))
        assert_same_words(tell_comparison(copro.compare([card, card])))
        assert_same_words(tell_translation(copro.translate(card, "nef-six@2010"), card))


def test_a_page_tells_the_parts_of_the_whole_in_the_same_order() -> None:
    card = without_single_answers(copro.certainty(loaded()))
    whole, page = ([section.id for section in tell_scorecard(card, length=length).sections] for length in PARTS)
    assert sorted(whole, key=len) != sorted(page, key=len)
    shorter, longer = sorted((whole, page), key=len)
    assert [name for name in longer if name in shorter] == shorter


def test_what_a_form_leaves_out_is_seen() -> None:
    outline = Outline(title="We walk", opening=[Paragraph("Together.")], sections=[Section(id="a", heading="Apart")])
    assert_same_words(outline)
    lacking = attrs.evolve(outline, opening=[])
    with pytest.raises(AssertionError):
        assert "".join(map(bare, Page(html.render(lacking)).words)) == "".join(map(bare, told(outline, "page")))


def test_a_form_of_output_knows_outlines_and_nothing_of_what_they_tell() -> None:
    for form in (text, html, markdown):
        found = ast.walk(ast.parse(Path(str(form.__file__)).read_text(encoding="utf-8")))
        own = {
            node.module for node in found if isinstance(node, ast.ImportFrom) and str(node.module).startswith("copro")
        }
        assert own <= {"copro.messages", "copro.model.outline", "copro.report.lines"}, form.__name__


# Markdown.


def story() -> copro.CaseStudy:
    found = copro.load(EXAMPLE / "the-tea-money.json")
    assert isinstance(found, copro.CaseStudy)
    return found


OUTLINES: dict[str, Callable[[copro.Scorecard], Outline]] = {
    "report": lambda card: tell_scorecard(card, loaded()),
    "scorecard": lambda card: tell_scorecard(card, length="page"),
    "explanation": explain,
    "principle": lambda card: explain(card, "power"),
    "promises": lambda card: tell_promises(card.commitments, "en"),
    "comparison": lambda card: tell_comparison(copro.compare([card, card])),
    "translation": lambda card: tell_translation(copro.translate(card, "nef-six@2010"), card),
    "stories": lambda _: tell_stories([(story(), "the-tea-money.json")], full=True),
}
"""Everything that is told."""


@pytest.mark.parametrize("name", OUTLINES)
def test_markdown_reads_back_as_what_was_told(name: str) -> None:
    outline = OUTLINES[name](without_single_answers(copro.certainty(loaded())))
    parsed = tokens(markdown.render(outline))
    headings = [(int(one.tag[1]), two.content) for one, two in itertools.pairwise(parsed) if one.type == "heading_open"]
    wanted = [(1, outline.title)] if outline.title else []
    for section in (*outline.sections, outline.language):
        wanted += [(2, section.heading)] if section.heading else []
        wanted += [(3, part.heading) for part in section.sections]
    assert headings == [(level, markdown.escaped(name)) for level, name in wanted]
    tables = sum(
        1 if isinstance(block, Table) else len({line.is_unclear for line in block.lines})
        for section in (*outline.sections, *(part for whole in outline.sections for part in whole.sections))
        for block in section.blocks
        if isinstance(block, Table | Profile)
    )
    assert sum(token.type == "table_open" for token in parsed) == tables
    assert kinds_in(markdown.render(outline)) <= KNOWN


@pytest.mark.parametrize("name", OUTLINES)
def test_every_outline_can_be_a_page_with_a_title(name: str) -> None:
    page = html.render(OUTLINES[name](without_single_answers(copro.score(loaded()))))
    (title,) = re.findall(r"<title>(.*)</title>", page)
    assert title


def everywhere(words: str) -> Outline:
    """Words at every place that an outline has."""
    below = Items([words], "lines")
    table = Table([words, "", words], [Row([words]), Row([words, words, words], below=below)], words)
    return Outline(
        title=words,
        above=[words],
        opening=[Items([words, words], "numbers"), Paragraph(words, "strong"), Items([words])],
        sections=[
            Section(
                id="a",
                heading=words,
                blocks=[Items([words]), Items([words], "lines"), Quotes([words, words]), table],
                sections=[Section(heading=words, blocks=[Paragraph(words), Paragraph(words, "result")])],
            )
        ],
        closing=[Paragraph(words, "soft")],
        language=Section(id="language", heading=words),
    )


def shape(outline: Outline) -> list[tuple[str, int]]:
    return [(token.type, token.level) for token in tokens(markdown.render(outline)) if token.type != "inline"]


PLAIN = shape(everywhere("words"))


@scaled(5)
@given(st.one_of(st.text(max_size=30), st.text(alphabet="\\`*_{}[]()<>#+-.!|~&:;@/= \n\t1aw", max_size=30)))
@example("\u2060")
@example("0.")
def test_no_text_becomes_markup(words: str) -> None:
    assert_only_words(words)


def assert_only_words(words: str) -> None:
    shown = markdown.render(everywhere(words))
    assert shape(everywhere(words or "\u2060")) == PLAIN
    assert kinds_in(shown) <= KNOWN
    lines = [bare(in_line(token)) for token in tokens(shown) if token.type == "inline"]
    assert {line for line in lines if line} <= {bare(words)}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_texts_are_shown_as_they_are(words: str) -> None:
    assert_only_words(words)
    page = Page(html.render(everywhere(words)))
    assert not {"script", "b", "a", "img"} & set(page.tags)
    assert {bare(one) for one in page.words if bare(one)} <= {bare(words), bare(f"{words}:")}


LINKED = re.compile(r"\w@[\w-]*\.\w|(?<!\w)@\w|\w\.[a-z]|www\.|\w://")
"""What programs make links and mentions of, without being asked."""


@pytest.mark.parametrize(
    "words", ["a@b.org", "@council", "www.example.org", "http://localhost", "see x.org, y.org", "www."]
)
def test_addresses_and_mentions_stay_words(words: str) -> None:
    assert LINKED.search(words)
    assert not LINKED.search(markdown.escaped(words))
    assert markdown.escaped("copro-core@2026 gives 1.7 of 4.") == "copro-core@2026 gives 1.7 of 4."


# On the command line.


@pytest.mark.parametrize(
    "command",
    [
        ("score", "assessment.json"),
        ("explain", "assessment.json", "power"),
        ("commitments", "assessment.json"),
        ("compare", "assessment.json", "assessment.json"),
        ("compare", "assessment.json", "--as", "nef-six@2010"),
    ],
    ids=" ".join,
)
def test_a_command_prints_markdown(run: Run, command: tuple[str, ...]) -> None:
    words = [EXAMPLE / word if word.endswith(".json") else word for word in command]
    code, out, err = run(*words, "--format", "markdown")
    assert (code, err) == (0, "")
    assert kinds_in(out) <= KNOWN
    assert words_of_markdown(out).endswith(bare("This report is in English."))
    assert run(*words, "--format", "text").out == run(*words).out
    assert run(*words, "--format", "html").code == 2


def test_several_scorecards_are_told_apart_by_their_files(run: Run) -> None:
    out = run("score", EXAMPLE / "assessment.json", EXAMPLE / "assessment.json", "--format", "markdown").out
    assert out.count("assessment\\.json**\n\n# Walk Your Neighbourhood") == 2
