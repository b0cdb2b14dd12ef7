"""Giving a meeting that lost its day another one."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.messages import dates
from bot.messages.forms import DateField, Form, TimeField
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph
from bot.model.calendar import SchoolCalendar
from bot.model.meetings import Meeting


def form(meeting: Meeting, calendar: SchoolCalendar, suggested: DateField) -> Form:
    was = dates.moment(meeting.starts_at, calendar.zone)
    at: time = calendar.local(meeting.starts_at).time()
    return Form(
        title="A new time",
        submit="Rebook",
        pieces=(
            context(f"The {meeting.title} was planned for {was}, {meeting.minutes} minutes."),
            suggested,
            TimeField("at", "At what time?", initial=at),
            context("The ILT is told. Items, roles and the agenda go with it."),
        ),
    )


def moved(meeting: Meeting, before: datetime, zone: ZoneInfo) -> Message:
    """To the ILT."""
    was, now = dates.moment(before, zone), dates.moment(meeting.starts_at, zone)
    said = f"The {meeting.title} of {was} is now on {now}."
    return Message(
        said,
        (
            paragraph(bold(said)),
            buttons(Button("See the agenda", "agenda")),
            context("Its items and roles stay as they are."),
        ),
    )


def skipped(meeting: Meeting, following: Meeting | None, zone: ZoneInfo) -> Message:
    """To the ILT."""
    said = f"The {meeting.title} of {dates.day(meeting.on)} is skipped."
    then = (
        f" We meet again on {dates.moment(following.starts_at, zone)}, with its items." if following else ""
    )
    return Message(said, (paragraph(bold(said), then), buttons(Button("See the agenda", "agenda"))))


def answered(said: str) -> Message:
    return Message(said, (paragraph(said),))


def rebooked(meeting: Meeting, zone: ZoneInfo) -> str:
    when = dates.moment(meeting.starts_at, zone)
    return f"The {meeting.title} is on {when} now. I tell the ILT, in contract hours."


def left_out(meeting: Meeting, following: date | None) -> str:
    then = f" Its items go to {dates.day(following)}." if following else ""
    return (
        f"The {meeting.title} of {dates.day(meeting.on)} is skipped.{then} I tell the ILT, in contract hours."
    )
