"""What a workspace lists whole: its members, its channels. Schools that share it share one look at it."""

from collections.abc import AsyncIterator, Callable
from time import monotonic
from typing import Any

from handlers.platform.workspaces import Known

FRESH = 120.0
"""Seconds for which schools that share a workspace are shown the same list."""


class Listings:
    """Asks for a list, once for all schools of a workspace."""

    def __init__(self, workspaces: Known[Any]) -> None:
        self._workspaces = workspaces
        self._known: dict[tuple[str, str], tuple[float, list[Any]]] = {}

    async def of(self, team: str, name: str, ask: Callable[[], AsyncIterator[Any]]) -> list[Any]:
        """The list, from memory only where several schools would each ask for it in one go."""
        until, known = self._known.get((team, name), (0.0, []))
        if self._workspaces.is_shared(team) and monotonic() < until:
            return known
        found = [one async for one in ask()]
        self._known[team, name] = (monotonic() + FRESH, found)
        return found

    def forget(self, team: str) -> None:
        """Ask again next time: something has changed there."""
        self._known = {key: kept for key, kept in self._known.items() if key[0] != team}
