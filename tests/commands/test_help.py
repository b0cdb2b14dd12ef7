"""Help that reads well and costs nothing, and errors that a person can act on."""

import os
import subprocess
import sys

import pytest

from tests.serving.process import ROOT

HEAVY = [
    "sqlalchemy",
    "slack_bolt",
    "slack_sdk",
    "aiohttp",
    "pydantic",
    "alembic",
    "apscheduler",
    "yaml",
    "structlog",
]
COMMANDS = [
    "sandbox",
    "serve",
    "doctor",
    "school apply",
    "school export",
    "upcoming",
    "tick",
    "manifest",
    "db upgrade",
    "db check",
    "backup",
]


def python(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False
    )


def test_help_imports_nothing_heavy():
    code = f"""
import sys
from bot.__main__ import main
try:
    main(["--help"])
except SystemExit:
    pass
print("heavy:", [name for name in {HEAVY!r} if name in sys.modules])
"""
    assert python(code).stdout.splitlines()[-1] == "heavy: []"


@pytest.mark.parametrize("command", ["", "school", "db", *COMMANDS])
def test_every_level_has_help(ilt, command):
    said = ilt(*command.split(), "--help")

    assert said.code == 0
    assert said.out.startswith(f"usage: ilt-bot {command}".rstrip())
    assert "None" not in said.out


def test_the_first_help_names_every_command(ilt):
    out = ilt("--help").out

    assert all(command.partition(" ")[0] in out for command in COMMANDS)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "the following arguments are required: COMMAND"),
        ("srve", "invalid choice: 'srve'"),
        ("school", "required: new|apply|export"),
        ("upcoming --days many", "many is not a number of days"),
        ("upcoming --days 0", "0 is not a number of days"),
        ("tick --at tomorrow", "tomorrow is not a moment; write it like 2026-10-20T07:45"),
        ("sandbox --port 70000", "70000 is not a port"),
        ("manifest --url ilt.example.org", "write it like https://ilt.example.org"),
    ],
)
def test_a_slip_in_typing_says_what_to_type(ilt, words, says):
    said = ilt(*words.split())

    assert said.code == 2
    assert says in said.err


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"ILT_PORT": "many"}, "ILT_PORT must be a number from 0 to 65535"),
        ({"SLACK_API_URL": "slack.com"}, "SLACK_API_URL must be an address such as https://slack.com/api/"),
        ({"ILT_DATABASE_URL": "mysql://root:geheim@host/ilt"}, "ILT_DATABASE_URL is not a database I know"),
        ({"ILT_DATABASE_URL": "sqlite://"}, "ILT_DATABASE_URL is not a database I know"),
        ({"ILT_DATABASE_URL": "postgresql://ilt:geheim@127.0.0.1:9/ilt"}, "database server does not answer"),
    ],
)
def test_a_variable_that_makes_no_sense_is_named_without_its_value(ilt, variables, says):
    said = ilt("db", "upgrade", **variables)

    assert said.code == 1
    assert says in said.err
    assert "geheim" not in said.err
    assert "Traceback" not in said.err


def test_the_file_env_is_read(ilt, tmp_path):
    (tmp_path / ".env").write_text(
        '\ufeffILT_DATABASE_URL=" sqlite:///of-env.db "\nILT_PORT=\n', encoding="utf-8"
    )

    assert ilt("db", "upgrade").code == 0
    assert (tmp_path / "of-env.db").exists()


def test_serve_says_what_it_still_needs(ilt):
    said = ilt("serve")

    assert said.code == 1
    assert "SLACK_BOT_TOKEN: in your Slack app" in said.err
    assert "SLACK_APP_TOKEN" in said.err


@pytest.mark.parametrize("debug", ["", "1"])
def test_what_nobody_foresaw_is_said_without_anybodys_words(debug):
    code = """
import sys
from bot import __main__
from bot.commands import serve
def breaks(arguments):
    try:
        int("marzipan")
    except ValueError as error:
        raise LookupError("more marzipan") from error
serve.run = breaks
sys.exit(__main__.main(["serve"]))
"""
    ended = python(code, ILT_DEBUG=debug)

    assert ended.returncode == 1
    assert "LookupError at <string>:9, reference " in ended.stderr
    assert ("in breaks" in ended.stderr) == (debug == "1")
    assert "marzipan" not in ended.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--for", "elsewhere"), "elsewhere is not an address; write it like http://127.0.0.1:8080"),
        (("--for", "http://127.0.0.1:8080", "--at", "2026-10-20T07:45"), "goes by the real time"),
    ],
)
def test_a_sandbox_for_a_bot_elsewhere_says_what_it_cannot_do(ilt, words, says):
    assert says in ilt("sandbox", "--no-open", *words).err
