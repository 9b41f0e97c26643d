"""Advice on a framework, and on its translations."""

from copro.findings.code import Code, Example
from copro.messages import marked

CODES = (
    Code(
        "no-source",
        "advice",
        means=marked("Nothing says where the framework comes from."),
        why="Readers want to know whose idea of good co-production this is.",
        do=marked('Add `source`, with a citation by which a reader can find it. "Written by us, 2026" is a source.'),
        example=Example(
            "a framework",
            wrong="""
            {"source": null}
            """,
            right="""
            {"source": {"citation": "Written by the lunch club, 2026."}}
            """,
        ),
    ),
    Code(
        "no-threshold-basis",
        "advice",
        means=marked("There are levels, and nothing says what their numbers rest on."),
        why="A number looks exact. Often it is somebody's judgement, and readers should know.",
        do=marked("Say so in `threshold_basis`."),
        example=Example(
            "a framework",
            wrong="""
            {"threshold_basis": null}
            """,
            place="`/levels`",
            right="""
            {"threshold_basis": "Our own judgement, 2026; not tried out."}
            """,
        ),
    ),
    Code(
        "no-descriptors",
        "advice",
        means=marked("Nothing says what can be seen at each step of an indicator."),
        why="Two people who saw the same may then rate differently.",
        do=marked("Write a sentence for each step, lowest first: what would you see there?"),
        example=Example(
            "a framework",
            wrong="""
            {"principles": [{"id": "power", "name": "Power", "indicators": [
              {"id": "power-menu", "statement": "Members decide what is cooked."}
            ]}]}
            """,
            place="`/principles/0/indicators/0`",
            right="""
            {"principles": [{"id": "power", "name": "Power", "indicators": [
              {"id": "power-menu", "statement": "Members decide what is cooked.",
               "descriptors": ["Staff decide.", "They decide together.", "Members decide."]}
            ]}]}
            """,
        ),
    ),
    Code(
        "placeholder-left",
        "advice",
        means=marked("A text is still the one that `copro new framework` wrote."),
        why='People would be shown "Write here".',
        do=marked("Write your own words there, or remove the part."),
        example=Example(
            "a framework",
            wrong="""
            {"summary": "Write here what the framework is for."}
            """,
            place="`/summary`",
            right="""
            {"summary": "What members and staff expect of one another."}
            """,
        ),
    ),
    Code(
        "translation-missing",
        "warning",
        means=marked("A text is not there in one of the framework's languages."),
        why="Readers of that language get a mixture of two.",
        do=marked("Translate it. If the language is not ready, leave it out until it is."),
        example=Example(
            "a framework, with `copro frameworks check`",
            wrong="""
            {"title": {"en": "Our lunch club", "cy": "Ein clwb cinio"}}
            """,
            place="`/scale/steps/0/name`",
            right="""
            {"title": {"en": "Our lunch club"}}
            """,
        ),
    ),
    Code(
        "translation-undeclared",
        "warning",
        means=marked("Nothing says who wrote the words in a language, and when."),
        why="Readers cannot ask anybody, and nobody can tell when the words fall behind.",
        do=marked(
            "Add it to `translations`. The hint gives the `source_digest`, which names what the words were made from."
        ),
        example=Example(
            "a framework, with `copro frameworks check`",
            wrong="""
            {"title": {"en": "Our lunch club", "cy": "Ein clwb cinio"}}
            """,
            place="`/translations`",
            right="""
            {"title": {"en": "Our lunch club", "cy": "Ein clwb cinio"}, "translations": [
              {"language": "cy", "by": "Two members", "date": "2026-05-02",
               "source_digest": "c77574ac4bb7afc047c1f46e49090e24486c16003ae27c3a7156392fdbcaffe0"}
            ]}
            """,
        ),
    ),
    Code(
        "translation-stale",
        "warning",
        means=marked("The framework's own words have changed since they were put into another language."),
        why="The two may now say different things, and people answer what they read.",
        do=marked(
            "Read both again and mend the translation. Then write the new `source_digest`, which the hint gives."
        ),
        example=Example(
            "a framework, with `copro frameworks check`",
            wrong="""
            {"title": {"en": "Our lunch club", "cy": "Ein clwb cinio"}, "translations": [
              {"language": "cy", "by": "Two members", "date": "2025-05-02",
               "source_digest": "0000000000000000000000000000000000000000000000000000000000000000"}
            ]}
            """,
            place="`/translations/0/source_digest`",
            right="""
            {"title": {"en": "Our lunch club", "cy": "Ein clwb cinio"}, "translations": [
              {"language": "cy", "by": "Two members", "date": "2026-05-02",
               "source_digest": "c77574ac4bb7afc047c1f46e49090e24486c16003ae27c3a7156392fdbcaffe0"}
            ]}
            """,
        ),
    ),
)
