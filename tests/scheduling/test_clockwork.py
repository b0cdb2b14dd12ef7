"""The ticks: on time, never twice at once, and not stopped by one that breaks."""

import asyncio

from scheduling.clockwork import Clockwork, Job


class Counting:
    """Counts how often it was run; the first runs may break, and each takes a while."""

    def __init__(self, *, breaks: int = 0, takes: float = 0.0) -> None:
        self.begun = self.ended = self.at_once = self.most_at_once = 0
        self.breaks = breaks
        self.takes = takes
        self._changed = asyncio.Condition()

    async def __call__(self) -> None:
        self.begun += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        async with self._changed:
            self._changed.notify_all()
        try:
            await asyncio.sleep(self.takes)
            if self.begun <= self.breaks:
                raise RuntimeError("Ana wrote something private")
            self.ended += 1
        finally:
            self.at_once -= 1
            async with self._changed:
                self._changed.notify_all()

    async def until(self, ended: int) -> None:
        async with self._changed, asyncio.timeout(30):
            await self._changed.wait_for(lambda: self.ended >= ended)

    async def busy(self) -> None:
        async with self._changed, asyncio.timeout(30):
            await self._changed.wait_for(lambda: self.at_once > 0)


async def test_every_job_runs_at_once_or_later_and_then_again_and_again():
    often, daily, later = Counting(), Counting(), Counting()
    clockwork = Clockwork(
        [Job("often", 0.02, often), Job("daily", 86400, daily), Job("later", 86400, later, 60)]
    )
    clockwork.start()

    await often.until(3)
    await clockwork.stop()

    assert (daily.ended, later.begun) == (1, 0)
    ended = often.ended
    await asyncio.sleep(0.1)
    assert often.ended == ended


async def test_a_tick_that_breaks_is_logged_and_the_next_one_comes():
    job = Counting(breaks=2)
    clockwork = Clockwork([Job("fragile", 0.02, job)])
    clockwork.start()

    await job.until(1)
    await clockwork.stop()

    assert job.begun >= 3


async def test_a_slow_job_is_never_run_twice_at_once_and_stopping_sees_it_through():
    slow = Counting(takes=0.15)
    clockwork = Clockwork([Job("slow", 0.01, slow)])
    clockwork.start()
    await slow.until(1)
    await slow.busy()

    await clockwork.stop()

    assert slow.most_at_once == 1
    assert slow.begun == slow.ended


async def test_stopping_does_not_wait_for_ever():
    endless = Counting(takes=3600)
    clockwork = Clockwork([Job("endless", 0.01, endless)])
    clockwork.start()
    await endless.busy()

    await asyncio.wait_for(clockwork.stop(patience=0.05), timeout=30)

    assert endless.ended == 0
    assert endless.at_once == 0


async def test_what_was_never_started_can_be_stopped():
    await Clockwork([]).stop()
