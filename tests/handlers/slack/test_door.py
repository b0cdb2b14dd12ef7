"""The HTTP door: what is not from Slack stays out, what makes no sense gets a sentence."""

import asyncio
import hashlib
import hmac
import json
import time
from typing import Any
from urllib.parse import urlencode

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.slack.app import bolt_app
from handlers.slack.hooks import takes_answers
from handlers.slack.http import Door, payload_of
from tests.handlers.odd import VALUES
from tests.handlers.slack.conftest import SECRET

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
COMMAND = {"command": "/ilt", "text": "help", "team_id": "T1", "user_id": "U100", "channel_id": "C1"}


def signature(body: bytes, stamp: str, secret: str = SECRET) -> str:
    return "v0=" + hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()


@pytest.fixture
async def send(http):
    async with ClientSession() as session:

        async def post(body: bytes | str, content_type: str = FORM, **headers: str) -> tuple[int, str]:
            said = body.encode() if isinstance(body, str) else body
            stamp = headers.pop("stamp", str(int(time.time())))
            signed = {
                "Content-Type": content_type,
                "X-Slack-Request-Timestamp": stamp,
                "X-Slack-Signature": headers.pop("signature", signature(said, stamp)),
            }
            url = http.make_url("/slack/events")
            async with session.post(url, data=said, headers=signed | headers) as response:
                return response.status, await response.text()

        yield post


def payload(**fields: Any) -> str:
    basis = {"team": {"id": "T1"}, "user": {"id": "U100"}}
    return urlencode({"payload": json.dumps({**basis, **fields})})


async def test_a_signed_request_is_taken(send):
    assert await send(urlencode(COMMAND)) == (200, "")


@pytest.mark.parametrize(
    "forged",
    [
        {"signature": "v0=00"},
        {"signature": signature(urlencode(COMMAND).encode(), "1", "another secret")},
        {"stamp": str(int(time.time()) - 301)},
        {"stamp": str(int(time.time()) + 3600)},
        {"stamp": "yesterday"},
        {"stamp": ""},
        {"stamp": "9" * 5000},
        {"signature": "v0=ä"},
        {"signature": ""},
    ],
)
async def test_what_is_not_signed_by_slack_is_turned_away(send, forged):
    status, said = await send(urlencode(COMMAND), **forged)

    assert status == 401
    assert "not signed" in said


async def test_only_what_was_signed_counts_however_often_a_header_is_given(http):
    body, now = urlencode(COMMAND).encode(), str(int(time.time()))
    good, forged = signature(body, now), signature(body, now, "another secret")
    old = str(int(now) - 3600)
    for stamps, signatures in (((now,), (forged, good)), ((now, old), (signature(body, old), good))):
        headers = [("Content-Type", FORM)]
        headers += [("X-Slack-Request-Timestamp", stamp) for stamp in stamps]
        headers += [("X-Slack-Signature", one) for one in signatures]
        async with (
            ClientSession() as session,
            session.post(http.make_url("/slack/events"), data=body, headers=headers) as response,
        ):
            assert response.status == 401


async def test_a_request_that_does_not_come_to_an_end_is_not_waited_for(slack):
    patient = Door(slack.bolt, SECRET, knows_anybody=lambda: True, within=0.05)
    application = web.Application()
    application.add_routes(patient.routes())
    async with TestServer(application) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 500\r\n\r\nabc")
        async with asyncio.timeout(30):
            assert b" 408 " in await reader.readline()
        writer.close()


@pytest.mark.parametrize(
    ("url", "api", "holds"),
    [
        ("https://hooks.slack.com/commands/T1/2/3", "https://slack.com/api/", True),
        ("https://hooks.slack-gov.com/actions/T1", "https://slack-gov.com/api/", True),
        ("https://hooks.slack.com:443/actions/T1", "http://127.0.0.1:4000/api/", True),
        ("http://127.0.0.1:4000/respond/R1", "http://127.0.0.1:4000/api/", True),
        ("http://hooks.slack.com/commands/T1", "https://slack.com/api/", False),
        ("https://hooks.slack.com.evil.example/", "https://slack.com/api/", False),
        ("https://hooks.slack.com@evil.example/", "https://slack.com/api/", False),
        ("https://slack.com/api/chat.postMessage", "https://slack.com/api/", False),
        ("http://169.254.169.254/latest/meta-data", "https://slack.com/api/", False),
        ("http://127.0.0.1:5432/", "http://127.0.0.1:4000/api/", False),
        ("http://[::1", "https://slack.com/api/", False),
        ("http://127.0.0.1:bad/", "https://slack.com/api/", False),
    ],
)
def test_answers_go_to_slack_or_to_what_stands_in_for_it(url, api, holds):
    assert takes_answers(url, api) is holds


async def test_what_a_signed_request_names_is_not_called_when_it_is_not_slacks(send, slack, sandbox):
    called = []

    async def inside(request: web.Request) -> web.Response:
        called.append(request.path)
        return web.Response()

    application = web.Application()
    application.add_routes([web.post("/inside", inside)])
    async with TestServer(application) as server:
        there = str(server.make_url("/inside"))
        await send(urlencode({**COMMAND, "response_url": there, "trigger_id": "1.2.3"}))
        await slack.afterwards.drain()

    assert called == []
    assert sandbox.acting.dms("U100"), "who asked is answered in their direct messages instead"


async def test_bytes_that_are_no_text_are_not_signed_by_slack(send):
    assert (await send(b"\xff\xfe"))[0] == 401


async def test_a_body_that_is_too_large_is_turned_away(send):
    status, said = await send("x" * (1024 * 1024 + 1))

    assert status == 413
    assert "larger" in said


NONSENSE = [
    ("", FORM),
    ("{", JSON),
    ("[]", JSON),
    ('"words"', JSON),
    ("payload=%7B", FORM),
    ("payload=", FORM),
    ("payload=[1]", FORM),
    ("hello=world", FORM),
    ("[" * 50_000, JSON),
    ('{"event": ' * 50_000, JSON),
    ("payload=" + "[" * 50_000, FORM),
    ('{"type": "event_callback", "team_id": "T1"}', JSON),
    ('{"type": "event_callback", "team_id": "T1", "event": {}}', JSON),
    ('{"type": "event_callback", "team_id": "T1", "event": {"type": 7}}', JSON),
    ('{"type": "event_callback", "team_id": "T1", "event": "x"}', JSON),
    (payload(type="view_submission"), FORM),
    (payload(type="view_submission", view={"callback_id": "input"}), FORM),
    (payload(type="view_submission", view={"callback_id": "input", "id": "V1", "blocks": [7]}), FORM),
    (payload(type="view_submission", view={"callback_id": "input", "id": "V1", "blocks": [{}]}), FORM),
    (payload(type="block_actions", actions=[]), FORM),
    (payload(type="block_actions", actions=[{"type": "button"}]), FORM),
    (payload(type="block_actions", actions="x"), FORM),
    (payload(type="block_suggestion", action_id="room"), FORM),
    (payload(type="made_up"), FORM),
    (urlencode({"command": "/ilt", "team_id": "T1"}), FORM),
]


async def test_what_makes_no_sense_gets_a_sentence_and_never_a_failure(send):
    for body, content_type in NONSENSE:
        status, said = await send(body, content_type)

        assert status == 400, (body, said)
        assert "not a request that ILT Bot understands" in said


KINDS = st.sampled_from(
    ["block_actions", "view_submission", "shortcut", "message_action", "block_suggestion"]
)
ODD = st.fixed_dictionaries(
    {"type": KINDS},
    optional={
        "team": st.just({"id": "T1"}) | VALUES,
        "user": st.just({"id": "U100"}) | VALUES,
        "view": st.fixed_dictionaries(
            {"callback_id": st.just("input"), "id": st.just("V1"), "blocks": VALUES}
        )
        | VALUES,
        "actions": st.just([{"type": "button", "action_id": "got-it"}]) | VALUES,
        "callback_id": st.just("input") | VALUES,
        "action_id": VALUES,
        "message": VALUES,
        "container": VALUES,
    },
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(ODD)
async def test_no_payload_however_odd_is_a_failure(send, slack, odd):
    status, _ = await send(urlencode({"payload": json.dumps(odd)}))
    await slack.afterwards.drain()

    assert status in (200, 400)


async def test_slack_may_check_the_address(send):
    said = json.dumps({"type": "url_verification", "challenge": "c-1", "token": "t"})

    assert await send(said, JSON) == (200, '{"challenge": "c-1"}')


async def test_another_workspace_is_told_that_nothing_is_set_up_there(send):
    status, said = await send(urlencode({**COMMAND, "team_id": "T2"}))

    assert status == 200
    assert "not set up for this workspace" in said


async def test_a_modal_closed_is_acknowledged(send):
    view = {"callback_id": "input", "id": "V1", "blocks": [], "type": "modal"}

    assert (await send(payload(type="view_closed", view=view)))[0] == 200


def test_bolt_answers_when_the_work_is_done_and_without_polling_for_it(slack):
    """Otherwise an event is acknowledged before it is heard, and every click costs ten milliseconds."""
    assert slack.bolt.process_before_response


def test_bolt_reads_nothing_from_the_environment(slack, monkeypatch):
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"):
        monkeypatch.setenv(name, "from-the-environment")

    bolt = bolt_app(slack.workspaces, SECRET)

    assert bolt.client.token is None
    assert bolt.client.retry_handlers == []


async def test_nothing_asks_slack_who_we_are_for_each_request(send, sandbox):
    for _ in range(3):
        await send(urlencode(COMMAND))

    assert len(sandbox.calls.of("auth.test")) == 1


async def test_nothing_is_acknowledged_before_it_is_known_whose_workspace_this_is(slack):
    """Whoever answers "taken" then would lose it: a form would close, an event would not come again."""
    body = urlencode(COMMAND).encode()
    stamp = str(int(time.time()))
    headers = {
        "Content-Type": FORM,
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signature(body, stamp),
    }
    starting = Door(slack.bolt, SECRET, knows_anybody=lambda: False)

    assert (await starting.answer(body, headers)).status == 503
    assert (await slack.door.answer(body, headers)).status == 200


@pytest.mark.parametrize("said", ["+ %= &\r\n\t_é 🎉 %41", '"quoted" \\ back', "", "=41=\n"])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_form_is_read_as_it_was_written(said, ascii_only):
    payload = json.dumps({"said": said}, ensure_ascii=ascii_only)
    assert payload_of(urlencode({"payload": payload}).encode()) == payload


@pytest.mark.parametrize(
    "body",
    [b"payload=%7", b"payload={%zz", b"payload=%7B&x=1", b"payload={}=", b"payload=%7B\n", b"text=%7B"],
)
def test_what_could_be_read_in_several_ways_is_left_to_bolt(body):
    assert payload_of(body) == ""
