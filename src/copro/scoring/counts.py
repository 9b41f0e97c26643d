"""The ways to count voices, under all of which a level must hold."""

from collections.abc import Iterable, Mapping

from copro.model.framework import COUNTS, Count
from copro.rules.plan import Plan
from copro.scoring.answers import Answers

DIRECT: frozenset[Count] = frozenset({"direct_perspectives", "direct_people"})
"""The ways that let direct voices alone speak for the community."""

BY_PERSON: frozenset[Count] = frozenset({"people", "direct_people"})
"""The ways that count each answer of a side alike."""


def count_voices(answers: Answers, counts: Iterable[Count], taking_part: Mapping[str, int]) -> dict[Count, Answers]:
    """Count answers in several ways, that of the policy first, because its figures are shown.

    Where direct voices alone speak for the community, what applies and what is known is worked out
    from them; the services' side is always whole.

    Args:
        answers: The answers, counted as the policy says.
        counts: The ways to count.
        taking_part: How many people take part in all, by side.

    Returns:
        The answers, counted in each way.
    """
    heard = [row for row in answers.rows if row.side != "community" or row.is_direct]
    direct = answers if len(heard) == len(answers.rows) else Answers.of(heard, answers.plan, taking_part)
    return {
        count: (direct if count in DIRECT else answers).counted(by_person=count in BY_PERSON)
        for count in in_order(counts, answers.plan)
    }


def in_order(counts: Iterable[Count], plan: Plan) -> list[Count]:
    """The ways to count: that of the policy first, because its figures are shown."""
    own: Count = "people" if plan.is_by_person else "perspectives"
    return sorted(counts, key=lambda count: (count != own, COUNTS.index(count)))
