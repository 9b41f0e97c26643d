"""Which side those stand on who hold rights, and who promise."""

from collections.abc import Iterable, Mapping

import attrs

from copro.model.assessment import Assessment
from copro.model.framework import Framework
from copro.model.values import Side


@attrs.frozen
class Parties:
    """Which side each stakeholder and each perspective stands on."""

    sides: Mapping[str, Side]

    @classmethod
    def of(cls, assessment: Assessment, framework: Framework) -> "Parties":
        """Everyone who can be named: the framework's perspectives, and the people of an assessment."""
        sides = framework.sides
        people = {name: sides[place] for name, place in assessment.perspectives.items() if place in sides}
        return cls({**sides, **people})

    def sides_of(self, parties: Iterable[str]) -> frozenset[Side]:
        """The sides that some parties stand on."""
        return frozenset(self.sides[party] for party in parties if party in self.sides)
