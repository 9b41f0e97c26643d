"""A scorecard as plain text, for a terminal."""

from collections.abc import Iterator

from copro.messages import counted, marked, message, paragraph, say, telling
from copro.model.framework import Scale
from copro.model.scorecard import (
    PrincipleScore,
    Scorecard,
)
from copro.model.suppressed import number
from copro.model.values import MAIN_SIDES, SIDES, MainSide
from copro.report import certainty, power, unmet, words
from copro.report.lines import and_more, closing, heading, wrapped

BAR = 21
"""Places on a bar."""

MARKS: dict[MainSide, str] = {"community": "C", "service": "S"}
"""What stands for each side on a bar; B stands for both."""

MOST_NEXT = 5
"""How many things people could do next are listed before the rest are only counted."""


def render(card: Scorecard) -> str:
    """Render a scorecard for a terminal: who answered, the level and why, clear gaps first.

    Told in the language asked for with :func:`copro.speaking`, else in the assessment's, where the
    library has sentences in it, else in English; the end says so.

    Args:
        card: A scorecard, with single people's answers withheld.

    Returns:
        Lines of at most 88 characters, save where a name is longer; ends with a line break.
    """
    parts = (_head, _result, _who, _profile, _next, _power, _certainty, _agreed, _notes)
    with telling(card.assessment.language):
        told = ["\n".join(lines) for part in parts if (lines := list(part(card)))]
        return "\n\n".join([*told, "\n".join(closing())]) + "\n"


def _head(card: Scorecard) -> Iterator[str]:
    subject, framework = card.assessment, card.framework
    yield from wrapped(say(subject.title, subject.language))
    name, period = say(subject.initiative.name, subject.language), words.period_words(card)
    yield words.in_a_row([name, period]) if period else name
    title = say(framework.title, framework.language)
    yield message("{framework}, edition {edition}", framework=title, edition=framework.edition)


def _result(card: Scorecard) -> Iterator[str]:
    scale, overall = card.framework.scale, card.overall
    yield from wrapped(words.status_words(card))
    if sides := _overall_sides(card):
        yield from wrapped(sides)
    if overall.score is not None:
        yield from wrapped(message("Overall {figure}.", figure=words.of_scale(overall.score, scale)))
    for line in (*unmet.skipped_words(card), *words.warnings_beside(card)):
        yield from wrapped(line)
    if card.status != "declined":
        yield from wrapped(words.rated_by(card))
    if overall.level is not None:
        yield from wrapped(message(words.NOT_A_DUTY))


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


WHO = marked("Who answered, and who decided that")


def _who(card: Scorecard) -> Iterator[str]:
    yield heading(WHO)
    for side in (*SIDES, None):
        voices = [voice for voice in card.voices if voice.side == side and voice.listed]
        if not voices:
            continue
        total = sum(voice.people for voice in voices)
        name = message("Did not say") if side is None else message(words.SIDE_NAMES[side])
        yield f"  {words.labelled(name, words.people(total))}"
        for voice in voices:
            yield f"    {_voice_words(card, voice.perspective)}"
    for line in words.conduct_words(card.assessment.conduct):
        yield from wrapped(line, "  ")


def _voice_words(card: Scorecard, perspective: str) -> str:
    voice = next(voice for voice in card.voices if voice.perspective == perspective)
    name = say(voice.name, card.framework.language) or message("Perspective not disclosed")
    notes = [words.people(voice.people)] if voice.people else []
    if voice.responded < voice.listed:
        notes.append(
            counted(
                "{count} of {listed} listed did not answer",
                "{count} of {listed} listed did not answer",
                voice.listed - voice.responded,
                listed=voice.listed,
            )
        )
    if voice.for_someone:
        notes.append(
            counted(
                "{count} answered for by somebody else, not scored",
                "{count} answered for by somebody else, not scored",
                voice.for_someone,
            )
        )
    if not notes:
        notes.append(
            counted("{count} answered, not scored", "{count} answered, not scored", voice.responded),
        )
    return words.labelled(name, words.apart(notes))


def _profile(card: Scorecard) -> Iterator[str]:
    scale, language = card.framework.scale, card.framework.language
    yield heading(words.ORDER[card.certainty is not None])
    key = message(
        "{C} community, {S} services, {B} both, from {lowest} to {highest}; gap: services minus community",
        C=MARKS["community"],
        S=MARKS["service"],
        B="B",
        lowest=words.plain(scale.lowest),
        highest=words.plain(scale.highest),
    )
    yield from wrapped(key, "  ")
    longest = max(len(say(principle.name, language)) for principle in card.principles)
    unclear = False
    for principle in words.by_gap(card):
        if not unclear and words.is_unclear(principle, card):
            unclear = True
            yield from wrapped(f"{message(words.TOO_FEW_TO_TELL)}:", "  ")
        name = say(principle.name, language).ljust(longest)
        yield f"  {name}  {bar(principle)}  {_figures(principle, scale)}"


def bar(principle: PrincipleScore) -> str:
    """A bar with a mark for each side's own score."""
    places = ["."] * BAR
    places[0], places[-1] = "|", "|"
    for side, mark in MARKS.items():
        score = principle.sides[side].score
        if isinstance(score, float | int):
            at = round(number(score) * (BAR - 1))
            places[at] = "B" if places[at] == "C" else mark
    return "".join(places)


SIDE_FIGURES: dict[MainSide, str] = {
    "community": marked("community {figure}"),
    "service": marked("services {figure}"),
}


def _figures(principle: PrincipleScore, scale: Scale) -> str:
    """The figures beside a bar: both sides and the gap, or why there is no score."""
    parts = [
        message(template, figure=words.steps(principle.sides[side].score, scale))
        for side, template in SIDE_FIGURES.items()
        if principle.sides[side].score is not None
    ]
    if principle.gap is not None:
        parts.append(message("gap {gap}", gap=words.step_gap(principle.gap.value, scale)))
    if principle.reason is not None:
        parts.append(message("no score: {why}", why=words.missing_words(principle)))
    return words.in_a_row(parts) if parts else ""


NEXT = marked("What people could do next")


def _next(card: Scorecard) -> Iterator[str]:
    if not card.unmet:
        return
    yield heading(NEXT)
    if about := unmet.ideas_about(card):
        yield from wrapped(message(unmet.IDEAS), "  ")
        yield from wrapped(about, "  ")
        for statement, told in unmet.ideas(card):
            yield from wrapped(statement, "  - ", "    ")
            for idea in told:
                yield from wrapped(idea, "    ")
    yield from wrapped(unmet.asked_words(card), "  ")
    for each in card.unmet[:MOST_NEXT]:
        yield from wrapped(unmet.unmet_words(each, card), "  - ", "    ")
    if len(card.unmet) > MOST_NEXT:
        yield and_more(len(card.unmet) - MOST_NEXT)


POWER = marked("Who holds which power, and whether promises were kept")


def _power(card: Scorecard) -> Iterator[str]:
    if card.status == "declined":
        return
    yield heading(POWER)
    for line in (*power.power_lines(card), *power.promise_lines(card.commitments)):
        yield from wrapped(line, "  - ", "    ")


SURE = marked("How sure this is, and how far people agree")


def _certainty(card: Scorecard) -> Iterator[str]:
    if card.certainty is None:
        return
    yield heading(SURE)
    for line in (*certainty.certainty_words(card), *certainty.agreement_words(card)):
        yield from wrapped(line, "  - ", "    ")


AGREED = marked("What the group agreed afterwards")


def _agreed(card: Scorecard) -> Iterator[str]:
    agreed = card.agreed
    if agreed is None:
        return
    yield heading(AGREED)
    settled = [p for p in agreed.principles if p.score is not None]
    names = {p.id: say(p.name, card.framework.language) for p in card.principles}
    figures = words.joined(
        [f"{names[p.id]} {words.of_scale(p.score, card.framework.scale)}" for p in settled] or [message("nothing yet")]
    )
    together = (
        message("Settled together on {date}: {figures}.", date=words.day(agreed.date), figures=figures)
        if agreed.date
        else message("Settled together: {figures}.", figures=figures)
    )
    yield from wrapped(paragraph(together, message(FIRST_STAY)), "  ")


FIRST_STAY = marked("The first answers above stay as they were.")
NOTES = marked("Worth knowing")


def _notes(card: Scorecard) -> Iterator[str]:
    notes = [finding for finding in card.findings if finding.severity == "advice"]
    if notes:
        yield heading(NOTES)
    for finding in notes:
        yield from wrapped(words.finding_words(finding, card.language), "  - ", "    ")
    yield from wrapped(message(words.DO_NOT_RANK))
