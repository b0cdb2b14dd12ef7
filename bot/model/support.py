"""What an ILT needs before its first meeting: a room, its time, and cover and pay for each team's speaker."""

from collections.abc import Collection, Iterable

ROOM, TIME = "room", "time"
COVER, PAY = "cover", "pay"
FOR_ALL = (ROOM, TIME)
FOR_EACH = (COVER, PAY)


def cover_of(team: str) -> str:
    return f"{COVER}/{team}"


def pay_of(team: str) -> str:
    return f"{PAY}/{team}"


def needed(teams: Iterable[str]) -> tuple[str, ...]:
    """Everything that is asked for: twice for the whole ILT, twice for whoever speaks for each team."""
    each = [f"{what}/{team}" for team in teams for what in FOR_EACH]
    return (*FOR_ALL, *each)


def gaps(teams: Iterable[str], confirmed: Collection[str]) -> tuple[str, ...]:
    """What nobody has confirmed yet, in its order."""
    return tuple(one for one in needed(teams) if one not in confirmed)
