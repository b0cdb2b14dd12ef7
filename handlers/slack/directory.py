"""Finding the school's people and channels in its workspace."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from time import monotonic

from slack_sdk.web.async_client import AsyncWebClient

from bot.model.audiences import Audience
from bot.model.people import Actor, Roster, the_clock
from bot.perform import Performer
from bot.routines import people
from bot.routines.requests import Nothing
from bot.routines.roster.reconciling import Reconcile, reconcile
from bot.routines.setup import looking
from handlers.slack.accounts import Account, Accounts
from handlers.slack.calls import listed
from handlers.slack.channels import Channel, Channels
from handlers.slack.identity import PLATFORM
from handlers.slack.listings import Listings
from handlers.slack.prospects import prospects
from handlers.slack.workspaces import Workspace, Workspaces

EVERY = 3600.0
"""Seconds between two comparisons of the roster with the workspace."""
WORKSPACE = "workspace"
"""The audience under which the workspace itself is remembered."""


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
        self._compared: dict[str, float] = {}
        self._listings = Listings(workspaces)
        self._channels = Channels(perform=perform, workspaces=workspaces, listings=self._listings)

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
        accounts: list[Account] = await self._listings.of(
            workspace.team, "members", lambda: self._all_accounts(client, workspace)
        )
        matched = addresses(roster, accounts, known)
        learnt = {WORKSPACE: workspace.team} | matched
        await self._learn({key: value for key, value in learnt.items() if known.get(key) != value}, actor)
        await self._reconcile(roster, accounts, known | matched, actor)
        missing = [
            person.name for person in roster.people if person.active and key_of(person.id) not in matched
        ]
        wanted = people.channels_of(roster.school, roster)
        channels = await self._channels.look_through(client, school, wanted, known)
        if await self._perform(looking.wants_prospects, looking.WantsProspects(), actor=actor):
            found = await prospects(client, accounts)
            await self._perform(looking.keep_prospects, looking.KeepProspects(found=found), actor=actor)
        return Found(len(matched), tuple(missing), tuple(channels))

    async def _reconcile(
        self, roster: Roster, accounts: list[Account], known: dict[str, str], actor: Actor
    ) -> None:
        """Have whoever left the workspace leave the school: looked at every hour, done once a day."""
        if monotonic() - self._compared.get(actor.school, -EVERY) < EVERY:
            return
        by_id = {account.id: account for account in accounts}
        found = [(person.id, by_id.get(known.get(key_of(person.id), ""))) for person in roster.people]
        compared = Reconcile(
            matched=sum(1 for person in roster.people if person.active and key_of(person.id) in known),
            gone=tuple(person for person, account in found if account and account.is_deactivated),
            living=tuple(person for person, account in found if account and account.is_person),
        )
        await self._perform(reconcile, compared, actor=actor)
        self._compared[actor.school] = monotonic()

    async def _learn(self, found: dict[str, str], actor: Actor) -> None:
        if found:
            learn = people.LearnAddresses(platform=PLATFORM, addresses=found)
            await self._perform(people.learn_addresses, learn, actor=actor)

    async def _all_accounts(self, client: AsyncWebClient, workspace: Workspace) -> AsyncIterator[Account]:
        async for user in listed(client.users_list, "members"):
            account = Account.of(user, workspace.team)
            self._accounts.remember(workspace, account)
            yield account


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
