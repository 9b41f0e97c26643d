"""Promises: what may happen to one, at whose hand, and who may judge it."""

import datetime as dt
import json
from collections.abc import Collection, Sequence
from typing import Any

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import checking
import copro
from copro.model.promises import EVENTS, NEEDS_REASON, TABLE, Act, EventName, People, State, follow

FIRST = dt.date(2026, 1, 1)

PEOPLE = (
    copro.Stakeholder(id="s1", perspective="practitioners", organisation="Council"),
    copro.Stakeholder(id="s2", perspective="decision-makers", organisation="Council"),
    copro.Stakeholder(id="s3", perspective="practitioners", organisation="Trust"),
    copro.Stakeholder(id="c1", perspective="people-using-services"),
    copro.Stakeholder(id="c2", perspective="family-carers"),
    copro.Stakeholder(id="c3", perspective="peer-workers", organisation="Council"),
    copro.Stakeholder(id="c4", perspective="people-using-services"),
    copro.Stakeholder(id="g1", perspective="community-groups", organisation="Kitchen group"),
    copro.Stakeholder(id="x1", perspective="undisclosed"),
)
WHO = People(
    {person.id: person.perspective for person in PEOPLE},
    {person.id: str(person.organisation) for person in PEOPLE if person.organisation},
)
PERSPECTIVES = ("practitioners", "decision-makers", "people-using-services", "family-carers", "peer-workers")

# What design section 6 says, written down a second time.
MAY: dict[State | None, dict[EventName, State]] = {
    None: {"made": "made"},
    "made": {"accepted": "accepted", "declined": "declined", "changed": "made", "withdrawn": "withdrawn"},
    "accepted": {
        "changed": "made",
        "withdrawn": "withdrawn",
        "delivered": "delivered",
        "kept": "kept",
        "broken": "broken",
    },
    "declined": {"changed": "made"},
    "withdrawn": {},
    "delivered": {"changed": "made", "kept": "kept", "broken": "broken"},
    "kept": {"kept": "kept", "broken": "disputed"},
    "broken": {"broken": "broken", "kept": "disputed"},
    "disputed": {"kept": "disputed", "broken": "disputed"},
}
OF_THE_MAKERS = ("made", "changed", "withdrawn", "delivered")
WITH_A_REASON = ("changed", "withdrawn", "broken")

REACHED_BY: dict[State | None, tuple[EventName, ...]] = {
    None: (),
    "made": ("made",),
    "accepted": ("made", "accepted"),
    "declined": ("made", "declined"),
    "withdrawn": ("made", "accepted", "withdrawn"),
    "delivered": ("made", "accepted", "delivered"),
    "kept": ("made", "accepted", "kept"),
    "broken": ("made", "accepted", "delivered", "broken"),
    "disputed": ("made", "accepted", "kept", "broken"),
}
JUDGES = ("c1", "c2", "c4", "g1")
"""Four people to whom the promise is made: enough for nobody to judge twice."""


def event(what: EventName, by: str, day: int = 0, reason: str | None = None) -> copro.Event:
    return copro.Event(event=what, by=by, date=FIRST + dt.timedelta(days=day), reason=reason)


def history(*names: EventName) -> list[copro.Event]:
    """These events a day apart, each by someone who may, judges taking turns."""
    judges = iter(JUDGES)
    return [
        event(name, "s1" if name in OF_THE_MAKERS else next(judges), day, "Why" if name in WITH_A_REASON else None)
        for day, name in enumerate(names)
    ]


def assessment(
    events: Sequence[copro.Event],
    by: Sequence[str] = ("s1",),
    to: Sequence[str] = JUDGES,
    people: Sequence[copro.Stakeholder] = PEOPLE,
) -> copro.Assessment:
    """One promise and nothing else."""
    return copro.Assessment(
        id="first-look",
        title="First look",
        framework="copro-core-short@2026",
        initiative=copro.Initiative(id="lunch-club", name="Lunch club"),
        stakeholders=people,
        responses=(),
        commitments=[copro.Commitment(id="fares", title="Fares are paid", by=by, to=to, events=events)],
    )


def faults(events: Sequence[copro.Event], **who: Any) -> list[str]:
    """The code and place of everything that is wrong with a promise, told alike in each way there is."""
    whole = assessment(events, **who)
    found = checking.faults(copro.dumps(whole).encode())
    assert {finding.severity for finding in found} <= {"error"}
    if found:
        with pytest.raises(copro.InvalidDocumentError) as caught:
            copro.commitments(whole)
        # what was built in Python has no lines
        assert caught.value.findings == tuple(attrs.evolve(finding, line=None, column=None) for finding in found)
    else:
        assert copro.loads(copro.dumps(whole)) == whole
    return [f"{finding.code} {finding.pointer.removeprefix('/commitments/0')}" for finding in found]


def state_after(events: Sequence[copro.Event], **who: Any) -> State | None:
    promises = copro.commitments(assessment(events, **who), as_of=dt.date(2030, 1, 1))
    assert promises is not None
    return promises.ledger[0].state


def acts(events: Sequence[copro.Event]) -> list[Act]:
    return [Act(event=e.event, date=e.date.isoformat(), by=e.by, has_reason=e.reason is not None) for e in events]


def follow_all(
    events: Sequence[copro.Event], by: Collection[str] = ("s1",), to: Collection[str] = JUDGES
) -> tuple[State | None, list[str]]:
    """The last state, and the codes of all faults."""
    told = list(follow(acts(events), by, to, WHO))
    return (told[-1][0] if told else None), [fault.code for _, fault in told if fault is not None]


# The table.


def test_the_table_is_the_design_and_nothing_else() -> None:
    assert len(set(TABLE)) == len(TABLE) == 20
    assert set(TABLE) == {
        (before, name, "by" if name in OF_THE_MAKERS else "to", after)
        for before, events in MAY.items()
        for name, after in events.items()
    }
    assert set(WITH_A_REASON) == NEEDS_REASON


@pytest.mark.parametrize(("before", "name", "role", "after"), TABLE, ids=str)
def test_every_row_of_the_table(before: State | None, name: EventName, role: str, after: State) -> None:
    past = history(*REACHED_BY[before])
    right = history(*REACHED_BY[before], name)
    assert state_after(past) == before
    assert faults(right) == []
    assert state_after(right) == after
    assert follow_all(right) == (after, [])

    last = right[-1]
    place = f"/events/{len(past)}"
    others = ("c1", "people-using-services", "s3", "x1") if role == "by" else ("s1", "practitioners", "c3", "x1")
    for other in others:
        if other != "practitioners" or role == "to":
            wrong = [*past, attrs.evolve(last, by=other)]
            judged_own = name in ("kept", "broken") and other in ("s1", "practitioners")
            assert faults(wrong) == [f"{'judge-made-promise' if judged_own else 'wrong-party'} {place}/by"]
            assert follow_all(wrong)[0] == before

    silent = [*past, attrs.evolve(last, reason=None)]
    assert faults(silent) == ([f"missing-reason {place}"] if name in WITH_A_REASON else [])
    assert state_after([*past, attrs.evolve(last, reason="Because")]) == after


IMPOSSIBLE = [(before, name) for before, events in MAY.items() for name in EVENTS if name not in events]


@pytest.mark.parametrize(("before", "name"), IMPOSSIBLE, ids=str)
def test_everything_else_is_impossible_whoever_does_it(before: State | None, name: EventName) -> None:
    past = history(*REACHED_BY[before])
    for who in ("s1", "g1", "x1"):
        found = [*past, event(name, who, len(past), "Why")]
        assert faults(found) == [f"impossible-event /events/{len(past)}/event"]
        assert follow_all(found) == (before, ["impossible-event"])


def test_there_is_nothing_between_possible_and_impossible() -> None:
    assert len(IMPOSSIBLE) + len(TABLE) == len(MAY) * len(EVENTS) == 72


def test_an_event_at_fault_leaves_everything_as_it_was() -> None:
    made, accepted, kept = history("made", "accepted", "kept")
    events = [made, event("kept", "c1"), accepted, event("delivered", "c1", 1), event("broken", "g1", 1), kept]
    assert faults(events) == [
        "impossible-event /events/1/event",
        "wrong-party /events/3/by",
        "missing-reason /events/4",
    ]
    assert follow_all(events) == ("kept", ["impossible-event", "wrong-party", "missing-reason"])
    # g1 gave no reason, so that judgement did not count, and g1 may still judge
    assert faults([*events, event("broken", "g1", 9, "Why")])[3:] == []


def test_the_same_fault_is_found_in_every_promise() -> None:
    whole = assessment([event("kept", "c1")])
    two = attrs.evolve(whole, commitments=[*whole.commitments, attrs.evolve(whole.commitments[0], id="tea")])
    found = checking.faults(copro.dumps(two).encode())
    assert [finding.pointer for finding in found] == ["/commitments/0/events/0/event", "/commitments/1/events/0/event"]
    assert len({finding.message for finding in found}) == 1


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ({"event": "kpet"}, "unknown-word"),
        ({"event": 7}, "unknown-word"),
        ({"date": 7}, "wrong-type"),
        ({"by": None}, "wrong-type"),
    ],
)
def test_a_history_of_the_wrong_shape_is_faulted_for_its_shape_only(broken: dict[str, Any], code: str) -> None:
    document = json.loads(copro.dumps(assessment(history("made", "accepted"))))
    document["commitments"][0]["events"][0].update(broken)
    assert [finding.code for finding in checking.faults(json.dumps(document).encode())] == [code]


# Who may act.


@pytest.mark.parametrize(
    ("by", "to", "maker", "taker"),
    [
        (["s1"], ["c1"], "s1", "c1"),
        (["practitioners"], ["people-using-services"], "practitioners", "people-using-services"),
        (["practitioners"], ["people-using-services"], "s3", "c4"),
        (["s1"], ["c1"], "practitioners", "people-using-services"),
        (["s1", "s2"], ["c1", "family-carers"], "decision-makers", "c2"),
    ],
)
def test_a_person_acts_for_a_perspective_and_a_perspective_signs_for_a_person(
    by: list[str], to: list[str], maker: str, taker: str
) -> None:
    events = [
        event("made", maker),
        event("accepted", taker, 1),
        event("delivered", maker, 2),
        event("broken", taker, 3, "No"),
    ]
    assert faults(events, by=by, to=to) == []
    assert state_after(events, by=by, to=to) == "broken"


def judged(judge: str, by: Sequence[str], to: Sequence[str]) -> list[str]:
    """What is wrong when this one judges a promise that was made and accepted as it should be."""
    events = [event("made", by[0]), event("accepted", to[0], 1), event("kept", judge, 2)]
    found = faults(events, by=by, to=to)
    no = [*events[:2], event("broken", judge, 2, "No")]
    assert faults(no, by=by, to=to) == found
    return found


@pytest.mark.parametrize(
    ("judge", "by", "to"),
    [
        ("s1", ["s1"], ["c1", "s1"]),
        ("s1", ["practitioners"], ["c1", "practitioners"]),
        ("s1", ["practitioners"], ["c1", "s1"]),
        ("s1", ["s1"], ["c1", "practitioners"]),
        ("practitioners", ["s1"], ["c1", "practitioners"]),
        ("practitioners", ["s1"], ["c1", "s3"]),
        ("practitioners", ["practitioners"], ["c1", "s3"]),
        ("c1", ["people-using-services", "s1"], ["c4", "c1"]),
    ],
)
def test_who_made_a_promise_never_judges_it(judge: str, by: list[str], to: list[str]) -> None:
    assert judged(judge, by, to) == ["judge-made-promise /events/2/by"]


@pytest.mark.parametrize(
    ("judge", "by", "to"),
    [
        ("c3", ["s1"], ["c1", "c3"]),
        ("c3", ["decision-makers"], ["c1", "c3"]),
        ("peer-workers", ["s1"], ["c1", "peer-workers"]),
        ("peer-workers", ["decision-makers"], ["c1", "c3"]),
        ("s2", ["s1"], ["c1", "s2"]),
        ("c3", ["practitioners"], ["c1", "peer-workers"]),
    ],
)
def test_no_judge_is_of_an_organisation_that_promised(judge: str, by: list[str], to: list[str]) -> None:
    assert judged(judge, by, to) == ["judge-same-organisation /events/2/by"]


@pytest.mark.parametrize(
    ("judge", "by", "to"),
    [
        ("s3", ["s1"], ["c1", "s3"]),
        ("s3", ["s1"], ["c1", "practitioners"]),
        ("g1", ["s1"], ["c1", "community-groups"]),
        ("c3", ["s3"], ["c1", "c3"]),
        ("s1", ["c1"], ["s1"]),
        ("practitioners", ["c1"], ["s1"]),
        ("c4", ["c1"], ["c4"]),
    ],
)
def test_others_whom_it_was_made_to_may_judge(judge: str, by: list[str], to: list[str]) -> None:
    assert judged(judge, by, to) == []


def test_to_be_of_no_organisation_is_not_to_be_of_the_same_one() -> None:
    people = [attrs.evolve(person, organisation=None) for person in PEOPLE]
    events = [event("made", "s1"), event("accepted", "c1", 1), event("kept", "c3", 2)]
    assert faults(events, to=["c1", "c3"], people=people) == []


@pytest.mark.parametrize("first", ["kept", "broken"])
@pytest.mark.parametrize("again", ["kept", "broken"])
@pytest.mark.parametrize("between", [(), ("c2",)], ids=["at once", "after another"])
def test_nobody_judges_twice(first: EventName, again: EventName, between: tuple[str, ...]) -> None:
    start = history("made", "accepted")
    judgements = [(first, "c1"), *(("kept", who) for who in between), (again, "c1")]
    events = [*start, *(event(what, who, 5, "Why") for what, who in judgements)]
    assert faults(events) == [f"already-judged /events/{len(events) - 1}/by"]


def test_a_perspective_may_sign_so_that_nobody_need_say_broken_alone() -> None:
    start = history("made", "accepted", "delivered")
    to = ["people-using-services", "family-carers"]
    broken = [*start, event("broken", "people-using-services", 4, "We paid ourselves.")]
    assert faults(broken, to=to) == []
    assert state_after(broken, to=to) == "broken"
    assert state_after([*broken, event("broken", "family-carers", 5, "So did we.")], to=to) == "broken"
    assert state_after([*broken, event("kept", "family-carers", 5)], to=to) == "disputed"
    assert faults([*broken, event("kept", "people-using-services", 5)], to=to) == ["already-judged /events/4/by"]


def test_one_person_cannot_disagree_with_themselves_by_signing_as_their_perspective() -> None:
    start = history("made", "accepted")
    events = [*start, event("kept", "c1", 5), event("broken", "people-using-services", 6, "Why")]
    assert faults(events, to=["c1"]) == ["already-judged /events/3/by"]
    assert faults(events, to=["c1", "people-using-services"]) == []


def test_once_disputed_stays_disputed() -> None:
    events = history("made", "accepted", "kept", "broken", "kept")
    everyone = [*JUDGES, "family-carers"]
    assert state_after(events) == "disputed"
    assert state_after([*events, event("kept", "family-carers", 9)], to=everyone) == "disputed"


def test_a_change_needs_acceptance_again() -> None:
    changed = history("made", "accepted", "delivered", "changed")
    assert state_after(changed) == "made"
    for name in ("kept", "broken", "delivered"):
        assert faults([*changed, event(name, "c4", 9, "Why")]) == ["impossible-event /events/4/event"]
    assert state_after([*changed, event("accepted", "c1", 9), event("kept", "c1", 10)]) == "kept"


# Dates.


def test_two_events_may_fall_on_one_day() -> None:
    assert faults([event("made", "s1"), event("accepted", "c1"), event("kept", "c1")]) == []


def test_an_event_before_the_one_above_is_out_of_order_and_does_not_happen() -> None:
    events = [event("made", "s1", 3), event("accepted", "c1", 2)]
    assert faults(events) == ["event-out-of-order /events/1/date"]
    assert follow_all(events) == ("made", ["event-out-of-order"])
    assert faults([*events, event("accepted", "c1", 3)]) == ["event-out-of-order /events/1/date"]


def test_order_is_held_against_the_latest_day_so_far() -> None:
    events = [event("made", "s1", 0), event("accepted", "c1", 5), event("kept", "c1", 4), event("kept", "c2", 4)]
    assert faults(events) == ["event-out-of-order /events/2/date", "event-out-of-order /events/3/date"]


def test_an_event_has_one_fault_at_a_time_and_its_date_comes_last() -> None:
    events = [event("made", "s1", 3), event("changed", "c1", 2)]
    assert faults(events) == ["wrong-party /events/1/by"]
    assert faults([events[0], event("changed", "s1", 2)]) == ["missing-reason /events/1"]
    assert faults([events[0], event("changed", "s1", 2, "Why")]) == ["event-out-of-order /events/1/date"]


# Random histories.

ACTORS = (*(person.id for person in PEOPLE), *PERSPECTIVES)
STANDS_FOR = {(actor, actor) for actor in ACTORS} | {
    pair for p in PEOPLE for pair in ((p.id, p.perspective), (p.perspective, p.id))
}
"""Who may act where whom is named."""
COUNCIL = {"s1", "s2", "c3", "practitioners", "decision-makers", "peer-workers"}
TRUST = {"s3", "practitioners"}
KITCHEN = {"g1", "community-groups"}
"""People of an organisation, and the perspectives that hold one of them."""

MAKERS = (("s1",), ("practitioners",), ("s3", "decision-makers"), ("g1",), ("c1", "s2"))
TAKERS = (JUDGES, ("people-using-services", "c2"), ("c1", "c3", "s3"), ("practitioners", "c4", "g1"), ("c2", "s1"))


class Histories(RuleBasedStateMachine):
    """Anything may be tried on a promise; what the library says is held against a model of a few lines."""

    by: tuple[str, ...]
    to: tuple[str, ...]

    def __init__(self) -> None:
        super().__init__()
        self.events: list[copro.Event] = []
        self.state: State | None = None
        self.judges: set[str] = set()
        self.offered: dt.date | None = None
        self.agreed: dt.date | None = None
        self.accepted = False

    @initialize(by=st.sampled_from(MAKERS), to=st.sampled_from(TAKERS))
    def promise(self, by: tuple[str, ...], to: tuple[str, ...]) -> None:
        self.by, self.to = by, to

    def wrong_with(self, tried: copro.Event) -> set[str]:
        """Everything that the design has against an event here and now."""
        if tried.event not in MAY[self.state]:
            return {"impossible-event"}
        wrong = set()
        parties = self.by if tried.event in OF_THE_MAKERS else self.to
        if not any((tried.by, party) in STANDS_FOR for party in parties):
            wrong.add("wrong-party")
        if tried.event in ("kept", "broken"):
            if any((tried.by, party) in STANDS_FOR for party in self.by):
                wrong.add("judge-made-promise")
            if any(tried.by in house and house & set(self.by) for house in (COUNCIL, TRUST, KITCHEN)):
                wrong.add("judge-same-organisation")
            named = [party for party in self.to if WHO.perspectives.get(party) == tried.by]
            alone = set(named) if len(named) == 1 and tried.by not in self.to else set()
            if tried.by in self.judges or alone & self.judges:
                wrong.add("already-judged")
        if tried.event in WITH_A_REASON and tried.reason is None:
            wrong.add("missing-reason")
        if self.events and tried.date < self.events[-1].date:
            wrong.add("event-out-of-order")
        return wrong

    def happens(self, done: copro.Event) -> None:
        self.events.append(done)
        self.state = MAY[self.state][done.event]
        if done.event in ("kept", "broken"):
            self.judges.add(done.by)
        if done.event in ("made", "changed"):
            self.offered = done.due_on or self.offered
        if done.event == "accepted":
            self.accepted, self.agreed = True, self.offered

    def attempt(self, name: EventName, actor: str, later: int, reason: str | None, due: int | None) -> None:
        """Try an event; the library must say what the model says, and nothing happens that may not."""
        last = self.events[-1].date if self.events else FIRST
        due_on = last + dt.timedelta(days=due) if due is not None and name in ("made", "changed") else None
        tried = copro.Event(event=name, by=actor, date=last + dt.timedelta(days=later), reason=reason, due_on=due_on)
        wrong = self.wrong_with(tried)
        found = faults([*self.events, tried], by=self.by, to=self.to)
        state, codes = follow_all([*self.events, tried], self.by, self.to)
        assert [line.split()[0] for line in found] == codes
        if wrong:
            assert len(codes) == 1
            assert codes[0] in wrong
            assert found[0].split()[1].startswith(f"/events/{len(self.events)}")
            assert state == self.state
        else:
            assert codes == []
            self.happens(tried)
            assert state == self.state

    @rule(
        name=st.sampled_from(EVENTS),
        actor=st.sampled_from(ACTORS),
        later=st.integers(-2, 20),
        reason=st.sampled_from((None, "Why")),
        due=st.sampled_from((None, 0, 10, 40)),
    )
    def anyone_tries_anything(self, name: EventName, actor: str, later: int, reason: str | None, due: int) -> None:
        self.attempt(name, actor, later, reason, due)

    @precondition(lambda self: bool(MAY[self.state]))
    @rule(
        data=st.data(),
        actor=st.sampled_from(ACTORS),
        later=st.integers(-2, 20),
        reason=st.sampled_from((None, "Why")),
    )
    def anyone_tries_what_somebody_may(self, data: st.DataObject, actor: str, later: int, reason: str | None) -> None:
        self.attempt(data.draw(st.sampled_from(sorted(MAY[self.state]))), actor, later, reason, None)

    @precondition(lambda self: bool(self.onward()))
    @rule(data=st.data(), later=st.integers(0, 20), due=st.sampled_from((None, 0, 10, 40)))
    def someone_named_takes_it_on(self, data: st.DataObject, later: int, due: int | None) -> None:
        name = data.draw(st.sampled_from(self.onward()))
        named = self.by if name in OF_THE_MAKERS else self.to
        actor = data.draw(st.sampled_from(sorted(a for a in ACTORS for p in named if (a, p) in STANDS_FOR)))
        self.attempt(name, actor, later, "Why", due)

    def onward(self) -> list[EventName]:
        """What may happen next without its being the end."""
        return [name for name in MAY[self.state] if name not in ("declined", "withdrawn")]

    @invariant()
    def the_ledger_says_what_the_model_says(self) -> None:
        day = self.events[-1].date if self.events else FIRST
        for as_of in (day, day + dt.timedelta(days=15)):
            promises = copro.commitments(assessment(self.events, self.by, self.to), as_of=as_of)
            assert promises is not None
            (entry,) = promises.ledger
            assert (entry.state, entry.standing) == (self.state, self.standing(as_of))
            assert entry.due_on == (self.agreed if self.accepted else self.offered)
            assert sum(record.made for record in promises.records.values()) == (1 if self.events else 0)
            assert {record.say_do for record in promises.records.values()} == {None}

    def standing(self, as_of: dt.date) -> str:
        if self.state is None:
            return "not_yet_made"
        if not self.accepted:
            return "never_accepted"
        if self.state in ("kept", "broken", "disputed", "withdrawn"):
            return self.state
        if self.agreed is None or self.agreed > as_of:
            return "waiting"
        return "unjudged" if self.state == "delivered" else "overdue"


# by and to are set before anything else is run, also before the first invariant
Histories.by, Histories.to = ("s1",), JUDGES
Histories.TestCase.settings = settings(stateful_step_count=15)
TestHistories = Histories.TestCase
