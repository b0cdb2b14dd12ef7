"""Letters handed to Teams: once, to the right place, and never repeated blindly."""

import dataclasses

import pytest

from bot.messages.vocabulary import Message, Paragraph, Span, paragraph
from bot.model.audiences import Audience
from bot.ports import Busy, Letter, Sent, Trouble, Undeliverable, Unknown
from bot.sandbox.teams.limits import Limits
from tests.conftest import SCHOOL
from tests.handlers.teams.a_tenant import GRADE_3, ILT, chat_of, user_id

SAID = Message("The agenda is ready", (paragraph("The agenda is ready. Type /ilt input, <at>all</at>."),))
LONG = Message("A long one", tuple(Paragraph((Span(letter * 9000),)) for letter in "abcdefg"))
WORDS = "The agenda is ready. Type “input”, <at>all</at>."


@pytest.fixture
def letter(clock):
    def made(audience: Audience, message: Message = SAID, **more: object) -> Letter:
        basis = Letter("L1", SCHOOL, "agenda/1", audience, message, "teams", 1, first_tried_at=clock.now())
        return dataclasses.replace(basis, **more)

    return made


@pytest.fixture
def quin(sample):
    return Audience.person(sample.keyed("quin-poppy").id)


def posted(sandbox, conversation: str, root: str | None = None) -> list[str]:
    """The words that stand in a conversation; of a channel, those that begin a chain or stand in one."""
    held = sandbox.tenant.conversations[conversation]
    seen = {one.id: one.words for one in sandbox.acting.messages(conversation, user_id("quin-poppy"))}
    if held.is_personal:
        return list(seen.values())
    return [
        words
        for name, words in seen.items()
        if (held.messages[name].root == (root or name)) and (root is None or name != root)
    ]


def is_reply(arguments: dict) -> bool:
    return ";messageid=" in arguments["conversation"]


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


async def test_a_school_without_a_tenant_is_not_installed(teams, letter):
    with pytest.raises(Undeliverable) as refused:
        await teams.messenger.deliver(letter(Audience.ilt(), school="elsewhere"), None)

    assert (refused.value.trouble, refused.value.code) == (Trouble.WORKSPACE, "not_installed")
