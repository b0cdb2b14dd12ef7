"""Somebody reads the bot in Spanish, and a channel does; what people write stays as they wrote it."""

from datetime import date, time

import pytest

from bot.model.languages import Language
from tests.conftest import SCHOOL
from tests.scenarios.test_a_decision import records

TUESDAY, WEDNESDAY = date(2026, 10, 27), date(2026, 10, 28)


@pytest.mark.requirement("R-299")
async def test_everything_one_reads_is_in_the_language_one_chose(world):
    uma, dale = world.person("uma-thistle"), world.person("dale-clover")
    await uma.says("/ilt language")
    await uma.presses("Español")
    assert "Te escribo en español" in uma.whispers()[-1]

    await uma.says("/ilt-input Reading groups need more time")
    form = uma.form()
    assert "Cancelar" in str(form.body["close"])
    assert form.body["title"]["text"] == "Decir algo"
    assert "Reading groups need more time" in str(form.blocks)
    await uma.submits(mode="named")
    assert "I-001" in uma.letters()[-1]
    assert "Entendido. Este es I-001." in uma.letters()[-1]
    assert "agenda" in (await uma.opens_home()).lower()

    await dale.says("/ilt")
    assert "Español" not in dale.whispers()[-1]


@pytest.mark.requirement("R-299")
async def test_a_channel_reads_its_posts_in_the_language_chosen_for_it(world):
    dale, uma, pia = (world.person(key) for key in ("dale-clover", "uma-thistle", "pia-olive"))
    async with world.running.core.units.writing(SCHOOL) as work:
        (await work.people.to_change()).team("grade-4").language = Language.SPANISH
    await world.until(TUESDAY, time(16, 20))
    await records(dale, "Pairs talk before they write", ["Grade 3", "Grade 4"])
    await world.until(WEDNESDAY)

    spanish, english = (
        world.heard_in("grade-4", "uma-thistle")[-1],
        world.heard_in("grade-3", "pia-olive")[-1],
    )
    assert "Pairs talk before they write" in spanish
    assert "Pairs talk before they write" in english
    assert "Por qué: It helps." in spanish
    assert "Why: It helps." in english
    assert uma.account != pia.account
