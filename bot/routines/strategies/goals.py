"""Telling all staff once a term what the school works on, and later what changed about that (R-047)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.errors import OutOfDate, Refusal
from bot.messages import dates
from bot.messages import strategies as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead
from bot.model.ids import new_id
from bot.model.people import Actor, School
from bot.model.strategies import Strategy, term_of
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

INTO_TERM, A_TERM = timedelta(days=14), timedelta(days=120)
STALE = timedelta(days=21)
NOTHING = "There is no active strategy yet. Begin with: New strategy"
NO_CHANNEL = (
    "There is no channel for all staff yet. Somebody who looks after ILT Bot can set it: /ilt channels"
)
TOLD = "All staff have been told this term. When a strategy changes, their post changes with it."


class AnnounceGoals(Command):
    """Tell all staff now what the school works on this term."""


def key_of(term: date) -> str:
    return f"goals/{term.isoformat()}"


async def announce(command: AnnounceGoals, *, actor: Actor, work: UnitOfWork, clock: Clock) -> str:
    """Post it, once a term; say when staff read it."""
    permit(actor, "announce-goals")
    sees = await viewer(actor, work=work, clock=clock)
    school, active = sees.roster.school, await work.strategies.active()
    if not active:
        raise Refusal(NOTHING)
    if not school.all_staff_channel:
        raise Refusal(NO_CHANNEL)
    at = sees.calendar.opening(sees.now) or sees.now
    term, _ = term_of(school.first_day, school.last_day, sees.today)
    message = wording.goals(active)
    if not await work.outbox.post_if_new(Audience.all_staff(), message, key=key_of(term), due_at=at):
        raise OutOfDate(TOLD)
    return "now" if at == sees.now else f"on {dates.moment(at, sees.calendar.zone)}"


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The announcement of each term that begins around two moments, two weeks into it."""
    school, calendar = await work.people.school_itself(), await work.calendar.whole()
    if school is None or not school.all_staff_channel or not await work.strategies.active():
        return ()
    found: list[Due] = []
    for term in {_term(school, calendar.today(moment)) for moment in (after, until)}:
        try:
            at = calendar.morning_of(calendar.on_or_after(term + INTO_TERM))
        except NoSchoolAhead:
            continue
        found.append(
            Due(
                key=key_of(term),
                at=at,
                what="What the school works on this term",
                why="two weeks into the term",
                audience=Audience.all_staff(),
                act=_tell(work),
                stale_at=at + STALE,
            )
        )
    return [one for one in found if after < one.at <= until]


def _term(school: School, today: date) -> date:
    return term_of(school.first_day, school.last_day, today)[0]


def _tell(work: UnitOfWork) -> Callable[[], Awaitable[Message | None]]:
    async def act() -> Message | None:
        active = await work.strategies.active()
        return wording.goals(active) if active else None

    return act


async def say_anew(sees: Viewer, work: UnitOfWork) -> None:
    """Let this term's post say how things stand now, with a dated note for each change since."""
    school = sees.roster.school
    term, _ = term_of(school.first_day, school.last_day, sees.today)
    ever = await work.strategies.ever()
    message = wording.goals([one for one in ever if one.active], notes(ever, term))
    await work.outbox.edit(key_of(term), message, edit=new_id(), due_at=sees.now)


def notes(strategies: Sequence[Strategy], term: date) -> list[tuple[date, str]]:
    """What changed in a term, oldest first."""
    found = [(one.on, f"{one.name}: {one.reason}") for each in strategies for one in each.changes_since(term)]
    return sorted(found)


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {}
"""What the school works on stays true; when it changes, the post is edited."""
