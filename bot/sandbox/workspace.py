"""What there is in the workspace: people, conversations, and who may see what."""

from dataclasses import replace

from bot.sandbox.changes import Changes
from bot.sandbox.clock import StillClock
from bot.sandbox.conversations import Conversation, Kind, Message, by_name
from bot.sandbox.seed import Channel, Seed, User
from bot.sandbox.views import Views
from bot.sandbox.wire import Json, SlackError, new_id


class Workspace:
    """The state of the sandbox; every change of it is told to the open pages."""

    def __init__(self, seed: Seed, clock: StillClock, changes: Changes) -> None:
        self.seed = seed
        self.clock = clock
        self.changes = changes
        self.reset()

    def reset(self) -> None:
        """Put everything back to what the seed says."""
        seed = self.seed
        bot = User(
            seed.bot.user_id, seed.bot.name, handle=seed.bot.name.lower().replace(" ", "-"), is_bot=True
        )
        self.users = {user.id: user for user in (bot, *seed.users)}
        self.conversations = {given.id: self._channel(given) for given in seed.channels}
        self.views = Views(self.clock, self.changes)
        self.scopes = set(seed.bot.scopes)
        self.edits_are_closed = False
        self.is_installed = True

    def _channel(self, given: Channel) -> Conversation:
        bot = [self.seed.bot.user_id] if given.bot_is_member else []
        members = [*given.members, *(user for user in bot if user not in given.members)]
        kind: Kind = "private_channel" if given.is_private else "public_channel"
        return Conversation(
            given.id, given.name, kind, members, self.clock.now(), is_archived=given.is_archived
        )

    @property
    def bot_id(self) -> str:
        """The user id under which the bot is a member of conversations."""
        return self.seed.bot.user_id

    def user(self, user_id: str) -> User:
        """Return this person, or `user_not_found`."""
        if user_id not in self.users:
            raise SlackError("user_not_found")
        return self.users[user_id]

    def people(self) -> list[User]:
        """Return everyone but the bot itself, in the order the seed lists them."""
        return [user for user in self.users.values() if user.id != self.bot_id]

    def conversation(self, name: str) -> Conversation:
        """Return a conversation by id or by `#name`, or `channel_not_found`."""
        if name in self.conversations:
            return self.conversations[name]
        for conversation in self.conversations.values():
            if name == f"#{conversation.name}" and not conversation.is_direct:
                return conversation
        raise SlackError("channel_not_found")

    def direct(self, *user_ids: str) -> Conversation:
        """Return the direct conversation between these people and the bot, opened if need be."""
        members = sorted({*user_ids, self.bot_id})
        others = [member for member in members if member != self.bot_id]
        kind: Kind = "im" if len(others) == 1 else "mpim"
        conversation_id = f"D{others[0]}" if kind == "im" else "G" + "".join(others)
        if conversation_id not in self.conversations:
            opened = Conversation(conversation_id, "", kind, members, self.clock.now())
            self.conversations[conversation_id] = opened
        return self.conversations[conversation_id]

    def conversations_of(self, user_id: str) -> list[Conversation]:
        """Return every conversation this person is in: channels by name, then direct ones."""
        mine = [c for c in self.conversations.values() if user_id in c.members]
        return by_name(c for c in mine if not c.is_direct) + by_name(c for c in mine if c.is_direct)

    def say(
        self,
        conversation: Conversation,
        user: str,
        text: str,
        *,
        blocks: list[Json] | None = None,
        thread_ts: str | None = None,
        metadata: Json | None = None,
        only_for: str | None = None,
    ) -> Message:
        """Add a message to a conversation and return it with its timestamp."""
        ts = conversation.next_ts(self.clock.now())
        stamped = with_ids(blocks or [])
        message = Message(ts, user, text, stamped, thread_ts, metadata, only_for)
        conversation.messages[ts] = message
        self.touched(conversation)
        return message

    def touched(self, conversation: Conversation) -> None:
        """Tell the pages that this conversation looks different now."""
        self.changes.tell("channel", conversation.id)

    def archive(self, channel: str) -> None:
        """Archive a channel: nobody can post there any more."""
        self.conversation(channel).is_archived = True
        self.touched(self.conversation(channel))

    def remove(self, channel: str, user_id: str) -> None:
        """Take somebody out of a conversation; the bot too can be taken out."""
        members = self.conversation(channel).members
        if user_id in members:
            members.remove(user_id)
        self.touched(self.conversation(channel))
        self.changes.tell("channels")

    def deactivate(self, user_id: str) -> None:
        """Close somebody's account, as when they leave the school."""
        self.users[user_id] = replace(self.user(user_id), deleted=True)
        self.changes.tell("people")


def with_ids(blocks: list[Json]) -> list[Json]:
    """Return blocks as Slack keeps them: every block and every element has an id."""
    return [_with_ids(block) for block in blocks]


def _with_ids(block: Json) -> Json:
    kept = {"block_id": new_id("b"), **block}
    if block["type"] == "actions":
        kept["elements"] = [{"action_id": new_id("a"), **element} for element in block["elements"]]
    for name in ("element", "accessory"):
        if name in block and block[name].get("type") != "image":
            kept[name] = {"action_id": new_id("a"), **block[name]}
    return kept
