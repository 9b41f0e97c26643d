"""Advice on an assessment, before it is scored."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "one-sided",
        "advice",
        means=marked("Only one side has given ratings, and the framework needs both."),
        why="Services alone show what they think, not whether power was shared. The community alone has its own account, but no level.",
        do=marked(
            "Ask the other side. If it chose not to be scored, say so in `declined`: then nobody is asked again."
        ),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "only-proxy-answers",
        "advice",
        means=marked("On one side, every answer was given by somebody in another's place."),
        why="Such answers are shown and never scored. So this side has not been heard.",
        do=marked("Ask people themselves, with help where they want it. Then `answered` is `with_help`."),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "answered": "for_someone", "helped_by": "service", "ratings": {"power-menu": 2}},
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
        "same-rating-throughout",
        "advice",
        means=marked("All ratings in one response are the same, five or more of them. That may be right."),
        why="Tired people tick down the page. A form that is too long, or hard to read, gets such answers.",
        do=marked(
            "If you can, ask whether it is what they meant. If it is, leave it. Never change a rating for somebody."
        ),
        is_private=True,
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"listening-heard": 1, "listening-answered": 1, "power-menu": 1, "power-money": 1, "welcome-door": 1}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses/0/ratings`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"listening-heard": 1, "listening-answered": 0, "power-menu": 1, "power-money": 1, "welcome-door": 1}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "top-without-evidence",
        "advice",
        means=marked("Services put statements at the top of the scale, and no evidence is about them."),
        why="A high rating of one's own work convinces others when something shows it. Community members need no evidence: they are witnesses. The message only counts, and only where several people answered for services, so that nobody's rating is told.",
        do=marked("Name what shows it in `evidence` of any response: minutes, records, what somebody saw."),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}},
              {"stakeholder": "s2", "ratings": {"power-menu": 2}}
            ]}
            """,
            place="`/responses`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}},
              {"stakeholder": "s2", "ratings": {"power-menu": 2}, "evidence": {"power-menu": ["menus"]}}
            ],
             "evidence": [{"id": "menus", "kind": "document", "title": "Menus, signed by members"}]}
            """,
        ),
    ),
    Code(
        "response-outside-period",
        "advice",
        means=marked("Responses are dated before or after the period that they are about."),
        why="Perhaps a date is wrong, or the responses belong to another year.",
        do=marked("Check the dates. To answer soon after the period, about the period, is fine."),
        is_private=True,
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "date": "2025-03-02", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses/0/date`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "date": "2026-03-02", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "evidence-out-of-date",
        "advice",
        means=marked("Evidence was valid until a day, and an answer or an event after that day rests on it."),
        why="What was true once may no longer be.",
        do=marked("Add newer evidence, or correct `valid_until`."),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "date": "2026-05-02", "ratings": {"power-menu": 0}, "evidence": {"power-menu": ["survey"]}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ],
             "evidence": [{"id": "survey", "kind": "data", "title": "Survey", "valid_until": "2026-03-31"}]}
            """,
            place="`/evidence/0/valid_until`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "date": "2026-05-02", "ratings": {"power-menu": 0}, "evidence": {"power-menu": ["survey"]}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ],
             "evidence": [{"id": "survey", "kind": "data", "title": "Survey", "valid_until": "2026-12-31"}]}
            """,
        ),
    ),
    Code(
        "evidence-after-period",
        "advice",
        means=marked("Evidence that an answer rests on is dated after the period."),
        why="It may show what came later, not what the answer is about.",
        do=marked("Check both dates. What happened after the period belongs in the next assessment."),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "date": "2026-05-02", "ratings": {"power-menu": 0}, "evidence": {"power-menu": ["survey"]}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ],
             "evidence": [{"id": "survey", "kind": "data", "title": "Survey", "date": "2026-09-01"}]}
            """,
            place="`/evidence/0/date`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "date": "2026-05-02", "ratings": {"power-menu": 0}, "evidence": {"power-menu": ["survey"]}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ],
             "evidence": [{"id": "survey", "kind": "data", "title": "Survey", "date": "2026-04-01"}]}
            """,
        ),
    ),
    Code(
        "may-identify-someone",
        "warning",
        means=marked(
            "A text may name a person, or hold an e-mail address, a telephone number or a health service number. The message does not repeat it."
        ),
        why="Whoever reads the file or the report may know the person, who may never have agreed. `copro` guesses: it sometimes sees a person where there is none, and misses names that stand alone.",
        do=marked(
            "Read the text. Take the name out, or write the role. If everyone concerned agrees, leave it; `--ignore may-identify-someone` keeps it quiet."
        ),
        is_private=True,
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}, "comments": {"power-menu": "Mrs Example decides it all."}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses/0/comments/power-menu`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}, "comments": {"power-menu": "The cook decides it all."}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
)
