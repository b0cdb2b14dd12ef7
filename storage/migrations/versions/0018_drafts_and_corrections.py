"""Drafts, letters that change or take back an earlier one, and decisions whose words were corrected"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("verb", sa.String(length=40), nullable=False),
        sa.Column("about", sa.String(length=64), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("saved_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("school", "person", "verb", "about", name=op.f("pk_drafts")),
    )
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_drafts_saved_at"), ["saved_at"], unique=False)
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "act",
                sa.Enum(
                    "post",
                    "edit",
                    "remove",
                    name="letteract",
                    native_enum=False,
                    create_constraint=True,
                    length=32,
                ),
                server_default="post",
                nullable=False,
            )
        )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("withdrawn_at", storage.columns.Utc(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("corrections", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("corrected_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_table("drafts")
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_column("corrected_on")
        batch_op.drop_column("corrections")
        batch_op.drop_column("withdrawn_at")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_outbox_letteract"), type_="check")
        batch_op.drop_column("act")
