"""Point what is wrong with a document at the cells that it came from."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from copro.documents.pointers import is_about_key, pointer_path
from copro.model.finding import Finding
from copro.tables.grids import Place

KEY = "\0key"
"""Stands for the name of a value, where that was read from another cell than the value."""


def at_cells(
    findings: Iterable[Finding], places: Mapping[tuple[str, ...], Place], told: Iterable[Finding], file: str
) -> Iterator[Finding]:
    """Point findings about a document at the cells that it came from.

    Args:
        findings: What is wrong with the document.
        places: The cell of each of its values.
        told: What is known of the cells already; nothing more is said of these.
        file: The file, where no cell is known.
    """
    said: set[tuple[Place, str, str]] = set()
    known = {place_of(finding) for finding in told if finding.severity == "error"}
    for finding in findings:
        path = tuple(map(str, pointer_path(finding.pointer)))
        if is_about_key(finding, path) and (*path, KEY) in places:
            path = (*path, KEY)
        while path and path not in places:
            path = path[:-1]
        place = places.get(path, Place(file=file))
        if place not in known and (place, finding.code, finding.message) not in said:
            said.add((place, finding.code, finding.message))
            yield attrs.evolve(
                finding, pointer="" if place.cell or place.line else finding.pointer, **attrs.asdict(place)
            )


def place_of(finding: Finding) -> Place:
    """The place that a finding is at."""
    return Place(**{field.name: getattr(finding, field.name) for field in attrs.fields(Place)})
