"""What to keep in mind when one initiative is compared over time. One function a code."""

import itertools
from collections.abc import Iterator, Sequence

from copro.messages import message, say
from copro.model.assessment import Assessment
from copro.model.framework import Framework
from copro.model.remark import Remark
from copro.model.scorecard import Scorecard


def advice_on_comparison(
    cards: Sequence[Scorecard], assessments: Sequence[Assessment] = (), framework: Framework | None = None
) -> Iterator[Remark]:
    """Say what keeps the scorecards of one initiative from saying the whole of what changed.

    Args:
        cards: Two scorecards or more, in the order in which they are compared.
        assessments: The assessments behind them, where they are at hand.
        framework: The framework that these name.

    Yields:
        Remarks on each scorecard and the one after it, then on all of them.
    """
    for earlier, later in itertools.pairwise(cards):
        yield from different_policy(earlier, later)
        yield from different_perspectives(earlier, later)
        yield from no_intervals(earlier, later)
    if framework is not None:
        yield from usual_suspects(assessments, framework)


def different_policy(earlier: Scorecard, later: Scorecard) -> Iterator[Remark]:
    """Scorecards that came about by different rules."""
    if earlier.policy != later.policy:
        yield Remark(
            code="different-policy",
            text=message(
                "{earlier} and {later} were scored by different policies, so part of a change may come from that.",
                earlier=earlier.assessment.id,
                later=later.assessment.id,
            ),
            hint=message("Score both with the same framework file."),
        )


def different_perspectives(earlier: Scorecard, later: Scorecard) -> Iterator[Remark]:
    """Perspectives whose answers count in one scorecard and not in the other."""
    gone, new = _heard(earlier, later), _heard(later, earlier)
    if gone and new:
        text = message(
            "Different perspectives answered: only the earlier heard {gone}; only the later heard {new}. "
            "Part of a change may come from that.",
            gone=gone,
            new=new,
        )
    elif gone:
        text = message(
            "Different perspectives answered: only the earlier heard {gone}. Part of a change may come from that.",
            gone=gone,
        )
    elif new:
        text = message(
            "Different perspectives answered: only the later heard {new}. Part of a change may come from that.",
            new=new,
        )
    else:
        return
    yield Remark(code="different-perspectives", text=text)


def _heard(card: Scorecard, other: Scorecard) -> str:
    """The names of the perspectives whose answers count here and not in another scorecard."""
    there = {voice.perspective for voice in other.voices if voice.rated}
    return ", ".join(
        say(voice.name or voice.perspective, card.framework.language)
        for voice in card.voices
        if voice.rated and voice.perspective not in there
    )


def no_intervals(earlier: Scorecard, later: Scorecard) -> Iterator[Remark]:
    """Scorecards of which not both say how sure they are."""
    if earlier.certainty is None or later.certainty is None:
        yield Remark(
            code="no-intervals",
            text=message(
                "{earlier} and {later} do not both say how sure they are, so no change can be called clear.",
                earlier=earlier.assessment.id,
                later=later.assessment.id,
            ),
            hint=message("Make the scorecards with copro.certainty(), or give the assessments themselves."),
        )


def usual_suspects(assessments: Sequence[Assessment], framework: Framework) -> Iterator[Remark]:
    """The same few people who answer for the community every time.

    Counted by stakeholder id, within one initiative only: those who answered in every assessment,
    against all who ever did. Two thirds or more is worth telling.

    Args:
        assessments: The assessments of one initiative; one alone says nothing.
        framework: The framework that they name.
    """
    sides = framework.sides
    answered = []
    for assessment in assessments:
        community = {s.id for s in assessment.stakeholders if sides.get(s.perspective) == "community"}
        gave = {response.stakeholder for response in assessment.responses if response.answered != "for_someone"}
        answered.append(gave & community)
    ever, always = set().union(*answered), set.intersection(*answered) if answered else set()
    if len(assessments) < 2 or len(always) * 3 < len(ever) * 2 or not always:
        return
    yield Remark(
        code="usual-suspects",
        text=message(
            "{always} of the {ever} who answered for the community answered every time.",
            always=len(always),
            ever=len(ever),
        ),
        hint=message("Ask others as well: renew places, and ask people who left why they did."),
    )
