"""Learning cycles and their phases."""

from datetime import date

from sqlalchemy import Column, Date, Integer, Named, String, Table, UniqueConstraint

from bot.model.cycles import CycleOutcome, CycleState, PhaseName
from storage.columns import Encrypted, Value, choice
from storage.tables.base import Owned, metadata


class CycleColumns(Owned):
    leader: Named[str] = Column(String(32), index=True)
    lead: Named[str] = Column(String(32), index=True)
    opened_by: Named[str] = Column(String(32))
    weeks: Named[int] = Column(Integer)
    begins: Named[date] = Column(Date)
    goal: Named[str] = Column(Encrypted)
    baseline: Named[str] = Column(Encrypted)
    target: Named[str] = Column(Encrypted)
    measure: Named[str] = Column(Encrypted)
    proposed_on: Named[date] = Column(Date)
    state: Named[CycleState] = Column(choice(CycleState), index=True)
    outcome: Named[CycleOutcome | None] = Column(choice(CycleOutcome))


cycles = Table("learning_cycles", metadata, CycleColumns)


class PhaseColumns(Owned):
    cycle: Named[str] = Column(String(32), index=True)
    name: Named[PhaseName] = Column(choice(PhaseName))
    since: Named[date | None] = Column(Date)
    agreed_due: Named[date | None] = Column(Date)
    done_on: Named[date | None] = Column(Date)
    asked_due: Named[date | None] = Column(Date)
    asked_by: Named[str | None] = Column(String(32))
    snoozed: Named[dict[str, date]] = Column(Value[dict[str, date]](dict[str, date]))


phases = Table("cycle_phases", metadata, PhaseColumns, UniqueConstraint("cycle", "name"))
