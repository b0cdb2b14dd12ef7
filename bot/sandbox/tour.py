"""The guided tour: which of its steps somebody has done."""

from bot.sandbox.changes import Changes
from bot.sandbox.seed import Happening, Tour
from bot.sandbox.wire import Json


class Progress:
    """Ticks a step off when what it asks for happens, whoever does it."""

    def __init__(self, tour: Tour, changes: Changes) -> None:
        self._tour = tour
        self._changes = changes
        self._done: set[str] = set()
        self._skipped = False

    def note(self, event: Happening, what: str = "") -> None:
        """Tick off the first open step that waits for this."""
        for step in self._tour.steps:
            waits_for = step.done_when
            fits = waits_for.event == event and what.startswith(waits_for.matches)
            if fits and step.id not in self._done:
                self._done.add(step.id)
                self._changes.tell("tour")
                return

    def reset(self, *, skipping: bool = False) -> None:
        """Start again; skipping, behind the first chapter."""
        self._skipped = skipping
        self._done = {step.id for step in self._tour.steps if skipping and step.is_skipped}
        self._changes.tell("tour")

    def shown(self) -> Json:
        """Return the tour for the page."""
        steps = [
            {
                "id": step.id,
                "title": step.title,
                "text": step.text,
                "as": step.acting_as,
                "where": step.where,
                "type": step.type,
                "done": step.id in self._done,
            }
            for step in self._tour.steps
        ]
        can_skip = not self._skipped and any(step.is_skipped for step in self._tour.steps)
        return {"title": self._tour.title, "steps": steps, "skip": self._tour.skip if can_skip else ""}
