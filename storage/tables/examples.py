"""The school's own words for look-fors, and examples of them. Nobody is named in either."""

from datetime import date

from sqlalchemy import Column, Date, Integer, Named, String, Table, Text, UniqueConstraint

from bot.model.examples import ExampleKind
from storage.columns import choice
from storage.tables.base import Owned, metadata


class WordsColumns(Owned):
    look_for: Named[str] = Column(String(32))
    number: Named[int] = Column(Integer)
    name: Named[str] = Column(Text)
    students: Named[str] = Column(Text)
    teacher: Named[str] = Column(Text)
    not_this: Named[str] = Column(Text)
    reason: Named[str] = Column(Text)
    on: Named[date] = Column(Date)


words = Table("look_for_words", metadata, WordsColumns, UniqueConstraint("school", "look_for", "number"))


class ExampleColumns(Owned):
    look_for: Named[str] = Column(String(32))
    kind: Named[ExampleKind] = Column(choice(ExampleKind))
    text: Named[str] = Column(Text)
    added_by: Named[str] = Column(String(32))
    added_on: Named[date] = Column(Date)
    grades: Named[str] = Column(String(32))
    source: Named[str] = Column(Text)


examples = Table("look_for_examples", metadata, ExampleColumns)
