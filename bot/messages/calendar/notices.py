"""What a closed day sounds like."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.messages import dates
from bot.messages.calendar.words import span
from bot.messages.vocabulary import Message, bold, context, paragraph
from bot.model.meetings import Meeting


def closed(
    days: Sequence[date], back_on: datetime | None, meetings: Sequence[Meeting], zone: ZoneInfo
) -> Message:
    """The one notice of a closure."""
    said = f"No school on {span(days[0], days[-1])}."
    moves = f" What was planned for then comes on {dates.moment(back_on, zone)}." if back_on else ""
    needs = [f"the {one.title} of {dates.day(one.on)}" for one in meetings]
    asked = f" {needs[0][:1].upper()}{needs[0][1:]} needs a new time, and I ask for one." if needs else ""
    return Message(
        said,
        (
            paragraph(bold(said), f"{moves}{asked}"),
            context("I say nothing more until school is back."),
        ),
    )
