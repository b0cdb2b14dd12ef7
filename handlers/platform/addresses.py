"""Where an audience is reached on a platform: from memory, else looked up once and remembered."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from time import monotonic

from bot.model.audiences import Audience
from bot.model.people import the_clock
from bot.perform import Performer
from bot.ports import Trouble, Undeliverable
from bot.routines import people
from bot.together import Together

LOOK_AGAIN = 600.0
"""Seconds before the whole workspace is looked through again for somebody who was not found."""


class Addresses:
    """Finds the conversation an audience reads.

    `look` looks a school's people and channels up on the platform; `open` opens the direct conversation
    with one account and returns its address.
    """

    def __init__(
        self,
        *,
        perform: Performer,
        platform: str,
        look: Callable[[str], Awaitable[object]],
        open: Callable[[str, str], Awaitable[str]],
    ) -> None:
        self._perform = perform
        self._platform = platform
        self._look = look
        self._open = open
        self._looked: dict[str, float] = {}
        self._looking: dict[str, asyncio.Task[None]] = {}
        self._ask: Together[str, Mapping[str, str]] = Together(self._known_in)

    async def known(self, school: str, audience: Audience) -> str | None:
        """The conversation, if it has been reached before."""
        found = await self._all(school)
        return found.get(direct(audience) if audience.person_id else audience.key)

    async def of(self, school: str, audience: Audience) -> str:
        """The conversation; raises Undeliverable when the school has none for this audience there.

        Whatever a call to the platform raises is raised as it is.
        """
        conversation = await self.known(school, audience)
        if conversation:
            return conversation
        account = await self._found(school, audience)
        if account is None:
            missing = Trouble.PERSON if audience.person_id else Trouble.CHANNEL
            raise Undeliverable(missing, "no_account" if audience.person_id else "no_channel")
        return await self._opened(school, audience, account) if audience.person_id else account

    async def forget(self, school: str, audience: Audience) -> None:
        """Forget a direct conversation that is no longer there."""
        await self._learn(school, {direct(audience): ""})

    async def _found(self, school: str, audience: Audience) -> str | None:
        found = (await self._all(school)).get(audience.key)
        if found is not None:
            return found
        if monotonic() - self._looked.get(school, -LOOK_AGAIN) >= LOOK_AGAIN:
            if school not in self._looking:
                self._looking[school] = asyncio.create_task(self._look_through(school))
            await asyncio.shield(self._looking[school])
        return (await self._all(school)).get(audience.key)

    async def _look_through(self, school: str) -> None:
        """Look once for all who wait, and to the end even if nobody has the time to: it may take minutes."""
        try:
            await self._look(school)
            self._looked[school] = monotonic()
        finally:
            del self._looking[school]

    async def _opened(self, school: str, audience: Audience, user: str) -> str:
        conversation = await self._open(school, user)
        await self._learn(school, {direct(audience): conversation})
        return conversation

    async def _all(self, school: str) -> Mapping[str, str]:
        return await self._ask(school)

    async def _known_in(self, schools: Sequence[str]) -> Sequence[Mapping[str, str]]:
        """Of each school, asked once however many letters to it are on their way."""
        asking = people.KnownAddresses(platform=self._platform)
        found = {
            school: await self._perform(people.known_addresses, asking, actor=the_clock(school))
            for school in {*schools}
        }
        return [found[school] for school in schools]

    async def _learn(self, school: str, found: dict[str, str]) -> None:
        learn = people.LearnAddresses(platform=self._platform, addresses=found)
        await self._perform(people.learn_addresses, learn, actor=the_clock(school))


def direct(audience: Audience) -> str:
    """The key under which a person's direct conversation is remembered, beside their account."""
    return f"dm:{audience.key}"
