"""One command per need: ``demo``, ``test`` while you work, ``check`` before you are done, ``prove`` for what is slow.

Needs only python3 (3.11 or later) and pip; everything else goes into ``.venv``. What needs another
program, such as node, Chromium or LibreOffice, says that it was skipped where that is not here.
"""

import contextlib
import inspect
import math
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, NamedTuple, NoReturn

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

CHECK = (("coverage",), ("lint", "docs", "browser", "package", "node check"))
"""What holds before a change is done: chains of parts; a part is the words after ``python3 tasks.py``."""

PROVE = (
    ("node prove",),
    ("office",),
    ("only simulation",),
    ("laws 1",),
    ("laws 2",),
    ("laws 3",),
    ("laws 4",),
)
"""What is too slow for every change. A part more is a line more."""

PROVE_SECONDS = 28 * 60
"""After that no part of ``prove`` goes on."""

WORKERS = min(os.cpu_count() or 1, 4)
SKIPPED = 77
"""The exit code of a part whose program is not here, as in other test tools."""

PROGRAMS = {"chromium": "chromium", "soffice": "libreoffice-calc-nogui"}
"""Programs that ``check`` and ``prove`` use, and the Debian packages that hold them."""

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


def skip(why: str) -> NoReturn:
    """Leave a part out, and say so."""
    print("SKIPPED:", why, flush=True)
    sys.exit(SKIPPED)


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


def test(*words: str) -> None:
    """Run all tests, quickly: few examples a law. Words go to pytest, such as: test tests/test_laws.py -k level."""
    run(install("[dev]"), "-m", "pytest", "-q", *(words or ("-n", WORKERS)))


def coverage() -> None:
    """Run all tests with more examples, and with branch coverage."""
    run(
        install("[dev]"),
        "-m",
        "pytest",
        "-n",
        WORKERS,
        "--hypothesis-profile=check",
        "--cov",
        "--cov-report=term-missing",
    )


def only(mark: str) -> None:
    """Run the tests that have a mark, such as: only simulation."""
    run(install("[dev]"), "-m", "pytest", "-m", mark, "--hypothesis-profile=prove")


def laws(seed: str) -> None:
    """Try many examples of each law, such as: laws 1. Each number gives others, and the same ones each time."""
    run(install("[dev]"), "-m", "pytest", "-m", "hypothesis", "--hypothesis-profile=prove", f"--hypothesis-seed={seed}")


def explore(seconds: str = "600") -> None:
    """Try the laws with fresh chance until the time is over, saying each seed, such as: explore 3600."""
    words = ("-m", "pytest", "-q", "-n", WORKERS, "-m", "hypothesis", "--hypothesis-profile=explore")
    interpreter, ends = install("[dev]"), time.monotonic() + float(seconds)
    found = []
    while time.monotonic() < ends:
        seed = f"--hypothesis-seed={secrets.randbelow(2**32)}"
        print("$", *words[1:], seed, flush=True)
        command = [str(word) for word in (interpreter, *words, seed)]
        if subprocess.run(command, cwd=ROOT, env=settings(), check=False).returncode:
            found.append(seed)
    print("Laws failed with:" if found else "No law failed.", *found)
    sys.exit(bool(found))


def mutants(*names: str) -> None:
    """Change the arithmetic in small ways and see whether a test notices, such as: mutants copro.scoring.levels.*."""
    interpreter = install("[dev]")
    run(sys.executable, "-m", "pip", "--python", interpreter, "install", "--quiet", "mutmut", quiet=True)
    run(interpreter, "-m", "mutmut", "run", "--max-children", WORKERS, *names)
    command = [str(interpreter), "-m", "mutmut", "results"]
    results = subprocess.run(command, cwd=ROOT, env=settings(), capture_output=True, text=True, check=True).stdout
    print("No test noticed these. See one with: .venv/bin/python -m mutmut show NAME")
    print(*(line for line in results.splitlines() if not line.endswith("not checked")), sep="\n")


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


def install_node() -> None:
    """Install the packages that the lock file for JavaScript names, unless that has been done since it changed."""
    if not (shutil.which("node") and shutil.which("npm")):
        skip("node and npm are not here. Nothing was asked in JavaScript, and no page was opened in a browser.")
    stamp = NODE / "node_modules" / "installed"
    if not stamp.exists() or stamp.stat().st_mtime < (NODE / "package-lock.json").stat().st_mtime:
        print(f"Installing into {NODE / 'node_modules'} ...", flush=True)
        words = ("npm", "ci", "--prefix", str(NODE), "--ignore-scripts", "--no-audit", "--no-fund")
        if subprocess.run(words, executable=shutil.which("npm"), cwd=ROOT, check=False).returncode:
            skip("npm could not install its packages. Nothing was asked in JavaScript or opened in a browser.")
        stamp.touch()


def in_node(script: str, *words: object) -> None:
    """Run one of the scripts in JavaScript."""
    install_node()
    run(shutil.which("node"), NODE / script, *words, quiet=True)


def types() -> None:
    """Put shared definitions into the schemas, and write the TypeScript types; needs node and npm."""
    run(install("[dev]"), "tests/definitions.py")
    in_node("types.mjs", "schemas", "schemas/types")


def node(profile: str = "quick") -> None:
    """Ask Ajv, TypeScript, a portal and the second scorer; a profile says of how many documents, such as: node prove."""
    install_node()
    run(install("[dev]"), "tests/corpus.py", WORK, profile, quiet=True)
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
    if not chromium:
        skip("chromium is not here. No page was opened in a browser.")
    interpreter = install("[dev]")
    WORK.mkdir(exist_ok=True)
    reports = []
    for language in ("en", "en-x-easyread"):
        reports.append(WORK / f"report-{language}.html")
        words = ("report", EXAMPLE, "--language", language, "--output", reports[-1])
        run(interpreter, "-m", "copro", *words, quiet=True)
    built = [ROOT / "docs/_build/html" / page for page in PAGES]
    in_node("browser.mjs", chromium, *reports, *(page for page in built if page.exists()))


def office() -> None:
    """Open workbooks in LibreOffice, save them there, and read them again; needs soffice."""
    if not shutil.which("soffice"):
        skip("soffice is not here. No workbook was opened in LibreOffice.")
    only("office")


def tools() -> None:
    """Install Chromium and LibreOffice with apt-get, where this user may; say what there is. Never fails."""
    missing = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    if missing and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        for words in (["update"], ["install", "--yes", "--no-install-recommends", *missing]):
            print("$", "apt-get", *words, flush=True)
            with contextlib.suppress(subprocess.TimeoutExpired):
                frontend = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
                subprocess.run(["apt-get", "--quiet=2", *words], env=frontend, timeout=300, check=False)
    for program in ("node", "npm", *PROGRAMS):
        print(f"{program}: {shutil.which(program) or 'not here, so what needs it is skipped'}", flush=True)


class Part(NamedTuple):
    """A part that runs now, and those that come after it."""

    words: str
    after: tuple[str, ...]
    process: subprocess.Popen[bytes]
    said: IO[bytes]
    started: float


def start(words: str, *after: str) -> Part:
    """Start a part in a process and a process group of its own; what it says is kept."""
    said = tempfile.TemporaryFile()  # noqa: SIM115  open until the part has ended
    process = subprocess.Popen(
        [sys.executable, __file__, *words.split()],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    return Part(words, after, process, said, time.monotonic())


def stop(part: Part) -> None:
    """Stop a part with all that it started."""
    with contextlib.suppress(ProcessLookupError):
        if os.name == "posix":
            os.killpg(part.process.pid, signal.SIGKILL)
        part.process.kill()
    part.process.wait()


def told(part: Part, result: str) -> None:
    """Say how a part ended: the last line of what it said, or all of it where it failed."""
    part.said.seek(0)
    said = part.said.read().decode(errors="replace").strip() or "(It said nothing.)"
    part.said.close()
    print(f"{result:12} {time.monotonic() - part.started:4.0f} s  {part.words}")
    print(said if result == "failed" else said.rpartition("\n")[2], flush=True)


def side_by_side(chains: Iterable[tuple[str, ...]], seconds: float = math.inf) -> dict[str, str]:
    """Run chains of parts, two at a time; say how each part ended, and tell what was not reached in the time."""
    waiting, running, ends = list(chains), list[Part](), time.monotonic() + seconds
    results = {words: "not reached" for chain in waiting for words in chain}
    try:
        while (waiting or running) and time.monotonic() < ends:
            while waiting and len(running) < 2:
                running.append(start(*waiting.pop(0)))
            time.sleep(0.1)
            for part in [part for part in running if part.process.poll() is not None]:
                results[part.words] = {0: "passed", SKIPPED: "skipped"}.get(part.process.returncode, "failed")
                running.remove(part)
                told(part, results[part.words])
                if part.after:
                    running.append(start(*part.after))
    finally:
        for part in running:
            stop(part)
            told(part, results[part.words])
    return results


def ready() -> float:
    """Install what the parts need, each thing once, and return the time at which they can start."""
    install("[dev]")
    with contextlib.suppress(SystemExit):  # each part that needs it says so again, and is skipped or fails
        install_node()
    return time.monotonic()


def concluded(task: str, results: dict[str, str], started: float) -> None:
    """Say how it all ended, name what was left out, and end with 1 where a part failed or too few were reached."""
    named = {
        each: [words for words in results if results[words] == each] for each in ("failed", "skipped", "not reached")
    }
    for each, words in named.items():
        if words:
            print(f"{each}: {', '.join(words)}")
    passed = list(results.values()).count("passed")
    print(f"{task} took {time.monotonic() - started:.0f} seconds. Of {len(results)} parts:")
    print(
        f"{task}: {passed} passed, {len(named['failed'])} failed, {len(named['skipped']) + len(named['not reached'])} skipped"
    )
    sys.exit(bool(named["failed"]) or 2 * passed < len(results))


def check() -> None:
    """Run everything that must hold before a change is done, in about five minutes."""
    started = ready()
    concluded("check", side_by_side(CHECK), started)


def prove() -> None:
    """Run what is too slow for every change, in at most half an hour; name what was skipped or not reached."""
    started = ready()
    concluded("prove", side_by_side(PROVE, PROVE_SECONDS), started)


TASKS: dict[str, Callable[..., None]] = {
    task.__name__: task
    for task in (
        *(demo, test, check, prove, explore, mutants, format, messages, types),
        *(coverage, lint, docs, browser, package, node, office, only, laws, tools),
    )
}


def takes(task: Callable[..., None], words: tuple[str, ...]) -> bool:
    """Tell whether a task takes these words."""
    try:
        inspect.signature(task).bind(*words)
    except TypeError:
        return False
    return True


if __name__ == "__main__":
    name, *words = sys.argv[1:] or [""]
    if name not in TASKS or not takes(TASKS[name], tuple(words)):
        print("python3 tasks.py TASK, where TASK is one of:")
        for each, task in TASKS.items():
            print(f"  {each:8} {(task.__doc__ or '').splitlines()[0]}")
        sys.exit(2)
    TASKS[name](*words)
