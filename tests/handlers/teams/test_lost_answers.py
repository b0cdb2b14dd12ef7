"""Letters of which Teams does not say what became: looked up later, and never repeated blindly."""

import pytest

from bot.model.audiences import Audience
from bot.ports import Busy, Unknown
from tests.conftest import SCHOOL
from tests.handlers.teams.a_tenant import ILT
from tests.handlers.teams.letters import LONG, is_reply, posted


@pytest.mark.parametrize("trouble", ["drop_after", "drop_before", "server_error", "malform"])
async def test_a_lost_answer_is_not_an_error_and_nothing_is_sent_again(teams, sandbox, letter, trouble):
    getattr(sandbox.faults, trouble)("activities.create")

    with pytest.raises(Unknown):
        await teams.messenger.deliver(letter(Audience.ilt()), None)

    assert len(sandbox.calls.of("activities.create")) == 1
    with pytest.raises(Unknown):
        await teams.messenger.settle(letter(Audience.ilt()))


@pytest.mark.parametrize("method", ["conversations.create", "members.page", "teams.get"])
@pytest.mark.parametrize("trouble", ["drop_after", "server_error", "malform"])
async def test_what_is_lost_on_the_way_to_a_conversation_has_sent_nothing(
    teams, sandbox, letter, quin, method, trouble
):
    getattr(sandbox.faults, trouble)(method)

    with pytest.raises(Busy):
        await teams.messenger.deliver(letter(quin), None)

    assert sandbox.calls.of("activities.create") == []


async def test_an_answer_that_takes_too_long_is_a_lost_one(teams, sandbox, letter):
    await teams.directory.sync(SCHOOL)
    sandbox.faults.delay("activities.create", 4)

    with pytest.raises(Unknown):
        await teams.messenger.deliver(letter(Audience.ilt()), None)


async def test_a_connector_that_cannot_be_reached_has_not_been_sent_anything(teams, letter):
    await teams.directory.sync(SCHOOL)
    teams.tenants.serves(teams.tenants.of_school(SCHOOL).team, "http://127.0.0.1:9/")

    with pytest.raises(Busy):
        await teams.messenger.deliver(letter(Audience.ilt()), None)


@pytest.mark.parametrize("trouble", ["rate_limit", "refuse"])
async def test_a_page_that_was_refused_for_now_is_posted_when_the_letter_is_settled(
    teams, sandbox, letter, trouble
):
    long = letter(Audience.ilt(), LONG)
    how = {"rate_limit": 1, "refuse": "MessageWritesBlocked"}[trouble]
    getattr(sandbox.faults, trouble)("activities.create", how, matches=is_reply)
    with pytest.raises(Unknown):
        await teams.messenger.deliver(long, None)

    sent = await teams.messenger.settle(long)

    root, *_ = sent.reference.split()
    chain = [*posted(sandbox, ILT), *posted(sandbox, ILT, root)]
    assert "".join(chain).replace("\n", "") == "".join(letter * 9000 for letter in "abcdefg")


@pytest.mark.parametrize(("if_unknown", "times"), [("never", 1), ("again", 2)])
async def test_a_page_whose_answer_was_lost_comes_twice_only_where_that_is_better(
    teams, sandbox, letter, if_unknown, times
):
    long = letter(Audience.ilt(), LONG, if_unknown=if_unknown)
    sandbox.faults.drop_after("activities.create", matches=is_reply)
    with pytest.raises(Unknown):
        await teams.messenger.deliver(long, None)

    sent = await teams.messenger.settle(long)

    root, *_ = sent.reference.split()
    chain = posted(sandbox, ILT, root)
    assert chain.count(chain[0]) == times
    assert len(set(chain)) == len(sent.reference.split()) - (1 if times == 2 else 0)
