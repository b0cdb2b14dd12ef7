"""Putting another content into a database on a server, with the old one set aside until all is well."""

from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import NAME

ASIDE = "ilt_replaced_"
CARRIED = ("holds", "deletion_receipts")
"""What a backup may not know yet, and must: what is held, and what was erased since it was made."""

OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1 "
    "AND pid <> pg_backend_pid()"
)


async def programs_at_work(engine: AsyncEngine) -> int:
    """How many connections of this program there are to the database, beside this one."""
    async with engine.connect() as connection:
        return int((await connection.exec_driver_sql(OTHERS, (NAME,))).scalar_one())


async def is_empty(engine: AsyncEngine) -> bool:
    """Whether there is no table yet."""
    async with engine.connect() as connection:
        return await connection.run_sync(lambda plain: not inspect(plain).get_table_names("public"))


async def set_aside(engine: AsyncEngine, when: str) -> str:
    """Leave the database empty, and return under which name what was in it is kept."""
    kept = f"{ASIDE}{when}"
    async with engine.begin() as connection:
        await connection.exec_driver_sql(f'ALTER SCHEMA public RENAME TO "{kept}"')
        await connection.exec_driver_sql("CREATE SCHEMA public")
    return kept


async def kept_aside(engine: AsyncEngine) -> list[str]:
    """Under which names older contents of a database on a server are kept."""
    if engine.dialect.name != "postgresql":
        return []
    async with engine.connect() as connection:
        return await connection.run_sync(_aside)


async def put_back(engine: AsyncEngine, kept: str | None) -> None:
    """Undo that: what is there now is dropped, and what was there before is in its place again."""
    async with engine.begin() as connection:
        await connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        again = f'ALTER SCHEMA "{kept}" RENAME TO public' if kept else "CREATE SCHEMA public"
        await connection.exec_driver_sql(again)


async def carry(engine: AsyncEngine) -> None:
    """Take over the holds and receipts that the backup has not got, from everything that was set aside."""
    async with engine.begin() as connection:
        await connection.run_sync(_carry)


def _aside(connection: Connection) -> list[str]:
    return [name for name in inspect(connection).get_schema_names() if name.startswith(ASIDE)]


def _carry(connection: Connection) -> None:
    seen = inspect(connection)
    for kept in _aside(connection):
        for table in set(CARRIED) & set(seen.get_table_names(kept)):
            there = {column["name"] for column in seen.get_columns(table, "public")}
            both = [column["name"] for column in seen.get_columns(table, kept) if column["name"] in there]
            listed = ", ".join(f'"{name}"' for name in both)
            connection.exec_driver_sql(
                f'INSERT INTO public."{table}" ({listed}) SELECT {listed} FROM "{kept}"."{table}" '  # noqa: S608  # names of our own tables
                "ON CONFLICT DO NOTHING"
            )
