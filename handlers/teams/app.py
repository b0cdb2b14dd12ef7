"""The adapter, put together: nothing of Microsoft's is loaded, and nothing is read from the environment."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.perform import Performer
from handlers.platform.addresses import Addresses
from handlers.platform.afterwards import Afterwards
from handlers.platform.directory import Directory
from handlers.platform.home import HomePage, HomeScreen
from handlers.platform.identity import Everywhere, Identity
from handlers.platform.speaking import Speaking
from handlers.platform.verbs import AnyInteraction, Verbs
from handlers.teams.accounts import accounts_in
from handlers.teams.blocks import Cards
from handlers.teams.calls import Connector
from handlers.teams.channels import Channels, Told
from handlers.teams.directory import Lists
from handlers.teams.home import Home
from handlers.teams.http import Admit, Door
from handlers.teams.listeners import Listeners
from handlers.teams.messenger import TeamsMessenger
from handlers.teams.references import References
from handlers.teams.rendering import Rendering
from handlers.teams.replies import Replies
from handlers.teams.teams import Teams
from handlers.teams.verifying import Verifier
from handlers.teams.workspaces import PLATFORM, Tenant, Tenants


@dataclass(frozen=True, slots=True)
class MicrosoftTeams:
    """The bot on Teams: `door` answers, the rest speaks of its own accord."""

    door: Door
    tenants: Tenants
    identity: Identity[Tenant]
    directory: Directory[Tenant]
    messenger: TeamsMessenger
    afterwards: Afterwards
    connector: Connector


def assembled(
    catalogue: Iterable[AnyInteraction],
    screen: HomeScreen,
    *,
    perform: Performer,
    tenants: Tenants,
    connector: Connector,
    verifier: Verifier,
    admit: Admit,
    everywhere: Everywhere,
) -> MicrosoftTeams:
    """Put the adapter together; nothing is sent yet, and no tenant is known (`Tenants.introduce`)."""
    verbs, afterwards = Verbs(catalogue), Afterwards()
    accounts, teams = accounts_in(tenants, connector), Teams(perform, tenants)
    identity = Identity(perform=perform, workspaces=tenants, accounts=accounts, everywhere=everywhere)
    channels = Channels(connector, tenants, teams)
    lists = Lists(connector, teams, channels)
    directory = Directory(perform=perform, workspaces=tenants, accounts=accounts, source=lists)
    rendering = Rendering(Cards(verbs.opens), verbs.typable, tenants)
    references = References(perform=perform, tenants=tenants, identify=identity)
    replies = Replies(
        tenants=tenants,
        connector=connector,
        rendering=rendering,
        speaking=Speaking(perform=perform, workspaces=tenants),
        references=references,
    )

    listeners = Listeners(
        verbs,
        perform=perform,
        identify=identity,
        afterwards=afterwards,
        tenants=tenants,
        references=references,
        rendering=rendering,
        replies=replies,
        home=Home(HomePage(screen, identify=identity), replies, rendering),
        channels=Told(directory.channels, channels, teams, tenants, directory.look_again),
        is_open=verifier.is_open,
    )
    addresses = Addresses(perform=perform, platform=PLATFORM, look=directory.sync, open=tenants.opened)
    messenger = TeamsMessenger(tenants=tenants, addresses=addresses, connector=connector, rendering=rendering)
    door = Door(verifier, listeners, admit)
    return MicrosoftTeams(door, tenants, identity, directory, messenger, afterwards, connector)
