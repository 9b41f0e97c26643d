"""Assessments that only fair rules read well: who answered what, in a line or two each.

``python tests/fair.py`` writes each to ``tests/cases/fair``, where ``expected.md`` says what people should read.
"""

import itertools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

import copro
from copro.model.values import Rating, Unrated

FOLDER = Path(__file__).parent / "cases" / "fair"

SHORT, FULL = (copro.frameworks.get(name) for name in ("copro-core-short@2026", "copro-core@2026"))

USERS, CARERS, NEIGHBOURS = "people-using-services", "family-carers", "neighbours"
GROUPS, PEERS = "community-groups", "peer-workers"
STAFF, DECIDERS, BETWEEN = "practitioners", "decision-makers", "facilitators"

DK, NA = Unrated.DONT_KNOW, Unrated.NOT_APPLICABLE


@attrs.frozen(kw_only=True)
class People:
    """Some people of one perspective who all answer the same.

    Attributes:
        place: Their perspective.
        count: How many they are.
        rating: What they say everywhere; ``None`` is silence.
        but: Where they say something else: a statement, or the beginning of its id; ``None`` is silence.
        who: What each says of themselves.
        how: How each answer was given.
    """

    place: str
    count: int = 1
    rating: Rating | None = None
    but: Mapping[str, Rating | None] = attrs.field(factory=dict)
    who: Mapping[str, Any] = attrs.field(factory=dict)
    how: Mapping[str, Any] = attrs.field(factory=dict)

    def says(self, indicator: str) -> Rating | None:
        """What each says of a statement."""
        return next((said for start, said in self.but.items() if indicator.startswith(start)), self.rating)


def asked(
    title: str,
    *people: People,
    framework: copro.Framework = SHORT,
    taking_part: Mapping[str, int] | None = None,
    **more: Any,
) -> copro.Assessment:
    """An assessment in which these people answered."""
    stakeholders, responses = [], []
    numbers = itertools.count(1)
    for group in people:
        said = {i.id: told for i in framework.indicators if (told := group.says(i.id)) is not None}
        for _ in range(group.count):
            name = f"a{next(numbers)}"
            stakeholders.append(copro.Stakeholder(id=name, perspective=group.place, **group.who))
            responses.append(copro.Response(stakeholder=name, ratings=said, **group.how))
    return copro.Assessment(
        id="fair",
        title=title,
        framework=framework.name,
        initiative=copro.Initiative(id="fair", name=title, taking_part=taking_part or {}),
        stakeholders=stakeholders,
        responses=responses,
        **more,
    )


def also_listed(assessment: copro.Assessment, place: str, count: int) -> copro.Assessment:
    """The same, with people who were asked and did not answer."""
    silent = [copro.Stakeholder(id=f"silent-{number}", perspective=place) for number in range(count)]
    return attrs.evolve(assessment, stakeholders=[*assessment.stakeholders, *silent])


TEAM = (People(place=STAFF, count=2, rating=3), People(place=DECIDERS, rating=3))
TOP = (People(place=STAFF, count=2, rating=4), People(place=DECIDERS, rating=4))
TRUST = {"organisation": "The Trust"}
TOGETHER = {"answered": "group", "people": 9, "helped_by": "neither"}
SYSTEMS_NA = {"systems": NA}

STAR = copro.frameworks.get("star@2013")
STANDARDS = copro.frameworks.get("national-standards@2016")

LAST_OF_EACH = {theme.indicators[-1].id for theme in FULL.principles}
"""One statement of each principle of the full core."""


def cases() -> Iterator[tuple[str, copro.Assessment]]:
    """Each case, under its name."""
    allotment, day_centre, laundry = "Allotment", "Day centre", "Estate laundry"
    yield "allotment-all-threes", asked(allotment, People(place=NEIGHBOURS, count=5, rating=3), *TEAM)
    yield (
        "allotment-money-at-zero",
        asked(allotment, People(place=NEIGHBOURS, count=5, rating=3, but={"systems": 0}), *TEAM),
    )
    yield (
        "allotment-money-unknown",
        asked(allotment, People(place=NEIGHBOURS, count=5, rating=3, but={"systems": DK}), *TEAM),
    )
    for name, many, said in (("two-unknown", 2, DK), ("five-unknown", 5, DK), ("five-at-zero", 5, 0)):
        yield (
            f"day-centre-power-{name}",
            asked(
                day_centre,
                People(place=USERS, count=many, rating=3, but={"power": said}),
                People(place=CARERS, count=6 - many, rating=3),
                *TEAM,
            ),
        )
    yield (
        "minibus-most-could-not-say",
        asked(
            "Community minibus",
            People(place=USERS, count=3, rating=2, but={"capacity": DK, "systems": DK, "outcomes": DK}),
            People(place=CARERS, rating=2, but={"systems": DK}),
            People(place=STAFF, count=3, rating=2, but={"power": 3}),
            taking_part={"community": 31, "service": 4},
        ),
    )
    yield (
        "laundry-groups-only",
        asked(
            laundry,
            *(People(place=GROUPS, rating=3, who={"organisation": f"Group {letter}"}) for letter in "ABC"),
            *TEAM,
        ),
    )
    yield (
        "warm-line-peer-workers-only",
        asked("Night warm line", People(place=PEERS, count=4, rating=3, who=TRUST), *TEAM),
    )
    yield (
        "warm-line-one-carer-and-peer-workers",
        asked(
            "Night warm line",
            People(place=CARERS, rating=3),
            People(place=PEERS, count=3, rating=3, who={"pay_depends": "yes"}),
            *TEAM,
        ),
    )
    yield (
        "warm-line-peer-workers-of-own-life",
        asked(
            "Night warm line",
            People(place=PEERS, count=3, rating=3, who={"direct": "yes", "pay_depends": "yes"}),
            *TEAM,
        ),
    )
    yield (
        "house-run-by-its-tenants",
        asked(
            "House run by its tenants",
            People(place=USERS, count=7, rating=3),
            taking_part={"community": 7, "service": 0},
        ),
    )
    yield (
        "youth-cafe-decided-without-them",
        asked(
            "Youth café", *(attrs.evolve(p, but={"power": 0}) for p in (People(place=USERS, count=4, rating=2), *TEAM))
        ),
    )
    yield (
        "youth-cafe-treated-worse",
        asked(
            "Youth café",
            *(attrs.evolve(p, but={"networks": 1}) for p in (People(place=USERS, count=4, rating=3), *TEAM)),
        ),
    )
    yield (
        "ward-people-renamed",
        asked(
            "Ward",
            People(place=USERS, count=2, rating=3, but={"networks": 1}),
            People(place=CARERS, count=2, rating=3, but={"networks": 1}),
            People(place=STAFF, count=3, rating=3),
            terms={USERS: "Patients", CARERS: "Families", STAFF: "Nurses"},
        ),
    )
    yield from games()
    yield from rooms()


def games() -> Iterator[tuple[str, copro.Assessment]]:
    """Results that nobody should trust, or that the old rules made of honest ones."""
    low = People(place=USERS, count=24, rating=1)
    yield "estate-low-hired-high", asked("Estate office", low, People(place=PEERS, count=4, rating=4), *TOP)
    yield (
        "estate-low-friends-high",
        asked(
            "Estate office", low, People(place=PEERS, count=4, rating=4), People(place=GROUPS, count=4, rating=4), *TOP
        ),
    )
    yield "estate-all-at-zero", asked("Estate office", attrs.evolve(low, rating=0), *TOP)
    yield (
        "estate-one-of-another-mind",
        asked("Estate office", People(place=USERS, count=23, rating=0), People(place=USERS, rating=1), *TOP),
    )
    yield (
        "estate-half-low-half-high",
        asked("Estate office", People(place=USERS, count=8, rating=1), People(place=USERS, count=8, rating=3), *TEAM),
    )
    for name, framework in (("star", STAR), ("standards", STANDARDS)):
        steps = [step.value for step in framework.scale.steps]
        community, service = (
            next(p.id for p in framework.perspectives if p.side == side and (p.direct or side == "service"))
            for side in ("community", "service")
        )
        yield (
            f"estate-{name}-half-low-half-high",
            asked(
                "Estate office",
                People(place=community, count=6, rating=steps[0]),
                People(place=community, count=6, rating=steps[-1]),
                People(place=service, count=2, rating=steps[-1]),
                framework=framework,
            ),
        )
    yield (
        "library-one-reader-says-it-once",
        asked("Library", People(place=USERS, but={"access": 0}), People(place=PEERS, count=4, rating=4), *TOP),
    )
    yield (
        "library-three-readers-could-not-say",
        asked(
            "Library", People(place=USERS, count=3, rating=4, but={"systems": DK}), People(place=USERS, rating=4), *TOP
        ),
    )
    yield (
        "library-three-readers-at-zero",
        asked(
            "Library", People(place=USERS, count=3, rating=4, but={"systems": 0}), People(place=USERS, rating=4), *TOP
        ),
    )
    yield (
        "library-facilitator-on-what-does-not-apply",
        asked(
            "Library",
            *(attrs.evolve(p, but=SYSTEMS_NA) for p in (People(place=USERS, count=4, rating=4), *TOP)),
            People(place=BETWEEN, rating=4, but={"systems": 2}),
        ),
    )
    yield (
        "library-one-could-not-say-on-what-does-not-apply",
        asked(
            "Library",
            People(place=USERS, rating=4, but={"systems": DK}),
            *(attrs.evolve(p, but=SYSTEMS_NA) for p in (People(place=USERS, count=3, rating=4), *TOP)),
        ),
    )
    yield (
        "clinic-blank-staff-forms",
        asked(
            "Clinic",
            People(place=USERS, count=4, rating=3),
            People(place=STAFF, count=3, rating=2),
            People(place=STAFF, count=5),
        ),
    )
    yield (
        "clinic-only-blank-staff-forms",
        asked("Clinic", People(place=USERS, count=4, rating=1), People(place=STAFF, count=3)),
    )
    users = People(place=USERS, count=5, rating=2, but=dict.fromkeys(LAST_OF_EACH, 1))
    for name, said in (("rates-its-zeros", 0), ("skips-its-zeros", None), ("calls-its-zeros-not-applicable", NA)):
        zeros = People(place=STAFF, count=4, rating=4, but=dict.fromkeys(LAST_OF_EACH, said))
        yield f"clinic-{name}", asked("Clinic", users, zeros, framework=FULL)
    yield (
        "clinic-one-colleague-rates-the-rest",
        asked(
            "Clinic",
            users,
            People(place=STAFF, count=4, rating=4, but=dict.fromkeys(LAST_OF_EACH)),
            People(place=STAFF, rating=4, but=dict.fromkeys(LAST_OF_EACH, 3)),
            framework=FULL,
        ),
    )
    yield (
        "club-group-led-by-staff",
        asked(
            "Lunch club",
            People(place=USERS, rating=4, how={**TOGETHER, "helped_by": "service", "members_confirming": 2}),
            *TOP,
        ),
    )
    yield (
        "club-one-takes-part",
        asked(
            "Lunch club",
            People(place=USERS, rating=4),
            People(place=STAFF, count=2, rating=4),
            taking_part={"community": 1},
        ),
    )
    yield (
        "club-only-those-who-stayed",
        also_listed(asked("Lunch club", People(place=USERS, count=3, rating=4), *TOP), USERS, 9),
    )


def rooms() -> Iterator[tuple[str, copro.Assessment]]:
    """What a practitioner met in the room."""
    yield (
        "pool-one-cannot-get-in",
        asked(
            "Swimming pool",
            People(place=USERS, rating=3, but={"access": 0}),
            *(attrs.evolve(p, but={"access": NA}) for p in (People(place=USERS, count=8, rating=3), *TEAM)),
        ),
    )
    yield "elders-together-unconfirmed", asked("Elders' kitchen", People(place=GROUPS, rating=3, how=TOGETHER), *TEAM)
    yield (
        "elders-together-confirmed",
        asked("Elders' kitchen", People(place=GROUPS, rating=3, how={**TOGETHER, "members_confirming": 2}), *TEAM),
    )
    yield (
        "road-crossing-nobody-sees-the-money",
        asked(
            "Road crossing",
            *(People(place=place, count=2, rating=2, but={"systems": DK}) for place in (USERS, CARERS, NEIGHBOURS)),
            *TEAM,
        ),
    )
    yield (
        "flats-council-is-the-landlord",
        asked("Flats", People(place=USERS, count=4, rating=3, who={"organisation": "Council"}), *TEAM),
    )


def write() -> None:
    """Write every case."""
    for name, assessment in cases():
        plain = json.loads(copro.dumps(assessment))
        (FOLDER / f"{name}.json").write_text(json.dumps(plain, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
