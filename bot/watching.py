"""A messenger whose letters are counted and logged on their way, whatever platform it speaks to."""

from time import perf_counter

from bot.model.outbox import LetterState
from bot.ports import Attempt, Busy, Letter, Messenger, Sent, Undeliverable, Unknown, Watching


class Watched:
    """Hands letters to another messenger, and tells what came of it and how long that took."""

    def __init__(self, messenger: Messenger, watching: Watching) -> None:
        self._messenger = messenger
        self._watching = watching

    async def deliver(self, letter: Letter, thread: Sent | None) -> Sent:
        """Hand a letter over; raises what the messenger raises."""
        attempt, started = Attempt.UNKNOWN, perf_counter()
        try:
            where = await self._messenger.deliver(letter, thread)
            attempt = Attempt.SENT
        except Busy as busy:
            attempt = Attempt.BUSY
            self._watching.asked_to_wait(letter.platform, busy.seconds)
            raise
        except Undeliverable:
            attempt = Attempt.REFUSED
            raise
        finally:
            self._watching.tried(letter, attempt, perf_counter() - started)
        return where

    async def settle(self, letter: Letter) -> Sent | None:
        """Look a letter up; raises what the messenger raises."""
        try:
            where = await self._messenger.settle(letter)
        except Busy as busy:
            self._watching.asked_to_wait(letter.platform, busy.seconds)
            raise
        except (Unknown, Undeliverable):
            self._watching.looked_up(letter, None)
            raise
        self._watching.looked_up(letter, where is not None)
        return where


class Unwatched:
    """Tells nobody."""

    def tried(self, letter: Letter, attempt: Attempt, seconds: float) -> None: ...

    def asked_to_wait(self, platform: str, seconds: float) -> None: ...

    def looked_up(self, letter: Letter, is_there: bool | None) -> None: ...

    def ended(self, letter: Letter, state: LetterState, trouble: str | None = None) -> None: ...
