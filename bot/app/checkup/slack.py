"""What Slack says: whose token this is, what it may do, and where the school's people and channels are."""

from collections.abc import Mapping

from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from bot.app import whose
from bot.app.checkup import clock
from bot.app.checkup.findings import Finding
from bot.app.checkup.places import of_channels, of_people
from bot.app.core import Core
from bot.app.refusals import understood
from bot.app.slack import slack_manifest
from bot.errors import Problem
from bot.settings import Settings
from handlers.slack.calls import within_limit
from handlers.slack.workspaces import Workspaces, slack_session

LOST = {
    "channels:history": "after a lost connection a post in a public channel may come twice",
    "groups:history": "after a lost connection a post in a private channel may come twice",
}
UNSEEN = "Scopes, channels, people and the clock were not looked at, because"


async def of(core: Core | None, settings: Settings) -> list[Finding]:
    """Ask Slack; without a database, only about the tokens."""
    async with slack_session() as session:
        found = await _of_app_token(session, settings)
        if not settings.bot_token:
            return [*found, Finding.unseen(f"{UNSEEN} there is no SLACK_BOT_TOKEN.")]
        workspaces = Workspaces(base_url=settings.api_url, session=session)
        try:
            opened = await whose.workspace_of_token(workspaces, settings)
        except Problem as problem:
            return [*found, Finding.mend(str(problem)), Finding.unseen(f"{UNSEEN} Slack could not be asked.")]
        found.append(Finding.well(f"The bot's token opens the workspace {opened.name}."))
        found += _scopes(opened.headers) + clock.of(opened.headers, "Slack")
        client = AsyncWebClient(
            token=settings.bot_token, base_url=settings.api_url, session=session, retry_handlers=[]
        )
        return found + await _of_the_school(core, client, opened, settings)


async def _of_the_school(
    core: Core | None, client: AsyncWebClient, opened: whose.Opened, settings: Settings
) -> list[Finding]:
    if core is None:
        return [Finding.unseen("Channels and people were not looked at, because there is no database yet.")]
    try:
        schools = await whose.schools_of(core, opened, settings)
        found: list[Finding] = []
        with understood("SLACK_BOT_TOKEN", settings.api_url):
            for school in schools:
                found += await of_channels(core, school, client)
                found += await of_people(core, school, client, opened.team)
        return found
    except Problem as problem:
        return [Finding.mend(str(problem))]


async def _of_app_token(session: ClientSession, settings: Settings) -> list[Finding]:
    if not settings.app_token:
        return []
    client = AsyncWebClient(base_url=settings.api_url, session=session, retry_handlers=[])
    try:
        with understood("SLACK_APP_TOKEN", settings.api_url):
            await within_limit(lambda: client.apps_connections_open(app_token=settings.app_token))
    except Problem as problem:
        return [Finding.mend(str(problem))]
    return [Finding.well("The app token may open a socket.")]


def _scopes(headers: Mapping[str, str]) -> list[Finding]:
    granted = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",") if scope.strip()}
    if not granted:
        return [Finding.unseen("Slack did not say which scopes the app has.")]
    wanted = slack_manifest()["oauth_config"]["scopes"]
    missing = sorted(set(wanted["bot"]) - granted)
    without = sorted(set(wanted["bot_optional"]) - granted)
    found = [
        Finding.note(f"Without {scope} (optional), {LOST.get(scope, 'less works')}.") for scope in without
    ]
    if missing:
        return [
            Finding.mend(
                f"The app lacks the scopes {', '.join(missing)}. Add them under OAuth & Permissions, "
                "or paste app.yaml into App Manifest; then install the app again."
            ),
            *found,
        ]
    return [Finding.well("The app has every scope it needs."), *found]
