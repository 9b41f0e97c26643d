"""Figures, and the note that stands where one is not shown."""

from typing import Literal

import attrs


@attrs.frozen
class Suppressed:
    """A figure that is known and not shown, and why."""

    suppressed: Literal["small_group"] = "small_group"


Figure = float | Suppressed | None
"""A number, or ``None`` where there is none, or a figure that is not shown."""


def number(figure: Figure) -> float:
    """Return the number that a figure holds.

    Raises:
        ValueError: If there is none, or it is not shown.

    >>> number(0.25)
    0.25
    """
    if figure is None or isinstance(figure, Suppressed):
        raise ValueError(f"this figure holds no number: {figure!r}")
    return figure
