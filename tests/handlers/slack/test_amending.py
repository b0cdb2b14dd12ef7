"""What was posted is changed or taken back where it stands; where Slack refuses, a note says what is new."""

from datetime import timedelta

import pytest

from bot.courier import Courier
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from tests.conftest import SCHOOL
from tests.handlers.slack.conftest import user_id
from tests.letters import letters

BEFORE = Message("Exit tickets", (paragraph("Exit tickets from Monday on."),))
AFTER = Message("Exit tickets", (paragraph("Exit tickets from Tuesday on. Edited Oct 19."),))
ILT = Audience.ilt()


@pytest.fixture
def courier(units, slack, clock) -> Courier:
    return Courier(units, slack.messenger, clock)


@pytest.fixture
def read(sandbox, sample):
    """What somebody reads in the ILT channel, or under one of its messages."""

    def seen(thread=None):
        return [one.words for one in sandbox.acting.messages("C2", user_id(sample, "quin-poppy"), thread)]

    return seen


async def say(units, clock, **more):
    async with units.writing(SCHOOL) as work:
        await work.outbox.post(ILT, BEFORE, key="decision/1", due_at=more.get("due_at", clock.now()))


async def edit(units, clock, message=AFTER, name="1") -> int:
    async with units.writing(SCHOOL) as work:
        return await work.outbox.edit("decision/1", message, edit=name, due_at=clock.now())


async def remove(units, clock) -> int:
    async with units.writing(SCHOOL) as work:
        return await work.outbox.remove("decision/1", edit="1", due_at=clock.now())


@pytest.mark.requirement("R-300")
async def test_a_post_is_edited_where_it_stands(units, clock, courier, read):
    await say(units, clock)
    await courier.deliver_due()

    assert await edit(units, clock) == 1
    await courier.deliver_due()

    assert read() == ["Exit tickets from Tuesday on. Edited Oct 19."]


async def test_where_slack_lets_nobody_edit_any_more_a_note_stands_in_the_thread(
    units, clock, courier, read, sandbox
):
    await say(units, clock)
    await courier.deliver_due()
    sandbox.workspace.edits_are_closed = True

    await edit(units, clock)
    await courier.deliver_due()

    assert read() == ["Exit tickets from Monday on."]
    [posted] = [one for one in await letters(units) if one.key == "decision/1"]
    assert posted.state is LetterState.SENT
    thread = sandbox.calls.of("chat.postMessage")[-1].arguments["thread_ts"]
    assert read(thread)[-1] == "Exit tickets from Tuesday on. Edited Oct 19."


async def test_a_post_that_waits_is_changed_before_it_goes_out(units, clock, courier, read, sandbox):
    await say(units, clock, due_at=clock.now() + timedelta(hours=1))
    await edit(units, clock)
    clock.advance(hours=2)
    await courier.deliver_due()

    assert read() == ["Exit tickets from Tuesday on. Edited Oct 19."]
    assert sandbox.calls.of("chat.update") == []


async def test_a_post_that_is_removed_is_gone_however_often_that_is_tried(
    units, clock, courier, read, sandbox
):
    await say(units, clock)
    await courier.deliver_due()
    sandbox.faults.drop_after("chat.delete")

    await remove(units, clock)
    await courier.deliver_due()
    clock.advance(minutes=2)
    await courier.settle_overdue()
    await courier.deliver_due()

    assert read() == []
    assert {one.state for one in await letters(units)} == {LetterState.SENT}


async def test_a_post_that_waits_and_is_removed_never_goes_out(units, clock, courier, read):
    await say(units, clock, due_at=clock.now() + timedelta(hours=1))
    await remove(units, clock)
    clock.advance(hours=2)

    assert await courier.deliver_due() == 0
    assert read() == []
