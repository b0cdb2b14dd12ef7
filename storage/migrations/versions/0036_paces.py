"""How fast a workspace may be spoken to"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paces",
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("workspace", sa.String(length=255), nullable=False),
        sa.Column("rate", sa.Double(), nullable=False),
        sa.Column("has_slowed", sa.Boolean(), nullable=False),
        sa.Column("free_at", sa.Double(), nullable=False),
        sa.Column("closed_at", sa.Double(), nullable=False),
        sa.Column("opens_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "workspace", name=op.f("pk_paces")),
    )


def downgrade() -> None:
    op.drop_table("paces")
