"""`/ilt settings`: what holds, who changed it when, and a button for each part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.messages.relay import ways
from bot.messages.settings.introductions import DOES, NAMES
from bot.messages.setup.wizard import LABELS, SUPPORT
from bot.messages.vocabulary import (
    Bullets,
    Button,
    Divider,
    Facts,
    Heading,
    Message,
    Part,
    bold,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.settings import RoutineName

CHANGES = ("school", "channels", "teams", "people", "roles", "meetings", "strategies", "budget", "authority")
NOTHING_CHANGED = "Nobody has changed anything yet."


@dataclass(frozen=True, slots=True)
class Changed:
    """One version: its number, when ("Mon, Oct 19, 12:00 PM"), by whom, and about what."""

    number: int
    when: str
    who: str
    about: str


def page(
    facts: Sequence[tuple[str, str]], on: Iterable[RoutineName], latest: Changed | None, *, privacy: bool
) -> Message:
    """Everything that can be changed here; `privacy` when this person may raise the smallest group."""
    summary = "Your school's settings"
    running = frozenset(on)
    shown: list[Part] = [Heading(summary), Facts(tuple(facts)), buttons(*_parts(privacy, running))]
    shown += [Divider(), paragraph(bold("Routines"))]
    for name in RoutineName:
        state = "on" if name in running else "off"
        shown += [
            paragraph(bold(NAMES[name]), f"  {state}. {DOES[name]}"),
            buttons(_switch(name, name in running)),
        ]
    said = f"Version {latest.number}, {latest.when}, {latest.who}." if latest else NOTHING_CHANGED
    shown += [Divider(), context(said), buttons(*_more())]
    return Message(summary, tuple(shown), private=True)


def _parts(privacy: bool, running: frozenset[RoutineName]) -> list[Button]:
    more = ["windows", "checkins", "tags", *(["privacy"] if privacy else [])]
    parts = [Button(LABELS[part], f"set-{part}") for part in (*CHANGES, *more)]
    beyond = [ways.BUTTON] if RoutineName.DECISIONS in running else []
    return [*parts, Button(SUPPORT, "set-support"), *beyond]


def _more() -> list[Button]:
    return [Button("Who changed what", "settings-history"), Button("Quiet", "quiet")]


def _switch(name: RoutineName, is_on: bool) -> Button:
    if is_on:
        ask = f"Switch {NAMES[name]} off? Nobody sees it any more, and what waits to be sent is dropped."
        return Button("Switch off", "switch-routine", {"routine": name.value, "to": "false"}, confirm=ask)
    ask = f"Switch {NAMES[name]} on? It is introduced once to the people it concerns."
    return Button("Switch on", "switch-routine", {"routine": name.value, "to": "true"}, confirm=ask)


def switched(name: RoutineName, is_on: bool, changed: bool) -> Message:
    state = "on" if is_on else "off"
    said = f"{NAMES[name]} is {state}." if changed else f"{NAMES[name]} was {state} already."
    after = (
        "The people it concerns get one message about it, in contract hours. Nothing old is caught up on."
        if is_on
        else "It is gone from Home, from help and from messages. What is stored stays stored."
    )
    parts: list[Part] = [paragraph(bold(said))]
    if changed:
        parts.append(paragraph(after))
    parts.append(buttons(Button("Settings", "settings")))
    return Message(said, tuple(parts), private=True)


def history(versions: Sequence[Changed]) -> Message:
    """The latest versions, newest first."""
    summary = "Who changed what"
    lines = Bullets(
        tuple(
            text(bold(f"Version {one.number}"), f"  {one.when}, {one.who}: {one.about}") for one in versions
        )
    )
    shown: tuple[Part, ...] = (lines,) if versions else (paragraph(NOTHING_CHANGED),)
    return Message(summary, (Heading(summary), *shown, buttons(Button("Settings", "settings"))), private=True)


def about(said: Sequence[str]) -> str:
    """What a version was about: sentences, or a part of the school with how many things changed in it."""
    return " ".join(_about(one) for one in said) or "Settings."


def _about(one: str) -> str:
    part, slash, count = one.partition("/")
    if not slash or part not in LABELS:
        return one
    changes = "looked at" if count == "0" else f"{count} change{'' if count == '1' else 's'}"
    return f"{LABELS[part]}: {changes}."
