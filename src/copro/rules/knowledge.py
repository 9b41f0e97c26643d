"""What applies, and what enough people could say: unknown is not zero."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

import attrs

from copro.model.values import SIDES, Rating, Side, Unrated
from copro.rules.plan import Plan, Subject, Weighted
from copro.rules.rows import reaches

HALF = 0.5
"""The share of a principle's statements, by weight, that a side must know to know the principle."""


class Voice(Protocol):
    """Whoever answers: one person, or a group that answers as one."""

    @property
    def side(self) -> Side:
        """Where they stand."""

    @property
    def people(self) -> int:
        """How many people they are."""

    @property
    def is_direct(self) -> bool:
        """Whether the work is about their own lives."""

    @property
    def ratings(self) -> Mapping[str, Rating]:
        """What they said, by indicator."""


class Said(NamedTuple):
    """How many people of one side said what of one indicator."""

    rated: int
    not_applicable: int


@attrs.frozen
class Knowledge:
    """What applies, and who knows it.

    Attributes:
        applicable: The indicators that apply.
        known: Principles and indicators, each with the sides that know it.
        together: Those principles and indicators that everybody who must know them knows.
    """

    applicable: frozenset[str]
    known: Mapping[Subject, frozenset[Side]]
    together: frozenset[Subject]


def knowledge_of(voices: Iterable[Voice], plan: Plan, taking_part: Mapping[str, int]) -> Knowledge:
    """Say what applies, and what each side knows.

    A statement does not apply where, on each required side, most of those who rated it or said that
    it does not apply say so. Of a statement that may be waived only where ``nobody_met_it``, one
    rating by a direct voice keeps it in.

    A side knows a statement when ``known_by`` of its people rated it, or as many as take part where
    fewer do. It knows a principle when it knows at least half of its statements that apply, by
    weight. So an answer never makes anything less known, and a blank form changes nothing.

    Args:
        voices: Everybody whose answers count.
        plan: The plan of the framework.
        taking_part: How many people take part in all, by side.

    Returns:
        What applies and is known.
    """
    voices = list(voices)
    needed = {side: _needed(plan.known_by, taking_part.get(side)) for side in SIDES}
    said = {i.id: _said(voices, i.id) for principle in plan.principles for i in principle.parts}
    kept = {name for voice in voices if voice.is_direct for name, given in voice.ratings.items() if _is_rating(given)}
    applicable = frozenset(
        i.id
        for principle in plan.principles
        for i in principle.parts
        if (i.id in plan.kept_in and i.id in kept) or not _is_waived(said[i.id], plan.required_sides)
    )
    known: dict[Subject, frozenset[Side]] = {}
    together: set[Subject] = set()
    for principle in plan.principles:
        parts = [i for i in principle.parts if i.id in applicable]
        whole = Subject(principle=principle.id)
        for i in parts:
            known[Subject(indicator=i.id)] = frozenset(s for s in SIDES if said[i.id][s].rated >= needed[s])
        known[whole] = frozenset(
            s for s in SIDES if _knows(parts, {i.id: s in known[Subject(indicator=i.id)] for i in parts})
        )
        for subject, of in ((whole, parts), *((Subject(indicator=i.id), [i]) for i in parts)):
            if plan.required_sides:
                is_known = set(plan.required_sides) <= known[subject]
            else:  # where nobody in particular must answer, everybody together must know it
                is_known = _knows(of, {i.id: sum(s.rated for s in said[i.id].values()) >= plan.known_by for i in of})
            if is_known:
                together.add(subject)
    return Knowledge(applicable, known, frozenset(together))


def _needed(known_by: int, taking_part: int | None) -> int:
    return taking_part if taking_part and taking_part < known_by else known_by


def _said(voices: Sequence[Voice], indicator: str) -> dict[Side, Said]:
    rated, absent = dict.fromkeys(SIDES, 0), dict.fromkeys(SIDES, 0)
    for voice in voices:
        given = voice.ratings.get(indicator)
        if given is Unrated.NOT_APPLICABLE:
            absent[voice.side] += voice.people
        elif _is_rating(given):
            rated[voice.side] += voice.people
    return {side: Said(rated[side], absent[side]) for side in SIDES}


def _is_rating(given: Rating | None) -> bool:
    return given is not None and not isinstance(given, Unrated)


def _is_waived(said: Mapping[Side, Said], required: Collection[Side]) -> bool:
    """Whether most on each required side say that a statement does not apply; where none is required, most of all."""
    if not required:
        return sum(s.not_applicable for s in said.values()) > sum(s.rated for s in said.values())
    return all(said[side].not_applicable > said[side].rated for side in required)


def _knows(parts: Sequence[Weighted], known: Mapping[str, bool]) -> bool:
    heard = math.fsum(part.weight for part in parts if known[part.id])
    return heard > 0 and reaches(heard / math.fsum(part.weight for part in parts), HALF)
