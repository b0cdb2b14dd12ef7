"""The connector does what Teams does for a bot, and refuses what Teams refuses."""

import aiohttp
import pytest

from bot.sandbox.teams.limits import Limits
from bot.sandbox.teams.server import Teams
from tests.sandbox.teams.a_tenant import (
    ANA,
    BEN,
    CARA,
    CHAT,
    GUEST,
    ILT,
    OLD,
    SEED,
    STAFF,
    card,
    message,
    text,
)
from tests.sandbox.teams.conftest import Api, Json

HELLO = message(card(text("Hello")))


def to(member: str, **more: object) -> Json:
    return {"members": [{"id": member}], "tenantId": SEED.tenant_id, **more}


async def test_a_chat_with_somebody_is_the_same_one_every_time(api: Api, teams: Teams) -> None:
    by_directory_id = teams.tenant.people[ANA].object_id
    first = await api("POST", "conversations", to(ANA))
    again = await api("POST", "conversations", to(by_directory_id, activity=HELLO))

    assert (first["status"], first["body"]["id"], again["body"]["id"]) == (201, CHAT, CHAT)
    assert [seen.words for seen in teams.acting.messages(user=ANA)] == ["Hello"]


async def test_a_message_in_a_channel_starts_a_thread_that_others_continue(api: Api, teams: Teams) -> None:
    root = await api.posts(ILT, HELLO)
    reply = await api.posts(f"{ILT};messageid={root}", message(card(text("More"))))
    other = await api.posts(ILT, message(card(text("Other"))))

    threads = [(seen.id, seen.root, seen.words) for seen in teams.acting.messages("ILT", BEN)]
    assert threads == [(root, root, "Hello"), (reply, root, "More"), (other, other, "Other")]


async def test_the_bot_changes_and_deletes_its_own_messages_only(api: Api, teams: Teams) -> None:
    mine = await api.posts(CHAT, HELLO)
    theirs = teams.acting.written(ANA, "Hi")["id"]
    path = f"conversations/{CHAT}/activities"

    changed = await api("PUT", f"{path}/{mine}", message(card(text("Bye"))))
    assert (changed["status"], changed["body"]) == (200, {"id": mine})
    assert [(seen.words, seen.edited) for seen in teams.acting.messages(user=ANA)] == [("Bye", True)]
    assert (await api("PUT", f"{path}/{theirs}", HELLO))["status"] == 403
    assert (await api("DELETE", f"{path}/{mine}"))["status"] == 200
    assert (await api("DELETE", f"{path}/{mine}"))["code"] == "ActivityNotFoundInConversation"
    assert (await api("PUT", f"{path}/{mine}", HELLO))["status"] == 404


@pytest.mark.parametrize(
    ("conversation", "status", "code"),
    [
        ("a:cara", 403, "ForbiddenOperationException"),
        ("a:ben", 403, "ConversationBlockedByUser"),
        (OLD, 403, "MessageWritesBlocked"),
        ("19:unknown@thread.tacv2", 404, "ConversationNotFound"),
        (f"{ILT};messageid=1", 404, "ConversationNotFound"),
    ],
)
async def test_a_message_is_refused_where_the_bot_may_not_write(
    api: Api, teams: Teams, conversation: str, status: int, code: str
) -> None:
    teams.comings.block(BEN)

    answer = await api("POST", f"conversations/{conversation}/activities", HELLO)

    assert (answer["status"], answer["code"]) == (status, code)


async def test_a_team_without_the_bot_is_closed_to_it(api: Api, teams: Teams) -> None:
    await teams.comings.remove_from_team(STAFF, ANA)

    calls = [("POST", f"conversations/{ILT}/activities"), ("GET", f"conversations/{ILT}/members")]
    calls += [("GET", f"teams/{STAFF}"), ("GET", f"teams/{STAFF}/conversations")]
    for verb, path in calls:
        answer = await api(verb, path, HELLO)
        assert (answer["status"], answer["code"]) == (403, "BotNotInConversationRoster"), path


async def test_no_chat_opens_with_somebody_who_has_not_the_app(api: Api) -> None:
    assert (await api("POST", "conversations", to(CARA)))["code"] == "ForbiddenOperationException"
    assert (await api("POST", "conversations", to("29:nobody")))["status"] == 400
    assert (await api("POST", "conversations", {"members": [{"id": ANA}]}))["status"] == 400


async def test_a_wrong_token_opens_nothing(api: Api) -> None:
    assert (await api("GET", f"teams/{STAFF}", token="other"))["status"] == 401


async def test_people_come_in_pages_and_one_by_one(api: Api) -> None:
    found, token = [], ""
    for _ in range(2):
        page = await api("GET", f"conversations/{STAFF}/pagedmembers?pageSize=2&continuationToken={token}")
        found += [member["name"] for member in page["body"]["members"]]
        token = page["body"].get("continuationToken", "")
    assert (found, token) == (["Ana Ortiz", "Ben Lee", "Cara Diaz"], "")

    one = (await api("GET", f"conversations/{ILT}/members/{BEN}"))["body"]
    assert (one["email"], one["userRole"], one["tenantId"]) == ("ben@example.org", "user", SEED.tenant_id)
    assert (await api("GET", f"conversations/{ILT}/members/{GUEST}"))["status"] == 404


async def test_a_team_lists_general_first_and_without_a_name(api: Api) -> None:
    team = (await api("GET", f"teams/{STAFF}"))["body"]
    channels = (await api("GET", f"teams/{STAFF}/conversations"))["body"]["conversations"]

    assert (team["name"], team["memberCount"], team["channelCount"]) == ("Staff", 3, 2)
    assert [(each["id"], each["name"]) for each in channels] == [(STAFF, None), (ILT, "ILT")]


async def test_what_is_too_big_or_no_card_is_refused_and_nobody_sees_it(api: Api, teams: Teams) -> None:
    path = f"conversations/{CHAT}/activities"
    big = await api("POST", path, message(card(text("x" * 28_000), text("y" * 1_000))))
    odd = await api("POST", path, message(card({"type": "TextBlock", "words": "x"})))

    assert (big["status"], big["code"]) == (413, "MessageSizeTooBig")
    assert (odd["status"], odd["code"]) == (400, "BadSyntax")
    assert (await api("POST", path, {"type": "message"}))["status"] == 400
    assert teams.acting.messages(user=ANA) == []


async def test_faults_happen_before_or_after_the_work(api: Api, teams: Teams) -> None:
    path = f"conversations/{CHAT}/activities"
    teams.faults.drop_before("activities.create")
    teams.faults.drop_after("activities.create")
    for _ in range(2):
        with pytest.raises(aiohttp.ClientError):
            await api("POST", path, HELLO)
    assert len(teams.acting.messages(user=ANA)) == 1

    teams.faults.rate_limit("activities.create", 7)
    teams.faults.refuse("activities.create", "BadGateway")
    teams.faults.server_error("activities.create")
    found = [await api("POST", path, HELLO) for _ in range(3)]
    assert [(each["status"], each["retry_after"]) for each in found] == [(429, "7"), (502, None), (500, None)]

    teams.faults.malform("activities.create")
    with pytest.raises(aiohttp.ClientError):
        await api("POST", path, HELLO)
    assert [call.status for call in teams.calls.of("activities.create")] == [0, 0, 429, 502, 500, 200]


class TestTheLimitsOfTeams:
    @pytest.fixture
    def limits(self) -> Limits:
        return Limits.like_teams()

    async def test_the_eighth_message_within_a_second_comes_too_soon(self, api: Api) -> None:
        for _ in range(7):
            await api.posts(CHAT, HELLO)
        refused = await api("POST", f"conversations/{CHAT}/activities", HELLO)

        assert (refused["status"], refused["code"], refused["retry_after"]) == (429, "Throttled", "1")
        await api.posts(ILT, HELLO)
