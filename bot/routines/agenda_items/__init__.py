"""What agenda items say of themselves and what follows: where they go, what they serve, what they bring."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from bot.messages.home import HomeShare
from bot.ports import Clock
from bot.routines.agenda_items.routing import AboutInput as AboutInput
from bot.routines.agenda_items.routing import AboutThing as AboutThing
from bot.routines.agenda_items.routing import RouteInput as RouteInput
from bot.routines.agenda_items.routing import before_routing as before_routing
from bot.routines.agenda_items.routing import before_routing_anonymous as before_routing_anonymous
from bot.routines.agenda_items.routing import give_back as give_back
from bot.routines.agenda_items.routing import route as route
from bot.routines.agenda_items.routing import route_anonymous as route_anonymous
from bot.routines.agenda_items.routing import still_owed, still_with_team, with_my_team
from bot.routines.agenda_items.routing import take_up as take_up
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """Nothing of this happens by the clock."""
    return ()


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """What is with this person's team, to be taken up or given back."""
    return await with_my_team(viewer, work)


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "with-team": still_with_team,
    "input-owed-again": still_owed,
}
