"""How sure a result is, and how far people agree, in words."""

from copro.model.framework import Scale
from copro.model.scorecard import AgreementStatus, Interval, Scorecard, Variant
from copro.model.values import MAIN_SIDES
from copro.report import words
from copro.report.words import say


def between(interval: Interval | None, scale: Scale) -> str:
    """An interval in words."""
    if interval is None:
        return ""
    if interval[0] == interval[1]:
        return "everyone on each side said the same, which is too little to say how sure this is"
    low, high = (words.steps(end, scale) for end in interval)
    return f"probably between {low} and {high}"


def certainty_words(card: Scorecard) -> list[str]:
    """How sure the level is, a sentence each; nothing where that was not asked."""
    scale, overall = card.framework.scale, card.overall
    lines = []
    if overall.interval is not None:
        spread = (
            " Part of that spread is borrowed: some perspectives hold one answer only."
            if (overall.interval_reason == "borrowed_spread")
            else ""
        )
        lines.append(f"Overall {words.steps(overall.score, scale)}, {between(overall.interval, scale)}.{spread}")
    elif overall.interval_reason == "single_respondent":
        lines.append("Too few people answered on one side to say how sure this is.")
    if overall.level_probabilities is not None:
        likely = sorted(overall.level_probabilities.items(), key=lambda pair: -pair[1])
        shown = [f"{level_or_none(card, level)} in {hundred(share)}" for level, share in likely if share >= 0.005]
        lines.append(f"If other people like these had answered, out of 100 times: {words.joined(shown)}.")
    lines += sensitivity_words(card)
    return lines


def hundred(share: float) -> str:
    """A share as so many out of 100.

    >>> hundred(0.134), hundred(0.996), hundred(1)
    ('13', 'more than 99', '100')
    """
    return "more than 99" if 0.995 <= share < 1 else f"{share * 100:.0f}"


def level_or_none(card: Scorecard, level: str) -> str:
    """The name of a level by its value as text, or that there is none."""
    return "no level" if level == "none" else words.level_name(card, int(level))


FAMILIES = {
    "aggregation": "ways to join the principles",
    "voice": "ways to count voices",
    "principles": "ways to leave out one principle",
    "perspectives": "ways to leave out one perspective",
    "weights": "other weightings",
}


def sensitivity_words(card: Scorecard) -> list[str]:
    """Whether the level survives other choices, a sentence each."""
    if card.sensitivity is None:
        return []
    changed = [(family, variant) for family in card.sensitivity.families for variant in family.changed]
    tried = [f"{family.tried} {FAMILIES[family.family]}" for family in card.sensitivity.families]
    if not changed:
        return [f"The level stays the same under all other choices tried: {words.joined(tried)}."]
    lines = [f"Other choices tried: {words.joined(tried)}. The level changes under these:"]
    for family, variant in changed:
        level = "no level" if variant.level is None else words.level_name(card, variant.level)
        choice = _choice(card, family.family, variant)
        lines.append(f"{choice[0].upper()}{choice[1:]}: {level}.")
    return lines


def _choice(card: Scorecard, family: str, variant: Variant) -> str:
    names = {p.id: say(p.name, card.framework.language) for p in card.principles}
    names |= {v.perspective: say(v.name, card.framework.language) for v in card.voices}
    if family == "weights":
        return f"{variant.count} of the other weightings"
    if family in {"principles", "perspectives"}:
        return f"leaving out {names[variant.variant]}"
    return variant.variant


AGREEMENT: dict[AgreementStatus, str] = {"agreed": "agree", "split": "are split", "too_few": "too few to say"}


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
        counted = [
            f"{said} on {statuses.count(status)}" for status, said in AGREEMENT.items() if statuses.count(status)
        ]
        where = f" Split on {words.joined(split)}." if split else ""
        lines.append(
            f"{words.SIDE_NAMES[side]}: of {len(statuses)} principles, answers {words.joined(counted)}.{where}"
        )
    return lines
