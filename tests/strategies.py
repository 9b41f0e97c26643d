"""The one home of Hypothesis strategies: frameworks, assessments for them, whole rich documents.

Everything is built from the classes of the library, and everything that is built is a valid
document. How many of them a law sees is in ``profiles.py``.
"""

import copy
import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, get_args

import attrs
from hypothesis import strategies as st

import copro
from copro.model.assessment import (
    Answered,
    Collected,
    EvidenceKind,
    HelpedHow,
    OwnAnswer,
    PermissionState,
    Quote,
    ShareKind,
)
from copro.model.crosswalk import Confidence
from copro.model.framework import AGGREGATIONS, BetweenSides, Count, FirstMover, Waivable, fields_of
from copro.model.promises import NEEDS_REASON, TABLE, Act, People, Right, follow
from copro.model.values import MAIN_SIDES, UNDISCLOSED, FrozenMap, Helper, MainSide, Party, Rating, Text, Unrated

CORE = copro.frameworks.get("copro-core@2026")

ACTIVITIES, STAGES = (
    [term.id for term in copro.frameworks.vocabulary(name).terms]
    for name in ("star-four-cos@2013", "star-five-steps@2013")
)

V = TypeVar("V")

World = tuple[copro.Framework, copro.Assessment]
"""A framework and an assessment that names it."""

PLACES: tuple[copro.Perspective, ...] = (
    copro.Perspective(id="residents", name="Residents", side="community", direct=True),
    copro.Perspective(id="carers", name=FrozenMap({"en": "Carers", "cy": "Gofalwyr"}), side="community", direct=True),
    copro.Perspective(id="groups", name="Groups", side="community", description="You speak for a group."),
    copro.Perspective(id="staff", name="Staff", side="service"),
    copro.Perspective(id="managers", name="Managers", side="service"),
    copro.Perspective(id="helpers", name="Helpers", side="independent"),
)


# Small values.


@cache
def words() -> st.SearchStrategy[str]:
    """Words that a person may write, in any script."""
    return st.text(min_size=1, max_size=12)


@cache
def texts() -> st.SearchStrategy[Text]:
    """Words that people read: a string or a language map."""
    tags = st.sampled_from(("en", "cy", "en-x-easyread", "sr-Latn"))
    maps = st.dictionaries(tags, words(), min_size=1, max_size=2).map(FrozenMap[str])
    return st.one_of(words(), maps)


@cache
def dates() -> st.SearchStrategy[dt.date]:
    return st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31))


@cache
def extras() -> st.SearchStrategy[Mapping[str, object]]:
    """Anything that JSON can hold and that users may keep with a document."""
    plain = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=5)
    )
    nested = st.recursive(
        plain,
        lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=5), inner, max_size=2)),
        max_leaves=4,
    )
    return st.dictionaries(st.text(max_size=5), nested, max_size=2)


@cache
def shares() -> st.SearchStrategy[float]:
    """A number from 0 to 1, often a round one."""
    return st.one_of(st.integers(0, 20).map(lambda n: n / 20), st.floats(0, 1))


@cache
def weights() -> st.SearchStrategy[float]:
    return st.sampled_from((1, 1, 2, 3, 0.5, 0.1, 7.3, 100))


@cache
def maybe(strategy: st.SearchStrategy[V]) -> st.SearchStrategy[V | None]:
    """Something or nothing."""
    return st.one_of(st.none(), strategy)


def some(names: Sequence[V], least: int = 0) -> st.SearchStrategy[tuple[V, ...]]:
    """Some of the names, each at most once."""
    if not names:
        return st.just(())
    return st.lists(st.sampled_from(names), min_size=least, max_size=3, unique=True).map(tuple)


# Frameworks.


@st.composite
def scales(draw: st.DrawFn) -> copro.Scale:
    """Two to seven steps at any spacing, from below zero to above."""
    places = draw(st.lists(st.integers(-20, 40), min_size=2, max_size=7, unique=True))
    unit = draw(st.sampled_from((1, 4, 10)))
    return copro.Scale(steps=[copro.Step(value=place / unit, name=f"Step {place}") for place in sorted(places)])


PUBLISHED = copro.Source(
    citation=FrozenMap({"en": "A book", "cy": "Llyfr"}), year=2010, copyright="Its authors", licence="Not stated."
)

REQUIRED: tuple[tuple[MainSide, ...], ...] = (*[MAIN_SIDES] * 3, (), ("community",), ("service",))
TRANSLATED = copro.TranslationNote(
    language="cy", by="The group itself", date=dt.date(2026, 3, 1), source_digest="0" * 64
)
WAYS_TO_COUNT = get_args(Count)
LEAST_PEOPLE: tuple[dict[str, int], ...] = ({}, {}, {"community": 1, "service": 1}, {"community": 3, "service": 2})


@st.composite
def policies(draw: st.DrawFn) -> copro.Policy:
    sides = st.dictionaries(st.sampled_from(MAIN_SIDES), weights(), min_size=1).map(FrozenMap[float])
    between = draw(st.one_of(st.just("parity"), st.sampled_from(get_args(BetweenSides)), sides))
    return copro.Policy(
        aggregation=draw(st.sampled_from((*AGGREGATIONS, None))),
        voice=copro.Voice(within_side=draw(st.sampled_from(("perspectives", "people"))), between_sides=between),
        required_sides=draw(st.sampled_from(REQUIRED)),
        known_by=draw(st.sampled_from((1, 1, 2, 3))),
        minimum_people=draw(st.sampled_from(LEAST_PEOPLE)),
        level_holds_for=draw(st.one_of(st.just(WAYS_TO_COUNT), some(WAYS_TO_COUNT, 1))),
        agreement=copro.AgreementRule(minimum_responses=draw(st.sampled_from((4, 2)))),
    )


@st.composite
def perspectives(draw: st.DrawFn, policy: copro.Policy) -> list[copro.Perspective]:
    """Some of the places to speak from: always one that can answer for each side that must."""
    chosen = draw(st.sets(st.sampled_from(PLACES), min_size=2))
    must_answer = {"community": PLACES[0], "service": PLACES[3]}
    chosen |= {must_answer[side] for side in {*policy.required_sides, *policy.minimum_people}}
    if "community" not in policy.required_sides and draw(st.booleans()):
        chosen = {attrs.evolve(place, direct=False) for place in chosen}
    return sorted(chosen, key=lambda place: place.id)


@st.composite
def ideas(draw: st.DrawFn, scale: copro.Scale) -> list[copro.Idea]:
    """What people could do next from some of the steps between the ends, where one comes next either way."""
    made = []
    for step in scale.steps[1:-1]:
        for case in draw(st.sets(st.sampled_from((None, "If somebody was hurt", "If money is short")))):
            first = draw(st.sampled_from(get_args(FirstMover)))
            made.append(copro.Idea(from_=step.value, first=first, text=f"Do more than {step.name}.", when=case))
    return made


@st.composite
def principles(draw: st.DrawFn, scale: copro.Scale, *, reversible: bool = True) -> list[copro.Principle]:
    """Two to four principles of one to three indicators."""
    made = []
    for number, size in enumerate(draw(st.lists(st.integers(1, 3), min_size=2, max_size=4))):
        indicators = [
            copro.Indicator(
                id=f"p{number}-{letter}",
                statement=f"Statement {number} {letter}.",
                weight=draw(weights()),
                reversed=reversible and draw(st.sampled_from((False, False, True))),
                waivable=draw(st.sampled_from(get_args(Waivable))),
                descriptors=[f"Seen at {step.name}." for step in scale.steps] if draw(st.booleans()) else (),
                sources=["The group itself"] if draw(st.booleans()) else (),
                next=draw(ideas(scale)) if draw(st.booleans()) else (),
                private=draw(st.sampled_from((False, False, True))),
                origin=draw(st.sampled_from((None, "source", "authors"))),
                verified=number != 1,
            )
            for letter in "abc"[:size]
        ]
        made.append(
            copro.Principle(id=f"p{number}", name=f"Theme {number}", weight=draw(weights()), indicators=indicators)
        )
    return made


@st.composite
def levels(
    draw: st.DrawFn,
    policy: copro.Policy,
    scale: copro.Scale,
    themes: Sequence[copro.Principle],
    places: Sequence[copro.Perspective],
) -> list[copro.Level]:
    """Levels that rise, each asking for more than those below do; sometimes none at all."""
    how_many = draw(st.sampled_from((3, 4, 2, 1, 0)))
    values = sorted(draw(st.sets(st.integers(-1, 9), min_size=how_many, max_size=how_many)))
    is_peopled = {"community", "service"} <= {place.side for place in places}
    has_total = policy.aggregation is not None
    asked: dict[tuple[Any, ...], float] = {}
    made: list[copro.Level] = []
    for value in values:
        measures = [measure for measure in copro.Measure if is_peopled or measure is not copro.Measure.GAP]
        chosen = draw(st.lists(st.sampled_from(measures), min_size=1, max_size=2, unique=True)) if made else []
        requires = [
            draw(requirements(measure, asked, scale, themes, has_total=has_total, has_sides=is_peopled))
            for measure in chosen
        ]
        before = [old for level in made for old in level.requires]
        if not made or any(not is_asked(new, before) for new in requires):
            made.append(copro.Level(value=value, name=f"Level {value}", requires=requires))
    return made


def is_asked(new: copro.Requirement, before: Sequence[copro.Requirement]) -> bool:
    """Whether whoever meets the requirements before meets the new one too."""
    if isinstance(new.of, tuple):
        steps = {(name, old.side, old.at_step) for old in before if isinstance(old.of, tuple) for name in old.of}
        return all((name, new.side, new.at_step) in steps for name in new.of)
    if new.measure is copro.Measure.SCORE and (new.of, new.side) == (None, None) and new.at_least:
        every = (
            old.at_least or 0
            for old in before
            if (old.measure, old.of, old.side) == (new.measure, "every_principle", None)
        )
        if max(every, default=0) >= new.at_least:
            return True
    return new in before


@st.composite
def requirements(
    draw: st.DrawFn,
    measure: copro.Measure,
    asked: dict[tuple[Any, ...], float],
    scale: copro.Scale,
    themes: Sequence[copro.Principle],
    *,
    has_total: bool,
    has_sides: bool,
) -> copro.Requirement:
    """A requirement on one measure that asks for no less than what was ``asked`` before."""
    fields, given = fields_of(measure), dict[str, Any]()
    if "side" in fields and has_sides:
        given["side"] = draw(st.sampled_from((None, "each", "community", "service")))
    if measure is copro.Measure.SCORE and draw(st.booleans()):
        known = [indicator.id for theme in themes for indicator in theme.indicators]
        chosen = draw(st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True))
        keys = [(measure, name, given.get("side")) for name in chosen]
        lowest = max(asked.get(key, scale.lowest) for key in keys)
        step = draw(st.sampled_from([step.value for step in scale.steps if step.value >= lowest]))
        asked.update(dict.fromkeys(keys, step))
        return copro.Requirement(measure=measure, of=chosen, at_step=step, **given)
    if "of" in fields:
        whole = [None] if has_total or measure not in {copro.Measure.SCORE, copro.Measure.GAP} else []
        given["of"] = draw(st.sampled_from((*whole, "every_principle", *(theme.id for theme in themes))))
    key = (measure, given.get("of"), given.get("side"))
    if measure is copro.Measure.PEOPLE:
        asked[key] = max(draw(st.integers(1, 6)), asked.get(key, 0))
        return copro.Requirement(measure=measure, at_least=asked[key], **given)
    low = draw(st.one_of(st.integers(0, 9).map(lambda n: n / 20), shares()))  # most levels are within reach
    value, narrower = (1 - low, min) if measure is copro.Measure.GAP else (low, max)
    asked[key] = narrower(value, asked.get(key, value))
    given[fields[0]] = asked[key]
    return copro.Requirement(measure=measure, **given)


@st.composite
def frameworks(draw: st.DrawFn, *, reversible: bool = True) -> copro.Framework:
    """A framework of the user's own, with any policy and any levels that make sense."""
    scale, policy = draw(scales()), draw(policies())
    themes = draw(principles(scale, reversible=reversible))
    places = draw(perspectives(policy))
    return copro.Framework(
        id="our-own",
        edition="1",
        title=draw(st.sampled_from(("Our own", FrozenMap({"en": "Our own", "cy": "Ein hun"})))),
        source=draw(st.sampled_from((None, copro.Source(citation="The group itself", url="urn:us"), PUBLISHED))),
        minutes=draw(st.sampled_from((None, 5))),
        scale=scale,
        perspectives=places,
        principles=themes,
        policy=policy,
        levels=draw(levels(policy, scale, themes, places)),
        translations=draw(st.sampled_from(((), [TRANSLATED]))),
        extra=draw(st.sampled_from(({}, {"kept": [1, {"by": None}]}))),
    )


# Crosswalks.


@st.composite
def crosswalks(draw: st.DrawFn, one: copro.Framework, other: copro.Framework) -> copro.Crosswalk:
    """Links between some principles of two frameworks, written in either direction."""
    first, second = (one, other) if draw(st.booleans()) else (other, one)
    pairs = [(a.id, b.id) for a in first.principles for b in second.principles]
    chosen = draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=8, unique=True))
    links = [
        copro.Link(
            from_=a,
            to=b,
            relation=draw(st.sampled_from(("exact", "exact", "close", "close", "broader", "narrower", "related"))),
            rationale="The words say so.",
            author="The group itself",
            date=dt.date(2026, 3, 1),
            confidence=draw(st.sampled_from(get_args(Confidence))),
        )
        for a, b in chosen
    ]
    return copro.Crosswalk(id="ours", from_=first.name, to=second.name, links=links)


# Assessments.


def indicator_ids(framework: copro.Framework) -> list[str]:
    """The ids of all indicators of a framework, in its order."""
    return [indicator.id for principle in framework.principles for indicator in principle.indicators]


def step_values(framework: copro.Framework) -> list[float]:
    """The ratings that a framework knows, lowest first."""
    return [step.value for step in framework.scale.steps]


def answers(framework: copro.Framework) -> st.SearchStrategy[dict[str, Rating]]:
    """What one person says: mostly ratings, some unrated states, some silence."""
    cell = st.sampled_from((*step_values(framework) * 3, *Unrated, None))
    ids = indicator_ids(framework)
    return st.lists(cell, min_size=len(ids), max_size=len(ids)).map(
        lambda said: {name: rating for name, rating in zip(ids, said, strict=True) if rating is not None}
    )


@cache
def own_answers() -> st.SearchStrategy[OwnAnswer | None]:
    """What somebody says of themselves: mostly nothing."""
    return st.sampled_from((None, None, None, None, *get_args(OwnAnswer)))


WAYS: tuple[Answered, ...] = ("self", "self", "self", "self", "with_help", "group", "for_someone")


@st.composite
def responses(draw: st.DrawFn, said: st.SearchStrategy[dict[str, Rating]], stakeholder: str) -> copro.Response:
    """One stakeholder's answers, however they were given."""
    answered = draw(st.sampled_from(WAYS))
    is_group, is_helped = answered == "group", answered != "self"
    return copro.Response(
        stakeholder=stakeholder,
        answered=answered,
        helped_by=draw(st.sampled_from(get_args(Helper))) if is_helped else None,
        helped_how=draw(maybe(st.sampled_from(get_args(HelpedHow)))) if is_helped else None,
        people=draw(st.integers(2, 12)) if is_group else None,
        members_confirming=draw(st.sampled_from((2, 0, 1, 5))) if is_group else 0,
        ratings=draw(said),
    )


@st.composite
def assessments(draw: st.DrawFn, framework: copro.Framework) -> copro.Assessment:
    """Answers to a framework: everything that scoring looks at, and nothing else."""
    stakeholders: list[copro.Stakeholder] = []
    said = answers(framework)
    for place in [*(place.id for place in framework.perspectives), UNDISCLOSED]:
        size = draw(st.sampled_from((1, 2, 3, 1, 2, 3, 0) if place != UNDISCLOSED else (0, 1)))
        stakeholders += [
            copro.Stakeholder(
                id=f"{place}-{number}", perspective=place, direct=draw(own_answers()), pay_depends=draw(own_answers())
            )
            for number in range(size)
        ]
    return copro.Assessment(
        id="first-year",
        title="First year",
        framework=framework.name,
        initiative=copro.Initiative(
            id="lunch-club",
            name="Lunch club",
            taking_part=draw(st.dictionaries(st.sampled_from(MAIN_SIDES), st.integers(0, 9), max_size=2)),
        ),
        collected=draw(st.sampled_from((*["known_people"] * 9, *get_args(Collected)))),
        stakeholders=stakeholders,
        responses=[
            draw(responses(said, stakeholder.id))
            for stakeholder in stakeholders
            if draw(st.sampled_from((*[True] * 7, False)))
        ],
        agreed=draw(st.one_of(st.none(), st.builds(copro.Agreed, ratings=said))),
        declined=draw(side_notes()) if draw(st.sampled_from((*[False] * 7, True))) else (),
    )


@st.composite
def worlds(draw: st.DrawFn, *, reversible: bool = True) -> World:
    """A framework and an assessment for it."""
    framework = draw(frameworks(reversible=reversible))
    return framework, draw(assessments(framework))


@st.composite
def core_assessments(draw: st.DrawFn) -> copro.Assessment:
    """A well-answered assessment on the core framework, with strong and weak principles."""
    ids = [[indicator.id for indicator in principle.indicators] for principle in CORE.principles]
    usual = draw(st.sampled_from((4, 3, 2, 1)))
    weak = draw(st.dictionaries(st.integers(0, len(ids) - 1), st.integers(1, 4), max_size=2))
    heights = [usual - weak.get(number, 0) for number in range(len(ids))]
    people = ["people-using-services", "family-carers", "neighbours", "practitioners", "decision-makers"]
    made = []
    cells = [(name, height) for names, height in zip(ids, heights, strict=True) for name in names]
    off_by = st.sampled_from((*[0] * 18, 1, 1, -1, -1, None, *Unrated))
    for _ in people:
        said = zip(cells, draw(st.lists(off_by, min_size=len(cells), max_size=len(cells))), strict=True)
        made.append(
            {
                name: off if isinstance(off, Unrated) else min(4, max(0, height + off))
                for (name, height), off in said
                if off is not None
            }
        )
    return copro.Assessment(
        id="first-year",
        title="First year",
        framework=CORE.name,
        initiative=copro.Initiative(id="lunch-club", name="Lunch club"),
        stakeholders=[copro.Stakeholder(id=f"s-{place}", perspective=place) for place in people],
        responses=[copro.Response(stakeholder=f"s-{p}", ratings=r) for p, r in zip(people, made, strict=True)],
    )


# Documents with everything in them.


@st.composite
def sources_of_support(draw: st.DrawFn, name: str) -> copro.Evidence:
    return copro.Evidence(
        id=name,
        kind=draw(st.sampled_from(get_args(EvidenceKind))),
        title=draw(texts()),
        date=draw(maybe(dates())),
        valid_until=draw(maybe(dates())),
        url=draw(maybe(words())),
        by=draw(maybe(texts())),
        note=draw(maybe(texts())),
        shareable=draw(st.booleans()),
        extra=draw(extras()),
    )


@cache
def permissions() -> st.SearchStrategy[copro.Permission]:
    return st.builds(copro.Permission, state=st.sampled_from(get_args(PermissionState)), date=maybe(dates()))


@cache
def conducts() -> st.SearchStrategy[copro.Conduct]:
    names = ("initiate", "choose_who", "choose_how", "choose_when", "publish")
    return st.builds(copro.Conduct, **dict.fromkeys(names, maybe(st.sampled_from(get_args(Party)))))


@cache
def side_notes() -> st.SearchStrategy[list[copro.SideNote]]:
    note = st.builds(copro.SideNote, side=st.sampled_from(MAIN_SIDES), date=maybe(dates()), note=maybe(texts()))
    return st.lists(note, max_size=2)


@st.composite
def decisions(draw: st.DrawFn, name: str, people: Sequence[str], parties: Sequence[str]) -> copro.Decision:
    return copro.Decision(
        id=name,
        title=draw(texts()),
        activity=draw(maybe(st.sampled_from(ACTIVITIES))),
        rights=draw(st.dictionaries(st.sampled_from(get_args(Right)), some(parties), max_size=3)),
        promised=draw(maybe(st.integers(0, 6))),
        permission=draw(maybe(permissions())),
        confirmed_by=draw(some(people)),
        extra=draw(extras()),
    )


@st.composite
def histories(
    draw: st.DrawFn, by: Sequence[str], to: Sequence[str], people: People, shown_by: Sequence[str]
) -> list[copro.Event]:
    """Events that the table of promises allows, in date order."""
    events: list[copro.Event] = []
    state = None
    day = draw(dates())
    for _ in range(draw(st.integers(0, 5))):
        rows = [(event, role) for before, event, role, _ in TABLE if before == state]
        if not rows:
            break
        name, role = draw(st.sampled_from(rows))
        event = copro.Event(
            event=name,
            date=day,
            by=draw(st.sampled_from(by if role == "by" else to)),
            reason=draw(texts() if name in NEEDS_REASON else maybe(texts())),
            due_on=draw(maybe(dates())) if name in {"made", "changed"} else None,
            evidence=draw(some(shown_by)),
        )
        acts = [
            Act(event=e.event, date=str(e.date), by=e.by, has_reason=e.reason is not None) for e in (*events, event)
        ]
        *_, (after, fault) = follow(acts, by, to, people)
        if fault is None:
            events.append(event)
            state = after
            day += dt.timedelta(days=draw(st.integers(0, 100)))
    return events


@st.composite
def commitments(
    draw: st.DrawFn, name: str, parties: Sequence[str], about: Sequence[str], *, shown_by: Sequence[str], people: People
) -> copro.Commitment:
    shared = st.builds(
        copro.Shares,
        kind=st.sampled_from(get_args(ShareKind)),
        decision=maybe(st.sampled_from(about)) if about else st.none(),
        rights=some(get_args(Right)),
    )
    by, to = draw(some(parties, 1)), draw(some(parties, 1))
    return copro.Commitment(
        id=name,
        title=draw(texts()),
        by=by,
        to=to,
        shares=draw(maybe(shared)),
        promised=draw(maybe(st.integers(0, 6))),
        limits=draw(maybe(texts())),
        due_on=draw(maybe(dates())),
        events=draw(histories(by, to, people, shown_by)),
        extra=draw(extras()),
    )


@st.composite
def rich_worlds(draw: st.DrawFn) -> World:
    """A framework, and an assessment for it that uses every part of the format."""
    framework, plain = draw(worlds())
    people = [stakeholder.id for stakeholder in plain.stakeholders]
    parties = [*people, *(place.id for place in framework.perspectives)]
    stakeholders = [
        attrs.evolve(stakeholder, organisation=draw(maybe(texts())), extra=draw(extras()))
        for stakeholder in plain.stakeholders
    ]
    who = People(
        {stakeholder.id: stakeholder.perspective for stakeholder in stakeholders},
        {one.id: str(one.organisation) for one in stakeholders if one.organisation},
    )
    shown = [draw(sources_of_support(name)) for name in draw(some(["minutes", "photo"]))]
    open_questions = [draw(decisions(name, people, parties)) for name in draw(some(["route", "times"]))]
    shown_ids, open_ids = [item.id for item in shown], [item.id for item in open_questions]
    start, end = sorted([draw(dates()), draw(dates())])
    return framework, attrs.evolve(
        plain,
        title=draw(texts()),
        language=draw(st.sampled_from(("en", "cy", "sr-Latn"))),
        initiative=attrs.evolve(
            plain.initiative,
            name=draw(texts()),
            summary=draw(maybe(texts())),
            activities=draw(some(ACTIVITIES)),
            stage=draw(maybe(st.sampled_from(STAGES))),
        ),
        period=draw(maybe(st.just(copro.Period(start=start, end=end)))),
        conduct=draw(maybe(conducts())),
        stakeholders=stakeholders,
        responses=[draw(told(response, framework, shown_ids, open_ids)) for response in plain.responses],
        agreed=draw(
            maybe(st.builds(copro.Agreed, ratings=answers(framework), date=maybe(dates()), note=maybe(texts())))
        ),
        terms=draw(
            st.dictionaries(st.sampled_from([place.id for place in framework.perspectives]), texts(), max_size=2)
        ),
        invited=draw(side_notes()),
        decisions=open_questions,
        commitments=[
            draw(commitments(name, parties, open_ids, shown_by=shown_ids, people=who))
            for name in draw(some(["fares", "training"]))
        ],
        evidence=shown,
        extra=draw(extras()),
    )


@st.composite
def told(
    draw: st.DrawFn,
    response: copro.Response,
    framework: copro.Framework,
    shown: Sequence[str],
    open_questions: Sequence[str],
) -> copro.Response:
    """The same answers, with words, evidence and how far the person took part."""
    name = st.sampled_from(indicator_ids(framework))
    return attrs.evolve(
        response,
        date=draw(maybe(dates())),
        comments=draw(st.dictionaries(name, words(), max_size=2)),
        quote=draw(st.sampled_from(get_args(Quote))),
        evidence=draw(st.dictionaries(name, some(shown), max_size=2)),
        participation=draw(
            st.dictionaries(st.sampled_from(open_questions), st.integers(0, 6)) if open_questions else st.just({})
        ),
        extra=draw(extras()),
    )


# Broken documents.

SPANNERS: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**400, "", "x", "a b", "a\n", "2026-02-30", "undisclosed"),
    *([], {}, [[]], [{}], ["x", "x"], {"a": 1}, {"": None}, {"suppressed": "small_group"}),
)
"""Things that may turn up anywhere in a file that somebody wrote by hand."""


def places_in(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place within a document."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    if isinstance(value, list):
        inner = list(enumerate(value))
    return [path, *(place for key, item in inner for place in places_in(item, (*path, key)))]


@st.composite
def damaged(draw: st.DrawFn, document: dict[str, Any]) -> dict[str, Any]:
    """The document with something wrong, or something odd, at one or two places."""
    broken = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 2))):
        *way, last = draw(st.sampled_from(places_in(broken)[1:]))
        holder: Any = broken
        for key in way:
            holder = holder[key]
        if draw(st.sampled_from((True, True, True, False))):
            holder[last] = copy.deepcopy(draw(st.sampled_from(SPANNERS)))
        else:
            del holder[last]
        if not broken:
            break
    return broken
