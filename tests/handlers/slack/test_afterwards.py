"""Work after the acknowledgement: waited for at the end, and never silent when it fails."""

import asyncio

from handlers.platform.afterwards import Afterwards


async def test_a_shutdown_waits_for_what_was_started():
    afterwards, done = Afterwards(), asyncio.Event()

    async def work() -> None:
        await asyncio.sleep(0.05)
        done.set()

    afterwards.start("work", work())
    await afterwards.drain()

    assert done.is_set()


async def test_what_takes_too_long_is_stopped():
    afterwards = Afterwards()
    afterwards.start("forever", asyncio.sleep(60))

    async with asyncio.timeout(30):
        await afterwards.drain(within=0.05)


async def test_a_failure_is_apologised_for_under_the_reference_in_the_log(logged):
    afterwards, told = Afterwards(), []

    async def fail() -> None:
        raise ValueError("somebody's words")

    async def apologise(_: BaseException, reference: str) -> None:
        told.append(reference)

    afterwards.start("input", fail(), apologise)
    await afterwards.drain()

    in_the_log = logged()
    assert len(told) == 1
    assert told[0] in in_the_log
    assert "ValueError" in in_the_log
    assert "somebody's words" not in in_the_log
