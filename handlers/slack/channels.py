"""The school's channels as the workspace has them: all of them, or one of which Slack has just told.

https://docs.slack.dev/reference/events (channel_archive and its like)
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.model.channels import Placed, SeenChannel
from bot.model.people import the_clock
from bot.perform import Performer
from bot.routines import channels, people
from handlers.slack.calls import listed, patiently
from handlers.slack.failures import slack_code
from handlers.slack.identity import PLATFORM
from handlers.slack.listings import Listings
from handlers.slack.payloads import Event
from handlers.slack.shapes import Json
from handlers.slack.workspaces import Workspaces

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


@dataclass(frozen=True, slots=True)
class Channel:
    """One of the school's channels as the workspace has it."""

    audience: str
    name: str
    id: str | None = None
    is_archived: bool = False
    has_bot: bool = False


class Channels:
    """Looks at channels, and tells the school how they are."""

    def __init__(self, *, perform: Performer, workspaces: Workspaces, listings: Listings) -> None:
        self._perform = perform
        self._listings = listings
        self._workspaces = workspaces

    def concerns(self, team: str, event: Event) -> bool:
        """Whether an event says something about a channel, or about the bot in one."""
        if event.type not in CHANNEL_EVENTS or not event.channel:
            return False
        return event.type not in MEMBERS or event.user == self._workspaces.of_team(team).bot_user

    async def look_at(self, team: str, event: Event) -> None:
        """Look at the one channel an event is about; what it says itself may be out of date by now."""
        workspace = self._workspaces.of_team(team)
        address = event.channel or ""
        seen = await self._one(self._workspaces.client(workspace), address, event)
        gone = () if seen else (address,)
        look = channels.Look(platform=PLATFORM, seen=(seen,) if seen else (), gone=gone)
        for school in self._workspaces.schools_in(workspace.team):
            if await self._is_known(address, school) or self._is_shown(seen, workspace.team):
                await self._perform(channels.look, look, actor=the_clock(school))

    async def look_through(
        self, client: AsyncWebClient, school: str, wanted: Mapping[str, str], known: Mapping[str, str]
    ) -> list[Channel]:
        """Look at all of them, and return each audience's."""
        team = self._workspaces.of_school(school).team
        found_all = await self._listings.of(team, "channels", lambda: every(client))
        own = {*known.values(), *wanted.values()}
        shown = [one for one in found_all if self._is_shown(one, team) or own & {one.address, one.name}]
        seen = concerning(shown, wanted, known)
        look = channels.Look(platform=PLATFORM, seen=tuple(seen), is_whole=True)
        found = await self._perform(channels.look, look, actor=the_clock(school))
        return [channel_of(one) for one in found]

    async def _is_known(self, address: str, school: str) -> bool:
        asking = people.KnownAddresses(platform=PLATFORM)
        known = await self._perform(people.known_addresses, asking, actor=the_clock(school))
        return address in known.values()

    def _is_shown(self, channel: SeenChannel | None, team: str) -> bool:
        """Whether every school of the workspace may know of it: where several share one, no private ones."""
        return channel is not None and not (channel.is_private and self._workspaces.is_shared(team))

    async def _one(self, client: AsyncWebClient, address: str, event: Event) -> SeenChannel | None:
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
    async for one in listed(client.conversations_list, "channels", **kinds):
        yield seen_channel(one)


def concerning(
    found: Iterable[SeenChannel], wanted: Mapping[str, str], known: Mapping[str, str]
) -> list[SeenChannel]:
    """Those that the bot is in, posts to, or that bear a name the school gives."""
    names, addresses = set(wanted.values()), set(known.values())
    return [one for one in found if one.has_bot or one.address in addresses or one.name in names]


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


def channel_of(one: Placed) -> Channel:
    """What was found for one audience, as it is reported."""
    if one.seen is None:
        return Channel(one.audience, one.name)
    return Channel(
        one.audience, one.name, one.seen.address, is_archived=one.seen.is_archived, has_bot=one.seen.has_bot
    )
