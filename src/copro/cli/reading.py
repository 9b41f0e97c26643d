"""What every command shares: its options, how it reads files, how it prints findings."""

import errno
import functools
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any

import click

from copro import api, frameworks
from copro.findings.tally import CheckedDocument
from copro.findings.text import as_text
from copro.messages import TAG, message, speaking
from copro.model.assessment import Assessment
from copro.model.framework import Framework
from copro.model.outline import Outline
from copro.model.scorecard import Scorecard
from copro.report import markdown, text

FINE, FAULTS, USAGE, CANNOT_READ, INTERNAL = 0, 1, 2, 3, 4
"""Exit codes: fine; the document has errors; wrong usage; cannot read or write; our own fault."""

INTERRUPTED = 130
"""The exit code where a person stopped the command, as shells have it."""

LAYOUTS: dict[str, Callable[[Outline], str]] = {"text": text.render, "markdown": markdown.render}
"""The forms that what people read is printed in, by the word for each."""


def format_option(*styles: str) -> Callable[[Any], Any]:
    """The option --format, with these words for a form; the first is used where none is asked for."""
    return click.option("--format", "style", type=click.Choice(styles), default=styles[0], help="How to print it.")


framework_option = click.option(
    "--framework",
    "framework_file",
    metavar="FILE|NAME",
    help="The framework's file, if it is not one that ships with copro.",
)


def language_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option --language, and say everything in it in that language."""

    @click.option(
        "--language",
        metavar="TAG",
        envvar="COPRO_LANGUAGE",
        help="The language to print in, such as en-x-easyread; else the document's, else English.",
    )
    @functools.wraps(command)
    def in_language(*arguments: Any, language: str | None, **options: Any) -> None:
        if not language:
            command(*arguments, **options)
        else:
            with speaking(tag_of(language)):
                command(*arguments, **options)

    return in_language


def tag_of(language: str) -> str:
    """A language as it was asked for, if it is one."""
    if TAG.fullmatch(language):
        return language
    text = message("{tag!r} is not a language tag, such as en or en-x-easyread", tag=language)
    raise click.BadParameter(text, param_hint="--language")


def source_of(file: str) -> str | bytes:
    """What the library reads for a file named on the command line; - is standard input."""
    return standard_input().read() if file == "-" else file


def standard_input() -> IO[bytes]:
    """What is piped into the command.

    Raises:
        OSError: If standard input is closed.
    """
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), message("standard input"))
    return sys.stdin.buffer


def load(file: str, framework: Framework | None) -> Any:
    """Load a document; its findings carry the file's name."""
    return api.load(source_of(file), framework=framework)


def named(name: str) -> Any:
    """What ships under a name, or what a file holds: so a path stands wherever a name does."""
    is_path = name == "-" or name.endswith(".json") or Path(name).is_file()
    return load(name, None) if is_path else frameworks.find(name)


def framework_in(name: str | None, option: str = "--framework") -> Framework | None:
    """Read the framework given with --framework, a file or a name, if one is."""
    if name is None:
        return None
    framework = named(name)
    if not isinstance(framework, Framework):
        raise click.BadParameter(message("this is not a framework document"), param_hint=option)
    return framework


def scorecard_in(file: str, framework: Framework | None) -> tuple[Scorecard, Assessment | None]:
    """Read an assessment and score it, or read a scorecard."""
    document = load(file, framework)
    if isinstance(document, Assessment):
        return api.certainty(document, framework), document
    if isinstance(document, Scorecard):
        return document, None
    raise click.BadParameter(message("an assessment or a scorecard is needed"), param_hint="FILE")


def print_findings(findings: Iterable[Any], *, err: bool = True) -> None:
    """Print findings for people."""
    for finding in findings:
        print_checked(CheckedDocument(file=finding.file or "", findings=(finding,)), err=err)


def print_checked(*checked: CheckedDocument, err: bool = True) -> None:
    """Print findings for people, each with its line where there is a text."""
    for line in as_text(checked, width=screen_width()):
        click.echo(line, nl=False, err=err)


def screen_width() -> int:
    """How many characters fit on a line."""
    return shutil.get_terminal_size((100, 24)).columns
