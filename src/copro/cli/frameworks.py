"""The frameworks, vocabularies, crosswalks and schemas that ship with the library."""

import sys

import attrs
import click

from copro import api, frameworks
from copro.cli.reading import FAULTS, format_option, language_option, named, print_findings
from copro.documents import schemas
from copro.documents.translations import check_translations, languages_of
from copro.messages import counted, message
from copro.model.crosswalk import Crosswalk
from copro.model.framework import Framework
from copro.model.texts import texts_in
from copro.model.vocabulary import Vocabulary
from copro.report import frameworks as report

Described = Framework | Vocabulary | Crosswalk


@click.group("frameworks", invoke_without_command=True)
@click.pass_context
def list_frameworks(context: click.Context) -> None:
    """List the frameworks, vocabularies and crosswalks that ship with copro; `show NAME` prints one."""
    if context.invoked_subcommand is None:
        listed = report.list_all(frameworks.all(), frameworks.vocabularies(), frameworks.crosswalks())
        click.echo(listed, nl=False)


@list_frameworks.command("show")
@click.argument("name", metavar="NAME|FILE")
@format_option("text", "json")
@language_option
def show_framework(name: str, style: str) -> None:
    """Print a framework or vocabulary (ID@EDITION) or a crosswalk (ID) that ships with copro, or a file of one."""
    found = _described(name)
    click.echo(api.dumps(found) if style == "json" else report.show(found), nl=False)


@list_frameworks.command("check")
@click.argument("names", nargs=-1, metavar="[NAME|FILE]...")
def check_languages(names: tuple[str, ...]) -> None:
    """Say which texts a language lacks, and which translations are out of date; all that ship, unless named."""
    shipped: list[Described] = [*frameworks.all(), *frameworks.vocabularies(), *frameworks.crosswalks()]
    faults = 0
    for document in [_described(name) for name in names] or shipped:
        name = document.id if isinstance(document, Crosswalk) else document.name
        found = [attrs.evolve(finding, file=name) for finding in check_translations(document)]
        faults += len(found)
        texts = counted("{count} text", "{count} texts", sum(1 for _ in texts_in(document)))
        told = message(
            "{name}: {texts} in {languages}.", name=name, texts=texts, languages=", ".join(languages_of(document))
        )
        click.echo(told)
        print_findings(found, err=False)
    if faults:
        sys.exit(FAULTS)


def _described(name: str) -> Described:
    """What a name or file says, where it is a framework, a vocabulary or a crosswalk."""
    found = named(name)
    if isinstance(found, Framework | Vocabulary | Crosswalk):
        return found
    raise click.BadParameter("a framework, vocabulary or crosswalk is needed", param_hint=name)


@click.command()
@click.argument("kind", required=False)
def schema(kind: str | None) -> None:
    """Print the JSON Schema of a kind of document, or list the kinds."""
    click.echo(schemas.schema_text(kind) if kind else "\n".join(schemas.PUBLISHED) + "\n", nl=False)
