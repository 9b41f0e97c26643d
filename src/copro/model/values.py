"""The small values that documents are made of: ids, texts, dates, ratings."""

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from enum import StrEnum
from typing import Any, Generic, Literal, TypeVar

import attrs

from copro.messages import nearest_tag

V_co = TypeVar("V_co", covariant=True)

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Side = Literal["community", "service", "independent"]
"""Where a perspective stands; ``independent`` is shown as "neither side"."""

MainSide = Literal["community", "service"]
"""The two sides that share, or do not share, power."""

Party = Literal["community", "service", "both", "neither"]
"""Who decided something about the assessment itself."""

Helper = Literal["community", "service", "neither"]
"""The side of whoever helped a person to answer."""

MAIN_SIDES: tuple[MainSide, ...] = ("community", "service")
SIDES: tuple[Side, ...] = ("community", "service", "independent")

UNDISCLOSED = "undisclosed"
"""The built-in perspective of people who do not say where they speak from."""


class Unrated(StrEnum):
    """What a person can say instead of a rating. None of them is ever zero."""

    NOT_APPLICABLE = "not_applicable"
    DONT_KNOW = "dont_know"
    PREFER_NOT_TO_SAY = "prefer_not_to_say"


Rating = int | float | Unrated
"""One person's judgement: a step of the scale, or an unrated state."""


class FrozenMap(Mapping[str, V_co], Generic[V_co]):
    """A mapping that cannot be changed; equal to any mapping with the same items."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[Any, V_co] | Iterable[tuple[str, V_co]] = ()) -> None:
        self._items: dict[str, V_co] = dict(items)

    def __getitem__(self, key: str) -> V_co:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def keys(self) -> KeysView[str]:
        """The keys, as fast as a dict gives them."""
        return self._items.keys()

    def values(self) -> ValuesView[V_co]:
        """The values, as fast as a dict gives them."""
        return self._items.values()

    def items(self) -> ItemsView[str, V_co]:
        """The pairs, as fast as a dict gives them."""
        return self._items.items()

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return repr(self._items)


Text = str | FrozenMap[str]
"""Words that people read: a string, or a map from language tag to string."""


def same_name(name: str) -> str:
    """What names of one organisation have in common that are spelled alike: case, spaces and forms of letters aside.

    >>> same_name("Leith  Council") == same_name("LEITH COUNCIL ")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def in_language(text: Text, language: str) -> str:
    """Return the words of ``text`` in ``language``, or in the nearest one there is.

    Looks for the exact tag, then shorter ones (``en-x-easyread``, ``en``), then
    any of the same language, then takes the first of the map.

    >>> in_language({"en": "Power", "cy": "Grym"}, "cy")
    'Grym'
    """
    return text if isinstance(text, str) else text[nearest_tag(text, language)]


def freeze(value: Any) -> Any:
    """Turn a mapping into a frozen one; leave anything else as it is."""
    return FrozenMap(value) if isinstance(value, Mapping) else value


def freeze_map(items: Mapping[str, Any]) -> FrozenMap[Any]:
    """Copy texts into a frozen map, each frozen."""
    return FrozenMap({key: freeze(item) for key, item in items.items()})


def freeze_texts(texts: Iterable[Any]) -> tuple[Any, ...]:
    """Copy texts into a tuple, each frozen."""
    return tuple(freeze(text) for text in texts)


def as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """Copy items into a tuple."""
    return tuple(items)


def as_map(items: Mapping[str, Any]) -> FrozenMap[Any]:
    """Copy items into a frozen map, with whatever maps and lists free data holds frozen as well."""
    return FrozenMap({key: _frozen(item) for key, item in items.items()})


def _frozen(item: Any) -> Any:
    if isinstance(item, Mapping):
        return as_map(item)
    return tuple(map(_frozen, item)) if isinstance(item, list) else item


def as_pair(items: Iterable[Any] | None) -> tuple[Any, ...] | None:
    """Copy the two ends of a range into a tuple, where there is one."""
    return None if items is None else tuple(items)


def freeze_pairs(items: Mapping[str, Iterable[Any]]) -> FrozenMap[tuple[Any, ...]]:
    """Copy a map of ranges into a frozen map."""
    return FrozenMap({key: tuple(item) for key, item in items.items()})


def freeze_ratings(ratings: Mapping[str, Any]) -> FrozenMap[Rating]:
    """Copy ratings; words such as ``"dont_know"`` become :class:`Unrated`."""
    return FrozenMap({key: Unrated(value) if isinstance(value, str) else value for key, value in ratings.items()})


def freeze_lists(lists: Mapping[str, Iterable[str]]) -> FrozenMap[tuple[str, ...]]:
    """Copy a map of lists into a frozen map of tuples."""
    return FrozenMap({key: tuple(items) for key, items in lists.items()})


def to_date(value: Any) -> Any:
    """Read an ISO 8601 date from a string; leave anything else as it is."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def is_id(_instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Refuse anything but lower-case letters, digits and single hyphens."""
    if not isinstance(value, str) or not ID_PATTERN.fullmatch(value):
        raise ValueError(f"{attribute.name} must be lower-case letters, digits and single hyphens, not {value!r}")


def is_weight(_instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Refuse a weight that is not a number above 0 and up to 1000."""
    if not is_number(value) or not 0 < value <= 1000:
        raise ValueError(f"{attribute.name} must be a number above 0 and up to 1000, not {value!r}")


def is_share(_instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Refuse a number outside 0 to 1."""
    if not is_number(value) or not 0 <= value <= 1:
        raise ValueError(f"{attribute.name} must be a number from 0 to 1, not {value!r}")


def is_count(_instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Refuse anything but a whole number of 1 or more."""
    if not is_number(value) or value < 1 or value != int(value):
        raise ValueError(f"{attribute.name} must be a whole number of 1 or more, not {value!r}")


def are_ratings(_instance: object, attribute: "attrs.Attribute[Any]", value: Mapping[str, Any]) -> None:
    """Refuse ratings that are neither finite numbers nor unrated states."""
    for key, rating in value.items():
        if not isinstance(rating, Unrated) and not is_number(rating):
            raise ValueError(f"{attribute.name}[{key!r}] must be a number or an unrated state, not {rating!r}")


def is_number(value: object) -> bool:
    """Tell whether ``value`` is a finite number; ``True`` and ``False`` are not numbers.

    >>> is_number(3.0), is_number(True)
    (True, False)
    """
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def one_of(words: Iterable[str]) -> Callable[[object, "attrs.Attribute[Any]", Any], None]:
    """Make a validator that takes only the fixed words of the format, or nothing."""
    allowed = tuple(words)

    def validate(_instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if value not in allowed and not (value is None and attribute.default is None):
            raise ValueError(f"{attribute.name} must be one of {', '.join(allowed)}, not {value!r}")

    return validate
