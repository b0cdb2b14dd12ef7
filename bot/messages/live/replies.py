"""What somebody reads privately who pressed a button in a running meeting."""

from dataclasses import dataclass
from datetime import date

from bot.messages import dates
from bot.messages.live import words
from bot.messages.vocabulary import Message, bold, buttons, context, paragraph
from bot.model.live import RunLine
from bot.model.live_room import Room


@dataclass(frozen=True)
class Started:
    """`is_new` is False when somebody had started it before."""

    room: Room
    is_new: bool


@dataclass(frozen=True)
class Went:
    """A line is over; `line` is how it ended, `following` what is at hand now."""

    room: Room
    line: RunLine
    following: RunLine | None


@dataclass(frozen=True)
class Extended:
    """`agreed` is False while one more person has to press. Without a `line` it was the meeting."""

    room: Room
    line: RunLine | None
    agreed: bool


@dataclass(frozen=True)
class PutOff:
    """Something was parked, for `owner`; `went` is set when that ended the item at hand."""

    title: str
    owner: str
    back_on: date | None
    went: Went | None = None


@dataclass(frozen=True)
class Added:
    """Something new; without a `line` it went to the parking lot. `loses` gave it its minutes."""

    room: Room
    title: str
    line: RunLine | None = None
    loses: RunLine | None = None


def started(result: Started) -> Message:
    room = result.room
    begun = words.clock(room.run.started_at, room)
    said = f"The meeting is on: it began at {begun}." if result.is_new else f"It runs already, since {begun}."
    rest = "Each item has its card in the agenda's thread. Press Next when one is done."
    return Message(said, (paragraph(bold(said), f" {rest}"),))


def went(result: Went) -> Message:
    room, following = result.room, result.following
    came_to = f": {words.RESULTS[result.line.result]}" if result.line.result else ""
    done = f"{words.numbered(result.line, room)}{came_to}."
    if following is None:
        rest = "The agenda is through. Press End when you are done."
        return Message(done, (paragraph(done, f" {rest}"), buttons(words.end_button(room.run))))
    full_at = room.run.full_at()
    until = f", until {words.clock(full_at, room)}" if full_at else ""
    now = f"Now {words.numbered(following, room)}, {words.minutes(following.minutes)}{until}."
    return Message(
        done, (paragraph(done, " ", bold(now)), context("At the end you can change what became of it."))
    )


def extended(result: Extended) -> Message:
    room, line = result.room, result.line
    what = words.numbered(line, room) if line else "The meeting"
    if result.agreed:
        until = room.run.full_at() if line else room.run.end
        by = f" It has time until {words.clock(until, room)}." if until else ""
        said = f"{what} has five minutes more.{by}"
    elif line is None:
        said = "One more person has to press Extend 5. Then the meeting has five minutes more."
    else:
        said = "One more has to press Extend 5, and the facilitator has to be one of the two."
    return Message(said, (paragraph(said),))


def put_off(result: PutOff) -> Message:
    back = f" It is on the agenda of {dates.day(result.back_on)}." if result.back_on else ""
    said = f"Parked: “{result.title}”. {result.owner} looks after it.{back}"
    return Message("It is parked.", (paragraph(said),))


def added(result: Added) -> Message:
    room, line, loses = result.room, result.line, result.loses
    if line is None or loses is None:
        said = f"“{result.title}” is in the parking lot, and on the next agenda."
    elif loses.minutes:
        left = f"{words.numbered(loses, room)} has {words.minutes(loses.minutes)} now."
        said = f"“{result.title}” comes next, with {words.minutes(line.minutes)}. {left}"
    else:
        left = f"{words.numbered(loses, room)} comes back at the next meeting."
        said = f"“{result.title}” comes next, with {words.minutes(line.minutes)}. {left}"
    return Message("It is added.", (paragraph(said),))


def ended(room: Room) -> Message:
    at = words.clock(room.run.ended_at, room) if room.run.ended_at else ""
    said = f"The meeting ended at {at}. Thank you."
    rest = "How the time went is in the agenda's thread. What was not finished is on the next agenda."
    return Message(said, (paragraph(bold(said), f" {rest}"),))
