"""People who walk into channels and out of them, and the app that is taken out of the workspace."""

from bot.sandbox.conversations import Conversation
from bot.sandbox.events import Events
from bot.sandbox.workspace import Workspace


class Comings:
    """Changes who is where, and tells the bot as far as it asked to hear of it."""

    def __init__(self, workspace: Workspace, events: Events) -> None:
        self._workspace = workspace
        self._events = events

    async def join(self, user: str, channel: str) -> None:
        """Walk into a channel."""
        conversation = self._workspace.conversation(channel)
        if user not in conversation.members:
            conversation.members.append(self._workspace.user(user).id)
        self._workspace.touched(conversation)
        await self._tell("member_joined_channel", user, conversation)

    async def leave(self, user: str, channel: str) -> None:
        """Walk out of a channel; the bot is shown out the same way."""
        conversation = self._workspace.conversation(channel)
        self._workspace.remove(conversation.id, user)
        await self._tell("member_left_channel", user, conversation)

    async def uninstall(self) -> None:
        """Take the app out of the workspace: its token is worth nothing from now on."""
        self._workspace.is_installed = False
        tokens = {"bot": [self._workspace.bot_id]}
        await self._events.tell("tokens_revoked", {"type": "tokens_revoked", "tokens": tokens})
        await self._events.tell("app_uninstalled", {"type": "app_uninstalled"})

    async def _tell(self, event: str, user: str, conversation: Conversation) -> None:
        kind = "G" if conversation.kind == "private_channel" else "C"
        place = {"channel": conversation.id, "channel_type": kind, "team": self._workspace.seed.team.id}
        await self._events.tell(event, {"type": event, "user": user, **place})
