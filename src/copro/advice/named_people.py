"""Signs in a text that somebody can be known from it: titles with names, addresses, numbers.

They are guesses, made for English and for numbers as the United Kingdom writes them. A name that
stands alone is not seen. What was found is never given back, only what kind of thing it is.
"""

import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Literal

Sign = Literal["name", "email", "telephone", "health_number"]

NAME = r"[A-ZÀ-ÖØ-Þ](?:['\u2019][A-ZÀ-ÖØ-Þ])?[a-zß-öø-ÿ][\w'\u2019-]{0,30}"
NAMES = rf"({NAME}(?:\s{NAME}){{0,3}})"

WORDS: Mapping[str, list[str]] = json.loads((files("copro") / "data" / "signs" / "en.json").read_text(encoding="utf-8"))
"""Words that tell names from other words: people whom one speaks of, how sentences start, organisations, places."""


def any_of(*kinds: str) -> str:
    """A pattern of the words of some kinds."""
    return "|".join(word for kind in kinds for word in WORDS[kind])


PEOPLE = any_of("people")

CERTAIN_TITLE = re.compile(rf"\b(?:Mr|Mrs|Ms|Mx)\b\.?\s{NAMES}")
TITLE = re.compile(rf"\b(?:Miss|Dr|Prof|Professor|Cllr|Councillor|Rev|Reverend|Nurse)\b\.?\s{NAMES}")
SOMEBODY = re.compile(rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]+\s)?(?:{PEOPLE}),?\s{NAMES}")
CALLED = re.compile(
    rf"\b[Aa]n?\s(?:[a-z-]+\s)?(?:{PEOPLE}|man|woman|lady|gentleman|boy|girl|person|volunteer)\s(?:called|named)\s{NAMES}"
)

STARTERS = re.compile(any_of("starters"))
"""Words that a sentence starts with, after a title that ended the one before."""

NOT_A_PERSON = re.compile(any_of("organisations"))
"""Words of the names of places and organisations."""

NOT_A_NAME = re.compile(any_of("organisations", "calendar_and_places"))
"""Words that are no names after a title which may be a word of its own: "Miss Tuesday and it is gone"."""

EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
MAILBOXES = re.compile(any_of("mailboxes"))
"""Mailboxes that belong to no one person."""

TELEPHONE = re.compile(
    r"(?<![\w.,/£-])(?:(?:\+44[ -]?\(?0?\)?[ -]?|\(?0)[127]\d{1,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}|\+[1-9]\d(?:[ -]?\d){7,11})(?![\w/]|[.,]\d)"
)
HEALTH_NUMBER = re.compile(r"(?<![\w.,/£+-])(?:\d{3}[ -]?\d{3}[ -]?\d{4}|\d{6}[ -]?\d{4})(?![\w/]|[.,]\d)")
NAMED_NUMBER = re.compile(r"\b(?:CHI|NHS)(?: (?:number|no))?[ .:]{0,3}\d(?:[ -]?\d){9}(?!\d)", re.IGNORECASE)


def signs_of_people(text: str) -> tuple[Sign, ...]:
    """Say by what kinds of thing somebody may be known from a text; empty where nothing was found.

    Looked for are a title or a near person with a name after it, an e-mail address that is not an
    office's, a telephone number that is not a freephone's, and a number of ten digits that an NHS or
    CHI number could be: the last digit is the check digit, or "NHS" or "CHI" stands before it.

    >>> signs_of_people("Ask Mrs Example on 07700 900123.")
    ('name', 'telephone')
    >>> signs_of_people("The walk in Perth is on the last Friday in May.")
    ()
    """
    return tuple(dict.fromkeys(_signs(text)))


def _signs(text: str) -> Iterator[Sign]:
    if _names(text):
        yield "name"
    if "@" in text and any(not MAILBOXES.fullmatch(found[1].lower()) for found in EMAIL.finditer(text)):
        yield "email"
    if TELEPHONE.search(text):
        yield "telephone"
    if NAMED_NUMBER.search(text) or any(_has_check_digit(found[0]) for found in HEALTH_NUMBER.finditer(text)):
        yield "health_number"


def _names(text: str) -> bool:
    if any(_could_be_a_person(found[1], NOT_A_PERSON) for found in CERTAIN_TITLE.finditer(text)):
        return True
    return any(
        _could_be_a_person(found[1], NOT_A_NAME)
        for pattern in (TITLE, SOMEBODY, CALLED)
        for found in pattern.finditer(text)
    )


def _could_be_a_person(words: str, others: re.Pattern[str]) -> bool:
    """Whether words after a title are a name, by what they are not."""
    parts = [re.split("['\u2019]s$", word)[0] for word in words.split()]
    return not STARTERS.fullmatch(parts[0]) and not any(others.fullmatch(part) for part in parts)


def _has_check_digit(number: str) -> bool:
    """Whether ten digits end in their check digit: 11 less the sum of the first nine, times 10 down to 2, modulo 11."""
    digits = [int(digit) for digit in number if digit.isdigit()]
    check = -sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    return len(set(digits)) > 1 and digits[9] == check
