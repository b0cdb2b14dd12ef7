"""Several messages in one, and what a person reads about how often the bot writes to them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from textwrap import shorten

from bot.messages.dates import day, number_of
from bot.messages.forms import ChoiceField, Form, Option, Piece
from bot.messages.home import HomeShare, Rank, Section
from bot.messages.plain import words
from bot.messages.vocabulary import (
    Bullets,
    Button,
    Buttons,
    Divider,
    Facts,
    Heading,
    Message,
    Paragraph,
    Part,
    buttons,
    context,
    paragraph,
)
from bot.model.courtesy import Wish
from bot.model.settings import RoutineName

MOST_LINES = 15
SHORT = 60
MOST_WORDS = 160
"""Characters: after a line as short as the first there is room for as many of the next as the second."""
WHY_TOGETHER = (
    "I keep to a few messages a day, so these come together. Change how often I write: /ilt preferences"
)
"""Said below everything that is told together to one person."""


def together(messages: Sequence[Message], *, to_a_person: bool) -> Message:
    """One message in the place of several: a line each with its buttons; in a channel, each in full.

    The line a notification shows says how many there are, and nothing of what is in them.
    """
    if len(messages) == 1:
        return messages[0]
    private = any(one.private for one in messages)
    if not to_a_person:
        return Message(f"{len(messages)} posts from your ILT", _in_full(messages), private)
    summary = f"{len(messages)} things from your ILT"
    parts: list[Part] = [Heading(summary)]
    for one in messages[:MOST_LINES]:
        parts += _briefly(one)
    if len(messages) > MOST_LINES:
        more = len(messages) - MOST_LINES
        parts.append(paragraph(f"And {more} more. Type /ilt to see what waits for you."))
    return Message(summary, (*parts, context(WHY_TOGETHER)), private)


def _in_full(messages: Sequence[Message]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for one in messages:
        parts += [Divider(), *(_shared(part) for part in one.parts or (paragraph(one.summary),))]
    return tuple(parts[1:])


def _briefly(message: Message) -> list[Part]:
    """Its first words and its buttons; without buttons, all it says, for there is nowhere to read on."""
    found = [_shared(part) for part in message.parts if isinstance(part, Buttons)]
    said = [part for part in message.parts if isinstance(part, Paragraph | Facts | Bullets)]
    if not said:
        return [paragraph(message.summary), *found[:1]]
    if not found:
        return list(said)
    return [*_opening(said), *found] if len(found) == 1 else _line_by_line(message)


def _opening(said: Sequence[Part]) -> list[Part]:
    """The first words; where those are only a title, the beginning of what follows too."""
    first, *rest = said
    following = rest[0] if rest else None
    if not (isinstance(first, Paragraph) and isinstance(following, Paragraph)):
        return [first]
    more = words(following.spans)
    if len(words(first.spans)) > SHORT:
        return [first]
    return [first, paragraph(shorten(more, MOST_WORDS, placeholder=" …"))]


def _line_by_line(message: Message) -> list[Part]:
    """Of a message about several things, each with the words above its buttons."""
    parts: list[Part] = []
    above: Paragraph | None = None
    for part in message.parts:
        if isinstance(part, Paragraph) and above is None:
            above = part
        elif isinstance(part, Buttons):
            parts += [*([above] if above else []), _shared(part)]
            above = None
    return parts


def _shared(part: Part) -> Part:
    """Buttons that share a message with others: what one of them changes leaves the rest standing."""
    return replace(part, shared=True) if isinstance(part, Buttons) else part


ROUTINES: Mapping[RoutineName, str] = {
    RoutineName.INPUT: "Staff input",
    RoutineName.MEETINGS: "ILT meetings",
    RoutineName.DECISIONS: "Decisions",
    RoutineName.WALKTHROUGHS: "Walkthroughs",
    RoutineName.CHECKINS: "1:1 check-ins",
    RoutineName.CYCLES: "Learning cycles",
}
WISHES: Mapping[Wish, str] = {
    Wish.NORMAL: "As it comes",
    Wish.DIGEST: "One message a day",
    Wish.OFF: "No messages",
}
ONLY_YOU = "Only you see this. What waits for you is always on your Home tab, and answers to you always come."
PAUSES = (1, 3, 5, 10)


def counted(messages_a_day: int, posts_a_day: int) -> str:
    """The school's numbers in a sentence."""
    return (
        f"I start at most {number_of(messages_a_day, 'message')} to you on a school day, and "
        f"{number_of(posts_a_day, 'post')} in a channel outside meetings. What is more comes in one message."
    )


def preferences_form(by_routine: Mapping[RoutineName, Wish], told: str) -> Form:
    options = tuple(Option(wish.value, said) for wish, said in WISHES.items())
    choices: tuple[Piece, ...] = tuple(
        ChoiceField(f"wishes.{routine.value}", ROUTINES[routine], options, initial=wish.value)
        for routine, wish in by_routine.items()
    )
    return Form("How often I write", "Save", (context(told), *choices, context(ONLY_YOU)))


def preferred(by_routine: Mapping[RoutineName, Wish]) -> Message:
    """What was kept, each wish that is not the usual one."""
    chosen = tuple(
        (ROUTINES[one], WISHES[wish]) for one, wish in by_routine.items() if wish is not Wish.NORMAL
    )
    said = (
        "Saved. I write to you about this less often:" if chosen else "Saved. I write to you as things come."
    )
    facts = (Facts(chosen),) if chosen else ()
    return Message("Saved", (paragraph(said), *facts, context(ONLY_YOU)), private=True)


def paused(back: date | None) -> Message:
    """Until when, or the question how long."""
    if back is None:
        asked = "For how many school days shall I write nothing to you?"
        choices = (Button(number_of(days, "day"), "pause", {"days": str(days)}) for days in PAUSES)
        return Message(asked, (paragraph(asked), buttons(*choices), context(ONLY_YOU)), private=True)
    said = f"Paused. I start nothing for you until {day(back)}; then you get what came up, in one message."
    return Message(said, (paragraph(said), buttons(RESUME), context(ONLY_YOU)), private=True)


RESUME = Button("Write to me again", "resume")


def resumed(was_paused: bool) -> Message:
    said = (
        "Welcome back. What came up meanwhile reaches you in one message, in school hours."
        if was_paused
        else "You had no pause. I write to you as you have chosen: /ilt preferences"
    )
    return Message(said, (paragraph(said),), private=True)


def share(back: date | None) -> HomeShare:
    """On Home: whether there is a pause (that comes first), and how to change how often the bot writes."""
    prefer = Button("How often I write", "preferences")
    if back is not None:
        parts: tuple[Part, ...] = (paragraph(f"Paused until {day(back)}."), buttons(RESUME, prefer))
    else:
        parts = (buttons(prefer, Button("Pause messages", "pause")),)
    rank = Rank.MYSELF if back is None else Rank.AMISS
    return HomeShare(sections=(Section(rank, "Messages to you", parts),))
