"""What the tests of every platform's adapter share."""

from dataclasses import dataclass, field

import pytest

from bot.errors import NotPermitted
from bot.messages.vocabulary import Button, Message, Part, buttons, paragraph
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation
from bot.perform import Performer
from bot.routines import people
from bot.routines.requests import Nothing
from bot.routines.school import ApplySchool
from bot.routines.school import apply as apply_school
from tests.conftest import sample_file
from tests.handlers.a_catalogue import Routines

ASTER = "aster-middle"
BOTH = "dale-clover"
"""Who works at the sample school, and leads the second one."""


@dataclass
class Screen:
    """What Home says in these tests."""

    drawn: list[Actor] = field(default_factory=list)
    besides: tuple[Part, ...] = ()

    async def __call__(self, actor: Actor, whole: bool) -> Message:
        if actor.is_any(Relation.STRANGER):
            raise NotPermitted("I do not know you at this school yet.")
        self.drawn.append(actor)
        got_it = buttons(Button("Got it", "got-it", {"decision": "d9"}), Button("Say something", "input"))
        more = (paragraph("This is all."),) if whole else (buttons(Button("Show all of it", "home")),)
        return Message("Home", (paragraph(f"Drawn {len(self.drawn)} times."), got_it, *self.besides, *more))


@pytest.fixture
def routines() -> Routines:
    return Routines()


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
async def second_school(perform: Performer, sample: Roster) -> Roster:
    """A second school, where one person of the first works as well."""
    file = sample_file()
    person = next(one for one in file.people if one.key == BOTH)
    second = file.model_copy(
        update={
            "school": file.school.model_copy(update={"key": ASTER, "name": "Aster Middle"}),
            "people": (person.model_copy(update={"roles": ("school_leader",)}),),
            "check_ins": (),
            "seats": (),
            "meetings": None,
        }
    )
    operator = Actor(ASTER, "operator", frozenset({Relation.BOT_ADMIN}))
    await perform(apply_school, ApplySchool(file=second), actor=operator)
    return await perform(people.whole_roster, Nothing(), actor=operator)
