"""Settings; letters that are held back; what the workspace offers a school that is being set up"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "settings_versions",
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("settings", storage.columns.Value(object), nullable=False),
        sa.Column("changed_by", sa.String(length=32), nullable=False),
        sa.Column("changed_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("about", storage.columns.Value(object), nullable=False),
        sa.PrimaryKeyConstraint("school", "version", name=op.f("pk_settings_versions")),
    )
    op.create_table(
        "prospects",
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("is_channel", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("school", "platform", "address", name=op.f("pk_prospects")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("held_at", storage.columns.Utc(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("held_at")
    op.drop_table("prospects")
    op.drop_table("settings_versions")
