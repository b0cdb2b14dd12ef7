"""Days changed in chat: looked at first, then made, and everybody can read them."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.calendar import changes, shown
from bot.messages.plain import plain
from bot.model.calendar import DayKind
from bot.routines import cycles
from bot.routines.calendar import seeing
from tests.letters import buttons_of


async def test_a_change_says_what_would_follow_and_changes_nothing_yet(school):
    await school.at(date(2026, 10, 20), time(7, 45))
    preview = await school.plans(first=date(2026, 10, 26), last=date(2026, 10, 27), kind="no_school")
    said = plain(changes.preview(preview))
    assert "Mon, Oct 26 to Tue, Oct 27: No school" in said
    assert "The ILT on Tue, Oct 27, 3:30 PM needs a new time" in said
    assert preview.effects.moved > 0
    assert (await school.calendar()).is_school_day(date(2026, 10, 26))
    done = await school.applies(preview)
    assert [one.day for one in done.meetings] == [date(2026, 10, 27)]
    assert not (await school.calendar()).is_school_day(date(2026, 10, 26))
    with pytest.raises(OutOfDate):
        await school.applies(preview)


async def test_an_entry_is_taken_off_again(school):
    preview = await school.plans(first=date(2026, 11, 23), kind="ordinary")
    await school.applies(preview)
    assert (await school.calendar()).kind(date(2026, 11, 23)) is DayKind.SCHOOL


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"first": date(2026, 10, 16)}, "over"),
        ({"first": date(2027, 7, 1)}, "outside the school year"),
        ({"first": date(2026, 10, 27), "last": date(2026, 10, 26)}, "Swap the two"),
        ({"first": date(2026, 11, 23), "note": "Fall break"}, "says that already"),
    ],
)
async def test_days_that_make_no_sense_are_refused(school, days, says):
    with pytest.raises(Refusal, match=says):
        await school.plans(kind="no_school", **days)


async def test_who_keeps_the_calendar_changes_it_and_nobody_else(school):
    await school.plans(by="noel-mint", first=date(2026, 10, 26), kind="half_day")
    with pytest.raises(NotPermitted):
        await school.plans(by="oli-nettle", first=date(2026, 10, 26), kind="half_day")


async def test_everybody_reads_the_calendar_and_leaders_have_the_buttons(school, perform, who):
    async def sees(key):
        return shown.calendar(await perform(seeing.see, seeing.SeeCalendar(), actor=who(key)))

    teacher, principal = await sees("uma-thistle"), await sees("mina-linden")
    assert "Mon, Nov 23 to Fri, Nov 27  No school: Fall break" in plain(teacher)
    assert "Tue, Oct 27  ILT, 3:30 PM" in plain(teacher)
    assert buttons_of(teacher) == []
    assert buttons_of(principal)[0].label == "No school Tue, Oct 20"


async def test_owners_of_cycles_are_told_their_new_dates_once(school, perform, who):
    school.clock.on(date(2026, 10, 19))
    for lead in ("oli-nettle", "tea-sage"):
        asked = cycles.OpenCycle(
            other=who("mina-linden").person_id,
            weeks="4",
            begins=date(2026, 10, 26),
            goal="I ask one evidence question before any solution",
            baseline="1 of 4",
            target="3 of 4",
            measure="Count it",
        )
        view = await perform(cycles.propose, asked, actor=who(lead))
        await perform(cycles.agree, cycles.AgreeToCycle(cycle=view.cycle.id), actor=who("mina-linden"))
    school.clock.on(date(2026, 10, 28), time(5, 50))
    await school.closes(date(2026, 10, 28))
    told = await school.posted("/cycles/")
    assert sorted(one.audience for one in told) == sorted(
        f"person:{who(key).person_id}" for key in ("oli-nettle", "tea-sage", "mina-linden")
    )
    of_principal = next(one for one in told if one.audience.endswith(who("mina-linden").person_id))
    assert "1 school day lost" in of_principal.text
    assert "With Oli Nettle:" in of_principal.text
    assert "With Tea Sage:" in of_principal.text
    assert "Intention: by Mon, Nov 2" in of_principal.text
    assert of_principal.message.private
