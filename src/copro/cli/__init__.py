"""The command line: the only place that prints and exits."""

import io
import os
import sys
from typing import NoReturn

import click

from copro.cli import compare, convert, demo, frameworks, migrate, new, score, stories, validate
from copro.cli.reading import CANNOT_READ, FAULTS, FINE, INTERNAL, USAGE, print_findings
from copro.errors import CoproError, InvalidDocumentError, MissingExtraError
from copro.messages import message
from copro.version import __version__


def main() -> NoReturn:
    """Run the command line; every way it can end has its exit code."""
    _write_out_what_cannot_be_shown()
    try:
        commands(prog_name="copro", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        code = USAGE
    except InvalidDocumentError as error:
        print_findings(error.findings)
        code = FAULTS
    except CoproError as error:
        click.echo(f"copro: {error}", err=True)
        code = exit_code(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CANNOT_READ
    except OSError as error:
        click.echo(f"copro: {error.filename or message('the output')}: {error.strerror or error}", err=True)
        code = CANNOT_READ
    except Exception as error:  # noqa: BLE001  the last resort: never a traceback
        click.echo(
            message("copro: this is a fault in copro itself, please report it: {error}", error=repr(error)), err=True
        )
        code = INTERNAL
    else:
        code = FINE
    sys.exit(code)


def exit_code(error: CoproError) -> int:
    """The exit code of an error of the library: a name that nothing has, packages that are missing, or a document."""
    if isinstance(error, MissingExtraError):
        return CANNOT_READ
    return USAGE if isinstance(error, LookupError) else FAULTS


def _write_out_what_cannot_be_shown() -> None:
    """Keep a screen or file of a narrow encoding from ending a run: what it lacks is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


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
