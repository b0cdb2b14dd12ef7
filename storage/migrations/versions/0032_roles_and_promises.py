"""Roles, guests and what was promised"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "commitments",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=32), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("others", storage.columns.Value(object), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("waits_on", sa.String(length=32), nullable=True),
        sa.Column("waits_since", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "said",
                "moving",
                "stuck",
                "rests",
                "done",
                "let_go",
                name="commitmentstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitments")),
    )
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_commitments_school"), ["school"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitments_state"), ["school", "state"], unique=False)

    op.create_table(
        "meeting_guests",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "family",
                "student",
                "district",
                "union",
                "special_education",
                "multilingual",
                "other",
                name="guestkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("invited_by", sa.String(length=32), nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "invited",
                "coming",
                "declined",
                "withdrawn",
                name="gueststate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_guests")),
    )
    with op.batch_alter_table("meeting_guests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_guests_school"), ["school"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_guests_day"), ["school", "day"], unique=False)

    with op.batch_alter_table("meeting_roles", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("offered", sa.String(length=32), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("meeting_roles", schema=None) as batch_op:
        batch_op.drop_column("offered")
        batch_op.drop_column("asked")

    with op.batch_alter_table("meeting_guests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_guests_day"))
        batch_op.drop_index(batch_op.f("ix_meeting_guests_school"))

    op.drop_table("meeting_guests")
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_commitments_state"))
        batch_op.drop_index(batch_op.f("ix_commitments_school"))

    op.drop_table("commitments")
