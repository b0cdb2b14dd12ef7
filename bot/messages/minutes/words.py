"""The words that all messages about minutes share."""

from datetime import date

from bot.messages import dates
from bot.messages.live import words as live
from bot.messages.vocabulary import Button
from bot.model.live import RunLine
from bot.model.live_room import Room
from bot.model.minutes import Minutes, MinutesState, Record

STATES = {
    MinutesState.DRAFT: "Draft, not confirmed yet",
    MinutesState.CONFIRMED: "Confirmed",
    MinutesState.UNCONFIRMED: "Closed without confirmation",
}


def title(room: Room) -> str:
    return f"Minutes: {room.meeting.title}, {dates.day(room.meeting.on)}"


def state(record: Record) -> str:
    """Who stands for it: "Confirmed by Jay Ivy. Version 2"."""
    minutes = record.minutes
    by = f" by {record.name(minutes.by)}" if minutes.by and minutes.state is MinutesState.CONFIRMED else ""
    version = f". Version {minutes.version}" if minutes.version > 1 else ""
    return f"{STATES[minutes.state]}{by}{version}."


def became(line: RunLine, room: Room) -> str:
    """What became of a line: "Decided, ran over"."""
    result = live.RESULTS[line.result] if line.result else ""
    return ", ".join(filter(None, (result, "ran over" if line.ran_over else "")))


def values(minutes: Minutes) -> dict[str, str]:
    return {"day": minutes.day.isoformat(), "version": str(minutes.version)}


def confirm_button(minutes: Minutes) -> Button:
    return Button("Confirm", "confirm-minutes", values(minutes), emphasis="primary")


def edit_button(minutes: Minutes) -> Button:
    label = "Edit" if minutes.state is MinutesState.DRAFT else "Correct"
    return Button(label, "edit-minutes", values(minutes))


def see_button(day: date) -> Button:
    return Button("See the minutes", "minutes", {"day": day.isoformat()})


def export_button(day: date) -> Button:
    return Button("Export", "export-minutes", {"day": day.isoformat()})
