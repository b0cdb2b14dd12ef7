"""Channels"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def words(name: str, *said: str) -> sa.Enum:
    return sa.Enum(*said, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.create_table(
        "known_channels",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("has_bot", sa.Boolean(), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("seen_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_channels")),
        sa.UniqueConstraint(
            "school", "platform", "address", name=op.f("uq_known_channels_school_platform_address")
        ),
    )
    with op.batch_alter_table("known_channels", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_known_channels_school"), ["school"], unique=False)

    op.create_table(
        "channel_health",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("audience", sa.String(length=120), nullable=False),
        sa.Column("since", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("checked_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column(
            "state",
            words("channelstate", "healthy", "unverified", "broken", "remapped"),
            nullable=False,
        ),
        sa.Column(
            "wrong",
            words("wrong", "unmapped", "archived", "removed", "gone", "external", "closed"),
            nullable=True,
        ),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("former", sa.String(length=80), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("allowed_external", sa.Boolean(), nullable=False),
        sa.Column("lead_instead", sa.Boolean(), nullable=False),
        sa.Column("broken_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("mended_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel_health")),
        sa.UniqueConstraint(
            "school", "platform", "audience", name=op.f("uq_channel_health_school_platform_audience")
        ),
    )
    with op.batch_alter_table("channel_health", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_channel_health_school"), ["school"], unique=False)


def downgrade() -> None:
    op.drop_table("channel_health")
    op.drop_table("known_channels")
