"""Minutes, their excerpts and addresses; the closing question; rounds of voices"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

TABLES = (
    "voice_taps",
    "voice_rounds",
    "closing_participants",
    "closing_answers",
    "meeting_closings",
    "open_documents",
    "meeting_pre_reads",
    "minutes_excerpts",
    "minutes",
)


def chosen(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def text(name: str, length: int, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=length), nullable=nullable)


def words(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def value(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, storage.columns.Value(object), nullable=nullable)


def day() -> sa.Column[Any]:
    return sa.Column("day", sa.Date(), nullable=False)


def moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, storage.columns.Utc(timezone=True), nullable=nullable)


def number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def sealed(name: str) -> sa.Column[Any]:
    return sa.Column(name, storage.columns.Encrypted(), nullable=False)


def sealed_value(name: str) -> sa.Column[Any]:
    return sa.Column(name, storage.columns.EncryptedValue(object), nullable=False)


def make(table: str, *columns: sa.Column[Any], unique: Sequence[str] = (), with_rowid: bool = True) -> None:
    named = op.f(f"uq_{table}_{'_'.join(unique)}")
    op.create_table(
        table,
        text("id", 32),
        text("school", 64),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        *([sa.UniqueConstraint(*unique, name=named)] if unique else []),
        sqlite_with_rowid=with_rowid,
    )
    op.create_index(op.f(f"ix_{table}_school"), table, ["school"], unique=False)


def upgrade() -> None:
    make(
        "minutes",
        day(),
        number("version"),
        moment("drafted_at"),
        sa.Column("state", chosen("minutesstate", "draft", "confirmed", "unconfirmed"), nullable=False),
        value("notes"),
        words("remarks"),
        value("asked"),
        text("by", 32, nullable=True),
        moment("settled_at", nullable=True),
        words("why"),
        unique=("school", "day", "version"),
    )
    make(
        "minutes_excerpts",
        day(),
        text("place", 160),
        words("words"),
        text("link", 500),
        text("by", 32),
        moment("added_at"),
    )
    make("meeting_pre_reads", day(), text("place", 160), words("words"), text("by", 32), moment("added_at"))
    for table in ("minutes_excerpts", "meeting_pre_reads"):
        op.create_index(op.f(f"ix_{table}_day"), table, ["day"], unique=False)
    make(
        "open_documents",
        text("token", 64),
        text("what", 120),
        sa.Column("language", chosen("language", "en", "es"), nullable=False),
        moment("expires_at"),
        unique=("token",),
    )
    make(
        "meeting_closings",
        day(),
        moment("closes_at"),
        sa.Column("state", chosen("closingstate", "open", "closed"), nullable=False),
        value("means", nullable=True),
        sealed_value("plus"),
        sealed_value("delta"),
        words("pledge"),
        value("touched", nullable=True),
        unique=("school", "day"),
    )
    make(
        "closing_answers",
        text("closing", 32),
        number("worth"),
        number("change"),
        sealed("plus"),
        sealed("delta"),
        with_rowid=False,
    )
    make(
        "closing_participants",
        text("closing", 32),
        text("person", 32),
        unique=("school", "closing", "person"),
        with_rowid=False,
    )
    make(
        "voice_rounds",
        day(),
        number("line"),
        number("eligible"),
        number("spoke"),
        number("passed"),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        unique=("school", "day", "line"),
    )
    make(
        "voice_taps",
        text("round", 32),
        text("person", 32),
        unique=("school", "round", "person"),
        with_rowid=False,
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
