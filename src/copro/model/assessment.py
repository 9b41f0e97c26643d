"""Who said what about an initiative, and what was promised in it."""

import datetime as dt
from typing import Literal, get_args

import attrs

from copro.model.framework import Perspective
from copro.model.promises import EventName, Right
from copro.model.values import (
    FrozenMap,
    Helper,
    MainSide,
    Party,
    Rating,
    Text,
    are_ratings,
    as_map,
    as_tuple,
    freeze,
    freeze_lists,
    freeze_map,
    freeze_ratings,
    is_id,
    one_of,
    to_date,
)

Collected = Literal["known_people", "closed_group", "open_link"]
Answered = Literal["self", "with_help", "group", "for_someone"]
Quote = Literal["no", "group", "public"]
OwnAnswer = Literal["yes", "no", "rather_not_say"]
"""What a person says of themselves, or that they would rather not."""

HelpedHow = Literal["interpreting", "reading", "writing", "explaining", "supporting", "answering"]
EvidenceKind = Literal["document", "data", "quote", "observation", "case_study"]
PermissionState = Literal["held", "asked", "refused", "not_needed"]
ShareKind = Literal["rights", "money", "time", "training", "access"]


@attrs.frozen(kw_only=True)
class Period:
    """The time that an assessment is about, first and last day."""

    start: dt.date = attrs.field(converter=to_date)
    end: dt.date = attrs.field(converter=to_date)


@attrs.frozen(kw_only=True)
class InitiativeName:
    """Which initiative something is about."""

    id: str
    name: Text = attrs.field(converter=freeze)


@attrs.frozen(kw_only=True)
class Initiative:
    """The service, project or partnership being assessed.

    Attributes:
        id: Its id, the same in every assessment of it.
        name: What it is called.
        summary: What it does.
        activities: What is done together, such as ``co-design``.
        stage: How far it has come, such as ``people-it``.
        taking_part: How many people take part in all, by side.
    """

    id: str = attrs.field(validator=is_id)
    name: Text = attrs.field(converter=freeze)
    summary: Text | None = attrs.field(default=None, converter=freeze)
    activities: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    stage: str | None = None
    taking_part: FrozenMap[int] = attrs.field(factory=FrozenMap, converter=as_map)


@attrs.frozen(kw_only=True)
class Conduct:
    """Who decided these things about the assessment itself.

    Attributes:
        initiate: Who decided that there would be one.
        choose_who: Who decided whom to ask.
        choose_how: Who decided how to ask.
        choose_when: Who decided when, and how fast.
        publish: Who decides what is published.
    """

    initiate: Party | None = attrs.field(default=None, validator=one_of(get_args(Party)))
    choose_who: Party | None = attrs.field(default=None, validator=one_of(get_args(Party)))
    choose_how: Party | None = attrs.field(default=None, validator=one_of(get_args(Party)))
    choose_when: Party | None = attrs.field(default=None, validator=one_of(get_args(Party)))
    publish: Party | None = attrs.field(default=None, validator=one_of(get_args(Party)))


@attrs.frozen(kw_only=True)
class SideNote:
    """That a side was invited to answer, or declined to be scored, and when."""

    side: MainSide = attrs.field(validator=one_of(get_args(MainSide)))
    date: dt.date | None = attrs.field(default=None, converter=to_date)
    note: Text | None = attrs.field(default=None, converter=freeze)


@attrs.frozen(kw_only=True)
class Stakeholder:
    """Someone, or a group, with a part in the initiative; speaks from one perspective.

    Attributes:
        id: An id that means nothing outside the assessment; never a name.
        perspective: The id of a perspective of the framework, or ``undisclosed``.
        organisation: The organisation that they work for or speak for.
        direct: Their own answer to "Is this work about your own life?"; left out, it is as their
            perspective says.
        pay_depends: Their own answer to "Could somebody who runs or funds this service end your pay
            or your work?"
        extra: Anything its users keep with it.
    """

    id: str = attrs.field(validator=is_id)
    perspective: str = attrs.field(validator=is_id)
    organisation: Text | None = attrs.field(default=None, converter=freeze)
    direct: OwnAnswer | None = attrs.field(default=None, validator=one_of(get_args(OwnAnswer)))
    pay_depends: OwnAnswer | None = attrs.field(default=None, validator=one_of(get_args(OwnAnswer)))
    extra: FrozenMap[object] = attrs.field(factory=FrozenMap, converter=as_map)


@attrs.frozen(kw_only=True)
class Response:
    """One stakeholder's answers on one occasion.

    Attributes:
        stakeholder: The id of the stakeholder who answered.
        date: When they answered.
        answered: ``self``, ``with_help``, ``group`` (they answered together), or ``for_someone``
            (somebody answered in their place: shown, never scored).
        helped_by: The side of whoever helped, led the group, or answered in their place.
        helped_how: What the help was.
        people: How many people a group answer speaks for, 2 or more.
        members_confirming: How many of the group say that it is their answer.
        ratings: Indicator id to rating; an indicator left out is silence.
        comments: Indicator id to the person's own words.
        quote: How far those words may be shown: to nobody, to the group, to the public.
        evidence: Indicator id to the ids of evidence for it.
        participation: Decision id to how far people took part, 0 (done to) to 6 (community-led).
        extra: Anything its users keep with it.
    """

    stakeholder: str = attrs.field(validator=is_id)
    date: dt.date | None = attrs.field(default=None, converter=to_date)
    answered: Answered = attrs.field(default="self", validator=one_of(get_args(Answered)))
    helped_by: Helper | None = attrs.field(default=None, validator=one_of(get_args(Helper)))
    helped_how: HelpedHow | None = attrs.field(default=None, validator=one_of(get_args(HelpedHow)))
    people: int | None = None
    members_confirming: int = 0
    ratings: FrozenMap[Rating] = attrs.field(factory=FrozenMap, converter=freeze_ratings, validator=are_ratings)
    comments: FrozenMap[str] = attrs.field(factory=FrozenMap, converter=as_map)
    quote: Quote = attrs.field(default="no", validator=one_of(get_args(Quote)))
    evidence: FrozenMap[tuple[str, ...]] = attrs.field(factory=FrozenMap, converter=freeze_lists)
    participation: FrozenMap[int] = attrs.field(factory=FrozenMap, converter=as_map)
    extra: FrozenMap[object] = attrs.field(factory=FrozenMap, converter=as_map)

    def __attrs_post_init__(self) -> None:
        """Refuse a way of answering that contradicts itself."""
        if (self.answered == "group") != (self.people is not None):
            raise ValueError("people is for a group answer, and a group answer needs it")
        if self.people is not None and self.people < 2:
            raise ValueError("a group answer speaks for 2 people or more")
        if (self.answered == "self") != (self.helped_by is None):
            raise ValueError("helped_by goes with answers given with help, by a group or for someone")
        if self.helped_how is not None and self.helped_by is None:
            raise ValueError("helped_how goes with helped_by")
        if self.members_confirming and self.people is None:
            raise ValueError("members_confirming is for a group answer")


@attrs.frozen(kw_only=True)
class Agreed:
    """What the group settled on after talking; it never replaces the first answers."""

    date: dt.date | None = attrs.field(default=None, converter=to_date)
    ratings: FrozenMap[Rating] = attrs.field(converter=freeze_ratings, validator=are_ratings)
    note: Text | None = attrs.field(default=None, converter=freeze)


@attrs.frozen(kw_only=True)
class Evidence:
    """Something that supports a rating, or shows a commitment kept.

    Attributes:
        id: Its id.
        kind: What it is.
        title: What it is called.
        date: Its date.
        valid_until: The last day on which it still says something.
        url: Its address, as text; never opened.
        by: Who made it, in words.
        note: A remark.
        shareable: Whether it may be shown outside the group.
        extra: Anything its users keep with it.
    """

    id: str = attrs.field(validator=is_id)
    kind: EvidenceKind = attrs.field(validator=one_of(get_args(EvidenceKind)))
    title: Text = attrs.field(converter=freeze)
    date: dt.date | None = attrs.field(default=None, converter=to_date)
    valid_until: dt.date | None = attrs.field(default=None, converter=to_date)
    url: str | None = None
    by: Text | None = attrs.field(default=None, converter=freeze)
    note: Text | None = attrs.field(default=None, converter=freeze)
    shareable: bool = False
    extra: FrozenMap[object] = attrs.field(factory=FrozenMap, converter=as_map)


@attrs.frozen(kw_only=True)
class Permission:
    """Whether the permission to carry a decision out is held, and since when."""

    state: PermissionState = attrs.field(validator=one_of(get_args(PermissionState)))
    date: dt.date | None = attrs.field(default=None, converter=to_date)


@attrs.frozen(kw_only=True)
class Decision:
    """Something to be decided in the initiative, with who holds which rights over it.

    Attributes:
        id: Its id.
        title: What is to be decided.
        activity: The part of the work it belongs to, such as ``co-design``.
        rights: Right to the parties (perspective or stakeholder ids) that hold it; a right left
            out is not recorded, an empty list means that nobody holds it.
        promised: How far people were promised to take part, 0 (done to) to 6 (community-led).
        permission: Whether the permission to carry it out is held.
        confirmed_by: The stakeholders who confirm that this is how it is.
        extra: Anything its users keep with it.
    """

    id: str = attrs.field(validator=is_id)
    title: Text = attrs.field(converter=freeze)
    activity: str | None = None
    rights: FrozenMap[tuple[str, ...]] = attrs.field(factory=FrozenMap, converter=freeze_lists)
    promised: int | None = None
    permission: Permission | None = None
    confirmed_by: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    extra: FrozenMap[object] = attrs.field(factory=FrozenMap, converter=as_map)


@attrs.frozen(kw_only=True)
class Shares:
    """What a commitment shares: rights over a decision, or a resource."""

    kind: ShareKind = attrs.field(validator=one_of(get_args(ShareKind)))
    decision: str | None = None
    rights: tuple[Right, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True)
class Event:
    """One thing that happened to a commitment; events are only ever added."""

    event: EventName = attrs.field(validator=one_of(get_args(EventName)))
    date: dt.date = attrs.field(converter=to_date)
    by: str = attrs.field(validator=is_id)
    reason: Text | None = attrs.field(default=None, converter=freeze)
    due_on: dt.date | None = attrs.field(default=None, converter=to_date)
    evidence: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        """Refuse a new day from anyone but those who promise."""
        if self.due_on is not None and self.event not in {"made", "changed"}:
            raise ValueError("due_on is for a promise that is made or changed")


@attrs.frozen(kw_only=True)
class Commitment:
    """A promise to share power over a decision, or to resource people's part in it.

    Attributes:
        id: Its id.
        title: The promise, in words.
        by: The parties (perspective or stakeholder ids) that made it.
        to: The parties that it was made to.
        shares: What it shares.
        promised: How far people were promised to take part, 0 (done to) to 6 (community-led).
        limits: What it does not cover.
        due_on: The day by which it was first promised.
        events: Its history, oldest first.
        extra: Anything its users keep with it.
    """

    id: str = attrs.field(validator=is_id)
    title: Text = attrs.field(converter=freeze)
    by: tuple[str, ...] = attrs.field(converter=as_tuple)
    to: tuple[str, ...] = attrs.field(converter=as_tuple)
    shares: Shares | None = None
    promised: int | None = None
    limits: Text | None = attrs.field(default=None, converter=freeze)
    due_on: dt.date | None = attrs.field(default=None, converter=to_date)
    events: tuple[Event, ...] = attrs.field(default=(), converter=as_tuple)
    extra: FrozenMap[object] = attrs.field(factory=FrozenMap, converter=as_map)


@attrs.frozen(kw_only=True)
class Assessment:
    """What people said about one initiative, with one framework, over one period.

    Attributes:
        id: Its id.
        title: Its title.
        framework: The framework's full name, ``id@edition``.
        initiative: What is assessed.
        stakeholders: The people and groups with a part in it.
        responses: Their answers, at most one each.
        language: BCP 47 tag of its plain strings.
        terms: Perspective id to the words that this project uses for it, in place of the framework's.
        period: The time it is about.
        collected: ``known_people``, ``closed_group``, or ``open_link`` (anyone could answer,
            more than once: no level).
        conduct: Who decided what about the assessment itself.
        agreed: What the group settled on afterwards.
        invited: The sides that were invited to answer.
        declined: The sides that chose not to be scored.
        decisions: Decisions, and who holds which rights over them.
        commitments: Promises, and what became of them.
        evidence: What supports ratings and shows commitments kept.
        extra: Anything its users keep with it.
    """

    id: str = attrs.field(validator=is_id)
    title: Text = attrs.field(converter=freeze)
    language: str = "en"
    framework: str
    initiative: Initiative
    period: Period | None = None
    collected: Collected = attrs.field(default="known_people", validator=one_of(get_args(Collected)))
    conduct: Conduct | None = None
    stakeholders: tuple[Stakeholder, ...] = attrs.field(converter=as_tuple)
    responses: tuple[Response, ...] = attrs.field(converter=as_tuple)
    terms: FrozenMap[Text] = attrs.field(factory=FrozenMap, converter=freeze_map)
    agreed: Agreed | None = None
    invited: tuple[SideNote, ...] = attrs.field(default=(), converter=as_tuple)
    declined: tuple[SideNote, ...] = attrs.field(default=(), converter=as_tuple)
    decisions: tuple[Decision, ...] = attrs.field(default=(), converter=as_tuple)
    commitments: tuple[Commitment, ...] = attrs.field(default=(), converter=as_tuple)
    evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=as_tuple)
    extra: FrozenMap[object] = attrs.field(factory=FrozenMap, converter=as_map)

    @property
    def perspectives(self) -> FrozenMap[str]:
        """The perspective that each stakeholder speaks from, by the stakeholder's id."""
        return FrozenMap({stakeholder.id: stakeholder.perspective for stakeholder in self.stakeholders})

    def name_of(self, perspective: Perspective, language: str) -> Text:
        """What a perspective is called in this assessment.

        Args:
            perspective: A perspective of the framework.
            language: BCP 47 tag of the framework's plain strings.

        Returns:
            The assessment's own term, as a language map where its language is not the framework's;
            else the framework's name.
        """
        term = self.terms.get(perspective.id)
        if term is None:
            return perspective.name
        return FrozenMap({self.language: term}) if isinstance(term, str) and self.language != language else term
