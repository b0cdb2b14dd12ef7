"""The channels the bot speaks in: which one is whose, and whether it can be spoken in now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.ids import new_id
from bot.model.people import Person, Role

UNVERIFIED_AFTER = timedelta(hours=24)


class ChannelState(StrEnum):
    """`healthy` -> `broken` -> `remapped` -> `healthy`; `unverified`: healthy, not seen for a day."""

    HEALTHY = "healthy"
    UNVERIFIED = "unverified"
    BROKEN = "broken"
    REMAPPED = "remapped"


class Wrong(StrEnum):
    """Why a channel cannot be spoken in."""

    UNMAPPED = "unmapped"
    ARCHIVED = "archived"
    REMOVED = "removed"
    GONE = "gone"
    EXTERNAL = "external"
    CLOSED = "closed"


CODES = {
    Wrong.UNMAPPED: "no_channel",
    Wrong.ARCHIVED: "is_archived",
    Wrong.REMOVED: "not_in_channel",
    Wrong.GONE: "channel_not_found",
    Wrong.EXTERNAL: "external",
    Wrong.CLOSED: "restricted_action",
}
"""Each as a letter's trouble says it."""

MEANINGS = {
    "channel_is_archived": Wrong.ARCHIVED,
    "MessageWritesBlocked": Wrong.ARCHIVED,
    "BotNotInConversationRoster": Wrong.REMOVED,
    "ConversationNotFound": Wrong.GONE,
    "ForbiddenOperationException": Wrong.CLOSED,
    "BotDisabledByAdmin": Wrong.CLOSED,
    "NotEnoughPermissions": Wrong.CLOSED,
    "ConversationBlockedByUser": Wrong.CLOSED,
    **{code: wrong for wrong, code in CODES.items()},
}
"""What a platform's own word for a no says of the channel.

https://docs.slack.dev/reference/methods/chat.postMessage (errors),
https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
"""

BY_CHOICE = "by_choice"
"""The trouble of a letter that goes to the lead because somebody wanted it so."""


def wrong_of(code: str) -> Wrong | None:
    """What a platform's refusal says of the channel; None when it says nothing lasting."""
    return Wrong.CLOSED if code.startswith(CODES[Wrong.CLOSED]) else MEANINGS.get(code)


def admin_of(roster: Roster) -> Person | None:
    """Who hears of trouble with channels: the bot admin, else the deputy, else the school leader."""
    return roster.first_of(Role.BOT_ADMIN, Role.DEPUTY, Role.SCHOOL_LEADER)


def team_of(audience: Audience) -> str | None:
    """The key of the team whose channel this is; None for the school's own channels."""
    return audience.key.removeprefix("team:") if audience.key.startswith("team:") else None


def speaks_for(audience: Audience, roster: Roster) -> Person | None:
    """Who gets what could not be posted: the team's speaker; for the school's own channels who looks
    after the bot."""
    team = team_of(audience)
    return admin_of(roster) if team is None else roster.speaker_for(team)


@dataclass(frozen=True, kw_only=True)
class SeenChannel:
    """A channel as the platform shows it; `name` is empty when only its absence was noticed."""

    address: str
    name: str = ""
    is_private: bool = False
    is_archived: bool = False
    has_bot: bool = False
    is_shared: bool = False


@dataclass(eq=False, kw_only=True)
class KnownChannel:
    """A channel that the bot is in or posts to, as last seen. `is_shared`: with other organizations."""

    school: str
    platform: str
    address: str
    name: str
    is_private: bool
    is_archived: bool
    has_bot: bool
    is_shared: bool
    seen_at: datetime
    id: str = field(default_factory=new_id)

    @property
    def is_open(self) -> bool:
        """Whether the bot can post there."""
        return self.has_bot and not self.is_archived


@dataclass(eq=False, kw_only=True)
class ChannelHealth:
    """How it stands with one audience's channel.

    `name` is what the school calls it and `former` what it called it before a rename. Posts go elsewhere
    from `broken_at` on, until `mended_at`. With `lead_instead` they go to whoever speaks for the audience
    because somebody chose that. `allowed_external`: somebody confirmed that open posts may be read outside.
    """

    school: str
    platform: str
    audience: str
    since: datetime
    checked_at: datetime
    state: ChannelState = ChannelState.HEALTHY
    wrong: Wrong | None = None
    name: str = ""
    former: str = ""
    address: str = ""
    is_shared: bool = False
    allowed_external: bool = False
    lead_instead: bool = False
    broken_at: datetime | None = None
    mended_at: datetime | None = None
    id: str = field(default_factory=new_id)

    @property
    def is_broken(self) -> bool:
        return self.state is ChannelState.BROKEN

    @property
    def where(self) -> Audience:
        return Audience(self.audience)

    def standing(self, now: datetime) -> ChannelState:
        """The state, `unverified` when nobody has looked for a day."""
        if self.state is ChannelState.HEALTHY and now - self.checked_at > UNVERIFIED_AFTER:
            return ChannelState.UNVERIFIED
        return self.state

    def breaks(self, wrong: Wrong, now: datetime) -> bool:
        """It cannot be spoken in; say whether that is news."""
        if self.is_broken and self.wrong is wrong:
            return False
        if not self.is_broken:
            self.broken_at = now
        self.state, self.wrong, self.since = ChannelState.BROKEN, wrong, now
        return True

    def mends(self, now: datetime) -> bool:
        """It can be spoken in again; say whether that is news."""
        if self.state is ChannelState.HEALTHY:
            return False
        if self.is_broken:
            self.mended_at = now
        self.state, self.wrong, self.since = ChannelState.HEALTHY, None, now
        return True

    def is_mapped_to(self, channel: KnownChannel, now: datetime) -> None:
        """Somebody chose this channel. It is `healthy` once it has been looked at."""
        if not (self.is_broken or self.lead_instead):
            self.broken_at = now
        self.mended_at = now
        self.state, self.wrong, self.since = ChannelState.REMAPPED, None, now
        self.name, self.former, self.address = channel.name, "", channel.address
        self.is_shared, self.allowed_external, self.lead_instead = channel.is_shared, channel.is_shared, False

    def goes_to_the_lead(self, now: datetime) -> None:
        """Somebody chose that whoever speaks for the audience gets the posts."""
        self.lead_instead = True
        self.broken_at = self.broken_at if self.is_broken else now

    def posts_again(self, now: datetime) -> None:
        """Somebody chose that the channel gets the posts again."""
        self.lead_instead, self.mended_at = False, now
        if self.wrong is Wrong.CLOSED:
            self.mends(now)

    def may_be_read_outside(self, now: datetime) -> None:
        """Somebody confirmed that people of other organizations may read open posts."""
        self.allowed_external = True
        if self.wrong is Wrong.EXTERNAL:
            self.mends(now)

    def is_seen(self, seen: SeenChannel | None, now: datetime) -> Wrong | None:
        """Take in how the channel looks, and return what is newly wrong with it, if anything."""
        self.checked_at = now
        self.is_shared = seen.is_shared if seen else self.is_shared
        wrong = self._wrong_with(seen)
        if wrong is None:
            if self.wrong is not Wrong.CLOSED:
                self.mends(now)
            return None
        return wrong if self.breaks(wrong, now) else None

    def _wrong_with(self, seen: SeenChannel | None) -> Wrong | None:
        if seen is None:
            if not self.address:
                return Wrong.UNMAPPED
            return Wrong.REMOVED if self.wrong is Wrong.REMOVED else Wrong.GONE
        if seen.is_archived:
            return Wrong.ARCHIVED
        if not seen.has_bot:
            return Wrong.REMOVED
        return Wrong.EXTERNAL if seen.is_shared and not self.allowed_external else None

    def bars(self, *, is_private: bool) -> str | None:
        """The trouble of a letter that may not be posted here now; None when it may.

        Where people of other organizations read along, only what all staff may know is posted, and never
        what is for the ILT.
        """
        if self.lead_instead:
            return BY_CHOICE
        if self.is_broken and self.wrong is not None and self.wrong is not Wrong.CLOSED:
            return CODES[self.wrong]
        if self.is_shared and (is_private or self.where == Audience.ilt()):
            return CODES[Wrong.EXTERNAL]
        return None


@dataclass(frozen=True, slots=True)
class Placed:
    """An audience with the name of its channel, and that channel as far as it was found."""

    audience: str
    name: str
    address: str = ""
    seen: SeenChannel | None = None


def alike(name: str) -> str:
    """A channel's name as it is compared: "Grade 3" is found under "grade-3"."""
    return "-".join(name.casefold().split())


def placed(
    wanted: Mapping[str, str],
    known: Mapping[str, str],
    healths: Mapping[str, ChannelHealth],
    seen: Sequence[SeenChannel],
) -> list[Placed]:
    """Find the channel of each audience: the one it has, whatever that is called by now; else by its name.

    `wanted` is the name and `known` the address of each audience's channel. A channel that takes over the
    name of one that is there already is not taken for it (R-289): only another wish of the school's
    makes a name be looked up again.
    """
    by_address = {one.address: one for one in seen}
    by_name = {alike(one.name): one for one in sorted(seen, key=lambda one: not one.is_archived) if one.name}
    found: list[Placed] = []
    for audience, name in wanted.items():
        address, health = known.get(audience, ""), healths.get(audience)
        is_same_wish = name in (health.name, health.former) if health else address in by_address
        if address and is_same_wish:
            found.append(Placed(audience, name, address, by_address.get(address)))
        elif named := by_name.get(alike(name)):
            found.append(Placed(audience, name, named.address, named))
        else:
            found.append(Placed(audience, name, address, by_address.get(address)))
    return found
