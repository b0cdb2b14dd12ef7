"""How often a person wishes to be written to; nobody else sees it, and it changes nothing they can do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from pydantic import BeforeValidator, Field

from bot.errors import Refusal
from bot.messages import courtesy as wording
from bot.messages.home import HomeShare
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead
from bot.model.courtesy import LONGEST_PAUSE, Wish
from bot.model.people import Actor
from bot.model.settings import RoutineName
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NO_DAYS_AHEAD = "The school calendar has no school days ahead, so there is nothing to pause."


def days_in(given: object) -> object:
    """The number in "3", "3 days" or "for 3 days"; anything else as it is."""
    if not isinstance(given, str):
        return given
    numbers = [word for word in given.split() if word.isdecimal()]
    return numbers[0] if len(numbers) == 1 else given


class SeePreferences(Question):
    """What I wish of each routine."""


class SetPreferences(Command):
    wishes: dict[RoutineName, Wish]


class PauseMessages(Command):
    """Without `days` it changes nothing, and asks how long."""

    days: Annotated[int | None, BeforeValidator(days_in), Field(ge=1, le=LONGEST_PAUSE)] = None


class Resume(Command):
    """Write to me again."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What one person wishes, for each routine that their school uses, and the numbers of their school."""

    by_routine: Mapping[RoutineName, Wish]
    messages_a_day: int
    posts_a_day: int


async def see(question: SeePreferences, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Wishes:
    permit(actor, "preferences")
    settings, mine = await work.settings.now(), await work.courtesies.wishes_of(actor.person_id)
    used = [routine for routine in RoutineName if routine not in actor.off]
    return Wishes(
        {routine: mine.get(routine, Wish.NORMAL) for routine in used},
        settings.messages_a_day,
        settings.posts_a_day,
    )


async def prefer(command: SetPreferences, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Wishes:
    """Keep what the person wishes; what waited for an earlier wish is looked at again."""
    permit(actor, "preferences")
    for routine, wish in command.wishes.items():
        await work.courtesies.wish(actor.person_id, routine, wish)
    await work.letting_go.decide_again(Audience.person(actor.person_id), clock.now())
    await work.flush()
    return await see(SeePreferences(), actor=actor, work=work, clock=clock)


async def pause(command: PauseMessages, *, actor: Actor, work: UnitOfWork, clock: Clock) -> date | None:
    """Start nothing for this person for some school days, and say on which day it begins again."""
    permit(actor, "pause")
    if command.days is None:
        return None
    sees = await viewer(actor, work=work, clock=clock)
    try:
        back = sees.calendar.shift(sees.today, command.days)
    except NoSchoolAhead as error:
        raise Refusal(NO_DAYS_AHEAD) from error
    await work.courtesies.pause(actor.person_id, sees.calendar.at(back, sees.calendar.morning))
    return back


async def resume(command: Resume, *, actor: Actor, work: UnitOfWork, clock: Clock) -> bool:
    """End the pause, and say whether there was one; what waited comes in one message."""
    permit(actor, "resume")
    back_at = await work.courtesies.back_at(actor.person_id)
    await work.courtesies.resume(actor.person_id)
    await work.letting_go.decide_again(Audience.person(actor.person_id), clock.now())
    return back_at is not None and back_at > clock.now()


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """Where a person sees that they have paused, and changes how often they are written to."""
    back_at: datetime | None = await work.courtesies.back_at(viewer.actor.person_id)
    is_paused = back_at is not None and back_at > viewer.now
    return wording.share(viewer.calendar.today(back_at) if back_at and is_paused else None)
