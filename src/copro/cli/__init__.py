"""The command line: the only place that prints and exits."""

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click

from copro.cli import compare, convert, demo, frameworks, migrate, new, score, stories, validate
from copro.cli.reading import CANNOT_READ, FAULTS, FINE, INTERNAL, INTERRUPTED, USAGE, print_findings
from copro.errors import CoproError, InvalidDocumentError, MissingExtraError
from copro.findings.visible import visible
from copro.messages import message
from copro.version import __version__


def main() -> NoReturn:
    """Run the command line; every way it can end has its exit code."""
    with suppress(OSError):  # of what cannot be said on a screen that is gone, the exit code remains
        sys.exit(_run())
    sys.exit(CANNOT_READ)


def _run() -> int:
    """Run a command, say what went wrong, and return the exit code."""
    if not _ready():
        return CANNOT_READ
    output = sys.stdout
    try:
        commands(prog_name="copro", standalone_mode=False)
    except SystemExit:
        if sys.stdout is output:
            raise
        return CANNOT_READ  # click puts another output there, and ends with 1, where a pipe was closed
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last resort: never a traceback
        return _told(error)
    return FINE


def _told(error: Exception) -> int:
    """Say what went wrong, and return its exit code."""
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, InvalidDocumentError):
        print_findings(error.findings)
        return FAULTS
    if isinstance(error, CoproError):
        click.echo(f"copro: {error}", err=True)
        return exit_code(error)
    if isinstance(error, OSError):
        name = visible(str(error.filename)) if error.filename else message("the output")
        click.echo(f"copro: {name}: {error.strerror or error}", err=True)
        return CANNOT_READ
    told = message("copro: this is a fault in copro itself, please report it: {error}", error=repr(error))
    click.echo(told, err=True)
    return INTERNAL


def exit_code(error: CoproError) -> int:
    """The exit code of an error of the library: a name that nothing has, packages that are missing, or a document."""
    if isinstance(error, MissingExtraError):
        return CANNOT_READ
    return USAGE if isinstance(error, LookupError) else FAULTS


def _ready() -> bool:
    """Make the streams ready; say so where there is none to write results to.

    A screen or file of a narrow encoding does not end a run: what it lacks is written as an escape.
    """
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  open until the end
    if sys.stdout is None:
        click.echo(message("copro: the output is closed"), err=True)
        return False
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    return True


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="coproduction", prog_name="copro")
def commands() -> None:
    """Assess co-production: who said what, how power is shared, how each figure came about."""


for _command in (
    demo.demo,
    validate.validate,
    migrate.migrate,
    score.score,
    score.explain,
    score.report,
    score.commitments,
    compare.compare,
    convert.convert,
    stories.stories,
    new.new,
    frameworks.list_frameworks,
    frameworks.schema,
):
    commands.add_command(_command)
