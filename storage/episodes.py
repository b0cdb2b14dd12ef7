"""When the database fails: one error for everybody above, and one line in the log until it works again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

import structlog

from bot.errors import DatabaseTrouble
from storage.trouble import TROUBLE, in_words, is_lost_on_the_way, is_outage

log = structlog.stdlib.get_logger(__name__)

AT_MOST_EVERY = 60.0
"""Seconds between two lines about a way that fails for the same reason and works by turns."""


@dataclass(slots=True)
class Attempt:
    """One transaction: `is_ending` from when its work is done and it is about to be kept."""

    is_ending: bool = False


@dataclass(slots=True)
class Episode:
    """Since when a way into the database has failed, by elapsed seconds, and how often."""

    since: float
    sentence: str
    times: int = 1


class Episodes:
    """Watches the ways into one database ("read", "write") apart: what is full can still be read."""

    def __init__(self, elapsed: Callable[[], float] = monotonic) -> None:
        self.are_logged = False
        self._elapsed = elapsed
        self._failing: dict[str, Episode] = {}
        self._said: dict[tuple[str, str], float] = {}

    @property
    def trouble(self) -> str | None:
        """What keeps the database from being read or written, in a sentence; None when nothing does."""
        return next((episode.sentence for episode in self._failing.values()), None)

    @contextmanager
    def watching(self, way: str) -> Iterator[Attempt]:
        """Raise `DatabaseTrouble` in place of whatever a failing database raises inside the block."""
        attempt = Attempt()
        try:
            yield attempt
        except DatabaseTrouble:
            raise
        except TROUBLE as error:
            if not is_outage(error):
                raise
            sentence = in_words(error)
            self._failed(way, sentence, error)
            is_unsure = attempt.is_ending and is_lost_on_the_way(error)
            raise DatabaseTrouble(sentence, is_unsure=is_unsure) from error
        if self._failing:
            self._worked(way)

    def _failed(self, way: str, sentence: str, error: Exception) -> None:
        now = self._elapsed()
        if way in self._failing:
            self._failing[way].times += 1
            return
        if now - self._said.get((way, sentence), now - AT_MOST_EVERY) >= AT_MOST_EVERY:
            self._failing[way], self._said[way, sentence] = Episode(now, sentence), now
            if self.are_logged:
                log.error("the database fails", way=way, why=sentence, error=type(error).__name__)

    def _worked(self, way: str) -> None:
        episode = self._failing.pop(way, None)
        if episode is not None and self.are_logged:
            seconds = round(self._elapsed() - episode.since, 1)
            log.info("the database works again", way=way, seconds=seconds, failed=episode.times)
