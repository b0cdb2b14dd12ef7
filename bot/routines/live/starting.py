"""Starting a meeting: by its facilitator, and by somebody else when that one is not there."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.errors import OutOfDate, Refusal
from bot.messages import dates
from bot.messages.live import cards
from bot.messages.live.replies import Started
from bot.model.agenda import Line
from bot.model.agenda_templates import Part
from bot.model.live import MeetingRun, RunLine
from bot.model.live_room import Room
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting
from bot.model.people import Actor, Relation
from bot.model.rotation import MeetingRole, RoleHolder
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.commitments.opening import opens_with
from bot.routines.live import asking
from bot.routines.live.room import room_of, say, show_card
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

STANDING_IN = timedelta(minutes=5)
"""So long after its planned start anybody of the ILT may start a meeting."""
FRAME = (Part.OPENING, Part.CLOSING)
OVER = "That meeting is over. Type /ilt agenda to see the next one."


class StartMeeting(Command):
    day: date


async def start(command: StartMeeting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Started:
    """Begin the meeting, once; whoever presses later, or again, learns that it runs."""
    plan, now = await plan_of(work), clock.now()
    meeting, run = plan.on(command.day), await work.live.run(command.day)
    holders = await work.meetings.roles(meeting.day)
    _permit(actor, meeting, holders.get(MeetingRole.FACILITATOR), plan, now)
    if run is not None:
        if not run.is_running:
            raise OutOfDate(OVER)
        return Started(await room_of(run, plan, work), is_new=False)
    refusal = refusal_of(meeting, plan, now)
    if refusal is not None:
        raise refusal
    stands_in = await _credit(actor, meeting, holders, work)
    room = await _begun(meeting, plan, work, now)
    if stands_in:
        await say(room, cards.facilitates(room), "facilitator/answer", work, now)
    return Started(room, is_new=True)


def _permit(actor: Actor, meeting: Meeting, holder: RoleHolder | None, plan: Plan, now: datetime) -> None:
    """The facilitator, the school leader; a little later whoever is on the ILT."""
    facilitates = holder is not None and actor.person_id in (holder.person, *holder.passed)
    is_late = now >= meeting.starts_at + STANDING_IN
    stands_in = is_late and actor.is_any(Relation.ILT_MEMBER)
    given = (Relation.FACILITATOR,) if facilitates or stands_in else ()
    if not may(actor, "start-meeting", *given) and actor.is_any(Relation.ILT_MEMBER):
        at = plan.calendar.local(meeting.starts_at + STANDING_IN)
        raise Refusal(
            "The facilitator or the school leader presses Start. "
            f"If nobody has by {dates.clock_time(at.time())}, you can."
        )
    permit(actor, "start-meeting", *given)


def refusal_of(meeting: Meeting, plan: Plan, now: datetime) -> Refusal | None:
    """Why a meeting cannot be started at this moment, whoever asks; None when it can."""
    if not plan.takes_place(meeting.day):
        return Refusal("There is no school that day, so this meeting falls out. /ilt agenda shows the next.")
    if meeting.ends_at <= now:
        return OutOfDate(OVER)
    if now < plan.moments(meeting).roles:
        at = dates.moment(plan.moments(meeting).roles, plan.calendar.zone)
        return Refusal(f"It is too early. You can start from {at} on.")
    if not meeting.is_published or meeting.thread_until is not None:
        return Refusal("The agenda is not published yet. Publish it first: /ilt agenda shows the draft.")
    return None


async def _credit(
    actor: Actor, meeting: Meeting, holders: dict[MeetingRole, RoleHolder], work: UnitOfWork
) -> bool:
    """Whoever leads it has had the turn; True when that is somebody else than planned. A school leader who
    presses for the facilitator takes nobody's turn."""
    holder = holders.get(MeetingRole.FACILITATOR)
    if holder is None or holder.person == actor.person_id or actor.is_any(Relation.SCHOOL_LEADER):
        return False
    holder.hand_to(actor.person_id)
    await work.flush()
    return True


async def _begun(meeting: Meeting, plan: Plan, work: UnitOfWork, now: datetime) -> Room:
    """Keep the run with the agenda as it stands, and show the first item."""
    sheet = await sheet_of(meeting, plan, await work.people.roster(), work, now)
    run = MeetingRun(
        school=work.school,
        day=meeting.day,
        planned_start=meeting.starts_at,
        planned_end=meeting.ends_at,
        started_at=now,
        lines=lines_of(sheet.agenda.lines),
        facilitator=sheet.holders.get(MeetingRole.FACILITATOR),
    )
    run.begin(now)
    work.live.add(run)
    await work.flush()
    room = await room_of(run, plan, work)
    promised = await opens_with(meeting.day, work)
    if promised is not None:
        await say(room, promised, "promised/answer", work, now)
    if run.line is not None:
        await show_card(room, run.line, work, now)
        await asking.offer(room, run.line, work, now)
    return room


def lines_of(lines: Sequence[Line]) -> tuple[RunLine, ...]:
    """The lines of an agenda that have minutes, as a meeting runs through them."""
    timed = [line for line in lines if line.minutes]
    return tuple(
        RunLine(
            number,
            line.minutes,
            line.minutes,
            line.outcome,
            line.provenance,
            "" if line.item else line.title,
            line.item,
            line.part in FRAME,
            line.strategy,
            line.kind,
        )
        for number, line in enumerate(timed, start=1)
    )
