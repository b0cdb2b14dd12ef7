"""What Slack lists of a workspace: its users, its channels."""

from collections.abc import AsyncIterator

from bot.model.channels import SeenChannel
from handlers.platform.accounts import Account
from handlers.slack.accounts import account_of
from handlers.slack.calls import listed
from handlers.slack.channels import every
from handlers.slack.workspaces import Workspace, Workspaces


class Lists:
    """Asks Slack. Its calls raise SlackApiError or TimeoutError."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces

    async def accounts(self, workspace: Workspace) -> AsyncIterator[Account]:
        """Everybody in the workspace."""
        client = self._workspaces.client(workspace)
        async for user in listed(client.users_list, "members"):
            yield account_of(user, workspace.team)

    async def channels(self, workspace: Workspace) -> AsyncIterator[SeenChannel]:
        """Every channel of the workspace that the bot can see."""
        async for channel in every(self._workspaces.client(workspace)):
            yield channel
