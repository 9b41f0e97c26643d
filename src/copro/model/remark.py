"""What is worth thinking about, and what it is about, before anybody knows on which line that stands."""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from copro.model.finding import FindingCode

NamePath = tuple[str | int, ...]
"""The way to a part of a model value: names of fields, keys of maps, and names of the items of lists."""


@attrs.frozen(kw_only=True)
class Remark:
    """Something worth thinking about.

    Attributes:
        code: As a finding has it, such as ``never-answered``; how much it matters is with the code.
        text: One plain sentence about what was found. It names no stakeholder and tells no one person's rating.
        hint: What to do about it.
        place: What it is about, as :func:`named_items` names the items of lists; empty for all of it.
    """

    code: FindingCode
    text: str
    hint: str | None = None
    place: NamePath = ()


def named_items(items: Iterable[Any]) -> Iterator[tuple[str | int, Any]]:
    """Give each item of a list its name, which stays when other items come, go or move.

    That is its id, or of a response its stakeholder's id. What has neither, such as an event of a
    promise, goes by its number, from 1: these are lists in which order means something.

    >>> from copro.model.assessment import Response
    >>> [name for name, _ in named_items([Response(stakeholder="c1"), "a text"])]
    ['c1', 2]
    """
    for number, item in enumerate(items, start=1):
        yield getattr(item, "id", None) or getattr(item, "stakeholder", None) or number, item
