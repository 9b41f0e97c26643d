"""What it costs to check a document and to say where its faults are, in one run.

Run it with ``.venv/bin/python benchmarks/documents.py``. Ratios count, not times. The plain ways
are what a program would otherwise do: the schema alone, and a reader in Python that keeps places.
"""

import json
import json.decoder
import json.scanner
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import copro
from copro.documents.places import Places
from copro.documents.schemas import validator

EXAMPLE = Path(__file__).parents[1] / "examples" / "walk-your-neighbourhood" / "assessment.json"
ROUNDS = 9
PEOPLE = 2000


def seconds(work: Callable[[], object]) -> float:
    """The time of one call, in seconds."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def ratio(ours: Callable[[], object], theirs: Callable[[], object]) -> float:
    """The median, over rounds, of our time over theirs, the two taking turns."""
    ours(), theirs()
    return statistics.median(seconds(ours) / seconds(theirs) for _ in range(ROUNDS))


def large() -> dict[str, Any]:
    """The example with many more people, each with the answers of one who is there."""
    document: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    person, response = document["stakeholders"][0], document["responses"][0]
    for number in range(PEOPLE):
        document["stakeholders"].append({**person, "id": f"more-{number}"})
        document["responses"].append({**response, "stakeholder": f"more-{number}"})
    return document


def reader_in_python() -> json.JSONDecoder:
    """A decoder whose every step is Python, as a reader must be that keeps places."""
    decoder = json.JSONDecoder()
    decoder.parse_string = json.decoder.py_scanstring
    decoder.scan_once = json.scanner.py_make_scanner(decoder)
    return decoder


def main() -> None:
    """Print the ratios and whether they hold."""
    text = json.dumps(large(), indent=2)
    path = ("responses", PEOPLE, "ratings", "power-decide")
    document, schema, slow = json.loads(text), validator("assessment"), reader_in_python()

    def place() -> tuple[int, int]:
        return Places(text).find(path)

    print(f"A document of {len(text) / 1e6:.1f} MB, {PEOPLE} people.")
    for name, found, limit in (
        ("the place of one fault / reading the document", ratio(place, lambda: json.loads(text)), 2.5),
        ("the place of one fault / a reader in Python that keeps places", ratio(place, lambda: slow.decode(text)), 0.3),
        (
            "validate / the schema alone",
            ratio(lambda: copro.validate(text.encode()), lambda: list(schema.iter_errors(document))),
            2.0,
        ),
    ):
        print(f"{name}: {found:.2f} (limit {limit}){'' if found <= limit else ': TOO SLOW'}")


if __name__ == "__main__":
    main()
