"""The life of a commitment: one table of what may happen, by whom, and what it then is."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, get_args

import attrs

from copro.messages import marked, message
from copro.model.finding import FindingCode

State = Literal["made", "accepted", "declined", "withdrawn", "delivered", "kept", "broken", "disputed"]
EventName = Literal["made", "accepted", "declined", "changed", "withdrawn", "delivered", "kept", "broken"]
Role = Literal["by", "to"]
Right = Literal[
    "initiate",
    "choose_who",
    "choose_how",
    "choose_when",
    "propose",
    "decide",
    "veto",
    "hold_budget",
    "carry_out",
    "stop",
    "judge",
]

EVENTS: tuple[EventName, ...] = get_args(EventName)

TABLE: tuple[tuple[State | None, EventName, Role, State], ...] = (
    (None, "made", "by", "made"),
    ("made", "accepted", "to", "accepted"),
    ("made", "declined", "to", "declined"),
    ("made", "changed", "by", "made"),
    ("accepted", "changed", "by", "made"),
    ("delivered", "changed", "by", "made"),
    ("declined", "changed", "by", "made"),
    ("made", "withdrawn", "by", "withdrawn"),
    ("accepted", "withdrawn", "by", "withdrawn"),
    ("accepted", "delivered", "by", "delivered"),
    ("accepted", "kept", "to", "kept"),
    ("accepted", "broken", "to", "broken"),
    ("delivered", "kept", "to", "kept"),
    ("delivered", "broken", "to", "broken"),
    ("kept", "kept", "to", "kept"),
    ("kept", "broken", "to", "disputed"),
    ("broken", "broken", "to", "broken"),
    ("broken", "kept", "to", "disputed"),
    ("disputed", "kept", "to", "disputed"),
    ("disputed", "broken", "to", "disputed"),
)
"""From which state, what happens, whose act it is, to which state.

``by``: one of those who made the promise. ``to``: one of those it was made to. The rows from
``kept``, ``broken`` and ``disputed`` are for another of those it was made to: nobody judges twice.
A change needs acceptance again.
"""

NEEDS_REASON: frozenset[EventName] = frozenset({"changed", "withdrawn", "broken"})
"""What cannot happen without saying why."""

JUDGEMENTS: frozenset[EventName] = frozenset({"kept", "broken"})
"""What only a judge may say: in ``to``, not in ``by``, and of no organisation that promised."""


@attrs.frozen
class People:
    """Who is who in an initiative.

    Attributes:
        perspectives: Stakeholder id to the id of the perspective it speaks from.
        organisations: Stakeholder id to the name of its organisation, where it has one.
    """

    perspectives: Mapping[str, str]
    organisations: Mapping[str, str]

    def acts_for(self, actor: str, parties: Collection[str]) -> bool:
        """Tell whether an actor is one of some parties; either may be a person or a perspective."""
        return (
            actor in parties
            or self.perspectives.get(actor) in parties
            or any(self.perspectives.get(party) == actor for party in parties)
        )

    def only_voices(self, perspective: str, to: Collection[str]) -> frozenset[str]:
        """The one person for whom a perspective speaks, where the promise was made to that person by name."""
        promised = [party for party in to if self.perspectives.get(party) == perspective]
        return frozenset(promised) if len(promised) == 1 and perspective not in to else frozenset()

    def organisations_of(self, parties: Collection[str]) -> frozenset[str]:
        """The organisations of the people whom some parties name, in person or by perspective."""
        return frozenset(
            organisation
            for person, organisation in self.organisations.items()
            if person in parties or self.perspectives.get(person) in parties
        )


@attrs.frozen(kw_only=True)
class Act:
    """One event as the table needs it."""

    event: EventName
    date: str
    by: str
    has_reason: bool


@attrs.frozen
class Fault:
    """What is wrong with one event.

    Attributes:
        code: The finding's code.
        text: What is wrong, in a sentence.
        field: The property of the event that is at fault; ``None`` for the event itself.
    """

    code: FindingCode
    text: str
    field: str | None = None


def follow(
    acts: Sequence[Act], by: Collection[str], to: Collection[str], people: People
) -> Iterator[tuple[State | None, Fault | None]]:
    """Follow a commitment's events through the table.

    An event at fault leaves the state as it was.

    Args:
        acts: The events, in the order they are recorded.
        by: Those who made the promise: ids of stakeholders or perspectives.
        to: Those it was made to.
        people: Who is who.

    Yields:
        For each event the state after it, and its fault if it has one.
    """
    state: State | None = None
    judges: set[str] = set()
    latest = ""
    for act in acts:
        fault = _fault(act, state, judges, by=by, to=to, people=people)
        if fault is None and act.date < latest:
            text = message("{date} is before the event above, {latest}.", date=act.date, latest=latest)
            fault = Fault("event-out-of-order", text, "date")
        latest = max(latest, act.date)
        if fault is None:
            state = next(after for before, event, _, after in TABLE if (before, event) == (state, act.event))
            judges |= {act.by} if act.event in JUDGEMENTS else set()
        yield state, fault


EVENT_WORDS: dict[EventName | State, str] = {
    "made": marked("made"),
    "accepted": marked("accepted"),
    "declined": marked("declined"),
    "changed": marked("changed"),
    "withdrawn": marked("withdrawn"),
    "delivered": marked("delivered"),
    "kept": marked("kept"),
    "broken": marked("broken"),
    "disputed": marked("disputed"),
}
"""What happens to a promise, and what it then is, in words."""

IMPOSSIBLE = {
    True: marked("A commitment that is {state} cannot be {event}."),
    False: marked("A commitment that has not been made cannot be {event}."),
}
NOT_ONE_OF: dict[Role, str] = {
    "by": marked(
        "Only those who made the promise can say that it is {event}; whoever is named here is not one of them."
    ),
    "to": marked(
        "Only those whom it was made to can say that it is {event}; whoever is named here is not one of them."
    ),
}


def _fault(
    act: Act, state: State | None, judges: Collection[str], *, by: Collection[str], to: Collection[str], people: People
) -> Fault | None:
    """Say the first thing that is wrong with an event, apart from its date."""
    roles = [role for before, event, role, _ in TABLE if (before, event) == (state, act.event)]
    if not roles:
        event, template = message(EVENT_WORDS[act.event]), IMPOSSIBLE[state is not None]
        text = message(template, state=message(EVENT_WORDS[state]) if state else "", event=event)
        return Fault("impossible-event", text, "event")
    if act.event in JUDGEMENTS and people.acts_for(act.by, by):
        text = message("Whoever is named here made the promise, so cannot judge it.")
        return Fault("judge-made-promise", text, "by")
    if not people.acts_for(act.by, by if roles[0] == "by" else to):
        text = message(NOT_ONE_OF[roles[0]], event=message(EVENT_WORDS[act.event]))
        return Fault("wrong-party", text, "by")
    if act.event in JUDGEMENTS and (fault := _unfit_to_judge(act, judges, people, by=by, to=to)):
        return fault
    if act.event in NEEDS_REASON and not act.has_reason:
        return Fault("missing-reason", message("It is {event}: say why.", event=message(EVENT_WORDS[act.event])))
    return None


def _unfit_to_judge(
    act: Act, judges: Collection[str], people: People, *, by: Collection[str], to: Collection[str]
) -> Fault | None:
    if people.organisations_of([act.by]) & people.organisations_of(by):
        text = message("Whoever is named here is of an organisation that made the promise.")
        return Fault("judge-same-organisation", text, "by")
    if act.by in judges or people.only_voices(act.by, to) & set(judges):
        return Fault("already-judged", message("Whoever is named here has judged this already."), "by")
    return None
