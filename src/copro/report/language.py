"""Which language something is told in, and what of it is not."""

import attrs

from copro.messages import counted, current, marked, message, same_language
from copro.model.outline import Outline, Paragraph, Section

LANGUAGE_NAMES = {
    "en": marked("English"),
    "en-x-easyread": marked("easy words"),
    "cy": marked("Welsh"),
    "ga": marked("Irish"),
    "gd": marked("Scottish Gaelic"),
    "sco": marked("Scots"),
}
"""What languages are called; any other is named by its tag."""


def language_name(tag: str) -> str:
    """What a language is called; its tag, where there is no name for it.

    >>> language_name("en-GB"), language_name("en-x-easyread"), language_name("fr")
    ('English', 'easy words', 'fr')
    """
    public, _, private = tag.lower().partition("-x-")
    known = f"{public.partition('-')[0]}-x-{private}" if private else public.partition("-")[0]
    return message(LANGUAGE_NAMES[known]) if known in LANGUAGE_NAMES else tag


def in_easy_words() -> bool:
    """Whether the current telling is in easy words, without signs and capitals that would hinder their readers."""
    return current().language.lower().endswith("-x-easyread")


def signed(outline: Outline) -> Outline:
    """Say at the end of an outline which language it is in, once all else has been said."""
    return attrs.evolve(
        outline,
        spoken=current().spoken,
        in_easy_words=in_easy_words(),
        language=Section(id="language", heading=message("The language of this report"), blocks=closing()),
    )


def closing() -> tuple[Paragraph, ...]:
    """Which language the telling was in, and how much was not in it, in sentences."""
    told = current()
    own = set() if told.catalogue is not None else set(told.sentences)
    other = {text: tag for text, tag in told.in_other_words.items() if text not in own}
    missed = told.instead_of or (None if same_language(told.spoken, told.language) else told.language)
    lines = [message("This report is in {language}.", language=language_name(told.spoken))]
    if missed is not None:
        lines.append(message("copro has no sentences of its own in {language}.", language=language_name(missed)))
    for tag in dict.fromkeys(other.values()):
        count = sum(one == tag for one in other.values())
        lines.append(
            counted(
                "{count} text has no {wanted}. It is in {language}.",
                "{count} texts have no {wanted}. They are in {language}.",
                count,
                wanted=language_name(told.language),
                language=language_name(tag),
            )
        )
    return tuple(map(Paragraph, lines))


def and_more(count: int) -> str:
    """That there are more, and how many."""
    return counted("and {count} more", "and {count} more", count)
