"""Lines that fit a terminal."""

import textwrap
from collections.abc import Iterator

WIDTH = 88


def wrapped(text: str, indent: str = "", hanging: str | None = None, *, width: int = WIDTH) -> Iterator[str]:
    """Break a sentence into lines; those after the first start with ``hanging``, where it is given.

    Names with hyphens stay whole.
    """
    hanging = indent if hanging is None else hanging
    yield from textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False)
