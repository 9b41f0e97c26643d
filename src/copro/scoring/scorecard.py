"""Score an assessment: answers in, scorecard out."""

import attrs

from copro.model.assessment import Assessment
from copro.model.framework import Framework
from copro.model.scorecard import Basis, Scorecard, Subject, Voices
from copro.model.values import SIDES, UNDISCLOSED, Side
from copro.rules.plan import Plan
from copro.scoring.answers import Answers, Row, read_rows
from copro.scoring.evidence import evidence_of
from copro.scoring.levels import with_level
from copro.scoring.overall import agreed_score, score_overall
from copro.scoring.power import power_of
from copro.scoring.principles import score_principles
from copro.scoring.promises import promises_of
from copro.scoring.status import after_scores, before_scores


def score(assessment: Assessment, framework: Framework) -> Scorecard:
    """Score an assessment with the framework that it names.

    Ratings become each perspective's value, perspectives each side's value, sides the
    principle's score, principles the overall score; levels are requirements on these. See the
    scoring page of the documentation for every rule.

    Args:
        assessment: An assessment whose ids all point somewhere.
        framework: The framework that it names.

    Returns:
        The scorecard, with everything needed to work each figure out again; without advice.
    """
    plan = Plan.of(framework)
    taking_part = assessment.initiative.taking_part
    answers = Answers.of(read_rows(assessment, framework), plan, taking_part)
    principles = score_principles(answers, framework)
    status, reason = before_scores(assessment, framework, answers)
    answered = {row.side for row in answers.rows if row.values}
    own_account: Side | None = "community" if "community" in answered and "service" not in answered else None
    overall = score_overall(answers, principles, framework, plan, own_account=own_account)
    if status == "scored":
        status, reason = after_scores(principles)
    if status in {"one_sided", "declined"}:
        overall = attrs.evolve(overall, score=None)
    promises = promises_of(assessment, framework)
    card = Scorecard(
        assessment=_subject(assessment),
        framework=_basis(framework),
        policy=framework.policy,
        status=status,
        reason=reason,
        voices=_voices(assessment, framework, answers.rows),
        overall=overall,
        principles=principles,
        agreed=agreed_score(assessment, framework, plan),
        power=power_of(assessment, framework),
        commitments=promises,
        evidence=evidence_of(assessment, framework, promises.as_of if promises is not None else None),
    )
    if status == "scored":
        return with_level(card, framework, answers, taking_part)
    ladder = [level.value for level in framework.levels]
    whole = (ladder[0], ladder[-1]) if ladder else None
    return attrs.evolve(card, overall=attrs.evolve(overall, level_range=whole))


def _subject(assessment: Assessment) -> Subject:
    return Subject(
        id=assessment.id,
        title=assessment.title,
        initiative=assessment.initiative,
        language=assessment.language,
        period=assessment.period,
        collected=assessment.collected,
        conduct=assessment.conduct,
        invited=assessment.invited,
        declined=assessment.declined,
        side_names={side: assessment.terms[side] for side in SIDES if side in assessment.terms},
    )


def _basis(framework: Framework) -> Basis:
    return Basis(
        id=framework.id,
        edition=framework.edition,
        title=framework.title,
        language=framework.language,
        short_form_of=framework.short_form_of,
        threshold_basis=framework.threshold_basis,
        scale=framework.scale,
        levels=framework.levels,
    )


def _voices(assessment: Assessment, framework: Framework, rows: tuple[Row, ...]) -> tuple[Voices, ...]:
    """Who was listed and who answered: every perspective of the framework, then the undisclosed."""
    perspective_of = assessment.perspectives
    listed = list(perspective_of.values())
    responded = [perspective_of[response.stakeholder] for response in assessment.responses]
    proxies = [perspective_of[r.stakeholder] for r in assessment.responses if r.answered == "for_someone"]

    def voices_of(perspective: str) -> Voices:
        rated = [row for row in rows if row.perspective == perspective and row.values]
        return Voices(
            perspective=perspective,
            listed=listed.count(perspective),
            responded=responded.count(perspective),
            rated=len(rated),
            people=sum(row.people for row in rated),
            for_someone=proxies.count(perspective),
        )

    voices = [
        attrs.evolve(
            voices_of(perspective.id),
            name=assessment.name_of(perspective, framework.language),
            side=perspective.side,
            direct=perspective.direct,
        )
        for perspective in framework.perspectives
    ]
    if UNDISCLOSED in listed:
        voices.append(voices_of(UNDISCLOSED))
    return tuple(voices)
