"""Bring documents of older format versions to the current one."""

import errno
import json
import os
import shutil
import sys
from pathlib import Path

import click

from copro import api
from copro.cli.files import RawDocument, documents, is_one_document
from copro.cli.reading import CANNOT_READ, FAULTS, FINE, print_checked
from copro.errors import InvalidDocumentError, UnsupportedVersionError
from copro.messages import counted, message
from copro.model.migration import Migration


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file is of an older version.")
@click.option("--output", "-o", metavar="FILE", help="Where to write the one document; - for standard output.")
@click.option("--write", is_flag=True, help="Write each document of an older version back to its own file.")
def migrate(files: tuple[str, ...], output: str | None, *, check: bool, write: bool) -> None:
    """Bring documents to the current version of their format, and say what changes.

    Without an option nothing is written.

    FILE is a file, a folder, a pattern in quotation marks, or - for standard input. A file whose name
    ends in .jsonl or .ndjson holds a document on each line.
    """
    if sum((check, output is not None, write)) > 1:
        raise click.UsageError(message("Choose one of --check, --output and --write."))
    if output is not None and not is_one_document(files):
        raise click.UsageError(message("--output takes one file with one document."))
    if write and "-" in files:
        raise click.UsageError(message("Standard input cannot be written back; use --output."))
    codes = [_migrate(raw, output, check=check, write=write) for raw in documents(files)]
    sys.exit(max(codes, default=FINE))


def _migrate(raw: RawDocument, output: str | None, *, check: bool, write: bool) -> int:
    """Migrate one document, and return its exit code: a bad one never stops the rest."""
    if raw.fault is not None:
        print_checked(raw.checked([raw.fault]))
        return CANNOT_READ
    try:
        moved = api.migrate(raw.data)
    except InvalidDocumentError as error:
        print_checked(raw.checked(error.findings))
        return FAULTS
    except UnsupportedVersionError as error:
        click.echo(f"{raw.place}: {error}", err=True)
        return FAULTS
    click.echo(_report(raw.place, moved), nl=False, err=output == "-")
    if moved.changes and write and raw.line is not None:
        click.echo(message("{place}: a line is not written back; put it into a file.", place=raw.place), err=True)
        return FAULTS
    text = raw.data.decode("utf-8")
    if moved.changes:
        text = json.dumps(moved.document, ensure_ascii=False, indent=2) + "\n"
    if output == "-":
        click.echo(text, nl=False)
    elif output is not None or (write and moved.changes):
        return _replace(Path(output or raw.name), text)
    return FAULTS if check and moved.changes else FINE


def _report(name: str, moved: Migration) -> str:
    if not moved.changes:
        return message("{name}: {format} is current, nothing to change", name=name, format=moved.now) + "\n"
    size = counted("{count} change", "{count} changes", len(moved.changes))
    head = message("{name}: {found} to {now}, {size}", name=name, found=moved.found, now=moved.now, size=size)
    words = {"added": message("added"), "removed": message("removed"), "changed": message("changed")}
    lines = [f"  {change.pointer} {words[change.what]}: {change.why}" for change in moved.changes]
    return "\n".join([head, *lines]) + "\n"


def _replace(path: Path, text: str) -> int:
    """Write a file whole or not at all: whatever happens, the old document or the new one is there.

    What nobody may write to is not replaced, and what is no file, such as a device, is only written to.
    """
    whole = path.resolve()
    beside = whole.with_name(f".{whole.name}.{os.getpid()}")
    try:
        if whole.exists() and not os.access(whole, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if whole.exists() and not whole.is_file():
            path.write_bytes(text.encode("utf-8"))
            return FINE
        beside.write_bytes(text.encode("utf-8"))
        if whole.exists():
            shutil.copymode(whole, beside)
        beside.replace(whole)
    except OSError as error:
        click.echo(f"copro: {path}: {error.strerror or error}", err=True)
        return CANNOT_READ
    finally:
        beside.unlink(missing_ok=True)
    return FINE
