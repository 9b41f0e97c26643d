"""What a reader should know beside the figures of a scorecard. One function a code.

What needs no figures takes none, so that :mod:`copro.advice.on_assessment` can say it before anything is scored.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from copro.messages import counted, marked, message, paragraph, say
from copro.model.assessment import Assessment, Decision
from copro.model.framework import Framework, Policy, Principle
from copro.model.remark import Remark
from copro.model.scorecard import Scorecard
from copro.model.values import MAIN_SIDES, UNDISCLOSED, MainSide, Rating, Side, Unrated
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


def advice_on_scorecard(card: Scorecard, assessment: Assessment, framework: Framework) -> Iterator[Remark]:
    """Say what a reader should know beside the figures.

    On a scorecard whose status is ``declined`` nothing is said: no warning, no prompt.

    Args:
        card: The scorecard.
        assessment: The assessment that was scored.
        framework: The framework that it names.

    Yields:
        Remarks, in the order in which they are told.
    """
    if card.status == "declined":
        return
    answers = Answers.of(read_rows(assessment, framework), framework.policy, Plan.of(framework))
    yield from no_direct_voice(framework, answers)
    yield from sides_not_required(framework.policy)
    yield from different_questions(card)
    yield from one_voice_moves_side(card, assessment, framework, answers)
    yield from in_the_dark(answers)
    yield from mostly_not_applicable(framework, answers)
    yield from helped_by_service(assessment, framework)
    yield from never_answered(assessment, framework)
    yield from no_permission(assessment)
    yield from never_judged(card, assessment)


def no_direct_voice(framework: Framework, answers: Answers) -> Iterator[Remark]:
    """A community's side without anyone whose own life the initiative is about."""
    rated = [row for row in answers.on("community") if row.values]
    if rated and not any(row.perspective in framework.direct for row in rated):
        yield Remark(
            code="no-direct-voice",
            text=message("Nobody whose life this is about has answered."),
            hint=message("Ask people who use the service, their families and carers, and people who live here."),
            place=("responses",),
        )


ONLY_SIDE_COUNTS: dict[Side, str] = {
    "community": marked("In this framework only the community counts: the result rests on one side."),
    "service": marked("In this framework only services count: the result rests on one side."),
}


def sides_not_required(policy: Policy) -> Iterator[Remark]:
    """A side that the framework leaves out of the score."""
    counting = [side for side in MAIN_SIDES if side in voices_that_count(policy)]
    if len(counting) == 1:
        text = message(ONLY_SIDE_COUNTS[counting[0]])
    elif len(policy.required_sides) < len(MAIN_SIDES):
        text = message("This framework does not need both sides to answer. The result rests on whoever answered.")
    else:
        return
    yield Remark(code="sides-not-required", text=text, place=("framework",))


ONLY_SIDE_RATED: dict[MainSide, str] = {
    "community": marked("Only the community rated {indicators}."),
    "service": marked("Only services rated {indicators}."),
}


def different_questions(card: Scorecard) -> Iterator[Remark]:
    """A gap between sides that did not rate the same indicators."""
    for principle in card.principles:
        if principle.gap is None:
            continue
        rated = {side: {i.id for i in principle.indicators if i.sides[side].value is not None} for side in MAIN_SIDES}
        if rated["community"] == rated["service"]:
            continue
        name = say(principle.name, card.framework.language)
        sentences = [message("The sides did not rate the same indicators of {principle}.", principle=name)]
        for side, other in OTHER_SIDE:
            if difference := rated[side] - rated[other]:
                indicators = ", ".join(i.id for i in principle.indicators if i.id in difference)
                sentences.append(message(ONLY_SIDE_RATED[side], indicators=indicators))
        yield Remark(
            code="different-questions",
            text=paragraph(*sentences),
            hint=message("Part of the gap may come from the questions, not from the answers."),
            place=("principles", principle.id),
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


def one_voice_moves_side(
    card: Scorecard, assessment: Assessment, framework: Framework, answers: Answers
) -> Iterator[Remark]:
    """A perspective of very few people that moves its side's overall figure."""
    if card.status != "scored":
        return
    for perspective in framework.perspectives:
        side = perspective.side
        rows = [row for row in answers.on(side) if row.perspective == perspective.id and row.values]
        people = sum(row.people for row in rows)
        if side == "independent" or not rows or people >= FEW_PEOPLE:
            continue
        rest = Answers.of(
            [row for row in answers.rows if row.perspective != perspective.id], answers.policy, Plan.of(framework)
        )
        moved = _moved(card, framework, answers, rest, side)
        if moved is not None and reaches(abs(moved), MOVES):
            name = say(assessment.name_of(perspective, framework.language), framework.language)
            yield Remark(
                code="one-voice-moves-side",
                text=ONE_VOICE_MOVES[side](people, name),
                hint=message("Ask more people who speak from this perspective."),
                place=("responses",),
            )


def _moved(card: Scorecard, framework: Framework, answers: Answers, rest: Answers, side: MainSide) -> float | None:
    """How far a side's overall figure is from what it would be with the rest of the answers only."""
    compared = [
        (figure, without, score.weight)
        for principle, score in zip(framework.principles, card.principles, strict=True)
        if score.is_rated_by_both
        and (figure := answers.profile.sides[Subject(principle=principle.id)][side]) is not None
        and (without := rest.profile.sides[Subject(principle=principle.id)][side]) is not None
    ]
    method = framework.policy.aggregation
    before = aggregate(method, ((figure, weight) for figure, _, weight in compared))
    after = aggregate(method, ((without, weight) for _, without, weight in compared))
    return None if before is None or after is None else before - after


IN_THE_DARK: dict[MainSide, str] = {
    "community": marked("{unknown} of {answers} answers from the community were 'I don't know'. Services knew."),
    "service": marked("{unknown} of {answers} answers from services were 'I don't know'. The community knew."),
}


def in_the_dark(answers: Answers) -> Iterator[Remark]:
    """A side that often had to say "I don't know" where the other side knew."""
    given = {side: _given(answers, side) for side in MAIN_SIDES}
    for side, other in OTHER_SIDE:
        mine, theirs = given[side], given[other]
        if not mine or not theirs or len(answers.on(side)) < 2:
            continue  # one person's answers are not for telling
        unknown = mine.count(Unrated.DONT_KNOW)
        share = unknown / len(mine)
        if share > DARK_SHARE and reaches(share - theirs.count(Unrated.DONT_KNOW) / len(theirs), DARK_LEAD):
            yield Remark(
                code="in-the-dark",
                text=message(IN_THE_DARK[side], unknown=unknown, answers=len(mine)),
                hint=message("People were not told. Share what the other side knows, then ask again."),
                place=("responses",),
            )


def _given(answers: Answers, side: MainSide) -> list[Rating]:
    """The answers given on a side, leaving out silence and what does not apply."""
    return [
        rating for row in answers.on(side) for rating in row.ratings.values() if rating is not Unrated.NOT_APPLICABLE
    ]


def mostly_not_applicable(framework: Framework, answers: Answers) -> Iterator[Remark]:
    """A principle scored although most answers in it say that it does not apply."""
    for principle in framework.principles:
        given = _given_on(principle, answers)
        absent = given.count(Unrated.NOT_APPLICABLE)
        if absent * 2 > len(given) > absent:
            yield Remark(
                code="mostly-not-applicable",
                text=message(
                    "{absent} of {answers} answers on {principle} say that it does not apply.",
                    absent=absent,
                    answers=len(given),
                    principle=say(principle.name, framework.language),
                ),
                hint=message(
                    "Talk about whether it applies. 'We chose not to' is the lowest step, not 'does not apply'."
                ),
                place=("principles", principle.id),
            )


def _given_on(principle: Principle, answers: Answers) -> list[Rating]:
    """The answers given on a principle, leaving out silence."""
    ids = {indicator.id for indicator in principle.indicators}
    return [rating for row in answers.rows for indicator, rating in row.ratings.items() if indicator in ids]


def helped_by_service(assessment: Assessment, framework: Framework) -> Iterator[Remark]:
    """Community answers that staff helped with, led, or gave in someone's place."""
    sides, perspectives = framework.sides, assessment.perspectives
    community = [r for r in assessment.responses if sides.get(perspectives[r.stakeholder]) == "community"]
    helped = sum(response.helped_by == "service" for response in community)
    if helped:
        yield Remark(
            code="helped-by-service",
            text=message(
                "Staff helped with or led {helped} of {answers} answers from the community.",
                helped=helped,
                answers=len(community),
            ),
            hint=message("Let someone whom neither side employs collect the answers."),
            place=("responses",),
        )


def never_answered(assessment: Assessment, framework: Framework) -> Iterator[Remark]:
    """A perspective that is named but that nobody answered from, under the name that it has in this assessment."""
    perspectives = assessment.perspectives
    listed = Counter(perspectives.values())
    answered = {perspectives[response.stakeholder] for response in assessment.responses}
    names = {p.id: assessment.name_of(p, framework.language) for p in framework.perspectives}
    for perspective in (*names, UNDISCLOSED):
        if listed[perspective] and perspective not in answered:
            yield Remark(
                code="never-answered",
                text=counted(
                    "{perspective}: {count} listed, nobody answered.",
                    "{perspective}: {count} listed, nobody answered.",
                    listed[perspective],
                    perspective=say(names.get(perspective, perspective), framework.language),
                ),
                hint=message("Ask again, in a way that suits them."),
                place=("stakeholders",),
            )


def no_permission(assessment: Assessment) -> Iterator[Remark]:
    """Work on a decision without the permission to carry it out."""
    for decision in assessment.decisions:
        if text := _permission_fault(decision, assessment):
            yield Remark(
                code="no-permission",
                text=text,
                hint=message("Get permission before the work starts, or say openly that it may not be carried out."),
                place=("decisions", decision.id, "permission"),
            )


def _permission_fault(decision: Decision, assessment: Assessment) -> str | None:
    """What is wrong with the permission to carry a decision out; ``None`` where nothing is."""
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


def never_judged(card: Scorecard, assessment: Assessment) -> Iterator[Remark]:
    """A promise that is due and that nobody judged."""
    for promise in card.commitments.ledger if card.commitments else ():
        if promise.standing in {"overdue", "unjudged"}:
            yield Remark(
                code="never-judged",
                text=message(
                    "{promise}: this promise is due, and nobody whom it was made to has judged it.",
                    promise=say(promise.title, assessment.language),
                ),
                hint=message("Ask them whether it was kept."),
                place=("commitments", promise.id),
            )
