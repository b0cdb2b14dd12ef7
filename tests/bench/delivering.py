"""What one letter costs from the outbox to Slack, beside a bare post to the same server."""

from contextlib import AsyncExitStack
from time import perf_counter
from typing import Self

from slack_sdk.web.async_client import AsyncWebClient

from bot.app.sample import TOKEN, sample_school
from bot.app.sandbox import sandboxed
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.sandbox.clock import StillClock
from bot.sandbox.limits import Limits
from tests.databases import MONDAY_NOON, SCHOOL

NO_LIMITS = Limits(posts=(1e6, 10**6), tier_3=(1e6, 10**6))


class Bench:
    """The sandbox as Slack, with the real courier."""

    async def __aenter__(self) -> Self:
        self._stack = AsyncExitStack()
        self.running = await self._stack.enter_async_context(
            sandboxed(sample_school(), StillClock(MONDAY_NOON), limits=NO_LIMITS)
        )
        self.client = AsyncWebClient(token=TOKEN, base_url=f"{self.running.url}/api/", retry_handlers=[])
        return self

    async def __aexit__(self, *trouble: object) -> None:
        await self._stack.aclose()

    async def post_raw(self) -> None:
        await self.client.chat_postMessage(channel="C0ALLSTAFF", text="words")

    async def deliver(self, letters: int) -> float:
        """Seconds for one of so many letters, to as many people as there are."""
        async with self.running.core.units.writing(SCHOOL) as work:
            roster = await work.people.roster()
            for number in range(letters):
                await work.outbox.post(
                    Audience.person(roster.people[number % len(roster.people)].id),
                    Message("words", (paragraph(f"Letter {number}"),)),
                    key=f"bench/{number}",
                    due_at=MONDAY_NOON,
                )
        started = perf_counter()
        await self.running.keeper.deliver()
        return (perf_counter() - started) / letters
