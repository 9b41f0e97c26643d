"""List the case studies that may be shared."""

import sys
from pathlib import Path
from typing import Any

import click

from copro import api
from copro.cli.reading import FAULTS, LAYOUTS, format_option, framework_in, framework_option, language_option
from copro.errors import CoproError, InvalidDocumentError
from copro.model.case_study import CaseStudy
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.report.story import tell_stories


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@click.option("--principle", metavar="ID", help="Only stories that say something about this principle.")
@framework_option
@click.option("--full", is_flag=True, help="Tell all of each story.")
@format_option(*LAYOUTS)
@language_option
def stories(folder: str, principle: str | None, framework_file: str | None, style: str, *, full: bool) -> None:
    """List the case studies in a folder that may be shared with the public."""
    found, kept, faults = _stories(Path(folder), principle, framework_in(framework_file))
    click.echo(LAYOUTS[style](tell_stories(found, kept, full=full)), nl=False)
    if faults:
        sys.exit(FAULTS)


def _stories(
    folder: Path, principle: str | None, framework: Framework | None
) -> tuple[list[tuple[CaseStudy, str]], int, int]:
    """The stories that may be shared, how many others there are, and how many files are at fault."""
    found, kept, faults = list[tuple[CaseStudy, str]](), 0, 0
    for path in sorted(folder.rglob("*.json")):
        try:
            if not api.is_case_study(path):
                continue
            story = _story(path, framework)
        except (CoproError, OSError) as error:
            faults += 1
            click.echo(f"{path}: {error}", err=True)
            continue
        if not isinstance(story, CaseStudy) or (principle is not None and principle not in story.principles):
            continue
        if story.may_be_shared:
            found.append((story, str(path)))
        else:
            kept += 1
    return found, kept, faults


def _story(path: Path, framework: Framework | None) -> Any:
    """Load a case study; one that names another framework than the given one may name a shipped one."""
    try:
        return api.load(path, framework=framework)
    except InvalidDocumentError as error:
        if not any(isinstance(one, Finding) and one.has_code("framework-mismatch") for one in error.findings):
            raise
        return api.load(path)
