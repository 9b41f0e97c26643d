"""The answers that count, rescaled and sorted by who gave them."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from copro.model.assessment import Assessment, Response
from copro.model.framework import Framework, Indicator, Policy
from copro.model.values import Rating, Side, Unrated
from copro.scoring.means import mean, weighted_mean


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


def rescale(rating: float, lowest: float, highest: float, *, is_reversed: bool = False) -> float:
    """Place a rating on 0 to 1: (x - min) / (max - min), or 1 minus that where reversed.

    >>> rescale(3, 0, 4), rescale(3, 0, 4, is_reversed=True)
    (0.75, 0.25)
    """
    place = (rating - lowest) / (highest - lowest)
    return 1 - place if is_reversed else place


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
    lowest, highest = framework.scale.lowest, framework.scale.highest
    is_reversed = {indicator.id: indicator.reversed for indicator in framework.indicators}
    return {
        indicator: rescale(rating, lowest, highest, is_reversed=is_reversed[indicator])
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
    """All answers that count, ready to be averaged by indicator, perspective and side."""

    rows: tuple[Row, ...]
    policy: Policy
    _values: Mapping[str, Mapping[str, Sequence[float]]]
    _sides: Mapping[str, Side]

    @classmethod
    def of(cls, rows: Iterable[Row], policy: Policy) -> "Answers":
        """Sort rows by indicator and perspective."""
        rows = tuple(rows)
        values: dict[str, dict[str, list[float]]] = {}
        for row in rows:
            for indicator, value in row.values.items():
                values.setdefault(indicator, {}).setdefault(row.perspective, []).append(value)
        return cls(rows, policy, values, {row.perspective: row.side for row in rows})

    def on(self, side: Side) -> list[Row]:
        """The rows of one side."""
        return [row for row in self.rows if row.side == side]

    def perspective_value(self, indicator: str, perspective: str) -> float | None:
        """One perspective's value for an indicator: the mean of its rescaled ratings."""
        values = self._values.get(indicator, {}).get(perspective)
        return mean(values) if values else None

    def side_value(self, indicator: str, side: Side) -> float | None:
        """One side's value for an indicator: each perspective once, or each response once."""
        groups = [
            values
            for perspective, values in self._values.get(indicator, {}).items()
            if self._sides[perspective] == side
        ]
        if not groups:
            return None
        if self.policy.voice.within_side == "people":
            return mean([value for values in groups for value in values])
        return mean([mean(values) for values in groups])

    def pooled_value(self, indicator: str) -> float | None:
        """The value of an indicator when every response counts the same, whatever its side."""
        values = [value for group in self._values.get(indicator, {}).values() for value in group]
        return mean(values) if values else None

    def side_score(self, indicators: Sequence[Indicator], side: Side) -> float | None:
        """One side's score: the weighted mean of its values over the indicators it rated."""
        return _over_rated(indicators, [self.side_value(i.id, side) for i in indicators])

    def pooled_score(self, indicators: Sequence[Indicator]) -> float | None:
        """The score when every response counts the same, whatever its side."""
        return _over_rated(indicators, [self.pooled_value(i.id) for i in indicators])


def _over_rated(indicators: Sequence[Indicator], values: Sequence[float | None]) -> float | None:
    rated = [(value, i.weight) for i, value in zip(indicators, values, strict=True) if value is not None]
    if len(rated) == 1:
        return rated[0][0]
    return weighted_mean([value for value, _ in rated], [weight for _, weight in rated]) if rated else None
