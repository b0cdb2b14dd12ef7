"""Handing on what somebody had in hand about decisions, and what an acting leader finds on Home (R-099)."""

from collections.abc import Mapping

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.decisions import reassigning as wording
from bot.messages.decisions.reassigning import InHand, Reassigned, Reassigning
from bot.messages.home import Section
from bot.model.audiences import Audience
from bot.model.decisions import Decision
from bot.model.everybody import Roster
from bot.model.ids import new_id
from bot.model.people import Actor, Relation
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions.recording import helpers
from bot.routines.decisions.shown import open_record, opening, rewrite, telling
from bot.routines.decisions.supporting import sponsors, tell_the_sponsor
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NONE_OPEN = "No decision is open, so there is nothing to hand on. See: /ilt decisions"
PARTS = ("helper", "reviewer", "sponsor")


class WhatToReassign(Question):
    decision: str = ""


class Reassign(Command):
    """Who takes on what about a decision, by the decision's id: the form shows one at a time."""

    decision: str
    helper: dict[str, str | None] = Field(default_factory=dict)
    reviewer: dict[str, str | None] = Field(default_factory=dict)
    sponsor: dict[str, str | None] = Field(default_factory=dict)


async def prepare_reassigning(
    question: WhatToReassign, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Reassigning:
    permit(actor, "reassign-decision")
    roster = await work.people.roster()
    open_now = [await telling(one, roster, work) for one in await work.decisions.open()]
    if not open_now:
        raise OutOfDate(NONE_OPEN)
    return Reassigning(tuple(open_now), question.decision, takers(roster), sponsors(roster))


def takers(roster: Roster) -> Mapping[str, str]:
    return {person.id: person.name for person in helpers(roster)}


async def reassign(command: Reassign, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Reassigned:
    """Let others take it on, and tell each of them once, whatever they take on."""
    permit(actor, "reassign-decision")
    decision = await open_record(command.decision, "reassign-decision", actor=actor, work=work)
    sees = await viewer(actor, work=work, clock=clock)
    taken = changes(command, decision, sees.roster)
    if not taken:
        raise Refusal(wording.SAME, field=f"helper.{decision.id}")
    for part, person in taken.items():
        setattr(decision, part, person)
    if "sponsor" in taken and decision.support.is_promised:
        decision.supported_on = None
        await tell_the_sponsor(decision, sees, work)
    await tell(decision, taken, sees, work)
    if decision.is_public:
        await rewrite(decision, sees, work)
    return Reassigned(decision, tuple((part, sees.roster.name(who)) for part, who in taken.items()))


def changes(command: Reassign, decision: Decision, roster: Roster) -> dict[str, str]:
    """What somebody else takes on; raises `Refusal` where they cannot."""
    taken: dict[str, str] = {}
    for part in PARTS:
        now = getattr(decision, part) or (decision.decided_by if part == "reviewer" else None)
        who = getattr(command, part).get(decision.id)
        if not who or who == now:
            continue
        if who not in (sponsors(roster) if part == "sponsor" else takers(roster)):
            raise Refusal("Choose somebody who can take it on now.", field=f"{part}.{decision.id}")
        taken[part] = who
    return taken


async def tell(decision: Decision, taken: Mapping[str, str], sees: Viewer, work: UnitOfWork) -> None:
    told, by = await telling(decision, sees.roster, work), sees.roster.name(sees.actor.person_id)
    for person in dict.fromkeys(taken.values()):
        if person == sees.actor.person_id:
            continue
        parts = [part for part, who in taken.items() if who == person]
        await work.outbox.post(
            Audience.person(person),
            wording.taken_on(told, parts, by),
            key=f"decision/{decision.id}/taken-on/{new_id()}",
            due_at=opening(sees.calendar, sees.now),
        )


async def in_hand(sees: Viewer, work: UnitOfWork) -> list[Section]:
    """For whoever acts as leader, all that is open; for a leader as soon as somebody who had it has gone."""
    if not sees.actor.is_any(Relation.ACTING_LEADER, Relation.SCHOOL_LEADER):
        return []
    decisions = await work.decisions.open()
    acts = sees.actor.is_any(Relation.ACTING_LEADER)
    if not acts:
        decisions = [one for one in decisions if is_left(one, sees.roster)]
    if not decisions and not acts:
        return []
    found = InHand(
        tuple([await telling(one, sees.roster, work) for one in decisions]),
        questions=len(await work.decisions.open_questions()) if acts else 0,
        inputs=len(await work.inputs.unsettled()) if acts else 0,
        items=len(await work.meetings.open_items()) if acts else 0,
    )
    return [wording.section(found)]


def is_left(decision: Decision, roster: Roster) -> bool:
    """Whether somebody who had it in hand does not work here any more."""
    had = (decision.helper, decision.reviewer or decision.decided_by)
    people = (roster.person(person) for person in had)
    return any(person is None or not person.active for person in people)
