"""The school's dates for other calendars."""

from datetime import date

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from icalendar import Calendar

from bot.app.core import assembled
from bot.app.feed import feed_routes
from bot.errors import NotPermitted
from bot.routines.calendar import feed


@pytest.fixture
async def http(sample, engines, clock):
    app = web.Application()
    app.add_routes(feed_routes(assembled(engines, clock)))
    async with TestClient(TestServer(app)) as client:
        yield client


async def test_the_feed_holds_the_schools_dates_and_nothing_of_two_people(school, http):
    path = await school.perform(feed.address, feed.SeeAddress(), actor=school.who("mina-linden"))
    answer = await http.get(path)
    read = Calendar.from_ical(await answer.read())
    assert answer.content_type == "text/calendar"
    assert read.errors == []
    events = {str(one["UID"]): one for one in read.walk("VEVENT")}
    meeting = events["meeting-2026-10-27@ilt-bot"]
    assert f"{meeting.start:%Y-%m-%d %H:%M %Z}" == "2026-10-27 21:30 UTC"
    assert events["day-2026-11-23@ilt-bot"].start == date(2026, 11, 23)
    said = {str(one["SUMMARY"]) for one in events.values()}
    assert said == {"ILT", *(one for one in said if one.startswith("No school"))}


async def test_what_a_reader_has_already_is_not_sent_again(school, http):
    path = await school.perform(feed.address, feed.SeeAddress(), actor=school.who("mina-linden"))
    first = await http.get(path)
    again = await http.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status, again.status) == (200, 304)
    assert "Last-Modified" in first.headers
    await school.closes(date(2026, 10, 27))
    changed = await http.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status == 200


async def test_a_renewed_address_leaves_the_old_one_leading_nowhere(school, http):
    old = await school.perform(feed.address, feed.SeeAddress(), actor=school.who("noel-mint"))
    new = await school.perform(feed.renew, feed.RenewAddress(), actor=school.who("noel-mint"))
    assert ((await http.get(old)).status, (await http.get(new)).status) == (404, 200)
    assert (await http.get(f"/calendar/{'a' * 43}.ics")).status == 404


async def test_teachers_do_not_see_the_address(school):
    with pytest.raises(NotPermitted):
        await school.perform(feed.address, feed.SeeAddress(), actor=school.who("uma-thistle"))
