"""What a team is asked about a proposal, before the ILT votes on it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.messages.consensus.words import Sheet
from bot.messages.dates import moment
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph
from bot.model.consensus import ConsensusCheck

NOT_ASKED = "This team was not asked about that."
ANOTHER_TEAM = "This question goes to another team. To say something to the ILT: /ilt input"
TOO_LATE = "The ILT has gone on with this one. To say something to the ILT: /ilt input"


def asked(check: ConsensusCheck, team: str, until: datetime, zone: ZoneInfo) -> Message:
    """To the team's channel: one button, one short form."""
    summary = "The ILT asks your team before it votes"
    say = Button("Say what you think", "give-voice", {"check": check.id, "team": team})
    return Message(
        summary,
        (
            paragraph(bold(f"{summary}: "), check.proposal),
            *((paragraph(check.why),) if check.why else ()),
            context(f"Nothing is decided. You can answer until {moment(until, zone)}."),
            buttons(say),
        ),
    )


def thanks(sheet: Sheet) -> Message:
    return Message("Thank you. The ILT reads it before it votes, without your name.")
