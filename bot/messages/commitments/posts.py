"""What is said of commitments: as a meeting opens, and privately to their owners."""

from collections.abc import Sequence
from datetime import date

from bot.messages import dates
from bot.messages.commitments.words import ALL, TITLE, Known, Said, add, line, more, ways
from bot.messages.vocabulary import Button, Message, bold, bullets, buttons, context, paragraph
from bot.model.commitments import Commitment, CommitmentState

SHOWN = 10


def opening(due: Sequence[Commitment], known: Known, day: date) -> Message:
    """In the thread of a meeting, as it opens (R-027)."""
    rest = more(due, SHOWN)
    return Message(
        TITLE,
        (
            paragraph(bold(TITLE)),
            bullets(*(line(one, known) for one in due[:SHOWN])),
            *((context(rest),) if rest else ()),
            buttons(Button("Say how mine stands", "commitments"), add(day)),
            context("Each line is its owner's own word."),
        ),
    )


def nudge(one: Commitment, known: Known) -> Message:
    """To an owner, two school days before."""
    due = dates.day(one.due_on)
    return Message(
        "Something you said you would do is due soon.",
        (
            paragraph("You said you would do this by ", bold(due), f": {one.text}. How does it stand?"),
            buttons(*ways(one)),
            context("I ask once. The next meeting opens with it, in your own words."),
        ),
        private=True,
    )


def yours(one: Commitment, by: str) -> Message:
    """To an owner for whom somebody else wrote it down."""
    return Message(
        "Something was written down for you.",
        (
            paragraph(f"{by} wrote down for you: ", bold(one.text), f", by {dates.day(one.due_on)}."),
            buttons(*ways(one)),
            context("Not right? Let it go with a line why. Else I ask two school days before, once."),
        ),
        private=True,
    )


def cleared(one: Commitment, blocker: Commitment) -> Message:
    """To an owner, when what it waited for is over (R-042)."""
    if blocker.state is CommitmentState.DONE:
        summary, said = "What you waited for is done.", "What you waited for is done: "
        rest = f" You can go on with: {one.text}."
    else:
        summary, said = "What you waited for was let go.", "What you waited for was let go: "
        rest = f" ({blocker.note}) Can you go on with: {one.text}?"
    return Message(
        summary, (paragraph(said, bold(blocker.text), f".{rest}"), buttons(*ways(one))), private=True
    )


def told(said: Said) -> Message:
    """The answer to an owner who said how it stands."""
    rest = "The next meeting opens with it." if said.one.is_open else "That is off your list."
    return Message(
        "Thank you. It is noted.",
        (paragraph(*line(said.one, said.known, mine=True)), context(rest), buttons(ALL)),
    )


def added(said: Said) -> Message:
    """The answer to whoever wrote it down."""
    rest = "Each owner is asked two school days before, once and privately."
    return Message(
        "It is written down.", (paragraph(*line(said.one, said.known)), context(rest), buttons(ALL))
    )
