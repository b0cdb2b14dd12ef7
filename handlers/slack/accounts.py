"""What Slack itself knows of its users: whether they are guests, and under which e-mail address."""

from dataclasses import dataclass, field
from time import monotonic

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from handlers.slack.calls import within_limit
from handlers.slack.failures import report
from handlers.slack.shapes import Json
from handlers.slack.workspaces import Workspace, Workspaces

KEPT_FOR = 12 * 3600.0
"""Seconds after which Slack is asked again about somebody; sooner about somebody it could not tell of."""
UNKNOWN_FOR = 60.0
UNANSWERED_FOR = 5.0
PATIENCE = 1.5
"""Seconds to wait for Slack, because a person waits for the answer and Slack gives them three."""


@dataclass(frozen=True, slots=True)
class Account:
    """One user of a workspace. `email` is there only for a living account of the school's, once confirmed.

    `is_bound`: a guest of a single channel.
    """

    id: str
    email: str | None = None
    is_guest: bool = False
    is_bound: bool = False
    is_person: bool = True
    is_deactivated: bool = False
    name: str = field(default="", repr=False)
    title: str = ""

    @classmethod
    def of(cls, user: Json, team: str) -> "Account":
        """Read Slack's user object; an account of another workspace is matched with nobody."""
        is_ours = user.get("team_id", team) == team and not user.get("is_stranger")
        is_person = is_ours and not (user.get("deleted") or user.get("is_bot"))
        profile = user.get("profile") or {}
        email = profile.get("email")
        return cls(
            id=str(user["id"]),
            email=str(email) if email and is_person and user.get("is_email_confirmed", True) else None,
            is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
            is_bound=bool(user.get("is_ultra_restricted")),
            is_person=is_person,
            is_deactivated=bool(is_ours and user.get("deleted")),
            name=str(profile.get("real_name") or user.get("real_name") or "") if is_person else "",
            title=str(profile.get("title") or "") if is_person else "",
        )


class Accounts:
    """Accounts, remembered for a while; Slack is asked when there is nothing to remember."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces
        self._known: dict[tuple[str, str], tuple[float, Account]] = {}

    def remember(self, workspace: Workspace, account: Account, seconds: float = KEPT_FOR) -> None:
        self._known[workspace.team, account.id] = (monotonic() + seconds, account)

    async def of(self, workspace: Workspace, user: str) -> Account:
        """One account; when Slack cannot be asked, one of whom nothing is known."""
        until, known = self._known.get((workspace.team, user), (0.0, None))
        if known is not None and monotonic() < until:
            return known
        client = self._workspaces.client(workspace)
        try:
            told = await within_limit(lambda: client.users_info(user=user), PATIENCE)
        except (SlackApiError, ClientError, TimeoutError) as error:
            report(error, work="ask Slack about a user", user=user)
            account = known or Account(user)
            self.remember(workspace, account, UNANSWERED_FOR)
            return account
        account = Account.of(told.get("user") or {"id": user}, workspace.team)
        self.remember(workspace, account, KEPT_FOR if account.email else UNKNOWN_FOR)
        return account
