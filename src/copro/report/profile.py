"""Where the two sides stand on every principle, to be drawn or to be read."""

from copro.messages import marked, message, say
from copro.model.outline import Profile, ProfileLine, Row, Table
from copro.model.scorecard import PrincipleScore, Scorecard
from copro.model.suppressed import Figure
from copro.model.values import MAIN_SIDES, MainSide
from copro.report import words

LETTERS = ("C", "S", "B")
"""What stands for the community, services and both, where a line is drawn with letters."""


def profile_of(card: Scorecard) -> Profile:
    """Where the two sides stand on every principle: clear gaps first, then the widest."""
    scale, language = card.framework.scale, card.framework.language
    principles = words.by_gap(card)
    ends = {"lowest": words.plain(scale.lowest), "highest": words.plain(scale.highest)}
    community, services, both = LETTERS
    return Profile(
        lines=[_line(principle, card) for principle in principles],
        steps=[(step.value - scale.lowest) / (scale.highest - scale.lowest) for step in scale.steps],
        letters=LETTERS,
        key_to_letters=message(
            "{C} community, {S} services, {B} both, from {lowest} to {highest}",
            C=community,
            S=services,
            B=both,
            **ends,
        ),
        key_to_shapes=(
            message("circle: the community."),
            message("square: services."),
            message(
                "From {lowest} ({lowest_name}) on the left to {highest} ({highest_name}) on the right. "
                "The table below holds the same figures.",
                lowest_name=say(scale.steps[0].name, language),
                highest_name=say(scale.steps[-1].name, language),
                **ends,
            ),
        ),
        unclear=message(words.TOO_FEW_TO_TELL),
        table=Table(
            caption=message("The principles, in figures from {lowest} to {highest}", **ends),
            heads=[message("Principle"), *side_heads(card), message("Gap"), message("Score")],
            rows=[_row(principle, card) for principle in principles],
        ),
    )


def side_heads(card: Scorecard) -> list[str]:
    """What heads the columns of the two sides."""
    return [words.side_name(card, side) for side in MAIN_SIDES]


def _line(principle: PrincipleScore, card: Scorecard) -> ProfileLine:
    scale, name = card.framework.scale, say(principle.name, card.framework.language)
    scores = {side: principle.sides[side].score for side in MAIN_SIDES}
    gap = ""
    if principle.gap is not None:
        gap = words.gap_words(principle.gap.value, scale)
    elif why := _why_missing(principle, card):
        gap = message("no score, {why}", why=why)
    return ProfileLine(
        id=principle.id,
        name=name,
        community=_place(scores["community"]),
        service=_place(scores["service"]),
        figures=_figures(principle, card),
        gap=gap,
        picture=message(
            "{principle}: community {community}, services {service}",
            principle=name,
            community=words.of_scale(scores["community"], scale),
            service=words.of_scale(scores["service"], scale),
        ),
        is_unclear=words.is_unclear(principle, card),
    )


def _why_missing(principle: PrincipleScore, card: Scorecard) -> str:
    """Why there is no score; empty where the community gives its own account, and no score is looked for."""
    is_own_account = principle.reason == "one_sided" and card.reason == "service_silent"
    return "" if is_own_account else words.missing_words(principle)


def _place(figure: Figure) -> float | None:
    """Where a figure stands between the ends of the scale, if it may be shown."""
    return float(figure) if isinstance(figure, float | int) else None


SIDE_FIGURES: dict[MainSide, str] = {
    "community": marked("community {figure}"),
    "service": marked("services {figure}"),
}


def _figures(principle: PrincipleScore, card: Scorecard) -> str:
    """The figures of both sides and the gap, or why there is no score."""
    scale = card.framework.scale
    parts = [
        message(template, figure=words.steps(principle.sides[side].score, scale))
        for side, template in SIDE_FIGURES.items()
        if principle.sides[side].score is not None
    ]
    if principle.gap is not None:
        parts.append(message("gap {gap}", gap=words.step_gap(principle.gap.value, scale)))
    if why := _why_missing(principle, card):
        parts.append(message("no score: {why}", why=why))
    return words.in_a_row(parts) if parts else ""


def _row(principle: PrincipleScore, card: Scorecard) -> Row:
    scale, why = card.framework.scale, _why_missing(principle, card)
    return Row(
        [
            say(principle.name, card.framework.language),
            *(words.steps(principle.sides[side].score, scale) for side in MAIN_SIDES),
            words.step_gap(principle.gap.value if principle.gap is not None else None, scale),
            message("none: {why}", why=why) if why else words.steps(principle.score, scale),
        ]
    )
