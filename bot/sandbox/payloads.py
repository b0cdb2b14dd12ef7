"""What Slack sends to a bot when somebody does something, field for field.

https://docs.slack.dev/reference/interaction-payloads
"""

from bot.sandbox.conversations import Conversation, Message
from bot.sandbox.shown import shown_message, shown_view
from bot.sandbox.state import Values
from bot.sandbox.views import View
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Workspace

NAMES = {"im": "directmessage", "mpim": "mpdm", "private_channel": "privategroup"}


def handle(workspace: Workspace, user_id: str) -> str:
    """Return the short name under which Slack mentions a person in payloads."""
    user = workspace.user(user_id)
    return user.handle or user.name.lower().replace(" ", ".")


def slash_command(
    workspace: Workspace, conversation: Conversation, user_id: str, command: str, text: str
) -> Json:
    """Return the fields of a slash command; passes are added by whoever sends it."""
    team = workspace.seed.team
    return {
        "token": "sandbox",
        "team_id": team.id,
        "team_domain": team.domain,
        "channel_id": conversation.id,
        "channel_name": channel_name(conversation),
        "user_id": user_id,
        "user_name": handle(workspace, user_id),
        "command": command,
        "text": text,
        "api_app_id": workspace.seed.bot.app_id,
        "is_enterprise_install": "false",
    }


def channel_name(conversation: Conversation) -> str:
    """Return a conversation's name as payloads give it: only public channels say theirs."""
    return NAMES.get(conversation.kind, conversation.name)


def interaction(workspace: Workspace, kind: str, user_id: str) -> Json:
    """Return what every interactive payload starts with."""
    team, name = workspace.seed.team, handle(workspace, user_id)
    return {
        "type": kind,
        "token": "sandbox",
        "team": {"id": team.id, "domain": team.domain},
        "user": {"id": user_id, "username": name, "name": name, "team_id": team.id},
        "api_app_id": workspace.seed.bot.app_id,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def in_message(workspace: Workspace, conversation: Conversation, message: Message, values: Values) -> Json:
    """Return where something was clicked: in a message."""
    place = {"id": conversation.id, "name": channel_name(conversation)}
    ephemeral = message.only_for is not None
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": conversation.id,
        "is_ephemeral": ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    told: Json = {"container": container, "channel": place, "state": {"values": values}}
    if not ephemeral:
        told["message"] = shown_message(workspace, conversation, message)
    return told


def in_view(workspace: Workspace, view: View) -> Json:
    """Return where something was clicked: in a modal or on the Home tab."""
    container = {"type": "view", "view_id": view.id}
    return {"container": container, "view": shown_view(workspace, view)}


def action(block: Json, element: Json, state: Json, action_ts: str) -> Json:
    """Return the one action of a block_actions payload: what was clicked or chosen."""
    told: Json = {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "action_ts": action_ts,
    }
    if element["type"] == "button":
        told |= {name: element[name] for name in ("text", "value", "style", "url") if name in element}
    else:
        told |= {name: value for name, value in state.items() if name != "type"}
    if "placeholder" in element:
        told["placeholder"] = element["placeholder"]
    return told
