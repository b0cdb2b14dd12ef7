"""Check-ins"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "check_in_changes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("series", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("changed_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("to", sa.Date(), nullable=True),
        sa.Column("at", sa.Time(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in_changes")),
        sa.UniqueConstraint("school", "series", "day", name=op.f("uq_check_in_changes_school_series_day")),
    )
    with op.batch_alter_table("check_in_changes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_check_in_changes_school"), ["school"], unique=False)

    op.create_table(
        "check_in_series",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("leader", sa.String(length=32), nullable=False),
        sa.Column("lead", sa.String(length=32), nullable=False),
        sa.Column(
            "cadence",
            sa.Enum(
                "weekly", "biweekly", name="cadence", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in_series")),
        sa.UniqueConstraint("school", "leader", "lead", name=op.f("uq_check_in_series_school_leader_lead")),
    )
    with op.batch_alter_table("check_in_series", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_check_in_series_school"), ["school"], unique=False)

    op.create_table(
        "check_in_topics",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("series", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("talk_only", sa.Boolean(), nullable=False),
        sa.Column("added_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in_topics")),
    )
    with op.batch_alter_table("check_in_topics", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_check_in_topics_school"), ["school"], unique=False)
        batch_op.create_index(batch_op.f("ix_check_in_topics_series"), ["series"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("check_in_topics", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_check_in_topics_series"))
        batch_op.drop_index(batch_op.f("ix_check_in_topics_school"))

    op.drop_table("check_in_topics")
    with op.batch_alter_table("check_in_series", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_check_in_series_school"))

    op.drop_table("check_in_series")
    with op.batch_alter_table("check_in_changes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_check_in_changes_school"))

    op.drop_table("check_in_changes")
