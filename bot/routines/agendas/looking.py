"""What Home says of a meeting that is settled in a thread."""

from bot.messages.agendas import threads as wording
from bot.messages.home import HomeShare
from bot.model.meetings import MeetingState
from bot.model.people import Relation
from bot.permissions import may
from bot.routines.agendas.instead import closes
from bot.routines.meetings.suggestions import plan_of
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """To the ILT: the thread that stands for a meeting, while it is open."""
    if not viewer.actor.is_any(Relation.ILT_MEMBER, Relation.SCHOOL_LEADER) or not may(
        viewer.actor, "agenda"
    ):
        return HomeShare()
    plan = await plan_of(work)
    threads = [one for one in plan.written.values() if one.is_in_thread]
    open_ones = [one for one in threads if one.state is not MeetingState.CLOSED]
    if plan.series is None or not open_ones:
        return HomeShare()
    return wording.home([(one, closes(one, plan)) for one in open_ones], plan.calendar.zone)
