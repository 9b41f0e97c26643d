"""What a scorecard tells: in which order, and in which words. The forms of output only lay it out."""

from collections.abc import Callable, Iterator
from typing import Literal

from copro.messages import as_said, marked, message, paragraph, say, telling
from copro.model.assessment import Assessment
from copro.model.outline import (
    Block,
    Item,
    Items,
    Outline,
    Paragraph,
    Quotes,
    Row,
    Section,
    Table,
)
from copro.model.scorecard import PrincipleScore, Scorecard
from copro.model.values import MAIN_SIDES, SIDES, MainSide
from copro.report import certainty, power, promises, unmet, words
from copro.report.evidence import evidence_items
from copro.report.language import and_more, signed
from copro.report.profile import profile_of, side_heads

Length = Literal["page", "full"]
"""How much is told: what a terminal holds, or all of it."""

MOST_NEXT = 5
"""How many things people could do next a page lists before the rest are only counted."""


def tell_scorecard(card: Scorecard, answers: Assessment | None = None, *, length: Length = "full") -> Outline:
    """Say all that a scorecard tells: the level and why, who answered, clear gaps first, what could be next.

    Told in the language asked for with :func:`copro.speaking`, else in the assessment's, where the
    library has sentences in it, else in English; the end says so.

    Args:
        card: A scorecard, with single people's answers withheld.
        answers: The assessment, for people's own words; told only as far as each response's
            ``quote`` allows a report within the group, and never with more than the statement.
        length: ``full``, or ``page``: without each promise, people's own words, each statement,
            the evidence and what the figures mean.

    Returns:
        An outline, for a form of output such as :func:`copro.report.text.render` to lay out.

    >>> from copro import load, score, without_single_answers
    >>> card = without_single_answers(score(load("examples/walk-your-neighbourhood/assessment.json")))
    >>> [section.id for section in tell_scorecard(card, length="page").sections]
    ['result', 'who', 'profile', 'next', 'power', 'agreed', 'notes']
    """
    subject = card.assessment
    with telling(subject.language, carries_languages=True):
        title = say(subject.title, subject.language)
        return signed(
            Outline(
                title=title,
                opening=_head(card),
                sections=[section for part in PARTS[length] for section in part(card, answers)],
                closing=_end(card, length),
                short=words.labelled(title, words.status_words(card)),
            )
        )


def _head(card: Scorecard) -> list[Block]:
    subject, framework = card.assessment, card.framework
    name, period = say(subject.initiative.name, subject.language), words.period_words(card)
    title = say(framework.title, framework.language)
    lines = [
        words.in_a_row([name, period]) if period else name,
        message("{framework}, edition {edition}", framework=title, edition=framework.edition),
        say(subject.initiative.summary, subject.language),
    ]
    return [Paragraph(line) for line in lines if line]


def _result(card: Scorecard, _answers: Assessment | None) -> Iterator[Section]:
    overall, scale = card.overall, card.framework.scale
    level = next((level for level in card.framework.levels if level.value == overall.level), None)
    lines = [
        say(level.meaning, card.framework.language) if level is not None else "",
        _overall_sides(card),
        message("Overall {figure}.", figure=words.of_scale(overall.score, scale)) if overall.score is not None else "",
        *unmet.skipped_words(card),
        *words.warnings_beside(card),
        words.rated_by(card) if card.status != "declined" else "",
        words.not_heard(card),
        message(words.NOT_A_DUTY) if overall.level is not None else "",
    ]
    result = Paragraph(words.status_words(card), "result")
    yield Section(
        id="result", heading=message("The result"), blocks=[result, *(Paragraph(line) for line in lines if line)]
    )


OVERALL_SIDES: dict[tuple[MainSide, ...], str] = {
    ("community", "service"): marked("Community {community}, services {service} of {highest}."),
    ("community",): marked("Community {community} of {highest}."),
    ("service",): marked("Services {service} of {highest}."),
}


def _overall_sides(card: Scorecard) -> str:
    """Each side's overall figure, in a sentence; empty where there is none."""
    scale = card.framework.scale
    scores = {side: card.overall.sides[side].score for side in MAIN_SIDES}
    figures = {side: words.steps(score, scale) for side, score in scores.items() if score is not None}
    if not figures:
        return ""
    return message(OVERALL_SIDES[tuple(figures)], highest=words.plain(scale.highest), **figures)


def _who(card: Scorecard, _answers: Assessment | None) -> Iterator[Section]:
    sides = []
    for side in (*SIDES, None):
        voices = [voice for voice in card.voices if voice.side == side and voice.listed]
        if voices:
            total = sum(voice.people for voice in voices)
            name = message("Did not say") if side is None else words.people_of(card, side)
            below = Items([words.voice_words(voice, card.framework.language) for voice in voices], "lines")
            sides.append(Item(words.labelled(name, words.people(total)), below=below))
    yield Section(
        id="who",
        heading=message("Who answered, and who decided that"),
        blocks=[
            Items(sides, "lines"),
            Items([*words.conduct_words(card.assessment.conduct), *words.side_notes(card)], "lines"),
        ],
    )


def _profile(card: Scorecard, _answers: Assessment | None) -> Iterator[Section]:
    reading = message(
        "The gap is the services' figure minus the community's. Above 0, services see more than the community does."
    )
    heading = message(words.ORDER[card.certainty is not None])
    told = [] if card.reason == "service_silent" else [Paragraph(reading, "soft")]
    yield Section(id="profile", heading=heading, blocks=[profile_of(card), *told])


def _next(most: int | None) -> "Part":
    """The part on what people could do next: ideas, then what the next level asks for, or only the first of it."""

    def part(card: Scorecard, _answers: Assessment | None) -> Iterator[Section]:
        if not card.unmet:
            return
        asked = [unmet.unmet_words(each, card) for each in card.unmet[:most]]
        if len(card.unmet) > len(asked):
            asked.append(and_more(len(card.unmet) - len(asked)))
        blocks = [*_ideas(card), Paragraph(unmet.asked_words(card)), Items(asked)]
        yield Section(id="next", heading=message("What people could do next"), blocks=blocks)

    return part


def _ideas(card: Scorecard) -> Iterator[Block]:
    """The statements of the principle that comes first, with what people could do about each."""
    statements = [Item(statement, more=ideas) for statement, ideas in unmet.ideas(card)]
    if statements:
        if any(item.more for item in statements):
            yield Paragraph(message(unmet.IDEAS))
        yield Paragraph(unmet.ideas_about(card))
        yield Items(statements)


def _power(*, ledger: bool) -> "Part":
    """The part on power and promises, with or without each promise."""

    def part(card: Scorecard, _answers: Assessment | None) -> Iterator[Section]:
        if card.status == "declined":
            return
        each = promises.ledger_items(card.commitments, card.assessment.language) if ledger else []
        yield Section(
            id="power",
            heading=message("Who holds which power, and whether promises were kept"),
            blocks=[Items([*power.power_lines(card), *promises.promise_lines(card.commitments)])],
            sections=[Section(heading=message("Each promise"), blocks=[Items(each)])] if each else [],
        )

    return part


def _sure(card: Scorecard, _answers: Assessment | None) -> Iterator[Section]:
    if card.certainty is not None:
        lines = (*certainty.certainty_words(card), *certainty.agreement_words(card))
        heading = message("How sure this is, and how far people agree")
        yield Section(id="sure", heading=heading, blocks=[Items(lines)])


def _agreed(card: Scorecard, _answers: Assessment | None) -> Iterator[Section]:
    agreed, scale = card.agreed, card.framework.scale
    if agreed is None:
        return
    figures = {principle.id: principle.score for principle in agreed.principles if principle.score is not None}
    settled = [
        words.labelled(say(principle.name, card.framework.language), words.of_scale(figures[principle.id], scale))
        for principle in card.principles
        if principle.id in figures
    ]
    told = paragraph(
        message("Settled together on {date}.", date=words.day(agreed.date)) if agreed.date is not None else "",
        say(agreed.note, card.assessment.language),
        message("The first answers above stay as they were."),
    )
    heading = message("What the group agreed afterwards")
    figures_of_it = Items(settled or [message("nothing yet")])
    yield Section(id="agreed", heading=heading, blocks=[Paragraph(told), figures_of_it])


def _said(card: Scorecard, answers: Assessment | None) -> Iterator[Section]:
    said: dict[str, list[str]] = {}
    for indicator, comment in quotable(card, answers) if answers is not None else ():
        said.setdefault(indicator, []).append(comment)
    statements = [
        Section(
            heading=say(indicator.statement, card.framework.language),
            as_written=True,
            blocks=[Quotes(said[indicator.id])],
        )
        for indicator in card.indicators
        if indicator.id in said
    ]
    if statements:
        how_far = Paragraph(message("Only words that people let the group see. Nobody is named."), "soft")
        yield Section(id="said", heading=message("In people's own words"), blocks=[how_far], sections=statements)


def quotable(card: Scorecard, answers: Assessment) -> Iterator[tuple[str, str]]:
    """People's own words that may be shown within the group, each with its indicator's id.

    A side that chose not to be scored is not quoted either.
    """
    sides = {voice.perspective: voice.side for voice in card.voices}
    perspectives = answers.perspectives
    declined = {note.side for note in answers.declined}
    for response in answers.responses:
        if response.quote != "no" and sides.get(perspectives[response.stakeholder]) not in declined:
            for indicator, comment in response.comments.items():
                yield indicator, as_said(comment, answers.language)


def _rated(card: Scorecard, _answers: Assessment | None) -> Iterator[Section]:
    yield Section(
        id="indicators",
        heading=message("What was rated"),
        sections=[_statements(principle, card) for principle in card.principles],
    )


def _statements(principle: PrincipleScore, card: Scorecard) -> Section:
    scale, language = card.framework.scale, card.framework.language
    name = say(principle.name, language)
    rows = []
    for indicator in principle.indicators:
        statement = say(indicator.statement, language)
        if indicator.reversed:
            statement = message("{statement} (a high rating is bad news here)", statement=statement)
        rows.append(Row([statement, *(words.steps(indicator.sides[side].value, scale) for side in MAIN_SIDES)]))
    table = Table(
        caption=message("{principle}: each statement, and what each side said", principle=name),
        heads=[message("Statement"), *side_heads(card)],
        rows=rows,
    )
    return Section(heading=name, as_written=True, blocks=[table])


def _evidence(card: Scorecard, _answers: Assessment | None) -> Iterator[Section]:
    if card.evidence and card.status != "declined":
        never = Paragraph(message("It is not said who named it."), "soft")
        heading = message("The evidence, and what rests on it")
        yield Section(id="evidence", heading=heading, blocks=[never, Items(evidence_items(card))])


def _notes(card: Scorecard, _answers: Assessment | None) -> Iterator[Section]:
    told = ("group-not-confirmed",) if card.reason == "too_few_people" else ()  # it stands where a level would
    notes = [f for f in card.findings if f.severity == "advice" and f.code not in told and not words.is_beside(f, card)]
    if notes:
        lines = [words.finding_words(finding, card.language) for finding in notes]
        yield Section(id="notes", heading=message("Worth knowing"), blocks=[Items(lines)])


def _meaning(card: Scorecard, _answers: Assessment | None) -> Iterator[Section]:
    scale, framework = card.framework.scale, card.framework
    told = paragraph(
        message("People rated what they saw."),
        message("Each side counts the same, however many people are on it.")
        if card.policy.voice.between_sides == "parity"
        else "",
        message(
            "A figure from {lowest} to {highest} is a place on the scale below; nothing is rounded before it is shown.",
            lowest=words.plain(scale.lowest),
            highest=words.plain(scale.highest),
        ),
        message("Where one person's answer would show, the figure is left out."),
    )
    steps = []
    for step in scale.steps:
        name = words.in_a_row([words.plain(step.value), say(step.name, framework.language)])
        steps.append(words.labelled(name, say(step.meaning, framework.language)) if step.meaning else name)
    blocks: list[Block] = [Paragraph(told), Items(steps)]
    if framework.threshold_basis:
        basis = say(framework.threshold_basis, framework.language)
        blocks.append(Paragraph(message("What the levels rest on: {basis}", basis=basis)))
    yield Section(id="meaning", heading=message("What these figures mean"), blocks=blocks)


def _end(card: Scorecard, length: Length) -> list[Block]:
    blocks: list[Block] = [Paragraph(message(words.DO_NOT_RANK), "strong")]
    if card.produced_by and length == "full":
        blocks.append(Paragraph(message("Made by {program}.", program=card.produced_by), "soft"))
    return blocks


Part = Callable[[Scorecard, Assessment | None], Iterator[Section]]
"""Says one part of a scorecard; nothing where there is nothing to say."""

PARTS: dict[Length, tuple[Part, ...]] = {
    "page": (_result, _who, _profile, _next(MOST_NEXT), _power(ledger=False), _sure, _agreed, _notes),
    "full": (
        _result,
        _who,
        _profile,
        _next(None),
        _power(ledger=True),
        _sure,
        _agreed,
        _said,
        _rated,
        _evidence,
        _notes,
        _meaning,
    ),
}
"""What each length tells, in order."""
