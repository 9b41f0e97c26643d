"""The library's own sentences, and how figures are said in words."""

import datetime as dt
from collections.abc import Iterable
from functools import reduce

from copro.messages import counted, marked, message, paragraph, say
from copro.model.assessment import Conduct, SideNote
from copro.model.finding import Finding
from copro.model.framework import (
    Scale,
)
from copro.model.scorecard import (
    IndicatorScore,
    PrincipleScore,
    Scorecard,
    Voices,
)
from copro.model.suppressed import Figure, Suppressed
from copro.model.values import MAIN_SIDES, MainSide, Side

NOT_SHOWN = marked("not shown (kept private)")
NO_FIGURE = marked("none")

SIDE_NAMES: dict[Side, str] = {
    "community": marked("Community"),
    "service": marked("Services"),
    "independent": marked("Neither side"),
}
PARTY_NAMES = {
    "community": marked("the community"),
    "service": marked("services"),
    "both": marked("both sides"),
    "neither": marked("neither side"),
}

MONTHS = (
    marked("January"),
    marked("February"),
    marked("March"),
    marked("April"),
    marked("May"),
    marked("June"),
    marked("July"),
    marked("August"),
    marked("September"),
    marked("October"),
    marked("November"),
    marked("December"),
)

MISSING = {
    "not_applicable": marked("it does not apply here"),
    "unrated": marked("nobody whose answers count rated it"),
    "one_sided": marked("one side did not rate it"),
    "coverage": marked("too little of it was rated"),
}

REASONS = {
    "no_ratings": marked("No answer that counts holds a rating."),
    "open_link": marked("Answers came over an open link, so anyone could answer more than once."),
    "community_silent": marked("The services' own account. It shows what they think, not whether power was shared."),
    "no_direct_voice": marked("Nobody whose life this is about has answered."),
    "too_few_people": marked("Too few people answered."),
    "coverage": marked("Too little was rated."),
    "no_principle_scored": marked("No principle has a score."),
    "community_declined": marked("The community chose not to be scored."),
    "service_declined": marked("Services chose not to be scored."),
}

NOT_A_DUTY = marked(
    "A higher level is not a duty. Asking people well can be the right thing for a decision. "
    "The level says how this initiative works, not how good its people are."
)
DO_NOT_RANK = marked("Do not rank, fund or close things by these numbers.")

ORDER = {False: marked("Principles, widest gap first"), True: marked("Principles, clear gaps first")}
"""The heading of the profile, without and with intervals."""

CONDUCT = {
    "initiate": {
        "community": marked("The community decided that there would be an assessment."),
        "service": marked("Services decided that there would be an assessment."),
        "both": marked("Both sides decided that there would be an assessment."),
        "neither": marked("Neither side decided that there would be an assessment."),
    },
    "choose_who": {
        "community": marked("The community decided whom to ask."),
        "service": marked("Services decided whom to ask."),
        "both": marked("Both sides decided whom to ask."),
        "neither": marked("Neither side decided whom to ask."),
    },
    "choose_how": {
        "community": marked("The community decided how to ask."),
        "service": marked("Services decided how to ask."),
        "both": marked("Both sides decided how to ask."),
        "neither": marked("Neither side decided how to ask."),
    },
    "choose_when": {
        "community": marked("The community decided when to ask."),
        "service": marked("Services decided when to ask."),
        "both": marked("Both sides decided when to ask."),
        "neither": marked("Neither side decided when to ask."),
    },
    "publish": {
        "community": marked("The community decided what is published."),
        "service": marked("Services decided what is published."),
        "both": marked("Both sides decided what is published."),
        "neither": marked("Neither side decided what is published."),
    },
}


def day(date: dt.date) -> str:
    """A date in words.

    >>> day(dt.date(2026, 3, 4))
    '4 March 2026'
    """
    return message("{day} {month} {year}", day=date.day, month=message(MONTHS[date.month - 1]), year=date.year)


def joined(parts: Iterable[str]) -> str:
    """Parts as a list in a sentence.

    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    *head, last = list(parts) or [""]
    return message("{list} and {last}", list=in_a_row(head), last=last) if head else last


def in_a_row(parts: Iterable[str]) -> str:
    """Parts side by side.

    >>> in_a_row(["a", "b", "c"])
    'a, b, c'
    """
    return reduce(lambda first, second: message("{first}, {second}", first=first, second=second), parts)


def apart(parts: Iterable[str]) -> str:
    """Parts that hold commas of their own, side by side.

    >>> apart(["a, b", "c"])
    'a, b; c'
    """
    return reduce(lambda first, second: message("{first}; {second}", first=first, second=second), parts)


def labelled(label: str, text: str) -> str:
    """Words about something, after its name.

    >>> labelled("Services", "5 people")
    'Services: 5 people'
    """
    return message("{label}: {text}", label=label, text=text)


def answers(count: int) -> str:
    """A number of answers in words.

    >>> answers(1), answers(4)
    ('1 answer', '4 answers')
    """
    return counted("{count} answer", "{count} answers", count)


def people(count: int) -> str:
    """A number of people in words.

    >>> people(1), people(4)
    ('1 person', '4 people')
    """
    return counted("{count} person", "{count} people", count)


def decimals(scale: Scale) -> int:
    """How many decimals tell two figures on a scale apart: one, or two where it spans less than 2."""
    return 1 if scale.highest - scale.lowest >= 2 else 2


def written(number: str) -> str:
    """A number, written with a point, as the language writes it.

    >>> written("-1.25"), written("4")
    ('-1.25', '4')
    """
    whole, point, fraction = number.partition(".")
    return message("{whole}.{fraction}", whole=whole, fraction=fraction) if point else number


def plain(number: float) -> str:
    """A number as short as it can be, such as a step of a scale."""
    return written(f"{number:g}")


def steps(figure: Figure, scale: Scale) -> str:
    """A figure as a place on the scale, such as ``1.2``."""
    if figure is None:
        return message(NO_FIGURE)
    if isinstance(figure, Suppressed):
        return message(NOT_SHOWN)
    return written(f"{scale.lowest + figure * (scale.highest - scale.lowest):.{decimals(scale)}f}")


def of_scale(figure: Figure, scale: Scale) -> str:
    """A figure as a place on the scale, with the scale's end, such as ``1.2 of 4``."""
    shown = steps(figure, scale)
    if not isinstance(figure, float | int):
        return shown
    return message("{figure} of {highest}", figure=shown, highest=plain(scale.highest))


def step_gap(figure: Figure, scale: Scale) -> str:
    """A gap in steps of the scale, with its sign."""
    if figure is None or isinstance(figure, Suppressed):
        return steps(figure, scale)
    return written(f"{figure * (scale.highest - scale.lowest):+.{decimals(scale)}f}")


def gap_words(gap: Figure, scale: Scale) -> str:
    """A gap in plain words: who sees more, and by how much."""
    if gap is None or isinstance(gap, Suppressed):
        return message("no gap to show")
    width = f"{abs(gap) * (scale.highest - scale.lowest):.{decimals(scale)}f}"
    if float(width) == 0:
        return message("both sides see the same")
    if gap > 0:
        return message("services see {width} more", width=written(width))
    return message("the community sees {width} more", width=written(width))


def status_words(card: Scorecard) -> str:
    """What stands where a level would, for every status; the level's sentence where there is one."""
    if card.status == "scored":
        if card.overall.level is None:
            return message("This framework has no levels: it gives a profile.")
        level = say(card.overall.level_name, card.framework.language)
        if card.framework.short_form_of:
            return message("Level: {level}, short form.", level=level)
        return message("Level: {level}.", level=level)
    if card.reason == "service_silent":
        return paragraph(message("The community's own account."), _whether_asked(card))
    sentence = message(REASONS[card.reason or ""])
    if _is_services_account(card):
        return paragraph(message(REASONS["community_silent"]), sentence)
    own_words = card.status == "declined" or card.reason == "community_silent"
    return sentence if own_words else paragraph(message("No level."), sentence)


def _is_services_account(card: Scorecard) -> bool:
    """Whether only services rated, apart from voices that are not direct."""
    return card.reason == "no_direct_voice" and any(voice.rated for voice in card.voices if voice.side == "service")


def _whether_asked(card: Scorecard) -> str:
    asked = [note for note in card.assessment.invited if note.side == "service"]
    if not asked:
        return message("Services were not asked.")
    dates = [note.date for note in asked if note.date]
    if not dates:
        return message("Services were asked and did not answer.")
    return message("Services were asked on {date} and did not answer.", date=day(max(dates)))


def rated_by(card: Scorecard) -> str:
    """How many people the result rests on."""
    sides = {side: sum(v.people for v in card.voices if v.side == side) for side in MAIN_SIDES}
    heard = [side for side in MAIN_SIDES if sides[side]]
    whom = "both" if len(heard) == 2 else heard[0] if heard else "neither"
    small = [side for side in MAIN_SIDES if sides[side] < card.policy.minimum_people.get(side, 0)]
    return paragraph(
        message(
            "Rated by {people} of {side}; not certified by anyone.",
            people=people(sum(sides.values())),
            side=message(PARTY_NAMES[whom]),
        ),
        message("This is for the people who answered. It is too small to publish.")
        if small and card.status == "scored"
        else "",
    )


def period_words(card: Scorecard) -> str:
    """The time that the assessment is about."""
    period = card.assessment.period
    return message("{start} to {end}", start=day(period.start), end=day(period.end)) if period else ""


def conduct_words(conduct: Conduct | None) -> list[str]:
    """Who decided what about the assessment itself, a line each."""
    if conduct is None:
        return [message("It is not recorded who decided about this assessment.")]
    return [
        message(sentences[party])
        for name, sentences in CONDUCT.items()
        if (party := getattr(conduct, name)) is not None
    ]


def voice_words(voice: Voices, language: str) -> str:
    """How many people of a perspective answered, and how many did not."""
    notes = [people(voice.people)] if voice.people else []
    if voice.responded < voice.listed:
        notes.append(
            counted(
                "{count} of {listed} listed did not answer",
                "{count} of {listed} listed did not answer",
                voice.listed - voice.responded,
                listed=voice.listed,
            )
        )
    if voice.for_someone:
        notes.append(
            counted(
                "{count} answered for by somebody else, not scored",
                "{count} answered for by somebody else, not scored",
                voice.for_someone,
            )
        )
    if not notes:
        notes.append(counted("{count} answered, not scored", "{count} answered, not scored", voice.responded))
    return labelled(say(voice.name, language) or message("Perspective not disclosed"), apart(notes))


INVITED: dict[MainSide, str] = {
    "community": marked("The community was asked to answer."),
    "service": marked("Services were asked to answer."),
}
INVITED_ON: dict[MainSide, str] = {
    "community": marked("The community was asked to answer on {date}."),
    "service": marked("Services were asked to answer on {date}."),
}
DECLINED: dict[MainSide, str] = {
    "community": REASONS["community_declined"],
    "service": REASONS["service_declined"],
}
DECLINED_ON: dict[MainSide, str] = {
    "community": marked("On {date} the community chose not to be scored."),
    "service": marked("On {date} services chose not to be scored."),
}


def side_notes(card: Scorecard) -> list[str]:
    """Which sides were asked and which declined, when, and what was noted about it, a line each.

    What the status says already is not said again.
    """
    subject = card.assessment
    invited = [_noted(note, INVITED, INVITED_ON, subject.language) for note in subject.invited]
    declined = [
        _noted(note, DECLINED, DECLINED_ON, subject.language)
        for note in subject.declined
        if note.date or note.note or card.reason != f"{note.side}_declined"
    ]
    return [*invited, *declined]


def _noted(note: SideNote, plain: dict[MainSide, str], dated: dict[MainSide, str], language: str) -> str:
    told = message(dated[note.side], date=day(note.date)) if note.date else message(plain[note.side])
    return paragraph(told, say(note.note, language))


def missing_words(principle: PrincipleScore | IndicatorScore) -> str:
    """Why something has no score."""
    return message(MISSING[principle.reason]) if principle.reason else ""


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


TOO_FEW_TO_TELL = marked("Too few answers to tell whether these gaps are real, or no gap to show")


def is_unclear(principle: PrincipleScore, card: Scorecard) -> bool:
    """Whether intervals were asked for and do not show that a gap is there."""
    return card.certainty is not None and principle.gap is not None and not principle.gap.is_clear


def warnings_beside(card: Scorecard) -> list[str]:
    """The warnings of a scorecard that its status does not say already."""
    said = {"no-direct-voice"} if card.reason == "no_direct_voice" else set()
    return [
        say(finding.message, card.language)
        for finding in card.findings
        if finding.severity == "warning" and finding.code not in said
    ]


def finding_words(finding: Finding, language: str) -> str:
    """What was found and what to do about it, which stay in the language that they were made in."""
    return paragraph(say(finding.message, language), say(finding.hint, language))


def level_name(card: Scorecard, value: int) -> str:
    """The name of a level."""
    level = next(level for level in card.framework.levels if level.value == value)
    return say(level.name, card.framework.language)
