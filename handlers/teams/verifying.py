"""Whether an activity is from Teams: its token is checked against Microsoft's keys, always.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import asyncio
from collections.abc import Callable
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from microsoft_teams.api.auth.cloud_environment import CloudEnvironment
    from microsoft_teams.apps.auth.token_validator import TokenValidator

TEAMS = "msteams"
BEARER = "bearer "
STRANGE = 2
"""Tokens with a key nobody has seen that are checked at a time: whoever makes keys up delays no one else."""

Vouching = Callable[[str], bool]
"""Says of a service URL whether the activity may name it."""


class Unsigned(Exception):
    """There is no token, or it is not one that Teams signed for this bot."""


class NoKeys(Exception):
    """Microsoft's keys could not be fetched."""


class Verifier(Protocol):
    """Checks the `Authorization` header of an activity. `is_open`: nothing is checked, for development."""

    is_open: bool

    async def vouching(self, authorization: str) -> Vouching:
        """Which service URLs an activity with this header may name; raises Unsigned or NoKeys."""
        ...


class Signed:
    """Checks tokens that the Bot Framework signs for one bot.

    `cloud` is another than Microsoft's public one; `trusts` says of which addresses the connector may be.
    """

    is_open = False

    def __init__(
        self,
        client_id: str,
        *,
        cloud: "CloudEnvironment | None" = None,
        trusts: Callable[[str], bool] | None = None,
    ) -> None:
        self._client_id = client_id
        self._cloud = cloud
        self._trusts = trusts or is_teams
        self._validator: TokenValidator | None = None
        self._known_keys: set[str] = set()
        self._strange = asyncio.Semaphore(STRANGE)

    async def vouching(self, authorization: str) -> Vouching:
        """The token names the one service URL; what it does not name is not answered to."""
        if not authorization.lower().startswith(BEARER):
            raise Unsigned
        claims = await self._checked(authorization[len(BEARER) :].strip())
        named = str(claims.get("serviceurl") or "").rstrip("/")
        return lambda url: bool(named) and url.rstrip("/") == named and self._trusts(url)

    async def _checked(self, token: str) -> dict[str, Any]:
        """Only a key that was never seen makes the SDK fetch keys; such tokens wait for one another."""
        key = key_named_in(token)
        if key in self._known_keys:
            return await asyncio.to_thread(self._claims, token)
        async with self._strange:
            claims = await asyncio.to_thread(self._claims, token)
        self._known_keys.add(key)
        return claims

    def _claims(self, token: str) -> dict[str, Any]:
        """Runs in a thread: the SDK fetches keys with a call that blocks; not all that ails it is named."""
        import jwt

        validator = self._loaded()
        try:
            return asyncio.run(validator.validate_token(token))
        except jwt.PyJWKClientConnectionError as error:
            raise NoKeys from error
        except jwt.PyJWTError as error:
            raise Unsigned from error
        except (OSError, ValueError) as error:
            raise NoKeys from error

    def _loaded(self) -> "TokenValidator":
        """For the Bot Framework's tokens alone: those of Entra name no service URL, and whose keys are
        fetched for them is up to whoever wrote them."""
        if self._validator is None:
            from microsoft_teams.apps.auth.token_validator import TokenValidator

            self._validator = TokenValidator.for_service(self._client_id, cloud=self._cloud)
        return self._validator


def key_named_in(token: str) -> str:
    """The id of the key that a token says it is signed with; raises Unsigned."""
    import jwt

    try:
        return str(jwt.get_unverified_header(token).get("kid") or "")
    except (jwt.PyJWTError, UnicodeError) as error:
        raise Unsigned from error


class Unchecked:
    """Checks nothing: for development, on a machine that nobody else reaches."""

    is_open = True

    async def vouching(self, authorization: str) -> Vouching:
        return is_loopback


def is_teams(url: str) -> bool:
    """Whether this is Teams' connector, in any of Microsoft's clouds.

    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    known = host == "smba.trafficmanager.net" or (
        host.startswith("smba.") and host.endswith((".teams.microsoft.com", ".teams.microsoft.us"))
    )
    return parts.scheme == "https" and known


def is_loopback(url: str) -> bool:
    """Whether this address is on the same machine."""
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
