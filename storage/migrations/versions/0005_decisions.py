"""Decisions, questions about them, and who has read them"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decision_questions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "ask", "concern", name="questionkind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.String(length=32), nullable=False),
        sa.Column("asked_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("team", sa.String(length=64), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "open", "answered", name="questionstate", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(length=32), nullable=True),
        sa.Column("answered_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_questions")),
    )
    with op.batch_alter_table("decision_questions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_questions_decision"), ["decision"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_questions_school"), ["school"], unique=False)
        batch_op.create_index("ix_decision_questions_state", ["school", "state"], unique=False)

    op.create_table(
        "decision_receipts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_receipts")),
        sa.UniqueConstraint(
            "school", "decision", "person", name=op.f("uq_decision_receipts_school_decision_person")
        ),
    )
    with op.batch_alter_table("decision_receipts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_receipts_school"), ["school"], unique=False)

    op.create_table(
        "decisions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("teams", storage.columns.Value(object), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("helper", sa.String(length=32), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=False),
        sa.Column("decided_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("students", sa.Text(), nullable=False),
        sa.Column("changes", storage.columns.Value(object), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("stops", sa.Text(), nullable=False),
        sa.Column(
            "authority",
            sa.Enum(
                "ilt",
                "principal",
                "faculty",
                "mandate",
                name="authority",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("inputs", storage.columns.Value(object), nullable=False),
        sa.Column("from_trend", sa.Boolean(), nullable=False),
        sa.Column("replaces", sa.String(length=32), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "recorded",
                "relayed",
                "superseded",
                "withdrawn",
                name="decisionstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("relayed_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("school", "number", name=op.f("uq_decisions_school_number")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decisions_school"), ["school"], unique=False)
        batch_op.create_index("ix_decisions_state", ["school", "state"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_index("ix_decisions_state")
        batch_op.drop_index(batch_op.f("ix_decisions_school"))

    op.drop_table("decisions")
    with op.batch_alter_table("decision_receipts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_receipts_school"))

    op.drop_table("decision_receipts")
    with op.batch_alter_table("decision_questions", schema=None) as batch_op:
        batch_op.drop_index("ix_decision_questions_state")
        batch_op.drop_index(batch_op.f("ix_decision_questions_school"))
        batch_op.drop_index(batch_op.f("ix_decision_questions_decision"))

    op.drop_table("decision_questions")
