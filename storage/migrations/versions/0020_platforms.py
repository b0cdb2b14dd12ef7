"""Several platforms: their longer ids, and who cannot be reached where"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

IDS = {
    "addresses": (("audience", 120, False), ("address", 64, False)),
    "known_channels": (("address", 64, False),),
    "channel_health": (("address", 64, False),),
    "prospects": (("address", 64, False),),
    "outbox": (("address", 64, True), ("reference", 64, True)),
}
"""What holds a platform's own id: its table, its column, how long it was, and whether it may be empty."""
LONG = 255


def upgrade() -> None:
    for table, columns in IDS.items():
        for name, before, may_be_empty in columns:
            resize(table, name, before, LONG, may_be_empty)
    op.create_table(
        "unreached",
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=120), nullable=False),
        sa.Column("since", storage.columns.Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("school", "platform", "person", name=op.f("pk_unreached")),
    )


def downgrade() -> None:
    op.drop_table("unreached")
    for table, columns in IDS.items():
        for name, before, may_be_empty in columns:
            resize(table, name, LONG, before, may_be_empty)


def resize(table: str, name: str, now: int, then: int, may_be_empty: bool) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.alter_column(
            name,
            existing_type=sa.String(length=now),
            type_=sa.String(length=then),
            existing_nullable=may_be_empty,
        )
