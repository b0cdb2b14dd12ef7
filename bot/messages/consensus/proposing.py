"""What whoever records a decision reads when the faculty has to ratify it first."""

from zoneinfo import ZoneInfo

from bot.messages.dates import moment
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph
from bot.model.decisions import Decision
from bot.model.ratification import Ratification


def proposed(decision: Decision, poll: Ratification, zone: ZoneInfo, withdraw: Button) -> Message:
    """When staff vote, and that nothing goes out before they have."""
    summary = f"{decision.label} is proposed. It is awaiting ratification."
    when = f"All staff vote on it from {moment(poll.opens_at, zone)} to {moment(poll.closes_at, zone)}."
    told = context(f"It takes {poll.share} % yes. Until then it is proposed, and nothing goes out.")
    return Message(
        summary,
        (paragraph(bold(summary)), paragraph(decision.statement), paragraph(when), told, buttons(withdraw)),
    )
