"""What a decision asks and offers"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

TEXTS = ("alternatives", "student_need", "teacher_need", "not_shared")
VALUES = (
    ("minutes_for", "{}"),
    ("stops_for", "{}"),
    ("none", "[]"),
    ("support", "{}"),
    ("support_checks", "{}"),
)
OPTIONAL = (
    ("minutes", sa.Integer()),
    ("sponsor", sa.String(length=32)),
    ("supported_on", sa.Date()),
    ("reviewer", sa.String(length=32)),
    ("window", sa.String(length=32)),
)


def upgrade() -> None:
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        for name in TEXTS:
            batch_op.add_column(sa.Column(name, sa.Text(), server_default="", nullable=False))
        for name, empty in VALUES:
            kept: storage.columns.Value[object] = storage.columns.Value(object)
            batch_op.add_column(sa.Column(name, kept, server_default=empty, nullable=False))
        for name, kind in OPTIONAL:
            batch_op.add_column(sa.Column(name, kind, nullable=True))
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("link", sa.String(length=500), nullable=True))
    beside(
        "first_steps",
        "person",
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", storage.columns.Utc(timezone=True), nullable=False),
    )
    beside(
        "decision_tellers",
        "to",
        sa.Column("to", sa.String(length=80), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
    )


def beside(table: str, once: str, *columns: sa.Column[object]) -> None:
    """A table of what is kept beside a decision, once for each of `once`."""
    op.create_table(
        table,
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("school", "decision", once, name=op.f(f"uq_{table}_school_decision_{once}")),
    )
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.create_index(batch_op.f(f"ix_{table}_school"), ["school"], unique=False)


def downgrade() -> None:
    for table in ("decision_tellers", "first_steps"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_school"))
        op.drop_table(table)
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("link")
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        for name in (*TEXTS, *(name for name, _ in (*VALUES, *OPTIONAL))):
            batch_op.drop_column(name)
