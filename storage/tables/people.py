"""Schools, people, teams, seats and duties, and where each is reached."""

from datetime import date, datetime, time

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Integer,
    Named,
    String,
    Table,
    Time,
    TypedColumns,
    UniqueConstraint,
)

from bot.model.languages import Language
from bot.model.people import Role, Seat
from bot.model.teams import TeamKind
from storage.columns import Utc, Value, choice
from storage.tables.base import Owned, metadata


class SchoolColumns(TypedColumns):
    id: Named[str] = Column(String(64), primary_key=True)
    name: Named[str] = Column(String(120))
    zone: Named[str] = Column(String(64))
    since: Named[datetime] = Column(Utc)
    morning: Named[time] = Column(Time)
    opens: Named[time] = Column(Time)
    closes: Named[time] = Column(Time)
    ilt_channel: Named[str] = Column(String(80))
    all_staff_channel: Named[str | None] = Column(String(80))
    first_day: Named[date | None] = Column(Date)
    last_day: Named[date | None] = Column(Date)
    source: Named[str | None] = Column(String(120))


schools = Table("schools", metadata, SchoolColumns)


class RevisionColumns(TypedColumns):
    """A new random one with every change of the roster or the calendar: what one knew before is stale."""

    school: Named[str] = Column(String(64), primary_key=True)
    revision: Named[str] = Column(String(32))


revisions = Table("revisions", metadata, RevisionColumns)


class PersonColumns(Owned):
    key: Named[str] = Column(String(64))
    name: Named[str] = Column(String(120))
    title: Named[str] = Column(String(120))
    email: Named[str | None] = Column(String(254))
    active: Named[bool] = Column(Boolean)
    source: Named[str | None] = Column(String(120))
    language: Named[Language | None] = Column(choice(Language))


people = Table("people", metadata, PersonColumns, UniqueConstraint("school", "key"))


class TeamColumns(Owned):
    key: Named[str] = Column(String(64))
    name: Named[str] = Column(String(120))
    channel: Named[str | None] = Column(String(80))
    position: Named[int] = Column(Integer)
    kind: Named[TeamKind] = Column(choice(TeamKind))
    covers: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    parent: Named[str | None] = Column(String(64))
    retired: Named[bool] = Column(Boolean)
    language: Named[Language | None] = Column(choice(Language))


teams = Table("teams", metadata, TeamColumns, UniqueConstraint("school", "key"))


class MembershipColumns(Owned):
    person: Named[str] = Column(String(32))
    team: Named[str] = Column(String(64))
    seat: Named[Seat] = Column(choice(Seat))
    is_main: Named[bool] = Column(Boolean)


memberships = Table("memberships", metadata, MembershipColumns, UniqueConstraint("school", "person", "team"))


class DutyColumns(Owned):
    person: Named[str] = Column(String(32))
    role: Named[Role] = Column(choice(Role))


duties = Table("duties", metadata, DutyColumns, UniqueConstraint("school", "person", "role"))


class ChoiceColumns(TypedColumns):
    """When somebody who works at several schools last said that they mean this one."""

    school: Named[str] = Column(String(64), primary_key=True)
    person: Named[str] = Column(String(32), primary_key=True)
    chosen_at: Named[datetime] = Column(Utc)


school_choices = Table("school_choices", metadata, ChoiceColumns)


class AddressColumns(TypedColumns):
    """Where an audience (or `workspace`, the whole of it) is reached: the platform's own id."""

    school: Named[str] = Column(String(64), primary_key=True)
    platform: Named[str] = Column(String(16), primary_key=True)
    audience: Named[str] = Column(String(255), primary_key=True)
    address: Named[str] = Column(String(255), index=True)


addresses = Table("addresses", metadata, AddressColumns)


class UnreachedColumns(TypedColumns):
    """Somebody whom a platform does not let the bot write to: its word for why, and since when."""

    school: Named[str] = Column(String(64), primary_key=True)
    platform: Named[str] = Column(String(16), primary_key=True)
    person: Named[str] = Column(String(32), primary_key=True)
    code: Named[str] = Column(String(120))
    since: Named[datetime] = Column(Utc)


unreached = Table("unreached", metadata, UnreachedColumns)
