"""Letters that are written and wait for their moment."""

from datetime import datetime

from bot.messages.channels.naming import as_written
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.requests import Question
from bot.routines.timetable import WAITS, Upcoming
from storage.unit_of_work import UnitOfWork

SOMEBODY = Audience("somebody")
"""Whoever a private letter is for: an answer that waits would tell who asked."""


class WhatIsWritten(Question):
    """What is written already and would be sent up to a moment."""

    until: datetime


async def written(question: WhatIsWritten, *, actor: Actor, work: UnitOfWork, clock: Clock) -> list[Upcoming]:
    """List the letters that wait, soonest first; one that is late is due now.

    Of a private one it does not say whom it is for.
    """
    waiting = await work.outbox.pending()
    return [
        Upcoming(
            one.key, max(one.at, clock.now()), one.summary, WAITS, SOMEBODY if one.private else one.audience
        )
        for one in waiting
        if one.at <= question.until
    ]


def whom(roster: Roster, audience: str) -> str:
    """Whom an audience is, for whoever looks ahead: a channel, a name, or who speaks for a team."""
    if audience == SOMEBODY.key:
        return "one person"
    kind, _, name = audience.partition(":")
    if kind == "person":
        return roster.name(name)
    if kind == "team":
        team = roster.team(name)
        return (
            as_written(team.channel)
            if team and team.channel
            else f"whoever speaks for {team.name if team else name}"
        )
    channel = roster.school.ilt_channel if kind == "ilt" else roster.school.all_staff_channel
    return as_written(channel) if channel else "nobody yet: there is no channel"
