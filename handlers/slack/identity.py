"""Who somebody on Slack is at the school."""

from dataclasses import replace

from bot.model.people import Actor, Relation
from bot.perform import Performer
from bot.routines import people
from handlers.slack.accounts import Account, Accounts
from handlers.slack.workspaces import Workspaces

PLATFORM = "slack"


class Identity:
    """Turns a workspace's and a user's id into the person the school knows, as they stand at this moment."""

    def __init__(self, *, perform: Performer, workspaces: Workspaces, accounts: Accounts) -> None:
        self._perform = perform
        self._workspaces = workspaces
        self._accounts = accounts

    async def __call__(self, team: str, user: str) -> Actor:
        """Return the person behind an account; one nobody has seen before is found by e-mail, once.

        A guest of the workspace is a guest here; who is not on the roster is a stranger.
        Raises UnknownWorkspace.
        """
        workspace = self._workspaces.of_team(team)
        asking = stranger(workspace.school)
        whose = people.WhoIs(platform=PLATFORM, address=user)
        found = await self._perform(people.who_is, whose, actor=asking)
        account = await self._accounts.of(workspace, user)
        if not found.person_id and account.email:
            await self._match(account, account.email, asking)
            found = await self._perform(people.who_is, whose, actor=asking)
        if not account.is_person:
            return asking
        return as_guest(found) if account.is_guest else found

    async def _match(self, account: Account, email: str, asking: Actor) -> None:
        match = people.MatchPerson(platform=PLATFORM, address=account.id, email=email)
        await self._perform(people.match_person, match, actor=asking)


def stranger(school: str) -> Actor:
    return Actor(school, "", frozenset({Relation.STRANGER}))


def as_guest(actor: Actor) -> Actor:
    """The same person with a guest's standing in place of the staff's."""
    if not actor.is_any(Relation.STAFF):
        return actor
    return replace(actor, relations=actor.relations - {Relation.STAFF} | {Relation.GUEST})
