"""The library's own sentences, and how figures are said in words."""

import datetime as dt
from collections.abc import Iterable

from copro.model.assessment import Conduct
from copro.model.framework import (
    AgreementAtLeast,
    CommitmentsKeptAtLeast,
    CoverageAtLeast,
    EachSideAtLeast,
    EveryPrincipleAtLeast,
    GapAtMost,
    IndicatorsAtLeast,
    OverallAtLeast,
    PowerSharedAtLeast,
    PrincipleAtLeast,
    Scale,
)
from copro.model.scorecard import (
    IndicatorScore,
    PrincipleScore,
    Scorecard,
    Unmet,
)
from copro.model.suppressed import Figure, Suppressed
from copro.model.values import MAIN_SIDES, MainSide, Side, Text, in_language

NOT_SHOWN = "not shown (kept private)"
NO_FIGURE = "none"

SIDE_NAMES: dict[Side, str] = {"community": "Community", "service": "Services", "independent": "Neither side"}
PARTY_NAMES = {"community": "the community", "service": "services", "both": "both sides", "neither": "neither side"}

MISSING = {
    "not_applicable": "it does not apply here",
    "unrated": "nobody whose answers count rated it",
    "one_sided": "one side did not rate it",
    "coverage": "too little of it was rated",
}

REASONS = {
    "no_ratings": "No answer that counts holds a rating.",
    "open_link": "Answers came over an open link, so anyone could answer more than once.",
    "community_silent": "The services' own account. It shows what they think, not whether power was shared.",
    "no_direct_voice": "Nobody whose life this is about has answered.",
    "too_few_people": "Too few people answered.",
    "coverage": "Too little was rated.",
    "no_principle_scored": "No principle has a score.",
    "community_declined": "The community chose not to be scored.",
    "service_declined": "Services chose not to be scored.",
}

NOT_A_DUTY = (
    "A higher level is not a duty. Asking people well can be the right thing for a decision. "
    "The level says how this initiative works, not how good its people are."
)
DO_NOT_RANK = "Do not rank, fund or close things by these numbers."

ORDER = {False: "Principles, widest gap first", True: "Principles, clear gaps first"}
"""The heading of the profile, without and with intervals."""

CONDUCT = {
    "initiate": "that there would be an assessment",
    "choose_who": "whom to ask",
    "choose_how": "how to ask",
    "choose_when": "when to ask",
    "publish": "what is published",
}


def say(text: Text | None, language: str) -> str:
    """The words of a text in a language; nothing where there is no text."""
    return "" if text is None else in_language(text, language)


def day(date: dt.date) -> str:
    """A date in words.

    >>> day(dt.date(2026, 3, 4))
    '4 March 2026'
    """
    return f"{date.day} {date:%B %Y}"


def joined(parts: Iterable[str]) -> str:
    """Parts as a list in a sentence.

    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    *head, last = list(parts) or [""]
    return f"{', '.join(head)} and {last}" if head else last


def answers(count: int) -> str:
    """A number of answers in words.

    >>> answers(1), answers(4)
    ('1 answer', '4 answers')
    """
    return f"{count} {'answer' if count == 1 else 'answers'}"


def people(count: int) -> str:
    """A number of people in words.

    >>> people(1), people(4)
    ('1 person', '4 people')
    """
    return f"{count} {'person' if count == 1 else 'people'}"


def decimals(scale: Scale) -> int:
    """How many decimals tell two figures on a scale apart: one, or two where it spans less than 2."""
    return 1 if scale.highest - scale.lowest >= 2 else 2


def steps(figure: Figure, scale: Scale) -> str:
    """A figure as a place on the scale, such as ``1.2``."""
    if figure is None:
        return NO_FIGURE
    if isinstance(figure, Suppressed):
        return NOT_SHOWN
    return f"{scale.lowest + figure * (scale.highest - scale.lowest):.{decimals(scale)}f}"


def of_scale(figure: Figure, scale: Scale) -> str:
    """A figure as a place on the scale, with the scale's end, such as ``1.2 of 4``."""
    shown = steps(figure, scale)
    return shown if shown in {NO_FIGURE, NOT_SHOWN} else f"{shown} of {scale.highest:g}"


def step_gap(figure: Figure, scale: Scale) -> str:
    """A gap in steps of the scale, with its sign."""
    if figure is None or isinstance(figure, Suppressed):
        return NO_FIGURE if figure is None else NOT_SHOWN
    return f"{figure * (scale.highest - scale.lowest):+.{decimals(scale)}f}"


def gap_words(gap: Figure, scale: Scale) -> str:
    """A gap in plain words: who sees more, and by how much."""
    if gap is None or isinstance(gap, Suppressed):
        return "no gap to show"
    width = f"{abs(gap) * (scale.highest - scale.lowest):.{decimals(scale)}f}"
    if float(width) == 0:
        return "both sides see the same"
    return f"{'services' if gap > 0 else 'the community'} {'see' if gap > 0 else 'sees'} {width} more"


def status_words(card: Scorecard) -> str:
    """What stands where a level would, for every status; the level's sentence where there is one."""
    language = card.framework.language
    if card.status == "scored":
        if card.overall.level is None:
            return "This framework has no levels: it gives a profile."
        form = ", short form" if card.framework.short_form_of else ""
        return f"Level: {say(card.overall.level_name, language)}{form}."
    if card.reason == "service_silent":
        return f"The community's own account. {_whether_asked(card)}"
    sentence = REASONS[card.reason or ""]
    if card.reason == "no_direct_voice" and any(voice.rated for voice in card.voices if voice.side == "service"):
        return f"{REASONS['community_silent']} {sentence}"
    own_words = card.status == "declined" or card.reason == "community_silent"
    return sentence if own_words else f"No level. {sentence}"


def _whether_asked(card: Scorecard) -> str:
    asked = [note for note in card.assessment.invited if note.side == "service"]
    if not asked:
        return "Services were not asked."
    dates = [note.date for note in asked if note.date]
    on = f" on {day(max(dates))}" if dates else ""
    return f"Services were asked{on} and did not answer."


def rated_by(card: Scorecard) -> str:
    """How many people the result rests on."""
    sides = {side: sum(v.people for v in card.voices if v.side == side) for side in MAIN_SIDES}
    heard = [PARTY_NAMES[side] for side in MAIN_SIDES if sides[side]]
    whom = "both sides" if len(heard) == 2 else joined(heard) if heard else "neither side"
    small = [side for side in MAIN_SIDES if sides[side] < card.policy.minimum_people.get(side, 0)]
    note = (
        " This is for the people who answered. It is too small to publish." if small and card.status == "scored" else ""
    )
    return f"Rated by {people(sum(sides.values()))} of {whom}; not certified by anyone.{note}"


def period_words(card: Scorecard) -> str:
    """The time that the assessment is about."""
    period = card.assessment.period
    return f"{day(period.start)} to {day(period.end)}" if period else ""


def conduct_words(conduct: Conduct | None) -> list[str]:
    """Who decided what about the assessment itself, a line each."""
    if conduct is None:
        return ["It is not recorded who decided about this assessment."]
    return [
        f"{PARTY_NAMES[party].capitalize()} decided {what}."
        for name, what in CONDUCT.items()
        if (party := getattr(conduct, name)) is not None
    ]


def missing_words(principle: PrincipleScore | IndicatorScore) -> str:
    """Why something has no score."""
    return MISSING[principle.reason] if principle.reason else ""


def by_gap(card: Scorecard) -> list[PrincipleScore]:
    """The principles: clear gaps first, then widest first; those without a gap last.

    Without intervals no gap is known to be clear, so the widest come first. Ties keep the
    framework's order.
    """

    def width(principle: PrincipleScore) -> tuple[bool, float]:
        gap = principle.gap
        if gap is None or not isinstance(gap.value, float | int):
            return (True, 1.0)
        return (not gap.is_clear, -abs(gap.value))

    return sorted(card.principles, key=width)


TOO_FEW_TO_TELL = "Too few answers to tell whether these gaps are real, or no gap to show"


def is_unclear(principle: PrincipleScore, card: Scorecard) -> bool:
    """Whether intervals were asked for and do not show that a gap is there."""
    return card.certainty is not None and principle.gap is not None and not principle.gap.is_clear


def level_name(card: Scorecard, value: int) -> str:
    """The name of a level."""
    level = next(level for level in card.framework.levels if level.value == value)
    return say(level.name, card.framework.language)


def skipped_words(card: Scorecard) -> list[str]:
    """The requirements that were passed over, a sentence each."""
    what = {CommitmentsKeptAtLeast: "promises kept", PowerSharedAtLeast: "rights shared"}
    return [
        f"{level_name(card, passed.level)} also asks for {what[type(passed.requirement)]}; "
        "too few are on record, so this was passed over."
        for passed in card.overall.skipped
        if type(passed.requirement) in what
    ]


def unmet_words(unmet: Unmet, card: Scorecard) -> str:
    """What the next level asks for and is not there yet, in a sentence."""
    scale, language = card.framework.scale, card.framework.language
    principle = next((p for p in card.principles if p.id == unmet.principle), None)
    indicator = next((i for p in card.principles for i in p.indicators if i.id == unmet.indicator), None)
    about = say(indicator.statement if indicator else principle.name if principle else "Overall", language).rstrip(".")
    level = level_name(card, unmet.level)
    match unmet.requirement:
        case CoverageAtLeast():
            return f"{about}: more answers are needed. {level} asks for {_tenths(unmet.needed)} of them."
        case AgreementAtLeast():
            return f"{about}: answers differ, or are too few. {level} asks that {_tenths(unmet.needed)} of them lie near the middle one."
        case CommitmentsKeptAtLeast():
            return (
                f"Promises of services to the community: {level} asks that {_tenths(unmet.needed)} due ones were kept."
            )
        case PowerSharedAtLeast():
            return f"Rights over decisions: {level} asks that the community holds {_tenths(unmet.needed)} of them."
        case GapAtMost():
            width, span = decimals(scale), scale.highest - scale.lowest
            found = (
                f"{unmet.found * span:.{width}f}" if isinstance(unmet.found, float | int) else steps(unmet.found, scale)
            )
            apart = "there is no gap to tell yet" if unmet.found is None else f"the sides are {found} apart"
            return f"{about}: {apart}; {level} asks for {unmet.needed * span:.{width}f} or less."
        case _:
            whose = f" for {PARTY_NAMES[unmet.side]}" if unmet.side else ""
            found = "no figure yet" if unmet.found is None else f"{of_scale(unmet.found, scale)} now"
            return f"{about}{whose}: {found}; {level} asks for {steps(unmet.needed, scale)}."


SCORED = (OverallAtLeast, EachSideAtLeast, PrincipleAtLeast, EveryPrincipleAtLeast, IndicatorsAtLeast)
"""Requirements that a higher rating meets."""


def _tenths(share: float) -> str:
    """A share as so many in ten, which reads better than a percentage.

    >>> _tenths(0.5)
    '5 in 10'
    """
    return f"{share * 10:g} in 10"


def next_step(unmet: Unmet, card: Scorecard) -> str:
    """What the next step of the weakest indicator concerned looks like; empty where nothing says.

    Takes the indicator with the lowest figure, on the side concerned where there is one, and the
    descriptor of the first step above that figure.
    """
    if not isinstance(unmet.requirement, SCORED):
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
    return say(higher[0], card.framework.language) if higher and not weakest.reversed else ""


def _figure(indicator: IndicatorScore, side: MainSide | None) -> Figure:
    return indicator.score if side is None else indicator.sides[side].value
