"""What follows a relay"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

MARKS = ("well", "mixed", "not_yet", "help")
STATES = ("draft", "approved")


def chosen(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def text(name: str, length: int, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=length), nullable=nullable)


def words(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def value(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, storage.columns.Value(object), nullable=nullable)


def day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def at(name: str) -> sa.Column[Any]:
    return sa.Column(name, storage.columns.Utc(timezone=True), nullable=False)


def approval() -> list[sa.Column[Any]]:
    return [
        sa.Column("state", chosen("documentstate", *STATES), nullable=False),
        text("approved_by", 32, nullable=True),
        day("approved_on", nullable=True),
    ]


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
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        listed: storage.columns.Value[object] = storage.columns.Value(object)
        batch_op.add_column(sa.Column("asks", listed, server_default="[]", nullable=False))
    make(
        "going_rounds",
        text("decision", 32),
        value("teams"),
        day("opens_on"),
        day("closes_on"),
        value("result", nullable=True),
        unique=("school", "decision", "opens_on"),
    )
    mark: sa.Column[Any] = sa.Column("mark", chosen("going", *MARKS), nullable=False)
    make("going_answers", text("round", 32), text("team", 64), mark, with_rowid=False)
    make(
        "going_participants",
        text("round", 32),
        text("person", 32),
        unique=("school", "round", "person"),
        with_rowid=False,
    )
    make(
        "help_requests",
        text("decision", 32),
        text("to", 32, nullable=True),
        text("person", 32, nullable=True),
        sa.Column("words", storage.columns.Encrypted(), nullable=False),
        day("week"),
        with_rowid=False,
    )
    make(
        "office_slots",
        text("decision", 32),
        text("coach", 32),
        at("starts_at"),
        number("minutes"),
        words("place"),
        text("booked_by", 32, nullable=True),
        unique=("school", "coach", "starts_at"),
    )
    make(
        "team_talks",
        day("day"),
        text("team", 64),
        text("rep", 32),
        day("discussed_on", nullable=True),
        number("questions"),
        unique=("school", "day", "team"),
    )
    make(
        "family_summaries",
        text("decision", 32),
        words("words"),
        text("of", 80),
        *approval(),
        unique=("school", "decision"),
    )
    make(
        "team_digests",
        day("month"),
        words("words"),
        value("strategies"),
        at("made_at"),
        *approval(),
        unique=("school", "month"),
    )


def downgrade() -> None:
    for table in (
        "team_digests",
        "family_summaries",
        "team_talks",
        "office_slots",
        "help_requests",
        "going_participants",
        "going_answers",
        "going_rounds",
    ):
        op.drop_table(table)
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_column("asks")
