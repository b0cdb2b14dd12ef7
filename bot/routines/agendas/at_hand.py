"""The agenda somebody is making: its meeting, whether they may, and telling the ILT what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.errors import OutOfDate
from bot.messages.meetings import posts
from bot.model.agenda import Sheet
from bot.model.agenda_items import AgendaItem
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.ids import new_id
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting
from bot.model.people import Actor, Relation
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.sheets import items_of, sheet_of
from bot.routines.meetings.standing import roles_at
from bot.routines.meetings.suggestions import keep, plan_of
from storage.unit_of_work import UnitOfWork

OVER = "That meeting has begun, or it does not take place. /ilt agenda shows what is ahead."


@dataclass(frozen=True, slots=True)
class AtHand:
    """One meeting ahead with all that its agenda is made of."""

    work: UnitOfWork
    plan: Plan
    roster: Roster
    meeting: Meeting
    now: datetime

    def kept(self) -> Meeting:
        """The meeting, written down from now on."""
        return keep(self.meeting, self.work, self.plan)

    async def sheet(self) -> Sheet:
        """The agenda as it stands now, with what was changed just before."""
        await self.work.flush()
        return await sheet_of(self.meeting, self.plan, self.roster, self.work, self.now)

    async def items(self) -> Sequence[AgendaItem]:
        return await items_of(self.meeting, self.plan, self.work, self.now)

    async def say_changed(self, words: Sequence[str]) -> None:
        """Once the agenda is out, change it where it was posted, and say so in its thread."""
        if not self.meeting.is_published or not words:
            return
        day, stamp = self.meeting.day, new_id()
        due_at = self.plan.calendar.next_open(self.now)
        agenda = posts.published(await self.sheet(), is_late=False)
        await self.work.outbox.edit(key_of(day, "agenda"), agenda, edit=stamp, due_at=due_at)
        await self.work.outbox.post(
            Audience.ilt(),
            posts.changed_afterwards(self.meeting.on, words),
            key=key_of(day, f"changed/agenda/{stamp}"),
            due_at=due_at,
            thread=key_of(day, "agenda"),
            reason=f"meeting:{day.isoformat()}",
        )


async def at_hand(day: date, verb: str, *, actor: Actor, work: UnitOfWork, clock: Clock) -> AtHand:
    """The meeting of a day, for whoever may do this to its agenda; a `Refusal` when it has begun or falls
    out."""
    plan, now = await plan_of(work), clock.now()
    permit(actor, verb, *await standing(day, actor, work))
    if plan.series is None or not plan.takes_place(day) or plan.on(day).starts_at <= now:
        raise OutOfDate(OVER)
    if await work.live.run(day) is not None:
        raise OutOfDate(OVER)
    return AtHand(work, plan, await work.people.roster(), plan.on(day), now)


async def standing(day: date, actor: Actor, work: UnitOfWork) -> tuple[Relation, ...]:
    """What a person is to the agenda of a day."""
    return await roles_at(day, actor, work)
