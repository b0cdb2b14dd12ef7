"""Letting go of what was kept only to keep the work straight."""

from datetime import timedelta

from bot.model.drafts import LASTS
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

REQUESTS = timedelta(hours=72)
"""A platform repeats a request within hours; longer than this nothing about it is kept."""
JOBS = timedelta(days=400)
"""A school year and a summer."""


class Forget(Command):
    """Forget old requests, old decisions about what was due, and drafts that nobody came back to."""


async def forget(command: Forget, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """Forget which requests came more than 72 hours ago, and what was due more than 400 days ago."""
    now = clock.now()
    await work.forgetting.requests_before(now - REQUESTS)
    await work.forgetting.jobs_before(now - JOBS)
    await work.drafts.forget_before(now - LASTS)
