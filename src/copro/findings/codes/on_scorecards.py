"""Findings on scorecards: what a reader should know beside the figures."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "no-direct-voice",
        "warning",
        means=marked("Somebody on the community's side rated, but nobody whose own life it is about."),
        why="Groups and paid peers know much. They do not replace the people themselves, so the community has not yet answered.",
        do=marked("Ask people who use the service, their families, and people who live here."),
        example=Example(
            "an assessment",
            wrong="""
            {"stakeholders": [{"id": "n1", "perspective": "neighbours"}, {"id": "s1", "perspective": "staff"}],
             "responses": [{"stakeholder": "n1", "ratings": {"power-menu": 0}}, {"stakeholder": "s1", "ratings": {"power-menu": 1}}]}
            """,
            place="`/responses`",
            right="""
            {"stakeholders": [{"id": "m1", "perspective": "members"}, {"id": "s1", "perspective": "staff"}],
             "responses": [{"stakeholder": "m1", "ratings": {"power-menu": 0}}, {"stakeholder": "s1", "ratings": {"power-menu": 1}}]}
            """,
        ),
    ),
    Code(
        "sides-not-required",
        "warning",
        means=marked("The framework leaves a side out of the score, or does not need it."),
        why="A result can then rest on one side alone, and look like everyone's.",
        do=marked(
            "Read the result as resting on whom the message names. If it is your framework, think about needing both."
        ),
        example=Example(
            "a framework, once an assessment is scored with it",
            wrong="""
            {"policy": {"required_sides": ["community"]}}
            """,
            place="`/framework`",
            right="""
            {"policy": {"required_sides": ["community", "service"]}}
            """,
        ),
    ),
    Code(
        "different-questions",
        "warning",
        means=marked("The sides did not rate the same indicators of a principle."),
        why="Part of the gap between them may come from the questions, not from what they think.",
        do=marked("Ask both sides the same. In this result, compare the indicators that both rated."),
        example=Example(
            "an assessment, once it is scored",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-money": 1}}
            ]}
            """,
            place="`/principles/1`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "one-voice-moves-side",
        "advice",
        means=marked(
            "A perspective of one or two people moves its side's overall figure by a tenth of the scale or more."
        ),
        why="A few people then decide what the side says. The message does not say by how much: that could tell their answer.",
        do=marked("Ask more people from that perspective."),
        example=Example(
            "an assessment, once it is scored",
            wrong="""
            {"stakeholders": [{"id": "m1", "perspective": "members"}, {"id": "f1", "perspective": "families"}, {"id": "s1", "perspective": "staff"}],
             "responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "f1", "ratings": {"power-menu": 2}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses`",
            right="""
            {"stakeholders": [{"id": "m1", "perspective": "members"}, {"id": "f1", "perspective": "families"}, {"id": "s1", "perspective": "staff"}],
             "responses": [
              {"stakeholder": "m1", "answered": "group", "people": 4, "helped_by": "neither", "ratings": {"power-menu": 0}},
              {"stakeholder": "f1", "answered": "group", "people": 3, "helped_by": "neither", "ratings": {"power-menu": 2}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "in-the-dark",
        "advice",
        means=marked(
            'More than a third of a side\'s answers are "I don\'t know", and at least 20 points more than on the other side. Silence and "does not apply" are not counted.'
        ),
        why="People were not told. What nobody told them, they cannot judge or decide.",
        do=marked("Share what the other side knows. Then ask again."),
        example=Example(
            "an assessment, once it is scored",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0, "power-money": "dont_know"}},
              {"stakeholder": "m2", "ratings": {"power-menu": 1, "power-money": "dont_know"}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1, "power-money": 1}}
            ]}
            """,
            place="`/responses`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0, "power-money": 0}},
              {"stakeholder": "m2", "ratings": {"power-menu": 1, "power-money": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1, "power-money": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "mostly-not-applicable",
        "advice",
        means=marked("More than half of the answers on a principle say that it does not apply."),
        why='"We chose not to" is not "it cannot happen here". The score rests on the few who rated.',
        do=marked("Talk about whether it applies. If it could be done and is not, the lowest step is right."),
        example=Example(
            "an assessment, once it is scored",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "m2", "ratings": {"power-menu": "not_applicable"}},
              {"stakeholder": "m3", "ratings": {"power-menu": "not_applicable"}},
              {"stakeholder": "s1", "ratings": {"power-menu": "not_applicable"}}
            ]}
            """,
            place="`/principles/1`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "m2", "ratings": {"power-menu": "not_applicable"}},
              {"stakeholder": "s1", "ratings": {"power-menu": 0}}
            ]}
            """,
        ),
    ),
    Code(
        "helped-by-service",
        "advice",
        means=marked("Staff helped with, led or gave answers on the community's side."),
        why='It is hard to say "no" to somebody who gives you help or a service.',
        do=marked("Let someone whom neither side employs collect the answers. Help itself is good: say whose it was."),
        example=Example(
            "an assessment, once it is scored",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "answered": "with_help", "helped_by": "service", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "answered": "with_help", "helped_by": "neither", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "never-answered",
        "advice",
        means=marked("People of a perspective are listed, and none of them answered."),
        why="Their silence is not agreement. The way of asking may not have suited them.",
        do=marked("Ask again, in a way that suits them: at their table, on paper, by telephone, in their language."),
        example=Example(
            "an assessment",
            wrong="""
            {"stakeholders": [{"id": "m1", "perspective": "members"}, {"id": "f1", "perspective": "families"}, {"id": "s1", "perspective": "staff"}],
             "responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/stakeholders`",
            right="""
            {"stakeholders": [{"id": "m1", "perspective": "members"}, {"id": "f1", "perspective": "families"}, {"id": "s1", "perspective": "staff"}],
             "responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "f1", "ratings": {"power-menu": 1}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "no-permission",
        "advice",
        means=marked(
            "Permission to carry a decision out was asked for or refused, or it came after the period had started."
        ),
        why="People work hard on something that somebody else can still stop.",
        do=marked("Get permission first, or say openly that the result may not be carried out."),
        example=Example(
            "an assessment, once it is scored",
            wrong="""
            {"decisions": [{"id": "menu", "title": "What is cooked", "permission": {"state": "asked"}}]}
            """,
            place="`/decisions/0/permission`",
            right="""
            {"decisions": [{"id": "menu", "title": "What is cooked", "permission": {"state": "held", "date": "2025-12-01"}}]}
            """,
        ),
    ),
    Code(
        "never-judged",
        "advice",
        means=marked("A promise is due, and nobody whom it was made to has said whether it was kept."),
        why="Until they do, it counts as due and not kept.",
        do=marked(
            'Ask them whether it was kept, together if they like. A perspective can sign, so that nobody has to say "broken" alone.'
        ),
        example=Example(
            "an assessment, once it is scored",
            wrong="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "due_on": "2026-03-01", "by": "staff"},
              {"event": "accepted", "date": "2026-01-20", "by": "members"}
            ]}]}
            """,
            place="`/commitments/0`",
            right="""
            {"commitments": [{"id": "fares", "title": "Fares in advance", "by": ["staff"], "to": ["members"], "events": [
              {"event": "made", "date": "2026-01-10", "due_on": "2026-03-01", "by": "staff"},
              {"event": "accepted", "date": "2026-01-20", "by": "members"},
              {"event": "kept", "date": "2026-03-01", "by": "members"}
            ]}]}
            """,
        ),
    ),
)
