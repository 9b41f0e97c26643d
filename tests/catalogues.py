"""Gather every sentence of the library into the catalogues: ``python3 tasks.py messages``. The tests check with it."""

import ast
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "copro"
LOCALE = SOURCE / "data" / "locale"


def from_python(
    file: IO[bytes], keywords: Collection[str], comment_tags: object, options: object
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """Find sentences in Python; Babel's own way takes every string inside the brackets, also a table's key."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords:
            said = (arg.value if isinstance(arg, ast.Constant) else None for arg in node.args)
            yield node.lineno, node.func.id, tuple(text if isinstance(text, str) else None for text in said), []


METHODS: list[tuple[str, Any]] = [("**.py", from_python), ("**.jinja", "jinja2")]
OPTIONS = {"**.jinja": {"silent": "false"}}
KEYWORDS = {"message": None, "counted": (1, 2), "marked": None}
"""The functions of ``copro.messages`` whose first words are sentences."""

READERS = ("report/", "scoring/", "uncertainty/", "advice/on_scorecard", "advice/on_comparison")
"""Where sentences are said to readers; the others are for data teams and developers."""

NOT_READERS: tuple[str, ...] = ()
"""Where, in those places, the faults of documents are told."""


def extracted() -> Catalog:
    """Every sentence in the source, each with the files that it is in."""
    catalogue = Catalog()
    found = extract_from_dir(SOURCE, METHODS, OPTIONS, keywords=KEYWORDS)
    for file, line, sentence, _, _ in sorted(found, key=lambda one: (one[0], one[1])):
        catalogue.add(sentence, locations=[(Path(file).as_posix(), line)])
    return catalogue


def catalogues() -> Iterator[Path]:
    """The catalogue of each language."""
    return iter(sorted(LOCALE.glob("*/LC_MESSAGES/copro.po")))


def read(path: Path) -> Catalog:
    """Read a catalogue, and keep what it holds of sentences that are no longer said."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def updated(catalogue: Catalog) -> Catalog:
    """Bring a catalogue up to date: new sentences are empty, those no longer said are dropped."""
    catalogue.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    for sentence in catalogue:
        sentence.flags.discard("python-format")  # a per cent sign is only that
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as gettext reads it; sentences without a translation are left out."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def main() -> None:
    """Update and compile every catalogue, and say how much each lacks."""
    for path in catalogues():
        catalogue = updated(read(path))
        with path.open("wb") as file:
            write_po(file, catalogue, width=0, include_lineno=False, ignore_obsolete=True)
        path.with_suffix(".mo").write_bytes(compiled(read(path)))
        unsaid = [sentence for sentence in catalogue if sentence.id and not is_translated(sentence)]
        readers = sum(is_for_readers(sentence) for sentence in unsaid)
        print(
            f"{path.parts[-3]}: {len(catalogue)} sentences; not translated: {readers} for readers, {len(unsaid)} in all"
        )


def is_translated(sentence: Message) -> bool:
    """Whether every form of a translation is there."""
    return all(sentence.string) if isinstance(sentence.string, tuple | list) else bool(sentence.string)


def is_for_readers(sentence: Message) -> bool:
    """Whether a sentence is said to readers anywhere."""
    return any(file.startswith(READERS) and not file.startswith(NOT_READERS) for file, _ in sentence.locations)


if __name__ == "__main__":
    main()
