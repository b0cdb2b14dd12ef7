"""What a team lists of its channels, and the names they go by at the school.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#get-the-list-of-channels-in-a-team
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.channels import SeenChannel, alike
from handlers.platform.words import Json

GENERAL = "General"


@dataclass(frozen=True, slots=True)
class Listed:
    """A channel as its team lists it; a team's first channel has no name of its own."""

    team_id: str
    team: str
    address: str
    own: str
    kind: str = "standard"


def listed(channel: Json, team_id: str, team: str) -> Listed:
    """Read one entry of a team's list of channels."""
    own, address = str(channel.get("name") or ""), str(channel["id"])
    named = "" if address == team_id else own
    kind = channel.get("type") or channel.get("channelType") or "standard"
    return Listed(team_id, team, address, named, str(kind))


def called(channels: Sequence[Listed]) -> list[SeenChannel]:
    """The channels with the names they go by: a team's first one has the team's, and two of the same name
    have their team's before it."""
    short = [one.own or one.team for one in channels]
    often = Counter(alike(name) for name in short)
    return [
        seen_channel(one, name if often[alike(name)] == 1 else f"{one.team} / {one.own or GENERAL}")
        for one, name in zip(channels, short, strict=True)
    ]


def seen_channel(one: Listed, name: str) -> SeenChannel:
    """As the school sees it: only a team's own members read its channels, and those of other organizations
    a shared one."""
    return SeenChannel(
        address=one.address,
        name=name,
        is_private=True,
        has_bot=True,
        is_shared=one.kind == "shared",
    )
