"""What is asked about a meeting that ends after the school closes on a half day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from bot.messages import dates
from bot.messages.forms import Form, NumberField
from bot.messages.meetings import agenda as wording
from bot.messages.meetings.posts import SEE_AGENDA
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph
from bot.model.agenda import Sheet
from bot.model.meeting_plan import SHORTEST_MEETING


@dataclass(frozen=True)
class OnHalfDay:
    """A meeting, and when the school closes on its day."""

    sheet: Sheet
    closes: time


def keep_shorten_or_move(found: OnHalfDay) -> Message:
    """To whoever facilitates, and to the school leader."""
    sheet = found.sheet
    day = {"day": sheet.meeting.day.isoformat()}
    closes = dates.clock_time(found.closes)
    return Message(
        f"{wording.day_of(sheet)} is a half day, and the {sheet.meeting.title} meets on it.",
        (
            paragraph(
                bold(f"{wording.day_of(sheet)} is a half day: school closes at {closes}. "),
                f"The {sheet.meeting.title} is planned for {wording.when(sheet)}.",
            ),
            paragraph("Keep it, shorten it, or move it?"),
            buttons(
                Button("Keep it", "keep-meeting", day),
                Button("Shorten it", "shorten-to", day),
                Button("Move it", "rebook-meeting", day),
            ),
            context(
                "Without an answer it stays as it is. Whoever facilitates and the school leader may say."
            ),
        ),
    )


def kept(sheet: Sheet) -> Message:
    words = f"It stays as it is: {wording.when(sheet)}, {sheet.meeting.minutes} minutes."
    return Message(words, (paragraph(words), buttons(SEE_AGENDA)))


def shorten(found: OnHalfDay, given: Mapping[str, Any]) -> Form:
    sheet = found.sheet
    now = sheet.meeting.minutes
    asked = f"The {sheet.meeting.title} on {wording.day_of(sheet)} takes {now} minutes."
    half = max(now // 2, SHORTEST_MEETING)
    return Form(
        "Shorten the meeting",
        "Shorten",
        (
            paragraph(asked),
            NumberField("minutes", "How many minutes?", SHORTEST_MEETING, now - 1, initial=half),
            context("Its agenda then has to fit. The ILT sees it on the agenda and in the calendar."),
        ),
        carries={"day": sheet.meeting.day.isoformat()},
    )
