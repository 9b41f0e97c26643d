"""The result: every figure, with everything needed to work it out again."""

import datetime as dt
from typing import Literal, get_args

import attrs

from copro.model.assessment import Collected, Conduct, EvidenceKind, Initiative, Period, SideNote
from copro.model.finding import Finding
from copro.model.framework import Idea, Level, Policy, Requirement, Scale
from copro.model.power import Power, Promises
from copro.model.suppressed import Figure, Suppressed
from copro.model.values import (
    MAIN_SIDES,
    FrozenMap,
    MainSide,
    Side,
    Text,
    as_map,
    as_pair,
    as_tuple,
    freeze,
    freeze_map,
    freeze_pairs,
    freeze_texts,
    one_of,
    to_date,
)

Status = Literal["scored", "one_sided", "insufficient", "declined"]
StatusReason = Literal[
    "no_ratings",
    "open_link",
    "community_silent",
    "service_silent",
    "too_few_people",
    "nothing_known",
    "community_declined",
    "service_declined",
]
MissingReason = Literal["not_applicable", "unrated", "one_sided", "unknown"]
Interval = tuple[float, float]
LevelRange = tuple[int, int]
IntervalReason = Literal["too_few"]
FamilyName = Literal["aggregation", "voice", "principles", "perspectives", "weights"]
AgreementStatus = Literal["agreed", "split", "too_few"]


@attrs.frozen(kw_only=True)
class Subject:
    """The assessment that a scorecard is about.

    Attributes:
        id: The assessment's id.
        title: Its title.
        initiative: What was assessed.
        language: BCP 47 tag of its plain strings.
        period: The time it is about.
        collected: How answers were collected.
        conduct: Who decided what about the assessment itself.
        invited: The sides that were invited.
        declined: The sides that chose not to be scored.
        side_names: What this project calls the sides, where it says so.
        digest: SHA-256 of the assessment, in hexadecimal.
    """

    id: str
    title: Text = attrs.field(converter=freeze)
    initiative: Initiative
    language: str = "en"
    period: Period | None = None
    collected: Collected = "known_people"
    conduct: Conduct | None = None
    invited: tuple[SideNote, ...] = attrs.field(default=(), converter=as_tuple)
    declined: tuple[SideNote, ...] = attrs.field(default=(), converter=as_tuple)
    side_names: FrozenMap[Text] = attrs.field(factory=FrozenMap, converter=freeze_map)
    digest: str | None = None


@attrs.frozen(kw_only=True)
class Basis:
    """The framework that a scorecard rests on.

    Attributes:
        id: The framework's id.
        edition: Its edition.
        title: Its title.
        short_form_of: The framework that it shortens.
        threshold_basis: What the numbers in its levels rest on.
        scale: The steps that ratings took.
        levels: The levels and what each requires.
        digest: SHA-256 of the framework without its translations, in hexadecimal.
    """

    id: str
    edition: str
    title: Text = attrs.field(converter=freeze)
    language: str = "en"
    short_form_of: str | None = None
    threshold_basis: Text | None = attrs.field(default=None, converter=freeze)
    scale: Scale
    levels: tuple[Level, ...] = attrs.field(default=(), converter=as_tuple)
    digest: str | None = None

    @property
    def name(self) -> str:
        """The framework's full name: ``id@edition``."""
        return f"{self.id}@{self.edition}"


@attrs.frozen(kw_only=True)
class Voices:
    """How many people of one perspective were listed, and how many answered.

    Attributes:
        perspective: The perspective's id, or ``undisclosed``.
        name: The words people see; ``None`` for ``undisclosed``.
        side: Its side; ``None`` for ``undisclosed``.
        direct: Whether these are people whose own lives the initiative is about.
        listed: Stakeholders listed.
        responded: Stakeholders with a response of any kind.
        rated: Responses that are scored: they gave at least one rating.
        people: People behind those responses; of a group whose members confirm its answer, everyone in it.
        for_someone: Responses given in someone's place: shown here, never scored.
    """

    perspective: str
    name: Text | None = attrs.field(default=None, converter=freeze)
    side: Side | None = None
    direct: bool = False
    listed: int
    responded: int
    rated: int
    people: int
    for_someone: int = 0


@attrs.frozen(kw_only=True)
class Agreement:
    """How far the answers on one side agree, or those of everyone.

    Attributes:
        status: ``agreed`` or ``split``, by the policy's rule, or ``too_few`` to say.
        share: The share of ratings near the middle answer to their indicator, 0 to 1.
        alpha: Krippendorff's alpha, ordinal, at most 1; ``None`` where every rating is the same.
        responses: How many responses it rests on.
    """

    status: AgreementStatus = attrs.field(default="too_few", validator=one_of(get_args(AgreementStatus)))
    share: float | None = None
    alpha: float | None = None
    responses: int = 0


@attrs.frozen(kw_only=True)
class SideScore:
    """One side's own score.

    Attributes:
        score: The score, 0 to 1: the mean of what was rated.
        known: Whether enough of its people rated enough of it; a score that is not known counts for no level.
        respondents: How many responses it rests on.
        interval: 95 % interval of the score.
        interval_reason: Why there is no interval.
        standard_error: The standard error of the score.
        degrees_of_freedom: How much that rests on.
        agreement: How far the side's own answers agree.
    """

    score: Figure = None
    known: bool = False
    respondents: int = 0
    interval: Interval | None = None
    interval_reason: IntervalReason | None = None
    standard_error: float | None = None
    degrees_of_freedom: float | None = None
    agreement: Agreement | None = None


@attrs.frozen(kw_only=True)
class Gap:
    """The services' score minus the community's.

    Attributes:
        value: The gap, -1 to 1.
        interval: 95 % interval of the gap.
        interval_reason: Why there is no interval.
        standard_error: The standard error of the gap.
        degrees_of_freedom: How much that rests on.
        is_clear: Whether the gap is larger than its uncertainty: of one principle by Holm's rule over
            all of them, overall by its own interval. Worked out with the intervals.
    """

    value: Figure = None
    interval: Interval | None = None
    interval_reason: IntervalReason | None = None
    standard_error: float | None = None
    degrees_of_freedom: float | None = None
    is_clear: bool = False


@attrs.frozen(kw_only=True)
class PerspectiveValue:
    """What one perspective said of one indicator.

    Attributes:
        perspective: The perspective's id.
        value: The mean of its ratings, 0 to 1, flipped where the indicator is reversed.
        respondents: Responses that rated it.
        people: People behind them.
        counts: How many ratings each step of the scale got, lowest first.
        unrated: How many gave each unrated state, and how many were ``silent``.
    """

    perspective: str
    value: Figure = None
    respondents: int = 0
    people: int = 0
    counts: tuple[int, ...] | Suppressed = ()
    unrated: FrozenMap[int] | Suppressed = attrs.field(factory=FrozenMap, converter=freeze)


@attrs.frozen(kw_only=True)
class IndicatorSide:
    """What one side said of one indicator: its value, 0 to 1, from its perspectives."""

    value: Figure = None
    perspectives: tuple[PerspectiveValue, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True)
class IndicatorScore:
    """The score of one indicator.

    Attributes:
        id: The indicator's id.
        statement: What was rated.
        descriptors: One text a step, lowest first.
        next: What people could do next, by the step that they stand at.
        private: Whether it stays out of anything public, and off a wall.
        score: 0 to 1, or why not in ``reason``.
        reason: Why there is no score.
        weight: How much it counts within its principle.
        reversed: Whether a high rating is bad news.
        sides: What each side said.
    """

    id: str
    statement: Text = attrs.field(converter=freeze)
    descriptors: tuple[Text, ...] = attrs.field(default=(), converter=freeze_texts)
    next: tuple[Idea, ...] = attrs.field(default=(), converter=as_tuple)
    private: bool = False
    score: Figure = None
    reason: MissingReason | None = attrs.field(default=None, validator=one_of(get_args(MissingReason)))
    weight: float = 1
    reversed: bool = False
    sides: FrozenMap[IndicatorSide] = attrs.field(converter=as_map)


@attrs.frozen(kw_only=True)
class PrincipleScore:
    """The score of one principle, and each side's own.

    Attributes:
        id: The principle's id.
        name: Its name.
        score: 0 to 1, or why not in ``reason``.
        reason: Why there is no score.
        weight: How much it counts overall.
        share_rated: The share of what could have been rated that was, 0 to 1; it decides nothing.
        interval: 95 % interval of the score.
        interval_reason: Why there is no interval.
        standard_error: The standard error of the score.
        degrees_of_freedom: How much that rests on.
        sides: Each side's own score.
        gap: The services' score minus the community's.
        agreement: How far everyone's answers agree.
        indicators: The indicators behind it.
    """

    id: str
    name: Text = attrs.field(converter=freeze)
    score: Figure = None
    reason: MissingReason | None = attrs.field(default=None, validator=one_of(get_args(MissingReason)))
    weight: float = 1
    share_rated: float | None = None
    interval: Interval | None = None
    interval_reason: IntervalReason | None = None
    standard_error: float | None = None
    degrees_of_freedom: float | None = None
    sides: FrozenMap[SideScore] = attrs.field(converter=as_map)
    gap: Gap | None = None
    agreement: Agreement | None = None
    indicators: tuple[IndicatorScore, ...] = attrs.field(converter=as_tuple)

    @property
    def is_rated_by_both(self) -> bool:
        """Whether it has a score, and a figure of each of the two sides."""
        return self.reason is None and all(self.sides[side].score is not None for side in MAIN_SIDES)


@attrs.frozen(kw_only=True)
class LeftOut:
    """A principle that the overall score leaves out, and why."""

    principle: str
    reason: MissingReason


@attrs.frozen(kw_only=True)
class Skipped:
    """A requirement that was passed over, and why."""

    level: int
    requirement: Requirement
    reason: str


@attrs.frozen(kw_only=True)
class Overall:
    """The whole of it.

    Attributes:
        score: The overall score, 0 to 1.
        interval: 95 % interval of the score.
        interval_reason: Why there is no interval.
        standard_error: The standard error of the score.
        degrees_of_freedom: How much that rests on.
        level: The level reached, however voices are counted; only where the status is ``scored``.
        level_name: What that level is called.
        level_range: The lowest and the highest level that it may be, where it cannot be told.
        level_by_count: The same under each way to count voices; for holders.
        level_probabilities: Level to how likely it is, given who happened to answer.
        coverage: The share of principles that are known, 0 to 1.
        share_rated: The share of what could have been rated that was, 0 to 1; it decides nothing.
        sides: Each side's own overall figure, over the principles that both sides rated.
        gap: The services' overall figure minus the community's.
        agreement: How far everyone's answers agree.
        left_out: Principles that the score leaves out, and why.
        skipped: Requirements that were passed over, and why.
    """

    score: Figure = None
    interval: Interval | None = None
    interval_reason: IntervalReason | None = None
    standard_error: float | None = None
    degrees_of_freedom: float | None = None
    level: int | None = None
    level_name: Text | None = attrs.field(default=None, converter=freeze)
    level_range: LevelRange | None = attrs.field(default=None, converter=as_pair)
    level_by_count: FrozenMap[LevelRange] = attrs.field(factory=FrozenMap, converter=freeze_pairs)
    level_probabilities: FrozenMap[float] | None = attrs.field(default=None, converter=freeze)
    coverage: float | None = None
    share_rated: float | None = None
    sides: FrozenMap[SideScore] = attrs.field(converter=as_map)
    gap: Gap | None = None
    agreement: Agreement | None = None
    left_out: tuple[LeftOut, ...] = attrs.field(default=(), converter=as_tuple)
    skipped: tuple[Skipped, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True)
class Unmet:
    """Something that the next level asks for and that is not there yet.

    Attributes:
        level: The level that asks for it.
        requirement: What it asks for.
        principle: The principle concerned.
        indicator: The indicator concerned.
        side: The side concerned.
        found: The figure there is.
        needed: The figure it takes.
    """

    level: int
    requirement: Requirement
    principle: str | None = None
    indicator: str | None = None
    side: MainSide | None = None
    found: Figure = None
    needed: float


@attrs.frozen(kw_only=True)
class AgreedPrinciple:
    """The score of one principle in what the group settled on, or why there is none."""

    id: str
    score: float | None = None
    reason: MissingReason | None = None
    share_rated: float | None = None


@attrs.frozen(kw_only=True)
class AgreedScore:
    """What the group settled on afterwards, scored as one profile: no sides, no level."""

    date: dt.date | None = attrs.field(default=None, converter=to_date)
    note: Text | None = attrs.field(default=None, converter=freeze)
    score: float | None = None
    share_rated: float | None = None
    principles: tuple[AgreedPrinciple, ...] = attrs.field(converter=as_tuple)


@attrs.frozen(kw_only=True)
class Support:
    """A piece of evidence, and what rests on it; never who named it.

    Attributes:
        id: The evidence's id.
        kind: What it is.
        title: What it is called.
        date: Its date.
        valid_until: The last day on which it still says something.
        url: Its address, as text; never opened.
        by: Who made it, in words; left out of what is shown where it may hold somebody's own words.
        note: A remark.
        shareable: Whether it may be shown outside the group.
        indicators: The indicators that somebody named it for; a side that declined is left out.
        commitments: The commitments that an event named it for.
    """

    id: str
    kind: EvidenceKind = attrs.field(validator=one_of(get_args(EvidenceKind)))
    title: Text = attrs.field(converter=freeze)
    date: dt.date | None = attrs.field(default=None, converter=to_date)
    valid_until: dt.date | None = attrs.field(default=None, converter=to_date)
    url: str | None = None
    by: Text | None = attrs.field(default=None, converter=freeze)
    note: Text | None = attrs.field(default=None, converter=freeze)
    shareable: bool = False
    indicators: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    commitments: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True)
class Certainty:
    """How the likelihoods of levels were made.

    Attributes:
        replicates: How many times the answers were drawn again.
        seed: SHA-256 that the draws start from, in hexadecimal; left out where it could give answers away.
    """

    replicates: int
    seed: str | None = None


@attrs.frozen(kw_only=True)
class Variant:
    """Another choice under which the level would be another.

    Attributes:
        variant: The choice, such as ``geometric`` or the id of what was left out.
        level: The level it gives; ``None`` where it gives none.
        status: The status it gives.
        count: How many draws of weights gave this level; 1 for any other choice.
    """

    variant: str
    level: int | None = None
    status: Status = attrs.field(default="scored", validator=one_of(get_args(Status)))
    count: int = 1


@attrs.frozen(kw_only=True)
class Family:
    """Other choices of one kind.

    Attributes:
        family: The kind of choice.
        share: The share of them that give the same level, 0 to 1.
        tried: How many were tried.
        changed: Those that give another level.
    """

    family: FamilyName = attrs.field(validator=one_of(get_args(FamilyName)))
    share: float
    tried: int
    changed: tuple[Variant, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True)
class Sensitivity:
    """Whether the level survives other choices.

    Attributes:
        share: The lowest share of any family, 0 to 1.
        families: The families of choices.
    """

    share: float
    families: tuple[Family, ...] = attrs.field(converter=as_tuple)


@attrs.frozen(kw_only=True)
class Scorecard:
    """The result of scoring one assessment.

    Attributes:
        assessment: What was assessed.
        framework: The framework it was assessed with.
        policy: How answers became scores.
        status: ``scored``, or why there is no level.
        reason: What stands behind any other status than ``scored``.
        voices: Who answered, by perspective.
        overall: The whole of it.
        principles: The principles, in the framework's order.
        unmet: What the next level asks for and is not there yet, nearest first.
        agreed: What the group settled on afterwards.
        power: Who holds which power; ``None`` where no decision is recorded.
        commitments: What became of promises; ``None`` where none is recorded.
        evidence: What the answers and promises rest on, in the order recorded.
        certainty: How the likelihoods of levels were made; ``None`` where it was not asked how sure the figures are.
        sensitivity: Whether the level survives other choices.
        findings: What the library has to say about the answers.
        language: BCP 47 tag of the language that the findings are said in.
        produced_by: The program and version that made it.
    """

    assessment: Subject
    framework: Basis
    policy: Policy
    status: Status = attrs.field(validator=one_of(get_args(Status)))
    reason: StatusReason | None = attrs.field(default=None, validator=one_of(get_args(StatusReason)))
    voices: tuple[Voices, ...] = attrs.field(converter=as_tuple)
    overall: Overall
    principles: tuple[PrincipleScore, ...] = attrs.field(converter=as_tuple)
    unmet: tuple[Unmet, ...] = attrs.field(default=(), converter=as_tuple)
    agreed: AgreedScore | None = None
    power: Power | None = None
    commitments: Promises | None = None
    evidence: tuple[Support, ...] = attrs.field(default=(), converter=as_tuple)
    certainty: Certainty | None = None
    sensitivity: Sensitivity | None = None
    findings: tuple[Finding, ...] = attrs.field(default=(), converter=as_tuple)
    language: str = "en"
    produced_by: str | None = None

    @property
    def indicators(self) -> tuple[IndicatorScore, ...]:
        """The scores of everything that was rated, principle by principle."""
        return tuple(indicator for principle in self.principles for indicator in principle.indicators)

    def counts_overall(self, principle: PrincipleScore, side: Side) -> bool:
        """Whether a principle is part of a side's overall figure.

        The two sides' figures rest on what both rated, so that they can be compared; the
        community's own account rests on whatever the community rated.
        """
        answered = {voice.side for voice in self.voices if voice.rated}
        own_account = side == "community" and "service" not in answered
        if own_account or (side == "independent" and principle.reason is None):
            return principle.sides[side].score is not None
        return side != "independent" and principle.is_rated_by_both
