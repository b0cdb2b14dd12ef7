"""The hard issue a team steps around: asked about once a month, at the top of the call for items."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages import dates
from bot.messages.forms import Form, TextField
from bot.messages.vocabulary import Button, Message, Paragraph, Part, bold, buttons, context, paragraph
from bot.model.agenda_items import AgendaItem

WHY = 300
ASKED = "Is there a hard issue we are stepping around?"


@dataclass(frozen=True, slots=True)
class HardIssue:
    """An issue, the day it was first raised, and for how many weeks nobody has touched it."""

    id: str
    title: str
    raised_on: date
    weeks: int


@dataclass(frozen=True, slots=True)
class Dealt:
    """What became of it; `day` is the meeting it is on."""

    title: str
    day: date | None = None
    is_closed: bool = False


def asked(oldest: HardIssue | None) -> Iterator[Part]:
    """The question, and the oldest issue that nobody has touched."""
    if oldest is None:
        yield paragraph(bold(ASKED), " Add it, and tick “hard issue” under “Say more about it”.")
        return
    weeks = dates.number_of(oldest.weeks, "week")
    since = f", first raised {dates.day(oldest.raised_on)}, untouched for {weeks}."
    yield paragraph(bold(ASKED), " This one waits longest: ", bold(f"“{oldest.title}”"), since)
    values = {"item": oldest.id}
    yield buttons(
        Button("Add it", "add-hard", values),
        Button("Park it", "park-hard", values),
        Button("Close it", "close-hard", values),
    )


def park(item: AgendaItem, given: Mapping[str, object]) -> Form:
    told = context("It is off the agenda. In a month the call for items asks about it again.")
    return Form("Park a hard issue", "Park it", (_title(item), _why("Why not now?"), told))


def close(item: AgendaItem, given: Mapping[str, object]) -> Form:
    told = context("Then nobody is asked about it again.")
    return Form("Close a hard issue", "Close it", (_title(item), _why("Why is it settled?"), told))


def _title(item: AgendaItem) -> Paragraph:
    return paragraph(bold(item.title))


def _why(label: str) -> TextField:
    return TextField("why", label, max_length=WHY, hint="The practice, not a person. The ILT reads this.")


def dealt(done: Dealt) -> Message:
    if done.day:
        words = f"“{done.title}” is on the agenda for {dates.day(done.day)}. Thank you for taking it up."
    elif done.is_closed:
        words = f"“{done.title}” is closed, with your reason."
    else:
        words = f"“{done.title}” is parked, with your reason. In a month I ask about it again."
    return Message(words, (paragraph(words),))


def said(title: str, why: str, *, is_closed: bool) -> Message:
    """To the ILT, in the thread of the call: what became of it, and why."""
    words = f"“{title}” is closed." if is_closed else f"“{title}” is parked."
    return Message(words, (paragraph(bold(words), f" {why}"),))
