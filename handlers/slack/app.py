"""Bolt, configured: nothing is read from the environment, nothing is retried behind our back."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from aiohttp import ClientSession
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot.perform import Performer
from handlers.platform.addresses import Addresses
from handlers.platform.afterwards import Afterwards
from handlers.platform.directory import Directory
from handlers.platform.home import HomePage, HomeScreen
from handlers.platform.identity import Everywhere, Identity
from handlers.platform.speaking import Speaking, Witness
from handlers.platform.verbs import AnyInteraction
from handlers.slack.accounts import accounts_in
from handlers.slack.channels import Told
from handlers.slack.directory import Lists
from handlers.slack.failures import report
from handlers.slack.home import Home
from handlers.slack.http import Door
from handlers.slack.listeners import Listeners
from handlers.slack.messenger import SlackMessenger
from handlers.slack.replies import Replies
from handlers.slack.workspaces import PLATFORM, Workspace, Workspaces

NOT_INSTALLED = "ILT Bot is not set up for this workspace yet. Ask whoever looks after it at your school."


@dataclass(frozen=True, slots=True)
class Slack:
    """The bot on Slack: `bolt` answers (behind `door` or a Socket), the rest speaks of its own accord."""

    bolt: AsyncApp
    door: Door
    workspaces: Workspaces
    identity: Identity[Workspace]
    directory: Directory[Workspace]
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
    witness: Witness | None = None,
    afterwards: Afterwards | None = None,
) -> Slack:
    """Put the adapter together; nothing is sent yet, and no workspace is known (`Workspaces.introduce`)."""
    workspaces = Workspaces(base_url=base_url, session=session)
    accounts, afterwards = accounts_in(workspaces), afterwards or Afterwards(report)
    identity = Identity(perform=perform, workspaces=workspaces, accounts=accounts, everywhere=everywhere)
    lists = Lists(workspaces)
    directory = Directory(perform=perform, workspaces=workspaces, accounts=accounts, source=lists)
    home = Home(HomePage(screen, identify=identity), workspaces)
    speaking = Speaking(perform=perform, workspaces=workspaces, witness=witness)
    addresses = Addresses(perform=perform, platform=PLATFORM, look=directory.sync, open=workspaces.opened)
    bolt = bolt_app(workspaces, signing_secret)
    Listeners(
        catalogue,
        perform=perform,
        identify=identity,
        afterwards=afterwards,
        workspaces=workspaces,
        home=home,
        replies=Replies(workspaces=workspaces, session=session, home=home, speaking=speaking),
        channels=Told(directory.channels, workspaces),
    ).attach(bolt)
    messenger = SlackMessenger(workspaces=workspaces, addresses=addresses)
    door = Door(bolt, signing_secret, knows_anybody=workspaces.any)
    return Slack(bolt, door, workspaces, identity, directory, messenger, afterwards)


def bolt_app(workspaces: Workspaces, signing_secret: str) -> AsyncApp:
    """Bolt without its OAuth pages, its auth.test, its waiting for an acknowledgement, or its debug lines.

    It is reached through the `Door`, which knows Slack by the signature, or a Socket, where nothing is
    signed.

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
        request_verification_enabled=False,
    )
