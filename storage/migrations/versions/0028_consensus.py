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
CHECK_STATES = (
    "voices",
    "pressure",
    "voting",
    "paused",
    "hearing",
    "fallback",
    "passed",
    "adopted",
    "parked",
    "revised",
)
POLL_STATES = ("open", "ratified", "returned", "dropped")
TABLES = (
    "ratifiers",
    "ratifications",
    "consensus_voices",
    "consensus_taps",
    "consensus_votes",
    "consensus_checks",
)


def chosen(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    _let_states_be(REVIEWED, RATIFIED)
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("basis", storage.columns.Value(object), nullable=True))
        batch_op.add_column(sa.Column("proposed_at", storage.columns.Utc(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("ratified_at", storage.columns.Utc(timezone=True), nullable=True))
    _checks()
    _answers()
    _polls()


def downgrade() -> None:
    """What awaits the faculty's vote, or did not get it, counts as withdrawn."""
    for name in TABLES:
        op.drop_table(name)
    states = sa.table("decisions", sa.column("state", sa.String))
    unsettled = states.c.state.in_(("awaiting", "returned"))
    op.execute(states.update().where(unsettled).values(state="withdrawn"))
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_column("ratified_at")
        batch_op.drop_column("proposed_at")
        batch_op.drop_column("basis")
    _let_states_be(RATIFIED, REVIEWED)


def _checks() -> None:
    op.create_table(
        "consensus_checks",
        *_owned(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("authority", chosen("authority", *AUTHORITIES), nullable=False),
        sa.Column("teams", storage.columns.Value(object), nullable=False),
        sa.Column("opened_by", sa.String(length=32), nullable=False),
        sa.Column("opened_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("protocol", storage.columns.Value(object), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", chosen("checkstate", *CHECK_STATES), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("voters", storage.columns.Value(object), nullable=False),
        sa.Column("guests", storage.columns.Value(object), nullable=False),
        sa.Column("problem", sa.String(length=32), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("voices", storage.columns.Value(object), nullable=False),
        sa.Column("gaps", sa.Text(), nullable=False),
        sa.Column("switched", sa.Text(), nullable=False),
        sa.Column("risks", storage.columns.Value(object), nullable=False),
        sa.Column("risk_lines", storage.columns.EncryptedValue(object), nullable=False),
        sa.Column("mitigation", sa.Text(), nullable=False),
        sa.Column("concerns", storage.columns.EncryptedValue(object), nullable=False),
        sa.Column("tallies", storage.columns.Value(object), nullable=False),
        sa.Column("leader_last", sa.Boolean(), nullable=False),
        sa.Column("leader_reason", sa.Text(), nullable=False),
        sa.Column("meeting", sa.Date(), nullable=True),
        sa.Column("waits_until", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("decision", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consensus_checks")),
        sa.UniqueConstraint("school", "number", name=op.f("uq_consensus_checks_school_number")),
    )
    op.create_index("ix_consensus_checks_state", "consensus_checks", ["school", "state"], unique=False)
    op.create_index(op.f("ix_consensus_checks_school"), "consensus_checks", ["school"], unique=False)


def _answers() -> None:
    """The votes of the round that is open, who has named a risk, and what teams said."""
    _by_person(
        "consensus_votes",
        "check",
        sa.Column("value", storage.columns.EncryptedValue(object), nullable=False),
        sa.Column("reason", storage.columns.Encrypted(), nullable=False),
    )
    _by_person("consensus_taps", "check")
    op.create_table(
        "consensus_voices",
        *_owned(),
        sa.Column("check", sa.String(length=32), nullable=False),
        sa.Column("team", sa.String(length=64), nullable=False),
        sa.Column("words", storage.columns.Encrypted(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consensus_voices")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_consensus_voices_check"), "consensus_voices", ["check"], unique=False)
    op.create_index(op.f("ix_consensus_voices_school"), "consensus_voices", ["school"], unique=False)


def _polls() -> None:
    op.create_table(
        "ratifications",
        *_owned(),
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.Column("opens_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("closes_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("yes", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("abstain", sa.Integer(), nullable=False),
        sa.Column("eligible", sa.Integer(), nullable=False),
        sa.Column("state", chosen("ratificationstate", *POLL_STATES), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ratifications")),
        sa.UniqueConstraint("school", "decision", name=op.f("uq_ratifications_school_decision")),
    )
    op.create_index(op.f("ix_ratifications_school"), "ratifications", ["school"], unique=False)
    _by_person("ratifiers", "ratification")


def _owned() -> tuple[sa.Column[str], sa.Column[str]]:
    return (
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
    )


def _by_person(name: str, about: str, *more: sa.Column[object]) -> None:
    """A table with one row for each person and thing."""
    op.create_table(
        name,
        *_owned(),
        sa.Column(about, sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        *more,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint("school", about, "person", name=op.f(f"uq_{name}_school_{about}_person")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f(f"ix_{name}_school"), name, ["school"], unique=False)


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
