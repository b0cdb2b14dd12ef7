"""`/ilt channels`: each team with its channel, in words, and what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.channels.naming import named_too
from bot.messages.channels.telling import USE_ANOTHER, choices
from bot.messages.dates import day, number_of
from bot.messages.home import HomeShare, Rank, Section, Waiting
from bot.messages.reaching import TITLE, OutOfReach
from bot.messages.reaching import parts as out_of_reach
from bot.messages.vocabulary import (
    Button,
    Context,
    Divider,
    Heading,
    Message,
    Part,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.channels import ChannelHealth, ChannelState, Wrong

MOST = 12
SEE = Button("See the channels", "channels")
CHANGE = Button("Change a channel", "map-channel")
WRONG = {
    Wrong.UNMAPPED: "no channel that I can find",
    Wrong.ARCHIVED: "archived",
    Wrong.REMOVED: "I am not in it",
    Wrong.GONE: "I cannot find it any more",
    Wrong.EXTERNAL: "shared with people outside your school",
    Wrong.CLOSED: "I am not allowed to post there",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One audience's channel: whose it is, who gets its posts when it cannot, and how it is today.

    `platforms` are those the school is on.
    """

    place: str
    health: ChannelHealth
    standing: ChannelState
    since: date
    reader: str | None
    platforms: tuple[str, ...] = ()

    @property
    def needs_somebody(self) -> bool:
        """Whether somebody has to choose."""
        return self.health.is_broken and not self.health.lead_instead


@dataclass(frozen=True, slots=True)
class Overview:
    """Every channel, and the people who cannot be written to."""

    channels: Sequence[Listed]
    people: Sequence[OutOfReach] = ()


def listing(overview: Overview) -> Message:
    """Every channel: those that need somebody first, each with its buttons; then people out of reach."""
    found = overview.channels
    wrong = [one for one in found if one.needs_somebody]
    summary = (
        f"{number_of(len(wrong), 'channel needs', 'channels need')} you." if wrong else "Nothing needs you."
    )
    parts: list[Part] = [Heading("Channels"), paragraph(summary)]
    for one in wrong[:MOST]:
        parts += [paragraph(bold(f"{one.place}:"), f" {in_words(one)}"), buttons(*choices(one.health))]
    if len(wrong) > MOST:
        parts.append(context(f"And {len(wrong) - MOST} more. They are shown when these are mended."))
    if wrong:
        parts.append(Divider())
    well = [one for one in found if not one.needs_somebody]
    parts += [bullets(*(line(one) for one in well))] if well else []
    parts += [buttons(CHANGE), about()]
    if overview.people:
        parts += [Heading(TITLE), *out_of_reach(overview.people)]
    return Message(summary, tuple(parts))


def about() -> Context:
    return context(
        "I look at every channel each day, and when one changes. I never join a channel by myself."
    )


def line(one: Listed) -> Text:
    return text(bold(f"{one.place}:"), f" {in_words(one)}")


def in_words(one: Listed) -> str:
    """How it is: "#grade-2, archived since Mon, Oct 19. Posts go to Jay Ivy.\""""
    health = one.health
    reader = one.reader or "nobody yet"
    name = named_too(health.name, health.platform, one.platforms)
    if health.lead_instead:
        return f"posts go to {reader}, as somebody chose."
    if health.is_broken and health.wrong is not None:
        named = f"{name}, " if health.name else ""
        return f"{named}{WRONG[health.wrong]}, since {day(one.since)}. Posts go to {reader}."
    if not health.name:
        return f"no channel. Posts go to {reader}."
    outside = "; people outside your school read it, so only open posts go there" if health.is_shared else ""
    if one.standing is ChannelState.UNVERIFIED:
        return f"{name}, not looked at since {day(one.since)}{outside}."
    if one.standing is ChannelState.REMAPPED:
        return f"{name}, new since {day(one.since)}{outside}."
    return f"{name}, works{outside}."


WAITING = 3
"""So many channels that need somebody have a line each among what waits; the others are listed below."""


def home(found: Sequence[Listed]) -> HomeShare:
    """What waits on the Home of who looks after the bot; nothing when every channel works."""
    wrong = [one for one in found if one.needs_somebody]
    if not wrong:
        return HomeShare()
    waiting = tuple(
        Waiting(line(one), (Button(USE_ANOTHER, "map-channel", {"audience": one.health.audience}), SEE))
        for one in wrong[:WAITING]
    )
    also = [line(one) for one in wrong[WAITING:]]
    section = Section(Rank.AMISS, "Channels", (bullets(*also), buttons(SEE)))
    return HomeShare(waiting, (section,) if also else ())
