"""Any outline as plain text, for a terminal."""

from collections.abc import Iterator

from copro.messages import unmarked
from copro.model.outline import (
    Block,
    Item,
    Items,
    Outline,
    Paragraph,
    Profile,
    ProfileLine,
    Quotes,
    Row,
    Section,
    Table,
)
from copro.report.lines import WIDTH, wrapped

BAR = 21
"""Places on a bar."""

BETWEEN = "  "
"""What stands between two columns."""

MARKS = {"bullets": "- ", "lines": ""}


def render(outline: Outline, *, width: int = WIDTH) -> str:
    """Lay an outline out for a terminal.

    Args:
        outline: What is told, such as :func:`copro.report.outline.tell_scorecard` gives.
        width: How many characters fit on a line.

    Returns:
        Lines of at most so many characters, save where a row of figures is longer; ends with a line break.
    """
    title = wrapped(unmarked(outline.title), width=width)
    parts = [
        [line for above in outline.above for line in wrapped(unmarked(above), width=width)],
        [*title, *_blocks(outline.opening, 0, width, lists=2 if outline.title else 0)],
        *(list(_section(section, width, easy=outline.in_easy_words)) for section in outline.sections),
        list(_blocks(outline.closing, 0, width, lists=2)),
        list(_blocks(outline.language.blocks, 0, width, lists=2)),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _section(section: Section, width: int, indent: int = 0, *, easy: bool) -> Iterator[str]:
    heading = unmarked(section.heading)
    if heading:
        shown = heading if section.as_written or easy or indent else heading.upper()
        yield from wrapped(shown, " " * indent, width=width)
        indent += 2
    yield from _blocks(section.blocks, indent, width)
    for part in section.sections:
        yield ""
        yield from _section(part, width, indent, easy=easy)


def _blocks(blocks: tuple[Block, ...], indent: int, width: int, lists: int | None = None) -> Iterator[str]:
    """Blocks one after the other, lists at an indent of their own where one is given."""
    for place, block in enumerate(blocks):
        at = " " * indent
        match block:
            case Paragraph():
                yield from wrapped(unmarked(block.text), at, width=width)
            case Items():
                yield from _items(block, indent if lists is None else lists, width)
            case Quotes():
                for text in block.texts:
                    yield from wrapped(unmarked(text), f"{at}> ", f"{at}  ", width=width)
            case Table():
                yield from _table(block, indent, width)
                if place + 1 < len(blocks):
                    yield ""
            case Profile():
                yield from _profile(block, at, width)


def _items(items: Items, indent: int, width: int) -> Iterator[str]:
    for number, item in enumerate(items.items, start=1):
        mark = f"{number}. " if items.style == "numbers" else MARKS[items.style]
        yield from _item(item, " " * indent + mark, " " * (indent + (len(mark) or 2)), width)


def _item(item: Item, first: str, hanging: str, width: int) -> Iterator[str]:
    yield from wrapped(unmarked(item.text), first, hanging, width=width)
    for line in item.more:
        yield from wrapped(unmarked(line), hanging, width=width)
    if item.below is not None:
        yield from _items(item.below, len(hanging), width)


def _table(table: Table, indent: int, width: int) -> Iterator[str]:
    at = " " * indent
    yield from wrapped(unmarked(table.caption), at, width=width)
    heads = [unmarked(head) for head in table.heads]
    rows = [([_plain(cell) for cell in row.cells], row) for row in table.rows]
    whole = [cells for cells, _ in rows if len(cells) == len(heads)]
    grouped = "  " if len(whole) < len(rows) else ""
    columns = list(zip(*whole, strict=True)) or [()] * len(heads)
    widths = [max(map(len, (head, *cells))) for head, cells in zip(heads, columns, strict=True)]
    fits = len(at + grouped) + sum(widths) + len(BETWEEN) * (len(widths) - 1) <= width

    def aligned(cells: list[str]) -> str:
        shown = []
        for place, (cell, room) in enumerate(zip(cells, widths, strict=True)):
            words = place == 0 or any(" " in one for one in columns[place])
            shown.append(cell.ljust(room) if words else cell.rjust(room))
        return f"{at}{grouped}{BETWEEN.join(shown)}".rstrip()

    if fits and any(heads):
        yield aligned(heads)
    for cells, row in rows:
        if len(cells) < len(heads):
            yield from wrapped(cells[0], at, width=width)
        elif fits:
            yield aligned(cells)
        else:
            yield from wrapped(cells[0], at + grouped, width=width)
            for head, cell in zip(heads[1:], cells[1:], strict=True):
                yield from wrapped(f"{head}: {cell}" if head else cell, f"{at}{grouped}  ", width=width)
        yield from _below(row, indent + 2, width)


def _below(row: Row, indent: int, width: int) -> Iterator[str]:
    if row.below is not None:
        yield from _items(row.below, indent, width)


def _profile(profile: Profile, at: str, width: int) -> Iterator[str]:
    yield from wrapped(unmarked(profile.key_to_letters), at, width=width)
    names = [_plain(line.name) for line in profile.lines]
    longest = max(map(len, names), default=0)
    unclear = False
    for name, line in zip(names, profile.lines, strict=True):
        if line.is_unclear and not unclear:
            unclear = True
            yield from wrapped(f"{unmarked(profile.unclear)}:", at, width=width)
        yield f"{at}{name:{longest}}  {bar(line, profile.letters)}  {unmarked(line.figures)}".rstrip()


def bar(line: ProfileLine, letters: tuple[str, str, str]) -> str:
    """A bar with a letter for each side's own score.

    >>> bar(ProfileLine(id="power", name="Power", community=0.25, service=1.0), ("C", "S", "B"))
    '|....C..............S'
    """
    community, service, both = letters
    places = ["."] * BAR
    places[0], places[-1] = "|", "|"
    marks = ((line.community, community), (line.service, service))
    at = [(round(place * (BAR - 1)), letter) for place, letter in marks if place is not None]
    for place, letter in at:
        places[place] = both if len(at) == 2 and at[0][0] == at[1][0] else letter
    return "".join(places)


def _plain(text: str) -> str:
    """Words on one line, without the marks of their languages."""
    return " ".join(unmarked(text).split())
