"""Several schools in one workspace: whoever works at two says which one, and nothing is ever mixed."""

import json

import pytest

from bot.messages.vocabulary import Button, Message, buttons, paragraph
from bot.model.audiences import Audience
from bot.model.people import Relation
from bot.ports import Letter
from tests.conftest import SCHOOL
from tests.handlers.conftest import ASTER, BOTH
from tests.handlers.slack.conftest import TOKEN, user_id


@pytest.fixture
async def two_schools(slack, second_school):
    """The second school, in the same workspace."""
    await slack.workspaces.introduce(ASTER, TOKEN)
    return second_school


def newest(sandbox, user):
    return sandbox.acting.ephemerals(user)[-1]


@pytest.mark.requirement("R-303")
async def test_who_works_at_two_schools_is_asked_which_one_and_then_stays_there(
    two_schools, someone, slack, sandbox, sample
):
    dale = someone(BOTH)
    await dale.types("/ilt walk")
    assert dale.view is None
    asked = newest(sandbox, dale.id)
    assert "more than one school" in asked.words
    assert set(asked.buttons) == {"Aster Middle", "Juniper Elementary"} or len(asked.buttons) == 2

    await dale.presses(asked, "Aster Middle")

    actor = await slack.identity("T1", dale.id)
    assert (actor.school, Relation.SCHOOL_LEADER in actor.relations) == (ASTER, True)
    await dale.types("/ilt school")
    await dale.presses(newest(sandbox, dale.id), sample.school.name)
    assert (await slack.identity("T1", dale.id)).school == SCHOOL


async def test_who_works_at_one_of_them_is_never_asked(two_schools, someone, slack):
    ana = someone("quin-poppy")
    assert (await slack.identity("T1", ana.id)).school == SCHOOL
    await ana.types("/ilt school")
    assert "You work at one school here" in ana.private[-1]


async def test_a_button_belongs_to_the_school_that_sent_it(two_schools, slack, sandbox, sample, clock):
    reader = two_schools.keyed(BOTH)
    said = Message(
        "A decision", (paragraph("A decision"), buttons(Button("Got it", "got-it", {"decision": "d9"})))
    )
    letter = Letter("L1", ASTER, "decision/1", Audience.person(reader.id), said, "slack", 1)
    await slack.messenger.deliver(letter, None)

    [call] = sandbox.calls.of("chat.postMessage")
    pressed = call.arguments["blocks"][-1]["elements"][0]
    assert json.loads(pressed["value"]) == {"_school": ASTER, "decision": "d9"}
    actor = await slack.identity("T1", user_id(sample, BOTH), ASTER)
    assert actor.person_id == reader.id


async def test_a_school_named_by_a_button_must_be_one_of_the_workspace(two_schools, slack, sample):
    actor = await slack.identity("T1", user_id(sample, "quin-poppy"), "somewhere-else")
    assert actor.school == SCHOOL
    stranger_there = await slack.identity("T1", user_id(sample, "quin-poppy"), ASTER)
    assert stranger_there.relations == {Relation.STRANGER}
