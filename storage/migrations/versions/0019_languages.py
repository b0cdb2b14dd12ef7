"""The language of a person and of a team's channel"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

SPOKEN_IN = ("people", "teams")


def upgrade() -> None:
    spoken = sa.Enum("en", "es", name="language", native_enum=False, create_constraint=True, length=32)
    for table in SPOKEN_IN:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("language", spoken, nullable=True))


def downgrade() -> None:
    for table in SPOKEN_IN:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("language")
