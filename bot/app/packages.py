"""The Teams app package, made from the catalogue for one bot."""

import re
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from bot.app.entra import is_guid
from bot.errors import Problem
from bot.routines.start import Start
from handlers.catalogue import catalogue
from handlers.teams.manifest import PAGE, App, manifest, package

NUMBERS = re.compile(r"\d+\.\d+\.\d+")


def teams_app(client_id: str, page: str | None) -> App:
    """The app of a bot; raises `Problem` when the client id cannot be one."""
    if not is_guid(client_id):
        raise Problem(
            f"{client_id} is not a client id. It looks like 00000000-0000-0000-0000-000000000000: "
            "copy Application (client) ID from the bot's app registration, Overview."
        )
    return App(client_id.lower(), app_version(), page or PAGE)


def teams_manifest(app: App) -> Mapping[str, Any]:
    """What an administrator may look over before the upload."""
    return manifest(catalogue(Start([])), app)


def teams_package(app: App) -> bytes:
    """The zip that an administrator uploads."""
    return package(catalogue(Start([])), app)


def app_version() -> str:
    """The program's version as Teams wants it: three numbers."""
    found = NUMBERS.match(version("ilt-bot"))
    return found[0] if found else "0.0.0"
