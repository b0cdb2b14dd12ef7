"""Calls to the connector, through which a bot speaks in Teams.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference

Each is made once, with the SDK's HTTP client: nothing is sent again behind our back.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from handlers.platform.waiting import seconds_to_wait
from handlers.platform.words import Json
from handlers.teams.tokens import Entra

if TYPE_CHECKING:
    import httpx
    from microsoft_teams.common.http import Client

SECONDS = 10.0
"""For one answer of the connector's."""
LONGEST_WAIT = 30.0
TRIES = 4
PAGE = 500
"""Members asked for at once; Teams allows no more.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
"""

T = TypeVar("T")


class ConnectorTrouble(Exception):
    """A call to the connector that did not work. It holds no content."""


class Refused(ConnectorTrouble):
    """A definite no. `code` is Teams' own word for it, `wait` how many seconds it asks for."""

    def __init__(self, status: int, code: str, wait: float = 1.0) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.wait = wait

    @property
    def is_busy(self) -> bool:
        """Whether the same call may work a little later.

        https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
        """
        return self.status in (412, 429)


class Unreachable(ConnectorTrouble):
    """Nothing was sent."""


class NoAnswer(ConnectorTrouble):
    """It may have been done or not: the answer was lost, or makes no sense."""


class Connector:
    """Speaks to the connector over one HTTP client. Every call raises ConnectorTrouble.

    Without `entra` nothing is shown that proves who speaks: for a connector on this computer.
    """

    def __init__(self, entra: Entra | None = None, *, seconds: float = SECONDS) -> None:
        self._entra = entra
        self._seconds = seconds
        self._made: Client | None = None

    async def close(self) -> None:
        """Hang up."""
        if self._made is not None:
            await self._made.http.aclose()

    async def create_conversation(self, service_url: str, tenant: str, user: str) -> str:
        """Open the 1:1 chat with somebody, and return its id."""
        asked = {
            "isGroup": False,
            "members": [{"id": user}],
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        return named(await self._ask("POST", service_url, "conversations", asked))

    async def post(self, service_url: str, conversation: str, activity: Json) -> str:
        """Post to a conversation, or to a reply chain of one, and return the message's id."""
        return named(await self._ask("POST", service_url, activities(conversation), activity))

    async def update(self, service_url: str, conversation: str, message: str, activity: Json) -> None:
        """Put another message in place of one of the bot's own."""
        place = f"{activities(conversation)}/{quoted(message)}"
        await self._ask("PUT", service_url, place, activity)

    async def delete(self, service_url: str, conversation: str, message: str) -> None:
        """Take back one of the bot's own messages."""
        await self._ask("DELETE", service_url, f"{activities(conversation)}/{quoted(message)}")

    async def member(self, service_url: str, conversation: str, user: str) -> Json:
        """Who somebody in a conversation is."""
        place = f"conversations/{quoted(conversation)}/members/{quoted(user)}"
        told = await self._ask("GET", service_url, place)
        named(told)
        return told

    async def members(self, service_url: str, conversation: str) -> AsyncIterator[Json]:
        """Everybody in a conversation."""
        page = ""
        while True:
            told = await self.some_members(service_url, conversation, page)
            for member in told["members"]:
                yield member
            page = str(told.get("continuationToken") or "")
            if not page:
                return

    async def some_members(
        self, service_url: str, conversation: str, page: str = "", most: int = PAGE
    ) -> Json:
        """One page of the people in a conversation."""
        asked = {"pageSize": str(most)} | ({"continuationToken": page} if page else {})
        place = f"conversations/{quoted(conversation)}/pagedMembers"
        told = await patiently(lambda: self._ask("GET", service_url, place, asked=asked))
        return told | {"members": entries(told, "members")}

    async def team(self, service_url: str, team: str) -> Json:
        """What a team is called."""
        told = await patiently(lambda: self._ask("GET", service_url, f"teams/{quoted(team)}"))
        named(told)
        return told

    async def channels(self, service_url: str, team: str) -> list[Json]:
        """A team's channels; the first, General, has the team's id and may have no name."""
        place = f"teams/{quoted(team)}/conversations"
        told = await patiently(lambda: self._ask("GET", service_url, place))
        return entries(told, "conversations")

    async def _ask(
        self,
        method: str,
        service_url: str,
        place: str,
        body: Json | None = None,
        asked: dict[str, str] | None = None,
    ) -> Json:
        token = await self._token()
        url = f"{service_url.rstrip('/')}/v3/{place}"
        answer = await self._sent(method, url, token=token, json=body, params=asked)
        try:
            told = json.loads(answer.content or b"{}")
        except ValueError as error:
            raise NoAnswer from error
        return told if isinstance(told, dict) else {}

    async def _sent(self, method: str, url: str, **more: Any) -> "httpx.Response":
        import httpx

        try:
            async with asyncio.timeout(self._seconds):
                return await self._client().request(method, url, **more)
        except httpx.HTTPStatusError as error:
            if error.response.status_code == 401 and self._entra is not None:
                self._entra.forget()
            raise meaning(error.response) from error
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise Unreachable from error
        except (httpx.HTTPError, TimeoutError) as error:
            raise NoAnswer from error

    async def _token(self) -> str | None:
        if self._entra is None:
            return None
        try:
            async with asyncio.timeout(self._seconds):
                return await self._entra.token()
        except (OSError, TimeoutError) as error:
            raise Unreachable from error
        except ValueError as error:
            raise Refused(401, "no_token") from error

    def _client(self) -> "Client":
        """The one client for everything that goes to Teams; made once, inside the running loop."""
        if self._made is None:
            from microsoft_teams.common.http import Client, ClientOptions

            self._made = Client(ClientOptions(timeout=self._seconds))
        return self._made


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Make a call that only reads, again after as long as Teams asks for."""
    for _ in range(TRIES - 1):
        try:
            return await call()
        except Refused as no:
            if not no.is_busy:
                raise
            await asyncio.sleep(min(no.wait, LONGEST_WAIT))
    return await call()


def meaning(answer: "httpx.Response") -> Refused | NoAnswer:
    """What an answer other than yes means; after an error of its own, Teams may have done it or not."""
    if answer.status_code >= 500 and answer.status_code != 501:
        return NoAnswer()
    try:
        told = answer.json()
    except ValueError:
        told = None
    error = told.get("error", told) if isinstance(told, dict) else None
    said = error if isinstance(error, dict) else {}
    code = said.get("subCode") or said.get("code") or f"http_{answer.status_code}"
    return Refused(answer.status_code, str(code), seconds_to_wait(answer.headers.get("Retry-After", "")))


def entries(told: Json, name: str) -> list[Json]:
    """A list in an answer; one that is not there is no empty one. Raises NoAnswer."""
    found = told.get(name)
    if not isinstance(found, list):
        raise NoAnswer
    return [one for one in found if isinstance(one, dict) and one.get("id")]


def named(told: Json) -> str:
    """The id of what was made or asked for. Raises NoAnswer when Teams gives none."""
    if not told.get("id"):
        raise NoAnswer
    return str(told["id"])


def activities(conversation: str) -> str:
    return f"conversations/{quoted(conversation)}/activities"


def quoted(name: str) -> str:
    """An id as it stands in an address; those of Teams' own that hold `:`, `;` or `@` are left readable."""
    return quote(name, safe=":;=@")
