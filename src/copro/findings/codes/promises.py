"""Findings about the history of a promise."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "impossible-event",
        "error",
        means=marked('This cannot happen to a promise in that state, such as "kept" before anybody accepted it.'),
        why="The record would tell a story that did not happen.",
        do=marked("Record what happened before it, or correct the event."),
        see="[The table of events](../../explanation/power.md#the-table-of-events) says what may follow what.",
        example=Example(
            "an assessment",
            wrong="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "staff"},
              {"event": "kept", "date": "2026-03-01", "by": "members"}
            ]}]}
            """,
            place="`/commitments/0/events/1/event`",
            right="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "staff"},
              {"event": "accepted", "date": "2026-01-20", "by": "members"},
              {"event": "kept", "date": "2026-03-01", "by": "members"}
            ]}]}
            """,
        ),
    ),
    Code(
        "wrong-party",
        "error",
        means=marked(
            "The act is not theirs. Only those who made a promise can change it; only those whom it was made to can accept or judge it."
        ),
        why="Nobody should mark their own homework.",
        do=marked("Correct `by`, or record who really did it."),
        example=Example(
            "an assessment",
            wrong="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "staff"},
              {"event": "accepted", "date": "2026-01-20", "by": "staff"}
            ]}]}
            """,
            place="`/commitments/0/events/1/by`",
            right="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "staff"},
              {"event": "accepted", "date": "2026-01-20", "by": "members"}
            ]}]}
            """,
        ),
    ),
    Code(
        "judge-made-promise",
        "error",
        means=marked("Whoever judges the promise is one of those who made it."),
        why="It can happen where a promise is made by and to the same people. Nobody should mark their own homework.",
        do=marked("Let somebody else judge it, whom it was made to."),
        example=Example(
            "an assessment",
            wrong="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["m1"], "to": ["m1", "m2"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "m1"},
              {"event": "accepted", "date": "2026-01-20", "by": "m2"},
              {"event": "kept", "date": "2026-03-01", "by": "m1"}
            ]}]}
            """,
            place="`/commitments/0/events/2/by`",
            right="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["m1"], "to": ["m1", "m2"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "m1"},
              {"event": "accepted", "date": "2026-01-20", "by": "m2"},
              {"event": "kept", "date": "2026-03-01", "by": "m2"}
            ]}]}
            """,
        ),
    ),
    Code(
        "judge-same-organisation",
        "error",
        means=marked("Whoever judges the promise is of an organisation that made it."),
        why="A colleague is not free to say that it was broken.",
        do=marked("Let somebody from outside that organisation judge it."),
        example=Example(
            "an assessment",
            wrong="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["s1"], "to": ["s2", "members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "s1"},
              {"event": "accepted", "date": "2026-01-20", "by": "s2"},
              {"event": "kept", "date": "2026-03-01", "by": "s2"}
            ]}]}
            """,
            place="`/commitments/0/events/2/by`",
            right="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["s1"], "to": ["s2", "members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "s1"},
              {"event": "accepted", "date": "2026-01-20", "by": "s2"},
              {"event": "kept", "date": "2026-03-01", "by": "members"}
            ]}]}
            """,
        ),
    ),
    Code(
        "already-judged",
        "error",
        means=marked("The same person or perspective judges the promise a second time."),
        why="One voice could outlast the others by judging again and again.",
        do=marked(
            "Keep the first judgement. Another whom it was made to can say otherwise: then the promise is disputed."
        ),
        example=Example(
            "an assessment",
            wrong="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "staff"},
              {"event": "accepted", "date": "2026-01-20", "by": "members"},
              {"event": "kept", "date": "2026-03-01", "by": "members"},
              {"event": "kept", "date": "2026-04-01", "by": "members"}
            ]}]}
            """,
            place="`/commitments/0/events/3/by`",
            right="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "staff"},
              {"event": "accepted", "date": "2026-01-20", "by": "members"},
              {"event": "kept", "date": "2026-03-01", "by": "members"}
            ]}]}
            """,
        ),
    ),
    Code(
        "missing-reason",
        "error",
        means=marked(
            "A promise was changed, withdrawn or broken, and nothing says why. A scorecard without a level needs a reason as well."
        ),
        why="Without the reason nobody learns from it, and people are left to guess.",
        do=marked("Add a `reason`, in the words of whoever did it or saw it."),
        example=Example(
            "an assessment",
            wrong="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "staff"},
              {"event": "accepted", "date": "2026-01-20", "by": "members"},
              {"event": "broken", "date": "2026-03-01", "by": "members"}
            ]}]}
            """,
            place="`/commitments/0/events/2`",
            right="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "staff"},
              {"event": "accepted", "date": "2026-01-20", "by": "members"},
              {"event": "broken", "date": "2026-03-01", "by": "members", "reason": "They came weeks later."}
            ]}]}
            """,
        ),
    ),
    Code(
        "event-out-of-order",
        "error",
        means=marked("The event is dated before one above it."),
        why="The order of events decides what became of the promise.",
        do=marked("Put the events in the order in which they happened, or correct the date."),
        example=Example(
            "an assessment",
            wrong="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "staff"},
              {"event": "accepted", "date": "2026-01-05", "by": "members"}
            ]}]}
            """,
            place="`/commitments/0/events/1/date`",
            right="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "by": "staff"},
              {"event": "accepted", "date": "2026-01-20", "by": "members"}
            ]}]}
            """,
        ),
    ),
)
