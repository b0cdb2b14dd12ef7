"""Giving input without a name, and what the holder of its code can do. Nothing here writes down a person."""

from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.staff_input.anonymous import Sealed, ShownAnonymous
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.model.publishing import publishable
from bot.model.receipts import kept_of, new_code, read_code
from bot.model.staff_input import (
    LONGEST_MORE,
    AnonymousInput,
    Scope,
    counted_with,
    outcome_by,
    team_cells,
    week_of,
)
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from bot.routines.staff_input import agenda
from bot.routines.staff_input.given import GiveInput
from bot.routines.staff_input.telling import promised
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

LONGEST_CODE = 40
NOBODY_ANSWERS = (
    "Nobody at this school answers staff input yet. Ask whoever looks after ILT Bot here to name a triager."
)
TOO_SMALL = (
    "So few people work at this school that they could guess who wrote it. Choose Named or Through my rep."
)
NO_SUCH_CODE = (
    "I know no input with this code. Look at each sign once more: it is a bird and four groups of four. "
    "I keep no copy of a code, so I cannot find it for you."
)
BEING_LOOKED_AT = "It is settled already. Type /ilt status with your code to see what became of it."

Code = Annotated[str, Field(min_length=4, max_length=LONGEST_CODE)]


class Anonymous(Command):
    """Something done with a code: it leaves nothing behind that a person could be known by."""

    code: Code

    @property
    def is_anonymous(self) -> bool:
        return True


class WithdrawAnonymous(Anonymous):
    """Take it back, with its words."""


class AddToAnonymous(Anonymous):
    more: Annotated[str, Field(min_length=1, max_length=LONGEST_MORE)]


class AboutCode(Question):
    code: Code

    @property
    def is_anonymous(self) -> bool:
        return True


async def seal(command: GiveInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sealed:
    """Keep what was said and give its sender the code, once; the same form sent again gets the same code."""
    permit(actor, "input")
    sees = await viewer(actor, work=work, clock=clock)
    promised(sees)
    if sees.roster.triager() is None:
        raise Refusal(NOBODY_ANSWERS)
    fewest = (await work.settings.now()).k
    counted = counted_with(sees.roster, actor.person_id, fewest)
    if counted is None:
        raise Refusal(TOO_SMALL, field="mode")
    code = read_code(command.receipt) or new_code()
    if await work.anonymous.by_receipt(kept_of(code)) is None:
        await work.anonymous.add(
            AnonymousInput(
                school=work.school,
                receipt=kept_of(code),
                week=week_of(sees.today),
                team=counted.key if command.scope is Scope.MY_TEAM else None,
                topic=command.topic,
                needs=command.needs,
                scope=command.scope,
                see=command.see,
                suggest=command.suggest,
            )
        )
    return Sealed(code, outcome_by(sees.now, sees.calendar))


async def with_code(
    question: AboutCode, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[ShownAnonymous, str]:
    """What became of the input with this code, and the code as it is written."""
    permit(actor, "status")
    given = await found(question.code, work)
    return await shown(given, work, mine=True), read_code(question.code) or question.code


async def before_adding(
    question: AboutCode, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> ShownAnonymous:
    permit(actor, "add-to-anonymous")
    given = await found(question.code, work)
    if not given.may_be_added_to:
        raise OutOfDate("You can add something once, until it is settled. " + BEING_LOOKED_AT)
    return await shown(given, work, mine=True)


async def add(command: AddToAnonymous, *, actor: Actor, work: UnitOfWork, clock: Clock) -> ShownAnonymous:
    """Add something once, until somebody has settled it."""
    permit(actor, "add-to-anonymous")
    given = await found(command.code, work)
    if given.more == command.more:
        return await shown(given, work, mine=True)
    if not given.may_be_added_to:
        raise OutOfDate("You can add something once, until it is settled. " + BEING_LOOKED_AT)
    given.add(command.more)
    work.anonymous.leave_no_trace()
    return await shown(given, work, mine=True)


async def take_back(
    command: WithdrawAnonymous, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> ShownAnonymous:
    """Delete its words and take it off the agenda, until it has been considered."""
    permit(actor, "withdraw-anonymous")
    given = await found(command.code, work)
    if not given.may_be_withdrawn:
        raise OutOfDate(BEING_LOOKED_AT)
    await agenda.take_off_anonymous(given, work=work)
    given.withdraw()
    work.anonymous.leave_no_trace()
    return await shown(given, work, mine=True)


async def found(said: str, work: UnitOfWork) -> AnonymousInput:
    """The input whose code this is. Raises `NotFound`; a wrong try is written down nowhere."""
    code = read_code(said)
    given = await work.anonymous.by_receipt(kept_of(code)) if code else None
    if given is None:
        raise NotFound(NO_SUCH_CODE)
    return given


async def shown(
    given: AnonymousInput, work: UnitOfWork, *, mine: bool = False, may: tuple[str, ...] = ()
) -> ShownAnonymous:
    """The input as the holder of its code (`mine`), or whoever answers it, sees it now."""
    fewest = (await work.settings.now()).k
    own = (("add-to-anonymous",) if given.may_be_added_to else ()) + (
        ("withdraw-anonymous",) if given.may_be_withdrawn else ()
    )
    return ShownAnonymous(
        id=given.id,
        label=given.label,
        state=given.state,
        topic=given.topic,
        scope=given.scope,
        group=group_in_words(given, await work.people.roster(), fewest),
        week=given.week,
        see=given.see,
        suggest=given.suggest,
        more=given.more,
        asked=given.asked,
        outcome=given.outcome,
        reason=given.reason,
        look_again=given.look_again,
        meeting_on=given.meeting_on,
        decision=given.decision,
        may=own if mine else may,
        needs=given.needs,
    )


def group_in_words(given: AnonymousInput, roster: Roster, fewest: int) -> str:
    """With whom it is counted, looked at again: a team that has become too small is not named any more."""
    named = given.team in publishable(team_cells(roster), total_shown=True, fewest=fewest)
    team = roster.team(given.team) if given.team and named else None
    return team.name if team else "all staff"
