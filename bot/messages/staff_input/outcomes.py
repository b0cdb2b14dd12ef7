"""What the sender of an input is told along the way, each time in a private message."""

from datetime import date

from bot.messages.dates import day
from bot.messages.staff_input.giving import own_buttons
from bot.messages.staff_input.shown import REASONS, Shown
from bot.messages.vocabulary import Button, Message, Part, Words, bold, buttons, paragraph
from bot.model.staff_input import DeclineReason

SAY_MORE = "Not what you needed? Say it again in other words, or talk with {name}."


def answered(one: Shown) -> Message:
    return told(
        one,
        (f"{one.outcome_by} answered ", bold(one.label), ":"),
        paragraph(one.outcome),
        paragraph(SAY_MORE.format(name=one.outcome_by)),
        say_more(one),
    )


def placed(one: Shown) -> Message:
    when = day(one.meeting_on) if one.meeting_on else "the next meeting"
    return told(
        one,
        (bold(one.label), f" is on the ILT agenda for {when}. {one.outcome_by} put it there."),
        paragraph("If it shapes a decision, I tell you here. You can see where it stands at any time."),
        own_buttons(one),
    )


def declined(one: Shown) -> Message:
    reason = REASONS[one.reason or DeclineReason.NOT_NOW]
    again = f"We look at it again on {day(one.look_again)}." if one.look_again else "It is closed."
    return told(
        one,
        (f"{one.outcome_by} looked at ", bold(one.label), f". {reason}:"),
        paragraph(one.outcome),
        paragraph(f"{again} {SAY_MORE.format(name=one.outcome_by)}"),
        say_more(one),
    )


def passed_on(one: Shown, by: str, see: str, suggest: str) -> Message:
    """The sender reads exactly the words that went on."""
    said: list[Part] = [paragraph(see)]
    if suggest:
        said.append(paragraph("What would help: ", suggest))
    following = (
        f"Next word by {day(one.next_date)}." if one.next_date else "I tell you here what comes of it."
    )
    return told(
        one,
        (f"{by} passed on ", bold(one.label), f" to {one.owner} without your name, in these words:"),
        *said,
        paragraph(following),
        own_buttons(one),
    )


def shaped(one: Shown, number: str, statement: str) -> Message:
    return told(
        one,
        ("You said, and it helped: ", bold(one.label), f" shaped decision {number}."),
        paragraph(statement),
        paragraph("Your team's channel gets the decision and what it changes. Questions are welcome there."),
        buttons(Button("Show the decision", "decisions", {"number": number})),
    )


def late(one: Shown, next_word: date | None) -> Message:
    """The promise is due and nobody has answered: say so, and the next date."""
    by = f" You hear from me again by {day(next_word)} at the latest." if next_word else ""
    return told(
        one,
        (bold(one.label), " has no answer yet. I have asked for it again."),
        paragraph(f"You are owed one.{by}"),
        own_buttons(one),
    )


def told(one: Shown, opening: tuple[Words, ...], *parts: Part) -> Message:
    return Message(f"News about your input {one.label}", (paragraph(*opening), *parts), private=True)


def say_more(one: Shown) -> Part:
    status = Button("Show status", "status", {"number": one.label})
    return buttons(Button("Say something", "input"), status)
