"""How mature: pure functions, model in, model out."""

from copro.scoring.scorecard import score

__all__ = ["score"]
