"""The checklist of what an ILT needs before it meets: room, time, cover and pay; and its gaps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.messages.dates import number_of
from bot.messages.forms import Form, ManyField, Option
from bot.messages.home import Waiting
from bot.messages.vocabulary import (
    Button,
    Message,
    Part,
    Progress,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.support import COVER, FOR_ALL, PAY, ROOM, TIME

NAMES: Mapping[str, str] = {
    ROOM: "A room for the whole meeting",
    TIME: "Time in the schedule, for every member",
}
CHECKLIST = Button("Open the checklist", "set-support", emphasis="primary")
SHOWN = 8


@dataclass(frozen=True)
class Checklist:
    """What is confirmed, and of which teams (by key, with their names) somebody speaks on the ILT."""

    teams: Mapping[str, str]
    confirmed: frozenset[str]
    gaps: tuple[str, ...]
    needed: int

    def name(self, gap: str) -> str:
        """A gap in words: "Cover for the Grade 3 rep"."""
        what, _, team = gap.partition("/")
        if not team:
            return NAMES[what]
        name = self.teams[team]
        return f"Cover for the {name} rep" if what == COVER else f"Pay or time back for the {name} rep"


def form(now: Checklist, given: Mapping[str, Any]) -> Form:
    teams = tuple(Option(key, name) for key, name in now.teams.items())
    basics = tuple(Option(key, NAMES[key]) for key in FOR_ALL)
    return Form(
        "What the ILT needs",
        "Save",
        (
            ManyField(
                "basics",
                "For everybody",
                basics,
                tuple(key for key in FOR_ALL if key in now.confirmed),
                optional=True,
                style="boxes",
            ),
            *(() if not teams else (_each(COVER, "Cover in class is settled for", now, teams),)),
            *(() if not teams else (_each(PAY, "Pay or time back is settled for", now, teams),)),
            context("What is not settled stays with you as a task, and the rep is not asked to work it out."),
        ),
    )


def _each(what: str, label: str, now: Checklist, teams: tuple[Option, ...]) -> ManyField:
    chosen = tuple(key for key in now.teams if f"{what}/{key}" in now.confirmed)
    return ManyField(what, label, teams, chosen, optional=True)


def saved(now: Checklist) -> Message:
    done = now.needed - len(now.gaps)
    if not now.gaps:
        said = "Everything the ILT needs is settled. Thank you."
        return Message(said, (paragraph(bold(said)),))
    said = f"Saved. {number_of(len(now.gaps), 'thing')} still open."
    return Message(
        said,
        (
            paragraph(bold(said)),
            Progress("Settled", done, now.needed),
            bullets(*listed(now)),
            buttons(CHECKLIST),
        ),
    )


def listed(now: Checklist) -> Sequence[str]:
    lines = [now.name(gap) for gap in now.gaps]
    return [*lines[:SHOWN], f"And {len(lines) - SHOWN} more"] if len(lines) > SHOWN else lines


def gaps_open(now: Checklist) -> Message:
    """To the school leader, when the first agenda goes out."""
    said = f"The first agenda is out. Not settled for the ILT yet: {number_of(len(now.gaps), 'thing')}."
    parts: list[Part] = [paragraph(bold(said)), bullets(*listed(now)), buttons(CHECKLIST)]
    return Message(said, (*parts, context("Tick what is settled, and what is not needed here.")))


def waits(now: Checklist) -> Waiting:
    said = f"Not settled for the ILT yet: {number_of(len(now.gaps), 'thing')}."
    first = now.name(now.gaps[0])
    return Waiting(text(bold(said), f" First: {first}."), (CHECKLIST,))
