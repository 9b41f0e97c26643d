"""What certainty costs, against one plain score and against another program's alpha, in one run.

Run it with ``.venv/bin/python benchmarks/certainty.py``. Ratios count, not times.
"""

import random
import statistics
import time
from collections.abc import Callable

import krippendorff
import numpy as np

import copro
from copro.scoring.agreement import alpha
from copro.scoring.scorecard import score
from copro.uncertainty.intervals import certainty

ROUNDS = 15


def seconds(work: Callable[[], object], times: int) -> float:
    """The time of one call, in seconds."""
    started = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - started) / times


def assessment(framework: copro.Framework) -> copro.Assessment:
    """Twelve respondents, six a side, who rate all 36 indicators of the core."""
    draw = random.Random(1)
    perspectives = (
        ["people-using-services"] * 4 + ["family-carers"] * 2 + ["practitioners"] * 4 + ["decision-makers"] * 2
    )
    ids = [indicator.id for principle in framework.principles for indicator in principle.indicators]
    return copro.Assessment(
        id="twelve",
        title="Twelve respondents",
        framework=framework.name,
        initiative=copro.Initiative(id="twelve", name="Twelve"),
        stakeholders=[copro.Stakeholder(id=f"r{n}", perspective=p) for n, p in enumerate(perspectives)],
        responses=[
            copro.Response(stakeholder=f"r{n}", ratings={name: draw.randint(0, 4) for name in ids})
            for n in range(len(perspectives))
        ],
    )


def ratio(ours: Callable[[], object], theirs: Callable[[], object], times: int) -> float:
    """The median, over rounds, of our time over theirs, the two taking turns."""
    ours(), theirs()
    return statistics.median(seconds(ours, times) / seconds(theirs, times) for _ in range(ROUNDS))


def main() -> None:
    """Print the two ratios and whether they hold."""
    framework = copro.frameworks.get("copro-core@2026")
    twelve = assessment(framework)
    card = score(twelve, framework)
    against_score = ratio(lambda: certainty(card, twelve, framework, 2000), lambda: score(twelve, framework), 3)
    draw = random.Random(2)
    table = [[draw.randint(0, 4) for _ in range(36)] for _ in range(12)]
    units = [[column.count(step) for step in range(5)] for column in zip(*table, strict=True)]
    values = np.array(table, dtype=float)
    against_package = ratio(
        lambda: alpha(units), lambda: krippendorff.alpha(values, level_of_measurement="ordinal"), 200
    )
    print(f"2,000 replicates cost {against_score:.1f} plain scores (at most 40: {against_score <= 40})")
    print(f"alpha costs {against_package:.2f} of the krippendorff package's (at most 1: {against_package <= 1})")


if __name__ == "__main__":
    main()
