"""How sure: intervals, how likely each level is, other choices, and change over time."""
