"""The frameworks that ship with the library."""

import importlib.resources
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from copro.errors import UnknownIdError
from copro.interchange.structure import from_document
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.suggest import nearest


@cache
def _files() -> dict[str, Traversable]:
    folder = importlib.resources.files("copro") / "data" / "frameworks"
    found = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        head, _, edition = file.name.removesuffix(".json").rpartition("-")
        found[f"{head}@{edition}"] = file
    return found


def names() -> tuple[str, ...]:
    """The full names, ``id@edition``, of the frameworks that ship with the library.

    >>> "copro-core@2026" in names()
    True
    """
    return tuple(_files())


@cache
def get(name: str) -> Framework:
    """Return a framework that ships with the library.

    Args:
        name: Its full name, ``id@edition``.

    Returns:
        The framework; always the same object.

    Raises:
        UnknownIdError: If none has this name; its ``suggestion`` is the nearest one.

    >>> len(get("copro-core@2026").principles)
    12
    """
    files = _files()
    if name not in files:
        raise UnknownIdError("framework", name, nearest(name, files))
    framework = from_document(json.loads(files[name].read_text(encoding="utf-8")))
    if not isinstance(framework, Framework):
        raise TypeError(f"{name} is not a framework")  # a fault of this package, never of its user
    return framework


def named_in(
    document: Mapping[str, Any], given: Framework | None = None
) -> tuple[Framework | None, tuple[Finding, ...]]:
    """Find the framework that an assessment document names.

    Args:
        document: The assessment document.
        given: A framework of the user's own, which must then be the one named.

    Returns:
        The framework, or ``None`` with the finding that says why.
    """
    name = document.get("framework")
    if not isinstance(name, str):
        return None, ()  # the schema says so
    if given is not None and given.name == name:
        return given, ()
    if given is not None:
        message = f"The assessment names {name!r}, but the framework given is {given.name!r}."
        hint = "Give the framework that the assessment names."
        return None, (Finding(code="framework-mismatch", message=message, hint=hint, pointer="/framework"),)
    if name in _files():
        return get(name), ()
    guess = nearest(name.partition("@")[0], [shipped.partition("@")[0] for shipped in _files()])
    meant = next((shipped for shipped in _files() if guess and shipped.startswith(f"{guess}@")), None)
    hint = f"Did you mean {meant!r}?" if meant else "Give the file of a framework of your own with --framework."
    message = f"{name!r} is not a framework that ships with copro, and none was given."
    return None, (Finding(code="unknown-framework", message=message, hint=hint, pointer="/framework"),)


def altered(document: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Say so when a checked framework document carries a shipped name with other content."""
    name = f"{document['id']}@{document['edition']}"
    if name not in _files() or from_document(document) == get(name):
        return ()
    message = f"{name} ships with copro, and this file says something else under that name."
    return (
        Finding(
            code="framework-altered", message=message, hint="Give it an id and edition of your own.", pointer="/id"
        ),
    )


def all() -> tuple[Framework, ...]:  # noqa: A001  read as frameworks.all()
    """Return every framework that ships with the library, by name."""
    return tuple(get(name) for name in names())
