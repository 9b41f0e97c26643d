"""Bring documents of older format versions to the current one."""

import json
import os
import shutil
import sys
from pathlib import Path

import attrs
import click

from copro import api
from copro.cli.reading import CANNOT_READ, FAULTS, FINE, name_of, print_findings, source_of
from copro.errors import InvalidDocumentError, UnsupportedVersionError
from copro.messages import counted, message
from copro.model.finding import Finding
from copro.model.migration import Migration


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file is of an older version.")
@click.option("--output", "-o", metavar="FILE", help="Where to write the one document; - for standard output.")
@click.option("--write", is_flag=True, help="Write each document of an older version back to its own file.")
def migrate(files: tuple[str, ...], output: str | None, *, check: bool, write: bool) -> None:
    """Bring documents to the current version of their format, and say what changes.

    Without an option nothing is written.
    """
    if sum((check, output is not None, write)) > 1:
        raise click.UsageError("Choose one of --check, --output and --write.")
    if output is not None and len(files) > 1:
        raise click.UsageError("--output takes one FILE.")
    if write and "-" in files:
        raise click.UsageError("Standard input cannot be written back; use --output.")
    codes = [_migrate(file, output, check=check, write=write) for file in files]
    sys.exit(max(codes))


def _migrate(file: str, output: str | None, *, check: bool, write: bool) -> int:
    """Migrate one file, and return its exit code: a bad file never stops the rest."""
    try:
        source = source_of(file)
        data = source if isinstance(source, bytes) else Path(source).read_bytes()
        moved = api.migrate(data)
        click.echo(_report(name_of(file), moved), nl=False, err=output == "-")
        text = (
            json.dumps(moved.document, ensure_ascii=False, indent=2) + "\n" if moved.changes else data.decode("utf-8")
        )
        if output == "-":
            click.echo(text, nl=False)
        elif output is not None:
            _replace(Path(output), text)
        elif write and moved.changes:
            _replace(Path(file), text)
    except InvalidDocumentError as error:
        found = [finding for finding in error.findings if isinstance(finding, Finding)]
        print_findings(attrs.evolve(finding, file=name_of(file)) for finding in found)
        return FAULTS
    except UnsupportedVersionError as error:
        click.echo(f"{name_of(file)}: {error}", err=True)
        return FAULTS
    except OSError as error:
        click.echo(f"copro: {error.filename or file}: {error.strerror or error}", err=True)
        return CANNOT_READ
    return FAULTS if check and moved.changes else FINE


def _report(name: str, moved: Migration) -> str:
    if not moved.changes:
        return message("{name}: {format} is current, nothing to change", name=name, format=moved.now) + "\n"
    size = counted("{count} change", "{count} changes", len(moved.changes))
    head = message("{name}: {found} to {now}, {size}", name=name, found=moved.found, now=moved.now, size=size)
    words = {"added": message("added"), "removed": message("removed"), "changed": message("changed")}
    lines = [f"  {change.pointer} {words[change.what]}: {change.why}" for change in moved.changes]
    return "\n".join([head, *lines]) + "\n"


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all: whatever happens, the old document or the new one is there."""
    path = path.resolve()
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(text.encode("utf-8"))
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
