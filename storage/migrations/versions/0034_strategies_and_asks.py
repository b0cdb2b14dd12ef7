"""What staff are asked, and what the school asks"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("strategies", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seen", sa.String(length=300), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("versions", storage.columns.Value(object), server_default="[]", nullable=False)
        )

    op.create_table(
        "initiatives",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("strategy", sa.String(length=64), nullable=False),
        sa.Column("ask", sa.Text(), nullable=False),
        sa.Column("teams", storage.columns.Value(object), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("steps", storage.columns.Value(object), nullable=False),
        sa.Column("support", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiatives")),
        sa.UniqueConstraint("school", "number", name=op.f("uq_initiatives_school_number")),
    )
    with op.batch_alter_table("initiatives", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_initiatives_school"), ["school"], unique=False)

    op.create_table(
        "district_asks",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.String(length=32), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("needed_by", sa.Date(), nullable=True),
        sa.Column("strategy", sa.String(length=64), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "answered",
                "dropped",
                name="askstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("response", sa.Text(), nullable=False),
        sa.Column("chased_on", sa.Date(), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_district_asks")),
        sa.UniqueConstraint("school", "number", name=op.f("uq_district_asks_school_number")),
    )
    with op.batch_alter_table("district_asks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_district_asks_school"), ["school"], unique=False)

    op.create_table(
        "pd_sessions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("strategy", sa.String(length=64), nullable=True),
        sa.Column("evidence", storage.columns.Value(object), nullable=False),
        sa.Column("feedback", sa.Text(), nullable=False),
        sa.Column("let_go", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pd_sessions")),
        sa.UniqueConstraint("school", "number", name=op.f("uq_pd_sessions_school_number")),
    )
    with op.batch_alter_table("pd_sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pd_sessions_school"), ["school"], unique=False)

    op.create_table(
        "leader_weeks",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("walkthroughs", sa.Integer(), nullable=True),
        sa.Column("checkins", sa.Integer(), nullable=True),
        sa.Column("visits", sa.Integer(), nullable=True),
        sa.Column("visited", storage.columns.Value(object), nullable=False),
        sa.Column("quiet_until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leader_weeks")),
        sa.UniqueConstraint("person", "monday", name=op.f("uq_leader_weeks_person_monday")),
    )
    with op.batch_alter_table("leader_weeks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_leader_weeks_school"), ["school"], unique=False)

    op.create_table(
        "look_for_words",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("look_for", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("students", sa.Text(), nullable=False),
        sa.Column("teacher", sa.Text(), nullable=False),
        sa.Column("not_this", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_for_words")),
        sa.UniqueConstraint("school", "look_for", "number", name=op.f("uq_look_for_words_school_look_for_number")),
    )
    with op.batch_alter_table("look_for_words", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_look_for_words_school"), ["school"], unique=False)

    op.create_table(
        "look_for_examples",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("look_for", sa.String(length=32), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "student",
                "teacher",
                "not_this",
                name="examplekind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added_by", sa.String(length=32), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("grades", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_for_examples")),
    )
    with op.batch_alter_table("look_for_examples", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_look_for_examples_school"), ["school"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("look_for_examples", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_look_for_examples_school"))

    op.drop_table("look_for_examples")
    with op.batch_alter_table("look_for_words", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_look_for_words_school"))

    op.drop_table("look_for_words")
    with op.batch_alter_table("leader_weeks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_leader_weeks_school"))

    op.drop_table("leader_weeks")
    with op.batch_alter_table("pd_sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pd_sessions_school"))

    op.drop_table("pd_sessions")
    with op.batch_alter_table("district_asks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_district_asks_school"))

    op.drop_table("district_asks")
    with op.batch_alter_table("initiatives", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_initiatives_school"))

    op.drop_table("initiatives")
    with op.batch_alter_table("strategies", schema=None) as batch_op:
        batch_op.drop_column("versions")
        batch_op.drop_column("seen")
