"""The pages of findings, one a code, and the tables of the reference: made from the codes when the site is built."""

from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from copro.findings import codes
from copro.findings.code import Code, Example
from copro.findings.codes import CODES, GROUPS, page_of


class FindingGroup(SphinxDirective):
    """Print the table of the codes that stand together in the reference, in the group that the argument names."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Write the table as Markdown and let the page's parser read it."""
        (group,) = self.arguments
        self.env.note_dependency(str(Path(codes.__file__).with_name(f"{group}.py")))
        holder = nodes.container()
        lines = StringList(list(as_table(GROUPS[group])), source=f"findings {group}")
        self.state.nested_parse(lines, self.content_offset, holder)
        return holder.children


def as_table(group: tuple[Code, ...]) -> Iterator[str]:
    """A row for each code, line by line."""
    yield "| Code | Severity | What it means |"
    yield "|---|---|---|"
    for code in group:
        yield f"| [`{code.code}`](findings/{code.code}.md) | {code.severity} | {code.means} |"


def write_pages(app: Sphinx) -> None:
    """Write the pages where Sphinx looks for them; git leaves them out. One that is there already stays untouched."""
    wanted = {Path(app.srcdir, page_of(name)).with_suffix(".md"): as_page(code) for name, code in CODES.items()}
    folder = next(iter(wanted)).parent
    folder.mkdir(exist_ok=True)
    for page in set(folder.iterdir()) - set(wanted):
        page.unlink()
    for page, text in wanted.items():
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


def as_page(code: Code) -> str:
    """The page of a code, as Markdown."""
    example = code.example
    place = f"The finding is at {example.place}." if example.place else ""
    parts = [
        f"# `{code.code}`",
        f"**{code.severity.capitalize()}.** {code.means}",
        "## Why it matters",
        code.why,
        "## What to do",
        f"{code.do} {code.see}".rstrip(),
        "## Wrong",
        f"In {example.setting}:",
        as_block(example.wrong, example),
        f"{example.note} {place}".strip(),
        "## Right",
        as_block(example.right, example),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def as_block(text: str, example: Example) -> str:
    """A fenced block; what stands in a file as it is may be no JSON, and is shown without colours."""
    is_json = example.setting != "a file" and text[0] in "[{"
    return f"```{'json' if is_json else 'text'}\n{text}\n```"
