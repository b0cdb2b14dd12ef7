"""People who walk into channels and out of them, what becomes of channels, and the app that is taken out."""

from bot.sandbox.conversations import Conversation
from bot.sandbox.events import Events
from bot.sandbox.wire import SlackError
from bot.sandbox.workspace import Workspace

ELSEWHERE = "T0ELSEWHERE"
"""The other organization."""


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
        if user == self._workspace.bot_id:
            await self._happens("left", conversation)

    async def archive(self, channel: str) -> None:
        """Archive a channel: nobody can write there any more."""
        conversation = self._workspace.conversation(channel)
        self._workspace.archive(conversation.id)
        await self._happens("archive", conversation)

    async def unarchive(self, channel: str) -> None:
        """Open an archived channel again."""
        conversation = self._workspace.conversation(channel)
        conversation.is_archived = False
        self._workspace.touched(conversation)
        await self._happens("unarchive", conversation)

    async def rename(self, channel: str, name: str) -> None:
        """Give a channel another name; it is still the same one. Raises `name_taken`."""
        conversation = self._workspace.conversation(channel)
        named = name.strip().lstrip("#").lower().replace(" ", "-")[:80]
        if not named:
            raise SlackError("invalid_name_required")
        if any(one.name == named for one in self._workspace.conversations.values() if one != conversation):
            raise SlackError("name_taken")
        conversation.name = named
        self._workspace.touched(conversation)
        created = int(conversation.created.timestamp())
        told = {"id": conversation.id, "name": named, "name_normalized": named, "created": created}
        await self._happens("rename", conversation, channel=told)

    async def share(self, channel: str, *, outside: bool = True) -> None:
        """Share a channel with another organization, or stop sharing it."""
        conversation = self._workspace.conversation(channel)
        conversation.is_ext_shared = outside
        self._workspace.touched(conversation)
        name = "channel_shared" if outside else "channel_unshared"
        told = {"type": name, "channel": conversation.id, "connected_team_id": ELSEWHERE}
        await self._events.tell(name, told)

    async def delete(self, channel: str) -> None:
        """Delete a channel for good."""
        conversation = self._workspace.conversation(channel)
        del self._workspace.conversations[conversation.id]
        self._workspace.changes.tell("channels")
        await self._happens("deleted", conversation)

    async def uninstall(self) -> None:
        """Take the app out of the workspace: its token is worth nothing from now on."""
        self._workspace.is_installed = False
        tokens = {"bot": [self._workspace.bot_id]}
        await self._events.tell("tokens_revoked", {"type": "tokens_revoked", "tokens": tokens})
        await self._events.tell("app_uninstalled", {"type": "app_uninstalled"})

    async def _happens(self, what: str, conversation: Conversation, **more: object) -> None:
        """Tell of a channel; of a private one under the name that such events have had from of old."""
        kind = "group" if conversation.kind == "private_channel" else "channel"
        name = f"{kind}_{what}"
        await self._events.tell(name, {"type": name, "channel": conversation.id, **more})

    async def _tell(self, event: str, user: str, conversation: Conversation) -> None:
        kind = "G" if conversation.kind == "private_channel" else "C"
        place = {"channel": conversation.id, "channel_type": kind, "team": self._workspace.seed.team.id}
        await self._events.tell(event, {"type": event, "user": user, **place})
