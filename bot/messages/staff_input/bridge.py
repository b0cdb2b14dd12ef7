"""The bridge: once a month, what came up from teams, what went down to them, and what waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.messages.dates import day, number_of
from bot.messages.staff_input.board import STATUSES
from bot.messages.staff_input.shown import NEEDS, TOPICS
from bot.messages.vocabulary import (
    Button,
    Chart,
    Heading,
    Message,
    Part,
    Series,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.people import in_words
from bot.model.staff_input import BoardStatus, LoopRate, Need, Topic

EXAMPLES = 2
PEOPLE = "Counted are people who gave input with a name or through their rep, from five on."


@dataclass(frozen=True)
class Open:
    """What still waits on one topic: how many inputs, and how many of them stand where."""

    topic: Topic
    count: int
    places: tuple[tuple[BoardStatus, int], ...]


@dataclass(frozen=True)
class Needed:
    """A quarter's needs: how many people named each that may be shown, the others as one number, and the
    change against the quarter before where both may be shown."""

    begins: date
    people: Mapping[Need, int]
    other: int
    change: Mapping[Need, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Bridge:
    """A month. `themes` are people by topic, from five on, `other` all else; `shares` the voices of teams
    per head, in percent, by name; `balance` how even they are, from 0 to 1."""

    month: date
    received: int
    answered: int
    open: tuple[Open, ...]
    decisions: int
    questions: int
    nameless: int = 0
    themes: Mapping[Topic, int] = field(default_factory=dict)
    other: int = 0
    examples: Mapping[Topic, tuple[str, ...]] = field(default_factory=dict)
    shares: tuple[tuple[str, int], ...] = ()
    balance: float | None = None
    quiet: tuple[str, ...] = ()
    needed: Needed | None = None
    loops: LoopRate | None = None
    down: tuple[tuple[str, int], ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.received or self.open or self.decisions or self.questions)


def for_staff(one: Bridge) -> Message:
    """What all staff read: up, down, and each open topic with where it stands."""
    title = f"Up and down since {day(one.month)}"
    parts: list[Part] = [Heading(title), bullets(*up_and_down(one)), *waiting(one.open)]
    parts.append(context("Say something: /ilt input. Every input gets a word within ten school days."))
    return Message(f"{title}: {number_of(one.received, 'input')}, {one.answered} answered", tuple(parts))


def up_and_down(one: Bridge) -> tuple[Text, ...]:
    nameless = f", and {one.nameless} without a name" if one.nameless else ""
    decided = f"{number_of(one.decisions, 'decision')} and {number_of(one.answered, 'answer')}"
    asked = f", and the ILT asked {number_of(one.questions, 'question')}" if one.questions else ""
    return (
        text(bold("Up: "), f"{number_of(one.received, 'input')} came in{nameless}."),
        text(bold("Down: "), f"{decided}{asked}."),
    )


def waiting(found: Sequence[Open]) -> tuple[Part, ...]:
    if not found:
        return (paragraph("Nothing waits for an answer."),)
    count = sum(one.count for one in found)
    head = paragraph(
        bold("1 input waits for an answer" if count == 1 else f"{count} inputs wait for an answer")
    )
    return (head, bullets(*(_open(one) for one in found)))


def _open(one: Open) -> Text:
    places = ", ".join(f"{STATUSES[status]}: {count}" for status, count in one.places)
    return text(bold(f"{TOPICS[one.topic]}: {one.count}"), f" ({places})")


def for_ilt(one: Bridge) -> Message:
    """What the ILT reads: the same, with themes, voices of teams, and once a quarter needs."""
    title = f"The bridge since {day(one.month)}"
    parts: list[Part] = [Heading(title), bullets(*up_and_down(one)), *waiting(one.open)]
    parts += [*_loops(one), *_themes(one), *_voices(one), *needs(one.needed), *_down(one)]
    parts.append(buttons(Button("Ask one question", "campaign"), Button("See input that waits", "inputs")))
    return Message(f"{title}: {number_of(one.received, 'input')} up", tuple(parts))


def _loops(one: Bridge) -> tuple[Part, ...]:
    if one.loops is None:
        return ()
    took = f", in {one.loops.median_days:g} school days in the median" if one.loops.settled else ""
    share = f"{one.loops.settled} of {one.loops.received} inputs"
    said = f"{share} of the last 30 school days have an outcome{took}."
    return (paragraph(bold("Loops closed: "), said),)


def _themes(one: Bridge) -> tuple[Part, ...]:
    if not one.themes and not one.other:
        return ()
    lines = [_theme(topic, people, one.examples) for topic, people in one.themes.items()]
    lines += [text(f"Other: {one.other}")] if one.other else []
    return (paragraph(bold("What people spoke of")), bullets(*lines), context(PEOPLE))


def _theme(topic: Topic, people: int, examples: Mapping[Topic, tuple[str, ...]]) -> Text:
    said = "; ".join(f"“{one}”" for one in examples.get(topic, ())[:EXAMPLES])
    return text(bold(f"{TOPICS[topic]}: {people} people"), f". Such as {said}" if said else "")


def _voices(one: Bridge) -> tuple[Part, ...]:
    quiet = f"Not heard from this half-year: {in_words(one.quiet)}." if one.quiet else ""
    if one.balance is None or not one.shares:
        said = quiet or "Too few teams have been heard to compare."
        return (paragraph(bold("Voices of teams: "), said),)
    names, values = zip(*one.shares, strict=True)
    return (
        paragraph(
            bold(f"Voices of teams: {one.balance:.2f} of 1. "), f"1 is when all are heard alike. {quiet}"
        ),
        Chart(
            "Share of voices per head, in %", names, (Series("Share", tuple(map(float, values))),), unit="%"
        ),
        context("Agenda items, input and answers of each team, for its size. Never of one person."),
    )


def needs(found: Needed | None) -> tuple[Part, ...]:
    """The needs of a quarter: a chart, and every change in words."""
    if found is None or not (found.people or found.other):
        return ()
    bars = [(NEEDS[need], count) for need, count in found.people.items()]
    bars += [("Other", found.other)] if found.other else []
    names, values = zip(*bars, strict=True)
    until = f"in the quarter that began on {day(found.begins)}"
    changes = [_change(need, by) for need, by in found.change.items()]
    return (
        paragraph(bold("What people need: "), until),
        Chart("People who named it", names, (Series("People", tuple(map(float, values))),)),
        *((bullets(*changes),) if changes else ()),
        context(PEOPLE),
    )


def _change(need: Need, by: int) -> str:
    if by == 0:
        return f"{NEEDS[need]}: as many as in the quarter before"
    if by > 0:
        return f"{NEEDS[need]}: {by} more than in the quarter before"
    return f"{NEEDS[need]}: {-by} fewer than in the quarter before"


def _down(one: Bridge) -> tuple[Part, ...]:
    if not one.down:
        return ()
    lines = ", ".join(f"{team} {count}" for team, count in one.down)
    return (context(f"Decisions that went down, by team: {lines}."),)
