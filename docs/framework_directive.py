"""The ``framework`` directive: what a shipped framework asks, printed from its own file."""

from collections.abc import Iterator

from docutils import nodes
from docutils.parsers.rst import Directive
from docutils.statemachine import StringList

from copro import frameworks
from copro.model.framework import Framework, Indicator, Principle
from copro.model.values import in_language


class ShippedFramework(Directive):
    """Print the scale, principles, statements and descriptors of the framework that the argument names."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Write the framework as Markdown and let the page's parser read it."""
        framework = frameworks.get(self.arguments[0])
        holder = nodes.container()
        lines = StringList(list(in_markdown(framework)), source=framework.name)
        self.state.nested_parse(lines, self.content_offset, holder)
        return [holder]


def in_markdown(framework: Framework) -> Iterator[str]:
    """A framework's scale and statements, line by line; no headings, which a directive may not make."""
    steps = framework.scale.steps
    yield "**The scale**"
    yield ""
    for step in steps:
        meaning = f": {in_language(step.meaning, 'en')}" if step.meaning else ""
        yield f"- {step.value:g}, {in_language(step.name, 'en')}{meaning}"
    for principle in framework.principles:
        yield ""
        yield f"**{in_language(principle.name, 'en')}** (`{principle.id}`){_marks(principle)}"
        yield ""
        if principle.statement:
            yield in_language(principle.statement, "en")
            yield ""
        for indicator in principle.indicators:
            yield f"- {in_language(indicator.statement, 'en')} (`{indicator.id}`){_marks(indicator)}"
            for step, descriptor in zip(steps, indicator.descriptors, strict=False):
                yield f"  - {step.value:g}: {in_language(descriptor, 'en')}"


def _marks(item: Principle | Indicator) -> str:
    said = {"source": "from the source, in our words", "authors": "written by the authors of this file"}
    marks = [said[item.origin]] if item.origin else []
    marks += [] if item.verified else ["not verified"]
    return f" ({'; '.join(marks)})" if marks else ""
