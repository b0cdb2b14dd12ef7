"""People who send forms, type commands, press buttons and write to the bot, and try again as people do."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

from bot.sandbox.acting import Acting
from bot.sandbox.refusals import CannotDo
from bot.sandbox.workspace import Workspace
from tests.serving.process import until

SEEN = "The copier on our floor jams every morning"
PATIENCE = 3.0
"""Seconds that somebody waits for a form, or a word, before they ask again."""
TRIES = 400
BUTTON, DONE = "Pause", ("I do not write to you", "I start nothing for you")


@dataclass
class Deed:
    """Something that somebody set out to do, and how often they had to try."""

    number: int
    kind: str
    account: str
    tries: int = 0
    is_done: bool = False

    @property
    def words(self) -> str:
        return f"Remark {self.number:06d}: {SEEN}"


@dataclass
class People:
    """Some who do one thing after another, each in their own time."""

    acting: Acting
    workspace: Workspace
    accounts: list[str]
    chance: Random
    deeds: list[Deed] = field(default_factory=list)

    async def live(self, many: int) -> None:
        """Do so many things, everybody at once."""
        kinds = ("form", "command", "button", "event")
        self.deeds = [
            Deed(number, kinds[number % 4], self.accounts[number % len(self.accounts)])
            for number in range(1, many + 1)
        ]
        await asyncio.gather(*(self._one_by_one(account) for account in self.accounts))

    async def _one_by_one(self, account: str) -> None:
        ways: dict[str, Callable[[Deed], Awaitable[bool]]] = {
            "form": self._fills_in,
            "command": self._types,
            "button": self._presses,
            "event": self._writes,
        }
        for deed in (one for one in self.deeds if one.account == account):
            while not deed.is_done and deed.tries < TRIES:
                deed.tries += 1
                with contextlib.suppress(CannotDo):
                    deed.is_done = await ways[deed.kind](deed)
                await asyncio.sleep(self.chance.uniform(0.05, 0.5))

    async def _fills_in(self, deed: Deed) -> bool:
        """Open the form, and send it until it is taken: a form that is not stays open with its words."""
        await self.acting.command(deed.account, self._desk(deed), f"/ilt input {deed.words}")
        for _ in range(30):
            if view := self.acting.top_view(deed.account):
                break
            await asyncio.sleep(PATIENCE / 30)
        else:
            return False
        is_taken = False
        while not is_taken and self.acting.top_view(deed.account) is view:
            deed.tries += 1
            answer = await self.acting.submit(deed.account, view.id, {"see": deed.words, "mode": "named"})
            is_taken = answer.ok and not view.trouble and not view.errors
            await asyncio.sleep(0.1)
        while view := self.acting.top_view(deed.account):
            await self.acting.close(deed.account, view.id)
        return is_taken

    async def _types(self, deed: Deed) -> bool:
        before = self._told(deed)
        answer = await self.acting.command(deed.account, self._desk(deed), "/ilt away 2 days")
        return answer.ok and await self._is_told(deed, before)

    async def _presses(self, deed: Deed) -> bool:
        holding = [one for one in self.acting.dms(deed.account) if BUTTON in one.buttons]
        if not holding:
            return False
        before = self._told(deed)
        answer = await self.acting.press(deed.account, self._desk(deed), holding[0].ts, label=BUTTON)
        return answer.ok and await self._is_told(deed, before)

    def _told(self, deed: Deed) -> int:
        """How often the bot told them that it has done what they asked."""
        return sum(any(map(one.words.__contains__, DONE)) for one in self.acting.ephemerals(deed.account))

    async def _is_told(self, deed: Deed, before: int) -> bool:
        """Wait for the bot's word; without one, somebody tries again."""
        try:
            await until(lambda: self._told(deed) > before, within=PATIENCE)
        except TimeoutError:
            return False
        return True

    async def _writes(self, deed: Deed) -> bool:
        await self.acting.write_to_bot(deed.account, deed.words)
        return True

    def _desk(self, deed: Deed) -> str:
        """Where they type: their direct messages with the bot."""
        return str(self.workspace.direct(deed.account).id)
