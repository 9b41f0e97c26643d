"""One scorecard in the words of another framework: figures carried over crosswalks, and what stays silent."""

from typing import Literal, get_args

import attrs

from copro.model.crosswalk import Confidence, Link, Relation
from copro.model.scorecard import MissingReason
from copro.model.suppressed import Figure
from copro.model.values import FrozenMap, Text, as_map, as_tuple, freeze

CARRIES: tuple[Relation, ...] = ("exact", "close")
"""The relations over which a score is carried; over all others it never is."""


@attrs.frozen(kw_only=True)
class Route:
    """One way from a principle of the scorecard to a principle of the target.

    Attributes:
        source: The id of the scorecard's principle.
        target: The id of the target's principle.
        relation: How the first relates to the second, in the sense of :class:`copro.Link`.
        links: The links that it rests on, each turned to lead this way; two where it passes a
            principle of the core; none where both are the same principle.
    """

    source: str
    target: str
    relation: Relation
    links: tuple[Link, ...] = attrs.field(default=(), converter=as_tuple)

    @property
    def is_scored(self) -> bool:
        """Whether a score is carried over it."""
        return self.relation in CARRIES

    @property
    def confidence(self) -> Confidence | None:
        """How sure the authors are of its least sure link."""
        order = get_args(Confidence)
        return max((link.confidence for link in self.links), key=order.index, default=None)


@attrs.frozen(kw_only=True)
class Missing:
    """A principle of the scorecard that has no score to carry, and why; ``not_asked``: it is not in the scorecard."""

    principle: str
    reason: MissingReason | Literal["not_asked"] | None = None


@attrs.frozen(kw_only=True)
class TranslatedPrinciple:
    """What a scorecard says on one principle of the target.

    Attributes:
        id: The id of the target's principle.
        name: Its name.
        score: The lowest score among the principles it rests on, 0 to 1; ``None`` where there are
            none, or one of them has no score; suppressed where one of them is.
        sides: The same for each side's own score, by side.
        rests_on: The routes that the figures were carried over, in the scorecard's order.
        missing: Principles it rests on that have no score, and why.
    """

    id: str
    name: Text = attrs.field(converter=freeze)
    score: Figure = None
    sides: FrozenMap[Figure] = attrs.field(converter=as_map)
    rests_on: tuple[Route, ...] = attrs.field(default=(), converter=as_tuple)
    missing: tuple[Missing, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True)
class Translation:
    """A scorecard in the words of another framework; without a level, an overall figure or a gap.

    Attributes:
        assessment: The id of the assessment.
        framework: ``id@edition`` of the framework that people answered.
        target: ``id@edition`` of the framework it is shown in.
        title: The target's title.
        language: BCP 47 tag of the target's plain strings.
        crosswalks: The ids of the crosswalks used.
        principles: The target's principles, in its order.
        listed: Routes over which no score is carried.
        no_place: The scorecard's principles from which no score is carried to any in the target.
    """

    assessment: str
    framework: str
    target: str
    title: Text = attrs.field(converter=freeze)
    language: str = "en"
    crosswalks: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    principles: tuple[TranslatedPrinciple, ...] = attrs.field(converter=as_tuple)
    listed: tuple[Route, ...] = attrs.field(default=(), converter=as_tuple)
    no_place: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)

    @property
    def silent(self) -> tuple[str, ...]:
        """The target's principles that no score is carried to."""
        return tuple(principle.id for principle in self.principles if not principle.rests_on)
