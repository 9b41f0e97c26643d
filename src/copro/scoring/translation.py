"""Carry a scorecard's figures into another framework, over crosswalks; never a level, never a total."""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import attrs

from copro.errors import NoTranslationError
from copro.messages import message
from copro.model.crosswalk import Crosswalk, Link, Relation
from copro.model.framework import Framework
from copro.model.scorecard import PrincipleScore, Scorecard
from copro.model.suppressed import Figure, Suppressed
from copro.model.translation import Missing, Route, TranslatedPrinciple, Translation
from copro.model.values import MAIN_SIDES, FrozenMap, Text

HUB = "copro-core@2026"
"""The framework that others are linked to, and that leads from one to another."""

TURNED: Mapping[Relation, Relation] = {"broader": "narrower", "narrower": "broader"}
"""What a relation becomes when its link is followed backwards; all others stay."""

ORDER: tuple[Relation, ...] = get_args(Relation)


def translate(card: Scorecard, target: Framework, crosswalks: Iterable[Crosswalk], hub: str = HUB) -> Translation:
    """Show a scorecard in the words of another framework.

    A principle of the target gets the lowest score among the scorecard's principles that are an
    exact or close match for it; each side's own score likewise. Where one of them has no score, it
    has none; where one is withheld, it is withheld. Over any other relation nothing is carried.

    A crosswalk between the two is used as it is. Without one, the way leads through ``hub``; see
    :func:`joined`. A short form counts as the framework that it shortens.

    Args:
        card: The scorecard.
        target: The framework to show it in.
        crosswalks: Crosswalks to use; of several between the same two, the first counts.
        hub: ``id@edition`` of the framework in the middle.

    Returns:
        The translation.

    Raises:
        NoTranslationError: If no crosswalk leads from one to the other.
    """
    here = card.framework.short_form_of or card.framework.name
    there = target.short_form_of or target.name
    routes, used = _routes(here, there, [principle.id for principle in card.principles], tuple(crosswalks), hub)
    asked = {principle.id: principle for principle in card.principles}
    order = {name: place for place, name in enumerate(asked)}
    best = sorted(_best(routes).values(), key=lambda route: order.get(route.source, len(order)))
    principles = [
        _principle(principle.id, principle.name, [r for r in best if r.target == principle.id and r.is_scored], asked)
        for principle in target.principles
    ]
    wanted = {principle.id for principle in principles}
    placed = {route.source for principle in principles for route in principle.rests_on}
    return Translation(
        assessment=card.assessment.id,
        framework=card.framework.name,
        target=target.name,
        title=target.title,
        language=target.language,
        crosswalks=[walk.id for walk in used],
        principles=principles,
        listed=[r for r in best if not r.is_scored and r.target in wanted and r.source in asked],
        no_place=[name for name in asked if name not in placed],
    )


def joined(first: Relation, second: Relation) -> Relation:
    """How two links that follow each other relate their far ends.

    Exact where both are exact; close where one is exact and the other close; else only related:
    two steps that are each nearly right may lead far away.

    >>> joined("exact", "close"), joined("close", "close"), joined("exact", "broader")
    ('close', 'related', 'related')
    """
    pair = {first, second}
    if pair == {"exact"}:
        return "exact"
    return "close" if pair == {"exact", "close"} else "related"


def turned(link: Link) -> Link:
    """The same link, followed backwards: broader becomes narrower, and narrower broader."""
    relation = TURNED.get(link.relation, link.relation)
    return attrs.evolve(link, from_=link.to, to=link.from_, relation=relation)


def _routes(
    here: str, there: str, principles: Sequence[str], crosswalks: Sequence[Crosswalk], hub: str
) -> tuple[list[Route], tuple[Crosswalk, ...]]:
    """Every route between two frameworks, and the crosswalks these take."""
    if here == there:
        return [Route(source=name, target=name, relation="exact") for name in principles], ()
    if direct := _between(here, there, crosswalks):
        links = _leading(direct, here)
        return [Route(source=x.from_, target=x.to, relation=x.relation, links=[x]) for x in links], (direct,)
    to_hub, from_hub = _between(here, hub, crosswalks), _between(hub, there, crosswalks)
    if to_hub is None or from_hub is None:
        raise _no_way(here, there, crosswalks, hub)
    routes = [
        Route(source=one.from_, target=other.to, relation=joined(one.relation, other.relation), links=[one, other])
        for one in _leading(to_hub, here)
        for other in _leading(from_hub, hub)
        if one.to == other.from_
    ]
    return routes, (to_hub, from_hub)


def _between(one: str, other: str, crosswalks: Sequence[Crosswalk]) -> Crosswalk | None:
    return next((walk for walk in crosswalks if {walk.from_, walk.to} == {one, other}), None)


def _leading(crosswalk: Crosswalk, start: str) -> list[Link]:
    """A crosswalk's links, all leading away from one of its ends."""
    return [link if crosswalk.from_ == start else turned(link) for link in crosswalk.links]


def _no_way(here: str, there: str, crosswalks: Sequence[Crosswalk], hub: str) -> NoTranslationError:
    def linked(name: str) -> set[str]:
        return {end for walk in crosswalks if name in {walk.from_, walk.to} for end in (walk.from_, walk.to)} - {name}

    direct = linked(here)
    ways = sorted((direct | linked(hub) if hub in {here, *direct} else direct) - {here})
    told = (
        message(
            "No crosswalk leads from {here} to {there}. From {here} there is a way to {ways}.",
            here=here,
            there=there,
            ways=", ".join(ways),
        )
        if ways
        else message("No crosswalk leads from {here} to {there}, nor to anything else.", here=here, there=there)
    )
    return NoTranslationError(told, ways)


def _best(routes: Iterable[Route]) -> dict[tuple[str, str], Route]:
    """One route for each pair of principles: the nearest relation; of equals the first."""
    best: dict[tuple[str, str], Route] = {}
    for route in routes:
        pair = (route.source, route.target)
        if pair not in best or ORDER.index(route.relation) < ORDER.index(best[pair].relation):
            best[pair] = route
    return best


def _principle(
    name: str, title: Text, rests_on: Sequence[Route], asked: Mapping[str, PrincipleScore]
) -> TranslatedPrinciple:
    sources = [asked.get(route.source) for route in rests_on]
    missing = [
        Missing(principle=route.source, reason="not_asked" if source is None else source.reason)
        for route, source in zip(rests_on, sources, strict=True)
        if source is None or source.score is None
    ]
    sides = {
        side: _least(None if source is None else source.sides[side].score for source in sources) for side in MAIN_SIDES
    }
    return TranslatedPrinciple(
        id=name,
        name=title,
        score=_least(None if source is None else source.score for source in sources),
        sides=FrozenMap(sides),
        rests_on=rests_on,
        missing=missing,
    )


def _least(figures: Iterable[Figure]) -> Figure:
    """The lowest figure; none where there are none or one is missing, withheld where one is withheld."""
    found = tuple(figures)
    if not found or None in found:
        return None
    withheld = next((figure for figure in found if isinstance(figure, Suppressed)), None)
    return withheld or min(figure for figure in found if isinstance(figure, float | int))
