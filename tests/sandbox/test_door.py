import asyncio
import time
from dataclasses import replace

import pytest
from aiohttp import ClientError
from yarl import URL

from bot.sandbox.limits import Bucket, Limits
from bot.sandbox.server import Sandbox
from tests.sandbox.a_school import BOT
from tests.sandbox.conftest import Api
from tests.world import PATIENCE

HOUR = 3600
"""So long that nothing is taken again meanwhile, on however slow a machine."""


@pytest.mark.parametrize(
    ("method", "token", "error"),
    [
        ("chat.postMessage", "", "not_authed"),
        ("chat.postMessage", "xoxb-other", "invalid_auth"),
        ("chat.postMessage", BOT.app_token, "not_allowed_token_type"),
        ("apps.connections.open", BOT.token, "not_allowed_token_type"),
        ("chat.shout", BOT.token, "unknown_method"),
    ],
)
async def test_the_door_asks_who_is_there(api: Api, method: str, token: str, error: str) -> None:
    assert (await api(method, token))["error"] == error


async def test_the_bot_learns_who_it_is(api: Api) -> None:
    answer = await api("auth.test")

    assert (answer["user_id"], answer["bot_id"], answer["team_id"]) == ("U0BOT", "B0BOT", "T1")


async def test_a_bot_that_was_uninstalled_is_told_so(api: Api, sandbox: Sandbox) -> None:
    await sandbox.comings.uninstall()

    assert (await api("auth.test"))["error"] == "account_inactive"


async def test_malformed_json_is_refused(api: Api) -> None:
    url = api.server.make_url("/api/chat.postMessage")
    headers = {"Authorization": f"Bearer {BOT.token}", "Content-Type": "application/json"}
    async with api.session.post(url, data="{", headers=headers) as response:
        assert (await response.json())["error"] == "invalid_json"


@pytest.mark.parametrize("limits", [replace(Limits.like_slack(), posts=(1 / HOUR, 4))])
async def test_posting_too_fast_into_one_channel_is_refused_for_a_while(api: Api) -> None:
    answers = [await api("chat.postMessage", channel="C1", text="x") for _ in range(6)]
    elsewhere = await api("chat.postMessage", channel="C2", text="x")

    assert [answer["status"] for answer in answers] == [200] * 4 + [429] * 2
    assert answers[-1]["error"] == "ratelimited"
    assert HOUR - PATIENCE < int(answers[-1]["retry_after"]) <= HOUR
    assert elsewhere["ok"]


@pytest.mark.parametrize("limits", [Limits(all_posts=(1 / HOUR, 2))])
async def test_a_workspace_takes_only_so_much_however_many_channels_it_goes_to(api: Api) -> None:
    answers = [await api("chat.postMessage", channel=channel, text="x") for channel in ("C1", "C2", "C1")]

    assert [answer["status"] for answer in answers] == [200, 200, 429]


def test_what_was_refused_for_haste_is_taken_later() -> None:
    bucket = Bucket(1 / HOUR, 1)
    assert bucket.take() == 0
    assert HOUR - PATIENCE < bucket.take() <= HOUR
    bucket.seen -= HOUR
    assert bucket.take() == 0


async def test_an_answer_can_be_lost_after_the_work_was_done(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.drop_after("chat.postMessage")

    with pytest.raises(ClientError):
        await api("chat.postMessage", channel="C1", text="Lost")
    assert [seen.text for seen in sandbox.acting.messages("C1", "U1")] == ["Lost"]
    (call,) = sandbox.calls.of("chat.postMessage")
    assert call.answer is None


async def test_a_call_can_be_lost_before_any_work(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.drop_before("chat.postMessage")

    with pytest.raises(ClientError):
        await api("chat.postMessage", channel="C1", text="Lost")
    assert sandbox.acting.messages("C1", "U1") == []


async def test_faults_come_as_often_as_asked_and_to_whom_they_are_meant(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.server_error("chat.postMessage", times=2, matches=lambda told: told["channel"] == "C1")

    async def post(channel: str) -> int:
        return int((await api("chat.postMessage", channel=channel, text="x"))["status"])

    assert [await post("C2"), await post("C1"), await post("C1"), await post("C1")] == [200, 500, 500, 200]


async def test_a_named_error_and_a_rate_limit_can_be_ordered(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.refuse("*", "fatal_error")
    sandbox.faults.rate_limit("*", 7)

    assert (await api("auth.test"))["error"] == "fatal_error"
    limited = await api("auth.test")
    assert (limited["status"], limited["retry_after"]) == (429, "7")
    assert (await api("auth.test"))["ok"]


async def test_an_answer_can_be_late(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.delay("auth.test", 0.2)

    began = time.monotonic()
    assert (await api("auth.test"))["ok"]
    assert time.monotonic() - began >= 0.2


async def test_tests_can_wait_for_a_call(api: Api, sandbox: Sandbox) -> None:
    waiting = asyncio.create_task(sandbox.calls.wait_for("chat.postMessage", count=2))
    await api("chat.postMessage", channel="C1", text="1")
    await api("chat.postMessage", channel="C2", text="2")

    assert [call.arguments["text"] for call in await waiting] == ["1", "2"]
    with pytest.raises(TimeoutError):
        await sandbox.calls.wait_for("views.open", within=0.05)


FROM_ANOTHER_SITE = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Host": "evil.example", "Origin": "http://evil.example"},
    {"Host": "127.0.0.1.evil.example"},
    {"Host": "[::1"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
]


@pytest.mark.parametrize("headers", FROM_ANOTHER_SITE, ids=str)
async def test_another_site_cannot_use_the_sandbox_even_under_a_name_that_points_here(
    api: Api, headers: dict[str, str]
) -> None:
    for path in ("/sandbox/reset", "/sandbox/state", "/api/auth.test", "/socket"):
        async with api.session.request(
            "POST" if path.endswith("reset") else "GET",
            api.server.make_url(path),
            json={},
            headers=headers,
        ) as response:
            assert response.status == 403, path


async def test_a_name_of_this_computer_may_be_given(api: Api, sandbox: Sandbox) -> None:
    sandbox.names = frozenset({"lab-7"})
    url = api.server.make_url("/sandbox/state")
    async with api.session.get(url, headers={"Host": "LAB-7:4000"}) as response:
        assert response.status == 200


@pytest.mark.parametrize("path", ["/", "/static/main.js", "/static/../server.py", "/sandbox/state"])
async def test_nothing_of_it_is_shown_in_another_page_or_mistaken(api: Api, path: str) -> None:
    async with api.session.get(api.server.make_url(path)) as response:
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("file", ["..%2fserver.py", "%2e%2e/server.py", "__init__.py", "%00"])
async def test_only_the_pages_own_files_are_served(api: Api, file: str) -> None:
    url = URL(f"{api.server.make_url('/static/')}{file}", encoded=True)
    async with api.session.get(url) as response:
        assert response.status == 404
