"""The gate: what may leave, and for whom."""
