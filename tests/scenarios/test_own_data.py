"""What is stored, seen in chat by those it concerns, and by those who keep the records."""

import pytest

PHRASE = "the quiet heron by the pond"


@pytest.mark.requirement("R-296", "R-297")
async def test_a_teacher_sees_and_erases_and_the_records_hold_no_word_of_it(world):
    oli, noel = world.person("oli-nettle"), world.person("noel-mint")
    await oli.says("/ilt checkin")
    await oli.presses("Add a topic")
    await oli.submits(text=PHRASE)

    await oli.says("/ilt privacy")
    assert "what the two want to talk about" in oli.whispers()[-1]
    await oli.presses("Show my own words")
    assert PHRASE in oli.whispers()[-1]
    await oli.presses("Erase my own words")
    await oli.submits(sure=["Yes, erase them"])
    assert "1 row of yours deleted" in oli.whispers()[-1]

    await noel.says("/ilt hold D-014")
    await noel.submits(object="P1", reason="A records request")
    assert "P1: A records request" in noel.whispers()[-1]
    await noel.says("/ilt audit")
    seen = noel.whispers()[-1]
    assert "add-topic" in seen
    assert "erase-mine" in seen
    assert "heron" not in seen
