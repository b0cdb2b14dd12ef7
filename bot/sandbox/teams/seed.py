"""Everything the sandbox is told about a tenant of Microsoft Teams and the bot in it, as plain facts."""

from dataclasses import dataclass
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

Role = Literal["user", "guest", "anonymous"]


def object_id(of: str) -> str:
    """Return the same directory id for the same name every time, shaped as Entra's are."""
    return str(uuid5(NAMESPACE_URL, f"teams:{of}"))


@dataclass(frozen=True)
class App:
    """The bot as the tenant knows it; `token` is what it must show to the connector, empty for nothing."""

    client_id: str
    name: str
    token: str

    @property
    def id(self) -> str:
        """How the bot is called among the members of a conversation."""
        return f"28:{self.client_id}"


@dataclass(frozen=True)
class Person:
    """Somebody with an account; `id` (29:...) is theirs for this bot only."""

    id: str
    name: str
    email: str = ""
    aad_object_id: str = ""
    role: Role = "user"
    zone: str = ""
    locale: str = ""
    installed: bool = True
    blocked: bool = False

    @property
    def object_id(self) -> str:
        """The directory's id of this person, in every app the same."""
        return self.aad_object_id or object_id(self.id)

    @property
    def chat(self) -> str:
        """The conversation of this person with the bot alone."""
        return f"a:{self.id.removeprefix('29:')}"


@dataclass(frozen=True)
class Channel:
    """A channel beside General."""

    id: str
    name: str


@dataclass(frozen=True)
class Team:
    """A team and the people in it; its id is also the id of its channel General."""

    id: str
    name: str
    members: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    installed: bool = True
    archived: bool = False


@dataclass(frozen=True)
class Chat:
    """A chat between people; the bot is not in it, but its actions are in the compose box there."""

    id: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Seed:
    """The tenant as it is when the sandbox starts."""

    tenant_id: str
    app: App
    people: tuple[Person, ...]
    teams: tuple[Team, ...] = ()
    chats: tuple[Chat, ...] = ()
    zone: str = "America/Chicago"
    locale: str = "en-US"
