"""Results about power: who holds which rights, and what became of promises."""

import datetime as dt
from typing import Literal, get_args

import attrs

from copro.model.assessment import Shares
from copro.model.promises import EventName, State
from copro.model.suppressed import Suppressed
from copro.model.values import FrozenMap, MainSide, Text, as_map, as_tuple, freeze, one_of, to_date

Direction = Literal["services_to_community", "community_to_services", "other"]
Standing = Literal[
    "kept", "broken", "disputed", "withdrawn", "overdue", "unjudged", "waiting", "never_accepted", "not_yet_made"
]
DUE: frozenset[Standing] = frozenset({"kept", "broken", "disputed", "withdrawn", "overdue", "unjudged"})
"""The standings of commitments that are due."""


@attrs.frozen(kw_only=True)
class Holdings:
    """Recorded (decision, right) pairs, by who holds the right.

    Attributes:
        service: Held by services alone.
        shared: Held by both sides.
        community: Held by the community alone.
        others: Held by nobody, or only by people on neither side.
    """

    service: int = 0
    shared: int = 0
    community: int = 0
    others: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.service + self.shared + self.community + self.others


@attrs.frozen(kw_only=True)
class Unconfirmed:
    """A decision that is left out, because nobody on some side confirms how it is."""

    decision: str
    title: Text = attrs.field(converter=freeze)
    missing: tuple[MainSide, ...] = attrs.field(converter=as_tuple)


@attrs.frozen(kw_only=True)
class Experienced:
    """How far people of one side say that they took part in a decision.

    Attributes:
        step: The lower median, 0 (done to) to 6 (community-led); ``None`` where nobody says.
        respondents: How many responses say so.
        people: How many people these speak for.
    """

    step: int | Suppressed | None = None
    respondents: int = 0
    people: int = 0


@attrs.frozen(kw_only=True)
class Participation:
    """How far people were promised to take part in a decision, and how far they say they did."""

    decision: str
    title: Text = attrs.field(converter=freeze)
    promised: int | None = None
    sides: FrozenMap[Experienced] = attrs.field(converter=as_map)


@attrs.frozen(kw_only=True)
class Power:
    """Who holds which power, over the decisions that both sides confirm. The project's own measure.

    Attributes:
        decisions: Decisions that someone wrote down.
        confirmed: Those that someone on each side confirms.
        profile: Their recorded rights, by who holds them.
        power_sharing: The share of these that the community holds, alone or jointly, 0 to 1.
        by_right: The profile of each right.
        by_activity: The profile of each activity.
        services_can_veto: Decisions that the community has a part in, but that services alone can stop.
        unconfirmed: Decisions that are left out.
        participation: Promised and experienced participation, by decision.
    """

    decisions: int
    confirmed: int
    profile: Holdings
    power_sharing: float | None = None
    by_right: FrozenMap[Holdings] = attrs.field(converter=as_map)
    by_activity: FrozenMap[Holdings] = attrs.field(converter=as_map)
    services_can_veto: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    unconfirmed: tuple[Unconfirmed, ...] = attrs.field(default=(), converter=as_tuple)
    participation: tuple[Participation, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True)
class PromiseRecord:
    """What became of promises in one direction. The project's own measure.

    Attributes:
        made: Promises made.
        due: Those that were accepted and are due.
        kept: Due ones judged kept.
        broken: Due ones judged broken.
        disputed: Due ones on which those they were made to disagree.
        withdrawn: Due ones withdrawn after they were accepted.
        overdue: Due ones neither delivered nor judged.
        unjudged: Due ones delivered and not judged.
        waiting: Accepted ones that are not due yet.
        never_accepted: Those that nobody they were made to ever accepted.
        say_do: Kept over due, 0 to 1; ``None`` below 5 due, where only counts are told.
    """

    made: int = 0
    due: int = 0
    kept: int = 0
    broken: int = 0
    disputed: int = 0
    withdrawn: int = 0
    overdue: int = 0
    unjudged: int = 0
    waiting: int = 0
    never_accepted: int = 0
    say_do: float | None = None


@attrs.frozen(kw_only=True)
class EarlierReason:
    """A reason that was given before the last one, and at what."""

    event: EventName = attrs.field(validator=one_of(get_args(EventName)))
    reason: Text = attrs.field(converter=freeze)


@attrs.frozen(kw_only=True)
class LedgerEntry:
    """One commitment as of a date.

    Attributes:
        id: The commitment's id.
        title: The promise, in words.
        direction: Who promised whom.
        state: What it is, by its events; ``None`` before it is made.
        standing: What that means for the record.
        due_on: The accepted day by which it is promised; else the one offered.
        reason: The last reason given.
        earlier_reasons: Those given before it, oldest first.
        shares: What it shares.
        decision: The decision that it is about, in words.
        promised: How far people were promised to take part, 0 (done to) to 6 (community-led).
        limits: What it does not cover.
    """

    id: str
    title: Text = attrs.field(converter=freeze)
    direction: Direction = attrs.field(validator=one_of(get_args(Direction)))
    state: State | None = attrs.field(default=None, validator=one_of(get_args(State)))
    standing: Standing = attrs.field(validator=one_of(get_args(Standing)))
    due_on: dt.date | None = attrs.field(default=None, converter=to_date)
    reason: Text | None = attrs.field(default=None, converter=freeze)
    earlier_reasons: tuple[EarlierReason, ...] = attrs.field(default=(), converter=as_tuple)
    shares: Shares | None = None
    decision: Text | None = attrs.field(default=None, converter=freeze)
    promised: int | None = None
    limits: Text | None = attrs.field(default=None, converter=freeze)


@attrs.frozen(kw_only=True)
class Promises:
    """What became of promises, as of a date.

    Attributes:
        as_of: The date; ``None`` where the document holds none.
        records: The record in each direction.
        ledger: Every commitment, in the order recorded.
    """

    as_of: dt.date | None = attrs.field(default=None, converter=to_date)
    records: FrozenMap[PromiseRecord] = attrs.field(converter=as_map)
    ledger: tuple[LedgerEntry, ...] = attrs.field(default=(), converter=as_tuple)
