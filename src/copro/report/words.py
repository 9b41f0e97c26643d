"""The library's own sentences, and how figures are said in words."""

import datetime as dt
from collections.abc import Iterable
from functools import reduce

from copro.messages import counted, marked, message, paragraph, say
from copro.model.assessment import Conduct, SideNote
from copro.model.finding import Finding, FindingCode
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
WHO_THEY_ARE: dict[Side, str] = {
    "community": marked("People whose lives this touches"),
    "service": marked("People who run or fund services"),
    "independent": marked("Independent"),
}
"""What the people of each side are called where there is room; sides are how we count them."""

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
    "unknown": marked("not enough people could say"),
}

REASONS = {
    "no_ratings": marked("No answer that counts holds a rating."),
    "open_link": marked("Answers came over an open link, so anyone could answer more than once."),
    "community_silent": marked("The services' own account. It shows what they think, not whether power was shared."),
    "too_few_people": marked("Too few people answered."),
    "nothing_known": marked("Not enough people could answer about anything here. That is not a low mark."),
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


def side_name(card: Scorecard, side: Side) -> str:
    """What a side is called in a table or chart: by this project's own word, where it has one."""
    own = card.assessment.side_names.get(side)
    return message(SIDE_NAMES[side]) if own is None else say(own, card.assessment.language)


def people_of(card: Scorecard, side: Side) -> str:
    """What the people of a side are called, where there is room: by this project's own word, where it has one."""
    return side_name(card, side) if side in card.assessment.side_names else message(WHO_THEY_ARE[side])


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
    """A gap in steps of the scale, with its sign: services minus community."""
    if figure is None or isinstance(figure, Suppressed):
        return steps(figure, scale)
    return signed_gap(f"{figure * (scale.highest - scale.lowest):.{decimals(scale)}f}")


def signed_gap(gap: str) -> str:
    """A gap, written with a point, with the sign that says who sees more; a language may say it in words.

    >>> signed_gap("1.25"), signed_gap("-0.5"), signed_gap("-0.0")
    ('+1.25', '-0.5', '0.0')
    """
    width = written(gap.removeprefix("-"))
    if float(gap) == 0:
        return width
    return message("-{gap}", gap=width) if gap.startswith("-") else message("+{gap}", gap=width)


def step_change(figure: Figure, scale: Scale) -> str:
    """A change from one time to the next in steps of the scale, with its sign; a language may say it in words."""
    if figure is None or isinstance(figure, Suppressed):
        return steps(figure, scale)
    change = f"{figure * (scale.highest - scale.lowest):.{decimals(scale)}f}"
    width = written(change.removeprefix("-"))
    if float(change) == 0:
        return width
    return message("-{change}", change=width) if change.startswith("-") else message("+{change}", change=width)


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
        return _level_words(card)
    if card.reason == "service_silent":
        if card.assessment.initiative.taking_part.get("service") == 0:
            return message("People run this themselves. No service has a part in it, so nobody else was asked.")
        return paragraph(message("The community's own account."), _whether_asked(card))
    sentence = message(REASONS[card.reason or ""])
    if card.reason == "too_few_people" and (groups := _told(card, "group-not-confirmed")):
        return paragraph(message("No level yet."), *groups)
    own_words = card.status == "declined" or card.reason == "community_silent"
    return sentence if own_words else paragraph(message("No level."), sentence)


def _level_words(card: Scorecard) -> str:
    """The level, or why it cannot be told."""
    if not card.framework.levels:
        return message("This framework has no levels: it gives a profile.")
    if card.overall.level is None:
        return paragraph(message("No level yet."), *_why_not_told(card), _between(card))
    level = say(card.overall.level_name, card.framework.language)
    told = message("Level: {level}.", level=level)
    if card.framework.short_form_of:
        told = message("Level: {level}, short form.", level=level)
    return paragraph(told, _holds_in_all(card))


def _holds_in_all(card: Scorecard) -> str:
    """That a level must hold however voices are counted, where another way to count them gives a higher one."""
    if all(low == card.overall.level for low, _ in card.overall.level_by_count.values()):
        return ""
    return message(
        "People do not all see the same here. Other ways to count their voices give a higher level, "
        "but a level must hold in all of them."
    )


LEVEL_NOT_TOLD: tuple[FindingCode, ...] = ("no-direct-voice", "not-enough-to-say")
"""Findings that say why a level cannot be told, and so stand where it would."""


def _why_not_told(card: Scorecard) -> list[str]:
    return _told(card, *LEVEL_NOT_TOLD) or [message("Not enough people could say enough for one.")]


def _told(card: Scorecard, *codes: FindingCode) -> list[str]:
    return [finding_words(finding, card.language) for finding in card.findings if finding.has_code(*codes)]


def _between(card: Scorecard) -> str:
    """Two neighbouring levels, where it is one of them; a wider range says nothing that helps."""
    values = [level.value for level in card.framework.levels]
    ends = card.overall.level_range
    if ends is None or values.index(ends[1]) - values.index(ends[0]) != 1:
        return ""
    low, high = (level_name(card, value) for value in ends)
    return message("It is {low} or {high}.", low=low, high=high)


def _whether_asked(card: Scorecard) -> str:
    asked = [note for note in card.assessment.invited if note.side == "service"]
    voices = [voice for voice in card.voices if voice.side == "service"]
    if any(voice.responded for voice in voices):
        return message("Services were asked, and rated nothing.")
    if not asked and not any(voice.listed for voice in voices):
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


TAKE_PART: dict[MainSide, str] = {
    "community": marked("{answered} of {people} people who take part answered for the community."),
    "service": marked("{answered} of {people} people who take part answered for services."),
}
ON_THE_LIST: dict[MainSide, str] = {
    "community": marked("{answered} of {people} on the list answered for the community."),
    "service": marked("{answered} of {people} on the list answered for services."),
}
ALL_TAKE_PART: dict[MainSide, str] = {
    "community": marked("As it is written down, all who take part on the community's side answered: {people}."),
    "service": marked("As it is written down, all who take part on the services' side answered: {people}."),
}

MORE_ANSWERED: dict[MainSide, str] = {
    "community": marked("{answered} answered for the community. It is written down that {people} take part."),
    "service": marked("{answered} answered for services. It is written down that {people} take part."),
}

LEFT_OUT: dict[MainSide, str] = {
    "community": marked("About {count} in 10 answers from the community were left out."),
    "service": marked("About {count} in 10 answers from services were left out."),
}
FEW_LEFT_OUT: dict[MainSide, str] = {
    "community": marked("Fewer than 1 in 10 answers from the community were left out."),
    "service": marked("Fewer than 1 in 10 answers from services were left out."),
}


def _left_out(card: Scorecard, side: MainSide) -> str:
    """How much whoever rated for a side left out, in tenths; a blank form plays no part."""
    raters = sum(voice.rated for voice in card.voices if voice.side == side)
    applicable = [indicator for indicator in card.indicators if indicator.reason != "not_applicable"]
    rated = sum(voice.respondents for i in applicable for voice in i.sides[side].perspectives)
    cells = raters * len(applicable)
    if rated >= cells:
        return ""
    tenths = round(10 * (cells - rated) / cells)
    return message(LEFT_OUT[side], count=tenths) if tenths else message(FEW_LEFT_OUT[side])


def not_heard(card: Scorecard) -> str:
    """Beside a level, what and whom it does not rest on, as far as that is written down; empty where there is no level.

    Whoever asks only those who stayed, or whom they like, gets a kinder result; nobody can see it in the figures.
    """
    if card.overall.level is None:
        return ""
    told = [tell(card, side) for tell in (_left_out, _not_heard) for side in MAIN_SIDES]
    return paragraph(*told, message("Whoever left, or was not asked, is not in these figures."))


def _take_part(card: Scorecard, side: MainSide) -> int:
    return card.assessment.initiative.taking_part.get(side, 0)


def _not_heard(card: Scorecard, side: MainSide) -> str:
    voices = [voice for voice in card.voices if voice.side == side]
    heard, there = sum(voice.people for voice in voices), _take_part(card, side)
    if there > heard:
        return message(TAKE_PART[side], answered=heard, people=there)
    listed, rated = sum(voice.listed for voice in voices), sum(voice.rated for voice in voices)
    if listed > rated:
        return message(ON_THE_LIST[side], answered=rated, people=listed)
    if 0 < there < heard:
        return message(MORE_ANSWERED[side], answered=heard, people=there)
    if there:
        is_told = any(finding.has_code("few-take-part") for finding in card.findings)
        return "" if is_told else message(ALL_TAKE_PART[side], people=people(there))
    return message("It is not written down how many take part in all.") if side == "community" else ""


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


BESIDE_A_LEVEL: tuple[FindingCode, ...] = ("helped-by-service",)
"""Advice that stands beside a level, because the level may rest on it."""


def is_beside(finding: Finding, card: Scorecard) -> bool:
    """Whether advice stands beside the level, and not among the notes."""
    return card.overall.level is not None and finding.has_code(*BESIDE_A_LEVEL)


MOST_BY_ITSELF = 2
"""How often the same may be said of one theme after another; of more, it is said once."""


def warnings_beside(card: Scorecard) -> list[str]:
    """The warnings of a scorecard that do not stand where a level would."""
    is_told = card.status == "scored" and card.overall.level is None and bool(card.framework.levels)
    skipped = [finding for finding in card.findings if finding.has_code("different-questions")]
    together = skipped if len(skipped) > MOST_BY_ITSELF else []
    told = [
        say(finding.message, card.language)
        for finding in card.findings
        if (finding.severity == "warning" or is_beside(finding, card))
        and finding not in together
        and not (is_told and finding.has_code(*LEVEL_NOT_TOLD))
    ]
    if together:
        told.append(
            message(
                "On {count} themes one side left out what the other rated. Part of these figures, and of a level, "
                "may come from what was left out. Ask both sides the same.",
                count=len(together),
            )
        )
    return told


def finding_words(finding: Finding, language: str) -> str:
    """What was found and what to do about it, which stay in the language that they were made in."""
    return paragraph(say(finding.message, language), say(finding.hint, language))


def level_name(card: Scorecard, value: int) -> str:
    """The name of a level, within a sentence."""
    level = next(level for level in card.framework.levels if level.value == value)
    return message("'{level}'", level=say(level.name, card.framework.language))
