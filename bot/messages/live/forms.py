"""The forms of a running meeting: parking, a small group, something new, and the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.messages import dates
from bot.messages.forms import ChoiceField, DateField, Form, NumberField, Option, Piece, TextField
from bot.messages.live import words
from bot.messages.meetings.agenda import OUTCOME_NAMES
from bot.messages.vocabulary import bold, context, paragraph
from bot.model.agenda_items import Outcome
from bot.model.live import USUALLY, Met, Result, RunLine
from bot.model.live_room import Room

TITLE, GROUP = 150, 200
SHORTEST, LONGEST = 2, 30
PARKING_LOT = "parking"
SAID_AT_END = (Result.DECIDED, Result.NEXT_STEP, Result.LEARNED, Result.INFORMED, Result.CARRIED)
Values = Mapping[str, Any]


@dataclass(frozen=True)
class AtHand:
    """The line a form is about, and who can look after what comes of it; `next_day` is the next meeting's."""

    room: Room
    line: RunLine
    people: Sequence[tuple[str, str]]
    next_day: date | None = None


@dataclass(frozen=True)
class Adding:
    """Where something new can go; `may_displace` is for who leads the meeting."""

    room: Room
    may_displace: bool
    losers: tuple[RunLine, ...] = ()


def park(at: AtHand, given: Values) -> Form:
    is_item = at.line.item is not None
    whole = "Leave it empty to park the whole item." if is_item else "A standing item comes back by itself."
    pieces: tuple[Piece, ...] = (
        TextField(
            "point",
            "Which question do you park?",
            max_length=TITLE,
            initial=str(given.get("point", "")),
            optional=is_item,
            hint=whole,
        ),
        _owner(at, given),
        context(_comes_back(at.next_day)),
    )
    return Form("Park it", "Park", pieces, carries=_carried(at))


def group(at: AtHand, given: Values) -> Form:
    pieces: tuple[Piece, ...] = (
        TextField(
            "group",
            "Who is in the group?",
            max_length=GROUP,
            initial=str(given.get("group", "")),
            optional=True,
        ),
        _owner(at, given),
        DateField("due_on", "By when?", initial=at.next_day),
        context("It is on the agenda of the first meeting from that day on."),
    )
    return Form("Give it to a group", "Give", pieces, carries=_carried(at))


def _owner(at: AtHand, given: Values) -> ChoiceField:
    options = tuple(Option(person, name[:75]) for person, name in at.people)
    return ChoiceField("owner", "Who looks after it?", options, initial=given.get("owner"))


def _comes_back(day: date | None) -> str:
    when = f" on {dates.day(day)}" if day else ""
    return f"It waits in the parking lot and is on the next agenda{when}."


def _carried(at: AtHand) -> dict[str, str]:
    return words.values(at.room.run, at.line)


def add(adding: Adding, given: Values) -> Form:
    """What is new goes to the parking lot, unless the facilitator says which item loses minutes (R-056)."""
    title = TextField("title", "What is it about?", max_length=TITLE, initial=str(given.get("title", "")))
    carries = words.values(adding.room.run)
    if not adding.may_displace:
        note = (
            "It goes to the parking lot, and is on the next agenda. The facilitator can make room for it now."
        )
        return Form("Add something", "Add", (title, context(note)), carries=carries)
    options = (Option(PARKING_LOT, "None: put it in the parking lot"), *_losers(adding))
    pieces: tuple[Piece, ...] = (
        title,
        NumberField("minutes", "How many minutes?", SHORTEST, LONGEST, initial=5),
        ChoiceField("loses", "Which item loses these minutes?", options, initial=PARKING_LOT),
        ChoiceField(
            "outcome",
            "What should we do with it?",
            tuple(Option(one.value, OUTCOME_NAMES[one]) for one in Outcome),
            initial=Outcome.DISCUSS.value,
        ),
    )
    return Form("Add something", "Add", pieces, carries=carries)


def _losers(adding: Adding) -> tuple[Option, ...]:
    room = adding.room
    return tuple(
        Option(str(line.number), f"{words.numbered(line, room)} ({words.minutes(line.minutes)})"[:75])
        for line in adding.losers
    )


def end(room: Room, given: Values) -> Form:
    """What was met, and what became of each item, with what is known already."""
    objectives = [
        ChoiceField(
            f"objectives.{place}",
            f"We will have {objective}"[:75],
            tuple(Option(one.value, words.MET[one]) for one in Met),
            initial=Met.MET.value,
            style="buttons",
        )
        for place, objective in enumerate(room.meeting.objectives)
    ]
    results = [_result(line, room) for line in room.run.lines if not line.is_frame]
    note = "What comes back is on the next agenda. The times are posted in the thread."
    head = paragraph(bold("What became of each item? "), "What is not right you can change.")
    pieces: tuple[Piece, ...] = (*objectives, head, *results, context(note))
    return Form("End the meeting", "End", pieces, carries=words.values(room.run))


def _result(line: RunLine, room: Room) -> ChoiceField:
    known = line.result or (USUALLY[line.aim] if line.was_reached else Result.CARRIED)
    offered = SAID_AT_END if known in SAID_AT_END else (known, *SAID_AT_END)
    options = tuple(Option(one.value, words.RESULTS[one]) for one in offered)
    return ChoiceField(
        f"outcomes.{line.number}", words.numbered(line, room)[:75], options, initial=known.value
    )
