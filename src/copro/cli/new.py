"""Start something new."""

from pathlib import Path

import click

from copro import api, frameworks
from copro.cli.reading import framework_in, tag_of
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


@new.command()
@click.argument("framework")
@click.option("--output", "-o", metavar="FILE", help="Where to write it.")
@click.option("--people", type=click.IntRange(1, 1000), default=10, show_default=True, help="Columns for answers.")
@click.option("--language", metavar="TAG", help="The language of headings and explanations.")
def workbook(framework: str, output: str | None, people: int, language: str | None) -> None:
    """Write an empty workbook for a framework: its name, or the file of one of your own."""
    used = framework_in(framework, "FRAMEWORK") or frameworks.get(framework)
    path = Path(output or f"{used.id}.xlsx")
    if path.suffix.lower() != ".xlsx":
        raise click.BadParameter(message("the name of a workbook ends in .xlsx"), param_hint="--output")
    api.new_workbook(used, path, people=people, language=tag_of(language) if language else None)
    click.echo(path)
