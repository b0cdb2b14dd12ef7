"""The token that proves to the connector who speaks, from Microsoft Entra.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from time import time

EARLY = 300.0
"""Seconds before its end at which a token counts as used up."""

Token = tuple[str, float]
"""A token, and when it ends in seconds since 1970."""
Ask = Callable[[], Token]
"""Asks for a token and waits for it."""


class Entra:
    """Remembers the token. Entra is asked for another in a thread of its own, one at a time."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._known: Token = ("", 0.0)
        self._asking: asyncio.Future[Token] | None = None

    async def token(self) -> str:
        """Return a token that is good for some minutes yet.

        Raises ValueError when Entra refuses, OSError when it cannot be reached.
        """
        token, ends = self._known
        if time() < ends - EARLY:
            return token
        if self._asking is None or self._asking.done():
            self._asking = apart(self._ask)
        self._known = await asyncio.shield(self._asking)
        return self._known[0]

    def forget(self) -> None:
        """Ask again for the next call: this token was not taken."""
        self._known = ("", 0.0)


def apart(ask: Ask) -> "asyncio.Future[Token]":
    """Ask in a thread that keeps nobody waiting at the end: the SDK sets itself no limit of time."""
    answer: Future[Token] = Future()

    def work() -> None:
        try:
            answer.set_result(ask())
        except (OSError, ValueError) as error:
            answer.set_exception(error)
        finally:
            if not answer.done():
                answer.set_exception(ValueError("no token"))

    Thread(target=work, name="entra", daemon=True).start()
    waiting = asyncio.wrap_future(answer)
    waiting.add_done_callback(lambda done: done.cancelled() or done.exception())
    return waiting


def entra(client_id: str, client_secret: str, tenant: str) -> Entra:
    """The token of an app of one tenant, by the SDK's own means."""

    def ask() -> Token:
        from microsoft_teams.api.auth.credentials import ClientCredentials
        from microsoft_teams.apps.token_manager import TokenManager

        credentials = ClientCredentials(client_id=client_id, client_secret=client_secret, tenant_id=tenant)
        token = asyncio.run(TokenManager(credentials).get_bot_token())
        if token is None:
            raise ValueError("no token")
        return str(token), (token.expiration or 0) / 1000

    return Entra(ask)
