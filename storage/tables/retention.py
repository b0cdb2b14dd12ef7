"""What may not be deleted, what was, and what two people chose to keep."""

from datetime import date, datetime

from sqlalchemy import Column, Date, Integer, Named, String, Table, UniqueConstraint

from storage.columns import Encrypted, Utc, Value
from storage.tables.base import Owned, metadata


class HoldColumns(Owned):
    """`object` is what is held: a decision (`D-014`), a class (`P1`) or `everything`."""

    object: Named[str] = Column(String(80))
    reason: Named[str] = Column(Encrypted)
    placed_by: Named[str] = Column(String(32))
    placed_at: Named[datetime] = Column(Utc)
    lifted_by: Named[str | None] = Column(String(32))
    lifted_at: Named[datetime | None] = Column(Utc)


holds = Table("holds", metadata, HoldColumns)


class ReceiptColumns(Owned):
    """What was deleted once: rows by class, rows held, and posted messages that could not be taken back.

    `person` is whose own words were erased; empty for what the clock deletes.
    """

    at: Named[datetime] = Column(Utc)
    kind: Named[str] = Column(String(16))
    person: Named[str | None] = Column(String(32), index=True)
    by: Named[str] = Column(String(32))
    deleted: Named[dict[str, int]] = Column(Value[dict[str, int]](dict[str, int]))
    held: Named[dict[str, int]] = Column(Value[dict[str, int]](dict[str, int]))
    left_posts: Named[int] = Column(Integer)


receipts = Table("deletion_receipts", metadata, ReceiptColumns)


class PairChoiceColumns(Owned):
    """One of two people wants what the two wrote to each other kept beyond the school year."""

    person: Named[str] = Column(String(32))
    with_person: Named[str] = Column(String(32))
    until: Named[date] = Column(Date)


pair_choices = Table(
    "pair_choices", metadata, PairChoiceColumns, UniqueConstraint("school", "person", "with_person")
)
