"""How Teams speaks to the bot: signed activities over HTTP, and what comes back in time."""

import json

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from bot.sandbox.sender import Answer
from bot.sandbox.teams.limits import Limits
from bot.sandbox.teams.seed import App
from bot.sandbox.teams.tokens import Keys
from bot.sandbox.wire import Json


class Sender:
    """Delivers activities to the bot and brings its answers back."""

    def __init__(self, app: App, keys: Keys, limits: Limits) -> None:
        self.bot_url: str | None = None
        self.service_url = ""
        self.sent: list[Json] = []
        self._app = app
        self._keys = keys
        self._limits = limits
        self._session: ClientSession | None = None

    async def deliver(self, activity: Json | str, authorization: str | None = None) -> Answer:
        """Return the bot's answer to one activity.

        It is signed as Teams signs unless `authorization` says otherwise; "" sends no such header.
        """
        if isinstance(activity, dict):
            self.sent.append(activity)
        if authorization is None:
            authorization = f"Bearer {self._keys.sign(self._app.client_id, self.service_url)}"
        headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "Microsoft-SkypeBotApi"}
        if authorization:
            headers["Authorization"] = authorization
        body = json.dumps(activity) if isinstance(activity, dict) else activity
        try:
            return await self._post(body, headers)
        except TimeoutError:
            return Answer("timeout")
        except (ClientError, ConnectionError):
            return Answer("connection_failed")

    async def again(self) -> Answer:
        """Send the latest activity once more, as Teams does when an answer was lost."""
        return await self.deliver(self.sent[-1])

    async def close(self) -> None:
        """Hang up."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _post(self, body: str, headers: dict[str, str]) -> Answer:
        if not self.bot_url:
            return Answer("connection_failed")
        if self._session is None:
            limit = ClientTimeout(total=self._limits.answer_seconds)
            self._session = ClientSession(timeout=limit, connector=TCPConnector(force_close=True))
        async with self._session.post(self.bot_url, data=body.encode(), headers=headers) as response:
            words = await response.text()
            good = 200 <= response.status < 300
            return Answer("ok" if good else "http_error", _read(words), response.status)


def _read(words: str) -> Json | str:
    try:
        given = json.loads(words or '""')
    except ValueError:
        return words
    return given if isinstance(given, dict) else words if given else ""
