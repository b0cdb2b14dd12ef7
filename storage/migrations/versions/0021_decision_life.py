"""Decisions are reviewed, and every step of their life is kept"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

AT_FIRST = ("recorded", "relayed", "superseded", "withdrawn")
REVIEWED = (*AT_FIRST, "paused", "reversed", "expired")
STEPS = ("keep", "adjust", "pause", "resume", "reverse", "expire", "correct")
AUTHORITIES = ("ilt", "principal", "faculty", "mandate")


def chosen(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.create_table(
        "decision_changes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.Column("step", chosen("step", *STEPS), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("now_do", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_changes")),
    )
    with op.batch_alter_table("decision_changes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_changes_decision"), ["decision"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_changes_school"), ["school"], unique=False)
    _let_states_be(AT_FIRST, REVIEWED)
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reviews", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("news", chosen("step", *STEPS), nullable=True))
        batch_op.add_column(sa.Column("news_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """What paused stands again, and what was reversed or expired counts as replaced."""
    states = sa.table("decisions", sa.column("state", sa.String))
    op.execute(states.update().where(states.c.state == "paused").values(state="relayed"))
    ended = states.c.state.in_(("reversed", "expired"))
    op.execute(states.update().where(ended).values(state="superseded"))
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_decisions_step"), type_="check")
        batch_op.drop_column("news_on")
        batch_op.drop_column("news")
        batch_op.drop_column("reviews")
    _let_states_be(REVIEWED, AT_FIRST)
    op.drop_table("decision_changes")


def _let_states_be(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let the state be one of other words. SQLite copies the table for that, and forgets its other checks."""
    authority = chosen("authority", *AUTHORITIES)
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.alter_column(
            "state",
            existing_type=chosen("decisionstate", *before),
            type_=chosen("decisionstate", *after),
            existing_nullable=False,
        )
        if op.get_bind().dialect.name == "sqlite":
            batch_op.alter_column("authority", existing_type=sa.String(32), type_=authority)
