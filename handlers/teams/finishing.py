"""Saying what came of something, apart from doing it: when saying fails, it is still done."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from bot.messages.vocabulary import Message
from bot.ports import Trouble, Undeliverable
from handlers.platform import notices
from handlers.platform.afterwards import Afterwards, Apology
from handlers.platform.doing import Done
from handlers.teams.answering import Answering
from handlers.teams.origins import Origin
from handlers.teams.replies import Replies

SOON = 4.0
"""Seconds in which something is said before Teams is told how it went; Teams waits about ten."""

Came = Done[Origin] | Message | None
"""What came of something asked: it was done, something is to be said instead, or it was done before."""


@dataclass(frozen=True, slots=True)
class Told:
    """Whether there is something to read in the 1:1 chat, and what could not be said there to somebody."""

    in_chat: bool = True
    unsaid: Message | None = None


class Finishing:
    """Runs what follows an answer to Teams, and apologises in private for what fails."""

    def __init__(self, *, answering: Answering, replies: Replies, afterwards: Afterwards) -> None:
        self._answering = answering
        self._replies = replies
        self._afterwards = afterwards

    def start(self, name: str, origin: Origin, work: Coroutine[Any, Any, object]) -> None:
        """Begin what somebody asked for, and return at once; `name` is for the log."""
        self._afterwards.start(name, work, self._apology(origin, notices.broke))

    async def later(self, came: Came, origin: Origin) -> None:
        """Say what came of it to whoever asked, when there is time."""
        if isinstance(came, Done):
            work = self._answering.finish(came)
            self._afterwards.start(f"after {came.interaction.verb}", work, self._sorry(came))
        elif came is not None:
            await self._answering.say(origin, came)

    async def soon(self, came: Done[Origin] | Message, origin: Origin) -> Told:
        """The same before Teams is answered, if it takes no longer than that may; else it is on its way."""
        heard: asyncio.Future[Told] = asyncio.get_running_loop().create_future()
        if isinstance(came, Done):
            name, apology = f"after {came.interaction.verb}", self._sorry(came)
        else:
            name, apology = "say", self._apology(origin, notices.broke)
        self._afterwards.start(name, self._reported(came, origin, heard), apology)
        await asyncio.wait({heard}, timeout=SOON)
        return heard.result() if heard.done() else Told()

    async def _reported(
        self, came: Done[Origin] | Message, origin: Origin, heard: "asyncio.Future[Told]"
    ) -> None:
        told = Told()
        try:
            said = came.interaction.reply(came.result) if isinstance(came, Done) else came
            if said is None:
                told = Told(in_chat=False)
            elif not await self._told(origin, said):
                told = Told(unsaid=said)
            if isinstance(came, Done):
                await self._answering.repaint(came)
        finally:
            if not heard.done():
                heard.set_result(told)

    async def _told(self, origin: Origin, said: Message) -> bool:
        """Whether somebody could be told in private."""
        try:
            await self._replies.tell(origin, said)
        except Undeliverable as no:
            if no.trouble is not Trouble.PERSON:
                raise
            return False
        return True

    def _sorry(self, done: Done[Origin]) -> Apology:
        if not done.changed_something:
            return self._apology(done.origin, notices.broke)
        return self._apology(done.origin, lambda _, reference: notices.done_but_unsaid(reference))

    def _apology(self, origin: Origin, notice: Callable[[BaseException, str], Message]) -> Apology:
        def apology(error: BaseException, reference: str) -> Coroutine[Any, Any, object]:
            return self._answering.say(origin, notice(error, reference))

        return apology
