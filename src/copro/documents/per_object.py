"""What is worked out once about a value that never changes, and kept for as long as that value lives."""

import functools
import weakref
from collections.abc import Callable
from typing import Any, Generic, TypeVar

A = TypeVar("A")
K = TypeVar("K")


class PerObject(Generic[K]):
    """What is known about objects, each of them told apart by identity.

    Not by what is in them: values can be equal and one of them at fault, as 1 and True are equal,
    and to hash a value is to walk through all of it. So a copy, however alike, is another object,
    about which nothing is known. Nothing here keeps an object alive, and what is known goes with it.

    Threads may share one: at worst two of them work the same thing out at the same time.

    >>> from copro.model.framework import Source
    >>> source, known = Source(citation="A book"), PerObject()
    >>> known.keep(source, "read")
    >>> known.about(source), known.about(Source(citation="A book"))
    ('read', None)
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[weakref.ref[Any], K]] = {}

    def about(self, value: object) -> K | None:
        """What is known about an object; ``None`` where nothing is."""
        found = self._known.get(id(value))
        return found[1] if found is not None and found[0]() is value else None

    def keep(self, value: object, known: K) -> None:
        """Keep what was found out about an object."""
        identity, entries = id(value), self._known
        entries[identity] = weakref.ref(value, lambda _: entries.pop(identity, None)), known

    def __len__(self) -> int:
        return len(self._known)


def once_per_object(work: Callable[[A], K]) -> Callable[[A], K]:
    """Make a function of one value that never changes work once for each object, and remember what it gave."""
    known: PerObject[K] = PerObject()

    @functools.wraps(work)
    def remembered(value: A) -> K:
        found = known.about(value)
        if found is None:
            found = work(value)
            known.keep(value, found)
        return found

    return remembered
