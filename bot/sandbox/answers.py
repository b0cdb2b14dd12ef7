"""What the bot answers to a command or a click, put where the person will read it."""

from bot.sandbox.conversations import Message
from bot.sandbox.passes import ReplyTo
from bot.sandbox.validation import validate_message
from bot.sandbox.wire import Json, SlackError
from bot.sandbox.workspace import Workspace, with_ids


def put(workspace: Workspace, to: ReplyTo, answer: Json | str) -> Message | None:
    """Show an answer: new for the person alone unless it says otherwise; None when there is nothing to show.

    Raises `invalid_blocks`, `no_text` or `channel_not_found` as Slack does.
    """
    body: Json = {"text": answer} if isinstance(answer, str) else answer
    if body.get("delete_original"):
        _delete(workspace, to)
        return None
    text, blocks = str(body.get("text") or ""), body.get("blocks") or []
    if not text and not blocks:
        if answer:
            raise SlackError("no_text")
        return None
    if blocks and (found := validate_message(blocks)):
        raise SlackError("invalid_blocks", messages=found)
    if body.get("replace_original") and to.message_ts:
        return _replace(workspace, to, text, blocks)
    alone = None if body.get("response_type") == "in_channel" else to.user
    return workspace.say(
        workspace.conversation(to.conversation),
        workspace.bot_id,
        text,
        blocks=blocks,
        thread_ts=body.get("thread_ts"),
        only_for=alone,
    )


def _replace(workspace: Workspace, to: ReplyTo, text: str, blocks: list[Json]) -> Message | None:
    conversation = workspace.conversation(to.conversation)
    message = conversation.messages.get(to.message_ts or "")
    if message is not None:
        message.text, message.blocks = text, with_ids(blocks)
        message.edited_ts = message.ts
        workspace.touched(conversation)
    return message


def _delete(workspace: Workspace, to: ReplyTo) -> None:
    conversation = workspace.conversation(to.conversation)
    conversation.messages.pop(to.message_ts or "", None)
    workspace.touched(conversation)
