"""The frameworks and schemas that ship with the library."""

import click

from copro import api, frameworks
from copro.cli.reading import format_option
from copro.interchange import schemas
from copro.report import text


@click.group("frameworks", invoke_without_command=True)
@click.pass_context
def list_frameworks(context: click.Context) -> None:
    """List the frameworks that ship with copro; `show ID` prints one."""
    if context.invoked_subcommand is None:
        for framework in frameworks.all():
            click.echo(f"{framework.name}: {text.in_words(framework)}")


@list_frameworks.command("show")
@click.argument("name", metavar="ID@EDITION")
@format_option
def show_framework(name: str, style: str) -> None:
    """Print a framework that ships with copro."""
    framework = frameworks.get(name)
    click.echo(api.dumps(framework) if style == "json" else text.render_framework(framework), nl=False)


@click.command()
@click.argument("kind", required=False)
def schema(kind: str | None) -> None:
    """Print the JSON Schema of a kind of document, or list the kinds."""
    click.echo(schemas.schema_text(kind) if kind else "\n".join(schemas.PUBLISHED) + "\n", nl=False)
