"""Walkthrough windows, visits and marks"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "walkthrough_visits",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("window", sa.String(length=32), nullable=False),
        sa.Column("band", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("segment", sa.String(length=32), nullable=True),
        sa.Column("marks", storage.columns.Value(object), nullable=False),
        sa.Column(
            "first_visit",
            sa.Enum(
                "yes", "no", "unsure", name="firstvisit", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("observer", sa.String(length=32), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_walkthrough_visits")),
    )
    with op.batch_alter_table("walkthrough_visits", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_walkthrough_visits_school"), ["school"], unique=False)
        batch_op.create_index(batch_op.f("ix_walkthrough_visits_window"), ["window"], unique=False)

    op.create_table(
        "walkthrough_windows",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("look_fors", sa.String(length=64), nullable=False),
        sa.Column("opens", sa.Date(), nullable=False),
        sa.Column("closes", sa.Date(), nullable=False),
        sa.Column("strategy", sa.String(length=64), nullable=True),
        sa.Column("goal", sa.Integer(), nullable=True),
        sa.Column("published", storage.columns.Value(object), nullable=True),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_walkthrough_windows")),
        sa.UniqueConstraint("school", "key", name=op.f("uq_walkthrough_windows_school_key")),
    )
    with op.batch_alter_table("walkthrough_windows", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_walkthrough_windows_school"), ["school"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("walkthrough_windows", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_walkthrough_windows_school"))

    op.drop_table("walkthrough_windows")
    with op.batch_alter_table("walkthrough_visits", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_walkthrough_visits_window"))
        batch_op.drop_index(batch_op.f("ix_walkthrough_visits_school"))

    op.drop_table("walkthrough_visits")
