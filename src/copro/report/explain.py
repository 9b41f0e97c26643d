"""How each figure came about, in words that can be followed with a pencil."""

from collections.abc import Iterator, Mapping

import attrs

from copro.errors import UnknownIdError
from copro.messages import counted, marked, message, paragraph, say, telling
from copro.model.assessment import Assessment
from copro.model.framework import Level, Scale
from copro.model.outline import Block, Item, Items, Outline, Paragraph, Section
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
from copro.report.language import signed

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
) -> Outline:
    """Say how the figures of a scorecard came about; computes none of them.

    Args:
        card: A scorecard.
        about: The id of a principle or indicator; left out, the whole of it.
        answers: The assessment, to show each person's answer as well.
        private: Whether to say that single people's answers are shown.

    Returns:
        An outline, for a form of output such as :func:`copro.report.text.render` to lay out.

    Raises:
        UnknownIdError: If nothing in the scorecard has this id.

    >>> from copro import load, score, without_single_answers
    >>> card = without_single_answers(score(load("examples/walk-your-neighbourhood/assessment.json")))
    >>> explain(card, "power").title
    'Power and decisions (power)'
    """
    with telling(card.assessment.language, carries_languages=True):
        above = [message(PRIVATE)] if private or answers is not None else []
        return signed(attrs.evolve(_about(card, about, answers), above=above))


def _about(card: Scorecard, about: str | None, answers: Assessment | None) -> Outline:
    indicators = {indicator.id: indicator for indicator in card.indicators}
    principles = {principle.id: principle for principle in card.principles}
    if about is None:
        sections = [_overall(card), *_levels(card), *_how_sure(card)]
        return Outline(opening=_whole(card), sections=sections, short=words.status_words(card))
    if about in principles:
        principle = principles[about]
        return Outline(
            title=_named(card, principle),
            opening=[Items(_principle(card, principle), "lines")],
            sections=[
                Section(
                    id=indicator.id,
                    heading=_statement(card, indicator),
                    as_written=True,
                    blocks=[Items(_indicator(card, indicator, answers), "lines")],
                )
                for indicator in principle.indicators
            ],
        )
    if about in indicators:
        indicator = indicators[about]
        told = Items(_indicator(card, indicator, answers), "lines")
        return Outline(title=_statement(card, indicator), opening=[told])
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


def _whole(card: Scorecard) -> list[Block]:
    scale = card.framework.scale
    run = message(
        "Figures run from 0 to 1: {lowest} on the scale is 0, {highest} is 1. Nothing is rounded before it is shown.",
        lowest=words.plain(scale.lowest),
        highest=words.plain(scale.highest),
    )
    return [Paragraph(words.status_words(card)), Paragraph(run)]


def _overall(card: Scorecard) -> Section:
    scale, overall = card.framework.scale, card.overall
    scores = [f"{_named(card, principle)}: {_score(principle)}" for principle in card.principles]
    lines: list[Item | str] = [*scores]
    if overall.score is not None:
        joined = message(AGGREGATIONS[card.policy.aggregation or "arithmetic"])
        lines = [Item(joined, below=Items(scores, "lines"))]
    lines += _overall_sides(card)
    if overall.gap is not None:
        lines.append(_gap(overall.gap, scale))
    lines.append(message("Coverage: {figure} of the principles that apply is known", figure=_exact(overall.coverage)))
    return Section(
        id="overall",
        heading=message("Overall: {figure}", figure=_both_ways(overall.score, scale)),
        as_written=True,
        blocks=[Items(lines, "lines")],
    )


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
        yield words.labelled(words.side_name(card, side), figure)


def _gap(gap: Gap, scale: Scale) -> str:
    return message(GAP, gap=_signed(gap.value), words=words.gap_words(gap.value, scale))


def _how_sure(card: Scorecard) -> Iterator[Section]:
    if card.certainty is None:
        return
    drawn = message(
        "Each person was left out in turn. How far figures then move says how far they might lie from those of "
        "everyone. For the levels, answers were drawn again {times} times: within each perspective of n responses, "
        "n - 1 of them, some more than once.",
        times=card.certainty.replicates,
    )
    yield Section(
        id="sure",
        heading=message("How sure this is"),
        as_written=True,
        blocks=[Paragraph(drawn), Items(certainty.certainty_words(card))],
    )
    rule = card.policy.agreement
    agreeing = paragraph(
        counted(
            "Answers agree where at least {share} of them lie within {count} step of the middle answer.",
            "Answers agree where at least {share} of them lie within {count} steps of the middle answer.",
            rule.steps_on(card.framework.scale),
            share=_exact(rule.share),
        ),
        message("Below {answers} it is too few to say.", answers=words.answers(rule.minimum_responses)),
    )
    yield Section(
        id="agreement",
        heading=message("How far people agree"),
        as_written=True,
        blocks=[Paragraph(agreeing), Items(certainty.agreement_words(card))],
    )


def _interval(interval: Interval | None, reason: IntervalReason | None) -> str:
    """An interval as it is worked with, or why there is none."""
    if interval is None:
        return message("No interval: too few answers to say how sure this is.") if reason else ""
    low, high = map(_exact, interval)
    return message("95 % interval {low} to {high}.", low=low, high=high)


AGREEMENT: dict[AgreementStatus, str] = {
    "agreed": marked("Answers agree."),
    "split": marked("Answers are split."),
    "too_few": marked("Too few answers to say whether they agree."),
}
ALL_ALIKE: dict[AgreementStatus, str] = {
    "agreed": marked("Answers agree: {share} near the middle answer; everyone says the same."),
    "split": marked("Answers are split: {share} near the middle answer; everyone says the same."),
}
WITH_ALPHA: dict[AgreementStatus, str] = {
    "agreed": marked("Answers agree: {share} near the middle answer; Krippendorff's alpha {alpha}."),
    "split": marked("Answers are split: {share} near the middle answer; Krippendorff's alpha {alpha}."),
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


def _levels(card: Scorecard) -> Iterator[Section]:
    framework = card.framework
    if card.status != "scored" or card.overall.level is None:
        return
    lines = [_level(card, level) for level in framework.levels]
    if framework.threshold_basis:
        basis = say(framework.threshold_basis, framework.language)
        lines.append(Item(message("What these numbers rest on: {basis}", basis=basis)))
    heading = message("Levels: each asks for what is below it as well.")
    yield Section(id="levels", heading=heading, as_written=True, blocks=[Items(lines, "lines")])


def _level(card: Scorecard, level: Level) -> Item:
    name = say(level.name, card.framework.language)
    if card.overall.level is not None and level.value <= card.overall.level:
        return Item(message("{level}: reached", level=name))
    if any(each.level == level.value for each in card.unmet):
        missing = Items([unmet.unmet_words(each, card) for each in card.unmet])
        return Item(message("{level}: not yet", level=name), below=missing)
    return Item(message("{level}: not looked at, because the level below is not reached", level=name))


def _statement(card: Scorecard, indicator: IndicatorScore) -> str:
    return words.labelled(indicator.id, say(indicator.statement, card.framework.language))


def _principle(card: Scorecard, principle: PrincipleScore) -> Iterator[Item]:
    yield from map(Item, _how_scored(card, principle, {s: principle.sides[s].score for s in SIDES}))
    yield from map(Item, _sure(card, principle.interval, principle.interval_reason, principle.agreement))
    for side in SIDES:
        yield from _principle_side(card, principle, side)
    gap = principle.gap
    if gap is not None:
        yield Item(_gap(gap, card.framework.scale), below=_gap_interval(gap))
    if principle.share_rated is not None:
        yield Item(
            message(
                "Rated: {figure} of what could have been rated, on the side that rated least. This decides nothing.",
                figure=_exact(principle.share_rated),
            )
        )


GAP_INTERVAL = {
    True: marked("95 % interval {low} to {high}: clear, also with all principles looked at together."),
    False: marked("95 % interval {low} to {high}: not clear. A gap like this can come by chance."),
}


def _gap_interval(gap: Gap) -> Items | None:
    if gap.interval is None:
        return None
    low, high = map(_signed, gap.interval)
    return Items([message(GAP_INTERVAL[gap.is_clear], low=low, high=high)], "lines")


def _how_scored(
    card: Scorecard, scored: PrincipleScore | IndicatorScore, sides: Mapping[Side, Figure]
) -> Iterator[str]:
    """The score and how the sides became one, or why there is none."""
    if scored.reason is not None:
        yield message(NO_SCORE, why=words.missing_words(scored))
    else:
        yield message(SCORE, figure=_both_ways(scored.score, card.framework.scale))
        if combination := _combination(card, sides):
            yield combination


def _principle_side(card: Scorecard, principle: PrincipleScore, side: Side) -> Iterator[Item]:
    own = principle.sides[side]
    if own.score is None:
        return
    figure = message("{figure}, from {answers}", figure=_exact(own.score), answers=words.answers(own.respondents))
    rated = [
        f"{indicator.id}: {_weighted(value, indicator.weight)}"
        for indicator in principle.indicators
        if (value := indicator.sides[side].value) is not None
    ]
    below = [
        *map(Item, _sure(card, own.interval, own.interval_reason, own.agreement)),
        Item(
            message("the mean over the indicators it rated, each counting by its weight:"), below=Items(rated, "lines")
        ),
    ]
    yield Item(words.labelled(words.side_name(card, side), figure), below=Items(below, "lines"))


def _sure(
    card: Scorecard, interval: Interval | None, reason: IntervalReason | None, agreement: Agreement | None
) -> Iterator[str]:
    """An interval and an agreement, a line each, where they were asked for."""
    if card.certainty is not None:
        yield from filter(None, (_interval(interval, reason), _agreement(agreement)))


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


def _indicator(card: Scorecard, indicator: IndicatorScore, answers: Assessment | None) -> Iterator[Item]:
    if indicator.reversed:
        yield Item(message("A high rating is bad news here, so each rating is flipped: 1 minus its place."))
    yield from map(Item, _how_scored(card, indicator, {s: indicator.sides[s].value for s in SIDES}))
    for side in SIDES:
        if indicator.sides[side].perspectives:
            yield _side(card, side, indicator.sides[side])
    if answers is not None:
        said = [
            f"{response.stakeholder}: {_answer(response.ratings.get(indicator.id))}" for response in answers.responses
        ]
        yield Item(message("Each answer:"), below=Items(said, "lines"))


def _answer(rating: object) -> str:
    if rating is None:
        return message(UNRATED["silent"])
    return message(UNRATED[rating.value]) if isinstance(rating, Unrated) else words.written(f"{rating:g}")


COUNTING = {
    "people": marked("{side}: {figure}, each answer counting once"),
    "perspectives": marked("{side}: {figure}, each perspective counting once"),
}


def _side(card: Scorecard, side: Side, values: IndicatorSide) -> Item:
    name, figure = words.side_name(card, side), _exact(values.value)
    voices = {voice.perspective: voice for voice in card.voices}
    below = [
        words.labelled(
            say(voices[one.perspective].name, card.framework.language), _perspective(card.framework.scale, one)
        )
        for one in values.perspectives
    ]
    told = message(COUNTING[card.policy.voice.within_side], side=name, figure=figure)
    return Item(told, below=Items(below, "lines"))


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
