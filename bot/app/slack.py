"""The bot on Slack: the adapter, the courier and the Home screen put together with the core."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from aiohttp import ClientSession

from bot.app.core import Core
from bot.app.screens import home_screen
from bot.app.sending import courier_on, paced
from bot.courier import Courier
from bot.leases import LEASE
from bot.pacing import Pace
from bot.routines.start import Start
from bot.settings import Settings
from handlers.catalogue import catalogue
from handlers.slack.app import Slack, assembled
from handlers.slack.manifest import manifest
from handlers.slack.workspaces import PLATFORM

if TYPE_CHECKING:
    from bot.app.side_by_side import SideBySide


@dataclass(frozen=True)
class OnSlack:
    """The core with its Slack side: what answers (`slack`) and what speaks of its own accord (`courier`)."""

    core: Core
    slack: Slack
    courier: Courier


def on_slack(
    core: Core,
    session: ClientSession,
    *,
    api_url: str,
    signing_secret: str,
    pace: Pace | None = None,
    lease: timedelta = LEASE,
    witness: "SideBySide | None" = None,
) -> OnSlack:
    """Put the Slack side together; nothing is sent yet, and no workspace is known.

    A `witness` sees everything that is said and asked.
    """
    screen = home_screen(core)
    slack = assembled(
        witness.catalogue if witness else catalogue(core.start),
        witness.home(screen) if witness else screen,
        perform=core.perform,
        session=session,
        base_url=api_url,
        everywhere=core.units,
        signing_secret=signing_secret,
        witness=witness.says if witness else None,
    )
    messenger = witness.messenger(slack.messenger) if witness else slack.messenger
    courier = courier_on(PLATFORM, core, messenger, pace=pace, lease=lease)
    return OnSlack(core, slack, courier)


def slack_manifest(url: str | None = None) -> Mapping[str, Any]:
    """The Slack app's manifest, made from the catalogue."""
    return manifest(catalogue(Start([])), url)


def installed(core: Core, session: ClientSession, settings: Settings) -> OnSlack:
    """The Slack side as the settings have it."""
    return on_slack(
        core,
        session,
        api_url=settings.api_url,
        signing_secret=secret(settings),
        pace=paced(Pace(), settings.pace),
        lease=timedelta(seconds=settings.lease_seconds),
    )


def secret(settings: Settings) -> str:
    """The signing secret; in Socket Mode, where nothing is signed, one that nobody can know."""
    if settings.slack_signing_secret:
        return settings.slack_signing_secret.get_secret_value()
    return token_hex(32)
