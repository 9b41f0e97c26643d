"""How sure a result is, and how far people agree, in words."""

from collections.abc import Callable

from copro.messages import counted, marked, message, paragraph, say
from copro.model.scorecard import AgreementStatus, FamilyName, Scorecard, Variant
from copro.model.values import MAIN_SIDES, MainSide
from copro.report import words
from copro.report.language import in_easy_words


def certainty_words(card: Scorecard) -> list[str]:
    """How sure the level is, a sentence each; nothing where that was not asked."""
    scale, overall = card.framework.scale, card.overall
    lines = []
    if overall.interval is not None:
        figure, low, high = (words.steps(one, scale) for one in (overall.score, *overall.interval))
        lines.append(message("Overall {figure}, probably between {low} and {high}.", figure=figure, low=low, high=high))
    elif overall.interval_reason is not None:
        lines.append(message("On one side or both, too few people answered to say how sure this is."))
    if overall.level_probabilities is not None:
        likely = sorted(overall.level_probabilities.items(), key=lambda pair: -pair[1])
        shown = [(level_or_none(card, level), share) for level, share in likely if share >= 0.005]
        lines += _likely_words(shown)
    lines += sensitivity_words(card)
    return lines


def _likely_words(likely: list[tuple[str, float]]) -> list[str]:
    """How likely each level is, the likeliest first; in easy words without figures."""
    if not in_easy_words():
        shown = [message("{level} in {times}", level=level, times=hundred(share)) for level, share in likely]
        return [
            message("If other people like these had answered, out of 100 times: {levels}.", levels=words.joined(shown))
        ]
    first, *others = [level for level, _ in likely]
    told = [message("If other people like these had answered, this is most likely: {level}.", level=first)]
    if others:
        told.append(message("This could have come out as well: {levels}.", levels=words.joined(others)))
    return told


def hundred(share: float) -> str:
    """A share as so many out of 100.

    >>> hundred(0.134), hundred(0.996), hundred(1)
    ('13', 'more than 99', '100')
    """
    return message("more than {count}", count=99) if 0.995 <= share < 1 else f"{share * 100:.0f}"


def level_or_none(card: Scorecard, level: str) -> str:
    """The name of a level by its value as text, or that there is none."""
    return message("no level") if level == "none" else words.level_name(card, int(level))


FAMILIES: dict[FamilyName, Callable[[int], str]] = {
    "aggregation": lambda tried: counted(
        "{count} way to join the principles", "{count} ways to join the principles", tried
    ),
    "voice": lambda tried: counted("{count} way to count voices", "{count} ways to count voices", tried),
    "principles": lambda tried: counted(
        "{count} way to leave out one principle", "{count} ways to leave out one principle", tried
    ),
    "perspectives": lambda tried: counted(
        "{count} way to leave out one perspective", "{count} ways to leave out one perspective", tried
    ),
    "weights": lambda tried: counted("{count} other weighting", "{count} other weightings", tried),
}


def sensitivity_words(card: Scorecard) -> list[str]:
    """Whether the level survives other choices, a sentence each."""
    if card.sensitivity is None:
        return []
    changed = [(family, variant) for family in card.sensitivity.families for variant in family.changed]
    tried = words.joined([FAMILIES[family.family](family.tried) for family in card.sensitivity.families])
    if not changed:
        return [message("The level stays the same under all other choices tried: {choices}.", choices=tried)]
    return [
        message("Other choices tried: {choices}. The level changes under these:", choices=tried),
        *(_choice(card, family.family, variant) for family, variant in changed),
    ]


CHOICES = {
    "arithmetic": marked("Joining the principles by their mean: {level}."),
    "geometric": marked("Joining the principles by their geometric mean: {level}."),
    "harmonic": marked("Joining the principles by their harmonic mean: {level}."),
    "minimum": marked("Taking the lowest principle: {level}."),
    "within_side: people": marked("Counting each answer once on its side: {level}."),
    "within_side: perspectives": marked("Counting each perspective once on its side: {level}."),
    "between_sides: parity": marked("Counting both sides the same: {level}."),
    "between_sides: community": marked("Counting the community only: {level}."),
    "between_sides: people": marked("Counting each answer once, whatever its side: {level}."),
}
"""What each variant of aggregation and voice does."""

OTHER_CHOICE = marked("{choice}: {level}.")


def _choice(card: Scorecard, family: FamilyName, variant: Variant) -> str:
    level = message("no level") if variant.level is None else words.level_name(card, variant.level)
    if family == "weights":
        return counted(
            "{count} of the other weightings: {level}.",
            "{count} of the other weightings: {level}.",
            variant.count,
            level=level,
        )
    if family in {"principles", "perspectives"}:
        voices = {voice.perspective: voice.name or voice.perspective for voice in card.voices}
        names = voices if family == "perspectives" else {p.id: p.name for p in card.principles}
        name = say(names.get(variant.variant, variant.variant), card.framework.language)
        return message("Leaving out {name}: {level}.", name=name, level=level)
    return message(CHOICES.get(variant.variant, OTHER_CHOICE), choice=variant.variant, level=level)


AGREEMENT: dict[AgreementStatus, str] = {
    "agreed": marked("agree on {count}"),
    "split": marked("are split on {count}"),
    "too_few": marked("too few to say on {count}"),
}

AGREEMENT_ON: dict[MainSide, Callable[[int, str], str]] = {
    "community": lambda principles, how: counted(
        "Community: of {count} principle, answers {how}.",
        "Community: of {count} principles, answers {how}.",
        principles,
        how=how,
    ),
    "service": lambda principles, how: counted(
        "Services: of {count} principle, answers {how}.",
        "Services: of {count} principles, answers {how}.",
        principles,
        how=how,
    ),
}


def agreement_words(card: Scorecard) -> list[str]:
    """On how many principles each side's answers agree, are split, or are too few, a line each."""
    lines = []
    for side in MAIN_SIDES:
        found = [p.sides[side].agreement for p in card.principles]
        statuses: list[AgreementStatus] = [agreement.status if agreement else "too_few" for agreement in found]
        split = [
            say(p.name, card.framework.language)
            for p, status in zip(card.principles, statuses, strict=True)
            if status == "split"
        ]
        how = [
            message(template, count=statuses.count(status))
            for status, template in AGREEMENT.items()
            if statuses.count(status)
        ]
        where = message("Split on {principles}.", principles=words.joined(split)) if split else ""
        lines.append(paragraph(AGREEMENT_ON[side](len(statuses), words.joined(how)), where))
    return lines
