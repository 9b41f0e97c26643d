"""How tests ask what is wrong with a document."""

from typing import Any

import copro


def faults(source: Any, framework: copro.Framework | None = None) -> tuple[copro.Finding, ...]:
    """The errors and warnings of a document, without advice on how to make it better."""
    return tuple(found for found in copro.validate(source, framework=framework) if found.severity != "advice")
