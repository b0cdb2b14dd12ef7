"""What a meeting opens with: what was due by its day, as the owners themselves say it stands (R-027)."""

from datetime import date, datetime, timedelta

from bot.messages.commitments import posts
from bot.messages.vocabulary import Message
from bot.model.calendar import A_DAY
from bot.model.commitments import to_open_with
from bot.routines.commitments.shown import known, opening_key
from bot.routines.meetings.suggestions import plan_of
from storage.unit_of_work import UnitOfWork

A_YEAR = timedelta(days=366)


async def opens_with(day: date, work: UnitOfWork) -> Message | None:
    """What is said as the meeting of a day opens; None when nothing was due."""
    plan = await plan_of(work)
    on = plan.on(day).on
    before = max((one.on for one in plan.held(on - A_YEAR, on - A_DAY)), default=on - A_YEAR)
    found = await work.commitments.since(before)
    due = to_open_with(found, on, before)
    if not due:
        return None
    return posts.opening(due, known(await work.people.roster(), found), day)


async def repaint(now: datetime, work: UnitOfWork) -> None:
    """Let the card of the meeting that runs say how things stand now."""
    run = await work.live.running()
    message = await opens_with(run.day, work) if run else None
    if run and message:
        edit = f"{now:%Y%m%d%H%M%S%f}"
        await work.outbox.edit(opening_key(run.day), message, edit=edit, due_at=now)
