"""Bolt, configured: nothing is read from the environment, nothing is retried behind our back."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from aiohttp import ClientSession
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot.perform import Performer
from handlers.slack.accounts import Accounts
from handlers.slack.addresses import Addresses
from handlers.slack.afterwards import Afterwards
from handlers.slack.directory import Directory
from handlers.slack.home import Home, HomeScreen
from handlers.slack.http import Door
from handlers.slack.identity import Everywhere, Identity
from handlers.slack.listeners import Listeners
from handlers.slack.messenger import SlackMessenger
from handlers.slack.replies import Replies
from handlers.slack.speaking import Speaking
from handlers.slack.verbs import AnyInteraction
from handlers.slack.workspaces import Workspaces

NOT_INSTALLED = "ILT Bot is not set up for this workspace yet. Ask whoever looks after it at your school."


@dataclass(frozen=True, slots=True)
class Slack:
    """The bot on Slack: `bolt` answers (behind `door` or a Socket), the rest speaks of its own accord."""

    bolt: AsyncApp
    door: Door
    workspaces: Workspaces
    identity: Identity
    directory: Directory
    messenger: SlackMessenger
    afterwards: Afterwards


def assembled(
    catalogue: Iterable[AnyInteraction],
    screen: HomeScreen,
    *,
    perform: Performer,
    session: ClientSession,
    base_url: str,
    everywhere: Everywhere,
    signing_secret: str,
) -> Slack:
    """Put the adapter together; nothing is sent yet, and no workspace is known (`Workspaces.introduce`)."""
    workspaces = Workspaces(base_url=base_url, session=session)
    accounts, afterwards = Accounts(workspaces), Afterwards()
    identity = Identity(perform=perform, workspaces=workspaces, accounts=accounts, everywhere=everywhere)
    directory = Directory(perform=perform, workspaces=workspaces, accounts=accounts)
    home = Home(screen, identify=identity, workspaces=workspaces)
    speaking = Speaking(perform=perform, workspaces=workspaces)
    addresses = Addresses(perform=perform, workspaces=workspaces, directory=directory)
    bolt = bolt_app(workspaces, signing_secret)
    Listeners(
        catalogue,
        perform=perform,
        identify=identity,
        afterwards=afterwards,
        workspaces=workspaces,
        home=home,
        replies=Replies(workspaces=workspaces, session=session, home=home, speaking=speaking),
    ).attach(bolt)
    messenger = SlackMessenger(workspaces=workspaces, addresses=addresses)
    door = Door(bolt, signing_secret)
    return Slack(bolt, door, workspaces, identity, directory, messenger, afterwards)


def bolt_app(workspaces: Workspaces, signing_secret: str) -> AsyncApp:
    """Bolt without its OAuth pages, its auth.test, its waiting for an acknowledgement, or its debug lines.

    Its client must carry no token: with one, Bolt would do without `authorize`, which must be a plain
    function because Bolt fills arguments by name.
    """

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        return await workspaces.authorize(enterprise_id, team_id)

    logger = logging.getLogger("slack_bolt.ilt")
    logger.setLevel(logging.WARNING)
    return AsyncApp(
        name="ilt-bot",
        logger=logger,
        client=workspaces.nobody(),
        signing_secret=signing_secret,
        authorize=authorize,  # type: ignore[arg-type]  # Bolt's own type forgets that None is allowed
        user_facing_authorize_error_message=NOT_INSTALLED,
        process_before_response=True,
    )
