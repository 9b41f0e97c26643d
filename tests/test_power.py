"""Power and promises in figures, each worked by hand; and that they never move a level of the core."""

import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import copro
from checking import faults
from copro.model.power import DUE, Experienced, Holdings, Power, PromiseRecord, Promises
from copro.model.promises import EventName, Right
from copro.model.scorecard import Scorecard, Skipped
from copro.model.suppressed import Figure
from copro.model.values import MAIN_SIDES
from copro.report import html, text
from copro.report.explain import explain
from copro.report.outline import tell_scorecard
from copro.report.power import LOWER_IS_FINE, NO_DECISIONS, OWN_MEASURE, RIGHTS
from copro.report.promises import NO_PROMISES, STANDINGS, tell_promises
from copro.scoring.promises import FEWEST_DUE
from profiles import scaled
from running import Result, Run
from strategies import CORE, core_assessments

FRAMEWORK = copro.Framework(
    id="our-own",
    edition="1",
    title="Our own",
    scale=copro.Scale(steps=[copro.Step(value=0, name="No"), copro.Step(value=1, name="Yes")]),
    perspectives=[
        copro.Perspective(id="residents", name="Residents", side="community", direct=True),
        copro.Perspective(id="carers", name="Carers", side="community", direct=True),
        copro.Perspective(id="staff", name="Staff", side="service"),
        copro.Perspective(id="managers", name="Managers", side="service"),
        copro.Perspective(id="helpers", name="Helpers", side="independent"),
    ],
    principles=[
        copro.Principle(
            id="listening", name="Listening", indicators=[copro.Indicator(id="heard", statement="People are heard.")]
        )
    ],
    levels=[copro.Level(value=0, name="Not yet")],
)

PEOPLE = [
    copro.Stakeholder(id="zc1", perspective="residents"),
    copro.Stakeholder(id="zc2", perspective="carers"),
    copro.Stakeholder(id="zc3", perspective="residents"),
    copro.Stakeholder(id="zs1", perspective="staff", organisation="Council"),
    copro.Stakeholder(id="zs2", perspective="managers", organisation="Council"),
    copro.Stakeholder(id="zh1", perspective="helpers"),
    copro.Stakeholder(id="zx1", perspective="undisclosed"),
]
YES = {"heard": 1}


def assessment(**changes: Any) -> copro.Assessment:
    """Both sides say yes; everything else is as given."""
    usual: dict[str, Any] = {
        "id": "first-look",
        "title": "First look",
        "framework": FRAMEWORK.name,
        "initiative": copro.Initiative(id="lunch-club", name="Lunch club"),
        "stakeholders": PEOPLE,
        "responses": [copro.Response(stakeholder=name, ratings=YES) for name in ("zc1", "zc2", "zs1", "zs2")],
    }
    return copro.Assessment(**{**usual, **changes})


def card_of(whole: copro.Assessment, framework: copro.Framework = FRAMEWORK) -> Scorecard:
    """The scorecard; on the way, that document and scorecard are valid and come back."""
    assert faults(copro.dumps(whole).encode(), framework) == ()
    card = copro.score(whole, framework)
    written = copro.dumps(card)
    assert faults(written.encode()) == ()
    assert copro.loads(written) == card
    return card


def power_of(*decisions: copro.Decision, **changes: Any) -> Power:
    power = card_of(assessment(decisions=decisions, **changes)).power
    assert power is not None
    return power


def decision(name: str, confirmed_by: tuple[str, ...] = ("zc1", "zs1"), **given_: Any) -> copro.Decision:
    return copro.Decision(id=name, title=name.title(), confirmed_by=confirmed_by, **given_)


# Who holds which power.

ROUTE = decision(
    "route",
    activity="co-design",
    rights={"decide": ["residents", "staff"], "veto": [], "propose": ["zc2"], "hold_budget": ["managers"]},
)
TIMES = decision(
    "times",
    activity="co-deliver",
    rights={"decide": ["zc1"], "choose_when": ["helpers"], "carry_out": ["zs1", "carers", "zh1"]},
)
MENU = decision("menu", rights={"decide": ["carers", "zs1"], "veto": ["managers"], "judge": ["residents", "zh1"]})


def test_the_profile_by_hand() -> None:
    """Three confirmed decisions hold 4 + 3 + 3 = 10 rights.

    =====  ===========  =====================  ==================================
    route  decide       residents, staff       shared
    route  veto         nobody                 others
    route  propose      zc2                    community
    route  hold_budget  managers               services
    times  decide       zc1                    community
    times  choose_when  helpers                others
    times  carry_out    zs1, carers, zh1       shared
    menu   decide       carers, zs1            services: they alone hold the veto
    menu   veto         managers               services
    menu   judge        residents, zh1         community: zh1 is on neither side
    =====  ===========  =====================  ==================================

    services 3, shared 2, community 3, others 2; (2 + 3) / 10 = 0.5
    """
    power = power_of(ROUTE, TIMES, MENU)
    assert (power.decisions, power.confirmed, power.unconfirmed) == (3, 3, ())
    assert power.profile == Holdings(service=3, shared=2, community=3, others=2)
    assert power.profile.total == 10
    assert power.power_sharing == 0.5
    assert power.services_can_veto == ("menu",)
    assert power.by_right == {
        "decide": Holdings(service=1, shared=1, community=1),
        "veto": Holdings(service=1, others=1),
        "propose": Holdings(community=1),
        "hold_budget": Holdings(service=1),
        "choose_when": Holdings(others=1),
        "carry_out": Holdings(shared=1),
        "judge": Holdings(community=1),
    }
    # the menu belongs to no activity, so it is in neither of these
    assert power.by_activity == {
        "co-design": Holdings(service=1, shared=1, community=1, others=1),
        "co-deliver": Holdings(shared=1, community=1, others=1),
    }


@pytest.mark.parametrize("by_whom", ["by_right", "by_activity"])
def test_each_part_of_the_profile_sums_to_its_whole(by_whom: str) -> None:
    power = power_of(ROUTE, TIMES)
    parts = getattr(power, by_whom).values()
    for who in ("service", "shared", "community", "others"):
        assert sum(getattr(part, who) for part in parts) == getattr(power.profile, who)


@pytest.mark.parametrize(
    ("veto", "held"),
    [
        (None, "shared"),
        ([], "shared"),
        (["residents"], "shared"),
        (["residents", "managers"], "shared"),
        (["helpers"], "shared"),
        (["managers"], "service"),
        (["zs1", "zs2"], "service"),
        (["zs1", "helpers"], "service"),
    ],
)
def test_deciding_is_not_shared_while_services_alone_can_say_no(veto: list[str] | None, held: str) -> None:
    rights = {"decide": ["residents", "staff"], "propose": ["residents", "staff"]}
    power = power_of(decision("route", rights={**rights, **({} if veto is None else {"veto": veto})}))
    assert power.by_right["decide"] == Holdings(**{held: 1})
    assert power.services_can_veto == (("route",) if held == "service" else ())
    # the veto bears on deciding, on nothing else
    assert power.by_right["propose"] == Holdings(shared=1)


@pytest.mark.parametrize(
    ("parties", "held"),
    [
        ([], "others"),
        (["helpers"], "others"),
        (["zh1", "zx1"], "others"),
        (["zx1", "zc1"], "community"),
        (["helpers", "staff"], "service"),
        (["residents", "carers"], "community"),
        (["zc1", "managers", "helpers"], "shared"),
    ],
)
def test_a_right_is_held_by_the_sides_its_holders_stand_on(parties: list[str], held: str) -> None:
    power = power_of(decision("route", rights={"hold_budget": parties}))
    assert power.profile == Holdings(**{held: 1})
    assert power.power_sharing == (1 if held in ("shared", "community") else 0)


def test_a_right_left_out_is_not_recorded_and_one_that_nobody_holds_is() -> None:
    assert power_of(decision("route", rights={"decide": ["zc1"]})).power_sharing == 1
    assert power_of(decision("route", rights={"decide": ["zc1"], "stop": []})).power_sharing == 0.5


@pytest.mark.parametrize(
    ("confirmed_by", "missing"),
    [
        ((), ("community", "service")),
        (("zc1", "zc2"), ("service",)),
        (("zs2",), ("community",)),
        (("zh1",), ("community", "service")),
        (("zx1", "zs1"), ("community",)),
        (("zc1", "zs1"), ()),
    ],
)
def test_a_decision_that_one_side_does_not_confirm_is_left_out_and_named(
    confirmed_by: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    power = power_of(attrs.evolve(ROUTE, confirmed_by=confirmed_by), TIMES)
    assert power.decisions == 2
    assert [(left.decision, left.title, left.missing) for left in power.unconfirmed] == (
        [("route", "Route", missing)] if missing else []
    )
    # of the times: decide and carry_out, of three rights
    assert power.power_sharing == pytest.approx(2 / 3 if missing else 4 / 7)
    assert power.confirmed == (1 if missing else 2)


def test_without_confirmed_rights_there_is_no_share() -> None:
    for only in (attrs.evolve(ROUTE, confirmed_by=()), decision("route")):
        power = power_of(only)
        assert (power.profile, power.power_sharing) == (Holdings(), None)
        assert not power.by_right
        assert not power.by_activity
    assert card_of(assessment()).power is None


# How far people took part.


def took_part(who: str, step: int | None, **given_: Any) -> copro.Response:
    return copro.Response(stakeholder=who, participation={} if step is None else {"route": step}, **given_)


def test_experienced_participation_by_hand() -> None:
    """Community 1, 4, 2: in order 1 2 4, the middle is 2. Services 5, 3: in order 3 5, the lower middle is 3."""
    group = {"answered": "group", "helped_by": "neither", "people": 5}
    power = power_of(
        attrs.evolve(ROUTE, promised=5),
        TIMES,
        responses=[
            took_part("zc1", 1, ratings=YES),
            took_part("zc2", 4, ratings=YES),
            took_part("zc3", 2, **group),
            took_part("zs1", 5, ratings=YES),
            took_part("zs2", 3, ratings=YES),
            took_part("zh1", 6),
            took_part("zx1", 6),
        ],
    )
    route, times = power.participation
    assert (route.decision, route.title, route.promised) == ("route", "Route", 5)
    assert route.sides == {
        "community": Experienced(step=2, respondents=3, people=7),
        "service": Experienced(step=3, respondents=2, people=2),
    }
    assert (times.promised, dict(times.sides)) == (None, {side: Experienced() for side in MAIN_SIDES})


@pytest.mark.parametrize(
    ("steps", "median"), [([0], 0), ([0, 6], 0), ([6, 0, 5], 5), ([1, 2, 3, 4], 2), ([4, 4, 0, 0], 0)]
)
def test_the_middle_is_the_lower_one(steps: list[int], median: int) -> None:
    people = [copro.Stakeholder(id=f"zc{n}", perspective="residents") for n in range(len(steps))]
    responses = [took_part(person.id, step, ratings=YES) for person, step in zip(people, steps, strict=True)]
    route = power_of(decision("route", ()), stakeholders=people, responses=responses).participation[0]
    assert route.sides["community"] == Experienced(step=median, respondents=len(steps), people=len(steps))


def test_what_somebody_said_for_someone_else_is_not_their_experience() -> None:
    spoken_for = took_part("zc2", 6, answered="for_someone", helped_by="service")
    (route,) = power_of(ROUTE, responses=[took_part("zc1", 1, ratings=YES), spoken_for]).participation
    assert route.sides["community"] == Experienced(step=1, respondents=1, people=1)


def test_how_far_one_person_took_part_is_not_shown() -> None:
    group = took_part("zs1", 4, answered="group", helped_by="neither", people=2, ratings=YES)
    one, two = took_part("zc1", 1, ratings=YES), took_part("zc2", 1, ratings=YES)
    silent, three = took_part("zc2", None, ratings=YES), took_part("zc3", 1, ratings=YES)
    # the lower median of two is what one of them said
    for alone, people, responses in (
        (True, 1, [one, silent, group]),
        (True, 2, [one, two, group]),
        (False, 3, [one, two, three, group]),
    ):
        card = card_of(assessment(decisions=[ROUTE], responses=responses))
        shown = copro.without_single_answers(card)
        assert card.power is not None
        assert shown.power is not None
        assert card.power.participation[0].sides["community"].step == 1
        told = shown.power.participation[0].sides
        assert told["community"].step == (copro.Suppressed() if alone else 1)
        assert told["community"].people == people
        # one answer, but two people gave it together
        assert told["service"] == Experienced(step=4, respondents=1, people=2)
        assert copro.loads(copro.dumps(shown)) == shown
        sentence = " ".join(text.render(tell_scorecard(shown)).split())
        assert ("the community: not shown (kept private)" in sentence) == alone
        assert "services (2 people): co-designing" in sentence
        assert ("done to" in sentence or "the community (1 person): told" in sentence) is False


# What became of promises.

DAY = dt.date(2026, 3, 1)
BEFORE, AFTER = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)
REASON = "The money went elsewhere"


def event(what: EventName, date: str, by: str, **given_: Any) -> copro.Event:
    needs = {"reason": REASON} if what in ("changed", "withdrawn", "broken") else {}
    return copro.Event(event=what, date=dt.date.fromisoformat(f"2026-{date}"), by=by, **{**needs, **given_})


def promise(name: str, *events: copro.Event, due: dt.date | None = DAY, **who: Any) -> copro.Commitment:
    return copro.Commitment(
        id=name,
        title=f"We promise {name}",
        by=who.get("by", ["staff"]),
        to=who.get("to", ["residents", "carers"]),
        due_on=due,
        events=events,
    )


MADE = event("made", "01-01", "staff")
ACCEPTED = event("accepted", "01-02", "zc1")
DELIVERED = event("delivered", "02-01", "zs1")
KEPT = event("kept", "02-10", "zc1")
BROKEN = event("broken", "02-11", "zc2")
WITHDRAWN = event("withdrawn", "02-01", "staff")

HISTORIES: dict[str, tuple[copro.Event, ...]] = {
    "kept": (MADE, ACCEPTED, DELIVERED, KEPT),
    "broken": (MADE, ACCEPTED, BROKEN),
    "disputed": (MADE, ACCEPTED, KEPT, BROKEN),
    "withdrawn": (MADE, ACCEPTED, WITHDRAWN),
    "overdue": (MADE, ACCEPTED),
    "unjudged": (MADE, ACCEPTED, DELIVERED),
    "waiting": (MADE, ACCEPTED),
    "never_accepted": (MADE,),
    "not_yet_made": (),
}


def standing(name: str, number: int = 0) -> copro.Commitment:
    """A promise that stands so on the day."""
    return promise(f"{name.replace('_', '-')}-{number}", *HISTORIES[name], due=AFTER if name == "waiting" else DAY)


def promises_of(*commitments: copro.Commitment, as_of: dt.date | None = DAY, **changes: Any) -> Promises:
    whole = assessment(commitments=commitments, **changes)
    assert faults(copro.dumps(whole).encode(), FRAMEWORK) == ()
    promises = copro.commitments(whole, FRAMEWORK, as_of=as_of)
    assert promises is not None
    return promises


def to_community(promises: Promises) -> PromiseRecord:
    return promises.records["services_to_community"]


@pytest.mark.parametrize("name", HISTORIES)
def test_each_standing_alone(name: str) -> None:
    promises = promises_of(standing(name))
    (entry,) = promises.ledger
    assert entry.standing == name
    assert entry.direction == "services_to_community"
    counts = {} if name == "not_yet_made" else {"made": 1, name: 1, "due": int(name in DUE)}
    assert to_community(promises) == PromiseRecord(**counts)


def test_a_record_by_hand() -> None:
    """Due: 3 kept, 1 broken, 1 disputed, 1 withdrawn, 1 overdue, 1 unjudged = 8; 3 / 8 = 0.375.

    Beside them 2 waiting and 1 never accepted: 11 made. One is not made yet.
    """
    counts = {"kept": 3, "waiting": 2}
    promises = promises_of(*(standing(name, n) for name in HISTORIES for n in range(counts.get(name, 1))))
    assert promises.as_of == DAY
    assert to_community(promises) == PromiseRecord(
        made=11,
        due=8,
        kept=3,
        broken=1,
        disputed=1,
        withdrawn=1,
        overdue=1,
        unjudged=1,
        waiting=2,
        never_accepted=1,
        say_do=0.375,
    )
    assert promises.records["community_to_services"] == promises.records["other"] == PromiseRecord()
    assert [entry.reason for entry in promises.ledger if entry.reason] == [REASON] * 3


@pytest.mark.parametrize(
    ("kept", "broken", "say_do"),
    [(0, 0, None), (1, 0, None), (4, 0, None), (0, 4, None), (5, 0, 1), (0, 5, 0), (2, 3, 0.4), (6, 2, 0.75)],
)
def test_below_five_due_there_are_only_counts(kept: int, broken: int, say_do: float | None) -> None:
    assert FEWEST_DUE == 5
    made = [standing("kept", n) for n in range(kept)] + [standing("broken", n) for n in range(broken)]
    # those that are not due make no difference to it
    record = to_community(promises_of(*made, *(standing("waiting", n) for n in range(9))))
    assert (record.kept, record.broken, record.due, record.say_do) == (kept, broken, kept + broken, say_do)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((MADE, event("declined", "01-02", "zc1")), "never_accepted"),
        ((MADE, WITHDRAWN), "never_accepted"),
        ((MADE, event("changed", "01-02", "staff"), WITHDRAWN), "never_accepted"),
        ((MADE, ACCEPTED, event("changed", "01-03", "staff"), WITHDRAWN), "withdrawn"),
        (
            (
                MADE,
                event("declined", "01-02", "zc1"),
                event("changed", "01-03", "staff"),
                ACCEPTED_AGAIN := event("accepted", "01-04", "zc1"),
            ),
            "overdue",
        ),
        ((MADE, ACCEPTED, event("changed", "01-03", "staff"), ACCEPTED_AGAIN, KEPT), "kept"),
        ((MADE, ACCEPTED, KEPT, event("kept", "02-11", "zc2")), "kept"),
        ((MADE, ACCEPTED, BROKEN, event("broken", "02-12", "zc1")), "broken"),
        ((MADE, ACCEPTED, BROKEN, event("kept", "02-12", "zc1")), "disputed"),
    ],
)
def test_longer_histories(events: tuple[copro.Event, ...], expected: str) -> None:
    assert promises_of(promise("fares", *events)).ledger[0].standing == expected


def test_what_is_judged_or_withdrawn_is_due_before_its_day_and_the_rest_is_not() -> None:
    early = dt.date(2026, 2, 20)
    found = promises_of(*(standing(name) for name in HISTORIES), as_of=early)
    assert [entry.standing for entry in found.ledger] == [
        *("kept", "broken", "disputed", "withdrawn"),
        *("waiting", "waiting", "waiting"),
        *("never_accepted", "not_yet_made"),
    ]
    assert to_community(found).due == 4


@pytest.mark.parametrize(("as_of", "expected"), [(BEFORE, "waiting"), (DAY, "overdue"), (AFTER, "overdue")])
def test_a_promise_is_due_on_its_day(as_of: dt.date, expected: str) -> None:
    assert promises_of(standing("overdue"), as_of=as_of).ledger[0].standing == expected


def test_a_promise_without_a_day_is_due_once_it_is_judged() -> None:
    for name, expected in (("overdue", "waiting"), ("unjudged", "waiting"), ("kept", "kept"), ("broken", "broken")):
        found = promises_of(promise("fares", *HISTORIES[name], due=None), as_of=dt.date(2099, 1, 1))
        assert found.ledger[0].standing == expected


THREE_DATES = {
    # on the day it was accepted; when its day has come and nobody delivered; when the carers judged it
    "2026-01-02": ("waiting", PromiseRecord(made=1, waiting=1)),
    "2026-03-01": ("overdue", PromiseRecord(made=1, due=1, overdue=1)),
    "2026-04-02": ("broken", PromiseRecord(made=1, due=1, broken=1)),
}
LONG_STORY = promise("fares", MADE, ACCEPTED, event("broken", "04-02", "carers"))


def test_three_dates_give_three_records() -> None:
    for date, (expected, record) in THREE_DATES.items():
        found = promises_of(LONG_STORY, as_of=dt.date.fromisoformat(date))
        assert (found.ledger[0].standing, to_community(found)) == (expected, record)
        assert (found.ledger[0].reason is not None) == (expected == "broken")


LATER = dt.date(2026, 6, 1)
CHANGED = event("changed", "02-01", "zs2", due_on=LATER)
BOTH = ["staff", "managers"]


@pytest.mark.parametrize(
    ("answer", "expected", "due_on"),
    [
        ((), "overdue", DAY),
        ((event("declined", "02-02", "zc1"),), "overdue", DAY),
        ((event("accepted", "02-02", "zc1"),), "waiting", LATER),
        ((event("accepted", "04-01", "zc1"),), "overdue", DAY),
        ((event("withdrawn", "02-02", "staff"),), "withdrawn", DAY),
    ],
    ids=["no answer", "declined", "accepted", "accepted after this day", "withdrawn"],
)
def test_a_change_that_nobody_accepted_leaves_the_old_day_in_force(
    answer: tuple[copro.Event, ...], expected: str, due_on: dt.date
) -> None:
    (entry,) = promises_of(promise("fares", MADE, ACCEPTED, CHANGED, *answer, by=BOTH)).ledger
    assert (entry.standing, entry.due_on) == (expected, due_on)


def test_a_change_without_a_new_day_keeps_the_day() -> None:
    changed = attrs.evolve(CHANGED, due_on=None)
    again = event("accepted", "02-02", "zc1")
    (entry,) = promises_of(promise("fares", MADE, ACCEPTED, changed, again, by=BOTH)).ledger
    assert (entry.standing, entry.due_on) == ("overdue", DAY)


def test_before_anyone_accepts_the_day_is_the_one_offered_last() -> None:
    (entry,) = promises_of(promise("fares", MADE, CHANGED, by=BOTH)).ledger
    assert (entry.standing, entry.due_on) == ("never_accepted", LATER)


@pytest.mark.parametrize(
    ("by", "to", "direction"),
    [
        (["staff"], ["residents"], "services_to_community"),
        (["zs1", "helpers"], ["zc1"], "services_to_community"),
        (["managers"], ["zc1", "helpers", "staff"], "services_to_community"),
        (["residents"], ["staff"], "community_to_services"),
        (["zc1", "zc2"], ["managers", "helpers"], "community_to_services"),
        (["staff", "residents"], ["carers"], "other"),
        (["helpers"], ["residents"], "other"),
        (["staff"], ["managers"], "other"),
        (["residents"], ["carers"], "other"),
        (["zx1"], ["zc1"], "other"),
    ],
)
def test_who_promised_whom(by: list[str], to: list[str], direction: str) -> None:
    made = event("made", "01-01", by[0])
    promises = promises_of(promise("fares", made, by=by, to=to))
    assert promises.ledger[0].direction == direction
    assert {name: record.made for name, record in promises.records.items()} == {
        **dict.fromkeys(("services_to_community", "community_to_services", "other"), 0),
        direction: 1,
    }


# As of when.


def test_left_out_the_date_is_the_end_of_the_period() -> None:
    period = copro.Period(start=dt.date(2026, 1, 1), end=BEFORE)
    found = promises_of(standing("overdue"), as_of=None, period=period)
    assert (found.as_of, found.ledger[0].standing) == (BEFORE, "waiting")
    # also for a scorecard
    card = card_of(assessment(commitments=[standing("overdue")], period=period))
    assert card.commitments == found


def test_without_a_period_the_date_is_the_latest_in_the_document() -> None:
    made = promise("fares", MADE, ACCEPTED, due=None)
    late = dt.date(2027, 5, 1)
    assert promises_of(made, as_of=None).as_of == ACCEPTED.date
    answered = [copro.Response(stakeholder="zc1", date=late)]
    minutes = [copro.Evidence(id="minutes", kind="document", title="Minutes", date=late)]
    settled = copro.Agreed(date=late, ratings=YES)
    for changes in ({"responses": answered}, {"evidence": minutes}, {"agreed": settled}):
        assert promises_of(made, as_of=None, **changes).as_of == late


def test_the_date_never_comes_from_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoClock(dt.date):
        @classmethod
        def today(cls) -> "NoClock":
            raise AssertionError("nobody asks what day it is")

    monkeypatch.setattr("copro.scoring.promises.dt.date", NoClock)
    found = promises_of(promise("fares", due=None), as_of=None)
    assert (found.as_of, found.ledger[0].standing) == (None, "not_yet_made")


def test_where_no_promise_is_recorded_there_is_nothing_to_say() -> None:
    assert copro.commitments(assessment(), FRAMEWORK) is None
    assert card_of(assessment()).commitments is None


# What is said about them.


def findings(code: str, **changes: Any) -> list[tuple[str, str]]:
    found = card_of(assessment(**changes)).findings
    return [(finding.severity, finding.pointer) for finding in found if finding.code == code]


PERIOD = copro.Period(start=dt.date(2026, 1, 1), end=DAY)


@pytest.mark.parametrize(
    ("permission", "is_said"),
    [
        (None, False),
        (copro.Permission(state="not_needed"), False),
        (copro.Permission(state="held"), False),
        (copro.Permission(state="held", date=PERIOD.start), False),
        (copro.Permission(state="held", date=dt.date(2026, 1, 2)), True),
        (copro.Permission(state="asked"), True),
        (copro.Permission(state="asked", date=dt.date(2025, 1, 1)), True),
        (copro.Permission(state="refused"), True),
    ],
)
def test_work_that_started_without_permission_is_told(permission: copro.Permission | None, is_said: bool) -> None:  # noqa: FBT001  a case
    decisions = [TIMES, attrs.evolve(ROUTE, permission=permission)]
    told = findings("no-permission", decisions=decisions, period=PERIOD)
    assert told == ([("advice", "/decisions/1/permission")] if is_said else [])


@pytest.mark.parametrize("name", HISTORIES)
def test_a_promise_that_is_due_and_that_nobody_judged_is_told(name: str) -> None:
    told = findings("never-judged", commitments=[standing("kept"), standing(name, 1)], period=PERIOD)
    assert told == ([("advice", "/commitments/1")] if name in ("overdue", "unjudged") else [])


# Requirements of frameworks that want them.


def asking(*requirements: Any) -> copro.Framework:
    levels = [
        copro.Level(value=number, name=f"Level {number}", requires=[wanted])
        for number, wanted in enumerate(requirements, start=1)
    ]
    return attrs.evolve(FRAMEWORK, levels=[copro.Level(value=0, name="Not yet"), *levels])


def level_with(requirement: Any, **recorded: Any) -> tuple[int | None, list[tuple[Figure, float]], Any]:
    """The level, what was found and needed for the next one, and what was skipped."""
    framework = asking(requirement)
    card = card_of(assessment(**recorded), framework)
    assert card.status == "scored"
    sure = copro.certainty(assessment(**recorded), framework, replicates=20)
    assert sure.overall.level == card.overall.level
    missing = [(unmet.found, unmet.needed) for unmet in card.unmet]
    assert all(unmet.requirement == requirement for unmet in card.unmet)
    return card.overall.level, missing, card.overall.skipped


THREE_OF_FIVE = [standing("kept", n) for n in range(3)] + [standing("broken"), standing("overdue")]
ALL_TEN = [ROUTE, TIMES, MENU]
"""Ten rights, of which the community holds five; two of three to decide."""


@pytest.mark.parametrize(
    ("requirement", "recorded", "level", "missing"),
    [
        (copro.Requirement(measure="kept", at_least=0.6), {"commitments": THREE_OF_FIVE}, 1, []),
        (copro.Requirement(measure="kept", at_least=0.61), {"commitments": THREE_OF_FIVE}, 0, [(0.6, 0.61)]),
        (copro.Requirement(measure="kept", at_least=0.6, minimum=5), {"commitments": THREE_OF_FIVE}, 1, []),
        (copro.Requirement(measure="kept", at_least=0, minimum=6), {"commitments": THREE_OF_FIVE}, 0, [(None, 0)]),
        (copro.Requirement(measure="kept", at_least=1), {"commitments": [standing("kept")]}, 1, []),
        (copro.Requirement(measure="kept", at_least=0), {"commitments": [standing("waiting")]}, 0, [(None, 0)]),
        (copro.Requirement(measure="kept", at_least=0), {}, 0, [(None, 0)]),
        (copro.Requirement(measure="shared", at_least=0.5), {"decisions": ALL_TEN}, 1, []),
        (copro.Requirement(measure="shared", at_least=0.51), {"decisions": ALL_TEN}, 0, [(0.5, 0.51)]),
        (copro.Requirement(measure="shared", at_least=0.5, minimum=10), {"decisions": ALL_TEN}, 1, []),
        (copro.Requirement(measure="shared", at_least=0, minimum=11), {"decisions": ALL_TEN}, 0, [(None, 0)]),
        # decide: 2 of 3; veto: 0 of 2; both: 2 of 5
        (copro.Requirement(measure="shared", rights=["decide"], at_least=2 / 3), {"decisions": ALL_TEN}, 1, []),
        (copro.Requirement(measure="shared", rights=["veto"], at_least=0.5), {"decisions": ALL_TEN}, 0, [(0, 0.5)]),
        (
            copro.Requirement(measure="shared", rights=["veto", "decide"], at_least=0.5),
            {"decisions": ALL_TEN},
            0,
            [(0.4, 0.5)],
        ),
        (copro.Requirement(measure="shared", rights=["stop"], at_least=0), {"decisions": ALL_TEN}, 0, [(None, 0)]),
        (
            copro.Requirement(measure="shared", at_least=0),
            {"decisions": [attrs.evolve(ROUTE, confirmed_by=())]},
            0,
            [(None, 0)],
        ),
        (copro.Requirement(measure="shared", at_least=0), {}, 0, [(None, 0)]),
    ],
)
def test_requirements_on_power_by_hand(
    requirement: Any, recorded: dict[str, Any], level: int, missing: list[tuple[float | None, float]]
) -> None:
    period = {"period": PERIOD} if recorded else {}
    assert level_with(requirement, **recorded, **period) == (level, missing, ())


@pytest.mark.parametrize(
    ("requirement", "recorded"),
    [
        (copro.Requirement(measure="kept", at_least=1, when_none="skip"), {}),
        (copro.Requirement(measure="kept", at_least=1, minimum=6, when_none="skip"), {"commitments": THREE_OF_FIVE}),
        (copro.Requirement(measure="shared", at_least=1, when_none="skip"), {}),
        (copro.Requirement(measure="shared", at_least=1, minimum=11, when_none="skip"), {"decisions": ALL_TEN}),
        (copro.Requirement(measure="shared", rights=["stop"], at_least=1, when_none="skip"), {"decisions": ALL_TEN}),
    ],
)
def test_a_skipped_requirement_holds_and_is_named_beside_the_level(requirement: Any, recorded: dict[str, Any]) -> None:
    skipped = (Skipped(level=1, requirement=requirement, reason="too_few_recorded"),)
    assert level_with(requirement, **recorded, period=PERIOD) == (1, [], skipped)


def test_what_is_recorded_enough_is_never_skipped() -> None:
    strict = copro.Requirement(measure="kept", at_least=0.9, when_none="skip")
    assert level_with(strict, commitments=THREE_OF_FIVE, period=PERIOD) == (0, [(0.6, 0.9)], ())


def test_only_promises_of_services_to_the_community_are_held_against_a_framework() -> None:
    by, to = ["residents"], ["staff"]
    broken = [
        promise(
            f"fares-{n}",
            event("made", "01-01", "zc1"),
            event("accepted", "01-02", "zs1"),
            event("broken", "02-01", "zs1"),
            by=by,
            to=to,
        )
        for n in range(5)
    ]
    kept = [standing("kept")]
    assert (
        level_with(copro.Requirement(measure="kept", at_least=1), commitments=[*kept, *broken], period=PERIOD)[0] == 1
    )


# The core.


def test_no_shipped_framework_has_a_level_that_rests_on_promises_or_rights() -> None:
    for framework in copro.frameworks.all():
        measured = {wanted.measure for level in framework.levels for wanted in level.requires}
        assert not measured & {copro.Measure.KEPT, copro.Measure.SHARED}


CORE_PARTIES = tuple(perspective.id for perspective in CORE.perspectives)
MAKER, TAKER, OTHER_TAKER = "practitioners", "people-using-services", "neighbours"
LIVES: tuple[tuple[tuple[EventName, str], ...], ...] = tuple(
    (("made", MAKER), *rest)
    for rest in (
        (),
        (("accepted", TAKER),),
        (("withdrawn", MAKER),),
        (("accepted", TAKER), ("broken", TAKER)),
        (("accepted", TAKER), ("delivered", MAKER)),
        (("accepted", TAKER), ("kept", TAKER)),
        (("accepted", TAKER), ("kept", TAKER), ("broken", OTHER_TAKER)),
    )
)


def core_promise(name: str, life: tuple[tuple[EventName, str], ...]) -> copro.Commitment:
    events = [event(what, "01-01", by) for what, by in life]
    return promise(name, *events, by=[MAKER], to=[TAKER, OTHER_TAKER])


@st.composite
def recorded_power(draw: st.DrawFn) -> dict[str, Any]:
    """Any decisions, and promises in any state."""
    lives = draw(st.lists(st.sampled_from(LIVES), max_size=6))
    rights = st.dictionaries(
        st.sampled_from(("decide", "veto", "hold_budget", "stop")),
        st.lists(st.sampled_from(CORE_PARTIES), max_size=2, unique=True),
    )
    confirmed = st.sampled_from(((), ("s-practitioners", "s-neighbours")))
    permission = st.sampled_from((None, copro.Permission(state="refused")))
    held = draw(st.lists(st.tuples(rights, confirmed, permission), max_size=3))
    return {
        "commitments": [core_promise(f"promise-{n}", life) for n, life in enumerate(lives)],
        "decisions": [
            decision(f"decision-{n}", confirmed_by, rights=rights, permission=permission)
            for n, (rights, confirmed_by, permission) in enumerate(held)
        ],
    }


def figures(card: Scorecard) -> tuple[object, ...]:
    """All of the result that is not about power."""
    return card.status, card.reason, card.overall, card.principles, card.unmet


@scaled(1 / 2)
@given(core_assessments(), recorded_power())
def test_nothing_recorded_about_power_ever_changes_a_level_of_the_core(
    whole: copro.Assessment, recorded: dict[str, Any]
) -> None:
    before = copro.score(whole)
    with_power = attrs.evolve(whole, **recorded)
    assert faults(copro.dumps(with_power).encode()) == ()
    after = copro.score(with_power)
    assert figures(after) == figures(before)
    assert after.overall.skipped == ()

    broken = core_promise("one-more", LIVES[3])
    one_more = copro.score(attrs.evolve(with_power, commitments=[*with_power.commitments, broken]))
    assert figures(one_more) == figures(before)
    assert one_more.commitments is not None
    was = after.commitments.records["services_to_community"].broken if after.commitments else 0
    assert one_more.commitments.records["services_to_community"].broken == was + 1


# In words.


def everything_recorded() -> copro.Assessment:
    route = attrs.evolve(ROUTE, promised=5, permission=copro.Permission(state="asked"))
    return assessment(
        decisions=[route, MENU, attrs.evolve(TIMES, confirmed_by=("zs1",))],
        commitments=[standing(name) for name in HISTORIES],
        responses=[
            took_part(who, step, ratings=YES)
            for who, step in (("zc1", 1), ("zc2", 2), ("zc3", 1), ("zs1", 5), ("zs2", 5))
        ],
        period=PERIOD,
    )


def in_words(whole: copro.Assessment) -> dict[str, str]:
    """Everything that the library writes for people."""
    card = copro.without_single_answers(copro.score(whole, FRAMEWORK))
    return {
        "text": " ".join(text.render(tell_scorecard(card)).split()),
        "page": html.render(tell_scorecard(card, whole)),
        "explanation": text.render(explain(card, None)),
        "json": copro.dumps(card),
        "ledger": text.render(tell_promises(copro.commitments(whole, FRAMEWORK), "en")),
    }


def test_where_nothing_is_recorded_that_is_said() -> None:
    told = in_words(assessment())
    for where in ("text", "page"):
        assert NO_DECISIONS in told[where]
        assert "No promises are on record." in told[where]
        assert OWN_MEASURE not in told[where]
    assert told["ledger"] == f"- {NO_PROMISES}\n\nThis report is in English.\n"


def test_the_record_in_words() -> None:
    """Route and menu are confirmed: 4 + 3 rights, of which the community holds decide, propose and judge."""
    told = in_words(everything_recorded())["text"]
    for sentence in (
        "Of the 3 decisions someone wrote down, 2 are confirmed by both sides.",
        "The community holds 3 of their 7 recorded rights, alone or jointly.",
        "3 held by services alone, 1 shared, 2 held by the community alone and 1 held by nobody on either side.",
        "Menu: the community has a part in deciding, but services alone can say no.",
        "Times: not counted, not confirmed by the community.",
        "Route: promised co-producing; the community (3 people): told; services: not shown (kept private).",
        LOWER_IS_FINE,
        OWN_MEASURE,
        "As of 1 March 2026.",
        "Services promised the community: 8 made, 6 due",
        "1 accepted, not due yet; 1 not accepted.",
        "Kept: 1 of 6 that are due.",
    ):
        assert sentence in told
    assert set(STANDINGS) == set(HISTORIES)
    assert set(RIGHTS) == set(Right.__args__)  # type: ignore[attr-defined]  # a Literal


def test_no_stakeholder_is_named_in_anything_that_is_shown() -> None:
    told = in_words(everything_recorded())
    for where, words in told.items():
        for person in PEOPLE:
            assert person.id not in words, where
    assert REASON in told["ledger"]


# At the command line.


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Run:
    """Run ``copro commitments`` on an assessment."""
    file, framework = tmp_path / "assessment.json", tmp_path / "framework.json"
    copro.dump(FRAMEWORK, framework)

    def commitments(whole: copro.Assessment, *words: str) -> Result:
        copro.dump(whole, file)
        return run("commitments", file, "--framework", framework, *words)

    return commitments


LEDGERS = {
    "2026-01-02": """\
- As of 2 January 2026.
- Services promised the community: 1 made, 0 due; 1 accepted, not due yet.
- These counts are this project's own measure. They never compare initiatives.
- We promise fares (fares): accepted, not due yet, due 1 March 2026.
""",
    "2026-03-01": """\
- As of 1 March 2026.
- Services promised the community: 1 made, 1 due (1 due, not delivered and not judged).
  Kept: 0 of 1 that are due.
- These counts are this project's own measure. They never compare initiatives.
- We promise fares (fares): due, not delivered and not judged, due 1 March 2026.
""",
    "2026-04-02": """\
- As of 2 April 2026.
- Services promised the community: 1 made, 1 due (1 broken). Kept: 0 of 1 that are due.
- These counts are this project's own measure. They never compare initiatives.
- We promise fares (fares): broken, due 1 March 2026. Reason given: The money went
  elsewhere
""",
}


CLOSING = "\nThis report is in English.\n"


@pytest.mark.parametrize("date", THREE_DATES)
def test_the_ledger_as_of_three_dates(ledger: Run, date: str) -> None:
    assert ledger(assessment(commitments=[LONG_STORY]), "--as-of", date) == (0, LEDGERS[date] + CLOSING, "")


def test_the_ledger_without_a_date(ledger: Run) -> None:
    assert ledger(assessment(commitments=[LONG_STORY])).out == LEDGERS["2026-04-02"] + CLOSING
    assert ledger(assessment()) == (0, f"- {NO_PROMISES}\n{CLOSING}", "")
    assert ledger(assessment(commitments=[LONG_STORY], period=PERIOD)).out == LEDGERS["2026-03-01"] + CLOSING


def test_the_ledger_before_anything_was_promised(ledger: Run) -> None:
    result = ledger(assessment(commitments=[LONG_STORY]), "--as-of", "2025-12-31")
    assert "made, " not in result.out
    assert "We promise fares (fares): not made by then." in result.out


@pytest.mark.parametrize("date", ["yesterday", "2026-02-30", "2026-03-01T12:00", ""])
def test_a_date_that_is_none_is_wrong_usage(ledger: Run, date: str) -> None:
    result = ledger(assessment(commitments=[LONG_STORY]), "--as-of", date)
    assert (result.code, result.out) == (2, "")


def test_an_impossible_history_has_no_ledger(ledger: Run) -> None:
    result = ledger(assessment(commitments=[promise("fares", KEPT)]))
    assert (result.code, result.out) == (1, "")
    assert "error impossible-event:" in result.err
    assert "/commitments/0/events/0/event" in result.err
