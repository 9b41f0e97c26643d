"""How many examples a law gets: one profile for each need, chosen with ``--hypothesis-profile``.

``quick`` and ``check`` try the same examples in every run, on every machine; ``prove`` and
``explore`` draw them from a seed, which ``tasks.py`` names. Nothing is kept between runs, nothing
depends on how quick a machine is, and a law that fails prints how to repeat it.
"""

from hypothesis import HealthCheck, settings

EXAMPLES = {"quick": 8, "check": 40, "prove": 250, "explore": 100}

for _name, _examples in EXAMPLES.items():
    settings.register_profile(
        _name,
        max_examples=_examples,
        derandomize=_name in {"quick", "check"},
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],  # a slow machine is no fault of what is tested
    )
settings.load_profile("quick")


def scaled(factor: float) -> settings:
    """More examples than other laws get, or fewer; never a fixed number, so that every profile counts."""
    return settings(max_examples=max(2, round(factor * settings().max_examples)))
