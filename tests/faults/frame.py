"""What a fault is, and the ground it strikes: the bot on a database, the sandbox as Slack, and two people.

Each fault says what is done to the world, what whoever looks after the bot reads, and what people read; what
is lost is always the same: nothing.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from storage.engine import connect
from storage.units_of_work import UnitsOfWork
from tests.databases import SCHOOL, SEALER
from tests.letters import letters
from tests.postgres import Cluster
from tests.serving.conftest import Slack
from tests.serving.inside import Inside
from tests.serving.process import until

WORDS = "Reading groups need more time"
LETTER = "The library closes early today."
REFERENCE = re.compile(r" \(reference [0-9a-f]{6}\)")


@dataclass
class Ground:
    """The bot with its database; `cluster` is there when that is on a server."""

    slack: Slack
    bot: Inside
    url: str
    cluster: Cluster | None = None
    form: Any = None

    @property
    def uma(self) -> str:
        """The account of somebody with a form open."""
        return self.slack.people["uma-thistle"]

    @property
    def vic(self) -> str:
        return self.slack.people["vic-umber"]

    async def reads_spanish(self) -> None:
        """Let whoever opens a form read Spanish from now on."""
        channel, acting = self.slack.channel("grade-4"), self.slack.acting
        await acting.command(self.uma, channel, "/ilt language")
        asked = (await until(lambda: acting.ephemerals(self.uma)))[-1]
        await acting.press(self.uma, channel, asked.ts, label="Español")
        await until(lambda: len(acting.ephemerals(self.uma)) > 1)

    async def opens_a_form(self) -> None:
        channel = self.slack.channel("grade-4")
        assert (await self.slack.acting.command(self.uma, channel, f"/ilt-input {WORDS}")).ok
        self.form = await until(lambda: self.slack.acting.top_view(self.uma))

    async def sends_the_form(self) -> None:
        """Send it, and see Slack answered."""
        told = {"topic": "instruction", "scope": "several_teams", "mode": "named"}
        answer = await self.slack.acting.submit(self.uma, self.form.id, told)
        assert answer.ok, "Slack was not answered"

    def form_says(self) -> str:
        """What stands beside the form's fields, without a reference; empty when it is closed or well."""
        view = self.slack.acting.top_view(self.uma)
        return plainly(" ".join(view.errors.values())) if view is not None else ""

    def words_in_the_form(self) -> bool:
        view = self.slack.acting.top_view(self.uma)
        return view is not None and WORDS in str(view.blocks) + str(view.values)

    async def types(self, words: str) -> str:
        """Type a command as somebody else, and return what is said to that person in return."""
        before = len(self.whispers())
        assert (await self.slack.acting.command(self.vic, self.slack.channel("grade-4"), words)).ok
        await until(lambda: len(self.whispers()) > before)
        return plainly(self.whispers()[-1].words)

    async def presses(self, label: str) -> str:
        """Press a button of what was last said to them, and return what is said in return."""
        held = [one for one in self.whispers() if label in one.buttons][-1]
        before = len(self.whispers())
        channel = self.slack.channel("grade-4")
        await self.slack.acting.press(self.vic, channel, held.ts, label=label)
        await until(lambda: len(self.whispers()) > before)
        return plainly(self.whispers()[-1].words)

    def whispers(self) -> list[Any]:
        """What was said to somebody else alone."""
        return self.slack.acting.ephemerals(self.vic)

    async def posts_a_letter(self) -> None:
        """Put a message for somebody into the outbox, from outside."""
        engines = connect(self.url, SEALER)
        async with UnitsOfWork(engines).writing(SCHOOL) as work:
            roster = await work.people.roster()
            person = roster.keyed("oli-nettle")
            assert person is not None
            said = Message(LETTER, (paragraph(LETTER),))
            await work.outbox.post(
                Audience.person(person.id), said, key="fault", due_at=datetime.now(UTC), if_unknown="never"
            )
        await engines.dispose()

    def letters(self) -> int:
        """How often the message has arrived."""
        return sum(LETTER in words for words in self.slack.letters("oli-nettle"))

    async def letter_is_in_hand(self) -> bool:
        return await self._letter_stands() is LetterState.SENDING

    async def letter_is_marked(self) -> bool:
        return await self._letter_stands() is LetterState.SENT

    async def _letter_stands(self) -> LetterState:
        engines = connect(self.url, SEALER)
        found = [one for one in await letters(UnitsOfWork(engines)) if one.key == "fault"]
        await engines.dispose()
        return found[0].state

    async def kept(self) -> int:
        """How many inputs with these words there are."""
        engines = connect(self.url, SEALER)
        async with UnitsOfWork(engines).reading(SCHOOL) as work:
            found = [one for one in await work.inputs.unsettled() if one.see == WORDS]
        await engines.dispose()
        return len(found)

    async def readiness(self) -> str:
        """What monitoring reads of the database."""
        return str((await self.bot.asked("/readyz"))[1]["database"])


Strike = Callable[[Ground], AbstractAsyncContextManager[object]]
"""Breaks something for as long as the block lasts."""


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong, and what is read meanwhile: None where all goes on as ever."""

    name: str
    strike: Strike
    operator: str | None
    form: str | None
    command: str | None
    button: str | None
    settings: Mapping[str, str] = field(default_factory=dict)


def plainly(words: str) -> str:
    """The same without the reference, which is another each time."""
    return REFERENCE.sub("", words).strip()
