"""Findings in comparisons of several times."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "nothing-to-compare",
        "error",
        means=marked("There are fewer than two scorecards."),
        why="A comparison needs two times.",
        do=marked("Give two scorecards or assessments of one initiative, or more."),
        example=Example(
            "the scorecards that are compared",
            wrong="""
            [{}]
            """,
            right="""
            [{}, {}]
            """,
        ),
    ),
    Code(
        "different-initiative",
        "error",
        means=marked("The results are about different initiatives."),
        why="Whatever differs between them, a number cannot weigh it. `copro` makes no league tables.",
        do=marked("Compare one initiative with itself, over time. If it is the same one, give it the same id."),
        example=Example(
            "the scorecards that are compared",
            wrong="""
            [{}, {"assessment": {"initiative": {"id": "walking-group", "name": "Walking group"}}}]
            """,
            right="""
            [{}, {"assessment": {"id": "lunch-club-2027"}}]
            """,
        ),
    ),
    Code(
        "different-framework",
        "error",
        means=marked("The results were made with different frameworks or editions."),
        why="Their figures do not mean the same.",
        do=marked(
            "Score both times with the same framework. Otherwise read the two results one after the other, without comparing figures."
        ),
        example=Example(
            "the scorecards that are compared",
            wrong="""
            [{}, {"framework": {"edition": "2", "digest": null}}]
            """,
            right="""
            [{}, {}]
            """,
        ),
    ),
    Code(
        "different-scale",
        "error",
        means=marked("The framework's name is the same, but its scale or its principles are not."),
        why="Somebody changed the framework without giving it a new edition.",
        do=marked("Score both with the same file, and give the changed one an edition of its own."),
        example=Example(
            "the scorecards that are compared",
            wrong="""
            [{}, {"framework": {"digest": null, "scale": {"steps": [{"value": 0, "name": "No"}, {"value": 1, "name": "Partly"}, {"value": 3, "name": "Yes"}]}}}]
            """,
            right="""
            [{}, {}]
            """,
        ),
    ),
    Code(
        "different-policy",
        "warning",
        means=marked("The results were scored by different policies."),
        why="Part of a change may come from the way of counting, not from what people said.",
        do=marked("Score both with the same framework file."),
        example=Example(
            "the scorecards that are compared",
            wrong="""
            [{}, {"policy": {"aggregation": "geometric"}}]
            """,
            right="""
            [{}, {}]
            """,
        ),
    ),
    Code(
        "different-perspectives",
        "warning",
        means=marked("At the one time other perspectives answered than at the other."),
        why="Part of a change may come from who was asked.",
        do=marked("Read the changes with that in mind. Next time, ask the same kinds of people."),
        example=Example(
            "the assessments that are compared",
            wrong="""
            [{}, {
              "stakeholders": [{"id": "m1", "perspective": "members"}, {"id": "u1", "perspective": "funders"}],
              "responses": [{"stakeholder": "m1", "ratings": {"power-menu": 0}}, {"stakeholder": "u1", "ratings": {"power-menu": 1}}]
            }]
            """,
            right="""
            [{}, {
              "stakeholders": [{"id": "m4", "perspective": "members"}, {"id": "s1", "perspective": "staff"}],
              "responses": [{"stakeholder": "m4", "ratings": {"power-menu": 0}}, {"stakeholder": "s1", "ratings": {"power-menu": 1}}]
            }]
            """,
        ),
    ),
    Code(
        "no-intervals",
        "warning",
        means=marked("Not both results say how sure they are, so no change can be called clear."),
        why="A change smaller than its uncertainty may be chance.",
        do=marked(
            "Give `copro compare` the assessments themselves, or make the scorecards with `copro score`, which adds certainty."
        ),
        example=Example(
            "the scorecards that are compared",
            wrong="""
            [{}, {"certainty": null}]
            """,
            right="""
            [{}, {}]
            """,
        ),
    ),
    Code(
        "usual-suspects",
        "advice",
        means=marked(
            "Of all who ever answered for the community, two thirds or more answered every time. It is counted by id, and names nobody."
        ),
        why="The same few people may be tired, and others are not heard.",
        do=marked("Ask others as well. Renew places. Ask people who left why they did."),
        example=Example(
            "the assessments that are compared",
            wrong="""
            [{}, {"id": "lunch-club-2027"}]
            """,
            right="""
            [{}, {
              "stakeholders": [{"id": "m4", "perspective": "members"}, {"id": "m5", "perspective": "members"}, {"id": "s1", "perspective": "staff"}],
              "responses": [
                {"stakeholder": "m4", "ratings": {"power-menu": 0}}, {"stakeholder": "m5", "ratings": {"power-menu": 1}},
                {"stakeholder": "s1", "ratings": {"power-menu": 1}}
              ]
            }]
            """,
        ),
    ),
)
