"""Whom a platform does not let the bot write to, for whoever looks after the bot."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages.home import HomeShare, Rank, Section
from bot.messages.vocabulary import Part, Text, bold, bullets, context, paragraph, text
from bot.model.platforms import NAMES
from bot.model.reaching import Hindrance, Unreached

MOST = 10
TITLE = "Out of reach"
SAID = "I cannot write to these people:"
ABOUT = "A name goes from here when a message arrives. Only you see this."


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """One person by name, what stands in the way, and the platform where they get their messages instead."""

    name: str
    unreached: Unreached
    instead: str | None = None


def share(people: Sequence[OutOfReach]) -> HomeShare:
    """A section with a line for each; nothing when everybody can be written to."""
    return HomeShare(sections=(Section(Rank.AMISS, TITLE, parts(people)),)) if people else HomeShare()


def parts(people: Sequence[OutOfReach]) -> tuple[Part, ...]:
    """A line for each person: who and why, and never what for."""
    lines: list[Text | str] = [line(one) for one in people[:MOST]]
    lines += [f"and {len(people) - MOST} more"] if len(people) > MOST else []
    return (paragraph(SAID), bullets(*lines), context(ABOUT))


def line(one: OutOfReach) -> Text:
    return text(bold(f"{one.name}:"), f" {in_words(one)}")


def in_words(one: OutOfReach) -> str:
    """Why, and what helps: "ILT Bot is not installed for Ben Ortiz in Teams. Ask ...\""""
    name, platform = one.name, NAMES.get(one.unreached.platform, one.unreached.platform)
    why = {
        Hindrance.NOT_INSTALLED: f"ILT Bot is not installed for {name} in {platform}. "
        f"Ask your {platform} administrator to install it for all staff.",
        Hindrance.BLOCKED: f"{name} has turned off messages from ILT Bot in {platform}. "
        "They can turn them on again in its chat.",
        Hindrance.NO_ACCOUNT: f"The account of {name} in {platform} is gone or switched off. "
        "Correct the e-mail in the roster file and take it again.",
        Hindrance.CLOSED: f"{platform} does not let ILT Bot write to {name}. "
        f"Your {platform} administrator can see why.",
    }[one.unreached.why]
    return f"{why} Messages go to {NAMES[one.instead]} instead." if one.instead else why
