"""A scorecard in the words of another framework."""

from collections.abc import Iterator

from copro.messages import marked, message, say, telling
from copro.model.outline import Block, Item, Items, Outline, Paragraph, Row, Section, Table
from copro.model.scorecard import Scorecard
from copro.model.suppressed import Figure, Suppressed
from copro.model.translation import Missing, Route, TranslatedPrinciple, Translation
from copro.model.values import MAIN_SIDES
from copro.report import words
from copro.report.frameworks import CONFIDENCES, RELATIONS
from copro.report.language import signed

NO_TOTAL = marked("A translation has no level and no overall figure.")
NOT_ASKED = marked("it was not asked here")


def tell_translation(translation: Translation, card: Scorecard) -> Outline:
    """Say what a scorecard tells in the words of another framework.

    Args:
        translation: The translation.
        card: The scorecard that it was made from, with single people's answers withheld.

    Returns:
        The figures, each with what it rests on; the links that carry none; what each framework
        says that the other does not. A form of output such as :func:`copro.report.text.render` lays it out.

    >>> from copro import load, score, translate, without_single_answers
    >>> card = without_single_answers(score(load("examples/walk-your-neighbourhood/assessment.json")))
    >>> [section.heading for section in tell_translation(translate(card, "nef-six@2010"), card).sections]
    ['', 'Links that carry no figure', 'What one says and the other does not']
    """
    with telling(card.assessment.language, carries_languages=True):
        subject = card.assessment
        return signed(
            Outline(
                title=say(subject.title, subject.language),
                opening=[Paragraph(line) for line in _head(translation, card)],
                sections=[
                    Section(id="figures", blocks=_figures(translation, card)),
                    *_listed(translation, card),
                    *_silences(translation, card),
                ],
                closing=[Paragraph(message(NO_TOTAL)), Paragraph(message(words.DO_NOT_RANK), "strong")],
            )
        )


def _head(translation: Translation, card: Scorecard) -> Iterator[str]:
    subject, framework = card.assessment, card.framework
    name, period = say(subject.initiative.name, subject.language), words.period_words(card)
    yield words.in_a_row([name, period]) if period else name
    yield message(
        "People answered {framework} ({name}). This shows it in the words of {target} ({target_name}).",
        framework=say(framework.title, framework.language),
        name=framework.name,
        target=say(translation.title, translation.language),
        target_name=translation.target,
    )
    if card.status != "scored":
        yield words.status_words(card)
    if translation.crosswalks:
        names = words.in_a_row(translation.crosswalks)
        yield message("Crosswalks used: {names}. A crosswalk is somebody's opinion.", names=names)


def _figures(translation: Translation, card: Scorecard) -> list[Block]:
    scale, language = card.framework.scale, translation.language
    shown = [principle for principle in translation.principles if principle.rests_on]
    if not shown:
        return [Paragraph(message("No figure can be carried over."))]
    rows = []
    for principle in shown:
        figures = [*(principle.sides[side] for side in MAIN_SIDES), principle.score]
        cells = [say(principle.name, language), *(_cell(figure, card) for figure in figures)]
        rows.append(Row(cells, below=Items(_rests_on(principle, translation, card), "lines")))
    heads = ["", message("Community"), message("Services"), message("Score")]
    reading = message(
        "Figures are places on the scale that people answered on, {lowest} to {highest}. "
        "Each is the lowest among the principles it rests on.",
        lowest=words.plain(scale.lowest),
        highest=words.plain(scale.highest),
    )
    blocks: list[Block] = [Table(heads, rows), Paragraph(reading)]
    if any(isinstance(figure, Suppressed) for p in shown for figure in (p.score, *p.sides.values())):
        blocks.append(Paragraph(message("Private: not shown, because it would tell what one person answered.")))
    return blocks


def _cell(figure: Figure, card: Scorecard) -> str:
    if isinstance(figure, Suppressed):
        return message("private")
    return words.steps(figure, card.framework.scale)


def _rests_on(principle: TranslatedPrinciple, translation: Translation, card: Scorecard) -> Iterator[Item]:
    for route in principle.rests_on:
        yield _route(route, message("rests on: {link}", link=_route_words(route, translation, card)), card)
    for missing in principle.missing:
        yield Item(_missing_words(missing, card))


def _route(route: Route, told: str, card: Scorecard) -> Item:
    """One route, and the reason for each link of it."""
    return Item(told, more=[say(link.rationale, card.framework.language) for link in route.links])


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


def _listed(translation: Translation, card: Scorecard) -> Iterator[Section]:
    if translation.listed:
        routes = [_route(route, _route_words(route, translation, card), card) for route in translation.listed]
        yield Section(id="links", heading=message("Links that carry no figure"), blocks=[Items(routes, "lines")])


def _silences(translation: Translation, card: Scorecard) -> Iterator[Section]:
    if not translation.silent and not translation.no_place:
        return
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
    lines = [message(told, target=target, names=words.apart(found)) for found, told in silent if found]
    heading = message("What one says and the other does not")
    yield Section(id="silences", heading=heading, blocks=[Items(lines)])
