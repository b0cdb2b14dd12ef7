"""What Home says of minutes."""

from collections.abc import Sequence

from bot.messages.home import HomeShare, Rank, Section, Waiting
from bot.messages.minutes import words
from bot.messages.minutes.closing import rolling_line
from bot.messages.vocabulary import Button, text
from bot.model.closing import Closing, rolling
from bot.model.minutes import Record


def home(waiting: list[Record], asked: list[Closing], lately: Sequence[Closing]) -> HomeShare:
    """What waits for this person, and for the ILT how it sees its last meetings."""
    lines = [*(_waits(record) for record in waiting), *(_asks(closing) for closing in asked)]
    if not lately:
        return HomeShare(tuple(lines))
    seen = Section(Rank.DATES, "How we see our meetings", (rolling_line(rolling(lately)),))
    return HomeShare(tuple(lines), (seen,))


def _asks(closing: Closing) -> Waiting:
    button = Button("Answer in two taps", "answer-closing", {"day": closing.day.isoformat()})
    return Waiting(text("How was the last ILT meeting?"), (button,))


def _waits(record: Record) -> Waiting:
    said = f"{words.title(record.room)}: please confirm them."
    return Waiting(text(said), (words.confirm_button(record.minutes), words.see_button(record.minutes.day)))
