"""A channel as people write it on its platform: "#grade-3" on Slack, "Grade 3" on Teams."""

from bot.model.channels import ChannelHealth, alike
from bot.model.platforms import MARKS, NAMES


def called(name: str, platform: str) -> str:
    return f"{MARKS.get(platform, '')}{name}"


def named_too(name: str, platform: str, platforms: tuple[str, ...]) -> str:
    """The same; at a school on several platforms with the one it is on: "#grade-3 (Slack)"."""
    said = called(name, platform)
    return f"{said} ({NAMES.get(platform, platform)})" if len(platforms) > 1 else said


def hash_name(health: ChannelHealth) -> str:
    """The channel whose health it is, or words for one without a name."""
    return called(health.name, health.platform) if health.name else "the channel"


def as_written(name: str) -> str:
    """A name of which nobody knows yet where it is: as its spelling suggests."""
    return f"#{name}" if alike(name) == name else name
