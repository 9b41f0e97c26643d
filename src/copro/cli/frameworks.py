"""The frameworks, vocabularies, crosswalks and schemas that ship with the library."""

import click

from copro import api, frameworks
from copro.cli.reading import format_option
from copro.interchange import schemas
from copro.report import frameworks as report


@click.group("frameworks", invoke_without_command=True)
@click.pass_context
def list_frameworks(context: click.Context) -> None:
    """List the frameworks, vocabularies and crosswalks that ship with copro; `show NAME` prints one."""
    if context.invoked_subcommand is None:
        listed = report.list_all(frameworks.all(), frameworks.vocabularies(), frameworks.crosswalks())
        click.echo(listed, nl=False)


@list_frameworks.command("show")
@click.argument("name", metavar="NAME")
@format_option
def show_framework(name: str, style: str) -> None:
    """Print a framework or vocabulary (ID@EDITION) or a crosswalk (ID) that ships with copro."""
    found = frameworks.find(name)
    click.echo(api.dumps(found) if style == "json" else report.show(found), nl=False)


@click.command()
@click.argument("kind", required=False)
def schema(kind: str | None) -> None:
    """Print the JSON Schema of a kind of document, or list the kinds."""
    click.echo(schemas.schema_text(kind) if kind else "\n".join(schemas.KINDS) + "\n", nl=False)
