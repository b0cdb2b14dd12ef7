"""Letters in the order in which they matter"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

FREE = sa.text("state = 'pending' AND held_at IS NULL")
INDEXES = {
    "ix_outbox_ready": ["platform", "due_at", "school", "priority", "weight", "let_go_at"],
    "ix_outbox_queue": ["school", "platform", "priority", "due_at", "id"],
}


def upgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("priority", sa.Integer(), server_default="2", nullable=False))
        for name, columns in INDEXES.items():
            batch_op.create_index(
                name, columns, unique=False, sqlite_where=FREE, postgresql_where=FREE
            )


def downgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        for name in INDEXES:
            batch_op.drop_index(name, sqlite_where=FREE, postgresql_where=FREE)
        batch_op.drop_column("priority")
