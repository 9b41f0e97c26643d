"""Documents of older format versions become current ones: dict to dict, before any object exists."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from copro.documents.pointers import Pointer, finding_at, pointer_text
from copro.messages import message
from copro.model.finding import Finding
from copro.model.migration import Change, Migration, What

FORMAT = re.compile(r"copro/([a-z-]+)/(0|[1-9][0-9]{0,5})")


@attrs.frozen(kw_only=True)
class Amendment:
    """One thing that the next version of a format writes otherwise.

    Attributes:
        why: What the newer format does otherwise: a plain sentence, marked for the catalogue.
        apply: Takes a document as a plain dict, which it may change, and returns the amended one.
            Free data in ``extra`` is out of its reach. ``format`` is not its business.
    """

    why: str
    apply: Callable[[dict[str, Any]], dict[str, Any]]


CHAIN: dict[tuple[str, int], tuple[Amendment, ...]] = {}
"""Kind and major version to what brings a document of it to the next major version.

This table is the history of the formats: a kind that is not in it is at its first version. It is
empty because every format is.
"""


def current(kind: str) -> int:
    """The major version of a kind of document that this release reads and writes.

    >>> current("assessment")
    1
    """
    return 1 + max((major for named, major in CHAIN if named == kind), default=0)


def oldest(kind: str) -> int:
    """The oldest major version of a kind of document that can still be brought to the current one."""
    major = current(kind)
    while (kind, major - 1) in CHAIN:
        major -= 1
    return major


def migrate(document: dict[str, Any], kind: str) -> tuple[Migration | None, tuple[Finding, ...]]:
    """Bring a document to the current version of its format.

    Args:
        document: A document from :func:`oldest` to :func:`current` version of its kind, of
            whatever shape; it stays as it is.
        kind: Its kind.

    Returns:
        The current document with the list of changes; ``None``, with the finding that says why,
        where the document is so faulty that it cannot be amended.
    """
    found = str(document["format"])
    now = f"copro/{kind}/{current(kind)}"
    if found == now:
        return Migration(document=document, found=found, now=now), ()
    before = amended = _set_aside(document)
    kept = list(_kept(before))
    reasons: list[tuple[Pointer, str]] = [(("format",), message("The format is {now} now.", now=now))]
    for major in range(int(found.rpartition("/")[2]), current(kind)):
        for amendment in CHAIN[kind, major]:
            earlier = _copy(amended)
            try:
                amended = amendment.apply(amended)
            except (LookupError, TypeError, ValueError, AttributeError):
                return None, (_cannot(f"copro/{kind}/{major}", f"copro/{kind}/{major + 1}"),)
            reasons += [(path, message(amendment.why)) for path, _ in _differences(earlier, amended)]
    if sorted(map(id, kept)) != sorted(map(id, _kept(amended))):
        raise RuntimeError(f"bringing {found} to {now} loses free data")
    amended = {**amended, "format": now}
    changes = tuple(
        Change(pointer=pointer_text(path), what=what, why=_why(path, reasons))
        for path, what in _differences(before, amended)
    )
    return Migration(document=_put_back(amended), found=found, now=now, changes=changes), (_told(found, now),)


def _cannot(found: str, following: str) -> Finding:
    said = message("This {found} has faults that keep it from becoming {following}.", found=found, following=following)
    hint = message("Check it with the release of coproduction that wrote it.")
    return finding_at("cannot-migrate", said, hint=hint)


def _told(found: str, now: str) -> Finding:
    said = message("This is {found}, and was read as {now}.", found=found, now=now)
    hint = message("copro migrate --write keeps it that way. Other places told here are those of {now}.", now=now)
    return finding_at("format-migrated", said, ("format",), hint)


def _why(path: Pointer, reasons: Iterable[tuple[Pointer, str]]) -> str:
    """Why a place differs: all that happened to it, to what holds it and to what it holds."""
    touching = (why for place, why in reasons if path[: len(place)] == place[: len(path)])
    return " ".join(dict.fromkeys(touching))


def _differences(before: Any, after: Any, path: Pointer = ()) -> Iterator[tuple[Pointer, What]]:
    """Every place at which two documents differ, and none within a place that is told."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in (*before, *(key for key in after if key not in before)):
            if key not in after:
                yield (*path, key), "removed"
            elif key not in before:
                yield (*path, key), "added"
            else:
                yield from _differences(before[key], after[key], (*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        for index, (one, other) in enumerate(zip(before, after, strict=False)):
            yield from _differences(one, other, (*path, index))
        shorter, longer = sorted((len(before), len(after)))
        for index in range(shorter, longer):
            yield (*path, index), "removed" if len(after) == shorter else "added"
    elif type(before) is not type(after) or before != after:  # 1 is neither true nor 1.0
        yield path, "changed"


# Free data is the users' own. While a document is amended it is a closed box, so that no amendment
# can read or change it, even one that walks over everything.


@attrs.define(eq=False)
class _Box:
    content: Mapping[str, Any]


def _set_aside(value: Any) -> Any:
    """A copy of a document in which free data is boxed."""
    if isinstance(value, dict):
        return {
            key: _Box(item) if key == "extra" and isinstance(item, dict) else _set_aside(item)
            for key, item in value.items()
        }
    return [_set_aside(item) for item in value] if isinstance(value, list) else value


def _put_back(value: Any) -> Any:
    """The document with its free data unboxed."""
    if isinstance(value, dict):
        return {key: _put_back(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_put_back(item) for item in value]
    return value.content if isinstance(value, _Box) else value


def _copy(value: Any) -> Any:
    """A copy of a document; a box stays the same box."""
    if isinstance(value, dict):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value


def _kept(value: Any) -> Iterator[_Box]:
    """Every box in a document."""
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(item, _Box):
            yield item
        else:
            yield from _kept(item)
