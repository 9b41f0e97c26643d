"""One command per need: ``python3 tasks.py demo`` and ``python3 tasks.py check``.

Needs only python3 (3.11 or later) and pip; everything else goes into ``.venv``. Where node and npm
are there too, the schemas, types and scoring vectors are also checked in JavaScript.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "constraints.txt"
EXAMPLE = "examples/walk-your-neighbourhood/assessment.json"

NODE = ROOT / "tests" / "node"
WORK = NODE / "work"
PORTAL = "Walk Your Neighbourhood: 14 responses, Sharing has begun. Community 1.7, services 2.3 of 4."
"""What the portal in TypeScript says of the example."""

PAGES = ("index.html", "how-to/tables.html", "reference/frameworks/nef-six.html", "reference/findings/not-a-step.html")
"""Pages of the documentation that are opened in a browser, of each kind one."""

PROOF = """
import copro
from copro.documents.schemas import PUBLISHED, schema_text
from copro.documents.published import published
assert "site-packages" in copro.__file__, copro.__file__
assert all(schema_text(kind) for kind in PUBLISHED)
with copro.speaking("en-x-easyread") as speech:
    assert speech.spoken == "en-x-easyread", "the catalogues are not in the package"
card = copro.score(copro.loads(published("examples/walk-your-neighbourhood/assessment.json")))
print("installed copro", copro.__version__, "frameworks", *copro.frameworks.names(), "level", card.overall.level)
"""


def python(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(*command: object, quiet: bool = False) -> None:
    """Run a command at the project's root; stop everything where it fails."""
    words = [str(word) for word in command]
    if not quiet:
        print("$", " ".join(words[2:] if words[1:2] == ["-m"] else words), flush=True)
    finished = subprocess.run(words, cwd=ROOT, env=settings(), check=False)
    if finished.returncode:
        sys.exit(finished.returncode)


def settings() -> dict[str, str]:
    """The environment of every command: pinned versions, also for what builds the package."""
    pins = str(CONSTRAINTS)
    return {**os.environ, "PIP_CONSTRAINT": pins, "PIP_BUILD_CONSTRAINT": pins, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def make(environment: Path, *packages: object) -> Path:
    """Make a virtual environment and install into it.

    The environment has no pip of its own: the pip at hand installs from outside. So this works
    where the system's python3 is externally managed, and where python3-venv is missing.
    """
    venv.create(environment, clear=True, with_pip=False)
    interpreter = python(environment)
    run(sys.executable, "-m", "pip", "--python", interpreter, "install", "--quiet", *packages, quiet=True)
    return interpreter


def install(extra: str = "") -> Path:
    """Install copro into ``.venv``, unless that has been done since the project's files changed."""
    stamp = VENV / f"installed{extra}"
    sources = [ROOT / "pyproject.toml", CONSTRAINTS]
    if not stamp.exists() or stamp.stat().st_mtime < max(path.stat().st_mtime for path in sources):
        print(f"Installing into {VENV} ...", flush=True)
        make(VENV, "--editable", f"{ROOT}{extra}")
        stamp.touch()
    return python(VENV)


def demo() -> None:
    """Install, check and score the example, write its report and print where it is."""
    dev = VENV / "installed[dev]"
    interpreter = python(VENV) if dev.exists() else install()
    run(interpreter, "-m", "copro", "demo", "copro-demo", quiet=True)


def lint() -> None:
    """Check format, style, types and layers."""
    interpreter = install("[dev]")
    run(interpreter, "-m", "ruff", "format", "--check", ".")
    run(interpreter, "-m", "ruff", "check", ".")
    run(interpreter, "-m", "mypy")
    run(interpreter, "-c", "from importlinter.cli import lint_imports_command as main; main()", quiet=True)


def format() -> None:  # noqa: A001  read as: python3 tasks.py format
    """Write files in the project's format and mend what can be mended."""
    interpreter = install("[dev]")
    run(interpreter, "-m", "ruff", "format", ".")
    run(interpreter, "-m", "ruff", "check", "--fix", ".")


def test() -> None:
    """Run all tests with branch coverage, those in documents and docstrings too."""
    run(install("[dev]"), "-m", "pytest", "--cov", "--cov-report=term-missing")


def docs() -> None:
    """Build the documentation; a warning is an error."""
    run(install("[dev]"), "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "-b", "html", "docs", "docs/_build/html")


def package() -> None:
    """Build the wheel and the sdist, and prove each in a clean environment."""
    interpreter = install("[dev]")
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "dist"
        run(interpreter, "-m", "build", "--no-isolation", "--outdir", built, ".")
        for archive in sorted(built.iterdir()):
            print(f"Proving {archive.name} ...", flush=True)
            clean = make(Path(folder) / "clean", archive)
            run(clean, "-I", "-c", PROOF, quiet=True)
            run(clean, "-I", "-m", "copro", "validate", ROOT / EXAMPLE, quiet=True)


def messages() -> None:
    """Gather every sentence into the catalogues of the languages, and compile them."""
    run(install("[dev]"), "tests/catalogues.py")


def in_node(script: str, *words: object) -> None:
    """Run one of the scripts in JavaScript, with the packages that its lock file names."""
    stamp = NODE / "node_modules" / "installed"
    if not stamp.exists() or stamp.stat().st_mtime < (NODE / "package-lock.json").stat().st_mtime:
        print(f"Installing into {NODE / 'node_modules'} ...", flush=True)
        run(shutil.which("npm"), "ci", "--prefix", NODE, "--ignore-scripts", "--no-audit", "--no-fund", quiet=True)
        stamp.touch()
    run(shutil.which("node"), NODE / script, *words, quiet=True)


def types() -> None:
    """Put shared definitions into the schemas, and write the TypeScript types; needs node and npm."""
    run(install("[dev]"), "tests/definitions.py")
    in_node("types.mjs", "schemas", "schemas/types")


def node() -> None:
    """Ask JavaScript: Ajv's verdicts, types, a portal, and the second scorer; needs node and npm."""
    if not (shutil.which("node") and shutil.which("npm")):
        print("SKIPPED: node and npm are not here. Ajv, TypeScript and the second scorer were not asked.")
        return
    run(install("[dev]"), "tests/corpus.py", WORK, quiet=True)
    in_node("ajv.mjs", "schemas", WORK / "corpus.json")
    in_node("types.mjs", "schemas", "schemas/types", "--check")
    in_node("node_modules/typescript/bin/tsc", "--project", NODE / "tsconfig.json")
    portal = [shutil.which("node"), WORK / "portal.js", EXAMPLE, WORK / "scorecard.json"]
    said = subprocess.run([str(word) for word in portal], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    print(f"TypeScript: the portal says {said!r}.")
    if not said.startswith(PORTAL):
        sys.exit(f"It should begin with {PORTAL!r}.")
    in_node("vectors.mjs", WORK / "worlds.json", "src/copro/data/frameworks", "schemas/vectors")


def browser() -> None:
    """Open the report and pages of the documentation in Chromium, with axe; needs node, npm and chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not (chromium and shutil.which("node") and shutil.which("npm")):
        print("SKIPPED: chromium, node or npm is not here. No page was opened in a browser.")
        return
    interpreter = install("[dev]")
    WORK.mkdir(exist_ok=True)
    reports = []
    for language in ("en", "en-x-easyread"):
        reports.append(WORK / f"report-{language}.html")
        words = ("report", EXAMPLE, "--language", language, "--output", reports[-1])
        run(interpreter, "-m", "copro", *words, quiet=True)
    built = [ROOT / "docs/_build/html" / page for page in PAGES]
    in_node("browser.mjs", chromium, *reports, *(page for page in built if page.exists()))


def check() -> None:
    """Run everything that must hold before a change is done."""
    started = time.monotonic()
    for task in (lint, docs, package, test, node, browser):
        task()
    print(f"All good, in {time.monotonic() - started:.0f} seconds.")


TASKS = {
    task.__name__: task for task in (demo, check, format, lint, test, docs, messages, package, node, types, browser)
}

if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in TASKS:
        print("python3 tasks.py TASK, where TASK is one of:")
        for name, task in TASKS.items():
            print(f"  {name:8} {(task.__doc__ or '').splitlines()[0]}")
        sys.exit(2)
    TASKS[sys.argv[1]]()
