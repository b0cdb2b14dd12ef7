"""What follows once a decision went out, as people meet it: a kit, one tap, help, a time with the coach."""

from datetime import date, time

from tests.scenarios.test_a_decision import TUESDAY, WEDNESDAY, records

TENTH_DAY = date(2026, 11, 16)


async def test_a_rep_talks_with_the_team_and_somebody_who_needs_help_finds_a_time(world):
    dale, oli, pia = world.person("dale-clover"), world.person("oli-nettle"), world.person("pia-olive")
    await world.until(TUESDAY, time(16, 0))
    await records(dale, "Write before you talk", ["Grade 3"])
    await world.until(WEDNESDAY, time(9, 0))
    assert "For Grade 3: three points" in oli.letters()[-1]
    await oli.presses("They asked …")
    await oli.submits(text="Who covers recess?")
    await oli.presses("Discussed with Grade 3")
    await oli.submits()
    assert "A question from Grade 3 about D-001" in world.heard_in("ilt", by="tea-sage")[-1]

    await world.until(TENTH_DAY, time(9, 0))
    assert "How is it going with D-001?" in world.heard_in("grade-3", by="pia-olive")[-1]
    await pia.presses("Need help", "grade-3")
    await pia.submits(hears="The coach, with my name", words="Sentence starters")
    assert "Pia Olive asks for help with D-001." in dale.letters()[-1]
    await dale.presses("Open")
    await dale.presses("Offer office hours")
    await dale.submits(place="Room 4")
    assert "2 times are offered about D-001, in 1 channel." in dale.whispers()[-1]
    (post,) = [one for one in pia.sees("grade-3") if "ILT decision D-001" in one.words]
    offer = pia.thread("grade-3", post.ts)[-1]
    assert "2:15 PM, Room 4" in offer.words
    assert "Book a time" in offer.buttons
