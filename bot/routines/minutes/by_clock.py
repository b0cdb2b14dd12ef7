"""What happens to minutes by the clock: a backup is asked after an hour, after a day they are closed."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.messages.minutes import cards
from bot.model.audiences import Audience
from bot.model.live import CONFIRMED_WITHIN, MeetingRun
from bot.model.meeting_plan import Plan
from bot.model.minutes import TO_BACKUP, Minutes, MinutesState
from bot.model.rotation import MeetingRole, RoleHolder
from bot.ports import Clock
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.meetings.turns import next_in_turn
from bot.routines.minutes.drafting import ask
from bot.routines.minutes.record import record_of
from bot.routines.timetable import Due, not_before
from storage.unit_of_work import UnitOfWork


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The minutes that wait to be confirmed, and what becomes of them."""
    plan = await plan_of(work)
    found: list[Due] = []
    for minutes in await work.minutes.drafts():
        run = await work.live.run(minutes.day)
        if run is not None and run.ended_at is not None:
            found += [_asks_backup(minutes, run, plan, work, until), _leaves(minutes, run, plan, work, until)]
    silent = [replace(one, at=not_before(one.at, after)) for one in found]
    return [one for one in silent if one.at <= until]


async def is_not_confirmed(day: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the minutes of that day still wait for somebody to stand for them."""
    minutes = await work.minutes.of(date.fromisoformat(day))
    return minutes is not None and minutes.state is not MinutesState.CONFIRMED


REASONS = {"minutes": is_not_confirmed}


def _asks_backup(minutes: Minutes, run: MeetingRun, plan: Plan, work: UnitOfWork, now: datetime) -> Due:
    """An hour later somebody else is asked too; they read it in contract hours."""
    at = (run.ended_at or run.end) + TO_BACKUP

    async def act() -> None:
        backup = await _backup(minutes, plan, work)
        if backup is not None:
            minutes.asked = (*minutes.asked, backup)
            await work.flush()
            await ask(minutes, backup, plan.calendar.opening(now), work, is_backup=True)

    return _silent(minutes, "backup", at, "Somebody else is asked to confirm the minutes", act)


async def _backup(minutes: Minutes, plan: Plan, work: UnitOfWork) -> str | None:
    """Whose turn as a recorder is next, among those who have no other role in that meeting."""
    holder = RoleHolder(
        school=work.school,
        day=minutes.day,
        role=MeetingRole.RECORDER,
        person=next(iter(minutes.asked), ""),
        passed=minutes.asked,
    )
    return await next_in_turn(holder, plan, await work.people.roster(), work)


def _leaves(minutes: Minutes, run: MeetingRun, plan: Plan, work: UnitOfWork, now: datetime) -> Due:
    at = (run.ended_at or run.end) + CONFIRMED_WITHIN

    async def act() -> None:
        minutes.leave(now)
        await work.flush()
        opens = plan.calendar.opening(now)
        if opens is not None:
            await work.outbox.post(
                Audience.ilt(),
                cards.left(await record_of(minutes, work)),
                key=key_of(minutes.day, "minutes/said/left"),
                due_at=opens,
                thread=key_of(minutes.day, "agenda"),
                reason=f"minutes:{minutes.day.isoformat()}",
            )

    return _silent(minutes, "left", at, "The minutes are closed without confirmation", act)


def _silent(minutes: Minutes, what: str, at: datetime, named: str, act: Callable[[], Awaitable[None]]) -> Due:
    why = f"nobody has confirmed the minutes of {minutes.day.isoformat()}"
    return Due(key_of(minutes.day, f"minutes/{what}"), at, named, why, Audience.ilt(), act, speaks=False)
