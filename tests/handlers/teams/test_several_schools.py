"""Several schools in one tenant: whoever works at two says which one, and nothing is ever mixed."""

import pytest

from bot.messages.vocabulary import Button, Message, buttons, paragraph
from bot.model.audiences import Audience
from bot.model.people import Relation
from bot.ports import Letter
from bot.sandbox.teams.reading import buttons as buttons_of
from tests.conftest import SCHOOL
from tests.handlers.conftest import ASTER, BOTH
from tests.handlers.teams.a_tenant import TENANT


@pytest.fixture
def two_schools(bot, sandbox, second_school):
    """The second school, in the same tenant."""
    bot.tenants.introduce(ASTER, TENANT, sandbox.service_url)
    return second_school


@pytest.mark.requirement("R-303")
async def test_who_works_at_two_schools_is_asked_which_one_and_then_stays_there(
    two_schools, someone, bot, sample
):
    dale = someone(BOTH)
    (asked,) = await dale.types("walk")
    assert "more than one school" in asked.words
    assert len(asked.buttons) == 2

    await dale.presses(asked, "Aster Middle")

    actor = await bot.identity(TENANT, dale.id)
    assert (actor.school, Relation.SCHOOL_LEADER in actor.relations) == (ASTER, True)
    (again,) = await dale.types("school")
    await dale.presses(again, sample.school.name)
    assert (await bot.identity(TENANT, dale.id)).school == SCHOOL


async def test_a_dialog_cannot_open_before_it_is_clear_whose_it_is(two_schools, someone):
    dale = someone(BOTH)

    page = await dale.uses("add-item")

    assert "more than one school" in page.words
    assert len(dale.chat[-1].buttons) == 2


async def test_a_form_stays_with_the_school_it_was_opened_for(two_schools, someone, bot, routines):
    dale = someone(BOTH)
    (asked,) = await dale.types("school")
    await dale.presses(asked, "Aster Middle")
    await dale.uses("add-item")

    await dale.presses(
        asked, "Sample Elementary" if "Sample Elementary" in asked.buttons else asked.buttons[1]
    )
    await dale.submits(title="Exit tickets")

    assert [actor.school for _, actor in routines.kept] == [ASTER]


async def test_who_works_at_one_of_them_is_never_asked(two_schools, someone, bot):
    ana = someone()
    assert (await bot.identity(TENANT, ana.id)).school == SCHOOL

    (said,) = await ana.types("school")

    assert "You work at one school here" in said.words


async def test_a_button_belongs_to_the_school_that_sent_it(two_schools, bot, someone, routines):
    reader, dale = two_schools.keyed(BOTH), someone(BOTH)
    (asked,) = await dale.types("hello")
    await dale.presses(asked, "Aster Middle")
    await dale.types("hello")
    offered = buttons(Button("Got it", "got-it", {"decision": "d9"}))
    said = Message("A decision", (paragraph("A decision"), offered))
    letter = Letter("L1", ASTER, "decision/1", Audience.person(reader.id), said, "teams", 1)
    sent = await bot.messenger.deliver(letter, None)

    (message,) = [seen for seen in dale.chat if seen.id == sent.reference]
    (pressed,) = buttons_of(message.card)
    await dale.presses(message, "Got it")

    assert pressed["data"] == {"values": {"decision": "d9"}, "school": ASTER}
    [(_, actor)] = routines.kept
    assert (actor.school, actor.person_id) == (ASTER, reader.id)


async def test_a_home_is_of_one_school_and_so_are_its_buttons(two_schools, someone, routines):
    dale = someone(BOTH)
    (asked,) = await dale.types("school")
    await dale.presses(asked, "Aster Middle")
    (home,) = await dale.types("home")

    await dale.presses(home, "Got it")

    assert [actor.school for _, actor in routines.kept] == [ASTER]


async def test_a_school_named_by_a_button_must_be_one_of_the_tenant(two_schools, bot, someone):
    ana = someone()
    await ana.types("hello")

    assert (await bot.identity(TENANT, ana.id, "somewhere-else")).school == SCHOOL
    assert (await bot.identity(TENANT, ana.id, ASTER)).relations == {Relation.STRANGER}
