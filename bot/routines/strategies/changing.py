"""Strategies begin, change, pause and begin again; never more than three at a time without an exception."""

import re
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.dates import day
from bot.messages.strategies import Page
from bot.messages.strategies.forms import LINE, NAME, REASON, Place
from bot.model.consensus import CheckState
from bot.model.people import Actor, Relation
from bot.model.strategies import MOST_ACTIVE, Strategy
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from bot.routines.strategies import goals
from bot.routines.strategies.looking import page
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

CHECKS = 20
BACK = timedelta(days=60)
PASSED = frozenset({CheckState.PASSED, CheckState.ADOPTED})
NO_SUCH = "I do not find this strategy. /ilt strategies lists them all."
FULL = (
    f"{MOST_ACTIVE} strategies are at work. Choose which one pauses, or let the ILT agree first: /ilt check"
)
NOT_ALLOWED = "This check has not passed, or allowed another strategy already. Please choose again."
SAME_NAME = "There is a strategy with this name already. Take it up again, or choose another name."
NOT_ACTIVE = "This strategy is paused already."
ACTIVE = "This strategy is at work already."
TOO_EARLY = "Choose today, or a day in the last two months."

Name = Annotated[str, Field(min_length=3, max_length=NAME)]
Line = Annotated[str, Field(max_length=LINE)]
Reason = Annotated[str, Field(min_length=3, max_length=REASON)]


class AboutStrategy(Question):
    strategy: str


class NewStrategy(Command):
    """`instead` is "pause:<id>" or "check:<id>" when three are at work."""

    name: Name
    status: Line = ""
    seen: Line = ""
    instead: str = ""


class TakeUpStrategy(Command):
    strategy: str
    reason: Reason
    instead: str = ""


class ChangeStrategy(Command):
    strategy: str
    name: Name
    status: Line = ""
    seen: Line = ""
    reason: Reason
    since: date


class PauseStrategy(Command):
    strategy: str
    reason: Reason


async def prepare_new(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Place:
    permit(actor, "new-strategy")
    return await _place(None, await viewer(actor, work=work, clock=clock), work)


async def prepare_take_up(question: AboutStrategy, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Place:
    permit(actor, "take-up-strategy")
    strategy = await found(question.strategy, work)
    if strategy.active:
        raise OutOfDate(ACTIVE)
    return await _place(strategy, await viewer(actor, work=work, clock=clock), work)


async def prepare_change(question: AboutStrategy, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Place:
    permit(actor, "change-strategy")
    sees = await viewer(actor, work=work, clock=clock)
    return Place(sees.today, await found(question.strategy, work))


async def prepare_pause(question: AboutStrategy, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Place:
    permit(actor, "pause-strategy")
    sees = await viewer(actor, work=work, clock=clock)
    return Place(sees.today, await found(question.strategy, work))


async def begin(command: NewStrategy, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Page:
    """Work on something new; a fourth needs one that pauses, or the ILT's exception (R-040)."""
    permit(actor, "new-strategy")
    sees = await viewer(actor, work=work, clock=clock)
    ever = await work.strategies.ever()
    if command.name.casefold() in {one.name.casefold() for one in ever}:
        raise Refusal(SAME_NAME, field="name")
    approved = await _make_room(command.instead, f"{command.name} comes first", sees, work)
    place = max((one.position for one in ever), default=-1) + 1
    strategy = Strategy(
        school=work.school,
        key=_key(command.name, {one.key for one in ever}),
        name=command.name,
        status=command.status,
        seen=command.seen,
        position=place,
    )
    strategy.change(on=sees.today, reason="It began", approved=approved)
    work.strategies.add(strategy)
    return await _done(f"{strategy.name} is at work.", sees, work)


async def take_up(command: TakeUpStrategy, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Page:
    """Work again on one that was paused, under the same rule."""
    permit(actor, "take-up-strategy")
    sees = await viewer(actor, work=work, clock=clock)
    strategy = await found(command.strategy, work)
    if strategy.active:
        raise OutOfDate(ACTIVE)
    approved = await _make_room(command.instead, f"{strategy.name} comes first", sees, work)
    strategy.change(on=sees.today, reason=command.reason, approved=approved, active=True)
    return await _done(f"{strategy.name} is at work again.", sees, work)


async def change(command: ChangeStrategy, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Page:
    """Keep new words as a version with its reason and the day since which it holds (R-041)."""
    permit(actor, "change-strategy")
    sees = await viewer(actor, work=work, clock=clock)
    strategy = await found(command.strategy, work)
    if not sees.today - BACK <= command.since <= sees.today:
        raise Refusal(TOO_EARLY, field="since")
    others = {one.name.casefold() for one in await work.strategies.ever() if one is not strategy}
    if command.name.casefold() in others:
        raise Refusal(SAME_NAME, field="name")
    strategy.change(
        on=command.since,
        reason=command.reason,
        approved=_by(sees),
        name=command.name,
        status=command.status,
        seen=command.seen,
    )
    return await _done(f"Saved. {strategy.name} holds since {day(command.since)}.", sees, work)


async def pause(command: PauseStrategy, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Page:
    permit(actor, "pause-strategy")
    sees = await viewer(actor, work=work, clock=clock)
    strategy = await found(command.strategy, work)
    if not strategy.active:
        raise OutOfDate(NOT_ACTIVE)
    strategy.change(on=sees.today, reason=command.reason, approved=_by(sees), active=False)
    return await _done(f"{strategy.name} is paused.", sees, work)


async def found(strategy_id: str, work: UnitOfWork) -> Strategy:
    strategy = await work.strategies.find(strategy_id)
    if strategy is None:
        raise NotFound(NO_SUCH)
    return strategy


async def _place(strategy: Strategy | None, sees: Viewer, work: UnitOfWork) -> Place:
    active = await work.strategies.active()
    if len(active) < MOST_ACTIVE:
        return Place(sees.today, strategy)
    return Place(sees.today, strategy, active, await _exceptions(work))


async def _exceptions(work: UnitOfWork) -> dict[str, str]:
    """The checks that passed and have not allowed another strategy yet, by id."""
    spent = {version.approved for one in await work.strategies.ever() for version in one.versions}
    latest = await work.consensus.latest(CHECKS)
    free = [one for one in latest if one.state in PASSED and _approval(one.label) not in spent]
    return {one.id: f"{one.label} {one.proposal}" for one in free}


async def _make_room(instead: str, reason: str, sees: Viewer, work: UnitOfWork) -> str:
    """Pause one of three, or take the ILT's exception; say in words who approved what is done."""
    active = await work.strategies.active()
    if len(active) < MOST_ACTIVE:
        return _by(sees)
    how, _, which = instead.partition(":")
    if how == "check":
        check = await work.consensus.find(which)
        if check is None or check.id not in await _exceptions(work):
            raise Refusal(NOT_ALLOWED, field="instead")
        return _approval(check.label)
    resting = next((one for one in active if how == "pause" and one.id == which), None)
    if resting is None:
        raise Refusal(FULL, field="instead")
    resting.change(on=sees.today, reason=reason, approved=_by(sees), active=False)
    return _by(sees)


def _approval(label: str) -> str:
    return f"consensus {label}"


def _by(sees: Viewer) -> str:
    is_leader = sees.actor.is_any(Relation.SCHOOL_LEADER)
    return "the school leader" if is_leader else "the acting school leader"


def _key(name: str, taken: set[str]) -> str:
    first = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:50] or "strategy"
    numbered = (f"{first}-{number}" for number in range(2, len(taken) + 3))
    return first if first not in taken else next(key for key in numbered if key not in taken)


async def _done(said: str, sees: Viewer, work: UnitOfWork) -> Page:
    await work.flush()
    await goals.say_anew(sees, work)
    return await page(sees, work, said)
