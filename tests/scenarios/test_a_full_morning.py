"""Much comes up for one person on one morning: it is one message, and every line of it can be dealt with."""

from datetime import date, time

import pytest

MONDAY, TUESDAY = date(2026, 10, 19), date(2026, 10, 20)


@pytest.mark.requirement("R-295")
async def test_what_comes_up_on_one_morning_is_one_message_whose_buttons_work(world):
    noel = world.person("noel-mint")
    await world.until(MONDAY, time(16))
    for key in ("uma-thistle", "vic-umber", "pia-olive", "zoe-yarrow"):
        teacher = world.person(key)
        await teacher.says("/ilt-input The copier is often broken")
        await teacher.submits(topic="instruction", scope="several_teams", mode="named")
    before = len(noel.letters())

    await world.until(TUESDAY, time(7, 46))

    (digest,) = noel.letters()[before:]
    assert digest.count("I-00") == 4
    assert digest.count("The copier is often broken") == 4
    assert "Your 1:1 with Yara Xylem is on Wed, Oct 21" in digest

    await noel.presses("Answer", saying="I-001")
    await noel.submits(answer="It is repaired on Thursday.")
    assert len(noel.letters()) == before + 1
    assert "I-002" in noel.letters()[-1]

    await noel.says("/ilt pause 3")
    assert "Paused. I start nothing for you until Fri, Oct 23" in noel.whispers()[-1]
    assert "Paused until Fri, Oct 23." in await noel.opens_home()
    await world.until(date(2026, 10, 22), time(12))
    assert len(noel.letters()) == before + 1
