"""A scorecard as plain text, for a terminal."""

import textwrap
from collections.abc import Iterator

from copro.model.case_study import CaseStudy
from copro.model.comparison import Comparison
from copro.model.framework import Scale
from copro.model.power import Promises
from copro.model.scorecard import (
    PrincipleScore,
    Scorecard,
)
from copro.model.suppressed import number
from copro.model.values import SIDES
from copro.report import certainty, power, words
from copro.report.words import say

WIDTH = 88
BAR = 21
"""Places on a bar."""

MOST_NEXT = 5
"""How many things people could do next are listed before the rest are only counted."""


def render(card: Scorecard) -> str:
    """Render a scorecard for a terminal: who answered, the level and why, the widest gaps first.

    Args:
        card: A scorecard, with single people's answers withheld.

    Returns:
        Lines of at most 88 characters, save where a name is longer; ends with a line break.
    """
    parts = (_head, _result, _who, _profile, _next, _power, _certainty, _agreed, _notes)
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part(card)))) + "\n"


def wrapped(text: str, indent: str = "", hanging: str | None = None) -> Iterator[str]:
    """Break a sentence into lines."""
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent if hanging is None else hanging
    )


def _head(card: Scorecard) -> Iterator[str]:
    subject, framework = card.assessment, card.framework
    yield from wrapped(say(subject.title, subject.language))
    name, period = say(subject.initiative.name, subject.language), words.period_words(card)
    yield f"{name}, {period}" if period else name
    yield f"{say(framework.title, framework.language)}, edition {framework.edition}"


def _result(card: Scorecard) -> Iterator[str]:
    scale, overall = card.framework.scale, card.overall
    yield from wrapped(words.status_words(card))
    sides = [
        f"{name} {words.steps(overall.sides[side].score, scale)}"
        for side, name in (("community", "Community"), ("service", "services"))
        if overall.sides[side].score is not None
    ]
    if sides:
        yield from wrapped(f"{', '.join(sides)} of {scale.highest:g}.")
    if overall.score is not None:
        yield from wrapped(f"Overall {words.of_scale(overall.score, scale)}.")
    for line in words.skipped_words(card):
        yield from wrapped(line)
    for finding in card.findings:
        if finding.severity == "warning" and finding.message not in words.status_words(card):
            yield from wrapped(finding.message)
    if card.status != "declined":
        yield from wrapped(words.rated_by(card))
    if overall.level is not None:
        yield from wrapped(words.NOT_A_DUTY)


def _who(card: Scorecard) -> Iterator[str]:
    yield "WHO ANSWERED, AND WHO DECIDED THAT"
    for side in (*SIDES, None):
        voices = [voice for voice in card.voices if voice.side == side and voice.listed]
        if not voices:
            continue
        total = sum(voice.people for voice in voices)
        name = "Did not say" if side is None else words.SIDE_NAMES[side]
        yield f"  {name}: {words.people(total)}"
        for voice in voices:
            yield f"    {_voice_words(card, voice.perspective)}"
    for line in words.conduct_words(card.assessment.conduct):
        yield from wrapped(line, "  ")


def _voice_words(card: Scorecard, perspective: str) -> str:
    voice = next(voice for voice in card.voices if voice.perspective == perspective)
    name = say(voice.name, card.framework.language) or "Perspective not disclosed"
    notes = [words.people(voice.people)] if voice.people else []
    if voice.responded < voice.listed:
        notes.append(f"{voice.listed - voice.responded} of {voice.listed} listed did not answer")
    if voice.for_someone:
        notes.append(f"{voice.for_someone} answered for by somebody else, not scored")
    if not notes:
        notes.append(f"{voice.responded} answered, not scored")
    return f"{name}: {'; '.join(notes)}"


def _profile(card: Scorecard) -> Iterator[str]:
    scale, language = card.framework.scale, card.framework.language
    yield words.ORDER[card.certainty is not None].upper()
    yield f"  C community, S services, B both, from {scale.lowest:g} to {scale.highest:g}; gap: services minus community"
    longest = max(len(say(principle.name, language)) for principle in card.principles)
    unclear = False
    for principle in words.by_gap(card):
        if not unclear and words.is_unclear(principle, card):
            unclear = True
            yield f"  {words.TOO_FEW_TO_TELL}:"
        name = say(principle.name, language).ljust(longest)
        yield f"  {name}  {bar(principle)}  {_figures(principle, scale)}"


def bar(principle: PrincipleScore) -> str:
    """A bar with a mark for each side's own score."""
    places = ["."] * BAR
    places[0], places[-1] = "|", "|"
    for side, mark in (("community", "C"), ("service", "S")):
        score = principle.sides[side].score
        if isinstance(score, float | int):
            at = round(number(score) * (BAR - 1))
            places[at] = "B" if places[at] == "C" else mark
    return "".join(places)


def _figures(principle: PrincipleScore, scale: Scale) -> str:
    """The figures beside a bar: both sides and the gap, or why there is no score."""
    sides = [
        f"{name} {words.steps(principle.sides[side].score, scale)}"
        for side, name in (("community", "community"), ("service", "services"))
        if principle.sides[side].score is not None
    ]
    if principle.gap is not None:
        sides.append(f"gap {words.step_gap(principle.gap.value, scale)}")
    if principle.reason is not None:
        sides.append(f"no score: {words.missing_words(principle)}")
    return ", ".join(sides)


def _next(card: Scorecard) -> Iterator[str]:
    if not card.unmet:
        return
    yield "WHAT PEOPLE COULD DO NEXT"
    for unmet in card.unmet[:MOST_NEXT]:
        yield from wrapped(words.unmet_words(unmet, card), "  - ", "    ")
        if step := words.next_step(unmet, card):
            yield from wrapped(f"The next step would look like this: {step}", "    ")
    if len(card.unmet) > MOST_NEXT:
        yield f"  and {len(card.unmet) - MOST_NEXT} more"


def _power(card: Scorecard) -> Iterator[str]:
    if card.status == "declined":
        return
    yield "WHO HOLDS WHICH POWER, AND WHETHER PROMISES WERE KEPT"
    for line in (*power.power_lines(card), *power.promise_lines(card.commitments)):
        yield from wrapped(line, "  - ", "    ")


def render_ledger(promises: Promises | None, language: str) -> str:
    """Render what became of promises: the record, then every commitment with its reason."""
    lines: list[str] = []
    for line in (*power.promise_lines(promises), *power.ledger_lines(promises, language)):
        lines += wrapped(line, "- ", "  ")
    return "\n".join(lines) + "\n"


def _certainty(card: Scorecard) -> Iterator[str]:
    if card.certainty is None:
        return
    yield "HOW SURE THIS IS, AND HOW FAR PEOPLE AGREE"
    for line in (*certainty.certainty_words(card), *certainty.agreement_words(card)):
        yield from wrapped(line, "  - ", "    ")


def _agreed(card: Scorecard) -> Iterator[str]:
    agreed = card.agreed
    if agreed is None:
        return
    yield "WHAT THE GROUP AGREED AFTERWARDS"
    when = f" on {words.day(agreed.date)}" if agreed.date else ""
    settled = [p for p in agreed.principles if p.score is not None]
    names = {p.id: say(p.name, card.framework.language) for p in card.principles}
    figures = words.joined(
        [f"{names[p.id]} {words.of_scale(p.score, card.framework.scale)}" for p in settled] or ["nothing yet"]
    )
    yield from wrapped(f"Settled together{when}: {figures}. The first answers above stay as they were.", "  ")


def _notes(card: Scorecard) -> Iterator[str]:
    notes = [finding for finding in card.findings if finding.severity == "advice"]
    if notes:
        yield "WORTH KNOWING"
    for finding in notes:
        yield from wrapped(" ".join(filter(None, (finding.message, finding.hint))), "  - ", "    ")
    yield from wrapped(words.DO_NOT_RANK)


def render_story(story: CaseStudy, place: str) -> str:
    """Render a case study in a few lines: whose voice, what moved, what others can take."""
    language = story.language
    tense = f"imagined, told from {story.told_from}" if story.tense == "futuring" else "lived"
    lines = [
        *wrapped(f"{say(story.title, language)} ({place})"),
        *wrapped(f"{tense}; told by {say(story.told_by.who, language)}; {story.form}", "  "),
        *wrapped(f"How power moved: {say(story.power, language)}", "  "),
        *wrapped(f"What went wrong: {say(story.went_wrong, language)}", "  "),
        *wrapped(f"What others can take: {say(story.others_can_take, language)}", "  "),
    ]
    return "\n".join(lines) + "\n"


def render_comparison(comparison: Comparison) -> str:
    """Render one initiative over time, in the order given; a clear change carries a star."""
    scale, language = comparison.scale, comparison.language
    lines = list(wrapped(f"{say(comparison.name, language)}, with {comparison.framework}"))
    for number_of, occasion in enumerate(comparison.occasions, start=1):
        until = f", to {words.day(occasion.until)}" if occasion.until else ""
        level = f"level {say(occasion.level_name, language)}" if occasion.level_name else f"status {occasion.status}"
        lines += wrapped(f"{number_of}. {say(occasion.title, language)}{until}: {level}", "  ", "     ")
    for finding in comparison.findings:
        lines += wrapped(" ".join(filter(None, (finding.message, finding.hint))), "  - ", "    ")
    lines += ["", f"From {scale.lowest:g} to {scale.highest:g}; * a change larger than its uncertainty"]
    for course in comparison.courses:
        name = say(course.name, language) if course.principle else "Overall"
        if course.side is None:
            lines.append(name)
        whose = "both sides" if course.side is None else words.SIDE_NAMES[course.side].lower()
        figures = [words.steps(figure, scale) for figure in course.figures]
        changes = [
            f"{words.step_gap(change.value, scale)}{'*' if change.is_clear else ''}" for change in course.changes
        ]
        lines.append(f"  {whose:11} {'  '.join(figures)}   change {'  '.join(changes)}")
    lines += ["", *wrapped(words.DO_NOT_RANK)]
    return "\n".join(lines) + "\n"
