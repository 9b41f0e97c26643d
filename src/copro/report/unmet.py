"""What the next level asks for and is not there yet, and what people could do next."""

from collections.abc import Iterator
from typing import assert_never

from copro.messages import marked, message, say
from copro.model.framework import FirstMover, Idea, Measure, Scale
from copro.model.scorecard import IndicatorScore, PrincipleScore, Scorecard, Unmet
from copro.model.suppressed import Figure, Suppressed, number
from copro.model.values import MAIN_SIDES, MainSide
from copro.report import words

SKIPPED = {
    Measure.KEPT: marked("{level} also asks for promises kept; too few are on record, so this was passed over."),
    Measure.SHARED: marked("{level} also asks for rights shared; too few are on record, so this was passed over."),
}


def skipped_words(card: Scorecard) -> list[str]:
    """The requirements that were passed over, a sentence each."""
    return [
        message(SKIPPED[passed.requirement.measure], level=words.level_name(card, passed.level))
        for passed in card.overall.skipped
        if passed.requirement.measure in SKIPPED
    ]


NO_FIGURE_YET: dict[MainSide | None, str] = {
    None: marked("{about}: no figure yet; {level} asks for {needed}."),
    "community": marked("{about} for the community: no figure yet; {level} asks for {needed}."),
    "service": marked("{about} for services: no figure yet; {level} asks for {needed}."),
}

FIGURE_NOW: dict[MainSide | None, str] = {
    None: marked("{about}: {found} now; {level} asks for {needed}."),
    "community": marked("{about} for the community: {found} now; {level} asks for {needed}."),
    "service": marked("{about} for services: {found} now; {level} asks for {needed}."),
}


PEOPLE: dict[MainSide | None, str] = {
    None: marked("{found} rated; {level} asks for {needed}."),
    "community": marked("Of the community {found} rated; {level} asks for {needed}."),
    "service": marked("Of services {found} rated; {level} asks for {needed}."),
}


def unmet_words(unmet: Unmet, card: Scorecard) -> str:
    """What the next level asks for and is not there yet, in a sentence."""
    about, level = _concerned(unmet, card), words.level_name(card, unmet.level)
    tenths = {"about": about, "level": level, "needed": _tenths(unmet.needed)}
    match unmet.requirement.measure:
        case Measure.SCORE:
            text = _score_unmet(unmet, card.framework.scale, about, level)
        case Measure.GAP:
            text = _gap_unmet(unmet, card.framework.scale, about, level)
        case Measure.COVERAGE:
            text = message("{about}: more answers are needed. {level} asks for {needed} of them.", **tenths)
        case Measure.AGREEMENT:
            text = message(
                "{about}: answers differ, or are too few. {level} asks that {needed} of them lie near the middle one.",
                **tenths,
            )
        case Measure.KEPT:
            text = message(
                "Promises of services to the community: {level} asks that {needed} due ones were kept.", **tenths
            )
        case Measure.SHARED:
            text = message("Rights over decisions: {level} asks that the community holds {needed} of them.", **tenths)
        case Measure.PEOPLE:
            needed = words.people(int(unmet.needed))
            text = message(PEOPLE[unmet.side], found=words.plain(number(unmet.found)), level=level, needed=needed)
        case _:
            assert_never(unmet.requirement.measure)
    return text


def _concerned(unmet: Unmet, card: Scorecard) -> str:
    """What an unmet requirement is about: a statement, a principle, or the whole."""
    principle = next((p for p in card.principles if p.id == unmet.principle), None)
    indicator = next((i for i in card.indicators if i.id == unmet.indicator), None)
    if indicator is not None:
        return say(indicator.statement, card.framework.language).rstrip(".")
    return say(principle.name, card.framework.language).rstrip(".") if principle is not None else message("Overall")


def _score_unmet(unmet: Unmet, scale: Scale, about: str, level: str) -> str:
    needed = words.steps(unmet.needed, scale)
    if unmet.found is None:
        return message(NO_FIGURE_YET[unmet.side], about=about, level=level, needed=needed)
    found = words.of_scale(unmet.found, scale)
    return message(FIGURE_NOW[unmet.side], about=about, found=found, level=level, needed=needed)


def _gap_unmet(unmet: Unmet, scale: Scale, about: str, level: str) -> str:
    def width(gap: float) -> str:
        return words.written(f"{gap * (scale.highest - scale.lowest):.{words.decimals(scale)}f}")

    values = {"about": about, "level": level, "needed": width(unmet.needed)}
    if unmet.found is None:
        return message("{about}: there is no gap to tell yet; {level} asks for {needed} or less.", **values)
    if isinstance(unmet.found, Suppressed):
        return message(
            "{about}: how far the sides are apart is kept private; {level} asks for {needed} or less.", **values
        )
    return message(
        "{about}: the sides are {found} apart; {level} asks for {needed} or less.",
        found=width(unmet.found),
        **values,
    )


def _tenths(share: float) -> str:
    """A share as so many in ten, which reads better than a percentage.

    >>> _tenths(0.5)
    '5 in 10'
    """
    return message("{count} in 10", count=words.plain(share * 10))


IDEAS = marked(
    "These are ideas to talk about. Staying where you are can be right. Choose one, change it, or write your own."
)

ASKED = marked("What {level} asks for and is not there yet:")

LOWEST: dict[MainSide, str] = {
    "community": marked("{principle} comes first: of these, it is what the community rates lowest."),
    "service": marked("{principle} comes first: of these, it is what services rate lowest."),
}
WIDEST: dict[MainSide, str] = {
    "community": marked(
        "{principle} comes first: of what the community rates lowest here, the sides are furthest apart on it."
    ),
    "service": marked(
        "{principle} comes first: of what services rate lowest here, the sides are furthest apart on it."
    ),
}
"""Which principle the ideas are about, and why: the lowest alone, or of several as low the one with the widest gap."""

FIRST: dict[FirstMover, str] = {
    "service": marked("Services first: {idea}"),
    "community": marked("The community first: {idea}"),
    "both": marked("Both sides: {idea}"),
}
FIRST_WHEN: dict[FirstMover, str] = {
    "service": marked("{when}, services first: {idea}"),
    "community": marked("{when}, the community first: {idea}"),
    "both": marked("{when}, both sides: {idea}"),
}

ABOUT_RATINGS = (Measure.SCORE, Measure.GAP)
"""What is not met because something is rated low, or lower than by the other side."""


def asked_words(card: Scorecard) -> str:
    """What stands above what the next level asks for."""
    return message(ASKED, level=words.level_name(card, card.unmet[0].level))


def ideas_about(card: Scorecard) -> str:
    """Which principle the ideas are about and why that one, in a sentence; empty where none can be told."""
    found = _lowest(card)
    if found is None:
        return ""
    principle, side, ties = found
    sentences = WIDEST if ties else LOWEST
    return message(sentences[side], principle=say(principle.name, card.framework.language).rstrip("."))


def ideas(card: Scorecard) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What people could do next about each statement of the principle that comes first.

    That is the one that the side concerned rates lowest, by the figures that are shown and known; of
    several as low, the one on which the sides are furthest apart. Nothing comes first because too few
    people could say. A statement stands at the step of the side's own figure for it where that is
    shown, else at the step of the principle's.

    Args:
        card: A scorecard, with single people's answers withheld.

    Yields:
        Each statement that applies and that a step lies above, and its ideas from there, all of them;
        none where the framework has none.
    """
    found = _lowest(card)
    if found is None:
        return
    principle, side, _ = found
    for indicator in principle.indicators:
        if indicator.reason == "not_applicable":
            continue
        own = indicator.sides[side].value
        figure = number(own if _is_shown(own) else principle.sides[side].score)
        step = _step_at(figure, card.framework.scale, indicator)
        if step is not None:
            language = card.framework.language
            told = tuple(idea_words(idea, language) for idea in indicator.next if idea.from_ == step)
            yield say(indicator.statement, language), told


def idea_words(idea: Idea, language: str) -> str:
    """An idea, after who moves first and the case that it is meant for."""
    text = say(idea.text, language)
    if idea.when is None:
        return message(FIRST[idea.first], idea=text)
    return message(FIRST_WHEN[idea.first], when=say(idea.when, language).rstrip("."), idea=text)


def _lowest(card: Scorecard) -> tuple[PrincipleScore, MainSide, bool] | None:
    """The principle that ideas are about, whose figure it is by, and whether others were as low."""
    found = {
        (place, side): (round(number(principle.sides[side].score), 9), -_gap(principle))
        for unmet in card.unmet
        if unmet.requirement.measure in ABOUT_RATINGS and unmet.found is not None
        for place, principle in enumerate(card.principles)
        if unmet.principle in {None, principle.id}
        and any(unmet.indicator in {None, i.id} for i in principle.indicators)
        for side in _sides_lacking(unmet, principle)
    }
    if not found:
        return None
    place, side = min(found, key=lambda one: (found[one], one[0], MAIN_SIDES.index(one[1])))
    as_low = {one[0] for one, (score, _) in found.items() if score == found[place, side][0]}
    return card.principles[place], side, len(as_low) > 1


def _sides_lacking(unmet: Unmet, principle: PrincipleScore) -> list[MainSide]:
    """The side concerned, where its figure is shown and known; where no side is named, the one that rates lower."""
    sides: tuple[MainSide, ...] = MAIN_SIDES if unmet.side is None else (unmet.side,)
    shown = [side for side in sides if principle.sides[side].known and _is_shown(principle.sides[side].score)]
    return sorted(shown, key=lambda side: number(principle.sides[side].score))[:1]


def _gap(principle: PrincipleScore) -> float:
    gap = principle.gap.value if principle.gap is not None else None
    return round(abs(number(gap)), 9) if _is_shown(gap) else 0.0


def _is_shown(figure: Figure) -> bool:
    return isinstance(figure, float | int)


def _step_at(figure: float, scale: Scale, indicator: IndicatorScore) -> float | None:
    """The step that a figure has reached; ``None`` where no better one is left."""
    span = scale.highest - scale.lowest
    reached = {step.value: (step.value - scale.lowest) / span for step in scale.steps}
    if indicator.reversed:
        reached = {value: 1 - share for value, share in reached.items()}
    step = max((value for value, share in reached.items() if share <= figure + 1e-9), key=lambda value: reached[value])
    return None if reached[step] == 1 else step
