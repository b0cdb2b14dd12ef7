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


def long_time(minutes: int) -> str:
    """So many minutes in the largest unit that still tells: "90 minutes", "26 hours", "3 days"."""
    if minutes < 120:
        return number_of(minutes, "minute")
    return number_of(minutes // 60, "hour") if minutes < 2880 else number_of(minutes // 1440, "day")


def number_of(count: int, thing: str, things: str | None = None) -> str:
    """A count with its noun: "1 visit", "3 visits"."""
    return f"{count} {thing if count == 1 else things or thing + 's'}"
