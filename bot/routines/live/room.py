"""The meeting that runs, read once for whatever is done in it, and what is said in its thread."""

from datetime import date, datetime

from bot.errors import OutOfDate
from bot.messages.live import cards
from bot.messages.vocabulary import Message
from bot.model.agenda_items import AgendaItem
from bot.model.audiences import Audience
from bot.model.live import MeetingRun, RunLine
from bot.model.live_room import Room
from bot.model.meeting_plan import Plan
from bot.model.people import Actor, Relation, Role
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.suggestions import plan_of
from storage.unit_of_work import UnitOfWork

NOT_RUNNING = "That meeting does not run any more. Type /ilt agenda to see what is ahead."


def live_key(day: date, what: str) -> str:
    """The key of something said in a running meeting, under its agenda."""
    return key_of(day, f"live/{what}")


def card_key(run: MeetingRun, number: int) -> str:
    """The key of one line's card. It answers whoever went on to it, so it is said in quiet times too."""
    return live_key(run.day, f"card/{number}/answer")


def questions_key(run: MeetingRun, number: int) -> str:
    return live_key(run.day, f"questions/{number}/answer")


async def room_of(run: MeetingRun, plan: Plan, work: UnitOfWork) -> Room:
    """A run with all that is said around it."""
    roster = await work.people.roster()
    holders = await work.meetings.roles(run.day)
    return Room(
        run,
        plan.on(run.day),
        plan.calendar.zone,
        await _items(run, work),
        {role: holder.person for role, holder in holders.items()},
        {person.id: person.name for person in roster.people},
        frozenset(person.id for person in roster.holders(Role.SCHOOL_LEADER, Role.ACTING_LEADER)),
        await work.minutes.meetings_before(run.day) if run.is_running else 0,
    )


async def _items(run: MeetingRun, work: UnitOfWork) -> dict[str, AgendaItem]:
    return await work.live.items([line.item for line in run.lines if line.item])


async def running(day: date, work: UnitOfWork) -> Room:
    """The room of a meeting that runs; raises `OutOfDate` when it does not, or not any more."""
    run = await work.live.run(day)
    if run is None or not run.is_running:
        raise OutOfDate(NOT_RUNNING)
    return await room_of(run, await plan_of(work), work)


def standing(room: Room, actor: Actor) -> tuple[Relation, ...]:
    """Who has a role in the meeting may do what its facilitator may, should that one have to leave."""
    return (Relation.FACILITATOR,) if room.leads(actor.person_id) else ()


def at_hand(room: Room, number: int) -> RunLine:
    """The line with this number, when it is the one at hand; else an `OutOfDate` that says what is."""
    line = room.run.line
    if line is not None and line.number == number:
        return line
    done = room.run.numbered(number)
    was = f"“{room.title(done)}” is done already. " if done and done.result else ""
    now = f"Now it is “{room.title(line)}”." if line else "The agenda is through: press End."
    raise OutOfDate(f"{was}{now}")


async def say(room: Room, message: Message, what: str, work: UnitOfWork, now: datetime) -> None:
    """Say something in the agenda's thread, now."""
    await work.outbox.post(
        Audience.ilt(),
        message,
        key=live_key(room.run.day, what),
        due_at=now,
        thread=key_of(room.run.day, "agenda"),
        reason=f"meeting:{room.run.day.isoformat()}",
    )


async def show_card(room: Room, line: RunLine, work: UnitOfWork, now: datetime) -> None:
    """Post the card of a line that has just begun, and its questions to the facilitator."""
    await say(room, cards.item(room, line), f"card/{line.number}/answer", work, now)


async def repaint(room: Room, number: int, work: UnitOfWork, now: datetime) -> None:
    """Let the card of a line say how it stands now."""
    line = room.run.numbered(number)
    if line is not None:
        edit = f"{room.run.changes}"
        await work.outbox.edit(card_key(room.run, number), cards.item(room, line), edit=edit, due_at=now)
