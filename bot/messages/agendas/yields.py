"""What the ILT reads of its own quarter."""

from bot.messages import dates
from bot.messages.meetings.posts import ADD, SEE_AGENDA
from bot.messages.vocabulary import Facts, Heading, Message, bold, buttons, context, paragraph
from bot.model.yields import Yield

QUESTION = "What will students notice in the next six weeks because we met?"


def health_card(found: Yield) -> Message:
    """To the ILT: what its meetings came to, plainly."""
    months = f"{found.first:%B} to {found.last:%B}"
    met = dates.number_of(found.meetings, "meeting")
    decided = dates.number_of(found.decisions, "decision")
    learned = f"{found.learned} learned"
    plainly = (
        f"{met}, no decision, and nothing that was learned is written down."
        if found.is_dry
        else f"{met}: {decided}, {learned}."
    )
    ask = "A focus question for the next agenda: " if found.is_dry else "A question to keep: "
    return Message(
        f"How the ILT's quarter went: {months}",
        (
            Heading(f"ILT health card, {months}"),
            paragraph(bold(plainly)),
            Facts(
                (
                    ("Meetings held", str(found.meetings)),
                    ("Decisions made", _each(found, found.decisions)),
                    ("Decisions reviewed", _each(found, found.reviewed)),
                    ("Learned, by the outcome of items", _each(found, found.learned)),
                    ("Meetings settled in a thread", str(found.converted)),
                    ("Minutes given back to each", str(found.minutes_back)),
                )
            ),
            paragraph(ask, bold(QUESTION)),
            buttons(ADD, SEE_AGENDA),
            context("These count what the ILT wrote down. They say nothing about any person."),
        ),
    )


def _each(found: Yield, count: int) -> str:
    return f"{count} ({found.per_meeting(count):.1f} per meeting)"
