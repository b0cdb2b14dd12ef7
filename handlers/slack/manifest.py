"""The app's manifest: what a school pastes into Slack, made from what the bot answers.

https://docs.slack.dev/reference/app-manifest
"""

from collections.abc import Iterable

from handlers.platform.offers import COLOUR, GLOBAL, NAME, ON_A_MESSAGE, PURPOSE
from handlers.platform.verbs import MENU, AnyInteraction, Verbs
from handlers.platform.words import Json, cut
from handlers.slack.channels import CHANNEL_EVENTS
from handlers.slack.http import PATH
from handlers.slack.verbs import COMMAND

DESCRIPTION = "The routines of your school's Instructional Leadership Team, where your staff already talks."
AT_LENGTH = " ".join((*PURPOSE, "Type /ilt to see what you can do."))

SCOPES = {
    "app_mentions:read": "answers somebody who names it in a channel",
    "channels:read": "finds the teams' channels by name",
    "chat:write": "posts agendas, decisions, reminders and answers",
    "commands": "answers /ilt",
    "groups:read": "finds the ILT's private channel by name",
    "im:history": "answers people who write to it, and looks there whether a message arrived",
    "im:write": "writes to one person",
    "users:read": "tells guests from staff",
    "users:read.email": "finds the people of the roster by their e-mail address",
}
"""What the app asks for, each with what it does with it."""

OPTIONAL_SCOPES = {
    "channels:history": "looks in a public channel whether a message arrived whose answer was lost",
    "groups:history": "the same in a private channel",
}
"""Without these such a message comes twice or never, whichever is the lesser harm."""

EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    *CHANNEL_EVENTS,
    "message.im",
    "tokens_revoked",
)

SHORT_COMMANDS = ("input", "walk")


def manifest(catalogue: Iterable[AnyInteraction], url: str | None = None) -> Json:
    """The manifest for signed HTTP at `url` (https://ilt.example.org), or for Socket Mode without one."""
    offered = tuple(catalogue)
    verbs = Verbs(offered)
    address = url.rstrip("/") + PATH if url else None
    return {
        "_metadata": {"major_version": 1},
        "display_information": {
            "name": NAME,
            "description": DESCRIPTION,
            "long_description": AT_LENGTH,
            "background_color": COLOUR,
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": NAME, "always_online": True},
            "shortcuts": _shortcuts(verbs),
            "slash_commands": _commands(offered, verbs, address),
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES), "bot_optional": list(OPTIONAL_SCOPES)}},
        "settings": _settings(address),
    }


def _commands(offered: tuple[AnyInteraction, ...], verbs: Verbs, address: str | None) -> list[Json]:
    usages = [one.usage for one in offered if one.usage]
    hint = " | ".join(dict.fromkeys(usage.split()[0] for usage in usages))
    menu = verbs.find(MENU)
    found = [_command(COMMAND, menu.help if menu else DESCRIPTION, hint, address)]
    for verb in SHORT_COMMANDS:
        interaction = verbs.find(verb)
        if interaction is not None:
            words = (interaction.usage or "").partition(" ")[2]
            found.append(_command(f"{COMMAND}-{verb}", interaction.help, words, address))
    return found


def _command(name: str, help_line: str, hint: str, address: str | None) -> Json:
    command: Json = {"command": name, "description": help_line, "should_escape": False}
    command |= {"usage_hint": cut(hint, 1000)} if hint else {}
    return command | ({"url": address} if address else {})


def _shortcuts(verbs: Verbs) -> list[Json]:
    kinds = (("global", GLOBAL), ("message", ON_A_MESSAGE))
    return [
        {
            "name": name,
            "type": kind,
            "callback_id": verb,
            "description": cut(found.help, 150),
        }
        for kind, named in kinds
        for verb, name in named
        if (found := verbs.find(verb)) is not None
    ]


def _settings(address: str | None) -> Json:
    events: Json = {"bot_events": list(EVENTS)}
    interactivity: Json = {"is_enabled": True}
    if address:
        events["request_url"] = address
        interactivity |= {"request_url": address, "message_menu_options_url": address}
    return {
        "event_subscriptions": events,
        "interactivity": interactivity,
        "org_deploy_enabled": False,
        "socket_mode_enabled": address is None,
        "token_rotation_enabled": False,
    }
