"""`chat.*`: posting, changing and taking back messages.

https://docs.slack.dev/reference/methods/chat.postMessage
"""

from bot.sandbox.api.method import Arguments, Parts, Run, need
from bot.sandbox.conversations import Conversation, Message
from bot.sandbox.shown import shown_message
from bot.sandbox.validation import validate_message
from bot.sandbox.validation.messages import is_too_long
from bot.sandbox.wire import Json, SlackError
from bot.sandbox.workspace import Workspace, with_ids

TEXT_MOST = 40_000


def post_message(parts: Parts, arguments: Arguments) -> Json:
    """Post to a channel, a thread or, given a user's id, to the direct messages with that person."""
    workspace = parts.workspace
    need(workspace, "chat:write")
    conversation = _open_to_the_bot(workspace, arguments.required("channel"))
    text, blocks = _content(arguments)
    message = workspace.say(
        conversation,
        workspace.bot_id,
        text,
        blocks=blocks,
        thread_ts=_thread(conversation, arguments.text("thread_ts")),
        metadata=_metadata(arguments),
    )
    parts.progress.note("posted", f"{conversation.name}: {text}")
    shown = shown_message(workspace, conversation, message)
    return {"ok": True, "channel": conversation.id, "ts": message.ts, "message": shown}


def post_ephemeral(parts: Parts, arguments: Arguments) -> Json:
    """Show a message to one person in a conversation, and to nobody else."""
    workspace = parts.workspace
    need(workspace, "chat:write")
    conversation = _open_to_the_bot(workspace, arguments.required("channel"))
    user = workspace.user(arguments.required("user")).id
    if user not in conversation.members:
        raise SlackError("user_not_in_channel")
    text, blocks = _content(arguments)
    thread = _thread(conversation, arguments.text("thread_ts"))
    message = workspace.say(
        conversation, workspace.bot_id, text, blocks=blocks, thread_ts=thread, only_for=user
    )
    return {"ok": True, "message_ts": message.ts}


def update(parts: Parts, arguments: Arguments) -> Json:
    """Change one of the bot's own messages; blocks stay when none are given."""
    workspace = parts.workspace
    need(workspace, "chat:write")
    conversation = workspace.conversation(arguments.required("channel"))
    message = _own(workspace, conversation, arguments, "cant_update_message")
    if workspace.edits_are_closed:
        raise SlackError("edit_window_closed")
    text, blocks = _content(arguments, may_be_empty=bool(message.blocks))
    if arguments.has("blocks"):
        message.blocks = with_ids(blocks)
    message.text = text if arguments.has("text") else message.text
    message.metadata = _metadata(arguments) or message.metadata
    message.edited_ts = f"{workspace.clock.now().timestamp():.6f}"
    workspace.touched(conversation)
    shown = shown_message(workspace, conversation, message)
    answer = {"channel": conversation.id, "ts": message.ts, "text": message.text, "message": shown}
    return {"ok": True, **answer}


def delete(parts: Parts, arguments: Arguments) -> Json:
    """Take back one of the bot's own messages."""
    workspace = parts.workspace
    need(workspace, "chat:write")
    conversation = workspace.conversation(arguments.required("channel"))
    message = _own(workspace, conversation, arguments, "cant_delete_message")
    del conversation.messages[message.ts]
    workspace.touched(conversation)
    return {"ok": True, "channel": conversation.id, "ts": message.ts}


def get_permalink(parts: Parts, arguments: Arguments) -> Json:
    """Return an address for a message, which the sandbox's own page understands."""
    conversation = parts.workspace.conversation(arguments.required("channel"))
    message = conversation.message(arguments.required("message_ts"))
    link = f"{parts.passes.base_url}/#channel={conversation.id}&ts={message.ts}"
    return {"ok": True, "channel": conversation.id, "permalink": link}


def _open_to_the_bot(workspace: Workspace, channel: str) -> Conversation:
    conversation = _addressed(workspace, channel)
    if conversation.is_archived:
        raise SlackError("is_archived")
    may_drop_in = conversation.kind == "public_channel" and "chat:write.public" in workspace.scopes
    if workspace.bot_id not in conversation.members and not may_drop_in:
        raise SlackError("not_in_channel")
    return conversation


def _addressed(workspace: Workspace, channel: str) -> Conversation:
    person = workspace.users.get(channel)
    if person is None:
        return workspace.conversation(channel)
    if person.deleted or person.id == workspace.bot_id:
        raise SlackError("channel_not_found")
    return workspace.direct(person.id)


def _own(workspace: Workspace, conversation: Conversation, arguments: Arguments, otherwise: str) -> Message:
    message = conversation.message(arguments.required("ts"))
    if message.user != workspace.bot_id:
        raise SlackError(otherwise)
    return message


def _content(arguments: Arguments, *, may_be_empty: bool = False) -> tuple[str, list[Json]]:
    text = arguments.text("text")
    blocks = arguments.json("blocks", "invalid_blocks_format") or []
    if len(text) > TEXT_MOST:
        raise SlackError("msg_too_long")
    if not text and not blocks and not may_be_empty:
        raise SlackError("no_text")
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise SlackError("invalid_blocks_format")
    if is_too_long(blocks):
        raise SlackError("msg_blocks_too_long")
    if blocks and (found := validate_message(blocks)):
        raise SlackError("invalid_blocks", messages=found)
    return text, blocks


def _thread(conversation: Conversation, thread_ts: str) -> str | None:
    if not thread_ts:
        return None
    parent = conversation.messages.get(thread_ts)
    if parent is None:
        raise SlackError("thread_not_found")
    return parent.thread_ts or parent.ts


def _metadata(arguments: Arguments) -> Json | None:
    given = arguments.json("metadata", "invalid_metadata_format")
    if given is None:
        return None
    if not isinstance(given, dict) or set(given) - {"event_type", "event_payload", "entities"}:
        raise SlackError("invalid_metadata_format")
    if not isinstance(given.get("event_type"), str) or not isinstance(given.get("event_payload"), dict):
        raise SlackError("invalid_metadata_schema")
    return given


METHODS: dict[str, Run] = {
    "chat.postMessage": post_message,
    "chat.postEphemeral": post_ephemeral,
    "chat.update": update,
    "chat.delete": delete,
    "chat.getPermalink": get_permalink,
}
