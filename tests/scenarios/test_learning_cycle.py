"""A learning cycle between a lead and the principal, told as it is lived."""

from datetime import date, time

import pytest

GOAL = "I ask one evidence question before any solution"


@pytest.mark.requirement("R-180", "R-280")
async def test_a_lead_and_the_principal_go_through_a_cycle_in_their_messages(world):
    oli, mina = world.person("oli-nettle"), world.person("mina-linden")
    await world.until(date(2026, 11, 5), time(12, 0))

    await oli.says("/ilt cycle", "grade-3")
    await oli.presses("Open a learning cycle", "grade-3")
    await oli.submits(
        other="Mina Linden",
        weeks="4 weeks",
        goal=GOAL,
        baseline="1 of 4 agenda items",
        target="3 of 4 agenda items",
        measure="We count it in the team log",
    )
    assert "Mon, Nov 9 to Fri, Dec 11 (no school Mon, Nov 23 to Fri, Nov 27; skipped)" in mina.letters()[-1]

    await mina.presses("Agree")
    assert "Next: intention, by Fri, Nov 13." in oli.letters()[-1]

    await world.until(date(2026, 11, 11))
    assert "Intention is due on Fri, Nov 13." in oli.letters()[-1]
    await oli.presses("Need more time", saying="Intention is due")
    await oli.submits(due="2026-11-18")
    await mina.presses("Agree", saying="needs more time")
    assert "intention is now due on Wed, Nov 18" in oli.letters()[-1]

    await world.until(date(2026, 11, 16))
    assert "Intention is due on Wed, Nov 18." in oli.letters()[-1]
    await oli.presses("Done", saying="Intention is due on Wed")
    assert "Learning" in await oli.opens_home()

    everyone = (
        words
        for channel in ("ilt", "grade-3", "all-staff")
        for words in world.heard_in(channel, by="oli-nettle")
    )
    assert not any(GOAL in words for words in everyone)
