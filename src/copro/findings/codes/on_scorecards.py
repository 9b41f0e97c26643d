"""Findings on scorecards: what a reader should know beside the figures."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "no-direct-voice",
        "warning",
        means=marked("Somebody on the community's side rated, but few or none of those whose own life it is about."),
        why="Paid peers and others know much. They do not replace the people themselves. A level must hold with direct voices alone.",
        do=marked("Ask the people that the message names, in a way that suits them."),
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
        "not-enough-to-say",
        "warning",
        means=marked("Too few people on a side could say anything about a principle, so its figure is not known."),
        why="Unknown is not low. A level that would need it cannot be told until it is known.",
        do=marked(
            "Ask together whether people were not told, whether the question does not fit, or whether they would rather not say."
        ),
        example=Example(
            "an assessment, once it is scored",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"listening-heard": 1, "power-menu": 0, "welcome-door": "dont_know", "welcome-fares": "dont_know"}},
              {"stakeholder": "s1", "ratings": {"listening-heard": 1, "power-menu": 1, "welcome-door": 1, "welcome-fares": 0}}
            ]}
            """,
            place="`/principles/2`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"listening-heard": 1, "power-menu": 0, "welcome-door": 1, "welcome-fares": 0}},
              {"stakeholder": "s1", "ratings": {"listening-heard": 1, "power-menu": 1, "welcome-door": 1, "welcome-fares": 0}}
            ]}
            """,
        ),
    ),
    Code(
        "paid-by-services",
        "warning",
        means=marked(
            "Nearly everybody who answered for the community says that the services could end their pay or their work."
        ),
        why="They know much, and their answers count. Speaking freely can cost them more than others.",
        do=marked("Ask others as well."),
        example=Example(
            "an assessment, once it is scored",
            wrong="""
            {"stakeholders": [
              {"id": "m1", "perspective": "members", "pay_depends": "yes"},
              {"id": "m2", "perspective": "members", "pay_depends": "yes"},
              {"id": "s1", "perspective": "staff"}
            ],
             "responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "m2", "ratings": {"power-menu": 1}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses`",
            right="""
            {"stakeholders": [
              {"id": "m1", "perspective": "members", "pay_depends": "no"},
              {"id": "m2", "perspective": "members", "pay_depends": "rather_not_say"},
              {"id": "s1", "perspective": "staff"}
            ],
             "responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "m2", "ratings": {"power-menu": 1}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "few-take-part",
        "warning",
        means=marked("The document says that very few people take part on a side, and so fewer answers were enough."),
        why="It may be true. It is also an easy way to need fewer answers.",
        do=marked("Ask whether it is so. If more take part, correct `taking_part`."),
        example=Example(
            "a framework, once an assessment is scored with it",
            wrong="""
            {"policy": {"minimum_people": {"community": 50}}}
            """,
            note="The assessment says that 3 people take part on the community's side.",
            place="`/initiative/taking_part`",
            right="""
            {"policy": {"minimum_people": {"community": 3}}}
            """,
        ),
    ),
    Code(
        "own-word",
        "warning",
        means=marked("Somebody counts as a direct voice because they say so, and not by their perspective."),
        why="It is theirs to say. If somebody else ticked it for them, the result rests on people whom it may not be about.",
        do=marked("Nobody may say it for another. If you are not sure that everyone was asked, ask."),
        example=Example(
            "an assessment, once it is scored",
            wrong="""
            {"stakeholders": [{"id": "n1", "perspective": "neighbours", "direct": "yes"}, {"id": "s1", "perspective": "staff"}],
             "responses": [{"stakeholder": "n1", "ratings": {"power-menu": 0}}, {"stakeholder": "s1", "ratings": {"power-menu": 1}}]}
            """,
            place="`/stakeholders`",
            right="""
            {"stakeholders": [{"id": "m1", "perspective": "members", "direct": "yes"}, {"id": "s1", "perspective": "staff"}],
             "responses": [{"stakeholder": "m1", "ratings": {"power-menu": 0}}, {"stakeholder": "s1", "ratings": {"power-menu": 1}}]}
            """,
        ),
    ),
    Code(
        "kept-out",
        "advice",
        means=marked("The framework asks about getting in and taking part. It says this whatever was rated."),
        why="An average hides whoever was kept out, and whoever was kept out is seldom there to answer.",
        do=marked("Ask, in private, who it does not work for."),
        example=Example(
            "a framework, once an assessment is scored with it",
            wrong="""
            {"principles": [
              {"id": "listening", "name": "Listening", "indicators": [{"id": "listening-heard", "statement": "People are heard."}, {"id": "listening-answered", "statement": "People get an answer."}]},
              {"id": "power", "name": "Power", "indicators": [{"id": "power-menu", "statement": "Members decide what is cooked."}, {"id": "power-money", "statement": "Members see the budget."}]},
              {"id": "welcome", "name": "Welcome", "indicators": [{"id": "welcome-door", "statement": "Everyone gets through the door.", "waivable": "nobody_met_it"}, {"id": "welcome-fares", "statement": "Fares are paid."}]}
            ]}
            """,
            place="`/principles/2`",
            right="""
            {"principles": [
              {"id": "listening", "name": "Listening", "indicators": [{"id": "listening-heard", "statement": "People are heard."}, {"id": "listening-answered", "statement": "People get an answer."}]},
              {"id": "power", "name": "Power", "indicators": [{"id": "power-menu", "statement": "Members decide what is cooked."}, {"id": "power-money", "statement": "Members see the budget."}]},
              {"id": "welcome", "name": "Welcome", "indicators": [{"id": "welcome-door", "statement": "Everyone gets through the door."}, {"id": "welcome-fares", "statement": "Fares are paid."}]}
            ]}
            """,
        ),
    ),
    Code(
        "group-not-confirmed",
        "advice",
        means=marked("An answer of a group counts as one person."),
        why="A number of people can be typed in by anybody. Two members who say that the answer is the group's make it more than that.",
        do=marked(
            "Ask two members, and write `members_confirming`. A group led by somebody paid by the services stays one voice."
        ),
        example=Example(
            "an assessment, once it is scored",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "answered": "group", "people": 4, "helped_by": "neither", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "answered": "group", "people": 4, "members_confirming": 2, "helped_by": "neither", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
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
        means=marked(
            "The sides did not rate the same indicators of a principle: most of one side left out what most of the other rated."
        ),
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
              {"stakeholder": "m1", "answered": "group", "people": 4, "members_confirming": 2, "helped_by": "neither", "ratings": {"power-menu": 0}},
              {"stakeholder": "f1", "answered": "group", "people": 3, "members_confirming": 2, "helped_by": "neither", "ratings": {"power-menu": 2}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
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
