"""A revision for each school, which changes with its roster and its calendar"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "revisions",
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("school", name=op.f("pk_revisions")),
    )
    op.execute("INSERT INTO revisions (school, revision) SELECT id, 'upgraded' FROM schools")


def downgrade() -> None:
    op.drop_table("revisions")
