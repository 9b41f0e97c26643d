"""Frameworks, vocabularies and crosswalks as plain text, for a terminal."""

import functools
from collections.abc import Iterable, Iterator, Sequence

from copro.messages import counted, marked, message, say, telling
from copro.model.crosswalk import Confidence, Crosswalk, Link, Relation
from copro.model.framework import Framework, Indicator, Principle, Source
from copro.model.outline import Outline
from copro.model.values import Text
from copro.model.vocabulary import Term, Vocabulary
from copro.report import lines, text, words
from copro.report.language import closing, language_name
from copro.report.unmet import idea_words

wrapped = functools.partial(lines.wrapped, width=80)
"""Lines of at most 80 characters."""

ORIGINS = {
    "source": marked("from the source"),
    "authors": marked("written by the authors of this file"),
}

RELATIONS: dict[Relation, str] = {
    "exact": marked("means the same as"),
    "close": marked("is close to"),
    "broader": marked("is part of"),
    "narrower": marked("takes in"),
    "related": marked("touches"),
}
"""How the first end of a link relates to the second, between their names."""

CONFIDENCES: dict[Confidence, str] = {
    "high": marked("high confidence"),
    "medium": marked("medium confidence"),
    "low": marked("low confidence"),
}


def list_all(
    frameworks: Iterable[Framework], vocabularies: Iterable[Vocabulary], crosswalks: Iterable[Crosswalk]
) -> str:
    """List frameworks, then vocabularies, then crosswalks: a block of short lines each.

    Returns:
        Lines of at most 80 characters, save where a name is longer; ends with a line break.
    """
    headed = (
        (message("FRAMEWORKS"), [_framework_block(one) for one in frameworks]),
        (message("VOCABULARIES (lists of terms, never scored)"), [_vocabulary_block(one) for one in vocabularies]),
        (message("CROSSWALKS (opinions, each link with its reason)"), [_crosswalk_block(one) for one in crosswalks]),
    )
    parts = ["\n\n".join([heading, *("\n".join(block) for block in blocks)]) for heading, blocks in headed if blocks]
    return "\n\n".join(parts) + "\n"


def show(what: Framework | Vocabulary | Crosswalk) -> str:
    """Show all of a framework, vocabulary or crosswalk: what it holds and where that comes from."""
    with telling(what.language):
        return "\n".join([*_all_of(what), "", text.render(Outline(closing=closing()))])


def _all_of(what: Framework | Vocabulary | Crosswalk) -> list[str]:
    if isinstance(what, Framework):
        parts = (_framework_block, _about, _steps, _perspectives, _principles, _levels, _translations)
        return [line for part in parts for line in part(what)]
    if isinstance(what, Vocabulary):
        return [*_vocabulary_block(what), *_about(what), "", *_terms(what)]
    return [*_crosswalk_block(what), *wrapped(say(what.summary, what.language), "  "), "", *_links(what)]


def _framework_block(framework: Framework) -> Iterator[str]:
    indicators = framework.indicators
    principles = counted("{count} principle", "{count} principles", len(framework.principles))
    statements = counted("{count} statement", "{count} statements", len(indicators))
    yield framework.name
    yield from wrapped(
        message(
            "{title}: {principles}, {statements}.",
            title=say(framework.title, framework.language),
            principles=principles,
            statements=statements,
        ),
        "  ",
    )
    yield from _published(framework, [*framework.principles, *indicators])


def _vocabulary_block(vocabulary: Vocabulary) -> Iterator[str]:
    terms = counted("{count} term", "{count} terms", len(vocabulary.terms))
    title = say(vocabulary.title, vocabulary.language)
    yield vocabulary.name
    yield from wrapped(
        message("{title}: {terms}, in order.", title=title, terms=terms)
        if vocabulary.ordered
        else message("{title}: {terms}.", title=title, terms=terms),
        "  ",
    )
    yield from _published(vocabulary, vocabulary.terms)


def _crosswalk_block(crosswalk: Crosswalk) -> Iterator[str]:
    links = counted("{count} link", "{count} links", len(crosswalk.links))
    yield crosswalk.id
    yield from wrapped(say(crosswalk.title, crosswalk.language), "  ")
    yield from wrapped(
        message("From {one} to {other}: {links}.", one=crosswalk.from_, other=crosswalk.to, links=links), "  "
    )
    authors = words.in_a_row(sorted({link.author for link in crosswalk.links}))
    yield from wrapped(message("Opinion of: {authors}.", authors=authors), "  ")
    if crosswalk.licence:
        yield from wrapped(message("Licence of these words: {licence}.", licence=crosswalk.licence), "  ")


def _published(what: Framework | Vocabulary, parts: Sequence[Principle | Indicator | Term]) -> Iterator[str]:
    """Who published it, its edition, how its licences stand, and how much is not verified."""
    edition = message("Edition {edition}", edition=what.edition)
    publisher = _bare(what.publisher, what.language)
    yield from wrapped(
        message("{edition}, published by {publisher}.", edition=edition, publisher=publisher)
        if publisher
        else message("{edition}.", edition=edition),
        "  ",
    )
    if what.licence:
        yield from wrapped(message("Licence of these words: {licence}.", licence=what.licence), "  ")
    if what.source and what.source.licence:
        told = _bare(what.source.licence, what.language)
        yield from wrapped(message("Licence of the source: {licence}.", licence=told), "  ")
    unverified = sum(not part.verified for part in parts)
    if unverified:
        yield from wrapped(
            counted("{count} statement is not verified.", "{count} statements are not verified.", unverified)
            if isinstance(what, Framework)
            else counted("{count} term is not verified.", "{count} terms are not verified.", unverified),
            "  ",
        )


def _bare(text: Text | None, language: str) -> str:
    """Words without the full stop that the sentence around them brings."""
    return say(text, language).rstrip(".")


def _about(what: Framework | Vocabulary) -> Iterator[str]:
    yield from wrapped(say(what.summary, what.language), "  ")
    if what.source:
        yield from _source(what.source, what.language)


def _source(source: Source, language: str) -> Iterator[str]:
    citation = _bare(source.citation, language)
    year = str(source.year) if source.year and str(source.year) not in citation else ""
    told = words.in_a_row([citation, year]) if year else citation
    yield from wrapped(message("Source: {citation}.", citation=told), "  ")
    if source.url:
        address = message("Address: {url}", url=source.url)
        yield f"  {address}"
    if source.copyright:
        yield from wrapped(message("Copyright of the source: {who}.", who=_bare(source.copyright, language)), "  ")


def _marks(part: Principle | Indicator | Term) -> str:
    """Where a part comes from, and whether that was checked; empty where the file says neither."""
    marks = [message(ORIGINS[part.origin])] if part.origin else []
    if isinstance(part, Indicator) and part.private:
        marks.append(message("private: never in public or on a wall"))
    if not part.verified:
        marks.append(message("not verified"))
    return f" [{words.in_a_row(marks)}]" if marks else ""


def _steps(framework: Framework) -> Iterator[str]:
    yield ""
    yield message("The steps of the scale:")
    for step in framework.scale.steps:
        name = f"{words.plain(step.value)} {say(step.name, framework.language)}"
        told = words.labelled(name, say(step.meaning, framework.language)) if step.meaning else name
        yield from wrapped(told, "  ", "    ")
    if framework.rating_rule:
        yield ""
        yield message("How to choose a step, and what words mean here:")
        for rule in framework.rating_rule:
            yield from wrapped(say(rule, framework.language), "  - ", "    ")


def _perspectives(framework: Framework) -> Iterator[str]:
    yield ""
    yield message("The perspectives, and the side of each:")
    for place in framework.perspectives:
        name = f"{say(place.name, framework.language)} ({place.id})"
        yield from wrapped(words.labelled(name, message(words.SIDE_NAMES[place.side])), "  ", "    ")
        yield from wrapped(say(place.description, framework.language), "    ")
    if framework.choose_perspective:
        yield ""
        yield message("How to choose a perspective:")
        yield from wrapped(say(framework.choose_perspective, framework.language), "  ")


def _principles(framework: Framework) -> Iterator[str]:
    language = framework.language
    for principle in framework.principles:
        yield ""
        yield from wrapped(f"{say(principle.name, language)} ({principle.id}){_marks(principle)}")
        yield from wrapped(say(principle.statement, language), "  ")
        for indicator in principle.indicators:
            told = words.labelled(indicator.id, say(indicator.statement, language))
            yield from wrapped(f"{told}{_marks(indicator)}", "  ", "    ")
            for step, descriptor in zip(framework.scale.steps, indicator.descriptors, strict=False):
                yield from wrapped(f"{words.plain(step.value)} {say(descriptor, language)}", "    ", "      ")
            if indicator.next:
                yield from wrapped(message("What people could do next, from each step, to talk about:"), "    ")
            for idea in indicator.next:
                yield from wrapped(
                    f"{words.plain(idea.from_)} {idea_words(idea, framework.language)}", "    ", "      "
                )
            if indicator.sources:
                told = message("Where the idea comes from: {sources}", sources=words.apart(indicator.sources))
                yield from wrapped(told, "    ", "      ")


def _levels(framework: Framework) -> Iterator[str]:
    if framework.levels:
        yield ""
        yield message("The levels:")
    for level in framework.levels:
        name = say(level.name, framework.language)
        told = words.labelled(name, say(level.meaning, framework.language)) if level.meaning else name
        yield from wrapped(told, "  ", "    ")
    if framework.threshold_basis:
        basis = say(framework.threshold_basis, framework.language)
        yield ""
        yield from wrapped(message("What the levels rest on: {basis}", basis=basis))


def _translations(framework: Framework) -> Iterator[str]:
    if framework.translations:
        yield ""
        yield message("Who put it into other languages:")
    for note in framework.translations:
        told = words.in_a_row([note.by, words.day(note.date)])
        yield from wrapped(words.labelled(language_name(note.language), told), "  ", "    ")


def _terms(vocabulary: Vocabulary) -> Iterator[str]:
    language = vocabulary.language
    group = ""
    for term in vocabulary.terms:
        if (found := say(term.group, language)) != group:
            group = found
            yield from wrapped(message("{group}:", group=group)) if group else [""]
        number = f"{term.value} " if term.value is not None else ""
        yield from wrapped(f"{number}{say(term.name, language)} ({term.id}){_marks(term)}", "  ", "    ")
        yield from wrapped(say(term.meaning, language), "    ")


def _links(crosswalk: Crosswalk) -> Iterator[str]:
    for link in crosswalk.links:
        yield from wrapped(link_words(link), "  ", "    ")
        yield from wrapped(say(link.rationale, crosswalk.language), "    ")
        yield from wrapped(
            message(
                "{author}, {date}, {confidence}.",
                author=link.author,
                date=words.day(link.date),
                confidence=message(CONFIDENCES[link.confidence]),
            ),
            "    ",
        )


def link_words(link: Link) -> str:
    """Say how the two ends of a link relate, by their ids."""
    return message(
        "{one} {relation} {other} ({word})",
        one=link.from_,
        relation=message(RELATIONS[link.relation]),
        other=link.to,
        word=link.relation,
    )
