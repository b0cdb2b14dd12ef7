"""What Home says of minutes."""

from bot.messages.home import HomeShare, Waiting
from bot.messages.minutes import words
from bot.messages.vocabulary import text
from bot.model.minutes import Record


def home(waiting: list[Record]) -> HomeShare:
    """The minutes that wait for this person."""
    return HomeShare(tuple(_waits(record) for record in waiting))


def _waits(record: Record) -> Waiting:
    said = f"{words.title(record.room)}: please confirm them."
    return Waiting(text(said), (words.confirm_button(record.minutes), words.see_button(record.minutes.day)))
