"""Consensus checks, and decisions that the faculty ratifies"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

REVIEWED = ("recorded", "relayed", "superseded", "withdrawn", "paused", "reversed", "expired")
RATIFIED = (*REVIEWED, "awaiting", "returned")
STEPS = ("keep", "adjust", "pause", "resume", "reverse", "expire", "correct")
AUTHORITIES = ("ilt", "principal", "faculty", "mandate")


def chosen(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    _let_states_be(REVIEWED, RATIFIED)
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("basis", storage.columns.Value(object), nullable=True))
        batch_op.add_column(sa.Column("proposed_at", storage.columns.Utc(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("ratified_at", storage.columns.Utc(timezone=True), nullable=True))


def downgrade() -> None:
    """What awaits the faculty's vote, or did not get it, counts as withdrawn."""
    states = sa.table("decisions", sa.column("state", sa.String))
    unsettled = states.c.state.in_(("awaiting", "returned"))
    op.execute(states.update().where(unsettled).values(state="withdrawn"))
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_column("ratified_at")
        batch_op.drop_column("proposed_at")
        batch_op.drop_column("basis")
    _let_states_be(RATIFIED, REVIEWED)


def _let_states_be(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let the state be one of other words. SQLite copies the table for that, and forgets its other checks."""
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.alter_column(
            "state",
            existing_type=chosen("decisionstate", *before),
            type_=chosen("decisionstate", *after),
            existing_nullable=False,
        )
        if op.get_bind().dialect.name == "sqlite":
            authority, step = chosen("authority", *AUTHORITIES), chosen("step", *STEPS)
            batch_op.alter_column("authority", existing_type=sa.String(32), type_=authority)
            batch_op.alter_column("news", existing_type=sa.String(32), type_=step)
