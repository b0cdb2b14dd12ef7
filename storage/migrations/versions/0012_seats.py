"""Kinds of teams, more than one team a person, the ILT's seats, suggestions, and teams that meet"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ROLES = ("ilt_member", "school_leader", "deputy", "triager", "coach", "bot_admin")
KINDS = (
    "grade",
    "grade_span",
    "department",
    "subject",
    "cluster",
    "vertical",
    "specialist",
    "special_education",
    "multilingual",
    "administration",
)


def one_of(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    with op.batch_alter_table("teams", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("kind", one_of("teamkind", *KINDS), server_default="grade", nullable=False)
        )
        batch_op.add_column(
            sa.Column("covers", storage.columns.Value(object), server_default="[]", nullable=False)
        )
        batch_op.add_column(sa.Column("parent", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("retired", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_main", sa.Boolean(), server_default=sa.true(), nullable=False))
    with op.batch_alter_table("duties", schema=None) as batch_op:
        batch_op.alter_column(
            "role",
            existing_type=one_of("role", *ROLES),
            type_=one_of("role", *ROLES, "acting_leader"),
            existing_nullable=False,
        )
    _seats()
    _suggestions()
    _team_meetings()


def _seats() -> None:
    op.create_table(
        "ilt_seats",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column(
            "kind",
            one_of(
                "seatkind",
                "rep",
                "special_education",
                "multilingual",
                "specialist",
                "coach",
                "administrator",
            ),
            nullable=False,
        ),
        sa.Column("teams", storage.columns.Value(object), nullable=False),
        sa.Column("why", sa.String(length=300), nullable=False),
        sa.Column("perspective", sa.String(length=300), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column(
            "state",
            one_of("seatstate", "invited", "active", "declined", "lapsed", "alumni", "vacated"),
            nullable=False,
        ),
        sa.Column("invited_by", sa.String(length=32), nullable=True),
        sa.Column("invited_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("accepted_at", storage.columns.Utc(timezone=True), nullable=True),
        sa.Column("extended_because", sa.String(length=300), nullable=False),
        sa.Column("reps", storage.columns.Value(object), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ilt_seats")),
    )
    with op.batch_alter_table("ilt_seats", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ilt_seats_school"), ["school"], unique=False)


def _suggestions() -> None:
    op.create_table(
        "ilt_suggestions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=True),
        sa.Column("strength", sa.String(length=64), nullable=False),
        sa.Column("example", storage.columns.Encrypted(), nullable=False),
        sa.Column("asked_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ilt_suggestions")),
    )
    with op.batch_alter_table("ilt_suggestions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ilt_suggestions_school"), ["school"], unique=False)


def _team_meetings() -> None:
    op.create_table(
        "team_meetings",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("team", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("happened", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_meetings")),
        sa.UniqueConstraint("school", "team", "day", name=op.f("uq_team_meetings_school_team_day")),
    )
    with op.batch_alter_table("team_meetings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_meetings_school"), ["school"], unique=False)


def downgrade() -> None:
    op.drop_table("team_meetings")
    op.drop_table("ilt_suggestions")
    op.drop_table("ilt_seats")
    op.execute("DELETE FROM duties WHERE role = 'acting_leader'")
    with op.batch_alter_table("duties", schema=None) as batch_op:
        batch_op.alter_column(
            "role",
            existing_type=one_of("role", *ROLES, "acting_leader"),
            type_=one_of("role", *ROLES),
            existing_nullable=False,
        )
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.drop_column("is_main")
    with op.batch_alter_table("teams", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_teams_teamkind"), type_="check")
        for name in ("retired", "parent", "covers", "kind"):
            batch_op.drop_column(name)
