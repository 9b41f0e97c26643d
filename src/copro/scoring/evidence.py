"""What answers and promises rest on."""

import datetime as dt
from collections import defaultdict

from copro.model.assessment import Assessment
from copro.model.framework import Framework
from copro.model.scorecard import Support


def evidence_of(assessment: Assessment, framework: Framework, as_of: dt.date | None = None) -> tuple[Support, ...]:
    """Say of each piece of evidence which statements and promises rest on it.

    Who named it is left out, and so is what a side named that chose not to be scored.

    Args:
        assessment: The assessment.
        framework: The framework that it names.
        as_of: The last day whose events of promises are looked at; left out, all of them are.

    Returns:
        The evidence in the order recorded; what rests on each piece in the order of the framework
        and of the promises.
    """
    rated = _named_in_answers(assessment, framework)
    promised = _named_in_events(assessment, as_of)
    order = {indicator.id: place for place, indicator in enumerate(framework.indicators)}
    return tuple(
        Support(
            id=piece.id,
            kind=piece.kind,
            title=piece.title,
            date=piece.date,
            valid_until=piece.valid_until,
            url=piece.url,
            by=piece.by,
            note=piece.note,
            shareable=piece.shareable,
            indicators=sorted(rated[piece.id] & order.keys(), key=order.__getitem__),
            commitments=promised[piece.id],
        )
        for piece in assessment.evidence
    )


def _named_in_answers(assessment: Assessment, framework: Framework) -> defaultdict[str, set[str]]:
    """The indicators that people named each piece of evidence for."""
    declined = {note.side for note in assessment.declined}
    perspectives, sides = assessment.perspectives, framework.sides
    named: defaultdict[str, set[str]] = defaultdict(set)
    for response in assessment.responses:
        if sides.get(perspectives[response.stakeholder]) not in declined:
            for indicator, pieces in response.evidence.items():
                for piece in pieces:
                    named[piece].add(indicator)
    return named


def _named_in_events(assessment: Assessment, as_of: dt.date | None) -> defaultdict[str, list[str]]:
    """The commitments whose events named each piece of evidence."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for commitment in assessment.commitments:
        events = [event for event in commitment.events if as_of is None or event.date <= as_of]
        for piece in dict.fromkeys(piece for event in events for piece in event.evidence):
            named[piece].append(commitment.id)
    return named
