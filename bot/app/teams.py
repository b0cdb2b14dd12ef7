"""The bot on Microsoft Teams: the adapter, the courier and the Home card put together with the core."""

from dataclasses import dataclass
from datetime import timedelta

from bot.app.core import Core
from bot.app.screens import home_screen
from bot.app.sending import courier_on
from bot.courier import Courier
from bot.leases import LEASE
from bot.pacing import Pace
from handlers.catalogue import catalogue
from handlers.teams.app import MicrosoftTeams, assembled
from handlers.teams.calls import Connector
from handlers.teams.http import Admit
from handlers.teams.messenger import PACE
from handlers.teams.verifying import Verifier
from handlers.teams.workspaces import PLATFORM, Tenants


@dataclass(frozen=True)
class OnTeams:
    """The core with its Teams side: what answers (`teams`) and what speaks of its own accord (`courier`)."""

    core: Core
    teams: MicrosoftTeams
    courier: Courier


def on_teams(
    core: Core,
    tenants: Tenants,
    connector: Connector,
    *,
    verifier: Verifier,
    admit: Admit,
    pace: Pace = PACE,
    lease: timedelta = LEASE,
) -> OnTeams:
    """Put the Teams side together; nothing is sent yet, and nothing of Microsoft's is loaded."""
    teams = assembled(
        catalogue(core.start),
        home_screen(core),
        perform=core.perform,
        tenants=tenants,
        connector=connector,
        verifier=verifier,
        admit=admit,
        everywhere=core.units,
    )
    courier = courier_on(PLATFORM, core, teams.messenger, pace=pace, lease=lease, looks_up=False)
    return OnTeams(core, teams, courier)
