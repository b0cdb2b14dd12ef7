"""The settings and the port."""

import socket
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.app.checkup.findings import Finding
from bot.app.core import sqlite_file
from bot.app.entra import is_guid
from bot.settings import INSTEAD, Settings

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
    found += [*of_slack(settings), *of_teams(settings)]
    found += [
        Finding.note(missing) if missing == INSTEAD else Finding.mend(f"Not set: {missing}")
        for missing in settings.missing()
    ]
    found += _ways(settings)
    found.append(Finding.well(f"The database is {_without_password(settings.database_url)}."))
    if settings.api_url != LOCAL:
        found.append(
            Finding.note(f"SLACK_API_URL is {settings.api_url}: the bot talks to that, not to Slack.")
        )
    return found


def of_slack(settings: Settings) -> list[Finding]:
    """Whether Slack's tokens begin as Slack makes them."""
    secrets = {
        "SLACK_BOT_TOKEN": settings.bot_token,
        "SLACK_APP_TOKEN": settings.app_token,
        "SLACK_SIGNING_SECRET": "set" if settings.slack_signing_secret else "",
    }
    return [_secret(name, value) for name, value in secrets.items() if value]


def _secret(name: str, value: str) -> Finding:
    beginning = BEGINNINGS.get(name, "")
    if value.startswith(beginning):
        return Finding.well(f"{name} is set.")
    return Finding.mend(f"{name} does not begin with {beginning}. Was another token copied? Copy it again.")


def of_teams(settings: Settings) -> list[Finding]:
    """What Teams needs is shaped as Entra makes it: two ids, and a secret that is not one."""
    ids = {"TEAMS_CLIENT_ID": settings.teams_client_id, "TEAMS_TENANT_ID": settings.teams_tenant_id}
    found = [_id(name, value) for name, value in ids.items() if value]
    if len(set(ids.values())) == 1 and settings.teams_client_id:
        found.append(Finding.mend("TEAMS_CLIENT_ID and TEAMS_TENANT_ID are the same. One was copied twice."))
    if is_guid(settings.client_secret):
        found.append(
            Finding.mend(
                "TEAMS_CLIENT_SECRET looks like a Secret ID. Copy what stands under Value beside it; when "
                "that is no longer shown, make a new secret."
            )
        )
    elif settings.client_secret:
        found.append(Finding.well("TEAMS_CLIENT_SECRET is set."))
    return found


def _id(name: str, value: str) -> Finding:
    if is_guid(value):
        return Finding.well(f"{name} is set.")
    return Finding.mend(
        f"{name} does not look like 00000000-0000-0000-0000-000000000000. Copy it again from the app "
        "registration's Overview."
    )


def _ways(settings: Settings) -> list[Finding]:
    """How each platform reaches the bot."""
    found = [_way_of_teams(settings)] if settings.has_teams else []
    only_teams = settings.has_teams and not settings.has_slack
    return found if only_teams else [_way(settings), *found]


def _way_of_teams(settings: Settings) -> Finding:
    return Finding.note(
        f"Teams reaches the bot over HTTPS at /api/messages on {settings.host}:{settings.port}; put a TLS "
        "proxy in front of it, and write https://your-host/api/messages as the bot's messaging endpoint in "
        "Azure."
    )


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
