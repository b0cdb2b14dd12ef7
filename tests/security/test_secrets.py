"""No secret is printed, logged, answered or kept where it can be read, however things go wrong."""

from pathlib import Path

import pytest

from bot.app.sample import SECRET, TOKEN
from storage.sealing import Key

WORD = "marzipan"
NOWHERE = "http://127.0.0.1:9"
TOKENS = {
    "SLACK_BOT_TOKEN": f"xoxb-{WORD}-bot",
    "SLACK_APP_TOKEN": f"xapp-{WORD}-app",
    "SLACK_SIGNING_SECRET": f"{WORD}-signing",
    "TEAMS_CLIENT_SECRET": f"{WORD}-client",
    "SLACK_API_URL": f"{NOWHERE}/api/",
    "ILT_DEBUG": "1",
}
SERVER = f"postgresql://ilt:{WORD}@127.0.0.1:9/ilt"
WRONG = [
    {"ILT_DATABASE_URL": SERVER},
    {"ILT_DATABASE_URL": SERVER, "ILT_DATA_KEY": f"{WORD}-key"},
    {"ILT_DATABASE_URL": f"mysql://ilt:{WORD}@127.0.0.1/ilt"},
    {"ILT_DATABASE_URL": f"postgresql://ilt:{WORD}@[::1/ilt"},
    {"ILT_DATABASE_URL": f"postgresql://ilt:{WORD}@127.0.0.1:port/ilt"},
    {"ILT_DATABASE_URL": f"sqlite:///{WORD}/no/folder/ilt.db", "ILT_DATA_KEY": f"{WORD}-key"},
    {"ILT_DATA_KEY": f"{WORD}-key"},
    {"SLACK_API_URL": f"ftp://{WORD}@127.0.0.1/"},
    {"SLACK_API_URL": f"http://{WORD}.example/api/"},
    {"SLACK_API_URL": f"http://user:{WORD}@127.0.0.1:9/api/"},
    {"ILT_PORT": WORD, "ILT_PACE": WORD, "ILT_REPLICA": WORD * 10},
]


def clear_in(folder: Path, *secrets: str) -> list[str]:
    """The files that hold one of these, by their own names or in clear."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    return [
        one.name
        for one in files
        for secret in secrets
        if secret in one.name or secret.encode() in one.read_bytes()
    ]


@pytest.mark.parametrize("wrong", [{}, *WRONG], ids=lambda wrong: " ".join(wrong) or "nothing")
def test_no_command_says_a_secret_whatever_is_wrong_with_the_settings(school, tmp_path, wrong):
    key = Key.new().text
    given = {"ILT_DATA_KEY": key, "ILT_DATABASE_WAIT_SECONDS": "0.1"} | TOKENS | wrong
    for words in (("doctor",), ("serve",), ("db", "check"), ("deliveries",), ("backup", "b.db")):
        if words == ("serve",) and not wrong.get("ILT_PORT"):
            continue
        said = school(*words, **given)
        for secret in (WORD, key):
            assert secret not in (said.out + said.err).replace(f"{WORD}/no", ""), words
    assert clear_in(tmp_path, WORD, key) == []


async def test_a_bot_at_work_tells_and_keeps_no_secret_also_when_slack_refuses_it(
    inside, slack, folder, logged
):
    heard = []

    async def ask(bot) -> None:
        heard.extend([str(await bot.asked(path)) for path in ("/healthz", "/readyz", "/metrics", "/slack")])

    slack.sandbox.faults.refuse("auth.test", "invalid_auth", times=3)
    bot = inside("http")
    await bot.start()
    await bot.not_ready("SLACK_BOT_TOKEN")
    await ask(bot)
    await bot.ready()
    await ask(bot)
    await bot.stop()
    heard.append(logged())

    assert '"not ready"' in heard[-1]
    for secret in (TOKEN, SECRET, (folder / "ilt.db.key").read_text().strip()):
        assert [said for said in heard if secret in said] == []
        assert [name for name in clear_in(folder, secret) if name != "ilt.db.key"] == []
