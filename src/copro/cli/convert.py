"""Turn assessments into tables and tables into assessments."""

import errno
import os
from pathlib import Path
from typing import TypeVar, get_args

import attrs
import click

from copro import api
from copro.cli.reading import framework_in, framework_option, load, print_findings, tag_of
from copro.messages import message
from copro.model.assessment import Assessment, Collected
from copro.model.framework import Framework
from copro.model.mapping import SurveyMapping
from copro.tables.files import Shape, kind_of_file
from copro.tables.sheets import SHEETS

D = TypeVar("D", Assessment, SurveyMapping)


@click.command()
@click.argument("source")
@click.argument("target")
@click.option("--shape", type=click.Choice(get_args(Shape)), help="What to write: all sheets, or one table of answers.")
@framework_option
@click.option("--mapping", metavar="FILE", help="How to read the export of a survey tool.")
@click.option("--into", metavar="FILE", help="The assessment that a table of answers is added to.")
@click.option(
    "--collected", type=click.Choice(get_args(Collected)), help="How the answers in a table of answers were collected."
)
@click.option("--language", metavar="TAG", help="The language of a workbook's explanations.")
@click.option("--overwrite", is_flag=True, help="Write over what is there already.")
def convert(
    source: str,
    target: str,
    *,
    shape: Shape | None,
    framework_file: str | None,
    mapping: str | None,
    into: str | None,
    collected: Collected | None,
    language: str | None,
    overwrite: bool,
) -> None:
    """Turn an assessment into tables, or tables into an assessment.

    What they are is told by their endings: .json, .xlsx, .csv, or a folder of CSV files.
    What is there already is never written over, unless you say so with --overwrite.
    """
    language = tag_of(language) if language else None
    framework = framework_in(framework_file)
    from_document = source == "-" or kind_of_file(Path(source)) == "json"
    to_document = target == "-" or kind_of_file(Path(target)) == "json"
    if from_document and to_document:
        raise click.UsageError(message("One of the two must be a table: .xlsx, .csv, or a folder."))
    if from_document and (mapping or into or collected):
        raise click.UsageError(message("--mapping, --into and --collected are for reading tables."))
    if target != "-" and not overwrite:
        _refuse_to_overwrite(Path(target))
    if from_document:
        assessment = of_kind(Assessment, source, framework, "SOURCE")
    else:
        assessment, findings = api.read_tables(
            source,
            framework=framework,
            mapping=of_kind(SurveyMapping, mapping, framework, "--mapping") if mapping else None,
            collected=collected,
            into=of_kind(Assessment, into, framework, "--into") if into else None,
        )
        print_findings(findings)
    if target == "-":
        click.echo(api.dumps(assessment), nl=False)
    elif to_document:
        api.dump(assessment, target)
    else:
        told = api.write_tables(assessment, target, framework=framework, shape=shape, language=language)
        print_findings(attrs.evolve(finding, file=target) for finding in told)


def _refuse_to_overwrite(target: Path) -> None:
    """Refuse a target that may hold answers already; other files in a folder are left alone.

    Raises:
        FileExistsError: If what would be written is there.
    """
    there = [target / f"{name}.csv" for name in SHEETS] if kind_of_file(target) == "folder" else [target]
    for path in there:
        if os.path.lexists(path):
            told = message("it is there already, and --overwrite was not given")
            raise FileExistsError(errno.EEXIST, told, str(path))


def of_kind(kind: type[D], file: str, framework: Framework | None, option: str) -> D:
    """Read a document that must be of one kind."""
    document = load(file, framework)
    if not isinstance(document, kind):
        raise click.BadParameter(message("this is another kind of document"), param_hint=option)
    return document
