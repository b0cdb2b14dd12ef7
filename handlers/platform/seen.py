"""What came in already: a platform sends again what it is not sure was heard."""

from collections import OrderedDict

REMEMBERED = 2000


class Seen:
    """The ids of the latest requests."""

    def __init__(self) -> None:
        self._ids: OrderedDict[str, None] = OrderedDict()

    def is_new(self, request_id: str) -> bool:
        """Say whether this is the first time, and remember it."""
        if request_id and request_id in self._ids:
            return False
        self._ids[request_id] = None
        if len(self._ids) > REMEMBERED:
            self._ids.popitem(last=False)
        return True
