"""What is said about the guests of a meeting (R-021)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.messages import dates
from bot.messages.forms import ChoiceField, Form, Option, Piece
from bot.messages.home import HomeShare, Waiting
from bot.messages.meetings.agenda import shown_title
from bot.messages.vocabulary import (
    Button,
    Message,
    Part,
    bold,
    bullets,
    buttons,
    context,
    italic,
    paragraph,
    text,
)
from bot.model.agenda import Line, Sheet
from bot.model.agenda_items import Provenance
from bot.model.guests import GuestKind, GuestSeat, GuestState

KINDS: Mapping[GuestKind, str] = {
    GuestKind.FAMILY: "Family member",
    GuestKind.STUDENT: "Student representative",
    GuestKind.DISTRICT: "District partner",
    GuestKind.UNION: "Union representative",
    GuestKind.SPECIAL_EDUCATION: "Special-education voice",
    GuestKind.MULTILINGUAL: "Voice for multilingual learners",
    GuestKind.OTHER: "Another voice",
}
STATES: Mapping[GuestState, str] = {
    GuestState.INVITED: "invited",
    GuestState.COMING: "coming",
    GuestState.DECLINED: "not this time",
    GuestState.WITHDRAWN: "withdrawn",
}
LABEL = 75


@dataclass(frozen=True)
class Inviting:
    """What the form offers: the items of an agenda, and the people who are not on the ILT."""

    day: date
    on: date
    items: Sequence[tuple[str, str]]
    people: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Invitation:
    """One seat, with the meeting and the line it is for; no `line` when that has left the agenda."""

    seat: GuestSeat
    sheet: Sheet
    line: Line | None
    may_withdraw: bool = False

    @property
    def who(self) -> str:
        kind = KINDS[self.seat.kind]
        return f"{kind} ({self.sheet.name(self.seat.person)})" if self.seat.person else kind


def form(inviting: Inviting, given: Mapping[str, Any]) -> Form:
    kinds = tuple(Option(kind.value, words) for kind, words in KINDS.items())
    items = tuple(Option(key, title[:LABEL]) for key, title in inviting.items)
    people = tuple(Option(key, name[:LABEL]) for key, name in inviting.people)
    wished = {one.value for one in items}
    chosen = str(given.get("item") or "")
    kind = str(given.get("kind") or "") or None
    pieces: tuple[Piece, ...] = (
        ChoiceField("kind", "Whose view do they bring?", kinds, initial=kind),
        ChoiceField("item", "For which item?", items, initial=chosen if chosen in wished else None),
        ChoiceField(
            "person",
            "Who is it?",
            people,
            optional=True,
            hint="Leave it empty for somebody without an account here, and tell them yourself.",
        ),
        context("A guest sees the published agenda and this one item. In a vote, their voice is advisory."),
    )
    carries = {"day": inviting.day.isoformat()}
    return Form("Invite a guest", "Invite", pieces, carries=carries)


def invited(result: Invitation) -> Message:
    """The answer to who invited."""
    rest = "They are asked privately." if result.seat.person else "Please tell them yourself."
    said = f"A seat is kept: {result.who}, on {dates.day(result.sheet.meeting.on)}. {rest}"
    return Message(said, (paragraph(said), buttons(_withdraw(result))))


def _withdraw(result: Invitation) -> Button:
    return Button("Take the invitation back", "withdraw-guest", {"seat": result.seat.id})


def asked(result: Invitation) -> Message:
    """To the guest."""
    sheet, line = result.sheet, result.line
    when = dates.moment(sheet.meeting.starts_at, sheet.zone)
    return Message(
        f"You are invited to the {sheet.meeting.title} on {when}.",
        (
            paragraph(bold(f"You are invited to the {sheet.meeting.title} "), f"on {when}, for one item:"),
            *(_item(line) if line else ()),
            buttons(*_answers(result.seat), Button("See the agenda", "agenda")),
            context(
                "You are there for this item. In a vote your voice is advisory. No reason is needed for a no."
            ),
        ),
    )


def _answers(seat: GuestSeat) -> tuple[Button, Button]:
    yes = Button("I'll come", "answer-guest", {"seat": seat.id, "comes": "yes"}, emphasis="primary")
    return yes, Button("Not this time", "answer-guest", {"seat": seat.id, "comes": "no"})


def _item(line: Line) -> tuple[Part, ...]:
    """The one item, as a guest may read it: staff input keeps its words to the ILT."""
    about = line.detail if line.provenance is not Provenance.INPUT else ""
    detail = (paragraph(italic(about)),) if about else ()
    minutes = dates.number_of(line.minutes, "minute")
    return (paragraph(bold(shown_title(line, False)), f" · {minutes}"), *detail)


def answered(result: Invitation) -> Message:
    """The answer to the guest."""
    day = dates.day(result.sheet.meeting.on)
    if result.seat.state is GuestState.COMING:
        said = f"Thank you. We look forward to you on {day}. If that changes, press Not this time."
        return Message(said, (paragraph(said), buttons(_answers(result.seat)[1])))
    said = f"Thank you for saying so. You are not expected on {day}."
    return Message(said, (paragraph(said),))


def told(result: Invitation) -> Message:
    """To who invited: what the guest said."""
    comes = result.seat.state is GuestState.COMING
    said = f"{result.who} {'comes' if comes else 'cannot come'} on {dates.day(result.sheet.meeting.on)}."
    again = Button("Invite somebody else", "invite-guest", {"day": result.seat.day.isoformat()})
    return Message(said, (paragraph(said), *(() if comes else (buttons(again),))))


def not_needed(result: Invitation) -> Message:
    """What becomes of an invitation that was taken back."""
    said = f"This invitation for {dates.day(result.sheet.meeting.on)} was taken back. You are not expected."
    return Message(said, (paragraph(said),))


def withdrawn(result: Invitation) -> Message:
    said = f"The seat is free again: {result.who}."
    return Message(said, (paragraph(said),))


def beside(guests: Sequence[Invitation]) -> tuple[Part, ...]:
    """What the ILT reads of guests beside an agenda."""
    if not guests:
        return ()
    lines = bullets(*(_line(one) for one in guests))
    pressable = [
        Button(f"Take back: {one.who}"[:LABEL], "withdraw-guest", {"seat": one.seat.id})
        for one in guests
        if one.may_withdraw
    ]
    return (paragraph(bold("Guests")), lines, *((buttons(*pressable[:5]),) if pressable else ()))


def _line(one: Invitation) -> str:
    item = f" for “{one.line.title}”" if one.line else ""
    state = f": {STATES[one.seat.state]}" if one.seat.person else ""
    return f"{one.who}{item}{state}"


def for_me(guests: Sequence[Invitation]) -> tuple[Part, ...]:
    """What a guest reads besides the agenda as all staff do: the one item they are invited for."""
    parts: list[Part] = []
    for one in guests:
        if one.line is not None:
            parts += [paragraph(bold("You are a guest for this item:")), *_item(one.line)]
        parts.append(buttons(*_answers(one.seat)))
    return tuple(parts)


def home(guests: Sequence[Invitation]) -> HomeShare:
    waiting = [
        Waiting(
            text(f"You are invited to the {one.sheet.meeting.title} on {dates.day(one.sheet.meeting.on)}."),
            _answers(one.seat),
        )
        for one in guests
        if one.seat.state is GuestState.INVITED
    ]
    return HomeShare(tuple(waiting))
