"""Who somebody on a platform is at the school, and at which one when several share a workspace."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from time import monotonic
from typing import Generic, Protocol, TypeVar

from bot.errors import ChangedSince
from bot.model.people import Actor, Relation, the_clock
from bot.perform import Performer
from bot.routines import people, reaching
from bot.routines.schools import WhichSchool
from handlers.platform.accounts import Account, Accounts
from handlers.platform.workspaces import Known, Workspace

W = TypeVar("W", bound=Workspace)
T = TypeVar("T")
HERE_FOR = 600.0
"""Seconds for which nobody asks whether somebody used another platform in between."""


class Acting(Protocol):
    """`Identity.acting`, of whichever platform."""

    async def __call__(
        self, team: str, user: str, school: str | None, act: Callable[[Actor, str | None], Awaitable[T]], /
    ) -> T: ...


class Workplace(Protocol):
    """A school where somebody works, and when they last said that they mean it."""

    @property
    def school(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def chosen_at(self) -> datetime | None: ...


class Everywhere(Protocol):
    """Knows at which schools somebody works."""

    async def workplaces(
        self, among: Collection[str], platform: str, account: str, email: str | None
    ) -> Sequence[Workplace]:
        """Return the schools among these where an account's owner works, by name."""
        ...


class Identity(Generic[W]):
    """Turns a workspace's and a user's id into the person the school knows, as they stand at this moment."""

    def __init__(
        self, *, perform: Performer, workspaces: Known[W], accounts: Accounts[W], everywhere: Everywhere
    ) -> None:
        self._perform = perform
        self._platform = workspaces.platform
        self._workspaces = workspaces
        self._accounts = accounts
        self._everywhere = everywhere
        self._here_until: dict[tuple[str, str], float] = {}
        self._found: dict[tuple[str, str], tuple[Actor, str]] = {}

    async def __call__(self, team: str, user: str, school: str | None = None) -> Actor:
        """Return the person behind an account; one nobody has seen before is found by e-mail, once.

        A guest of the workspace is a guest here; who is not on the roster is a stranger. `school` is the one
        that is meant, if that is known. Raises UnknownWorkspace; WhichSchool when it is not clear which of
        several schools is meant.
        """
        account, meant = await self._meant_by(team, user, school)
        asking = stranger(meant)
        found = await self._ask(user, asking)
        if not found.person_id and account.email:
            await self._match(account, account.email, asking)
            found = await self._ask(user, asking)
        if found.person_id and account.is_person:
            await self._is_here(found.person_id, meant)
        return as_account(found, account)

    async def acting(
        self, team: str, user: str, school: str | None, act: Callable[[Actor, str | None], Awaitable[T]]
    ) -> T:
        """Have somebody act as they were found last, which costs no question to the database.

        `act` is given that moment's revision of the school, and is to raise `ChangedSince` when it is another
        by now: then it acts once more, as who they are at this moment. Raises what finding out raises.
        """
        account, meant = await self._meant_by(team, user, school)
        actor, as_of = self._found.get((meant, user), (stranger(meant), ""))
        if as_of and monotonic() < self._here_until.get((meant, actor.person_id), 0.0):
            with suppress(ChangedSince):
                return await act(as_account(actor, account), as_of)
        return await act(await self(team, user, school), None)

    async def _meant_by(self, team: str, user: str, school: str | None) -> tuple[Account, str]:
        workspace = self._workspaces.of_team(team)
        account = await self._accounts.of(workspace, user)
        return account, await self._meant(workspace, account, school)

    async def _ask(self, user: str, asking: Actor) -> Actor:
        whose = people.WhoIs(platform=self._platform, address=user)
        self._found[asking.school, user] = await self._perform(people.known_as, whose, actor=asking)
        return self._found[asking.school, user][0]

    async def _is_here(self, person: str, school: str) -> None:
        """Let somebody be written to where they are; that changes seldom, and is asked seldom."""
        if monotonic() < self._here_until.get((school, person), 0.0):
            return
        asked = {"platform": self._platform, "person": person}
        clock = the_clock(school)
        if await self._perform(reaching.was_elsewhere, reaching.WasElsewhere(**asked), actor=clock):
            await self._perform(reaching.use_platform, reaching.UsePlatform(**asked), actor=clock)
        self._here_until[school, person] = monotonic() + HERE_FOR

    async def choices(self, team: str, user: str) -> WhichSchool | None:
        """The schools somebody can choose from; None when there is nothing to choose."""
        workspace = self._workspaces.of_team(team)
        account = await self._accounts.of(workspace, user)
        found = await self._workplaces(workspace, account) if self._workspaces.is_shared(team) else []
        return WhichSchool({one.school: one.name for one in found}) if len(found) > 1 else None

    async def _meant(self, workspace: W, account: Account, school: str | None) -> str:
        if not self._workspaces.is_shared(workspace.team):
            return workspace.school
        if school in self._workspaces.schools_in(workspace.team):
            return str(school)
        found = await self._workplaces(workspace, account)
        chosen = [(one.chosen_at, one.school) for one in found if one.chosen_at is not None]
        if len(found) > 1 and not chosen:
            raise WhichSchool({one.school: one.name for one in found})
        return max(chosen)[1] if chosen else (found[0].school if found else workspace.school)

    async def _workplaces(self, workspace: W, account: Account) -> Sequence[Workplace]:
        among = self._workspaces.schools_in(workspace.team)
        return await self._everywhere.workplaces(among, self._platform, account.id, account.email)

    async def _match(self, account: Account, email: str, asking: Actor) -> None:
        match = people.MatchPerson(platform=self._platform, address=account.id, email=email)
        await self._perform(people.match_person, match, actor=asking)


def stranger(school: str) -> Actor:
    return Actor(school, "", frozenset({Relation.STRANGER}))


def as_account(found: Actor, account: Account) -> Actor:
    """Who was found, as far as the account they use lets them be it."""
    if not account.is_person:
        return stranger(found.school)
    return as_guest(found, is_bound=account.is_bound) if account.is_guest else found


def as_guest(actor: Actor, *, is_bound: bool = False) -> Actor:
    """The same person with a guest's standing in place of the staff's; a guest of a single channel holds no
    role either (R-304)."""
    if not actor.is_any(Relation.STAFF):
        return actor
    if is_bound:
        return replace(actor, relations=frozenset({Relation.GUEST}))
    return replace(actor, relations=actor.relations - {Relation.STAFF} | {Relation.GUEST})
