"""Everything the sandbox is told about a school and its bot, as plain facts."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Team:
    """The workspace itself; `about` is one line for people who look at it for the first time."""

    id: str
    name: str
    zone: str
    domain: str = "sandbox"
    about: str = ""


@dataclass(frozen=True)
class User:
    """Somebody with an account; `tz` is the team's when left empty."""

    id: str
    name: str
    handle: str = ""
    email: str = ""
    title: str = ""
    team: str = ""
    tz: str = ""
    is_bot: bool = False
    deleted: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False


@dataclass(frozen=True)
class Channel:
    """A channel and the people in it; the bot is in it only when `bot_is_member` says so."""

    id: str
    name: str
    is_private: bool = False
    members: tuple[str, ...] = ()
    bot_is_member: bool = True
    is_archived: bool = False


@dataclass(frozen=True)
class Bot:
    """The app as Slack knows it: what it may do (`scopes`) and what it wants to hear (`events`)."""

    user_id: str
    bot_id: str
    app_id: str
    name: str
    token: str
    app_token: str
    signing_secret: str
    scopes: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset({"app_home_opened", "app_mention", "message.im"})


@dataclass(frozen=True)
class Verb:
    """One word that may follow a slash command, for the completion list."""

    verb: str
    help: str
    usage: str = ""


@dataclass(frozen=True)
class Command:
    """A slash command of the app."""

    command: str
    description: str
    usage_hint: str = ""
    verbs: tuple[Verb, ...] = ()


@dataclass(frozen=True)
class Shortcut:
    """A shortcut of the app, offered everywhere (`global`) or on each message."""

    callback_id: str
    name: str
    type: Literal["global", "message"] = "global"


Happening = Literal["command", "view_submission", "block_actions", "home_opened", "clock_moved", "posted"]


@dataclass(frozen=True)
class DoneWhen:
    """What finishes a step of the tour.

    `matches` begins the command's text, the callback_id, the action_id, the handle of who opened Home,
    or "channel: text" of what the bot posted.
    """

    event: Happening
    matches: str = ""


@dataclass(frozen=True)
class Step:
    """One thing to try; `acting_as`, `where` and `type` set the page up for it.

    With `is_skipped` it belongs to the first chapter, which somebody in a hurry may leave out.
    """

    id: str
    title: str
    text: str
    done_when: DoneWhen
    acting_as: str = ""
    where: str = ""
    type: str = ""
    is_skipped: bool = False


@dataclass(frozen=True)
class Tour:
    """The guided tour, its steps in order; `skip` is on the button that leaves the first chapter out."""

    title: str = ""
    steps: tuple[Step, ...] = ()
    skip: str = ""


@dataclass(frozen=True)
class Seed:
    """The workspace as it is when the sandbox starts, and again after a reset."""

    team: Team
    users: tuple[User, ...]
    channels: tuple[Channel, ...]
    bot: Bot
    commands: tuple[Command, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    tour: Tour = field(default_factory=Tour)
