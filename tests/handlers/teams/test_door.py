"""The HTTP door: what is not from Teams stays out, what makes no sense gets a sentence."""

import json
from typing import Any

import pytest
from aiohttp import ClientSession
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox.teams.tokens import Keys
from handlers.teams.failures import Answer
from handlers.teams.http import drawn
from handlers.teams.verifying import is_loopback, is_teams
from tests.handlers.odd import VALUES, WORDS
from tests.handlers.teams.a_tenant import APP, TENANT, user_id

ANA = user_id("quin-poppy")


@pytest.fixture
async def send(http, sandbox):
    """Send anything to the door, signed by Teams unless it is said otherwise."""
    signed = sandbox.keys.sign(APP.client_id, sandbox.service_url)

    async with ClientSession() as session:

        async def post(body: Any, authorization: str = f"Bearer {signed}") -> tuple[int, str]:
            said = body if isinstance(body, bytes) else json.dumps(body).encode()
            headers = {"Authorization": authorization} if authorization else {}
            async with session.post(http.make_url("/api/messages"), data=said, headers=headers) as response:
                return response.status, await response.text()

        yield post


@pytest.fixture
def hello(http, sandbox):
    return sandbox.acting.written(ANA, "status 12")


async def test_a_signed_activity_is_taken(send, hello):
    assert await send(hello) == (200, "")


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "Bearer",
        "Bearer nonsense",
        "Basic QWxhZGRpbg==",
        {"audience": "another bot"},
        {"lives": -3600.0},
        {"issuer": "https://somebody.example"},
        {"kid": "unknown"},
        {"service_url": "https://smba.trafficmanager.net/elsewhere/"},
        {"keys": Keys()},
    ],
)
async def test_what_is_not_signed_by_teams_for_this_bot_is_turned_away(
    send, sandbox, hello, routines, forged
):
    if isinstance(forged, dict):
        asked = {"audience": APP.client_id, "service_url": sandbox.service_url, **forged}
        keys = asked.pop("keys", sandbox.keys)
        forged = f"Bearer {keys.sign(asked.pop('audience'), asked.pop('service_url'), **asked)}"

    status, said = await send(hello, forged)

    assert status == 401
    assert "not signed by Teams" in said
    assert sandbox.acting.messages("", ANA) == []


async def test_another_tenant_is_told_that_nothing_is_set_up_there(send, hello):
    hello["conversation"]["tenantId"] = hello["channelData"]["tenant"]["id"] = "another-tenant"

    status, said = await send(hello)

    assert (status, "not set up for this organization" in said) == (403, True)


async def test_another_channel_of_the_bot_service_is_not_answered(send, hello):
    """Anybody may open a web chat with a bot, and call themselves what they like there."""
    status, _ = await send({**hello, "channelId": "webchat"})

    assert status == 403


async def test_the_connector_is_never_asked_for_an_address_that_is_not_teams(send, hello, sandbox):
    url = "https://smba.example.org/"
    token = sandbox.keys.sign(APP.client_id, url)

    status, _ = await send({**hello, "serviceUrl": url}, f"Bearer {token}")

    assert status == 401


def test_teams_has_an_address_in_each_of_microsofts_clouds():
    known = ("https://smba.trafficmanager.net/amer/", "https://smba.infra.gov.teams.microsoft.us/teams")
    others = ("http://smba.trafficmanager.net/", "https://smba.trafficmanager.net.example.org/", "https://x/")

    assert all(is_teams(url) for url in known)
    assert not any(is_teams(url) for url in others)
    assert [is_loopback(url) for url in ("http://127.0.0.1:56150", "http://localhost", *known)] == [
        True,
        True,
        False,
        False,
    ]


def test_an_answer_is_as_many_bytes_as_its_card_is_counted_with():
    card = {"text": "¿Qué?", "parts": [1, 2]}
    assert drawn(Answer(card)).text == '{"text":"¿Qué?","parts":[1,2]}'


async def test_a_body_that_is_too_large_is_turned_away(send):
    status, said = await send(b"x" * (1024 * 1024 + 1))

    assert (status, "larger" in said) == (413, True)


@pytest.mark.parametrize("kind", ["typing", "messageReaction", "messageUpdate", "event", "made-up"])
async def test_other_kinds_of_activity_are_heard_and_left_alone(send, hello, kind, sandbox):
    assert await send({**hello, "type": kind}) == (200, "")
    assert sandbox.acting.messages("", ANA) == []


async def test_an_invoke_that_the_bot_does_not_know_is_not_implemented(send, hello):
    assert await send({**hello, "type": "invoke", "name": "fileConsent/invoke"}) == (501, "")


async def test_what_makes_no_sense_gets_a_sentence_and_never_a_failure(send, hello):
    invoke = {**hello, "type": "invoke"}
    nonsense = [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        [],
        "words",
        {},
        {**hello, "type": 7},
        {**hello, "from": "ana"},
        {**hello, "conversation": None, "channelData": {"tenant": {"id": TENANT}}},
        {**hello, "text": 7},
        {**invoke, "name": "adaptiveCard/action", "value": "x"},
        {**invoke, "name": "adaptiveCard/action", "value": {"action": 7}},
        {**invoke, "name": "task/fetch", "value": {"data": "x"}},
        {**invoke, "name": "task/submit"},
        {**invoke, "name": "composeExtension/fetchTask", "value": {"messagePayload": 7}},
    ]
    for body in nonsense:
        status, said = await send(body)

        assert status == 400, body
        assert "not a request that ILT Bot understands" in said


NAMES = (
    "adaptiveCard/action",
    "task/fetch",
    "task/submit",
    "composeExtension/fetchTask",
    "composeExtension/submitAction",
)
FORM = st.fixed_dictionaries(
    {"verb": st.just("walk"), "id": WORDS},
    optional={
        "kinds": st.just({"room": "choice"}) | VALUES,
        "given": VALUES,
        "drawn": VALUES,
        "sought": VALUES,
    },
)
DATA = st.fixed_dictionaries(
    {},
    optional={
        "verb": st.just("got-it") | VALUES,
        "values": st.just({"decision": "d1"}) | VALUES,
        "_form": FORM | VALUES,
        "_act": st.sampled_from(["send", "redraw", "save-draft", "drop-draft", "edit", "discard"]) | VALUES,
        "room": VALUES,
        "room?": VALUES,
        "school": VALUES,
        "home": VALUES,
    },
)
ODD = st.fixed_dictionaries(
    {"type": st.sampled_from(["message", "invoke", "conversationUpdate", "installationUpdate"])},
    optional={
        "name": st.sampled_from(NAMES) | VALUES,
        "value": st.fixed_dictionaries(
            {},
            optional={
                "data": DATA | VALUES,
                "action": st.fixed_dictionaries({"verb": st.just("got-it"), "data": DATA | VALUES}) | VALUES,
                "commandId": st.just("add-item") | VALUES,
                "messagePayload": VALUES,
            },
        )
        | DATA
        | VALUES,
        "id": VALUES,
        "text": VALUES,
        "entities": VALUES,
        "replyToId": VALUES,
        "action": st.just("add") | VALUES,
        "channelData": VALUES,
        "membersAdded": VALUES,
    },
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(ODD)
async def test_no_activity_however_odd_is_a_failure(send, hello, bot, logged, odd):
    status, _ = await send({**hello, **odd})
    await bot.afterwards.drain()

    assert status in (200, 400, 501)
    assert '"failed"' not in logged()
