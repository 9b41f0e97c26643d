"""What a reader should know beside the figures. One function a finding."""

from collections.abc import Callable, Iterator, Sequence

import attrs

from copro.findings.codes import new_finding
from copro.messages import counted, marked, message, paragraph, say, telling
from copro.model.assessment import Assessment, Decision
from copro.model.finding import Finding
from copro.model.framework import Framework, Principle
from copro.model.scorecard import Scorecard
from copro.model.values import MAIN_SIDES, MainSide, Rating, Side, Unrated
from copro.rules.means import aggregate
from copro.rules.plan import Plan, Subject
from copro.rules.rows import reaches
from copro.scoring.answers import Answers, read_rows
from copro.scoring.status import voices_that_count

FEW_PEOPLE = 3
"""A perspective with fewer people than this is a voice that may move its side alone."""

MOVES = 0.1
"""A change of a side's overall figure that is worth telling."""

OTHER_SIDE: tuple[tuple[MainSide, MainSide], ...] = (("community", "service"), ("service", "community"))
"""Each side with the one facing it."""

DARK_SHARE, DARK_LEAD = 1 / 3, 0.2
"""The share of "I don't know", and its lead on the other side's, from which people are in the dark."""


@attrs.frozen
class Scored:
    """Everything that the findings look at."""

    assessment: Assessment
    framework: Framework
    answers: Answers
    card: Scorecard


ONLY_SIDE_COUNTS: dict[Side, str] = {
    "community": marked("In this framework only the community counts: the result rests on one side."),
    "service": marked("In this framework only services count: the result rests on one side."),
}


def sides_not_required(scored: Scored) -> Iterator[Finding]:
    """A side that the framework leaves out of the score."""
    policy = scored.framework.policy
    counting = [side for side in MAIN_SIDES if side in voices_that_count(policy)]
    if len(counting) == 1:
        text = message(ONLY_SIDE_COUNTS[counting[0]])
    elif len(policy.required_sides) < len(MAIN_SIDES):
        text = message("This framework does not need both sides to answer. The result rests on whoever answered.")
    else:
        return
    yield new_finding("sides-not-required", text, pointer="/framework")


def no_direct_voice(scored: Scored) -> Iterator[Finding]:
    """A community's side without anyone whose own life the initiative is about."""
    direct = scored.framework.direct
    rated = [row for row in scored.answers.on("community") if row.values]
    if rated and not any(row.perspective in direct for row in rated):
        yield new_finding(
            "no-direct-voice",
            message("Nobody whose life this is about has answered."),
            message("Ask people who use the service, their families and carers, and people who live here."),
            pointer="/responses",
        )


ONLY_SIDE_RATED: dict[MainSide, str] = {
    "community": marked("Only the community rated {indicators}."),
    "service": marked("Only services rated {indicators}."),
}


def different_questions(scored: Scored) -> Iterator[Finding]:
    """A gap between sides that did not rate the same indicators."""
    for index, principle in enumerate(scored.card.principles):
        if principle.gap is None:
            continue
        rated = {side: {i.id for i in principle.indicators if i.sides[side].value is not None} for side in MAIN_SIDES}
        if rated["community"] == rated["service"]:
            continue
        sentences = [
            message(
                "The sides did not rate the same indicators of {principle}.",
                principle=say(principle.name, scored.framework.language),
            )
        ]
        for side, other in OTHER_SIDE:
            if difference := rated[side] - rated[other]:
                named = ", ".join(i.id for i in principle.indicators if i.id in difference)
                sentences.append(message(ONLY_SIDE_RATED[side], indicators=named))
        yield new_finding(
            "different-questions",
            paragraph(*sentences),
            message("Part of the gap may come from the questions, not from the answers."),
            pointer=f"/principles/{index}",
        )


ONE_VOICE_MOVES: dict[MainSide, Callable[[int, str], str]] = {
    "community": lambda people, name: counted(
        "{perspective}: {count} person moves the overall figure of the community by a tenth of the scale or more.",
        "{perspective}: {count} people move the overall figure of the community by a tenth of the scale or more.",
        people,
        perspective=name,
    ),
    "service": lambda people, name: counted(
        "{perspective}: {count} person moves the overall figure of services by a tenth of the scale or more.",
        "{perspective}: {count} people move the overall figure of services by a tenth of the scale or more.",
        people,
        perspective=name,
    ),
}


def one_voice_moves_side(scored: Scored) -> Iterator[Finding]:
    """A perspective of very few people that moves its side's overall figure."""
    if scored.card.status != "scored":
        return
    for perspective in scored.framework.perspectives:
        side = perspective.side
        rows = [row for row in scored.answers.on(side) if row.perspective == perspective.id and row.values]
        people = sum(row.people for row in rows)
        if side == "independent" or not rows or people >= FEW_PEOPLE:
            continue
        rest = Answers.of(
            [row for row in scored.answers.rows if row.perspective != perspective.id],
            scored.answers.policy,
            Plan.of(scored.framework),
        )
        moved = _moved(scored, rest, side)
        if moved is not None and reaches(abs(moved), MOVES):
            language = scored.framework.language
            name = say(scored.assessment.name_of(perspective, language), language)
            yield new_finding(
                "one-voice-moves-side",
                ONE_VOICE_MOVES[side](people, name),
                message("Ask more people who speak from this perspective."),
                pointer="/responses",
            )


def _moved(scored: Scored, rest: Answers, side: MainSide) -> float | None:
    """How far a side's overall figure is from what it would be with the given answers only."""
    compared = [
        (figure, without, score.weight)
        for principle, score in zip(scored.framework.principles, scored.card.principles, strict=True)
        if score.is_rated_by_both
        and (figure := scored.answers.profile.sides[Subject(principle=principle.id)][side]) is not None
        and (without := rest.profile.sides[Subject(principle=principle.id)][side]) is not None
    ]
    method = scored.framework.policy.aggregation
    before = aggregate(method, ((figure, weight) for figure, _, weight in compared))
    after = aggregate(method, ((without, weight) for _, without, weight in compared))
    return None if before is None or after is None else before - after


IN_THE_DARK: dict[MainSide, str] = {
    "community": marked("{unknown} of {answers} answers from the community were 'I don't know'. Services knew."),
    "service": marked("{unknown} of {answers} answers from services were 'I don't know'. The community knew."),
}


def in_the_dark(scored: Scored) -> Iterator[Finding]:
    """A side that often had to say "I don't know" where the other side knew."""
    given = {side: _given(scored.answers, side) for side in MAIN_SIDES}
    for side, other in OTHER_SIDE:
        mine, theirs = given[side], given[other]
        if not mine or not theirs or len(scored.answers.on(side)) < 2:
            continue  # one person's answers are not for telling
        unknown = mine.count(Unrated.DONT_KNOW)
        share = unknown / len(mine)
        if share > DARK_SHARE and reaches(share - theirs.count(Unrated.DONT_KNOW) / len(theirs), DARK_LEAD):
            yield new_finding(
                "in-the-dark",
                message(IN_THE_DARK[side], unknown=unknown, answers=len(mine)),
                message("People were not told. Share what the other side knows, then ask again."),
                pointer="/responses",
            )


def _given(answers: Answers, side: MainSide) -> list[Rating]:
    """The answers given on a side, leaving out silence and what does not apply."""
    return [
        rating for row in answers.on(side) for rating in row.ratings.values() if rating is not Unrated.NOT_APPLICABLE
    ]


def mostly_not_applicable(scored: Scored) -> Iterator[Finding]:
    """A principle scored although most answers in it say that it does not apply."""
    for index, principle in enumerate(scored.framework.principles):
        said = _said(scored.answers, principle)
        absent = said.count(Unrated.NOT_APPLICABLE)
        if absent * 2 > len(said) > absent:
            yield new_finding(
                "mostly-not-applicable",
                message(
                    "{absent} of {answers} answers on {principle} say that it does not apply.",
                    absent=absent,
                    answers=len(said),
                    principle=say(principle.name, scored.framework.language),
                ),
                message("Talk about whether it applies. 'We chose not to' is the lowest step, not 'does not apply'."),
                pointer=f"/principles/{index}",
            )


def _said(answers: Answers, principle: Principle) -> list[Rating]:
    ids = {indicator.id for indicator in principle.indicators}
    return [rating for row in answers.rows for indicator, rating in row.ratings.items() if indicator in ids]


def helped_by_service(scored: Scored) -> Iterator[Finding]:
    """Community answers that staff helped with, led, or gave in someone's place."""
    sides, perspectives = scored.framework.sides, scored.assessment.perspectives
    community = [r for r in scored.assessment.responses if sides.get(perspectives[r.stakeholder]) == "community"]
    helped = sum(response.helped_by == "service" for response in community)
    if helped:
        yield new_finding(
            "helped-by-service",
            message(
                "Staff helped with or led {helped} of {answers} answers from the community.",
                helped=helped,
                answers=len(community),
            ),
            message("Let someone whom neither side employs collect the answers."),
            pointer="/responses",
        )


def never_answered(scored: Scored) -> Iterator[Finding]:
    """A perspective that is named but that nobody answered from."""
    for voices in scored.card.voices:
        if voices.listed and not voices.responded:
            name = say(voices.name or voices.perspective, scored.framework.language)
            yield new_finding(
                "never-answered",
                counted(
                    "{perspective}: {count} listed, nobody answered.",
                    "{perspective}: {count} listed, nobody answered.",
                    voices.listed,
                    perspective=name,
                ),
                message("Ask again, in a way that suits them."),
                pointer="/stakeholders",
            )


def no_permission(scored: Scored) -> Iterator[Finding]:
    """Work on a decision without the permission to carry it out."""
    for index, decision in enumerate(scored.assessment.decisions):
        if text := _permission_fault(decision, scored.assessment):
            yield new_finding(
                "no-permission",
                text,
                message("Get permission before the work starts, or say openly that it may not be carried out."),
                pointer=f"/decisions/{index}/permission",
            )


def _permission_fault(decision: Decision, assessment: Assessment) -> str | None:
    permission = decision.permission
    if permission is None or permission.state == "not_needed":
        return None
    title = say(decision.title, assessment.language)
    if permission.state == "asked":
        return message(
            "{decision}: permission to carry it out has been asked for, and is not held yet.", decision=title
        )
    if permission.state == "refused":
        return message("{decision}: permission to carry it out was refused.", decision=title)
    if assessment.period is None or permission.date is None or permission.date <= assessment.period.start:
        return None
    return message("{decision}: work started before permission to carry it out was held.", decision=title)


def never_judged(scored: Scored) -> Iterator[Finding]:
    """A promise that is due and that nobody judged."""
    promises = scored.card.commitments
    for index, entry in enumerate(promises.ledger if promises else ()):
        if entry.standing in {"overdue", "unjudged"}:
            yield new_finding(
                "never-judged",
                message(
                    "{promise}: this promise is due, and nobody whom it was made to has judged it.",
                    promise=say(entry.title, scored.assessment.language),
                ),
                message("Ask them whether it was kept."),
                pointer=f"/commitments/{index}",
            )


CHECKS: Sequence[Callable[[Scored], Iterator[Finding]]] = (
    no_direct_voice,
    sides_not_required,
    different_questions,
    one_voice_moves_side,
    in_the_dark,
    mostly_not_applicable,
    helped_by_service,
    never_answered,
    no_permission,
    never_judged,
)
"""Every finding, in the order they are told."""


def with_advice(card: Scorecard, assessment: Assessment, framework: Framework) -> Scorecard:
    """Add everything that a reader should know beside the figures.

    It is in the language asked for with :func:`copro.speaking`, else in the assessment's, else in
    English. A scorecard whose status is ``declined`` carries none: no warning, no prompt.
    """
    answers = Answers.of(read_rows(assessment, framework), framework.policy, Plan.of(framework))
    scored = Scored(assessment, framework, answers, card)
    with telling(assessment.language) as speech:
        findings = () if card.status == "declined" else [found for check in CHECKS for found in check(scored)]
    return attrs.evolve(card, findings=findings, language=speech.spoken)
