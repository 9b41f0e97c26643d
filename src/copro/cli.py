"""The command line: the only place that prints and exits."""

import datetime as dt
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

import attrs
import click

from copro import api, frameworks
from copro.errors import CoproError, InvalidDocumentError
from copro.interchange import schemas
from copro.interchange.published import published
from copro.model.assessment import Assessment
from copro.model.case_study import CaseStudy
from copro.model.finding import Finding
from copro.model.framework import Framework
from copro.model.scorecard import Scorecard
from copro.report import explain as explaining
from copro.report import html, text
from copro.scoring.withhold import without_single_answers
from copro.version import __version__

FINE, FAULTS, USAGE, CANNOT_READ, INTERNAL = 0, 1, 2, 3, 4
"""Exit codes: fine; the document has errors; wrong usage; cannot read or write; our own fault."""

EXAMPLE = "examples/walk-your-neighbourhood/assessment.json"

format_option = click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to print the result."
)
framework_option = click.option(
    "--framework",
    "framework_file",
    metavar="FILE",
    help="The framework's file, if it is not one that ships with copro.",
)


def main() -> NoReturn:
    """Run the command line; every way it can end has its exit code."""
    try:
        commands(prog_name="copro", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        code = USAGE
    except InvalidDocumentError as error:
        _print_findings(error.findings)
        code = FAULTS
    except CoproError as error:
        click.echo(f"copro: {error}", err=True)
        code = USAGE if isinstance(error, LookupError) else FAULTS
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CANNOT_READ
    except OSError as error:
        click.echo(f"copro: {error.filename or 'the output'}: {error.strerror or error}", err=True)
        code = CANNOT_READ
    except Exception as error:  # noqa: BLE001  the last resort: never a traceback
        click.echo(f"copro: this is a fault in copro itself, please report it: {error!r}", err=True)
        code = INTERNAL
    else:
        code = FINE
    sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="coproduction", prog_name="copro")
def commands() -> None:
    """Assess co-production: who said what, how power is shared, how each figure came about."""


@commands.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@framework_option
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@format_option
def validate(files: tuple[str, ...], framework_file: str | None, style: str, *, strict: bool) -> None:
    """Say everything that is wrong with documents; - reads standard input."""
    framework = _framework(framework_file)
    findings: list[Finding] = []
    for file in files:
        found = api.validate(_source(file), framework=framework)
        found = tuple(attrs.evolve(finding, file=_name(file)) for finding in found)
        findings.extend(found)
        if style == "text":
            _print_findings(found, err=False)
            if not found:
                click.echo(f"{_name(file)}: no faults found")
    if style == "json":
        click.echo(_json([attrs.asdict(finding) for finding in findings]))
    if any(finding.code == "cannot-read" for finding in findings):
        sys.exit(CANNOT_READ)
    if any(finding.severity == "error" or (strict and finding.severity == "warning") for finding in findings):
        sys.exit(FAULTS)


@commands.command()
@click.argument("file")
@framework_option
@click.option("--private", is_flag=True, help="Keep figures that tell one person's answer. Do not pass it on.")
@format_option
def score(file: str, framework_file: str | None, style: str, *, private: bool) -> None:
    """Score an assessment: who answered, the level and why, the widest gaps first."""
    card, _ = _scorecard(file, framework_file)
    shown = card if private else without_single_answers(card)
    click.echo(api.dumps(shown) if style == "json" else text.render(shown), nl=False)


@commands.command()
@click.argument("file")
@click.argument("about", required=False, metavar="[PRINCIPLE|INDICATOR]")
@framework_option
@click.option("--private", is_flag=True, help="Show each person's answer as well. Do not pass it on.")
def explain(file: str, about: str | None, framework_file: str | None, *, private: bool) -> None:
    """Show how the figures of an assessment or scorecard came about."""
    card, answers = _scorecard(file, framework_file)
    if private:
        click.echo(explaining.explain(card, about, answers, private=True), nl=False)
    else:
        click.echo(explaining.explain(without_single_answers(card), about), nl=False)


@commands.command()
@click.argument("file")
@framework_option
@click.option("--output", "-o", metavar="FILE", help="Where to write it; - for standard output.")
def report(file: str, framework_file: str | None, output: str | None) -> None:
    """Write an HTML report of an assessment or scorecard, and print its path."""
    card, answers = _scorecard(file, framework_file)
    page = html.render(without_single_answers(card), answers)
    if output == "-":
        click.echo(page, nl=False)
    else:
        path = Path(output or f"{card.assessment.id}.html")
        path.write_text(page, encoding="utf-8")
        click.echo(path)


@commands.command()
@click.argument("file")
@framework_option
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The date; else the end of the period."
)
def commitments(file: str, framework_file: str | None, as_of: dt.datetime | None) -> None:
    """Print what became of promises, with reasons, as of a date."""
    framework = _framework(framework_file)
    document = _load(file, framework)
    if not isinstance(document, Assessment):
        raise click.BadParameter("an assessment is needed", param_hint="FILE")
    promises = api.commitments(document, framework, as_of=as_of.date() if as_of else None)
    click.echo(text.render_ledger(promises, document.language), nl=False)


@commands.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE FILE...")
@framework_option
def compare(files: tuple[str, ...], framework_file: str | None) -> None:
    """Compare one initiative over time: assessments or scorecards, in the order given."""
    if len(files) < 2:
        raise click.UsageError("A comparison takes two files or more.")
    read = [_scorecard(file, framework_file) for file in files]
    cards = [without_single_answers(card) for card, _ in read]
    assessments = [answers for _, answers in read if answers is not None]
    compared = api.compare(cards, assessments if len(assessments) == len(cards) else (), _framework(framework_file))
    click.echo(text.render_comparison(compared), nl=False)


@commands.command()
@click.argument("folder", default="copro-demo", metavar="[FOLDER]")
def demo(folder: str) -> None:
    """Try it: write the example into a folder, check it, score it, write its report."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    assessment, page = place / "assessment.json", place / "report.html"
    assessment.write_text(published(EXAMPLE), encoding="utf-8")
    findings = api.validate(assessment)
    _print_findings(findings)
    click.echo(f"{assessment}: {'no faults found' if not findings else 'see above'}\n")
    card, answers = _scorecard(str(assessment), None)
    shown = without_single_answers(card)
    click.echo(text.render(shown))
    page.write_text(html.render(shown, answers), encoding="utf-8")
    click.echo(f"The report: {page.resolve()}")


@commands.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@click.option("--principle", metavar="ID", help="Only stories that say something about this principle.")
@framework_option
def stories(folder: str, principle: str | None, framework_file: str | None) -> None:
    """List the case studies in a folder that may be shared with the public."""
    framework = _framework(framework_file)
    kept, told, faults = 0, 0, 0
    for path in sorted(Path(folder).rglob("*.json")):
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
            told += 1
            click.echo(text.render_story(story, str(path)))
        else:
            kept += 1
    click.echo(f"{told} may be shared; {kept} may not, and {'is' if kept == 1 else 'are'} not listed.")
    if faults:
        sys.exit(FAULTS)


@commands.group("frameworks", invoke_without_command=True)
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


@commands.command()
@click.argument("kind", required=False)
def schema(kind: str | None) -> None:
    """Print the JSON Schema of a kind of document, or list the kinds."""
    click.echo(schemas.schema_text(kind) if kind else "\n".join(schemas.KINDS) + "\n", nl=False)


def _source(file: str) -> str | bytes:
    return sys.stdin.buffer.read() if file == "-" else file


def _name(file: str) -> str:
    return "standard input" if file == "-" else file


def _load(file: str, framework: Framework | None) -> Any:
    """Load a document; its findings carry the file's name."""
    return api.load(_source(file), framework=framework)


def _story(path: Path, framework: Framework | None) -> Any:
    """Load a case study; one that names another framework than the given one may name a shipped one."""
    try:
        return api.load(path, framework=framework)
    except InvalidDocumentError as error:
        if all(getattr(finding, "code", None) != "framework-mismatch" for finding in error.findings):
            raise
        return api.load(path)


def _framework(file: str | None) -> Framework | None:
    if file is None:
        return None
    framework = _load(file, None)
    if not isinstance(framework, Framework):
        raise click.BadParameter("this is not a framework document", param_hint="--framework")
    return framework


def _scorecard(file: str, framework_file: str | None) -> tuple[Scorecard, Assessment | None]:
    """Read an assessment and score it, or read a scorecard."""
    framework = _framework(framework_file)
    document = _load(file, framework)
    if isinstance(document, Assessment):
        return api.certainty(document, framework), document
    if isinstance(document, Scorecard):
        return document, None
    raise click.BadParameter("an assessment or a scorecard is needed", param_hint="FILE")


def _print_findings(findings: Iterable[Any], *, err: bool = True) -> None:
    for finding in findings:
        place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part is not None)
        head = ": ".join(filter(None, (place, finding.pointer)))
        hint = f" {finding.hint}" if finding.hint else ""
        click.echo(f"{head or 'document'}: {finding.severity} {finding.code}: {finding.message}{hint}", err=err)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
