"""Which language something is told in, and what of it is not."""

import textwrap

import attrs

from copro.messages import as_said, counted, current, marked, message, same_language
from copro.model.outline import Items, Outline, Paragraph, Section

LANGUAGE_NAMES = {
    "en": marked("English"),
    "en-x-easyread": marked("Easy Read English"),
    "cy": marked("Welsh"),
    "ga": marked("Irish"),
    "gd": marked("Scottish Gaelic"),
    "sco": marked("Scots"),
}
"""What languages are called; any other is named by its tag."""

MOST_LISTED = 5
"""How many texts in another language are named before the rest are only counted."""


def language_name(tag: str) -> str:
    """What a language is called; its tag, where there is no name for it.

    >>> language_name("en-GB"), language_name("en-x-easyread"), language_name("fr")
    ('English', 'Easy Read English', 'fr')
    """
    public, _, private = tag.lower().partition("-x-")
    known = f"{public.partition('-')[0]}-x-{private}" if private else public.partition("-")[0]
    return message(LANGUAGE_NAMES[known]) if known in LANGUAGE_NAMES else tag


def is_easy_read() -> bool:
    """Whether the current telling is for readers of Easy Read."""
    return current().language.endswith("-x-easyread")


def signed(outline: Outline, *, whole: bool = False) -> Outline:
    """Say at the end of an outline which language it is in, once all else has been said.

    Args:
        outline: The outline.
        whole: Whether every text that is in another language is named, not only the first.
    """
    return attrs.evolve(
        outline,
        spoken=current().spoken,
        is_easy_read=is_easy_read(),
        language=Section(
            id="language",
            heading=message("The language of this report"),
            blocks=closing(None if whole else MOST_LISTED),
        ),
    )


def closing(most: int | None = MOST_LISTED) -> tuple[Paragraph | Items, ...]:
    """Which language the telling was in, and what was not in it.

    Args:
        most: How many texts are named before the rest are only counted; ``None`` for all.

    Returns:
        Sentences that say so; then the texts in another language, shortened, if there are any.
    """
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
    named = [as_said(textwrap.shorten(text, 70, placeholder=" ..."), tag) for text, tag in list(other.items())[:most]]
    if len(other) > len(named):
        named.append(and_more(len(other) - len(named)))
    return (*map(Paragraph, lines), *([Items(named)] if named else []))


def and_more(count: int) -> str:
    """That there are more, and how many."""
    return counted("and {count} more", "and {count} more", count)
