"""People and channels that a workspace has and a school may take in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """Somebody with an account, or a channel. `title` is what their profile says they do."""

    platform: str
    address: str
    name: str
    is_channel: bool = False
    email: str | None = None
    title: str = ""
