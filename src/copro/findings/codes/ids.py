"""Findings about ids that point nowhere, or twice."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "duplicate-id",
        "error",
        means=marked("Two things of one kind have the same id."),
        why="Whatever points to that id could mean either.",
        do=marked("Give each its own id. Then correct what points to it."),
        example=Example(
            "an assessment",
            wrong="""
            {"evidence": [
              {"id": "minutes", "kind": "document", "title": "Minutes, March"},
              {"id": "minutes", "kind": "document", "title": "Minutes, April"}
            ]}
            """,
            place="`/evidence/1/id`",
            right="""
            {"evidence": [
              {"id": "minutes-march", "kind": "document", "title": "Minutes, March"},
              {"id": "minutes-april", "kind": "document", "title": "Minutes, April"}
            ]}
            """,
        ),
    ),
    Code(
        "duplicate-response",
        "error",
        means=marked("One stakeholder has two responses. The finding is at the second."),
        why="That voice would count twice.",
        do=marked(
            "Keep one. If they answered again later, that is another assessment. If two people answered, give each an id."
        ),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "m1", "ratings": {"power-menu": 1}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses/1`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "m2", "ratings": {"power-menu": 1}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "id-clash",
        "error",
        means=marked("A stakeholder has the id of a perspective."),
        why="Promises can name either, a person or a perspective. Nobody could tell which one is meant.",
        do=marked("Choose another id for the stakeholder."),
        example=Example(
            "an assessment",
            wrong="""
            {"stakeholders": [{"id": "members", "perspective": "members"}, {"id": "s1", "perspective": "staff"}],
             "responses": [{"stakeholder": "members", "ratings": {"power-menu": 0}}, {"stakeholder": "s1", "ratings": {"power-menu": 1}}]}
            """,
            place="`/stakeholders/0/id`",
            right="""
            {"stakeholders": [{"id": "m1", "perspective": "members"}, {"id": "s1", "perspective": "staff"}],
             "responses": [{"stakeholder": "m1", "ratings": {"power-menu": 0}}, {"stakeholder": "s1", "ratings": {"power-menu": 1}}]}
            """,
        ),
    ),
    Code(
        "reserved-id",
        "error",
        means=marked("A perspective has the id `undisclosed`, which is built in."),
        why="That word is there in every framework already, for people who do not want to say where they speak from.",
        do=marked("Choose another id. People can always answer as `undisclosed`, without your listing it."),
        example=Example(
            "a framework",
            wrong="""
            {"perspectives": [
              {"id": "members", "name": "Members", "side": "community", "direct": true},
              {"id": "staff", "name": "Staff", "side": "service"},
              {"id": "undisclosed", "name": "Somebody", "side": "independent"}
            ]}
            """,
            place="`/perspectives/2/id`",
            right="""
            {"perspectives": [
              {"id": "members", "name": "Members", "side": "community", "direct": true},
              {"id": "staff", "name": "Staff", "side": "service"},
              {"id": "visitors", "name": "Visitors", "side": "independent"}
            ]}
            """,
        ),
    ),
    Code(
        "unknown-stakeholder",
        "error",
        means=marked("A response, or a confirmation of a decision, names somebody who is not listed."),
        why="Nobody can tell where that person speaks from.",
        do=marked("List the stakeholder with a perspective, or correct the id."),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m9", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses/0/stakeholder`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "unknown-perspective",
        "error",
        means=marked("A stakeholder, or one of `terms`, names a perspective that the framework has not."),
        why="Nobody can tell on which side that person stands.",
        do=marked(
            "Use one of the framework's perspectives. For somebody who does not want to say, write `undisclosed`."
        ),
        example=Example(
            "an assessment",
            wrong="""
            {"stakeholders": [{"id": "m1", "perspective": "member"}, {"id": "s1", "perspective": "staff"}],
             "responses": [{"stakeholder": "m1", "ratings": {"power-menu": 0}}, {"stakeholder": "s1", "ratings": {"power-menu": 1}}]}
            """,
            place="`/stakeholders/0/perspective`",
            right="""
            {"stakeholders": [{"id": "m1", "perspective": "members"}, {"id": "s1", "perspective": "staff"}],
             "responses": [{"stakeholder": "m1", "ratings": {"power-menu": 0}}, {"stakeholder": "s1", "ratings": {"power-menu": 1}}]}
            """,
        ),
    ),
    Code(
        "unknown-indicator",
        "error",
        means=marked("The framework has no such indicator."),
        why="A rating for it could not be counted anywhere.",
        do=marked("Correct the id. If your form was made for another framework, change `framework`."),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menus": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses/0/ratings/power-menus`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "unknown-level",
        "error",
        means=marked("A scorecard names a level that its framework has not."),
        why="Whoever prints the scorecard could not say what the level is called.",
        do=marked("Let `copro` write scorecards. Score the assessment again."),
        example=Example(
            "a scorecard",
            wrong="""
            {"overall": {"level": 99}}
            """,
            place="`/overall/level`",
            right="""
            {"overall": {"level": 1}}
            """,
        ),
    ),
    Code(
        "unknown-principle",
        "error",
        means=marked("A level, a case study, a link or a scorecard names a principle that is not there."),
        why="A level that asks for it could never be reached. A story could not be found under it.",
        do=marked("Correct the id."),
        example=Example(
            "a case study",
            wrong="""
            {"principles": ["powers"]}
            """,
            place="`/principles/0`",
            right="""
            {"principles": ["power"]}
            """,
        ),
    ),
    Code(
        "unknown-evidence",
        "error",
        means=marked("No evidence has this id."),
        why="A reader who wants to see it finds nothing.",
        do=marked("Add it under `evidence`, or correct the id."),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}, "evidence": {"power-menu": ["minutes"]}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses/0/evidence/power-menu/0`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}, "evidence": {"power-menu": ["minutes"]}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ], "evidence": [{"id": "minutes", "kind": "document", "title": "Minutes, March"}]}
            """,
        ),
    ),
    Code(
        "unknown-decision",
        "error",
        means=marked("No decision has this id."),
        why="A promise or an experience would hang in the air.",
        do=marked("Add it under `decisions`, or correct the id."),
        example=Example(
            "an assessment",
            wrong="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}, "participation": {"menus": 2}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
            place="`/responses/0/participation/menus`",
            right="""
            {"responses": [
              {"stakeholder": "m1", "ratings": {"power-menu": 0}, "participation": {"menu": 2}},
              {"stakeholder": "s1", "ratings": {"power-menu": 1}}
            ]}
            """,
        ),
    ),
    Code(
        "unknown-party",
        "error",
        means=marked("A right, a promise or one of its events names neither a stakeholder nor a perspective."),
        why="Nobody could tell who holds the right, or who promised.",
        do=marked("Correct the id, or list the stakeholder."),
        example=Example(
            "an assessment",
            wrong="""
            {"decisions": [{"id": "menu", "title": "What is cooked", "rights": {"decide": ["cook"]}}]}
            """,
            place="`/decisions/0/rights/decide/0`",
            right="""
            {"decisions": [{"id": "menu", "title": "What is cooked", "rights": {"decide": ["staff"]}}]}
            """,
        ),
    ),
    Code(
        "unknown-activity",
        "error",
        means=marked("An initiative or a decision names an activity that is not a term of `star-four-cos@2013`."),
        why="Only words that mean the same to everyone can be found and counted.",
        do=marked("Use one of its terms; the hint names them. What does not fit can go into `summary`."),
        example=Example(
            "an assessment",
            wrong="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club", "activities": ["co-desing"]}}
            """,
            place="`/initiative/activities/0`",
            right="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club", "activities": ["co-design"]}}
            """,
        ),
    ),
    Code(
        "unknown-stage",
        "error",
        means=marked("An initiative names a stage that is not a term of `star-five-steps@2013`."),
        why="Only words that mean the same to everyone can be found and counted.",
        do=marked("Use one of its terms; the hint names them. If none fits, leave `stage` out."),
        example=Example(
            "an assessment",
            wrong="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club", "stage": "people-its"}}
            """,
            place="`/initiative/stage`",
            right="""
            {"initiative": {"id": "lunch-club", "name": "Lunch club", "stage": "people-it"}}
            """,
        ),
    ),
    Code(
        "unknown-framework",
        "error",
        means=marked(
            "The framework, or the vocabulary at an end of a crosswalk, neither ships with `copro` nor was given."
        ),
        why="Without it nobody knows what the answers answer.",
        do=marked(
            "Check the name: id, `@`, edition. `copro frameworks` lists what ships. Give a file of your own with `--framework`."
        ),
        example=Example(
            "a crosswalk",
            wrong="""
            {"to": "copro-cor@2026"}
            """,
            place="`/to`",
            right="""
            {"to": "copro-core@2026"}
            """,
        ),
    ),
    Code(
        "framework-mismatch",
        "error",
        means=marked("The framework that was given is not the one that is named."),
        why="The answers were given to other statements.",
        do=marked("Give the one that is named. Do not change the name in the document, unless it is wrong."),
        example=Example(
            "an assessment",
            wrong="""
            {"framework": "lunch-club@2"}
            """,
            place="`/framework`",
            right="""
            {"framework": "lunch-club@1"}
            """,
        ),
    ),
    Code(
        "framework-altered",
        "error",
        means=marked(
            "A framework has the name of one that ships with `copro`, and says something else. A further language is fine."
        ),
        why="Two different frameworks under one name could never be told apart. A released edition never changes.",
        do=marked("Give yours an id and an edition of your own. Say in `source` what it was made from."),
        example=Example(
            "a framework",
            wrong="""
            {"id": "copro-core", "edition": "2026"}
            """,
            place="`/id`",
            right="""
            {"id": "our-core", "edition": "1"}
            """,
        ),
    ),
)
