"""Giving a meeting another day, or leaving it out this once, and what that does to the ILT's time."""

from collections.abc import Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.messages import dates
from bot.messages.calendar.asking import meeting_buttons
from bot.messages.forms import CheckField, ChoiceField, DateField, Form, Option, TextField, TimeField
from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph, text
from bot.model.calendar import SchoolCalendar
from bot.model.meetings import Meeting
from bot.model.people import in_words
from bot.model.protected import Cause, ProtectedTime, cause_of

REASON = 120
CAUSES: Mapping[Cause, str] = {
    Cause.TESTING: "testing",
    Cause.COVER: "no cover for somebody",
    Cause.DISTRICT: "the district needs the time",
    Cause.CLOSED: "no school that day",
    Cause.URGENT: "something urgent",
    Cause.OTHER: "something else",
}
LABELS: Mapping[Cause, str] = {
    Cause.TESTING: "Testing",
    Cause.COVER: "No cover for somebody",
    Cause.DISTRICT: "The district needs the time",
    Cause.CLOSED: "No school that day",
    Cause.URGENT: "Something urgent",
    Cause.OTHER: "Something else",
}


def form(meeting: Meeting, calendar: SchoolCalendar, suggested: date | None, *, lost: bool) -> Form:
    """A cause, and a new day or an explicit skip."""
    was = dates.moment(meeting.starts_at, calendar.zone)
    at: time = calendar.local(meeting.starts_at).time()
    options = tuple(Option(cause.value, words) for cause, words in LABELS.items())
    return Form(
        title="A new time",
        submit="Save",
        pieces=(
            context(f"The {meeting.title} was planned for {was}, {meeting.minutes} minutes."),
            ChoiceField("cause", "Why?", options, Cause.CLOSED.value if lost else None),
            TextField("reason", "In a line", max_length=REASON, optional=True, hint="No names, please."),
            DateField("to", "Which day instead?", suggested if lost else None, optional=True),
            TimeField("at", "At what time?", initial=at),
            CheckField("skip", "Or", "Skip it this once"),
            context("The ILT is told. Items, roles and the agenda go with it."),
        ),
        carries={"day": meeting.day.isoformat()},
    )


def share_kept(protected: ProtectedTime) -> str:
    """How well the ILT's time is protected, for everybody; empty while there was no meeting yet."""
    if protected.percent is None:
        return ""
    return (
        f"Protected time: {protected.percent}% of meetings held as planned "
        f"({protected.kept} of {protected.planned})."
    )


def why_not(protected: ProtectedTime) -> str:
    """The same with the causes, for the ILT."""
    causes = in_words(CAUSES[cause] for cause in protected.causes)
    return " ".join(filter(None, (share_kept(protected), f"Why not: {causes}." if causes else "")))


def because(meeting: Meeting) -> str:
    """Why it was moved or skipped, in words."""
    if not meeting.reason:
        return ""
    cause, line = cause_of(meeting)
    return f" Why: {CAUSES[cause]}, {line}." if line else f" Why: {CAUSES[cause]}."


def conflict(meeting: Meeting) -> Waiting:
    """On Home, weeks ahead: the calendar has no school on the day of a meeting."""
    said = f"The {meeting.title} falls on {dates.day(meeting.on)}, a day without school"
    return Waiting(text(bold(said)), meeting_buttons(meeting).buttons)


def moved(meeting: Meeting, before: datetime, zone: ZoneInfo, protected: ProtectedTime) -> Message:
    """To the ILT."""
    was, now = dates.moment(before, zone), dates.moment(meeting.starts_at, zone)
    said = f"The {meeting.title} of {was} is now on {now}."
    return Message(
        said,
        (
            paragraph(bold(said), because(meeting)),
            buttons(Button("See the agenda", "agenda")),
            context(f"Its items and roles stay as they are. {why_not(protected)}"),
        ),
    )


def skipped(meeting: Meeting, following: Meeting | None, zone: ZoneInfo, protected: ProtectedTime) -> Message:
    """To the ILT."""
    said = f"The {meeting.title} of {dates.day(meeting.on)} is skipped."
    then = (
        f" We meet again on {dates.moment(following.starts_at, zone)}, with its items." if following else ""
    )
    return Message(
        said,
        (
            paragraph(bold(said), because(meeting), then),
            buttons(Button("See the agenda", "agenda")),
            context(why_not(protected)),
        ),
    )


def done(meeting: Meeting, following: date | None, zone: ZoneInfo, protected: ProtectedTime) -> Message:
    """To whoever moved or skipped it."""
    said = left_out(meeting, following) if meeting.skipped else rebooked(meeting, zone)
    after_all = Button("Give it a day after all", "rebook-meeting", {"day": meeting.day.isoformat()})
    pressable = (buttons(after_all),) if meeting.skipped else ()
    return Message(said, (paragraph(said), *pressable, context(why_not(protected))))


def rebooked(meeting: Meeting, zone: ZoneInfo) -> str:
    when = dates.moment(meeting.starts_at, zone)
    return f"The {meeting.title} is on {when} now. I tell the ILT, in contract hours."


def left_out(meeting: Meeting, following: date | None) -> str:
    then = f" Its items go to {dates.day(following)}." if following else ""
    return (
        f"The {meeting.title} of {dates.day(meeting.on)} is skipped.{then} I tell the ILT, in contract hours."
    )
