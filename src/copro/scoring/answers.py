"""The answers that count, rescaled and sorted by who gave them."""

from collections.abc import Iterable, Mapping

import attrs

from copro.model.assessment import Assessment, Response
from copro.model.framework import Framework, Policy
from copro.model.values import Rating, Side, Unrated
from copro.rules.plan import Plan, rescale
from copro.rules.profile import Cell, Profile, profile_of


@attrs.frozen
class Row:
    """One response that counts.

    Attributes:
        perspective: Where it speaks from.
        side: The side that this perspective stands on.
        people: How many people it speaks for.
        ratings: Indicator id to the rating as given.
        values: Indicator id to the rating rescaled to 0..1, reversed ones flipped; rated cells only.
    """

    perspective: str
    side: Side
    people: int
    ratings: Mapping[str, Rating]
    values: Mapping[str, float]


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
    return tuple(
        Row(perspective, side, response.people or 1, response.ratings, rescale_all(response.ratings, framework))
        for response, perspective, side in scored_responses(assessment, framework)
    )


@attrs.frozen
class Answers:
    """All answers that count.

    Attributes:
        rows: The responses.
        policy: The policy of the framework.
        cells: Indicator to perspective to what it said.
        profile: What they come to.
    """

    rows: tuple[Row, ...]
    policy: Policy
    cells: Mapping[str, Mapping[str, Cell]]
    profile: Profile

    @classmethod
    def of(cls, rows: Iterable[Row], policy: Policy, plan: Plan) -> "Answers":
        """Sort rows by indicator and perspective, and work out what they come to."""
        rows = tuple(rows)
        values: dict[str, dict[str, list[float]]] = {}
        for row in rows:
            for indicator, value in row.values.items():
                values.setdefault(indicator, {}).setdefault(row.perspective, []).append(value)
        cells = {
            indicator: {perspective: Cell(said, len(said)) for perspective, said in by_perspective.items()}
            for indicator, by_perspective in values.items()
        }
        return cls(rows, policy, cells, profile_of(cells, plan))

    def on(self, side: Side) -> list[Row]:
        """The rows of one side."""
        return [row for row in self.rows if row.side == side]
