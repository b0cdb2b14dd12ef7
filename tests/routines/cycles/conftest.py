"""A pair at the sample school: the principal Mina Linden and the Grade 3 lead Oli Nettle."""

from datetime import date

import pytest

from bot.messages.vocabulary import Button
from bot.model.cycles import Planned
from bot.model.people import Actor, the_clock
from bot.routines import cycles
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL
from tests.letters import Posted, buttons_of, letters

LEAD, LEADER = "oli-nettle", "mina-linden"
MONDAY = date(2026, 11, 9)
GOAL = "I ask one evidence question before any solution"


@pytest.fixture
def proposing(perform, who):
    """Propose a cycle; whatever is not said has a value."""

    async def propose(by: str = LEAD, other: str = LEADER, **said: object):
        values = {
            "weeks": "4",
            "begins": MONDAY,
            "goal": GOAL,
            "baseline": "1 of 4 items",
            "target": "3 of 4 items",
            "measure": "Count it in the team log",
            "other": who(other).person_id,
            **said,
        }
        return await perform(cycles.propose, cycles.OpenCycle.model_validate(values), actor=who(by))

    return propose


@pytest.fixture
async def agreed(proposing, perform, who, clock):
    """A cycle of four weeks from 9 November, agreed on the Thursday before; its view for the lead."""
    clock.on(date(2026, 11, 5))
    view = await proposing()
    await perform(cycles.agree, cycles.AgreeToCycle(cycle=view.cycle.id), actor=who(LEADER))
    return view


@pytest.fixture
def see(perform, who):
    async def views(key: str = LEAD):
        return (await perform(cycles.see, cycles.SeeCycles(), actor=who(key))).views

    return views


@pytest.fixture
def phases(see):
    """The phases of the only cycle as they stand now, by name."""

    async def read(key: str = LEAD) -> dict[str, Planned]:
        (view,) = await see(key)
        return {one.phase.name.value: one for one in view.planned}

    return read


@pytest.fixture
def do(perform, who):
    """Press a button as somebody: the verb with its values."""

    routines = {
        "agree-cycle": (cycles.AgreeToCycle, cycles.agree),
        "decline-cycle": (cycles.DeclineCycle, cycles.decline),
        "finish-phase": (cycles.FinishPhase, cycles.finish),
        "snooze-phase": (cycles.SnoozePhase, cycles.snooze),
        "need-time": (cycles.AskForTime, cycles.ask_for_time),
        "agree-date": (cycles.AnswerDate, cycles.answer_date),
    }

    async def press(by: str | Actor, verb: str, **values: object):
        command, routine = routines[verb]
        actor = by if isinstance(by, Actor) else who(by)
        return await perform(routine, command.model_validate(values), actor=actor)

    return press


@pytest.fixture
def tick(perform):
    async def run():
        return await perform(Timetable((cycles.due,)).run_due, RunDue(), actor=the_clock(SCHOOL))

    return run


@pytest.fixture
def told(units, who):
    """What somebody was told, the newest last."""

    async def read(key: str) -> list[Posted]:
        audience = f"person:{who(key).person_id}"
        return [letter for letter in await letters(units) if letter.audience == audience]

    return read


def button(posted: Posted, label: str) -> Button:
    return next(one for one in buttons_of(posted.message) if one.label == label)
