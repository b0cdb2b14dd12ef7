"""People, conversations, messages and views as Slack's API writes them."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.sandbox.conversations import Conversation, Message
from bot.sandbox.seed import User
from bot.sandbox.views import View
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Workspace


def shown_user(workspace: Workspace, user: User) -> Json:
    """Return a user object; the address is in it only with the scope for it."""
    zone = user.tz or workspace.seed.team.zone
    offset = workspace.clock.now().astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    handle = user.handle or user.name.lower().replace(" ", ".")
    profile: Json = {
        "title": user.title,
        "real_name": user.name,
        "display_name": user.name,
        "real_name_normalized": user.name,
        "display_name_normalized": user.name,
        "team": workspace.seed.team.id,
    }
    if user.email and "users:read.email" in workspace.scopes:
        profile["email"] = user.email
    if user.id == workspace.bot_id:
        profile |= {"bot_id": workspace.seed.bot.bot_id, "api_app_id": workspace.seed.bot.app_id}
    return {
        "id": user.id,
        "team_id": workspace.seed.team.id,
        "name": handle,
        "deleted": user.deleted,
        "real_name": user.name,
        "tz": zone,
        "tz_offset": int(offset.total_seconds()),
        "profile": profile,
        "is_bot": user.is_bot,
        "is_restricted": user.is_restricted,
        "is_ultra_restricted": user.is_ultra_restricted,
        "is_app_user": False,
        "updated": 0,
    }


def shown_conversation(workspace: Workspace, conversation: Conversation) -> Json:
    """Return a conversation object as the bot sees it."""
    created = int(conversation.created.timestamp())
    common: Json = {"id": conversation.id, "created": created, "is_archived": conversation.is_archived}
    if conversation.kind == "im":
        others = [member for member in conversation.members if member != workspace.bot_id]
        return {**common, "is_im": True, "is_mpim": False, "is_private": True, "user": others[0]}
    return {
        **common,
        "name": conversation.name,
        "name_normalized": conversation.name,
        "is_channel": conversation.kind == "public_channel",
        "is_group": conversation.kind == "private_channel",
        "is_im": False,
        "is_mpim": conversation.kind == "mpim",
        "is_private": conversation.kind != "public_channel",
        "is_member": workspace.bot_id in conversation.members,
        "is_general": False,
        "is_shared": conversation.is_ext_shared,
        "is_ext_shared": conversation.is_ext_shared,
        "is_pending_ext_shared": False,
        "is_org_shared": False,
        "context_team_id": workspace.seed.team.id,
        "num_members": len(conversation.members),
    }


def shown_message(
    workspace: Workspace, conversation: Conversation, message: Message, *, metadata: bool = True
) -> Json:
    """Return a message object; the metadata only where it was asked for."""
    body: Json = {
        "type": "message",
        "ts": message.ts,
        "user": message.user,
        "text": message.text,
        "team": workspace.seed.team.id,
    }
    if message.user == workspace.bot_id:
        bot = workspace.seed.bot
        profile = {"id": bot.bot_id, "app_id": bot.app_id, "name": bot.name, "team_id": body["team"]}
        body |= {"bot_id": bot.bot_id, "app_id": bot.app_id, "bot_profile": profile}
    if message.blocks:
        body["blocks"] = message.blocks
    if message.thread_ts:
        body["thread_ts"] = message.thread_ts
    replies = conversation.replies(message.ts)
    if replies:
        body |= {"thread_ts": message.ts, "reply_count": len(replies), "latest_reply": replies[-1].ts}
    if message.edited_ts:
        body["edited"] = {"user": message.user, "ts": message.edited_ts}
    if metadata and message.metadata:
        body["metadata"] = message.metadata
    return body


def shown_view(workspace: Workspace, view: View) -> Json:
    """Return a view object with what is filled in."""
    bot = workspace.seed.bot
    given = {"private_metadata": "", "callback_id": "", "external_id": ""}
    flags = {"clear_on_close": False, "notify_on_close": False}
    nothing = {"title": None, "submit": None, "close": None}
    return {
        **given,
        **flags,
        **nothing,
        **view.body,
        "id": view.id,
        "team_id": workspace.seed.team.id,
        "state": {"values": view.values},
        "hash": view.hash,
        "root_view_id": view.root_view_id,
        "previous_view_id": view.previous_view_id,
        "app_id": bot.app_id,
        "app_installed_team_id": workspace.seed.team.id,
        "bot_id": bot.bot_id,
    }
