"""What was said and done, in words for all staff; input that speaks for a team"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "loop_lines",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("input", sa.String(length=32), nullable=False),
        sa.Column("said", storage.columns.Encrypted(), nullable=False),
        sa.Column("did", storage.columns.Encrypted(), nullable=False),
        sa.Column("credit", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("worded_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("post", sa.String(length=32), nullable=True),
        sa.Column("posted_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loop_lines")),
    )
    with op.batch_alter_table("loop_lines", schema=None) as batch_op:
        batch_op.create_index("ix_loop_lines_input", ["school", "input"], unique=False)
        batch_op.create_index(batch_op.f("ix_loop_lines_school"), ["school"], unique=False)
    with op.batch_alter_table("staff_input", schema=None) as batch_op:
        batch_op.add_column(sa.Column("agreed", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("present", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("staff_input", schema=None) as batch_op:
        batch_op.drop_column("present")
        batch_op.drop_column("agreed")
    with op.batch_alter_table("loop_lines", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_loop_lines_school"))
        batch_op.drop_index("ix_loop_lines_input")

    op.drop_table("loop_lines")
