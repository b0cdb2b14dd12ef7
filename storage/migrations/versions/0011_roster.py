"""Roster: the ids that a roster file gives, and who has left"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source", sa.String(length=120), nullable=True))

    with op.batch_alter_table("schools", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source", sa.String(length=120), nullable=True))

    op.create_table(
        "departures",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=False),
        sa.Column(
            "cause",
            sa.Enum("file", "account", name="cause", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("is_back", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_departures")),
    )
    with op.batch_alter_table("departures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_departures_school"), ["school"], unique=False)
        batch_op.create_index(batch_op.f("ix_departures_person"), ["person"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("departures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_departures_person"))
        batch_op.drop_index(batch_op.f("ix_departures_school"))

    op.drop_table("departures")
    with op.batch_alter_table("schools", schema=None) as batch_op:
        batch_op.drop_column("source")

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("source")
