"""What the ILT needs before it meets: confirmed by the school leader, and its gaps as their tasks (R-060)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.messages.charter import support as wording
from bot.messages.charter.support import Checklist
from bot.messages.home import Waiting
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting
from bot.model.people import Actor, Role
from bot.model.settings import Settings
from bot.model.support import ASKED, COVER, FOR_ALL, PAY, gaps, needed, spoken_for
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Nothing
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


class ConfirmSupport(Command):
    """What is settled: for all, and the teams whose speaker has cover, and pay or time back."""

    basics: tuple[str, ...] = ()
    cover: tuple[str, ...] = ()
    pay: tuple[str, ...] = ()


async def checklist(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Checklist:
    permit(actor, "set-support")
    return as_list(await work.people.roster(), await work.settings.now())


async def confirm(command: ConfirmSupport, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Checklist:
    """Keep what is settled; what is not stays a task."""
    permit(actor, "set-support")
    roster, before = await work.people.roster(), await work.settings.now()
    ticked = {one for one in command.basics if one in FOR_ALL}
    ticked |= {f"{COVER}/{team}" for team in command.cover} | {f"{PAY}/{team}" for team in command.pay}
    known = frozenset(ticked & set(needed(spoken_for(roster))))
    after = replace(before, support=known | (before.support & {ASKED}))
    now = as_list(roster, after)
    about = (f"What the ILT needs: {now.needed - len(now.gaps)} of {now.needed} settled.",)
    await work.settings.change(after, by=actor.person_id, at=clock.now(), about=about)
    return now


def as_list(roster: Roster, settings: Settings) -> Checklist:
    teams = spoken_for(roster)
    names = {key: team.name for key in teams if (team := roster.team(key)) is not None}
    return Checklist(names, settings.support, gaps(teams, settings.support), len(needed(teams)))


async def waiting(viewer: Viewer, work: UnitOfWork) -> list[Waiting]:
    """The gaps, on the Home of the school leader: before the first meeting, and once they were named."""
    if not may(viewer.actor, "adopt-charter"):
        return []
    settings = await work.settings.now()
    now = as_list(viewer.roster, settings)
    if not now.gaps:
        return []
    first = await first_meeting(await plan_of(work), viewer.roster)
    is_ahead = first is not None and first.starts_at > viewer.now
    return [wording.waits(now)] if is_ahead or settings.support else []


async def first_meeting(plan: Plan, roster: Roster) -> Meeting | None:
    """The first meeting since the school began with the bot; None when none is planned."""
    if plan.series is None:
        return None
    since = max(plan.series.first, plan.calendar.today(roster.school.since))
    return next(plan.ahead(plan.calendar.at(since, roster.school.opens)), None)


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """When the first agenda is published, the school leader gets what is still open."""
    plan, roster = await plan_of(work), await work.people.roster()
    first, leader = await first_meeting(plan, roster), roster.first_of(Role.SCHOOL_LEADER)
    if first is None or leader is None:
        return ()
    at = plan.moments(first).publish
    if first.is_published:
        at = min(at, until)

    async def act() -> Message | None:
        settings = await work.settings.now()
        now = as_list(await work.people.roster(), settings)
        if not now.gaps:
            return None
        asked = replace(settings, support=settings.support | {ASKED})
        await work.settings.change(asked, by="clock", at=until, about=("What the ILT needs was asked for.",))
        return wording.gaps_open(now)

    return [
        Due(
            key=f"charter/support/{first.day.isoformat()}",
            at=at,
            what="What the ILT still needs",
            why="the first agenda is published",
            audience=Audience.person(leader.id),
            act=act,
            stale_at=first.ends_at,
        )
    ]
