"""The chat platforms a school may be on, and on which of them somebody is spoken to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.model.audiences import Audience
from bot.model.people import in_words

NAMES: Mapping[str, str] = {"slack": "Slack", "teams": "Teams"}
"""Every platform's name by its key. A school that is on several is looked for in this order."""

MARKS: Mapping[str, str] = {"slack": "#"}
"""What people write before a channel's name, where they write anything."""

FIRST = "slack"
"""Where a school is taken to be that is on no platform yet."""

WORKSPACE = "workspace"
"""The audience under which a school's workspace itself is remembered."""


@dataclass(frozen=True, slots=True)
class Places:
    """The platforms a school is on, in the order of `NAMES`.

    `known` says who is reached there, by platform; it is empty where a school is on one alone, as then there
    is nothing to choose. `latest` is the platform that somebody linked on several used last, by audience key.
    """

    platforms: tuple[str, ...]
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    latest: Mapping[str, str] = field(default_factory=dict)

    @property
    def are_several(self) -> bool:
        return len(self.platforms) > 1

    def with_(self, audience: Audience) -> tuple[str, ...]:
        """The platforms on which an audience is known; the only one of a school that is on one."""
        if not self.are_several:
            return self.platforms
        return tuple(one for one in self.platforms if audience.key in self.known.get(one, ()))

    def is_elsewhere(self, audience: Audience, platform: str) -> bool:
        """Whether an audience is known on other platforms than this."""
        there = self.with_(audience) if self.are_several else ()
        return bool(there) and platform not in there

    def of(self, audience: Audience) -> str:
        """Where an audience is spoken to: where it is known; of several, where it was last, else first."""
        there = self.with_(audience)
        if len(there) > 1 and (latest := self.latest.get(audience.key)) in there:
            return str(latest)
        return (there or self.platforms)[0]


def named(platforms: Iterable[str], last: str = "or") -> str:
    """Platforms as people call them: "Slack or Teams"."""
    return in_words((NAMES.get(one, one) for one in platforms), last)
