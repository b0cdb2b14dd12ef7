"""The day of a review: its owner is asked, after a week the ILT, and Home shows what is up for review."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime

from bot.messages.decisions import reviewing as wording
from bot.messages.home import Waiting
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.decisions import LASTING, Decision
from bot.model.decisions_life import DAYS_TO_REVIEW, is_up_for_review, review_day
from bot.model.everybody import Roster
from bot.model.people import Role
from bot.ports import Clock
from bot.routines.decisions import after
from bot.routines.decisions.reviewing import may_review
from bot.routines.decisions.shown import telling
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

SHOWN = 3


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """For each decision that stands or pauses, the question what becomes of it, and one reminder."""
    lasting = await work.decisions.lasting()
    if not lasting:
        return ()
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    found: list[Due] = []
    for decision in lasting:
        day = review_day(decision, calendar)
        if day is None:
            continue
        found.append(_asked(decision, day, calendar, asked(decision, roster), work))
        if (late := _late(day, calendar)) is not None:
            found.append(_asked(decision, late, calendar, Audience.ilt(), work, since=day))
    return found


def asked(decision: Decision, roster: Roster) -> Audience:
    """Whom it is asked: its reviewer or whoever recorded it, else the school leader, else the ILT."""
    reviewer = roster.person(decision.reviewer or decision.decided_by)
    if reviewer is not None and reviewer.active and not roster.is_away(reviewer.id):
        return Audience.person(reviewer.id)
    leader = roster.first_of(Role.SCHOOL_LEADER)
    return Audience.person(leader.id) if leader else Audience.ilt()


def _late(day: date, calendar: SchoolCalendar) -> date | None:
    try:
        return calendar.shift(day, DAYS_TO_REVIEW)
    except NoSchoolAhead:
        return None


def _asked(
    decision: Decision,
    on: date,
    calendar: SchoolCalendar,
    audience: Audience,
    work: UnitOfWork,
    since: date | None = None,
) -> Due:
    why = "five school days after its review was due" if since else "the day on which it is looked at again"
    return Due(
        key=f"decision/{decision.id}/review/{decision.reviews}/{on.isoformat()}" + ("/late" if since else ""),
        at=calendar.at(on, calendar.morning),
        what=f"Review of decision {decision.label}",
        why=why,
        audience=audience,
        act=_card(decision, since, work),
        reason=f"decision-review:{decision.id}/{decision.reviews}",
    )


def _card(
    decision: Decision, since: date | None, work: UnitOfWork
) -> Callable[[], Awaitable[Message | None]]:
    async def act() -> Message | None:
        told = await telling(decision, await work.people.roster(), work)
        return wording.card(told, since, await after.how_it_went(decision, work))

    return act


async def still_unreviewed(what: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether nobody has said yet what becomes of it."""
    decision_id, _, reviews = what.partition("/")
    decision = await work.decisions.find(decision_id)
    return decision is not None and decision.state in LASTING and str(decision.reviews) == reviews


async def waiting(viewer: Viewer, work: UnitOfWork) -> tuple[Waiting, ...]:
    """What is up for review and this person may review, the oldest first."""
    mine = [
        (one, day)
        for one in await work.decisions.lasting()
        if (day := review_day(one, viewer.calendar)) is not None
        and is_up_for_review(one, viewer.calendar, viewer.today)
        and may_review(one, viewer.actor)
    ]
    lines = tuple(wording.waiting(one, day) for one, day in mine[:SHOWN])
    left = len(mine) - len(lines)
    return (*lines, wording.more_waiting(left)) if left else lines
