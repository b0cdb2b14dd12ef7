"""A charter as people live it: written on a phone, read for a day, adopted, signed, and asked about."""

from datetime import date, time

PURPOSE = "We listen, choose one step, try it and look together."
TUESDAY, MEETING = date(2026, 10, 20), date(2026, 10, 27)


async def test_a_charter_is_written_adopted_and_signed_and_then_decides_when_staff_hear(world):
    oli, dale, mina = (world.person(key) for key in ("oli-nettle", "dale-clover", "mina-linden"))
    uma = world.person("uma-thistle")
    await oli.says("/ilt charter")
    await oli.presses("Write the charter")
    await oli.submits(purpose=PURPOSE, mission="We help each other teach.")
    await oli.presses("Communication")
    await oli.submits(relay="same_day", relay_at=time(15))
    assert "Decisions reach staff: " in oli.whispers()[-1]
    await oli.presses("How we decide")
    await oli.submits(ratify_topics="The bell schedule", lines="Meeting dates: the principal")
    await oli.presses("Ways of working")
    await oli.submits(rotation="Two years.")
    await oli.presses("Read the draft")
    await oli.presses("Propose it")
    await world.settle()

    await dale.presses("Comment", "ilt", saying="Charter v1 is proposed by Oli Nettle.")
    await dale.submits(words="Say more about time.")
    await world.settle()
    assert any("Say more about time." in letter for letter in oli.letters())

    await mina.says("/ilt charter")
    assert "Adopt it" not in mina.whispers()[-1]
    await world.until(TUESDAY, time(8))
    assert any("Charter v1 can be adopted" in letter for letter in mina.letters())
    await mina.presses("Adopt it")
    await mina.submits()
    await world.settle()
    assert any("Charter v1 is adopted" in said for said in world.heard_in("ilt", "dale-clover"))

    assert "Charter v1 - not signed yet" in await dale.opens_home()
    await dale.presses_at_home("Sign")
    assert "not signed yet" not in await dale.opens_home()

    await uma.says("/ilt who what is the ILT for?")
    assert PURPOSE in uma.whispers()[-1]
    await uma.says("/ilt charter")
    assert "All staff vote on: The bell schedule." in uma.whispers()[-1]
    assert "Dale Clover" not in uma.whispers()[-1]

    await world.until(MEETING, time(12))
    await dale.says("/ilt decide", "ilt")
    assert "Staff read it Tue, Oct 27, 3:00 PM" in str(dale.form())
