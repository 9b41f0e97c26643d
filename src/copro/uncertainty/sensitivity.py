"""Whether the level survives other choices than those of the policy."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

import attrs
import numpy as np

from copro.model.assessment import Assessment
from copro.model.framework import AGGREGATIONS, BetweenSides, Framework, Level, Requirement, WithinSide
from copro.model.scorecard import Family, FamilyName, Scorecard, Sensitivity, Variant
from copro.model.values import MAIN_SIDES, SIDES, Side
from copro.rules.arrays import ARRAYS
from copro.rules.plan import WHOLE, Plan, Subject
from copro.rules.profile import overall_of
from copro.scoring.levels import figures_of
from copro.scoring.scorecard import score
from copro.uncertainty.replicates import Replicates, level_counts
from copro.uncertainty.strata import answer_seed

DRAWS = 1000
"""How many weightings are drawn."""

CONCENTRATION = 10
"""How near the declared weights the drawn ones stay: each varies by about a third of itself."""


def sensitivity(card: Scorecard, assessment: Assessment, framework: Framework) -> Scorecard:
    """Say whether the level survives other choices.

    Five families: the other aggregations; the other voices; leaving out one principle, with the
    requirements that name it; leaving out one perspective; and 1,000 weightings of the principles,
    drawn from a Dirichlet distribution around the declared weights w_p with parameters
    10 * w_p / mean(w). A family's share is that of its choices which give the same level; the
    headline is the lowest share. Every choice that gives another level is listed.

    Args:
        card: The scorecard of the assessment.
        assessment: The assessment.
        framework: The framework that it names.

    Returns:
        The scorecard with its sensitivity, which stays ``None`` where there is no level.

    Source:
        OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 7.
    """
    if card.overall.level is None:
        return card
    choices: list[tuple[FamilyName, list[Variant]]] = [
        ("aggregation", list(_aggregations(assessment, framework))),
        ("voice", list(_voices(assessment, framework))),
        ("principles", list(_without_principles(assessment, framework))),
        ("perspectives", list(_without_perspectives(card, assessment, framework))),
        ("weights", _weights(card, assessment, framework)),
    ]
    families = tuple(_family(name, variants, card) for name, variants in choices if variants)
    found = Sensitivity(share=min(family.share for family in families), families=families)
    return attrs.evolve(card, sensitivity=found)


def _family(name: FamilyName, variants: Iterable[Variant], card: Scorecard) -> Family:
    variants = list(variants)
    changed = [variant for variant in variants if (variant.level, variant.status) != (card.overall.level, card.status)]
    tried = sum(variant.count for variant in variants)
    return Family(
        family=name,
        share=1 - sum(variant.count for variant in changed) / tried,
        tried=tried,
        changed=changed,
    )


def _variant(name: str, assessment: Assessment, framework: Framework) -> Variant:
    card = score(assessment, framework)
    return Variant(variant=name, level=card.overall.level, status=card.status)


def _aggregations(assessment: Assessment, framework: Framework) -> Iterator[Variant]:
    """Every other aggregation; none where the framework has no total."""
    declared = framework.policy.aggregation
    for other in AGGREGATIONS:
        if declared is not None and other != declared:
            policy = attrs.evolve(framework.policy, aggregation=other)
            yield _variant(other, assessment, attrs.evolve(framework, policy=policy))


def _voices(assessment: Assessment, framework: Framework) -> Iterator[Variant]:
    """Every other way to count voices within a side, and between the sides."""
    voice = framework.policy.voice
    swapped: WithinSide = "people" if voice.within_side == "perspectives" else "perspectives"
    others = {f"within_side: {swapped}": attrs.evolve(voice, within_side=swapped)}
    betweens: tuple[BetweenSides, ...] = get_args(BetweenSides)
    for between in betweens:
        if between != voice.between_sides:
            others[f"between_sides: {between}"] = attrs.evolve(voice, between_sides=between)
    for name, other in others.items():
        policy = attrs.evolve(framework.policy, voice=other)
        yield _variant(name, assessment, attrs.evolve(framework, policy=policy))


def _without_principles(assessment: Assessment, framework: Framework) -> Iterator[Variant]:
    """Leave out each principle in turn, with the requirements that name it or its indicators."""
    if len(framework.principles) < 2:
        return
    for principle in framework.principles:
        gone = {indicator.id for indicator in principle.indicators}
        rest = attrs.evolve(
            framework,
            principles=[other for other in framework.principles if other != principle],
            levels=[_level_without(level, principle.id, gone) for level in framework.levels],
        )
        responses = [
            attrs.evolve(response, ratings={k: v for k, v in response.ratings.items() if k not in gone})
            for response in assessment.responses
        ]
        agreed = None  # what was agreed plays no part in a level
        yield _variant(principle.id, attrs.evolve(assessment, responses=responses, agreed=agreed), rest)


def _level_without(level: Level, principle: str, indicators: set[str]) -> Level:
    kept = [requirement for requirement in level.requires if not _names(requirement, principle, indicators)]
    return attrs.evolve(level, requires=kept)


def _names(requirement: Requirement, principle: str, indicators: set[str]) -> bool:
    """Whether a requirement is about a principle, or about one of its indicators."""
    of = requirement.of
    return of == principle if of is None or isinstance(of, str) else bool(indicators & set(of))


def _without_perspectives(card: Scorecard, assessment: Assessment, framework: Framework) -> Iterator[Variant]:
    """Leave out each perspective that answered, in turn, where its side would still have answered.

    To leave out the only voice of a side is not another choice but another assessment.
    """
    heard = [voices for voices in card.voices if voices.rated]
    for voices in heard:
        others = [other for other in heard if other.side == voices.side and other != voices]
        if voices.side == "independent" or any(other.direct or voices.side == "service" for other in others):
            people = {s.id for s in assessment.stakeholders if s.perspective == voices.perspective}
            responses = [r for r in assessment.responses if r.stakeholder not in people]
            yield _variant(voices.perspective, attrs.evolve(assessment, responses=responses), framework)


def _weights(card: Scorecard, assessment: Assessment, framework: Framework) -> list[Variant]:
    """Draw weightings of the principles around the declared ones."""
    declared = np.array([principle.weight for principle in framework.principles], dtype=float)
    if framework.policy.aggregation is None or len(declared) < 2:
        return []
    random = np.random.Generator(np.random.PCG64(int(answer_seed(assessment, framework), 16)))
    weights = np.maximum(random.dirichlet(CONCENTRATION * declared / declared.mean(), DRAWS), 1e-12)

    plan = Plan.of(framework)
    drawn = attrs.evolve(
        plan,
        principles=[p._replace(weight=column) for p, column in zip(plan.principles, weights.T, strict=True)],
    )
    given = figures_of(card)
    scored = [p.id for p in card.principles if p.reason is None]
    both = [p.id for p in card.principles if p.is_rated_by_both]
    own: dict[Side, dict[str, Any]] = {
        side: {p: given.sides[Subject(principle=p)][side] for p in both} for side in MAIN_SIDES
    }
    sides = {side: overall_of(figures, both, drawn, ARRAYS) for side, figures in own.items()}
    scores = {p: given.together[Subject(principle=p)] for p in scored}
    figures = Replicates(
        together={**given.together, WHOLE: overall_of(scores, scored, drawn, ARRAYS)},
        sides={**given.sides, WHOLE: {**dict.fromkeys(SIDES), **sides}},
        count=DRAWS,
    )
    return [
        Variant(variant="weights", level=None if name == "none" else int(name), count=count)
        for name, count in level_counts(plan, card, figures).items()
        if count
    ]
