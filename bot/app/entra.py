"""Asking Entra for the bot's token, and what Entra's "no" means for whoever looks after the bot.

https://learn.microsoft.com/entra/identity-platform/reference-error-codes
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.errors import Problem
from bot.settings import Settings

LOGIN = "https://login.microsoftonline.com"
SCOPE = "https://api.botframework.com/.default"
PATIENCE = ClientTimeout(total=10)
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
CODE = re.compile(r"AADSTS(\d+)")
OVERVIEW = "the app registration's Overview"
SENTENCES: Mapping[str, str] = {
    "7000215": "Entra does not accept TEAMS_CLIENT_SECRET. Copy the Value of a client secret, not its Secret "
    "ID; when the value is no longer shown, make a new secret under Certificates & secrets.",
    "7000222": "TEAMS_CLIENT_SECRET has expired. Make a new secret under Certificates & secrets.",
    "700016": "Entra knows no app TEAMS_CLIENT_ID in the tenant TEAMS_TENANT_ID. Compare both with "
    f"{OVERVIEW}.",
    "90002": f"Entra knows no tenant TEAMS_TENANT_ID. Copy Directory (tenant) ID from {OVERVIEW}.",
    "900023": f"TEAMS_TENANT_ID is not a tenant's id. Copy Directory (tenant) ID from {OVERVIEW}.",
    "7000229": "The bot's app has no enterprise application in the tenant. Let an administrator of the "
    f"tenant make one: Create service principal in {OVERVIEW}.",
    "7000112": "The bot's app is switched off in Entra. Turn its enterprise application on again.",
    "53003": "A Conditional Access policy keeps the bot out. Take the bot's app out of that policy.",
}
"""What to do, by the number in Entra's answer."""


def is_guid(text: str) -> bool:
    """Whether this could be an id of Entra's."""
    return GUID.fullmatch(text) is not None


def in_words(answer: str) -> str:
    """What to do about an answer of Entra's; its own words stay out, for they name ids."""
    code = CODE.search(answer)
    if code is None:
        return "Entra does not give the bot a token, and does not say why. Try again in a few minutes."
    sentence = SENTENCES.get(
        code[1],
        "Entra does not give the bot a token. Look the code up at https://login.microsoftonline.com/error.",
    )
    return f"{sentence} ({code[0]})"


async def opened(settings: Settings, session: ClientSession, login: str = LOGIN) -> Mapping[str, str]:
    """Get a token as the bot does, throw it away, and return the answer's headers.

    Raises `Problem` with what is to be mended. No secret is in it.
    https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
    """
    asked = {
        "grant_type": "client_credentials",
        "client_id": settings.teams_client_id or "",
        "client_secret": settings.client_secret,
        "scope": SCOPE,
    }
    url = f"{login}/{settings.teams_tenant_id}/oauth2/v2.0/token"
    with reached(login):
        async with session.post(url, data=asked, timeout=PATIENCE) as response:
            if response.status == 200:
                return {name.lower(): value for name, value in response.headers.items()}
            said = await response.text()
    raise Problem(in_words(said))


@contextmanager
def reached(url: str) -> Iterator[None]:
    """Turn whatever keeps this computer from a host of Microsoft's into a `Problem` with a sentence."""
    try:
        yield
    except (ClientError, TimeoutError, OSError) as error:
        host = urlsplit(url).netloc
        raise Problem(
            f"{host} cannot be reached. Let this computer reach it over HTTPS; docs/teams.md has every host."
        ) from error
