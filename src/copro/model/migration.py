"""What became of a document that was brought to the current version of its format."""

from collections.abc import Mapping
from typing import Any, Literal

import attrs

What = Literal["added", "removed", "changed"]


@attrs.frozen(kw_only=True)
class Change:
    """One place at which a migrated document differs from what it was.

    Attributes:
        pointer: JSON Pointer (RFC 6901) of the place; of the old document where it was removed,
            else of the new one.
        what: Whether the place was added, removed or changed.
        why: What the newer format does otherwise.
    """

    pointer: str
    what: What
    why: str


@attrs.frozen(kw_only=True)
class Migration:
    """A document in the current version of its format, and how it differs from what it was.

    Attributes:
        document: The document, as plain as JSON.
        found: The format that it had, such as ``copro/assessment/1``.
        now: The format that it has.
        changes: Every difference, in document order; none where it was current already.
    """

    document: Mapping[str, Any]
    found: str
    now: str
    changes: tuple[Change, ...] = ()
