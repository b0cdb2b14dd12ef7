"""What came of a decision once it was out, as its record and its review say it."""

from bot.messages.relay import going as going_words
from bot.messages.relay import kit as kit_words
from bot.messages.vocabulary import Part, context
from bot.model.calendar import NoSchoolAhead
from bot.model.decisions import Decision
from bot.model.relaying import DAYS_TO_TALK
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


async def record(decision: Decision, sees: Viewer, work: UnitOfWork) -> list[Part]:
    """For the ILT: in how many teams it was talked about in time, and how it went."""
    if decision.relayed_at is None:
        return []
    day = sees.calendar.today(decision.relayed_at)
    try:
        last = sees.calendar.shift(day, DAYS_TO_TALK)
    except NoSchoolAhead:
        last = day
    talks = await work.relay.talks_on([day])
    in_time = {one.team for one in talks if one.discussed_on is not None and one.discussed_on <= last}
    lines = [kit_words.talked(len(in_time & set(decision.teams)), len(decision.teams))]
    lines += [line] if (line := await how_it_went(decision, work)) else []
    return [context(line) for line in lines]


async def how_it_went(decision: Decision, work: UnitOfWork) -> str:
    """What the last round came to, in a line; empty when there was none."""
    closed = await work.relay.rounds_about(decision.id)
    return going_words.last_line(closed[-1] if closed else None)
