"""Time does what time does, and computers do not agree on it: nothing is early, lost, or said twice."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import pytest

from bot.app.timekeeping import SteadyClock, Timekeeper, moment_of
from bot.courier import Courier
from bot.model.audiences import Audience
from storage.engine import connect
from storage.units_of_work import UnitsOfWork
from tests.databases import SEALER
from tests.delivery.conftest import courier, office, pacer, posting, stopwatch
from tests.delivery.post_office import AnswerLost, Posting, PostOffice
from tests.postgres import on_one_server

__all__ = ["courier", "office", "pacer", "posting", "stopwatch"]

ILT, STAFF = Audience.ilt(), Audience.all_staff()
LATE = "This comes late: it was meant for "
TURNS = {
    "clocks go back": (date(2026, 11, 1), time(0, 30), 2.5, "12:30 AM."),
    "clocks go forward": (date(2027, 3, 14), time(1, 30), 2.5, "1:30 AM."),
    "New Year": (date(2026, 12, 31), time(23, 0), 3, "Thu, Dec 31, 11:00 PM."),
    "a leap day": (date(2028, 2, 29), time(23, 0), 3, "Tue, Feb 29, 11:00 PM."),
    "the end of the school year": (date(2027, 6, 4), time(17, 0), 24 * 12, "Fri, Jun 4, 5:00 PM."),
}


@pytest.mark.parametrize("turn", TURNS)
async def test_what_waits_over_a_turn_of_the_calendar_comes_once_and_names_its_moment(
    sample, courier, office, posting, clock, turn
):
    day, wall, hours, named = TURNS[turn]
    clock.on(day, wall)
    key = await posting(ILT, "Exit tickets every day")
    stale = await posting(STAFF, "You keep the time today", stale_in=timedelta(minutes=90))
    clock.advance(hours=hours)

    await courier.deliver_due()
    await courier.deliver_due()

    assert office.said(ILT) == [f"{LATE}{named}\nExit tickets every day"]
    assert [await posting.state(one) for one in (key, stale)] == ["sent", "expired"]


@on_one_server
async def test_two_replicas_ten_minutes_apart_send_nothing_early_and_take_nothing_from_each_other(
    postgres_database,
):
    engines = connect(postgres_database, SEALER)
    units, office = UnitsOfWork(engines), PostOffice()
    clocks = [SteadyClock(datetime.now(UTC) + timedelta(minutes=minutes)) for minutes in (-5, 5)]
    for clock in clocks:
        await Timekeeper(clock, units, partial(moment_of, engines))()
    behind, ahead = (Courier(units, office, clock) for clock in clocks)
    posting, now = Posting(units, clocks[0]), clocks[0].now()
    await posting(STAFF, "In four minutes", due_at=now + timedelta(minutes=4))
    await posting(ILT, "Now", due_at=now - timedelta(seconds=1))
    office.answers(ILT, AnswerLost())

    try:
        assert await behind.deliver_due() == 0
        assert await ahead.deliver_due() == 0
        assert await ahead.settle_overdue() == 0
        assert (office.said(ILT), office.said(STAFF)) == (["Now"], [])
        assert await posting.state("Now") == "sending"
    finally:
        await engines.dispose()
