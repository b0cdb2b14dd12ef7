"""Keeping what somebody has begun to fill in, for themselves, for a day (R-278)."""

from dataclasses import dataclass
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field

from bot.model.drafts import LASTS, Draft
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

Verb = Annotated[str, Field(max_length=40)]
About = Annotated[str, Field(max_length=64)]


class FindDraft(Question):
    verb: Verb
    about: About = ""


class KeepDraft(Command):
    verb: Verb
    about: About = ""
    given: dict[str, Any]


class DropDraft(Command):
    verb: Verb
    about: About = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One's own draft, and the zone of the school's clock to say when it was kept."""

    draft: Draft | None
    zone: ZoneInfo


async def find(question: FindDraft, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Found:
    """One's own draft of a form, if there is one that is less than a day old."""
    permit(actor, "draft")
    since = clock.now() - LASTS
    draft = await work.drafts.find(actor.person_id, question.verb, question.about, since)
    return Found(draft, (await work.calendar.whole()).zone)


async def keep(command: KeepDraft, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Found:
    """Keep what has been filled in so far, in place of what was kept before."""
    permit(actor, "draft")
    now = clock.now()
    await work.drafts.keep(actor.person_id, command.verb, command.about, command.given, now)
    return Found(Draft(command.given, now), (await work.calendar.whole()).zone)


async def drop(command: DropDraft, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """Let go of a draft: it was sent, or its author starts afresh."""
    permit(actor, "draft")
    await work.drafts.drop(actor.person_id, command.verb, command.about)
