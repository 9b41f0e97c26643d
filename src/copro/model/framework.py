"""What good co-production is, as data: principles, indicators, scale, levels, policy."""

import datetime as dt
from enum import StrEnum
from typing import Any, Literal, assert_never, get_args

import attrs

from copro.model.promises import Right
from copro.model.values import (
    FrozenMap,
    MainSide,
    Side,
    Text,
    as_map,
    as_tuple,
    freeze,
    freeze_texts,
    is_count,
    is_id,
    is_share,
    is_weight,
    one_of,
    to_date,
)

Aggregation = Literal["arithmetic", "geometric", "harmonic", "minimum"]
WithinSide = Literal["perspectives", "people"]
BetweenSides = Literal["parity", "community", "people"]

WhenNone = Literal["fail", "skip"]

Waivable = Literal["majority", "nobody_met_it"]

Count = Literal["perspectives", "people", "direct_perspectives", "direct_people"]
"""A way to count voices, each perspective or each answer alike, with everyone or with direct voices alone."""

COUNTS: tuple[Count, ...] = get_args(Count)

Origin = Literal["source", "authors"]
"""Where something in a file comes from, the source that it names or the authors of the file."""

FirstMover = Literal["service", "community", "both"]
"""Who moves first, which is whoever holds the power or the money that it takes."""

AGGREGATIONS: tuple[Aggregation, ...] = get_args(Aggregation)


@attrs.frozen(kw_only=True)
class Source:
    """Where something comes from.

    Attributes:
        citation: The source, in words that a reader can find it by.
        url: Its address, as text; never opened.
        year: The year it was published in.
        copyright: Who holds the copyright of the source's words, as far as known.
        licence: What is known of the source's licence.
    """

    citation: Text = attrs.field(converter=freeze)
    url: str | None = None
    year: int | None = None
    copyright: Text | None = attrs.field(default=None, converter=freeze)
    licence: Text | None = attrs.field(default=None, converter=freeze)


@attrs.frozen(kw_only=True)
class TranslationNote:
    """Who put a framework's texts into a language, when, and from which words.

    Attributes:
        language: BCP 47 tag of the language they were put into.
        by: Who did it.
        date: When it was done.
        source_digest: SHA-256, in hexadecimal, of the texts in the framework's own language then;
            where these have changed since, the translation is behind.
    """

    language: str
    by: str
    date: dt.date = attrs.field(converter=to_date)
    source_digest: str


@attrs.frozen(kw_only=True)
class Step:
    """One step of a scale.

    Attributes:
        value: The number that a rating of this step is written as.
        name: What the step is called.
        meaning: What it means for any indicator.
    """

    value: float
    name: Text = attrs.field(converter=freeze)
    meaning: Text | None = attrs.field(default=None, converter=freeze)


@attrs.frozen(kw_only=True)
class Scale:
    """The ordered steps that a rating can take.

    Attributes:
        steps: Two or more, strictly rising, at any spacing.
    """

    steps: tuple[Step, ...] = attrs.field(converter=as_tuple)

    @property
    def lowest(self) -> float:
        """The value of the lowest step."""
        return self.steps[0].value

    @property
    def highest(self) -> float:
        """The value of the highest step."""
        return self.steps[-1].value


@attrs.frozen(kw_only=True)
class Perspective:
    """A place that someone speaks from.

    Attributes:
        id: Its id, such as ``family-carers``.
        name: The words people see.
        side: ``community``, ``service``, or ``independent`` for neither.
        direct: Whether these are people whose own lives the initiative is about.
        description: Words that help a person choose it.
    """

    id: str = attrs.field(validator=is_id)
    name: Text = attrs.field(converter=freeze)
    side: Side = attrs.field(validator=one_of(get_args(Side)))
    direct: bool = False
    description: Text | None = attrs.field(default=None, converter=freeze)


@attrs.frozen(kw_only=True)
class Idea:
    """Something that people could do next where an indicator stands at a step: to talk about, never a duty.

    Attributes:
        from_: The step that it starts at; ``from`` in documents.
        first: Who moves first: whoever holds the power or the money that it takes.
        text: The idea, in a sentence or two.
        when: The case in which it is meant, such as "If somebody was treated worse"; ``None``: any.
            It is shown beside the others of its step, never instead: which case it was is nobody's to tell.
    """

    from_: float
    first: FirstMover = attrs.field(validator=one_of(get_args(FirstMover)))
    text: Text = attrs.field(converter=freeze)
    when: Text | None = attrs.field(default=None, converter=freeze)


@attrs.frozen(kw_only=True)
class Indicator:
    """One statement that people rate.

    Attributes:
        id: Its id, unlike any other indicator's in the framework.
        statement: The statement.
        weight: How much it counts within its principle; above 0, up to 1000.
        reversed: Whether a high rating is bad news.
        waivable: When it does not apply: ``majority``: most who say so or rate it say so;
            ``nobody_met_it``: besides, no direct voice rated it.
        descriptors: One text a step, lowest first: what can be seen at that step.
        next: What people could do next, by the step that they stand at.
        private: Whether it stays out of anything public, and off a wall: safety, trust, risk, costs.
        sources: Where the idea comes from.
        origin: Whether the framework's source has it, or the authors of the file wrote it.
        verified: Whether the fact that the source has it was checked against the source.
    """

    id: str = attrs.field(validator=is_id)
    statement: Text = attrs.field(converter=freeze)
    weight: float = attrs.field(default=1, validator=is_weight)
    reversed: bool = False
    waivable: Waivable = attrs.field(default="majority", validator=one_of(get_args(Waivable)))
    descriptors: tuple[Text, ...] = attrs.field(default=(), converter=freeze_texts)
    next: tuple[Idea, ...] = attrs.field(default=(), converter=as_tuple)
    private: bool = False
    sources: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    origin: Origin | None = attrs.field(default=None, validator=one_of(get_args(Origin)))
    verified: bool = True


@attrs.frozen(kw_only=True)
class Principle:
    """One theme of a framework.

    Attributes:
        id: Its id.
        name: A short name.
        indicators: What is rated for it, one or more.
        statement: The principle in a sentence or two.
        weight: How much it counts overall; above 0, up to 1000.
        origin: Whether the framework's source has it, or the authors of the file wrote it.
        verified: Whether the fact that the source has it was checked against the source.
    """

    id: str = attrs.field(validator=is_id)
    name: Text = attrs.field(converter=freeze)
    statement: Text | None = attrs.field(default=None, converter=freeze)
    weight: float = attrs.field(default=1, validator=is_weight)
    indicators: tuple[Indicator, ...] = attrs.field(converter=as_tuple)
    origin: Origin | None = attrs.field(default=None, validator=one_of(get_args(Origin)))
    verified: bool = True


def _freeze_between(between: Any) -> Any:
    return between if isinstance(between, str) else FrozenMap(between)


@attrs.frozen(kw_only=True)
class Voice:
    """How voices become one score.

    Attributes:
        within_side: ``perspectives``: each perspective counts once; ``people``: each response does.
        between_sides: ``parity``: the midpoint of the two sides; ``community``: the community's
            score; ``people``: every response counts the same, whatever the side; or a weight for
            each side.
    """

    within_side: WithinSide = attrs.field(default="perspectives", validator=one_of(get_args(WithinSide)))
    between_sides: BetweenSides | FrozenMap[float] = attrs.field(default="parity", converter=_freeze_between)

    @between_sides.validator
    def _known(self, attribute: "attrs.Attribute[object]", value: object) -> None:
        if isinstance(value, FrozenMap):
            for side, weight in value.items():
                one_of(get_args(MainSide))(self, attribute, side)
                is_weight(self, attribute, weight)
        else:
            one_of(get_args(BetweenSides))(self, attribute, value)


@attrs.frozen(kw_only=True)
class AgreementRule:
    """When answers count as agreeing.

    Attributes:
        within_steps: How near the middle answer to its indicator a rating must be, in steps. ``None``: 0 on
            a scale of two or three steps, where one step is half of everything or all of it, else 1.
        share: The share of ratings that must be that near, 0 to 1.
        minimum_responses: Below this many responses it is too few to say.
    """

    within_steps: int | None = None
    share: float = attrs.field(default=0.9, validator=is_share)
    minimum_responses: int = 4

    def steps_on(self, scale: Scale) -> int:
        """How many steps from the middle answer are near, on a scale."""
        if self.within_steps is not None:
            return self.within_steps
        return 0 if len(scale.steps) <= 3 else 1


@attrs.frozen(kw_only=True)
class Policy:
    """The declared choices that scoring follows.

    Attributes:
        aggregation: How principle scores become one; ``None``: a profile without a total.
        voice: How voices become one score.
        required_sides: The sides without which there is no score.
        known_by: How many people of a side must rate a statement for the side to know it.
        minimum_people: The least number of people on a side, by side.
        level_holds_for: The ways to count voices under which a level must hold.
        agreement: When answers count as agreeing.
    """

    aggregation: Aggregation | None = attrs.field(
        default="arithmetic", validator=attrs.validators.optional(one_of(AGGREGATIONS))
    )
    voice: Voice = Voice()
    required_sides: tuple[MainSide, ...] = attrs.field(default=("community", "service"), converter=as_tuple)
    known_by: int = 1
    minimum_people: FrozenMap[int] = attrs.field(factory=FrozenMap, converter=as_map)
    level_holds_for: tuple[Count, ...] = attrs.field(default=COUNTS, converter=as_tuple)
    agreement: AgreementRule = AgreementRule()


class Measure(StrEnum):
    """What a requirement looks at.

    ``score``: the score, or a side's own. ``gap``: how far the sides are apart, either way.
    ``coverage``: the share of principles that are known. ``agreement``: the share of ratings
    near their middle answer. ``kept``: the share of the services' due promises to the community
    that were kept. ``shared``: the share of recorded rights that the community holds, alone or jointly.
    ``people``: how many people rated; of a group whose members confirm its answer, everyone counts.
    """

    SCORE = "score"
    GAP = "gap"
    COVERAGE = "coverage"
    AGREEMENT = "agreement"
    KEPT = "kept"
    SHARED = "shared"
    PEOPLE = "people"


def fields_of(measure: Measure) -> tuple[str, ...]:
    """The fields that a requirement may have beside its measure, the numbers first.

    >>> fields_of(Measure.GAP)
    ('at_most', 'of')
    """
    match measure:
        case Measure.SCORE:
            return ("at_least", "at_step", "of", "side")
        case Measure.GAP:
            return ("at_most", "of")
        case Measure.COVERAGE | Measure.AGREEMENT:
            return ("at_least", "of")
        case Measure.KEPT:
            return ("at_least", "minimum", "when_none")
        case Measure.SHARED:
            return ("at_least", "rights", "minimum", "when_none")
        case Measure.PEOPLE:
            return ("at_least", "side")
        case _:
            assert_never(measure)


EVERY_PRINCIPLE = "every_principle"
"""Stands in ``of`` for every principle that applies."""


def _freeze_subject(of: Any) -> Any:
    return of if of is None or isinstance(of, str) else tuple(of)


@attrs.frozen(kw_only=True)
class Requirement:
    """One condition of a level: something measured reaches a number. Equal is enough.

    Which fields go with which measure is what :func:`fields_of` says.

    Attributes:
        measure: What is looked at, such as ``score``.
        of: The id of a principle; ``every_principle``: each that applies; or ids of indicators,
            each of them. ``None``: the whole.
        side: ``each``: both sides' own; ``community`` or ``service``: that side's own. ``None``:
            everyone together.
        at_least: The least that it may be, 0 to 1; of people, a whole number.
        at_most: The most that it may be, 0 to 1.
        at_step: The least that it may be, as a step of the scale.
        rights: The rights it is about; none named, all of them.
        minimum: Below this many due promises or recorded rights there is no share.
        when_none: What the requirement then does: ``fail``, or be skipped and named.

    Raises:
        ValueError: If a field does not go with the measure, or there is not just one number.

    >>> Requirement(measure="score", of="power", side="each", at_least=0.25).of
    'power'
    """

    measure: Measure = attrs.field(converter=Measure)
    of: str | tuple[str, ...] | None = attrs.field(default=None, converter=_freeze_subject)
    side: Literal["each"] | MainSide | None = attrs.field(default=None, validator=one_of(("each", *get_args(MainSide))))
    at_least: float | None = None
    at_most: float | None = attrs.field(default=None, validator=attrs.validators.optional(is_share))
    at_step: float | None = None
    rights: tuple[Right, ...] = attrs.field(default=(), converter=as_tuple)
    minimum: int = 1
    when_none: WhenNone = attrs.field(default="fail", validator=one_of(get_args(WhenNone)))

    def __attrs_post_init__(self) -> None:
        given = {field.name for field in attrs.fields(Requirement) if getattr(self, field.name) != field.default} - {
            "measure"
        }
        if strange := sorted(given - set(fields_of(self.measure))):
            raise ValueError(f"a requirement on {self.measure.value!r} has no {strange[0]!r}")
        if len(given & {"at_least", "at_most", "at_step"}) != 1:
            raise ValueError(f"a requirement on {self.measure.value!r} needs just one number")
        if self.at_least is not None:
            is_least = is_count if self.measure is Measure.PEOPLE else is_share
            is_least(self, attrs.fields(Requirement).at_least, self.at_least)


@attrs.frozen(kw_only=True)
class Level:
    """A named step of maturity.

    Attributes:
        value: Its place; levels are rising integers.
        name: What it is called.
        meaning: What it says of an initiative.
        requires: What must hold, besides everything that lower levels require.
    """

    value: int
    name: Text = attrs.field(converter=freeze)
    meaning: Text | None = attrs.field(default=None, converter=freeze)
    requires: tuple[Requirement, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True)
class Framework:
    """A published description of good co-production, in one edition.

    Attributes:
        id: Its id, such as ``copro-core``.
        edition: Its edition; a released edition never changes meaning.
        title: Its title.
        scale: The steps that a rating can take.
        perspectives: The places people speak from.
        principles: What is assessed.
        policy: How answers become scores.
        levels: The levels, lowest first; may be none.
        short_form_of: ``id@edition`` of the framework that this one shortens.
        summary: What it is for.
        publisher: Who publishes it.
        language: BCP 47 tag of its plain strings.
        licence: The licence of its words.
        source: Where it comes from.
        threshold_basis: What the numbers in its levels rest on.
        minutes: How long answering it takes one person, roughly.
        rating_rule: How to choose a step: what every form says.
        choose_perspective: How to choose a perspective: what every form says.
        translations: Who put its texts into other languages, and when.
        extra: Anything its users keep with it.
    """

    id: str = attrs.field(validator=is_id)
    edition: str = attrs.field(validator=is_id)
    title: Text = attrs.field(converter=freeze)
    short_form_of: str | None = None
    summary: Text | None = attrs.field(default=None, converter=freeze)
    publisher: Text | None = attrs.field(default=None, converter=freeze)
    language: str = "en"
    licence: str | None = None
    source: Source | None = None
    threshold_basis: Text | None = attrs.field(default=None, converter=freeze)
    minutes: int | None = None
    rating_rule: tuple[Text, ...] = attrs.field(default=(), converter=freeze_texts)
    choose_perspective: Text | None = attrs.field(default=None, converter=freeze)
    scale: Scale
    perspectives: tuple[Perspective, ...] = attrs.field(converter=as_tuple)
    principles: tuple[Principle, ...] = attrs.field(converter=as_tuple)
    policy: Policy = Policy()
    levels: tuple[Level, ...] = attrs.field(default=(), converter=as_tuple)
    translations: tuple[TranslationNote, ...] = attrs.field(default=(), converter=as_tuple)
    extra: FrozenMap[object] = attrs.field(factory=FrozenMap, converter=as_map)

    @property
    def name(self) -> str:
        """The framework's full name: ``id@edition``."""
        return f"{self.id}@{self.edition}"

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Everything that is rated, principle by principle."""
        return tuple(indicator for principle in self.principles for indicator in principle.indicators)

    @property
    def sides(self) -> FrozenMap[Side]:
        """The side that each perspective stands on, by its id."""
        return FrozenMap({perspective.id: perspective.side for perspective in self.perspectives})

    @property
    def direct(self) -> frozenset[str]:
        """The ids of the perspectives of people whose own lives the initiative is about."""
        return frozenset(perspective.id for perspective in self.perspectives if perspective.direct)
