"""What a framework of one's own costs where it is given to each score, in one run.

Run it with ``.venv/bin/python benchmarks/scoring.py``. Ratios count, not times. Every assessment is
loaded before the clock starts, as in a program that scores many, and is scored once.
"""

import json
import statistics
import time
from pathlib import Path

import attrs

import copro

EXAMPLE = Path(__file__).parents[1] / "examples" / "walk-your-neighbourhood" / "assessment.json"
ROUNDS = 9
MANY = 20


def loaded(framework: copro.Framework) -> list[copro.Assessment]:
    """The example many times, each an object of its own, of a framework."""
    text = json.dumps({**json.loads(EXAMPLE.read_text(encoding="utf-8")), "framework": framework.name})
    found = [copro.loads(text, framework=framework) for _ in range(MANY)]
    return [one for one in found if isinstance(one, copro.Assessment)]


def seconds(framework: copro.Framework, given: copro.Framework | None = None) -> float:
    """The time that it takes to score many assessments of a framework, which is given or not."""
    assessments = loaded(framework)
    started = time.process_time()
    for one in assessments:
        copro.score(one, given)
    return time.process_time() - started


def main() -> None:
    """Print the ratios and whether they hold."""
    core = copro.frameworks.get("copro-core@2026")
    own = attrs.evolve(core, id="own")
    rounds = [(seconds(core), seconds(core, core), seconds(own, own)) for _ in range(ROUNDS + 1)][1:]
    for place, name in ((1, "the framework that ships"), (2, "a framework of one's own")):
        ratio = statistics.median(taken[place] / taken[0] for taken in rounds)
        print(f"score(a, {name}) / score(a): {ratio:.2f} (limit 1.1){'' if ratio <= 1.1 else ': TOO SLOW'}")


if __name__ == "__main__":
    main()
