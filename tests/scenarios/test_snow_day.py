"""A snow morning, a half day, a calendar pasted in, and somebody who is away: through the front door."""

from datetime import date, time

import pytest

SNOW, NEXT = date(2026, 10, 27), date(2026, 10, 28)


@pytest.mark.requirement("R-292")
async def test_a_snow_morning_and_the_week_after(world):
    mina, uma, oli = world.person("mina-linden"), world.person("uma-thistle"), world.person("oli-nettle")
    await world.until(date(2026, 10, 26), time(14, 30))
    await world.until(SNOW, time(6, 10))
    await mina.says("/ilt calendar")
    await mina.presses("No school Tue, Oct 27")
    assert "No school on Tue, Oct 27." in mina.whispers()[-1]
    heard = len(world.heard_in("ilt", by="jay-ivy"))
    letters = len(oli.letters())
    await world.until(SNOW, time(18))
    that_day = world.heard_in("ilt", by="jay-ivy")[heard:]
    assert [words.partition(".")[0] for words in that_day] == ["No school on Tue, Oct 27"]
    assert len(oli.letters()) == letters

    await world.until(NEXT, time(8))
    await mina.presses("Rebook")
    await mina.submits(to="2026-10-29", at="15:30")
    await world.until(NEXT, time(9))
    assert any("is now on Thu, Oct 29, 3:30 PM" in words for words in world.heard_in("ilt", by="jay-ivy"))

    await mina.says("/ilt calendar")
    await mina.presses("Change days")
    await mina.submits(first="2026-11-13", kind="half_day", note="Conferences", closes="12:30")
    await mina.presses("Apply")
    await uma.says("/ilt calendar")
    assert "Half day until 12:30 PM: Conferences" in uma.whispers()[-1]
    await mina.says("/ilt calendar")
    await mina.presses("Import")
    await mina.submits(text="date,kind,note\n2026-11-16,testing,State test")
    await mina.presses("Apply")
    await uma.says("/ilt calendar")
    assert "Testing: State test" in uma.whispers()[-1]

    await uma.says("/ilt away until friday")
    assert "You are away from Wed, Oct 28 to Fri, Oct 30." in uma.whispers()[-1]
    await uma.presses("I am back")
    assert "You are here" in uma.whispers()[-1]
