"""What an ILT needs before its first meeting: a room, its time, and cover and pay for each team's speaker."""

from collections.abc import Collection, Iterable

from bot.model.everybody import Roster
from bot.model.people import Seat

ASKED = "asked"
"""Kept with what is confirmed, once the gaps were named: from then on they wait for the principal."""
ROOM, TIME = "room", "time"
COVER, PAY = "cover", "pay"
FOR_ALL = (ROOM, TIME)
FOR_EACH = (COVER, PAY)


def spoken_for(roster: Roster) -> tuple[str, ...]:
    """The teams that somebody speaks for, whose speaker needs cover and pay."""
    return tuple(team.key for team in roster.teams if roster.seated(team.key, Seat.REP, Seat.LEAD))


def needed(teams: Iterable[str]) -> tuple[str, ...]:
    """Everything that is asked for: twice for the whole ILT, twice for whoever speaks for each team."""
    each = [f"{what}/{team}" for team in teams for what in FOR_EACH]
    return (*FOR_ALL, *each)


def gaps(teams: Iterable[str], confirmed: Collection[str]) -> tuple[str, ...]:
    """What nobody has confirmed yet, in its order."""
    return tuple(one for one in needed(teams) if one not in confirmed)
