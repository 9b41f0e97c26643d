"""Whether the ids of a mapping point somewhere, and whether its parts fit together."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from copro.interchange.faults import dangling, fault, items, mapping, steps_hint, unknown
from copro.interchange.strict_json import Pointer
from copro.messages import message
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.values import UNDISCLOSED, is_number


def in_mapping(document: Mapping[str, Any], framework: Framework | None) -> Iterator[Finding]:
    """Say every fault of reference and sense in a mapping document."""
    ratings = list(items(document.get("ratings"), ("ratings",)))
    comments = list(items(document.get("comments"), ("comments",)))
    for questions in (ratings, comments):
        seen: set[str] = set()
        for question, path in questions:
            name = question.get("indicator")
            if isinstance(name, str) and name in seen:
                text = message("Another question is about {name!r} already.", name=name)
                yield fault("duplicate-question", text, (*path, "indicator"))
            elif isinstance(name, str):
                seen.add(name)
    yield from _format_faults(mapping(document.get("date")).get("format"))
    if framework is None:
        return
    ids = [indicator.id for principle in framework.principles for indicator in principle.indicators]
    for question, path in (*ratings, *comments):
        yield from dangling("indicator", [(question.get("indicator"), (*path, "indicator"))], {"indicator": ids})
    places = [*(perspective.id for perspective in framework.perspectives), UNDISCLOSED]
    asked = mapping(document.get("perspective"))
    named = [(asked.get(key), ("perspective", key)) for key in ("several", "always")]
    named += [(place, ("perspective", "answers", text)) for text, place in mapping(asked.get("answers")).items()]
    for name, at in named:
        if isinstance(name, str) and name not in places:
            yield unknown("perspective", name, places, at)
    steps = [step.value for step in framework.scale.steps]
    answers: list[tuple[Any, Pointer]] = [(document.get("answers"), ("answers",))]
    for chosen, at in (*answers, *((question.get("answers"), (*path, "answers")) for question, path in ratings)):
        for text, rating in mapping(chosen).items():
            if is_number(rating) and rating not in steps:
                said = message("{rating} is not a step of the scale.", rating=rating)
                yield fault("not-a-step", said, (*at, text), steps_hint(steps))


def _format_faults(given: Any) -> Iterator[Finding]:
    """Say so where a format of days cannot read what it writes."""
    if not isinstance(given, str):
        return
    day = dt.datetime(2026, 10, 2, tzinfo=dt.UTC)
    try:
        fits = dt.datetime.strptime(day.strftime(given), given).date() == day.date()
    except (ValueError, re.error, IndexError):
        fits = False
    if not fits:
        text = message("{format!r} does not say how a day is written.", format=given)
        hint = message("Write it like %d/%m/%Y: day, month and year, with what stands between them.")
        yield fault("bad-date-format", text, ("date", "format"), hint)
