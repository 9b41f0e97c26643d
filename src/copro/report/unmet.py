"""What the next level asks for and is not there yet, and what people could do next."""

from typing import assert_never

from copro.messages import marked, message, say
from copro.model.framework import Measure, Scale
from copro.model.scorecard import IndicatorScore, Scorecard, Unmet
from copro.model.suppressed import Figure, Suppressed, number
from copro.model.values import MainSide
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


def next_step(unmet: Unmet, card: Scorecard) -> str:
    """What the next step of the weakest indicator concerned looks like; empty where nothing says.

    Takes the indicator with the lowest figure, on the side concerned where there is one, and the
    descriptor of the first step above that figure.
    """
    if unmet.requirement.measure is not Measure.SCORE:
        return ""
    concerned = [
        (figure, indicator)
        for principle in card.principles
        if unmet.principle in {None, principle.id}
        for indicator in principle.indicators
        if unmet.indicator in {None, indicator.id}
        and isinstance(figure := _figure(indicator, unmet.side), float | int)
        and len(indicator.descriptors) == len(card.framework.scale.steps)
    ]
    if not concerned:
        return ""
    figure, weakest = min(concerned, key=lambda pair: pair[0])
    scale = card.framework.scale
    place = scale.lowest + figure * (scale.highest - scale.lowest)
    higher = [text for step, text in zip(scale.steps, weakest.descriptors, strict=True) if step.value > place + 1e-9]
    if not higher or weakest.reversed:
        return ""
    return message("The next step would look like this: {step}", step=say(higher[0], card.framework.language))


def _figure(indicator: IndicatorScore, side: MainSide | None) -> Figure:
    return indicator.score if side is None else indicator.sides[side].value
