"""A calendar from a file: taken as a whole, or refused with the line, the column and the mend."""

from datetime import date

import pytest

from bot.errors import NotPermitted, Refusal
from bot.model.calendar import DayKind
from bot.routines.calendar import importing

CSV = """Date,End,Type,Name
2026-11-23,2026-11-27,No school,Fall break
"Dec 11, 2026",,half day,Conferences
1/18/2027,,,No School - MLK Day
2/3/2027,,testing,
"""

ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//District//Calendar//EN
{events}
END:VCALENDAR
"""
EVENT = "BEGIN:VEVENT\nUID:{uid}\nDTSTAMP:20260801T000000Z\nSUMMARY:{title}\n{rest}\nEND:VEVENT"


def ics(*events: tuple[str, str]) -> str:
    said = (EVENT.format(uid=place, title=title, rest=rest) for place, (title, rest) in enumerate(events))
    return ICS.format(events="\n".join(said)).replace("\n", "\r\n")


@pytest.fixture
def imports(school):
    async def run(text: str, by: str = "mina-linden"):
        command = importing.ImportCalendar(text=text)
        return await school.perform(importing.import_calendar, command, actor=school.who(by))

    return run


def days(preview) -> dict[str, DayKind]:
    return {entry.day.isoformat(): entry.kind for entry in preview.change.days}


async def test_a_csv_in_many_ways_of_writing_is_previewed_and_then_applied(school, imports):
    preview = await imports(CSV)
    assert days(preview) == {
        "2026-12-11": DayKind.HALF_DAY,
        "2027-01-18": DayKind.NO_SCHOOL,
        "2027-02-03": DayKind.TESTING,
    }, "the fall break is there already, and 1/18 says that 2/3 is February"
    assert (await school.calendar()).kind(date(2026, 12, 11)) is DayKind.SCHOOL
    await school.applies(preview)
    assert (await school.calendar()).kind(date(2026, 12, 11)) is DayKind.HALF_DAY


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("03/04/2027,,closure,", "Line 2, date: 03/04/2027 could be two days. Write the year first"),
        ("2026-13-01,,closure,", "Line 2, date: “2026-13-01” is not a date"),
        ("2026-12-11,2026-12-10,closure,", "Line 2, end: it is before the first day. Swap the two."),
        ("2026-12-10,,closure,\n2026-12-10,,half day,", "Line 3, date: Thu, Dec 10 is in line 2 already."),
        ("2026-12-10,2028-12-10,closure,", "Line 2, end: that is more than 120 days. Check the year."),
        ("2026-12-10,,spirit day,", "Line 2, kind: I do not know “spirit day”."),
        ("2025-12-10,,closure,", "Wed, Dec 10, 2025 is outside the school year. Check the year"),
        ("2026-10-16,,closure,", "Fri, Oct 16, 2026 is over"),
    ],
)
async def test_a_slip_refuses_the_whole_file_with_its_line_and_the_mend(school, imports, rows, says):
    with pytest.raises(Refusal) as refused:
        await imports(
            f"date,end,kind,note\n2026-12-18,,closure,\n{rows}".replace("2026-12-18,,closure,\n", "")
        )
    assert says in refused.value.sentence
    assert refused.value.field == "text"


async def test_columns_without_names_are_refused(imports):
    with pytest.raises(Refusal, match="Line 1, date: name the columns in the first line"):
        await imports("2026-11-23,no school")


async def test_an_ics_with_rules_zones_and_whole_days_is_read_in_the_schools_zone(imports):
    preview = await imports(
        ics(
            ("No School - Conferences", "DTSTART;VALUE=DATE:20261029\nDTEND;VALUE=DATE:20261031"),
            (
                "Early release",
                "DTSTART;TZID=America/Denver:20261104T120000\nDTEND;TZID=America/Denver:20261104T150000\n"
                "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=America/Denver:20261111T120000",
            ),
            ("Late start", "DTSTART:20261203T053000Z\nDTEND:20261203T063000Z"),
            ("Winter holiday concert", "DTSTART;VALUE=DATE:20261210"),
            ("Snow day", "DTSTART;VALUE=DATE:20261001"),
        )
    )
    assert days(preview) == {
        "2026-10-29": DayKind.NO_SCHOOL,
        "2026-10-30": DayKind.NO_SCHOOL,
        "2026-11-04": DayKind.HALF_DAY,
        "2026-11-18": DayKind.HALF_DAY,
        "2026-12-02": DayKind.LATE_START,
    }
    assert preview.left_out == ("Winter holiday concert (Thu, Dec 10)",)


async def test_a_rule_without_end_stops_with_the_school_year(imports):
    preview = await imports(ics(("Late start", "DTSTART;VALUE=DATE:20261021\nRRULE:FREQ=WEEKLY")))
    assert min(days(preview)) == "2026-10-21"
    assert max(days(preview)) == "2027-06-02"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            ics(("No school", "DTSTART;TZID=Mars/Base:20261104T080000")),
            "I do not know the time zone Mars/Base",
        ),
        (ics(("No school", "DTSTART;VALUE=DATE:20281104")), "Check that it is this year's file"),
        (ics(("No school", "DTSTART:20261104T080000Z\nRRULE:FREQ=SECONDLY")), "repeats within a day"),
        (
            ics(("No school", "DTSTART;VALUE=DATE:20261104"), ("Half day", "DTSTART;VALUE=DATE:20261104")),
            "Wed, Nov 4 is both",
        ),
        ("BEGIN:VCALENDAR\nnonsense", "cannot read this as a calendar file"),
    ],
)
async def test_an_ics_that_would_be_read_wrongly_is_refused(imports, text, says):
    with pytest.raises(Refusal, match=says):
        await imports(text)


async def test_teachers_do_not_import(imports):
    with pytest.raises(NotPermitted):
        await imports(CSV, by="oli-nettle")
