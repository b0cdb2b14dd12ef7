"""Letters on their way, jobs done, requests kept, numbers given out"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "jobs",
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("due_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("decided_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "done",
                "dropped",
                "overtaken",
                name="jobstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("school", "key", name=op.f("pk_jobs")),
    )
    op.create_table(
        "numbers",
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("series", sa.String(length=16), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("school", "series", name=op.f("pk_numbers")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("audience", sa.String(length=120), nullable=False),
        sa.Column("message", storage.columns.Value(object), nullable=False),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "pending",
                "sending",
                "checking",
                "sent",
                "failed",
                "rerouted",
                "expired",
                "dropped",
                "unsure",
                name="letterstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("due_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("stale_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("thread", sa.String(length=255), nullable=True),
        sa.Column("reason", sa.String(length=120), nullable=True),
        sa.Column("if_unknown", sa.String(length=8), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("lease_owner", sa.String(length=64), nullable=True),
        sa.Column("first_tried_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("settled_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("address", sa.String(length=64), nullable=True),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("trouble", sa.String(length=120), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("school", "key", name=op.f("uq_outbox_school_key")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_leases", ["state", "lease_until"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_school"), ["school"], unique=False)
        batch_op.create_index("ix_outbox_turns", ["school", "audience", "state", "due_at"], unique=False)
        batch_op.create_index(
            "ix_outbox_waiting",
            ["school", "due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'pending'"),
            postgresql_where=sa.text("state = 'pending'"),
        )

    op.create_table(
        "requests",
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("kept_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_requests")),
    )
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_requests_kept_at"), ["kept_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_requests_kept_at"))

    op.drop_table("requests")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_outbox_waiting",
            sqlite_where=sa.text("state = 'pending'"),
            postgresql_where=sa.text("state = 'pending'"),
        )
        batch_op.drop_index("ix_outbox_turns")
        batch_op.drop_index(batch_op.f("ix_outbox_school"))
        batch_op.drop_index("ix_outbox_leases")

    op.drop_table("outbox")
    op.drop_table("numbers")
    op.drop_table("jobs")
