"""Asks a server the same signed thing again and again, over connections that stay open, and times it.

It runs as a process of its own, so that the server has a processor to itself.
"""

import argparse
import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter

from tests.bench.knocking import SECRET, TEAM, USER, Knock, command

HEAD, LENGTH = b"\r\n\r\n", b"content-length:"


@dataclass(frozen=True, slots=True)
class Asked:
    """Answers a second, and how long half of them and 99 of 100 took at most, in milliseconds."""

    rate: float
    half: float
    most: float


@dataclass(frozen=True, slots=True)
class Whom:
    """Where to ask, and as whom."""

    port: int
    team: str = TEAM
    user: str = USER
    secret: str = SECRET


async def asked(whom: Whom, *, seconds: float, connections: int = 0, rate: float = 0) -> Asked:
    """Ask from another process: over so many connections as fast as answers come, or at a steady rate."""
    told = {"seconds": seconds, "connections": connections, "rate": rate}
    known = {"port": whom.port, "team": whom.team, "user": whom.user, "secret": whom.secret}
    words = json.dumps({"whom": known, **told})
    asking = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.asking", words, stdout=PIPE
    )
    said, _ = await asking.communicate()
    return Asked(**json.loads(said))


class Line:
    """One connection to the server."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, words: bytes) -> None:
        self._reader = reader
        self._writer = writer
        self._words = words

    async def ask(self) -> None:
        """Send it and wait for the whole answer; raises RuntimeError when it is a "no"."""
        self._writer.write(self._words)
        head = (await self._reader.readuntil(HEAD)).lower()
        if not head.startswith(b"http/1.1 200"):
            raise RuntimeError(head.decode())
        _, _, rest = head.partition(LENGTH)
        await self._reader.readexactly(int(rest.split(b"\r\n", 1)[0] or 0))

    def close(self) -> None:
        self._writer.close()


def words(knock: Knock) -> bytes:
    """The request as it goes over the line."""
    headers = {**knock.headers, "Host": "127.0.0.1", "Content-Length": str(len(knock.body))}
    lines = (f"{name}: {value}" for name, value in headers.items())
    return "\r\n".join(("POST /slack/events HTTP/1.1", *lines, "", "")).encode() + knock.body


async def opened(port: int, said: bytes) -> Line:
    return Line(*await asyncio.open_connection("127.0.0.1", port), said)


async def as_fast_as_answered(port: int, said: bytes, connections: int, seconds: float) -> list[float]:
    """The seconds that each answer took, over so many connections at once."""
    took: list[float] = []
    until = perf_counter() + seconds

    async def one() -> None:
        line = await opened(port, said)
        while (started := perf_counter()) < until:
            await line.ask()
            took.append(perf_counter() - started)
        line.close()

    await asyncio.gather(*(one() for _ in range(connections)))
    return took


async def at_a_rate(port: int, said: bytes, rate: float, seconds: float) -> list[float]:
    """The seconds from the moment each was due to its answer, whatever became of the ones before it."""
    free: list[Line] = []
    begun = perf_counter()

    async def one(number: int) -> float:
        due = begun + number / rate
        await asyncio.sleep(max(0.0, due - perf_counter()))
        line = free.pop() if free else await opened(port, said)
        await line.ask()
        free.append(line)
        return perf_counter() - due

    took = await asyncio.gather(*(one(number) for number in range(max(1, int(rate * seconds)))))
    for line in free:
        line.close()
    return list(took)


async def measured(whom: Whom, seconds: float, connections: int, rate: float) -> Asked:
    said = words(command("menu", team=whom.team, user=whom.user, secret=whom.secret))
    line = await opened(whom.port, said)
    await line.ask()
    line.close()
    if connections:
        took = await as_fast_as_answered(whom.port, said, connections, seconds)
    else:
        took = await at_a_rate(whom.port, said, rate, seconds)
    hundredths = quantiles(took * 2, n=100, method="inclusive")
    return Asked(len(took) / seconds, hundredths[49] * 1000, hundredths[98] * 1000)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("told", type=json.loads)
    told = parser.parse_args(arguments).told
    found = asyncio.run(measured(Whom(**told.pop("whom")), **told))
    print(json.dumps({"rate": found.rate, "half": found.half, "most": found.most}))


if __name__ == "__main__":
    main()
