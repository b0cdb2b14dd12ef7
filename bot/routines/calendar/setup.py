"""The calendar's part of the school file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.errors import Refusal
from bot.messages import dates
from bot.model.calendar import A_DAY, CalendarDay
from bot.model.calendar_changes import DayEntry, entry_of
from bot.routines.school_file import DaysSection, RotationSection, SchoolFile
from storage.unit_of_work import UnitOfWork


async def establish(file: SchoolFile, *, work: UnitOfWork, by: str, now: datetime) -> Sequence[str]:
    """Make the calendar what the file says; say what that changed."""
    changes = await _rotation_and_hours(file, work, by, now)
    wanted = _entries(file.calendar)
    if {entry_of(day) for day in await work.calendar.days()} == set(wanted.values()):
        return changes
    await work.calendar.clear()
    for entry in wanted.values():
        keep(entry, work)
    return [*changes, f"Calendar: {len(wanted)} days that are not ordinary school days."]


async def exported_days(work: UnitOfWork) -> tuple[DaysSection, ...]:
    """The days that are not ordinary, as a school file says them."""
    return tuple(
        DaysSection(first=day.day, kind=day.kind, note=day.note, opens=day.opens, closes=day.closes)
        for day in await work.calendar.days()
    )


async def exported_rotation(work: UnitOfWork) -> RotationSection:
    settings = await work.settings.now()
    return RotationSection(days=settings.rotation, starts=settings.rotates_from)


def keep(entry: DayEntry, work: UnitOfWork) -> None:
    """Write down a day that is not ordinary."""
    if entry.kind is not None:
        work.calendar.add(
            CalendarDay(
                school=work.school,
                day=entry.day,
                kind=entry.kind,
                note=entry.note,
                opens=entry.opens,
                closes=entry.closes,
            )
        )


def _entries(sections: Sequence[DaysSection]) -> dict[date, DayEntry]:
    found: dict[date, DayEntry] = {}
    for place, section in enumerate(sections):
        last = section.last or section.first
        if last < section.first:
            raise Refusal(f"calendar[{place}].last: it is before the first day. Swap the two.")
        for offset in range((last - section.first).days + 1):
            day = section.first + offset * A_DAY
            if day in found:
                raise Refusal(f"calendar[{place}]: {dates.day(day)} is there twice. Keep one of the lines.")
            found[day] = DayEntry(day, section.kind, section.note, section.opens, section.closes)
    return found


async def _rotation_and_hours(file: SchoolFile, work: UnitOfWork, by: str, now: datetime) -> list[str]:
    settings, hours = await work.settings.now(), file.school.contract_hours
    wanted = replace(
        settings,
        rotation=file.rotation.days,
        rotates_from=file.rotation.starts,
        half_day_closes=hours.half_day_closes,
        late_start_opens=hours.late_start_opens,
    )
    if not await work.settings.change(wanted, by=by, at=now):
        return []
    names = {"rotation": "rotation", "rotates_from": "rotation"}
    fields = ("rotation", "rotates_from", "half_day_closes", "late_start_opens")
    changed = {names.get(name, "contract hours") for name in fields if _differ(settings, wanted, name)}
    return [f"Calendar: {name} changed." for name in sorted(changed)]


def _differ(one: object, other: object, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))
