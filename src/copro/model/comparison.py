"""One initiative at several times, side by side."""

import datetime as dt

import attrs

from copro.model.finding import Finding
from copro.model.framework import Scale
from copro.model.scorecard import Interval, Status
from copro.model.suppressed import Figure
from copro.model.values import MainSide, Text, as_tuple, freeze


@attrs.frozen(kw_only=True)
class Occasion:
    """One of the assessments compared.

    Attributes:
        assessment: Its id.
        title: Its title.
        language: BCP 47 tag of the assessment's plain strings.
        until: The last day of the time it is about.
        status: Its status.
        level: Its level, where it has one.
        level_name: What that level is called.
    """

    assessment: str
    title: Text = attrs.field(converter=freeze)
    language: str = "en"
    until: dt.date | None = None
    status: Status
    level: int | None = None
    level_name: Text | None = attrs.field(default=None, converter=freeze)


@attrs.frozen(kw_only=True)
class Change:
    """What became of a figure between one occasion and the next.

    Attributes:
        value: The later figure minus the earlier; ``None`` where one is missing.
        interval: 95 % interval of the change; ``None`` where too few answered to say.
        is_clear: Whether the change is larger than its uncertainty: of a principle by Holm's rule over
            all of them, each side's own too; overall by its own interval.
    """

    value: float | None = None
    interval: Interval | None = None
    is_clear: bool = False


@attrs.frozen(kw_only=True)
class Course:
    """One figure over all occasions.

    Attributes:
        principle: The principle it belongs to; ``None`` for the overall figures.
        name: What that is called.
        side: The side it belongs to; ``None`` for the score of both.
        figures: The figure on each occasion.
        changes: From each occasion to the next: one fewer than the figures.
    """

    principle: str | None = None
    name: Text | None = attrs.field(default=None, converter=freeze)
    side: MainSide | None = None
    figures: tuple[Figure, ...] = attrs.field(converter=as_tuple)
    changes: tuple[Change, ...] = attrs.field(converter=as_tuple)


@attrs.frozen(kw_only=True)
class Comparison:
    """One initiative at several times, in the order given.

    Attributes:
        initiative: The initiative's id.
        name: What it is called.
        framework: The framework, ``id@edition``.
        scale: The scale of its ratings.
        language: BCP 47 tag of the framework's plain strings.
        occasions: The assessments compared.
        courses: Every figure over all occasions: overall first, then principle by principle.
        findings: What to keep in mind.
        spoken: BCP 47 tag of the language that the findings are said in.
    """

    initiative: str
    name: Text = attrs.field(converter=freeze)
    framework: str
    scale: Scale
    language: str
    occasions: tuple[Occasion, ...] = attrs.field(converter=as_tuple)
    courses: tuple[Course, ...] = attrs.field(converter=as_tuple)
    findings: tuple[Finding, ...] = attrs.field(default=(), converter=as_tuple)
    spoken: str = "en"
