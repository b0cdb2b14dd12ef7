"""Where the bot takes what the platform sends it, which may be told or changed at any time."""

from typing import Generic, Protocol, TypeVar


class Sends(Protocol):
    """Whatever brings requests to the bot."""

    bot_url: str | None


Sending = TypeVar("Sending", bound=Sends)


class Reached(Generic[Sending]):
    """A platform that sends requests to one bot."""

    sender: Sending

    @property
    def bot_url(self) -> str | None:
        """Where the bot takes signed requests, the path and all."""
        return self.sender.bot_url

    @bot_url.setter
    def bot_url(self, url: str | None) -> None:
        self.sender.bot_url = url
