"""What became of staff input, in words for all staff."""

from datetime import datetime

from sqlalchemy import Boolean, Column, Index, Named, String, Table

from storage.columns import Encrypted, Utc
from storage.tables.base import Owned, metadata


class LoopLineColumns(Owned):
    input: Named[str] = Column(String(32))
    said: Named[str] = Column(Encrypted)
    did: Named[str] = Column(Encrypted)
    credit: Named[bool] = Column(Boolean)
    by: Named[str] = Column(String(32))
    worded_at: Named[datetime] = Column(Utc)
    post: Named[str | None] = Column(String(32))
    posted_at: Named[datetime | None] = Column(Utc)


loop_lines = Table("loop_lines", metadata, LoopLineColumns)
Index("ix_loop_lines_input", loop_lines.c.school, loop_lines.c.input)
