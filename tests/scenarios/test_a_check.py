"""SC-3: a decision, a block, the school leader's reason, and a faculty that says no."""

from datetime import date, time

from tests.scenarios.test_a_decision import THE_ILT

TUESDAY, WEDNESDAY = date(2026, 10, 27), date(2026, 10, 28)
AFTER, LATER = date(2026, 11, 4), date(2026, 11, 9)
PROPOSAL = "A homework log in every grade, 25 min a week."
STAFF = ("pia-olive", "uma-thistle", "zoe-yarrow", "elsa-daisy", "bea-birch", "max-laurel", "eli-elm")


async def everybody_votes(world, *values):
    for key, value in zip(THE_ILT, values, strict=True):
        person = world.person(key)
        await person.presses("Vote", "ilt")
        if value < 3:
            await person.chooses("value", option(person, value))
            await person.submits(reason="25 minutes are too much.")
        else:
            await person.submits(value=option(person, value))


def below(world):
    """What stands below the card of the newest round."""
    cards = [one for one in world.person("mina-linden").sees("ilt") if "C-001" in one.words]
    return world.person("mina-linden").thread("ilt", cards[-1].ts)[1:]


async def presses_below(world, person, label):
    message = next(one for one in reversed(below(world)) if label in one.buttons)
    acting = world.running.sandbox.acting
    await acting.press(person.account, world.channel("ilt"), message.ts, label=label)
    await world.settle()


def option(person, value):
    return person.option("value", f"{value}: ")


async def test_a_block_a_reason_and_a_faculty_that_says_no(world):
    dale, mina, pia = (world.person(key) for key in ("dale-clover", "mina-linden", "pia-olive"))
    await world.until(TUESDAY, time(9))
    await pia.says("/ilt check")
    assert "Only ILT members" in pia.whispers()[-1]

    await dale.says(f"/ilt check {PROPOSAL}", "ilt")
    await dale.submits(
        why="Families ask for it.",
        authority=dale.option("authority", "faculty ratifies"),
        teams=["Grade 3", "Grade 4"],
        heard=["Grade 3"],
    )
    assert "Not yet asked: Grade 4." in dale.whispers()[-1]
    await dale.presses("Proceed with reason", "ilt")
    await dale.submits(reason="Grade 4 meets on Friday.")

    await world.person("tea-sage").presses("Name the biggest risk", "ilt")
    await world.person("tea-sage").submits(risk="Workload")
    await dale.presses("Open the vote", "ilt")
    await dale.submits(mitigation="A log of three lines.")
    await mina.presses("Vote", "ilt")
    await mina.submits(value=option(mina, 4))
    assert "1 of 10 are in." in mina.whispers()[-1]

    await everybody_votes(world, 0, *[4] * 9)
    assert "25 minutes are too much." in below(world)[-1].words
    await presses_below(world, dale, "Vote again")
    await dale.submits(proposal="A homework log of three lines in grades 3 and 4.")
    await everybody_votes(world, 1, 2, *[4] * 8)
    assert any("no consensus after 2 rounds" in words for words in mina.letters())
    assert "Decide with reason" not in below(world)[-1].words

    await mina.presses("Decide with reason")
    await mina.submits(reason="Two other schools show that it works.")
    assert "Principal decided after ILT did not reach consensus (8 of 10 at 3+)" in below(world)[-1].words
    await presses_below(world, mina, "Record this decision")
    await mina.submits(change="Three lines a day", starts_on=LATER, helper="Dale Clover")
    assert "D-001 is proposed. It is awaiting ratification." in mina.whispers()[-1]

    await world.until(WEDNESDAY)
    proposed = world.heard_in("all-staff", by="pia-olive")[-1]
    assert "Proposed, not decided: D-001" in proposed
    assert "Principal decided after ILT did not reach consensus (8 of 10 at 3+)" in proposed
    assert "Grade 4 meets on Friday." in proposed
    for place, key in enumerate(STAFF):
        await world.person(key).presses("Vote", "all-staff")
        await world.person(key).submits(ballot="Yes, I approve" if place < 4 else "No, I do not approve")
    await world.until(AFTER)
    heard = world.heard_in("all-staff", by="pia-olive")
    assert any("Returned: D-001 was not ratified" in words for words in heard)
    for channel, key in (("grade-3", "pia-olive"), ("grade-4", "uma-thistle")):
        assert not any("D-001" in words for words in world.heard_in(channel, by=key))
    await pia.says("/ilt decisions D-001", "grade-3")
    assert "returned, the faculty did not ratify it" in pia.whispers()[-1]
    assert world.misspoken() == []
