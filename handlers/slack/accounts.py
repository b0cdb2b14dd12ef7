"""Slack's users, read as accounts."""

from functools import partial

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from handlers.platform.accounts import Account, Accounts
from handlers.platform.words import Json
from handlers.slack.calls import within_limit
from handlers.slack.failures import report
from handlers.slack.workspaces import Workspace, Workspaces

PATIENCE = 1.5
"""Seconds to wait for Slack, because a person waits for the answer and Slack gives them three."""


def accounts_in(workspaces: Workspaces) -> Accounts[Workspace]:
    """The accounts of all workspaces; Slack is asked about whoever is not remembered."""
    troubles = (SlackApiError, ClientError, TimeoutError)
    return Accounts(partial(asked, workspaces), troubles=troubles, report=report)


async def asked(workspaces: Workspaces, workspace: Workspace, user: str) -> Account:
    """Ask Slack about one user."""
    client = workspaces.client(workspace)
    told = await within_limit(lambda: client.users_info(user=user), PATIENCE)
    return account_of(told.get("user") or {"id": user}, workspace.team)


def account_of(user: Json, team: str) -> Account:
    """Read Slack's user object; an account of another workspace is matched with nobody."""
    is_ours = user.get("team_id", team) == team and not user.get("is_stranger")
    is_person = is_ours and not (user.get("deleted") or user.get("is_bot"))
    profile = user.get("profile") or {}
    email = profile.get("email")
    return Account(
        id=str(user["id"]),
        email=str(email) if email and is_person and user.get("is_email_confirmed", True) else None,
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        is_bound=bool(user.get("is_ultra_restricted")),
        is_person=is_person,
        is_deactivated=bool(is_ours and user.get("deleted")),
        name=str(profile.get("real_name") or user.get("real_name") or "") if is_person else "",
        title=str(profile.get("title") or "") if is_person else "",
    )
