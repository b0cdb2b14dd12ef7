"""Learning cycles and their phases"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cycle_phases",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("cycle", sa.String(length=32), nullable=False),
        sa.Column(
            "name",
            sa.Enum(
                "intention",
                "learning",
                "observation",
                "reflection",
                name="phasename",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("agreed_due", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("asked_due", sa.Date(), nullable=True),
        sa.Column("asked_by", sa.String(length=32), nullable=True),
        sa.Column("snoozed", storage.columns.Value(object), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cycle_phases")),
        sa.UniqueConstraint("cycle", "name", name=op.f("uq_cycle_phases_cycle_name")),
    )
    with op.batch_alter_table("cycle_phases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cycle_phases_cycle"), ["cycle"], unique=False)
        batch_op.create_index(batch_op.f("ix_cycle_phases_school"), ["school"], unique=False)

    op.create_table(
        "learning_cycles",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("leader", sa.String(length=32), nullable=False),
        sa.Column("lead", sa.String(length=32), nullable=False),
        sa.Column("opened_by", sa.String(length=32), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("begins", sa.Date(), nullable=False),
        sa.Column("goal", sa.String(length=400), nullable=False),
        sa.Column("baseline", sa.String(length=120), nullable=False),
        sa.Column("target", sa.String(length=120), nullable=False),
        sa.Column("measure", sa.String(length=200), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "active",
                "closed",
                "declined",
                "ended",
                name="cyclestate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "outcome",
            sa.Enum(
                "met",
                "partly",
                "not_yet",
                name="cycleoutcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning_cycles")),
    )
    with op.batch_alter_table("learning_cycles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_learning_cycles_lead"), ["lead"], unique=False)
        batch_op.create_index(batch_op.f("ix_learning_cycles_leader"), ["leader"], unique=False)
        batch_op.create_index(batch_op.f("ix_learning_cycles_school"), ["school"], unique=False)
        batch_op.create_index(batch_op.f("ix_learning_cycles_state"), ["state"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("learning_cycles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_learning_cycles_state"))
        batch_op.drop_index(batch_op.f("ix_learning_cycles_school"))
        batch_op.drop_index(batch_op.f("ix_learning_cycles_leader"))
        batch_op.drop_index(batch_op.f("ix_learning_cycles_lead"))

    op.drop_table("learning_cycles")
    with op.batch_alter_table("cycle_phases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cycle_phases_school"))
        batch_op.drop_index(batch_op.f("ix_cycle_phases_cycle"))

    op.drop_table("cycle_phases")
