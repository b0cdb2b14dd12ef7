"""What is said when a meeting role is swapped, offered or taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.messages import dates
from bot.messages.forms import ChoiceField, Form, Option
from bot.messages.meetings.agenda import ROLE_CARDS, ROLE_NAMES
from bot.messages.roles.page import ROLES, answers, offers, values_of
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph
from bot.model.rotation import MeetingRole


@dataclass(frozen=True)
class Swapping:
    """With whom a role can be swapped, and what they do at that meeting, if anything."""

    day: date
    on: date
    role: MeetingRole
    people: Sequence[tuple[str, str, MeetingRole | None]]


@dataclass(frozen=True)
class Became:
    """What became of a role: `waits` while the other has not answered; `given` is what is had in turn."""

    on: date
    role: MeetingRole
    other: str = ""
    mine: bool = False
    waits: bool = False
    given: MeetingRole | None = None


@dataclass(frozen=True)
class Notice:
    """What an administrator reads before leading more meetings than the ILT wants them to."""

    day: date
    role: MeetingRole
    led: tuple[int, int]
    cap: int
    verb: str


def name_of(role: MeetingRole) -> str:
    return ROLE_NAMES[role].lower()


def form(swapping: Swapping, given: Mapping[str, Any]) -> Form:
    options = tuple(Option(person, _with(name, role)) for person, name, role in swapping.people)
    asked = f"Who could be the {name_of(swapping.role)} on {dates.day(swapping.on)}?"
    told = context("They are asked privately. If they have a role that day, you trade.")
    pieces = (ChoiceField("person", asked, options), told)
    return Form("Swap a role", "Ask", pieces, carries=values_of(swapping.day, swapping.role))


def _with(name: str, role: MeetingRole | None) -> str:
    return f"{name} ({ROLE_NAMES[role]})"[:75] if role else name[:75]


def asked(day: date, on: date, role: MeetingRole, by: str, mine: MeetingRole | None) -> Message:
    """To who is asked to take a role."""
    trade = f" {by} would be the {name_of(mine)} in your place." if mine else ""
    said = f"{by} asks: could you be the {name_of(role)} on {dates.day(on)}?"
    return Message(
        "Somebody asks to swap a meeting role.",
        (
            paragraph(bold(said), trade),
            paragraph(ROLE_CARDS[role]),
            buttons(*answers(values_of(day, role))),
            context("No reason is needed either way."),
        ),
    )


def offered(day: date, on: date, role: MeetingRole, by: str) -> Message:
    """To who has a role that somebody would like to have."""
    said = f"{by} would like to be the {name_of(role)} on {dates.day(on)} in your place."
    return Message(
        "Somebody offers to take your meeting role.",
        (
            paragraph(bold(said)),
            buttons(*offers(values_of(day, role))),
            context("It is yours until you say so."),
        ),
    )


def became(result: Became | Notice) -> Message:
    """The answer to who pressed."""
    if isinstance(result, Notice):
        return _notice(result)
    day, name = dates.day(result.on), name_of(result.role)
    if result.waits:
        said = (
            f"{result.other} is asked about the {name} role on {day}. It stays as it is until they say yes."
        )
    elif result.mine:
        rest = f" {result.other} is the {name_of(result.given)} now." if result.given else ""
        said = f"You are the {name} on {day}. Thank you!{rest}"
    else:
        rest = f" You are the {name_of(result.given)} now." if result.given else ""
        said = f"{result.other} is the {name} on {day} now.{rest}"
    return Message(said, (paragraph(said), buttons(ROLES)))


def stays(result: Became) -> Message:
    """The answer to who said not this time."""
    said = f"All right. {result.other} is told, and the {name_of(result.role)} role stays as it is."
    return Message(said, (paragraph(said),))


def not_this_time(day: date, on: date, role: MeetingRole, by: str, *, keeps: bool) -> Message:
    """To who asked: the other said no."""
    if keeps:
        said = f"{by} keeps the {name_of(role)} role on {dates.day(on)}. Thank you for the offer."
        return Message(said, (paragraph(said),))
    said = f"{by} cannot take the {name_of(role)} role on {dates.day(on)} this time."
    again = Button("Ask somebody else", "swap-role", values_of(day, role))
    out = Button(f"I can't be the {name_of(role)}", "hand-over", values_of(day, role))
    return Message(said, (paragraph(said), buttons(again, out)))


def _notice(notice: Notice) -> Message:
    led, of = notice.led
    said = (
        f"Administrators facilitated {led} of {dates.number_of(of, 'meeting')} this half year. "
        f"Your school wants {notice.cap}% at most. You can still do it."
    )
    yes = Button(
        "I'll facilitate all the same", notice.verb, values_of(notice.day, notice.role) | {"sure": "yes"}
    )
    return Message("One thing before you take it.", (paragraph(said), buttons(yes)))
