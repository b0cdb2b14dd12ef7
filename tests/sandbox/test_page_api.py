from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import WSMsgType
from aiohttp.test_utils import TestServer

from bot.sandbox.clock import StillClock
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox
from tests.sandbox.a_school import MONDAY, SEED, WRITING, actions, asks, button, modal, section
from tests.sandbox.conftest import Api, EchoBot, Json
from tests.world import PATIENCE

NOON = datetime(2026, 10, 12, 18, 0, tzinfo=UTC)


class Keeper:
    """Plans one thing for noon."""

    def __init__(self) -> None:
        self.moved_to: list[datetime] = []
        self.resets = 0

    async def next_moment(self) -> tuple[datetime, str] | None:
        return None if self.moved_to else (NOON, "Call for items")

    async def move_to(self, moment: datetime) -> int:
        self.moved_to.append(moment)
        return 1

    async def reset(self) -> None:
        self.moved_to.clear()
        self.resets += 1


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
async def sandbox(clock: StillClock, limits: Limits, bot: EchoBot, keeper: Keeper) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(SEED, clock=clock, timekeeper=keeper, bot_url=bot.url, limits=limits)
    yield sandbox
    await sandbox.close()


async def test_the_page_knows_the_workspace_as_one_person_sees_it(api: Api) -> None:
    state = await api.get("/sandbox/state?as=U3")

    assert state["workspace"] == {
        "name": "Cedar Grove",
        "zone": "America/Denver",
        "about": "A school to try things in.",
    }
    assert state["clock"] == {
        "now": "2026-10-12T07:45:00-06:00",
        "next": {"at": "2026-10-12T12:00:00-06:00", "what": "Call for items"},
    }
    assert [(c["name"], c["is_im"], c["user"]) for c in state["channels"]] == [
        ("all-staff", False, None),
        ("School", True, "U0BOT"),
    ]
    assert state["commands"][0]["verbs"] == [{"verb": "input", "help": "Say something", "usage": ""}]
    assert state["shortcuts"] == [{"callback_id": "say", "name": "Say something", "type": "global"}]
    assert state["users"][1] == {
        "id": "U1",
        "name": "Ana Ortiz",
        "title": "Principal",
        "team": "Office",
        "is_bot": False,
    }


async def test_without_a_name_the_page_is_the_first_person(api: Api) -> None:
    assert (await api.get("/sandbox/state"))["me"] == "U1"
    assert (await api.get("/sandbox/state?as=U9"))["message"] == "There is no such person."


async def test_looking_at_a_channel_marks_it_as_read(api: Api) -> None:
    await api("chat.postMessage", channel="C1", text="News")

    async def unread(user: str) -> int:
        state = await api.get(f"/sandbox/state?as={user}")
        return int(state["channels"][0]["unread"])

    assert await unread("U3") == 1
    (message,) = (await api.get("/sandbox/channels/C1/messages?as=U3"))["messages"]
    assert (message["name"], message["is_bot"], message["at"]) == (
        "School",
        True,
        "2026-10-12T07:45:00-06:00",
    )
    assert (await unread("U3"), await unread("U2")) == (0, 1)


async def test_a_private_channel_is_private_on_the_page_too(api: Api) -> None:
    answer = await api.get("/sandbox/channels/C2/messages?as=U3")

    assert (answer["status"], answer["error"]) == (400, "not_in_channel")


async def test_what_is_typed_is_said_or_done(api: Api, bot: EchoBot, sandbox: Sandbox) -> None:
    bot.reply = lambda _payload: {"text": "Five things"}

    await api.post("/sandbox/say", **{"as": "U2"}, channel="C1", text="Good morning")
    await api.post("/sandbox/say", **{"as": "U2"}, channel="C1", text="/ilt")
    refused = await api.post("/sandbox/say", **{"as": "U2"}, channel="C1", text="/ilt", thread_ts="1.1")

    messages = (await api.get("/sandbox/channels/C1/messages?as=U2"))["messages"]
    assert [(m["name"], m["text"], m["ephemeral"]) for m in messages] == [
        ("Ben Lee", "Good morning", False),
        ("School", "Five things", True),
    ]
    assert refused["error"] == "not_in_threads"


async def test_a_thread_is_shown_apart(api: Api) -> None:
    top = (await api("chat.postMessage", channel="C1", text="Top"))["ts"]
    await api.post("/sandbox/say", **{"as": "U2"}, channel="C1", text="Below", thread_ts=top)

    (message,) = (await api.get("/sandbox/channels/C1/messages?as=U1"))["messages"]
    thread = await api.get(f"/sandbox/channels/C1/messages?as=U1&thread_ts={top}")
    assert message["reply_count"] == 1
    assert [m["text"] for m in thread["messages"]] == ["Top", "Below"]


async def test_a_form_is_opened_filled_in_and_sent(api: Api, bot: EchoBot, sandbox: Sandbox) -> None:
    form = modal(asks("what", WRITING), actions(button("Help", "help", value="1")))

    async def reply(payload: Json) -> None:
        await api("views.open", trigger_id=payload["trigger_id"], view=form)

    bot.reply = reply
    await api.post("/sandbox/say", **{"as": "U2"}, channel="C1", text="/ilt input")
    bot.reply = lambda _payload: {"response_action": "errors", "errors": {"what": "Say more."}}
    (opened,) = (await api.get("/sandbox/state?as=U2"))["views"]
    typed = {"what": {"value": {"type": "plain_text_input", "value": "Paper"}}}

    pressed = await api.post(
        "/sandbox/press",
        **{"as": "U2"},
        view_id=opened["id"],
        block_id="buttons",
        action_id="help",
        value="1",
        values=typed,
    )
    empty = await api.post(f"/sandbox/views/{opened['id']}/submit", **{"as": "U2"}, values={})
    assert (pressed["ok"], empty["errors"]) == (True, {"what": "Say more."})
    assert bot.heard[-2]["view"]["state"]["values"] == typed
    (marked,) = (await api.get("/sandbox/state?as=U2"))["views"]
    assert marked["errors"] == {"what": "Say more."}
    assert marked["view"]["state"]["values"] == typed

    bot.reply = lambda _payload: None
    assert await api.post(f"/sandbox/views/{opened['id']}/submit", **{"as": "U2"}, values=typed) == {
        "ok": True,
        "status": 200,
    }
    assert (await api.get("/sandbox/state?as=U2"))["views"] == []
    gone = await api.post(f"/sandbox/views/{opened['id']}/close", **{"as": "U2"})
    assert gone["message"] == "This form is closed already."


async def test_home_is_opened_and_pressed(api: Api, bot: EchoBot) -> None:
    home = {"type": "home", "blocks": [section("Hello"), actions(button("Go", "go"))]}

    async def reply(payload: Json) -> None:
        if payload["type"] == "event_callback":
            await api("views.publish", user_id=payload["event"]["user"], view=home)

    bot.reply = reply
    opened = await api.post("/sandbox/home", **{"as": "U1"})
    shown = await api.get("/sandbox/home?as=U1")
    pressed = await api.post(
        "/sandbox/press", **{"as": "U1"}, view_id=shown["view"]["id"], block_id="buttons", action_id="go"
    )

    assert opened["view"]["id"] == shown["view"]["id"]
    assert pressed["ok"]
    assert bot.heard[-1]["container"] == {"type": "view", "view_id": shown["view"]["id"]}
    assert (await api.get("/sandbox/home?as=U2"))["view"] is None


async def test_time_moves_to_the_next_thing_or_to_a_wall_clock_time(
    api: Api, clock: StillClock, keeper: Keeper
) -> None:
    first = await api.post("/sandbox/clock", to="next")
    assert (first["now"], first["happened"]) == ("2026-10-12T12:00:00-06:00", 1)

    second = await api.post("/sandbox/clock", to="2026-11-02T07:45")
    assert second["now"] == "2026-11-02T07:45:00-07:00"
    assert keeper.moved_to == [NOON, clock.now()]


@pytest.mark.parametrize(
    ("to", "error"),
    [
        ("2026-10-11T12:00", "in_the_past"),
        ("2027-03-14T02:30", "no_such_time"),
        ("2036-01-01T12:00", "too_far"),
        ("soon", "not_a_time"),
        ("", "not_a_time"),
    ],
)
async def test_a_time_that_cannot_be_is_refused_with_a_sentence(
    api: Api, clock: StillClock, to: str, error: str
) -> None:
    answer = await api.post("/sandbox/clock", to=to)

    assert (answer["status"], answer["error"]) == (400, error)
    assert answer["message"].endswith((".", "again."))
    assert clock.now() == MONDAY


async def test_the_tour_ticks_off_what_was_done(api: Api, bot: EchoBot) -> None:
    async def done() -> list[str]:
        steps = (await api.get("/sandbox/state"))["tour"]["steps"]
        return [step["id"] for step in steps if step["done"]]

    await api.post("/sandbox/say", **{"as": "U2"}, channel="C1", text="/ilt")
    assert await done() == []
    await api.post("/sandbox/say", **{"as": "U2"}, channel="C1", text="/ilt input More paper")
    assert await done() == ["ask"]
    await api.post("/sandbox/clock", to="next")
    assert await done() == ["ask", "wait"]
    await api.post("/sandbox/clock", to="2026-10-13T12:00")
    assert await done() == ["ask", "wait", "wait-again"]


async def test_starting_again_leaves_nothing_behind(
    api: Api, clock: StillClock, keeper: Keeper, sandbox: Sandbox
) -> None:
    await api("chat.postMessage", channel="C1", text="Old")
    await api("views.publish", user_id="U1", view={"type": "home", "blocks": [section("Old")]})
    await api.post("/sandbox/clock", to="next")

    assert (await api.post("/sandbox/reset"))["ok"]

    assert (clock.now(), keeper.resets) == (MONDAY, 1)
    assert sandbox.acting.messages("C1", "U1") == []
    assert sandbox.acting.home("U1") is None


async def test_open_pages_hear_at_once_of_what_concerns_them(api: Api, sandbox: Sandbox) -> None:
    async with api.session.ws_connect(api.server.make_url("/sandbox/stream?as=U3")) as stream:
        assert await stream.receive_json(timeout=PATIENCE) == {"changed": []}
        await api("chat.postMessage", channel="C2", text="Not for U3")
        await api("views.publish", user_id="U1", view={"type": "home", "blocks": [section("Nor this")]})
        await api("chat.postMessage", channel="C1", text="For all")
        await sandbox.time.go_to(MONDAY + timedelta(hours=1))
        heard: set[str] = set()
        while heard != {"channel:C1", "clock", "tour"}:
            heard |= set((await stream.receive_json(timeout=PATIENCE))["changed"])
            assert heard <= {"channel:C1", "clock", "tour"}


async def test_a_stopping_server_does_not_wait_for_open_pages(api: Api, server: TestServer) -> None:
    async with api.session.ws_connect(api.server.make_url("/sandbox/stream?as=U3")) as stream:
        await stream.receive_json(timeout=PATIENCE)
        await server.close()
        assert (await stream.receive(timeout=PATIENCE)).type is WSMsgType.CLOSE


async def test_the_page_itself_is_served_from_the_package(api: Api) -> None:
    async with api.session.get(api.server.make_url("/")) as response:
        assert (response.status, response.content_type) == (200, "text/html")
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    for address in ("/static/nothing.js", "/static/__init__.py", "/static/..%2Fserver.py"):
        async with api.session.get(api.server.make_url(address)) as response:
            assert response.status == 404
