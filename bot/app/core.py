"""The bot without a platform: its database, its clock, its routines."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import keys
from bot.app.monitoring import looking
from bot.app.timekeeping import SteadyClock, moment_of
from bot.errors import Problem
from bot.health import Metrics
from bot.model.settings import RoutineName
from bot.perform import Performer
from bot.ports import Clock
from bot.routines import (
    agenda_items,
    agendas,
    asks,
    away,
    calendar,
    campaigns,
    channels,
    charter,
    checkins,
    commitments,
    consensus,
    courtesy,
    cycles,
    decisions,
    deliveries,
    initiatives,
    live,
    meetings,
    minutes,
    pd,
    principal,
    problems,
    quiet,
    reaching,
    relay,
    roles,
    roster,
    seats,
    staff_input,
    strategies,
    threads,
    walkthroughs,
)
from bot.routines.guests import looking as guests
from bot.routines.setup import home as setup
from bot.routines.start import Start, while_on
from bot.routines.timetable import Timetable
from bot.settings import Settings
from storage import migrations
from storage.columns import sealer_of
from storage.engine import Engines, NotADatabase, connect
from storage.sealed_columns import names_in_use
from storage.trouble import LOST_KEY, TROUBLE, in_words
from storage.units_of_work import UnitsOfWork

NOUNS = (
    staff_input,
    campaigns,
    meetings,
    live,
    minutes,
    commitments,
    agendas,
    agenda_items,
    problems,
    charter,
    decisions,
    relay,
    consensus,
    threads,
    walkthroughs,
    checkins,
    cycles,
    calendar,
    away,
    channels,
    seats,
    strategies,
    initiatives,
    asks,
    principal,
    pd,
)
"""The routines, in the order their news stands on Home."""

SWITCHED = {
    staff_input: RoutineName.INPUT,
    campaigns: RoutineName.INPUT,
    meetings: RoutineName.MEETINGS,
    live: RoutineName.MEETINGS,
    minutes: RoutineName.MEETINGS,
    commitments: RoutineName.MEETINGS,
    agendas: RoutineName.MEETINGS,
    agenda_items: RoutineName.MEETINGS,
    problems: RoutineName.MEETINGS,
    charter: RoutineName.MEETINGS,
    initiatives: RoutineName.MEETINGS,
    asks: RoutineName.MEETINGS,
    principal: RoutineName.MEETINGS,
    pd: RoutineName.MEETINGS,
    decisions: RoutineName.DECISIONS,
    threads: RoutineName.DECISIONS,
    relay: RoutineName.DECISIONS,
    consensus: RoutineName.DECISIONS,
    walkthroughs: RoutineName.WALKTHROUGHS,
    checkins: RoutineName.CHECKINS,
    cycles: RoutineName.CYCLES,
}
"""The nouns that a school switches on and off."""

SOME = 10
"""Of many schools, so many are named."""
WRITE_A_SCHOOL = (
    "Write a school.yaml and run `ilt-bot school apply school.yaml`; "
    "or begin an empty one with `ilt-bot school new`, and set it up in chat."
)
NO_SCHOOL = f"There is no school yet. {WRITE_A_SCHOOL}"
NO_DATABASE_URL = "ILT_DATABASE_URL is not a database I know. Write sqlite:///ilt.db or postgresql://user:password@host/name."


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True)
class Core:
    """Everything the bot is, on no particular platform."""

    engines: Engines
    units: UnitsOfWork
    clock: Clock
    perform: Performer
    metrics: Metrics
    start: Start
    timetable: Timetable

    async def upgrade(self) -> None:
        """Bring the database to this program's shape; raises `Problem` when a newer one made it."""
        await migrations.upgrade(self.engines.writer)

    async def require_key(self) -> None:
        """Raise `Problem` when something in the database was encrypted with a key that is not at hand."""
        if await names_in_use(self.engines.reader) - {*sealer_of(self.engines.reader.dialect).names}:
            raise Problem(LOST_KEY)

    async def check(self) -> list[str]:
        """Say what is wrong with the database, in sentences; empty when nothing is. Changes nothing."""
        try:
            await migrations.require_current(self.engines.reader)
            if await migrations.is_ahead(self.engines.reader):
                return [migrations.AHEAD, *await migrations.damage(self.engines.reader)]
        except migrations.Unfit as error:
            return [str(error)]
        return [*await migrations.damage(self.engines.reader), *await migrations.drift(self.engines.reader)]

    async def check_quickly(self) -> str | None:
        """Say in a sentence what keeps the database from being used; None when nothing does."""
        try:
            await self.units.schools()
        except TROUBLE as error:
            return in_words(error)
        return self.units.trouble

    async def known_schools(self) -> list[str]:
        """The keys of all schools; raises `Problem` when there is none yet."""
        schools = await self.units.schools()
        if not schools:
            raise Problem(NO_SCHOOL)
        return schools

    async def school_named(self, key: str | None) -> str:
        """The school with that key, or the only one there is; raises `Problem` when that is not clear."""
        schools = await self.known_schools()
        if key in schools:
            return key
        more = f" and {len(schools) - SOME} more" if len(schools) > SOME else ""
        listed = ", ".join(schools[:SOME]) + more
        if key is not None:
            raise Problem(f"There is no school {key}. There is: {listed}.")
        if len(schools) > 1:
            raise Problem(f"There are several schools: {listed}. Name one with --school.")
        return schools[0]


@asynccontextmanager
async def opened(
    settings: Settings, clock: Clock | None = None, *, existing: bool = False, at_leisure: bool = False
) -> AsyncIterator[Core]:
    """Open the bot's core on the database the settings name, and close it afterwards.

    What a database can refuse (not there, locked, full, newer than the program) becomes a `Problem`. With
    `existing`, so does a database that is not there yet or not in this program's shape, and nothing is made.
    With `at_leisure` one statement may take as long as it takes: for upgrades of a large database. Without a
    clock it goes by the database server's, on a file by this computer's.
    """
    try:
        url = named(settings.database_url)
        sealer = keys.sealer(settings, sqlite_file(url), make=not existing)
        patience = timedelta(seconds=settings.database_wait_seconds)
        if not existing:
            keys.keep_to_ourselves(sqlite_file(url))
        engines = connect(url, sealer, patience=patience, at_leisure=at_leisure)
    except NotADatabase as error:
        raise Problem(NO_DATABASE_URL) from error
    try:
        if existing:
            _require_file(settings)
            await migrations.require_current(engines.reader)
        yield assembled(engines, clock or SteadyClock(await moment_of(engines)))
    except migrations.Unfit as error:
        raise Problem(str(error)) from error
    except TROUBLE as error:
        raise Problem(in_words(error)) from error
    finally:
        await engines.dispose()


def named(url: str) -> str:
    """The same URL; raises `NotADatabase` for a SQLite one without a file, which would forget everything."""
    if sqlite_file(url) in (Path(), Path(":memory:")):
        raise NotADatabase("sqlite")
    return url


def database_file(settings: Settings) -> Path | None:
    """The file that the settings name, None for a server; raises `Problem` for SQLite without a file."""
    try:
        return sqlite_file(named(settings.database_url))
    except NotADatabase as error:
        raise Problem(NO_DATABASE_URL) from error


def _require_file(settings: Settings) -> None:
    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        raise Problem(f"There is no database at {file} yet. {WRITE_A_SCHOOL}")


def assembled(engines: Engines, clock: Clock) -> Core:
    """Put the core together; nothing is opened yet."""
    units = UnitsOfWork(engines)
    metrics = Metrics(looking(units, engines, clock))
    timetable = Timetable([*(noun.due for noun in NOUNS), channels.CatchUp(reasons(), clock).due])
    shares = [while_on(SWITCHED[noun], noun.home) if noun in SWITCHED else noun.home for noun in NOUNS]
    return Core(
        engines,
        units,
        clock,
        Performer(units, clock, metrics.measure),
        metrics,
        Start(
            [
                setup.home,
                quiet.Quiet(timetable).home,
                *shares,
                while_on(RoutineName.MEETINGS, roles.home),
                while_on(RoutineName.MEETINGS, guests.home),
                roster.home,
                reaching.home,
                deliveries.home,
                courtesy.home,
            ],
            timetable,
        ),
        timetable,
    )


def reasons() -> channels.Reasons:
    """Every noun's re-checks, by the word before the ":" of a letter's reason."""
    found: dict[str, Any] = {}
    for noun in NOUNS:
        for kind, holds in noun.REASONS.items():
            if found.setdefault(kind, holds) is not holds:
                raise ValueError(f"two nouns claim the reason {kind}")
    return found


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite URL; None for another database."""
    if not url.startswith("sqlite"):
        return None
    return Path(url.partition(":///")[2].partition("?")[0])
