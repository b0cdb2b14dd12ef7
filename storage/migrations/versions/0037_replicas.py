"""Which programs run on this database, and what each of them can read"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "replicas",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("head", sa.String(length=32), nullable=False),
        sa.Column("started_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("seen_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replicas")),
    )
    op.create_table(
        "works_from",
        sa.Column("head", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("head", name=op.f("pk_works_from")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("shape", sa.Integer(), server_default="1", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("shape")

    op.drop_table("works_from")
    op.drop_table("replicas")
