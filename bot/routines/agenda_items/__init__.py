"""What agenda items say of themselves and what follows: where they go, what they serve, what they bring."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from bot.messages.home import HomeShare
from bot.ports import Clock
from bot.routines.agenda_items.data import BringData as BringData
from bot.routines.agenda_items.data import before_data as before_data
from bot.routines.agenda_items.data import bring as bring
from bot.routines.agenda_items.hard import AboutHard as AboutHard
from bot.routines.agenda_items.hard import AddHard as AddHard
from bot.routines.agenda_items.hard import CloseHard as CloseHard
from bot.routines.agenda_items.hard import ParkHard as ParkHard
from bot.routines.agenda_items.hard import add_hard as add_hard
from bot.routines.agenda_items.hard import before_closing as before_closing
from bot.routines.agenda_items.hard import before_parking as before_parking
from bot.routines.agenda_items.hard import close_hard as close_hard
from bot.routines.agenda_items.hard import park_hard as park_hard
from bot.routines.agenda_items.routing import AboutInput as AboutInput
from bot.routines.agenda_items.routing import RouteInput as RouteInput
from bot.routines.agenda_items.routing import before_routing as before_routing
from bot.routines.agenda_items.routing import before_routing_anonymous as before_routing_anonymous
from bot.routines.agenda_items.routing import route as route
from bot.routines.agenda_items.routing import route_anonymous as route_anonymous
from bot.routines.agenda_items.shaping import AddLearning as AddLearning
from bot.routines.agenda_items.shaping import Shaped as Shaped
from bot.routines.agenda_items.shaping import ToMemo as ToMemo
from bot.routines.agenda_items.shaping import add_learning as add_learning
from bot.routines.agenda_items.shaping import to_memo as to_memo
from bot.routines.agenda_items.tags import SetTags as SetTags
from bot.routines.agenda_items.tags import TagStrategies as TagStrategies
from bot.routines.agenda_items.tags import before_tagging as before_tagging
from bot.routines.agenda_items.tags import before_tags as before_tags
from bot.routines.agenda_items.tags import coverage as coverage
from bot.routines.agenda_items.tags import set_tags as set_tags
from bot.routines.agenda_items.tags import tag_strategies as tag_strategies
from bot.routines.agenda_items.with_team import AboutThing as AboutThing
from bot.routines.agenda_items.with_team import give_back as give_back
from bot.routines.agenda_items.with_team import still_owed, still_with_team, with_my_team
from bot.routines.agenda_items.with_team import take_up as take_up
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
