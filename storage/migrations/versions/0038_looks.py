"""When each school is looked at next"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "looks",
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("look_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("idle_until", storage.columns.Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("school", name=op.f("pk_looks")),
    )
    with op.batch_alter_table("looks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_looks_look_at"), ["look_at"], unique=False)
    at_once = "1970-01-01 00:00:00.000000"
    if op.get_context().dialect.name == "postgresql":
        at_once += "+00:00"
    op.execute(
        f"INSERT INTO looks (school, look_at, idle_until) SELECT id, '{at_once}', '{at_once}' FROM schools"
    )


def downgrade() -> None:
    with op.batch_alter_table("looks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_looks_look_at"))
    op.drop_table("looks")
