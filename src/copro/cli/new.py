"""Start something new."""

from pathlib import Path

import click

from copro import frameworks
from copro.messages import message


@click.group()
def new() -> None:
    """Write a file to start from."""


@new.command()
@click.option(
    "--output", "-o", metavar="FILE", default="our-framework.json", show_default=True, help="Where to write it."
)
def framework(output: str) -> None:
    """Write a small framework of your own to start from."""
    path = Path(output)
    with path.open("x", encoding="utf-8", newline="\n") as file:  # what is there already is never written over
        file.write(frameworks.starting_file())
    click.echo(path)
    click.echo(message("Now put your own words in it, then run: copro validate {path}", path=path), err=True)
