"""The token that proves to the connector who speaks, from Microsoft Entra.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import asyncio
from collections.abc import Callable
from time import time

EARLY = 300.0
"""Seconds before its end at which a token counts as used up."""

Ask = Callable[[], tuple[str, float]]
"""Asks for a token and waits for it: the token, and when it ends in seconds since 1970."""


class Entra:
    """Remembers the token. Entra is asked for another in a thread of its own, one at a time."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._known = ("", 0.0)
        self._asking: asyncio.Task[tuple[str, float]] | None = None

    async def token(self) -> str:
        """Return a token that is good for some minutes yet.

        Raises ValueError when Entra refuses, OSError when it cannot be reached.
        """
        token, ends = self._known
        if time() < ends - EARLY:
            return token
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(asyncio.to_thread(self._ask))
        self._known = await asyncio.shield(self._asking)
        return self._known[0]

    def forget(self) -> None:
        """Ask again for the next call: this token was not taken."""
        self._known = ("", 0.0)


def entra(client_id: str, client_secret: str, tenant: str) -> Entra:
    """The token of an app of one tenant, by the SDK's own means."""

    def ask() -> tuple[str, float]:
        from microsoft_teams.api.auth.credentials import ClientCredentials
        from microsoft_teams.apps.token_manager import TokenManager

        credentials = ClientCredentials(client_id=client_id, client_secret=client_secret, tenant_id=tenant)
        token = asyncio.run(TokenManager(credentials).get_bot_token())
        if token is None:
            raise ValueError("no token")
        return str(token), (token.expiration or 0) / 1000

    return Entra(ask)
