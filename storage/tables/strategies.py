"""The strategies a school works on, what is tried for them, and what the school asks for them."""

from datetime import date

from sqlalchemy import Boolean, Column, Date, Integer, Named, String, Table, Text, UniqueConstraint

from bot.model.asks import AskState
from bot.model.initiatives import StageStep
from bot.model.strategies import StrategyVersion
from storage.columns import Value, choice
from storage.tables.base import Owned, metadata


class StrategyColumns(Owned):
    key: Named[str] = Column(String(64))
    name: Named[str] = Column(String(120))
    status: Named[str] = Column(String(300))
    position: Named[int] = Column(Integer)
    active: Named[bool] = Column(Boolean)
    last_dive: Named[date | None] = Column(Date)
    components: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]), server_default="[]")
    seen: Named[str] = Column(String(300), server_default="")
    versions: Named[tuple[StrategyVersion, ...]] = Column(
        Value[tuple[StrategyVersion, ...]](tuple[StrategyVersion, ...]), server_default="[]"
    )


strategies = Table("strategies", metadata, StrategyColumns, UniqueConstraint("school", "key"))


class InitiativeColumns(Owned):
    number: Named[int] = Column(Integer)
    name: Named[str] = Column(String(120))
    strategy: Named[str] = Column(String(64))
    ask: Named[str] = Column(Text)
    teams: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    started_on: Named[date] = Column(Date)
    steps: Named[tuple[StageStep, ...]] = Column(Value[tuple[StageStep, ...]](tuple[StageStep, ...]))
    support: Named[str] = Column(Text)
    ended_on: Named[date | None] = Column(Date)
    learned: Named[str] = Column(Text)


initiatives = Table("initiatives", metadata, InitiativeColumns, UniqueConstraint("school", "number"))


class AskColumns(Owned):
    number: Named[int] = Column(Integer)
    what: Named[str] = Column(Text)
    why: Named[str] = Column(Text)
    asked_by: Named[str] = Column(String(32))
    asked_on: Named[date] = Column(Date)
    needed_by: Named[date | None] = Column(Date)
    strategy: Named[str | None] = Column(String(64))
    state: Named[AskState] = Column(choice(AskState))
    response: Named[str] = Column(Text)
    chased_on: Named[date | None] = Column(Date)
    settled_on: Named[date | None] = Column(Date)


asks = Table("district_asks", metadata, AskColumns, UniqueConstraint("school", "number"))


class PdColumns(Owned):
    number: Named[int] = Column(Integer)
    title: Named[str] = Column(Text)
    on: Named[date] = Column(Date)
    by: Named[str] = Column(String(32))
    strategy: Named[str | None] = Column(String(64))
    evidence: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    feedback: Named[str] = Column(Text)
    let_go: Named[bool] = Column(Boolean)


pd_sessions = Table("pd_sessions", metadata, PdColumns, UniqueConstraint("school", "number"))


class LeaderWeekColumns(Owned):
    person: Named[str] = Column(String(32))
    monday: Named[date] = Column(Date)
    walkthroughs: Named[int | None] = Column(Integer)
    checkins: Named[int | None] = Column(Integer)
    visits: Named[int | None] = Column(Integer)
    visited: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    quiet_until: Named[date | None] = Column(Date)


leader_weeks = Table("leader_weeks", metadata, LeaderWeekColumns, UniqueConstraint("person", "monday"))
