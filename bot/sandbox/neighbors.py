"""Other sites in the same browser: what they may not do to the sandbox."""

from collections.abc import Container
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp.web import Request, StreamResponse

ELSEWHERE = ("cross-site", "same-site")
"""Another site, or another port of this computer. https://www.w3.org/TR/fetch-metadata/"""


def is_own(request: Request, names: Container[str]) -> bool:
    """Whether a request is the page's own, somebody's who opens the page, or a program's.

    A name that is not this computer's may have been pointed at it by another site ("DNS rebinding"), whose
    pages then look as if they were the sandbox's own; an IP address cannot be.
    """
    host = name_in(request.host)
    if not (host == "localhost" or _is_address(host) or host in names):
        return False
    origin = request.headers.get("Origin")
    if origin and origin.partition("://")[2] != request.host:
        return False
    is_opened = request.headers.get("Sec-Fetch-Mode") == "navigate"
    return is_opened or request.headers.get("Sec-Fetch-Site") not in ELSEWHERE


def name_in(host: str) -> str:
    """The name or address in a `Host` header, without the port; empty when there is none to be found."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


async def kept_apart(_request: Request, response: StreamResponse) -> None:
    """Tell the browser to show nothing of it inside another page, and to take everything for what it is."""
    response.headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
