"""Working at several schools: meaning one of them (R-303)."""

from dataclasses import dataclass

from bot.errors import Refusal
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork


class ChooseSchool(Command):
    """From now on, what I ask is about this school."""


@dataclass(frozen=True, slots=True)
class ChosenSchool:
    name: str


async def choose(command: ChooseSchool, *, actor: Actor, work: UnitOfWork, clock: Clock) -> ChosenSchool:
    """Mean this school until another one is chosen."""
    permit(actor, "choose-school")
    await work.choices.choose(actor.person_id, clock.now())
    return ChosenSchool((await work.people.roster()).school.name)


class WhichSchool(Refusal):
    """Somebody who works at several schools has not said which one they mean. `schools` are names by key."""

    def __init__(self, schools: dict[str, str]) -> None:
        super().__init__("You work at more than one school here. Which one do you mean?")
        self.schools = schools
