"""Problems of practice"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "problems",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("framed_by", sa.String(length=32), nullable=False),
        sa.Column("framed_on", sa.Date(), nullable=False),
        sa.Column("students", sa.Text(), nullable=False),
        sa.Column("strategy", sa.String(length=64), nullable=True),
        sa.Column("marks", storage.columns.Value(object), nullable=False),
        sa.Column("canvas", storage.columns.Value(object), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("instead_of", sa.String(length=32), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "framed",
                "ready",
                "in_action",
                "resolved",
                "reframed",
                "stopped",
                name="problemstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("history", storage.columns.Value(object), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problems")),
        sa.UniqueConstraint("school", "number", name=op.f("uq_problems_school_number")),
    )
    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_problems_school"), ["school"], unique=False)
        batch_op.create_index(batch_op.f("ix_problems_state"), ["school", "state"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_problems_state"))
        batch_op.drop_index(batch_op.f("ix_problems_school"))

    op.drop_table("problems")
