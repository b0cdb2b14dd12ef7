"""What the time of a meeting could be for when little waits for it (R-054): less of it, learning, or a
thread without a meeting."""

from datetime import date, datetime

from bot.errors import OutOfDate
from bot.messages.agendas import threads
from bot.messages.agendas.threads import InThread, Shorter
from bot.messages.vocabulary import Message
from bot.model.agenda import LEARNING_BLOCK, Sheet
from bot.model.agenda_fit import shorter
from bot.model.agenda_items import AgendaItem, Focus, ItemKind, Outcome, Provenance
from bot.model.audiences import Audience
from bot.model.ids import new_id
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting, MeetingState
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.agendas.at_hand import AtHand, at_hand, standing
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.shapes import templates_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

ASYNC = "async_3day"
LEARNING = "Learning together: one thing to try"
FULL = "The agenda needs the whole meeting as it is now."
CLOSED = "The thread is closed, or the meeting would have begun already, so there is nothing to take back."
MEETS = "The ILT meets on that day; there is nothing to take back."


class ShortenMeeting(Command):
    """End the meeting when its agenda is done."""

    day: date


class UseForLearning(Command):
    """Let the free minutes be for learning together."""

    day: date


class MakeAsync(Command):
    """Settle it in a thread; nobody meets."""

    day: date


class MeetAfterAll(Command):
    """Take that back."""

    day: date


async def shorten(command: ShortenMeeting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shorter:
    """Give back the minutes the agenda does not need; the calendar and the agenda say so."""
    hand = await at_hand(command.day, "shorten-meeting", actor=actor, work=work, clock=clock)
    agenda = (await hand.sheet()).agenda
    minutes = shorter(agenda)
    if minutes >= agenda.length:
        raise OutOfDate(FULL)
    hand.kept().shorten(minutes)
    sheet = await hand.sheet()
    await hand.say_changed([threads.ends_at(sheet)])
    return Shorter(sheet, agenda.length - minutes)


async def learn(command: UseForLearning, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Put a learning block on the agenda that takes what is free."""
    hand = await at_hand(command.day, "use-for-learning", actor=actor, work=work, clock=clock)
    free = (await hand.sheet()).agenda.free
    if not free:
        raise OutOfDate(FULL)
    meeting = hand.kept()
    work.meetings.add(
        AgendaItem(
            school=work.school,
            day=meeting.day,
            title=LEARNING,
            minutes=free,
            provenance=Provenance.MEMBER,
            added_at=hand.now,
            outcome=Outcome.LEARN,
            source=LEARNING_BLOCK,
            by=actor.person_id,
            kind=ItemKind.INSTRUCTIONAL,
            focus=Focus.ADULT,
        )
    )
    await hand.say_changed([f"“{LEARNING}” takes the {free} minutes that were free"])
    return await hand.sheet()


async def make_async(command: MakeAsync, *, actor: Actor, work: UnitOfWork, clock: Clock) -> InThread:
    """Open a thread with the agenda instead of the meeting, for three school days; the ILT is told."""
    hand = await at_hand(command.day, "make-async", actor=actor, work=work, clock=clock)
    template = (await templates_of(work)).own(ASYNC)
    opens = hand.plan.calendar.next_open(hand.now)
    meeting = hand.kept()
    sheet = await hand.sheet()
    meeting.thread_until = hand.plan.calendar.shift(hand.plan.calendar.today(opens), template.days)
    now = InThread(await hand.sheet(), closes(meeting, hand.plan), opens)
    await work.outbox.post(
        Audience.ilt(),
        threads.opened(now, template),
        key=key_of(meeting.day, f"thread/{meeting.thread_until}"),
        due_at=opens,
        reason=f"meeting-thread:{meeting.day.isoformat()}",
    )
    if sheet.meeting.is_published:
        await _say(threads.instead(now), "instead", hand, key_of(meeting.day, "agenda"))
    return now


async def meet_after_all(command: MeetAfterAll, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Meet on the day as planned; the thread says so."""
    permit(actor, "meet-after-all", *await standing(command.day, actor, work))
    plan, now = await plan_of(work), clock.now()
    meeting = plan.written.get(command.day)
    if meeting is None or not meeting.is_in_thread:
        raise OutOfDate(MEETS)
    if meeting.starts_at <= now or meeting.state is MeetingState.CLOSED:
        raise OutOfDate(CLOSED)
    thread, meeting.thread_until = key_of(meeting.day, f"thread/{meeting.thread_until}"), None
    hand = AtHand(work, plan, await work.people.roster(), meeting, now)
    sheet = await hand.sheet()
    await _say(threads.after_all(sheet), "after-all", hand, thread)
    return sheet


async def _say(message: Message, what: str, hand: AtHand, thread: str) -> None:
    await hand.work.outbox.post(
        Audience.ilt(),
        message,
        key=key_of(hand.meeting.day, f"{what}/{new_id()}"),
        due_at=hand.plan.calendar.next_open(hand.now),
        thread=thread,
    )


def closes(meeting: Meeting, plan: Plan) -> datetime:
    """When the thread of a meeting closes: on its last day, or the school day after, at the hour at which
    agendas are published."""
    if plan.series is None or meeting.thread_until is None:
        raise LookupError("Only a meeting of a series is settled in a thread.")
    last = plan.calendar.on_or_after(meeting.thread_until)
    return plan.calendar.next_open(plan.calendar.at(last, plan.series.publish_at))
