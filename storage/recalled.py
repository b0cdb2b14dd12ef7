"""Answers that a unit of work has been given: asked again, they are not read again until it has written."""

from collections.abc import Awaitable, Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

ANSWERS = "answers"


class Store(Protocol):
    @property
    def session(self) -> AsyncSession: ...

    @property
    def school(self) -> str: ...


S = TypeVar("S", bound=Store)
P = ParamSpec("P")
T = TypeVar("T")


def recalled(
    ask: Callable[Concatenate[S, P], Awaitable[T]],
) -> Callable[Concatenate[S, P], Awaitable[T]]:
    """Let a store's question be asked once in a unit of work, and again after whatever the unit writes.

    The answer is everybody's who asks: what it holds may be changed, itself it may not. What was changed and
    is not written yet is written first, as before any question.
    """

    @wraps(ask)
    async def asked(store: S, /, *args: P.args, **named: P.kwargs) -> T:
        session = store.session
        if session.new or session.dirty or session.deleted:
            await session.flush()
        answers: dict[Hashable, object] = session.info.setdefault(ANSWERS, {})
        question = (ask, store.school, args, tuple(named.items()))
        if question not in answers:
            answers[question] = await ask(store, *args, **named)
        return cast(T, answers[question])

    return asked


def forget_answers(session: Session) -> None:
    """Something is written: what was asked before is asked again."""
    session.info.pop(ANSWERS, None)


@event.listens_for(Session, "after_flush")
def _on_flush(session: Session, context: UOWTransaction) -> None:
    forget_answers(session)


@event.listens_for(Session, "do_orm_execute")
def _on_statement(state: ORMExecuteState) -> None:
    if not state.is_select:
        forget_answers(state.session)
