"""What the page shows of the workspace, as JSON; people see only what is theirs to see."""

from bot.sandbox.conversations import Conversation, Message, said_at
from bot.sandbox.seed import Command, User
from bot.sandbox.shown import shown_view
from bot.sandbox.timekeeping import Timekeeping
from bot.sandbox.tour import Progress
from bot.sandbox.views import View
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Workspace

PLATFORM = "Sandbox"
"""The name over notes that the platform itself writes."""


class PageState:
    """Reads the workspace for the page."""

    def __init__(self, workspace: Workspace, time: Timekeeping, progress: Progress) -> None:
        self._workspace = workspace
        self._time = time
        self._progress = progress

    async def everything(self, me: str) -> Json:
        """Return all but the messages, as this person sees it."""
        seed = self._workspace.seed
        self._workspace.direct(me)
        return {
            "workspace": {"name": seed.team.name, "zone": seed.team.zone, "about": seed.team.about},
            "me": me,
            "clock": {"now": self._time.local(self._time.clock.now()), "next": await self._time.next()},
            "users": [_user(user) for user in self._workspace.users.values() if not user.deleted],
            "channels": [self._channel(c, me) for c in self._workspace.conversations_of(me)],
            "commands": [_command(command) for command in seed.commands],
            "shortcuts": [
                {"callback_id": each.callback_id, "name": each.name, "type": each.type}
                for each in seed.shortcuts
            ],
            "views": [self._view(view) for view in self._workspace.views.stack(me)],
            "tour": self._progress.shown(),
        }

    def messages(self, conversation: Conversation, me: str, thread_ts: str | None) -> Json:
        """Return what this person sees in a conversation, or in one thread of it."""
        shown = conversation.seen_by(me)
        if thread_ts:
            shown = [message for message in shown if thread_ts in (message.ts, message.thread_ts)]
        else:
            shown = [message for message in shown if not message.is_reply]
        return {"messages": [self._message(conversation, message) for message in shown]}

    def home(self, me: str) -> Json:
        """Return this person's Home tab."""
        view = self._workspace.views.home(me)
        return {"view": None if view is None else shown_view(self._workspace, view)}

    def _view(self, view: View) -> Json:
        body = shown_view(self._workspace, view)
        return {"id": view.id, "view": body, "errors": view.errors, "trouble": view.trouble}

    def _channel(self, conversation: Conversation, me: str) -> Json:
        others = [member for member in conversation.members if member != me]
        name = conversation.name or ", ".join(self._name(member) for member in others)
        return {
            "id": conversation.id,
            "name": name,
            "is_private": conversation.kind != "public_channel",
            "is_im": conversation.is_direct,
            "user": others[0] if conversation.kind == "im" else None,
            "unread": conversation.unread(me),
            "is_archived": conversation.is_archived,
            "is_shared": conversation.is_ext_shared,
            "has_bot": self._workspace.bot_id in conversation.members,
        }

    def _message(self, conversation: Conversation, message: Message) -> Json:
        user = self._workspace.users.get(message.user)
        return {
            "ts": message.ts,
            "at": self._time.local(said_at(message.ts)),
            "user": message.user,
            "name": self._name(message.user),
            "is_bot": user is None or user.is_bot,
            "text": message.text,
            "blocks": message.blocks,
            "thread_ts": message.thread_ts,
            "reply_count": len(conversation.replies(message.ts)),
            "ephemeral": message.only_for is not None,
            "edited": message.edited_ts is not None,
        }

    def _name(self, user_id: str) -> str:
        user = self._workspace.users.get(user_id)
        return user.name if user else PLATFORM


def _user(user: User) -> Json:
    shown = {"id": user.id, "name": user.name, "title": user.title, "team": user.team}
    return {**shown, "is_bot": user.is_bot}


def _command(command: Command) -> Json:
    verbs = [{"verb": each.verb, "help": each.help, "usage": each.usage} for each in command.verbs]
    return {
        "command": command.command,
        "description": command.description,
        "usage_hint": command.usage_hint,
        "verbs": verbs,
    }
