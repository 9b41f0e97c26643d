"""What a reader should know beside the figures of a scorecard. One function a code.

What needs no figures takes none, so that :mod:`copro.advice.on_assessment` can say it before anything is scored.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from copro.messages import counted, marked, message, paragraph, say
from copro.model.assessment import Assessment, Decision
from copro.model.framework import Framework, Policy
from copro.model.remark import Remark
from copro.model.scorecard import PrincipleScore, Scorecard
from copro.model.values import MAIN_SIDES, UNDISCLOSED, MainSide, Side
from copro.rules.means import aggregate
from copro.rules.plan import Plan, Subject
from copro.rules.rows import reaches
from copro.scoring.answers import LEADING, Answers, people_in, read_rows
from copro.scoring.status import voices_that_count

FEW_PEOPLE = 3
"""A perspective with fewer people than this is a voice that may move its side alone."""

MOVES = 0.1
"""A change of a side's overall figure that is worth telling."""

OTHER_SIDE: tuple[tuple[MainSide, MainSide], ...] = (("community", "service"), ("service", "community"))
"""Each side with the one facing it."""


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
    answers = Answers.of(read_rows(assessment, framework), Plan.of(framework), assessment.initiative.taking_part)
    yield from no_direct_voice(assessment, framework, answers)
    yield from not_enough_to_say(card)
    yield from paid_by_services(answers)
    yield from few_take_part(assessment, framework, answers)
    yield from own_word(assessment, framework)
    yield from sides_not_required(framework.policy)
    yield from different_questions(card)
    yield from kept_out(card, framework)
    yield from one_voice_moves_side(card, assessment, framework, answers)
    yield from group_not_confirmed(assessment, framework)
    yield from helped_by_service(assessment, framework)
    yield from never_answered(assessment, framework)
    yield from no_permission(assessment)
    yield from never_judged(card, assessment)


def no_direct_voice(assessment: Assessment, framework: Framework, answers: Answers) -> Iterator[Remark]:
    """A community's side without anyone whose own life the initiative is about, or with too few of them."""
    rated = [row for row in answers.on("community") if row.values]
    direct = sum(row.people for row in rated if row.is_direct)
    language = framework.language
    names = [say(assessment.name_of(p, language), language) for p in framework.perspectives if p.direct]
    if not rated or not names or direct >= needed_on(answers, assessment, "community"):
        return
    yield Remark(
        code="no-direct-voice",
        text=message("Few of these have answered yet: {perspectives}.", perspectives=", ".join(names))
        if direct
        else message("None of these have answered yet: {perspectives}.", perspectives=", ".join(names)),
        hint=message("Ask them as well, in a way that suits them."),
        place=("responses",),
    )


def needed_on(answers: Answers, assessment: Assessment, side: MainSide) -> int:
    """How many people of a side it takes to know a statement."""
    there = assessment.initiative.taking_part.get(side, 0)
    return min(answers.plan.known_by, there) if there else answers.plan.known_by


def not_enough_to_say(card: Scorecard) -> Iterator[Remark]:
    """Principles that too few could say anything about."""
    unknown = [p for p in card.principles if p.reason not in {None, "not_applicable"}]
    if card.status == "scored" and unknown:
        yield Remark(
            code="not-enough-to-say",
            text=message(
                "Not enough people could answer about {principles}. That is not a low mark, and nobody did anything "
                "wrong. Perhaps people were not told, perhaps the question does not fit, or perhaps they would rather "
                "not say.",
                principles=", ".join(say(p.name, card.framework.language) for p in unknown),
            ),
            hint=message("Ask together which of these it was. Everything that was answered is shown."),
            place=("principles", unknown[0].id),
        )


FEWEST_FREE = 2
"""How many people of the community must not say that their pay or work depends on the services."""


def paid_by_services(answers: Answers) -> Iterator[Remark]:
    """A community's side on which nearly all say that the services could end their pay or work."""
    rated = [row for row in answers.on("community") if row.values]
    free = sum(row.people for row in rated if not row.pay_depends)
    if free < FEWEST_FREE and len(rated) - free >= FEWEST_FREE:
        yield Remark(
            code="paid-by-services",
            text=message(
                "Most people who answered for the community are paid by the services. "
                "Speaking freely can cost them more."
            ),
            hint=message("Ask others as well."),
            place=("responses",),
        )


FEW_TAKE_PART: dict[MainSide, Callable[[int], str]] = {
    "community": lambda people: counted(
        "It is written down that {count} person takes part on the community's side, so fewer answers were enough.",
        "It is written down that {count} people take part on the community's side, so fewer answers were enough.",
        people,
    ),
    "service": lambda people: counted(
        "It is written down that {count} person takes part on the services' side, so fewer answers were enough.",
        "It is written down that {count} people take part on the services' side, so fewer answers were enough.",
        people,
    ),
}


def few_take_part(assessment: Assessment, framework: Framework, answers: Answers) -> Iterator[Remark]:
    """A claim that no more people exist, where it excused a minimum."""
    policy = framework.policy
    for side in MAIN_SIDES:
        there = assessment.initiative.taking_part.get(side, 0)
        rated = sum(row.people for row in answers.on(side) if row.values)
        if 0 < there <= rated and (rated < policy.minimum_people.get(side, 0) or there < policy.known_by):
            yield Remark(
                code="few-take-part",
                text=FEW_TAKE_PART[side](there),
                hint=message("Ask whether that is so."),
                place=("initiative", "taking_part"),
            )


def own_word(assessment: Assessment, framework: Framework) -> Iterator[Remark]:
    """People who count as direct voices because they say so, and not by their perspective."""
    perspectives = assessment.perspectives
    said = {s.id for s in assessment.stakeholders if s.direct == "yes" and s.perspective not in framework.direct}
    if any(
        r.stakeholder in said and framework.sides.get(perspectives[r.stakeholder]) == "community"
        for r in assessment.responses
    ):
        yield Remark(
            code="own-word",
            text=message("Who speaks of their own life here is in part as people said of themselves."),
            hint=message("Nobody may say it for another. If you are not sure that everyone was asked, ask."),
            place=("stakeholders",),
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


FEW_RATED: dict[MainSide, str] = {
    "community": marked("Few or none of services rated {indicators}."),
    "service": marked("Few or none of the community rated {indicators}."),
}
"""What one side rated, to what there is to say of the other."""


def different_questions(card: Scorecard) -> Iterator[Remark]:
    """A gap between sides that did not rate the same indicators."""
    for principle in card.principles:
        if principle.gap is None:
            continue
        rated = {side: _rated_by_most(principle, side) for side in MAIN_SIDES}
        if rated["community"] == rated["service"]:
            continue
        name = say(principle.name, card.framework.language)
        sentences = [message("The sides did not rate the same indicators of {principle}.", principle=name)]
        for side, other in OTHER_SIDE:
            if difference := rated[side] - rated[other]:
                indicators = ", ".join(i.id for i in principle.indicators if i.id in difference)
                sentences.append(message(FEW_RATED[side], indicators=indicators))
        yield Remark(
            code="different-questions",
            text=paragraph(*sentences),
            hint=message("Part of the gap may come from the questions, not from the answers."),
            place=("principles", principle.id),
        )


def _rated_by_most(principle: PrincipleScore, side: MainSide) -> set[str]:
    """The statements of a principle that at least half of those rated who answered on it for a side."""
    people = principle.sides[side].respondents
    return {
        i.id
        for i in principle.indicators
        if i.reason != "not_applicable" and 2 * sum(p.respondents for p in i.sides[side].perspectives) >= people > 0
    }


def kept_out(card: Scorecard, framework: Framework) -> Iterator[Remark]:
    """Principles about getting in and taking part: said whatever was rated, so that it tells nothing."""
    asked = {i.id for i in framework.indicators if i.waivable == "nobody_met_it"}
    about = [p for p in card.principles if asked & {i.id for i in p.indicators} and p.sides["community"].respondents]
    if about:
        names = ", ".join(say(p.name, card.framework.language) for p in about)
        yield Remark(
            code="kept-out",
            text=message(
                "On {principles}, experience differs a lot. An average hides whoever was kept out.", principles=names
            ),
            hint=message("Ask, in private, who it does not work for."),
            place=("principles", about[0].id),
        )


def group_not_confirmed(assessment: Assessment, framework: Framework) -> Iterator[Remark]:
    """Groups that count as one person, because no two members say that the answer is theirs, or services led it."""
    people = {stakeholder.id: stakeholder for stakeholder in assessment.stakeholders}
    alone = [
        response
        for response in assessment.responses
        if response.people is not None
        and people[response.stakeholder].perspective in framework.sides
        and people_in(response, people[response.stakeholder]) == 1
    ]
    if alone:
        yield Remark(
            code="group-not-confirmed",
            text=counted(
                "{count} answer of a group counts as one person.",
                "{count} answers of groups count as one person each.",
                len(alone),
            ),
            hint=message(
                "A group counts as its people when two of them say that it is the group's answer, and nobody paid by "
                "the services led it."
            ),
            place=("responses",),
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
            [row for row in answers.rows if row.perspective != perspective.id],
            answers.plan,
            assessment.initiative.taking_part,
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


def helped_by_service(assessment: Assessment, framework: Framework) -> Iterator[Remark]:
    """Community answers that staff helped with, led, or gave in someone's place."""
    sides, perspectives = framework.sides, assessment.perspectives
    community = [r for r in assessment.responses if sides.get(perspectives[r.stakeholder]) == "community"]
    helped = sum(
        r.helped_by == "service" and (r.helped_how in LEADING or r.answered == "for_someone") for r in community
    )
    if helped:
        yield Remark(
            code="helped-by-service",
            text=message(
                "Staff explained, led or gave {helped} of {answers} answers from the community.",
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
