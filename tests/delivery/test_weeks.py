"""What each role receives on a normal week is written down, and is what the program does."""

import os
from collections import Counter
from pathlib import Path

import pytest

from bot.app.core import assembled, reasons
from bot.courier import Courier
from bot.messages.plain import plain
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from tests.delivery.weeks import CHANNELS, Weeks, page

ASKING = ("meeting/2026-10-27/call", "question/", "questions/")
"""Posts that ask the whole ILT for something, and therefore say nothing of who has not answered."""
PAGE = Path(__file__).parents[2] / "docs" / "messages-in-a-week.md"


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


@pytest.fixture
def who(sample: Roster):
    def actor(key: str):
        return sample.actor(sample.keyed(key).id)

    return actor


async def test_two_normal_weeks_are_as_the_page_says_and_within_the_day_s_numbers(
    engines, clock, office, pacer, who, sample
):
    core = assembled(engines, clock)
    courier = Courier(core.units, office, clock, reasons=reasons(), pacer=pacer)

    got = await Weeks(core, courier, office, clock, who).lived()

    if "WRITE_PAGES" in os.environ:
        PAGE.write_text(page(got, who), encoding="utf-8")
    assert page(got, who) == PAGE.read_text(encoding="utf-8"), "run it once with WRITE_PAGES=1"
    channels = {audience.key for _, audience in CHANNELS}
    for place, found in got.items():
        most = 2 if place.startswith("person:") else 1
        assert max(Counter(one.on for one in found if one.counted).values(), default=0) <= most, place
    assert channels & set(got)
    asking = [one for one in office.channels[Audience.ilt().key] if one.key.startswith(ASKING)]
    assert len(asking) > 1
    names = {person.name for person in sample.people}
    said = [
        line for one in asking for line in plain(one.message).splitlines() if not line.startswith("Roles on")
    ]
    assert not [name for name in names for line in said if name in line]
