"""Doing things as a person: the one way in, for the page and for tests alike."""

from collections.abc import Mapping

from bot.sandbox import answers
from bot.sandbox.conversations import Conversation, Message
from bot.sandbox.events import Events
from bot.sandbox.filling import merged
from bot.sandbox.modals import Modals
from bot.sandbox.passes import Passes, ReplyTo
from bot.sandbox.payloads import interaction, slash_command
from bot.sandbox.pressing import Press, Pressing
from bot.sandbox.reading import Seen, seen
from bot.sandbox.refusals import CannotDo
from bot.sandbox.sender import Answer, Sender
from bot.sandbox.shown import shown_message
from bot.sandbox.tour import Progress
from bot.sandbox.views import View
from bot.sandbox.wire import Json, SlackError
from bot.sandbox.workspace import Workspace

FAILURES = {"timeout": "operation_timeout", "connection_failed": "dispatch_failed"}
SUBSCRIPTIONS = {
    "public_channel": "message.channels",
    "private_channel": "message.groups",
    "im": "message.im",
    "mpim": "message.mpim",
}
NOTE_FROM = "USLACKBOT"
"""Who says that a command failed: the platform, not the bot."""


class Acting:
    """What people can do in the workspace, and what they then see."""

    def __init__(
        self, workspace: Workspace, sender: Sender, events: Events, passes: Passes, progress: Progress
    ) -> None:
        self._workspace = workspace
        self._sender = sender
        self._events = events
        self._passes = passes
        self._progress = progress
        self.modals = Modals(workspace, sender, passes, progress)
        self.pressing = Pressing(workspace, sender, passes, progress)

    async def command(self, user: str, channel: str, text: str) -> Answer:
        """Type a slash command in a conversation; its answer appears there for this person."""
        conversation = self._joined(user, channel)
        command, _, rest = text.strip().partition(" ")
        known = {given.command for given in self._workspace.seed.commands}
        if known and command not in known:
            raise CannotDo("unknown_command", f"{command} is not a valid command.")
        payload = slash_command(self._workspace, conversation, user, command, rest.strip())
        reply_id = self._passes.reply(user, conversation.id)
        payload["trigger_id"] = self._passes.trigger(user)
        payload["response_url"] = self._passes.address(reply_id)
        answer = await self._sender.deliver("slash_commands", payload)
        self._show(answer, ReplyTo(user, conversation.id, self._workspace.clock.now()), command)
        if answer.ok:
            self._progress.note("command", f"{command} {rest}".strip())
        return answer

    async def say(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Message:
        """Write something in a conversation; the bot hears of it where it asked to."""
        conversation = self._joined(user, channel)
        if conversation.is_archived:
            raise CannotDo("is_archived", "This channel is archived: nobody can write here.")
        parent = conversation.message(thread_ts) if thread_ts else None
        root = parent.thread_ts or parent.ts if parent else None
        message = self._workspace.say(conversation, user, text, thread_ts=root)
        conversation.read(user)
        told = shown_message(self._workspace, conversation, message)
        place = {"channel": conversation.id, "event_ts": message.ts}
        kind = {"channel_type": conversation.kind.replace("public_", "").replace("private_channel", "group")}
        await self._events.tell(SUBSCRIPTIONS[conversation.kind], {**told, **place, **kind})
        in_channel = not conversation.is_direct and self._workspace.bot_id in conversation.members
        if in_channel and f"<@{self._workspace.bot_id}>" in text:
            await self._events.tell("app_mention", {**told, **place, "type": "app_mention"})
        return message

    async def write_to_bot(self, user: str, text: str) -> Message:
        """Write to the bot in the direct messages with it."""
        return await self.say(user, self._workspace.direct(user).id, text)

    async def open_home(self, user: str, tab: str = "home") -> Answer | None:
        """Open the bot's Home tab, or its `messages` tab."""
        view = self._workspace.views.home(self._workspace.user(user).id)
        channel = self._workspace.direct(user).id
        event: Json = {"type": "app_home_opened", "user": user, "channel": channel, "tab": tab}
        if view is not None:
            event["view"] = self.modals.shown(view)
        answer = await self._events.tell("app_home_opened", event)
        if answer is not None and answer.ok and tab == "home":
            self._progress.note("home_opened", self._workspace.user(user).handle)
        return answer

    async def shortcut(
        self, user: str, callback_id: str, channel: str | None = None, ts: str | None = None
    ) -> Answer:
        """Use a shortcut: a global one, or with a message's `channel` and `ts` one on that message."""
        kind = "message_action" if ts else "shortcut"
        payload = interaction(self._workspace, kind, self._workspace.user(user).id)
        payload |= {"callback_id": callback_id, "trigger_id": self._passes.trigger(user)}
        payload["action_ts"] = f"{self._workspace.clock.now().timestamp():.6f}"
        if channel and ts:
            conversation = self._joined(user, channel)
            reply_id = self._passes.reply(user, conversation.id, ts)
            message = conversation.message(ts)
            payload |= {
                "channel": {"id": conversation.id, "name": conversation.name},
                "message": shown_message(self._workspace, conversation, message),
                "message_ts": ts,
                "response_url": self._passes.address(reply_id),
            }
        answer = await self._sender.deliver("interactive", payload)
        if not answer.ok:
            raise CannotDo(_failure(answer), "The bot did not answer. Try again in a moment.")
        return answer

    async def press(
        self,
        user: str,
        channel: str,
        ts: str,
        *,
        action_id: str = "",
        label: str = "",
        block_id: str = "",
        value: object = None,
    ) -> Answer:
        """Press a button, or choose `value` in a menu, of a message."""
        conversation = self._joined(user, channel)
        press = Press(action_id, label, block_id, value)
        answer = await self.pressing.in_message(user, conversation, ts, press)
        if not answer.ok:
            self._note(user, conversation, f"That did not work: {_failure(answer)}. Try again.")
        return answer

    async def press_in_view(
        self,
        user: str,
        view_id: str,
        *,
        action_id: str = "",
        label: str = "",
        block_id: str = "",
        value: object = None,
        values: Mapping[str, Mapping[str, Json]] | None = None,
    ) -> Answer:
        """Press a button, or choose `value` in a menu, of a modal or the Home tab.

        `values` is what stands in the other fields by now, as Slack shapes it.
        """
        view = self.modals.mine(user, view_id)
        view.values = merged(view.blocks, view.values, values or {})
        return await self.pressing.in_view(user, view, Press(action_id, label, block_id, value))

    async def choose(self, user: str, view_id: str, field: str, value: object) -> Answer | None:
        """Fill in one field of an open modal; the bot hears of it when the field says so."""
        return await self.pressing.fill(user, self.modals.mine(user, view_id), field, value)

    async def submit(self, user: str, view_id: str, values: Mapping[str, object] | None = None) -> Answer:
        """Fill in a modal with simple values, by block_id, action_id or label, and send it.

        Raises WouldNotAccept where Slack's client would not let a person do that.
        """
        return await self.modals.submit(user, view_id, values or {})

    async def close(self, user: str, view_id: str) -> None:
        """Close a modal without sending it."""
        await self.modals.close(user, view_id)

    async def suggest(self, user: str, view_id: str, action_id: str, typed: str) -> list[Json]:
        """Type into a menu that looks its choices up; return what the bot offers."""
        return await self.pressing.suggest(user, self.modals.mine(user, view_id), action_id, typed)

    def messages(self, channel: str, user: str, thread_ts: str | None = None) -> list[Seen]:
        """Return what this person sees in a conversation, or in one thread of it, oldest first."""
        conversation = self._joined(user, channel)
        shown = [seen(conversation, message) for message in conversation.seen_by(user)]
        if thread_ts:
            return [each for each in shown if thread_ts in (each.ts, each.thread_ts)]
        return [each for each in shown if each.thread_ts in (None, each.ts)]

    def dms(self, user: str) -> list[Seen]:
        """Return the direct messages between this person and the bot, oldest first."""
        return self.messages(self._workspace.direct(user).id, user)

    def ephemerals(self, user: str) -> list[Seen]:
        """Return everything that only this person was shown, oldest first."""
        found = [
            seen(conversation, message)
            for conversation in self._workspace.conversations.values()
            for message in conversation.messages.values()
            if message.only_for == user
        ]
        return sorted(found, key=lambda each: each.ts)

    def home(self, user: str) -> View | None:
        """Return this person's Home tab, None when the bot never published one."""
        return self._workspace.views.home(user)

    def top_view(self, user: str) -> View | None:
        """Return the modal this person has in front of them, None when there is none."""
        stack = self._workspace.views.stack(user)
        return stack[-1] if stack else None

    def _joined(self, user: str, channel: str) -> Conversation:
        conversation = self._workspace.conversation(channel)
        if self._workspace.user(user).id not in conversation.members:
            raise CannotDo("not_in_channel", "You are not in this channel.")
        return conversation

    def _show(self, answer: Answer, to: ReplyTo, command: str) -> None:
        conversation = self._workspace.conversation(to.conversation)
        if not answer.ok:
            self._note(to.user, conversation, f"{command} failed with the error “{_failure(answer)}”.")
            return
        try:
            answers.put(self._workspace, to, answer.body)
        except SlackError:
            self._note(to.user, conversation, f"{command} failed with the error “invalid_command_response”.")

    def _note(self, user: str, conversation: Conversation, words: str) -> None:
        self._workspace.say(conversation, NOTE_FROM, words, only_for=user)


def _failure(answer: Answer) -> str:
    """Return the name Slack gives to what went wrong between it and the bot."""
    if answer.outcome == "http_error":
        return "http_service_error" if answer.status >= 500 else "http_client_error"
    return FAILURES[answer.outcome]
