"""Once a month the ILT reads what the next PD could rest on, and what belongs to no strategy."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.messages import pd as wording
from bot.messages.home import HomeShare
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead
from bot.model.people import the_clock
from bot.ports import Clock
from bot.routines.pd.mapping import coherence_of
from bot.routines.pd.planning import sessions_of
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

STALE = timedelta(days=7)


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The second school day of each month, at the morning time: the first has news of its own."""
    calendar = await work.calendar.whole()
    month, last = calendar.today(after).replace(day=1), calendar.today(until)
    found: list[Due] = []
    while month <= last:
        try:
            at = calendar.morning_of(calendar.shift(calendar.on_or_after(month), 1))
        except NoSchoolAhead:
            break
        found.append(
            Due(
                key=f"pd/{month:%Y-%m}/design",
                at=at,
                what="PD design, and what belongs to no strategy",
                why="the second school day of the month",
                audience=Audience.ilt(),
                act=partial(_design, work, until),
                stale_at=at + STALE,
            )
        )
        month = (month + timedelta(days=31)).replace(day=1)
    return [one for one in found if after < one.at <= until]


async def _design(work: UnitOfWork, now: datetime) -> Message | None:
    """Nothing to rest on and nothing loose: then nothing is said."""
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    sees = Viewer(the_clock(work.school), roster, calendar, now)
    found, tree = await sessions_of(sees, work), await coherence_of(work)
    if not found.shelf.evidence and not tree.orphans:
        return None
    return wording.monthly(found, tree, sees.today)


async def home(sees: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The calendar shows the sessions; Home has nothing more to say of them."""
    return HomeShare()


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {}
