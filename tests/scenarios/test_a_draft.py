"""A form closed by accident, or in anger, is there again for a day; what is for nobody is not kept."""

from datetime import date, time

import pytest

TUESDAY, WEDNESDAY = date(2026, 10, 27), date(2026, 10, 28)
WORDS = "Every math block has 3 minutes of writing before talk."


async def closes(person):
    await person.world.running.sandbox.acting.close(person.account, person.form().id)
    await person.world.settle()


async def in_form(person, label):
    acting = person.world.running.sandbox.acting
    await acting.press_in_view(person.account, person.form().id, label=label)
    await person.world.settle()


def written(person, field="statement"):
    blocks = {block.get("block_id"): block for block in person.form().blocks}
    return blocks[field]["element"].get("initial_value", "")


@pytest.mark.requirement("R-278")
async def test_words_that_were_saved_are_there_again_for_a_day_and_for_nobody_else(world):
    dale, oli = world.person("dale-clover"), world.person("oli-nettle")
    await world.until(TUESDAY, time(16, 20))
    await dale.says("/ilt decide")
    await dale.chooses("statement", WORDS)
    await in_form(dale, "Save for later")
    assert "Saved at 4:20 PM" in str(dale.form().blocks[0])
    await closes(dale)

    await oli.says("/ilt decide")
    assert written(oli) == ""
    await dale.says("/ilt decide")
    assert written(dale) == WORDS
    await in_form(dale, "Start afresh")
    assert written(dale) == ""
    await closes(dale)
    await dale.says("/ilt decide")
    assert written(dale) == ""


@pytest.mark.requirement("R-278")
async def test_a_refused_form_is_kept_until_it_is_sent_or_a_day_has_passed(world):
    dale = world.person("dale-clover")
    await world.until(TUESDAY, time(16, 20))
    await dale.says("/ilt decide")
    await dale.chooses("teams", ["Grade 3"])
    await dale.submits(statement=WORDS, why="It helps.", helper="Dale Clover")
    assert "Say what changes for Grade 3" in str(dale.form().errors)
    await closes(dale)

    await dale.says("/ilt decide")
    assert written(dale) == WORDS
    await dale.submits(change="Once a day.", helper="Dale Clover")
    assert "D-001 is recorded" in dale.whispers()[-1]
    await dale.says("/ilt decide")
    assert written(dale) == ""

    await dale.chooses("statement", "Later perhaps")
    await in_form(dale, "Save for later")
    await closes(dale)
    await world.until(WEDNESDAY, time(16, 21))
    await dale.says("/ilt decide")
    assert written(dale) == ""


async def test_staff_input_is_never_kept_before_it_is_sent(world):
    pia = world.person("pia-olive")
    await pia.says("/ilt-input")
    assert "Save for later" not in str(pia.form().blocks)


async def test_words_that_may_name_a_child_are_not_kept(world):
    dale = world.person("dale-clover")
    await dale.says("/ilt decide")
    await dale.chooses("statement", "The student Jane Doe in 4B moves to another group")
    await in_form(dale, "Save for later")
    assert "Nothing is kept" in str(dale.form().blocks[0])
    await closes(dale)

    await dale.says("/ilt decide")
    assert written(dale) == ""
