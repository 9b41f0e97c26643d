"""What is told of something: in which order, and in which words. Any form of output only lays it out.

Words in another language than the telling carry its tag, as ``copro.messages`` has it; whoever
lays them out shows it or takes it away with ``unmarked``.
"""

from collections.abc import Iterable
from typing import Literal

import attrs

from copro.model.values import as_tuple

Tone = Literal["plain", "result", "soft", "strong"]
Style = Literal["bullets", "lines", "numbers"]


@attrs.frozen
class Paragraph:
    """One sentence or a few.

    Attributes:
        text: The words.
        tone: ``plain``; ``result``: what stands where a level would; ``soft``: how to read what
            stands beside it; ``strong``: nobody should miss it.
    """

    text: str
    tone: Tone = "plain"


@attrs.frozen
class Item:
    """One of several things in a row.

    Attributes:
        text: The words.
        more: What belongs to it, each on a line of its own.
        below: A list under it.
    """

    text: str
    more: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    below: "Items | None" = None


def _as_items(given: Iterable[Item | str]) -> tuple[Item, ...]:
    return tuple(Item(one) if isinstance(one, str) else one for one in given)


@attrs.frozen
class Items:
    """Things in a row.

    Attributes:
        items: The things; plain words become an :class:`Item`.
        style: ``bullets``; ``lines``, which need no mark; ``numbers``, where others refer to them.
    """

    items: tuple[Item, ...] = attrs.field(converter=_as_items)
    style: Style = "bullets"


@attrs.frozen
class Row:
    """A row of a table; one of a single cell heads the rows after it.

    Attributes:
        cells: The words in each column; the first says what the row is about.
        below: What the figures in it rest on.
    """

    cells: tuple[str, ...] = attrs.field(converter=as_tuple)
    below: Items | None = None


@attrs.frozen
class Table:
    """Figures in columns.

    Attributes:
        heads: What each column holds; empty where that is plain.
        rows: The rows.
        caption: What the table is about.
    """

    heads: tuple[str, ...] = attrs.field(converter=as_tuple)
    rows: tuple[Row, ...] = attrs.field(converter=as_tuple)
    caption: str = ""


@attrs.frozen(kw_only=True)
class ProfileLine:
    """Where the two sides stand on one principle.

    Attributes:
        id: The principle's id.
        name: Its name.
        community: Where the community's mark stands, 0 to 1; ``None`` where it has no figure to show.
        service: Where the services' mark stands.
        figures: Both figures and the gap, in words; or why there is no score.
        gap: Who sees more, in words; or why there is no score; empty where there is nothing to say.
        picture: What a drawing of the line shows, for who cannot see it.
        is_unclear: Whether there are too few answers to tell that the gap is real.
    """

    id: str
    name: str
    community: float | None = None
    service: float | None = None
    figures: str = ""
    gap: str = ""
    picture: str = ""
    is_unclear: bool = False


@attrs.frozen(kw_only=True)
class Profile:
    """Where the two sides stand on every principle, to be drawn or to be read.

    Attributes:
        lines: The principles, in the order in which they are told.
        steps: Where the steps of the scale stand, 0 to 1.
        letters: The letters for the community, services and both, where it is drawn with letters.
        key_to_letters: What these letters mean.
        key_to_shapes: What a circle, what a square, and what left and right mean, where it is drawn with shapes.
        unclear: What stands above the lines whose gap may not be real.
        table: The same figures; the lines' rows are in the same order.
    """

    lines: tuple[ProfileLine, ...] = attrs.field(converter=as_tuple)
    steps: tuple[float, ...] = attrs.field(converter=as_tuple)
    letters: tuple[str, str, str]
    key_to_letters: str
    key_to_shapes: tuple[str, str, str]
    unclear: str
    table: Table


@attrs.frozen
class Quotes:
    """People's own words."""

    texts: tuple[str, ...] = attrs.field(converter=as_tuple)


Block = Paragraph | Items | Table | Profile | Quotes


def _as_blocks(given: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that hold something: a list of nothing tells nothing."""
    return tuple(block for block in given if not isinstance(block, Items) or block.items)


@attrs.frozen(kw_only=True)
class Section:
    """A part with a heading.

    Attributes:
        id: A word that no other section of the outline has; empty for a section within a section.
        heading: What it is called; empty where the part goes on without one.
        as_written: Whether the heading stays as it is written, where others may be set in capitals: it
            holds names or figures.
        blocks: What is told.
        sections: The parts of it.
    """

    id: str = ""
    heading: str = ""
    as_written: bool = False
    blocks: tuple[Block, ...] = attrs.field(default=(), converter=_as_blocks)
    sections: "tuple[Section, ...]" = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True)
class Outline:
    """All that is told of one thing.

    Attributes:
        title: What it is about; empty where that needs no saying.
        short: What it is in one line, for the title of a page; empty where the title says so.
        above: What stands above everything, such as a warning.
        opening: What comes before the first section.
        sections: The sections.
        closing: What comes after the last.
        spoken: BCP 47 tag of the language it is told in.
        in_easy_words: Whether it is told in easy words, whose readers capitals would hinder.
        language: Which language that is, and how much is not in it.
    """

    title: str = ""
    short: str = ""
    above: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    opening: tuple[Block, ...] = attrs.field(default=(), converter=_as_blocks)
    sections: tuple[Section, ...] = attrs.field(default=(), converter=as_tuple)
    closing: tuple[Block, ...] = attrs.field(default=(), converter=_as_blocks)
    spoken: str = "en"
    in_easy_words: bool = False
    language: Section = Section()
