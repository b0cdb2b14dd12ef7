"""What was posted is changed or taken back where it stands; where Teams refuses, a note says what is new."""

from datetime import timedelta

import pytest

from bot.courier import Courier
from bot.messages.vocabulary import Message, Paragraph, Span, paragraph
from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from tests.conftest import SCHOOL
from tests.handlers.teams.a_tenant import ILT as CHANNEL
from tests.handlers.teams.a_tenant import chat_of, user_id
from tests.letters import letters

BEFORE = Message("Exit tickets", (paragraph("Exit tickets from Monday on."),))
AFTER = Message("Exit tickets", (paragraph("Exit tickets from Tuesday on. Edited Oct 19."),))
LONG, LONGER = (
    Message("A long one", tuple(Paragraph((Span(letter * 9000),)) for letter in letters))
    for letters in ("abcd", "ABCDEFGH")
)
ILT = Audience.ilt()


@pytest.fixture
def courier(units, teams, clock) -> Courier:
    return Courier(units, teams.messenger, clock, platform="teams")


@pytest.fixture
def read(sandbox):
    """What somebody reads in the ILT's channel or in their own chat, chains and all."""

    def seen(conversation=CHANNEL):
        return [one.words for one in sandbox.acting.messages(conversation, user_id("quin-poppy"))]

    return seen


@pytest.fixture
def say(units, clock, courier):
    async def post(message=BEFORE, audience=ILT, *, waits=False):
        due_at = clock.now() + timedelta(hours=1 if waits else 0)
        async with units.writing(SCHOOL) as work:
            await work.outbox.post(audience, message, key="decision/1", due_at=due_at, platform="teams")
        await courier.deliver_due()

    return post


@pytest.fixture
def edit(units, clock, courier):
    async def put(message=AFTER, name="1") -> int:
        async with units.writing(SCHOOL) as work:
            copies = await work.outbox.edit("decision/1", message, edit=name, due_at=clock.now())
        await courier.deliver_due()
        return copies

    return put


@pytest.fixture
def remove(units, clock, courier):
    async def take_back(name="1") -> None:
        async with units.writing(SCHOOL) as work:
            await work.outbox.remove("decision/1", edit=name, due_at=clock.now())
        await courier.deliver_due()

    return take_back


async def test_a_post_is_edited_where_it_stands(say, edit, read):
    await say()

    assert await edit() == 1

    assert read() == ["Exit tickets from Tuesday on. Edited Oct 19."]


async def test_where_teams_lets_nobody_edit_a_note_stands_in_the_reply_chain(say, edit, read, sandbox):
    await say()
    sandbox.faults.refuse("activities.update", "NotEnoughPermissions")

    await edit()

    assert read() == ["Exit tickets from Monday on.", "Exit tickets from Tuesday on. Edited Oct 19."]
    first, note = sandbox.acting.messages(CHANNEL, user_id("quin-poppy"))
    assert note.root == first.id


async def test_a_post_that_waits_is_changed_before_it_goes_out(say, edit, read, sandbox, clock, courier):
    await say(waits=True)
    await edit()
    clock.advance(hours=2)
    await courier.deliver_due()

    assert read() == ["Exit tickets from Tuesday on. Edited Oct 19."]
    assert sandbox.calls.of("activities.update") == []


async def test_a_post_that_is_removed_is_gone_however_often_that_is_tried(say, remove, read, units):
    await say()

    await remove()
    await remove("2")

    assert read() == []
    assert {one.state for one in await letters(units)} == {LetterState.SENT}


@pytest.mark.parametrize("trouble", ["drop_after", "drop_before", "server_error"])
async def test_a_change_whose_answer_was_lost_is_made_again_without_harm(
    say, edit, remove, read, sandbox, clock, courier, trouble
):
    await say()
    getattr(sandbox.faults, trouble)("activities.update")
    await edit()
    clock.advance(seconds=61)
    await courier.settle_overdue()
    await courier.deliver_due()
    assert read() == ["Exit tickets from Tuesday on. Edited Oct 19."]

    getattr(sandbox.faults, trouble)("activities.delete")
    await remove()
    clock.advance(seconds=61)
    await courier.settle_overdue()
    await courier.deliver_due()
    assert read() == []


@pytest.mark.parametrize("to_a_person", [True, False])
async def test_every_page_is_changed_and_taken_back(say, edit, remove, read, sample, to_a_person):
    audience = Audience.person(sample.keyed("quin-poppy").id) if to_a_person else ILT
    where = chat_of("quin-poppy") if to_a_person else CHANNEL
    await say(LONG, audience)
    assert len(read(where)) == 2

    await edit(LONGER)
    assert "".join(read(where)).replace("\n", "") == "".join(letter * 9000 for letter in "ABCDEFGH")

    await edit(AFTER, "2")
    assert "Exit tickets from Tuesday on. Edited Oct 19." in read(where)
    assert not any("B" * 9000 in words for words in read(where)[:2])


async def test_all_pages_that_were_posted_are_taken_back(say, remove, read):
    await say(LONG)

    await remove()

    assert read() == []


async def test_a_change_in_a_channel_that_is_gone_is_no_reason_to_tell_anybody_else(
    say, edit, sandbox, units
):
    await say()
    del sandbox.tenant.conversations[CHANNEL]

    await edit()

    assert {one.key: one.state for one in await letters(units)} == {
        "decision/1": LetterState.SENT,
        "decision/1/edit/1": LetterState.FAILED,
    }
