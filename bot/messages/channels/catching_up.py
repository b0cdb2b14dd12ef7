"""What a channel missed, said there once when it can be reached again."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.messages.dates import day
from bot.messages.vocabulary import Message, Part, bold, bullets, context, paragraph, text

MOST = 20


def digest(missed: Sequence[tuple[datetime, Message]], zone: ZoneInfo, *, to_a_team: bool) -> Message:
    """A line for each, oldest first."""
    line = "Catching up: this came while I could not post in this channel."
    shown = (text(bold(day(at.astimezone(zone).date())), f" {one.summary}") for at, one in missed[:MOST])
    parts: list[Part] = [paragraph(line), bullets(*shown)]
    if len(missed) > MOST:
        parts.append(context(f"And {len(missed) - MOST} more."))
    whose = "Your team's rep or lead has them in full. " if to_a_team else ""
    parts.append(context(f"{whose}/ilt decisions shows every decision."))
    return Message(line, tuple(parts))
