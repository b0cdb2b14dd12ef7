"""Meetings while they run"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meeting_runs",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("planned_start", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("planned_end", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("started_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("lines", storage.columns.Value(object), nullable=False),
        sa.Column("facilitator", sa.String(length=32), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "running",
                "closing",
                "closed",
                name="runstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("ended_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("more", sa.Integer(), nullable=False),
        sa.Column("was_left", sa.Boolean(), nullable=False),
        sa.Column("asks", storage.columns.Value(object), nullable=False),
        sa.Column("met", storage.columns.Value(object), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_runs")),
        sa.UniqueConstraint("school", "day", name=op.f("uq_meeting_runs_school_day")),
    )
    with op.batch_alter_table("meeting_runs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_runs_school"), ["school"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_runs_state"), ["school", "state"], unique=False)

    op.create_table(
        "parked",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("parked_on", sa.Date(), nullable=False),
        sa.Column("owner", sa.String(length=32), nullable=True),
        sa.Column("group", sa.String(length=300), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "parked",
                "resolved",
                "dropped",
                name="parkedstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parked")),
    )
    with op.batch_alter_table("parked", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_parked_school"), ["school"], unique=False)
        batch_op.create_index(batch_op.f("ix_parked_state"), ["school", "state"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("parked", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_parked_state"))
        batch_op.drop_index(batch_op.f("ix_parked_school"))

    op.drop_table("parked")
    with op.batch_alter_table("meeting_runs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_runs_state"))
        batch_op.drop_index(batch_op.f("ix_meeting_runs_school"))

    op.drop_table("meeting_runs")
