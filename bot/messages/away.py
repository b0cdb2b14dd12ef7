"""Being away, in words. There is never a reason in them."""

from datetime import date
from typing import Protocol

from bot.messages.dates import day
from bot.messages.home import HomeShare, Waiting
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph, text
from bot.model.everybody import Roster
from bot.model.people import Person


class Said(Protocol):
    @property
    def first(self) -> date | None: ...
    @property
    def last(self) -> date | None: ...
    @property
    def back_on(self) -> date | None: ...


BACK = Button("I am back", "back")
OTHERS = "Others read “away until” with the date, and nothing else. Nobody is asked for a reason."


def answered(said: Said) -> Message:
    """How it stands now."""
    if said.first is None or said.last is None:
        return here()
    until = f"You are away {spoken(said)}."
    back = f" On {day(said.back_on)} you get what waited, in one message." if said.back_on else ""
    return Message(
        until,
        (
            paragraph(bold(until), f" Until then I do not write to you.{back}"),
            paragraph(
                "Your roles at meetings went to the next in turn, and so does what would wait for you."
            ),
            buttons(BACK),
            context(OTHERS),
        ),
    )


def here() -> Message:
    said = "You are here: messages reach you as usual."
    return Message(
        said,
        (
            paragraph(said),
            buttons(
                Button("Away today", "away", {"when": "today"}),
                Button("Away until Friday", "away", {"when": "until friday"}),
                Button("Away 5 days", "away", {"when": "5 days"}),
            ),
            context("Or type it: /ilt away 3 days, /ilt away 2026-11-30 to 2026-12-02. ", OTHERS),
        ),
    )


def spoken(said: Said) -> str:
    """ "until Fri, Oct 23", "on Fri, Oct 23" or "from Mon, Nov 30 to Wed, Dec 2"."""
    if said.first is None or said.last is None:
        return ""
    if said.first == said.last:
        return f"on {day(said.first)}"
    return f"from {day(said.first)} to {day(said.last)}"


def until(name: str, last: date) -> str:
    """How others read it: "Oli Nettle (away until Fri, Oct 23)"."""
    return f"{name} (away until {day(last)})"


def named(person: Person, roster: Roster, on: date | None = None) -> str:
    """Somebody's name, with until when they are away if they are: now, or on that day."""
    absence = roster.absences.get(person.id)
    if absence is None or not (absence.begun or (on and roster.is_away_on(person.id, on))):
        return person.name
    return until(person.name, absence.last)


def share(said: Said) -> HomeShare:
    return HomeShare(waiting=(Waiting(text(f"You are away {spoken(said)}."), (BACK,)),))
