"""Agendas that fit"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

COLUMNS = (
    "objectives",
    "template",
    "scope",
    "direction",
    "returned",
    "trimmed",
    "settled",
    "thread_until",
)


def upgrade() -> None:
    value: storage.columns.Value[object] = storage.columns.Value(object)
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("objectives", value, server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("template", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("scope", sa.String(length=64), server_default="", nullable=False))
        batch_op.add_column(sa.Column("direction", sa.String(length=300), server_default="", nullable=False))
        batch_op.add_column(sa.Column("returned", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("trimmed", value, server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("settled", value, server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("thread_until", sa.Date(), nullable=True))
    op.create_table(
        "agenda_templates",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("minutes", value, nullable=False),
        sa.Column("prompts", value, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_templates")),
        sa.UniqueConstraint("school", "key", name=op.f("uq_agenda_templates_school_key")),
    )
    with op.batch_alter_table("agenda_templates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_templates_school"), ["school"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("agenda_templates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_templates_school"))
    op.drop_table("agenda_templates")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        for column in reversed(COLUMNS):
            batch_op.drop_column(column)
