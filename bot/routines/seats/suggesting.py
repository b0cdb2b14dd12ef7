"""Suggesting a colleague for the ILT: nothing counts before the colleague's own yes (R-011)."""

import random
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.seats import suggesting as wording
from bot.messages.seats.suggesting import EXAMPLE, Suggested, Suggesting
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation
from bot.model.seats import IltSuggestion
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from bot.routines.seats.sheets import PERSON, chairs, tell
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

GONE = "This is no longer open, and nothing is kept of it."

Strength = Literal["listens", "motivates", "explains", "believes", "tries", "hard_issues", "follows_through"]


class Suggest(Command):
    name_staff: ClassVar[frozenset[str]] = PERSON

    person: str
    strength: Strength
    example: Annotated[str, Field(min_length=10, max_length=EXAMPLE)]


class OneSuggestion(Command):
    suggestion: str


class SeeSuggestions(Question):
    """What colleagues have suggested, with the suggested people's yes."""


async def whom_to_suggest(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Suggesting:
    """Everybody who is not on the ILT, but oneself."""
    permit(actor, "nominate")
    seen = await chairs(actor, work=work, clock=clock)
    taken = {one.person.id for one in seen.found.seats} | {actor.person_id}
    people = [(one.id, one.name) for one in seen.roster.people if one.active and one.id not in taken]
    if not people:
        raise Refusal("Everybody else is on the ILT already.")
    return Suggesting(tuple(people))


async def suggest(command: Suggest, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Suggested:
    """Ask the colleague; nobody else hears of it before they say yes."""
    permit(actor, "nominate")
    sees = await viewer(actor, work=work, clock=clock)
    person = sees.roster.person(command.person)
    if person is None or not person.active or person.id == actor.person_id:
        raise Refusal("Please choose a colleague from the list.", field="person")
    known = await work.seats.suggestions()
    if any(one.person == person.id and one.by == actor.person_id for one in known):
        raise Refusal("You have asked this colleague already, and they have not answered.", field="person")
    suggestion = IltSuggestion(
        school=work.school,
        person=person.id,
        by=actor.person_id,
        strength=command.strength,
        example=command.example,
        asked_at=sees.now,
    )
    work.seats.add(suggestion)
    await work.flush()
    one = _shown(suggestion, sees.roster)
    await tell(
        person.id,
        wording.question(one),
        f"suggestion/{suggestion.id}",
        sees=sees,
        work=work,
        reason=f"seat-suggestion:{suggestion.id}",
    )
    return one


async def allow(command: OneSuggestion, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Suggested:
    """Say yes to being suggested. Who suggested is forgotten, here and now."""
    suggestion = await _mine(command, "allow-suggestion", actor, work)
    one = _shown(suggestion, await work.people.roster())
    suggestion.agree()
    return one


async def refuse(command: OneSuggestion, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """Say no, or take a yes back: the suggestion is deleted and nobody hears of it."""
    await work.seats.forget(await _mine(command, "refuse-suggestion", actor, work))


async def _mine(command: OneSuggestion, verb: str, actor: Actor, work: UnitOfWork) -> IltSuggestion:
    suggestion = await work.seats.suggestion(command.suggestion)
    if suggestion is None or suggestion.person != actor.person_id:
        raise NotFound(GONE)
    permit(actor, verb, Relation.AUTHOR)
    if suggestion.agreed and verb == "allow-suggestion":
        raise OutOfDate("You have said yes already. The school leader can see it.")
    return suggestion


async def see(
    question: SeeSuggestions, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[Suggested, ...]:
    """The suggestions that were agreed to, in a new order each time: nothing is counted or ranked."""
    permit(actor, "suggestions")
    roster = await work.people.roster()
    found = [_shown(one, roster) for one in await work.seats.suggestions() if one.agreed]
    random.SystemRandom().shuffle(found)
    return tuple(found)


def _shown(one: IltSuggestion, roster: Roster) -> Suggested:
    return Suggested(one.id, roster.name(one.person), roster.name(one.by), one.strength, one.example)
