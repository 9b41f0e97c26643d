"""How each figure came about, in words that can be followed with a pencil."""

from collections.abc import Iterator, Mapping, Sequence

from copro.errors import UnknownIdError
from copro.model.assessment import Assessment
from copro.model.framework import Scale
from copro.model.scorecard import (
    Agreement,
    IndicatorScore,
    IndicatorSide,
    Interval,
    IntervalReason,
    PerspectiveValue,
    PrincipleScore,
    Scorecard,
)
from copro.model.suggest import nearest
from copro.model.suppressed import Figure, Suppressed
from copro.model.values import MAIN_SIDES, SIDES, Side, Unrated
from copro.report import certainty, words
from copro.report.text import wrapped
from copro.report.words import say

PRIVATE = "PRIVATE: this shows what single people answered. Do not pass it on."

AGGREGATIONS = {
    "arithmetic": "the mean of the principle scores, each counting by its weight",
    "geometric": "the geometric mean of the principle scores, so a low one weighs more",
    "harmonic": "the harmonic mean of the principle scores, so a low one weighs more still",
    "minimum": "the lowest of the principle scores",
}

UNRATED = {
    "not_applicable": "does not apply",
    "dont_know": "I don't know",
    "prefer_not_to_say": "prefer not to say",
    "silent": "left out",
}


def explain(
    card: Scorecard, about: str | None = None, answers: Assessment | None = None, *, private: bool = False
) -> str:
    """Render how the figures of a scorecard came about; computes none of them.

    Args:
        card: A scorecard.
        about: The id of a principle or indicator; left out, the whole of it.
        answers: The assessment, to show each person's answer as well.
        private: Whether to say that single people's answers are shown.

    Returns:
        Plain text that ends with a line break.

    Raises:
        UnknownIdError: If nothing in the scorecard has this id.
    """
    lines = [*wrapped(PRIVATE), ""] if private or answers is not None else []
    indicators = {indicator.id: indicator for principle in card.principles for indicator in principle.indicators}
    principles = {principle.id: principle for principle in card.principles}
    if about is None:
        lines += _whole(card)
    elif about in principles:
        lines += _principle(card, principles[about])
        for indicator in principles[about].indicators:
            lines += ["", *_indicator(card, indicator, answers)]
    elif about in indicators:
        lines += _indicator(card, indicators[about], answers)
    else:
        raise UnknownIdError("principle or indicator", about, nearest(about, [*principles, *indicators]))
    return "\n".join(lines) + "\n"


def _exact(figure: Figure) -> str:
    """A figure on 0 to 1 with four decimals, as it is worked with."""
    if figure is None:
        return words.NO_FIGURE
    return words.NOT_SHOWN if isinstance(figure, Suppressed) else f"{figure:.4f}"


def _both_ways(figure: Figure, scale: Scale) -> str:
    """A figure as it is worked with and as a place on the scale."""
    if figure is None or isinstance(figure, Suppressed):
        return _exact(figure)
    return f"{figure:.4f}, which is {words.of_scale(figure, scale)}"


def _whole(card: Scorecard) -> Iterator[str]:
    scale, language, overall = card.framework.scale, card.framework.language, card.overall
    yield from wrapped(words.status_words(card))
    yield from wrapped(
        f"Figures run from 0 to 1: {scale.lowest:g} on the scale is 0, {scale.highest:g} is 1. "
        "Nothing is rounded before it is shown."
    )
    yield ""
    yield f"Overall: {_both_ways(overall.score, scale)}"
    if overall.score is not None:
        yield from wrapped(f"It is {AGGREGATIONS[card.policy.aggregation or 'arithmetic']}:", "  ")
    for principle in card.principles:
        yield f"    {say(principle.name, language)} ({principle.id}): {_score(principle)}"
    shared = [p for p in card.principles if p.reason is None and all(p.sides[s].score is not None for s in MAIN_SIDES)]
    for side in SIDES:
        score = overall.sides[side].score
        if score is not None:
            over = f" over the {len(shared)} principles that both sides rated" if side in MAIN_SIDES and shared else ""
            yield f"  {words.SIDE_NAMES[side]}: {_exact(score)}{over}"
    if overall.gap is not None:
        gap = overall.gap.value
        yield from wrapped(f"Gap: services minus community, {_signed(gap)}: {words.gap_words(gap, scale)}.", "  ")
    yield f"  Coverage: {_exact(overall.coverage)} of what could have been rated was"
    yield ""
    yield from _levels(card)
    yield from _how_sure(card)


def _how_sure(card: Scorecard) -> Iterator[str]:
    if card.certainty is None:
        return
    yield ""
    yield "How sure this is"
    yield from wrapped(
        f"The answers were drawn again {card.certainty.replicates} times: within each perspective of n responses, "
        "n - 1 of them, some more than once. Each time, every figure was worked out anew. Of the figures in order of "
        "size, the middle 95 in 100 give the interval.",
        "  ",
    )
    for line in certainty.certainty_words(card):
        yield from wrapped(line, "  - ", "    ")
    yield "How far people agree"
    rule = card.policy.agreement
    yield from wrapped(
        f"Answers agree where at least {_exact(rule.share)} of them lie within {rule.within_steps} "
        f"{'step' if rule.within_steps == 1 else 'steps'} of the median of their indicator. "
        f"Below {words.answers(rule.minimum_responses)} it is too few to say.",
        "  ",
    )
    for line in certainty.agreement_words(card):
        yield from wrapped(line, "  - ", "    ")


def _interval(interval: Interval | None, reason: IntervalReason | None) -> str:
    """An interval as it is worked with, and what it rests on."""
    if interval is None:
        return "no interval: no perspective of a side holds two answers" if reason == "single_respondent" else ""
    borrowed = "; part of the spread is borrowed from the same side" if reason == "borrowed_spread" else ""
    return f"95 % interval {interval[0]:.4f} to {interval[1]:.4f}{borrowed}"


def _agreement(agreement: Agreement | None) -> str:
    """How far answers agree, with alpha."""
    if agreement is None or agreement.status == "too_few":
        return "too few answers to say whether they agree"
    if agreement.share is None:
        return f"answers {certainty.AGREEMENT[agreement.status]}"
    alpha = "everyone says the same" if agreement.alpha is None else f"Krippendorff's alpha {agreement.alpha:.4f}"
    return f"answers {certainty.AGREEMENT[agreement.status]}: {_exact(agreement.share)} near the median; {alpha}"


def _signed(gap: Figure) -> str:
    return f"{gap:+.4f}" if isinstance(gap, float | int) else _exact(gap)


def _score(principle: PrincipleScore) -> str:
    if principle.reason is not None:
        return f"no score, {words.missing_words(principle)}"
    return f"{_exact(principle.score)} x {principle.weight:g}"


def _levels(card: Scorecard) -> Iterator[str]:
    language = card.framework.language
    if card.status != "scored" or card.overall.level is None:
        return
    yield "Levels: each asks for what is below it as well."
    for level in card.framework.levels:
        name = say(level.name, language)
        if level.value <= card.overall.level:
            yield f"  {name}: reached"
        elif any(unmet.level == level.value for unmet in card.unmet):
            yield f"  {name}: not yet"
            for unmet in card.unmet:
                yield from wrapped(words.unmet_words(unmet, card), "    - ", "      ")
        else:
            yield f"  {name}: not looked at, because the level below is not reached"
    if card.framework.threshold_basis:
        yield from wrapped(f"What these numbers rest on: {say(card.framework.threshold_basis, language)}", "  ")


def _principle(card: Scorecard, principle: PrincipleScore) -> Iterator[str]:
    scale = card.framework.scale
    yield f"{say(principle.name, card.framework.language)} ({principle.id})"
    if principle.reason is not None:
        yield f"  No score: {words.missing_words(principle)}."
    else:
        yield f"  Score: {_both_ways(principle.score, scale)}"
        yield from wrapped(_combination(card, {s: principle.sides[s].score for s in SIDES}), "  ")
    yield from _sure(card, principle.interval, principle.interval_reason, principle.agreement)
    for side in SIDES:
        score = principle.sides[side].score
        if score is None:
            continue
        yield f"  {words.SIDE_NAMES[side]}: {_exact(score)}, from {words.answers(principle.sides[side].respondents)}"
        own = principle.sides[side]
        yield from _sure(card, own.interval, own.interval_reason, own.agreement, indent="    ")
        yield "    the mean over the indicators it rated, each counting by its weight:"
        for indicator in principle.indicators:
            if (value := indicator.sides[side].value) is not None:
                yield f"      {indicator.id}: {_exact(value)} x {indicator.weight:g}"
    if principle.gap is not None:
        gap = principle.gap.value
        yield from wrapped(f"Gap: services minus community, {_signed(gap)}: {words.gap_words(gap, scale)}.", "  ")
        if principle.gap.interval is not None:
            clear = "clear, it leaves out 0" if principle.gap.is_clear else "too few answers to tell, it holds 0"
            low, high = principle.gap.interval
            yield from wrapped(f"95 % interval {low:+.4f} to {high:+.4f}: {clear}.", "    ")
    if principle.coverage is not None:
        yield from wrapped(
            f"Coverage: {_exact(principle.coverage)} of what could have been rated was, "
            f"on the side that rated least; {_exact(card.policy.minimum_coverage)} is needed.",
            "  ",
        )


def _sure(
    card: Scorecard,
    interval: Interval | None,
    reason: IntervalReason | None,
    agreement: Agreement | None,
    indent: str = "  ",
) -> Iterator[str]:
    """An interval and an agreement, a line each, where they were asked for."""
    if card.certainty is not None:
        for line in filter(None, (_interval(interval, reason), _agreement(agreement))):
            yield from wrapped(f"{line[0].upper()}{line[1:]}.", indent)


def _combination(card: Scorecard, sides: Mapping[Side, Figure]) -> str:
    """How the sides' figures became one."""
    between = card.policy.voice.between_sides
    shown = [side for side in MAIN_SIDES if sides[side] is not None]
    if between == "people":
        return "Every answer counts the same, whatever its side."
    if between == "community":
        return "It is the community's own figure."
    if between == "parity":
        if len(shown) == 2:
            return f"It is the midpoint of both sides: ({_exact(sides['community'])} + {_exact(sides['service'])}) / 2."
        return f"It is the figure of {words.PARTY_NAMES[shown[0]]}, the only side that rated it." if shown else ""
    parts = [f"{_exact(sides[side])} x {between[side]:g}" for side in shown if side in between]
    return f"It is the mean of the sides, each counting by its weight: {words.joined(parts)}."


def _indicator(card: Scorecard, indicator: IndicatorScore, answers: Assessment | None) -> Iterator[str]:
    scale = card.framework.scale
    yield from wrapped(f"{indicator.id}: {say(indicator.statement, card.framework.language)}")
    if indicator.reversed:
        yield from wrapped("A high rating is bad news here, so each rating is flipped: 1 minus its place.", "  ")
    if indicator.reason is not None:
        yield f"  No score: {words.missing_words(indicator)}."
    else:
        yield f"  Score: {_both_ways(indicator.score, scale)}"
        yield from wrapped(_combination(card, {s: indicator.sides[s].value for s in SIDES}), "  ")
    for side in SIDES:
        if indicator.sides[side].perspectives:
            yield from _side(card, side, indicator.sides[side])
    if answers is not None:
        yield "  Each answer:"
        for response in answers.responses:
            yield f"    {response.stakeholder}: {_answer(response.ratings.get(indicator.id))}"


def _answer(rating: object) -> str:
    if rating is None:
        return UNRATED["silent"]
    return UNRATED[rating.value] if isinstance(rating, Unrated) else f"{rating:g}"


def _side(card: Scorecard, side: Side, values: IndicatorSide) -> Iterator[str]:
    people = card.policy.voice.within_side == "people"
    how = "each answer counting once" if people else "each perspective counting once"
    yield f"  {words.SIDE_NAMES[side]}: {_exact(values.value)}, {how}"
    for perspective in values.perspectives:
        voice = next(voice for voice in card.voices if voice.perspective == perspective.perspective)
        name = say(voice.name, card.framework.language)
        yield from wrapped(f"{name}: {_perspective(card.framework.scale, perspective)}", "    ", "      ")


def _perspective(scale: Scale, perspective: PerspectiveValue) -> str:
    counts, unrated = perspective.counts, perspective.unrated
    if isinstance(counts, Suppressed) or isinstance(unrated, Suppressed):
        return "not shown (kept private)"
    rated = _list(counts, [f"at {step.value:g}" for step in scale.steps])
    others = [f"{count} '{UNRATED[state]}'" for state, count in unrated.items() if count]
    value = f"{_exact(perspective.value)}, the mean of {words.joined(rated)}" if rated else "no rating"
    return "; ".join([value, *others])


def _list(counts: Sequence[int], names: Sequence[str]) -> list[str]:
    return [f"{count} {name}" for count, name in zip(counts, names, strict=True) if count]
