"""How each figure came about, in words that can be followed with a pencil."""

from collections.abc import Iterator, Mapping

from copro.errors import UnknownIdError
from copro.messages import counted, marked, message, paragraph, say, telling
from copro.model.assessment import Assessment
from copro.model.framework import Scale
from copro.model.scorecard import (
    Agreement,
    AgreementStatus,
    Gap,
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
from copro.model.values import MAIN_SIDES, SIDES, MainSide, Side, Unrated
from copro.report import certainty, unmet, words
from copro.report.lines import closing, wrapped

PRIVATE = marked("PRIVATE: this shows what single people answered. Do not pass it on.")

AGGREGATIONS = {
    "arithmetic": marked("It is the mean of the principle scores, each counting by its weight:"),
    "geometric": marked("It is the geometric mean of the principle scores, so a low one weighs more:"),
    "harmonic": marked("It is the harmonic mean of the principle scores, so a low one weighs more still:"),
    "minimum": marked("It is the lowest of the principle scores:"),
}

UNRATED = {
    "not_applicable": marked("does not apply"),
    "dont_know": marked("I don't know"),
    "prefer_not_to_say": marked("prefer not to say"),
    "silent": marked("left out"),
}

NO_SCORE = marked("No score: {why}.")
GAP = marked("Gap: services minus community, {gap}: {words}.")
SCORE = marked("Score: {figure}")


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
    with telling(card.assessment.language):
        lines = [*wrapped(message(PRIVATE)), ""] if private or answers is not None else []
        return "\n".join([*lines, *_about(card, about, answers), "", *closing()]) + "\n"


def _about(card: Scorecard, about: str | None, answers: Assessment | None) -> Iterator[str]:
    indicators = {indicator.id: indicator for indicator in card.indicators}
    principles = {principle.id: principle for principle in card.principles}
    if about is None:
        yield from _whole(card)
    elif about in principles:
        yield from _principle(card, principles[about])
        for indicator in principles[about].indicators:
            yield ""
            yield from _indicator(card, indicator, answers)
    elif about in indicators:
        yield from _indicator(card, indicators[about], answers)
    else:
        kind = message("principle or indicator")
        raise UnknownIdError(kind, about, nearest(about, [*principles, *indicators]))


def _exact(figure: Figure) -> str:
    """A figure on 0 to 1 with four decimals, as it is worked with."""
    if figure is None:
        return message(words.NO_FIGURE)
    return message(words.NOT_SHOWN) if isinstance(figure, Suppressed) else words.written(f"{figure:.4f}")


def _both_ways(figure: Figure, scale: Scale) -> str:
    """A figure as it is worked with and as a place on the scale."""
    if figure is None or isinstance(figure, Suppressed):
        return _exact(figure)
    return message("{exact}, which is {figure}", exact=_exact(figure), figure=words.of_scale(figure, scale))


def _whole(card: Scorecard) -> Iterator[str]:
    scale, overall = card.framework.scale, card.overall
    yield from wrapped(words.status_words(card))
    yield from wrapped(
        message(
            "Figures run from 0 to 1: {lowest} on the scale is 0, {highest} is 1. "
            "Nothing is rounded before it is shown.",
            lowest=words.plain(scale.lowest),
            highest=words.plain(scale.highest),
        )
    )
    yield ""
    yield message("Overall: {figure}", figure=_both_ways(overall.score, scale))
    if overall.score is not None:
        yield from wrapped(message(AGGREGATIONS[card.policy.aggregation or "arithmetic"]), "  ")
    for principle in card.principles:
        yield f"    {_named(card, principle)}: {_score(principle)}"
    yield from _overall_sides(card)
    if overall.gap is not None:
        yield from _gap(overall.gap, scale)
    coverage = message("Coverage: {figure} of what could have been rated was", figure=_exact(overall.coverage))
    yield f"  {coverage}"
    yield ""
    yield from _levels(card)
    yield from _how_sure(card)


def _named(card: Scorecard, principle: PrincipleScore) -> str:
    return f"{say(principle.name, card.framework.language)} ({principle.id})"


def _overall_sides(card: Scorecard) -> Iterator[str]:
    shared = [p for p in card.principles if p.is_rated_by_both]
    for side in SIDES:
        score = card.overall.sides[side].score
        if score is None:
            continue
        figure = _exact(score)
        if side in MAIN_SIDES and shared:
            figure = counted(
                "{figure} over the {count} principle that both sides rated",
                "{figure} over the {count} principles that both sides rated",
                len(shared),
                figure=figure,
            )
        yield f"  {words.labelled(message(words.SIDE_NAMES[side]), figure)}"


def _gap(gap: Gap, scale: Scale) -> Iterator[str]:
    seen = words.gap_words(gap.value, scale)
    yield from wrapped(message(GAP, gap=_signed(gap.value), words=seen), "  ")


def _how_sure(card: Scorecard) -> Iterator[str]:
    if card.certainty is None:
        return
    yield ""
    yield message("How sure this is")
    yield from wrapped(
        message(
            "The answers were drawn again {times} times: within each perspective of n responses, "
            "n - 1 of them, some more than once. Each time, every figure was worked out anew. Of the figures in order "
            "of size, the middle 95 in 100 give the interval.",
            times=card.certainty.replicates,
        ),
        "  ",
    )
    for line in certainty.certainty_words(card):
        yield from wrapped(line, "  - ", "    ")
    yield message("How far people agree")
    rule = card.policy.agreement
    yield from wrapped(
        paragraph(
            counted(
                "Answers agree where at least {share} of them lie within {count} step of the median of their indicator.",
                "Answers agree where at least {share} of them lie within {count} steps of the median of their indicator.",
                rule.within_steps,
                share=_exact(rule.share),
            ),
            message("Below {answers} it is too few to say.", answers=words.answers(rule.minimum_responses)),
        ),
        "  ",
    )
    for line in certainty.agreement_words(card):
        yield from wrapped(line, "  - ", "    ")


def _interval(interval: Interval | None, reason: IntervalReason | None) -> str:
    """An interval as it is worked with, and what it rests on."""
    if interval is None:
        alone = reason == "single_respondent"
        return message("No interval: no perspective of a side holds two answers.") if alone else ""
    low, high = map(_exact, interval)
    if reason == "borrowed_spread":
        return message(
            "95 % interval {low} to {high}; part of the spread is borrowed from the same side.", low=low, high=high
        )
    return message("95 % interval {low} to {high}.", low=low, high=high)


AGREEMENT: dict[AgreementStatus, str] = {
    "agreed": marked("Answers agree."),
    "split": marked("Answers are split."),
    "too_few": marked("Too few answers to say whether they agree."),
}
ALL_ALIKE: dict[AgreementStatus, str] = {
    "agreed": marked("Answers agree: {share} near the median; everyone says the same."),
    "split": marked("Answers are split: {share} near the median; everyone says the same."),
}
WITH_ALPHA: dict[AgreementStatus, str] = {
    "agreed": marked("Answers agree: {share} near the median; Krippendorff's alpha {alpha}."),
    "split": marked("Answers are split: {share} near the median; Krippendorff's alpha {alpha}."),
}


def _agreement(agreement: Agreement | None) -> str:
    """How far answers agree, with alpha."""
    if agreement is None or agreement.status == "too_few":
        return message(AGREEMENT["too_few"])
    if agreement.share is None:
        return message(AGREEMENT[agreement.status])
    share = _exact(agreement.share)
    if agreement.alpha is None:
        return message(ALL_ALIKE[agreement.status], share=share)
    return message(WITH_ALPHA[agreement.status], share=share, alpha=_exact(agreement.alpha))


def _signed(gap: Figure) -> str:
    return words.signed_gap(f"{gap:.4f}") if isinstance(gap, float | int) else _exact(gap)


def _score(principle: PrincipleScore) -> str:
    if principle.reason is not None:
        return message("no score, {why}", why=words.missing_words(principle))
    return _weighted(principle.score, principle.weight)


def _weighted(figure: Figure, weight: float) -> str:
    return message("{figure} x {weight}", figure=_exact(figure), weight=words.plain(weight))


def _levels(card: Scorecard) -> Iterator[str]:
    language = card.framework.language
    if card.status != "scored" or card.overall.level is None:
        return
    yield message("Levels: each asks for what is below it as well.")
    for level in card.framework.levels:
        name = say(level.name, language)
        if level.value <= card.overall.level:
            yield from wrapped(message("{level}: reached", level=name), "  ")
        elif any(each.level == level.value for each in card.unmet):
            yield from wrapped(message("{level}: not yet", level=name), "  ")
            for each in card.unmet:
                yield from wrapped(unmet.unmet_words(each, card), "    - ", "      ")
        else:
            yield from wrapped(
                message("{level}: not looked at, because the level below is not reached", level=name), "  "
            )
    if card.framework.threshold_basis:
        basis = say(card.framework.threshold_basis, language)
        yield from wrapped(message("What these numbers rest on: {basis}", basis=basis), "  ")


def _principle(card: Scorecard, principle: PrincipleScore) -> Iterator[str]:
    scale = card.framework.scale
    yield _named(card, principle)
    yield from _how_scored(card, principle, {s: principle.sides[s].score for s in SIDES})
    yield from _sure(card, principle.interval, principle.interval_reason, principle.agreement)
    for side in SIDES:
        yield from _principle_side(card, principle, side)
    if principle.gap is not None:
        yield from _gap(principle.gap, scale)
        if principle.gap.interval is not None:
            low, high = map(_signed, principle.gap.interval)
            yield from wrapped(message(GAP_INTERVAL[principle.gap.is_clear], low=low, high=high), "    ")
    if principle.coverage is not None:
        yield from wrapped(
            message(
                "Coverage: {figure} of what could have been rated was, on the side that rated least; "
                "{needed} is needed.",
                figure=_exact(principle.coverage),
                needed=_exact(card.policy.minimum_coverage),
            ),
            "  ",
        )


GAP_INTERVAL = {
    True: marked("95 % interval {low} to {high}: clear, it leaves out 0."),
    False: marked("95 % interval {low} to {high}: too few answers to tell, it holds 0."),
}


def _how_scored(
    card: Scorecard, scored: PrincipleScore | IndicatorScore, sides: Mapping[Side, Figure]
) -> Iterator[str]:
    """The score and how the sides became one, or why there is none."""
    if scored.reason is not None:
        yield from wrapped(message(NO_SCORE, why=words.missing_words(scored)), "  ")
    else:
        yield from wrapped(message(SCORE, figure=_both_ways(scored.score, card.framework.scale)), "  ")
        yield from wrapped(_combination(card, sides), "  ")


def _principle_side(card: Scorecard, principle: PrincipleScore, side: Side) -> Iterator[str]:
    own = principle.sides[side]
    if own.score is None:
        return
    figure = message("{figure}, from {answers}", figure=_exact(own.score), answers=words.answers(own.respondents))
    yield f"  {words.labelled(message(words.SIDE_NAMES[side]), figure)}"
    yield from _sure(card, own.interval, own.interval_reason, own.agreement, indent="    ")
    yield from wrapped(message("the mean over the indicators it rated, each counting by its weight:"), "    ")
    for indicator in principle.indicators:
        if (value := indicator.sides[side].value) is not None:
            yield f"      {indicator.id}: {_weighted(value, indicator.weight)}"


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
            yield from wrapped(line, indent)


ONLY_SIDE: dict[MainSide, str] = {
    "community": marked("It is the figure of the community, the only side that rated it."),
    "service": marked("It is the figure of services, the only side that rated it."),
}


def _combination(card: Scorecard, sides: Mapping[Side, Figure]) -> str:
    """How the sides' figures became one."""
    between = card.policy.voice.between_sides
    shown = [side for side in MAIN_SIDES if sides[side] is not None]
    if between == "people":
        return message("Every answer counts the same, whatever its side.")
    if between == "community":
        return message("It is the community's own figure.")
    if between == "parity":
        if len(shown) == 2:
            return message(
                "It is the midpoint of both sides: ({community} + {service}) / 2.",
                community=_exact(sides["community"]),
                service=_exact(sides["service"]),
            )
        return message(ONLY_SIDE[shown[0]]) if shown else ""
    parts = [_weighted(sides[side], between[side]) for side in shown if side in between]
    return message("It is the mean of the sides, each counting by its weight: {parts}.", parts=words.joined(parts))


def _indicator(card: Scorecard, indicator: IndicatorScore, answers: Assessment | None) -> Iterator[str]:
    yield from wrapped(words.labelled(indicator.id, say(indicator.statement, card.framework.language)))
    if indicator.reversed:
        yield from wrapped(
            message("A high rating is bad news here, so each rating is flipped: 1 minus its place."), "  "
        )
    yield from _how_scored(card, indicator, {s: indicator.sides[s].value for s in SIDES})
    for side in SIDES:
        if indicator.sides[side].perspectives:
            yield from _side(card, side, indicator.sides[side])
    if answers is not None:
        heading = message("Each answer:")
        yield f"  {heading}"
        for response in answers.responses:
            yield f"    {response.stakeholder}: {_answer(response.ratings.get(indicator.id))}"


def _answer(rating: object) -> str:
    if rating is None:
        return message(UNRATED["silent"])
    return message(UNRATED[rating.value]) if isinstance(rating, Unrated) else words.written(f"{rating:g}")


COUNTING = {
    "people": marked("{side}: {figure}, each answer counting once"),
    "perspectives": marked("{side}: {figure}, each perspective counting once"),
}


def _side(card: Scorecard, side: Side, values: IndicatorSide) -> Iterator[str]:
    name, figure = message(words.SIDE_NAMES[side]), _exact(values.value)
    yield from wrapped(message(COUNTING[card.policy.voice.within_side], side=name, figure=figure), "  ")
    for perspective in values.perspectives:
        voice = next(voice for voice in card.voices if voice.perspective == perspective.perspective)
        name = say(voice.name, card.framework.language)
        yield from wrapped(words.labelled(name, _perspective(card.framework.scale, perspective)), "    ", "      ")


def _perspective(scale: Scale, perspective: PerspectiveValue) -> str:
    counts, unrated = perspective.counts, perspective.unrated
    if isinstance(counts, Suppressed) or isinstance(unrated, Suppressed):
        return message(words.NOT_SHOWN)
    rated = [
        counted("{count} at {step}", "{count} at {step}", count, step=words.plain(step.value))
        for count, step in zip(counts, scale.steps, strict=True)
        if count
    ]
    others = [
        counted("{count} '{answer}'", "{count} '{answer}'", count, answer=message(UNRATED[state]))
        for state, count in unrated.items()
        if count
    ]
    value = (
        message("{figure}, the mean of {ratings}", figure=_exact(perspective.value), ratings=words.joined(rated))
        if rated
        else message("no rating")
    )
    return words.apart([value, *others])
