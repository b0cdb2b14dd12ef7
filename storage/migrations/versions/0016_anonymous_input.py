"""Anonymous input"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "anonymous_inputs",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("receipt", sa.String(length=64), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("team", sa.String(length=64), nullable=True),
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
        sa.Column("see", storage.columns.Encrypted(), nullable=False),
        sa.Column("suggest", storage.columns.Encrypted(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "received",
                "answered",
                "on_agenda",
                "declined",
                "considered",
                "withdrawn",
                name="anonymousstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("more", storage.columns.Encrypted(), nullable=False),
        sa.Column("asked", storage.columns.Encrypted(), nullable=False),
        sa.Column("outcome", storage.columns.Encrypted(), nullable=False),
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anonymous_inputs")),
        sa.UniqueConstraint("school", "receipt", name=op.f("uq_anonymous_inputs_school_receipt")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_anonymous_inputs_school", "anonymous_inputs", ["school"], unique=False)
    op.create_table(
        "quarantined",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("thing", sa.String(length=32), nullable=False),
        sa.Column("words", storage.columns.EncryptedValue(object), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantined")),
        sa.UniqueConstraint("school", "kind", "thing", name=op.f("uq_quarantined_school_kind_thing")),
    )
    op.create_index("ix_quarantined_school", "quarantined", ["school"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_quarantined_school", "quarantined")
    op.drop_table("quarantined")
    op.drop_index("ix_anonymous_inputs_school", "anonymous_inputs")
    op.drop_table("anonymous_inputs")
