"""What the bot answers over HTTP to whoever knocks, and that nothing anybody wrote reaches its log."""

import hashlib
import hmac
import json
import sqlite3
import time
from urllib.parse import urlencode

import pytest
from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families

from bot.app.sample import SECRET, TOKEN
from tests.serving.process import until

FORM = "application/x-www-form-urlencoded"
HIDDEN = "marzipan"


async def ready(started, slack):
    """The same bot, once it is ready, over HTTP."""
    await started.start()
    await started.ready()
    slack.sandbox.bot_url = await started.url() + "/slack/events"
    return started


@pytest.fixture
async def bot(inside, slack):
    return await ready(inside("http"), slack)


async def knocked(bot, body, *, method="POST", path="/slack/events", kind=FORM, secret=SECRET, age=0):
    """Send a signed request and return the status and the words of the answer."""
    sent = body if isinstance(body, bytes) else body.encode()
    stamp = str(int(time.time()) - age)
    digest = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + sent, hashlib.sha256).hexdigest()
    headers = {
        "Content-Type": kind,
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={digest}",
    }
    async with ClientSession() as session:
        asked = session.request(method, await bot.url() + path, data=sent, headers=headers)
        async with asked as response:
            return response.status, await response.text()


def command(text: str) -> str:
    return urlencode(
        {
            "command": "/ilt",
            "text": text,
            "team_id": "T0SANDBOX",
            "user_id": "U020UMA",
            "channel_id": "C0ILT",
            "trigger_id": "1.2.3",
            "response_url": "http://127.0.0.1:9/none",
        }
    )


async def test_knocks_are_answered_by_what_they_are(bot):
    good = command("help")

    assert (await knocked(bot, good))[0] == 200
    assert (await knocked(bot, good, secret="somebody else's"))[0] == 401
    assert (await knocked(bot, good, age=301))[0] == 401
    assert (await knocked(bot, "{", kind="application/json"))[0] == 400
    assert (await knocked(bot, "[1, 2]", kind="application/json"))[0] == 400
    assert (await knocked(bot, b"\xff\xfe\x00"))[0] == 401
    assert (await knocked(bot, "payload=%7B"))[0] == 400
    assert (await knocked(bot, ""))[0] == 400
    assert (await knocked(bot, "a" * (1024 * 1024 + 1)))[0] == 413
    assert (await knocked(bot, good, path="/slack/else"))[0] == 404
    assert (await knocked(bot, "", method="GET"))[0] == 405
    assert (await bot.asked("/healthz")) == (200, {"status": "alive"})
    assert (await bot.asked("/readyz"))[1]["ready"] is True


async def has_ticked(bot, *jobs: str) -> bool:
    _, page = await bot.asked("/metrics")
    return all(f'ilt_tick_seconds_count{{job="{job}"}}' in page for job in jobs)


async def test_figures_can_be_read_by_prometheus_and_say_nothing_about_people(bot, slack):
    assert (await slack.acting.command(slack.people["uma-thistle"], slack.channel("grade-4"), "/ilt help")).ok
    await until(lambda: has_ticked(bot, "run-due", "deliver-slack"))

    status, page = await bot.asked("/metrics")
    families = {family.name: family for family in text_string_to_metric_families(page)}

    assert status == 200
    assert {"ilt_requests", "ilt_request_seconds", "ilt_letters", "process_cpu_seconds"} <= set(families)
    states = {sample.labels["state"]: sample.value for sample in families["ilt_letters"].samples}
    assert states["due"] == 0
    labels = {label for family in families.values() for sample in family.samples for label in sample.labels}
    assert labels <= {"request", "outcome", "state", "le", "job", "platform", "kind", "of"}
    assert "uma" not in page.lower()


async def test_no_answer_is_run_embedded_mistaken_or_kept_by_a_browser_and_none_names_the_program(bot):
    secret = "a" * 43
    for path in ("/healthz", "/metrics", "/nowhere", f"/calendar/{secret}.ics", f"/documents/{secret}.pdf"):
        async with ClientSession() as session, session.get(await bot.url() + path) as response:
            told = response.headers
        assert told["X-Content-Type-Options"] == "nosniff", path
        assert "default-src 'none'; frame-ancestors 'none'" in told["Content-Security-Policy"], path
        assert (told["Referrer-Policy"], told["Cache-Control"]) == ("no-referrer", "no-store"), path
        assert told["Server"] == "ilt-bot", path


async def test_a_database_in_trouble_makes_it_not_ready(bot, folder):
    database = sqlite3.connect(folder / "ilt.db")
    database.execute("ALTER TABLE schools RENAME TO scholls")
    database.commit()

    status, said = await bot.asked("/readyz")
    assert status == 503
    assert "has not been set up" in said["database"]
    assert (await bot.asked("/metrics"))[0] == 200
    assert (await bot.asked("/healthz"))[0] == 200


async def test_nothing_anybody_writes_reaches_the_log(serving, slack, folder):
    bot = await ready(serving("http"), slack)
    uma, noel = slack.people["uma-thistle"], slack.people["noel-mint"]
    grade_4, acting = slack.channel("grade-4"), slack.acting
    await acting.command(uma, grade_4, f"/ilt-input {HIDDEN} in a command")
    form = await until(lambda: acting.top_view(uma))
    answer = await acting.submit(
        uma, form.id, {"topic": "instruction", "scope": "several_teams", "mode": "named"}
    )
    assert answer.ok
    await until(lambda: bot.logged("letter handed over"))
    await acting.command(uma, grade_4, f"/ilt {HIDDEN}")
    await acting.command(uma, grade_4, f"/ilt status {HIDDEN}")
    await acting.command(noel, slack.channel("ilt"), f"/ilt decide {HIDDEN}")
    await acting.write_to_bot(uma, f"Dear bot, {HIDDEN}")
    await acting.open_home(uma)
    await knocked(bot, command(HIDDEN), secret=HIDDEN)
    await knocked(bot, f'{{"{HIDDEN}": ', kind="application/json")
    await knocked(bot, json.dumps({"type": HIDDEN, "team_id": "T0SANDBOX"}), kind="application/json")
    await knocked(bot, command(HIDDEN).replace("T0SANDBOX", HIDDEN))

    database = sqlite3.connect(folder / "ilt.db")
    trigger = f"SELECT RAISE(ABORT, '{HIDDEN} will not be kept')"
    database.execute(f"CREATE TRIGGER no BEFORE INSERT ON requests BEGIN {trigger}; END")
    database.commit()
    await acting.command(uma, grade_4, f"/ilt-input {HIDDEN} once more")
    form = await until(lambda: acting.top_view(uma))
    await acting.submit(uma, form.id, {"topic": "instruction", "scope": "several_teams", "mode": "named"})

    assert await bot.stop() == 0
    log = bot.log.read_text(encoding="utf-8")
    assert "IntegrityError" in log, "nothing failed, so nothing was shown about failures"
    assert HIDDEN not in log
    for secret in ("Uma", "@sample.example", TOKEN, SECRET):
        assert secret not in log
    (handed, *_) = bot.logged("letter handed over")
    assert (handed["kind"], handed["outcome"], handed["platform"]) == ("input_receipt", "sent", "slack")
    assert all(line.startswith("{") for line in log.splitlines())
