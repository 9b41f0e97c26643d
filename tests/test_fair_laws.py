"""Laws of what is unknown and of how voices are counted, over every voice, aggregation and measure.

The rules are on ``docs/explanation/scoring.md``. The small scorer below is written from that page alone, and
shares no code with the library: it knows only how levels are reached where everybody rated everything.
"""

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random
from typing import Literal, NamedTuple, TypeVar, get_args

import attrs
from hypothesis import assume, event, given
from hypothesis import strategies as st

import copro
from copro.model.assessment import OwnAnswer
from copro.model.framework import AGGREGATIONS, COUNTS, BetweenSides, Count
from copro.model.values import MAIN_SIDES, MainSide, Rating, Unrated
from copro.rules.plan import WHOLE, Plan, Subject
from copro.scoring.answers import Answers, read_rows
from copro.scoring.counts import count_voices
from copro.scoring.scorecard import score
from profiles import scaled
from strategies import PLACES, World, indicator_ids, levels, principles, scales, step_values, weights

T = TypeVar("T")

TINY = 1e-9

NOT_BY_COUNT = (copro.Measure.PEOPLE, copro.Measure.AGREEMENT)
"""What is the same however voices are counted, and whom it is about may be anybody."""

REQUIRED: tuple[tuple[MainSide, ...], ...] = (*[MAIN_SIDES] * 4, ("community",), ("service",))


# Worlds.


@st.composite
def policies(draw: st.DrawFn) -> copro.Policy:
    """Any voice and aggregation; at least one side must answer."""
    by_weight = st.dictionaries(st.sampled_from(MAIN_SIDES), weights(), min_size=1)
    return copro.Policy(
        aggregation=draw(st.sampled_from((*AGGREGATIONS, None))),
        voice=copro.Voice(
            within_side=draw(st.sampled_from(("perspectives", "people"))),
            between_sides=draw(st.one_of(st.just("parity"), st.sampled_from(get_args(BetweenSides)), by_weight)),
        ),
        required_sides=draw(st.sampled_from(REQUIRED)),
        known_by=draw(st.integers(1, 3)),
    )


@st.composite
def ladders(draw: st.DrawFn, policy: copro.Policy, themes: Sequence[copro.Principle]) -> list[copro.Level]:
    """Many levels close together that all ask for one figure: whatever moves the figure far moves the level."""
    whole: list[str | None] = [] if policy.aggregation is None else [None]
    of = draw(st.sampled_from((*whole, "every_principle", *(theme.id for theme in themes))))
    if draw(st.sampled_from((True, True, False))):
        sides: tuple[Literal["each"] | MainSide | None, ...] = (None, "each", *MAIN_SIDES)
        side = draw(st.sampled_from(sides))
        asked = [copro.Requirement(measure="score", of=of, side=side, at_least=n / 24) for n in range(1, 25)]
    else:
        asked = [copro.Requirement(measure="gap", of=of, at_most=1 - n / 24) for n in range(1, 25)]
    return [
        copro.Level(value=n, name=f"Level {n}", requires=[one] if one else []) for n, one in enumerate((None, *asked))
    ]


@st.composite
def frameworks(draw: st.DrawFn) -> copro.Framework:
    """A framework in which any voice may speak; some statements stay in if a direct voice rated them."""
    scale, policy = draw(scales()), draw(policies())
    themes = [
        attrs.evolve(
            theme,
            indicators=[
                attrs.evolve(i, waivable=draw(st.sampled_from(("majority", "majority", "nobody_met_it"))))
                for i in theme.indicators
            ],
        )
        for theme in draw(principles(scale))
    ]
    return copro.Framework(
        id="our-own",
        edition="1",
        title="Our own",
        scale=scale,
        perspectives=PLACES,
        principles=themes,
        policy=policy,
        levels=draw(st.one_of(ladders(policy, themes), levels(policy, scale, themes, PLACES))),
    )


@st.composite
def assessments(draw: st.DrawFn, framework: copro.Framework, *, every_cell: bool = False) -> copro.Assessment:
    """Answers of anybody: some led, some direct by their own word; with ``every_cell``, nothing is left out."""
    own = st.sampled_from((None, None, *get_args(OwnAnswer)))
    unrated: tuple[Rating | None, ...] = () if every_cell else (*Unrated, *[Unrated.NOT_APPLICABLE] * 2, None)
    cell = st.sampled_from((*step_values(framework) * 2, *unrated))
    ids = indicator_ids(framework)
    stakeholders, responses = [], []
    for place in framework.perspectives:
        for number in range(draw(st.sampled_from((2, 1, 3, 0)))):
            name = f"{place.id}-{number}"
            is_group = draw(st.sampled_from((False, False, False, True)))
            said = draw(st.lists(cell, min_size=len(ids), max_size=len(ids)))
            stakeholders.append(
                copro.Stakeholder(id=name, perspective=place.id, direct=draw(own), pay_depends=draw(own))
            )
            responses.append(
                copro.Response(
                    stakeholder=name,
                    answered="group" if is_group else "self",
                    helped_by=draw(st.sampled_from(("service", "neither"))) if is_group else None,
                    people=draw(st.integers(2, 5)) if is_group else None,
                    members_confirming=draw(st.integers(0, 2)) if is_group else 0,
                    ratings={i: rating for i, rating in zip(ids, said, strict=True) if rating is not None},
                )
            )
    claims: st.SearchStrategy[dict[str, int]] = st.dictionaries(st.sampled_from(MAIN_SIDES), st.integers(0, 3))
    taking_part = {} if every_cell else draw(claims)
    return copro.Assessment(
        id="first-year",
        title="First year",
        framework=framework.name,
        initiative=copro.Initiative(id="lunch-club", name="Lunch club", taking_part=taking_part),
        stakeholders=stakeholders,
        responses=responses,
    )


@st.composite
def fair_worlds(draw: st.DrawFn, *, every_cell: bool = False) -> World:
    """A framework and answers to it."""
    framework = draw(frameworks())
    return framework, draw(assessments(framework, every_cell=every_cell))


def asking_only(framework: copro.Framework, *, without: Iterable[copro.Measure]) -> copro.Framework:
    """The framework without what its levels ask of some measures; a level may then ask for nothing new, so it is not checked."""
    left_out = set(without)
    asked = [
        attrs.evolve(level, requires=[wanted for wanted in level.requires if wanted.measure not in left_out])
        for level in framework.levels
    ]
    return attrs.evolve(framework, levels=asked)


def counted(world: World, count: Count) -> Answers:
    """The answers as one way to count voices hears them."""
    framework, assessment = world
    taking_part = assessment.initiative.taking_part
    answers = Answers.of(read_rows(assessment, framework), Plan.of(framework), taking_part)
    return count_voices(answers, [count], taking_part)[count]


def with_ratings(assessment: copro.Assessment, place: int, **changed: Rating | None) -> copro.Assessment:
    """The same assessment with other answers on one form; ``None`` is silence."""
    responses = list(assessment.responses)
    said = {**responses[place].ratings, **changed}
    responses[place] = attrs.evolve(responses[place], ratings={i: r for i, r in said.items() if r is not None})
    return attrs.evolve(assessment, responses=responses)


def ends(card: copro.Scorecard) -> tuple[int, int]:
    """The lowest and the highest level that it may be."""
    level = card.overall.level
    found = (level, level) if level is not None else card.overall.level_range
    assert found is not None
    return found


# (a) An answer never makes anything less known.


@scaled(2)
@given(fair_worlds(), st.data())
def test_rating_what_applies_never_makes_a_known_principle_unknown_nor_an_unknown_one_wider(
    world: World, data: st.DataObject
) -> None:
    framework, assessment = world
    blank = [
        (place, name)
        for place, response in enumerate(assessment.responses)
        for name in indicator_ids(framework)
        if isinstance(response.ratings.get(name, Unrated.DONT_KNOW), Unrated)
    ]
    assume(blank)
    place, name = data.draw(st.sampled_from(blank), label="cell")
    rating = data.draw(st.sampled_from(step_values(framework)), label="rating")
    other = framework, with_ratings(assessment, place, **{name: rating})
    for count in COUNTS:
        before, after = counted(world, count), counted(other, count)
        if name not in before.knowledge.applicable:
            continue
        assert before.knowledge.applicable == after.knowledge.applicable
        assert before.knowledge.together <= after.knowledge.together
        for subject, sides in before.knowledge.known.items():
            assert sides <= after.knowledge.known[subject]
        for theme in framework.principles:
            subject = Subject(principle=theme.id)
            if subject in before.ranges.together and subject not in after.knowledge.together:
                event("stays unknown")
                was, now = before.ranges.together[subject], after.ranges.together[subject]
                assert now.greatest - now.least <= was.greatest - was.least + TINY
    known, then = (
        {p.id for p in copro.score(a, framework).principles if p.score is not None} for a in (assessment, other[1])
    )
    if name in counted(world, "people").knowledge.applicable:
        assert known <= then


# (b) Within one way of counting, knowing less never tells more.


@scaled(2)
@given(fair_worlds(), st.sampled_from(COUNTS), st.data())
def test_making_a_principle_unknown_never_raises_the_lowest_nor_lowers_the_highest_level(
    world: World, count: Count, data: st.DataObject
) -> None:
    framework, assessment = world
    known = [
        theme
        for theme in framework.principles
        if Subject(principle=theme.id) in counted(world, count).knowledge.together
    ]
    assume(framework.levels and known)
    theme = data.draw(st.sampled_from(known), label="theme")
    side = data.draw(st.sampled_from(framework.policy.required_sides), label="side")
    state = data.draw(st.sampled_from((Unrated.DONT_KNOW, Unrated.PREFER_NOT_TO_SAY, None)), label="instead")
    of_side = {place.id for place in framework.perspectives if place.side == side}
    other = assessment
    for place, response in enumerate(assessment.responses):
        if assessment.perspectives[response.stakeholder] in of_side:
            silenced = {
                i.id: state
                for i in theme.indicators
                if i.id in response.ratings and not isinstance(response.ratings[i.id], Unrated)
            }
            other = with_ratings(other, place, **silenced)
    before, after = counted((framework, assessment), count), counted((framework, other), count)
    assume(before.knowledge.applicable == after.knowledge.applicable)
    assert Subject(principle=theme.id) not in after.knowledge.together

    def levels_of(answers: copro.Assessment, *without: copro.Measure) -> tuple[int, int] | None:
        policy = attrs.evolve(framework.policy, level_holds_for=[count])
        asked = attrs.evolve(asking_only(framework, without=without), policy=policy)
        card = score(answers, asked)
        return ends(card) if card.status == "scored" else None

    # Whom the whole asks, and how far all answers agree, change with whoever falls silent: not what is unknown.
    was, now = levels_of(assessment, *NOT_BY_COUNT), levels_of(other, *NOT_BY_COUNT)
    if was is not None and now is not None:
        event("both scored")
        assert now[0] <= was[0]
    # Coverage is itself how much is known: less of it can rule a level out, and nothing unknown is in it.
    was, now = (levels_of(a, *NOT_BY_COUNT, copro.Measure.COVERAGE) for a in (assessment, other))
    if was is not None and now is not None:
        assert now[1] >= was[1]


# (c) Where everybody rated everything, levels are what they always were.


class Voice(NamedTuple):
    """Somebody who rated everything: where they stand, and their ratings from 0 to 1."""

    place: str
    side: str
    is_direct: bool
    said: dict[str, float]


@attrs.frozen(kw_only=True)
class OldRule:
    """How levels are reached where every figure is known.

    Attributes:
        framework: The framework; what its levels ask of agreement is left to its own oracle.
        voices: Everybody who is heard.
        by_person: Whether each answer of a side counts alike, and not each perspective.
        people: How many people rated, on each side and in all.
    """

    framework: copro.Framework
    voices: Sequence[Voice]
    by_person: bool
    people: Mapping[str | None, int]

    def of_side(self, side: str, statement: str) -> float:
        heard = [voice for voice in self.voices if voice.side == side]
        if self.by_person:
            return statistics.fmean(voice.said[statement] for voice in heard)
        places = {voice.place for voice in heard}
        return statistics.fmean(statistics.fmean(v.said[statement] for v in heard if v.place == p) for p in places)

    def together(self, statement: str) -> float:
        between = self.framework.policy.voice.between_sides
        if between == "people":
            return statistics.fmean(voice.said[statement] for voice in self.voices)
        named: dict[str, dict[str, float]] = {
            "community": {"community": 1.0},
            "parity": {"community": 1.0, "service": 1.0},
        }
        weigh: Mapping[str, float] = named[between] if isinstance(between, str) else {**between}
        there = [side for side in weigh if any(voice.side == side for voice in self.voices)]
        return average([self.of_side(side, statement) for side in there], [weigh[side] for side in there])

    def of_statement(self, statement: str, side: str | None) -> float:
        return self.together(statement) if side is None else self.of_side(side, statement)

    def figure(self, of: str | None, side: str | None) -> float:
        themes = {
            theme.id: average(
                [self.of_statement(i.id, side) for i in theme.indicators], [i.weight for i in theme.indicators]
            )
            for theme in self.framework.principles
        }
        if of is not None:
            return themes[of]
        return joined(
            self.framework.policy.aggregation or "",
            list(themes.values()),
            [theme.weight for theme in self.framework.principles],
        )

    def scores(self, wanted: copro.Requirement) -> Iterator[bool]:
        sides: tuple[str | None, ...] = MAIN_SIDES if wanted.side == "each" else (wanted.side,)
        if isinstance(wanted.of, tuple):
            scale = self.framework.scale
            least = ((wanted.at_step or 0) - scale.lowest) / (scale.highest - scale.lowest)
            yield from (self.of_statement(name, side) >= least - TINY for name in wanted.of for side in sides)
            return
        least = wanted.at_least or 0
        yield from (self.figure(of, side) >= least - TINY for of in self.named(wanted) for side in sides)

    def named(self, wanted: copro.Requirement) -> list[str | None]:
        every: list[str | None] = [theme.id for theme in self.framework.principles]
        assert not isinstance(wanted.of, tuple)
        return every if wanted.of == "every_principle" else [wanted.of]

    def holds(self, wanted: copro.Requirement) -> bool:
        match wanted.measure:
            case copro.Measure.SCORE:
                return all(self.scores(wanted))
            case copro.Measure.GAP:
                gaps = [self.figure(of, "service") - self.figure(of, "community") for of in self.named(wanted)]
                return max(map(abs, gaps)) <= (wanted.at_most or 0) + TINY
            case copro.Measure.PEOPLE:
                sides = MAIN_SIDES if wanted.side == "each" else (wanted.side,)
                return all(self.people[side] >= (wanted.at_least or 0) for side in sides)
            case copro.Measure.COVERAGE:
                return True  # all is known
            case _:
                return wanted.when_none == "skip"  # of promises and rights, nothing is recorded

    def level(self) -> int:
        """The highest level all of whose requirements are met, together with those of every level below."""
        reached = self.framework.levels[0].value
        for level in self.framework.levels:
            if not all(map(self.holds, level.requires)):
                break
            reached = level.value
        return reached


def average(figures: Sequence[float], weigh: Sequence[float]) -> float:
    return sum(f * w for f, w in zip(figures, weigh, strict=True)) / sum(weigh)


def joined(method: str, figures: Sequence[float], weigh: Sequence[float]) -> float:
    """Figures of all principles as one, by the names on the page."""
    if method == "minimum":
        return min(figures)
    if method == "arithmetic":
        return average(figures, weigh)
    if min(figures) <= 0:
        return 0.0
    if method == "harmonic":
        return sum(weigh) / sum(w / f for f, w in zip(figures, weigh, strict=True))
    parts: list[float] = [figure ** (weight / sum(weigh)) for figure, weight in zip(figures, weigh, strict=True)]
    return math.prod(parts)


def voices_in(world: World) -> Iterator[Voice]:
    """Everybody of a world in which each cell is rated."""
    framework, assessment = world
    lowest, highest = framework.scale.lowest, framework.scale.highest
    bad_news = {i.id for theme in framework.principles for i in theme.indicators if i.reversed}
    places = {place.id: place for place in framework.perspectives}
    for response in assessment.responses:
        person = next(s for s in assessment.stakeholders if s.id == response.stakeholder)
        place = places[person.perspective]
        own = {"yes": True, "no": False}.get(person.direct or "", place.direct)
        said = {}
        for name, rating in response.ratings.items():
            assert not isinstance(rating, Unrated)
            part = (rating - lowest) / (highest - lowest)
            said[name] = 1 - part if name in bad_news else part
        yield Voice(place.id, place.side, own and place.side == "community", said)


@scaled(6)
@given(fair_worlds(every_cell=True))
def test_with_every_cell_rated_each_way_to_count_gives_what_the_old_rule_gives(world: World) -> None:
    framework, assessment = world
    assume(framework.levels)
    # Agreement waits for enough answers, and how it is worked out is on a page of its own: it has its own oracle.
    framework = asking_only(framework, without=[copro.Measure.AGREEMENT])
    framework = attrs.evolve(framework, policy=attrs.evolve(framework.policy, known_by=1))
    voices = list(voices_in((framework, assessment)))
    assume({"service"} <= {v.side for v in voices} and any(v.is_direct for v in voices))
    card = score(assessment, framework)
    assert card.status == "scored"
    people: Counter[str | None] = Counter()
    for response, voice in zip(assessment.responses, voices, strict=True):
        person = next(s for s in assessment.stakeholders if s.id == response.stakeholder)
        is_own = response.members_confirming >= 2 and response.helped_by != "service" and person.pay_depends != "yes"
        people.update(dict.fromkeys((None, voice.side), (response.people or 1) if is_own else 1))
    expected = {
        count: OldRule(
            framework=framework,
            voices=[v for v in voices if count in {"perspectives", "people"} or v.side != "community" or v.is_direct],
            by_person=count in {"people", "direct_people"},
            people=people,
        ).level()
        for count in COUNTS
    }
    assert dict(card.overall.level_by_count) == {count: (level, level) for count, level in expected.items()}
    event(f"{len(set(expected.values()))} levels over the ways to count")
    assert card.overall.level == min(expected.values())


# (d) A blank form changes nothing.


@given(
    fair_worlds(),
    st.sampled_from(PLACES),
    st.sampled_from((None, Unrated.DONT_KNOW, Unrated.PREFER_NOT_TO_SAY)),
    st.data(),
)
def test_a_blank_form_changes_nothing(
    world: World, place: copro.Perspective, state: Unrated | None, data: st.DataObject
) -> None:
    framework, assessment = world
    own = st.sampled_from((None, *get_args(OwnAnswer)))
    newcomer = copro.Stakeholder(id="newcomer", perspective=place.id, direct=data.draw(own), pay_depends=data.draw(own))
    said = {} if state is None else dict.fromkeys(indicator_ids(framework), state)
    blank = copro.Response(
        stakeholder="newcomer", answered="group", people=9, members_confirming=2, helped_by="neither", ratings=said
    )
    other = attrs.evolve(
        assessment,
        stakeholders=[*assessment.stakeholders, newcomer],
        responses=[*assessment.responses, blank],
    )

    def told(answers: copro.Assessment) -> tuple[object, ...]:
        card = copro.score(answers, framework)
        overall, parts = attrs.evolve(card.overall, share_rated=None), []
        for theme in card.principles:
            indicators = [(i.id, i.score, i.reason, [s.value for s in i.sides.values()]) for i in theme.indicators]
            parts.append((theme.score, theme.reason, dict(theme.sides), theme.gap, theme.agreement, indicators))
        return card.status, card.reason, overall, parts, card.unmet

    assert told(other) == told(assessment)


# (e) Nobody's voice stands in for those whose own life it is.


@scaled(2)
@given(fair_worlds(), st.data())
def test_no_indirect_voice_raises_the_level_above_what_direct_voices_alone_give(
    world: World, data: st.DataObject
) -> None:
    framework, assessment = world
    framework = asking_only(framework, without=NOT_BY_COUNT)
    assume(framework.levels)
    rows = read_rows(assessment, framework)
    others = {
        response.stakeholder
        for response, row in zip(assessment.responses, rows, strict=True)
        if row.side == "community" and not row.is_direct
    }
    hired = data.draw(st.integers(0, 3), label="hired")
    best = {i.id: framework.scale.lowest if i.reversed else framework.scale.highest for i in framework.indicators}
    names = [f"hired-{number}" for number in range(hired)]
    everyone = attrs.evolve(
        assessment,
        stakeholders=[*assessment.stakeholders, *(copro.Stakeholder(id=n, perspective="groups") for n in names)],
        responses=[*assessment.responses, *(copro.Response(stakeholder=n, ratings=best) for n in names)],
    )
    alone = attrs.evolve(
        assessment, responses=[response for response in assessment.responses if response.stakeholder not in others]
    )
    with_others, without = score(everyone, framework), score(alone, framework)
    assume(with_others.status == without.status == "scored")
    event(f"{bool(others) + bool(hired)} kinds of others")
    low, high = ends(with_others)
    least, most = ends(without)
    assert low <= least
    assert high <= most
    assert with_others.overall.level is None or with_others.overall.level <= least


# (f) A level holds in every way of counting.


@scaled(2)
@given(fair_worlds())
def test_the_level_is_never_above_that_of_any_single_way_of_counting(world: World) -> None:
    framework, assessment = world
    card = copro.score(assessment, framework)
    assume(card.status == "scored" and framework.levels)
    alone = {}
    for count in COUNTS:
        policy = attrs.evolve(framework.policy, level_holds_for=[count])
        alone[count] = ends(copro.score(assessment, attrs.evolve(framework, policy=policy)))
    assert dict(card.overall.level_by_count) == alone
    # The range goes from the lowest low to the lowest high, not to the highest: a level that one way of counting
    # rules out is no level, so what another way would allow beyond it says nothing that could come true.
    assert ends(card) == tuple(min(pair[end] for pair in alone.values()) for end in (0, 1))
    assert (card.overall.level is None) == (ends(card)[0] != ends(card)[1])
    assert all(ends(card)[0] <= low and ends(card)[1] <= high for low, high in alone.values())


# (g) Order and ids never matter.


@given(fair_worlds(), st.randoms(use_true_random=False))
def test_order_and_ids_never_change_what_is_known_or_the_level(world: World, random: Random) -> None:
    framework, assessment = world

    def shuffled(items: Iterable[T]) -> list[T]:
        mixed = list(items)
        random.shuffle(mixed)
        return mixed

    new_id = {s.id: f"person-{number}" for number, s in enumerate(shuffled(assessment.stakeholders))}
    other = attrs.evolve(
        assessment,
        stakeholders=shuffled(attrs.evolve(person, id=new_id[person.id]) for person in assessment.stakeholders),
        responses=shuffled(
            attrs.evolve(r, stakeholder=new_id[r.stakeholder], ratings=dict(shuffled(r.ratings.items())))
            for r in assessment.responses
        ),
    )
    policy = attrs.evolve(framework.policy, level_holds_for=shuffled(framework.policy.level_holds_for))
    cards = [copro.score(assessment, framework), copro.score(other, attrs.evolve(framework, policy=policy))]
    first, second = (
        (c.status, c.reason, c.overall, c.principles, c.unmet, c.voices, [(f.code, f.message) for f in c.findings])
        for c in cards
    )
    assert first == second


def test_the_whole_has_a_range_that_holds_its_score() -> None:
    """The laws above look at ranges; a range that is nowhere near the figures would satisfy them."""
    framework = copro.frameworks.get("copro-core-short@2026")
    assessment = copro.Assessment(
        id="tea",
        title="Tea",
        framework=framework.name,
        initiative=copro.Initiative(id="tea", name="Tea"),
        stakeholders=[
            *(copro.Stakeholder(id=f"u{n}", perspective="people-using-services") for n in range(3)),
            *(copro.Stakeholder(id=f"p{n}", perspective="practitioners") for n in range(2)),
        ],
        responses=[
            copro.Response(stakeholder=who, ratings=dict.fromkeys(indicator_ids(framework), rating))
            for who, rating in {"u0": 1, "u1": 2, "u2": 3, "p0": 3, "p1": 3}.items()
        ],
    )
    found = counted((framework, assessment), "perspectives").ranges.together[WHOLE]
    assert found == (0.625, 0.625)
    assert copro.score(assessment).overall.score == 0.625
