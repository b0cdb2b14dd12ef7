"""What the ILT's questions add to somebody's Home."""

from bot.messages.campaigns import home as wording
from bot.messages.home import HomeShare
from bot.model.campaigns import CampaignState, asked, readers
from bot.permissions import may
from bot.routines.campaigns import pulse
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """Questions this person can answer and has not, with a name at least; and what waits to be summed up."""
    me = viewer.actor.person_id
    running = await work.campaigns.in_state((CampaignState.OPEN, CampaignState.CLOSED))
    mine = [
        one
        for one in running
        if one.state is CampaignState.OPEN and me in {person.id for person in asked(one, viewer.roster)}
    ]
    answered = await work.campaigns.answered_by(me, [one.id for one in mine]) if mine else frozenset()
    to_answer = [one for one in mine if one.id not in answered]
    to_sum_up = [
        one
        for one in running
        if one.state is CampaignState.CLOSED and readers(one, viewer.roster)[:1] == [viewer.person]
    ]
    return wording.share(
        to_answer=to_answer,
        to_sum_up=to_sum_up,
        pulses=await pulse.waiting(me, work),
        asks=may(viewer.actor, "campaigns"),
    )
