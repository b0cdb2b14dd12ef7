"""Things that go wrong on purpose between the bot and the connector."""

from bot.sandbox.faults import Fault, Faults, Matches, always

MALFORMED = "malformed"


class ConnectorFaults(Faults):
    """The faults that are waiting to happen; `refuse` takes a code of the connector's (`wire.STATUS`)."""

    def malform(self, method: str, *, times: int = 1, matches: Matches = always) -> None:
        """Do the work and answer with something that is no JSON."""
        self.add(Fault(method, "error", times, error=MALFORMED, matches=matches))
