"""The form that gives a team another channel, and what is said when something was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.messages.channels.naming import hash_name, named_too
from bot.messages.delivery import said
from bot.messages.forms import CheckField, ChoiceField, Form, Option, Piece
from bot.messages.vocabulary import Buttons, Message, context, paragraph
from bot.model.channels import ChannelHealth, KnownChannel

MOST = 100
INVITE = "/invite @ILT Bot"
NOT_LISTED = {
    "slack": f"Not in the list? Type {INVITE} in the channel, then open this again.",
    "teams": "Not in the list? Add ILT Bot to its team in Teams, then open this again.",
}
OPEN_ONLY = "I know, and only open posts may go there"


@dataclass(frozen=True, slots=True)
class Choosing:
    """The audiences to choose from (key and name), the one chosen already, and the channels for it, of every
    platform the school is on."""

    audiences: Sequence[tuple[str, str]]
    chosen: str | None
    channels: Sequence[KnownChannel]
    platforms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen for an audience: the place in words, its channel, who gets its posts otherwise."""

    place: str
    health: ChannelHealth
    reader: str | None


def choose(choosing: Choosing, given: Mapping[str, Any]) -> Form:
    """Choose a channel that the bot is in; one that outsiders read is confirmed."""
    pieces: list[Piece] = []
    names = dict(choosing.audiences)
    if choosing.chosen in names and len(choosing.audiences) == 1:
        pieces.append(paragraph(f"Posts for {names[choosing.chosen]} will go to the channel you choose."))
    else:
        options = tuple(Option(key, name) for key, name in choosing.audiences[:MOST])
        pieces.append(
            ChoiceField("audience", "Whose channel?", options, initial=choosing.chosen, refresh=True)
        )
    if choosing.channels:
        pieces += _channels(choosing, str(given.get("address") or ""))
    else:
        pieces.append(paragraph("I am in no channel that I could use."))
    pieces += [context(NOT_LISTED[one]) for one in choosing.platforms if one in NOT_LISTED]
    return Form("Choose a channel", "Use it", tuple(pieces))


def _channels(choosing: Choosing, chosen: str) -> list[Piece]:
    options = tuple(
        Option(one.address, named_too(one.name, one.platform, choosing.platforms))
        for one in choosing.channels[:MOST]
    )
    known = {option.value for option in options}
    found: list[Piece] = [
        ChoiceField(
            "address", "Which channel?", options, initial=chosen if chosen in known else None, refresh=True
        )
    ]
    if any(one.address == chosen and one.is_shared for one in choosing.channels):
        found += [
            paragraph("People outside your school can read this channel."),
            CheckField("open_only", "Is that right?", OPEN_ONLY),
        ]
    return found


def mapped(done: Chosen) -> Message:
    line = f"Posts for {done.place} go to {hash_name(done.health)} from now on."
    if done.health.is_shared:
        line += " People outside your school read it, so only open posts go there."
    return Message(
        line, (paragraph(line), context("What it missed in the last five school days comes there once."))
    )


def to_the_lead(done: Chosen) -> Message:
    line = (
        f"Posts for {done.place} go to {done.reader or 'nobody yet'} from now on. The channel gets nothing."
    )
    return Message(line, (paragraph(line), context("You can change this in /ilt channels.")))


def again(done: Chosen) -> Message:
    return Message(f"Posts for {done.place} go to {hash_name(done.health)} again.")


def allowed(done: Chosen) -> Message:
    line = f"Open posts for {done.place} go to {hash_name(done.health)} from now on."
    return Message(line, (paragraph(line), context(f"All else goes to {done.reader or 'nobody yet'}.")))


def how_to_invite(done: Chosen) -> Message:
    """How the bot comes back: somebody invites it; it does nothing by itself."""
    line = f"Type {INVITE} in {hash_name(done.health)}. Anyone in that channel can do it."
    if done.health.platform == "teams":
        where = f"Open the team of {hash_name(done.health)} in Teams"
        line = f"{where}, choose Manage team, then Apps, and add ILT Bot. An owner of the team can do it."
    return Message(line, (paragraph(line), context("Posts go there again as soon as I am in it.")))


def to_post(message: Message) -> Message:
    """The words of a letter, to be copied; its buttons work only where the bot itself posts them."""
    line = "Please copy this into your team's channel:"
    words = tuple(part for part in said(message) if not isinstance(part, Buttons))
    return Message(line, (paragraph(line), *words))
