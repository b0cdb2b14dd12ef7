"""What an agenda item says"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

AT_FIRST = ("open", "done", "dropped")
STATES = (*AT_FIRST, "routed", "parked")
PROVENANCES = ("strategy", "trend", "input", "member", "team", "carried")
OUTCOMES = ("inform", "discuss", "decide", "learn")
KINDS = ("instructional", "people", "operational")
FOCUSES = ("student", "adult", "both")
COLUMNS = (
    "kind",
    "focus",
    "example",
    "students",
    "problem",
    "strategy",
    "memo",
    "hard",
    "touched_on",
    "why",
    "team",
    "standards",
    "brought",
)


def chosen(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    value: storage.columns.Value[object] = storage.columns.Value(object)
    _let_states_be(AT_FIRST, STATES)
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("kind", chosen("itemkind", *KINDS), server_default="instructional", nullable=False)
        )
        batch_op.add_column(sa.Column("focus", chosen("focus", *FOCUSES), nullable=True))
        batch_op.add_column(sa.Column("example", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("students", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("problem", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("strategy", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("memo", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("hard", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("touched_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("why", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("team", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("standards", value, server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("brought", value, nullable=True))
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("split", value, nullable=True))
        batch_op.add_column(
            sa.Column("unlinked_why", sa.String(length=300), server_default="", nullable=False)
        )
    with op.batch_alter_table("strategies", schema=None) as batch_op:
        batch_op.add_column(sa.Column("components", value, server_default="[]", nullable=False))
    for table in ("staff_input", "anonymous_inputs"):
        op.add_column(table, sa.Column("routed_to", sa.String(length=64), nullable=True))


def downgrade() -> None:
    """What is with a team, or parked, is taken off."""
    for table in ("anonymous_inputs", "staff_input"):
        op.drop_column(table, "routed_to")
    with op.batch_alter_table("strategies", schema=None) as batch_op:
        batch_op.drop_column("components")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_column("unlinked_why")
        batch_op.drop_column("split")
    items = sa.table("agenda_items", sa.column("state", sa.String))
    elsewhere = items.c.state.in_(("routed", "parked"))
    op.execute(items.update().where(elsewhere).values(state="dropped"))
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_agenda_items_focus"), type_="check")
        batch_op.drop_constraint(batch_op.f("ck_agenda_items_itemkind"), type_="check")
        for column in reversed(COLUMNS):
            batch_op.drop_column(column)
    _let_states_be(STATES, AT_FIRST)


def _let_states_be(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let the state be one of other words. SQLite copies the table for that, and forgets its other checks."""
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.alter_column(
            "state",
            existing_type=chosen("itemstate", *before),
            type_=chosen("itemstate", *after),
            existing_nullable=False,
        )
        if op.get_bind().dialect.name == "sqlite":
            for name, words in (("provenance", PROVENANCES), ("outcome", OUTCOMES)):
                batch_op.alter_column(name, existing_type=sa.String(32), type_=chosen(name, *words))
