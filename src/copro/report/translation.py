"""A scorecard in the words of another framework, as plain text."""

from collections.abc import Iterator

from copro.messages import marked, message, say, telling
from copro.model.scorecard import Scorecard
from copro.model.suppressed import Figure, Suppressed
from copro.model.translation import Missing, Route, TranslatedPrinciple, Translation
from copro.model.values import MAIN_SIDES
from copro.report import words
from copro.report.frameworks import CONFIDENCES, RELATIONS, wrapped
from copro.report.lines import closing

NO_TOTAL = marked("A translation has no level and no overall figure.")
NOT_ASKED = marked("it was not asked here")
COLUMN = 11


def render(translation: Translation, card: Scorecard) -> str:
    """Render a translation for a terminal.

    Args:
        translation: The translation.
        card: The scorecard that it was made from, with single people's answers withheld.

    Returns:
        The figures, each with what it rests on; the links that carry none; what each framework
        says that the other does not. Ends with its language and a line break.
    """
    parts = (_head, _table, _listed, _silences, _end)
    with telling(card.assessment.language):
        shown = ["\n".join(lines) for part in parts if (lines := list(part(translation, card)))]
        return "\n\n".join([*shown, "\n".join(closing())]) + "\n"


def _end(_translation: Translation, _card: Scorecard) -> Iterator[str]:
    yield from wrapped(message(NO_TOTAL))
    yield from wrapped(message(words.DO_NOT_RANK))


def _head(translation: Translation, card: Scorecard) -> Iterator[str]:
    subject, framework = card.assessment, card.framework
    yield from wrapped(say(subject.title, subject.language))
    name, period = say(subject.initiative.name, subject.language), words.period_words(card)
    yield from wrapped(words.in_a_row([name, period]) if period else name)
    yield from wrapped(
        message(
            "People answered {framework} ({name}). This shows it in the words of {target} ({target_name}).",
            framework=say(framework.title, framework.language),
            name=framework.name,
            target=say(translation.title, translation.language),
            target_name=translation.target,
        )
    )
    if card.status != "scored":
        yield from wrapped(words.status_words(card))
    if translation.crosswalks:
        names = words.in_a_row(translation.crosswalks)
        yield from wrapped(message("Crosswalks used: {names}. A crosswalk is somebody's opinion.", names=names))


def _table(translation: Translation, card: Scorecard) -> Iterator[str]:
    scale, language = card.framework.scale, translation.language
    shown = [principle for principle in translation.principles if principle.rests_on]
    if not shown:
        yield message("No figure can be carried over.")
        return
    longest = max(len(say(principle.name, language)) for principle in shown)
    heads = (message("Community"), message("Services"), message("Score"))
    yield f"{'':{longest}}{''.join(f'{head:>{COLUMN}}' for head in heads)}"
    for principle in shown:
        figures = [*(principle.sides[side] for side in MAIN_SIDES), principle.score]
        cells = "".join(f"{_cell(figure, card):>{COLUMN}}" for figure in figures)
        yield f"{say(principle.name, language):{longest}}{cells}"
        yield from _rests_on(principle, translation, card)
    yield ""
    yield from wrapped(
        message(
            "Figures are places on the scale that people answered on, {lowest} to {highest}. "
            "Each is the lowest among the principles it rests on.",
            lowest=words.plain(scale.lowest),
            highest=words.plain(scale.highest),
        )
    )
    if any(isinstance(figure, Suppressed) for p in shown for figure in (p.score, *p.sides.values())):
        yield from wrapped(message("Private: not shown, because it would tell what one person answered."))


def _cell(figure: Figure, card: Scorecard) -> str:
    if isinstance(figure, Suppressed):
        return message("private")
    return words.steps(figure, card.framework.scale)


def _rests_on(principle: TranslatedPrinciple, translation: Translation, card: Scorecard) -> Iterator[str]:
    for route in principle.rests_on:
        yield from _route(route, message("rests on: {link}", link=_route_words(route, translation, card)), card)
    for missing in principle.missing:
        yield from wrapped(_missing_words(missing, card), "  ", "    ")


def _route(route: Route, told: str, card: Scorecard) -> Iterator[str]:
    """One route, and the reason for each link of it."""
    yield from wrapped(told, "  ", "    ")
    for link in route.links:
        yield from wrapped(say(link.rationale, card.framework.language), "    ")


def _route_words(route: Route, translation: Translation, card: Scorecard) -> str:
    ends = {
        "one": _name_in_card(route.source, card),
        "relation": message(RELATIONS[route.relation]),
        "other": next(say(p.name, translation.language) for p in translation.principles if p.id == route.target),
    }
    if route.confidence is None:
        return message("the same principle.")
    sure = message(CONFIDENCES[route.confidence])
    if len(route.links) > 1:
        middle = route.links[0].to
        return message("{one} {relation} {other}, by way of {middle}; {sure}.", **ends, middle=middle, sure=sure)
    return message("{one} {relation} {other}; {sure}.", **ends, sure=sure)


def _name_in_card(name: str, card: Scorecard) -> str:
    """What a principle of the scorecard is called; its id, where it is not in the scorecard."""
    named = [principle.name for principle in card.principles if principle.id == name]
    return say(named[0], card.framework.language) if named else name


def _missing_words(missing: Missing, card: Scorecard) -> str:
    name = _name_in_card(missing.principle, card)
    reason = NOT_ASKED if missing.reason == "not_asked" else words.MISSING.get(missing.reason or "", "")
    if not reason:
        return message("no score: {name} has none.", name=name)
    return message("no score: {name} has none, because {reason}.", name=name, reason=message(reason))


def _listed(translation: Translation, card: Scorecard) -> Iterator[str]:
    if translation.listed:
        yield message("LINKS THAT CARRY NO FIGURE")
    for route in translation.listed:
        yield from _route(route, _route_words(route, translation, card), card)


def _silences(translation: Translation, card: Scorecard) -> Iterator[str]:
    if not translation.silent and not translation.no_place:
        return
    yield message("WHAT ONE SAYS AND THE OTHER DOES NOT")
    target = say(translation.title, translation.language)
    names = {principle.id: say(principle.name, translation.language) for principle in translation.principles}
    reached = {route.target for route in translation.listed}
    leading = {route.source for route in translation.listed}
    unasked = [names[name] for name in translation.silent if name not in reached]
    half_asked = [names[name] for name in translation.silent if name in reached]
    unheard = [_name_in_card(name, card) for name in translation.no_place if name not in leading]
    half_heard = [_name_in_card(name, card) for name in translation.no_place if name in leading]
    silent = (
        (unasked, marked("Your assessment says nothing on: {names}.")),
        (half_asked, marked("Your assessment only touches: {names}.")),
        (unheard, marked("{target} says nothing on: {names}.")),
        (half_heard, marked("{target} only touches: {names}.")),
    )
    for found, told in silent:
        if found:
            yield from wrapped(message(told, target=target, names=words.apart(found)), "  - ", "    ")
