"""The answers that count, rescaled and sorted by who gave them."""

from collections.abc import Collection, Iterable, Mapping

import attrs

from copro.model.assessment import Assessment, Response, Stakeholder
from copro.model.framework import Framework, Perspective
from copro.model.values import Rating, Side, Unrated
from copro.rules.knowledge import Knowledge, knowledge_of
from copro.rules.plan import Plan, rescale
from copro.rules.profile import Cell, Profile, profile_of
from copro.rules.ranges import Ranges, ranges_of


@attrs.frozen
class Row:
    """One response that counts.

    Attributes:
        perspective: Where it speaks from.
        side: The side that this perspective stands on.
        people: How many people it counts as: a group as its people where two of them confirm it and
            nobody whose pay depends on the services led it, else as one.
        is_direct: Whether the work is about their own lives.
        pay_depends: Whether they say that somebody who runs or funds the service could end their pay or work.
        ratings: Indicator id to the rating as given.
        values: Indicator id to the rating rescaled to 0..1, reversed ones flipped; rated cells only.
    """

    perspective: str
    side: Side
    people: int
    is_direct: bool
    pay_depends: bool
    ratings: Mapping[str, Rating]
    values: Mapping[str, float]


FEWEST_CONFIRMING = 2
"""How many members of a group must say that an answer is the group's."""

LEADING = frozenset({None, "explaining", "answering"})
"""Help by services that may lead a group's answer."""


def people_in(response: Response, stakeholder: Stakeholder) -> int:
    """How many people a response counts as."""
    led = response.helped_by == "service" and response.helped_how in LEADING
    confirmed = response.members_confirming >= FEWEST_CONFIRMING
    is_own = confirmed and not led and stakeholder.pay_depends != "yes"
    return response.people if response.people is not None and is_own else 1


def is_direct(stakeholder: Stakeholder, perspective: Perspective) -> bool:
    """Whether the work is about somebody's own life: as they say, or as their perspective has it."""
    if perspective.side != "community":
        return False
    return perspective.direct if stakeholder.direct in {None, "rather_not_say"} else stakeholder.direct == "yes"


def scored_responses(assessment: Assessment, framework: Framework) -> list[tuple[Response, str, Side]]:
    """Pick the responses that count, each with its perspective and side.

    Left out are answers given in someone's place, those of people who do not say where they
    speak from, and those of a side that chose not to be scored.
    """
    sides, perspectives = framework.sides, assessment.perspectives
    declined = {note.side for note in assessment.declined}
    return [
        (response, perspective, sides[perspective])
        for response in assessment.responses
        if response.answered != "for_someone"
        and (perspective := perspectives[response.stakeholder]) in sides
        and sides[perspective] not in declined
    ]


def rescale_all(ratings: Mapping[str, Rating], framework: Framework) -> dict[str, float]:
    """Rescale one person's ratings, leaving out those that are unrated."""
    is_reversed = {indicator.id: indicator.reversed for indicator in framework.indicators}
    return {
        indicator: rescale(rating, framework.scale, is_reversed=is_reversed[indicator])
        for indicator, rating in ratings.items()
        if not isinstance(rating, Unrated)
    }


def read_rows(assessment: Assessment, framework: Framework) -> tuple[Row, ...]:
    """Rescale every response that counts."""
    people = {stakeholder.id: stakeholder for stakeholder in assessment.stakeholders}
    places = {perspective.id: perspective for perspective in framework.perspectives}
    return tuple(
        Row(
            perspective,
            side,
            people_in(response, people[response.stakeholder]),
            is_direct(people[response.stakeholder], places[perspective]),
            people[response.stakeholder].pay_depends == "yes",
            response.ratings,
            rescale_all(response.ratings, framework),
        )
        for response, perspective, side in scored_responses(assessment, framework)
    )


def cells_of(rows: Iterable[Row], applicable: Collection[str]) -> dict[str, dict[str, Cell]]:
    """Sort ratings by indicator and perspective, leaving out what does not apply."""
    values: dict[str, dict[str, list[float]]] = {}
    for row in rows:
        for indicator, value in row.values.items():
            if indicator in applicable:
                values.setdefault(indicator, {}).setdefault(row.perspective, []).append(value)
    return {
        indicator: {perspective: Cell(said, len(said)) for perspective, said in by_perspective.items()}
        for indicator, by_perspective in values.items()
    }


@attrs.frozen
class Answers:
    """Some answers, and what they come to.

    Attributes:
        rows: The responses.
        plan: The plan they are counted by.
        cells: Indicator to perspective to what it said.
        knowledge: What applies and is known.
        profile: The figures of what was rated.
        ranges: Where figures may lie.
    """

    rows: tuple[Row, ...]
    plan: Plan
    cells: Mapping[str, Mapping[str, Cell]]
    knowledge: Knowledge
    profile: Profile
    ranges: Ranges

    @classmethod
    def of(cls, rows: Iterable[Row], plan: Plan, taking_part: Mapping[str, int]) -> "Answers":
        """Count answers by a plan."""
        rows = tuple(rows)
        knowledge = knowledge_of(rows, plan, taking_part)
        cells = cells_of(rows, knowledge.applicable)
        profile = profile_of(cells, plan)
        return cls(rows, plan, cells, knowledge, profile, ranges_of(profile, knowledge, plan))

    def counted(self, *, by_person: bool) -> "Answers":
        """The same answers, with each answer or each perspective of a side counting alike."""
        if by_person == self.plan.is_by_person:
            return self
        plan = attrs.evolve(self.plan, is_by_person=by_person)
        profile = profile_of(self.cells, plan)
        ranges = ranges_of(profile, self.knowledge, plan)
        return attrs.evolve(self, plan=plan, profile=profile, ranges=ranges)

    def on(self, side: Side) -> list[Row]:
        """The rows of one side."""
        return [row for row in self.rows if row.side == side]
