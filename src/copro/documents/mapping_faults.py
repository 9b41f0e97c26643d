"""Whether the ids of a mapping point somewhere, and whether its parts fit together."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from copro.documents.faults import dangling, items, mapping, steps_hint, unknown
from copro.documents.pointers import Pointer, finding_at
from copro.messages import message
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.values import UNDISCLOSED, is_number


def in_mapping(document: Mapping[str, Any], framework: Framework | None) -> Iterator[Finding]:
    """Say every fault of reference and sense in a mapping document."""
    ratings = list(items(document.get("ratings"), ("ratings",)))
    comments = list(items(document.get("comments"), ("comments",)))
    for questions in (ratings, comments):
        yield from _asked_twice(questions)
    yield from _format_faults(mapping(document.get("date")).get("format"))
    if framework is None:
        return
    ids = [indicator.id for indicator in framework.indicators]
    for question, path in (*ratings, *comments):
        yield from dangling("indicator", [(question.get("indicator"), (*path, "indicator"))], {"indicator": ids})
    yield from _perspective_faults(mapping(document.get("perspective")), framework)
    yield from _step_faults(document.get("answers"), ("answers",), framework)
    for question, path in ratings:
        yield from _step_faults(question.get("answers"), (*path, "answers"), framework)


def _asked_twice(questions: Iterable[tuple[Mapping[str, Any], Pointer]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for question, path in questions:
        name = question.get("indicator")
        if isinstance(name, str) and name in seen:
            text = message("Another question is about {name!r} already.", name=name)
            yield finding_at("duplicate-question", text, (*path, "indicator"))
        elif isinstance(name, str):
            seen.add(name)


def _perspective_faults(question: Mapping[str, Any], framework: Framework) -> Iterator[Finding]:
    places = [*(perspective.id for perspective in framework.perspectives), UNDISCLOSED]
    named: list[tuple[Any, Pointer]] = [(question.get(key), ("perspective", key)) for key in ("several", "always")]
    named += [(place, ("perspective", "answers", text)) for text, place in mapping(question.get("answers")).items()]
    for name, at in named:
        if isinstance(name, str) and name not in places:
            yield unknown("perspective", name, places, at)


def _step_faults(answers: Any, path: Pointer, framework: Framework) -> Iterator[Finding]:
    steps = [step.value for step in framework.scale.steps]
    for text, rating in mapping(answers).items():
        if is_number(rating) and rating not in steps:
            said = message("{rating} is not a step of the scale.", rating=rating)
            yield finding_at("not-a-step", said, (*path, text), steps_hint(steps))


def _format_faults(given: Any) -> Iterator[Finding]:
    """Say so where a format of days cannot read what it writes."""
    if not isinstance(given, str):
        return
    day = dt.datetime(2026, 10, 2, tzinfo=dt.UTC)
    try:
        read = dt.datetime.strptime(day.strftime(given), given)  # noqa: DTZ007  the day as written is meant
        fits = read.date() == day.date()
    except (ValueError, re.error, IndexError):
        fits = False
    if not fits:
        text = message("{format!r} does not say how a day is written.", format=given)
        hint = message("Write it like %d/%m/%Y: day, month and year, with what stands between them.")
        yield finding_at("bad-date-format", text, ("date", "format"), hint)
