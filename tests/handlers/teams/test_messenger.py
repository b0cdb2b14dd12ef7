"""Letters handed to Teams: once, to the right place, and never repeated blindly."""

import dataclasses

import pytest

from bot.model.audiences import Audience
from bot.ports import Busy, Sent, Trouble, Undeliverable
from bot.sandbox.teams.limits import Limits
from tests.handlers.teams.a_tenant import GRADE_3, ILT, chat_of, user_id
from tests.handlers.teams.letters import LONG, WORDS, is_reply, posted


async def test_a_letter_to_a_channel_is_posted_there_once_and_pings_nobody(teams, sandbox, letter):
    sent = await teams.messenger.deliver(letter(Audience.ilt()), None)

    assert posted(sandbox, ILT) == [WORDS]
    [call] = sandbox.calls.of("activities.create")
    assert sent == Sent(ILT, call.answer["id"])
    assert sent.link.startswith("https://teams.microsoft.com/l/message/19%3A")
    assert f"/{sent.reference}?tenantId=" in sent.link
    assert "entities" not in call.arguments["body"]


async def test_a_letter_to_a_person_opens_their_chat_once(teams, sandbox, letter, quin):
    for _ in range(2):
        sent = await teams.messenger.deliver(letter(quin), None)

    assert posted(sandbox, chat_of("quin-poppy")) == [WORDS, WORDS]
    assert sent.address == chat_of("quin-poppy")
    assert len(sandbox.calls.of("conversations.create")) == 1


async def test_an_answer_stands_in_the_reply_chain_even_under_a_reply_and_beside_a_chain_that_is_gone(
    teams, sandbox, letter
):
    first = await teams.messenger.deliver(letter(Audience.ilt()), None)

    second = await teams.messenger.deliver(letter(Audience.ilt(), id="L2"), first)
    await teams.messenger.deliver(letter(Audience.ilt(), id="L3"), second)
    await teams.messenger.deliver(letter(Audience.ilt(), id="L4"), Sent(ILT, "1000000000001"))
    await teams.messenger.deliver(letter(Audience.ilt(), id="L5"), Sent(GRADE_3, "1000000000001"))

    assert posted(sandbox, ILT, first.reference) == [WORDS, WORDS]
    assert posted(sandbox, ILT) == [WORDS] * 3


@pytest.mark.parametrize("code", ["ActivityNotFoundInConversation", "ConversationNotFound"])
async def test_an_answer_stands_beside_a_chain_whose_first_message_was_removed(teams, sandbox, letter, code):
    first = await teams.messenger.deliver(letter(Audience.ilt()), None)
    sandbox.faults.refuse("activities.create", code, matches=is_reply)

    await teams.messenger.deliver(letter(Audience.ilt(), id="L2"), first)

    assert posted(sandbox, ILT) == [WORDS, WORDS]


async def test_a_letter_too_long_for_one_message_goes_on_in_its_reply_chain_in_order(
    teams, sandbox, letter, quin
):
    sent = await teams.messenger.deliver(letter(Audience.ilt(), LONG), None)
    await teams.messenger.deliver(letter(quin, LONG, id="L2"), None)

    root, *_ = sent.reference.split()
    chain = [*posted(sandbox, ILT), *posted(sandbox, ILT, root)]
    assert len(chain) == len(sent.reference.split()) > 2
    assert posted(sandbox, chat_of("quin-poppy")) == chain
    assert "".join(chain).replace("\n", "") == "".join(letter * 9000 for letter in "abcdefg")


@pytest.mark.parametrize(
    ("audience", "code"),
    [("team:grade-4", "MessageWritesBlocked"), ("team:grade-5", "no_channel"), ("team:k-1", "no_channel")],
)
async def test_a_channel_that_takes_no_letter_is_said_in_teams_own_word(
    teams, sandbox, letter, audience, code
):
    archived(sandbox, "Grade 4")

    with pytest.raises(Undeliverable) as refused:
        await teams.messenger.deliver(letter(Audience(audience)), None)

    assert (refused.value.trouble, refused.value.code) == (Trouble.CHANNEL, code)


def archived(sandbox, team: str) -> None:
    sandbox.tenant.change(dataclasses.replace(sandbox.tenant.team(team), archived=True))


MEANINGS = [
    ("Unauthorized", Trouble.WORKSPACE, Trouble.WORKSPACE),
    ("BotDisabledByAdmin", Trouble.WORKSPACE, Trouble.WORKSPACE),
    ("BotNotInConversationRoster", Trouble.CHANNEL, Trouble.PERSON),
    ("ConversationBlockedByUser", Trouble.CHANNEL, Trouble.PERSON),
    ("ConversationNotFound", Trouble.CHANNEL, Trouble.PERSON),
    ("ForbiddenOperationException", Trouble.CHANNEL, Trouble.PERSON),
    ("MessageWritesBlocked", Trouble.CHANNEL, Trouble.PERSON),
    ("NotEnoughPermissions", Trouble.CHANNEL, Trouble.PERSON),
    ("BadSyntax", Trouble.MESSAGE, Trouble.MESSAGE),
    ("MessageSizeTooBig", Trouble.MESSAGE, Trouble.MESSAGE),
]


async def test_teams_no_has_one_of_four_meanings(teams, sandbox, letter, quin):
    for error, *troubles in MEANINGS:
        for audience, trouble in zip((Audience.ilt(), quin), troubles, strict=True):
            sandbox.faults.refuse("activities.create", error, times=2)

            with pytest.raises(Undeliverable) as refused:
                await teams.messenger.deliver(letter(audience), None)

            sandbox.faults.clear()
            assert (refused.value.trouble, refused.value.code) == (trouble, error)
    assert posted(sandbox, ILT) == posted(sandbox, chat_of("quin-poppy")) == []


async def test_a_chat_that_is_gone_is_opened_anew_once(teams, sandbox, letter, quin):
    await teams.messenger.deliver(letter(quin), None)
    sandbox.faults.refuse("activities.create", "ConversationNotFound")

    await teams.messenger.deliver(letter(quin, id="L2"), None)

    assert len(posted(sandbox, chat_of("quin-poppy"))) == 2
    assert len(sandbox.calls.of("conversations.create")) == 2


@pytest.mark.parametrize(
    ("change", "code"),
    [({"installed": False}, "ForbiddenOperationException"), ({"blocked": True}, "ConversationBlockedByUser")],
)
@pytest.mark.parametrize("spoken_before", [True, False])
async def test_somebody_without_the_app_or_who_blocked_it_is_said_to_be_out_of_reach(
    teams, sandbox, letter, quin, change, code, spoken_before
):
    if spoken_before:
        await teams.messenger.deliver(letter(quin), None)
    person = sandbox.tenant.people[user_id("quin-poppy")]
    sandbox.tenant.change(dataclasses.replace(person, **change))

    with pytest.raises(Undeliverable) as refused:
        await teams.messenger.deliver(letter(quin, id="L2"), None)

    assert (refused.value.trouble, refused.value.code) == (Trouble.PERSON, code)


async def test_a_person_without_an_account_is_said(teams, sandbox, sample, letter, quin):
    person = sandbox.tenant.people[user_id("quin-poppy")]
    sandbox.tenant.change(dataclasses.replace(person, email="other@sample.example"))

    with pytest.raises(Undeliverable) as refused:
        await teams.messenger.deliver(letter(quin), None)

    assert (refused.value.trouble, refused.value.code) == (Trouble.PERSON, "no_account")


async def test_a_busy_teams_says_how_long_to_wait_and_nothing_is_sent(teams, sandbox, letter):
    await teams.messenger.deliver(letter(Audience.ilt()), None)
    sandbox.faults.rate_limit("activities.create", 7)
    sandbox.faults.refuse("activities.create", "PreconditionFailed")
    sandbox.faults.rate_limit("activities.create", 86_400)

    for seconds in (7, 1, 900):
        with pytest.raises(Busy) as busy:
            await teams.messenger.deliver(letter(Audience.ilt(), id="L2"), None)
        assert busy.value.seconds == seconds

    assert len(posted(sandbox, ILT)) == 1


class TestAtTeamsOwnPace:
    @pytest.fixture
    def limits(self) -> Limits:
        return Limits.like_teams()

    async def test_too_many_letters_to_one_conversation_at_once_are_told_to_wait(
        self, teams, sandbox, letter
    ):
        for number in range(7):
            await teams.messenger.deliver(letter(Audience.ilt(), id=f"L{number}"), None)

        with pytest.raises(Busy) as busy:
            await teams.messenger.deliver(letter(Audience.ilt(), id="L8"), None)

        assert busy.value.seconds >= 1


async def test_a_school_without_a_tenant_is_not_installed(teams, letter):
    with pytest.raises(Undeliverable) as refused:
        await teams.messenger.deliver(letter(Audience.ilt(), school="elsewhere"), None)

    assert (refused.value.trouble, refused.value.code) == (Trouble.WORKSPACE, "not_installed")
