"""Campaigns, the staff pulse, needs, and an input's way over the triage board"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

CAMPAIGN_STATES = ("draft", "open", "closed", "posted", "withdrawn")
MODES = ("named", "through_rep", "anonymous")


def chosen(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def text(name: str, length: int, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=length), nullable=nullable)


def value(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, storage.columns.Value(object), nullable=nullable)


def day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def sealed(name: str) -> sa.Column[Any]:
    return sa.Column(name, storage.columns.Encrypted(), nullable=False)


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
        "campaigns",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        value("teams"),
        sa.Column("days", sa.Integer(), nullable=False),
        text("asked_by", 32),
        day("drafted_on"),
        day("opened_on", nullable=True),
        day("closes_on", nullable=True),
        value("themes"),
        sa.Column("next_step", sa.Text(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("state", chosen("campaignstate", *CAMPAIGN_STATES), nullable=False),
        unique=("school", "number"),
    )
    make(
        "campaign_answers",
        text("campaign", 32),
        text("author", 32),
        text("team", 64, nullable=True),
        text("carrier", 32, nullable=True),
        sa.Column("mode", chosen("mode", *MODES), nullable=False),
        sealed("words"),
        day("answered_on"),
        unique=("school", "campaign", "author"),
    )
    make("campaign_words", text("campaign", 32), sealed("words"), day("until"), with_rowid=False)
    op.create_index("ix_campaign_words_campaign", "campaign_words", ["school", "campaign"], unique=False)
    make(
        "pulses",
        day("opens_on"),
        day("closes_on"),
        value("result", nullable=True),
        unique=("school", "opens_on"),
    )
    make(
        "pulse_answers",
        text("pulse", 32),
        sa.Column("mark", sa.Integer(), nullable=False),
        with_rowid=False,
    )
    make(
        "pulse_participants",
        text("pulse", 32),
        text("person", 32),
        unique=("school", "pulse", "person"),
        with_rowid=False,
    )
    make(
        "student_voice",
        sa.Column("question", sa.Text(), nullable=False),
        value("rows"),
        text("by", 32),
        day("entered_on"),
        text("approved_by", 32, nullable=True),
        day("approved_on", nullable=True),
    )
    make(
        "interests",
        text("person", 32),
        text("topic", 80),
        day("since"),
        text("circle", 32, nullable=True),
    )
    listed: storage.columns.Value[object] = storage.columns.Value(object)
    for table in ("staff_input", "anonymous_inputs"):
        op.add_column(table, sa.Column("needs", listed, server_default="[]", nullable=False))
    op.add_column("staff_input", sa.Column("triaged_at", storage.columns.Utc(timezone=True), nullable=True))
    for name in ("asked", "replied"):
        words: sa.Column[Any] = sa.Column(
            name, storage.columns.Encrypted(), server_default="", nullable=False
        )
        op.add_column("staff_input", words)
    op.add_column("staff_input", sa.Column("steps", listed, server_default="[]", nullable=False))


def downgrade() -> None:
    for name in ("steps", "replied", "asked", "triaged_at", "needs"):
        op.drop_column("staff_input", name)
    op.drop_column("anonymous_inputs", "needs")
    for table in (
        "interests",
        "student_voice",
        "pulse_participants",
        "pulse_answers",
        "pulses",
        "campaign_words",
        "campaign_answers",
        "campaigns",
    ):
        op.drop_table(table)
