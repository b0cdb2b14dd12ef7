"""The way through the setup: what is done, what is next, what it would bring, and the switch."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages.dates import number_of
from bot.messages.settings.introductions import NAMES
from bot.messages.vocabulary import (
    Bullets,
    Button,
    Heading,
    Message,
    Part,
    Progress,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model import setup
from bot.model.people import in_words
from bot.model.settings import RoutineName

LABELS = {
    "school": "School and hours",
    "channels": "Channels",
    "teams": "Teams",
    "people": "People",
    "roles": "Roles",
    "meetings": "ILT meetings",
    "strategies": "Strategies",
    "budget": "Message budget",
    "authority": "Who decides",
    "routines": "Routines",
    "privacy": "Privacy",
    "tags": "Lists to tag with",
    "windows": "Walkthrough windows",
    "checkins": "1:1 check-ins",
}
SUPPORT = "Room, time, cover and pay"
SAFE = "Nobody else hears from me before you press Switch on."
SHOWN = 25
OF_CHANGES = 6


def overview(stands: setup.Progress) -> Message:
    """`/ilt setup`: every part, ticked or not, and what comes next."""
    if stands.live:
        return already(stands)
    summary = f"Setting up {stands.school}: {len(stands.done)} of {len(setup.PARTS)} done"
    return Message(
        summary,
        (
            Heading(f"Set up {stands.school}"),
            paragraph("Ten short forms, in any order. Stop whenever you like: nothing is lost."),
            _so_far(stands),
            Bullets(tuple(_line(part, stands) for part in setup.PARTS)),
            *_steps(stands),
            context(SAFE),
        ),
        private=True,
    )


def already(stands: setup.Progress) -> Message:
    summary = f"{stands.school} is set up already"
    return Message(
        summary,
        (
            paragraph(f"{summary} and switched on. Everything can be changed under settings."),
            buttons(Button("Settings", "settings", emphasis="primary")),
        ),
        private=True,
    )


def _so_far(stands: setup.Progress) -> Progress:
    return Progress("Done", len(stands.done & set(setup.PARTS)), len(setup.PARTS))


def _line(part: str, stands: setup.Progress) -> Text:
    if part in stands.done:
        return text(f"✓ {LABELS[part]}")
    if part == stands.next:
        return text(bold(f"{LABELS[part]} (next)"))
    return text(LABELS[part])


def _steps(stands: setup.Progress) -> list[Part]:
    """What comes next, then every part by itself: any of them can be done, or done again."""
    first = stands.next
    ready = (
        [Button("See the first two weeks", "setup-preview", emphasis="primary")] if not stands.missing else []
    )
    following = [Button(f"Next: {LABELS[first]}", f"set-{first}", emphasis="primary")] if first else []
    parts = [Button(LABELS[part], f"set-{part}") for part in setup.PARTS if part != first]
    parts.append(Button(SUPPORT, "set-support"))
    return [
        buttons(*following, *ready, Button("Continue later", "setup-later")),
        context("Any part, in any order, as often as you like:"),
        buttons(*parts),
    ]


def saved(part: str, changes: Sequence[str], stands: setup.Progress) -> Message:
    """After one part: what changed, and where to go on."""
    said = f"Saved: {LABELS[part]}."
    shown: list[Part] = [paragraph(bold(said))]
    listed = [*changes[:OF_CHANGES]]
    if len(changes) > OF_CHANGES:
        listed.append(f"And {len(changes) - OF_CHANGES} more changes.")
    if listed:
        shown.append(bullets(*listed))
    if stands.live:
        back = buttons(Button("Settings", "settings"))
        return Message("Saved", (*shown, back), private=True)
    first = stands.next
    following = [Button(f"Next: {LABELS[first]}", f"set-{first}", emphasis="primary")] if first else []
    preview = [] if stands.missing else [Button("See the first two weeks", "setup-preview")]
    everything = [Button("All parts", "setup"), Button("Continue later", "setup-later")]
    return Message(
        "Saved", (*shown, _so_far(stands), buttons(*following, *preview, *everything)), private=True
    )


def later(stands: setup.Progress) -> Message:
    summary = "Everything is kept"
    return Message(
        summary,
        (
            paragraph(f"{summary}. Type /ilt setup whenever you want to go on; it is on your Home tab too."),
            context(SAFE),
        ),
        private=True,
    )


@dataclass(frozen=True, slots=True)
class Ahead:
    """One message that would be sent: when ("Tue, Oct 20, 7:45 AM"), what, to whom, and why."""

    when: str
    what: str
    whom: str
    why: str


def preview(
    ahead: Sequence[Ahead], on: Sequence[RoutineName], stands: setup.Progress, skipped: int
) -> Message:
    """What the first two weeks would bring; `skipped` parts have not been looked at."""
    names = in_words(NAMES[name] for name in on)
    shown: list[Part] = [
        Heading("The first two weeks"),
        paragraph(f"With {names} switched on, this is what I would say of my own accord:"),
    ]
    welcome = f"One message for each of the {len(on)} routines, to the people it concerns, when you switch on"
    shown.append(Bullets((text(welcome), *(_ahead(one) for one in ahead[:SHOWN]))))
    if len(ahead) > SHOWN:
        shown.append(context(f"And {len(ahead) - SHOWN} more after that."))
    if not ahead:
        shown.append(paragraph("Nothing else by itself: the rest answers what people do."))
    if stands.missing:
        missing = in_words(LABELS[part] for part in stands.missing)
        shown.append(paragraph(bold(f"Before you can switch on: {missing}.")))
    elif skipped:
        shown.append(
            context(f"{number_of(skipped, 'part')} you have not opened keep what every school begins with.")
        )
    shown.append(_decide(stands))
    shown.append(context("Outside contract hours and on days without school I start nothing."))
    return Message("The first two weeks", tuple(shown), private=True)


def _ahead(one: Ahead) -> Text:
    return text(bold(one.when), f"  {one.what}, to {one.whom} ({one.why})")


def _decide(stands: setup.Progress) -> Part:
    back = Button("All parts", "setup")
    if stands.missing:
        return buttons(back)
    ask = "Switch on? Each routine is introduced once to the people it concerns, in contract hours."
    return buttons(Button("Switch on", "switch-on", emphasis="primary", confirm=ask), back)


def switched_on(stands: setup.Progress, begun: Sequence[RoutineName]) -> Message:
    names = in_words(NAMES[name] for name in begun)
    return Message(
        f"{stands.school} is switched on",
        (
            Heading(f"{stands.school} is switched on"),
            paragraph(f"{names} begin now. Everybody they concern gets one message, in contract hours."),
            buttons(Button("Settings", "settings"), Button("Help", "help")),
            context(
                "One more routine at a time: /ilt settings. For a hard day: /ilt quiet stops everything."
            ),
        ),
        private=True,
    )


def waits(stands: setup.Progress) -> Text:
    """The line on Home while a school is being set up."""
    return text(
        bold(f"Set up {stands.school}"), f"  {len(stands.done)} of {len(setup.PARTS)} parts are done."
    )


CONTINUE = Button("Continue", "setup", emphasis="primary")
