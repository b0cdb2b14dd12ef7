"""Who is at a school, when it is open and what it has decided, kept until any of it changes.

Every routine asks for them, and they change a few times a week. The database holds a revision for each
school, a new random one with every change; a unit of work reads that one value and takes what it names.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, event, inspect, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, UOWTransaction

from bot.model.away import Away
from bot.model.calendar import CalendarDay, SchoolCalendar
from bot.model.everybody import Roster
from bot.model.ids import new_id
from bot.model.people import Duty, Membership, Person, School, Team
from bot.model.settings import Settings
from storage import tables
from storage.columns import insert

KEPT_BETWEEN_UNITS = (School, Person, Team, Membership, Duty, CalendarDay, Away)
REVISION, CHANGED, MEMORY = "revision", "changed", "memory"

revisions = tables.people.revisions


@dataclass(slots=True)
class Known:
    """What is known of one school at one revision."""

    revision: str
    roster: Roster | None = None
    calendar: SchoolCalendar | None = None
    settings: Settings | None = None
    platforms: tuple[str, ...] | None = None
    accounts: dict[tuple[str, str], str] = field(default_factory=dict)
    """Whose account this is, by platform and address: audiences of people. What is not here is asked."""

    @property
    def is_shared(self) -> bool:
        """Whether it outlives this unit of work."""
        return bool(self.revision)


@dataclass(slots=True)
class Memory:
    """What this process knows of each school. Losing it costs a few queries and nothing else.

    `writes` counts the transactions it has kept.
    """

    schools: dict[str, Known] = field(default_factory=dict)
    writes: int = 0


async def known(session: AsyncSession, school: str) -> Known:
    """What is known of the school as this unit of work sees it; nothing once the unit has changed it."""
    if session.new or session.dirty or session.deleted:
        await session.flush()
    memory = session.info.get(MEMORY)
    if session.info.get(CHANGED) or not isinstance(memory, Memory):
        return Known("")
    here, now = memory.schools.get(school), await revision(session, school)
    if here is None or here.revision != now:
        here = Known(now)
        if now:
            memory.schools[school] = here
    return here


async def revision(session: AsyncSession, school: str) -> str:
    """The school's revision as this unit of work found it; empty when there is none."""
    found = session.info.get(REVISION)
    if found is None:
        found = session.info[REVISION] = await session.scalar(_asked(), {"school": school}) or ""
    return str(found)


async def is_first(session: AsyncSession, school: str, key: str, now: datetime) -> bool:
    """Keep the key of a request, and say whether it is new; the trip brings the school's revision along."""
    row = {"key": key, "kept_at": now, "of_school": school}
    found = (await session.execute(_first(session.get_bind().dialect.name), row)).one_or_none()
    if found is not None:
        session.info.setdefault(REVISION, found.revision or "")
    return found is not None


@cache
def _first(dialect: str) -> Any:
    """Put together once."""
    adding = (sqlite if dialect == "sqlite" else postgresql).insert(tables.work.requests)
    asked = select(revisions.c.revision).where(revisions.c.school == bindparam("of_school"))
    values: dict[str, Any] = {name: bindparam(name) for name in ("key", "kept_at")}
    known = asked.scalar_subquery().label("revision")
    return adding.values(values).on_conflict_do_nothing().returning(tables.work.requests.c.key, known)


@cache
def _asked() -> Any:
    """Put together once: every unit of work asks it."""
    return select(revisions.c.revision).where(revisions.c.school == bindparam("school"))


def share(session: AsyncSession, roster: Roster) -> None:
    """Take the entities out of this unit of work, which may end in a way that would empty them."""
    teams = (*roster.teams, *roster.retired)
    for group in ((roster.school,), roster.people, teams, roster.memberships, roster.duties):
        for entity in group:
            session.expunge(entity)


async def change(session: AsyncSession, school: str) -> None:
    """Say that this unit of work changes the school by a statement of its own."""
    if not session.info.get(CHANGED):
        session.info[CHANGED] = True
        await session.execute(_renewed(session, school))


def _renewed(session: AsyncSession | Session, school: str) -> Any:
    adding = insert(session, revisions).values(school=school, revision=(renewed := new_id()))
    return adding.on_conflict_do_update(index_elements=["school"], set_={"revision": renewed})


@event.listens_for(Session, "before_flush")
def _renew(session: Session, context: UOWTransaction, instances: object) -> None:
    if session.info.get(CHANGED):
        return
    changed = (one for one in session.dirty if session.is_modified(one))
    touched = (one for group in (session.new, session.deleted, changed) for one in group)
    entity = next((one for one in touched if isinstance(one, KEPT_BETWEEN_UNITS)), None)
    if entity is not None:
        session.info[CHANGED] = True
        session.connection().execute(
            _renewed(session, entity.id if isinstance(entity, School) else entity.school)
        )


class ReadOnly(Exception):
    """Somebody tried to change what is only there to be read; `to_change` gives what can be changed."""


def _refuse(entity: object, value: object, old: object, initiator: object) -> None:
    if inspect(entity, raiseerr=True).detached:
        raise ReadOnly(type(entity).__name__)


def guard() -> None:
    """Let nobody change an entity that is shared between units of work, where the change would be lost."""
    for kind in KEPT_BETWEEN_UNITS:
        for attribute in inspect(kind).column_attrs:
            event.listen(getattr(kind, attribute.key), "set", _refuse)
