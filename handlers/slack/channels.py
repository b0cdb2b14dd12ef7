"""Slack's channels: all of them, or one of which Slack has just told.

https://docs.slack.dev/reference/events (channel_archive and its like)
"""

from collections.abc import AsyncIterator

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.model.channels import SeenChannel
from handlers.platform.channels import Channels
from handlers.platform.words import Json
from handlers.slack.calls import listed, patiently
from handlers.slack.failures import slack_code
from handlers.slack.payloads import Event
from handlers.slack.workspaces import Workspace, Workspaces

CHANNEL_EVENTS = (
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "channel_rename",
    "channel_shared",
    "channel_unarchive",
    "channel_unshared",
    "group_archive",
    "group_deleted",
    "group_left",
    "group_rename",
    "group_unarchive",
    "member_joined_channel",
    "member_left_channel",
)
"""What Slack tells of a channel. Who did it is told too, and not read."""

MEMBERS = ("member_joined_channel", "member_left_channel")
LEFT = ("channel_left", "group_left", "member_left_channel")
GONE = ("channel_not_found", "method_not_supported_for_channel_type")


class Told:
    """Follows what Slack tells of channels, and of the bot in them."""

    def __init__(self, channels: Channels[Workspace], workspaces: Workspaces) -> None:
        self._channels = channels
        self._workspaces = workspaces

    def concerns(self, team: str, event: Event) -> bool:
        """Whether an event says something about a channel, or about the bot in one."""
        if event.type not in CHANNEL_EVENTS or not event.channel:
            return False
        return event.type not in MEMBERS or event.user == self._workspaces.of_team(team).bot_user

    async def look_at(self, team: str, event: Event) -> None:
        """Look at the one channel an event is about; what it says itself may be out of date by now."""
        address = event.channel or ""
        client = self._workspaces.client(self._workspaces.of_team(team))
        await self._channels.look_at(team, address, lambda: one(client, address, event))


async def one(client: AsyncWebClient, address: str, event: Event) -> SeenChannel | None:
    """Ask Slack about one channel; None when it is gone."""
    try:
        told = await patiently(lambda: client.conversations_info(channel=address))
    except SlackApiError as error:
        if slack_code(error) not in GONE:
            raise
        return SeenChannel(address=address, is_private=True) if event.type in LEFT else None
    return seen_channel(told.get("channel") or {"id": address})


async def every(client: AsyncWebClient) -> AsyncIterator[SeenChannel]:
    """Every channel of the workspace that the bot can see."""
    kinds = {"types": "public_channel,private_channel", "exclude_archived": False}
    async for channel in listed(client.conversations_list, "channels", **kinds):
        yield seen_channel(channel)


def seen_channel(channel: Json) -> SeenChannel:
    """Read Slack's conversation object; one that is to be shared counts as shared already."""
    shared = ("is_ext_shared", "is_pending_ext_shared", "is_org_shared")
    return SeenChannel(
        address=str(channel["id"]),
        name=str(channel.get("name") or ""),
        is_private=bool(channel.get("is_private")),
        is_archived=bool(channel.get("is_archived")),
        has_bot=bool(channel.get("is_member")),
        is_shared=any(channel.get(name) for name in shared),
    )
