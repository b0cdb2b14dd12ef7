"""Letters that change or take back an earlier one"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
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


def downgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("act")
