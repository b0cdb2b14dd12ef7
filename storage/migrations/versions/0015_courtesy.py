"""How often the bot writes: what is counted, what is told together, and what people wish"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

BEFORE = ("pending", "sending", "checking", "sent", "failed", "rerouted", "expired", "dropped", "unsure")
AFTER = (*BEFORE, "merged")


def states(names: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*names, name="letterstate", native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.alter_column(
            "state", existing_type=states(BEFORE), type_=states(AFTER), existing_nullable=False
        )
        batch_op.add_column(sa.Column("weight", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("let_go_at", storage.columns.Utc(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("is_gathered", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("told_in", sa.String(length=255), nullable=True))
        batch_op.create_index("ix_outbox_told_in", ["school", "told_in"], unique=False)

    op.create_table(
        "courtesy_wishes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("routine", sa.String(length=32), nullable=False),
        sa.Column(
            "wish",
            sa.Enum(
                "normal",
                "digest",
                "off",
                name="wish",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courtesy_wishes")),
        sa.UniqueConstraint(
            "school", "person", "routine", name=op.f("uq_courtesy_wishes_school_person_routine")
        ),
    )
    op.create_table(
        "courtesy_pauses",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("back_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courtesy_pauses")),
        sa.UniqueConstraint("school", "person", name=op.f("uq_courtesy_pauses_school_person")),
    )
    for table in ("courtesy_wishes", "courtesy_pauses"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_school"), ["school"], unique=False)


def downgrade() -> None:
    for table in ("courtesy_pauses", "courtesy_wishes"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_school"))
        op.drop_table(table)
    op.execute("UPDATE outbox SET state = 'dropped' WHERE state = 'merged'")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_told_in")
        batch_op.alter_column(
            "state", existing_type=states(AFTER), type_=states(BEFORE), existing_nullable=False
        )
        for name in ("told_in", "is_gathered", "let_go_at", "weight"):
            batch_op.drop_column(name)
