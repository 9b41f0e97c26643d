"""What certainty costs, and whether it keeps its word.

Run it with ``.venv/bin/python benchmarks/certainty.py``. It prints what certainty costs against one
plain score, and alpha against another program's, where ratios count, not times; then the table of
the certainty page, from 1,000 made-up initiatives of each design, which takes some minutes.
``benchmarks/certainty.py 100`` makes up fewer.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import krippendorff
import numpy as np

import copro
from copro.scoring.agreement import alpha
from copro.scoring.scorecard import score
from copro.uncertainty.intervals import certainty

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from simulation import DESIGNS, Found, simulate

ROUNDS = 15

COLUMNS = {
    "score": "overall",
    "gap": "gap",
    "side": "side",
    "principle": "principle of a side",
    "too_few": "no overall interval",
    "too_few_sides": "no interval of a side",
    "false_gaps": "false gap of a principle",
    "false_overall": "false overall gap",
    "false_changes": "false change of a principle",
    "false_overall_changes": "false overall change",
}
"""What the table calls what is found."""


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


def holds(found: Found) -> bool:
    """Whether intervals hold the truth in at least 92 of 100, and gaps are false in at most 5 of 100."""
    shares = (found.score, found.gap, found.side)
    return all(not share < 0.92 for share in shares) and found.false_gaps <= 0.05 and found.false_changes <= 0.05


def table(runs: int) -> None:
    """Print the table of the certainty page."""
    print(f"| {runs} of each | {' | '.join(COLUMNS.values())} |")
    print(f"|---|{'---|' * len(COLUMNS)}")
    kept = True
    for design in DESIGNS:
        found = simulate(design, runs)
        cells = ["-" if share != share else f"{share:.3f}".lstrip("0") for share in found]  # noqa: PLR0124  not a number
        print(f"| {design.name} | {' | '.join(cells)} |", flush=True)
        kept &= holds(found)
    print(f"At least .92 hold the truth, at most .05 are false: {kept}")


def costs() -> None:
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
    costs()
    table(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
