"""Compare one initiative over time; never different initiatives, never a rank."""

from collections.abc import Iterator, Sequence

import attrs

from copro.findings.codes import new_finding
from copro.messages import message
from copro.model.comparison import Change, Comparison, Course, Occasion
from copro.model.finding import Finding
from copro.model.framework import Scale
from copro.model.scorecard import Overall, PrincipleScore, Scorecard, SideScore
from copro.model.texts import untranslated
from copro.model.values import MAIN_SIDES, MainSide
from copro.uncertainty.estimates import LEVEL, Estimate, chance, clear, interval, join


def obstacles(cards: Sequence[Scorecard]) -> tuple[Finding, ...]:
    """Say why scorecards cannot be compared: another initiative, framework, edition or scale."""
    return tuple(_obstacles(cards))


def _obstacles(cards: Sequence[Scorecard]) -> Iterator[Finding]:
    if len(cards) < 2:
        text = message("A comparison takes two scorecards or more.")
        yield new_finding("nothing-to-compare", text)
    same_file = message("Score both with the same framework file.")
    for card in cards[1:]:
        first, name = cards[0], card.assessment.id
        if card.assessment.initiative.id != first.assessment.initiative.id:
            text = message(
                "{assessment} is about {found}, not {wanted}.",
                assessment=name,
                found=card.assessment.initiative.id,
                wanted=first.assessment.initiative.id,
            )
            hint = message("Only one initiative is compared, with itself, over time.")
            yield new_finding("different-initiative", text, hint)
        if card.framework.name != first.framework.name:
            text = message(
                "{assessment} was made with {found}, not {wanted}.",
                assessment=name,
                found=card.framework.name,
                wanted=first.framework.name,
            )
            hint = message("Figures of different frameworks or editions do not mean the same.")
            yield new_finding("different-framework", text, hint)
        elif (
            None not in {card.framework.digest, first.framework.digest}
            and card.framework.digest != first.framework.digest
        ):
            text = message(
                "{assessment} was made with another framework under the name {framework}.",
                assessment=name,
                framework=card.framework.name,
            )
            yield new_finding("different-framework", text, same_file)
        elif _scale(card) != _scale(first) or _shape(card) != _shape(first):
            text = message(
                "{assessment} has another scale, or other principles, under the same framework name.", assessment=name
            )
            yield new_finding("different-scale", text, same_file)


def _scale(card: Scorecard) -> Scale:
    return untranslated(card.framework.scale, card.framework.language)


def _shape(card: Scorecard) -> list[str]:
    return [name for p in card.principles for name in (p.id, *(i.id for i in p.indicators))]


def compare(cards: Sequence[Scorecard]) -> Comparison:
    """Put the scorecards of one initiative side by side, in the order given.

    A change is the later figure minus the earlier. Its variance is the sum of both, its degrees of
    freedom by Satterthwaite's rule; its interval that of Student's t, cut to what a change can be.
    A change of one principle is clear by Holm's rule over all of them, each side's own too; an
    overall one by its own interval.

    Args:
        cards: Two scorecards or more that nothing in :func:`obstacles` speaks against.

    Returns:
        The comparison, without advice.
    """
    first = cards[0]
    return Comparison(
        initiative=first.assessment.initiative.id,
        name=cards[-1].assessment.initiative.name,
        framework=first.framework.name,
        scale=first.framework.scale,
        language=first.framework.language,
        occasions=[_occasion(card) for card in cards],
        courses=_courses(cards),
    )


def _occasion(card: Scorecard) -> Occasion:
    return Occasion(
        assessment=card.assessment.id,
        title=card.assessment.title,
        language=card.assessment.language,
        until=card.assessment.period.end if card.assessment.period else None,
        status=card.status,
        level=card.overall.level,
        level_name=card.overall.level_name,
    )


Scored = Overall | PrincipleScore | SideScore
"""What holds a score and how sure it is."""


def _courses(cards: Sequence[Scorecard]) -> list[Course]:
    """Every figure over all occasions: overall first, then principle by principle."""
    first = cards[0]
    places: list[tuple[PrincipleScore | None, MainSide | None, list[Scored]]] = []
    for index, principle in enumerate([None, *first.principles]):
        for side in (None, *MAIN_SIDES):
            whole = [card.principles[index - 1] if principle else card.overall for card in cards]
            places.append((principle, side, [one if side is None else one.sides[side] for one in whole]))
    steps = [
        changes([(found[time], found[time + 1]) for _, _, found in places], overall=1 + len(MAIN_SIDES))
        for time in range(len(cards) - 1)
    ]
    return [
        Course(
            principle=principle.id if principle else None,
            name=principle.name if principle else None,
            side=side,
            figures=[one.score for one in found],
            changes=changed,
        )
        for (principle, side, found), *changed in zip(places, *steps, strict=True)
    ]


def changes(pairs: Sequence[tuple[Scored, Scored]], overall: int = 0) -> list[Change]:
    """What became of figures between two occasions, and which changes are clear.

    Args:
        pairs: The earlier and the later figure of each place; the overall ones first.
        overall: How many are overall ones, which each stand for themselves.

    Returns:
        A change for each pair.

    >>> def scored(figure):
    ...     return SideScore(score=figure, standard_error=0.05, degrees_of_freedom=20)
    >>> [change.is_clear for change in changes([(scored(0.2), scored(0.6)), (scored(0.2), scored(0.3))])]
    [True, False]
    """
    found = [_change(earlier, later) for earlier, later in pairs]
    chances = {index: p for index, (_, p) in enumerate(found) if p is not None}
    is_clear = clear({index: p for index, p in chances.items() if index >= overall})
    is_clear |= {index for index, p in chances.items() if index < overall and p <= LEVEL}
    return [attrs.evolve(one, is_clear=index in is_clear) for index, (one, _) in enumerate(found)]


def _change(earlier: Scored, later: Scored) -> tuple[Change, float | None]:
    """A change, and how likely such a one would be if there were none."""
    if not isinstance(earlier.score, float | int) or not isinstance(later.score, float | int):
        return Change(), None
    value = later.score - earlier.score
    estimates = [_estimate(earlier), _estimate(later)]
    known = [one for one in estimates if one is not None]
    if len(known) < 2:
        return Change(value=value), None
    joined = join(known)
    return Change(value=value, interval=interval(value, joined, -1)), chance(value, joined)


def _estimate(place: Scored) -> Estimate | None:
    if place.standard_error is None or place.degrees_of_freedom is None:
        return None
    return Estimate(place.standard_error, place.degrees_of_freedom)
