"""What an administrator hears of the night's comparison with the workspace."""

from collections.abc import Sequence

from bot.messages.dates import number_of
from bot.messages.vocabulary import Heading, Message, bullets, context, paragraph

HOW_BACK = "To bring somebody back, put them in the roster file and take it again: ilt-bot roster import."


def left(names: Sequence[str]) -> Message:
    """These people's accounts were deactivated, and they have been seen off."""
    said = "Their Slack accounts are deactivated, so I have taken them off the school's roster:"
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


def too_many(gone: int, matched: int) -> Message:
    """More than a night can bring: an outage or a wrong token rather than people who leave."""
    said = f"{gone} of {matched} people look deactivated in Slack. So many at once is odd: I changed nothing."
    ask = (
        "If it is a mistake in Slack, reactivate the accounts. If they have really left, take a roster file "
        "without them: ilt-bot roster import FILE --leavers."
    )
    return Message(
        "Many accounts look deactivated. Nothing was changed.",
        (Heading("Nothing was changed"), paragraph(said), paragraph(ask)),
    )


def back(names: Sequence[str]) -> Message:
    """These accounts live again; nothing happens by itself."""
    said = "These accounts were deactivated and live again in Slack. I changed nothing by myself:"
    return Message(
        "Somebody is back in Slack",
        (Heading("Back in Slack"), paragraph(said), bullets(*names), context(HOW_BACK)),
    )
