"""Letters that are written and wait for their moment."""

from datetime import datetime

from bot.model.people import Actor, Audience
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
