"""Show text from documents so that nothing in it can fool a terminal or a reader."""

import unicodedata

INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})
"""Categories of characters that cannot be seen, or that change how others are shown."""

TAB = "    "
CUT = "..."


def visible(text: str) -> str:
    r"""Write out what cannot be seen: control, direction and other hidden characters, and odd spaces.

    >>> print(visible("power\u202edecide \x1b[2J"))
    power\u202edecide \u001b[2J
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_written_out, text))


def shortened(text: str, most: int = 400) -> str:
    """Write text out as :func:`visible` does, and cut it where it would flood a screen."""
    return visible(text) if len(text) <= most else visible(text[:most]) + CUT


def excerpt(line: str, column: int, width: int) -> tuple[str, int]:
    r"""Cut the part around a column out of a line, so that it fits a width.

    Args:
        line: A line of a document, of any length; only what may be shown is looked at.
        column: The column, from 1, that must be seen; one past the end is allowed.
        width: The most places on the screen that may be used.

    Returns:
        The part, written as :func:`visible` does, with ``...`` where it was cut, and how many
        places on the screen come before the column.

    >>> excerpt('{"a": 1,\t"b": x}', 15, 14)
    ('..."b": x}', 8)
    """
    at = min(max(column - 1, 0), len(line))
    first = max(at - width, 0)
    pieces = [_written_out(character) for character in line[first : at + width]]
    sizes = [_places(piece) for piece in pieces]
    start, end = 0, len(pieces)
    if len(pieces) < len(line) or sum(sizes) > width:
        room = width - 2 * len(CUT)
        start, end = at - first, min(at - first + 1, len(pieces))  # what is pointed at is never cut
        while start > 0 and sum(sizes[start - 1 : end]) <= room * 2 // 3:
            start -= 1
        while end < len(sizes) and sum(sizes[start : end + 1]) <= room:
            end += 1
        while start > 0 and sum(sizes[start - 1 : end]) <= room:
            start -= 1
    before = CUT if first + start > 0 else ""
    after = CUT if first + end < len(line) else ""
    shown = before + "".join(pieces[start:end]) + after
    return shown, len(before) + sum(sizes[start : at - first])


def _written_out(character: str) -> str:
    """A character as it is, or written out where it cannot be seen."""
    if character == "\t":
        return TAB
    if character == " " or unicodedata.category(character) not in INVISIBLE:
        return character
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def _places(piece: str) -> int:
    """How many places on a screen a shown character takes: none for an accent, two for a wide one."""
    if len(piece) > 1:
        return len(piece)
    if unicodedata.category(piece) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(piece) in "WF" else 1
