"""What somebody may do so that a service looks better: no level rises by it, or a sentence beside the level says so.

A sentence names what happened and never blames a person. ``named`` is the list of what counts as one.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

import attrs
import pytest
from hypothesis import settings

import copro
from copro.model.values import Rating
from copro.report import words
from fair import (
    BETWEEN,
    CARERS,
    DK,
    FULL,
    GROUPS,
    LAST_OF_EACH,
    NA,
    NEIGHBOURS,
    PEERS,
    STAFF,
    TOGETHER,
    TOP,
    USERS,
    People,
    also_listed,
    asked,
)

LOW = People(place=USERS, count=24, rating=1)
"""A fixed truth: most people who use the service see little sharing."""

HIRED = People(place=PEERS, count=4, rating=4, who={"pay_depends": "yes"})


def rung(card: copro.Scorecard) -> int:
    """The highest level that people could take from it; one that cannot be told is none."""
    return -1 if card.overall.level is None else card.overall.level


def named(card: copro.Scorecard) -> dict[str, str]:
    """What stands beside the level: warnings by their code, and the sentences of the result by what they are about."""
    status, heard = words.status_words(card), words.not_heard(card)
    sentences = {
        "counts": status if "Other ways to count" in status else "",
        "not-heard": heard if "answered for" in heard else "",
        "left-out": heard if "were left out" in heard else "",
        "claimed": heard if "it is written down" in heard.lower() else "",
        "not-written-down": heard if "not written down" in heard else "",
    }
    beside = words.warnings_beside(card)
    warnings = {
        finding.code: finding.message
        for finding in card.findings
        if finding.message in beside or finding.has_code("different-questions")
    }
    return {**warnings, **{name: text for name, text in sentences.items() if text}}


class Game(NamedTuple):
    """Something that somebody may do.

    Attributes:
        name: What it is.
        honest: What people said.
        played: What the document holds in its place.
        says: The sentence beside the level, where the level rises.
    """

    name: str
    honest: copro.Assessment
    played: copro.Assessment
    says: str | None = None


def skipping(said: Rating | None) -> copro.Assessment:
    """Services that put something in place of the zeros that they would give."""
    users = People(place=USERS, count=5, rating=2)
    return asked(
        "Clinic", users, People(place=STAFF, count=4, rating=4, but=dict.fromkeys(LAST_OF_EACH, said)), framework=FULL
    )


def games() -> Iterator[Game]:
    """One of each kind that was found."""
    honest = asked("Estate office", LOW, *TOP)
    yield Game("hired voices", honest, asked("Estate office", LOW, HIRED, *TOP))
    yield Game(
        "links to friends, a new perspective",
        honest,
        asked("Estate office", LOW, People(place=GROUPS, count=4, rating=4), *TOP),
        "counts",
    )
    yield Game(
        "new perspectives, one friend in each",
        honest,
        asked("Estate office", LOW, *(People(place=p, rating=4) for p in (GROUPS, NEIGHBOURS, CARERS)), *TOP),
        "counts",
    )
    led = {**TOGETHER, "people": 40, "helped_by": "service", "members_confirming": 9}
    yield Game(
        "a group led by staff", honest, asked("Estate office", LOW, People(place=GROUPS, rating=4, how=led), *TOP)
    )
    typed = {**TOGETHER, "people": 40}
    yield Game(
        "a number typed in", honest, asked("Estate office", LOW, People(place=GROUPS, rating=4, how=typed), *TOP)
    )
    one = asked("Estate office", LOW, People(place=GROUPS, rating=4), *TOP)
    split = asked("Estate office", LOW, People(place=GROUPS, count=5, rating=4), *TOP)
    yield Game("splitting a group", one, split, "counts")
    yield Game(
        "ticking direct for hired voices",
        honest,
        asked("Estate office", LOW, attrs.evolve(HIRED, count=12, who={"direct": "yes"}), *TOP),
        "own-word",
    )
    seven = asked("Lunch club", People(place=USERS, count=3, rating=4), People(place=USERS, count=9, rating=1), *TOP)
    stayed = asked("Lunch club", People(place=USERS, count=3, rating=4), *TOP)
    yield Game(
        "asking only those who stayed, the others on the list", seven, also_listed(stayed, USERS, 9), "not-heard"
    )
    counted = attrs.evolve(stayed, initiative=attrs.evolve(stayed.initiative, taking_part={"community": 12}))
    yield Game("asking only those who stayed, of twelve who take part", seven, counted, "not-heard")
    yield Game("asking only those who stayed, the others forgotten", seven, stayed, "not-written-down")
    claim = attrs.evolve(stayed, initiative=attrs.evolve(stayed.initiative, taking_part={"community": 3}))
    yield Game("saying that only those who stayed take part", seven, claim, "claimed")
    zeros = skipping(0)
    for name, said in (("silence", None), ("does not apply", NA), ("could not say", DK)):
        yield Game(f"{name} in place of zeros", zeros, skipping(said), "different-questions")
    colleague = People(place=STAFF, rating=4, but=dict.fromkeys(LAST_OF_EACH, 3))
    silent = attrs.evolve(skipping(None), id="fair")
    both = asked(
        "Clinic",
        People(place=USERS, count=5, rating=2),
        People(place=STAFF, count=4, rating=4, but=dict.fromkeys(LAST_OF_EACH)),
        colleague,
        framework=FULL,
    )
    assert silent.framework == both.framework
    half = (People(place=STAFF, count=2, rating=3), People(place=STAFF, count=2, rating=3))
    users = People(place=USERS, count=5, rating=3)
    low = attrs.evolve(half[0], but={"power": 0})
    silent_low = attrs.evolve(half[0], but={"power-start": None, "power-terms": None, "power-decide": None})
    yield Game(
        "half of a side is silent on what it finds low",
        asked("Clinic", users, low, half[1], framework=FULL),
        asked("Clinic", users, silent_low, half[1], framework=FULL),
        "left-out",
    )
    yield Game("one colleague rates what all others skip", zeros, both, "different-questions")
    yield Game(
        "one friend takes part",
        asked("Club", People(place=USERS, rating=4), *TOP),
        asked("Club", People(place=USERS, rating=4), *TOP, taking_part={"community": 1}),
        "few-take-part",
    )
    token = People(place=USERS, but={"access": 0})
    yield Game("a token user among hired voices", asked("Library", token, *TOP), asked("Library", token, HIRED, *TOP))
    low_backing = People(place=USERS, count=4, rating=4, but={"systems": 0})
    for name, place in (("staff", STAFF), ("a facilitator", BETWEEN)):
        na = asked(
            "Library",
            low_backing,
            *(attrs.evolve(p, but={"systems": NA}) for p in TOP),
            People(place=place, but={"systems": NA}),
        )
        yield Game(f"does not apply, says {name}", asked("Library", low_backing, *TOP), na)
    blank = asked("Clinic", LOW, *TOP, People(place=STAFF, count=6))
    yield Game("blank forms", asked("Clinic", LOW, *TOP), blank)


GAMES = list(games())


@pytest.mark.parametrize("game", GAMES, ids=[game.name for game in GAMES])
def test_no_level_rises_by_it_or_a_sentence_beside_the_level_says_so(game: Game) -> None:
    before, after = copro.score(game.honest), copro.score(game.played)
    assert (rung(after) > rung(before)) <= (game.says is not None), "a level rises, and nothing is expected to say so"
    if game.says is not None:
        assert game.says in named(after)


def test_what_is_low_and_unknown_is_not_worse_than_zero_nor_better() -> None:
    """Where a community could not say, the level that its zeros give is still one of those that it may be."""
    for part in ("power", "systems", "inclusion"):
        levels = {}
        for said in (0, DK, None):
            card = copro.score(asked("Library", People(place=USERS, count=4, rating=3, but={part: said}), *TOP))
            level = card.overall.level
            levels[said] = (level, level) if level is not None else card.overall.level_range
        assert levels[DK] == levels[None]
        zeros, unknown = levels[0], levels[DK]
        assert zeros is not None
        assert unknown is not None
        assert unknown[0] <= zeros[0] <= unknown[1]


def test_thirty_at_zero_and_one_of_another_mind_read_alike() -> None:
    alone = asked("Estate office", People(place=USERS, count=30, rating=0), *TOP)
    other = asked("Estate office", People(place=USERS, count=29, rating=0), People(place=USERS, rating=1), *TOP)
    assert rung(copro.score(alone)) == rung(copro.score(other))


def test_no_sentence_blames_anybody() -> None:
    for game in GAMES:
        for text in named(copro.score(game.played)).values():
            told = text.lower()
            assert not {"game", "cheat", "genuine", "token", "friend", "hired", "payroll", "proxy"} & set(told.split())
            assert "nobody whose" not in told


# Everything at once: what a service may choose, for a fixed truth.


class Choice(NamedTuple):
    """What a service chose, as far as one document can hold it.

    Attributes:
        own: Of each of its own people, on which themes they rate, fall silent or say "does not apply".
        asks: How many of the community who see little it asks, and how many it leaves on the list.
        listed: Whether those whom it did not ask stay on the list.
        added: Voices of its own choosing: perspective, how many, whether somebody ticked ``direct``.
        group: How large it says that a group is, which it led, and whether two members are said to confirm it.
        taking_part: How many it says take part.
    """

    own: tuple[tuple[str, ...], ...]
    asks: int
    listed: bool
    added: tuple[tuple[str, int, bool], ...]
    group: tuple[int, int]
    taking_part: int


class Truth(NamedTuple):
    """What people would say if everybody was asked.

    Attributes:
        low: What each of those says who see little.
        high: What each of those says who see much.
        lows: How many see little.
        highs: How many see much.
        staff: What each member of staff would say of each theme, in turn.
    """

    low: int
    high: int
    lows: int
    highs: int
    staff: tuple[int, ...]


TRUTHS = (
    Truth(low=1, high=3, lows=6, highs=2, staff=(3, 3, 1)),
    Truth(low=0, high=4, lows=4, highs=2, staff=(4, 2, 0)),
    Truth(low=2, high=3, lows=5, highs=3, staff=(2, 4, 4)),
)

MAY_ADD = (GROUPS, NEIGHBOURS, PEERS)
"""Perspectives that a service may find voices for."""

SOME = attrs.evolve(
    FULL,
    id="some-of-the-core",
    principles=[theme for theme in FULL.principles if theme.id in {"power", "inclusion", "systems", "access"}],
)
"""Four principles of the core, three statements each: a search in all of it would take long."""

THEMES = [theme.id for theme in SOME.principles]


def written(truth: Truth, choice: Choice) -> copro.Assessment:
    """The document that comes of a choice."""
    stays = [People(place=USERS, count=truth.highs, rating=truth.high)] if truth.highs else []
    asked_lows = [People(place=USERS, count=choice.asks, rating=truth.low)] if choice.asks else []
    staff = []
    for number, told in enumerate(choice.own):
        but: dict[str, Rating | None] = {}
        for theme, way in zip(THEMES, told, strict=True):
            last = next(i.id for p in SOME.principles if p.id == theme for i in p.indicators[-1:])
            honest = truth.staff[(number + THEMES.index(theme)) % len(truth.staff)]
            low = min(honest, 1) if number % 2 else 0
            but[last] = {"rate": low, "silent": None, "na": NA}[way]
            but[theme] = honest
        ordered = dict(sorted(but.items(), key=lambda pair: -len(pair[0])))
        staff.append(People(place=STAFF, rating=3, but=ordered))
    added = [
        People(place=place, count=count, rating=4, who={"direct": "yes"} if ticked else {})
        for place, count, ticked in choice.added
        if count
    ]
    size, confirming = choice.group
    if size:
        how = {"answered": "group", "people": size, "helped_by": "service", "members_confirming": confirming}
        added.append(People(place=GROUPS, rating=4, how=how))
    answers = asked(
        "Clinic",
        *stays,
        *asked_lows,
        *staff,
        *added,
        framework=SOME,
        taking_part={"community": choice.taking_part} if choice.taking_part else {},
    )
    return also_listed(answers, USERS, truth.lows - choice.asks) if choice.listed else answers


def honest_choice(truth: Truth) -> Choice:
    """What there would be if nobody chose anything."""
    everything = tuple(tuple("rate" for _ in THEMES) for _ in range(4))
    nobody = tuple((place, 0, False) for place in MAY_ADD)
    return Choice(
        own=everything,
        asks=truth.lows,
        listed=True,
        added=nobody,
        group=(0, 0),
        taking_part=truth.lows + truth.highs,
    )


def next_to(choice: Choice, truth: Truth, random: Random) -> Choice:  # noqa: PLR0911  one return a move
    """Something else in one thing."""
    move = random.choice(("own", "own theme", "own cell", "asks", "listed", "added", "added", "group", "taking_part"))
    if move == "own":
        way = random.choice(("rate", "silent", "na"))
        person = random.randrange(len(choice.own))
        own = [*choice.own[:person], tuple(way for _ in THEMES), *choice.own[person + 1 :]]
        return choice._replace(own=tuple(own))
    if move == "own cell":
        person, theme = random.randrange(len(choice.own)), random.randrange(len(THEMES))
        told = list(choice.own[person])
        told[theme] = random.choice(("rate", "silent", "na"))
        return choice._replace(own=(*choice.own[:person], tuple(told), *choice.own[person + 1 :]))
    if move == "own theme":
        theme, way = random.randrange(len(THEMES)), random.choice(("rate", "silent", "na"))
        return choice._replace(own=tuple((*told[:theme], way, *told[theme + 1 :]) for told in choice.own))
    if move == "asks":
        return choice._replace(asks=random.randint(0, truth.lows))
    if move == "listed":
        return choice._replace(listed=not choice.listed)
    if move == "added":
        at = random.randrange(len(MAY_ADD))
        one = (MAY_ADD[at], random.randint(0, 8), random.random() < 0.5)
        return choice._replace(added=(*choice.added[:at], one, *choice.added[at + 1 :]))
    if move == "group":
        return choice._replace(group=random.choice(((0, 0), (30, 0), (30, 2))))
    return choice._replace(taking_part=random.choice((0, 1, truth.highs, truth.lows + truth.highs)))


def height(card: copro.Scorecard) -> tuple[float, ...]:
    """What a service that climbs looks at: the level, what it may be, then the figures."""
    if card.status != "scored":
        return (-1.0, 0.0, 0.0)
    level = card.overall.level
    high = level if level is not None else (card.overall.level_range or (0, 0))[1]
    score = card.overall.score
    return (float(rung(card)), float(high), score if isinstance(score, float | int) else 0.0)


def climb(truth: Truth, random: Random, steps: int, see: Callable[[Choice, copro.Scorecard], None]) -> None:
    """Take whatever is no lower, and show every card on the way."""
    here = honest_choice(truth)
    best = height(copro.score(written(truth, here), SOME))
    for _ in range(steps):
        there = next_to(here, truth, random)
        card = copro.score(written(truth, there), SOME)
        see(there, card)
        if height(card) >= best:
            here, best = there, height(card)


def what_happened(choice: Choice, truth: Truth) -> set[str]:
    """The sentences of which one must stand beside a level that rose by this choice."""
    say = set()
    if any(way != "rate" for told in choice.own for way in told):
        say |= {"different-questions", "left-out"}
    if choice.asks < truth.lows:
        say |= {"not-heard", "not-written-down", "claimed", "few-take-part"}
    if any(count for _, count, _ in choice.added):
        say |= {"counts", "own-word", "not-written-down", "claimed"}
    if choice.group[0]:
        say |= {"helped-by-service"}
    if choice.taking_part not in {0, truth.lows + truth.highs}:
        say |= {"few-take-part", "claimed", "not-heard"}
    return say


@pytest.mark.parametrize(("seed", "truth"), list(enumerate(TRUTHS)))
def test_whatever_a_service_chooses_raises_the_level_only_beside_such_a_sentence(seed: int, truth: Truth) -> None:
    honest = rung(copro.score(written(truth, honest_choice(truth)), SOME))
    assert honest >= 0
    rose, is_quick = [], settings().max_examples < 100  # the profile ``prove`` looks further

    def see(choice: Choice, card: copro.Scorecard) -> None:
        if rung(card) > honest:
            rose.append(card)
            assert what_happened(choice, truth) & set(named(card)), (choice, named(card))

    for run in range(2 if is_quick else 12):
        climb(truth, Random(seed * 100 + run), 80 if is_quick else 600, see)
    assert rose, "a search that never gets anywhere shows nothing"
