"""Finding the school's people and channels in its workspace."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.model.people import Actor, Audience, Roster, the_clock
from bot.perform import Performer
from bot.routines import people
from bot.routines.requests import Nothing
from handlers.slack.accounts import Account, Accounts
from handlers.slack.calls import patiently
from handlers.slack.identity import PLATFORM
from handlers.slack.shapes import Json
from handlers.slack.workspaces import Workspace, Workspaces

PAGE = 200
WORKSPACE = "workspace"
"""The audience under which the workspace itself is remembered."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One of the school's channels as the workspace has it."""

    audience: str
    name: str
    id: str | None = None
    is_archived: bool = False
    has_bot: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a look into the workspace gave: names of people it could not find, and every channel wanted."""

    people: int
    missing: tuple[str, ...]
    channels: tuple[Channel, ...]


class Directory:
    """Looks people up by e-mail and channels by name, and remembers where they are reached."""

    def __init__(self, *, perform: Performer, workspaces: Workspaces, accounts: Accounts) -> None:
        self._perform = perform
        self._workspaces = workspaces
        self._accounts = accounts

    async def sync(self, school: str) -> Found:
        """Look everybody and every channel up; what the school file says itself is left as it is.

        Raises SlackApiError, TimeoutError or UnknownWorkspace.
        """
        workspace = self._workspaces.of_school(school)
        client = self._workspaces.client(workspace)
        actor = the_clock(school)
        roster = await self._perform(people.whole_roster, Nothing(), actor=actor)
        known = await self._perform(
            people.known_addresses, people.KnownAddresses(platform=PLATFORM), actor=actor
        )
        accounts = [account async for account in self._all_accounts(client, workspace)]
        matched = addresses(roster, accounts, known)
        channels = await self._channels(client, roster)
        learnt = {WORKSPACE: workspace.team} | matched
        learnt |= {channel.audience: channel.id for channel in channels if channel.id}
        await self._learn({key: value for key, value in learnt.items() if known.get(key) != value}, actor)
        missing = [
            person.name for person in roster.people if person.active and key_of(person.id) not in matched
        ]
        return Found(len(matched), tuple(missing), tuple(channels))

    async def _learn(self, found: dict[str, str], actor: Actor) -> None:
        if found:
            learn = people.LearnAddresses(platform=PLATFORM, addresses=found)
            await self._perform(people.learn_addresses, learn, actor=actor)

    async def _all_accounts(self, client: AsyncWebClient, workspace: Workspace) -> AsyncIterator[Account]:
        async for user in listed(client.users_list, "members"):
            account = Account.of(user, workspace.team)
            self._accounts.remember(workspace, account)
            yield account

    async def _channels(self, client: AsyncWebClient, roster: Roster) -> list[Channel]:
        kinds = {"types": "public_channel,private_channel", "exclude_archived": False}
        found = {}
        async for channel in listed(client.conversations_list, "channels", **kinds):
            if channel["name"] not in found or not channel.get("is_archived"):
                found[str(channel["name"])] = channel
        wanted = people.channels_of(roster.school, roster)
        return [channel_of(audience, name, found.get(name)) for audience, name in wanted.items()]


def channel_of(audience: str, name: str, found: Json | None) -> Channel:
    if found is None:
        return Channel(audience, name)
    return Channel(
        audience,
        name,
        str(found["id"]),
        is_archived=bool(found.get("is_archived")),
        has_bot=bool(found.get("is_member")),
    )


def key_of(person_id: str) -> str:
    return Audience.person(person_id).key


def addresses(roster: Roster, accounts: list[Account], known: dict[str, str]) -> dict[str, str]:
    """Where each person is reached: where they are known to be, if that account lives, else by e-mail."""
    living = {account.id: account for account in accounts if account.is_person}
    by_email = {account.email.casefold(): account.id for account in living.values() if account.email}
    found = {}
    for person in roster.people:
        before = known.get(key_of(person.id))
        address = before if before in living else by_email.get((person.email or "").casefold())
        if person.active and address:
            found[key_of(person.id)] = address
    return found


async def listed(call: Callable[..., Any], name: str, **arguments: object) -> AsyncIterator[Json]:
    """Everything in a list of Slack's that comes in pages."""
    cursor = ""
    while True:
        answer = await patiently(lambda cursor=cursor: call(limit=PAGE, cursor=cursor, **arguments))  # type: ignore[misc]
        for entry in answer.get(name) or ():
            yield entry
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return
