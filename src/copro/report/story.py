"""Case studies, in words."""

from collections.abc import Iterable, Iterator

from copro.messages import ENGLISH, counted, marked, message, say, telling
from copro.model.case_study import CaseStudy
from copro.model.outline import Items, Outline, Paragraph, Section
from copro.report.language import signed

FORMS = {"text": marked("text"), "audio": marked("audio"), "video": marked("video"), "image": marked("image")}

IN_BRIEF = {
    "power": marked("How power moved: {words}"),
    "went_wrong": marked("What went wrong: {words}"),
    "others_can_take": marked("What others can take: {words}"),
}
"""What a list says of each story, by field."""

IN_FULL = {
    "setting": marked("Where, and among whom: {words}"),
    "before": marked("What was before: {words}"),
    "together": marked("What people did together: {words}"),
    "power": IN_BRIEF["power"],
    "changed_for_people": marked("What changed for people: {words}"),
    "changed_for_practitioners": marked("What changed for those who work in the service: {words}"),
    "changed_for_organisation": marked("What changed for the organisation: {words}"),
    "went_wrong": IN_BRIEF["went_wrong"],
    "others_can_take": IN_BRIEF["others_can_take"],
    "media": marked("Where it is: {words}"),
    "transcript": marked("Its words: {words}"),
}
"""What is told of one story, by field."""


def tell_stories(stories: Iterable[tuple[CaseStudy, str]], kept: int = 0, *, full: bool = False) -> Outline:
    """Say what stories that may be shared tell: whose voice, what moved, what others can take.

    Told in the language asked for with :func:`copro.speaking`, else in English.

    Args:
        stories: Each story, and the place where it is.
        kept: How many others there are that may not be shared.
        full: Whether all of each story is told.

    Returns:
        An outline, for a form of output such as :func:`copro.report.text.render` to lay out.

    >>> from copro import load
    >>> story = load("examples/walk-your-neighbourhood/the-tea-money.json")
    >>> tell_stories([(story, "tea.json")]).sections[0].heading
    'The tea money (an illustration, not a record) (tea.json)'
    """
    with telling(ENGLISH, carries_languages=True):
        sections = [
            Section(
                id=f"story-{number}",
                heading=f"{say(story.title, story.language)} ({place})",
                as_written=True,
                blocks=[Items(_told(story, full=full), "lines")],
            )
            for number, (story, place) in enumerate(stories, start=1)
        ]
        listed = counted(
            "{told} may be shared; {count} may not, and is not listed.",
            "{told} may be shared; {count} may not, and are not listed.",
            kept,
            told=len(sections),
        )
        return signed(Outline(sections=sections, closing=[Paragraph(listed)], short=listed))


def _told(story: CaseStudy, *, full: bool) -> Iterator[str]:
    language = story.language
    who, form = say(story.told_by.who, language), message(FORMS[story.form])
    yield (
        message("imagined, told from {year}; told by {who}; {form}", year=story.told_from, who=who, form=form)
        if story.tense == "futuring"
        else message("lived; told by {who}; {form}", who=who, form=form)
    )
    if full and story.initiative is not None:
        yield message("About: {initiative}", initiative=say(story.initiative.name, language))
    for field, told in (IN_FULL if full else IN_BRIEF).items():
        if (text := getattr(story, field)) is not None:
            yield message(told, words=say(text, language))
    if full and story.consent.note is not None:
        yield message("What those in it asked for: {words}", words=say(story.consent.note, language))
