"""The story of what people did together, told so that others can take something from it."""

import datetime as dt
from typing import Literal, get_args

import attrs

from copro.model.assessment import InitiativeName
from copro.model.values import FrozenMap, Party, Text, as_map, as_tuple, freeze, is_id, one_of, to_date

Form = Literal["text", "audio", "video", "image"]
Tense = Literal["lived", "futuring"]
Sharing = Literal["nobody", "group", "public"]


@attrs.frozen(kw_only=True)
class Teller:
    """Whose voice tells it.

    Attributes:
        side: The community, services, both together, or neither.
        who: In their own words; no name unless they want it.
    """

    side: Party = attrs.field(validator=one_of(get_args(Party)))
    who: Text = attrs.field(converter=freeze)


@attrs.frozen(kw_only=True)
class Consent:
    """How far everyone who can be recognised in it agrees to its being shown.

    Attributes:
        shared_with: ``nobody``, the ``group``, or the ``public``.
        date: When they agreed.
        note: What they asked for.
    """

    shared_with: Sharing = attrs.field(validator=one_of(get_args(Sharing)))
    date: dt.date | None = attrs.field(default=None, converter=to_date)
    note: Text | None = attrs.field(default=None, converter=freeze)


@attrs.frozen(kw_only=True)
class CaseStudy:
    """A case study, lived or imagined.

    Attributes:
        id: Its id; evidence of kind ``case_study`` with the same id points to it.
        title: Its title.
        told_by: Whose voice tells it.
        consent: How far it may be shown.
        setting: Where and among whom it happens.
        before: What was before.
        together: What people did together.
        power: How power moved.
        changed_for_people: What changed for people.
        changed_for_practitioners: What changed for practitioners.
        changed_for_organisation: What changed for the organisation.
        went_wrong: What went wrong.
        others_can_take: What others can take from it.
        language: BCP 47 tag of its plain strings.
        tense: ``lived``, or ``futuring``: told from a later year, looking back on what is imagined.
        told_from: The year that a futuring one is told from.
        form: ``text``, ``audio``, ``video`` or ``image``.
        media: Where a recording or picture is, as text; never opened.
        transcript: The words of a recording, or of what a picture shows.
        initiative: The initiative that it is about.
        framework: The framework, ``id@edition``, that ``principles`` belong to.
        principles: The principles that it says something about.
        date: When it was told.
        extra: Anything its users keep with it.
    """

    id: str = attrs.field(validator=is_id)
    title: Text = attrs.field(converter=freeze)
    language: str = "en"
    tense: Tense = attrs.field(default="lived", validator=one_of(get_args(Tense)))
    told_from: int | None = None
    told_by: Teller
    form: Form = attrs.field(default="text", validator=one_of(get_args(Form)))
    media: str | None = None
    transcript: Text | None = attrs.field(default=None, converter=freeze)
    consent: Consent
    date: dt.date | None = attrs.field(default=None, converter=to_date)
    initiative: InitiativeName | None = None
    framework: str | None = None
    principles: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    setting: Text = attrs.field(converter=freeze)
    before: Text = attrs.field(converter=freeze)
    together: Text = attrs.field(converter=freeze)
    power: Text = attrs.field(converter=freeze)
    changed_for_people: Text = attrs.field(converter=freeze)
    changed_for_practitioners: Text | None = attrs.field(default=None, converter=freeze)
    changed_for_organisation: Text | None = attrs.field(default=None, converter=freeze)
    went_wrong: Text = attrs.field(converter=freeze)
    others_can_take: Text = attrs.field(converter=freeze)
    extra: FrozenMap[object] = attrs.field(factory=FrozenMap, converter=as_map)

    @property
    def may_be_shared(self) -> bool:
        """Whether everyone agrees to its being public, and people who cannot hear or see can follow it."""
        return self.consent.shared_with == "public" and (self.form == "text" or self.transcript is not None)

    def __attrs_post_init__(self) -> None:
        """Refuse a futuring that does not say when it is told from, and a lived one that does."""
        if (self.tense == "futuring") != (self.told_from is not None):
            raise ValueError("told_from is for futuring, and futuring needs it")
