"""What the core needs from the outside world, and nothing more."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal, Protocol

from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.outbox import LetterAct, LetterState, Priority


class Clock(Protocol):
    def now(self) -> datetime:
        """Return the current moment, aware, in UTC."""
        ...


IfUnknown = Literal["again", "never"]


@dataclass(frozen=True, slots=True)
class Letter:
    """A message on its way.

    `thread` is the key of an earlier letter under which this one is said. `reason` names what
    makes it worth saying ("cycle-phase:<id>"); it is looked up again before sending. `if_unknown` says
    which error is preferred when a platform can never tell whether it arrived: a reminder
    rather never twice, a decision or an answer rather twice than never. `under` is where the letter
    keyed `thread` stands, when it stands anywhere; after `stale_at` it is not sent. A letter whose `act` is
    to edit or to remove does that to the one keyed `thread`, and may be repeated without harm. What the bot
    starts by itself has a `weight` (`bot.model.courtesy`), and goes in contract hours.
    """

    id: str
    school: str
    key: str
    audience: Audience
    message: Message
    platform: str
    attempts: int
    thread: str | None = None
    reason: str | None = None
    if_unknown: IfUnknown = "never"
    first_tried_at: datetime | None = None
    address: str | None = None
    under: "Sent | None" = None
    stale_at: datetime | None = None
    act: LetterAct = LetterAct.POST
    due_at: datetime | None = None
    priority: int = Priority.DEADLINE
    weight: int | None = None

    @property
    def is_answer(self) -> bool:
        """Whether somebody waits for it now."""
        return self.priority == Priority.ANSWER

    @property
    def meant_for(self) -> datetime | None:
        """When it was to be sent at first, however often it was tried since."""
        return min((at for at in (self.due_at, self.first_tried_at) if at is not None), default=None)


LONGEST_PLACE = 255


@dataclass(frozen=True, slots=True)
class Sent:
    """Where a letter now stands on its platform: the channel's address and the message's own id there, of
    which `LONGEST_PLACE` signs each are kept.

    `link` opens it in a browser, where the platform has such addresses.
    """

    address: str
    reference: str
    link: str = field(default="", compare=False)


class Trouble(StrEnum):
    """What a platform's definite "no" means for a letter; after `PASSING` it is tried again later."""

    CHANNEL = "channel"
    PERSON = "person"
    WORKSPACE = "workspace"
    MESSAGE = "message"
    PASSING = "passing"


LONGEST_CODE = 120
"""Signs of a platform's word that are kept. Its own have forty at most; a proxy may say anything."""


class Undeliverable(Exception):
    """The platform said no, and nothing was posted. `code` is its own word for it, as far as the database has
    room for it; it holds no content."""

    def __init__(self, trouble: Trouble, code: str) -> None:
        self.trouble = trouble
        self.code = "".join(filter(str.isprintable, code))[:LONGEST_CODE]
        super().__init__(f"{trouble}: {self.code}")


class Unknown(Exception):
    """The platform's answer was lost: the message may have arrived or not."""


class Busy(Exception):
    """The platform asks to wait; nothing was sent."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"asked to wait {seconds:g} s")
        self.seconds = seconds


class Messenger(Protocol):
    """Renders a letter for one platform, hands it over, and can look whether it arrived."""

    async def deliver(self, letter: Letter, thread: Sent | None) -> Sent:
        """Send it, under `thread` when given. Raises `Undeliverable`, `Unknown` or `Busy`."""
        ...

    async def settle(self, letter: Letter) -> Sent | None:
        """Look for a letter whose outcome is unknown: where it stands, or None when it never arrived.

        Raises `Unknown` when the platform will not tell, `Busy` when it asks to wait.
        """
        ...


class Attempt(StrEnum):
    """What came of handing a letter to its platform."""

    SENT = "sent"
    REFUSED = "refused"
    BUSY = "busy"
    UNKNOWN = "unknown"


class Watching(Protocol):
    """Is told how deliveries go, to count and to log them; it neither waits nor fails."""

    def tried(self, letter: Letter, attempt: Attempt, seconds: float) -> None:
        """A letter was handed to its platform, which took so many seconds to answer."""
        ...

    def asked_to_wait(self, platform: str, seconds: float) -> None:
        """A platform wants to be left alone for so long."""
        ...

    def looked_up(self, letter: Letter, is_there: bool | None) -> None:
        """A letter whose answer was lost was looked for; None when the platform cannot tell."""
        ...

    def ended(self, letter: Letter, state: LetterState, trouble: str | None = None) -> None:
        """A letter came to an end; `trouble` is a platform's word for why, or ours."""
        ...


class Ticking(Protocol):
    """Is told what the clock does, to count it; it neither waits nor fails."""

    def expect(self, job: str, every: float) -> None:
        """From now on a job is to begin every so many seconds."""
        ...

    def began(self, job: str) -> None: ...

    def ended(self, job: str, seconds: float, *, is_broken: bool) -> None: ...
