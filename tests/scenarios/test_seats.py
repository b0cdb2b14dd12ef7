"""A gap opens on the ILT, somebody is invited, says yes, and everybody sees who speaks for whom."""

from datetime import date

import pytest


@pytest.mark.requirement("R-001")
async def test_from_a_gap_to_a_voice(world):
    mina, bea, kit = (world.person(key) for key in ("mina-linden", "bea-birch", "kit-juniper"))

    await mina.says("/ilt seats")
    assert "Jay Ivy, Team rep, speaks for Grade 2" in " ".join(mina.whispers())
    await mina.presses("End Jay's")
    assert "The seat of Jay Ivy has ended" in mina.whispers()[-1]

    assert "Grade 2 - no rep yet" in await kit.opens_home()
    await kit.says("/ilt who")
    said = kit.whispers()[-1]
    assert said.index("Grade 2 - no rep yet") < said.index("Grade 3")

    await mina.says("/ilt who")
    await mina.presses("Invite a rep", saying="Grade 2 - no rep yet")
    await mina.submits(
        person="Kit Juniper", teams=["Grade 2"], why="Grade 2 chose a new rep.", ends="2028-06-02"
    )
    await kit.presses("Accept")
    assert "Welcome to the ILT" in kit.letters()[-1]
    assert "Kit Juniper accepts" in mina.letters()[-1]

    await bea.says("/ilt who")
    assert "Grade 2: Kit Juniper" in bea.whispers()[-1]

    await kit.says("/ilt who")
    await kit.presses("My perspective")
    await kit.submits(words="Twenty years of second graders")
    await bea.says("/ilt nominate")
    await bea.submits(
        person="Cal Cedar", strength="Listens, and is listened to", example="Hears everybody out in our team."
    )
    cal = world.person("cal-cedar")
    await cal.presses("Yes, you may")
    await mina.says("/ilt suggestions")
    assert "Cal Cedar" in mina.whispers()[-1]
    assert "Bea" not in mina.whispers()[-1]

    await mina.says("/ilt name-acting-leader")
    await mina.submits(person="Noel Mint", until="2026-10-30")
    assert "acting school leader" in world.person("noel-mint").letters()[-1]

    await world.until(date(2026, 10, 27))
    letters = " ".join(kit.letters())
    assert all(f"{words}" in letters for words in ("How we work", "Your role card", "Your first small task"))
