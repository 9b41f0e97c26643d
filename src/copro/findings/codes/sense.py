"""Findings about sense: what no schema can see."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "not-a-step",
        "error",
        means=marked("A rating, or the step that a level asks for or an idea starts at, is not on the scale."),
        why="A half step may be what somebody meant, but then nobody else could say it.",
        do=marked("Use one of the steps in the hint. If somebody hesitates between two, the lower one is right."),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0.5}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses/0/ratings/power-menu`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "period-reversed",
        "error",
        means=marked("The period ends before it starts."),
        why="No answer and no evidence can lie within it.",
        do=marked("Swap the dates, or correct the one that is wrong."),
        example=Example(
            "an assessment",
            wrong="""
            {"period": {"start": "2026-06-30", "end": "2026-01-01"}}
            """,
            place="`/period/end`",
            right="""
            {"period": {"start": "2026-01-01", "end": "2026-06-30"}}
            """,
        ),
    ),
    Code(
        "steps-not-rising",
        "error",
        means=marked("A step of the scale is not above the one before it."),
        why="A higher rating must mean more. Otherwise scores turn upside down.",
        do=marked(
            "Write the steps lowest first, each value once. If a statement is worded the other way round, mark it `reversed`."
        ),
        example=Example(
            "a framework",
            wrong="""
            {"scale": {"steps": [{"value": 0, "name": "No"}, {"value": 2, "name": "Yes"}, {"value": 1, "name": "Partly"}]}}
            """,
            place="`/scale/steps/2/value`",
            right="""
            {"scale": {"steps": [{"value": 0, "name": "No"}, {"value": 1, "name": "Partly"}, {"value": 2, "name": "Yes"}]}}
            """,
        ),
    ),
    Code(
        "descriptors-mismatch",
        "error",
        means=marked("An indicator does not have as many descriptors as the scale has steps."),
        why="A descriptor says what can be seen at one step. Here nobody can tell which belongs to which.",
        do=marked("Write one for each step, lowest first, or none."),
        example=Example(
            "a framework",
            wrong="""
            {"principles": [{"id": "power", "name": "Power", "indicators": [
              {"id": "power-menu", "statement": "Members decide what is cooked.",
               "descriptors": ["Staff decide.", "Members decide."]}
            ]}]}
            """,
            place="`/principles/0/indicators/0/descriptors`",
            right="""
            {"principles": [{"id": "power", "name": "Power", "indicators": [
              {"id": "power-menu", "statement": "Members decide what is cooked.",
               "descriptors": ["Staff decide.", "They decide together.", "Members decide."]}
            ]}]}
            """,
        ),
    ),
    Code(
        "direct-not-community",
        "error",
        means=marked("A perspective is marked `direct`, and is not on the community's side."),
        why="`direct` means: the people whose own lives this is about. Staff may have lived experience, but here they speak as staff.",
        do=marked("Take `direct` away, or put the perspective on the community's side."),
        example=Example(
            "a framework",
            wrong="""
            {"perspectives": [
              {"id": "members", "name": "Members", "side": "community", "direct": true},
              {"id": "staff", "name": "Staff", "side": "service", "direct": true}
            ]}
            """,
            place="`/perspectives/1/direct`",
            right="""
            {"perspectives": [
              {"id": "members", "name": "Members", "side": "community", "direct": true},
              {"id": "staff", "name": "Staff", "side": "service"}
            ]}
            """,
        ),
    ),
    Code(
        "no-direct-perspective",
        "error",
        means=marked("The community's side is required, but none of its perspectives is `direct`."),
        why="The community has answered only when people have whose own lives it is about. Here that could never happen.",
        do=marked('Mark the perspective of the people whose own lives it is about: `"direct": true`.'),
        example=Example(
            "a framework",
            wrong="""
            {"perspectives": [
              {"id": "members", "name": "Members", "side": "community"},
              {"id": "staff", "name": "Staff", "side": "service"}
            ]}
            """,
            place="`/perspectives`",
            right="""
            {"perspectives": [
              {"id": "members", "name": "Members", "side": "community", "direct": true},
              {"id": "staff", "name": "Staff", "side": "service"}
            ]}
            """,
        ),
    ),
    Code(
        "side-without-perspective",
        "error",
        means=marked("A side is required, and no perspective is on it."),
        why="Every assessment would stay one-sided.",
        do=marked("Add a perspective on that side, or change `required_sides`."),
        example=Example(
            "a framework",
            wrong="""
            {"perspectives": [
              {"id": "members", "name": "Members", "side": "community", "direct": true}
            ]}
            """,
            place="`/perspectives`",
            right="""
            {"perspectives": [
              {"id": "members", "name": "Members", "side": "community", "direct": true},
              {"id": "staff", "name": "Staff", "side": "service"}
            ]}
            """,
        ),
    ),
    Code(
        "levels-not-rising",
        "error",
        means=marked("A level is not above the one before it."),
        why="Levels are reached one after another, so their order must be plain.",
        do=marked("Write the levels lowest first, each value once."),
        example=Example(
            "a framework",
            wrong="""
            {"levels": [
              {"value": 0, "name": "Not yet"},
              {"value": 2, "name": "There", "requires": [{"measure": "score", "at_least": 0.4}]},
              {"value": 1, "name": "Further", "requires": [{"measure": "score", "at_least": 0.8}]}
            ]}
            """,
            place="`/levels/2/value`",
            right="""
            {"levels": [
              {"value": 0, "name": "Not yet"},
              {"value": 1, "name": "There", "requires": [{"measure": "score", "at_least": 0.4}]},
              {"value": 2, "name": "Further", "requires": [{"measure": "score", "at_least": 0.8}]}
            ]}
            """,
        ),
    ),
    Code(
        "lowest-level-requires",
        "error",
        means=marked("The lowest level asks for something."),
        why="Whoever does not meet it would have no level at all.",
        do=marked("Put a level below it that asks for nothing, or remove what it asks for."),
        example=Example(
            "a framework",
            wrong="""
            {"levels": [
              {"value": 1, "name": "Starting", "requires": [{"measure": "score", "at_least": 0.4}]}
            ]}
            """,
            place="`/levels/0/requires`",
            right="""
            {"levels": [
              {"value": 0, "name": "Not yet"},
              {"value": 1, "name": "Starting", "requires": [{"measure": "score", "at_least": 0.4}]}
            ]}
            """,
        ),
    ),
    Code(
        "levels-contradict",
        "error",
        means=marked("A level asks for less than a level below it, or for nothing more."),
        why="Whoever is on the lower level would be on the higher one as well. The lower level would never be seen.",
        do=marked("Ask for more on the higher level, or drop one of them."),
        example=Example(
            "a framework",
            wrong="""
            {"levels": [
              {"value": 0, "name": "Not yet"},
              {"value": 1, "name": "Starting", "requires": [{"measure": "score", "at_least": 0.6}]},
              {"value": 2, "name": "There", "requires": [{"measure": "score", "at_least": 0.4}]}
            ]}
            """,
            place="`/levels/2/requires/0`",
            right="""
            {"levels": [
              {"value": 0, "name": "Not yet"},
              {"value": 1, "name": "Starting", "requires": [{"measure": "score", "at_least": 0.4}]},
              {"value": 2, "name": "There", "requires": [{"measure": "score", "at_least": 0.6}]}
            ]}
            """,
        ),
    ),
    Code(
        "level-unreachable",
        "error",
        means=marked("A level, or the least number of people, asks for a side that no perspective is on."),
        why="Nobody can ever meet it.",
        do=marked("Add a perspective on that side, or ask for something else."),
        example=Example(
            "a framework",
            wrong="""
            {"perspectives": [{"id": "members", "name": "Members", "side": "community", "direct": true}],
             "policy": {"required_sides": ["community"], "minimum_people": {"service": 1}}}
            """,
            place="`/policy/minimum_people/service`",
            right="""
            {"perspectives": [{"id": "members", "name": "Members", "side": "community", "direct": true}],
             "policy": {"required_sides": ["community"], "minimum_people": {"community": 1}}}
            """,
        ),
    ),
    Code(
        "counts-mismatch",
        "error",
        means=marked("In a scorecard there are not as many counts as the scale has steps."),
        why="Each count says how many people chose one step. Here nobody can tell which belongs to which.",
        do=marked("Let `copro` write scorecards. Score the assessment again."),
        example=Example(
            "a scorecard",
            wrong="""
            {"principles": [{"id": "power", "name": "Power", "sides": {"community": {}, "service": {}, "independent": {}}, "indicators": [
              {"id": "power-menu", "statement": "Members decide what is cooked.", "sides": {
                "community": {"perspectives": [{"perspective": "members", "respondents": 3, "people": 3, "counts": [1, 2], "unrated": {}}]},
                "service": {}, "independent": {}}}
            ]}]}
            """,
            place="`/principles/0/indicators/0/sides/community/perspectives/0/counts`",
            right="""
            {"principles": [{"id": "power", "name": "Power", "sides": {"community": {}, "service": {}, "independent": {}}, "indicators": [
              {"id": "power-menu", "statement": "Members decide what is cooked.", "sides": {
                "community": {"perspectives": [{"perspective": "members", "respondents": 3, "people": 3, "counts": [1, 2, 0], "unrated": {}}]},
                "service": {}, "independent": {}}}
            ]}]}
            """,
        ),
    ),
    Code(
        "no-overall",
        "error",
        means=marked("A level needs an overall figure, and the framework has none: its `aggregation` is `null`."),
        why="Nobody could ever reach that level.",
        do=marked("Choose an `aggregation`, or let the level ask about single principles."),
        example=Example(
            "a framework whose `aggregation` is `null`",
            wrong="""
            {"levels": [
              {"value": 0, "name": "Not yet"},
              {"value": 1, "name": "There", "requires": [{"measure": "score", "at_least": 0.4}]}
            ]}
            """,
            place="`/levels/1/requires/0`",
            right="""
            {"levels": [
              {"value": 0, "name": "Not yet"},
              {"value": 1, "name": "There", "requires": [{"measure": "score", "of": "every_principle", "at_least": 0.4}]}
            ]}
            """,
        ),
    ),
)
