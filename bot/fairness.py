"""Whose letters go next, where several schools share a workspace."""

from collections.abc import Collection, Sequence
from itertools import count

from storage.claims import Queue

AT_ONCE = 32
"""Queues that are looked into for one batch."""
PATIENCE = 8
"""One batch in so many goes to those who have waited longest, however urgent others are."""


class Fairness:
    """Puts the queues of one workspace in order. What it remembers is lost with the program, without harm.

    Answers to somebody who waits come first, always. Then comes what is more urgent, and of queues that are
    equally urgent, the one that had no letter taken for the longest time, the shorter of two. So that
    nothing urgent holds the rest up for ever, each eighth batch is taken without regard to urgency.
    """

    def __init__(self) -> None:
        self._moments = count(1)
        self._batches = 0
        self._served: dict[Queue, int] = {}

    def in_order(self, queues: Collection[Queue]) -> Sequence[Queue]:
        """The queues that the next batch is taken from, the first first."""
        self._batches += 1
        is_patient = self._batches % PATIENCE == 0
        self._served = {queue: moment for queue, moment in self._served.items() if queue in queues}

        def place(queue: Queue) -> tuple[bool, int, int, int]:
            urgency = 0 if is_patient else queue.priority
            return queue.priority > 0, urgency, self._served.get(queue, 0), queue.length

        return sorted(queues, key=place)[:AT_ONCE]

    def served(self, queues: Collection[Queue]) -> None:
        """Letters of these were taken."""
        self._served |= dict.fromkeys(queues, next(self._moments))
