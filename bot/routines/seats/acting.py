"""Who stands in for the school leader, without whom no agenda goes out (R-004)."""

from dataclasses import replace
from datetime import date, datetime
from typing import ClassVar

from bot.errors import Refusal
from bot.messages.seats import keeping as wording
from bot.messages.seats.keeping import Acting, ActingSheet
from bot.model.everybody import Roster
from bot.model.people import Actor, Duty, Role
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from bot.routines.seats.sheets import PERSON, moment, tell
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork


class WhoCouldAct(Question):
    """The form to name an acting leader."""


class NameActingLeader(Command):
    name_staff: ClassVar[frozenset[str]] = PERSON

    person: str
    until: date | None = None


class EndActing(Command):
    """End the acting leadership."""


def leaders(roster: Roster) -> list[str]:
    """The active school leaders, without anybody who acts."""
    held = {duty.person for duty in roster.duties if duty.role is Role.SCHOOL_LEADER}
    return [person.id for person in roster.people if person.id in held and person.active]


async def who_could_act(
    question: WhoCouldAct, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> ActingSheet:
    """Everybody but the school leader, the deputies and the ILT first."""
    permit(actor, "name-acting-leader")
    roster = await work.people.roster()
    first = [person.id for person in roster.holders(Role.DEPUTY, Role.ILT_MEMBER)]
    people = [one for one in roster.people if one.active and one.id not in leaders(roster)]
    people.sort(key=lambda one: one.id not in first)
    acts = roster.holders(Role.ACTING_LEADER)
    return ActingSheet(
        tuple((one.id, one.name) for one in people), acts[0].name if acts else "", bool(leaders(roster))
    )


async def name_acting(command: NameActingLeader, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Acting:
    """Let one person act as school leader, in place of whoever acted before; both are told."""
    permit(actor, "name-acting-leader")
    sees = await viewer(actor, work=work, clock=clock)
    person = sees.roster.person(command.person)
    if person is None or not person.active or person.id in leaders(sees.roster):
        raise Refusal("Please choose somebody else who works here.", field="person")
    if command.until and command.until < sees.today:
        raise Refusal("Please choose a day that is still ahead, or leave it empty.", field="until")
    waited = not sees.roster.holders(Role.SCHOOL_LEADER)
    await end_for_all(work, sees, keep=person.id)
    if person not in sees.roster.holders(Role.ACTING_LEADER):
        work.people.add(Duty(school=work.school, person=person.id, role=Role.ACTING_LEADER))
    await _until(command.until, work, actor.person_id, sees.now)
    acting = Acting(person.name, command.until, sees.roster.name(actor.person_id), waited)
    key = f"acting/{person.id}/{moment(sees.now)}"
    await tell(person.id, wording.you_act(acting), key, sees=sees, work=work)
    return acting


async def end_acting(command: EndActing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> list[str]:
    """End it now; whoever acted is told and thanked."""
    permit(actor, "end-acting-leader")
    sees = await viewer(actor, work=work, clock=clock)
    await _until(None, work, actor.person_id, sees.now)
    return await end_for_all(work, sees)


async def end_for_all(work: UnitOfWork, sees: Viewer, keep: str = "") -> list[str]:
    """Take the role from everybody who acts but `keep`, tell them, and return their names."""
    roster = await work.people.to_change()
    over = [one for one in roster.duties if one.role is Role.ACTING_LEADER and one.person != keep]
    await work.people.forget(over)
    for duty in over:
        key = f"acting/{duty.person}/over/{moment(sees.now)}"
        await tell(duty.person, wording.you_act_no_more(), key, sees=sees, work=work)
    await work.flush()
    return [roster.name(duty.person) for duty in over]


async def _until(until: date | None, work: UnitOfWork, by: str, now: datetime) -> None:
    settings = replace(await work.settings.now(), acting_until=until)
    await work.settings.change(settings, by=by, at=now)
