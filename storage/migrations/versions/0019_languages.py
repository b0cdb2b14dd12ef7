"""The language of a person and of a channel, and which of several schools somebody means"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

SPOKEN_IN = ("people", "teams")


def upgrade() -> None:
    op.create_table(
        "school_choices",
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("chosen_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("school", "person", name=op.f("pk_school_choices")),
    )
    spoken = sa.Enum("en", "es", name="language", native_enum=False, create_constraint=True, length=32)
    for table in SPOKEN_IN:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("language", spoken, nullable=True))


def downgrade() -> None:
    op.drop_table("school_choices")
    for table in SPOKEN_IN:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_constraint(batch_op.f(f"ck_{table}_language"), type_="check")
            batch_op.drop_column("language")
