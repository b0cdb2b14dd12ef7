"""What somebody sends who was never let in: tokens made by hand, and headers that no client writes."""

import asyncio
import json
from base64 import urlsafe_b64encode
from dataclasses import replace
from time import process_time

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from handlers.teams.carried import without_tags
from handlers.teams.payloads import Activity
from handlers.teams.verifying import NoKeys, Signed, is_loopback
from tests.handlers.teams.a_tenant import APP, TENANT, user_id

ANA = user_id("quin-poppy")
RS = {"alg": "RS256", "kid": "sandbox"}
BOT_FRAMEWORK = {"iss": "https://api.botframework.com", "aud": APP.client_id}
ENTRA = {"iss": "https://login.microsoftonline.com/x/v2.0", "aud": APP.client_id, "tid": "x"}


def token(header, claims, signature="AAAA"):
    """A token that nobody signed; bytes are taken as they are."""

    def part(said):
        raw = said if isinstance(said, bytes) else json.dumps(said).encode()
        return urlsafe_b64encode(raw).rstrip(b"=").decode()

    return f"{part(header)}.{part(claims)}.{signature}".encode()


FORGED = {
    "not signed": token({**RS, "alg": "none"}, BOT_FRAMEWORK, ""),
    "signed with a shared key": token({**RS, "alg": "HS256"}, BOT_FRAMEWORK),
    "brings its own keys": token({**RS, "jku": "http://127.0.0.1:1/", "x5u": "http://127.0.0.1:1/"}, {}),
    "key is a list": token({"alg": "RS256", "kid": ["sandbox"]}, BOT_FRAMEWORK),
    "key is no text": token({"alg": "RS256", "kid": "\ud800"}, BOT_FRAMEWORK),
    "header too deep": token(b"[" * 5000, {}),
    "claims too deep": token(RS, b"[" * 3000),
    "no claims": token(RS, []),
    "Entra's": token(RS, ENTRA),
    "Entra's of a path": token(RS, {**ENTRA, "tid": "../../x y\n"}),
    "Entra's old ones": token(RS, {**ENTRA, "iss": "https://sts.windows.net/x/"}),
    "no text": b"\xff\xfe.\xff.\xff",
    "letters that are no base64": "é.é.é".encode(),
}


@pytest.mark.parametrize("name", FORGED)
async def test_a_token_made_by_hand_is_turned_away_and_is_no_failure(http, sandbox, logged, name):
    said = json.dumps(sandbox.acting.written(ANA, "help")).encode()

    assert await posted(http, said, b"Authorization: Bearer " + FORGED[name]) == 401
    assert "aiohttp" not in logged()


async def posted(http, body: bytes, header: bytes) -> int:
    """The status that a request gets with a header no HTTP client would send."""
    reader, writer = await asyncio.open_connection("127.0.0.1", http.port)
    head = f"POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Length: {len(body)}\r\nConnection: close"
    writer.write(head.encode() + b"\r\n" + header + b"\r\n\r\n" + body)
    answer = await reader.read()
    writer.close()
    return int(answer.split()[1])


async def test_keys_that_are_a_page_of_a_proxy_are_no_reason_to_call_a_token_forged(sandbox):
    from microsoft_teams.api.auth.cloud_environment import PUBLIC

    async def page(request):
        return web.Response(text="<html>Sign in to the network</html>")

    proxy = web.Application()
    proxy.router.add_get("/{any:.*}", page)
    async with TestServer(proxy) as server:
        url = str(server.make_url("/v1/.well-known/openidconfiguration"))
        signed = Signed(APP.client_id, cloud=replace(PUBLIC, openid_metadata_url=url))

        with pytest.raises(NoKeys):
            await signed.vouching(f"Bearer {sandbox.keys.sign(APP.client_id, sandbox.service_url)}")


@pytest.mark.parametrize(
    "url", ["null", "http://[", "http://127.0.0.1@elsewhere.example", "http://localhost.example", ""]
)
def test_what_only_looks_like_this_computer_is_not(url):
    assert not is_loopback(url)


@pytest.mark.parametrize("words", ["<at" * 9000, "<at>" * 7000, "<at>ILT Bot</at>" * 1500, "<" * 28000])
def test_no_words_however_made_keep_the_bot_from_everything_else(words):
    """Anybody may write as much as Teams lets them; one message must not take seconds."""
    said = {"type": "message", "from": {"id": ANA}, "recipient": {"id": APP.id}, "text": words}
    activity = Activity.of({**said, "conversation": {"id": "a:1"}, "serviceUrl": "https://x/"})
    began = process_time()

    assert activity.words is not None
    without_tags(words)

    assert process_time() - began < 0.5


async def test_half_a_character_is_no_failure(http, sandbox, bot, logged):
    ana = sandbox.acting.written(ANA, "input \ud83d too loud")

    for half in (
        ana,
        {**ana, "id": "\ud800"},
        {**ana, "conversation": {**ana["conversation"], "id": "a:\ud800"}},
    ):
        assert (await sandbox.sender.deliver(json.dumps(half))).status == 200
        await bot.afterwards.drain()

    assert "UnicodeEncodeError" not in logged()


async def test_a_client_may_name_what_there_is_not(http, sandbox, someone, bot):
    nothing = dict.fromkeys(("name", "value", "entities", "replyToId", "action", "membersAdded"))
    about = {"tenant": {"id": TENANT}, "team": None, "channel": None, "eventType": None}
    said = {**sandbox.acting.written(ANA, "help"), **nothing, "channelData": about}

    assert (await sandbox.sender.deliver(json.dumps(said))).status == 200
    await bot.afterwards.drain()

    assert someone().private


async def test_a_body_that_is_not_packed_as_it_says_makes_no_sense(http):
    assert await posted(http, b"{}", b"Content-Encoding: gzip") == 400
