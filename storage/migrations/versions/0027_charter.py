"""The charter"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

NEW = ("trust_answers", "trust_participants", "trust_rounds", "charter_signatures", "charters")


def upgrade() -> None:
    _charters()
    _signatures()
    _trust()
    for table in reversed(NEW):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_school"), ["school"], unique=False)
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reason", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("purpose", sa.String(length=200), server_default="", nullable=False))


def _charters() -> None:
    op.create_table(
        "charters",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("drafted_by", sa.String(length=32), nullable=False),
        sa.Column("sections", storage.columns.Value(object), nullable=False),
        sa.Column("ilt_only", storage.columns.Value(object), nullable=False),
        sa.Column("cadence", storage.columns.Value(object), nullable=False),
        sa.Column("protocol", storage.columns.Value(object), nullable=False),
        sa.Column("authority", storage.columns.Value(object), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "proposed",
                "adopted",
                "superseded",
                name="charterstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("proposed_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("adopted_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("adopted_by", sa.String(length=32), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charters")),
        sa.UniqueConstraint("school", "number", name=op.f("uq_charters_school_number")),
    )


def _signatures() -> None:
    op.create_table(
        "charter_signatures",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("charter", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charter_signatures")),
        sa.UniqueConstraint("charter", "person", name=op.f("uq_charter_signatures_charter_person")),
    )


def _trust() -> None:
    op.create_table(
        "trust_rounds",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closes_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "closed",
                "talked",
                name="roundstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("average", sa.Float(), nullable=True),
        sa.Column("spread", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trust_rounds")),
        sa.UniqueConstraint("school", "opened_on", name=op.f("uq_trust_rounds_school_opened_on")),
    )
    op.create_table(
        "trust_participants",
        sa.Column("round", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("round", "person", name=op.f("pk_trust_participants")),
    )
    op.create_table(
        "trust_answers",
        sa.Column("round", sa.String(length=32), nullable=False),
        sa.Column("rating", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("round", "rating", name=op.f("pk_trust_answers")),
    )


def downgrade() -> None:
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_column("purpose")
        batch_op.drop_column("reason")
    for table in NEW:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_school"))
        op.drop_table(table)
