"""A school with one thing of each kind, and a door that does everything and keeps nothing."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date

import pytest

from bot.model.people import Actor, Relation
from bot.model.problems import Check, Mark
from bot.model.staff_input import Mode, Scope
from bot.perform import Performer
from bot.routines import checkins, cycles, decisions, meetings, problems, school, staff_input, strategies
from bot.routines.meetings import items
from bot.routines.requests import Nothing
from storage.unit_of_work import UnitOfWork
from storage.units_of_work import UnitsOfWork
from tests.conftest import OPERATOR, SCHOOL, StillClock, sample_file
from tests.routines.cycles.conftest import GOAL, MONDAY
from tests.routines.decisions.told import relayed

AUTHOR, CARRIER, LEAD, LEADER = "uma-thistle", "oli-nettle", "oli-nettle", "mina-linden"
OTHER_SCHOOL = "other-elementary"


@dataclass(frozen=True)
class Things:
    """The ids of one thing of each kind, by the field that names it, and who is what to them."""

    ids: Mapping[str, str]
    standing: Mapping[str, Mapping[Relation, frozenset[str]]]


class Rehearsal(UnitsOfWork):
    """Units of work that are never kept."""

    @asynccontextmanager
    async def writing(self, school: str) -> AsyncIterator[UnitOfWork]:
        async with super().writing(school) as work:
            try:
                yield work
            finally:
                await work.session.rollback()


@pytest.fixture
def rehearse(engines, clock) -> Performer:
    return Performer(Rehearsal(engines), clock)


@pytest.fixture
async def things(perform, units, who, clock, sample) -> Things:
    return await lived(perform, units, who, clock)


async def lived(
    perform: Performer, units: UnitsOfWork, who: Callable[[str], Actor], clock: StillClock
) -> Things:
    """Live a few days of the sample school, until there is one of everything a verb can be about."""
    file = sample_file()
    async with units.writing(SCHOOL) as work:
        roster = await work.people.roster()
        await meetings.establish(file.meetings, work=work, roster=roster)
        await strategies.establish(file.strategies, work=work, roster=roster)
        await checkins.establish(file.check_ins, work=work, roster=roster)
    given = await perform(
        staff_input.give,
        staff_input.GiveInput(see="Time is short on Mondays", mode=Mode.THROUGH_REP, scope=Scope.MY_TEAM),
        actor=who(AUTHOR),
    )
    added = await perform(items.add, items.AddItem(title="Bus duty"), actor=who(LEAD))
    decision = await relayed(perform, clock, who)
    put = decisions.PutQuestion(decision=decision.id, text="When does it start?")
    await perform(decisions.ASK.put, put, actor=who(AUTHOR))
    pair = next(iter(await perform(checkins.mine, Nothing(), actor=who(LEAD))))
    clock.on(date(2026, 11, 5))
    opening = cycles.OpenCycle(
        other=who(LEADER).person_id,
        weeks=4,
        begins=MONDAY,
        goal=GOAL,
        baseline="1 of 4",
        target="3 of 4",
        measure="Count it",
    )
    cycle = await perform(cycles.propose, opening, actor=who(LEAD))
    await perform(cycles.agree, cycles.AgreeToCycle(cycle=cycle.cycle.id), actor=who(LEADER))
    async with units.reading(SCHOOL) as work:
        (question,) = await work.decisions.questions_about(decision.id)
        phase = (await work.cycles.phases([cycle.cycle.id]))[cycle.cycle.id][0]
        window = (await work.walkthroughs.windows())[0]
    framed = await perform(
        problems.frame, problems.FrameProblem(statement="In grade 3 we share too soon"), actor=who(LEAD)
    )
    problem = framed.sheet.problem
    answered = problems.ChangeProblem(
        problem=problem.id,
        statement=problem.statement,
        students="They explain",
        marks=dict.fromkeys(Check, Mark.PASS),
    )
    await perform(problems.change, answered, actor=who(LEAD))
    pair_of = frozenset({who(LEAD).person_id, who(LEADER).person_id})
    return Things(
        {
            "input": given.id,
            "item": added.item.id,
            "decision": decision.id,
            "question": question.id,
            "series": pair.series,
            "day": pair.day.isoformat(),
            "cycle": cycle.cycle.id,
            "phase": phase.id,
            "window": window.id,
            "problem": problem.id,
        },
        {
            "input": {
                Relation.AUTHOR: frozenset({who(AUTHOR).person_id}),
                Relation.CARRIER: frozenset({who(CARRIER).person_id}),
            },
            "decision": {Relation.AUTHOR: frozenset({who("dale-clover").person_id})},
            "problem": {Relation.AUTHOR: frozenset({who(LEAD).person_id})},
            "item": {Relation.AUTHOR: frozenset({who(LEAD).person_id})},
            "series": {Relation.PAIR: pair_of},
            "cycle": {Relation.PAIR: pair_of},
            "phase": {Relation.PAIR: pair_of},
        },
    )


@pytest.fixture
async def elsewhere(perform, sample) -> Actor:
    """Somebody who is everything at another school of the same database."""
    file = sample_file()
    other = file.model_copy(update={"school": file.school.model_copy(update={"key": OTHER_SCHOOL})})
    operator = Actor(OTHER_SCHOOL, OPERATOR.person_id, OPERATOR.relations)
    await perform(school.apply, school.ApplySchool(file=other), actor=operator)
    everything = frozenset(Relation) - {Relation.STRANGER, Relation.CLOCK, Relation.GUEST}
    return Actor(OTHER_SCHOOL, "f" * 32, everything)
