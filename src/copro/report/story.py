"""A case study as plain text."""

from copro.messages import marked, message, say
from copro.model.case_study import CaseStudy
from copro.report.lines import wrapped

FORMS = {"text": marked("text"), "audio": marked("audio"), "video": marked("video"), "image": marked("image")}


def render(story: CaseStudy, place: str) -> str:
    """Render a case study in a few lines: whose voice, what moved, what others can take."""
    language = story.language
    who, form = say(story.told_by.who, language), message(FORMS[story.form])
    told = (
        message("imagined, told from {year}; told by {who}; {form}", year=story.told_from, who=who, form=form)
        if story.tense == "futuring"
        else message("lived; told by {who}; {form}", who=who, form=form)
    )
    lines = [
        *wrapped(f"{say(story.title, language)} ({place})"),
        *wrapped(told, "  "),
        *wrapped(message("How power moved: {words}", words=say(story.power, language)), "  "),
        *wrapped(message("What went wrong: {words}", words=say(story.went_wrong, language)), "  "),
        *wrapped(message("What others can take: {words}", words=say(story.others_can_take, language)), "  "),
    ]
    return "\n".join(lines) + "\n"
