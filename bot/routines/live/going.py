"""From one item to the next, and five minutes more."""

from datetime import date, datetime

from bot.errors import Refusal
from bot.messages.live import cards
from bot.messages.live.replies import Extended, Went
from bot.model.agenda_items import Outcome
from bot.model.live import MOST_EXTENSIONS, Result, RunLine
from bot.model.live_room import Room
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.live import asking, rounds
from bot.routines.live.room import at_hand, live_key, repaint, running, say, show_card, standing
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

ENOUGH = "This item has had its two extensions. Decide, park it, or give it to a small group."
LONG_ENOUGH = "The meeting has had its two extensions. Please end it now."


class NextItem(Command):
    day: date
    line: int


class ExtendItem(Command):
    day: date
    line: int


class ExtendMeeting(Command):
    day: date


async def go_on(command: NextItem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Went:
    """Say that an item is done, and begin the next."""
    room = await running(command.day, work)
    permit(actor, "next-item", *standing(room, actor))
    line = at_hand(room, command.line)
    return await settle(room, await _came_to(line, work), work, clock.now())


async def settle(room: Room, result: Result, work: UnitOfWork, now: datetime) -> Went:
    """End the line at hand with this result and begin the next; their cards and questions follow."""
    done = room.run.settle(result, now)
    following = room.run.line
    await repaint(room, done.number, work, now)
    await asking.withdraw(room, done, work, now)
    await rounds.forget(room, done, work, now)
    if following is None:
        await say(room, cards.through(room), f"through/{done.number}/answer", work, now)
    else:
        await show_card(room, following, work, now)
        await asking.offer(room, following, work, now)
    return Went(room, done, following)


async def _came_to(line: RunLine, work: UnitOfWork) -> Result:
    """What the line came to: decided, when a decision was recorded since it began."""
    if line.aim not in (Outcome.DECIDE, Outcome.DISCUSS) or line.is_frame or line.began_at is None:
        return line.usual
    newest = next(iter(await work.decisions.register()), None)
    return Result.DECIDED if newest and newest.decided_at >= line.began_at else line.usual


async def extend(command: ExtendItem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Extended:
    """Give the item five minutes more, once two want it and the facilitator is one of them (R-088)."""
    room = await running(command.day, work)
    run = room.run
    permit(actor, "extend-item", *standing(room, actor))
    line = at_hand(room, command.line)
    if line.extensions >= MOST_EXTENSIONS:
        raise Refusal(ENOUGH)
    run.want_more(actor.person_id)
    agreed = room.agreed(run.wanted_by())
    if agreed:
        run.extend()
    await repaint(room, line.number, work, clock.now())
    return Extended(room, line, agreed)


async def extend_meeting(command: ExtendMeeting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Extended:
    """Let the meeting go on for five minutes, once two want it."""
    room = await running(command.day, work)
    run = room.run
    permit(actor, "extend-meeting", *standing(room, actor))
    if not run.may_go_on:
        raise Refusal(LONG_ENOUGH)
    before = live_key(run.day, f"time/{run.more}")
    run.want_more(actor.person_id, whole=True)
    agreed = len(run.wanted_by(whole=True)) > 1
    if agreed:
        run.extend_meeting()
    said = cards.went_on(room) if agreed else cards.time(room)
    await work.outbox.edit(before, said, edit=f"{run.changes}", due_at=clock.now())
    return Extended(room, None, agreed)
