"""Remarks become findings: what they name by ids is pointed at."""

from collections.abc import Iterable, Mapping
from typing import Any

from copro.documents.pointers import Pointer, finding_at
from copro.model.finding import Finding
from copro.model.remark import NamePath, Remark, named_items


def as_findings(remarks: Iterable[Remark], *values: Any) -> tuple[Finding, ...]:
    """Turn remarks into findings, in the same order.

    Args:
        remarks: What there is to say.
        values: The model values that the remarks are about, such as an assessment and its framework;
            a place is in the first of them that has a field of its first name.

    Returns:
        Findings, each with the JSON Pointer of its place in that value's document.

    >>> from copro.model.framework import Scale, Step
    >>> scale = Scale(steps=[Step(value=0, name="No"), Step(value=1, name="Yes")])
    >>> remark = Remark(code="placeholder-left", text="Not yet written.", place=("steps", 2, "name"))
    >>> as_findings([remark], scale)[0].pointer
    '/steps/1/name'
    """
    indexes: dict[int, dict[str | int, int]] = {}
    return tuple(
        finding_at(remark.code, remark.text, _path(remark.place, values, indexes), remark.hint) for remark in remarks
    )


def _path(place: NamePath, values: Iterable[Any], indexes: dict[int, dict[str | int, int]]) -> Pointer:
    """A place with the indexes of items instead of their names; ``indexes`` keeps those of each list."""
    at = next((value for value in values if place and hasattr(value, str(place[0]))), None)
    path: list[str | int] = []
    for name in place:
        if isinstance(at, tuple):
            if id(at) not in indexes:
                indexes[id(at)] = {found: index for index, (found, _) in enumerate(named_items(at))}
            index = indexes[id(at)][name]
            path.append(index)
            at = at[index]
        else:
            path.append(name)
            at = at.get(name) if isinstance(at, Mapping) else getattr(at, str(name), None)
    return tuple(path)
