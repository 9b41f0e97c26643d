"""The frameworks, vocabularies and crosswalks that ship with the library."""

import importlib.resources
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from copro.errors import UnknownIdError
from copro.interchange.structure import from_document
from copro.messages import message
from copro.model.crosswalk import Crosswalk
from copro.model.document import Document
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.suggest import nearest
from copro.model.texts import texts_in, untranslated
from copro.model.vocabulary import Vocabulary


@cache
def _files(folder: str) -> dict[str, Traversable]:
    """The files of a folder of data, each under the ``id@edition`` that its name says."""
    files = importlib.resources.files("copro") / "data" / folder
    found = {}
    for file in sorted(files.iterdir(), key=lambda file: file.name) if files.is_dir() else ():
        head, _, edition = file.name.removesuffix(".json").rpartition("-")
        found[f"{head}@{edition}"] = file
    return found


def _read(file: Traversable) -> Document:
    return from_document(json.loads(file.read_text(encoding="utf-8")))


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
    files = _files("frameworks")
    if name not in files:
        raise UnknownIdError("framework", name, nearest(name, files))
    framework = _read(files[name])
    if not isinstance(framework, Framework):
        raise TypeError(f"{name} is not a framework")  # a fault of this package, never of its user
    return framework


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
    files = _files("vocabularies")
    if name not in files:
        raise UnknownIdError("vocabulary", name, nearest(name, files))
    found = _read(files[name])
    if not isinstance(found, Vocabulary):
        raise TypeError(f"{name} is not a vocabulary")  # a fault of this package, never of its user
    return found


def vocabularies() -> tuple[Vocabulary, ...]:
    """Return every vocabulary that ships with the library, by name."""
    return tuple(vocabulary(name) for name in _files("vocabularies"))


@cache
def crosswalks() -> tuple[Crosswalk, ...]:
    """Return every crosswalk that ships with the library, by id."""
    found = [_read(file) for file in _files("crosswalks").values()]
    return tuple(sorted((one for one in found if isinstance(one, Crosswalk)), key=lambda one: one.id))


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
        told = message(
            "The assessment names {name!r}, but the framework given is {given!r}.", name=name, given=given.name
        )
        hint = message("Give the framework that the assessment names.")
        return None, (Finding(code="framework-mismatch", message=told, hint=hint, pointer="/framework"),)
    shipped = names()
    if name in shipped:
        return get(name), ()
    told = message("{name!r} is not a framework that ships with copro, and none was given.", name=name)
    hint = _meant(name, shipped) or message("Give the file of a framework of your own with --framework.")
    return None, (Finding(code="unknown-framework", message=told, hint=hint, pointer="/framework"),)


def ends_of(
    document: Mapping[str, Any], given: Iterable[Framework | Vocabulary] = ()
) -> tuple[tuple[Framework | Vocabulary, ...], tuple[Finding, ...]]:
    """Find the frameworks or vocabularies at the two ends of a crosswalk document.

    Args:
        document: The crosswalk document.
        given: Frameworks and vocabularies of the user's own; they come before those that ship.

    Returns:
        Those found, and a finding for each that is not.
    """
    own = {one.name: one for one in given}
    found: list[Framework | Vocabulary] = []
    findings = []
    shipped = (*names(), *_files("vocabularies"))
    for end in ("from", "to"):
        name = document.get(end)
        if not isinstance(name, str):
            continue  # the schema says so
        if name in own:
            found.append(own[name])
        elif name in names():
            found.append(get(name))
        elif name in shipped:
            found.append(vocabulary(name))
        else:
            told = message(
                "{name!r} is not a framework or vocabulary that ships with copro, and none was given.", name=name
            )
            hint = _meant(name, shipped) or message(
                "Give the file of a framework or vocabulary of your own with --framework."
            )
            findings.append(Finding(code="unknown-framework", message=told, hint=hint, pointer=f"/{end}"))
    return tuple(found), tuple(findings)


def _meant(name: str, shipped: Iterable[str]) -> str | None:
    """A hint that names what was perhaps meant, whatever its edition."""
    by_id = {one.partition("@")[0]: one for one in shipped}
    guess = nearest(name.partition("@")[0], by_id)
    return message("Did you mean {guess!r}?", guess=by_id[guess]) if guess else None


def altered(document: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Say so when a checked framework or vocabulary carries a shipped name with other content."""
    name = f"{document['id']}@{document['edition']}"
    value = from_document(document)
    if isinstance(value, Vocabulary):
        if name not in _files("vocabularies") or _says_the_same(value, vocabulary(name)):
            return ()
        code = "vocabulary-altered"
    else:
        if name not in names() or _says_the_same(value, get(name)):
            return ()
        code = "framework-altered"
    told = message("{name} ships with copro, and this file says something else under that name.", name=name)
    return (Finding(code=code, message=told, hint=message("Give it an id and edition of your own."), pointer="/id"),)


def _says_the_same(one: Any, other: Any) -> bool:
    """Whether two documents differ at most in languages that only one of them has."""
    if untranslated(one, one.language) != untranslated(other, other.language):
        return False
    pairs = zip(texts_in(one), texts_in(other), strict=True)
    maps = [(a, b) for (_, a), (_, b) in pairs if not isinstance(a, str) and not isinstance(b, str)]
    return not any(a[tag] != b[tag] for a, b in maps for tag in a if tag in b)


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
