"""The ``crosswalk`` directive: what a shipped crosswalk links and where each end is silent, from its own file."""

from collections.abc import Iterator

from docutils import nodes
from docutils.parsers.rst import Directive
from docutils.statemachine import StringList

from copro import frameworks
from copro.model.crosswalk import Crosswalk
from copro.model.framework import Framework
from copro.model.values import in_language
from copro.report.frameworks import RELATIONS


class ShippedCrosswalk(Directive):
    """Print what each framework says that the other does not, then every link of the crosswalk."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Write the crosswalk as Markdown and let the page's parser read it."""
        crosswalk = next(one for one in frameworks.crosswalks() if one.id == self.arguments[0])
        holder = nodes.container()
        lines = StringList(list(in_markdown(crosswalk)), source=crosswalk.id)
        self.state.nested_parse(lines, self.content_offset, holder)
        return [holder]


def in_markdown(crosswalk: Crosswalk) -> Iterator[str]:
    """A crosswalk's silences and links, line by line; no headings, which a directive may not make."""
    source, target = frameworks.get(crosswalk.from_), frameworks.get(crosswalk.to)
    near = [link for link in crosswalk.links if link.relation in {"exact", "close"}]
    yield in_language(crosswalk.summary or "", "en")
    yield ""
    yield from _share("This framework", target, {link.to for link in near}, {link.to for link in crosswalk.links})
    yield from _share("The core", source, {link.from_ for link in near}, {link.from_ for link in crosswalk.links})
    yield ""
    names = [
        {principle.id: in_language(principle.name, "en") for principle in end.principles} for end in (source, target)
    ]
    for link in crosswalk.links:
        yield f"- **{names[0][link.from_]}** {RELATIONS[link.relation]} **{names[1][link.to]}**:"
        yield f"  {in_language(link.rationale, 'en')} (`{link.relation}`, {link.confidence} confidence)"


def _share(who: str, end: Framework, near: set[str], linked: set[str]) -> Iterator[str]:
    """Which of a framework's principles the other one matches, which it only touches, which it leaves out."""
    for told, ids in (
        ("has a counterpart for", near),
        ("only touches", linked - near),
        ("says nothing on", {principle.id for principle in end.principles} - linked),
    ):
        names = [in_language(principle.name, "en") for principle in end.principles if principle.id in ids]
        if names:
            yield f"- {who} {told}: {'; '.join(names)}."
