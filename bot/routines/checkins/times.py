"""Moving and skipping a check-in; the other of the two is told, and nobody else."""

from datetime import date, datetime, time, timedelta

from bot.errors import OutOfDate, Refusal
from bot.messages import checkins as wording
from bot.messages.checkins import CheckIn
from bot.messages.dates import clock_time
from bot.messages.dates import day as in_words
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead
from bot.model.checkins import CheckInChange, Diary, Occurrence
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.checkins.finding import Found, found, opens, show, without_spoken
from bot.routines.checkins.pages import OneCheckIn
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork


class MoveCheckIn(Command):
    series: str
    day: date
    to: date
    at: time


class SkipCheckIn(Command):
    series: str
    day: date


async def before_moving(question: OneCheckIn, *, actor: Actor, work: UnitOfWork, clock: Clock) -> CheckIn:
    one = await found(question.series, question.day, "move-checkin", actor=actor, work=work, clock=clock)
    return show(one.planned, one.diary, actor.person_id, one.sees)


async def move(command: MoveCheckIn, *, actor: Actor, work: UnitOfWork, clock: Clock) -> CheckIn:
    """Give one check-in another time, also one that was skipped or fell away; the rhythm after it stays."""
    one = await found(command.series, command.day, "move-checkin", actor=actor, work=work, clock=clock)
    _refuse_a_bad_day(command, one)
    _refuse_a_bad_time(command, one)
    before = show(one.planned, one.diary, actor.person_id, one.sees).when
    change = _change(one, actor, work)
    change.move(command.to, command.at, actor.person_id, one.sees.now)
    starts_at = one.diary.calendar.at(command.to, command.at)
    new = Occurrence(one.series, one.day, command.to, starts_at, change)
    diary = _with(one.diary, change)
    other = one.series.other(actor.person_id)
    message = wording.was_moved(without_spoken(new, diary, other, one.sees), before)
    await _tell(
        one, other, message, starts_at, f"moved:{one.series.id}/{one.day}/{starts_at.isoformat()}", work
    )
    return show(new, diary, actor.person_id, one.sees)


async def skip(command: SkipCheckIn, *, actor: Actor, work: UnitOfWork, clock: Clock) -> CheckIn:
    """Leave one check-in out; its topics wait for the next one."""
    one = await found(command.series, command.day, "skip-checkin", actor=actor, work=work, clock=clock)
    planned = one.occurrence
    if planned is None:
        raise OutOfDate(
            f"The 1:1 on {in_words(one.day)} is already skipped. Type /ilt checkin to see the next one."
        )
    change = _change(one, actor, work)
    change.skip(actor.person_id, one.sees.now)
    other = one.series.other(actor.person_id)
    message = wording.was_skipped(show(planned, one.diary, other, one.sees))
    await _tell(one, other, message, planned.starts_at, f"skipped:{one.series.id}/{one.day}", work)
    return show(planned, one.diary, actor.person_id, one.sees)


def _change(one: Found, actor: Actor, work: UnitOfWork) -> CheckInChange:
    """What is written of this day's deviation, begun when there is nothing yet."""
    change = one.diary.change(one.series, one.day)
    if change is None:
        change = CheckInChange(
            school=work.school,
            series=one.series.id,
            day=one.day,
            by=actor.person_id,
            changed_at=one.sees.now,
        )
        work.checkins.add(change)
    return change


def _with(diary: Diary, change: CheckInChange) -> Diary:
    others = [one for one in diary.changes if one is not change]
    return Diary(diary.series, (*others, change), diary.topics, diary.calendar)


def _refuse_a_bad_day(command: MoveCheckIn, one: Found) -> None:
    calendar = one.diary.calendar
    if not calendar.is_school_day(command.to):
        raise Refusal(
            f"{in_words(command.to)} is a day without school. {_next_after(command.to, one)}", field="to"
        )
    if command.to < one.sees.today:
        raise Refusal("That day is over. Choose a day ahead.", field="to")
    if one.following and command.to >= one.following.on:
        raise Refusal(
            f"Your next 1:1 is on {in_words(one.following.on)}. Choose a day before it, or skip this one.",
            field="to",
        )


def _next_after(day: date, one: Found) -> str:
    try:
        return f"The next school day is {in_words(one.diary.calendar.on_or_after(day))}."
    except NoSchoolAhead:
        return "Choose one within the school year."


def _refuse_a_bad_time(command: MoveCheckIn, one: Found) -> None:
    calendar = one.diary.calendar
    latest = _earlier(calendar.closes, one.series.minutes)
    if not calendar.opens <= command.at <= latest:
        raise Refusal(
            f"Choose a time from {clock_time(calendar.opens)} to {clock_time(latest)}, "
            "so that it ends within contract hours.",
            field="at",
        )
    starts_at = calendar.at(command.to, command.at)
    if starts_at <= one.sees.now:
        raise Refusal("That time is over. Choose a later one.", field="at")
    if one.occurrence and one.occurrence.starts_at == starts_at:
        raise Refusal("It is at that time already. Choose another one.", field="at")


def _earlier(wall: time, minutes: int) -> time:
    """The wall-clock time so many minutes before, on the same day."""
    midnight = datetime.combine(date.min, time.min)
    start = datetime.combine(date.min, wall) - midnight - timedelta(minutes=minutes)
    return (midnight + max(start, timedelta())).time()


async def _tell(
    one: Found, other: str, message: Message, starts_at: datetime, reason: str, work: UnitOfWork
) -> None:
    now = one.sees.now
    await work.outbox.post(
        Audience.person(other),
        message,
        key=f"checkin/{one.series.id}/{one.day}/{reason.partition(':')[0]}/{now.isoformat()}",
        due_at=opens(now, starts_at, one.sees),
        stale_at=starts_at,
        reason=f"checkin-{reason}",
        if_unknown="again",
    )
