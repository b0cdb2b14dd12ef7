"""Finding the school's people and channels on a platform."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from time import monotonic
from typing import Generic, Protocol, TypeVar

from bot.model.audiences import Audience
from bot.model.channels import SeenChannel
from bot.model.everybody import Roster
from bot.model.people import Actor, the_clock
from bot.model.prospects import Prospect
from bot.perform import Performer
from bot.routines import people
from bot.routines.requests import Nothing
from bot.routines.roster.reconciling import Reconcile, reconcile
from bot.routines.setup import looking
from handlers.platform.accounts import Account, Accounts
from handlers.platform.channels import Channel, Channels
from handlers.platform.listings import Listings
from handlers.platform.workspaces import Known, Workspace

EVERY = 3600.0
"""Seconds between two comparisons of the roster with the workspace."""
WORKSPACE = "workspace"
"""The audience under which the workspace itself is remembered."""

W = TypeVar("W", bound=Workspace)
L = TypeVar("L", bound=Workspace, contravariant=True)


class Source(Protocol[L]):
    """What a platform lists. What its calls raise is raised as it is."""

    def accounts(self, workspace: L) -> AsyncIterator[Account]:
        """Everybody in the workspace."""
        ...

    def channels(self, workspace: L) -> AsyncIterator[SeenChannel]:
        """Every channel of the workspace that the bot can see."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """What a look into the workspace gave: names of people it could not find, and every channel wanted."""

    people: int
    missing: tuple[str, ...]
    channels: tuple[Channel, ...]


class Directory(Generic[W]):
    """Looks people up by e-mail and channels by name, and remembers where they are reached."""

    def __init__(
        self, *, perform: Performer, workspaces: Known[W], accounts: Accounts[W], source: Source[W]
    ) -> None:
        self._perform = perform
        self._platform = workspaces.platform
        self._workspaces = workspaces
        self._accounts = accounts
        self._source = source
        self._compared: dict[str, float] = {}
        self._listings = Listings(workspaces)
        self.channels = Channels(
            perform=perform, workspaces=workspaces, listings=self._listings, every=source.channels
        )

    async def sync(self, school: str) -> Found:
        """Look everybody and every channel up; what the school file says itself is left as it is.

        Raises UnknownWorkspace, and what the platform's calls raise.
        """
        workspace = self._workspaces.of_school(school)
        actor = the_clock(school)
        roster = await self._perform(people.whole_roster, Nothing(), actor=actor)
        known = await self._perform(
            people.known_addresses, people.KnownAddresses(platform=self._platform), actor=actor
        )
        accounts: list[Account] = await self._listings.of(
            workspace.team, "members", lambda: self._all_accounts(workspace)
        )
        matched = addresses(roster, accounts, known)
        learnt = {WORKSPACE: workspace.team} | matched
        await self._learn({key: value for key, value in learnt.items() if known.get(key) != value}, actor)
        await self._reconcile(roster, accounts, known | matched, actor)
        missing = [
            person.name for person in roster.people if person.active and key_of(person.id) not in matched
        ]
        wanted = people.channels_of(roster.school, roster)
        channels = await self.channels.look_through(workspace, school, wanted, known)
        if await self._perform(looking.wants_prospects, looking.WantsProspects(), actor=actor):
            found = prospects(self._platform, accounts, await self.channels.listed(workspace))
            await self._perform(
                looking.keep_prospects,
                looking.KeepProspects(platform=self._platform, found=found),
                actor=actor,
            )
        return Found(len(matched), tuple(missing), tuple(channels))

    async def look_again(self, team: str) -> None:
        """Something has changed in a workspace: look it through now, for each of its schools."""
        self._listings.forget(team)
        for school in self._workspaces.schools_in(team):
            await self.sync(school)

    async def _reconcile(
        self, roster: Roster, accounts: list[Account], known: dict[str, str], actor: Actor
    ) -> None:
        """Have whoever left the workspace leave the school: looked at every hour, done once a day."""
        if monotonic() - self._compared.get(actor.school, -EVERY) < EVERY:
            return
        by_id = {account.id: account for account in accounts}
        found = [(person.id, by_id.get(known.get(key_of(person.id), ""))) for person in roster.people]
        compared = Reconcile(
            platform=self._platform,
            matched=sum(1 for person in roster.people if person.active and key_of(person.id) in known),
            gone=tuple(person for person, account in found if account and account.is_deactivated),
            living=tuple(person for person, account in found if account and account.is_person),
        )
        await self._perform(reconcile, compared, actor=actor)
        self._compared[actor.school] = monotonic()

    async def _learn(self, found: dict[str, str], actor: Actor) -> None:
        if found:
            learn = people.LearnAddresses(platform=self._platform, addresses=found)
            await self._perform(people.learn_addresses, learn, actor=actor)

    async def _all_accounts(self, workspace: W) -> AsyncIterator[Account]:
        async for account in self._source.accounts(workspace):
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


def prospects(
    platform: str, accounts: Iterable[Account], channels: Iterable[SeenChannel]
) -> tuple[Prospect, ...]:
    """For a school that is being set up: everybody with an account of their own who is no guest, and every
    channel that is in use."""
    people = [
        Prospect(platform=platform, address=one.id, name=one.name, email=one.email, title=one.title)
        for one in accounts
        if one.is_person and not one.is_guest and one.name
    ]
    places = [
        Prospect(platform=platform, address=one.address, name=one.name, is_channel=True)
        for one in channels
        if not one.is_archived
    ]
    return (*people, *places)
