"""SQLite through aiosqlite: one trip to its thread for each statement instead of four, and none to begin.

aiosqlite runs every call on a thread of its own, so that a slow disk never holds the event loop.
SQLAlchemy's dialect makes a trip there to open a cursor, one to execute, one to fetch and one to
close; the trips cost more than the statements. This dialect does the four in one. A transaction begins on the
way of its first statement, and what never began makes no trip to end. What only read is ended without
waiting, and rows that nobody waits for are taken along by the next trip (`storage.later`).
"""

from collections import deque
from collections.abc import Callable
from sqlite3 import Connection, Cursor
from typing import Any, NamedTuple

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.util.concurrency import await_

from storage.prepared import Said

DRIVER = "sqlite+onetrip"


class Outcome(NamedTuple):
    """What a closed cursor leaves behind."""

    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None

    def close(self) -> None:
        """There is nothing left to close."""


class OneTripCursor(AsyncAdapt_aiosqlite_cursor):
    """Executes, fetches and closes in one call on the connection's thread."""

    __slots__ = ()
    _awaitable_cursor_close = False
    _adapt_connection: "OneTripConnection"
    _cursor: Any

    def _make_new_cursor(self, connection: Any) -> Any:
        return Outcome()

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor

    async def _execute_async(self, operation: Any, parameters: Any) -> Any:
        return await self._in_one_trip(lambda cursor: cursor.execute(operation, parameters or ()))

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> Any:
        return await self._in_one_trip(lambda cursor: cursor.executemany(operation, seq_of_parameters))

    async def _in_one_trip(self, run: Callable[[Cursor], object]) -> None:
        connection: Connection = self._connection._conn
        adapted = self._adapt_connection
        beginning, adapted.beginning = adapted.beginning, ""
        waiting = adapted.taken_along()

        def trip() -> tuple[Outcome, list[Any]]:
            cursor = connection.cursor()
            try:
                if beginning:
                    cursor.execute(beginning)
                for said in waiting:
                    cursor.execute(*said)
                run(cursor)
                rows = cursor.fetchall() if cursor.description else []
                return Outcome(cursor.description, cursor.rowcount, cursor.lastrowid), rows
            finally:
                adapted.is_away = False
                cursor.close()

        async with adapted._execute_mutex:
            adapted.is_away = True
            try:
                self._cursor, rows = await self._connection._execute(trip)
            except Exception:
                if not connection.in_transaction:
                    adapted.beginning, adapted.waiting[:0] = beginning, waiting
                raise
        self._rows = deque(rows)


class OneTripConnection(AsyncAdapt_aiosqlite_connection):
    """`beginning` is said before the next statement, and no transaction is open until it has been; `is_away`
    while a statement is under way, which goes on when nobody waits for it any more.

    What is `waiting`, statements with their values, is said on the way of the next one or of the commit, as a
    part of the transaction. With `only_reads`, a transaction is over for whoever asked as soon as they say
    so: the thread ends it before whatever it is asked next.
    """

    __slots__ = ("beginning", "has_left", "is_away", "only_reads", "waiting")
    _cursor_cls = OneTripCursor

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self.beginning = ""
        self.is_away = self.has_left = self.only_reads = False
        self.waiting: list[Said] = []

    def begin(self, beginning: str) -> None:
        """Say this before the next statement."""
        self.beginning, self.has_left = beginning, False
        self.waiting.clear()

    def taken_along(self) -> list[Said]:
        """What waits, which the caller says now."""
        taken = [*self.waiting]
        self.waiting.clear()
        return taken

    def commit(self) -> None:
        if self.only_reads and not self.waiting:
            self._leave()
        elif self.waiting or self._may_have_begun():
            try:
                await_(self._connection._execute(self._keep, self.taken_along()))
            except Exception as error:  # noqa: BLE001  # it is told apart and raised there
                self._handle_exception(error)
        self.beginning = ""

    def _keep(self, waiting: list[Said]) -> None:
        connection: Connection = self._connection._conn
        if waiting and not connection.in_transaction:
            connection.execute(self.beginning or "ROLLBACK")  # which fails: what was begun is gone
        for said in waiting:
            connection.execute(*said)
        connection.commit()

    def rollback(self) -> None:
        if self.only_reads:
            self._leave()
        elif self._may_have_begun():
            super().rollback()
        self.beginning = ""
        self.waiting.clear()

    def _leave(self) -> None:
        if self._may_have_begun() and not self.has_left:
            self.has_left = True
            self._connection._tx.put_nowait((None, self._connection._conn.rollback))

    def _may_have_begun(self) -> bool:
        connection = self._connection._connection
        return self.is_away or (connection is not None and connection.in_transaction)

    def script(self, statements: str) -> None:
        """Run statements that answer nothing."""
        await_(self._connection._execute(self._connection._conn.executescript, statements))


class OneTripDBAPI(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *arg: Any, **kw: Any) -> AsyncAdapt_aiosqlite_connection:
        connection = self.aiosqlite.connect(*arg, **kw)
        connection._thread.daemon = True
        try:
            return OneTripConnection(self, await_(connection))
        except BaseException:
            # aiosqlite ends the thread without waiting for it; the loop may be closed before it is heard.
            connection._thread.join(timeout=1)
            raise


class OneTripDialect(SQLiteDialect_aiosqlite):
    driver = "onetrip"
    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> OneTripDBAPI:
        return OneTripDBAPI(__import__("aiosqlite"), __import__("sqlite3"))


registry.register("sqlite.onetrip", __name__, OneTripDialect.__name__)
