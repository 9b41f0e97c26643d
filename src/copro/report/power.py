"""Who holds which power, and what became of promises, in words."""

from collections.abc import Callable, Iterator

from copro.messages import counted, marked, message, say
from copro.model.power import Holdings, Power
from copro.model.scorecard import Scorecard
from copro.model.suppressed import Suppressed
from copro.model.values import MAIN_SIDES, MainSide
from copro.report import words

OWN_MEASURE = marked("These counts are this project's own measure. They never compare initiatives.")
NO_DECISIONS = marked("No decisions are on record.")
LOWER_IS_FINE = marked("A lower step can be the honest right answer for a decision.")

PARTICIPATION = (
    marked("done to"),
    marked("told"),
    marked("asked"),
    marked("involved"),
    marked("co-designing"),
    marked("co-producing"),
    marked("community-led"),
)

RIGHTS = {
    "initiate": marked("The right to start it: {held}."),
    "choose_who": marked("The right to choose who takes part: {held}."),
    "choose_how": marked("The right to choose how: {held}."),
    "choose_when": marked("The right to choose when: {held}."),
    "propose": marked("The right to propose: {held}."),
    "decide": marked("The right to decide: {held}."),
    "veto": marked("The right to say no: {held}."),
    "hold_budget": marked("The right to hold the budget: {held}."),
    "carry_out": marked("The right to carry it out: {held}."),
    "stop": marked("The right to stop it: {held}."),
    "judge": marked("The right to judge whether it worked: {held}."),
}


def power_lines(card: Scorecard) -> Iterator[str]:
    """Who holds which power, a sentence each."""
    power, language = card.power, card.assessment.language
    if power is None:
        yield message(NO_DECISIONS)
        return
    yield counted(
        "Of the {count} decision someone wrote down, {confirmed} are confirmed by both sides.",
        "Of the {count} decisions someone wrote down, {confirmed} are confirmed by both sides.",
        power.decisions,
        confirmed=power.confirmed,
    )
    if power.profile.total:
        yield message(
            "The community holds {held} of their {total} recorded rights, alone or jointly.",
            held=power.profile.shared + power.profile.community,
            total=power.profile.total,
        )
        yield message("These rights: {held}.", held=_holdings(power.profile))
    for right, holdings in power.by_right.items():
        yield message(RIGHTS[right], held=_holdings(holdings))
    for activity, holdings in power.by_activity.items():
        yield message("In {activity}: {held}.", activity=activity, held=_holdings(holdings))
    titles = {told.decision: told.title for told in power.participation}
    for decision in power.services_can_veto:
        yield message(
            "{decision}: the community has a part in deciding, but services alone can say no.",
            decision=say(titles[decision], language),
        )
    for left in power.unconfirmed:
        missing = words.joined([message(words.PARTY_NAMES[side]) for side in left.missing])
        yield message(
            "{decision}: not counted, not confirmed by {missing}.", decision=say(left.title, language), missing=missing
        )
    yield from _participation(power, language)
    yield message(OWN_MEASURE)


HELD: dict[str, Callable[[int], str]] = {
    "service": lambda count: counted("{count} held by services alone", "{count} held by services alone", count),
    "shared": lambda count: counted("{count} shared", "{count} shared", count),
    "community": lambda count: counted(
        "{count} held by the community alone", "{count} held by the community alone", count
    ),
    "others": lambda count: counted(
        "{count} held by nobody on either side", "{count} held by nobody on either side", count
    ),
}


def _holdings(held: Holdings) -> str:
    return words.joined([said(count) for holder, said in HELD.items() if (count := getattr(held, holder))])


SAID: dict[MainSide, str] = {
    "community": marked("the community ({people}): {step}"),
    "service": marked("services ({people}): {step}"),
}
SAID_IN_PRIVATE: dict[MainSide, str] = {
    "community": marked("the community: not shown (kept private)"),
    "service": marked("services: not shown (kept private)"),
}


def _participation(power: Power, language: str) -> Iterator[str]:
    lower = False
    for told in power.participation:
        said = []
        for side in MAIN_SIDES:
            one = told.sides[side]
            if isinstance(one.step, Suppressed):
                said.append(message(SAID_IN_PRIVATE[side]))
            elif one.step is not None:
                step = message(PARTICIPATION[one.step])
                said.append(message(SAID[side], people=words.people(one.people), step=step))
        if said:
            lower = True
            if told.promised is not None:
                said.insert(0, message("promised {step}", step=message(PARTICIPATION[told.promised])))
            yield message("{decision}: {steps}.", decision=say(told.title, language), steps=words.apart(said))
    if lower:
        yield message(LOWER_IS_FINE)
