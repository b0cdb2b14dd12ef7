"""`conversations.*`: the places where people talk, who is in them and what was said.

https://docs.slack.dev/reference/methods/conversations.history
"""

from bot.sandbox.api.method import READ, Arguments, Parts, Run, listed, need, page, visible
from bot.sandbox.conversations import Conversation, Message, by_name
from bot.sandbox.shown import shown_conversation, shown_message
from bot.sandbox.wire import Json, SlackError
from bot.sandbox.workspace import Workspace


def list_all(parts: Parts, arguments: Arguments) -> Json:
    """List conversations of the wanted types, private ones only where the bot is a member."""
    kinds = _kinds(parts.workspace, arguments)
    found = [
        c
        for c in by_name(parts.workspace.conversations.values())
        if c.kind == "public_channel" or parts.workspace.bot_id in c.members
    ]
    return _listed(parts, arguments, [c for c in found if c.kind in kinds])


def list_of_user(parts: Parts, arguments: Arguments) -> Json:
    """List the conversations a person is in, or the bot itself, as far as the bot may know of them."""
    workspace = parts.workspace
    kinds = _kinds(workspace, arguments)
    user = workspace.user(arguments.text("user") or workspace.bot_id).id
    shared = [
        c
        for c in workspace.conversations_of(user)
        if c.kind == "public_channel" or workspace.bot_id in c.members
    ]
    return _listed(parts, arguments, [c for c in shared if c.kind in kinds])


def info(parts: Parts, arguments: Arguments) -> Json:
    """Return one conversation."""
    conversation = visible(parts.workspace, arguments.required("channel"), "read")
    return {"ok": True, "channel": shown_conversation(parts.workspace, conversation)}


def open_direct(parts: Parts, arguments: Arguments) -> Json:
    """Open the direct messages with one person or a few, or find them again."""
    workspace = parts.workspace
    if arguments.text("channel"):
        conversation = visible(workspace, arguments.text("channel"), "read")
        return {"ok": True, "channel": {"id": conversation.id}}
    named = [name.strip() for name in arguments.required("users").split(",")]
    need(workspace, "im:write" if len(named) == 1 else "mpim:write")
    people = [workspace.user(user) for user in named]
    if any(person.deleted for person in people):
        raise SlackError("user_disabled")
    if any(person.is_bot for person in people):
        raise SlackError("cannot_dm_bot")
    conversation = workspace.direct(*(person.id for person in people))
    full = arguments.flag("return_im")
    shown = shown_conversation(workspace, conversation) if full else {"id": conversation.id}
    return {"ok": True, "channel": shown}


def members(parts: Parts, arguments: Arguments) -> Json:
    """List who is in a conversation."""
    conversation = visible(parts.workspace, arguments.required("channel"), "read")
    shown, cursor = page(sorted(conversation.members), arguments)
    return {"ok": True, "members": shown, "response_metadata": {"next_cursor": cursor}}


def join(parts: Parts, arguments: Arguments) -> Json:
    """Let the bot walk into a public channel."""
    workspace = parts.workspace
    need(workspace, "channels:join")
    conversation = workspace.conversation(arguments.required("channel"))
    if conversation.kind != "public_channel":
        raise SlackError("method_not_supported_for_channel_type")
    if conversation.is_archived:
        raise SlackError("is_archived")
    if workspace.bot_id not in conversation.members:
        conversation.members.append(workspace.bot_id)
        workspace.touched(conversation)
    return {"ok": True, "channel": shown_conversation(workspace, conversation)}


def history(parts: Parts, arguments: Arguments) -> Json:
    """Return what was said outside threads, newest first."""
    conversation = _heard(parts.workspace, arguments)
    said = [message for message in conversation.spoken() if not message.is_reply]
    wanted = [message for message in reversed(said) if _is_between(message, arguments)]
    shown, cursor = page(wanted, arguments)
    return _messages(parts, arguments, conversation, shown, cursor)


def replies(parts: Parts, arguments: Arguments) -> Json:
    """Return a message and the thread below it, oldest first."""
    conversation = _heard(parts.workspace, arguments)
    parent = conversation.messages.get(arguments.required("ts"))
    if parent is None or parent.only_for:
        raise SlackError("thread_not_found")
    root = parent.thread_ts or parent.ts
    below = [message for message in conversation.replies(root) if _is_between(message, arguments)]
    top = [conversation.messages[root]] if root in conversation.messages else []
    shown, cursor = page([*top, *below], arguments, default=1000)
    return _messages(parts, arguments, conversation, shown, cursor)


def _heard(workspace: Workspace, arguments: Arguments) -> Conversation:
    conversation = visible(workspace, arguments.required("channel"), "history")
    if workspace.bot_id not in conversation.members:
        raise SlackError("not_in_channel")
    return conversation


def _is_between(message: Message, arguments: Arguments) -> bool:
    ts = float(message.ts)
    try:
        oldest = float(arguments.text("oldest") or "0")
        latest = float(arguments.text("latest") or "inf")
    except ValueError:
        raise SlackError("invalid_ts_oldest") from None
    return oldest < ts < latest or (arguments.flag("inclusive") and ts in (oldest, latest))


def _messages(
    parts: Parts,
    arguments: Arguments,
    conversation: Conversation,
    shown: list[Message],
    cursor: str,
) -> Json:
    with_metadata = arguments.flag("include_all_metadata")
    bodies = [shown_message(parts.workspace, conversation, m, metadata=with_metadata) for m in shown]
    return listed("messages", bodies, cursor, has_more=bool(cursor))


def _kinds(workspace: Workspace, arguments: Arguments) -> list[str]:
    kinds = (arguments.text("types") or "public_channel").split(",")
    for kind in kinds:
        if kind.strip() not in READ:
            raise SlackError("invalid_types")
        need(workspace, f"{READ[kind.strip()]}:read")
    return [kind.strip() for kind in kinds]


def _listed(parts: Parts, arguments: Arguments, found: list[Conversation]) -> Json:
    if arguments.flag("exclude_archived"):
        found = [conversation for conversation in found if not conversation.is_archived]
    shown, cursor = page(found, arguments)
    return listed("channels", (shown_conversation(parts.workspace, c) for c in shown), cursor)


METHODS: dict[str, Run] = {
    "conversations.list": list_all,
    "conversations.info": info,
    "conversations.open": open_direct,
    "conversations.members": members,
    "conversations.history": history,
    "conversations.replies": replies,
    "conversations.join": join,
    "users.conversations": list_of_user,
}
