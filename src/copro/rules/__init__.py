"""The arithmetic, once: plan, row rules and reducers."""
