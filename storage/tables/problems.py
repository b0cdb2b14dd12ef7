"""Problems of practice, each with its plan and its history."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Column, Date, Index, Integer, Named, String, Table, Text, UniqueConstraint

from bot.model.problems import Canvas, Check, Mark, ProblemState, Step
from storage.columns import Value, choice
from storage.tables.base import Owned, metadata


class ProblemColumns(Owned):
    number: Named[int] = Column(Integer)
    statement: Named[str] = Column(Text)
    framed_by: Named[str] = Column(String(32))
    framed_on: Named[date] = Column(Date)
    students: Named[str] = Column(Text)
    strategy: Named[str | None] = Column(String(64))
    marks: Named[Mapping[Check, Mark]] = Column(Value[Mapping[Check, Mark]](dict[Check, Mark]))
    canvas: Named[Canvas] = Column(Value[Canvas](Canvas))
    review_on: Named[date | None] = Column(Date)
    instead_of: Named[str | None] = Column(String(32))
    state: Named[ProblemState] = Column(choice(ProblemState))
    history: Named[tuple[Step, ...]] = Column(Value[tuple[Step, ...]](tuple[Step, ...]))


problems = Table("problems", metadata, ProblemColumns, UniqueConstraint("school", "number"))
Index("ix_problems_state", problems.c.school, problems.c.state)
