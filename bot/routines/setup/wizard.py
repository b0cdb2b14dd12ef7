"""The way through the setup: where it stands, what the first two weeks would bring, and switching on."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from bot.errors import Refusal
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.model.settings import RoutineName, Settings
from bot.model.setup import Progress
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from bot.routines.settings.switching import Switched, switch
from bot.routines.setup.progress import progress
from bot.routines.setup.rewriting import Saved, ticked
from bot.routines.timetable import Timetable, Upcoming, WhatIsAhead
from storage.unit_of_work import UnitOfWork

TWO_WEEKS = timedelta(days=14)


class OpenSetup(Question):
    """`/ilt setup`."""


async def see(question: OpenSetup, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Progress:
    permit(actor, "setup")
    return await progress(work)


class SetupLater(Question):
    """Stop for now; everything is kept."""


async def later(question: SetupLater, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Progress:
    permit(actor, "setup-later")
    return await progress(work)


class SetRoutines(Command):
    on: Annotated[tuple[RoutineName, ...], Field(min_length=1)]


async def set_routines(command: SetRoutines, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Choose what the school begins with; once it is switched on, what is new is introduced at once."""
    permit(actor, "set-routines")
    switched = await switch(frozenset(command.on), work=work, by=actor.person_id, now=clock.now())
    return await ticked("routines", tuple(switched.said), actor=actor, work=work, clock=clock)


class Preview(Question):
    """What the first two weeks would bring."""


@dataclass(frozen=True, slots=True)
class Previewed:
    """The messages of the first two weeks, if the school were switched on now; soonest first."""

    ahead: tuple[Upcoming, ...]
    roster: Roster
    settings: Settings
    progress: Progress

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.roster.school.zone)


class Switch(Command):
    """Switch the school on."""


@dataclass(frozen=True, slots=True)
class SwitchedOn:
    progress: Progress
    switched: Switched


class Wizard:
    """What of the setup needs to know everything that lies ahead."""

    def __init__(self, timetable: Timetable) -> None:
        self._timetable = timetable

    async def preview(self, question: Preview, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Previewed:
        """List what would be said in the first two weeks. Nothing is sent by looking."""
        permit(actor, "setup-preview")
        settings = await work.settings.now()
        asked = WhatIsAhead(until=clock.now() + TWO_WEEKS, on=settings.on)
        ahead = await self._timetable.whats_ahead(asked, actor=actor, work=work, clock=clock)
        speaking = tuple(one for one in ahead if one.speaks)
        return Previewed(speaking, await work.people.roster(), settings, await progress(work))

    async def switch_on(self, command: Switch, *, actor: Actor, work: UnitOfWork, clock: Clock) -> SwitchedOn:
        """Let the bot begin: each routine that is on is introduced once, and nothing old is caught up on."""
        permit(actor, "switch-on")
        stands = await progress(work)
        if stands.live:
            raise Refusal("Your school is switched on already. /ilt settings shows everything.")
        if stands.missing:
            named = ", ".join(stands.missing)
            raise Refusal(f"Not quite yet. These parts are still open: {named}. Type /ilt setup to go on.")
        settings = await work.settings.now()
        now = clock.now()
        switched = await switch(settings.on, work=work, by=actor.person_id, now=now, going_live=True)
        await work.prospects.replace(())
        waiting = [one.key for one in await work.outbox.held()]
        await work.outbox.release(waiting, (await work.calendar.whole()).opening(now) or now)
        return SwitchedOn(await progress(work), switched)
