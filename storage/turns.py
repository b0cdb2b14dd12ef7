"""When a letter that is due may go: let go, under a letter that is there, and after those before it."""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, exists, func, literal, or_, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from bot.model.outbox import SHAPE, LetterState, Priority
from bot.model.platforms import WORKSPACE
from storage import tables
from storage.columns import choice
from storage.outcomes import IN_FLIGHT, OPEN

table = tables.outbox.outbox
outbox, addresses = table.c, tables.people.addresses.c
earlier = table.alias("earlier").c
in_hand = table.alias("in_hand").c

PENDING = literal(LetterState.PENDING, choice(LetterState), literal_execute=True)
"""Written into the statement, not bound to it: for a bound word the planner leaves a partial index unused."""

READ = (
    outbox.id,
    outbox.school,
    outbox.key,
    outbox.audience,
    outbox.message,
    outbox.platform,
    outbox.attempts,
    outbox.thread,
    outbox.reason,
    outbox.if_unknown,
    outbox.first_tried_at,
    outbox.address,
    outbox.stale_at,
    outbox.act,
    outbox.due_at,
    outbox.priority,
    outbox.weight,
)
"""What a courier needs to know of a letter."""


@cache
def due() -> Select[*tuple[Any, ...]]:
    """What is due at `now` on `platform`: by school and urgency, whether it may go, how much it is, and the
    school's workspace, where that is known.

    Put together once: it is asked often.
    """
    queue = (outbox.school, outbox.priority, is_let_go(outbox))
    workspace = select(addresses.address).where(
        addresses.platform == bindparam("platform"),
        addresses.audience == WORKSPACE,
        addresses.school == outbox.school,
    )
    return (
        select(*queue, func.count(), workspace.scalar_subquery())
        .where(
            outbox.platform == bindparam("platform"),
            outbox.state == PENDING,
            outbox.held_at.is_(None),
            outbox.due_at <= bindparam("now"),
        )
        .group_by(*queue)
    )


@cache
def worth_taking() -> Select[*tuple[Any, ...]]:
    """What one queue of a `school` has to send or is stale, oldest first, `most` of it; put together once,
    too."""
    now: ColumnElement[Any] = bindparam("now")
    in_turn = and_(~_is_in_hand(), ~_waits_its_turn(), ~_waits_for_its_thread(outbox))
    return (
        select(*READ)
        .where(
            outbox.school == bindparam("school"),
            outbox.platform == bindparam("platform"),
            outbox.priority == bindparam("priority"),
            may_go(outbox),
            outbox.due_at <= now,
            is_readable(),
            or_(outbox.stale_at < now, in_turn),
        )
        .order_by(outbox.due_at, outbox.id)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
    )


def is_readable() -> ColumnElement[bool]:
    """It is in a shape that this program knows; it leaves others to newer programs on the same database."""
    return outbox.shape <= SHAPE


def may_go(letter: ReadOnlyColumnCollection[str, Any]) -> ColumnElement[bool]:
    """It waits to be sent, and nothing holds it back."""
    return and_(letter.state == PENDING, letter.held_at.is_(None), is_let_go(letter))


def is_let_go(letter: ReadOnlyColumnCollection[str, Any]) -> ColumnElement[bool]:
    """It answers somebody, or it has been decided that it goes by itself."""
    return or_(letter.weight.is_(None), letter.let_go_at.is_not(None))


def _is_in_hand() -> ColumnElement[bool]:
    """A letter to the same audience is on its way."""
    other = select(in_hand.id).where(
        in_hand.school == outbox.school,
        in_hand.audience == outbox.audience,
        in_hand.platform == outbox.platform,
        in_hand.state.in_(IN_FLIGHT),
    )
    return _is_there(other)


def _waits_its_turn() -> ColumnElement[bool]:
    """An earlier letter to the same audience could go and has not; an answer waits only for earlier answers.

    One that waits for its thread is not in the way: its thread may have moved behind this one.
    """
    before = or_(
        earlier.due_at < outbox.due_at, and_(earlier.due_at == outbox.due_at, earlier.id < outbox.id)
    )
    return exists().where(
        earlier.school == outbox.school,
        earlier.audience == outbox.audience,
        earlier.platform == outbox.platform,
        may_go(earlier),
        earlier.due_at <= outbox.due_at,
        before,
        or_(outbox.priority != Priority.ANSWER, earlier.priority == Priority.ANSWER),
        ~_waits_for_its_thread(earlier),
    )


def _waits_for_its_thread(letter: ReadOnlyColumnCollection[str, Any]) -> ColumnElement[bool]:
    """The letter it is said under may still be sent."""
    leader = table.alias().c
    return _is_there(
        select(leader.id).where(
            leader.school == letter.school, leader.key == letter.thread, leader.state.in_(OPEN)
        )
    )


def _is_there(one: Select[str]) -> ColumnElement[bool]:
    """Whether there is such a row, looked for by index for each letter. Of an EXISTS PostgreSQL would make a
    table of all such rows first, at every claim: it thinks that most of what is due is looked at."""
    return one.limit(1).scalar_subquery().is_not(None)
