"""Letters handed to Slack: once, to the right place, and found again when the answer was lost."""

import dataclasses

import pytest

from bot.last_look import while_it_may_go
from bot.messages.vocabulary import Message, Paragraph, Span, bullets, paragraph, text
from bot.model.audiences import Audience
from bot.ports import Busy, Letter, Sent, Trouble, Undeliverable, Unknown
from tests.conftest import SCHOOL
from tests.handlers.slack.conftest import user_id

SAID = Message("The agenda is ready", (paragraph("The agenda is ready. <!channel>"),))
LONG = Message("A long one", tuple(Paragraph((Span(letter * 2900),)) for letter in "abcdefgh"))


@pytest.fixture
def letter(clock):
    def made(audience: Audience, message: Message = SAID, **more: object) -> Letter:
        basis = Letter("L1", SCHOOL, "agenda/1", audience, message, "slack", 1, first_tried_at=clock.now())
        return dataclasses.replace(basis, **more)

    return made


def posted(sandbox, channel: str, user: str, thread: str | None = None) -> list[str]:
    return [seen.words for seen in sandbox.acting.messages(channel, user, thread)]


async def test_a_letter_to_a_channel_is_posted_there_and_pings_nobody(slack, sandbox, sample, letter):
    sent = await slack.messenger.deliver(letter(Audience.ilt()), None)

    ana = user_id(sample, "quin-poppy")
    assert posted(sandbox, "C2", ana) == ["The agenda is ready. <!channel>"]
    [call] = sandbox.calls.of("chat.postMessage")
    assert call.arguments["text"] == "The agenda is ready. &lt;!channel&gt;"
    assert call.arguments["metadata"]["event_payload"]["id"] == "L1"
    assert sent == Sent("C2", call.answer["ts"])
    assert sent.link.endswith(f"/archives/C2/p{sent.reference.replace('.', '')}")


async def test_a_letter_to_a_person_opens_their_direct_messages_once(slack, sandbox, sample, letter):
    person = sample.keyed("quin-poppy")

    await slack.messenger.deliver(letter(Audience.person(person.id)), None)
    await slack.messenger.deliver(letter(Audience.person(person.id), id="L2"), None)

    assert len(sandbox.acting.dms(user_id(sample, "quin-poppy"))) == 2
    assert len(sandbox.calls.of("conversations.open")) == 1


async def test_a_letter_that_is_too_late_by_the_time_of_the_call_is_not_sent(slack, sandbox, letter):
    """As when the program stood still after it had last looked at its watch."""
    await slack.messenger.deliver(letter(Audience.ilt(), id="L0"), None)
    looks = iter([True, False])

    with while_it_may_go(lambda: next(looks)), pytest.raises(Unknown):
        await slack.messenger.deliver(letter(Audience.ilt(), LONG), None)

    assert len(sandbox.calls.of("chat.postMessage")) == 2


async def test_an_answer_stands_in_its_thread_even_when_the_thread_is_gone(slack, sandbox, sample, letter):
    ana = user_id(sample, "quin-poppy")
    first = await slack.messenger.deliver(letter(Audience.ilt()), None)

    await slack.messenger.deliver(letter(Audience.ilt(), id="L2"), first)
    await slack.messenger.deliver(letter(Audience.ilt(), id="L3"), Sent("C2", "1.000001"))

    assert len(posted(sandbox, "C2", ana, first.reference)) == 2
    assert len(posted(sandbox, "C2", ana)) == 2


async def test_a_letter_too_long_for_one_message_goes_on_in_its_thread_in_order(
    slack, sandbox, sample, letter
):
    sent = await slack.messenger.deliver(letter(Audience.ilt(), LONG), None)

    thread = posted(sandbox, "C2", user_id(sample, "quin-poppy"), sent.reference)
    assert len(thread) > 1
    assert "".join(thread).replace("\n", "") == "".join(letter * 2900 for letter in "abcdefgh")


@pytest.mark.parametrize(
    ("audience", "code"),
    [("team:grade-4", "is_archived"), ("team:grade-5", "not_in_channel"), ("team:k-1", "no_channel")],
)
async def test_a_channel_that_takes_no_letter_is_said_in_slacks_own_word(slack, letter, audience, code):
    with pytest.raises(Undeliverable) as refused:
        await slack.messenger.deliver(letter(Audience(audience)), None)

    assert (refused.value.trouble, refused.value.code) == (Trouble.CHANNEL, code)


MEANINGS = [
    ("token_revoked", Trouble.WORKSPACE),
    ("token_expired", Trouble.WORKSPACE),
    ("invalid_auth", Trouble.WORKSPACE),
    ("not_authed", Trouble.WORKSPACE),
    ("account_inactive", Trouble.WORKSPACE),
    ("missing_scope", Trouble.WORKSPACE),
    ("channel_not_found", Trouble.CHANNEL),
    ("restricted_action", Trouble.CHANNEL),
    ("is_archived", Trouble.CHANNEL),
    ("not_in_channel", Trouble.CHANNEL),
    ("user_disabled", Trouble.PERSON),
    ("cannot_dm_bot", Trouble.PERSON),
    ("invalid_blocks", Trouble.MESSAGE),
    ("msg_too_long", Trouble.MESSAGE),
    ("something_new", Trouble.PASSING),
    ("message_limit_exceeded", Trouble.PASSING),
]


async def test_slacks_no_has_one_of_five_meanings(slack, sandbox, letter):
    for error, trouble in MEANINGS:
        sandbox.faults.refuse("chat.postMessage", error)

        with pytest.raises(Undeliverable) as refused:
            await slack.messenger.deliver(letter(Audience.ilt()), None)

        assert (refused.value.trouble, refused.value.code) == (trouble, error)


async def test_a_person_without_an_account_is_said(slack, sandbox, sample, letter):
    for user in sandbox.workspace.users.values():
        if user.name == "Quin Poppy":
            sandbox.workspace.users[user.id] = dataclasses.replace(user, email="other@sample.example")

    with pytest.raises(Undeliverable) as refused:
        await slack.messenger.deliver(letter(Audience.person(sample.keyed("quin-poppy").id)), None)

    assert (refused.value.trouble, refused.value.code) == (Trouble.PERSON, "no_account")


async def test_a_busy_slack_says_how_long_to_wait_and_nothing_is_sent(slack, sandbox, sample, letter):
    sandbox.faults.rate_limit("chat.postMessage", 7)

    with pytest.raises(Busy) as busy:
        await slack.messenger.deliver(letter(Audience.ilt()), None)

    assert busy.value.seconds == 7
    assert posted(sandbox, "C2", user_id(sample, "quin-poppy")) == []


@pytest.mark.parametrize("trouble", ["drop_after", "drop_before", "server_error"])
async def test_a_lost_answer_is_not_an_error_and_nothing_is_sent_again(slack, sandbox, letter, trouble):
    getattr(sandbox.faults, trouble)("chat.postMessage")

    with pytest.raises(Unknown):
        await slack.messenger.deliver(letter(Audience.ilt()), None)

    assert len(sandbox.calls.of("chat.postMessage")) == 1


@pytest.mark.parametrize("to_a_person", [True, False])
async def test_a_letter_that_arrived_is_found_and_one_that_did_not_is_not(
    slack, sandbox, sample, letter, to_a_person
):
    audience = Audience.person(sample.keyed("quin-poppy").id) if to_a_person else Audience.ilt()
    sandbox.faults.drop_after("chat.postMessage")
    with pytest.raises(Unknown):
        await slack.messenger.deliver(letter(audience), None)

    found = await slack.messenger.settle(letter(audience))

    assert found is not None
    assert (
        sandbox.workspace.conversation(found.address).messages[found.reference].text.startswith("The agenda")
    )
    assert await slack.messenger.settle(letter(audience, id="L2")) is None


async def test_a_letter_in_a_thread_is_looked_for_there(slack, sandbox, letter):
    first = await slack.messenger.deliver(letter(Audience.ilt()), None)
    sandbox.faults.drop_after("chat.postMessage")
    with pytest.raises(Unknown):
        await slack.messenger.deliver(letter(Audience.ilt(), id="L2"), first)

    assert await slack.messenger.settle(letter(Audience.ilt(), id="L2", under=first)) is not None
    assert await slack.messenger.settle(letter(Audience.ilt(), id="L3", under=first)) is None


@pytest.mark.parametrize("message", [(), (LONG,)], ids=["one page", "several pages"])
async def test_a_letter_that_stands_beside_its_thread_because_that_was_gone_is_found(
    slack, sandbox, sample, letter, message
):
    said = letter(Audience.ilt(), *message, under=Sent("C2", "1.000001"))
    sandbox.faults.drop_after("chat.postMessage", matches=lambda call: "thread_ts" not in call)
    with pytest.raises(Unknown):
        await slack.messenger.deliver(said, said.under)

    found = await slack.messenger.settle(said)

    assert found is not None
    assert (await slack.messenger.settle(said)).reference == found.reference
    rest = posted(sandbox, "C2", user_id(sample, "quin-poppy"), found.reference)
    assert len(posted(sandbox, "C2", user_id(sample, "quin-poppy"))) == 1
    assert (len(rest) > 1) == bool(message)


async def test_pages_that_did_not_arrive_are_posted_when_the_letter_is_settled(
    slack, sandbox, sample, letter
):
    long = letter(Audience.ilt(), LONG)
    sandbox.faults.drop_before("chat.postMessage", matches=lambda said: bool(said.get("thread_ts")))
    with pytest.raises(Unknown):
        await slack.messenger.deliver(long, None)

    found = await slack.messenger.settle(long)

    thread = posted(sandbox, "C2", user_id(sample, "quin-poppy"), found.reference)
    assert "".join(thread).replace("\n", "") == "".join(letter * 2900 for letter in "abcdefgh")


async def test_a_workspace_that_does_not_let_us_read_says_nothing(slack, sandbox, letter):
    sandbox.faults.refuse("conversations.history", "missing_scope")
    await slack.directory.sync(SCHOOL)

    with pytest.raises(Unknown):
        await slack.messenger.settle(letter(Audience.ilt()))


@pytest.mark.parametrize("trouble", ["drop_before", "server_error"])
async def test_a_workspace_that_gives_no_answer_is_asked_again_later(slack, sandbox, letter, trouble):
    await slack.directory.sync(SCHOOL)
    getattr(sandbox.faults, trouble)("conversations.history", times=3)

    with pytest.raises(Busy):
        await slack.messenger.settle(letter(Audience.ilt()))


async def test_a_letter_that_was_never_tried_is_not_there(slack, letter):
    assert await slack.messenger.settle(letter(Audience.ilt(), first_tried_at=None)) is None


async def test_a_school_without_a_workspace_is_said(slack, letter):
    with pytest.raises(Undeliverable) as refused:
        await slack.messenger.deliver(letter(Audience.ilt(), school="elsewhere"), None)

    assert refused.value.trouble is Trouble.WORKSPACE


async def test_a_private_letter_has_no_word_of_itself_in_its_notification(slack, sandbox, letter):
    message = Message("Something for you", (paragraph("Ana said"), bullets(text("x"))), private=True)

    await slack.messenger.deliver(letter(Audience.ilt(), message), None)

    [call] = sandbox.calls.of("chat.postMessage")
    assert call.arguments["text"] == "Something for you"
