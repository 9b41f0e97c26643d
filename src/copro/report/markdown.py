"""Any outline as Markdown, for a wiki, an issue or a page: CommonMark, with the tables of GitHub."""

import re
from collections.abc import Iterable, Iterator

from copro.messages import unmarked
from copro.model.outline import Block, Item, Items, Outline, Paragraph, Profile, Quotes, Row, Section, Table

JOINER = "\u2060"
"""A character that is never seen, for what would be an address, a mention or nothing at all without it."""

ADDRESS = re.compile(r"@(?=[\w-]*\.\w)|(?<!\w)@(?=\w)")
"""Where a program would make a link or a mention, whatever stands before the sign."""

ANYWHERE = re.compile(
    r"[\\`*_{}\[\]<>|~#$]|&(?=[#A-Za-z])|:(?=//)|(?<=[^\W\d_])\.(?=\w)|\.(?=[^\W\d_])|(?<=[Ww]{3})\.|@(?=\u2060)"
)
"""What could begin markup, an entity, an address or HTML."""

AT_THE_START = re.compile(r"([-+=])|(\d+)([.)])(?!\S)")
"""What could begin a list, or underline a heading, where a line begins."""


def render(outline: Outline) -> str:
    """Lay an outline out as Markdown.

    Words of documents are only ever words: nothing in them becomes markup, a link or HTML.

    Args:
        outline: What is told, such as :func:`copro.report.outline.tell_scorecard` gives.

    Returns:
        Markdown that ends with a line break.
    """
    parts = [
        *(f"**{escaped(above)}**" for above in outline.above),
        *([f"# {escaped(outline.title)}"] if outline.title else []),
        *_blocks(outline.opening),
        *(part for section in outline.sections for part in _section(section)),
        *_blocks(outline.closing),
        *_section(outline.language),
    ]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""Words as Markdown that shows them and nothing else, for within a line.

    >>> print(escaped("*Look* at <b>www.example.org</b>"))
    \*Look\* at \<b\>www\.example\.org\</b\>
    """
    plain = ADDRESS.sub(f"@{JOINER}", " ".join(unmarked(text).split()))
    return ANYWHERE.sub(r"\\\g<0>", plain) or JOINER


def line(text: str) -> str:
    r"""Words as Markdown that shows them and nothing else, for where a line begins.

    >>> print(line("1. We walk"), line("- or stay"))
    1\. We walk \- or stay
    """
    shown = escaped(text)
    if (found := AT_THE_START.match(shown)) is None:
        return shown
    return f"\\{shown}" if found[1] else f"{found[2]}\\{shown[found.end(2) :]}"


def _section(section: Section, level: int = 2) -> Iterator[str]:
    if section.heading:
        yield f"{'#' * level} {escaped(section.heading)}"
    yield from _blocks(section.blocks)
    for part in section.sections:
        yield from _section(part, level + 1)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    mark = "*"
    for block in blocks:
        match block:
            case Paragraph():
                yield f"**{escaped(block.text)}**" if block.tone in {"result", "strong"} else line(block.text)
            case Items():
                mark = "-" if mark == "*" else "*"  # another mark begins another list
                yield "\n".join(_items(block, mark))
            case Quotes():
                yield from (f"> {line(text)}" for text in block.texts)
            case Table():
                yield from _table(block)
            case Profile():
                yield from _profile(block)


def _items(items: Items, mark: str = "-", indent: str = "") -> Iterator[str]:
    for number, item in enumerate(items.items, start=1):
        start = f"{number}." if items.style == "numbers" else mark
        hanging = indent + " " * (len(start) + 1)
        yield f"{indent}{start} " + f"\\\n{hanging}".join(map(line, (item.text, *item.more)))
        if item.below is not None:
            yield from _items(item.below, indent=hanging)


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{escaped(table.caption)}**"
    yield _grid(table.heads, table.rows)
    if below := [Item(row.cells[0], below=row.below) for row in table.rows if row.below is not None]:
        yield "\n".join(_items(Items(below)))


def _grid(heads: tuple[str, ...], rows: Iterable[Row]) -> str:
    lines = [[escaped(head) if head else "" for head in heads], ["---"] * len(heads)]
    for row in rows:
        cells = [escaped(cell) for cell in row.cells]
        lines.append(cells if len(cells) == len(heads) else [f"**{cells[0]}**", *[""] * (len(heads) - 1)])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _profile(profile: Profile) -> Iterator[str]:
    table = profile.table
    told = list(zip(profile.lines, table.rows, strict=True))
    clear = [row for line, row in told if not line.is_unclear]
    unclear = [row for line, row in told if line.is_unclear]
    yield f"**{escaped(table.caption)}**"
    if clear or not unclear:
        yield _grid(table.heads, clear)
    if unclear:
        yield f"**{escaped(profile.unclear)}**"
        yield _grid(table.heads, unclear)
