"""What a check does by itself: a vote closes at its bell, a question to teams ends, what rests is parked."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from bot.messages.consensus import told
from bot.messages.home import HomeShare
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.consensus import CheckState, ConsensusCheck
from bot.model.people import the_clock
from bot.permissions import may
from bot.ports import Clock
from bot.routines.consensus import ratifying
from bot.routines.consensus.ending import let_rest
from bot.routines.consensus.shown import eligible, move, post, still_so
from bot.routines.consensus.voting import all_in, close
from bot.routines.timetable import Due, not_before
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

SHOWN = 3
WHY: Mapping[CheckState, str] = {
    CheckState.VOICES: "the teams had 48 hours to answer",
    CheckState.VOTING: "the vote was open for 48 hours",
}


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """For each open check the moment at which it goes on by itself, and the faculty's votes."""
    found = [bell(check, work, after, until) for check in await work.consensus.open_ones()]
    return [one for one in found if one is not None] + list(await ratifying.due(work, after, until))


def bell(check: ConsensusCheck, work: UnitOfWork, after: datetime, now: datetime) -> Due | None:
    at = check.waits_until
    if at is None:
        return None
    return Due(
        key=f"consensus/{check.id}/bell/{check.state}/{at:%Y%m%d%H%M}",
        at=not_before(at, after),
        what=f"Consensus check {check.label}: {check.state}",
        why=WHY.get(check.state, "nobody went on with it for a while"),
        audience=Audience.ilt(),
        act=_ring(check, at, now, work),
        speaks=False,
    )


def _ring(
    check: ConsensusCheck, at: datetime, now: datetime, work: UnitOfWork
) -> Callable[[], Awaitable[Message | None]]:
    """It says what it comes to now, which is later than its moment after a time without the bot."""

    async def act() -> None:
        if check.waits_until != at:
            return
        roster, calendar = await work.people.roster(), await work.calendar.whole()
        await go_on(check, Viewer(the_clock(work.school), roster, calendar, now), work)

    return act


async def go_on(check: ConsensusCheck, sees: Viewer, work: UnitOfWork) -> None:
    """Count the votes; go on with the voices there are; park what nobody went on with."""
    if check.state is CheckState.VOTING:
        await close(check, sees, work)
    elif check.state is CheckState.VOICES and not check.unasked:
        move(check, CheckState.PRESSURE, sees)
        await post(check, "pressure", sees, work)
    else:
        await let_rest(check, sees, work)


async def left_the_ilt(person_id: str, work: UnitOfWork, now: datetime) -> None:
    """Somebody is no longer there to vote: what waited for nobody else closes."""
    sees = Viewer(the_clock(work.school), await work.people.roster(), await work.calendar.whole(), now)
    for check in await work.consensus.open_ones():
        if check.state is CheckState.VOTING and person_id in check.voters:
            await all_in(check, sees, work)


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """What waits: votes of mine, checks that the ILT or I must go on with, and the faculty's votes."""
    lines = list(await ratifying.waiting(viewer, work))
    me = viewer.actor.person_id
    checks = await work.consensus.open_ones()
    voting = [check.id for check in checks if check.state is CheckState.VOTING]
    voted = await work.consensus.voted(voting, me) if voting else frozenset()
    for check in checks:
        votes = check.id in voting and check.id not in voted
        can_vote = votes and (me in eligible(check, viewer.roster) or me in check.guests)
        if can_vote or (check.state is not CheckState.VOTING and may(viewer.actor, "see-check")):
            seen = may(viewer.actor, "see-check")
            lines.append(told.waits(check, can_vote=can_vote, can_see=seen))
    return HomeShare(waiting=tuple(lines[:SHOWN]))


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "consensus": still_so,
    "ratification": ratifying.still_awaits,
}
