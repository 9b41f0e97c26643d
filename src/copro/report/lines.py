"""What every text output shares: lines that fit a terminal, headings, and how it closes."""

import textwrap
from collections.abc import Iterator

from copro.messages import counted, message
from copro.report import words

WIDTH = 88


def heading(text: str) -> str:
    """A heading of a text output: in capitals, save in easy words, whose readers they would hinder."""
    said = message(text)
    return said if words.in_easy_words() else said.upper()


def closing() -> Iterator[str]:
    """The language of a text output, and how much is not in it."""
    for line in words.closing():
        yield from wrapped(line)


def and_more(count: int) -> str:
    """That there are more, and how many."""
    more = counted("and {count} more", "and {count} more", count)
    return f"  {more}"


def wrapped(
    text: str, indent: str = "", hanging: str | None = None, *, width: int = WIDTH, break_on_hyphens: bool = True
) -> Iterator[str]:
    """Break a sentence into lines; those after the first start with ``hanging``, where it is given."""
    hanging = indent if hanging is None else hanging
    yield from textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=break_on_hyphens
    )
