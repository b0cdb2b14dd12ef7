"""This computer's clock, held against a platform's."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.app.checkup.findings import Finding
from bot.app.core import Core
from storage.server_time import server_time

BESIDE_THE_SERVER = 5.0
"""Seconds that this computer's clock may differ from the database server's, which the bot goes by."""

SKEW = 60.0
"""Seconds that the two may differ: Slack and Teams refuse nothing below five minutes."""


def of(headers: Mapping[str, str], whose: str) -> list[Finding]:
    """Say whether this computer's clock agrees with the date in an answer's headers."""
    try:
        theirs = parsedate_to_datetime(headers["date"])
    except (KeyError, ValueError):
        return [Finding.unseen(f"{whose} did not say what time it is.")]
    ahead = (datetime.now(UTC) - theirs).total_seconds()
    if abs(ahead) <= SKEW:
        return [Finding.well(f"This computer's clock agrees with {whose}'s.")]
    way = "ahead of" if ahead > 0 else "behind"
    return [
        Finding.mend(
            f"This computer's clock is {round(abs(ahead) / 60)} minutes {way} {whose}'s. Set it right "
            "(turn on network time): reminders come at the wrong time, and requests may be refused."
        )
    ]


async def of_server(core: Core) -> list[Finding]:
    """Say whether this computer's clock agrees with the database server's; nothing for a file."""
    theirs = await server_time(core.engines.reader)
    return [] if theirs is None else [beside(datetime.now(UTC), theirs)]


def beside(ours: datetime, theirs: datetime) -> Finding:
    """Say whether a computer's clock agrees with that of the server, which the bot goes by."""
    ahead = (ours - theirs).total_seconds()
    if abs(ahead) <= BESIDE_THE_SERVER:
        return Finding.well("This computer's clock agrees with the database server's.")
    way = "ahead of" if ahead > 0 else "behind"
    return Finding.mend(
        f"This computer's clock is {round(abs(ahead))} seconds {way} the database server's. The bot goes by "
        "the server's. Set both right (turn on network time): Slack and Teams refuse a clock that is far off."
    )
