"""What the school asks of its district: asked, chased, answered or dropped (R-045)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages import asks as wording
from bot.messages.asks import LINE, WHAT, Asks, OpenAsk
from bot.messages.home import HomeShare
from bot.model.asks import LATE, AskState, DistrictAsk
from bot.model.calendar import A_DAY, SchoolCalendar
from bot.model.people import Actor
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.nameless import name_nobody
from bot.routines.requests import Command, Nothing, Question
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NO_SUCH = "I do not find this ask. Home shows those that are open."
OVER = "This ask has been answered or dropped already."
PAST = "This day has passed. Choose a later one, or leave it empty."
GONE = "This strategy is no longer there. Please choose again."

Said = Annotated[str, Field(min_length=10, max_length=WHAT)]
Line = Annotated[str, Field(min_length=3, max_length=LINE)]


class AskDistrict(Command):
    what: Said
    why: Said
    strategy: str | None = None
    needed_by: date | None = None


class AboutAsk(Question):
    ask: str


class ChaseAsk(Command):
    ask: str


class AnswerAsk(Command):
    ask: str
    response: Line


class DropAsk(Command):
    ask: str
    response: Line


async def prepare(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Mapping[str, str]:
    permit(actor, "ask-district")
    return {one.key: one.name for one in await work.strategies.active()}


async def prepare_answer(question: AboutAsk, *, actor: Actor, work: UnitOfWork, clock: Clock) -> DistrictAsk:
    permit(actor, "answer-ask")
    return await _open(question.ask, work)


async def prepare_drop(question: AboutAsk, *, actor: Actor, work: UnitOfWork, clock: Clock) -> DistrictAsk:
    permit(actor, "drop-ask")
    return await _open(question.ask, work)


async def see(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asks:
    permit(actor, "district-asks")
    return await _all(await viewer(actor, work=work, clock=clock), work)


async def ask(command: AskDistrict, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asks:
    permit(actor, "ask-district")
    sees = await viewer(actor, work=work, clock=clock)
    name_nobody({"what": command.what, "why": command.why}, sees.roster)
    if command.strategy and command.strategy not in {one.key for one in await work.strategies.active()}:
        raise Refusal(GONE, field="strategy")
    if command.needed_by and command.needed_by < sees.today:
        raise Refusal(PAST, field="needed_by")
    asked = DistrictAsk(
        school=work.school,
        number=await work.numbers.next("district ask"),
        asked_by=actor.person_id,
        asked_on=sees.today,
        **command.model_dump(),
    )
    work.asks.add(asked)
    await work.flush()
    done = f"{asked.label} is noted. After {LATE} school days without an answer it is on the next draft."
    return await _all(sees, work, done)


async def chase(command: ChaseAsk, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asks:
    """Note that it is asked again, and give the words for that; its days begin anew."""
    permit(actor, "chase-ask")
    sees = await viewer(actor, work=work, clock=clock)
    asked = await _open(command.ask, work)
    asked.chase(sees.today)
    [chased] = [one for one in await open_asks(sees.calendar, sees.today, work) if one.ask is asked]
    return await _all(sees, work, f"{asked.label} is chased. Its days count from today.", chased)


async def answer(command: AnswerAsk, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asks:
    permit(actor, "answer-ask")
    return await _settle(command, AskState.ANSWERED, await viewer(actor, work=work, clock=clock), work)


async def drop(command: DropAsk, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asks:
    permit(actor, "drop-ask")
    return await _settle(command, AskState.DROPPED, await viewer(actor, work=work, clock=clock), work)


async def _settle(command: AnswerAsk | DropAsk, state: AskState, sees: Viewer, work: UnitOfWork) -> Asks:
    name_nobody({"response": command.response}, sees.roster)
    asked = await _open(command.ask, work)
    asked.settle(state, command.response, sees.today)
    return await _all(sees, work, f"{asked.label} is {wording.STATES[state]}.")


async def _open(ask_id: str, work: UnitOfWork) -> DistrictAsk:
    found = await work.asks.find(ask_id)
    if found is None:
        raise NotFound(NO_SUCH)
    if not found.is_open:
        raise OutOfDate(OVER)
    return found


async def _all(sees: Viewer, work: UnitOfWork, done: str = "", chased: OpenAsk | None = None) -> Asks:
    ended = [one for one in await work.asks.all() if not one.is_open]
    return Asks(await open_asks(sees.calendar, sees.today, work), ended, done, chased)


async def open_asks(calendar: SchoolCalendar, today: date, work: UnitOfWork) -> list[OpenAsk]:
    """The open ones, oldest first, with the school days each has had no answer for."""
    names = {one.key: one.name for one in await work.strategies.ever()}
    return [
        OpenAsk(
            one,
            names.get(one.strategy or "", ""),
            sum(1 for _ in calendar.school_days(one.waits_since + A_DAY, today)),
        )
        for one in reversed(await work.asks.all())
        if one.is_open
    ]


async def late_asks(calendar: SchoolCalendar, today: date, work: UnitOfWork) -> list[OpenAsk]:
    """Those that stand on a draft: without an answer for 15 school days."""
    return [one for one in await open_asks(calendar, today, work) if one.waits >= LATE]


async def home(sees: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The open asks, for the ILT."""
    if not may(sees.actor, "district-asks"):
        return HomeShare()
    found = await open_asks(sees.calendar, sees.today, work)
    return HomeShare(sections=(wording.section(found),)) if found else HomeShare()


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """Nothing by itself: what waits too long stands on the draft of the next agenda."""
    return ()


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {}
