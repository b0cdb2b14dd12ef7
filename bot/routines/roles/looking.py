"""Looking at the roles of the meetings ahead and at the counts of this half year; and the cap (R-079)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Annotated

from pydantic import Field

from bot.messages.home import HomeShare
from bot.messages.roles import page as wording
from bot.messages.roles.page import RolesOf, RolesPage
from bot.model.everybody import Roster
from bot.model.meeting_plan import Plan
from bot.model.meetings import MeetingState
from bot.model.people import Actor, Role
from bot.model.rotation import MeetingRole, RoleState, Service, administrators, led_by_administrators
from bot.model.voice import half_year
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.meetings.suggestions import plan_of
from bot.routines.meetings.turns import served_before
from bot.routines.requests import Command, Nothing
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

SHOWN = 3


class SetFacilitation(Command):
    percent: Annotated[int, Field(ge=0, le=100)]


async def look(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> RolesPage:
    permit(actor, "roles")
    sees = await viewer(actor, work=work, clock=clock)
    plan = await plan_of(work)
    first = half_year(sees.today)
    served = await served_before(sees.today, plan, work)
    since = [one for one in served if one.day >= first]
    return RolesPage(
        actor.person_id,
        await _ahead(plan, sees, work),
        {person.id: person.name for person in sees.roster.people},
        services(sees.roster, since),
        led_by_administrators(sees.roster, since, first),
        (await work.settings.now()).facilitation_cap,
        administrators(sees.roster),
        may(actor, "set-facilitation"),
    )


def services(roster: Roster, served: Sequence[Service]) -> Mapping[str, Mapping[MeetingRole, int]]:
    """How often each member had each role (R-078)."""
    return {
        person.id: {
            role: sum(one.person == person.id and one.role is role for one in served) for role in MeetingRole
        }
        for person in roster.holders(Role.ILT_MEMBER)
    }


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """What I do at the meetings ahead; nothing for whoever is not on the ILT."""
    if not may(viewer.actor, "roles"):
        return HomeShare()
    plan = await plan_of(work)
    names = {person.id: person.name for person in viewer.roster.people}
    return wording.home(RolesPage(viewer.actor.person_id, await _ahead(plan, viewer, work), names))


async def _ahead(plan: Plan, sees: Viewer, work: UnitOfWork) -> list[RolesOf]:
    if plan.series is None:
        return []
    found = []
    for meeting in islice(plan.ahead(sees.now), SHOWN):
        holders = await work.meetings.roles(meeting.day)
        closed = meeting.state is MeetingState.CLOSED
        state = RoleState.of(is_settled=meeting.is_drafted, is_over=closed)
        if holders or meeting.is_drafted:
            found.append(RolesOf(meeting.day, meeting.on, meeting.title, holders, state))
    return found


async def prepare_facilitation(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> int:
    permit(actor, "set-facilitation")
    return (await work.settings.now()).facilitation_cap


async def set_facilitation(command: SetFacilitation, *, actor: Actor, work: UnitOfWork, clock: Clock) -> int:
    """Say of how many meetings administrators may be proposed to lead; roles that are given stay."""
    permit(actor, "set-facilitation")
    before = await work.settings.now()
    if before.facilitation_cap != command.percent:
        said = (f"Administrators facilitate at most {command.percent}% of the meetings.",)
        after = replace(before, facilitation_cap=command.percent)
        await work.settings.change(after, by=actor.person_id, at=clock.now(), about=said)
    return command.percent
