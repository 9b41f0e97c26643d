"""Links between two frameworks or two vocabularies: opinion, each link with its reason."""

import datetime as dt
from typing import Literal, get_args

import attrs

from copro.model.values import FrozenMap, Text, as_map, as_tuple, freeze, is_id, one_of, to_date

Relation = Literal["exact", "close", "broader", "narrower", "related"]
"""How the first end of a link relates to the second, as SKOS reads it; broader: the second is the broader one."""

Confidence = Literal["high", "medium", "low"]


@attrs.frozen(kw_only=True)
class Link:
    """One link between two principles, or between two terms.

    Attributes:
        from_: The id at the first end; ``from`` in documents.
        to: The id at the second end.
        relation: ``exact``: they mean the same; ``close``: nearly the same; ``broader``: the second
            is the broader one; ``narrower``: the second is the narrower one; ``related``: they touch.
        rationale: Why.
        author: Whose opinion it is.
        date: When they formed it.
        confidence: How sure they are of it.
    """

    from_: str = attrs.field(validator=is_id)
    to: str = attrs.field(validator=is_id)
    relation: Relation = attrs.field(validator=one_of(get_args(Relation)))
    rationale: Text = attrs.field(converter=freeze)
    author: str
    date: dt.date = attrs.field(converter=to_date)
    confidence: Confidence = attrs.field(validator=one_of(get_args(Confidence)))


@attrs.frozen(kw_only=True)
class Crosswalk:
    """Links between the principles of two frameworks, or the terms of two vocabularies.

    Attributes:
        id: Its id, such as ``nef-six-to-core``.
        title: Its title.
        summary: What the links rest on.
        language: BCP 47 tag of its plain strings.
        licence: The licence of its words.
        from_: ``id@edition`` of what the links start at; ``from`` in documents.
        to: ``id@edition`` of what they lead to.
        links: The links.
        extra: Anything its users keep with it.
    """

    id: str = attrs.field(validator=is_id)
    title: Text | None = attrs.field(default=None, converter=freeze)
    summary: Text | None = attrs.field(default=None, converter=freeze)
    language: str = "en"
    licence: str | None = None
    from_: str
    to: str
    links: tuple[Link, ...] = attrs.field(converter=as_tuple)
    extra: FrozenMap[object] = attrs.field(factory=FrozenMap, converter=as_map)
