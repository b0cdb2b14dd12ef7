"""What the School Improvement Team reads each month: approved first, one line where nothing is new."""

from datetime import date, time

import pytest

from bot.documents import markdown, pdf
from bot.errors import NotFound, NotPermitted, Refusal
from bot.messages.relay import digest as wording
from bot.routines.relay import digest, ways
from bot.routines.relay.digest import ApproveDigest
from bot.routines.relay.ways import SetRelay
from tests.conftest import SCHOOL
from tests.routines.decisions.told import relayed
from tests.routines.relay.living import of, tick

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
FIRST_DAYS = (date(2026, 11, 2), date(2026, 12, 1))


async def wanted(perform, who, **given):
    given = {"digest": "channel", "digest_team": "grade-2"} | given
    await perform(ways.set_relay, SetRelay(**given), actor=who("mina-linden"))


async def drafted(perform, clock, on):
    clock.on(on, time(7, 45))
    await tick(perform)


@pytest.mark.requirement("R-104")
async def test_a_month_without_a_change_is_one_line(perform, clock, who, units):
    await wanted(perform, who)
    await relayed(perform, clock, who)
    for on in FIRST_DAYS:
        await drafted(perform, clock, on)
    first, second = [one.text for one in await of(units, "digest/")]
    assert "D-001: Every math block has 3 minutes of writing before talk." in first
    assert "No change since Mon, Nov 2." in second.splitlines()
    assert "Decisions" not in second


@pytest.mark.requirement("R-104")
async def test_it_is_posted_and_exported_once_the_school_leader_approved_it(perform, clock, who, units):
    await wanted(perform, who)
    await relayed(perform, clock, who)
    await drafted(perform, clock, FIRST_DAYS[0])
    (card,) = await of(units, "digest/")
    assert card.audience == f"person:{who('mina-linden').person_id}"
    approve = ApproveDigest(month=NOVEMBER, words="Decisions\n- D-001: Write first.")
    with pytest.raises(NotPermitted):
        await perform(digest.approve, approve, actor=who("jay-ivy"))
    async with units.reading(SCHOOL) as work:
        with pytest.raises(NotFound):
            await digest.made("2026-11-01", work)
    done = await perform(digest.approve, approve, actor=who("mina-linden"))
    (post,) = [one for one in await of(units, "digest/") if one.key.endswith("/post")]
    assert (post.audience, "D-001: Write first." in post.text) == ("team:grade-2", True)
    assert done.path.startswith("/documents/")
    async with units.reading(SCHOOL) as work:
        said = await digest.made("2026-11-01", work)
    assert "# School Improvement Team: November 2026" in markdown(said)
    assert pdf(said, clock.now()).startswith(b"%PDF")


async def test_where_no_school_wants_it_there_is_none_and_a_channel_needs_its_team(
    perform, clock, who, units
):
    await drafted(perform, clock, FIRST_DAYS[0])
    assert await of(units, "digest/") == []
    with pytest.raises(Refusal) as refused:
        await wanted(perform, who, digest_team=None)
    assert refused.value.field == "digest_team"
    assert wording.title(DECEMBER) == "School Improvement Team: December 2026"
