"""The tenant in memory: who is there, which teams and chats there are, and what was said in them."""

from dataclasses import dataclass, field, replace

from bot.sandbox.clock import StillClock
from bot.sandbox.refusals import CannotDo
from bot.sandbox.teams.seed import Channel, Person, Seed, Team, object_id
from bot.sandbox.wire import Json


@dataclass
class Message:
    """One message; `own` holds the cards that only some people see in its place."""

    id: str
    conversation: str
    root: str
    sender: str
    activity: Json
    edited: bool = False
    own: dict[str, Json] = field(default_factory=dict)


@dataclass
class Conversation:
    """The 1:1 chat of a `person` with the bot, a channel of a `team`, or a chat between `people`.

    `name` is None for the channel General and for chats.
    """

    id: str
    name: str | None
    person: str = ""
    team: str = ""
    people: tuple[str, ...] = ()
    messages: dict[str, Message] = field(default_factory=dict)

    @property
    def is_personal(self) -> bool:
        """Whether one person is alone with the bot here."""
        return bool(self.person)

    @property
    def kind(self) -> str:
        """What Teams calls it; two people's own chat is as personal as one person's with the bot."""
        if self.team:
            return "channel"
        return "groupChat" if len(self.people) > 2 else "personal"


class Tenant:
    """One tenant with one bot in it; everything changes here and nowhere else."""

    def __init__(self, seed: Seed, clock: StillClock) -> None:
        self.seed = seed
        self.clock = clock
        self.people = {person.id: person for person in seed.people}
        self.teams: dict[str, Team] = {}
        self.conversations: dict[str, Conversation] = {}
        self._latest_id = 0
        for person in seed.people:
            self._opened(person)
        for chat in seed.chats:
            self.conversations[chat.id] = Conversation(chat.id, None, people=chat.members)
        for team in seed.teams:
            self.teams[team.id] = replace(team, channels=())
            self.conversations[team.id] = Conversation(team.id, None, team=team.id)
            for channel in team.channels:
                self.add_channel(team.id, channel)

    def new_id(self) -> str:
        """Return an id never given before: the moment in milliseconds, as Teams' own are, or a later one."""
        self._latest_id = max(self._latest_id + 1, int(self.clock.now().timestamp() * 1000))
        return str(self._latest_id)

    def person(self, who: str) -> Person:
        """Return somebody by either id or by name, or raise CannotDo."""
        if who in self.people:
            return self.people[who]
        for person in self.people.values():
            if who in (person.object_id, person.name):
                return person
        raise CannotDo("nobody", f"There is nobody called {who}.")

    def team(self, which: str) -> Team:
        """Return a team by id or name, or raise CannotDo."""
        for team in self.teams.values():
            if which in (team.id, team.name):
                return team
        raise CannotDo("no_team", f"There is no team {which}.")

    def place(self, where: str, who: str) -> Conversation:
        """Return a channel by id or name; with no name, the chat of this person with the bot."""
        if not where:
            return self.chat(self.person(who))
        for conversation in self.conversations.values():
            if where in (conversation.id, conversation.name):
                return conversation
        raise CannotDo("no_place", f"There is no conversation {where}.")

    def chat(self, person: Person) -> Conversation:
        """Return the 1:1 chat of a person with the bot, as new when there was none."""
        return self.conversations.get(person.chat) or self._opened(person)

    def members(self, conversation: Conversation) -> list[Person]:
        """Return the people of a conversation, in the order in which they came."""
        ids = (conversation.person,) if conversation.is_personal else self.teams[conversation.team].members
        return [self.people[each] for each in ids]

    def change(self, what: Person | Team) -> None:
        """Put the changed person or team in place of the former one."""
        if isinstance(what, Person):
            self.people[what.id] = what
        else:
            self.teams[what.id] = what

    def add_channel(self, team: str, channel: Channel) -> Conversation:
        """Add a channel to a team."""
        held = self.teams[team]
        self.teams[team] = replace(held, channels=(*held.channels, channel))
        self.conversations[channel.id] = Conversation(channel.id, channel.name, team=team)
        return self.conversations[channel.id]

    def put(self, conversation: Conversation, sender: str, activity: Json, root: str = "") -> Message:
        """Add a message; without a `root` it starts a thread of its own."""
        given = self.new_id()
        message = Message(given, conversation.id, root or given, sender, activity)
        conversation.messages[given] = message
        return message

    def group_of(self, team: Team) -> str:
        """Return the directory's id of the group behind a team."""
        return object_id(team.id)

    def _opened(self, person: Person) -> Conversation:
        chat = Conversation(person.chat, None, person=person.id)
        self.conversations[chat.id] = chat
        return chat
