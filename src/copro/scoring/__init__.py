"""How mature: pure functions, model in, model out."""
