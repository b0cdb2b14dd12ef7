"""This computer's clock, held against a platform's."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.app.checkup.findings import Finding

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
