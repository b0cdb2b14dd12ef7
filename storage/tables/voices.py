"""What students said, as figures of groups; and who wants to hear of others that work on the same."""

from datetime import date

from sqlalchemy import Column, Date, Named, String, Table, Text

from bot.model.student_voice import VoiceRow
from storage.columns import Value
from storage.tables.base import Owned, metadata


class StudentVoiceColumns(Owned):
    question: Named[str] = Column(Text)
    rows: Named[tuple[VoiceRow, ...]] = Column(Value[tuple[VoiceRow, ...]](tuple[VoiceRow, ...]))
    by: Named[str] = Column(String(32))
    entered_on: Named[date] = Column(Date)
    approved_by: Named[str | None] = Column(String(32))
    approved_on: Named[date | None] = Column(Date)


student_voice = Table("student_voice", metadata, StudentVoiceColumns)


class InterestColumns(Owned):
    person: Named[str] = Column(String(32))
    topic: Named[str] = Column(String(80))
    since: Named[date] = Column(Date)
    circle: Named[str | None] = Column(String(32))


interests = Table("interests", metadata, InterestColumns)
