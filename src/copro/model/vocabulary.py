"""A list of named terms, sometimes in an order; never scored."""

from typing import get_args

import attrs

from copro.model.framework import Origin, Source
from copro.model.values import FrozenMap, Text, as_map, as_tuple, freeze, is_id, one_of


@attrs.frozen(kw_only=True)
class Term:
    """One term of a vocabulary.

    Attributes:
        id: Its id, unlike any other term's in the vocabulary.
        name: What it is called.
        meaning: What it means.
        value: The number it is known by; in an ordered vocabulary these rise.
        group: The name of the group of terms that it belongs to.
        origin: Whether the vocabulary's source has it, or the authors of the file wrote it.
        verified: Whether the fact that the source has it was checked against the source.
    """

    id: str = attrs.field(validator=is_id)
    name: Text = attrs.field(converter=freeze)
    meaning: Text | None = attrs.field(default=None, converter=freeze)
    value: int | None = None
    group: Text | None = attrs.field(default=None, converter=freeze)
    origin: Origin | None = attrs.field(default=None, validator=one_of(get_args(Origin)))
    verified: bool = True


@attrs.frozen(kw_only=True)
class Vocabulary:
    """A list of named terms, in one edition.

    Attributes:
        id: Its id, such as ``star-four-cos``.
        edition: Its edition; a released edition never changes meaning.
        title: Its title.
        summary: What it is for.
        publisher: Who published its source.
        language: BCP 47 tag of its plain strings.
        licence: The licence of its words.
        source: Where it comes from.
        ordered: Whether the terms stand in an order, lowest or first one first.
        terms: The terms.
        extra: Anything its users keep with it.
    """

    id: str = attrs.field(validator=is_id)
    edition: str = attrs.field(validator=is_id)
    title: Text = attrs.field(converter=freeze)
    summary: Text | None = attrs.field(default=None, converter=freeze)
    publisher: Text | None = attrs.field(default=None, converter=freeze)
    language: str = "en"
    licence: str | None = None
    source: Source | None = None
    ordered: bool = False
    terms: tuple[Term, ...] = attrs.field(converter=as_tuple)
    extra: FrozenMap[object] = attrs.field(factory=FrozenMap, converter=as_map)

    @property
    def name(self) -> str:
        """The vocabulary's full name: ``id@edition``."""
        return f"{self.id}@{self.edition}"
