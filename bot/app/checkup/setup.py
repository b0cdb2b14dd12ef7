"""The settings and the port."""

import socket
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.app.checkup.findings import Finding
from bot.app.core import sqlite_file
from bot.settings import Settings

BEGINNINGS = {"SLACK_BOT_TOKEN": "xoxb-", "SLACK_APP_TOKEN": "xapp-"}
LOCAL = "https://slack.com/api/"


def of(settings: Settings) -> list[Finding]:
    """Say which variables are set and which are missing; no value of a secret one is shown."""
    env = (
        "The file .env is read."
        if Path(".env").is_file()
        else "There is no file .env here; the environment is read."
    )
    found = [Finding.well(env)]
    secrets = {
        "SLACK_BOT_TOKEN": settings.bot_token,
        "SLACK_APP_TOKEN": settings.app_token,
        "SLACK_SIGNING_SECRET": "set" if settings.slack_signing_secret else "",
    }
    found += [_secret(name, value) for name, value in secrets.items() if value]
    found += [Finding.mend(f"Not set: {missing}") for missing in settings.missing()]
    found.append(_way(settings))
    found.append(Finding.well(f"The database is {_without_password(settings.database_url)}."))
    if settings.api_url != LOCAL:
        found.append(
            Finding.note(f"SLACK_API_URL is {settings.api_url}: the bot talks to that, not to Slack.")
        )
    return found


def _secret(name: str, value: str) -> Finding:
    beginning = BEGINNINGS.get(name, "")
    if value.startswith(beginning):
        return Finding.well(f"{name} is set.")
    return Finding.mend(f"{name} does not begin with {beginning}. Was another token copied? Copy it again.")


def _way(settings: Settings) -> Finding:
    if settings.slack_app_token and settings.slack_signing_secret:
        return Finding.well("Slack reaches the bot over a socket (Socket Mode), and over signed HTTP.")
    if settings.slack_app_token:
        return Finding.well("Slack reaches the bot over a socket (Socket Mode).")
    if settings.slack_signing_secret:
        return Finding.note(
            f"Slack reaches the bot over signed HTTP at /slack/events on {settings.host}:{settings.port}; "
            "put a TLS proxy in front of it. `ilt-bot manifest --url https://...` makes the manifest."
        )
    return Finding.unseen("How Slack reaches the bot is not known yet.")


def _without_password(url: str) -> str:
    file = sqlite_file(url)
    if file is not None:
        return f"the file {file}"
    try:
        parts = urlsplit(url)
        return f"{parts.path.lstrip('/') or '?'} on {parts.hostname or 'this computer'} (PostgreSQL)"
    except ValueError:
        return "not readable from ILT_DATABASE_URL"


async def port(settings: Settings) -> list[Finding]:
    """Say whether the bot can listen where it should; a bot that listens there already is well."""
    place = f"Port {settings.port} on {settings.host}"
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((settings.host, settings.port))
    except OSError as error:
        if await _is_the_bot(settings):
            return [Finding.well(f"{place}: the bot is running there.")]
        return [
            Finding.mend(
                f"{place} cannot be used ({error.strerror}). Set ILT_PORT or ILT_HOST to another one."
            )
        ]
    return [Finding.well(f"{place} is free.")]


async def _is_the_bot(settings: Settings) -> bool:
    url = f"http://{settings.host}:{settings.port}/healthz"
    try:
        async with ClientSession(timeout=ClientTimeout(total=2)) as session, session.get(url) as response:
            return response.status == 200 and "alive" in await response.text()
    except (ClientError, TimeoutError, OSError):
        return False
