"""Turn assessments into tables and tables into assessments."""

from pathlib import Path
from typing import TypeVar, get_args

import click

from copro import api
from copro.cli.reading import framework_in, framework_option, load, print_findings
from copro.interchange.tables.files import Shape, kind_of_file
from copro.model.assessment import Assessment, Collected
from copro.model.framework import Framework
from copro.model.mapping import SurveyMapping

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
) -> None:
    """Turn an assessment into tables, or tables into an assessment.

    What they are is told by their endings: .json, .xlsx, .csv, or a folder of CSV files.
    """
    framework = framework_in(framework_file)
    assessment = read(source, framework, mapping, into, collected)
    if kind_of_file(Path(target)) == "json":
        api.dump(assessment, target)
    else:
        print_findings(api.write_tables(assessment, target, framework=framework, shape=shape, language=language))


def read(
    source: str, framework: Framework | None, mapping: str | None, into: str | None, collected: Collected | None
) -> Assessment:
    """Read an assessment from a document or from tables."""
    if kind_of_file(Path(source)) == "json":
        document = load(source, framework)
        if not isinstance(document, Assessment):
            raise click.BadParameter("an assessment is needed", param_hint="SOURCE")
        return document
    base = of_kind(Assessment, into, framework, "--into")
    how = of_kind(SurveyMapping, mapping, framework, "--mapping")
    assessment, findings = api.read_tables(source, framework=framework, mapping=how, collected=collected, into=base)
    print_findings(findings)
    return assessment


def of_kind(kind: type[D], file: str | None, framework: Framework | None, option: str) -> D | None:
    """Read a document that must be of one kind, if one is given."""
    document = load(file, framework) if file is not None else None
    if document is not None and not isinstance(document, kind):
        raise click.BadParameter("this is another kind of document", param_hint=option)
    return document
