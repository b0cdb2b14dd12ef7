"""Looking at the next agenda, in full or from Home."""

from dataclasses import replace
from datetime import datetime

from bot.messages.home import HomeShare
from bot.messages.meetings import seen as wording
from bot.messages.meetings.drafting import Notes
from bot.messages.meetings.seen import Seen
from bot.messages.vocabulary import Part
from bot.model.agenda import Sheet
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation
from bot.model.rotation import MeetingRole
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.meetings.changes import on_agenda
from bot.routines.meetings.notes import notes_of
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Question
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


class SeeAgenda(Question):
    """The agenda of the next meeting, as far as it is and the person may see it."""


async def see(question: SeeAgenda, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Seen | None:
    """The next meeting as this person may see it; None when none is planned."""
    permit(actor, "agenda")
    seen = await _seen(actor, await work.people.roster(), work, clock.now())
    if seen is None:
        return None
    if not seen.for_ilt:
        return replace(seen, also=await _for_a_guest(seen.sheet, actor, work))
    listed = await on_agenda(work, clock)
    agenda = seen.sheet.agenda
    shown = {line.item for line in (*agenda.items, *agenda.memo)}
    mine = [item for item in listed.open_to(actor, "change-item") if item.id in shown]
    notes = await _notes(seen, actor, work, clock.now())
    also = (*await _guests(seen.sheet, actor, work), *await _also(actor, work, clock.now()))
    return Seen(seen.sheet, seen.for_ilt, seen.may_add, seen.roles, mine, notes, also)


async def _also(actor: Actor, work: UnitOfWork, now: datetime) -> tuple[Part, ...]:
    from bot.routines.live import looking  # what runs is an agenda's meeting, and so knows this module

    return await looking.lines(actor, work, now)


async def _guests(sheet: Sheet, actor: Actor, work: UnitOfWork) -> tuple[Part, ...]:
    from bot.routines.guests import looking  # guests are of a meeting's agenda, and so know this module

    return await looking.beside(sheet, actor, work)


async def _for_a_guest(sheet: Sheet, actor: Actor, work: UnitOfWork) -> tuple[Part, ...]:
    from bot.routines.guests import looking

    return await looking.for_me(sheet, actor, work)


async def _notes(seen: Seen, actor: Actor, work: UnitOfWork, now: datetime) -> Notes | None:
    """What a draft lacks, for whoever may still finish it."""
    own = [Relation.FACILITATOR] if MeetingRole.FACILITATOR in seen.roles else []
    if not may(actor, "finish-agenda", *own) or seen.sheet.meeting.starts_at <= now:
        return None
    return await notes_of(seen.sheet, await work.people.roster(), work)


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """When the next meeting is and what this person does there; to other staff once its agenda is out."""
    if not may(viewer.actor, "agenda"):
        return HomeShare()
    return wording.home(await _seen(viewer.actor, viewer.roster, work, viewer.now))


async def _seen(actor: Actor, roster: Roster, work: UnitOfWork, now: datetime) -> Seen | None:
    plan = await plan_of(work)
    meeting = plan.next(now)
    if meeting is None:
        return None
    sheet = await sheet_of(meeting, plan, roster, work, now)
    for_ilt = actor.is_any(Relation.ILT_MEMBER, Relation.SCHOOL_LEADER)
    return Seen(sheet, for_ilt, may(actor, "add-item"), _roles(sheet, actor))


def _roles(sheet: Sheet, actor: Actor) -> tuple[MeetingRole, ...]:
    return tuple(role for role, person in sheet.holders.items() if person == actor.person_id)
