"""An empty school, and somebody who sets it up part by part, the way the forms are sent."""

from dataclasses import dataclass
from typing import Any

import pytest

from bot.messages.forms import ManyField
from bot.model.people import Actor, Relation
from bot.model.prospects import Prospect
from bot.perform import Performer
from bot.routines.people import whole_roster
from bot.routines.requests import Nothing
from bot.routines.setup.beginning import BeginSchool, begin
from handlers.interactions import Interaction
from handlers.setup.declared import EACH
from storage.units_of_work import UnitsOfWork
from tests.conftest import OPERATOR, SCHOOL, sample_file

PARTS = {one.verb.removeprefix("set-"): one for one in EACH}


def workspace() -> list[Prospect]:
    """What a workspace tells that the sample school's staff have."""
    file = sample_file()
    people = [
        Prospect(platform="slack", address=f"U{place}", name=one.name, email=one.email, title=one.title)
        for place, one in enumerate(file.people)
    ]
    names = [file.channels.ilt, file.channels.all_staff, *(team.channel for team in file.teams)]
    channels = [
        Prospect(platform="slack", address=f"C{place}", name=name, is_channel=True)
        for place, name in enumerate(names)
        if name
    ]
    return people + channels


@dataclass(frozen=True)
class SettingUp:
    """Opens the forms, takes what they are filled with already, and changes what is named."""

    perform: Performer
    actor: Actor

    async def form(self, part: str, **given: Any) -> Any:
        asking = self._of(part).asking
        assert asking is not None
        return asking.form(await self.perform(asking.routine, asking.question(), actor=self.actor), given)

    async def send(self, part: str, **changed: Any) -> Any:
        """Send the form as it is filled already, with these answers in it."""
        shown = await self.form(part, **changed)
        values = {field.name: first(field) for field in shown.fields}
        filled = {name: value for name, value in values.items() if value not in (None, "")}
        command = self._of(part).command.model_validate(filled | changed)
        return await self.perform(self._of(part).routine, command, actor=self.actor)

    @staticmethod
    def _of(part: str) -> Interaction[Any, Any]:
        return PARTS[part]


def first(field: Any) -> Any:
    return tuple(field.initial) if isinstance(field, ManyField) else field.initial


@pytest.fixture
async def empty(perform: Performer, units: UnitsOfWork) -> Actor:
    """The assistant principal of a school that knows nobody else yet."""
    made = BeginSchool(
        name="Sample Elementary", zone="America/Denver", admin_email="noel.mint@sample.example"
    )
    await perform(begin, made, actor=OPERATOR)
    async with units.writing(SCHOOL) as work:
        await work.prospects.replace(workspace())
    roster = await perform(whole_roster, Nothing(), actor=OPERATOR)
    noel = roster.keyed("noel-mint")
    assert noel is not None
    actor = roster.actor(noel.id)
    assert actor.is_any(Relation.BOT_ADMIN)
    return actor


@pytest.fixture
def setup(perform: Performer, empty: Actor) -> SettingUp:
    return SettingUp(perform, empty)
