"""Microsoft's own client and validator take the sandbox for Teams."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import TYPE_CHECKING

import jwt
import pytest

from bot.sandbox.teams.server import Teams
from bot.sandbox.teams.tokens import Keys
from tests.sandbox.teams.a_tenant import ANA, APP, CHAT, ILT, SEED, STAFF, card, text
from tests.sandbox.teams.conftest import EchoBot

if TYPE_CHECKING:
    from microsoft_teams.api import ApiClient


@pytest.fixture
async def client(teams: Teams) -> AsyncIterator["ApiClient"]:
    from microsoft_teams.api import ApiClient
    from microsoft_teams.common import ClientOptions

    client = ApiClient(teams.service_url, ClientOptions(token=APP.token, timeout=10))
    yield client
    await client.http.http.aclose()


async def test_the_client_writes_changes_and_deletes(client: "ApiClient", teams: Teams) -> None:
    from microsoft_teams.api import Account, Attachment, CreateConversationParams, MessageActivityInput

    params = CreateConversationParams(members=[Account(id=ANA)], tenant_id=SEED.tenant_id)
    chat = await client.conversations.create(params)
    assert chat.id == CHAT
    shown = Attachment(content_type="application/vnd.microsoft.card.adaptive", content=card(text("Hello")))
    sent = await client.conversations.create_activity(CHAT, MessageActivityInput(attachments=[shown]))
    assert teams.acting.messages(user=ANA)[0].words == "Hello"

    await client.conversations.update_activity(CHAT, sent.id, MessageActivityInput(text="Bye"))
    assert teams.acting.messages(user=ANA)[0].words == "Bye"
    await client.conversations.delete_activity(CHAT, sent.id)
    assert teams.acting.messages(user=ANA) == []

    root = await client.conversations.create_activity(ILT, MessageActivityInput(text="A thread"))
    await client.conversations.create_activity(
        f"{ILT};messageid={root.id}", MessageActivityInput(text="More")
    )
    assert [seen.text for seen in teams.acting.messages("ILT", ANA, root.id)] == ["A thread", "More"]


async def test_the_client_reads_people_and_teams(client: "ApiClient") -> None:
    page = await client.conversations.get_paged_members(STAFF, page_size=2)
    assert ([each.name for each in page.members], page.continuation_token) == (["Ana Ortiz", "Ben Lee"], "2")
    assert (await client.conversations.get_member_by_id(CHAT, ANA)).email == "ana@example.org"
    assert (await client.teams.get_by_id(STAFF)).name == "Staff"
    assert [each.name for each in await client.teams.get_conversations(STAFF)] == [None, "ILT"]


async def test_the_validator_lets_in_what_teams_signed_and_nothing_else(teams: Teams, bot: EchoBot) -> None:
    from microsoft_teams.api.auth.cloud_environment import PUBLIC
    from microsoft_teams.apps.auth import InboundActivityTokenValidator

    cloud = replace(PUBLIC, openid_metadata_url=teams.openid_metadata_url)
    validator = InboundActivityTokenValidator(APP.client_id, cloud)

    def checked(token: str) -> None:
        asyncio.run(validator.validate_token(token, teams.service_url))

    await teams.acting.says(ANA, "Hi")
    good = bot.authorizations[-1].removeprefix("Bearer ")
    await asyncio.to_thread(checked, good)
    forged = Keys()
    for bad in (
        forged.sign(APP.client_id, teams.service_url),
        teams.keys.sign("other", teams.service_url),
        teams.keys.sign(APP.client_id, "https://elsewhere.example/"),
        teams.keys.sign(APP.client_id, teams.service_url, issuer="https://elsewhere.example"),
        teams.keys.sign(APP.client_id, teams.service_url, lives=-600),
        f"{good[:-4]}AAAA",
        jwt.encode({"aud": APP.client_id, "exp": time.time() + 60}, "secret" * 8, algorithm="HS256"),
    ):
        with pytest.raises(jwt.PyJWTError):
            await asyncio.to_thread(checked, bad)
