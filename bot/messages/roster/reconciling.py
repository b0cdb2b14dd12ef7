"""What an administrator hears of the night's comparison with the workspace."""

from collections.abc import Iterable, Sequence

from bot.messages.dates import number_of
from bot.messages.vocabulary import Heading, Message, bullets, context, paragraph
from bot.model.platforms import NAMES, named

HOW_BACK = "To bring somebody back, put them in the roster file and take it again: ilt-bot roster import."


def left(names: Sequence[str], platform: str) -> Message:
    """These people's accounts were deactivated, and they have been seen off."""
    where = NAMES[platform]
    said = f"Their {where} accounts are deactivated, so I have taken them off the school's roster:"
    return Message(
        f"{number_of(len(names), 'person has', 'people have')} left",
        (
            Heading("Who has left"),
            paragraph(said),
            bullets(*names),
            paragraph("Their seats and roles are free, and whoever takes over has a message."),
            context(f"A mistake? {HOW_BACK}"),
        ),
    )


def still_elsewhere(names: Sequence[str], platform: str, others: Iterable[str]) -> Message:
    """These people's accounts were deactivated on one platform; they are still on another, and so stay."""
    here, there = NAMES[platform], named(others)
    said = f"Their {here} accounts are deactivated. They are still in {there}, so they stay on the roster:"
    ask = f"I write to them in {there} now. If they have left, take a roster file without them."
    return Message(
        f"{number_of(len(names), 'person is', 'people are')} in {there} only",
        (Heading(f"Not in {here} any more"), paragraph(said), bullets(*names), paragraph(ask)),
    )


def too_many(gone: int, matched: int, platform: str) -> Message:
    """More than a night can bring: an outage or a wrong token rather than people who leave."""
    where = NAMES[platform]
    said = (
        f"{gone} of {matched} people look deactivated in {where}. So many at once is odd: I changed nothing."
    )
    ask = (
        f"If it is a mistake in {where}, reactivate the accounts. "
        "If they have really left, take a roster file without them: ilt-bot roster import FILE --leavers."
    )
    return Message(
        "Many accounts look deactivated. Nothing was changed.",
        (Heading("Nothing was changed"), paragraph(said), paragraph(ask)),
    )


def back(names: Sequence[str], platform: str) -> Message:
    """These accounts live again; nothing happens by itself."""
    where = NAMES[platform]
    said = f"These accounts were deactivated and live again in {where}. I changed nothing by myself:"
    return Message(
        f"Somebody is back in {where}",
        (Heading(f"Back in {where}"), paragraph(said), bullets(*names), context(HOW_BACK)),
    )
