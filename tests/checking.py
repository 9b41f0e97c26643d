"""How tests ask what is wrong with a document."""

from typing import Any

import copro

ABOUT_ANSWERS = frozenset({"no-direct-voice", "may-identify-someone"})
"""Warnings about what people said and who answered; a document with them is as valid as any."""


def faults(source: Any, framework: copro.Framework | None = None) -> tuple[copro.Finding, ...]:
    """The errors of a document and the warnings about its form, without what is worth thinking about."""
    found = copro.validate(source, framework=framework)
    return tuple(each for each in found if each.severity != "advice" and each.code not in ABOUT_ANSWERS)
