"""The frameworks, vocabularies and crosswalks that ship with the library."""

import importlib.resources
import json
from functools import cache
from importlib.resources.abc import Traversable
from typing import TypeVar

from copro.documents.structure import from_document
from copro.errors import UnknownIdError
from copro.model.crosswalk import Crosswalk
from copro.model.framework import Framework
from copro.model.suggest import nearest
from copro.model.vocabulary import Vocabulary

D = TypeVar("D", Framework, Vocabulary, Crosswalk)


@cache
def _files(folder: str) -> dict[str, Traversable]:
    """The files of a folder of data, each under the ``id@edition`` that its name says."""
    files = importlib.resources.files("copro") / "data" / folder
    found = {}
    for file in sorted(files.iterdir(), key=lambda file: file.name) if files.is_dir() else ():
        head, _, edition = file.name.removesuffix(".json").rpartition("-")
        found[f"{head}@{edition}"] = file
    return found


def _load(cls: type[D], noun: str, folder: str, name: str) -> D:
    """Read the file of this name; ``noun`` is what a message calls what it holds."""
    files = _files(folder)
    if name not in files:
        raise UnknownIdError(noun, name, nearest(name, files))
    found = from_document(json.loads(files[name].read_text(encoding="utf-8")))
    if not isinstance(found, cls):
        raise TypeError(f"{name} is not a {noun}")  # a fault of this package, never of its user
    return found


def names() -> tuple[str, ...]:
    """The full names, ``id@edition``, of the frameworks that ship with the library.

    >>> "copro-core@2026" in names()
    True
    """
    return tuple(_files("frameworks"))


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
    return _load(Framework, "framework", "frameworks", name)


@cache
def vocabulary(name: str) -> Vocabulary:
    """Return a vocabulary that ships with the library.

    Args:
        name: Its full name, ``id@edition``.

    Returns:
        The vocabulary; always the same object.

    Raises:
        UnknownIdError: If none has this name; its ``suggestion`` is the nearest one.
    """
    return _load(Vocabulary, "vocabulary", "vocabularies", name)


def vocabulary_names() -> tuple[str, ...]:
    """The full names, ``id@edition``, of the vocabularies that ship with the library."""
    return tuple(_files("vocabularies"))


def vocabularies() -> tuple[Vocabulary, ...]:
    """Return every vocabulary that ships with the library, by name."""
    return tuple(vocabulary(name) for name in vocabulary_names())


@cache
def crosswalks() -> tuple[Crosswalk, ...]:
    """Return every crosswalk that ships with the library, by id."""
    found = [_load(Crosswalk, "crosswalk", "crosswalks", name) for name in _files("crosswalks")]
    return tuple(sorted(found, key=lambda one: one.id))


def find(name: str) -> Framework | Vocabulary | Crosswalk:
    """Return what ships with the library under a name, whichever kind it is.

    Args:
        name: ``id@edition`` of a framework or vocabulary, or the id of a crosswalk.

    Returns:
        The framework, vocabulary or crosswalk.

    Raises:
        UnknownIdError: If nothing has this name; its ``suggestion`` is the nearest one.

    >>> find("copro-core@2026").title
    'Co-production core'
    """
    walks = {walk.id: walk for walk in crosswalks()}
    if name in _files("frameworks"):
        return get(name)
    if name in _files("vocabularies"):
        return vocabulary(name)
    if name in walks:
        return walks[name]
    guess = nearest(name, (*_files("frameworks"), *_files("vocabularies"), *walks))
    raise UnknownIdError("framework, vocabulary or crosswalk", name, guess)


def all() -> tuple[Framework, ...]:  # noqa: A001  read as frameworks.all()
    """Return every framework that ships with the library, by name."""
    return tuple(get(name) for name in names())


def starting_file() -> str:
    """The text of a small framework, without faults, for somebody to write their own words into.

    >>> '"id": "our-framework"' in starting_file()
    True
    """
    file = importlib.resources.files("copro") / "data" / "start" / "framework.json"
    return file.read_text(encoding="utf-8")
