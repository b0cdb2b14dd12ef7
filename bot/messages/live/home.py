"""What Home and `/ilt agenda` say of the meeting that runs, of how meetings went, and of the parking lot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages import dates
from bot.messages.home import HomeShare, Rank, Section, Waiting
from bot.messages.live import words
from bot.messages.vocabulary import Button, Part, bold, buttons, context, paragraph, text
from bot.model.live_room import Room
from bot.model.parking import Lot
from bot.model.punctuality import Punctuality

LOT = Button("Parking lot", "parking-lot")


@dataclass(frozen=True)
class Shown:
    """What somebody of the ILT sees; `room` is the meeting that runs, which they may lead, `begins` the day
    of one that they can start now."""

    room: Room | None
    leads: bool
    begins: date | None
    punctual: Punctuality
    lot: Lot


def home(shown: Shown) -> HomeShare:
    parts = lines(shown)
    section = (Section(Rank.DATES, "How our meetings go", tuple(parts)),) if parts else ()
    return HomeShare(_waiting(shown), section)


def beside(shown: Shown) -> tuple[Part, ...]:
    """What stands under an agenda: the item at hand with its buttons, and the same figures."""
    now: tuple[Part, ...] = ()
    if shown.room is not None:
        line, pressable = _now(shown.room)
        now = (paragraph(bold(line)), *((buttons(*pressable),) if shown.leads else ()))
    return (*now, *lines(shown))


def lines(shown: Shown) -> Sequence[Part]:
    """How meetings start and end, and what is parked; nothing while there is nothing to say."""
    found: list[Part] = []
    if shown.punctual.meetings:
        found.append(paragraph(on_time(shown.punctual)))
    if shown.lot.open:
        found += [paragraph(parked(shown.lot)), buttons(LOT)]
    if shown.lot.settled_soon is not None:
        found.append(
            context(f"{shown.lot.settled_soon}% of what was parked was resolved within two meetings.")
        )
    return found


def on_time(punctual: Punctuality) -> str:
    """Of the last meetings, how many began and ended on time (R-050); never who."""
    ended = f", ended on time: {punctual.ended} of {punctual.with_end}" if punctual.with_end else ""
    return f"Started on time: {punctual.started} of {punctual.meetings}{ended} (within two minutes)."


def parked(lot: Lot) -> str:
    oldest = dates.days(lot.oldest)
    return f"{dates.number_of(len(lot.open), 'thing')} in the parking lot, the oldest for {oldest}."


def _waiting(shown: Shown) -> tuple[Waiting, ...]:
    if shown.begins is not None:
        start = words.start_button(shown.begins.isoformat())
        return (Waiting(text("The meeting is about to begin. Press Start when you do."), (start,)),)
    if shown.room is None or not shown.leads:
        return ()
    line, pressable = _now(shown.room)
    return (Waiting(text(line), pressable),)


def _now(room: Room) -> tuple[str, tuple[Button, ...]]:
    """What is at hand, and what whoever leads the meeting can press."""
    run, line = room.run, room.run.line
    if line is None:
        return "The meeting runs: its agenda is through.", (words.end_button(run),)
    full_at = run.full_at()
    until = f", until {words.clock(full_at, room)}" if full_at else ""
    now = f"The meeting runs: {words.numbered(line, room)}{until}."
    return now, (words.next_button(run, line), words.end_button(run))
