"""What people are asked when the calendar took something from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.messages import dates
from bot.messages.cycles.view import PHASES
from bot.messages.vocabulary import Button, Buttons, Message, Part, bold, bullets, buttons, context, paragraph
from bot.model.cycles import PhaseName
from bot.model.meetings import Meeting


@dataclass(frozen=True, slots=True)
class NewDates:
    """One learning cycle's phases that are due on another day now, and with whom it is."""

    other: str
    phases: tuple[tuple[PhaseName, date], ...]


@dataclass(frozen=True, slots=True)
class LostCheckIn:
    """A 1:1 that fell away; `day` is its day in the rhythm, `on` the day it would have been on."""

    series: str
    day: date
    on: date
    other: str


def meeting_buttons(meeting: Meeting) -> Buttons:
    values = {"day": meeting.day.isoformat()}
    return buttons(
        Button("Rebook", "rebook-meeting", values, emphasis="primary"),
        Button("Skip it", "skip-meeting", values, confirm="Skip this meeting? Its items go to the next one."),
    )


def new_time(meeting: Meeting, zone: ZoneInfo) -> Message:
    """To the facilitator and the school leader."""
    when = dates.moment(meeting.starts_at, zone)
    said = f"There is no school on {dates.day(meeting.on)}: the {meeting.title} needs a new time."
    return Message(
        said,
        (
            paragraph(bold(said)),
            paragraph(f"It was planned for {when}. Rebook it, or skip it this once."),
            meeting_buttons(meeting),
            context("Items, roles and the agenda go with it. If it is skipped, items wait for the next one."),
        ),
    )


def new_dates(cycles: Sequence[NewDates], lost: int) -> Message:
    """All of one person's learning cycles in one message; the same words for both of a pair."""
    said = f"{dates.number_of(lost, 'school day')} lost: new dates in your learning cycles."
    parts: list[Part] = [paragraph(bold(said))]
    for one in cycles:
        lines = (f"{PHASES[name]}: by {dates.day(due)}" for name, due in one.phases)
        parts += [paragraph(f"With {one.other}:"), bullets(*lines)]
    return Message(
        "New dates in your learning cycles",
        (
            *parts,
            buttons(Button("Learning cycles", "cycle")),
            context("Reminders follow the new dates. Only the two of you can see this."),
        ),
        private=True,
    )


def find_another_time(lost: LostCheckIn) -> Message:
    """To each of the two."""
    said = f"There is no school on {dates.day(lost.on)}, so your 1:1 with {lost.other} falls away."
    values = {"series": lost.series, "day": lost.day.isoformat()}
    return Message(
        "About your 1:1",
        (
            paragraph(said),
            buttons(Button("Find another time", "move-checkin", values)),
            context("Or leave it: its topics wait for the next one. Only the two of you can see this."),
        ),
        private=True,
    )
