"""The workspaces the bot is installed in, and a client for each; a request is recognised from memory."""

from dataclasses import dataclass, field

from aiohttp import ClientSession, ClientTimeout
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from handlers.slack.calls import SECONDS, patiently


@dataclass(frozen=True, slots=True)
class Workspace:
    """One workspace: whose school it is, and who the bot is there. `scopes` is what it was granted."""

    school: str
    team: str
    token: str = field(repr=False)
    bot_user: str
    bot: str
    scopes: frozenset[str] = frozenset()


class UnknownWorkspace(LookupError):
    """Nothing is installed there."""


class Workspaces:
    """Remembers workspaces, and speaks to all of them over one shared session."""

    def __init__(self, *, base_url: str, session: ClientSession) -> None:
        self._base_url = base_url
        self._session = session
        self._by_team: dict[str, Workspace] = {}
        self._by_school: dict[str, Workspace] = {}
        self._schools: dict[str, list[str]] = {}

    def add(self, workspace: Workspace) -> None:
        """Remember a workspace; several schools may share it."""
        self._by_school[workspace.school] = workspace
        sharing = self._schools.setdefault(workspace.team, [])
        if workspace.school not in sharing:
            sharing.append(workspace.school)
        asked = self._by_team.get(workspace.team)
        if asked is None or asked.school == workspace.school:
            self._by_team[workspace.team] = workspace

    def of_team(self, team: str) -> Workspace:
        """The workspace, as the first of its schools knows it. Raises UnknownWorkspace."""
        if team not in self._by_team:
            raise UnknownWorkspace(team)
        return self._by_team[team]

    def schools_in(self, team: str) -> tuple[str, ...]:
        """The schools that share a workspace."""
        return tuple(self._schools.get(team, ()))

    def is_shared(self, team: str) -> bool:
        return len(self.schools_in(team)) > 1

    def of_school(self, school: str) -> Workspace:
        """Raises UnknownWorkspace."""
        if school not in self._by_school:
            raise UnknownWorkspace(school)
        return self._by_school[school]

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
        )
        self.add(workspace)
        return workspace

    async def authorize(self, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        """Answer Bolt from memory; None for a workspace nobody introduced."""
        found = self._by_team.get(team_id or "")
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=found.team,
            bot_token=found.token,
            bot_user_id=found.bot_user,
            bot_id=found.bot,
        )

    def _client(self, token: str | None) -> AsyncWebClient:
        """The SDK's own retries would post twice after a lost answer, so there are none."""
        return AsyncWebClient(
            token=token, base_url=self._base_url, session=self._session, retry_handlers=[], timeout=SECONDS
        )


def slack_session() -> ClientSession:
    """The one session for everything that goes to Slack; made once, inside the running loop."""
    return ClientSession(timeout=ClientTimeout(total=SECONDS))
