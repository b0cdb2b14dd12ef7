"""The workspaces the bot is installed in, and a client for each."""

from dataclasses import dataclass, field

from aiohttp import ClientHandlerType, ClientRequest, ClientResponse, ClientSession, ClientTimeout
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.last_look import may_go
from handlers.platform.workspaces import Known
from handlers.slack.calls import SECONDS, patiently, within_limit
from handlers.slack.hooks import takes_answers

PLATFORM = "slack"


@dataclass(frozen=True, slots=True)
class Workspace:
    """One workspace: whose school it is, and who the bot is there. `scopes` is what it was granted, `url`
    where it is read in a browser."""

    school: str
    team: str
    token: str = field(repr=False)
    bot_user: str
    bot: str
    scopes: frozenset[str] = frozenset()
    url: str = ""

    def link(self, channel: str, message: str, under: str | None = None) -> str:
        """Where a message is read in a browser; nothing while Slack has not said where the workspace is.

        https://docs.slack.dev/reference/methods/chat.getPermalink says the same at the price of a call.
        """
        if not self.url:
            return ""
        thread = f"?thread_ts={under}&cid={channel}" if under and under != message else ""
        return f"{self.url.rstrip('/')}/archives/{channel}/p{message.replace('.', '')}{thread}"


class Workspaces(Known[Workspace]):
    """Remembers workspaces, and speaks to all of them over one shared session."""

    def __init__(self, *, base_url: str, session: ClientSession) -> None:
        super().__init__(PLATFORM)
        self._base_url = base_url
        self._session = session

    def client(self, workspace: Workspace) -> AsyncWebClient:
        return self._client(workspace.token)

    def nobody(self) -> AsyncWebClient:
        """A client without a token, for whoever brings their own."""
        return self._client(None)

    async def introduce(self, school: str, token: str) -> Workspace:
        """Ask Slack whose token this is, and remember the workspace for the school.

        Raises SlackApiError when the token is worth nothing.
        """
        client = self._client(token)
        told = await patiently(client.auth_test)
        granted = str(dict(told.headers).get("x-oauth-scopes", ""))
        workspace = Workspace(
            school=school,
            team=str(told["team_id"]),
            token=token,
            bot_user=str(told["user_id"]),
            bot=str(told.get("bot_id") or ""),
            scopes=frozenset(scope.strip() for scope in granted.split(",") if scope.strip()),
            url=str(told.get("url") or ""),
        )
        self.add(workspace)
        return workspace

    async def opened(self, school: str, user: str) -> str:
        """Open the direct conversation with somebody, and return its address."""
        client = self.client(self.of_school(school))
        found = await within_limit(lambda: client.conversations_open(users=user))
        return str((found.get("channel") or {}).get("id") or user)

    async def authorize(self, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        """Answer Bolt from memory; None for a workspace nobody introduced."""
        if not self.knows(team_id or ""):
            return None
        found = self.of_team(team_id or "")
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=found.team,
            bot_token=found.token,
            bot_user_id=found.bot_user,
            bot_id=found.bot,
        )

    def takes_answers(self, url: str) -> bool:
        """Whether a response address that a request named is Slack's, so that an answer may go there."""
        return takes_answers(url, self._base_url)

    def _client(self, token: str | None) -> AsyncWebClient:
        """The SDK's own retries would post twice after a lost answer, so there are none."""
        return AsyncWebClient(
            token=token, base_url=self._base_url, session=self._session, retry_handlers=[], timeout=SECONDS
        )


def slack_session() -> ClientSession:
    """The one session for everything that goes to Slack; made once, inside the running loop."""
    return ClientSession(timeout=ClientTimeout(total=SECONDS), middlewares=(in_time,))


async def in_time(request: ClientRequest, send: ClientHandlerType) -> ClientResponse:
    """Send it unless it is too late by now: others may have begun to look for it. Raises TimeoutError then;
    nothing was sent."""
    if not may_go():
        raise TimeoutError("too_late")
    return await send(request)
