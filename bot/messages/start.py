"""How the bot greets: `/ilt` alone, help, and Home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.messages.dates import number_of
from bot.messages.home import Rank, Section, Waiting
from bot.messages.vocabulary import (
    Bullets,
    Button,
    Divider,
    Heading,
    Message,
    Paragraph,
    Part,
    bold,
    buttons,
    code,
    context,
    paragraph,
    text,
)

OFFERS = {
    "input": "Say something",
    "status": "What became of it",
    "inputs": "Answer staff input",
    "walk": "Record a visit",
    "agenda": "See the agenda",
    "add-item": "Add to the agenda",
    "decide": "Record a decision",
    "decisions": "Read decisions",
    "checkin": "My 1:1s",
    "cycle": "Learning cycle",
    "help": "Help",
    "setup": "Set up your school",
}
WHOLE = "home"
"""The verb of the button that shows all of Home."""
SHOWN_IN_MENU = 5
SHOWN_AT_HOME = 3
"""Sections that a short Home shows below what is amiss: with what waits, about two screens of a phone."""
FEW = 2
"""So many more are shown at once: a button would save little."""
PROMISE = "Say something once, and within ten school days you can see what became of it."
PATTERNS = "Nothing here rates anyone. Type /ilt help for everything else."


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One thing that can be typed: how, and what it does."""

    usage: str
    help: str


@dataclass(frozen=True, slots=True)
class HelpGroup:
    title: str
    lines: tuple[HelpLine, ...]


def quiet_note(since: datetime | None) -> list[Part]:
    """Said wherever somebody begins, while the school is quiet."""
    if since is None:
        return []
    return [
        context(
            "The school is quiet: ILT Bot starts nothing by itself until that is lifted. "
            "What you do yourself works."
        )
    ]


def menu(
    name: str, offers: Sequence[str], waiting: Sequence[Waiting], quiet_since: datetime | None = None
) -> Message:
    """`/ilt` alone: what waits, and five things to do."""
    greeting = f"Hello {name}. {waits(len(waiting))}"
    shown: list[Part] = [paragraph(greeting), *quiet_note(quiet_since)]
    for line in waiting[:SHOWN_IN_MENU]:
        shown += lines_with_buttons(line)
    if len(waiting) > SHOWN_IN_MENU:
        shown.append(context(f"And {len(waiting) - SHOWN_IN_MENU} more on the Home tab."))
    shown += [paragraph(bold("What would you like to do?")), offered(offers), context(PATTERNS)]
    return Message(greeting, tuple(shown), private=True)


def waits(count: int) -> str:
    return f"{number_of(count, 'thing waits', 'things wait')} for you." if count else "Nothing waits for you."


def offered(verbs: Sequence[str]) -> Part:
    first, *rest = verbs
    return buttons(
        Button(OFFERS[first], first, emphasis="primary"), *(Button(OFFERS[verb], verb) for verb in rest)
    )


def lines_with_buttons(line: Waiting) -> list[Part]:
    shown: list[Part] = [Paragraph(line.line)]
    if line.buttons:
        shown.append(buttons(*line.buttons))
    return shown


def home(
    name: str,
    offers: Sequence[str],
    waiting: Sequence[Waiting],
    sections: Sequence[Section],
    quiet_since: datetime | None = None,
    *,
    whole: bool = False,
) -> Message:
    """The Home tab: what waits for me, then the rest, most important first.

    Unless it is asked for `whole`, it ends with what else there is, and a button that shows it.
    """
    shown: list[Part] = [
        Heading(f"Hello {name}"),
        *quiet_note(quiet_since),
        offered(offers),
        Heading("Waiting for you"),
    ]
    if not waiting:
        shown.append(paragraph("Nothing right now."))
    first = len(waiting) if whole else until_few(SHOWN_IN_MENU, len(waiting))
    amiss = sum(1 for section in sections if section.rank is Rank.AMISS)
    last = len(sections) if whole else until_few(amiss + SHOWN_AT_HOME, len(sections))
    for line in waiting[:first]:
        shown += lines_with_buttons(line)
    for section in sections[:last]:
        shown += [Divider(), Heading(section.title), *section.parts]
    shown += further_down(waiting[first:], sections[last:])
    shown += [Divider(), context(PROMISE)]
    return Message("Your ILT", tuple(shown), private=True)


def until_few(most: int, there: int) -> int:
    """How many of so many are shown: all, when few more than `most` are there."""
    return there if there <= most + FEW else most


def further_down(waiting: Sequence[Waiting], sections: Sequence[Section]) -> list[Part]:
    """What a short Home leaves out, and the button that shows it; nothing when it leaves nothing out."""
    if not (waiting or sections):
        return []
    also = number_of(len(waiting), "more thing that waits", "more things that wait")
    lines = [text(also)] if waiting else []
    lines += [text(section.title) for section in sections]
    show = buttons(Button("Show all of it", WHOLE))
    return [Divider(), Heading("There is more"), Bullets(tuple(lines)), show]


def helping(groups: Sequence[HelpGroup]) -> Message:
    """Everything that can be typed, by what it is for, only what this person can use."""
    summary = "What you can do with ILT Bot"
    shown: list[Part] = [Heading(summary)]
    for group in groups:
        lines = tuple(text(code(f"/ilt {line.usage}".strip()), f"  {line.help}") for line in group.lines)
        shown += [paragraph(bold(group.title)), Bullets(lines)]
    shown.append(
        context(
            "Nobody needs to remember a command: /ilt alone and the Home tab have buttons for all of it. ",
            PROMISE,
        )
    )
    return Message(summary, tuple(shown), private=True)


def stranger_home() -> Message:
    """What somebody sees whom the roster does not know."""
    return Message(
        "ILT Bot does not know you yet",
        (
            Heading("We have not met yet"),
            paragraph(
                "I carry the routines of this school's Instructional Leadership Team, and you are not on its "
                "roster yet. Ask whoever looks after ILT Bot here to add you."
            ),
        ),
        private=True,
    )
