"""Private words sealed; the audit; holds, deletion receipts and what a pair keeps"""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

WORDS: dict[str, dict[str, int | None]] = {
    "check_in_topics": {"text": 300},
    "learning_cycles": {"goal": 400, "baseline": 120, "target": 120, "measure": 200},
    "decision_questions": {"text": None, "answer": None},
    "staff_input": {
        "see": 600,
        "suggest": 400,
        "passed_see": 600,
        "passed_suggest": 400,
        "outcome": 1500,
    },
    "walkthrough_visits": {"notes": None},
}
"""What people wrote for few eyes, and the length each column had."""


def upgrade() -> None:
    bind = op.get_bind()
    for table, columns in WORDS.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column, length in columns.items():
                batch_op.alter_column(
                    column, existing_type=_was(length), type_=sa.Text(), existing_nullable=False
                )
        for column in columns:
            _change(bind, table, column, lambda words: storage.columns.sealer_of(bind.dialect).seal(words))
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.alter_column(
            "message",
            existing_type=storage.columns.Value(object),
            type_=sa.Text(),
            existing_nullable=False,
            postgresql_using="message::text",
        )
    _change(bind, "outbox", "message", lambda words: storage.columns.sealer_of(bind.dialect).seal(words))

    op.create_table(
        "audit",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=32), nullable=False),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("object", sa.String(length=80), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index("ix_audit_at", ["school", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_school"), ["school"], unique=False)

    op.create_table(
        "holds",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("object", sa.String(length=80), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("placed_by", sa.String(length=32), nullable=False),
        sa.Column("placed_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("lifted_by", sa.String(length=32), nullable=True),
        sa.Column("lifted_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
    )
    with op.batch_alter_table("holds", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_holds_school"), ["school"], unique=False)

    op.create_table(
        "deletion_receipts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=True),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("deleted", storage.columns.Value(object), nullable=False),
        sa.Column("held", storage.columns.Value(object), nullable=False),
        sa.Column("left_posts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deletion_receipts")),
    )
    with op.batch_alter_table("deletion_receipts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deletion_receipts_person"), ["person"], unique=False)
        batch_op.create_index(batch_op.f("ix_deletion_receipts_school"), ["school"], unique=False)

    op.create_table(
        "pair_choices",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("with_person", sa.String(length=32), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_choices")),
        sa.UniqueConstraint(
            "school", "person", "with_person", name=op.f("uq_pair_choices_school_person_with_person")
        ),
    )
    with op.batch_alter_table("pair_choices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pair_choices_school"), ["school"], unique=False)


def downgrade() -> None:
    bind = op.get_bind()
    for table in ("pair_choices", "deletion_receipts", "holds", "audit"):
        op.drop_table(table)
    _change(bind, "outbox", "message", lambda words: storage.columns.sealer_of(bind.dialect).unseal(words))
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.alter_column(
            "message",
            existing_type=sa.Text(),
            type_=storage.columns.Value(object),
            existing_nullable=False,
            postgresql_using="message::jsonb",
        )
    for table, columns in WORDS.items():
        for column in columns:
            _change(bind, table, column, lambda words: storage.columns.sealer_of(bind.dialect).unseal(words))
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column, length in columns.items():
                batch_op.alter_column(
                    column, existing_type=sa.Text(), type_=_was(length), existing_nullable=False
                )


def _was(length: int | None) -> sa.Text | sa.String:
    return sa.Text() if length is None else sa.String(length=length)


def _change(bind: sa.Connection, table: str, column: str, change: Callable[[str], str]) -> None:
    """Put something else in place of every text that is not empty."""
    for row, words in bind.execute(sa.text(f'SELECT id, "{column}" FROM "{table}"')).all():
        if words:
            bind.execute(
                sa.text(f'UPDATE "{table}" SET "{column}" = :words WHERE id = :row'),
                {"words": change(words), "row": row},
            )
