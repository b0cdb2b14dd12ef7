"""Looking at what people said they would do: my own, the others', and the figures of the team."""

from bot.messages.commitments import listed as wording
from bot.messages.commitments.listed import Listed
from bot.messages.home import HomeShare
from bot.model.calendar import NoSchoolAhead
from bot.model.commitments import NUDGED, Commitment, follow_through, longest_blocked
from bot.model.people import Actor
from bot.model.voice import half_year
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.commitments.shown import known
from bot.routines.requests import Nothing
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork


async def look(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Listed:
    permit(actor, "commitments")
    return await _listed(await viewer(actor, work=work, clock=clock), work)


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """My own; nothing for whoever is not on the ILT."""
    if not may(viewer.actor, "commitments"):
        return HomeShare()
    return wording.home(await _listed(viewer, work))


async def _listed(sees: Viewer, work: UnitOfWork) -> Listed:
    first = half_year(sees.today)
    found = await work.commitments.since(first)
    open_ones = [one for one in found if one.is_open]
    mine = [one for one in open_ones if sees.actor.person_id in one.owners]
    blocked = longest_blocked(found)
    fewest = (await work.settings.now()).k
    return Listed(
        mine,
        [one for one in open_ones if one not in mine],
        known(sees.roster, found),
        follow_through(found, first, sees.today, fewest),
        blocked,
        _school_days(blocked, sees) if blocked else 0,
        [one for one in mine if is_asked(one, sees)],
    )


def is_asked(one: Commitment, sees: Viewer) -> bool:
    """Whether it waits for a word: it is nearly due, or was, and nobody has spoken of it since."""
    try:
        asked_on = sees.calendar.shift(one.due_on, -NUDGED)
    except NoSchoolAhead:
        asked_on = one.due_on
    is_late = sees.today > one.due_on
    since = one.due_on if is_late else asked_on
    return one.is_waited_for and sees.today >= asked_on and (one.said_on is None or one.said_on < since)


def _school_days(one: Commitment, sees: Viewer) -> int:
    since = one.waits_since or one.made_on
    return max(0, sum(1 for _ in sees.calendar.school_days(since, sees.today)) - 1)
