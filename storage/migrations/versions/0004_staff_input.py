"""Staff input"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "staff_input",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=False),
        sa.Column("team", sa.String(length=64), nullable=True),
        sa.Column("carrier", sa.String(length=32), nullable=True),
        sa.Column(
            "mode",
            sa.Enum(
                "named", "through_rep", name="mode", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column(
            "topic",
            sa.Enum(
                "instruction",
                "curriculum_and_materials",
                "assessment",
                "student_support",
                "schedule_and_time",
                "professional_learning",
                "communication",
                "climate",
                "idea",
                "thanks",
                "other",
                name="topic",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "scope",
            sa.Enum(
                "my_team",
                "several_teams",
                "whole_school",
                name="scope",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("see", sa.String(length=600), nullable=False),
        sa.Column("suggest", sa.String(length=400), nullable=False),
        sa.Column("credit", sa.Boolean(), nullable=False),
        sa.Column("received_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "received",
                "passed_on",
                "answered",
                "on_agenda",
                "declined",
                "considered",
                "withdrawn",
                name="inputstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("passed_see", sa.String(length=600), nullable=False),
        sa.Column("passed_suggest", sa.String(length=400), nullable=False),
        sa.Column("passed_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=1500), nullable=False),
        sa.Column("outcome_by", sa.String(length=32), nullable=True),
        sa.Column("outcome_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column(
            "reason",
            sa.Enum(
                "not_ours",
                "already_decided",
                "not_now",
                "evidence",
                name="declinereason",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("look_again", sa.Date(), nullable=True),
        sa.Column("meeting_on", sa.Date(), nullable=True),
        sa.Column("decision", sa.String(length=16), nullable=True),
        sa.Column("decision_id", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_input")),
        sa.UniqueConstraint("school", "number", name=op.f("uq_staff_input_school_number")),
    )
    with op.batch_alter_table("staff_input", schema=None) as batch_op:
        batch_op.create_index("ix_staff_input_author", ["school", "author"], unique=False)
        batch_op.create_index(batch_op.f("ix_staff_input_school"), ["school"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("staff_input", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_input_school"))
        batch_op.drop_index("ix_staff_input_author")

    op.drop_table("staff_input")
