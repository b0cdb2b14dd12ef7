"""Settings"""

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
        sa.PrimaryKeyConstraint("school", "version", name=op.f("pk_settings_versions")),
    )


def downgrade() -> None:
    op.drop_table("settings_versions")
