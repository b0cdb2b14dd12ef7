"""What keeps the work itself straight: requests already kept, numbers given out, jobs done."""

from datetime import datetime

from sqlalchemy import Column, Integer, Named, String, Table, TypedColumns

from bot.model.jobs import JobState
from storage.columns import Utc, choice
from storage.tables.base import metadata


class RequestColumns(TypedColumns):
    key: Named[str] = Column(String(255), primary_key=True)
    kept_at: Named[datetime] = Column(Utc, index=True)


requests = Table("requests", metadata, RequestColumns)


class NumberColumns(TypedColumns):
    school: Named[str] = Column(String(64), primary_key=True)
    series: Named[str] = Column(String(16), primary_key=True)
    last: Named[int] = Column(Integer)


numbers = Table("numbers", metadata, NumberColumns)


class JobColumns(TypedColumns):
    school: Named[str] = Column(String(64), primary_key=True)
    key: Named[str] = Column(String(255), primary_key=True)
    due_at: Named[datetime] = Column(Utc)
    decided_at: Named[datetime] = Column(Utc)
    state: Named[JobState] = Column(choice(JobState))


jobs = Table("jobs", metadata, JobColumns)
