"""How the bot says days and times: "Tue, Oct 27" and "3:30 PM"."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo


def day(value: date) -> str:
    return f"{value:%a, %b} {value.day}"


def long_day(value: date) -> str:
    return f"{value:%A, %B} {value.day}"


def clock_time(value: time) -> str:
    return f"{value.hour % 12 or 12}:{value:%M} {'AM' if value.hour < 12 else 'PM'}"


def moment(value: datetime, zone: ZoneInfo) -> str:
    """A moment on the school's clock: "Tue, Oct 27, 3:30 PM"."""
    local = value.astimezone(zone)
    return f"{day(local.date())}, {clock_time(local.time())}"


def days(count: int) -> str:
    return f"{count} school day{'' if count == 1 else 's'}"


def number_of(count: int, thing: str, things: str | None = None) -> str:
    """A count with its noun: "1 visit", "3 visits"."""
    return f"{count} {thing if count == 1 else things or thing + 's'}"
